"""Parcel: Get, Query, Create, Update, Delete.

A parcel goes from one place to another.

https://example.com/parcels
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_ops._service import SERVICE

__all__ = [
    "CreateParcel",
    "CreateParcelRequest",
    "DeleteParcel",
    "GetParcel",
    "Parcel",
    "ParcelHandling",
    "ParcelStatus",
    "QueryParcel",
    "UpdateParcel",
    "UpdateParcelRequest",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "Sid": g.Key(("PC",)),
    "DepotSid": g.Key(("DE",)),
}


class ParcelStatus(g.OpenEnum):
    """How far a parcel is. Values not listed are kept as they come."""

    QUEUED = "queued"
    UNDER_WAY = "under-way"
    """A courier carries it."""
    DELIVERED = "delivered"


@g.record
class ParcelHandling(g.Record):
    """How to touch a parcel."""

    fragile: bool | None = g.field("Fragile", g.BOOLEAN)
    xray: bool | None = g.field("XRAY", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ParcelHandling",
        service=SERVICE,
        item="Handling",
    )


@g.record
class Parcel(g.Record):
    """One Parcel.

    A parcel goes from one place to another.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with PC."""
    office_sid: Sid | None = g.field("OfficeSid", g.SID)
    """A Sid that begins with AC."""
    posted_at: datetime | None = g.field("PostedAt", g.RFC2822)
    sent_at: datetime | None = g.field("SentAt", g.ISO8601)
    from_: str | None = g.field("From", json="from")
    to: str | None = g.field("To")
    """Whoever lives here gets the parcel, 'quotes' and all."""
    status: ParcelStatus | None = g.field("Status", g.EnumType(ParcelStatus))
    weight: Decimal | None = g.field("Weight", g.DECIMAL)
    """The parcel weighs this many kilogrammes."""
    pieces: int | None = g.field("Pieces", g.INTEGER)
    insured: bool | None = g.field("Insured", g.BOOLEAN)
    marks: tuple[str, ...] | None = g.field("Marks", g.ListType("Mark", g.TEXT))
    handling: ParcelHandling | None = g.field("Handling", g.StructType(ParcelHandling))
    customs: Any = g.field("Customs", g.ANY)
    parcel: str | None = g.field("Parcel")
    uri: str | None = g.field("Uri")
    related_uris: Mapping[str, str] | None = g.field("RelatedUris", g.UriMapType({"id_tags": "IDTags"}))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Parcel",
        service=SERVICE,
        item="Parcel",
        list="Parcels",
    )


class GetParcel(g.Get[Parcel]):
    """Get Parcel: ``GET /v1/Offices/{OfficeSid}/Parcels/{Sid}``.

    Takes ``[OfficeSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{Sid}",),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        parameters=(
            g.ParameterSpec("include_lost", "IncludeLost", g.BOOLEAN, location="query"),
            g.ParameterSpec("x_trace", "X-Trace", g.TEXT, location="header"),
        ),
        response_profile="profiles/Parcel/GetParcel.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        include_lost: bool | None = None,
        x_trace: str | None = None,
    ) -> Parcel:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[OfficeSid:]Sid``.
            include_lost: It is sent as ``IncludeLost``.
            x_trace: It is sent as ``X-Trace``.
        """
        return self.run(
            sid,
            {
                "IncludeLost": include_lost,
                "X-Trace": x_trace,
            },
        )


class QueryParcel(g.Query[Parcel]):
    """Query Parcel: ``GET /v1/Offices/{OfficeSid}/Parcels``."""

    status: ClassVar[g.EqualsFilter[ParcelStatus | str]] = g.EqualsFilter("Status", g.EnumType(ParcelStatus))
    route: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Route", repeated=True)
    """Only parcels on these routes match."""
    sent_at: ClassVar[g.InstantFilter] = g.InstantFilter("SentAt", "sent_at")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels",),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        cardinality="many",
        json_list="parcels",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Parcel/QueryParcel.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Parcel]:
        """The records, page by page as they are used.

        Args:
            parent: They live under ``OfficeSid``.
        """
        return self.run(parent)


@g.request
class CreateParcelRequest(g.Parameters):
    """What Create of Parcel takes; None is not sent, an empty text is."""

    to: str = g.required("To", g.PHONE)
    """Whoever lives here gets the parcel, 'quotes' and all. In E.164 form."""
    from_: str | None = g.optional("From")
    pickup_url: str | None = g.optional("PickupUrl")
    depot_sid: str | None = g.optional("DepotSid", g.SidType("DE"))
    """A Sid that begins with DE."""
    weight: Decimal | int | None = g.optional("Weight", g.DECIMAL)
    """The parcel weighs this many kilogrammes."""
    pieces: int | None = g.optional("Pieces", g.INTEGER)
    insured: bool | None = g.optional("Insured", g.BOOLEAN)
    send_at: datetime | str | None = g.optional("SendAt", g.ISO8601)
    mark: Sequence[str] | None = g.optional("Mark", repeated=True)
    """The parcel bears this mark."""
    extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Extra", g.PairsType(3))


class CreateParcel(g.Create[CreateParcelRequest, Parcel]):
    """Create Parcel: ``POST /v1/Offices/{OfficeSid}/Parcels``.

    A parcel is posted.

    Side effect: sends a courier.

    Needs at least one of PickupUrl, DepotSid.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/Parcels",),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        status=(201,),
        encoding="form",
        either=(("PickupUrl", "DepotSid"),),
        request_profile="profiles/Parcel/CreateParcel.request.xsd",
        response_profile="profiles/Parcel/CreateParcel.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateParcelRequest

    def __call__(
        self,
        *,
        to: str,
        from_: str | None = None,
        pickup_url: str | None = None,
        depot_sid: str | None = None,
        weight: Decimal | int | None = None,
        pieces: int | None = None,
        insured: bool | None = None,
        send_at: datetime | str | None = None,
        mark: Sequence[str] | None = None,
        extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        parent: str | None = None,
    ) -> Parcel:
        """A parcel is posted.

        Side effect: sends a courier.

        Args:
            parent: It lives under ``OfficeSid``.
            to: Whoever lives here gets the parcel, 'quotes' and all. In E.164 form.
            from_: It is sent as ``From``.
            pickup_url: Needed unless `depot_sid` is given.
            depot_sid: A Sid that begins with DE. Needed unless `pickup_url` is given.
            weight: The parcel weighs this many kilogrammes.
            pieces: It is sent as ``Pieces``.
            insured: It is sent as ``Insured``.
            send_at: It is sent as ``SendAt``.
            mark: The parcel bears this mark. Several values may be given.
            extra: It is sent as ``Extra``.
        """
        return self.run(
            CreateParcelRequest(
                to=to,
                from_=from_,
                pickup_url=pickup_url,
                depot_sid=depot_sid,
                weight=weight,
                pieces=pieces,
                insured=insured,
                send_at=send_at,
                mark=mark,
                extra=extra,
            ),
            parent,
        )


@g.request
class UpdateParcelRequest(g.Parameters):
    """What Update of Parcel takes; None is not sent, an empty text is."""

    note: str | None = g.optional("Note")
    status: ParcelStatus | str | None = g.optional("Status", g.EnumType(ParcelStatus))


class UpdateParcel(g.Update[UpdateParcelRequest, Parcel]):
    """Update Parcel: ``POST /v1/Offices/{OfficeSid}/Parcels/{Sid}``.

    Takes ``[OfficeSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{Sid}",),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        encoding="form",
        request_profile="profiles/Parcel/UpdateParcel.request.xsd",
        response_profile="profiles/Parcel/UpdateParcel.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateParcelRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        note: str | None = None,
        status: ParcelStatus | str | None = None,
    ) -> Parcel:
        """Change one; what is None is not sent.

        Args:
            sid: The record's Sid, ``[OfficeSid:]Sid``.
            note: It is sent as ``Note``.
            status: It is sent as ``Status``.
        """
        return self.run(
            sid,
            UpdateParcelRequest(
                note=note,
                status=status,
            ),
        )


class DeleteParcel(g.Delete):
    """Delete Parcel: ``DELETE /v1/Offices/{OfficeSid}/Parcels/{Sid}``.

    Takes ``[OfficeSid:]Sid or [OfficeSid:]DepotSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=(
            "/v1/Offices/{OfficeSid}/Parcels/{Sid}",
            "/v1/Offices/{OfficeSid}/Depots/{DepotSid}/Parcels/{Sid}",
        ),
        keys=_KEYS,
        root="Parcel",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Parcel/DeleteParcel.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``[OfficeSid:]Sid or [OfficeSid:]DepotSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Parcel", ("Get", "Query", "Create", "Update", "Delete"))
