"""What an earlier import of the same service has named: names once given stay.

Objects are known by their operations, enums and structs by where they are used, the rest by the
names that the source has for them. Newcomers get what is free, and stand behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import yaml

from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.catalog.yaml_loader import plain

from .problems import ImportFailed, Problem

Row = dict[str, Any]
Rows = Mapping[str, Row]
"""The rows of an earlier import, by source name."""
Earlier = Mapping[str, Rows]
"""The same by version."""
Kind = Literal["enum", "struct"]
Site = tuple[str, ...]
"""Where a type stands in an object's row."""


def read_earlier(catalog: Path) -> dict[str, dict[str, Row]]:
    """The objects in a catalog's ``api/``, without overlays.

    Raises:
        ImportFailed: A file cannot be read; the names that it gives would be lost.
    """
    found: dict[str, dict[str, Row]] = {}
    problems: list[Problem] = []
    for path in sorted((catalog / "api").glob("*/*.yaml")):
        try:
            row = plain(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            message = " ".join(str(error).split())
            text = f"cannot be read, and the names it gives would be lost: {message}"
            problems.append(Problem(str(path), "", text))
            continue
        if is_mapping(row) and isinstance(row.get("object"), str):  # others name nothing
            found.setdefault(path.parent.name, {})[path.stem] = row
    if problems:
        raise ImportFailed(problems)
    return found


def objects_of(rows: Rows) -> dict[str, str]:
    """The object of each operation."""
    return {
        action["operation"]: name
        for name, row in rows.items()
        for action in row.get("actions", {}).values()
        if action.get("operation")
    }


def keys_of(row: Row) -> dict[tuple[Kind, Site], str]:
    """The enum or struct at each place of an object where there is one."""
    found: dict[tuple[Kind, Site], str] = {}

    def note(site: Site, value: Row) -> None:
        if "enum" in value:
            found["enum", site] = value["enum"]
        if "struct" in value:
            found["struct", site] = value["struct"]
        if is_mapping(value.get("items")):
            note((*site, "items"), value["items"])

    for site, table in tables(row):
        for name, value in table.items():
            note((*site, name), value)
    for action, value in row.get("actions", {}).items():
        if value.get("answers") in row.get("structs", {}):
            found["struct", ("actions", action, "answers")] = value["answers"]
    return found


def tables(row: Row) -> Iterator[tuple[Site, Row]]:
    """The tables of fields, parameters and filters of an object, and where they are."""
    yield ("fields",), row.get("fields", {})
    for name, struct in row.get("structs", {}).items():
        yield ("structs", name, "fields"), struct.get("fields", {})
    for action, value in row.get("actions", {}).items():
        for table in ("parameters", "filters"):
            yield ("actions", action, table), value.get(table, {})


def keep_order(row: Row, old: Row) -> None:
    """Puts what was there before where it was, and what is new behind it."""
    for name in ("keys", "fields", "enums", "structs"):
        if name in row:
            row[name] = _in_order(row[name], old.get(name, {}))
    for name, values in row.get("enums", {}).items():
        before = old.get("enums", {}).get(name)
        row["enums"][name] = _listed(values, before) if is_list(before) else values
    for outer, inner in (("structs", ("fields",)), ("actions", ("parameters", "filters"))):
        for name, value in row.get(outer, {}).items():
            before = old.get(outer, {}).get(name, {})
            for table in inner:
                if table in value:
                    value[table] = _in_order(value[table], before.get(table, {}))
    for name, value in row.get("actions", {}).items():
        before = old.get("actions", {}).get(name, {})
        for group in ("either", "status"):
            if group in value and is_list(before.get(group)):
                value[group] = _listed(value[group], before[group])


def _in_order(new: Row, old: Iterable[str]) -> Row:
    return {name: new[name] for name in old if name in new} | new


def _listed(new: list[Any], old: list[Any]) -> list[Any]:
    return [item for item in old if item in new] + [item for item in new if item not in old]
