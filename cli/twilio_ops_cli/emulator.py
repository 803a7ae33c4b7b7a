"""The command ``emulator``: the emulator's own command line, under one name with the others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
        return main(arguments, _compact, "twilio-ops emulator")
    except SystemExit as end:  # argparse ends by itself
        return end.code if isinstance(end.code, int) else 2


def _compact(folder: Path) -> Mapping[str, Any]:
    """Return the compact form of the catalog in a folder."""
    from twilio_ops_codegen.catalog.compact import compact_catalog
    from twilio_ops_codegen.catalog.load import load_folder

    loaded = load_folder(folder)
    return {**compact_catalog(loaded.catalog), "behaviour": loaded.behaviour}
