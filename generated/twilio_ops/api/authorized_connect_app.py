"""AuthorizedConnectApp: Get, Query."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "AuthorizedConnectApp",
    "AuthorizedConnectAppPermission",
    "GetAuthorizedConnectApp",
    "QueryAuthorizedConnectApp",
]


class AuthorizedConnectAppPermission(g.OpenEnum):
    """The values known; others are kept as they come."""

    GET_ALL = "get-all"
    POST_ALL = "post-all"


@frozen(kw_only=True, repr=False, eq=False)
class AuthorizedConnectApp(g.Record):
    """One AuthorizedConnectApp."""

    account_sid: Sid | None = g.UNSET
    connect_app_company_name: str | None = g.UNSET
    connect_app_description: str | None = g.UNSET
    connect_app_friendly_name: str | None = g.UNSET
    connect_app_homepage_url: str | None = g.UNSET
    connect_app_sid: Sid | None = g.UNSET
    permissions: tuple[AuthorizedConnectAppPermission, ...] | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AuthorizedConnectApp",
        service=SERVICE,
        item="AuthorizedConnectApp",
        list="AuthorizedConnectApps",
        json_list="authorized_connect_apps",
        wire="twilio_ops._wire.authorized_connect_app",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("connect_app_company_name", "ConnectAppCompanyName", g.TEXT),
            g.FieldSpec("connect_app_description", "ConnectAppDescription", g.TEXT),
            g.FieldSpec("connect_app_friendly_name", "ConnectAppFriendlyName", g.TEXT),
            g.FieldSpec("connect_app_homepage_url", "ConnectAppHomepageUrl", g.TEXT),
            g.FieldSpec("connect_app_sid", "ConnectAppSid", g.SID),
            g.FieldSpec("permissions", "Permissions", g.ListKind("Permission", g.EnumKind(AuthorizedConnectAppPermission))),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetAuthorizedConnectApp(g.Get[AuthorizedConnectApp]):
    """Get AuthorizedConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps/{ConnectAppSid}``.

    Takes ``[AccountSid:]ConnectAppSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AuthorizedConnectApp",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps/{ConnectAppSid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConnectAppSid": g.Key(("CN",)),
        },
        record=AuthorizedConnectApp,
        root="AuthorizedConnectApp",
        response_profile="profiles/AuthorizedConnectApp/GetAuthorizedConnectApp.response.xsd",
    )


class QueryAuthorizedConnectApp(g.Query[AuthorizedConnectApp]):
    """Query AuthorizedConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AuthorizedConnectApp",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=AuthorizedConnectApp,
        root="AuthorizedConnectApp",
        cardinality="many",
        paging="uris",
        response_profile="profiles/AuthorizedConnectApp/QueryAuthorizedConnectApp.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AuthorizedConnectApp", ("Get", "Query"))
