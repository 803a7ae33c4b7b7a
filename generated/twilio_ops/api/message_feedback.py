"""MessageFeedback: Create.

Message feedback says whether a message did what it was for.

https://www.twilio.com/docs/messaging/api/message-feedback-resource
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateMessageFeedback",
    "CreateMessageFeedbackRequest",
    "MessageFeedback",
    "MessageFeedbackOutcome",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "MessageSid": g.Key(("SM", "MM")),
}


class MessageFeedbackOutcome(g.OpenEnum):
    """Whether a message worked. Values not listed are kept as they come."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


@g.record
class MessageFeedback(g.Record):
    """One MessageFeedback.

    Message feedback says whether a message did what it was for.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    message_sid: Sid | None = g.field("MessageSid", g.SID)
    """The feedback is about this message. A Sid that begins with SM or MM."""
    outcome: MessageFeedbackOutcome | None = g.field("Outcome", g.EnumType(MessageFeedbackOutcome))
    """The receiver has acted on the message, or not."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="MessageFeedback",
        service=SERVICE,
        item="Feedback",
    )


@g.request
class CreateMessageFeedbackRequest(g.Parameters):
    """What Create of MessageFeedback takes; None is not sent, an empty text is."""

    outcome: MessageFeedbackOutcome | str | None = g.optional("Outcome", g.EnumType(MessageFeedbackOutcome))
    """The receiver has acted on the message, or not."""


class CreateMessageFeedback(g.Create[CreateMessageFeedbackRequest, MessageFeedback]):
    """Create MessageFeedback: ``POST /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Feedback``.

    You report whether a message worked.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="MessageFeedback",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Feedback",),
        keys=_KEYS,
        record=MessageFeedback,
        root="Feedback",
        encoding="form",
        request_profile="profiles/MessageFeedback/CreateMessageFeedback.request.xsd",
        response_profile="profiles/MessageFeedback/CreateMessageFeedback.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateMessageFeedbackRequest

    def __call__(
        self,
        *,
        parent: str,
        outcome: MessageFeedbackOutcome | str | None = None,
    ) -> MessageFeedback:
        """You report whether a message worked.

        Args:
            parent: It lives under ``[AccountSid:]MessageSid``.
            outcome: The receiver has acted on the message, or not.
        """
        return self.run(
            CreateMessageFeedbackRequest(
                outcome=outcome,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "MessageFeedback", ("Create",))
