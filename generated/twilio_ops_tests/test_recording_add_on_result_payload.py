"""RecordingAddOnResultPayload: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.recording_add_on_result_payload as api

from .harness import check


def test_get_recording_add_on_result_payload() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}."""
    check(
        api.GetRecordingAddOnResultPayload,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef/Payloads/XH0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef:XH0123456789abcdef0123456789abcdef",
        record=api.RecordingAddOnResultPayload,
    )


def test_query_recording_add_on_result_payload() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads."""
    check(
        api.QueryRecordingAddOnResultPayload,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef/Payloads",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef",
        record=api.RecordingAddOnResultPayload,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_recording_add_on_result_payload() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}."""
    check(
        api.DeleteRecordingAddOnResultPayload,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef/Payloads/XH0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef:XH0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
