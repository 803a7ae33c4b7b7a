"""What every operation of the service shares."""

from __future__ import annotations

from twilio_ops_runtime.generated import ServiceSpec

__all__ = ["SERVICE"]

SERVICE = ServiceSpec(
    package="acme_ledger",
    title="Acme Ledger",
    host="https://ledger.example.com",
    formats=("xml",),
    suffixes=False,
    account_key="ClientSid",
    root="LedgerAnswer",
    error="Objection",
    error_profile="profiles/Error.xsd",
    request_id="X-Ledger-Request",
    inactive_account=7003,
    account_path="/v3/Clients/{ClientSid}",
    region="north",
    account_state="status",
    account_active="active",
)
