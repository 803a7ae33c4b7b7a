"""Parcel: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from acme_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateParcel",
    "CreateParcelRequest",
    "DeleteParcel",
    "GetParcel",
    "Parcel",
    "ParcelSize",
    "ParcelState",
    "QueryParcel",
    "UpdateParcel",
    "UpdateParcelRequest",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "Sid": g.Key(("PA",)),
}


class ParcelState(g.OpenEnum):
    """The values known; others are kept as they come."""

    WAITING = "waiting"
    IN_TRANSIT = "in-transit"
    DELIVERED = "delivered"


@g.record
class ParcelSize(g.Record):
    """A value nested in Parcel: size."""

    height: int | None = g.field("Height", g.INTEGER)
    width: int | None = g.field("Width", g.INTEGER)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ParcelSize",
        service=SERVICE,
        item="Size",
    )


@g.record
class Parcel(g.Record):
    """One Parcel."""

    sid: Sid | None = g.field("Sid", g.SID)
    weight: Decimal | None = g.field("Weight", g.DECIMAL)
    stops: int | None = g.field("Stops", g.INTEGER)
    fragile: bool | None = g.field("Fragile", g.BOOLEAN)
    state: ParcelState | None = g.field("State", g.EnumKind(ParcelState))
    class_: str | None = g.field("Class", g.TEXT, "class")
    posted_at: datetime | None = g.field("PostedAt", g.RFC2822)
    delivered_on: date | None = g.field("DeliveredOn", g.DATE)
    labels: tuple[str, ...] | None = g.field("Labels", g.ListKind("Label", g.TEXT))
    size: ParcelSize | None = g.field("Size", g.StructKind(ParcelSize))
    related_uris: Mapping[str, str] | None = g.field("RelatedUris", g.URI_MAP)
    remarks: Any = g.field("Remarks", g.ANY)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Parcel",
        service=SERVICE,
        item="Parcel",
        list="Parcels",
        json_list="parcels",
        wire="acme_ops._wire.parcel",
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
        response_profile="profiles/Parcel/GetParcel.response.xsd",
    )


class QueryParcel(g.Query[Parcel]):
    """Query Parcel: ``GET /v1/Offices/{OfficeSid}/Parcels``."""

    state: ClassVar[g.EqualsFilter[ParcelState | str]] = g.EqualsFilter("State", g.EnumKind(ParcelState))
    posted_at: ClassVar[g.InstantFilter] = g.InstantFilter("PostedAt", "posted_at")
    delivered_on: ClassVar[g.DayFilter] = g.DayFilter("DeliveredOn", "delivered_on")
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
        paging="uris",
        response_profile="profiles/Parcel/QueryParcel.response.xsd",
    )


@g.request
class CreateParcelRequest(g.ActionRequest):
    """What Create of Parcel takes; None is not sent, an empty text is."""

    to: str = g.required("To", g.TEXT)
    street: str | None = g.optional("Street", g.TEXT)
    box: int | None = g.optional("Box", g.IntegerKind(1, 999))
    label: Sequence[str] | None = g.optional("Label", g.TEXT, repeated=True)
    phone: str | None = g.optional("Phone", g.PHONE)
    extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Extra", g.PairsKind(9))
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
        either=(("Street", "Box"),),
        request_profile="profiles/Parcel/CreateParcel.request.xsd",
        response_profile="profiles/Parcel/CreateParcel.response.xsd",
    )


class CreateParcel(g.Create[CreateParcelRequest, Parcel]):
    """Create Parcel: ``POST /v1/Offices/{OfficeSid}/Parcels``.

    Needs at least one of Street, Box.
    """

    spec: ClassVar[g.OperationSpec] = CreateParcelRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateParcelRequest

    def __call__(
        self,
        *,
        to: str,
        street: str | None = None,
        box: int | None = None,
        label: Sequence[str] | None = None,
        phone: str | None = None,
        extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        parent: str | None = None,
    ) -> Parcel:
        """Create one; ``parent`` is ``OfficeSid``."""
        return self.run(
            CreateParcelRequest(
                to=to,
                street=street,
                box=box,
                label=label,
                phone=phone,
                extra=extra,
            ),
            parent,
        )


@g.request
class UpdateParcelRequest(g.ActionRequest):
    """What Update of Parcel takes; None is not sent, an empty text is."""

    state: ParcelState | str | None = g.optional("State", g.EnumKind(ParcelState))
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


class UpdateParcel(g.Update[UpdateParcelRequest, Parcel]):
    """Update Parcel: ``POST /v1/Offices/{OfficeSid}/Parcels/{Sid}``.

    Takes ``[OfficeSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateParcelRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateParcelRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        state: ParcelState | str | None = None,
    ) -> Parcel:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateParcelRequest(
                state=state,
            ),
        )


class DeleteParcel(g.Delete):
    """Delete Parcel: ``DELETE /v1/Offices/{OfficeSid}/Parcels/{Sid}``.

    Takes ``[OfficeSid:]Sid``.

    Refused by the API: The post takes nothing back.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Parcel",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{Sid}",),
        keys=_KEYS,
        root="Parcel",
        status=(204,),
        cardinality="none",
        refused="The post takes nothing back.",
        request_profile="profiles/Parcel/DeleteParcel.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Parcel", ("Get", "Query", "Create", "Update", "Delete"))
