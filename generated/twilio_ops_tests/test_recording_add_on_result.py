"""RecordingAddOnResult: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.recording_add_on_result as api

from .harness import check


def test_get_recording_add_on_result() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}."""
    check(
        api.GetRecordingAddOnResult,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef",
        record=api.RecordingAddOnResult,
    )


def test_query_recording_add_on_result() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults."""
    check(
        api.QueryRecordingAddOnResult,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults",
        address="RE0123456789abcdef0123456789abcdef",
        record=api.RecordingAddOnResult,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_recording_add_on_result() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}."""
    check(
        api.DeleteRecordingAddOnResult,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
