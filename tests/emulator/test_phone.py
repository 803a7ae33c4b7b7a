"""Phone numbers as people write them, and what is known of them."""

from __future__ import annotations

import pytest

from twilio_ops_emulator.behaviour import numbering, phone

pytest.importorskip("phonenumbers")

WRITTEN = [
    ("+14155550100", "+14155550100"),
    (" +1 (415) 555-01.02 ", "+14155550102"),
    ("415-555-0103", "+14155550103"),
    ("415555010", None),
    ("14155550104", "+14155550104"),
    ("442079460005", "+442079460005"),
    ("+1", None),
    ("+12", "+12"),
    ("+0123456", None),
    ("+123456789012345", "+123456789012345"),
    ("+1234567890123456", None),
    ("123456789012345", "+123456789012345"),
    ("1234567890123456", None),
    ("+1415555O106", None),
    ("٤١٥٥٥٥٠١٠٧", None),
    ("+1415555٣108", None),
    ("415/555/0109", None),
    ("", None),
    ("+", None),
]


@pytest.mark.parametrize(("text", "number"), WRITTEN)
def test_a_phone_number_as_people_write_it(text: str, number: str | None) -> None:
    """With blanks, dots, dashes and brackets; ten digits are of North America, more have a country."""
    assert phone.normalised(text) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+14155550110", "(415) 555-0110"),
        ("+1415555011", "+1415555011"),
        ("+141555501112", "+141555501112"),
        ("+442079460112", "+442079460112"),
        ("+1415555011٣", "+1415555011٣"),
        ("client:joe", "client:joe"),
    ],
)
def test_a_phone_number_as_it_is_written_at_home(number: str, written: str) -> None:
    """In North America; another is as it is."""
    assert phone.formatted(number) == written


@pytest.mark.parametrize(
    ("text", "has"),
    [("sip:a", True), ("sips:a", True), ("sip:", False), ("sips:", True), ("tel:a", False), ("", False)],
)  # fmt: skip
def test_a_phone_prefix_is_followed_by_something(text: str, has: bool) -> None:
    """By whatever that is."""
    assert phone.has_prefix(text, ["sip:", "sips"]) == has


LOOKED_UP = [
    ("+14155552671", "US", numbering.Known("+14155552671", "(415) 555-2671", "US", "1", "FIXED_LINE_OR_MOBILE")),
    ("(415) 555-2672", "US", numbering.Known("+14155552672", "(415) 555-2672", "US", "1", "FIXED_LINE_OR_MOBILE")),
    ("020 7946 0018", "GB", numbering.Known("+442079460018", "020 7946 0018", "GB", "44", "FIXED_LINE")),
    ("+447400123456", "US", numbering.Known("+447400123456", "07400 123456", "GB", "44", "MOBILE")),
    ("+18005551234", "US", numbering.Known("+18005551234", "(800) 555-1234", "US", "1", "TOLL_FREE")),
    ("+1415", "US", numbering.Known("+1415", "415", None, "1", "UNKNOWN", ("too_short",))),
    ("+1415555267100000", "US", numbering.Known("+1415555267100000", "415555267100000", None, "1", "UNKNOWN", ("too_long",))),
    ("5552671", "US", numbering.Known("+15552671", "555-2671", None, "1", "UNKNOWN", ("too_short",))),
    ("+11115552671", "US", numbering.Known("+11115552671", "(111) 555-2671", None, "1", "UNKNOWN", ("unassigned",))),
    ("+999123456789", "US", numbering.Known("+999123456789", problems=("invalid_country",))),
    ("nobody", "US", numbering.Known("nobody", problems=("not_a_number",))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "known"), LOOKED_UP)
def test_what_numbering_knows_of_a_number(text: str, country: str, known: numbering.Known) -> None:
    """Its country, how it is written there, its kind, and why it is none."""
    found = numbering.look_up(text, country)
    if (
        "too_short" in known.problems
        or "unassigned" in known.problems
        or "too_long" in known.problems
    ):
        assert (found.number, found.calling_code, found.problems) == (known.number, known.calling_code, known.problems)  # fmt: skip
    else:
        assert found == known


@pytest.mark.parametrize(
    ("number", "possible"),
    [("+14155552673", True), ("+1415555267", False), ("+999", False), ("+442079460019", True), ("+4", False)],
)  # fmt: skip
def test_numbering_knows_lengths(number: str, possible: bool) -> None:
    """Of the number's own country."""
    assert numbering.is_possible(number) is possible


def test_numbering_without_its_library(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Every number is possible, which is said once; a look-up says what is to be installed."""
    import sys

    from twilio_ops_emulator import EmulatorError

    caches = [
        one for one in vars(numbering).values() if hasattr(one, "cache_clear")
    ]  # what they remember is of a process that has the library
    for one in caches:
        one.cache_clear()
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    said = "phone numbers are judged by phonenumbers: pip install 'twilio-ops[emulator]'"
    try:
        assert numbering.is_possible("+1415") and numbering.is_possible("+1416")
        assert [record.getMessage() for record in caplog.records] == [
            f"lengths of numbers are not checked: {said}"
        ]
        with pytest.raises(EmulatorError) as missing:
            numbering.look_up("+1415", "US")
        assert str(missing.value) == said
    finally:
        for one in caches:
            one.cache_clear()
