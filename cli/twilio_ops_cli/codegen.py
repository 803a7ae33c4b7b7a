"""The group ``codegen``: the generator's commands, with the schema of component files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from twilio_ops_codegen.commands.base import (
    EXIT_CODES,
    Entry,
    LazyGroup,
    common,
    say,
    version_option,
)
from twilio_ops_codegen.commands.group import ENTRIES


@click.group(
    "codegen",
    cls=LazyGroup,
    entries={
        **ENTRIES,
        "schema": Entry(
            "twilio_ops_cli.codegen:schema",
            "Write the JSON Schemas of catalog files, or of operation components.",
            "codegen",
        ),
    },
    epilog=EXIT_CODES,
)
@version_option()
@common
def codegen() -> None:
    """Generate typed operations from a catalog."""


@click.command(epilog=EXIT_CODES)
@click.argument("what", type=click.Choice(["catalog", "operation"]), default="catalog")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder that gets them (default: of catalog files, schema in the catalog of the"
    " project; of operation components, stdout).",
)
@common
@click.pass_context
def schema(context: click.Context, what: str, into: Path | None) -> int:
    """Write the JSON Schemas that editors complete by.

    Those of catalog files, or with `operation` that of operation components.
    """
    if what == "catalog":
        from twilio_ops_codegen.commands.documents import schema as of_catalog

        found: int = context.invoke(of_catalog, into=into)
        return found
    from twilio_ops_components.draft import SCHEMA
    from twilio_ops_components.files import write_files
    from twilio_ops_components.schema import operation_schema

    text = json.dumps(operation_schema(), indent=1) + "\n"
    if into is None:
        click.echo(text, nl=False)
        return 0
    into.mkdir(parents=True, exist_ok=True)
    write_files({into / SCHEMA: text})
    say(f"Written: {into / SCHEMA}")
    return 0
