"""Reports of changes that are made by hand: what each format says, in its words and order."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog, Object
from twilio_ops_codegen.changes.change import (
    Change,
    Consumer,
    Location,
    Severity,
    allows,
    breaks,
    hides,
    narrowed,
    tells,
)
from twilio_ops_codegen.changes.changelog import fragment_text
from twilio_ops_codegen.changes.classify import changes
from twilio_ops_codegen.changes.example import edited, edited_by
from twilio_ops_codegen.changes.phrasing import show
from twilio_ops_codegen.changes.report import Report, to_annotations, to_json, to_markdown, to_table
from twilio_ops_codegen.changes.suppressions import Suppressed, Suppression
from twilio_ops_codegen.changes.verdict import Version

GONE = Change(
    rule="field-removed",
    severity=Severity.BREAKING,
    object="Parcel",
    action=None,
    steps=("Parcel", "fields", "weight"),
    old="decimal",
    new=None,
    sentence="`Parcel` no longer has `weight`.",
    effects={Consumer.PYTHON: breaks("the attribute does not exist"), Consumer.WIRE: tells("less")},
    rename="Parcel/fields/mass",
    old_location=Location("old.json", 3),
    new_location=Location("new.json", 4),
)
COMES = evolve(
    GONE,
    rule="field-added",
    severity=Severity.COMPATIBLE,
    steps=("Parcel", "fields", "mass"),
    old=None,
    new="decimal",
    sentence="`Parcel` has `mass`.",
    effects={Consumer.PYTHON: allows("there is one more")},
    rename=None,
    old_location=None,
)
HIDDEN = evolve(
    COMES,
    rule="left-out-changed",
    severity=Severity.UNJUDGED,
    object=None,
    steps=("document", "GET /v1/Odd"),
    sentence="`GET /v1/Odd` is left out.",
    effects={Consumer.WIRE: hides("not judged")},
    new_location=None,
)
SAID = evolve(
    COMES,
    rule="note-changed",
    severity=Severity.DOCUMENTATION,
    steps=("Parcel", "note"),
    new="heavy",
    sentence="The note on `Parcel`: heavy",
    effects={Consumer.DOCUMENTATION: tells("reads differently")},
    new_location=None,
)
ALL = (GONE, HIDDEN, COMES, SAID)


def report(*found: Change, **values: Any) -> Report:
    """A report of changes."""
    return Report(old="a", new="b", changes=found, **values)


def suppressed() -> Suppressed:
    """A change that does not count."""
    return Suppressed(GONE, Suppression(reason="Agreed.", expires=date(2031, 1, 31), rule="*"))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (report(), "No changes."),
        (report(audience="wire"), "No changes for wire."),
        (report(suppressed=(suppressed(),)), "No changes that count."),
        (report(SAID), "Verdict: documentation (1 documentation)."),
        (
            report(*ALL, GONE),
            "Verdict: breaking (2 breaking, 1 unjudged, 1 compatible, 1 documentation).",
        ),
        (report(COMES, audience="xml"), "Verdict for xml: compatible (1 compatible)."),
        (report(GONE, base=Version(0, 3, 1)), "Verdict: breaking (1 breaking). 0.3.1 -> 0.4.0 (minor)."),
        (report(GONE, base=Version(1, 3, 1)), "Verdict: breaking (1 breaking). 1.3.1 -> 2.0.0 (major)."),
        (report(HIDDEN, base=Version(1, 3, 1)), "Verdict: unjudged (1 unjudged). 1.3.1 -> 2.0.0 (major)."),
        (report(COMES, base=Version(0, 3, 1)), "Verdict: compatible (1 compatible). 0.3.1 -> 0.3.2 (patch)."),
        (report(COMES, base=Version(1, 3, 1)), "Verdict: compatible (1 compatible). 1.3.1 -> 1.4.0 (minor)."),
        (report(SAID, base=Version(1, 3, 1)), "Verdict: documentation (1 documentation). 1.3.1 -> 1.3.2 (patch)."),
    ],
)  # fmt: skip
def test_the_verdict(made: Report, expected: str) -> None:
    """The worst severity, how many there are of each, and the release that they need."""
    assert made.verdict == expected


def test_a_table_says_all_of_a_change() -> None:
    """A table a severity, the worst first; effects with a mark where they break or are not judged."""
    text = to_table(report(*ALL, suppressed=(suppressed(),), contradictions=("too little",)))
    lines = [" ".join(line.strip("│┃ ").split()) for line in text.splitlines()]
    titles = ["breaking", "unjudged", "compatible", "documentation"]
    assert [line for line in lines if line in titles] == titles
    assert lines[2] == "place and rule ┃ old ┃ new ┃ effect"
    for expected in (
        "Parcel/fields/weight │ decimal │ │ Parcel no longer has weight.",
        f"field-removed {GONE.fingerprint} │ │ │ ! typed Python code: the attribute does not",
        "? perhaps a rename: Parcel/fields/mass",
        "@ old.json:3 -> new.json:4",
        "? wire requests: not judged",
        "Parcel/fields/mass │ │ decimal │ Parcel has mass.",
        "@ new.json:4",
        "suppressed: field-removed at Parcel/fields/weight: Agreed. (until 2031-01-31)",
        "Contradiction: too little.",
    ):
        assert any(line == expected or line.endswith(f" {expected}") for line in lines), expected
    assert "\x1b" not in text
    assert "\x1b" in to_table(report(GONE), color=True)
    assert max(map(len, to_table(report(GONE), width=60).splitlines())) <= 60
    assert max(map(len, text.splitlines())) == 120


def test_markdown_says_all_of_a_change() -> None:
    """A table a severity with a row a change; what breaks, or is not judged, is in bold."""
    text = to_markdown(report(*ALL, suppressed=(suppressed(),), contradictions=("too little",)))
    assert text.splitlines()[:3] == [
        "Verdict: breaking (1 breaking, 1 unjudged, 1 compatible, 1 documentation).",
        "",
        "**Contradiction:** too little.",
    ]
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        *("## Breaking", "## Unjudged", "## Compatible", "## Documentation", "## Suppressed")
    ]
    for row in (
        f"| field-removed | {GONE.fingerprint} | Parcel/fields/weight | decimal |  | `Parcel` no longer"
        " has `weight`.<br>**typed Python code**: the attribute does not exist<br>wire requests: less<br>"
        "Perhaps a rename: `Parcel/fields/mass`<br>`old.json:3 -> new.json:4` |",
        f"| left-out-changed | {HIDDEN.fingerprint} | document/GET /v1/Odd |  | decimal |"
        " `GET /v1/Odd` is left out.<br>**wire requests**: not judged |",
        "| field-removed | Parcel/fields/weight | Agreed. | 2031-01-31 |",
    ):
        assert row in text.splitlines()
    assert "a \\| b" in to_markdown(report(evolve(GONE, sentence="a | b")))


def test_json_says_all_of_a_change() -> None:
    """Each change on its own, every consumer by its key, what is missing as null."""
    value = json.loads(to_json(report(GONE, suppressed=(suppressed(),), base=Version(0, 1, 0))))
    assert value["verdict"] == {
        "for": None,
        "severity": "breaking",
        "version": "0.1.0",
        "next": "0.2.0",
        "step": "minor",
        "contradictions": [],
    }
    (change,) = value["changes"]
    assert change == {
        "fingerprint": GONE.fingerprint,
        "rule": "field-removed",
        "severity": "breaking",
        "object": "Parcel",
        "action": None,
        "place": "Parcel/fields/weight",
        "old": "decimal",
        "new": None,
        "sentence": "`Parcel` no longer has `weight`.",
        "effects": {
            "python": {"severity": "breaking", "text": "the attribute does not exist"},
            "requests": None,
            "responses": None,
            "wire": {"severity": "documentation", "text": "less"},
            "documentation": None,
        },
        "rename": "Parcel/fields/mass",
        "locations": {
            "old": {"file": "old.json", "line": 3},
            "new": {"file": "new.json", "line": 4},
        },
    }
    assert value["suppressed"] == [{**change, "reason": "Agreed.", "expires": "2031-01-31"}]
    assert (value["old"], value["new"]) == ("a", "b")


def test_a_change_stands_under_its_severity_alone() -> None:
    """Once, in tables and in Markdown."""
    second = evolve(GONE, steps=("Parcel", "fields", "value"))
    found = report(*ALL, second)
    words = "|".join(severity.word for severity in Severity)
    for text in (to_markdown(found), to_table(found)):
        _, *parts = re.split(rf"^(?:## )?({words}) *$", text, flags=re.MULTILINE | re.IGNORECASE)
        under = {
            title.lower(): re.findall(
                r"field-removed|left-out-changed|field-added|note-changed", part
            )
            for title, part in zip(parts[::2], parts[1::2], strict=True)
        }
        assert list(under.items()) == [
            ("breaking", ["field-removed", "field-removed"]), ("unjudged", ["left-out-changed"]),
            ("compatible", ["field-added"]), ("documentation", ["note-changed"]),
        ]  # fmt: skip
    assert to_table(found).count("├") == 1, "a line between two changes"


@pytest.mark.parametrize(
    ("name", "value"),
    [("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("COLUMNS", "40"), ("TERM", "dumb"), ("TTY_COMPATIBLE", "1")],
)  # fmt: skip
def test_a_table_is_as_it_is_asked_for(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever variables say: the command reads them, and whoever writes a table says what it wants."""
    asked = [{"color": color, "width": width} for color in (False, True) for width in (None, 90)]
    monkeypatch.delenv(name, raising=False)
    usual = [to_table(report(*ALL), **one) for one in asked]  # type: ignore[arg-type]
    monkeypatch.setenv(name, value)
    assert [to_table(report(*ALL), **one) for one in asked] == usual  # type: ignore[arg-type]


def test_colours_are_those_of_severities() -> None:
    """The title's, and that of a contradiction; without them the text is the same."""
    made = report(*ALL, contradictions=("too little",))
    text = to_table(made, color=True)
    for start, word in (("1;31", "breaking"), ("1;33", "unjudged"), ("32", "compatible"), ("36", "documentation")):  # fmt: skip
        assert f"\x1b[{start}m{word}" in text
    assert "\x1b[1;31mContradiction: too little.\x1b[0m" in text
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert [line.rstrip() for line in plain.splitlines()] == to_table(made).splitlines()


def test_what_no_change_is_has_no_part_of_a_report() -> None:
    """Those that come behind it have theirs; the verdict ends a table, and nothing long is cut off."""
    made = report(GONE, evolve(SAID, steps=("Parcel", "x" * 200)))
    marks = [line for line in to_markdown(made).splitlines() if line.startswith("## ")]
    assert marks == ["## Breaking", "## Documentation"]
    lines = to_table(made, width=60).splitlines()
    assert [line for line in lines if line in ("breaking", "documentation")] == [
        "breaking",
        "documentation",
    ]
    assert lines[-1] == made.verdict
    assert "…" not in "".join(lines) and "".join(lines).count("x") >= 200


def test_a_new_name_is_suggested_for_one_change_alone() -> None:
    """Not where several are told as one, nor where none is known."""
    there = evolve(GONE, object="Depot", steps=("Depot", "fields", "weight"))
    for writes in (to_table, to_markdown):
        for changes_, suggested in (((GONE,), 1), ((GONE, there), 0), ((COMES,), 0)):
            assert writes(report(*changes_)).lower().count("perhaps a rename") == suggested


def test_json_is_read_by_people_too() -> None:
    """Two blanks a step, every letter as it is, and a line's end at the end."""
    text = to_json(report(evolve(GONE, sentence="Größe is gone.")))
    assert text.startswith('{\n  "format": 2,\n') and text.endswith("\n}\n")
    assert '\n      "sentence": "Größe is gone.",\n' in text


def test_annotations_end_with_the_verdict() -> None:
    """And begin with a command for each change that a reader should see."""
    lines = to_annotations(report(*ALL, contradictions=("too little",))).splitlines()
    assert lines[-1] == report(*ALL).verdict
    assert any(line.startswith("::error") and "no longer has" in line for line in lines)
    assert any("too little" in line for line in lines[:-1])


def test_a_fragment_says_what_follows() -> None:
    """Of what breaks, for whom; a rename beside a change that stands alone; worst first."""
    text = fragment_text(ALL)
    assert (
        "- `Parcel` no longer has `weight`. (typed Python code: the attribute does not exist.)"
        " Perhaps renamed: see `Parcel/fields/mass`.\n" in text
    )
    assert "- `Parcel` has `mass`.\n" in text
    moved = evolve(GONE, rename="Depot/fields/weight")
    assert "Perhaps moved: see `Depot/fields/weight`." in fragment_text([moved])
    assert "? perhaps a move: Depot/fields/weight" in to_table(report(moved))
    assert "<br>Perhaps a move: `Depot/fields/weight`<br>" in to_markdown(report(moved))
    other = evolve(moved, object="Box", steps=("Box", "fields", "weight"))
    both = fragment_text([moved, other])
    assert "Likewise in `Box`." in both
    assert "Perhaps" not in both, "two that are alike became two things"


def test_changes_are_narrowed_to_some() -> None:
    """Each is as severe as it is for them, and those that do not reach them are left out."""
    found = narrowed(ALL, frozenset({Consumer.WIRE}))
    assert [(one.rule, one.severity) for one in found] == [
        ("left-out-changed", Severity.UNJUDGED),
        ("field-removed", Severity.DOCUMENTATION),
    ]
    assert all(set(one.effects) == {Consumer.WIRE} for one in found)


@pytest.mark.parametrize("held", [True, False])
def test_of_two_judgements_as_severe_the_first_is_told(held: bool) -> None:
    """A struct that is sent and answered is judged twice: what is answered comes first, and where the
    other is worse, that."""
    inner = "objects/Parcel/structs/crate/fields/nails"
    around = {"objects/Parcel/fields/crate": "{type: struct, struct: crate}"} if held else {}
    old, new = (
        edited_by({**around, inner: text}) for text in ("{type: string}", "{type: integer}")
    )
    (change,) = changes(old, new)
    said = {consumer.key: effect.text for consumer, effect in change.effects.items()}
    assert change.rule == ("answer-retyped" if held else "parameter-retyped")
    assert said["requests"] == "the element must hold integer"
    assert said["python"].startswith("the attribute is" if held else "the value given must be")
    assert said["wire"].startswith("an answer with" if held else "the value is another text")
    assert list(change.effects) == [each for each in Consumer if each in change.effects]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        ((), "none"),
        (("a", "b"), "a, b"),
        (tuple("abcdefgh"), "a, b, c, d, e, f and 2 more"),
        (tuple("abcdefg"), "a, b, c, d, e, f, g"),
        ({"a": 1}, "a: 1"),
        (5, "5"),
    ],
)
def test_a_value_in_few_words(value: object, expected: str) -> None:
    """As tables and sentences show it."""
    assert show(value) == expected


def test_an_object_in_few_words() -> None:
    """Its actions, or that it has none."""
    catalog: Catalog = edited("objects/Depot/actions", "{}")
    depot: Object = catalog.objects["Depot"]
    assert show(depot) == "no actions"
    assert show(catalog.objects["Parcel"]) == "Get, Query, Create, Update, Delete"
    assert show(catalog.objects["Parcel"].actions["Get"]) == (
        "GET /v1/Depots/{DepotSid}/Parcels/{Sid}"
    )


def test_nothing_is_written_of_no_changes(tmp_path: Path) -> None:
    """A fragment of nothing is empty but for its end."""
    assert fragment_text([]) == "\n"
