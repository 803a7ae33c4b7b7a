"""The catalog that the installed package was generated from, as components need it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from twilio_ops_runtime.types.base import is_list, is_mapping

__all__ = ["ACTIONS", "ActionRow", "ObjectRow", "objects", "record_class", "service"]

ACTIONS = ("Get", "Query", "Create", "Update", "Delete")
PACKAGE = "twilio_ops"

Row = Mapping[str, Any]


class ActionRow(NamedTuple):
    """What the catalog says of one action of an object.

    Attributes:
        object: The object's name.
        action: The action's name.
        row: The catalog's row.
    """

    object: str
    action: str
    row: Row

    @property
    def reads(self) -> bool:
        """Whether it is a Get or Query."""
        return self.action in {"Get", "Query"}

    @property
    def is_list(self) -> bool:
        """Whether it may answer with more than one record."""
        return self.row.get("cardinality") == "many"

    @property
    def refused(self) -> str | None:
        """Why today's API does not take it; None = it does."""
        return self.row.get("refused")

    @property
    def effect(self) -> str | None:
        """What it does beyond the record, such as ``starts a phone call``."""
        return self.row.get("effect")

    @property
    def bulk(self) -> Row:
        """What the service's behaviour says of many requests: how they are scheduled, and wait."""
        found: Row = _read("_behaviour.json")["bulk"].get(f"{self.object}.{self.action}", {})
        return found

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """The operators of each filter of a Query, by the filter's name."""
        found: dict[str, tuple[str, ...]] = {}
        if self.action != "Query":
            return found
        for name, row in self.row.get("filters", {}).items():
            operators = row.get("operators")
            if operators is None:
                found[name] = ("equals",)
                continue
            # A day is asked for as such, or between two bounds.
            on = "equals" in operators or {"before", "after"} <= set(operators)
            known = {"before": "before" in operators, "on": on, "after": "after" in operators}
            found[name] = tuple(word for word, has in known.items() if has)
        return found

    @property
    def required_filters(self) -> tuple[str, ...]:
        """The filters without which a Query is refused."""
        rows = self.row.get("filters", {})
        return tuple(name for name in self.filters if rows[name].get("required"))

    @property
    def parameters(self) -> Mapping[str, Row]:
        """The rows of the parameters, by their names; what a Get searches for is among them."""
        found: dict[str, Row] = dict(self.row.get("parameters", {}))
        if self.action != "Query":
            found |= self.row.get("filters", {})
        key = self.row.get("key_parameter")
        return {name: row for name, row in found.items() if name != key}

    def in_role(self, role: str) -> tuple[str, ...]:
        """Return the parameters that are a ``sender``, ``callback`` or ``idempotency`` key."""
        return tuple(name for name, row in self.parameters.items() if row.get("role") == role)

    @property
    def not_now(self) -> frozenset[int]:
        """The error codes that say that it was not done, and may be done later."""
        return frozenset(self.row.get("not_now", ()))

    @property
    def either(self) -> tuple[tuple[str, ...], ...]:
        """Groups of parameters of which at least one is needed."""
        return tuple(tuple(group) for group in self.row.get("either", ()))

    @property
    def needs_sid(self) -> bool:
        """Whether it is of one record, which more than the account has to name."""
        if self.action in {"Query", "Create"}:
            return False
        keys = re.findall(r"{(\w+)}", self.row["path"])
        return keys not in ([], ["AccountSid"]) or "key_parameter" in self.row

    @property
    def name(self) -> str:
        """The operation's class name: ``QueryCall``."""
        return f"{self.action}{self.object}"


class ObjectRow(NamedTuple):
    """What the catalog says of one object.

    Attributes:
        name: Its name.
        row: The catalog's row.
    """

    name: str
    row: Row

    @property
    def fields(self) -> dict[str, Row]:
        """The rows of the fields, by their element names."""
        return {row.get("xml", name): row for name, row in self.row["fields"].items()}

    @property
    def actions(self) -> dict[str, ActionRow]:
        """The actions by name."""
        rows: Mapping[str, Row] = self.row["actions"]
        return {name: ActionRow(self.name, name, row) for name, row in rows.items()}

    @property
    def doc(self) -> str:
        """What it is."""
        return str(self.row.get("doc", ""))

    @property
    def deprecated(self) -> str | None:
        """Why it is not to be used any more; None = it is."""
        found = self.row.get("deprecated")
        return None if found is None else str(found)

    @property
    def digest(self) -> str:
        """The digest of the facts that the catalog has of the object; words do not count."""
        text = json.dumps(_facts(self.row), sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()[:32]


WORDS = frozenset({"doc", "effect", "enum_words", "link", "note"})


def _facts(value: Any) -> Any:
    if is_mapping(value):
        return {name: _facts(one) for name, one in value.items() if name not in WORDS}
    if is_list(value):
        return [_facts(one) for one in value]
    return value


@cache
def _read(name: str) -> Row:
    found: Row = json.loads(files(PACKAGE).joinpath(name).read_text(encoding="utf-8"))
    return found


def service() -> Row:
    """Return what the catalog says of the service."""
    found: Row = _read("_catalog.json")["service"]
    return found


@cache
def objects() -> Mapping[str, ObjectRow]:
    """Return the objects of the installed package, by name."""
    found: Mapping[str, Row] = _read("_catalog.json")["objects"]
    return {name: ObjectRow(name, row) for name, row in found.items()}


def record_class(object_name: str) -> Any:
    """Return the class of an object's records; its module is loaded now."""
    from twilio_ops.api import load

    return getattr(load(object_name), object_name)
