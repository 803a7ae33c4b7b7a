"""The commands ``journal`` and ``receive``: bulk sending, each request once."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

from twilio_ops_cli.connections import connection_options, opened
from twilio_ops_cli.moments import moment_of
from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.commands.base import EXIT_CODES, Failure, common, exit_codes, say, working

if TYPE_CHECKING:
    from twilio_ops import Connection
    from twilio_ops_components.inputs import Input
    from twilio_ops_components.journal import Journal, Pace, Refusal
    from twilio_ops_components.watched import Runnable

_Function = TypeVar("_Function", bound=Callable[..., Any])
DONE = frozenset({"sent", "matched"})
JOURNAL_CODES = exit_codes(
    {
        0: "every entry is sent",
        3: "some entries are not sent: refused, in doubt, or left by a pause",
    }
)


def pace_options(function: _Function) -> _Function:
    """Give a command the options of the pace."""
    options = (
        click.option("--rate", type=float, metavar="N", help="Requests a second of the account."),
        click.option(
            "--sender-rate", type=float, metavar="N", help="Requests a second of each sender."
        ),
        click.option(
            "--concurrency",
            type=click.IntRange(1, 200),
            default=20,
            show_default=True,
            metavar="N",
            help="Requests under way at once; fewer after a 429.",
        ),
        click.option(
            "--deadline",
            metavar="TIME",
            help="Send nothing from then on, such as 2026-11-30T20:00:00+01:00.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.group("journal", epilog=EXIT_CODES)
@common
def journal() -> None:
    """Steer and look at a journal, which `run --journal FILE` makes."""


class Place(click.Path):
    """A journal: a file, or the address of one in Postgres."""

    name = "journal"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Look for a file; an address is looked at when it is opened."""
        if "://" in str(value):  # a file's name costs no import
            from twilio_ops_components.journal.database import is_address

            if is_address(str(value)):
                return value
        return super().convert(value, param, ctx)


def _file(function: _Function) -> _Function:
    return click.argument("file", type=Place(dir_okay=False, exists=True))(function)


@journal.command(epilog=EXIT_CODES)
@_file
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@common
def status(file: str, as_json: bool) -> int:
    """Show how many entries of the journal FILE are in each state."""
    with _opened(file) as found:
        counts, paused = found.counts(), found.paused
    if as_json:
        click.echo(json.dumps({"states": counts, "paused": paused}))
        return 0
    for state, count in counts.items():
        click.echo(f"{state:10} {count}")
    if paused is not None:
        click.echo(f"paused: {paused}")
    return 0


@journal.command(epilog=EXIT_CODES)
@_file
@common
def pause(file: str) -> int:
    """Let all who send from the journal FILE send no more."""
    with _opened(file) as found:
        found.pause()
    return 0


@journal.command(epilog=JOURNAL_CODES)
@_file
@connection_options
@pace_options
@common
def resume(
    file: str,
    account: str | None,
    emulator: bool,
    rate: float | None,
    sender_rate: float | None,
    concurrency: int,
    deadline: str | None,
) -> int:
    """Send what is ready in the journal FILE, after a pause or whatever ended the sending.

    What was being sent when its process ended is unknown, and is not sent again.
    """
    pace = pace_of(rate, sender_rate, concurrency)
    with _opened(file) as found, opened(account, emulator) as connection:
        found.unpause()
        return sent(found, connection, pace, _moment("--deadline", deadline))


@journal.command(epilog=JOURNAL_CODES)
@_file
@connection_options
@click.option(
    "--settled",
    type=float,
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="What is not in the service's list so long after it was sent is absent.",
)
@common
def resolve(file: str, account: str | None, emulator: bool, settled: float) -> int:
    """Look in the service's list for what is in doubt in the journal FILE. Nothing is sent."""
    with _opened(file) as found, opened(account, emulator) as connection:
        changed = found.resolve(connection, settled=settled * 3600)
        for state, count in changed.items():
            click.echo(f"{state:10} {count}")
        return _end(found)


@journal.command(epilog=JOURNAL_CODES)
@_file
@connection_options
@click.option(
    "--lag",
    type=click.FloatRange(0),
    default=10.0,
    show_default=True,
    metavar="MINUTES",
    help="What is not in the service's list so long after it was sent is not there.",
)
@common
def reconcile(file: str, account: str | None, emulator: bool, lag: float) -> int:
    """Bring what is scheduled from the journal FILE to one record each, before it is due.

    What is in doubt and not in the service's list is scheduled again; what a lost answer has
    scheduled twice is canceled. It waits as long as lists lag, where an answer was lost.
    """
    with _opened(file) as found, opened(account, emulator) as connection:
        counts = found.reconcile(connection, lag=lag * 60, on_trouble=_troubled)
        for what, count in counts.items():
            click.echo(f"{what:10} {count}")
        return _end(found)


@journal.command(epilog=EXIT_CODES)
@_file
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(["absent", "ambiguous", "unknown"]),
    help="All entries in this state.",
)
@click.option("--key", "keys", multiple=True, metavar="KEY", help="The entry with this key.")
@common
def resend(file: str, states: tuple[Any, ...], keys: tuple[str, ...]) -> int:
    """Decide that entries in doubt are sent again; `journal resume` sends them."""
    if not states and not keys:
        raise Failure("--state or --key is missing: which entries are sent again")
    with _opened(file) as found:
        count = found.resend(states=states, keys=keys)
    say(f"{counted(count, 'entry is', 'entries are')} ready again.")
    return 0


@journal.command(epilog=EXIT_CODES)
@_file
@click.option("--state", "states", multiple=True, metavar="STATE", help="Only these.")
@common
def export(file: str, states: tuple[str, ...]) -> int:
    """Print the entries of the journal FILE as JSON, a line each, without their requests."""
    with _opened(file) as found:
        for row in found.rows():
            if not states or row["state"] in states:
                click.echo(json.dumps(row, ensure_ascii=False))
    return 0


@click.command(epilog=EXIT_CODES)
@_file
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
    with _opened(file) as found:
        if not found.object_name:
            raise Failure(f"{file}: nothing has been taken in yet")

        def confirm(key: str, sid: str) -> None:
            if found.confirm(key, sid):
                click.echo(f"{key}\t{sid}")

        with Receiver(url, token, found.object_name, confirm, host=host, port=port) as receiver:
            say(f"Listening on {host}:{receiver.port} for {url}; Ctrl-C stops it.")
            while True:
                time.sleep(3600)


@contextmanager
def _opened(file: str, *, create: bool = False) -> Generator[Journal]:
    from twilio_ops import OperationError
    from twilio_ops_components.journal import Journal

    try:
        with Journal(file, create=create) as found:
            yield found
    except OperationError as error:
        raise Failure(str(error)) from None


def pace_of(rate: float | None, sender_rate: float | None, concurrency: int) -> Pace:
    """Make the pace of options.

    Raises:
        Failure: A rate makes no sense.
    """
    from twilio_ops import ConfigurationError
    from twilio_ops_components.journal import Pace

    try:
        return Pace(rate=rate, sender_rate=sender_rate, concurrency=concurrency)
    except ConfigurationError as error:
        raise Failure(f"--rate, --sender-rate: {error}") from None


def taken_and_sent(
    file: str,
    operation: Runnable,
    documents: Iterator[Input],
    properties: Mapping[str, str],
    connection: Connection,
    pace: Pace,
    *,
    key: str | None,
    callback: str | None,
    deadline: str | None,
    send_at: str | None,
    limit: int | None,
) -> int:
    """Take documents into a journal and send what is ready in it; return the exit code."""
    from twilio_ops_components.journal import Wanted
    from twilio_ops_components.load import Component

    def refused(refusal: Refusal) -> None:
        line = f":{refusal.input.line}" if refusal.input.line else ""
        click.echo(f"{refusal.input.name}{line}: not taken in: {refusal.reason}", err=True)

    until, at = _moment("--deadline", deadline), _moment("--send-at", send_at)
    rest = iter(documents)
    wanted = Wanted(
        operation,
        islice(rest, limit),
        key=key,
        callback=callback,
        deadline=until,
        send_at=at,
        properties=properties,
        on_refused=refused,
    )
    create = wanted.is_any()
    if not create and not _is_there(file):
        say(f"0 new, 0 known, {wanted.refusals} not taken in: {file} is not made")
        return 3 if wanted.refusals else 0
    with _opened(file, create=create) as found:
        taken = found.add(wanted)
        say(f"{taken.new} new, {taken.known} known, {taken.refusals} not taken in")
        code = sent(found, connection, pace, until)
        if taken.refusals:
            return 3
        if isinstance(operation, Component) and next(rest, None) is None:
            found.succeed(operation)
        return code


def _is_there(file: str) -> bool:
    from twilio_ops_components.journal import Journal, NoJournal

    try:
        Journal(file, create=False).close()
    except NoJournal:
        return False
    return True


def sent(found: Journal, connection: Connection, pace: Pace, until: float | None) -> int:
    """Send what is ready, with the numbers on a terminal; return the exit code."""
    with working("Sending") as show:

        def on_change(counts: Mapping[str, int]) -> None:
            done = sum(count for state, count in counts.items() if state in DONE)
            show(f"Sending: {_said(counts)}", done=done, total=sum(counts.values()))

        found.send(connection, pace, deadline=until, on_change=on_change, on_trouble=_troubled)
    return _end(found)


def _troubled(text: str) -> None:
    """Say why nothing goes out, and what can be done."""
    say(f"{text}; Ctrl-C or `journal pause` ends the waiting, and `journal resume` goes on")


def _moment(option: str, text: str | None) -> float | None:
    if text is None:
        return None
    return moment_of(option, text, example="2026-11-30T20:00:00+01:00").timestamp()


def _end(found: Journal) -> int:
    counts = found.counts()
    say(_said(counts))
    if found.paused is not None:
        click.echo(f"paused: {found.paused}", err=True)
    if counts.get("unknown") and found.is_scheduled:
        say("`journal reconcile`, before it is due, schedules again what is not there")
    elif counts.get("unknown"):
        say("unknown entries are not sent again: `journal resolve` looks for them")
    return 0 if set(counts) <= DONE else 3


def _said(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in counts.items()) or "nothing"
