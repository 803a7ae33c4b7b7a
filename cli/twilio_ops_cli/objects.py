"""The command ``objects``: the catalog, object by object and action by action."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import click

from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common

Row = dict[str, Any]
ACTIONS = ("Get", "Query", "Create", "Update", "Delete")


def catalog() -> dict[str, Row]:
    """Return the objects of the catalog that the package was generated from."""
    text = files("twilio_ops").joinpath("_catalog.json").read_text(encoding="utf-8")
    found: dict[str, Row] = json.loads(text)["objects"]
    return found


def find(name: str, known: dict[str, Row], what: str) -> str:
    """Return a name as the catalog spells it, however its letters are written.

    Raises:
        Failure: There is none; the text names the nearest.
    """
    same = {one.casefold(): one for one in known}
    if name.casefold() in same:
        return same[name.casefold()]
    from difflib import get_close_matches

    near = [same[one] for one in get_close_matches(name.casefold(), same)]
    raise Failure(f"{name} is no {what}; did you mean {' or '.join(near or sorted(known)[:8])}?")


@click.command(epilog=EXIT_CODES)
@click.argument("name", metavar="[OBJECT]", required=False)
@click.argument("action", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the catalog's rows as JSON.")
@common
def objects(name: str | None, action: str | None, as_json: bool) -> int:
    """Browse the catalog: all objects, one OBJECT, or one ACTION of it."""
    known = catalog()
    if name is None:
        if as_json:
            click.echo(json.dumps({one: list(row["actions"]) for one, row in known.items()}))
            return 0
        width = max(map(len, known))
        for one, row in known.items():
            marks = [word if word in row["actions"] else "" for word in ACTIONS]
            click.echo(f"{one:{width}}  " + " ".join(f"{mark:6}" for mark in marks).rstrip())
        return 0
    found = known[find(name, known, "object")]
    if action is not None:
        action = find(action, found["actions"], f"action of {found['object']}")
    if as_json:
        click.echo(json.dumps(found if action is None else found["actions"][action], indent=2))
        return 0
    for line in _object(found) if action is None else _action(found, action):
        click.echo(line)
    return 0


def _object(row: Row) -> Iterator[str]:
    yield _titled(row["object"], row)
    for action in row["actions"]:
        yield from ("", *_action(row, action))
    yield ""
    yield "Fields"
    yield from _rows({field.get("xml", name): field for name, field in row["fields"].items()})


def _action(row: Row, action: str) -> Iterator[str]:
    found = row["actions"][action]
    yield _titled(f"{action} {row['object']}", found)
    if found.get("refused"):
        yield f"  refused: {found['refused']}"
        return
    yield f"  {found['method']} {found['path']}"
    yield f"  Sid: {_sid_form(row, found['path'], action)}"
    for name, title in (("parameters", "Parameters"), ("filters", "Filters")):
        if found.get(name):
            yield f"  {title}"
            yield from (f"  {line}" for line in _rows(found[name]))


def _sid_form(row: Row, path: str, action: str) -> str:
    """The composed Sid that an action takes: what its path names, the account's left out or not."""
    import re

    keys = re.findall(r"{(\w+)}", path)
    of_account = keys[:1] == ["AccountSid"]
    return ("[AccountSid:]" if of_account else "") + ":".join(keys[of_account:]) or "none"


def _rows(rows: dict[str, Row]) -> Iterator[str]:
    width = max(map(len, rows), default=0)
    for name, row in rows.items():
        said = [str(row.get("type", "string"))]
        if row.get("required"):
            said.append("required")
        if "operators" in row:
            said.append("/".join("on" if one == "equals" else one for one in row["operators"]))
        if row.get("deprecated"):
            said.append("deprecated")
        text = f"  {name:{width}}  {', '.join(said)}"
        yield f"{text}  {row['doc']}" if row.get("doc") else text


def _titled(title: str, row: Row) -> str:
    return f"{title}: {row['doc']}" if row.get("doc") else title
