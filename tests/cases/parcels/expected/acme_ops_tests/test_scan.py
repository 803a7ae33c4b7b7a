"""Scan: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ops.api.scan as api

from .harness import check


def test_get_scan() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans/{Sid}."""
    check(
        api.GetScan,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef/Scans/SN0123456789abcdef0123456789abcdef",
        address="PC0123456789abcdef0123456789abcdef:SN0123456789abcdef0123456789abcdef",
        record=api.Scan,
    )


def test_query_scan() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans."""
    check(
        api.QueryScan,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef/Scans",
        address="PC0123456789abcdef0123456789abcdef",
        record=api.Scan,
        facts={"paging": "uris"},
    )


def test_delete_scan() -> None:
    """DELETE /v1/Offices/{OfficeSid}/Scans/{Sid}."""
    check(
        api.DeleteScan,
        "DELETE",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Scans/SN0123456789abcdef0123456789abcdef",
        address="SN0123456789abcdef0123456789abcdef",
        facts={"status": (204,), "alternatives": ("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Scans/{Sid}",)},
    )
