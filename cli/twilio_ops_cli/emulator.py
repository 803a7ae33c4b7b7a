"""The command ``emulator``: the emulator's own command line, under one name with the others."""

from __future__ import annotations

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def emulator(arguments: tuple[str, ...]) -> int:
    """Serve a stateful Twilio on this machine; ``--help`` shows what it can be given."""
    from twilio_ops_emulator.__main__ import main

    try:
        return main(arguments)
    except SystemExit as end:  # argparse ends by itself
        return end.code if isinstance(end.code, int) else 2
