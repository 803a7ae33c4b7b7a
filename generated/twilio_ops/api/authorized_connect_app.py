"""AuthorizedConnectApp: Get, Query.

An authorized Connect app has access to the account.

https://www.twilio.com/docs/iam/api/authorized-connect-apps
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
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
    """What a Connect app may do with an account. Values not listed are kept as they come."""

    GET_ALL = "get-all"
    """It reads everything."""
    POST_ALL = "post-all"
    """It makes and changes everything."""


@g.record
class AuthorizedConnectApp(g.Record):
    """One AuthorizedConnectApp.

    An authorized Connect app has access to the account.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    connect_app_company_name: str | None = g.field("ConnectAppCompanyName")
    """This company makes the app."""
    connect_app_description: str | None = g.field("ConnectAppDescription")
    """This text tells what the app does."""
    connect_app_friendly_name: str | None = g.field("ConnectAppFriendlyName")
    """The app has this name."""
    connect_app_homepage_url: str | None = g.field("ConnectAppHomepageUrl")
    """The app has this home page."""
    connect_app_sid: Sid | None = g.field("ConnectAppSid", g.SID)
    """This Sid identifies the app. A Sid that begins with CN."""
    permissions: tuple[AuthorizedConnectAppPermission, ...] | None = g.field(
        "Permissions", g.ListType("Permission", g.EnumType(AuthorizedConnectAppPermission))
    )
    """The app has these permissions."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AuthorizedConnectApp",
        service=SERVICE,
        item="AuthorizedConnectApp",
        list="AuthorizedConnectApps",
    )


class GetAuthorizedConnectApp(g.Get[AuthorizedConnectApp]):
    """Get AuthorizedConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps/{ConnectAppSid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConnectAppSid``.
        """
        return self.run(sid)


class QueryAuthorizedConnectApp(g.Query[AuthorizedConnectApp]):
    """Query AuthorizedConnectApp: ``GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/AuthorizedConnectApp/QueryAuthorizedConnectApp.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[AuthorizedConnectApp]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AuthorizedConnectApp", ("Get", "Query"))
