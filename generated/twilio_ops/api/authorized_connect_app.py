"""AuthorizedConnectApp: Get, Query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "AuthorizedConnectApp",
    "AuthorizedConnectAppPermission",
    "GetAuthorizedConnectApp",
    "QueryAuthorizedConnectApp",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ConnectAppSid": g.Key(("CN",)),
}


class AuthorizedConnectAppPermission(g.OpenEnum):
    """The values known; others are kept as they come."""

    GET_ALL = "get-all"
    POST_ALL = "post-all"


@g.record
class AuthorizedConnectApp(g.Record):
    """One AuthorizedConnectApp."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    connect_app_company_name: str | None = g.field("ConnectAppCompanyName")
    connect_app_description: str | None = g.field("ConnectAppDescription")
    connect_app_friendly_name: str | None = g.field("ConnectAppFriendlyName")
    connect_app_homepage_url: str | None = g.field("ConnectAppHomepageUrl")
    connect_app_sid: Sid | None = g.field("ConnectAppSid", g.SID)
    permissions: tuple[AuthorizedConnectAppPermission, ...] | None = g.field(
        "Permissions", g.ListType("Permission", g.EnumType(AuthorizedConnectAppPermission))
    )
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AuthorizedConnectApp",
        service=SERVICE,
        item="AuthorizedConnectApp",
        list="AuthorizedConnectApps",
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
        keys=_KEYS,
        record=AuthorizedConnectApp,
        root="AuthorizedConnectApp",
        response_profile="profiles/AuthorizedConnectApp/GetAuthorizedConnectApp.response.xsd",
    )

    def __call__(self, sid: str, /) -> AuthorizedConnectApp:
        """The one record of a Sid."""
        return self.run(sid)


class QueryAuthorizedConnectApp(g.Query[AuthorizedConnectApp]):
    """Query AuthorizedConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AuthorizedConnectApp",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps",),
        keys=_KEYS,
        record=AuthorizedConnectApp,
        root="AuthorizedConnectApp",
        cardinality="many",
        json_list="authorized_connect_apps",
        paging="uris",
        response_profile="profiles/AuthorizedConnectApp/QueryAuthorizedConnectApp.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[AuthorizedConnectApp]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AuthorizedConnectApp", ("Get", "Query"))
