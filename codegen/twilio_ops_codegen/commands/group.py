"""The group of the generator's commands."""

from __future__ import annotations

import click

from twilio_ops_codegen.commands.base import EXIT_CODES, Entry, LazyGroup, common, version_option

_HERE = __name__.rpartition(".")[0]
_ENTRIES = {
    "init": Entry(f"{_HERE}.init:init", "Make what a repository with a catalog needs."),
    "import": Entry(
        f"{_HERE}.documents:import_command", "Take the facts of OpenAPI documents into a catalog."
    ),
    "write": Entry(f"{_HERE}.tree:write", "Write the generated tree, all or nothing."),
    "check": Entry(f"{_HERE}.tree:check", "Fail if the tree is not what the catalog gives."),
    "diff": Entry(f"{_HERE}.tree:diff", "Show what write would change, as a unified diff."),
    "changes": Entry(
        "twilio_ops_codegen.changes.cli:changes_command",
        "Say what changed for whom, and what release it needs.",
    ),
    "list": Entry(f"{_HERE}.tree:list_objects", "Show the objects and the actions each permits."),
    "explain": Entry(f"{_HERE}.tree:explain", "Say what made a generated file."),
    "schema": Entry(f"{_HERE}.documents:schema", "Write the JSON Schemas of catalog files."),
}
ENTRIES = {name: entry._replace(extra="codegen") for name, entry in _ENTRIES.items()}


@click.group("codegen", cls=LazyGroup, entries=ENTRIES, epilog=EXIT_CODES)
@version_option()
@common
def codegen() -> None:
    """Generate typed operations from a catalog."""
