"""What every operation of the service shares."""

from __future__ import annotations

from twilio_ops_runtime.generated import ServiceSpec

__all__ = ["SERVICE"]

SERVICE = ServiceSpec(
    package="acme_names",
    title="Acme Names",
    host="https://names.example.com",
    formats=("json",),
    suffixes=False,
    account_key=None,
    root="Response",
    error="Error",
    error_profile="profiles/Error.xsd",
)
