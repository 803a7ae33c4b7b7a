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
    )


def test_query_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings."""
    check(
        api.QueryRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings",
        record=api.Recording,
    )


def test_delete_recording() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}."""
    check(
        api.DeleteRecording,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef",
    )
