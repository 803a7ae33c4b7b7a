"""What can be exported, as the catalog says it: how each list is reached, cut and told apart."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from typing import Any

from attrs import frozen

from twilio_ops import ConfigurationError
from twilio_ops_components.catalog import ActionRow, ObjectRow, objects, service
from twilio_ops_runtime.types.names import snake

__all__ = ["LOOK_BACK", "Table", "digest_of", "table_of"]

LOOK_BACK = 3
"""The days after which a record counts as final where the catalog does not say it."""
_PLACEHOLDER = re.compile(r"{(\w+)}")


@frozen(kw_only=True)
class Table:
    """The list of one object.

    Attributes:
        name: What its folder and its files are called: ``conference_participant``.
        object: The object.
        chain: The objects whose lists lead to it, outermost first; its own is the last.
        keys: The field of each object before the last that leads to the next list, by JSON name.
        links: The columns that say where a record lies, as far as the record does not.
        of_account: Whether the list is an account's; otherwise there is one for all.
        window: The filter that cuts the outermost list by time; None = none does.
        whole_days: Whether that filter knows days only.
        settles: The days after which nothing in it changes any more.
        key: The field that tells its records apart, by JSON name; None = all fields together do.
        note: What the catalog says of that filter's time.
    """

    name: str
    object: str
    chain: tuple[str, ...]
    keys: tuple[str, ...]
    links: tuple[str, ...]
    of_account: bool
    window: str | None
    whole_days: bool
    settles: int
    key: str | None
    note: str | None


@cache
def table_of(name: str) -> Table:
    """Return how an object's list is read.

    Args:
        name: The object's name.

    Raises:
        ConfigurationError: There is no such object, or its list cannot be reached.
    """
    known = objects()
    if name not in known:
        raise ConfigurationError(f"{name} is no object of the catalog")
    chain = _chain(known[name])
    outermost = _query(chain[0])
    window: str | None = outermost.row.get("window")
    row: Any = outermost.row.get("filters", {}).get(window, {})
    known_days = [_query(one).row.get("settles") for one in chain]
    days = [one for one in known_days if one is not None]
    placeholders = _list_keys(chain[-1])
    fields = known[name].row["fields"]
    links = tuple(link for link in map(snake, placeholders) if link not in fields)
    return Table(
        name=snake(name),
        object=name,
        chain=tuple(one.name for one in chain),
        keys=tuple(_key_field(one) or "" for one in chain[:-1]),
        links=links,
        of_account=f"{{{_account_key()}}}" in outermost.row["path"],
        window=window,
        whole_days=row.get("type") == "date",
        settles=max(days, default=LOOK_BACK),
        key=_key_field(known[name]),
        note=row.get("note"),
    )


@cache
def link_names(table: Table) -> tuple[str, ...]:
    """Return what the keys that lead to a list are called, outermost first."""
    return tuple(map(snake, _list_keys(objects()[table.object])))


@cache
def digest_of() -> str:
    """Return the digest of what the catalog knows of all objects: who reads has to agree with who plans."""
    text = "".join(f"{name}={row.digest}\n" for name, row in sorted(objects().items()))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def canonical(value: Any) -> str:
    """Return the one JSON text of a value that digests are made of."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _account_key() -> str | None:
    found: str | None = service().get("account_key")
    return found


def _query(row: ObjectRow) -> ActionRow:
    found = row.actions.get("Query")
    if found is None:
        has = ", ".join(row.actions) or "none"
        raise ConfigurationError(f"{row.name} has no Query, so nothing lists it; it has {has}")
    if found.refused:
        raise ConfigurationError(f"{row.name} cannot be listed: {found.refused}")
    if found.required_filters:
        needed = ", ".join(found.required_filters)
        raise ConfigurationError(f"{row.name} is listed by {needed} only, which an export has not")
    return found


def _list_keys(row: ObjectRow) -> list[str]:
    """The placeholders of a list's path, outermost first, without the account."""
    return [key for key in _PLACEHOLDER.findall(_query(row).row["path"]) if key != _account_key()]


def _key_field(row: ObjectRow) -> str | None:
    """The field that a record of the object is got by."""
    get = row.actions.get("Get")
    if get is None or get.is_list:
        return None
    placeholders = _PLACEHOLDER.findall(get.row["path"])
    field = snake(placeholders[-1]) if placeholders else ""
    return field if field in row.row["fields"] else None


def _chain(row: ObjectRow) -> list[ObjectRow]:
    by_source = {one.row.get("source", name): one for name, one in objects().items()}
    chain = [row]
    while needed := len(_list_keys(chain[0])):
        parent = by_source.get(chain[0].row.get("parent", ""))
        if parent is None or len(_list_keys(parent)) != needed - 1 or _key_field(parent) is None:
            raise ConfigurationError(
                f"{row.name} lies under what cannot be listed: {chain[0].row['path']}"
            )
        chain.insert(0, parent)
    return chain
