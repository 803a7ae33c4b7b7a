"""Sids and the other keys of paths."""

from __future__ import annotations

import re

import pytest

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_runtime.sids import Key

NAMED = {
    ("ConferenceParticipant", "CallSid"): "CA",
    ("ConferenceParticipant", "ConferenceSid"): "CF",
    ("RealtimeTranscription", "Sid"): "GT",
    ("Siprec", "Sid"): "SR",
    ("Stream", "Sid"): "MZ",
}
PUBLISHED = {"SipCredential": ("SC",)}


def test_every_key_says_what_it_takes(loaded: Catalog) -> None:
    for name, value in loaded.objects.items():
        for key, row in value.keys.items():
            assert row.prefixes or row.pattern, f"{name}/{key}"


def test_the_key_of_a_record_is_its_sid(loaded: Catalog) -> None:
    for name, value in loaded.objects.items():
        if "Sid" in value.keys and "sid" in value.fields:
            published = PUBLISHED.get(name, ())  # prefixes that answers have and documents lack
            assert (*value.keys["Sid"].prefixes, *published) == value.fields["sid"].prefixes, name


def test_accounts_begin_with_ac(loaded: Catalog) -> None:
    for name, value in loaded.objects.items():
        if "AccountSid" in value.keys:
            assert value.keys["AccountSid"].prefixes == ("AC",), name
        if "account_sid" in value.fields:
            assert value.fields["account_sid"].prefixes == ("AC",), name


def test_a_key_has_the_same_prefixes_wherever_it_stands(loaded: Catalog) -> None:
    found: dict[str, set[tuple[str, ...]]] = {}
    for value in loaded.objects.values():
        for key, row in value.keys.items():
            if key != "Sid":
                found.setdefault(key, set()).add(row.prefixes)
    assert {key for key, prefixes in found.items() if len(prefixes) > 1} == set()


def test_words_that_stand_for_a_sid(loaded: Catalog) -> None:
    literals = {
        (name, key): row.literals
        for name, value in loaded.objects.items()
        for key, row in value.keys.items()
        if row.literals
    }
    assert literals == {
        ("CallRecording", "Sid"): ("Twilio.CURRENT",),
        ("ConferenceRecording", "Sid"): ("Twilio.CURRENT",),
        ("Member", "CallSid"): ("Front",),
    }


def test_only_some_keys_may_be_names(loaded: Catalog) -> None:
    found = {
        (name, key)
        for name, value in loaded.objects.items()
        for key, row in value.keys.items()
        if row.prefixes and row.pattern
    }
    assert found == set(NAMED)


@pytest.mark.parametrize(("place", "prefix"), NAMED.items())
def test_names_are_any_text_that_is_no_other_sid(
    loaded: Catalog, place: tuple[str, str], prefix: str
) -> None:
    """A Sid of another kind, or a mistyped one, is not taken for a name that somebody chose."""
    row = loaded.objects[place[0]].keys[place[1]]
    key = Key(row.prefixes, row.pattern)
    sid = prefix + "0123456789abcdef" * 2
    for accepted in (
        *(sid, "customer", "Desk 7", "VIP", "AHH YEAH", "ROOM1", "7", "ada@example.com"),
        *("IT Support", "A team", "A", "QA-1", "QA1", "USA", "DE", "CAfe Bad", "Büro", "Ångström"),
        *("Bob's room", "Sales & Ops", "[x]", "50 %", "日本", "deadbeef", "...", "user:1"),
    ):
        assert key.accepts(accepted), accepted
    for refused in (
        *(sid[:-1], sid + "0", "ZZ" + sid[2:], f"{sid} ", f"ZZ{sid[2:]} x", sid[:18]),
        *("a/b", "IT/7", "..", "", "a\nb"),
    ):
        assert not key.accepts(refused), refused


def test_a_validated_number_is_in_e164(loaded: Catalog) -> None:
    pattern = loaded.objects["CallerIdValidation"].keys["PhoneNumber"].pattern
    assert pattern is not None
    assert re.search(pattern, "+13115556789")
    for refused in ("3115556789", "+0311", "+1311555678901234", "+1 311", "whatsapp:+1311"):
        assert not re.search(pattern, refused), refused
