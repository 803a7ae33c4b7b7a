"""CallFeedbackSummary: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

import twilio_ops.api.call_feedback_summary as api

from .harness import check


def test_get_call_feedback_summary() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}."""
    check(
        api.GetCallFeedbackSummary,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/FeedbackSummary/FS0123456789abcdef0123456789abcdef",
        address="FS0123456789abcdef0123456789abcdef",
        record=api.CallFeedbackSummary,
    )


def test_create_call_feedback_summary() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary."""
    check(
        api.CreateCallFeedbackSummary,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/FeedbackSummary",
        arguments={
            "start_date": "2012-09-17",
            "end_date": "2012-09-17",
            "include_subaccounts": True,
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
        },
        sent=[
            ("StartDate", "2012-09-17"),
            ("EndDate", "2012-09-17"),
            ("IncludeSubaccounts", "true"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
        ],
        record=api.CallFeedbackSummary,
        facts={"status": (201,), "encoding": "form", "required": ("EndDate", "StartDate")},
    )


def test_delete_call_feedback_summary() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}."""
    check(
        api.DeleteCallFeedbackSummary,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/FeedbackSummary/FS0123456789abcdef0123456789abcdef",
        address="FS0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
