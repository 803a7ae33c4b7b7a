"""What every operation of the service shares."""

from __future__ import annotations

from twilio_ops_runtime.generated import ServiceSpec

__all__ = ["SERVICE"]

SERVICE = ServiceSpec(
    package="acme_ops",
    title="Acme Post",
    host="https://post.example.com",
    formats=("xml", "json"),
    suffixes=True,
    account_key="OfficeSid",
    root="PostAnswer",
    error="Refusal",
    error_profile="profiles/Error.xsd",
    request_id="Post-Request-Id",
    inactive_account=9005,
    region="west",
    page_size=50,
)
