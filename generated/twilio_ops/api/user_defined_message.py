"""UserDefinedMessage: Create.

A user-defined message goes from your server to the Voice SDK of a call.

https://www.twilio.com/docs/voice/api/userdefinedmessage-resource
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateUserDefinedMessage",
    "CreateUserDefinedMessageRequest",
    "UserDefinedMessage",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
}


@g.record
class UserDefinedMessage(g.Record):
    """One UserDefinedMessage.

    A user-defined message goes from your server to the Voice SDK of a call.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with KX."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UserDefinedMessage",
        service=SERVICE,
        item="UserDefinedMessage",
    )


@g.request
class CreateUserDefinedMessageRequest(g.Parameters):
    """What Create of UserDefinedMessage takes; None is not sent, an empty text is."""

    content: str = g.required("Content")
    """The SDK gets this text, which is JSON."""
    idempotency_key: str | None = g.optional("IdempotencyKey")
    """Twilio carries out requests that have the same key only once."""


class CreateUserDefinedMessage(g.Create[CreateUserDefinedMessageRequest, UserDefinedMessage]):
    """Create UserDefinedMessage: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessages``.

    Twilio hands a message to the SDK at the other end of a call.

    Side effect: sends a message to a client.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UserDefinedMessage",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessages",),
        keys=_KEYS,
        record=UserDefinedMessage,
        root="UserDefinedMessage",
        status=(201,),
        encoding="form",
        request_profile="profiles/UserDefinedMessage/CreateUserDefinedMessage.request.xsd",
        response_profile="profiles/UserDefinedMessage/CreateUserDefinedMessage.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateUserDefinedMessageRequest

    def __call__(
        self,
        *,
        parent: str,
        content: str,
        idempotency_key: str | None = None,
    ) -> UserDefinedMessage:
        """Twilio hands a message to the SDK at the other end of a call.

        Side effect: sends a message to a client.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            content: The SDK gets this text, which is JSON.
            idempotency_key: Twilio carries out requests that have the same key only once.
        """
        return self.run(
            CreateUserDefinedMessageRequest(
                content=content,
                idempotency_key=idempotency_key,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UserDefinedMessage", ("Create",))
