"""The commands ``export`` and ``verify``: everything that an account has, and whether it is all there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import frozen

from twilio_ops_cli.connections import connection_options, connections_file, named, opened
from twilio_ops_cli.moments import moment_of
from twilio_ops_cli.objects import catalog, find
from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.commands.base import Failure, common, exit_codes, say, working

if TYPE_CHECKING:
    from twilio_ops import Connection
    from twilio_ops_components.export.engines import Engine

_Function = TypeVar("_Function", bound=Callable[..., Any])
FORMATS = ("parquet", "jsonl", "csv", "delta", "duckdb")
EXPORT_CODES = exit_codes(
    {
        0: "every window is read",
        3: "some windows could not be read; the same command tries them again",
    }
)
VERIFY_CODES = exit_codes(
    {0: "every window is proven", 1: "a finding: some are not, or differ, or are missing"}
)


@frozen
class Named:
    """Opens a connection by its name, wherever it is called; None = the environment's."""

    name: str | None

    def __call__(self) -> Connection:
        from twilio_ops import ConfigurationError, Connection

        try:
            if self.name is None:
                return Connection.from_env()
            return named(self.name, connections_file())
        except (ConfigurationError, Failure) as error:
            problem = str(error)
        raise ConfigurationError(f"where windows are read: {problem}")


@frozen(eq=False)
class _Own:
    """Hands out a connection that is open already."""

    connection: Connection

    def __call__(self) -> Connection:
        return self.connection


def engine_options(function: _Function) -> _Function:
    """Give a command the options that say where windows are read."""
    options = (
        click.option(
            "--engine",
            type=click.Choice(["local", "dask"]),
            default="local",
            show_default=True,
            help="Read on threads of this process, or on the workers of a Dask cluster.",
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="With --engine dask: the cluster's; without, one of this machine.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(1, 500),
            metavar="N",
            help="Threads (8), or processes of a Dask cluster of this machine (2).",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.command(epilog=EXPORT_CODES)
@click.argument("names", metavar="OBJECT...", nargs=-1, required=True)
@connection_options
@click.option(
    "--out", required=True, metavar="DIR", help="A folder, or a URL such as s3://b/calls."
)
@click.option("--since", metavar="TIME", help="From when on: a day, or a time with its zone.")
@click.option("--until", metavar="TIME", help="Until before when (default: now).")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="parquet",
    show_default=True,
    help="Files of rows, or tables: delta, duckdb.",
)
@click.option(
    "--pii",
    type=click.Choice(["keep", "mask", "drop"]),
    default="keep",
    show_default=True,
    help="What becomes of personal values: kept, written as ***, or left out with their columns.",
)
@click.option("--of", "accounts", multiple=True, metavar="SID", help="An account; several times.")
@click.option(
    "--subaccounts", is_flag=True, help="All accounts that the connection's account lists."
)
@click.option(
    "--days", type=click.IntRange(1), default=30, show_default=True, help="Days a window."
)
@click.option(
    "--rows",
    type=click.IntRange(1),
    default=10_000,
    show_default=True,
    help="A window with more records is split.",
)
@click.option(
    "--look-back",
    type=click.IntRange(0),
    metavar="DAYS",
    help="Read again what was read less than so many days after it (default: by the catalog).",
)
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@common
def export(
    names: tuple[str, ...],
    account: str | None,
    emulator: bool,
    out: str,
    since: str | None,
    until: str | None,
    form: Any,
    pii: Any,
    accounts: tuple[str, ...],
    subaccounts: bool,
    days: int,
    rows: int,
    look_back: int | None,
    engine: str,
    scheduler: str | None,
    workers: int | None,
    as_json: bool,
) -> int:
    """Read all records of each OBJECT into a folder, in windows of time, each exactly once.

    The same command goes on where it was ended. Given later, it reads what came since, and again
    what may have changed.
    """
    from twilio_ops_components.export import Export, Progress

    known = catalog()
    objects = tuple(find(name, known, "object") for name in names)
    if accounts and subaccounts:
        raise Failure("--of and --subaccounts: only one of them says whose records are read")
    with _asking(account, emulator, engine) as (connection, opener):
        asked = Export(
            objects=objects,
            account=connection.account_sid,
            opener=opener,
            out=out,
            format=form,
            since=_moment("--since", since),
            until=_moment("--until", until),
            accounts=_accounts(connection) if subaccounts else accounts or None,
            pii=pii,
            days=days,
            most=rows,
            look_back=look_back,
        )
        with _engine(engine, scheduler, workers) as running, working("Reading") as show:

            def on_progress(now: Progress) -> None:
                show(f"Reading: {now.rows} rows", done=now.done, total=now.done + now.left)

            summary = asked.run(running, on_progress)
    if as_json:
        counts = ("windows", "rows", "repeated", "requests", "throttled", "lost", "resumed", "plan")
        found: dict[str, Any] = {name: getattr(summary, name) for name in counts}
        found["failed"] = {one.window.name: one.problem for one in summary.failed}
        click.echo(json.dumps(found))
    for failed in summary.failed:
        click.echo(f"{failed.window.name}: not read: {failed.problem}", err=True)
    say(f"{counted(summary.rows, 'row')} in {counted(summary.windows, 'window')}.")
    if summary.resumed:
        say("An export that was not finished is gone on with; again, it reads what came since.")
    _remark(objects)
    return 3 if summary.failed else 0


@click.command(epilog=VERIFY_CODES)
@click.argument("out", metavar="DIR")
@connection_options
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a window.")
@common
def verify(
    out: str,
    account: str | None,
    emulator: bool,
    engine: str,
    scheduler: str | None,
    workers: int | None,
    as_json: bool,
) -> int:
    """Count again what the service lists for each window of the export DIR, and look at its data."""
    from twilio_ops_components.export import Finding
    from twilio_ops_components.export import verify as verify_windows
    from twilio_ops_components.export.verify import ensure_export

    def show(found: Finding) -> None:
        if as_json:
            row: dict[str, Any] = {"window": found.window.name, "verdict": found.verdict}
            row |= {"rows": found.rows, "listed": found.listed, "text": found.text}
            click.echo(json.dumps(row))
        elif found.verdict != "proven":
            listed = "" if found.listed is None else f" ({found.rows} here, {found.listed} listed)"
            click.echo(f"{found.window.name}: {found.verdict}{listed}: {found.text}")

    with _failing():
        ensure_export(out)
    with (
        _asking(account, emulator, engine) as (connection, opener),
        _engine(engine, scheduler, workers) as running,
        working("Counting"),
    ):
        findings = verify_windows(out, connection.account_sid, opener, running, show)
    counts = Counter(one.verdict for one in findings)
    say(", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "nothing")
    _remark(tuple(dict.fromkeys(one.window.object for one in findings)))
    return 0 if set(counts) <= {"proven"} else 1


@contextmanager
def _asking(
    account: str | None, emulator: bool, engine: str
) -> Generator[tuple[Connection, Callable[[], Connection]]]:
    """Open the connection, and say how workers open theirs."""
    if emulator and engine == "dask":
        raise Failure("--emulator: it is in this process, where no worker of Dask reaches it")
    with _failing(), opened(account, emulator) as connection:
        yield connection, _Own(connection) if emulator else Named(account)


@contextmanager
def _failing() -> Generator[None]:
    """Make the command fail with what the library says."""
    from twilio_ops import OperationError

    try:
        yield
    except OperationError as error:
        raise Failure(str(error)) from None


@contextmanager
def _engine(name: str, scheduler: str | None, workers: int | None) -> Generator[Engine]:
    from twilio_ops_components.export import DaskEngine, ThreadEngine

    if name == "local" and scheduler is not None:
        raise Failure("--scheduler: it is of --engine dask")
    if scheduler is not None and workers is not None:
        raise Failure("--workers: the cluster of --scheduler has its own")
    found: Engine = (
        ThreadEngine(workers or 8)
        if name == "local"
        else DaskEngine(scheduler, workers=workers or 2)
    )
    try:
        yield found
    finally:
        found.close()


def _accounts(connection: Connection) -> tuple[str, ...]:
    from twilio_ops.api.account import QueryAccount

    found = QueryAccount(connection, fields=["Sid"]).run()
    return tuple(sorted(str(one.sid) for one in found))


def _remark(objects: tuple[str, ...]) -> None:
    """Say which records no window can have."""
    from twilio_ops_components.export.tables import table_of

    for table in map(table_of, objects):
        if table.note is not None:
            say(f"{table.object} is read by {table.window}: {table.note}")


def _moment(option: str, text: str | None) -> datetime | None:
    if text is None:
        return None
    return moment_of(option, text, example="2026-11-01T08:00:00+01:00", days=True)
