"""What every operation of the service shares."""

from __future__ import annotations

from twilio_ops_runtime.generated import ServiceSpec

__all__ = ["SERVICE"]

SERVICE = ServiceSpec(
    package="twilio_ops",
    title="Twilio Api 2010-04-01",
    host="https://api.twilio.com",
    formats=("xml", "json"),
    suffixes=True,
    account_key="AccountSid",
    root="TwilioResponse",
    error="RestException",
    error_profile="profiles/Error.xsd",
    request_id="Twilio-Request-Id",
    inactive_account=20005,
    account_path="/2010-04-01/Accounts/{AccountSid}.json",
    region="us1",
    account_prefix="AC",
    key_prefix="SK",
    environment="TWILIO",
    account_state="status",
    account_active="active",
    page_size=50,
)
