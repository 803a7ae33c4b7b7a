"""ConferenceRecording: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.conference_recording as api

from .harness import check


def test_get_conference_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}."""
    check(
        api.GetConferenceRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        record=api.ConferenceRecording,
    )


def test_query_conference_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings."""
    check(
        api.QueryConferenceRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Recordings",
        address="CF0123456789abcdef0123456789abcdef",
        record=api.ConferenceRecording,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_update_conference_recording() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}."""
    check(
        api.UpdateConferenceRecording,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        arguments={
            "status": "in-progress",
            "pause_behavior": "silence",
        },
        sent=[
            ("Status", "in-progress"),
            ("PauseBehavior", "silence"),
        ],
        record=api.ConferenceRecording,
        facts={"encoding": "form", "required": ("Status",)},
    )


def test_delete_conference_recording() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}."""
    check(
        api.DeleteConferenceRecording,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
