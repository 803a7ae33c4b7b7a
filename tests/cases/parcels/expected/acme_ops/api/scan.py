"""Scan: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_ops._service import SERVICE

__all__ = [
    "DeleteScan",
    "GetScan",
    "QueryScan",
    "Scan",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "ParcelSid": g.Key(("PC",)),
    "Sid": g.Key(("SN",), literals=("Latest",)),
}


@g.record
class Scan(g.Record):
    """One Scan."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with SN."""
    parcel_sid: Sid | None = g.field("ParcelSid", g.SID)
    """A Sid that begins with PC."""
    scanned_at: datetime | None = g.field("ScannedAt", g.RFC2822)
    due: date | None = g.field("Due", g.DATE)
    place: str | None = g.field("Place")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Scan",
        service=SERVICE,
        item="Scan",
        list="Scans",
        accepts=("ParcelScan",),
    )


class GetScan(g.Get[Scan]):
    """Get Scan: ``GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans/{Sid}``.

    Takes ``[OfficeSid:]ParcelSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans/{Sid}",),
        keys=_KEYS,
        record=Scan,
        root="Scan",
        response_profile="profiles/Scan/GetScan.response.xsd",
    )

    def __call__(self, sid: str, /) -> Scan:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[OfficeSid:]ParcelSid:Sid``.
        """
        return self.run(sid)


class QueryScan(g.Query[Scan]):
    """Query Scan: ``GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans``.

    Takes ``[OfficeSid:]ParcelSid``.
    """

    scanned_at: ClassVar[g.DayFilter] = g.DayFilter("ScannedAt", "scanned_at")
    due: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("Due", g.DATE)
    hidden: ClassVar[g.DayFilter] = g.DayFilter("Hidden", None)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans",),
        keys=_KEYS,
        record=Scan,
        root="Scan",
        cardinality="many",
        json_list="scans",
        paging="uris",
        response_profile="profiles/Scan/QueryScan.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[Scan]:
        """The records, page by page as they are used.

        Args:
            parent: They live under ``[OfficeSid:]ParcelSid``.
        """
        return self.run(parent)


class DeleteScan(g.Delete):
    """Delete Scan: ``DELETE /v1/Offices/{OfficeSid}/Scans/{Sid}``.

    Takes ``[OfficeSid:]Sid or [OfficeSid:]ParcelSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Scan",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=(
            "/v1/Offices/{OfficeSid}/Scans/{Sid}",
            "/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans/{Sid}",
        ),
        keys=_KEYS,
        root="Scan",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Scan/DeleteScan.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``[OfficeSid:]Sid or [OfficeSid:]ParcelSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Scan", ("Get", "Query", "Delete"))
