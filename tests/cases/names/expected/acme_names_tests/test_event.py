"""Event: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import acme_names.api.event as api

from .harness import check


def test_get_event() -> None:
    """GET /v1/Events/{Sid}."""
    check(
        api.GetEvent,
        "GET",
        "/v1/Events/EV0123456789abcdef0123456789abcdef",
        address="EV0123456789abcdef0123456789abcdef",
        arguments={
            "date_": "2012-09-17",
            "until": "2012-09-17",
            "page_size_": 1,
            "parameters": "text & more",
        },
        sent=[
            ("Date", "2012-09-17"),
            ("Until", "2012-09-17"),
            ("PageSize", "1"),
            ("parameters", "text & more"),
        ],
        record=api.Event,
        facts={
            "required": ("Date",),
            "elsewhere": (("Date", "query"), ("PageSize", "query"), ("Until", "query"), ("parameters", "query")),
        },
    )


def test_query_event() -> None:
    """GET /v1/Events."""
    check(
        api.QueryEvent,
        "GET",
        "/v1/Events",
        arguments={
            "x_tenant": "text & more",
        },
        filters=[
            api.QueryEvent.date_.on("2012-09-17"),
            api.QueryEvent.datetime_.after("2012-09-01 00:00:00"),
            api.QueryEvent.time_seen.before("2012-10-01 00:00:00"),
            api.QueryEvent.start_date.on("2012-09-17"),
            api.QueryEvent.text.equals("text & more"),
            api.QueryEvent.int_.equals(1),
            api.QueryEvent.kind.equals("begun"),
            api.QueryEvent.weight.equals(Decimal("1.5")),
        ],
        sent=[
            ("Date", "2012-09-17"),
            ("Datetime>", "2012-09-01T00:00:00Z"),
            ("TimeSeen<", "2012-10-01T00:00:00Z"),
            ("StartDate", "2012-09-17"),
            ("str", "text & more"),
            ("Int", "1"),
            ("Kind", "begun"),
            ("Weight", "1.5"),
            ("X-Tenant", "text & more"),
        ],
        record=api.Event,
        facts={"paging": "meta", "required": ("X-Tenant",), "elsewhere": (("X-Tenant", "header"),)},
    )


def test_create_event() -> None:
    """POST /v1/Events."""
    check(
        api.CreateEvent,
        "POST",
        "/v1/Events",
        arguments={
            "date_": "2012-09-17",
            "until": "2012-09-17",
            "until_2": "2012-09-17",
            "parent_sid": "text & more",
            "int_": 1,
            "count": 1,
            "kind": "begun",
            "parameters": "text & more",
        },
        sent=[
            ("Date", "2012-09-17"),
            ("Until", "2012-09-17"),
            ("until", "2012-09-17"),
            ("ParentSid", "text & more"),
            ("Int", "1"),
            ("Count", "1"),
            ("Kind", "begun"),
            ("parameters", "text & more"),
        ],
        record=api.Event,
        facts={"status": (201,), "encoding": "form", "required": ("Date",)},
    )


def test_update_event() -> None:
    """POST /v1/Events/{Sid}."""
    check(
        api.UpdateEvent,
        "POST",
        "/v1/Events/EV0123456789abcdef0123456789abcdef",
        address="EV0123456789abcdef0123456789abcdef",
        facts={"encoding": "form"},
    )


def test_delete_event() -> None:
    """DELETE /v1/Events/{Sid}."""
    check(
        api.DeleteEvent,
        "DELETE",
        "/v1/Events/EV0123456789abcdef0123456789abcdef",
        address="EV0123456789abcdef0123456789abcdef",
        arguments={
            "page_size_": 1,
            "reason": "text & more",
            "sid_": "text & more",
        },
        sent=[
            ("PageSize", "1"),
            ("Reason", "text & more"),
            ("Sid", "text & more"),
        ],
        facts={
            "status": (204,),
            "required": ("Reason", "Sid"),
            "elsewhere": (("PageSize", "query"), ("Reason", "query"), ("Sid", "query")),
        },
    )
