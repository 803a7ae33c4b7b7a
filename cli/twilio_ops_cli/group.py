"""The command's groups and commands; each is imported when it is asked for."""

from __future__ import annotations

import click

from twilio_ops_codegen.commands.base import EXIT_CODES, Entry, LazyGroup, common, version_option

ENTRIES = {
    "test": Entry("twilio_ops_cli.test:test_connection", "Test Connection, with a diagnosis."),
    "objects": Entry("twilio_ops_cli.objects:objects", "Browse the catalog."),
    "new": Entry("twilio_ops_cli.new:new", "Make an operation component: the import wizard."),
    "check": Entry("twilio_ops_cli.check:check", "Check operation components, offline."),
    "query": Entry("twilio_ops_cli.query:query", "Read records: filters, fields, formats."),
    "export": Entry(
        "twilio_ops_cli.export:export", "Read all records, in windows of time.", "export"
    ),
    "verify": Entry("twilio_ops_cli.export:verify", "Count an export's windows again.", "export"),
    "run": Entry(
        "twilio_ops_cli.run:run", "Run an operation component on documents.", "components"
    ),
    "journal": Entry(
        "twilio_ops_cli.journal:journal", "Bulk sending, each request once.", "components"
    ),
    "receive": Entry(
        "twilio_ops_cli.receive:receive", "Take status callbacks for a journal.", "components"
    ),
    "report": Entry("twilio_ops_cli.report:report", "Show what became of the documents of a run."),
    "codegen": Entry(
        "twilio_ops_cli.codegen:codegen",
        "Generate a package from a catalog; import, check, compare.",
        "codegen",
    ),
    "emulator": Entry(
        "twilio_ops_cli.emulator:emulator", "Serve a Twilio on this machine.", "emulator"
    ),
}
COMPLETION = """\b
Completion of the shell:
  eval "$(_TWILIO_OPS_COMPLETE=bash_source twilio-ops)"    # or zsh_source, fish_source
"""


@click.group("twilio-ops", cls=LazyGroup, entries=ENTRIES, epilog=f"{EXIT_CODES}\n{COMPLETION}")
@version_option()
@common
def twilio_ops() -> None:
    """Twilio's objects: Get, Query, Create, Update, Delete; typed, in XML, and without an account."""
