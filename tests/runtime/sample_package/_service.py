"""The service: where it is and how its answers are wrapped."""

from twilio_ops_runtime.generated import ServiceSpec

SERVICE = ServiceSpec(
    package="sample_package",
    title="Parcels",
    host="https://api.parcels.example",
    wires=("xml", "json"),
    suffixes=True,
    account_key="AccountSid",
    root="ParcelResponse",
    error="RestException",
    error_profile="profiles/Error.xsd",
)
