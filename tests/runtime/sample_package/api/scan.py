"""Scan: Get, Query, Delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from sample_package._service import SERVICE
from twilio_ops_runtime import generated as g

if TYPE_CHECKING:
    from datetime import date, datetime

    from twilio_ops_runtime.generated import Sid

__all__ = ["DeleteScan", "GetScan", "QueryScan", "Scan"]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ParcelSid": g.Key(("PC",)),
    "Sid": g.Key(("SN",), literals=("Latest",)),
}
_LIST = "/v1/Accounts/{AccountSid}/Parcels/{ParcelSid}/Scans"
_INSTANCE = _LIST + "/{Sid}"


@frozen(kw_only=True, repr=False, eq=False)
class Scan(g.Record):
    """One scan of a parcel."""

    sid: Sid | None = g.UNSET
    parcel_sid: Sid | None = g.UNSET
    scanned_at: datetime | None = g.UNSET
    due: date | None = g.UNSET
    place: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Scan",
        service=SERVICE,
        item="Scan",
        list="Scans",
        accepts=("ParcelScan",),
        json_list="scans",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("parcel_sid", "ParcelSid", g.SID),
            g.FieldSpec("scanned_at", "ScannedAt", g.RFC2822),
            g.FieldSpec("due", "Due", g.DATE),
            g.FieldSpec("place", "Place", g.TEXT),
        ),
    )


class GetScan(g.Get[Scan]):
    """Get one scan."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=(_INSTANCE,),
        keys=_KEYS,
        record=Scan,
    )


class QueryScan(g.Query[Scan]):
    """List the scans of a parcel."""

    scanned: ClassVar[g.DayFilter] = g.DayFilter("ScannedAt", "scanned_at")
    due: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("Due", g.DATE)
    hidden: ClassVar[g.DayFilter] = g.DayFilter("Hidden", None)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=(_LIST,),
        keys=_KEYS,
        record=Scan,
        cardinality="many",
        paging="uris",
    )


class DeleteScan(g.Delete):
    """Delete a scan, by itself or by its parcel."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/v1/Accounts/{AccountSid}/Scans/{Sid}", _INSTANCE),
        keys=_KEYS,
        root="Scan",
        status=(204,),
        cardinality="none",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Scan", ("Get", "Query", "Delete"))
