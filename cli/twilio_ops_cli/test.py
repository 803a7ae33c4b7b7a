"""The command ``test``: Test Connection."""

from __future__ import annotations

import json

import click

from twilio_ops_cli.connections import connection_options, opened
from twilio_ops_codegen.commands.base import EXIT_CODES, common


@click.command("test", epilog=EXIT_CODES)
@connection_options
@click.option("--json", "as_json", is_flag=True, help="Print the diagnosis as JSON.")
@common
def test_connection(account: str | None, emulator: bool, as_json: bool) -> int:
    """Ask Twilio for the account, and say what is wrong where something is."""
    with opened(account, emulator) as connection:
        found = connection.test()
    if as_json:
        row = {**found._asdict(), "verdict": found.verdict.value}
        click.echo(json.dumps(row, indent=2))
    else:
        click.secho(found.verdict.value, fg="green" if found else "red", bold=True, nl=False)
        click.echo(f": {found.message}")
    return 0 if found else 1
