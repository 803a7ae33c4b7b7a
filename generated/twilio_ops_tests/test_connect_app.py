"""ConnectApp: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.connect_app as api

from .harness import check, refuses


def test_get_connect_app() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}."""
    check(
        api.GetConnectApp,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/ConnectApps/CN0123456789abcdef0123456789abcdef",
        address="CN0123456789abcdef0123456789abcdef",
        record=api.ConnectApp,
    )


def test_query_connect_app() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/ConnectApps."""
    check(
        api.QueryConnectApp,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/ConnectApps",
        record=api.ConnectApp,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_connect_app() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/ConnectApps."""
    refuses(
        api.CreateConnectApp,
        arguments={
            "authorize_redirect_url": "https://example.com/resource",
            "company_name": "text & more",
            "deauthorize_callback_method": "POST",
            "deauthorize_callback_url": "https://example.com/resource",
            "description": "text & more",
            "friendly_name": "text & more",
            "homepage_url": "https://example.com/resource",
            "permissions": ["get-all"],
        },
    )


def test_update_connect_app() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}."""
    check(
        api.UpdateConnectApp,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/ConnectApps/CN0123456789abcdef0123456789abcdef",
        address="CN0123456789abcdef0123456789abcdef",
        arguments={
            "authorize_redirect_url": "https://example.com/resource",
            "company_name": "text & more",
            "deauthorize_callback_method": "POST",
            "deauthorize_callback_url": "https://example.com/resource",
            "description": "text & more",
            "friendly_name": "text & more",
            "homepage_url": "https://example.com/resource",
            "permissions": ["get-all"],
        },
        sent=[
            ("AuthorizeRedirectUrl", "https://example.com/resource"),
            ("CompanyName", "text & more"),
            ("DeauthorizeCallbackMethod", "POST"),
            ("DeauthorizeCallbackUrl", "https://example.com/resource"),
            ("Description", "text & more"),
            ("FriendlyName", "text & more"),
            ("HomepageUrl", "https://example.com/resource"),
            ("Permissions", "get-all"),
        ],
        record=api.ConnectApp,
        facts={"encoding": "form"},
    )


def test_delete_connect_app() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/ConnectApps/{Sid}."""
    check(
        api.DeleteConnectApp,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/ConnectApps/CN0123456789abcdef0123456789abcdef",
        address="CN0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
