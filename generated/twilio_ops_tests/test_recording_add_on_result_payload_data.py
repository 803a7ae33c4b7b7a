"""RecordingAddOnResultPayloadData: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.recording_add_on_result_payload_data as api

from .harness import check


def test_get_recording_add_on_result_payload_data() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{PayloadSid}/Data."""
    check(
        api.GetRecordingAddOnResultPayloadData,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/AddOnResults/XR0123456789abcdef0123456789abcdef/Payloads/XH0123456789abcdef0123456789abcdef/Data",
        address="RE0123456789abcdef0123456789abcdef:XR0123456789abcdef0123456789abcdef:XH0123456789abcdef0123456789abcdef",
        record=api.RecordingAddOnResultPayloadData,
        facts={"status": (307,), "redirect": "redirect_to"},
    )
