"""Suppressions: changes that are accepted for a stated reason, until a stated day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CatalogError, Mistake
from twilio_ops_codegen.catalog.located_yaml import Tree, read
from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.changes.change import Change
from twilio_ops_codegen.changes.left_out import RULE as LEFT_OUT
from twilio_ops_codegen.changes.rules import RULES

NAME = "suppressions.yaml"
"""The file's name in a catalog's folder."""

_KEYS = ("rule", "place", "fingerprint", "reason", "expires")
_EXPECTED = "rule and place, or fingerprint; reason; expires"


@frozen(kw_only=True)
class Suppression:
    """One row: some changes do not count, up to and on a day.

    It is about the changes of a rule at places like a pattern, or about the one change of a fingerprint.
    """

    rule: str | None = None
    place: str | None = None
    fingerprint: str | None = None
    reason: str
    expires: date

    def covers(self, change: Change) -> bool:
        """Whether a change is one that the row is about. ``*`` in a place stands for any text."""
        if self.fingerprint is not None:
            return self.fingerprint == change.fingerprint
        return self.rule == change.rule and fnmatchcase(change.place, self.place or "")

    @property
    def about(self) -> str:
        """What it covers, in words."""
        if self.fingerprint is not None:
            return f"change with the fingerprint {self.fingerprint}"
        return f"{self.rule} at {self.place}"


@frozen
class Suppressed:
    """A change that does not count, and the row that says why."""

    change: Change
    by: Suppression


def suppress(
    changes: Iterable[Change], path: Path | None, name: str, today: date
) -> tuple[tuple[Change, ...], tuple[Suppressed, ...]]:
    """The changes that count, and those that a file of suppressions takes out.

    Args:
        changes: All changes.
        path: The file; None, or one that is missing = no suppressions.
        name: What messages call the file.
        today: The day on which rows expire.

    Raises:
        CatalogError: Rows that are malformed, that have expired, or that are about no change.
    """
    listed = tuple(changes)
    if path is None or not path.is_file():
        return listed, ()
    mistakes: list[Mistake] = []
    tree = read(path, name, mistakes)
    if tree is None or mistakes:
        raise CatalogError(mistakes)
    rows = _rows(tree)
    counting: list[Change] = []
    taken: list[Suppressed] = []
    used: set[int] = set()
    for change in listed:
        matches = [index for index, row in enumerate(rows) if row.covers(change)]
        used.update(matches)
        if matches:
            taken.append(Suppressed(change, rows[matches[0]]))
        else:
            counting.append(change)
    for index, row in enumerate(rows):
        if row.expires < today:
            message = f"has expired on {row.expires}; mend what it covers, or decide anew"
            mistakes.append(tree.mistake((index, "expires"), message))
        elif index not in used:
            message = f"is stale: no {row.about}; take the row out"
            mistakes.append(tree.mistake((index,), message))
    if mistakes:
        raise CatalogError(mistakes)
    return tuple(counting), tuple(taken)


def _rows(tree: Tree) -> list[Suppression]:
    value: Any = tree.value if tree.value is not None else []
    if not is_list(value):
        raise CatalogError([tree.mistake((), "is not a list of suppressions")])
    mistakes = [mistake for index in range(len(value)) for mistake in _malformed(tree, index)]
    if mistakes:
        raise CatalogError(mistakes)
    return [Suppression(**row) for row in value]


def _malformed(tree: Tree, index: int) -> Iterable[Mistake]:
    row: Any = tree.value[index]
    if not is_mapping(row):
        yield tree.mistake((index,), f"is not a row; expected {_EXPECTED}")
        return
    for key in row:
        if key not in _KEYS:
            yield tree.mistake((index, key), f"is not a key; expected {_EXPECTED}")
    by_name = "fingerprint" in row
    for key in ("fingerprint",) if by_name else ("rule", "place"):
        if not _is_text(row.get(key)):
            yield tree.mistake((index, key), f"is missing or empty; expected {_EXPECTED}")
    for key in ("rule", "place") if by_name else ():
        if key in row:
            yield tree.mistake((index, key), "stands beside a fingerprint, which says it all")
    if not _is_text(row.get("reason")):
        message = "is missing or empty; a row needs its reason as text"
        yield tree.mistake((index, "reason"), message)
    if type(row.get("expires")) is not date:
        message = "is missing or no day; expected one such as 2031-01-31"
        yield tree.mistake((index, "expires"), message)
    known = {LEFT_OUT, *(rule.id for rule in RULES)}
    if not by_name and _is_text(row.get("rule")) and row["rule"] not in known:
        yield tree.mistake((index, "rule"), f"{row['rule']!r} is no rule; see the list of rules")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
