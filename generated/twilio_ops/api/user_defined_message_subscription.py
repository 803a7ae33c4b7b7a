"""UserDefinedMessageSubscription: Create, Delete."""

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
    """One UserDefinedMessageSubscription."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UserDefinedMessageSubscription",
        service=SERVICE,
        item="UserDefinedMessageSubscription",
    )


@g.request
class CreateUserDefinedMessageSubscriptionRequest(g.Parameters):
    """What Create of UserDefinedMessageSubscription takes; None is not sent, an empty text is."""

    callback: str = g.required("Callback")
    idempotency_key: str | None = g.optional("IdempotencyKey")
    method: str | None = g.optional("Method")
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


class CreateUserDefinedMessageSubscription(g.Create[CreateUserDefinedMessageSubscriptionRequest, UserDefinedMessageSubscription]):
    """Create UserDefinedMessageSubscription:
    ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions``.
    """

    spec: ClassVar[g.OperationSpec] = CreateUserDefinedMessageSubscriptionRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateUserDefinedMessageSubscriptionRequest

    def __call__(
        self,
        *,
        parent: str,
        callback: str,
        idempotency_key: str | None = None,
        method: str | None = None,
    ) -> UserDefinedMessageSubscription:
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UserDefinedMessageSubscription", ("Create", "Delete"))
