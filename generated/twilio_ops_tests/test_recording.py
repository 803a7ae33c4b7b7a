"""Recording: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.recording as api

from .harness import check


def test_get_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}."""
    check(
        api.GetRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef",
        arguments={
            "include_soft_deleted": True,
        },
        sent=[
            ("IncludeSoftDeleted", "true"),
        ],
        record=api.Recording,
        facts={"elsewhere": (("IncludeSoftDeleted", "query"),)},
    )


def test_query_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings."""
    check(
        api.QueryRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings",
        record=api.Recording,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_recording() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}."""
    check(
        api.DeleteRecording,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef",
        facts={"status": (204,), "alternatives": ("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",)},
    )
