"""Programs that typed code stands for: what is read, made and called, as the earlier package had it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from twilio_ops_codegen.changes.witness.focus import Focus, addresses, complete
from twilio_ops_codegen.changes.witness.pieces import NUMBER, Piece, joined, piece, words
from twilio_ops_codegen.changes.witness.stand_in import NAME
from twilio_ops_codegen.changes.witness.values import LARGE, MEMBERS, as_text, in_python
from twilio_ops_codegen.changes.witness.values import plain as plain_values
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.types import FilterView, ParameterView, RecordView

_ORIGINS = {
    "Any": "typing",
    "Decimal": "decimal",
    "Iterator": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "UTC": "datetime",
    "date": "datetime",
    "datetime": "datetime",
}


@frozen
class Condition:
    """A condition as source, and the name and text that are sent for it."""

    source: str
    name: str
    text: str


def program(focus: Focus, sentence: str, shown: Sequence[Piece] | None = None) -> str:
    """A module that type-checks and runs with the package of the earlier catalog.

    Args:
        focus: What it uses.
        sentence: What changed, for its docstring.
        shown: The pieces that it tries; None = all.
    """
    shown = pieces(focus) if shown is None else shown
    if not shown:
        return ""
    text = joined(shown)
    return "\n".join([literal(sentence), "", *imports(focus, text), "", text, ""])


def imports(focus: Focus, text: str) -> Iterator[str]:
    """What a program of the earlier package has to import."""
    used = words(text)
    yield from standard_imports(used)
    package, view = str(focus.view.package), focus.view
    own = [name for name in view.exports if name in used]
    lines = [f"from {package}.api.{view.module} import {', '.join(own)}"] if own else []
    lines += [f"from {where} import {name}" for where, name in view.foreign if name in used]
    lines += [f"from {package} import Sid"] if "Sid" in used and "Sid" not in own else []
    lines += [f"from {package}.api import load"] if "load" in used else []
    lines += [f"from {NAME} import answering"] if "answering" in used else []
    yield from lines


def standard_imports(used: Collection[str]) -> Iterator[str]:
    """Imports of the names that are used and of no package."""
    for origin in dict.fromkeys(_ORIGINS.values()):
        names = [name for name, where in _ORIGINS.items() if where == origin and name in used]
        if names:
            yield f"from {origin} import {', '.join(names)}"


def pieces(focus: Focus) -> list[Piece]:
    """All that a program tries of what is looked at: its calls, and what it reads and makes."""
    found: list[Piece] = []
    for operation in () if focus.table in ("fields", "enums") else focus.operations:
        if focus.table != "structs" or focus.sent(operation):
            found += _calls(focus, operation)
    found += _data(focus)
    if focus.table in ("aliases", "service", "object", None):
        name = focus.view.name
        for each in (name, *focus.view.row.aliases):
            found.append(piece("alias", f"assert load({literal(each)}).{name} is {name}"))
    return found


def _data(focus: Focus) -> Iterator[Piece]:
    view = focus.view
    if focus.looks_at("enums"):
        for enum in view.enums:
            if focus.is_row("enums", enum.key):
                members = [pair for pair in enum.members if pair[1] == focus.entry]
                for name, text in members or enum.members[:MEMBERS]:
                    member = f"member{NUMBER}"
                    yield piece(
                        "member",
                        f"{member}: {enum.name} = {enum.name}.{name}",
                        f"assert {member}.value == {literal(text)}",
                    )
    for record in view.records:
        if record.struct is None:
            if focus.looks_at("fields"):
                yield from _record(focus, record, "fields")
        elif focus.looks_at("structs") and focus.is_row("structs", record.struct):
            yield from _record(focus, record, "structs")


def _record(focus: Focus, record: RecordView, table: str) -> Iterator[Piece]:
    """Each field read from a record that is made with each of its values."""
    for field in record.fields:
        if table == "structs" or focus.is_row(table, field.json):
            optional = "" if str(field.type) == "Any" else " | None"
            first, *others = in_python(field.row, focus.view, sent=False)
            yield piece(
                "field",
                f"value{NUMBER}: {field.type}{optional}"
                f" = {record.name}({field.name}={first}).{field.name}",
            )
            for value in others:
                yield piece("value", f"{record.name}({field.name}={value})")


def arguments_of(focus: Focus, parameters: tuple[ParameterView, ...]) -> list[str]:
    return [f"{each.name}={_value(focus, each)[0]}" for each in parameters]


def _value(focus: Focus, parameter: ParameterView | FilterView) -> list[str]:
    values = in_python(parameter.row, focus.view, sent=True)
    if isinstance(parameter, ParameterView) and parameter.row.repeated:
        return [f"[{', '.join(values)}]"]
    return values


def _calls(focus: Focus, operation: OperationView) -> Iterator[Piece]:
    """The calls that an operation took, each with what it answers; those of what is looked at first."""
    places = addresses(focus, operation)
    own = focus.table in ("parameters", "structs") or (
        focus.table == "filters" and operation.base == "Search"
    )
    sets = [arguments_of(focus, each) for each in complete(focus, operation)]
    shown = focus.sent(operation) if own else list(operation.own_parameters)
    smallest = next(complete(focus, operation))
    concerned: list[list[str]] = []
    for each in shown if own else ():
        rest = [other for other in smallest if other.api != each.api]
        concerned += [
            [*arguments_of(focus, tuple(rest)), f"{each.name}={value}"]
            for value in _value(focus, each)
        ]
    made = _made(focus, operation)
    if operation.row.refused:
        yield piece("call", made)
        return
    if operation.base == "Query" and focus.table == "filters":
        yield from _filtered(focus, operation, places[0])
    calls = [(each, places[0]) for each in [*concerned, *sets]]
    if focus.action is not None and not own and not focus.brief:
        calls.append((arguments_of(focus, operation.own_parameters), places[0]))
    calls += [(sets[0], each) for each in places[1:]]
    result = _result(operation)
    for given, place in calls:
        call = f"call{NUMBER}({', '.join(addressed(operation, place, given))})"
        if result is None:
            yield piece("call", made, call)
        else:
            name = f"answer{NUMBER}"
            whole = f"list({name})" if result.startswith("Iterator") else name
            yield piece("call", made, f"{name}: {result} = {call}", f"assert {whole}")
    if operation.base == "Query" and focus.table != "filters":
        yield from _filtered(focus, operation, places[0])
    if operation.request and (own or focus.action is not None):
        yield from _request(focus, operation, shown, smallest)


def _made(focus: Focus, operation: OperationView) -> str:
    """The line that makes an operation ready to be called."""
    needed = [
        conditions(focus, operation, each)[0].source
        for each in operation.filters
        if each.row.required and operation.base == "Query"
    ]
    chosen = f", filters=[{', '.join(needed)}]" if needed else ""
    if operation.base == "Query" and operation.row.max_page_size is not None:
        chosen += f", page_size={operation.row.max_page_size}"
    elif operation.base == "Query" and focus.table == "max_page_size":
        chosen += f", page_size={LARGE}"
    return f"call{NUMBER} = {operation.name}(answering({operation.name}){chosen})"


def addressed(operation: OperationView, place: str, given: list[str]) -> Iterator[str]:
    if operation.action == "Create":
        yield from given
        if operation.parent_form:
            yield f"parent={literal(place)}"
        return
    if place or not operation.sid_optional:
        yield literal(place)
    yield from given


def _result(operation: OperationView) -> str | None:
    if operation.record is None:
        return None
    many = operation.row.cardinality == "many"
    return f"Iterator[{operation.record}]" if many else str(operation.record)


def _filtered(focus: Focus, operation: OperationView, place: str) -> Iterator[Piece]:
    own = focus.table == "filters"
    needed = [each for each in operation.filters if each.row.required]
    for each in operation.filters:
        if own and focus.row not in (None, each.api):
            continue
        rest = [
            conditions(focus, operation, other)[0].source
            for other in needed
            if other.api != each.api
        ]
        for condition in conditions(focus, operation, each):
            asked = ", ".join([*rest, condition.source])
            parent = literal(place) if place else ""
            yield piece(
                "filter",
                f"call{NUMBER} = {operation.name}(answering({operation.name}), filters=[{asked}])",
                f"assert list(call{NUMBER}({parent}))",
            )


def _both(one: Condition, other: Condition) -> Condition:
    """Two conditions of one filter, which may be given more than once."""
    return Condition(f"{one.source}, {other.source}", one.name, f"{one.text}\n{other.text}")


def conditions(
    focus: Focus, operation: OperationView, each: FilterView, *, plain: bool = False
) -> list[Condition]:
    """What a filter can be asked for, and what is sent for it; plain = naming no class of values."""
    made = f"{operation.name}.{each.name}"
    if each.family == "equals":
        given = plain_values(each.row, focus.view) if plain else _value(focus, each)
        values = zip(given, as_text(each.row, focus.view), strict=False)
        found = [Condition(f"{made}.equals({value})", each.api, text) for value, text in values]
        return [_both(found[0], found[-1])] if each.row.repeated else found
    compared: list[Condition] = []
    for operator in each.row.operators:
        sign = {"before": "<", "after": ">"}.get(operator, "")
        if not sign:
            compared += [
                Condition(f"{made}.{on}(date(2012, 9, 17))", each.api, "2012-09-17")
                for on in ("equals", "on")
            ]
            continue
        text = "2012-09-17" if each.family == "day" else "2012-09-17T00:00:00Z"
        given_ = f"{made}.{operator}(date(2012, 9, 17))"
        if sign == ">":  # the widest bound that can be meant
            text = "2012-09-17" if each.family == "day" else "2012-09-17T23:59:59Z"
        compared.append(Condition(given_, each.api + sign, text))
    return compared


def _request(
    focus: Focus,
    operation: OperationView,
    shown: list[ParameterView],
    smallest: tuple[ParameterView, ...],
) -> Iterator[Piece]:
    """Code that makes the request of a Create or an Update, and reads each argument of it."""
    made = f"{operation.request}({', '.join(arguments_of(focus, smallest))})"
    for each in shown:
        optional = "" if each.required else " | None"
        yield piece(
            "request",
            f"value{NUMBER}: {each.type}{optional} = {made}.{each.name}",
        )
