"""AuthorizedConnectApp: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.authorized_connect_app as api

from .harness import check


def test_get_authorized_connect_app() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps/{ConnectAppSid}."""
    check(
        api.GetAuthorizedConnectApp,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AuthorizedConnectApps/CN0123456789abcdef0123456789abcdef",
        address="CN0123456789abcdef0123456789abcdef",
        record=api.AuthorizedConnectApp,
    )


def test_query_authorized_connect_app() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AuthorizedConnectApps."""
    check(
        api.QueryAuthorizedConnectApp,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AuthorizedConnectApps",
        record=api.AuthorizedConnectApp,
        facts={"paging": "uris", "max_page_size": 1000},
    )
