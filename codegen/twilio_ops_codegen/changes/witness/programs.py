"""Programs that typed code stands for: what is read, made and called, as the earlier package had it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from twilio_ops_codegen.catalog.names import snake
from twilio_ops_codegen.changes.witness.focus import Focus, addresses, complete
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


def program(focus: Focus, sentence: str) -> str:
    """A module that type-checks and runs with the package of the earlier catalog.

    Args:
        focus: What it uses.
        sentence: What changed, for its docstring.
    """
    body = [*_data(focus)]
    answered = focus.table in ("fields", "enums")
    for operation in () if answered else focus.operations:
        if focus.table != "structs" or focus.sent(operation):
            body += _calls(focus, operation)
    package, module = str(focus.view.package), str(focus.view.module)
    if focus.table in ("aliases", "service", "object", None):
        for name in (focus.view.name, *focus.view.row.aliases):
            body.append(f"assert load({literal(name)}).{focus.view.name} is {focus.view.name}")
    text = "\n".join(body)
    return "\n".join(
        [
            literal(sentence),
            "",
            "from __future__ import annotations",
            "",
            *imports(focus, text, package, module),
            "",
            text,
            "",
        ]
    )


def imports(focus: Focus, text: str, package: str, module: str) -> Iterator[str]:
    # Neither what a text says nor an argument is a name that has to be imported.
    code = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\.\w+|\b\w+=', "", text)
    used = set(re.findall(r"\w+", code))
    lines = [f"from {origin} import {name}" for name, origin in _ORIGINS.items() if name in used]
    own = [name for name in focus.view.exports if name in used]
    lines += [f"from {package}.api.{module} import {', '.join(own)}"] if own else []
    lines += [f"from {where} import {name}" for where, name in focus.view.foreign if name in used]
    lines += [f"from {package} import Sid"] if "Sid" in used and "Sid" not in own else []
    lines += [f"from {package}.api import load"] if "load" in used else []
    lines += [f"from {NAME} import answering"] if "answering" in used else []
    yield from lines


def _data(focus: Focus) -> Iterator[str]:
    view = focus.view
    if focus.looks_at("enums"):
        for enum in view.enums:
            if focus.is_row("enums", enum.key):
                members = [pair for pair in enum.members if pair[1] == focus.entry]
                members = members or list(enum.members[:MEMBERS])
                pairs = ", ".join(f"{literal(text)}: {enum.name}.{name}" for name, text in members)
                name = f"{snake(str(enum.name))}_members"
                yield f"{name}: dict[str, {enum.name}] = {{{pairs}}}"
                yield f"assert all(text == member.value for text, member in {name}.items())"
    for record in view.records:
        if record.struct is None:
            if focus.looks_at("fields"):
                yield from _record(focus, record, "fields")
        elif focus.looks_at("structs") and focus.is_row("structs", record.struct):
            yield from _record(focus, record, "structs")


def _record(focus: Focus, record: RecordView, table: str) -> Iterator[str]:
    fields = [
        each for each in record.fields if table == "structs" or focus.is_row(table, each.json)
    ]
    if not fields:
        return
    function = f"read_{snake(str(record.name))}"
    yield ""
    yield ""
    yield f"def {function}(record: {record.name}) -> None:"
    for field in fields:
        optional = "" if str(field.type) == "Any" else " | None"
        yield f"    {field.name}: {field.type}{optional} = record.{field.name}"
    yield ""
    yield ""
    values = {each.name: in_python(each.row, focus.view, sent=False) for each in fields}
    whole = ", ".join(f"{name}={found[0]}" for name, found in values.items())
    yield f"{function}({record.name}({whole}))"
    for name, found in values.items():
        for value in found[1:]:
            yield f"{record.name}({name}={value})"


def arguments_of(focus: Focus, parameters: tuple[ParameterView, ...]) -> list[str]:
    return [f"{each.name}={_value(focus, each)[0]}" for each in parameters]


def _value(focus: Focus, parameter: ParameterView | FilterView) -> list[str]:
    values = in_python(parameter.row, focus.view, sent=True)
    if isinstance(parameter, ParameterView) and parameter.row.repeated:
        return [f"[{', '.join(values)}]"]
    return values


def _calls(focus: Focus, operation: OperationView) -> Iterator[str]:
    """The calls that an operation took, each with what it answers."""
    places = addresses(focus, operation)
    own = focus.table in ("parameters", "structs") or (
        focus.table == "filters" and operation.base == "Search"
    )
    sets = [arguments_of(focus, each) for each in complete(focus, operation)]
    shown = list(operation.own_parameters)
    if own:
        shown = focus.sent(operation) or [
            each for each in shown if focus.table == "filters" and focus.row in (None, each.api)
        ]
    smallest = next(complete(focus, operation))
    concerned: list[list[str]] = []
    for each in shown if own else ():
        rest = [other for other in smallest if other.api != each.api]
        concerned += [
            [*arguments_of(focus, tuple(rest)), f"{each.name}={value}"]
            for value in _value(focus, each)
        ]
    if focus.action is not None and not own:
        concerned.append(arguments_of(focus, operation.own_parameters))
    result = _result(operation)
    called = f"operation_{snake(str(operation.name))}"
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
    yield ""
    yield f"{called} = {operation.name}(answering({operation.name}){chosen})"
    if operation.row.refused:
        return
    calls = [(each, places[0]) for each in [*sets, *concerned]]
    calls += [(sets[0], each) for each in places[1:]]
    for number, (given, place) in enumerate(calls):
        arguments = ", ".join(addressed(operation, place, given))
        if result is None:
            yield f"{called}({arguments})"
        else:
            name = f"{snake(str(operation.name))}_{number}"
            yield f"{name}: {result} = {called}({arguments})"
            yield f"assert list({name})" if result.startswith("Iterator") else f"assert {name}"
    if operation.base == "Query":
        yield from _filtered(focus, operation, places[0])
    if operation.request and shown and (own or focus.action is not None):
        yield from _request(focus, operation, shown, smallest)


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


def _filtered(focus: Focus, operation: OperationView, place: str) -> Iterator[str]:
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
            yield f"filtered = {operation.name}(answering({operation.name}), filters=[{asked}])"
            yield f"assert list(filtered({parent})) is not None"


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
) -> Iterator[str]:
    """Code that reads the request of a Create or an Update."""
    function = f"read_{snake(str(operation.name))}"
    yield ""
    yield ""
    yield f"def {function}(request: {operation.request}) -> None:"
    for each in shown:
        optional = "" if each.required else " | None"
        yield f"    {each.name}: {each.type}{optional} = request.{each.name}"
    yield ""
    yield ""
    yield f"{function}({operation.request}({', '.join(arguments_of(focus, smallest))}))"
