"""Recording: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.recording import (
    DeleteRecording,
    GetRecording,
    QueryRecording,
    Recording,
)

from .harness import check


def test_get_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}."""
    records = check(
        GetRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef",
        arguments={
            "include_soft_deleted": True,
        },
        sent=[
            ("IncludeSoftDeleted", "true"),
        ],
    )
    assert [Recording] == [type(record) for record in records]


def test_query_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings."""
    records = check(
        QueryRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings",
    )
    assert [Recording] == [type(record) for record in records]


def test_delete_recording() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}."""
    check(
        DeleteRecording,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef",
    )
