"""Media: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.media as api

from .harness import check


def test_get_media() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}."""
    check(
        api.GetMedia,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef/Media/ME0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef:ME0123456789abcdef0123456789abcdef",
        record=api.Media,
    )


def test_query_media() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media."""
    check(
        api.QueryMedia,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef/Media",
        address="SM0123456789abcdef0123456789abcdef",
        record=api.Media,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_media() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}."""
    check(
        api.DeleteMedia,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef/Media/ME0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef:ME0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
