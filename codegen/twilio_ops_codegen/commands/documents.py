"""The commands that make a catalog's files: import, and schema."""

from __future__ import annotations

from pathlib import Path

import click

from twilio_ops_codegen.commands.base import EXIT_CODES, common, detail, working
from twilio_ops_codegen.commands.settings import load_settings, shown


@click.command("import", epilog=EXIT_CODES)
@click.argument(
    "documents", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="SPEC..."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The catalog's folder, made if it is missing (default: the project's, or metadata).",
)
@common
def import_command(documents: tuple[Path, ...], into: Path | None) -> int:
    """Take the facts of OpenAPI documents into catalog files.

    SPEC is an OpenAPI 3 document, JSON or YAML; several only of one service and version.
    """
    from twilio_ops_codegen.importer import import_documents

    settings = load_settings()
    target = into or settings.catalog
    conventions = settings.conventions_of(target)
    detail(f"conventions: {shown(conventions)}")
    with working("Importing"):
        report = import_documents(documents, target, conventions)
    click.echo(str(report))
    return 0


@click.command(epilog=EXIT_CODES)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that gets them (default: schema in the catalog of the project).",
)
@common
def schema(into: Path | None) -> int:
    """Write the JSON Schemas of catalog files, which editors complete by."""
    from twilio_ops_codegen.catalog.json_schema import write_schemas

    write_schemas(into or load_settings().existing_catalog(None) / "schema")
    return 0
