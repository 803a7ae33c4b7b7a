"""How fast an export reads, beside a Singer tap and Twilio's library, and what it costs beside a Query.

    python bench/bench_export.py [--records N] [--rounds N] [--tap FOLDER]

The service is a process of its own that knows windows of time, answers every request 100 ms late, and
has its answers made beforehand. All read it for long enough that beginning and end hardly count; those
that read one page after the other have a shorter list. The tap is the published one of Twilio, in a
folder of its own since it needs other versions:

    pip install --target FOLDER --no-deps --require-hashes --requirement locks/tap.lock

Limits are beside that tap and Twilio's library as it lists everything, in pages of its own. What taps do
at least, one page after the other and each record a line of JSON, and the library told to read the
largest pages are there to see where the room ends; on two cores that is the CPU.

CPU is that of a process which reads through the same pages without any delay.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache, partial
from importlib import import_module
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from attrs import frozen
from bench_runtime_memory import grown
from measuring import Figure, Row, drain, interleaved, ratio_of, report
from runtime_pages import ACCOUNT, NEWEST, PAGE, call

from twilio_ops import Connection
from twilio_ops.api.call import QueryCall
from twilio_ops_components.export import DaskEngine, Export, ThreadEngine

DELAY = 0.1
USUAL = {"Page": "0", "PageSize": "50"}
"""What the service takes where a client says nothing."""
SLOWER = 5
"""How many times shorter the list is for those that read one page after the other."""
SLOWEST = 2_000
"""How many records are read in pages of fifty, and by the tap."""
TAP, OWN_PAGES = "tap-twilio", "Twilio's library, its own pages"
AS_PEOPLE_RUN_THEM = (TAP, OWN_PAGES)
THREADS = 16
APART = timedelta(seconds=97)
"""How far calls are from each other."""


@frozen
class Opens:
    """Opens the connection that an export asks."""

    url: str

    def __call__(self) -> Connection:
        return Connection(ACCOUNT, "secret", base_url=self.url)


class _Service:
    """Lists calls, the newest first; those of a window, if one is asked for."""

    def __init__(self, records: int) -> None:
        self.rows = [json.dumps(call(number)).encode() for number in range(records)]
        self.page = cache(self._page)

    def _page(self, low: str | None, high: str | None, page: int, size: int) -> bytes:
        first, last = self._number(high, 0), self._number(low, len(self.rows))
        start = first + page * size
        rows = self.rows[start : min(last, start + size)]
        query = "".join(
            f"&StartTime%3{sign}={value}" for sign, value in (("E", low), ("C", high)) if value
        )
        more = "null"
        if start + size < last:
            path = f"/2010-04-01/Accounts/{ACCOUNT}/Calls.json?PageSize={size}&Page={page + 1}"
            more = f'"{path}{query}"'
        body = b'{"calls": [%s], "next_page_uri": %s}' % (b",".join(rows), more.encode())
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        return head % len(body) + body

    def _number(self, text: str | None, default: int) -> int:
        """About which call was at a time; a few too many are listed, and left out by the reader."""
        if text is None:
            return default
        age = NEWEST - datetime.fromisoformat(text)
        number = age // APART + (2 if default else -2)
        return max(0, min(len(self.rows), number))


async def _answer(
    service: _Service, delay: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:  # the client is through
            break
        query = parse_qs(urlsplit(head.split(b" ", 2)[1].decode()).query)
        low, high = (query.get(name, [None])[0] for name in ("StartTime>", "StartTime<"))
        if delay:
            await asyncio.sleep(delay)
        page, size = (int(query.get(name, [usual])[0]) for name, usual in USUAL.items())
        writer.write(service.page(low, high, page, size))
        await writer.drain()
    writer.close()


def _served(pipe: Pipe, records: int, delay: float) -> None:
    async def serve() -> None:
        service = _Service(records)
        server = await asyncio.start_server(partial(_answer, service, delay), "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


@contextmanager
def answering(records: int, delay: float) -> Generator[str]:
    """The address of the service."""
    here, there = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_served, args=(there, records, delay))
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def exported(
    url: str, records: int, format: Any, threads: int, own: Any = None, pages: int = 2
) -> None:
    """Export all of it, in windows of about so many pages."""
    since = NEWEST - APART * (records + 10)
    days = max(1, round(pages * PAGE * APART / timedelta(days=1)))
    with tempfile.TemporaryDirectory() as out:
        engine = own or ThreadEngine(threads)
        asked = Export(
            objects=("Call",), account=ACCOUNT, opener=Opens(url), out=out, format=format,
            since=since, until=NEWEST + timedelta(days=1), days=days, most=100_000,
        )  # fmt: skip
        try:
            summary = asked.run(engine)
        finally:
            if own is None:
                engine.close()
    assert summary.rows == records, summary


def tapped(url: str, records: int) -> None:
    """Read as a Singer tap does, without what taps do to each record."""
    path: str | None = f"/2010-04-01/Accounts/{ACCOUNT}/Calls.json?PageSize={PAGE}"
    count = 0
    with requests.Session() as session, open(os.devnull, "w", encoding="utf-8") as out:
        session.auth = (ACCOUNT, "secret")
        while path is not None:
            answer = session.get(url + path, timeout=60).json()
            for record in answer["calls"]:
                message = {"type": "RECORD", "stream": "calls", "record": record}
                out.write(json.dumps(message) + "\n")
                count += 1
            path = answer["next_page_uri"]
    assert count == records


def listed(url: str, records: int, size: int | None) -> None:
    """Read with Twilio's library, in pages of its own size or of the largest."""
    http: Any = import_module("twilio.http.http_client")
    rest: Any = import_module("twilio.rest")

    class Here(http.TwilioHttpClient):  # type: ignore[misc]  # it ships no types
        def request(self, method: str, asked: str, *arguments: Any, **options: Any) -> Any:
            parts = urlsplit(asked)
            peer: Any = super()
            return peer.request(method, f"{url}{parts.path}?{parts.query}", *arguments, **options)

    client = rest.Client(ACCOUNT, "secret", http_client=Here())
    assert drain(client.calls.stream(page_size=size)) == records


def synced(url: str, records: int, folder: str) -> float:
    """Read with the published tap; return the seconds that it took, without its start."""
    script = Path(__file__).with_name("singer_tap.py")
    ended = subprocess.run(
        [sys.executable, script, url, ACCOUNT, str(PAGE)],
        env={**os.environ, "PYTHONPATH": folder},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count('{"type": "RECORD"') == records
    return float(ended.stderr.splitlines()[-1])


def speed(records: int, rounds: int, tap: str | None) -> list[Row]:
    """Records a second, beside the others, in turn."""
    few = max(PAGE, records // SLOWER)
    engine = DaskEngine(workers=2, threads=THREADS // 2)
    with (
        answering(records, DELAY) as url,
        answering(few, DELAY) as short,
        answering(SLOWEST, DELAY) as shortest,
    ):
        works: dict[str, tuple[int, Callable[[], float | None]]] = {
            "threads": (records, lambda: exported(url, records, "jsonl", THREADS)),
            "two processes": (records, lambda: exported(url, records, "jsonl", 0, engine)),
            "what taps do at least": (few, lambda: tapped(short, few)),
            "Twilio's library, pages of 1000": (few, lambda: listed(short, few, PAGE)),
            OWN_PAGES: (SLOWEST, lambda: listed(shortest, SLOWEST, None)),
        }
        if tap is not None:
            works[TAP] = (SLOWEST, lambda: synced(shortest, SLOWEST, tap))
        found: dict[str, list[float]] = {name: [] for name in works}
        try:
            for number in range(rounds + 1):
                for name, (count, work) in works.items():
                    gc.collect()
                    began = time.perf_counter()
                    seconds = work() or time.perf_counter() - began
                    if number:
                        found[name].append(seconds / count)
        finally:
            engine.close()
    figures = {name: Figure(tuple(seconds)) for name, seconds in found.items()}
    ours, others = list(figures)[:2], list(figures)[2:]
    return [
        *(Row(f"{name}, at 100 ms", 1 / one.best, "records/s") for name, one in figures.items()),
        *(
            ratio_of(
                f"{own} over {other}",
                figures[other],
                figures[own],
                least=5.0 if other in AS_PEOPLE_RUN_THEM else None,
            )
            for own in ours
            for other in others
        ),
    ]


def cpu(records: int, rounds: int) -> list[Row]:
    """CPU a record, beside a Query of all fields; a window has ten pages, as it does by default."""
    with answering(records, 0.0) as url, Opens(url)() as connection:

        def queried() -> None:
            assert drain(QueryCall(connection, page_size=PAGE).run()) == records

        formats = ("jsonl", "parquet", "csv")
        works = {one: partial(exported, url, records, one, 1, pages=10) for one in formats}
        figures = interleaved({"query": queried, **works}, rounds, per=records / 1e6)
    rows = [Row("Query", figures["query"].median, "us/record")]
    for one in formats:
        rows.append(
            ratio_of(f"export to {one}, beside Query", figures[one], figures["query"], most=2.0)
        )
    return rows


def memory(records: int) -> list[Row]:
    """MiB that a process holds at most."""
    with answering(records, 0.0) as url:
        held = grown(
            lambda: exported(url, records, "parquet", 4),
            lambda: exported(url, PAGE, "parquet", 4) if records == PAGE else None,
        )
    return [Row("memory of an export on four threads", held, "MiB", most=300.0)]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tap", metavar="FOLDER", help="Where tap-twilio is installed.")
    options = parser.parse_args()
    few = max(PAGE, options.records // SLOWER)
    rows = cpu(few, options.rounds) + memory(few)
    return report([*rows, *speed(options.records, options.rounds, options.tap)])


if __name__ == "__main__":
    sys.exit(main())
