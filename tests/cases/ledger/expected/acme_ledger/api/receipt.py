"""Receipt: Get, Query, Create."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_ledger._service import SERVICE

__all__ = [
    "CreateReceipt",
    "CreateReceiptRequest",
    "GetReceipt",
    "QueryReceipt",
    "Receipt",
]

_KEYS = {
    "ClientSid": g.Key(("AC",)),
    "EntrySid": g.Key(("EN",)),
    "Number": g.Key(pattern="^[0-9]{4}$"),
}


@g.record
class Receipt(g.Record):
    """One Receipt."""

    number: str | None = g.field("Number")
    entry_sid: Sid | None = g.field("EntrySid", g.SID)
    """A Sid that begins with EN."""
    printed_at: datetime | None = g.field("PrintedAt", g.RFC2822)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Receipt",
        service=SERVICE,
        item="Receipt",
        list="Receipts",
    )


class GetReceipt(g.Get[Receipt]):
    """Get Receipt: ``GET /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts/{Number}``.

    Takes ``[ClientSid:]EntrySid:Number``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Receipt",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts/{Number}",),
        keys=_KEYS,
        record=Receipt,
        root="Receipt",
        response_profile="profiles/Receipt/GetReceipt.response.xsd",
    )

    def __call__(self, sid: str, /) -> Receipt:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[ClientSid:]EntrySid:Number``.
        """
        return self.run(sid)


class QueryReceipt(g.Query[Receipt]):
    """Query Receipt: ``GET /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts``.

    Takes ``[ClientSid:]EntrySid``.
    """

    printed_at: ClassVar[g.DayFilter] = g.DayFilter("PrintedAt", "printed_at", ("before",))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Receipt",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts",),
        keys=_KEYS,
        record=Receipt,
        root="Receipt",
        cardinality="many",
        json_list="receipts",
        paging="uris",
        response_profile="profiles/Receipt/QueryReceipt.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[Receipt]:
        """The records, page by page as they are used.

        Args:
            parent: They live under ``[ClientSid:]EntrySid``.
        """
        return self.run(parent)


@g.request
class CreateReceiptRequest(g.Parameters):
    """What Create of Receipt takes; None is not sent, an empty text is."""

    number: str = g.required("Number")


class CreateReceipt(g.Create[CreateReceiptRequest, Receipt]):
    """Create Receipt: ``POST /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Receipt",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts",),
        keys=_KEYS,
        record=Receipt,
        root="Receipt",
        status=(201,),
        encoding="form",
        request_profile="profiles/Receipt/CreateReceipt.request.xsd",
        response_profile="profiles/Receipt/CreateReceipt.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateReceiptRequest

    def __call__(
        self,
        *,
        parent: str,
        number: str,
    ) -> Receipt:
        """Create one.

        Args:
            parent: It lives under ``[ClientSid:]EntrySid``.
            number: It is sent as ``Number``.
        """
        return self.run(
            CreateReceiptRequest(
                number=number,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Receipt", ("Get", "Query", "Create"))
