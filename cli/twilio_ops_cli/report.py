"""The command ``report``: what became of the documents of a run."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common, say

if TYPE_CHECKING:
    from twilio_ops_components.report import Row, Rows

STATUSES = ("done", "application error", "failed", "unknown")
COLUMNS = ("index", "input", "status", "code", "sid", "attempts", "ended", "tracked", "message")


@click.command(epilog=EXIT_CODES)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(STATUSES),
    help="Only documents that came to this end. May be given several times.",
)
@click.option("--input", "pattern", metavar="PATTERN", help="Only inputs whose name fits: '*a*'.")
@click.option("--code", type=int, metavar="N", help="Only errors with this code of the service.")
@click.option(
    "--tracked",
    multiple=True,
    metavar="LABEL=VALUE",
    help="Only documents with this tracked field. May be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, a line each.")
@click.option(
    "--open",
    "opened",
    type=click.IntRange(1),
    metavar="INDEX",
    help="Show the document of this input that the tracking direction names.",
)
@common
def report(
    folder: str,
    statuses: tuple[str, ...],
    pattern: str | None,
    code: int | None,
    tracked: tuple[str, ...],
    as_json: bool,
    opened: int | None,
) -> int:
    """Show the report of a run in the folder DIR, also while it is being written."""
    import msgspec

    from twilio_ops import ConfigurationError
    from twilio_ops_components.report import read_report, summary

    try:
        rows = read_report(folder)
    except ConfigurationError as error:
        raise Failure(str(error)) from None
    if opened is not None:
        return _open(rows, opened, Path(folder))
    wanted = dict(_label(text) for text in tracked)
    found = [
        row
        for row in rows
        if (not statuses or row.status in statuses)
        and (pattern is None or fnmatchcase(row.input, pattern))
        and (code is None or row.code == code)
        and all(row.tracked.get(label) == value for label, value in wanted.items())
    ]
    if as_json:
        for row in found:
            click.echo(msgspec.json.encode(row))
    elif found:
        _table(found)
    say(summary(found))
    return 0


def _label(text: str) -> tuple[str, str]:
    label, equals, value = text.partition("=")
    if not equals:
        raise Failure(f"--tracked {text!r}: expected LABEL=VALUE")
    return label, value


def _cells(row: Row) -> list[str]:
    place = row.input if row.line is None else f"{row.input}:{row.line}"
    index = str(row.index) if row.record is None else f"{row.index}.{row.record}"
    said = row.message or ""
    return [
        index,
        place,
        row.status,
        "" if row.code is None else str(row.code),
        row.sid or "",
        str(row.attempts),
        row.ended or "",
        " ".join(f"{label}={value}" for label, value in row.tracked.items()),
        " ".join(said.split()),
    ]


def _table(rows: Iterable[Row]) -> None:
    """Print the columns that hold anything; the last one takes what room is left."""
    lines = [_cells(row) for row in rows]
    kept = [place for place in range(len(COLUMNS)) if any(line[place] for line in lines)]
    shown: list[Sequence[str]] = [
        [COLUMNS[place] for place in kept],
        *([line[place] for place in kept] for line in lines),
    ]
    widths = [max(len(line[place]) for line in shown) for place in range(len(kept))]
    room = shutil.get_terminal_size((1000, 24)).columns
    for line in shown:
        text = "  ".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True))
        text = text.rstrip()
        click.echo(text if len(text) <= room else f"{text[: room - 1]}…")


def _open(rows: Rows, index: int, folder: Path) -> int:
    """Print the tracked documents of an input."""
    from twilio_ops_components.report import document_of

    found = rows.of(index)
    if not found:
        raise Failure(f"{folder}: the report has no input {index}")
    shown = 0
    for row in found:
        try:
            content = document_of(row, rows.header, folder)
        except (OSError, ValueError) as error:
            raise Failure(f"{folder}: the document of input {index}: {error}") from None
        if content is None:
            continue
        shown += 1
        click.echo(content.rstrip(b"\n"))
    if not shown:
        row = found[0]
        raise Failure(
            f"{folder}: input {index} has no {rows.header.direction} document: it is {row.status}"
            + (f": {row.message}" if row.message else "")
        )
    return 0
