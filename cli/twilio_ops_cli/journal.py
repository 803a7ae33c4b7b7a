"""The commands of a journal: bulk sending, each request once."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
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
STATES = ("ready", "sending", "sent", "refused", "unknown", "matched", "absent", "ambiguous")
DONE = frozenset({"sent", "matched"})
HINT = "Ctrl-C or `journal pause` ends the waiting, and `journal resume` goes on"
JOURNAL_CODES = exit_codes(
    {
        0: "every entry is sent",
        3: "some entries are not sent: refused, in doubt, or left by a pause or --give-up-after",
    }
)
give_up_option = click.option(
    "--give-up-after",
    type=click.FloatRange(0, min_open=True),
    metavar="MINUTES",
    help="End when the service was not reached, or took nothing, for so long; else it is waited for.",
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
        give_up_option,
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


def journal_argument(function: _Function) -> _Function:
    """Give a command the journal that it is about."""
    return click.argument("file", type=Place(dir_okay=False, exists=True))(function)


@journal.command(epilog=EXIT_CODES)
@journal_argument
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@common
def status(file: str, as_json: bool) -> int:
    """Show how many entries of the journal FILE are in each state."""
    with journal_in(file) as found:
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
@journal_argument
@common
def pause(file: str) -> int:
    """Let all who send from the journal FILE send no more."""
    with journal_in(file) as found:
        found.pause()
    return 0


@journal.command(epilog=JOURNAL_CODES)
@journal_argument
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
    give_up_after: float | None,
) -> int:
    """Send what is ready in the journal FILE, after a pause or whatever ended the sending.

    What was being sent when its process ended is unknown, and is not sent again.
    """
    pace = pace_of(rate, sender_rate, concurrency)
    with journal_in(file) as found, opened(account, emulator) as connection:
        found.unpause()
        return sent(found, connection, pace, _moment("--deadline", deadline), give_up_after)


@journal.command(epilog=JOURNAL_CODES)
@journal_argument
@connection_options
@click.option(
    "--settled",
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="What is not in the service's list so long after it was sent is absent.",
)
@common
def resolve(file: str, account: str | None, emulator: bool, settled: float) -> int:
    """Look in the service's list for what is in doubt in the journal FILE. Nothing is sent."""
    with journal_in(file) as found, opened(account, emulator) as connection:
        changed = found.resolve(connection, settled=settled * 3600)
        for state, count in changed.items():
            click.echo(f"{state:10} {count}")
        return _end(found)


@journal.command(epilog=JOURNAL_CODES)
@journal_argument
@connection_options
@click.option(
    "--lag",
    type=click.FloatRange(0),
    default=10.0,
    show_default=True,
    metavar="MINUTES",
    help="What is not in the service's list so long after it was sent is not there.",
)
@give_up_option
@common
def reconcile(
    file: str, account: str | None, emulator: bool, lag: float, give_up_after: float | None
) -> int:
    """Bring what is scheduled from the journal FILE to one record each, before it is due.

    What is in doubt and not in the service's list is scheduled again; what a lost answer has
    scheduled twice is canceled. It waits as long as lists lag, where an answer was lost.
    """
    with journal_in(file) as found, opened(account, emulator) as connection:
        counts = found.reconcile(
            connection,
            lag=lag * 60,
            give_up_after=_seconds(give_up_after),
            on_trouble=_troubles(),
        )
        for what, count in counts.items():
            click.echo(f"{what:10} {count}")
        return _end(found)


@journal.command(epilog=EXIT_CODES)
@journal_argument
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
    with journal_in(file) as found:
        count = found.resend(states=states, keys=keys)
    say(f"{counted(count, 'entry is', 'entries are')} ready again.")
    return 0


@journal.command(epilog=EXIT_CODES)
@journal_argument
@click.option(
    "--state", "states", multiple=True, type=click.Choice(STATES), help="Only those in this state."
)
@common
def export(file: str, states: tuple[str, ...]) -> int:
    """Print the entries of the journal FILE as JSON, a line each, without their requests."""
    with journal_in(file) as found:
        for row in found.rows():
            if not states or row["state"] in states:
                click.echo(json.dumps(row, ensure_ascii=False))
    return 0


@contextmanager
def journal_in(file: str) -> Generator[Journal]:
    """Open the journal of a command that makes none.

    Raises:
        Failure: There is none, or it cannot be opened, or what is done with it fails.
    """
    from twilio_ops import OperationError
    from twilio_ops_components.journal import Journal

    try:
        with Journal(file, create=False) as found:
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
    give_up_after: float | None,
    send_at: str | None,
    limit: int | None,
) -> int:
    """Take documents into a journal and send what is ready in it; return the exit code.

    Raises:
        OperationError: It cannot be done; nothing is lost.
    """
    from twilio_ops_components.journal import Journal, NoJournal, Wanted
    from twilio_ops_components.load import Component

    def refused(refusal: Refusal) -> None:
        line = f":{refusal.input.line}" if refusal.input.line else ""
        click.echo(f"{refusal.input.name}{line}: not taken in: {refusal.reason}", err=True)

    until, at = _moment("--deadline", deadline), _moment("--send-at", send_at)
    read = 0

    def counting() -> Iterator[Input]:
        nonlocal read
        for one in documents:
            read += 1
            yield one

    rest = counting()
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
    with ExitStack() as stack:
        with working("Taking in") as show:
            try:
                found = stack.enter_context(Journal(file, create=wanted.is_any()))
            except NoJournal:  # and nothing to make one for
                say(f"0 new, 0 known, {wanted.refusals} not taken in: {file} is not made")
                return 3 if wanted.refusals else 0
            taken = found.add(wanted, on_batch=lambda: show(done=read))
        say(f"{taken.new} new, {taken.known} known, {taken.refusals} not taken in")
        code = sent(found, connection, pace, until, give_up_after)
        if taken.refusals:
            return 3
        if isinstance(operation, Component) and next(rest, None) is None:
            found.succeed(operation)
        return code


def sent(
    found: Journal,
    connection: Connection,
    pace: Pace,
    until: float | None,
    give_up_after: float | None,
) -> int:
    """Send what is ready, with the numbers on a terminal; return the exit code."""
    with working("Sending") as show:

        def on_change(counts: Mapping[str, int]) -> None:
            done = sum(count for state, count in counts.items() if state in DONE)
            show(f"Sending: {_said(counts)}", done=done, total=sum(counts.values()))

        found.send(
            connection,
            pace,
            deadline=until,
            give_up_after=_seconds(give_up_after),
            on_change=on_change,
            on_trouble=_troubles(),
        )
    return _end(found)


def _troubles() -> Callable[[str], None]:
    """Say why nothing goes out, and the first time what can be done."""
    hints = iter((f"; {HINT}",))
    return lambda text: say(text + next(hints, ""))


def _seconds(minutes: float | None) -> float | None:
    return None if minutes is None else minutes * 60


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
    if counts.get("ready") and found.paused is None:
        say("`journal resume` sends what is ready")
    return 0 if set(counts) <= DONE else 3


def _said(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in counts.items()) or "nothing"
