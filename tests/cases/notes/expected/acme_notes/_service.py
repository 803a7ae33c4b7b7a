"""What every operation of the service shares."""

from __future__ import annotations

from twilio_ops_runtime.generated import ServiceSpec

__all__ = ["SERVICE"]

SERVICE = ServiceSpec(
    package="acme_notes",
    title="Acme Notes",
    host="https://notes.example.com",
    formats=("json",),
    suffixes=False,
    account_key=None,
    root="NotesAnswer",
    error="Objection",
    error_profile="profiles/Error.xsd",
    page_size=50,
)
