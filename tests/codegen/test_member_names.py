"""What the values of enumerations and the fields of records are called in Python."""

from __future__ import annotations

import keyword

import pytest

from twilio_ops_codegen.catalog.names import attribute, constant
from twilio_ops_runtime.records.record import Record


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("in-progress", "IN_PROGRESS"),
        ("outbound-api", "OUTBOUND_API"),
        ("OutboundAPI", "OUTBOUND_API"),
        ("StartCallRecordingAPI", "START_CALL_RECORDING_API"),
        ("nonFixedVoip", "NON_FIXED_VOIP"),
        ("APIError", "API_ERROR"),
        ("dialverb", "DIALVERB"),
        ("sha256", "SHA256"),
        ("K12", "K12"),
        ("a.b c/d", "A_B_C_D"),
        ("7bit", "N7BIT"),
        ("", "EMPTY"),
        ("--", "HYPHEN_MINUS_HYPHEN_MINUS"),
        (" ", "SPACE"),
        ("+", "PLUS"),
        ("да", "DA"),
        ("日本", "RI_BEN"),
        ("über-uns", "UBER_UNS"),
        ("mro", "MRO_"),
    ],
)
def test_a_value_is_called_word_by_word(value: str, name: str) -> None:
    """Words are told by what is between them, or by their capitals; digits belong to a word."""
    assert name == constant(value)


@pytest.mark.parametrize("name", ["request", "filters", "limit", "options", "sid", "parent"])
def test_a_field_may_be_called_what_an_operation_has(name: str) -> None:
    """A record has no request, filters or options of its own."""
    assert name == attribute(name)


def test_a_field_stands_clear_of_what_records_have() -> None:
    """All public names of records, the first argument of methods, and Python's own words."""
    own = [name for name in vars(Record) if not name.startswith("_")]
    for name in ("self", "spec", *own, *keyword.kwlist[3:]):
        assert f"{name}_" == attribute(name)
