"""ConnectApp: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


class ConnectAppPermission(g.OpenEnum):
    """The values known; others are kept as they come."""

    GET_ALL = "get-all"
    POST_ALL = "post-all"


@frozen(kw_only=True, repr=False, eq=False)
class ConnectApp(g.Record):
    """One ConnectApp."""

    account_sid: Sid | None = g.UNSET
    authorize_redirect_url: str | None = g.UNSET
    company_name: str | None = g.UNSET
    deauthorize_callback_method: str | None = g.UNSET
    deauthorize_callback_url: str | None = g.UNSET
    description: str | None = g.UNSET
    friendly_name: str | None = g.UNSET
    homepage_url: str | None = g.UNSET
    permissions: tuple[ConnectAppPermission, ...] | None = g.UNSET
    sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConnectApp",
        service=SERVICE,
        item="ConnectApp",
        list="ConnectApps",
        json_list="connect_apps",
        wire="twilio_ops._wire.connect_app",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("authorize_redirect_url", "AuthorizeRedirectUrl", g.TEXT),
            g.FieldSpec("company_name", "CompanyName", g.TEXT),
            g.FieldSpec("deauthorize_callback_method", "DeauthorizeCallbackMethod", g.TEXT),
            g.FieldSpec("deauthorize_callback_url", "DeauthorizeCallbackUrl", g.TEXT),
            g.FieldSpec("description", "Description", g.TEXT),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("homepage_url", "HomepageUrl", g.TEXT),
            g.FieldSpec("permissions", "Permissions", g.ListKind("Permission", g.EnumKind(ConnectAppPermission))),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CN",)),
        },
        record=ConnectApp,
        root="ConnectApp",
        response_profile="profiles/ConnectApp/GetConnectApp.response.xsd",
    )


class QueryConnectApp(g.Query[ConnectApp]):
    """Query ConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/ConnectApps``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=ConnectApp,
        root="ConnectApp",
        cardinality="many",
        paging="uris",
        response_profile="profiles/ConnectApp/QueryConnectApp.response.xsd",
    )


@frozen(kw_only=True)
class CreateConnectAppRequest(g.ActionRequest):
    """What Create of ConnectApp takes; None is not sent, an empty text is."""

    authorize_redirect_url: str | None = None
    company_name: str | None = None
    deauthorize_callback_method: str | None = None
    deauthorize_callback_url: str | None = None
    description: str | None = None
    friendly_name: str | None = None
    homepage_url: str | None = None
    permissions: Sequence[ConnectAppPermission | str] | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=ConnectApp,
        root="ConnectApp",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("authorize_redirect_url", "AuthorizeRedirectUrl", g.TEXT),
            g.ParameterSpec("company_name", "CompanyName", g.TEXT),
            g.ParameterSpec("deauthorize_callback_method", "DeauthorizeCallbackMethod", g.TEXT),
            g.ParameterSpec("deauthorize_callback_url", "DeauthorizeCallbackUrl", g.TEXT),
            g.ParameterSpec("description", "Description", g.TEXT),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("homepage_url", "HomepageUrl", g.TEXT),
            g.ParameterSpec("permissions", "Permissions", g.EnumKind(ConnectAppPermission), repeated=True),
        ),
        refused="Connect apps cannot be created through the API; they are made in the console.",
        request_profile="profiles/ConnectApp/CreateConnectApp.request.xsd",
        response_profile="profiles/ConnectApp/CreateConnectApp.response.xsd",
    )


class CreateConnectApp(g.Create[CreateConnectAppRequest, ConnectApp]):
    """Create ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps``.

    Refused by the API: Connect apps cannot be created through the API; they are made in the console.
    """

    spec: ClassVar[g.OperationSpec] = CreateConnectAppRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateConnectAppRequest

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


@frozen(kw_only=True)
class UpdateConnectAppRequest(g.ActionRequest):
    """What Update of ConnectApp takes; None is not sent, an empty text is."""

    authorize_redirect_url: str | None = None
    company_name: str | None = None
    deauthorize_callback_method: str | None = None
    deauthorize_callback_url: str | None = None
    description: str | None = None
    friendly_name: str | None = None
    homepage_url: str | None = None
    permissions: Sequence[ConnectAppPermission | str] | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConnectApp",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CN",)),
        },
        record=ConnectApp,
        root="ConnectApp",
        encoding="form",
        parameters=(
            g.ParameterSpec("authorize_redirect_url", "AuthorizeRedirectUrl", g.TEXT),
            g.ParameterSpec("company_name", "CompanyName", g.TEXT),
            g.ParameterSpec("deauthorize_callback_method", "DeauthorizeCallbackMethod", g.TEXT),
            g.ParameterSpec("deauthorize_callback_url", "DeauthorizeCallbackUrl", g.TEXT),
            g.ParameterSpec("description", "Description", g.TEXT),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("homepage_url", "HomepageUrl", g.TEXT),
            g.ParameterSpec("permissions", "Permissions", g.EnumKind(ConnectAppPermission), repeated=True),
        ),
        request_profile="profiles/ConnectApp/UpdateConnectApp.request.xsd",
        response_profile="profiles/ConnectApp/UpdateConnectApp.response.xsd",
    )


class UpdateConnectApp(g.Update[UpdateConnectAppRequest, ConnectApp]):
    """Update ConnectApp: ``POST /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConnectAppRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateConnectAppRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CN",)),
        },
        root="ConnectApp",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConnectApp/DeleteConnectApp.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConnectApp", ("Get", "Query", "Create", "Update", "Delete"))
