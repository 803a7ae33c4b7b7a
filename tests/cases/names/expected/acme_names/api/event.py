"""Event: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_names._service import SERVICE

if TYPE_CHECKING:
    from acme_names.api.event_note import EventNote

__all__ = [
    "CreateEvent",
    "CreateEventRequest",
    "DeleteEvent",
    "Event",
    "EventA",
    "EventKind",
    "EventNote2",
    "GetEvent",
    "QueryEvent",
    "UpdateEvent",
    "UpdateEventRequest",
]

_KEYS = {
    "Sid": g.Key(("EV",)),
}


class EventKind(g.OpenEnum):
    """The values known; others are kept as they come."""

    BEGUN = "begun"
    OVER = "over"


class EventA(g.OpenEnum):
    """The values known; others are kept as they come."""

    B = "b"
    C = "c"


@g.record
class EventNote2(g.Record):
    """A value nested in Event: note."""

    text: str | None = g.field("Text")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="EventNote2",
        service=SERVICE,
        item="Note",
    )


@g.record
class Event(g.Record):
    """One Event."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with EV."""
    kind: EventKind | None = g.field("Kind", g.EnumType(EventKind))
    a: EventA | None = g.field("A", g.EnumType(EventA))
    date_: date | None = g.field("Date", g.DATE, json="date")
    date_seen: date | None = g.field("DateSeen", g.DATE)
    date_seen_2: str | None = g.field("DateSeen2", json="dateSeen")
    datetime_: datetime | None = g.field("Datetime", g.ISO8601, json="datetime")
    time_seen: datetime | None = g.field("TimeSeen", g.ISO8601)
    g_: int | None = g.field("G", g.INTEGER, json="g")
    int_: int | None = g.field("Int", g.INTEGER, json="int")
    str_: str | None = g.field("Str", json="str")
    bool_: bool | None = g.field("Bool", g.BOOLEAN, json="bool")
    tuple_: tuple[str, ...] | None = g.field("Tuple", g.ListType("TupleItem", g.TEXT), json="tuple")
    list_: tuple[int, ...] | None = g.field("List", g.ListType("ListItem", g.INTEGER), json="list")
    dict_: Mapping[str, int] | None = g.field("Dict", g.MapType(g.INTEGER), json="dict")
    class_: str | None = g.field("Class", json="class")
    read: int | None = g.field("Read", g.INTEGER)
    reads: int | None = g.field("Reads", g.INTEGER)
    start_date: str | None = g.field("StartDate")
    note: EventNote2 | None = g.field("Note", g.StructType(EventNote2))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Event",
        service=SERVICE,
        item="Event",
        list="Events",
    )


class GetEvent(g.Get[Event]):
    """Get Event: ``GET /v1/Events/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Event",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Events/{Sid}",),
        keys=_KEYS,
        record=Event,
        root="Event",
        parameters=(
            g.ParameterSpec("date_", "Date", g.DATE, required=True, location="query"),
            g.ParameterSpec("until", "Until", g.DATE, location="query"),
            g.ParameterSpec("page_size_", "PageSize", g.INTEGER, location="query"),
            g.ParameterSpec("parameters", "parameters", g.TEXT, location="query"),
        ),
        response_profile="profiles/Event/GetEvent.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        date_: date | str,
        until: date | str | None = None,
        page_size_: int | None = None,
        parameters: str | None = None,
    ) -> Event:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
            date_: It is sent as ``Date``.
            until: It is sent as ``Until``.
            page_size_: It is sent as ``PageSize``.
            parameters: It is sent as ``parameters``.
        """
        return self.run(
            sid,
            {
                "Date": date_,
                "Until": until,
                "PageSize": page_size_,
                "parameters": parameters,
            },
        )


class QueryEvent(g.Query[Event]):
    """Query Event: ``GET /v1/Events``."""

    date_: ClassVar[g.DayFilter] = g.DayFilter("Date", "date_", required=True)
    date_seen: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("DateSeen", g.DATE)
    datetime_: ClassVar[g.InstantFilter] = g.InstantFilter("Datetime", "datetime_", ("after",), required=True)
    time_seen: ClassVar[g.InstantFilter] = g.InstantFilter("TimeSeen", "time_seen", ("before",), required=True)
    start_date: ClassVar[g.DayFilter] = g.DayFilter("StartDate", None, required=True)
    str_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Str")
    text: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("str", required=True)
    int_: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Int", g.INTEGER, required=True)
    kind: ClassVar[g.EqualsFilter[EventKind | str]] = g.EqualsFilter("Kind", g.EnumType(EventKind), required=True)
    weight: ClassVar[g.EqualsFilter[Decimal | int]] = g.EqualsFilter("Weight", g.DECIMAL, required=True)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Event",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v1/Events",),
        keys={},
        record=Event,
        root="Event",
        cardinality="many",
        json_list="events",
        parameters=(g.ParameterSpec("x_tenant", "X-Tenant", g.TEXT, required=True, location="header"),),
        paging="meta",
        response_profile="profiles/Event/QueryEvent.response.xsd",
    )

    def __call__(
        self,
        parent: str | None = None,
        /,
        *,
        x_tenant: str,
    ) -> Iterator[Event]:
        """The records, page by page as they are used.

        Args:
            x_tenant: It is sent as ``X-Tenant``.
        """
        return self.run(
            parent,
            {
                "X-Tenant": x_tenant,
            },
        )


@g.request
class CreateEventRequest(g.Parameters):
    """What Create of Event takes; None is not sent, an empty text is."""

    date_: date | str = g.required("Date", g.DATE)
    until: date | str | None = g.optional("Until", g.DATE)
    until_2: date | str | None = g.optional("until", g.DATE)
    parent_sid: str | None = g.optional("ParentSid", xml="ParentSid2")
    int_: int | None = g.optional("Int", g.INTEGER)
    count: int | None = g.optional("Count", g.INTEGER)
    kind: EventKind | str | None = g.optional("Kind", g.EnumType(EventKind))
    parameters: str | None = g.optional("parameters")


class CreateEvent(g.Create[CreateEventRequest, Event]):
    """Create Event: ``POST /v1/Events``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Event",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v1/Events",),
        keys={},
        record=Event,
        root="Event",
        status=(201,),
        encoding="form",
        request_profile="profiles/Event/CreateEvent.request.xsd",
        response_profile="profiles/Event/CreateEvent.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateEventRequest

    def __call__(
        self,
        *,
        date_: date | str,
        until: date | str | None = None,
        until_2: date | str | None = None,
        parent_sid: str | None = None,
        int_: int | None = None,
        count: int | None = None,
        kind: EventKind | str | None = None,
        parameters: str | None = None,
    ) -> Event:
        """Create one.

        Args:
            date_: It is sent as ``Date``.
            until: It is sent as ``Until``.
            until_2: It is sent as ``until``.
            parent_sid: It is sent as ``ParentSid``.
            int_: It is sent as ``Int``.
            count: It is sent as ``Count``.
            kind: It is sent as ``Kind``.
            parameters: It is sent as ``parameters``.
        """
        return self.run(
            CreateEventRequest(
                date_=date_,
                until=until,
                until_2=until_2,
                parent_sid=parent_sid,
                int_=int_,
                count=count,
                kind=kind,
                parameters=parameters,
            ),
        )


@g.request
class UpdateEventRequest(g.Parameters):
    """What Update of Event takes; None is not sent, an empty text is."""


class UpdateEvent(g.Update[UpdateEventRequest, "EventNote"]):
    """Update Event: ``POST /v1/Events/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Event",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/v1/Events/{Sid}",),
        keys=_KEYS,
        record="acme_names.api.event_note:EventNote",
        root="Event",
        encoding="form",
        request_profile="profiles/Event/UpdateEvent.request.xsd",
        response_profile="profiles/Event/UpdateEvent.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateEventRequest

    def __call__(
        self,
        sid: str,
        /,
    ) -> EventNote:
        """Change one; what is None is not sent.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(
            sid,
            UpdateEventRequest(),
        )


class DeleteEvent(g.Delete):
    """Delete Event: ``DELETE /v1/Events/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Event",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v1/Events/{Sid}",),
        keys=_KEYS,
        root="Event",
        status=(204,),
        cardinality="none",
        parameters=(
            g.ParameterSpec("page_size_", "PageSize", g.INTEGER, location="query"),
            g.ParameterSpec("reason", "Reason", g.TEXT, required=True, location="query"),
            g.ParameterSpec("sid_", "Sid", g.TEXT, required=True, location="query", xml="OtherSid"),
        ),
        request_profile="profiles/Event/DeleteEvent.request.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        reason: str,
        sid_: str,
        page_size_: int | None = None,
    ) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``Sid``.
            page_size_: It is sent as ``PageSize``.
            reason: It is sent as ``Reason``.
            sid_: It is sent as ``Sid``.
        """
        self.run(
            sid,
            {
                "PageSize": page_size_,
                "Reason": reason,
                "Sid": sid_,
            },
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Event", ("Get", "Query", "Create", "Update", "Delete"))
