"""A service that speaks JSON only and has no accounts in its paths."""

from twilio_ops_runtime.generated import ServiceSpec

NOTES = ServiceSpec(
    package="sample_package",
    title="Notes",
    host="https://notes.parcels.example",
    wires=("json",),
    root="NotesResponse",
    error="RestException",
)
