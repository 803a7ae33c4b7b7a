"""CallFeedback: Get, Update.

Call feedback says how good a call sounded.

https://www.twilio.com/docs/voice/api/feedback-resource
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CallFeedback",
    "CallFeedbackIssues",
    "GetCallFeedback",
    "UpdateCallFeedback",
    "UpdateCallFeedbackRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
}


class CallFeedbackIssues(g.OpenEnum):
    """What may be wrong with a call. Values not listed are kept as they come."""

    AUDIO_LATENCY = "audio-latency"
    DIGITS_NOT_CAPTURED = "digits-not-captured"
    DROPPED_CALL = "dropped-call"
    IMPERFECT_AUDIO = "imperfect-audio"
    INCORRECT_CALLER_ID = "incorrect-caller-id"
    ONE_WAY_AUDIO = "one-way-audio"
    POST_DIAL_DELAY = "post-dial-delay"
    UNSOLICITED_CALL = "unsolicited-call"
    DTMF_NOT_CAPTURED = "dtmf-not-captured"


@g.record
class CallFeedback(g.Record):
    """One CallFeedback.

    Call feedback says how good a call sounded.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    issues: tuple[CallFeedbackIssues, ...] | None = g.field("Issues", g.ListType("Issue", g.EnumType(CallFeedbackIssues)))
    """The caller met these problems."""
    quality_score: int | None = g.field("QualityScore", g.INTEGER)
    """The call has this mark, from 1 (bad) to 5 (perfect)."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CA."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedback",
        service=SERVICE,
        item="Feedback",
    )


@g.deprecated("The source document dropped it on 2024-02-27.")
class GetCallFeedback(g.Get[CallFeedback]):
    """Get CallFeedback: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]CallSid``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedback",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback",),
        keys=_KEYS,
        record=CallFeedback,
        root="Feedback",
        response_profile="profiles/CallFeedback/GetCallFeedback.response.xsd",
    )

    def __call__(self, sid: str, /) -> CallFeedback:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid``.
        """
        return self.run(sid)


@g.request
class UpdateCallFeedbackRequest(g.Parameters):
    """What Update of CallFeedback takes; None is not sent, an empty text is."""

    quality_score: int | None = g.optional("QualityScore", g.IntegerType(1, 5))
    """The call has this mark, from 1 (bad) to 5 (perfect). From 1 to 5."""
    issue: Sequence[CallFeedbackIssues | str] | None = g.optional("Issue", g.EnumType(CallFeedbackIssues), repeated=True)
    """The caller meets these problems."""


@g.deprecated("The source document dropped it on 2024-02-27.")
class UpdateCallFeedback(g.Update[UpdateCallFeedbackRequest, CallFeedback]):
    """Update CallFeedback: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback``.

    Somebody marks a call anew.

    Takes ``[AccountSid:]CallSid``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedback",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback",),
        keys=_KEYS,
        record=CallFeedback,
        root="Feedback",
        status=(200, 201),
        encoding="form",
        request_profile="profiles/CallFeedback/UpdateCallFeedback.request.xsd",
        response_profile="profiles/CallFeedback/UpdateCallFeedback.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateCallFeedbackRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        quality_score: int | None = None,
        issue: Sequence[CallFeedbackIssues | str] | None = None,
    ) -> CallFeedback:
        """Somebody marks a call anew.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid``.
            quality_score: The call has this mark, from 1 (bad) to 5 (perfect). From 1 to 5.
            issue: The caller meets these problems. Several values may be given.
        """
        return self.run(
            sid,
            UpdateCallFeedbackRequest(
                quality_score=quality_score,
                issue=issue,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallFeedback", ("Get", "Update"))
