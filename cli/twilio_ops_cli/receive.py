"""The command ``receive``: status callbacks that tell of a journal's entries."""

from __future__ import annotations

import os
import time

import click

from twilio_ops_cli.journal import journal_argument, journal_in
from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common, say


@click.command(epilog=EXIT_CODES)
@journal_argument
@click.option(
    "--url", required=True, help="The address as the service calls it: `--callback` of run."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port; 0 = a free one (default: 0).",
)
@common
def receive(file: str, url: str, host: str, port: int) -> int:
    """Take status callbacks that carry the keys of the journal FILE, until interrupted.

    Each proves that its entry was carried out. TWILIO_AUTH_TOKEN has to be set: calls that the
    account did not sign are refused.
    """
    from twilio_ops_components.journal import Receiver

    token = os.environ.get("TWILIO_AUTH_TOKEN")
    if not token:
        raise Failure("TWILIO_AUTH_TOKEN is not set: it is what calls are signed with")
    with journal_in(file) as found:
        if not found.object_name:
            raise Failure(f"{file}: nothing has been taken in yet")

        def confirm(key: str, sid: str) -> None:
            if found.confirm(key, sid):
                click.echo(f"{key}\t{sid}")

        with Receiver(url, token, found.object_name, confirm, host=host, port=port) as receiver:
            say(f"Listening on {host}:{receiver.port} for {url}; Ctrl-C stops it.")
            while True:
                time.sleep(3600)
