"""Account: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Account",
    "AccountStatus",
    "AccountType",
    "CreateAccount",
    "CreateAccountRequest",
    "DeleteAccount",
    "GetAccount",
    "QueryAccount",
    "UpdateAccount",
    "UpdateAccountRequest",
]

_KEYS = {
    "Sid": g.Key(("AC",)),
}


class AccountStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class AccountType(g.OpenEnum):
    """The values known; others are kept as they come."""

    TRIAL = "Trial"
    FULL = "Full"


@g.record
class Account(g.Record):
    """One Account."""

    auth_token: str | None = g.field("AuthToken", secret=True)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    owner_account_sid: Sid | None = g.field("OwnerAccountSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    status: AccountStatus | None = g.field("Status", g.EnumType(AccountStatus))
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.UriMapType({"sms_messages": "SMSMessages"}))
    type: AccountType | None = g.field("Type", g.EnumType(AccountType))
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Account",
        service=SERVICE,
        item="Account",
        list="Accounts",
    )


class GetAccount(g.Get[Account]):
    """Get Account: ``GET /2010-04-01/Accounts/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Account",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{Sid}",),
        keys=_KEYS,
        record=Account,
        root="Account",
        response_profile="profiles/Account/GetAccount.response.xsd",
    )

    def __call__(self, sid: str, /) -> Account:
        """The one record of a Sid."""
        return self.run(sid)


class QueryAccount(g.Query[Account]):
    """Query Account: ``GET /2010-04-01/Accounts``."""

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    status: ClassVar[g.EqualsFilter[AccountStatus | str]] = g.EqualsFilter("Status", g.EnumType(AccountStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Account",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts",),
        keys={},
        record=Account,
        root="Account",
        cardinality="many",
        json_list="accounts",
        paging="uris",
        response_profile="profiles/Account/QueryAccount.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Account]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateAccountRequest(g.Parameters):
    """What Create of Account takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Account",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts",),
        keys={},
        record=Account,
        root="Account",
        status=(201,),
        encoding="form",
        request_profile="profiles/Account/CreateAccount.request.xsd",
        response_profile="profiles/Account/CreateAccount.response.xsd",
    )


class CreateAccount(g.Create[CreateAccountRequest, Account]):
    """Create Account: ``POST /2010-04-01/Accounts``."""

    spec: ClassVar[g.OperationSpec] = CreateAccountRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateAccountRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
    ) -> Account:
        """Create one."""
        return self.run(
            CreateAccountRequest(
                friendly_name=friendly_name,
            ),
        )


@g.request
class UpdateAccountRequest(g.Parameters):
    """What Update of Account takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    status: AccountStatus | str | None = g.optional("Status", g.EnumType(AccountStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Account",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{Sid}",),
        keys=_KEYS,
        record=Account,
        root="Account",
        encoding="form",
        request_profile="profiles/Account/UpdateAccount.request.xsd",
        response_profile="profiles/Account/UpdateAccount.response.xsd",
    )


class UpdateAccount(g.Update[UpdateAccountRequest, Account]):
    """Update Account: ``POST /2010-04-01/Accounts/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateAccountRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateAccountRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        status: AccountStatus | str | None = None,
    ) -> Account:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateAccountRequest(
                friendly_name=friendly_name,
                status=status,
            ),
        )


class DeleteAccount(g.Delete):
    """Delete Account: ``POST /2010-04-01/Accounts/{Sid}``.

    Takes ``Sid``.

    Closes the account, which is final; nothing is removed.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Account",
        action="Delete",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{Sid}",),
        keys=_KEYS,
        root="Account",
        cardinality="none",
        encoding="form",
        fixed={"Status": "closed"},
        request_profile="profiles/Account/DeleteAccount.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Account", ("Get", "Query", "Create", "Update", "Delete"))
