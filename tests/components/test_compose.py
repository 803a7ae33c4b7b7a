"""A component file that is written over another: what is wanted is there, what was written by hand stays."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_components.draft import HEADER, completed, compose, settings_in
from twilio_ops_components.settings import SETTINGS

OPERATION = {"object": "Call", "action": "Query", "name": "calls"}
CHOICES: list[dict[str, Any]] = [
    {},
    {"limit": 5},
    {"limit": 6, "page_size": 50, "connection": "production"},
    {"fields": ["Sid", "To"]},
    {"fields": ["To", "Sid"], "parent": {"element": "Account/Sid"}},
    {"filters": [{"To": {"equals": "a"}}]},
    {"filters": [{"To": {"equals": "a"}}, {"StartTime": {"after": {"last_run": True}}}]},
    {"tracking": {"a": "x", "b": ["C-", {"element": "A/B"}]}},
    {"tracking": {"b": "y", "c": {"unique": True}}},
    {"archiving": {"directory": "archive", "secrets": True}},
    {"archiving": {"directory": "other"}},
    {"caching": {"file": "c.db", "indexes": {"by-sid": ["Call/Sid"]}}},
    {"caching": {"file": "c.db", "indexes": {"by-to": ["Call/To", "Call/Sid"]}}},
    {"options": {"stop_on": "nothing", "tracking_direction": "input"}},
    {"options": {"stop_on": "any", "return_application_error_responses": True}},
]


def told(settings: dict[str, Any], *, over: dict[str, Any]) -> dict[str, Any]:
    """Settings with a None for each that is to go."""
    return {"operation": OPERATION, **dict.fromkeys(over), **settings}


@pytest.mark.slow
@pytest.mark.parametrize("old", CHOICES, ids=lambda one: "+".join(one) or "nothing")
def test_each_over_each(tmp_path: Path, old: dict[str, Any]) -> None:
    """It reads as what is wanted, its settings are in their order, and comments are where they were."""
    path = tmp_path / "calls.yaml"
    text = compose(path, told(old, over={}))
    assert text.startswith(HEADER)
    path.write_text(text, encoding="utf-8")
    assert settings_in(path) == completed(told(old, over={}))
    for new in CHOICES:
        commented = text.replace("format: 1\n", "format: 1  # kept\n# on its own\n", 1)
        path.write_text(f"{commented}extra: 'by hand'  # kept, too\n", encoding="utf-8")
        found = compose(path, told(new, over=old))
        path.write_text(found, encoding="utf-8")
        wanted = completed(told(new, over=old))
        assert settings_in(path) == {**wanted, "extra": "by hand"}
        order = [name for name in settings_in(path) if name != "extra"]
        assert order == [name for name in SETTINGS if name in wanted]
        assert found.startswith(f"{HEADER}format: 1  # kept\n# on its own\n")
        assert found.count("extra: 'by hand'  # kept, too\n") == 1
        if old == new:
            assert found == f"{commented}extra: 'by hand'  # kept, too\n"


@pytest.mark.parametrize(
    ("old", "new"), list(itertools.permutations(["{a: x, b: y}", "\n  a: x # of a\n  b: y"], 2))
)
def test_a_part_changes_and_the_rest_keeps_its_form(tmp_path: Path, old: str, new: str) -> None:
    """In a mapping only what differs is written: quotes, comments, flow or block stay."""
    path = tmp_path / "calls.yaml"
    path.write_text(
        f"format: 1\noperation: {{object: Call, action: Query}}\ntracking: {old}\n",
        encoding="utf-8",
    )
    found = compose(path, told({"tracking": {"a": "x", "b": "z", "c": "w"}}, over={}))
    assert ("# of a" in found) == ("# of a" in old)
    assert ("{a: x" in found) == old.startswith("{")
    path.write_text(found, encoding="utf-8")
    assert settings_in(path)["tracking"] == {"a": "x", "b": "z", "c": "w"}
    path.write_text(compose(path, told({"tracking": {"c": "w"}}, over={})), encoding="utf-8")
    assert settings_in(path)["tracking"] == {"c": "w"}
    path.write_text(compose(path, told({}, over={"tracking": 1})), encoding="utf-8")
    assert "tracking" not in settings_in(path)


def test_what_was_indented_by_hand_stays_indented_so(tmp_path: Path) -> None:
    """The file's own widths are taken for what is new in it."""
    path = tmp_path / "calls.yaml"
    path.write_text(
        "format: 1\noperation:\n    object: Call\n    action: Query\n"
        "filters:\n    -   To:\n            equals: a\n",
        encoding="utf-8",
    )
    old = settings_in(path)
    found = compose(path, {**old, "tracking": {"a": "x"}})
    assert "operation:\n    object: Call\n    action: Query\n" in found
    assert "filters:\n    -   To:\n            equals: a\n" in found
    assert "tracking:\n    a: x\n" in found
