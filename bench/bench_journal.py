"""What the journal costs a message, beside sending the same requests from as many threads.

    python bench/bench_journal.py [--messages N] [--rows N] [--rounds N] [--only PART]

The server is a process of its own, answers after a delay, and its answer is made beforehand. The
overhead is the wall time a message with the journal, less that without, where both have as many
requests under way; waiting for the disk counts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench_run import answering
from bench_runtime_memory import MESSAGE, grown
from embedded import NotHere, Postgres
from measuring import Row, interleaved, report
from runtime_pages import ACCOUNT

from twilio_ops import Connection, Document, Request
from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, Pace
from twilio_ops_components.preview import requests_of
from twilio_ops_runtime import Response

AT_ONCE = 20
DELAY = 0.05


def inputs(count: int) -> Iterator[Input]:
    """Request documents that differ, one after the other."""
    return (Input(source=Document(MESSAGE % (n % 10_000, n)), index=n + 1) for n in range(count))


@contextmanager
def files() -> Generator[Callable[[int], str]]:
    """Where journals are in files."""
    with tempfile.TemporaryDirectory() as scratch:
        yield lambda number: str(Path(scratch) / f"{number}.journal")


@contextmanager
def schemas() -> Generator[Callable[[int], str]]:
    """Where journals are in a Postgres of its own, on this machine, which waits for the disk."""
    with Postgres() as server:
        yield lambda number: f"{server.address}#j{number}"


def overhead(messages: int, rounds: int, what: str, place: Callable[[int], str]) -> list[Row]:
    """Milliseconds a message, sending alone; taking in is measured beside."""
    with (
        answering(DELAY) as address,
        Connection(ACCOUNT, "secret", base_url=address) as connection,
    ):
        create = CreateMessage(connection)
        wanted = [one.request for one in requests_of(create, inputs(messages))]
        requests: list[Request] = [one for one in wanted if one is not None]
        journals: list[Journal] = []
        started = time.perf_counter()
        for number in range(rounds + 1):
            journal = Journal(place(number))
            journal.take(create, inputs(messages))
            journals.append(journal)
        taking = (time.perf_counter() - started) / (rounds + 1) / messages * 1000
        waiting = iter(journals)

        def alone() -> None:
            with ThreadPoolExecutor(AT_ONCE) as pool:
                assert all(one.status == 201 for one in pool.map(connection.send, requests))

        def journaled() -> None:
            with next(waiting) as journal:
                assert journal.send(connection, Pace(concurrency=AT_ONCE)) == {"sent": messages}

        figures = interleaved(
            {"alone": alone, "journal": journaled},
            rounds,
            per=messages / 1e3,
            clock=time.perf_counter,
        )
    pairs = zip(figures["journal"].rounds, figures["alone"].rounds, strict=True)
    over = sorted(ours - bare for ours, bare in pairs)[rounds // 2]
    return [
        Row("20 threads alone", figures["alone"].median, "ms/message"),
        Row(
            f"sending from a journal in {what}, 20 at once", figures["journal"].median, "ms/message"
        ),
        Row(f"overhead of the journal in {what}, disk included", over, "ms/message", most=1.0),
        Row(f"taking in, {what}", taking, "ms/message"),
    ]


def _made(request: Request, /) -> Response:
    """Answer as the service does, at once and without a network."""
    body = b"<TwilioResponse><Message><Sid>SM%032x</Sid></Message></TwilioResponse>"
    return Response(201, {"Content-Type": "application/xml"}, body % abs(hash(request.body)))


def memory(messages: int) -> list[Row]:
    """MiB that taking in and sending all holds beyond a tenth of them; nothing is on a network."""
    with tempfile.TemporaryDirectory() as scratch, Connection(ACCOUNT, "secret", send=_made) as to:
        create = CreateMessage(to)

        def some(count: int) -> None:
            with Journal(Path(scratch) / f"{count}.journal") as journal:
                assert journal.take(create, inputs(count)).new == count
                assert journal.send(to, Pace(concurrency=AT_ONCE)) == {"sent": count}

        held = grown(lambda: some(messages), lambda: some(messages // 10))
    text = f"memory of {messages} taken in and sent, beyond a tenth of them"
    return [Row(text, held, "MiB", most=8.0)]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--rows", type=int, default=20_000, help="whose memory is measured")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["file", "postgres", "memory"], help="one part")
    options = parser.parse_args()
    rows: list[Row] = []
    for what, places in (("file", files), ("postgres", schemas)):
        if options.only in (None, what):
            try:
                with places() as place:
                    rows += overhead(options.messages, options.rounds, what, place)
            except NotHere as error:
                print(f"{what}: not measured: {error}", flush=True)
    if options.only in (None, "memory"):
        rows += memory(options.rows)
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
