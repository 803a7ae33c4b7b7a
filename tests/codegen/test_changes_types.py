"""Every pair of types, both ways: what is judged is what texts and values show, written down here by hand.

A type is known by the texts that are it and by the classes that Python is given; nothing of the rules is asked.
"""

from __future__ import annotations

import itertools
import re

import pytest

from twilio_ops_codegen.changes import Change, Consumer, Severity, changes
from twilio_ops_codegen.changes.example import edited, edited_by
from twilio_ops_codegen.changes.rules.variance import holds_bound, holds_prefixes

HEX = "0123456789abcdef0123456789abcdef"
INSTANT = "2012-09-17T01:13:42Z"
ROWS = {
    "string": "{type: string}",
    "enum": "{type: enum, enum: status}",
    "sid": "{type: sid, prefixes: [RC]}",
    "integer": "{type: integer}",
    "decimal": "{type: decimal}",
    "boolean": "{type: boolean}",
    "date": "{type: date}",
    "datetime": "{type: datetime, format: iso8601}",
}
TEXTS = {
    "string": ["text & more"],
    "enum": ["waiting", "a word of its own"],  # enums are open
    "sid": [f"RC{HEX}"],
    "integer": ["7", "-12"],
    "decimal": ["7", "1.5"],
    "boolean": ["true", "false"],
    "date": ["2012-09-17"],
    "datetime": [INSTANT],
}
"""Texts that stand for a type in documents and on the wire."""

PATTERNS = {
    "string": ".*",
    "enum": ".*",
    "sid": "RC[0-9a-f]{32}",
    "integer": r"-?\d+",
    "decimal": r"-?\d+(\.\d+)?",
    "boolean": "true|false",
    "date": r"\d{4}-\d\d-\d\d",
    "datetime": INSTANT,
}
"""What texts of a type look like."""

GIVEN = {
    "string": {"str"},
    "enum": {"str"},  # a member is text
    "sid": {"str"},
    "integer": {"int", "bool"},  # to a type checker, a bool is an int
    "decimal": {"Decimal", "int", "bool"},
    "boolean": {"bool"},
    "date": {"date", "datetime", "str"},  # to a type checker, a datetime is a date
    "datetime": {"datetime", "str"},
}
"""The classes of values that code may send as a type."""

PAIRS = list(itertools.permutations(ROWS, 2))
TIMES = ("date", "datetime")
PARCEL = "objects/Parcel"
FIELD = f"{PARCEL}/fields/recipient"
LISTED = f"{PARCEL}/fields/stops"
PARAMETER = f"{PARCEL}/actions/Create/parameters/Sender"
FILTER = f"{PARCEL}/actions/Query/filters/Sender"


def judged(place: str, old: str, new: str) -> Change:
    """The one change that another row at a place is."""
    (change,) = changes(edited(place, old), edited(place, new))
    return change


def breaks(change: Change) -> set[Consumer]:
    """Whom a change breaks."""
    found = change.effects.items()
    return {consumer for consumer, effect in found if effect.severity is Severity.BREAKING}


def within(narrow: str, wide: str) -> bool:
    """Whether every text of a type is one of another."""
    return all(re.fullmatch(PATTERNS[wide], text) for text in TEXTS[narrow])


@pytest.mark.parametrize("listed", [False, True], ids=["value", "list"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_field_of_another_type(old: str, new: str, listed: bool) -> None:
    """Breaks typed code; readers if a text may come that was none, what answers in its place if one is lost."""
    rows = [f"{{type: list, items: {ROWS[kind]}}}" if listed else ROWS[kind] for kind in (old, new)]
    change = judged(LISTED if listed else FIELD, *rows)
    expected = {Consumer.PYTHON}
    expected |= set() if within(new, old) else {Consumer.RESPONSES}
    expected |= set() if within(old, new) else {Consumer.WIRE}
    assert expected == breaks(change), change.effects
    assert Consumer.REQUESTS not in change.effects


@pytest.mark.parametrize(("old", "new"), PAIRS)
@pytest.mark.parametrize("place", [PARAMETER, FILTER], ids=["parameter", "filter"])
def test_a_value_that_is_sent_of_another_type(place: str, old: str, new: str) -> None:
    """Breaks code that gave what is not taken, and documents that hold what is not; what sees the traffic
    if values are missing, written otherwise, or not among those that the service lists.

    A parameter's request is read by code as well, which a wider one breaks.
    """
    change = judged(place, ROWS[old], ROWS[new])
    kept = within(old, new)
    expected = set[Consumer]()
    if not kept or not GIVEN[old] <= GIVEN[new] or (place == PARAMETER and GIVEN[old] < GIVEN[new]):
        expected.add(Consumer.PYTHON)
    if not kept and place == PARAMETER:
        expected.add(Consumer.REQUESTS)
    if not kept or new == "enum" or {old, new} == set(TIMES):
        expected.add(Consumer.WIRE)
    assert expected == breaks(change), change.effects
    assert Consumer.RESPONSES not in change.effects
    assert (place == PARAMETER) == (Consumer.REQUESTS in change.effects)


@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(TIMES)))
def test_a_filter_that_compares_times_takes_days_and_instants(old: str, new: str) -> None:
    """Whichever of them the service takes; one that only asks for a day's own does not."""
    for operators, whom in (
        ("equals, before", set()),
        ("equals", {Consumer.PYTHON, Consumer.WIRE}),
    ):
        rows = [f"{ROWS[kind][:-1]}, operators: [{operators}]}}" for kind in (old, new)]
        found = changes(edited(FILTER, rows[0]), edited(FILTER, rows[1]))
        assert whom == set().union(*map(breaks, found)), found


BOUNDS = [None, -1, 0, 2]


@pytest.mark.parametrize("bound", ["minimum", "maximum"])
@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(BOUNDS, 2)))
def test_another_bound_of_a_whole_number(bound: str, old: int | None, new: int | None) -> None:
    """Breaks whoever sends if a number is refused that was taken, and nobody otherwise."""

    def takes(limit: int | None) -> set[int]:
        numbers = set(range(-5, 6))
        if limit is None:
            return numbers
        return {one for one in numbers if (one >= limit if bound == "minimum" else one <= limit)}

    def row(limit: int | None) -> str:
        return "{type: integer}" if limit is None else f"{{type: integer, {bound}: {limit}}}"

    change = judged(PARAMETER, row(old), row(new))
    sending = {Consumer.PYTHON, Consumer.REQUESTS, Consumer.WIRE}
    assert breaks(change) == (set() if takes(old) <= takes(new) else sending)
    assert sending == set(change.effects)
    answered = judged(FIELD, row(old), row(new))
    assert {Consumer.DOCUMENTATION} == set(answered.effects), "no answer is held to it"


PREFIXES = ["", "RC", "RX", "RC, RX"]


@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(PREFIXES, 2)))
def test_other_prefixes_of_sids(old: str, new: str) -> None:
    """Senders lose by one less, readers by one more; none named is any."""

    def are(prefixes: str) -> set[str]:
        return set(prefixes.split(", ")) if prefixes else {"RC", "RX", "any other"}

    def row(prefixes: str) -> str:
        return f"{{type: sid, prefixes: [{prefixes}]}}"

    sent = judged(PARAMETER, row(old), row(new))
    sending = {Consumer.PYTHON, Consumer.REQUESTS, Consumer.WIRE}
    assert breaks(sent) == (set() if are(old) <= are(new) else sending)
    answered = judged(FIELD, row(old), row(new))
    expected = set() if are(new) <= are(old) else {Consumer.RESPONSES}
    expected |= set() if are(old) <= are(new) else {Consumer.WIRE}
    assert breaks(answered) == expected


STRUCTS = {
    "the same": ("height: {type: integer}, width: {type: integer}", ""),
    "more": ("height: {type: integer}, width: {type: integer}, depth: {type: integer}", ""),
    "more, all needed": (
        "height: {type: integer}, width: {type: integer}, depth: {type: integer, required: true}",
        "sent",
    ),
    "one needed": ("height: {type: integer, required: true}, width: {type: integer}", "sent"),
    "fewer": ("height: {type: integer}", "both"),
    "another": ("height: {type: integer}, breadth: {type: integer}", "both"),
    "of another type": ("height: {type: integer}, width: {type: string}", "both"),
    "of another element": ("height: {type: integer}, width: {type: integer, xml: Across}", "both"),
    "said in other words": (
        "height: {type: integer, deprecated: x}, width: {type: integer, note: x, maximum: 7}",
        "",
    ),
}
"""Fields of a nested value instead of a height and a width, and for whom documents are others."""


@pytest.mark.parametrize("name", STRUCTS)
def test_a_nested_value_of_another_class(name: str) -> None:
    """Breaks typed code; readers if it lacks something that the old one had; where it is sent, documents
    that have what it lacks, or lack what it needs."""
    text, others = STRUCTS[name]
    case = {f"{PARCEL}/structs/case": f"{{fields: {{{text}}}}}"}
    for place, whom in (
        (f"{PARCEL}/fields/size", {Consumer.RESPONSES} if others == "both" else set()),
        (PARAMETER, {Consumer.REQUESTS, Consumer.WIRE} if others else set()),
    ):
        old, new = (
            edited_by({**case, place: f"{{type: struct, struct: {struct}}}"})
            for struct in ("size", "case")
        )
        (change,) = changes(old, new)
        assert {Consumer.PYTHON} | whom == breaks(change), change.effects


INSIDE = [
    ("{type: list, items: {type: string}}", "{type: list, items: {type: integer}}"),
    ("{type: list, items: {type: string}}", "{type: map, items: {type: string}}"),
    ("{type: list, items: {type: string}}", "{type: list, items: {type: string}, item_xml: Halt}"),
    ("{type: struct, struct: size}", "{type: struct, struct: depth}"),
    ("{type: sid, prefixes: [PA]}", "{type: sid, prefixes: [PX]}"),
    ("{type: datetime, format: iso8601}", "{type: datetime, format: rfc2822}"),
    ("{type: uri_map, key_xml: {id_tag: IDTag}}", "{type: uri_map, key_xml: {id_tag: IdTag}}"),
]


@pytest.mark.parametrize(("one", "other"), INSIDE)
def test_a_nested_value_of_another_class_with_other_values_inside(one: str, other: str) -> None:
    """Breaks readers, and documents that are sent, wherever in it the elements or their texts are others."""
    structs = {
        f"{PARCEL}/structs/{name}": f"{{fields: {{inner: {row}}}}}"
        for name, row in (("one", one), ("other", other), ("same", one))
    }
    for place, whom in (
        (f"{PARCEL}/fields/size", {Consumer.RESPONSES}),
        (PARAMETER, {Consumer.REQUESTS, Consumer.WIRE}),
    ):
        old, new, same = (
            edited_by({**structs, place: f"{{type: struct, struct: {struct}}}"})
            for struct in ("one", "other", "same")
        )
        assert breaks(changes(old, new)[0]) == {Consumer.PYTHON} | whom
        assert breaks(changes(old, same)[0]) == {Consumer.PYTHON}


@pytest.mark.parametrize("bound", [None, -1, 0, 2])
def test_a_bound_lets_through_what_it_lets_through(bound: int | None) -> None:
    """So do the prefixes of Sids: what is the same is no change."""
    assert holds_bound(True, wide=bound, narrow=bound)
    assert holds_bound(False, wide=bound, narrow=bound)
    prefixes = () if bound is None else ("PA", f"P{bound}")
    assert holds_prefixes(wide=prefixes, narrow=prefixes)


KINDS = {
    "{type: string}": "string",
    "{type: string, format: uri}": "string (uri)",
    "{type: datetime, format: rfc2822}": "datetime (rfc2822)",
    "{type: enum, enum: status}": "enum status",
    "{type: sid, prefixes: [RC, RX]}": "sid RC|RX",
    "{type: sid}": "sid",
    "{type: struct, struct: size}": "struct size",
    "{type: list, items: {type: enum, enum: status}}": "list of enum status",
    "{type: map, items: {type: list, items: {type: integer}}}": "map of list of integer",
}


@pytest.mark.parametrize(("row", "words"), KINDS.items())
def test_a_type_in_words(row: str, words: str) -> None:
    """A report says what a field was and is: with the enum, struct, prefixes or items that it has."""
    other = "{type: boolean}"
    change = judged(FIELD, other, row)
    assert ("boolean", words) == (change.old, change.new)
    assert f"is {words}; it was boolean." in change.sentence
    assert (words, "boolean") == (judged(FIELD, row, other).old, judged(FIELD, row, other).new)


PAIRED = {
    "{type: pairs, count: 9}": "pairs up to 9",
    "{type: collapsible_map, prefix: AddOns}": "collapsible map AddOns",
}


@pytest.mark.parametrize(("row", "words"), PAIRED.items())
def test_a_type_that_is_only_sent_in_words(row: str, words: str) -> None:
    """With how many it may be, or the prefix of its names."""
    assert ("boolean", words) == (
        (change := judged(PARAMETER, "{type: boolean}", row)).old,
        change.new,
    )


STATUSES = [  # statuses before and after of an action that answers a record, or none; what breaks
    ("Get", "[200]", "[200, 201]", False),
    ("Get", "[200, 201]", "[200]", False),
    ("Get", "[200, 307]", "[200]", True),
    ("Get", "[200, 404]", "[200]", True),
    ("Get", "[200, 299]", "[200]", False),
    ("Get", "[200, 300]", "[200]", True),
    ("Get", "[200, 199]", "[200]", True),
    ("Delete", "[200, 204]", "[204]", True),
    ("Delete", "[204]", "[200, 204]", False),
]


@pytest.mark.parametrize(("action", "old", "new", "broken"), STATUSES)
def test_other_statuses_of_success(action: str, old: str, new: str, broken: bool) -> None:
    """Any from 200 to 299 is a success where a record is answered; others are as they are documented."""
    change = judged(f"{PARCEL}/actions/{action}/status", old, new)
    assert {Consumer.WIRE} == set(change.effects)
    assert broken == (change.severity is Severity.BREAKING), change.effects
    gone = set(old.strip("[]").split(", ")) - set(new.strip("[]").split(", "))
    text = change.effects[Consumer.WIRE].text
    assert not broken or all(status in text for status in gone), text
    assert ("further" in text) == (not gone)
