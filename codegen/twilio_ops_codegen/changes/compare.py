"""Two catalogs walked side by side into raw differences: what differs and where, not what it means.

The walk follows the shapes of the model's attributes. Rows that only one side has are one
difference, however much they hold. Order is no fact: everything is found by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from attrs import evolve, frozen

from twilio_ops_codegen.catalog.model import (
    Action,
    Catalog,
    Field,
    Filter,
    Object,
    Parameter,
    Struct,
    Type,
)
from twilio_ops_codegen.catalog.plain import is_tuple
from twilio_ops_codegen.changes.explained import goes_along
from twilio_ops_codegen.changes.shapes import Attribute, Shape, attributes, is_same
from twilio_ops_codegen.changes.uses import Direction, uses

Kind = Literal["added", "removed", "changed"]

REQUEST: frozenset[Direction] = frozenset({"request"})
RESPONSE: frozenset[Direction] = frozenset({"response"})

SUBSUMED = frozenset(
    {
        ("Type", name)
        for name in (
            *("format", "prefixes", "pattern", "enum", "struct"),
            *("items", "count", "prefix", "values", "minimum", "maximum"),
        )
    }
    | {("Field", "item_xml"), ("Field", "key_xml"), ("Field", "json_type")}
)
"""Attributes that only say more about a ``type``: where that differs, they are part of its change."""


NAMES = frozenset({("Object", "enum_names"), ("EnumNames", "members")})
"""Tables of names in Python: an entry comes and goes with what it names, and is no change then."""


@frozen(kw_only=True)
class Scope:
    """What a difference lies in: the object, the action, and the row with its role."""

    object: str | None = None
    action: str | None = None
    role: Literal["field", "parameter", "filter"] | None = None
    row: str | None = None
    directions: frozenset[Direction] = frozenset()
    old_catalog: Catalog | None = None
    new_catalog: Catalog | None = None
    old: Object | None = None
    new: Object | None = None
    old_action: Action | None = None
    new_action: Action | None = None


@frozen(kw_only=True)
class Difference:
    """One raw difference.

    ``owner`` and ``attribute`` name the attribute of the model, ``name`` the entry of a mapping or
    the entry of a tuple, ``before`` and ``after`` are the rows that hold the attribute.
    """

    owner: str
    attribute: str
    kind: Kind
    place: tuple[str, ...]
    scope: Scope
    name: str = ""
    old: Any = None
    new: Any = None
    before: Any = None
    after: Any = None


def compare(old: Catalog, new: Catalog) -> Iterator[Difference]:
    """The differences between two catalogs, in the order of the catalogs."""
    yield from _row(Catalog, old, new, (), Scope(old_catalog=old, new_catalog=new))


def _row(
    kind: type[Any], old: Any, new: Any, place: tuple[str, ...], scope: Scope
) -> Iterator[Difference]:
    if is_same(kind, old, new):
        return
    retyped = isinstance(old, Type) and old.type != new.type
    compared = isinstance(old, Filter) and old.operators != new.operators
    for attribute in attributes(kind):
        if attribute.name == "family" and (retyped or compared):
            continue  # a filter's class follows from its type and comparisons
        if retyped and (attribute.owner, attribute.name) in SUBSUMED:
            continue
        yield from _attribute(attribute, old, new, place, scope)


def _attribute(
    found: Attribute, before: Any, after: Any, place: tuple[str, ...], scope: Scope
) -> Iterator[Difference]:
    old, new = getattr(before, found.name), getattr(after, found.name)
    here = (*place, *_step(found))
    base = Difference(
        owner=found.owner,
        attribute=found.name,
        kind="changed",
        place=here,
        scope=scope,
        old=old,
        new=new,
        before=before,
        after=after,
    )
    if found.shape is Shape.VALUE:
        # 1 == 1.0 == True in Python, and they are three different texts in a catalog.
        if old != new or type(old) is not type(new):
            yield base
    elif found.shape is Shape.WORDS:
        if _as_set(old) != _as_set(new) or len(old) != len(new):
            yield base
    elif found.shape is Shape.LIST:
        yield from _entries(base, old, new)
    elif found.shape is Shape.ROW:
        assert found.row is not None
        if old is None or new is None:
            if old is not new:
                yield evolve(base, kind="added" if old is None else "removed")
        else:
            yield from _row(found.row, old, new, here, scope)
    else:
        yield from _table(found, base, old, new, scope)


def _entries(base: Difference, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    """The entries of a tuple that came or went."""
    if old == new:
        return
    had, has = set(old), set(new)
    gone = [entry for entry in old if entry not in has]
    come = [entry for entry in new if entry not in had]
    for entry in gone:
        here = (*base.place, str(entry))
        yield evolve(base, kind="removed", place=here, name=str(entry), old=entry, new=None)
    for entry in come:
        here = (*base.place, str(entry))
        yield evolve(base, kind="added", place=here, name=str(entry), old=None, new=entry)


def _table(
    found: Attribute,
    base: Difference,
    old: Mapping[Any, Any],
    new: Mapping[Any, Any],
    scope: Scope,
) -> Iterator[Difference]:
    """The differences of named entries, matched by their names."""
    before, after = base.before, base.after
    for name, value in old.items():
        here = (*base.place, str(name))
        inner = _inner(found, base, str(name), value, new.get(name, value), scope)
        entry = evolve(base, place=here, name=str(name), scope=inner)
        if name not in new:
            if (found.owner, found.name) in NAMES or _goes(found, name, before, after):
                continue
            yield evolve(entry, kind="removed", old=value, new=None)
        elif found.shape is Shape.TABLE:
            assert found.row is not None
            yield from _row(found.row, value, new[name], here, inner)
        elif found.shape is Shape.LISTS:
            values = evolve(entry, owner="Enum", attribute="values")
            yield from _entries(values, value, new[name])
        elif value != new[name]:
            yield evolve(entry, old=value, new=new[name])
    for name, value in new.items():
        if name not in old and (found.owner, found.name) not in NAMES:
            if _goes(found, name, after, before):
                continue
            inner = _inner(found, base, str(name), value, value, scope)
            here = (*base.place, str(name))
            yield evolve(
                base, kind="added", place=here, name=str(name), old=None, new=value, scope=inner
            )


def _goes(found: Attribute, name: str, home: Any, other: Any) -> bool:
    """Whether an entry comes or goes with what it is about, which is a difference of its own."""
    return (found.owner, found.name) == ("Object", "left_out") and goes_along(name, home, other)


def _step(found: Attribute) -> tuple[str, ...]:
    """The step an attribute adds to a place; objects stand at the top under their own names."""
    if found.owner == "Catalog":
        return {"service": ("catalog",), "objects": ()}.get(found.name, (found.name,))
    return (found.name,)


def _as_set(words: tuple[Any, ...]) -> frozenset[Any]:
    return frozenset(frozenset(word) if is_tuple(word) else word for word in words)


def _inner(
    found: Attribute, base: Difference, name: str, old: Any, new: Any, scope: Scope
) -> Scope:
    """The scope inside an entry of a table."""
    if found.row is Object:
        return evolve(scope, object=name, old=old, new=new)
    if found.row is Action:
        return evolve(scope, action=name, old_action=old, new_action=new)
    if found.row is Parameter:
        return evolve(scope, role="parameter", row=name, directions=REQUEST)
    if found.row is Filter:
        return evolve(scope, role="filter", row=name, directions=REQUEST)
    if found.row is Struct:
        return evolve(scope, row=name, directions=_directions("structs", name, scope))
    if found.row is Field:
        if found.owner == "Struct":
            return evolve(scope, role="field", row=f"{scope.row}.{name}")
        return evolve(scope, role="field", row=name, directions=RESPONSE)
    if found.shape is Shape.LISTS:
        return evolve(scope, row=name, directions=_directions("enums", name, scope))
    return scope


def _directions(
    table: Literal["structs", "enums"], name: str, scope: Scope
) -> frozenset[Direction]:
    """Where an object uses a struct or an enum; one that nothing uses counts as answered.

    A class is generated for it all the same, and code may use that.
    """
    found: frozenset[Direction] = frozenset()
    for side in (scope.old, scope.new):
        if side is not None:
            found |= uses(side, table, name)
    return found or RESPONSE
