"""Account: Get, Query, Create, Update, Delete.

An account owns numbers, calls and messages; a subaccount belongs to another one.

https://www.twilio.com/docs/iam/api/account
"""

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
    """Whether an account works. Values not listed are kept as they come."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class AccountType(g.OpenEnum):
    """Whether an account is paid for. Values not listed are kept as they come."""

    TRIAL = "Trial"
    FULL = "Full"


@g.record
class Account(g.Record):
    """One Account.

    An account owns numbers, calls and messages; a subaccount belongs to another one.
    """

    auth_token: str | None = g.field("AuthToken", secret=True)
    """This token signs in to the account; keep it secret. It is never shown. It is personal data."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    owner_account_sid: Sid | None = g.field("OwnerAccountSid", g.SID)
    """This account owns the subaccount; a main account owns itself. A Sid that begins with AC."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AC."""
    status: AccountStatus | None = g.field("Status", g.EnumType(AccountStatus))
    """The account works, is suspended or is closed."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.UriMapType({"sms_messages": "SMSMessages"}))
    """These paths lead to the lists that belong to the record."""
    type: AccountType | None = g.field("Type", g.EnumType(AccountType))
    """The account is on trial or is paid for."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Account",
        service=SERVICE,
        item="Account",
        list="Accounts",
    )


class GetAccount(g.Get[Account]):
    """Get Account: ``GET /2010-04-01/Accounts/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(sid)


class QueryAccount(g.Query[Account]):
    """Query Account: ``GET /2010-04-01/Accounts``.

    Twilio lists the records that the filters let through, page by page.
    """

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    status: ClassVar[g.EqualsFilter[AccountStatus | str]] = g.EqualsFilter("Status", g.EnumType(AccountStatus))
    """Only accounts in this state match."""
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
        max_page_size=1000,
        response_profile="profiles/Account/QueryAccount.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Account]:
        """Twilio lists the records that the filters let through, page by page."""
        return self.run(parent)


@g.request
class CreateAccountRequest(g.Parameters):
    """What Create of Account takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class CreateAccount(g.Create[CreateAccountRequest, Account]):
    """Create Account: ``POST /2010-04-01/Accounts``.

    A new subaccount comes into being.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateAccountRequest

    def __call__(
        self,
        *,
        friendly_name: str | None = None,
    ) -> Account:
        """A new subaccount comes into being.

        Args:
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            CreateAccountRequest(
                friendly_name=friendly_name,
            ),
        )


@g.request
class UpdateAccountRequest(g.Parameters):
    """What Update of Account takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    status: AccountStatus | str | None = g.optional("Status", g.EnumType(AccountStatus))
    """The account is suspended, works again, or closes for good."""


class UpdateAccount(g.Update[UpdateAccountRequest, Account]):
    """Update Account: ``POST /2010-04-01/Accounts/{Sid}``.

    An account gets another name or state.

    Side effect: suspends or closes the account if Status says so.

    Takes ``Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateAccountRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        status: AccountStatus | str | None = None,
    ) -> Account:
        """An account gets another name or state.

        Side effect: suspends or closes the account if Status says so.

        Args:
            sid: The record's Sid, ``Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            status: The account is suspended, works again, or closes for good.
        """
        return self.run(
            sid,
            UpdateAccountRequest(
                friendly_name=friendly_name,
                status=status,
            ),
        )


class DeleteAccount(g.Delete):
    """Delete Account: ``POST /2010-04-01/Accounts/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Account", ("Get", "Query", "Create", "Update", "Delete"))
