"""Parcel: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from sample_package._service import SERVICE
from twilio_ops_runtime.generated import (
    ANY,
    BOOLEAN,
    DECIMAL,
    INTEGER,
    ISO8601,
    PHONE,
    RFC2822,
    SID,
    TEXT,
    UNSET,
    URI_MAP,
    ActionRequest,
    Create,
    Delete,
    EnumKind,
    EqualsFilter,
    FieldSpec,
    Get,
    InstantFilter,
    Key,
    ListKind,
    OpenEnum,
    OperationSpec,
    PairsKind,
    ParameterSpec,
    Query,
    Record,
    RecordSpec,
    Sid,
    SidKind,
    StructKind,
    Update,
    explain_missing,
)

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

_KEYS = {"AccountSid": Key(("AC",)), "Sid": Key(("PC",))}
_LIST = "/v1/Accounts/{AccountSid}/Parcels"
_INSTANCE = "/v1/Accounts/{AccountSid}/Parcels/{Sid}"


class ParcelStatus(OpenEnum):
    """Where a parcel is on its way."""

    QUEUED = "queued"
    UNDER_WAY = "under-way"
    DELIVERED = "delivered"


@frozen(kw_only=True, repr=False, eq=False)
class ParcelHandling(Record):
    """How a parcel may be handled."""

    fragile: bool | None = UNSET
    xray: bool | None = UNSET
    spec: ClassVar[RecordSpec] = RecordSpec(
        name="ParcelHandling",
        service=SERVICE,
        fields=(FieldSpec("fragile", "Fragile", BOOLEAN), FieldSpec("xray", "XRAY", BOOLEAN)),
    )


@frozen(kw_only=True, repr=False, eq=False)
class Parcel(Record):
    """One parcel."""

    sid: Sid | None = UNSET
    account_sid: Sid | None = UNSET
    date_created: datetime | None = UNSET
    sent_at: datetime | None = UNSET
    from_: str | None = UNSET
    to: str | None = UNSET
    status: ParcelStatus | None = UNSET
    weight: Decimal | None = UNSET
    pieces: int | None = UNSET
    insured: bool | None = UNSET
    marks: tuple[str | None, ...] | None = UNSET
    handling: ParcelHandling | None = UNSET
    customs: Any = UNSET
    parcel: str | None = UNSET
    uri: str | None = UNSET
    subresource_uris: Mapping[str, str] | None = UNSET
    spec: ClassVar[RecordSpec] = RecordSpec(
        name="Parcel",
        service=SERVICE,
        item="Parcel",
        list="Parcels",
        json_list="parcels",
        wire="sample_package._wire.parcel",
        fields=(
            FieldSpec("sid", "Sid", SID),
            FieldSpec("account_sid", "AccountSid", SID),
            FieldSpec("date_created", "DateCreated", RFC2822),
            FieldSpec("sent_at", "SentAt", ISO8601),
            FieldSpec("from_", "From", TEXT, "from"),
            FieldSpec("to", "To", TEXT),
            FieldSpec("status", "Status", EnumKind(ParcelStatus)),
            FieldSpec("weight", "Weight", DECIMAL),
            FieldSpec("pieces", "Pieces", INTEGER),
            FieldSpec("insured", "Insured", BOOLEAN),
            FieldSpec("marks", "Marks", ListKind("Mark", TEXT)),
            FieldSpec("handling", "Handling", StructKind(ParcelHandling)),
            FieldSpec("customs", "Customs", ANY),
            FieldSpec("parcel", "Parcel", TEXT),
            FieldSpec("uri", "Uri", TEXT),
            FieldSpec("subresource_uris", "SubresourceUris", URI_MAP),
        ),
    )


class GetParcel(Get[Parcel]):
    """Get one parcel."""

    spec: ClassVar[OperationSpec] = OperationSpec(
        object="Parcel",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=(_INSTANCE,),
        keys=_KEYS,
        record=Parcel,
        response_profile="profiles/Parcel/Response.xsd",
        parameters=(
            ParameterSpec("include_lost", "IncludeLost", BOOLEAN, location="query"),
            ParameterSpec("trace", "X-Trace", TEXT, location="header"),
        ),
    )

    def __call__(
        self, sid: str, /, *, include_lost: bool | None = None, trace: str | None = None
    ) -> Parcel:
        """The parcel of a Sid.

        Args:
            sid: ``[AccountSid:]ParcelSid``.
            include_lost: Whether a lost parcel is answered, too.
            trace: A name for the request.
        """
        return self.run(sid, {"IncludeLost": include_lost, "X-Trace": trace})


class QueryParcel(Query[Parcel]):
    """List parcels."""

    status: ClassVar[EqualsFilter[ParcelStatus | str]] = EqualsFilter(
        "Status", EnumKind(ParcelStatus)
    )
    route: ClassVar[EqualsFilter[str]] = EqualsFilter("Route", TEXT, repeated=True)
    sent_at: ClassVar = InstantFilter("SentAt", "sent_at")
    spec: ClassVar[OperationSpec] = OperationSpec(
        object="Parcel",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=(_LIST,),
        keys=_KEYS,
        record=Parcel,
        cardinality="many",
        paging="uris",
        response_profile="profiles/Parcel/Response.xsd",
    )


@frozen(kw_only=True, repr=False, eq=False)
class CreateParcelRequest(ActionRequest):
    """What Create of a parcel takes."""

    to: str
    from_: str | None = None
    pickup_url: str | None = None
    depot_sid: str | None = None
    weight: Decimal | None = None
    pieces: int | None = None
    insured: bool | None = None
    send_at: datetime | str | None = None
    mark: Sequence[str] | None = None
    extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = None
    spec: ClassVar[OperationSpec] = OperationSpec(
        object="Parcel",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=(_LIST,),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        status=(201,),
        encoding="form",
        parameters=(
            ParameterSpec("to", "To", PHONE, required=True),
            ParameterSpec("from_", "From", TEXT),
            ParameterSpec("pickup_url", "PickupUrl", TEXT),
            ParameterSpec("depot_sid", "DepotSid", SidKind("DE")),
            ParameterSpec("weight", "Weight", DECIMAL),
            ParameterSpec("pieces", "Pieces", INTEGER),
            ParameterSpec("insured", "Insured", BOOLEAN),
            ParameterSpec("send_at", "SendAt", ISO8601),
            ParameterSpec("mark", "Mark", TEXT, repeated=True),
            ParameterSpec("extra", "Extra", PairsKind(3)),
        ),
        either=(("PickupUrl", "DepotSid"),),
        request_profile="profiles/Parcel/CreateRequest.xsd",
        response_profile="profiles/Parcel/Response.xsd",
    )


class CreateParcel(Create[CreateParcelRequest, Parcel]):
    """Send a parcel."""

    spec: ClassVar[OperationSpec] = CreateParcelRequest.spec
    request: ClassVar[type[ActionRequest]] = CreateParcelRequest

    def __call__(
        self,
        *,
        to: str,
        from_: str | None = None,
        pickup_url: str | None = None,
        depot_sid: str | None = None,
        weight: Decimal | None = None,
        pieces: int | None = None,
        insured: bool | None = None,
        send_at: datetime | str | None = None,
        mark: Sequence[str] | None = None,
        extra: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
        parent: str | None = None,
    ) -> Parcel:
        """Send a parcel; what is None is not sent.

        Args:
            to: Who gets it.
            parent: ``[AccountSid]``; the connection's account if left out.
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


@frozen(kw_only=True, repr=False, eq=False)
class UpdateParcelRequest(ActionRequest):
    """What Update of a parcel takes."""

    note: str | None = None
    status: ParcelStatus | str | None = None
    spec: ClassVar[OperationSpec] = OperationSpec(
        object="Parcel",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=(_INSTANCE,),
        keys=_KEYS,
        record=Parcel,
        root="Parcel",
        encoding="form",
        parameters=(
            ParameterSpec("note", "Note", TEXT),
            ParameterSpec("status", "Status", EnumKind(ParcelStatus)),
        ),
        request_profile="profiles/Parcel/UpdateRequest.xsd",
        response_profile="profiles/Parcel/Response.xsd",
    )


class UpdateParcel(Update[UpdateParcelRequest, Parcel]):
    """Change a parcel."""

    spec: ClassVar[OperationSpec] = UpdateParcelRequest.spec
    request: ClassVar[type[ActionRequest]] = UpdateParcelRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        note: str | None = None,
        status: ParcelStatus | str | None = None,
    ) -> Parcel:
        """Change a parcel; what is None is not sent."""
        return self.run(sid, UpdateParcelRequest(note=note, status=status))


class DeleteParcel(Delete):
    """Take a parcel back."""

    spec: ClassVar[OperationSpec] = OperationSpec(
        object="Parcel",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=(_INSTANCE, "/v1/Accounts/{AccountSid}/Depots/{DepotSid}/Parcels/{Sid}"),
        keys={**_KEYS, "DepotSid": Key(("DE",))},
        root="Parcel",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Parcel/DeleteRequest.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = explain_missing(
        __name__, "Parcel", ("Get", "Query", "Create", "Update", "Delete")
    )
