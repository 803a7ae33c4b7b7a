"""The command ``run``: an operation component on documents."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from twilio_ops_cli.connections import connection_options, opened
from twilio_ops_cli.journal import Place, pace_of, pace_options, taken_and_sent
from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.commands.base import Failure, common, exit_codes, say, working

if TYPE_CHECKING:
    from twilio_ops_components.inputs import Input
    from twilio_ops_components.model import Definition
    from twilio_ops_components.report import Row
    from twilio_ops_components.watched import Runnable

RUN_CODES = exit_codes(
    {
        0: "every document is done",
        1: "the run was stopped by one that is not; --resume goes on behind it",
        3: "some documents are not done; the report says which",
    }
)


@click.command(epilog=RUN_CODES)
@click.argument("file", type=click.Path(dir_okay=False))
@click.argument("inputs", nargs=-1)
@connection_options
@click.option("--out", type=click.Path(file_okay=False), help="The folder for outputs and report.")
@click.option(
    "--property",
    "properties",
    multiple=True,
    metavar="NAME=VALUE",
    help="A named value of the run. May be given several times.",
)
@click.option("--dry-run", is_flag=True, help="Show the requests, and send none.")
@click.option("--json", "as_json", is_flag=True, help="With --dry-run: a JSON object a line.")
@click.option("--resume", is_flag=True, help="Go on with the report that is in the folder.")
@click.option(
    "--resend",
    multiple=True,
    type=click.IntRange(1),
    metavar="INDEX",
    help="Send this input once more: it is not done, or not known to be. Implies --resume.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="End after so many inputs.")
@click.option(
    "--journal",
    type=Place(dir_okay=False),
    metavar="FILE|URL",
    help="Take all documents into a journal and send from it, many at once, in place of --out.",
)
@click.option(
    "--key",
    metavar="PATH",
    help="With --journal: the element that is a document's key, or property:NAME.",
)
@click.option(
    "--callback",
    metavar="URL",
    help="With --journal: where status callbacks with the key go, to `twilio-ops receive`.",
)
@click.option(
    "--send-at",
    metavar="TIME",
    help="With --journal: the service carries it out then; `journal reconcile` cancels doubles.",
)
@pace_options
@common
def run(
    file: str,
    inputs: tuple[str, ...],
    account: str | None,
    emulator: bool,
    out: str | None,
    properties: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
    resume: bool,
    resend: tuple[int, ...],
    limit: int | None,
    journal: str | None,
    key: str | None,
    callback: str | None,
    send_at: str | None,
    rate: float | None,
    sender_rate: float | None,
    concurrency: int,
    deadline: str | None,
    give_up_after: float | None,
) -> int:
    """Run the operation component FILE on documents.

    INPUT is a file, a folder (its .xml files, sorted) or - for standard input, each with one or
    more documents. A component that takes no request documents may go without: it is run once.

    Outputs, error documents and report.jsonl are written to the folder of --out. A document is
    never sent twice by itself: what may have been carried out is unknown, and stays so until
    --resend says otherwise.
    """
    from twilio_ops import OperationError
    from twilio_ops_components import load_operation
    from twilio_ops_components.inputs import check_inputs
    from twilio_ops_components.run import run as run_documents

    if journal is not None and (out is not None or resume or resend):
        raise Failure("--journal: --out, --resume and --resend are of a run without it")
    of_journal = (key, callback, send_at, rate, sender_rate, deadline, give_up_after)
    if journal is None and any(one is not None for one in of_journal):
        raise Failure(
            "--key, --callback, --send-at, --rate, --sender-rate, --deadline and --give-up-after"
            " need --journal"
        )
    if out is None and journal is None and not dry_run:
        raise Failure("--out is missing: the folder for outputs and report")
    pace = pace_of(rate, sender_rate, concurrency)
    named = dict(_property(text) for text in properties)
    try:
        component = load_operation(file)
        left_out = check_inputs(inputs)
        if left_out:
            told = counted(left_out, "file that is not .xml is", "files that are not .xml are")
            say(f"{told} left out.")
        definition = component.definition
        takes_requests = not definition.row.reads and definition.input == "request"
        documents = _inputs(takes_requests, inputs)
        with opened(
            account or (None if emulator else definition.connection), emulator
        ) as connection:
            operation: Runnable = component.replace(connection=connection, emulated=emulator)
            if emulator and not dry_run:
                say(f"--emulator: {_kept(component.replace(emulated=True).definition)}")
            if dry_run:
                return _show(operation, documents, named, limit, as_json)
            if journal is not None:
                return taken_and_sent(
                    journal,
                    operation,
                    documents,
                    named,
                    connection,
                    pace,
                    key=key,
                    callback=callback,
                    deadline=deadline,
                    give_up_after=give_up_after,
                    send_at=send_at,
                    limit=limit,
                )
            assert out is not None  # as was checked
            with _progress() as on_row, _interrupted():
                found = run_documents(
                    operation,
                    documents,
                    out,
                    properties=named,
                    resume=resume,
                    resend=resend,
                    limit=limit,
                    component=file,
                    name=definition.name,
                    account="emulator" if emulator else connection.account_sid,
                    on_row=on_row,
                )
    except OperationError as error:
        raise Failure(str(error)) from None
    say(found.text)
    if found.stopped is not None:
        click.echo(f"{found.stopped.rstrip('.')}; --resume goes on behind it", err=True)
    elif found.limited:
        say("--limit ended the run; --resume goes on with the rest")
    unknown = [str(index) for index in found.unknown]
    if unknown:
        shown = " ".join(unknown[:20]) + (" ..." if len(unknown) > 20 else "")
        say(
            f"unknown: {shown}; look at the records of the service, then send again what is not"
            f" there: --resend INDEX"
        )
    return found.exit_code


def _property(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise Failure(f"--property {text!r}: expected NAME=VALUE")
    return name, value


def _kept(definition: Definition) -> str:
    """Where a run at an emulator keeps what another keeps elsewhere."""
    kept = {"last runs and counters": definition.state_path}
    if definition.archiving is not None:
        kept["archive"] = definition.archiving.directory
    if definition.caching is not None:
        kept["cache"] = definition.caching.file
    return "; ".join(f"{what} in {path}" for what, path in kept.items())


def _inputs(needed: bool, names: tuple[str, ...]) -> Iterator[Input]:
    from twilio_ops_components.inputs import Input, documents_of

    if names:
        return documents_of(names, sys.stdin.buffer)
    if needed:
        raise Failure("INPUT is missing: files, folders, or - for standard input")
    return iter([Input(source=None)])


@contextmanager
def _interrupted() -> Generator[None]:
    """Say what an interruption leaves."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(
            "interrupted; a document that was being sent is unknown now: --resume goes on behind it",
            err=True,
        )
        raise


@contextmanager
def _progress() -> Generator[Callable[[Row], object]]:
    """Show on a terminal how far the run is."""
    from twilio_ops_components.report import said_of

    counts: Counter[str] = Counter()
    with working("Running") as show:

        def on_row(row: Row) -> None:
            counts[row.status] += 1
            show(f"Running: {said_of(counts)}; input {row.index} {row.input}")

        yield on_row


def _show(
    operation: Runnable,
    documents: Iterator[Input],
    properties: dict[str, str],
    limit: int | None,
    as_json: bool,
) -> int:
    from urllib.parse import parse_qsl

    from twilio_ops_components.preview import requests_of
    from twilio_ops_emulator.behaviour.estimate import Estimate
    from twilio_ops_runtime.http.redact import sent_parameters

    spec = operation.spec
    estimate = Estimate() if Estimate.is_of(spec.object, spec.action) else None
    wrong = 0
    for one in requests_of(operation, islice(documents, limit), properties):
        place: dict[str, Any] = {"index": one.input.index, "input": one.input.name}
        if one.input.line is not None:
            place["line"] = one.input.line
        if one.request is None:
            wrong += 1
            row = {**place, "error": str(one.error)}
        else:
            url = one.request.url.partition("?")[0]
            parameters = [list(pair) for pair in sent_parameters(one.request)]
            row = {**place, "method": one.request.method, "url": url, "parameters": parameters}
            if estimate is not None:
                estimate.add(parse_qsl((one.request.body or b"").decode()))
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        at = f":{one.input.line}" if one.input.line else ""
        click.echo(f"# {one.input.index} {one.input.name}{at}".rstrip())
        if "error" in row:
            click.echo(f"! {row['error']}")
        else:
            click.echo(f"{row['method']} {row['url']}")
            for name, value in row["parameters"]:
                click.echo(f"  {name}={value}")
    if estimate is not None and estimate.messages:
        say(estimate.text)
    return 3 if wrong else 0
