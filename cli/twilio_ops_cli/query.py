"""The command ``query``: ad-hoc reads, record by record."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from twilio_ops_cli.connections import connection_options, opened
from twilio_ops_cli.objects import catalog, find
from twilio_ops_cli.output import FORMATS, Writer
from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.commands.base import Failure, common, exit_codes, say, working

_CONDITION = re.compile(r"\s*(\w+)\s+(=|before|after|on)\s+(.*\S)\s*|\s*(\w+)=(.*\S)\s*")


@click.command(epilog=exit_codes({1: "a value could not be read; its cell is empty"}))
@click.argument("name", metavar="OBJECT")
@click.argument("parent", required=False)
@connection_options
@click.option(
    "--where",
    "conditions",
    multiple=True,
    metavar="CONDITION",
    help="Only records for which this holds: 'Status = busy', 'StartTime after 2026-11-01';"
    " operators =, before, after, on. May be given several times.",
)
@click.option("--fields", metavar="A,B,C", help="Only these fields, by their XML names.")
@click.option(
    "-o",
    "--output",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How records are written; xml is Twilio's own document of each.",
)
@click.option("--file", type=click.Path(dir_okay=False), help="Write here; parquet needs it.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="End after so many records.")
@common
def query(
    name: str,
    parent: str | None,
    emulator: bool,
    conditions: tuple[str, ...],
    fields: str | None,
    output: str,
    file: str | None,
    limit: int | None,
    account: str | None,
) -> int:
    """Read the records of OBJECT; PARENT is the Sid they lie under, where they lie under one.

    Records are printed as they come, page by page; memory does not grow with their number.
    """
    from twilio_ops import OperationError
    from twilio_ops.api import load

    known = catalog()
    called = find(name, known, "object")
    if "Query" not in known[called]["actions"]:
        raise Failure(f"{called} has no Query; it has {', '.join(known[called]['actions'])}")
    wanted = None if fields is None else [one.strip() for one in fields.split(",") if one.strip()]
    with opened(account, emulator) as connection:
        try:
            kind = getattr(load(called), f"Query{called}")
            filters = [_condition(kind, text) for text in conditions]
            fields_of = {spec.xml: spec for spec in kind.spec.record.spec.fields}
            if wanted is None:  # a secret is shown only where it is asked for by its name
                wanted = [name for name, spec in fields_of.items() if not spec.secret]
            given = {"filters": filters} if filters else {}
            operation = kind(connection, fields=wanted, **given)
            specs = [fields_of[name] for name in dict.fromkeys(wanted)]
            found: Iterator[Any] = (
                operation.documents(parent) if output == "xml" else operation.run(parent)
            )
            # Records on a terminal show by themselves that it goes on.
            quiet = file is None and sys.stdout.isatty()
            with (
                Writer(output, specs, file) as writer,
                working("Reading", total=limit, quiet=quiet) as show,
            ):
                for record in islice(found, limit):
                    writer.write(record)
                    if writer.count % 100 == 0:
                        show(done=writer.count)
        except OperationError as error:
            raise Failure(str(error)) from None
    say(f"{counted(writer.count, 'record')}.")
    if not writer.unread:
        return 0
    for text in writer.first_unread:
        say(text)
    say(f"{counted(writer.unread, 'value')} could not be read; left empty.")
    return 1


def _condition(kind: Any, text: str) -> Any:
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise Failure(
            f"--where {text!r}: expected NAME OPERATOR VALUE, such as 'StartTime after 2026-11-01';"
            " operators are =, before, after, on"
        )
    name, operator, value = match[1] or match[4], match[2] or "=", match[3] or match[5]
    filters = {one.api: one for one in kind.filters()}
    if name not in filters:
        raise Failure(
            f"--where {text!r}: {name} is no filter; expected one of {', '.join(filters)}"
        )
    chosen = filters[name]
    method = getattr(chosen, {"=": "equals"}.get(operator, operator), None)
    if method is None and operator == "=":
        method = getattr(chosen, "on", None)
    if method is None:
        raise Failure(f"--where {text!r}: {name} has no operator {operator}")
    return method(value)
