"""The wizard's questions, on a terminal: arrow keys, search by typing, Ctrl-C to leave."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from typing import Any

import questionary

from twilio_ops_components.catalog import ActionRow, ObjectRow, objects
from twilio_ops_components.draft import text_of, value_of
from twilio_ops_components.errors import ComponentError
from twilio_ops_components.settings import settings_of

__all__ = ["ask", "ask_file", "ask_whether"]

HINT = "text, or {element: PATH}, {property: NAME}, ..."
MARK = 6
"""The columns that a pointer and a box take before a choice."""


def ask_file() -> str:
    """Ask which file to write."""

    def valid(text: str) -> bool | str:
        return text.endswith((".yaml", ".yml")) or "a name that ends in .yaml"

    found: str = questionary.text("Component file:", validate=valid).unsafe_ask()
    return found


def ask_whether(text: str) -> bool:
    """Ask for yes or no; yes is what Enter says."""
    found: bool = questionary.confirm(text, default=True).unsafe_ask()
    return found


def ask(settings: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for the settings that were not told.

    Args:
        settings: The settings so far: an existing file's are what Enter says.
        told: Those that flags or an answers file say; they are not asked for.
    """
    found = dict(settings)
    operation = dict(found.get("operation") or {})
    said: Mapping[str, Any] = told.get("operation") or {}
    if "object" not in said:
        operation["object"] = _object(operation.get("object"))
    row = objects().get(operation["object"])
    if row is None:
        return found | {"operation": operation}  # the check names it, and what is near
    if "action" not in said:
        operation["action"] = _action(row, operation.get("action"))
    action = row.actions.get(operation["action"])
    found["operation"] = operation
    if action is None or action.refused:
        return found
    if "name" not in said:
        usual = str(operation.get("name") or action.name)
        operation["name"] = questionary.text("Its own name:", default=usual).unsafe_ask()
    has = settings_of(action)
    if "input" in has and "input" not in told and "parameters" not in told:
        found["input"] = _input(found.get("input"))
    _address(found, told, has, action)
    if "fields" in has and "fields" not in told:
        found["fields"] = _fields(row, found.get("fields"))
    if "filters" in has and "filters" not in told:
        found["filters"] = _filters(action, found.get("filters") or []) or None
    if "parameters" in has and "parameters" not in told and found.get("input") != "request":
        found["parameters"] = _parameters(action, found.get("parameters") or {}) or None
    if "limit" in has and "limit" not in told:
        found["limit"] = _number("How many records at most (empty: all):", found.get("limit"))
    _options(found, told)
    # What another action had, and this one has not, goes.
    return {name: value if name in has else None for name, value in found.items()}


def _title(name: str, says: str, width: int, *marks: str | None) -> str:
    """One line for a choice, cut to the window."""
    told = "".join(f" [{mark}]" for mark in marks if mark)
    line = f"{name:{width}}{told}  {says}".rstrip()
    room = max(20, shutil.get_terminal_size().columns - MARK)
    return line if len(line) <= room else line[: room - 1] + "…"


def _object(current: str | None) -> str:
    rows = objects()
    width = max(map(len, rows))
    choices = [
        questionary.Choice(
            _title(name, row.doc, width, "deprecated" if row.deprecated else None), name
        )
        for name, row in rows.items()
    ]
    return str(_select("Object (type to search):", choices, current, search=True))


def _action(row: ObjectRow, current: str | None) -> str:
    choices = [
        questionary.Choice(
            _title(name, str(one.row.get("doc", "")), 6, one.effect),
            name,
            disabled=f"refused: {one.refused}" if one.refused else None,
        )
        for name, one in row.actions.items()
    ]
    return str(_select("Action:", choices, current))


def _input(current: str | None) -> str:
    choices = [
        questionary.Choice("Documents are requests of the request profile", "request"),
        questionary.Choice("Documents are data that the request's values come from", "data"),
    ]
    return str(_select("Input:", choices, current))


def _select(
    text: str, choices: list[questionary.Choice], current: str | None, *, search: bool = False
) -> Any:
    values = [one.value for one in choices if not one.disabled]
    return questionary.select(
        text,
        choices=choices,
        default=current if current in values else None,
        use_search_filter=search,
        use_jk_keys=False,
    ).unsafe_ask()


def _address(
    found: dict[str, Any], told: Mapping[str, Any], has: tuple[str, ...], action: ActionRow
) -> None:
    keys = action.row["path"].count("{")
    for name in ("sid", "parent"):
        if name not in has or name in told or found.get("input") == "request":
            continue
        if not action.needs_sid and keys < 2:
            continue
        text = f"{'Sid' if name == 'sid' else 'Sid of the parent'} ({HINT}):"
        found[name] = _value(text, found.get(name), optional=not action.needs_sid)


def _fields(row: ObjectRow, current: list[str] | None) -> list[str] | None:
    if questionary.confirm("Return all fields?", default=current is None).unsafe_ask():
        return None
    width = max(map(len, row.fields))
    choices = [
        questionary.Choice(
            _title(name, str(one.get("doc", "")), width, "deprecated" if one.get("deprecated") else None),
            name,
            checked=name in (current or ()),
        )
        for name, one in row.fields.items()
    ]  # fmt: skip
    chosen: list[str] = questionary.checkbox(
        "Fields (space chooses):",
        choices=choices,
        validate=lambda names: bool(names) or "choose at least one",
        use_jk_keys=False,
    ).unsafe_ask()
    return chosen


def _filters(action: ActionRow, current: Iterable[Any]) -> list[Any]:
    rows = action.row.get("filters", {})
    if not rows:
        return []
    before = {name: inner for one in current for name, inner in one.items()}
    width = max(map(len, rows))
    choices = [
        questionary.Choice(
            _title(name, str(row.get("doc", "")), width), name, checked=name in before
        )
        for name, row in rows.items()
    ]
    chosen: list[str] = questionary.checkbox(
        "Filters (space chooses, Enter goes on):", choices=choices, use_jk_keys=False
    ).unsafe_ask()
    found: list[Any] = []
    for name in chosen:
        inner: Mapping[str, Any] = before.get(name, {})
        known = list(inner)
        operator = known[0] if known else None
        operators = list(action.filters[name])
        if len(operators) > 1:
            named = [questionary.Choice(one, one) for one in operators]
            operator = str(_select(f"{name}:", named, operator))
        else:
            operator = operators[0]
        found.append(
            {name: {operator: _value(f"{name} {operator} ({HINT}):", inner.get(operator))}}
        )
    return found


def _parameters(action: ActionRow, current: Mapping[str, Any]) -> dict[str, Any]:
    rows = action.parameters
    needed = [name for name, row in rows.items() if row.get("required")]
    others = [name for name in rows if name not in needed]
    either = "; ".join(f"one of {', '.join(group)}" for group in action.either)
    chosen: list[str] = []
    if others:
        width = max(map(len, others))
        chosen = questionary.checkbox(
            f"Parameters{f' (needed: {either})' if either else ''}:",
            choices=[
                questionary.Choice(
                    _title(name, str(rows[name].get("doc", "")), width),
                    name,
                    checked=name in current,
                )
                for name in others
            ],
            use_jk_keys=False,
        ).unsafe_ask()
    return {name: _value(f"{name} ({HINT}):", current.get(name)) for name in [*needed, *chosen]}


def _value(text: str, current: Any, *, optional: bool = False) -> Any:
    def valid(given: str) -> bool | str:
        if not given and not optional:
            return "a value is needed"
        try:
            value_of(given)
        except ComponentError as error:
            return error.mistakes[0].text
        return True

    usual = "" if current is None else text_of(current)
    given: str = questionary.text(text, default=usual, validate=valid).unsafe_ask()
    return value_of(given) if given else None


def _number(text: str, current: int | None) -> int | None:
    def valid(one: str) -> bool | str:
        return not one or one.isdigit() or "a whole number"

    usual = "" if current is None else str(current)
    given: str = questionary.text(text, default=usual, validate=valid).unsafe_ask()
    return int(given) if given else None


def _options(found: dict[str, Any], told: Mapping[str, Any]) -> None:
    options = dict(found.get("options") or {})
    name = "return_application_error_responses"
    if name not in (told.get("options") or {}):
        options[name] = questionary.confirm(
            "Return application error responses, and go on?", default=bool(options.get(name))
        ).unsafe_ask()
        if not options[name]:
            del options[name]
    found["options"] = options or None
    if "archiving" not in told:
        archiving: Mapping[str, Any] = found.get("archiving") or {}
        usual = str(archiving.get("directory", ""))
        folder: str = questionary.text(
            "Archive every document in the folder (empty: nowhere):", default=usual
        ).unsafe_ask()
        found["archiving"] = {**archiving, "directory": folder} if folder else None
