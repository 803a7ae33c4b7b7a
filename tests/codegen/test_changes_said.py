"""What a change says to people, word for word: of each rule's examples, and of edits that no example has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.codegen.test_changes_rules import called
from twilio_ops_codegen.changes import Change, changes
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.registry import Rule
from twilio_ops_codegen.changes.rules import RULES

_SAID = yaml.load(
    Path(__file__).with_name("changes_said.yaml").read_text(encoding="utf-8"),
    Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
)
EDITS: list[dict[str, Any]] = _SAID["edits"]


def told(change: Change, *, with_severity: bool) -> dict[str, str]:
    """What a change says; consumers that are told the same stand together."""
    texts: dict[str, list[str]] = {}
    for consumer, effect in change.effects.items():
        text = f"{effect.severity.word}: {effect.text}" if with_severity else effect.text
        texts.setdefault(text, []).append(consumer.key)
    said = {"says": change.sentence, "several": change.several or ""}
    effects = {" ".join(keys): text for text, keys in texts.items()}
    rule = {"rule": change.rule} if with_severity else {}
    return {key: text for key, text in {**rule, **said, **effects}.items() if text}


@pytest.mark.parametrize("rule", RULES, ids=called)
def test_an_example_is_told_in_the_words_agreed_to(rule: Rule) -> None:
    """One sentence, and for each consumer what it has to expect; severities stand in the example."""
    found = [
        next(change for change in changes(*sides(example)) if change.rule == rule.id)
        for example in rule.examples
    ]
    assert [told(change, with_severity=False) for change in found] == _SAID["examples"][rule.id]


@pytest.mark.parametrize(
    "edit", EDITS, ids=[f"{number}-{edit['place']}" for number, edit in enumerate(EDITS)]
)
def test_an_edit_is_judged_and_told_as_agreed_to(edit: dict[str, Any]) -> None:
    """All that it changes, by which rule, how badly, for whom, and in what words."""
    around = edit.get("around", {})
    old, new = (edited_by({**around, edit["place"]: edit[side]}) for side in ("old", "new"))
    assert [told(change, with_severity=True) for change in changes(old, new)] == edit["found"]


GOES = "objects/Parcel/actions/Update"
PARAMETER = "objects/Parcel/actions/Create/parameters/Street"


@pytest.mark.parametrize(
    ("gone", "digests", "later", "rules"),
    [
        (GOES, "{UpdateParcel: a, UpdateParcel/Odd: b}", "{}", ["action-removed"]),
        (GOES, "{UpdateParcel: a, GetParcel: b}", "{}", ["action-removed", "digest-changed"]),
        (GOES, "{UpdateParcel: a}", "{UpdateParcel: b}", ["action-removed", "digest-changed"]),
        (PARAMETER, "{CreateParcel/Street: a}", "{}", ["parameter-removed"]),
        (PARAMETER, "{CreateParcel/Odd: a}", "{}", ["parameter-removed", "digest-changed"]),
        (PARAMETER, "{CreateParcel: a}", "{}", ["parameter-removed", "digest-changed"]),
        (PARAMETER, "{UpdateParcel/Street: a}", "{}", ["parameter-removed", "digest-changed"]),
    ],
)
def test_what_is_gone_is_told_once(gone: str, digests: str, later: str, rules: list[str]) -> None:
    """A digest that goes with its operation or parameter, or comes with one, is no second change; what
    stays, or belongs to something else, is."""
    before = edited_by({"objects/Parcel/left_out": digests})
    after = edited_by({"objects/Parcel/left_out": later, gone: None})
    assert [change.rule for change in changes(before, after)] == rules
    assert len(changes(after, before)) == len(rules)
