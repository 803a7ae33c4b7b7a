"""TestUser: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_names.api.test_user as api

from .harness import check


def test_get_test_user() -> None:
    """GET /v1/TestUsers/{Sid}."""
    check(
        api.GetTestUser,
        "GET",
        "/v1/TestUsers/TU0123456789abcdef0123456789abcdef",
        address="TU0123456789abcdef0123456789abcdef",
        record=api.TestUser,
    )
