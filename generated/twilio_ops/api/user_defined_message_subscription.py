"""UserDefinedMessageSubscription: Create, Delete.

A subscription hands messages of a call's Voice SDK to your server.

https://www.twilio.com/docs/voice/api/userdefinedmessagesubscription-resource
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateUserDefinedMessageSubscription",
    "CreateUserDefinedMessageSubscriptionRequest",
    "DeleteUserDefinedMessageSubscription",
    "UserDefinedMessageSubscription",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(("ZY",)),
}


@g.record
class UserDefinedMessageSubscription(g.Record):
    """One UserDefinedMessageSubscription.

    A subscription hands messages of a call's Voice SDK to your server.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with ZY."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UserDefinedMessageSubscription",
        service=SERVICE,
        item="UserDefinedMessageSubscription",
    )


@g.request
class CreateUserDefinedMessageSubscriptionRequest(g.Parameters):
    """What Create of UserDefinedMessageSubscription takes; None is not sent, an empty text is."""

    callback: str = g.required("Callback")
    """Twilio hands the messages to this URL."""
    idempotency_key: str | None = g.optional("IdempotencyKey")
    """Twilio carries out requests that have the same key only once."""
    method: str | None = g.optional("Method")
    """Twilio uses this HTTP method for the callback."""


class CreateUserDefinedMessageSubscription(g.Create[CreateUserDefinedMessageSubscriptionRequest, UserDefinedMessageSubscription]):
    """Create UserDefinedMessageSubscription:
    ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions``.

    Twilio begins to hand on messages of a call.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UserDefinedMessageSubscription",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions",),
        keys=_KEYS,
        record=UserDefinedMessageSubscription,
        root="UserDefinedMessageSubscription",
        status=(201,),
        encoding="form",
        request_profile="profiles/UserDefinedMessageSubscription/CreateUserDefinedMessageSubscription.request.xsd",
        response_profile="profiles/UserDefinedMessageSubscription/CreateUserDefinedMessageSubscription.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateUserDefinedMessageSubscriptionRequest

    def __call__(
        self,
        *,
        parent: str,
        callback: str,
        idempotency_key: str | None = None,
        method: str | None = None,
    ) -> UserDefinedMessageSubscription:
        """Twilio begins to hand on messages of a call.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            callback: Twilio hands the messages to this URL.
            idempotency_key: Twilio carries out requests that have the same key only once.
            method: Twilio uses this HTTP method for the callback.
        """
        return self.run(
            CreateUserDefinedMessageSubscriptionRequest(
                callback=callback,
                idempotency_key=idempotency_key,
                method=method,
            ),
            parent,
        )


class DeleteUserDefinedMessageSubscription(g.Delete):
    """Delete UserDefinedMessageSubscription:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions/{Sid}``.

    Twilio no longer hands on messages of the call.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UserDefinedMessageSubscription",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions/{Sid}",),
        keys=_KEYS,
        root="UserDefinedMessageSubscription",
        status=(204,),
        cardinality="none",
        request_profile="profiles/UserDefinedMessageSubscription/DeleteUserDefinedMessageSubscription.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio no longer hands on messages of the call.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UserDefinedMessageSubscription", ("Create", "Delete"))
