"""What a witness looks at: the part of the earlier catalog that a change is about."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from attrs import Factory, evolve, frozen

from twilio_ops_codegen.catalog.model import Catalog, Key, Parameter, Type
from twilio_ops_codegen.catalog.paths import PLACEHOLDER
from twilio_ops_codegen.catalog.patterns import example
from twilio_ops_codegen.changes.change import Change, Severity
from twilio_ops_codegen.emit.objects import ObjectView, PackageView
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import HEX
from twilio_ops_codegen.emit.types import ParameterView


@frozen
class Focus:
    """An object of the earlier catalog; of it one action, or one row of a table; None = all."""

    catalog: Catalog
    view: ObjectView
    action: str | None
    table: str | None
    row: str | None
    entry: str | None = None  # the one value of an enum that is meant
    brief: bool = False  # whether nothing is tried with all that may be given

    @property
    def operations(self) -> tuple[OperationView, ...]:
        """The operations that are looked at: the action's, those that send an enum, or all."""
        return tuple(
            each
            for each in self.view.operations
            if self.action in (None, str(each.action))
            and (self.table != "enums" or self.sent(each))
        )

    @property
    def is_deep(self) -> bool:
        """Whether an operation is tried in all ways; what is answered needs one."""
        return self.action is not None or self.table not in ("fields", "enums", "structs")

    @property
    def is_on_row(self) -> bool:
        """Whether it is on a row of a table, and so on nothing that all pages of a list share."""
        return self.row is not None

    def sent(self, operation: OperationView) -> list[ParameterView]:
        """The parameters of an operation that are looked at themselves, or hold what is."""
        searched = operation.base == "Search"  # its filters are given as parameters are
        if self.table == "parameters" or (self.table == "filters" and searched):
            return [each for each in operation.own_parameters if self.row in (None, each.api)]
        if self.table in ("enums", "structs"):
            return [each for each in operation.own_parameters if self._holds(each.row)]
        return []

    def _holds(self, row: Type) -> bool:
        named = row.enum if self.table == "enums" else row.struct
        return (named is not None and self.row in (None, named)) or (
            row.items is not None and self._holds(row.items)
        )

    def is_about(self, name: str, row: Type) -> bool:
        """Whether a field is looked at itself, or holds what is."""
        if self.table in ("enums", "structs"):
            return self._holds(row)
        return self.table == "fields" and self.row in (None, name)

    def looks_at(self, table: str) -> bool:
        """Whether a table is among what is looked at."""
        return self.action is None and self.table in (None, table, "xml", "json", "keys")

    def is_row(self, table: str, name: str | None) -> bool:
        """Whether a row is what is looked at: itself, or all rows are."""
        return self.table != table or self.row in (None, name)


@frozen
class Spelling:
    """The names that a package gives to what the earlier catalog has: classes, arguments, elements.

    Whoever hands in documents or sees the traffic does not mind how things are called in Python, and
    whoever sees the traffic how elements are: their witnesses use the package's own names.
    """

    package: str
    view: ObjectView

    def operation(self, old: OperationView) -> OperationView:
        """The operation in the package; one that is gone keeps its name, which nothing has."""
        found = (each for each in self.view.operations if each.action == old.action)
        return next(found, old)


def spelling(focus: Focus, change: Change, package: PackageView) -> Spelling:
    """How the later package calls what the focus is on; an object that is gone keeps its names."""
    names = {name: row.object for name, row in package.catalog.objects.items()}
    wanted = str(focus.view.name) if change.object is None else names.get(change.object)
    found = (each for each in package.objects if str(each.name) == wanted)
    return Spelling(str(package.package), next(found, focus.view))


def later(focus: Focus, change: Change, package: PackageView) -> Focus | None:
    """The same look at the later package; None = the object is gone."""
    named = spelling(focus, change, package).view
    if named is focus.view:
        return None
    known = named.row.enums.get(focus.row or "", ())
    entry = focus.entry if focus.entry in known else None
    return evolve(focus, catalog=package.catalog, view=named, entry=entry)


def focus_on(change: Change, package: PackageView) -> Focus | None:
    """What a change is about in the earlier package; None = it was not there."""
    old = package.catalog
    views = {str(each.name): each for each in package.objects}
    names = {row.object: name for name, row in old.objects.items()}
    if change.severity is Severity.UNJUDGED:
        return None
    if change.object is None:  # something that all have: one object stands for them
        most = max(views.values(), key=lambda each: len(each.operations), default=None)
        return None if most is None else Focus(old, most, None, "service", None)
    if change.object not in old.objects:
        return None
    found = next(each for name, each in views.items() if names[name] == change.object)
    steps = list(change.steps[1:])
    if change.action is not None:
        steps = steps[2:] if steps[:1] == ["actions"] else steps
    table, row = steps[0] if steps else None, steps[1] if len(steps) > 1 else None
    entry = _entry(steps)
    if table == "enum_names":
        table = "enums"
    if table not in _TABLES:
        row = None
    return Focus(old, found, change.action, table, row, entry)


def _entry(steps: list[str]) -> str | None:
    """The value of an enum that a place is about, or whose member; None = the enum, or no enum."""
    match steps:
        case ["enums", _, value] | ["enum_names", _, "members", value]:
            return value
        case _:
            return None


_TABLES = {"fields", "parameters", "filters", "enums", "structs", "keys"}


ACCOUNT = f"AC{HEX}"
"""The account of the connection."""


@frozen
class Place:
    """A path, what fills its placeholders and the key's parameter, and the composed Sid for them."""

    path: str
    parts: list[str]
    text: str = Factory(lambda self: ":".join(self.parts), takes_self=True)


def places(focus: Focus, operation: OperationView) -> list[Place]:
    """The paths that an operation takes: each once, with each key in all its ways, and the account left
    out where it may be."""
    row = operation.row
    keys = {**focus.view.row.keys, **row.keys}
    account = focus.catalog.service.account_key
    found: list[Place] = []
    for path in (row.path, *row.alternatives):
        names = PLACEHOLDER.findall(path)
        if row.key_parameter:
            names.append(row.key_parameter)
        parts = [key_texts(keys[name]) for name in names]
        first = [texts[0] for texts in parts]
        found.append(Place(path, first))
        for index, texts in enumerate(parts):
            for text in texts[1:]:
                found.append(Place(path, [*first[:index], text, *first[index + 1 :]]))
        if account in names and len(names) > 1:
            where = names.index(account)
            rest = [*first[:where], *first[where + 1 :]]
            found.append(
                Place(path, [*first[:where], ACCOUNT, *first[where + 1 :]], ":".join(rest))
            )
    return found if focus.is_deep else found[:1]


def addresses(focus: Focus, operation: OperationView) -> list[str]:
    """The composed Sids that an operation takes, as :func:`places` fills them."""
    return [place.text for place in places(focus, operation)]


def key_texts(key: Key) -> list[str]:
    """Texts that may stand for a key: one of each prefix and word."""
    found = [prefix + HEX for prefix in key.prefixes] + list(key.literals)
    if key.pattern and not key.prefixes:
        found.append(key.example or example(key.pattern))
    return found or [key.example or "name"]


def _changes(parameter: ParameterView) -> bool:
    """Whether an Update that gives nothing else changes something."""
    return isinstance(parameter.row, Parameter) and parameter.row.location != "header"


def complete(focus: Focus, operation: OperationView) -> Iterator[tuple[ParameterView, ...]]:
    """The smallest sets of parameters that an operation can be called with."""
    needed = [each for each in operation.own_parameters if each.required]
    by_name = {each.api: each for each in operation.own_parameters}
    if operation.action == "Update" and not needed and not operation.either:
        needed = [each for each in operation.own_parameters if _changes(each)][:1]
    seen: set[tuple[str, ...]] = set()
    for chosen in itertools.islice(
        itertools.product(*operation.either), 64 if focus.is_deep else 1
    ):
        found = {each.api: each for each in (*needed, *(by_name[name] for name in chosen))}
        if tuple(sorted(found)) not in seen:
            seen.add(tuple(sorted(found)))
            yield tuple(found.values())
