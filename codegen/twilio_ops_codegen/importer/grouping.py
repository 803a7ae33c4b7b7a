"""Which operations make one object: by stem, then by where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from attrs import evolve, frozen

from twilio_ops_codegen.catalog.model import ACTIONS, ActionName, Security
from twilio_ops_codegen.catalog.paths import PLACEHOLDER

from .answers import Answer
from .conventions import Conventions
from .endpoints import Endpoint
from .naming import pascal, singular
from .sending import Request


@frozen(kw_only=True, eq=False)
class Operation:
    """One operation with everything read of it."""

    endpoint: Endpoint
    action: ActionName
    request: Request
    answer: Answer
    security: Security = "basic"

    @property
    def collection(self) -> str:
        """The path of the list the operation's records are in, or its own; see ``collection_of``."""
        return self.endpoint.path if self.action == "Query" else collection_of(self.endpoint.path)


def collection_of(path: str) -> str:
    """A path without a placeholder at its end."""
    head, _, tail = path.rpartition("/")
    return (head or "/") if PLACEHOLDER.fullmatch(tail) else path


def outline(path: str) -> str:
    """A path whatever its placeholders are called."""
    return PLACEHOLDER.sub("{}", path)


Groups = dict[str, list[Operation]]


def group(
    operations: Sequence[Operation], conventions: Conventions, kept: Mapping[str, str]
) -> Groups:
    """Operations by the name of their object, each action at most once an object.

    * Operations of one stem are one object.
    * ``CreateNewX`` on the path of X's list is X's Create, and a plural and a singular stem of one
      collection are one object, called by the singular, if no action is there twice.
    * Two operations for one action are told apart by their collections; one that cannot be is an
      object of its own, called by stem and verb.
    * An object that had a name keeps it: the one that ``kept`` gives most of its operations.
    """
    groups: Groups = {}
    for operation in sorted(operations, key=_order):
        groups.setdefault(operation.endpoint.stem, []).append(operation)
    _join_creates(groups, conventions.create_prefix)
    _join_plurals(groups)
    taken = {name.casefold() for name in groups}
    result: Groups = {}
    for name in sorted(groups):
        first, *others = _apart(groups[name], conventions)
        result[free(name, taken) if _same_file(name, result) else name] = first
        for other in others:
            result[_name(name, first, other, taken)] = other
    result = _keep(result, kept)
    return {name: sorted(result[name], key=_order) for name in sorted(result)}


def _keep(groups: Groups, kept: Mapping[str, str]) -> Groups:
    """The groups under the names that they had; the others under names that are free."""
    votes = sorted(
        (-count, old != name, old, name)
        for name, operations in groups.items()
        for old, count in Counter(
            kept[each.endpoint.id] for each in operations if each.endpoint.id in kept
        ).items()
    )
    given: dict[str, str] = {}
    for _, _, old, name in votes:
        if name not in given and old not in given.values():
            given[name] = old
    taken = {name.casefold() for name in given.values()}
    return {given.get(name) or free(name, taken): groups[name] for name in groups}


def _order(operation: Operation) -> tuple[int, str, str, str]:
    endpoint = operation.endpoint
    return ACTIONS.index(operation.action), endpoint.path, endpoint.method, endpoint.id


def _actions(operations: Iterable[Operation]) -> set[ActionName]:
    return {operation.action for operation in operations}


def _collections(operations: Iterable[Operation]) -> set[str]:
    return {outline(operation.collection) for operation in operations}


def _join_creates(groups: Groups, prefix: str) -> None:
    for stem in sorted(groups):
        plain = stem.removeprefix(prefix)
        if plain == stem or plain not in groups or _actions(groups[stem]) != {"Create"}:
            continue
        if "Create" not in _actions(groups[plain]) and (
            _collections(groups[stem]) <= _collections(groups[plain])
        ):
            groups[plain] += groups.pop(stem)


def _join_plurals(groups: Groups) -> None:
    for stem in sorted(groups):
        single = singular(stem)
        if (
            single == stem
            or single not in groups
            or _actions(groups[stem]) & _actions(groups[single])
        ):
            continue
        if _collections(groups[stem]) & _collections(groups[single]):
            groups[single] += groups.pop(stem)


def _apart(operations: list[Operation], conventions: Conventions) -> list[list[Operation]]:
    """Operations in groups that have each action once; the first group keeps the name."""
    if len(_actions(operations)) == len(operations):
        return [operations]
    places: dict[str, list[Operation]] = {}
    for operation in operations:
        places.setdefault(outline(operation.collection), []).append(operation)
    ordered = sorted(places, key=lambda place: (-len(places[place]), len(place), place))
    result: list[list[Operation]] = []
    for place in ordered:
        kept: dict[ActionName, Operation] = {}
        further: list[list[Operation]] = []
        for operation in sorted(places[place], key=partial(_preference, conventions)):
            if kept.setdefault(operation.action, operation) is not operation:
                further.append([operation])
        result.append(list(kept.values()))
        result += further
    return result


def _preference(conventions: Conventions, operation: Operation) -> tuple[bool, int, str]:
    """The first verb of an action comes first."""
    verbs = list(conventions.verbs)
    verb = operation.endpoint.verb
    different = conventions.verbs[verb] != operation.action
    return different, verbs.index(verb), operation.endpoint.id


def _name(stem: str, first: list[Operation], other: list[Operation], taken: set[str]) -> str:
    """A name for what cannot be called by its stem: by its path, else by its verb."""
    known = _collections(first)
    if len(other) == 1 and _collections(other) & known:
        return free(stem + other[0].endpoint.verb, taken)
    words = [
        pascal(segment)
        for segment in other[0].collection.split("/")
        if segment and not PLACEHOLDER.search(segment)
    ]
    common = Counter(
        pascal(segment) for operation in first for segment in operation.collection.split("/")
    )
    extra = [word for word in words if word not in common and word != stem]
    return free("".join(extra[-2:]) + stem if extra else stem + other[0].endpoint.verb, taken)


def free(name: str, taken: set[str]) -> str:
    """The name, with a number if it is taken; then it is taken, whatever its capitals."""
    plain, number = name, 2
    while plain.casefold() in taken:
        plain, number = f"{name}{number}", number + 1
    taken.add(plain.casefold())
    return plain


def _same_file(name: str, groups: Groups) -> bool:
    """Whether a name differs from another only in capitals, which not every file system tells apart."""
    return name.casefold() in {other.casefold() for other in groups}


def as_get(operation: Operation) -> Operation:
    """A list operation that answers one record, as what it is."""
    if operation.action == "Query" and operation.answer.cardinality == "one":
        return evolve(operation, action="Get")
    return operation
