"""The command ``check``: component files, offline."""

from __future__ import annotations

import json
from pathlib import Path

import click

from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common, say


@click.command(epilog=EXIT_CODES)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@common
def check(files: tuple[str, ...], as_json: bool) -> int:
    """Check operation components: every mistake with its line, what was expected, the nearest name.

    Nothing is sent. Profiles that lie beside a component, and the catalog that it was made from,
    are compared with what is installed; tables, caches and components that its values name are
    looked into.
    """
    from twilio_ops import ConfigurationError
    from twilio_ops_components.check import check_component

    try:
        if not files:
            raise Failure("check: FILE is missing; expected component files")
        checked = [check_component(Path(name)) for name in files]
    except ConfigurationError as error:
        raise Failure(str(error)) from None
    found = sum(len(one.mistakes) for one in checked)
    if as_json:
        rows = [
            {
                "file": str(one.file),
                "line": one.line,
                "path": one.path,
                "message": one.text,
                "severity": severity,
            }
            for each in checked
            for severity, several in (("mistake", each.mistakes), ("note", each.notes))
            for one in several
        ]
        click.echo(json.dumps(rows, indent=1))
    else:
        for each in checked:
            for one in each.mistakes:
                click.echo(str(one))
            for one in each.notes:
                say(f"{one.file}:{one.line}: note: {one.path}{': ' if one.path else ''}{one.text}")
    said = counted(found, "mistake") if found else "fine"
    say(f"{len(checked)} checked, {said}.")
    return 1 if found else 0
