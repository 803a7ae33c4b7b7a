"""ConnectApp: Get, Query, Create, Update, Delete.

A Connect app asks other accounts for access to their data.

https://www.twilio.com/docs/iam/api/connect-apps
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "ConnectApp",
    "ConnectAppPermission",
    "CreateConnectApp",
    "CreateConnectAppRequest",
    "DeleteConnectApp",
    "GetConnectApp",
    "QueryConnectApp",
    "UpdateConnectApp",
    "UpdateConnectAppRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("CN",)),
}


class ConnectAppPermission(g.OpenEnum):
    """What a Connect app may do with an account. Values not listed are kept as they come."""

    GET_ALL = "get-all"
    """It reads everything."""
    POST_ALL = "post-all"
    """It makes and changes everything."""


@g.record
class ConnectApp(g.Record):
    """One ConnectApp.

    A Connect app asks other accounts for access to their data.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    authorize_redirect_url: str | None = g.field("AuthorizeRedirectUrl")
    """A user who has agreed comes back to this URL. It is personal data."""
    company_name: str | None = g.field("CompanyName")
    """This company makes the app. It is personal data."""
    deauthorize_callback_method: str | None = g.field("DeauthorizeCallbackMethod")
    """Twilio uses this HTTP method to report who leaves."""
    deauthorize_callback_url: str | None = g.field("DeauthorizeCallbackUrl")
    """Twilio reports to this URL who withdraws access. It is personal data."""
    description: str | None = g.field("Description")
    """This text tells people what it is. It is personal data."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    homepage_url: str | None = g.field("HomepageUrl")
    """The app has this home page. It is personal data."""
    permissions: tuple[ConnectAppPermission, ...] | None = g.field(
        "Permissions", g.ListType("Permission", g.EnumType(ConnectAppPermission))
    )
    """The app asks for these permissions."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CN."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConnectApp",
        service=SERVICE,
        item="ConnectApp",
        list="ConnectApps",
    )


class GetConnectApp(g.Get[ConnectApp]):
    """Get ConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}",),
        keys=_KEYS,
        record=ConnectApp,
        root="ConnectApp",
        response_profile="profiles/ConnectApp/GetConnectApp.response.xsd",
    )

    def __call__(self, sid: str, /) -> ConnectApp:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryConnectApp(g.Query[ConnectApp]):
    """Query ConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/ConnectApps``.

    Twilio lists the records that the filters let through, page by page.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps",),
        keys=_KEYS,
        record=ConnectApp,
        root="ConnectApp",
        cardinality="many",
        json_list="connect_apps",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/ConnectApp/QueryConnectApp.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[ConnectApp]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateConnectAppRequest(g.Parameters):
    """What Create of ConnectApp takes; None is not sent, an empty text is."""

    authorize_redirect_url: str | None = g.optional("AuthorizeRedirectUrl")
    """A user who has agreed comes back to this URL."""
    company_name: str | None = g.optional("CompanyName")
    """This company makes the app."""
    deauthorize_callback_method: str | None = g.optional("DeauthorizeCallbackMethod")
    """Twilio uses this HTTP method to report who leaves."""
    deauthorize_callback_url: str | None = g.optional("DeauthorizeCallbackUrl")
    """Twilio reports to this URL who withdraws access."""
    description: str | None = g.optional("Description")
    """This text tells people what it is."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    homepage_url: str | None = g.optional("HomepageUrl")
    """The app has this home page."""
    permissions: Sequence[ConnectAppPermission | str] | None = g.optional(
        "Permissions", g.EnumType(ConnectAppPermission), repeated=True
    )
    """The app asks for these permissions."""


class CreateConnectApp(g.Create[CreateConnectAppRequest, ConnectApp]):
    """Create ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps``.

    Twilio makes a new record and answers with it.

    Refused by the API: Connect apps cannot be created through the API; they are made in the console.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps",),
        keys=_KEYS,
        record=ConnectApp,
        root="ConnectApp",
        status=(201,),
        encoding="form",
        refused="Connect apps cannot be created through the API; they are made in the console.",
        request_profile="profiles/ConnectApp/CreateConnectApp.request.xsd",
        response_profile="profiles/ConnectApp/CreateConnectApp.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateConnectAppRequest

    def __call__(
        self,
        *,
        authorize_redirect_url: str | None = None,
        company_name: str | None = None,
        deauthorize_callback_method: str | None = None,
        deauthorize_callback_url: str | None = None,
        description: str | None = None,
        friendly_name: str | None = None,
        homepage_url: str | None = None,
        permissions: Sequence[ConnectAppPermission | str] | None = None,
        parent: str | None = None,
    ) -> ConnectApp:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            authorize_redirect_url: A user who has agreed comes back to this URL.
            company_name: This company makes the app.
            deauthorize_callback_method: Twilio uses this HTTP method to report who leaves.
            deauthorize_callback_url: Twilio reports to this URL who withdraws access.
            description: This text tells people what it is.
            friendly_name: People see this name; Twilio gives it no meaning.
            homepage_url: The app has this home page.
            permissions: The app asks for these permissions. Several values may be given.
        """
        return self.run(
            CreateConnectAppRequest(
                authorize_redirect_url=authorize_redirect_url,
                company_name=company_name,
                deauthorize_callback_method=deauthorize_callback_method,
                deauthorize_callback_url=deauthorize_callback_url,
                description=description,
                friendly_name=friendly_name,
                homepage_url=homepage_url,
                permissions=permissions,
            ),
            parent,
        )


@g.request
class UpdateConnectAppRequest(g.Parameters):
    """What Update of ConnectApp takes; None is not sent, an empty text is."""

    authorize_redirect_url: str | None = g.optional("AuthorizeRedirectUrl")
    """A user who has agreed comes back to this URL."""
    company_name: str | None = g.optional("CompanyName")
    """This company makes the app."""
    deauthorize_callback_method: str | None = g.optional("DeauthorizeCallbackMethod")
    """Twilio uses this HTTP method to report who leaves."""
    deauthorize_callback_url: str | None = g.optional("DeauthorizeCallbackUrl")
    """Twilio reports to this URL who withdraws access."""
    description: str | None = g.optional("Description")
    """This text tells people what it is."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    homepage_url: str | None = g.optional("HomepageUrl")
    """The app has this home page."""
    permissions: Sequence[ConnectAppPermission | str] | None = g.optional(
        "Permissions", g.EnumType(ConnectAppPermission), repeated=True
    )
    """The app asks for these permissions."""


class UpdateConnectApp(g.Update[UpdateConnectAppRequest, ConnectApp]):
    """Update ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}",),
        keys=_KEYS,
        record=ConnectApp,
        root="ConnectApp",
        encoding="form",
        request_profile="profiles/ConnectApp/UpdateConnectApp.request.xsd",
        response_profile="profiles/ConnectApp/UpdateConnectApp.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateConnectAppRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        authorize_redirect_url: str | None = None,
        company_name: str | None = None,
        deauthorize_callback_method: str | None = None,
        deauthorize_callback_url: str | None = None,
        description: str | None = None,
        friendly_name: str | None = None,
        homepage_url: str | None = None,
        permissions: Sequence[ConnectAppPermission | str] | None = None,
    ) -> ConnectApp:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            authorize_redirect_url: A user who has agreed comes back to this URL.
            company_name: This company makes the app.
            deauthorize_callback_method: Twilio uses this HTTP method to report who leaves.
            deauthorize_callback_url: Twilio reports to this URL who withdraws access.
            description: This text tells people what it is.
            friendly_name: People see this name; Twilio gives it no meaning.
            homepage_url: The app has this home page.
            permissions: The app asks for these permissions. Several values may be given.
        """
        return self.run(
            sid,
            UpdateConnectAppRequest(
                authorize_redirect_url=authorize_redirect_url,
                company_name=company_name,
                deauthorize_callback_method=deauthorize_callback_method,
                deauthorize_callback_url=deauthorize_callback_url,
                description=description,
                friendly_name=friendly_name,
                homepage_url=homepage_url,
                permissions=permissions,
            ),
        )


class DeleteConnectApp(g.Delete):
    """Delete ConnectApp: ``DELETE /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

    The app loses access to all accounts.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}",),
        keys=_KEYS,
        root="ConnectApp",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConnectApp/DeleteConnectApp.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The app loses access to all accounts.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConnectApp", ("Get", "Query", "Create", "Update", "Delete"))
