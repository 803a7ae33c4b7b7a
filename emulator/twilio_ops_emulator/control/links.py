"""Which records belong to which, and whose record a Sid is: as the catalogs say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.model import ObjectModel, placeholders

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State

MOST = 200
"""How many records of a kind are shown below another one: the newest."""


def objects(emulator: Core) -> Mapping[str, str]:
    """Return whose records Sids are, by their prefix; the caller holds the lock.

    An object of another product has the product's name before its own. Where several objects have a
    prefix, it is that of the one with the shortest path.
    """
    found: dict[str, str] = {}
    for product in ("", *emulator.products):
        state = emulator.product(product)
        models = [model for model in state.catalog.objects.values() if state.base(model) is model]
        for model in sorted(models, key=lambda one: len(placeholders(one.path))):
            if model.identity == "sid" and (field := model.fields.get("sid")) is not None:
                for prefix in field.prefixes:
                    found.setdefault(prefix, f"{product}/{model.key}" if product else model.key)
    return found


def below(emulator: Core, state: State, model: ObjectModel, row: Row) -> list[dict[str, Any]]:
    """Return the records that name a record by its Sid.

    Args:
        emulator: The emulator; the caller holds its lock.
        state: Where the record is.
        model: Its object.
        row: The record.

    Returns:
        For each object and field by which it does: ``object``, ``field``, ``identity`` (the field of
        a record's own key), ``records``, newest first, and ``more``.
    """
    found: list[dict[str, Any]] = []
    for other, field in _naming(state, model):
        named = (
            one
            for one in state.table(other.key).newest()
            if one is not row and one[field] == row["sid"]
        )
        rows = list(islice(named, MOST + 1))
        if rows:
            found.append(
                {
                    "object": f"{state.name}/{other.key}" if state.name else other.key,
                    "field": field,
                    "identity": other.identity,
                    "records": [emulator.values(state, other, one) for one in rows[:MOST]],
                    "more": len(rows) > MOST,
                }
            )
    return found


def _naming(state: State, model: ObjectModel) -> Iterator[tuple[ObjectModel, str]]:
    """The objects that name records of an object, and in which field."""
    sid = model.fields.get("sid")
    prefixes = set[str]() if sid is None else set(sid.prefixes)
    account = state.catalog.account_key
    for other in state.catalog.objects.values():
        if state.base(other) is not other:
            continue
        own = "sid" if account not in other.scope else "account_sid"
        for field in other.fields.values():
            if field.name not in ("sid", own) and prefixes.intersection(field.prefixes):
                yield other, field.name
