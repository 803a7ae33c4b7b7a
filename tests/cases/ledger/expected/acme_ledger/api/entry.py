"""Entry: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_ledger._service import SERVICE

__all__ = [
    "CreateEntry",
    "CreateEntryRequest",
    "DeleteEntry",
    "Entry",
    "EntryKind",
    "EntryOrigin",
    "EntryParty",
    "GetEntry",
    "QueryEntry",
    "UpdateEntry",
    "UpdateEntryRequest",
]

_KEYS = {
    "ClientSid": g.Key(("AC",)),
    "Sid": g.Key(("EN",)),
}


class EntryKind(g.OpenEnum):
    """The values known; others are kept as they come."""

    DEBIT = "debit"
    CREDIT = "credit"
    CARRIED_OVER = "carried-over"


@g.record
class EntryParty(g.Record):
    """A value nested in Entry: party."""

    name: str | None = g.field("Name")
    share: Decimal | None = g.field("Share", g.DECIMAL)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="EntryParty",
        service=SERVICE,
        item="Party",
    )


@g.record
class EntryOrigin(g.Record):
    """A value nested in Entry: origin."""

    branch: str | None = g.field("Branch")
    day: date | None = g.field("Day", g.DATE)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="EntryOrigin",
        service=SERVICE,
        item="Origin",
    )


@g.record
class Entry(g.Record):
    """One Entry."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with EN."""
    client_sid: Sid | None = g.field("ClientSid", g.SID)
    """A Sid that begins with AC."""
    booked: date | None = g.field("Booked", g.DATE)
    entered_at: datetime | None = g.field("EnteredAt", g.RFC2822)
    settled_at: datetime | None = g.field("SettledAt", g.ISO8601)
    kind: EntryKind | None = g.field("Kind", g.EnumType(EntryKind))
    amount: Decimal | None = g.field("Amount", g.DECIMAL)
    lines: int | None = g.field("Lines", g.INTEGER)
    cleared: bool | None = g.field("Cleared", g.BOOLEAN)
    text: str | None = g.field("Text")
    pin: str | None = g.field("Pin", secret=True)
    """It is never shown."""
    tags: tuple[str, ...] | None = g.field("Tags", g.ListType("Tag", g.TEXT))
    parties: tuple[EntryParty, ...] | None = g.field("Parties", g.ListType("Party", g.StructType(EntryParty)))
    origin: EntryOrigin | None = g.field("Origin", g.StructType(EntryOrigin))
    rates: Mapping[str, Decimal] | None = g.field("Rates", g.MapType(g.DECIMAL))
    extra: Any = g.field("Extra", g.ANY)
    related_uris: Mapping[str, str] | None = g.field("RelatedUris", g.URI_MAP)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Entry",
        service=SERVICE,
        item="Entry",
        list="Entries",
    )


class GetEntry(g.Get[Entry]):
    """Get Entry: ``GET /v3/Clients/{ClientSid}/Entries/{Sid}``.

    Takes ``[ClientSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Entry",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v3/Clients/{ClientSid}/Entries/{Sid}",),
        keys=_KEYS,
        record=Entry,
        root="Entry",
        parameters=(
            g.ParameterSpec("book", "Book", g.TEXT, required=True, location="query"),
            g.ParameterSpec("as_of", "AsOf", g.DATE, location="query"),
        ),
        response_profile="profiles/Entry/GetEntry.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        book: str,
        as_of: date | str | None = None,
    ) -> Entry:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[ClientSid:]Sid``.
            book: It is sent as ``Book``.
            as_of: It is sent as ``AsOf``.
        """
        return self.run(
            sid,
            {
                "Book": book,
                "AsOf": as_of,
            },
        )


class QueryEntry(g.Query[Entry]):
    """Query Entry: ``GET /v3/Clients/{ClientSid}/Entries``."""

    book: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Book", required=True)
    kind: ClassVar[g.EqualsFilter[EntryKind | str]] = g.EqualsFilter("Kind", g.EnumType(EntryKind))
    booked: ClassVar[g.DayFilter] = g.DayFilter("Booked", "booked", ("after",), required=True)
    entered_at: ClassVar[g.InstantFilter] = g.InstantFilter("EnteredAt", "entered_at", ("before", "after"))
    settled_at: ClassVar[g.InstantFilter] = g.InstantFilter("SettledAt", "settled_at", ("before",))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Entry",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v3/Clients/{ClientSid}/Entries",),
        keys=_KEYS,
        record=Entry,
        root="Entry",
        cardinality="many",
        json_list="entries",
        paging="uris",
        max_page_size=100,
        response_profile="profiles/Entry/QueryEntry.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Entry]:
        """The records, page by page as they are used.

        Args:
            parent: They live under ``ClientSid``.
        """
        return self.run(parent)


@g.request
class CreateEntryRequest(g.Parameters):
    """What Create of Entry takes; None is not sent, an empty text is."""

    book: str = g.required("Book", location="query")
    x_teller: str = g.required("X-Teller", location="header")
    debit: Decimal | int | None = g.optional("Debit", g.DECIMAL)
    credit: Decimal | int | None = g.optional("Credit", g.DECIMAL)
    text: str | None = g.optional("Text")
    pin: str | None = g.optional("Pin", secret=True)
    """It is never shown."""
    tag: Sequence[str] | None = g.optional("Tag", repeated=True)
    booked: date | str | None = g.optional("Booked", g.DATE)


class CreateEntry(g.Create[CreateEntryRequest, Entry]):
    """Create Entry: ``POST /v3/Clients/{ClientSid}/Entries``.

    Needs at least one of Debit, Credit.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Entry",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v3/Clients/{ClientSid}/Entries",),
        keys=_KEYS,
        record=Entry,
        root="Entry",
        status=(201,),
        encoding="form",
        either=(("Debit", "Credit"),),
        request_profile="profiles/Entry/CreateEntry.request.xsd",
        response_profile="profiles/Entry/CreateEntry.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateEntryRequest

    def __call__(
        self,
        *,
        book: str,
        x_teller: str,
        debit: Decimal | int | None = None,
        credit: Decimal | int | None = None,
        text: str | None = None,
        pin: str | None = None,
        tag: Sequence[str] | None = None,
        booked: date | str | None = None,
        parent: str | None = None,
    ) -> Entry:
        """Create one.

        Args:
            parent: It lives under ``ClientSid``.
            book: It is sent as ``Book``.
            x_teller: It is sent as ``X-Teller``.
            debit: Needed unless `credit` is given.
            credit: Needed unless `debit` is given.
            text: It is sent as ``Text``.
            pin: It is never shown.
            tag: Several values may be given.
            booked: It is sent as ``Booked``.
        """
        return self.run(
            CreateEntryRequest(
                book=book,
                x_teller=x_teller,
                debit=debit,
                credit=credit,
                text=text,
                pin=pin,
                tag=tag,
                booked=booked,
            ),
            parent,
        )


@g.request
class UpdateEntryRequest(g.Parameters):
    """What Update of Entry takes; None is not sent, an empty text is."""

    text: str = g.required("Text")
    cleared: bool | None = g.optional("Cleared", g.BOOLEAN)


class UpdateEntry(g.Update[UpdateEntryRequest, Entry]):
    """Update Entry: ``POST /v3/Clients/{ClientSid}/Entries/{Sid}``.

    Takes ``[ClientSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Entry",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/v3/Clients/{ClientSid}/Entries/{Sid}",),
        keys=_KEYS,
        record=Entry,
        root="Entry",
        encoding="form",
        request_profile="profiles/Entry/UpdateEntry.request.xsd",
        response_profile="profiles/Entry/UpdateEntry.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateEntryRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        text: str,
        cleared: bool | None = None,
    ) -> Entry:
        """Change one; what is None is not sent.

        Args:
            sid: The record's Sid, ``[ClientSid:]Sid``.
            text: It is sent as ``Text``.
            cleared: It is sent as ``Cleared``.
        """
        return self.run(
            sid,
            UpdateEntryRequest(
                text=text,
                cleared=cleared,
            ),
        )


class DeleteEntry(g.Delete):
    """Delete Entry: ``DELETE /v3/Clients/{ClientSid}/Entries/{Sid}``.

    Takes ``[ClientSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Entry",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v3/Clients/{ClientSid}/Entries/{Sid}",),
        keys=_KEYS,
        root="Entry",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Entry/DeleteEntry.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``[ClientSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Entry", ("Get", "Query", "Create", "Update", "Delete"))
