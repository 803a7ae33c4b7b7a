"""ConnectApp: Get, Query, Create, Update, Delete."""

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
    """The values known; others are kept as they come."""

    GET_ALL = "get-all"
    POST_ALL = "post-all"


@g.record
class ConnectApp(g.Record):
    """One ConnectApp."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    authorize_redirect_url: str | None = g.field("AuthorizeRedirectUrl")
    company_name: str | None = g.field("CompanyName")
    deauthorize_callback_method: str | None = g.field("DeauthorizeCallbackMethod")
    deauthorize_callback_url: str | None = g.field("DeauthorizeCallbackUrl")
    description: str | None = g.field("Description")
    friendly_name: str | None = g.field("FriendlyName")
    homepage_url: str | None = g.field("HomepageUrl")
    permissions: tuple[ConnectAppPermission, ...] | None = g.field(
        "Permissions", g.ListType("Permission", g.EnumType(ConnectAppPermission))
    )
    sid: Sid | None = g.field("Sid", g.SID)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConnectApp",
        service=SERVICE,
        item="ConnectApp",
        list="ConnectApps",
    )


class GetConnectApp(g.Get[ConnectApp]):
    """Get ConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryConnectApp(g.Query[ConnectApp]):
    """Query ConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/ConnectApps``."""

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
        response_profile="profiles/ConnectApp/QueryConnectApp.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[ConnectApp]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateConnectAppRequest(g.Parameters):
    """What Create of ConnectApp takes; None is not sent, an empty text is."""

    authorize_redirect_url: str | None = g.optional("AuthorizeRedirectUrl")
    company_name: str | None = g.optional("CompanyName")
    deauthorize_callback_method: str | None = g.optional("DeauthorizeCallbackMethod")
    deauthorize_callback_url: str | None = g.optional("DeauthorizeCallbackUrl")
    description: str | None = g.optional("Description")
    friendly_name: str | None = g.optional("FriendlyName")
    homepage_url: str | None = g.optional("HomepageUrl")
    permissions: Sequence[ConnectAppPermission | str] | None = g.optional(
        "Permissions", g.EnumType(ConnectAppPermission), repeated=True
    )
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


class CreateConnectApp(g.Create[CreateConnectAppRequest, ConnectApp]):
    """Create ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps``.

    Refused by the API: Connect apps cannot be created through the API; they are made in the console.
    """

    spec: ClassVar[g.OperationSpec] = CreateConnectAppRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateConnectAppRequest

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
        """Create one; ``parent`` is ``AccountSid``."""
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
    company_name: str | None = g.optional("CompanyName")
    deauthorize_callback_method: str | None = g.optional("DeauthorizeCallbackMethod")
    deauthorize_callback_url: str | None = g.optional("DeauthorizeCallbackUrl")
    description: str | None = g.optional("Description")
    friendly_name: str | None = g.optional("FriendlyName")
    homepage_url: str | None = g.optional("HomepageUrl")
    permissions: Sequence[ConnectAppPermission | str] | None = g.optional(
        "Permissions", g.EnumType(ConnectAppPermission), repeated=True
    )
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


class UpdateConnectApp(g.Update[UpdateConnectAppRequest, ConnectApp]):
    """Update ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConnectAppRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateConnectAppRequest

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
        """Change one; what is None is not sent."""
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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConnectApp", ("Get", "Query", "Create", "Update", "Delete"))
