"""Balance: Get."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_ledger._service import SERVICE

__all__ = [
    "Balance",
    "GetBalance",
]

_KEYS = {
    "ClientSid": g.Key(("AC",)),
    "Currency": g.Key(pattern="^[A-Z]{3}$"),
}


@g.record
class Balance(g.Record):
    """One Balance."""

    currency: str | None = g.field("Currency")
    amount: Decimal | None = g.field("Amount", g.DECIMAL)
    at: datetime | None = g.field("At", g.ISO8601)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Balance",
        service=SERVICE,
        item="Balance",
        list="Balances",
    )


class GetBalance(g.Search[Balance]):
    """Get Balance: ``GET /v3/Clients/{ClientSid}/Balances/{Currency}``.

    Takes ``[ClientSid:]Currency``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Balance",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v3/Clients/{ClientSid}/Balances/{Currency}",),
        keys=_KEYS,
        record=Balance,
        root="Balance",
        cardinality="many",
        json_list="balances",
        parameters=(g.ParameterSpec("until", "Until", g.DATE, required=True, location="query"),),
        paging="uris",
        response_profile="profiles/Balance/GetBalance.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        until: date | str,
    ) -> Iterator[Balance]:
        """The records found.

        Args:
            sid: They live under ``[ClientSid:]Currency``.
            until: It is sent as ``Until``.
        """
        return self.run(
            sid,
            {
                "Until": until,
            },
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Balance", ("Get",))
