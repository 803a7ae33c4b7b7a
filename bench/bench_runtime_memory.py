"""Memory of long runs, as the operating system counts it, each in a process of its own.

    python bench/bench_runtime_memory.py [--records N] [--documents N]

The start is what a process holds after a first, short run, of one page, with everything loaded that the
long run needs; the peak is the most that it holds after that. Run with the name of a function, this file is
that process.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from measuring import Row, drain, report
from runtime_pages import ACCOUNT, PAGE, served

from twilio_ops import Archiving, Connection, Options, Request, Response
from twilio_ops.api.call import QueryCall
from twilio_ops.api.message import CreateMessage

MESSAGE = b"<Message><To>+1311555%04d</To><From>+13115550000</From><Body>Hi %d</Body></Message>"
ANSWER = (
    f"<TwilioResponse><Message><Sid>SM{1:032x}</Sid><AccountSid>{ACCOUNT}</AccountSid>"
    "<To>+13115550001</To><From>+13115550000</From><Body>Hi</Body><Status>queued</Status>"
    "</Message></TwilioResponse>"
).encode()


def held() -> float:
    """MiB that the process holds now."""
    return _status("VmRSS")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024


def grown(work: Callable[[], object], warm_up: Callable[[], object]) -> float:
    """MiB by which the most that a work holds exceeds what is held after a warm-up."""
    warm_up()
    gc.collect()
    start = held()
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")  # the peak is counted from here
    kept = work()
    peak = _status("VmHWM")
    del kept
    return peak - start


def streaming_records(address: str, count: int) -> float:
    """All records of a list, none kept."""
    connection = Connection(ACCOUNT, "secret", base_url=address)

    def run(limit: int) -> None:
        drain(QueryCall(connection, page_size=PAGE, limit=limit)())

    return grown(lambda: run(count), lambda: run(PAGE))


def streaming_documents(address: str, count: int) -> float:
    """The documents of all records of a list, none kept."""
    connection = Connection(ACCOUNT, "secret", base_url=address)

    def run(limit: int) -> None:
        drain(QueryCall(connection, page_size=PAGE, limit=limit).documents())

    return grown(lambda: run(count), lambda: run(PAGE))


def list_of_records(address: str, count: int) -> float:
    """A list that keeps full records."""
    connection = Connection(ACCOUNT, "secret", base_url=address)

    def run(limit: int) -> list[Any]:
        return list(QueryCall(connection, page_size=PAGE, limit=limit)())

    return grown(lambda: run(count), lambda: run(PAGE))


def list_of_the_helper_library(address: str, count: int) -> float:
    """A list that keeps full records of the helper library."""
    from twilio.rest import Client  # pyright: ignore[reportMissingTypeStubs]  # it has none

    client = Client(ACCOUNT, "secret")
    client.api.base_url = address

    def run(limit: int) -> Any:
        return client.calls.list(page_size=PAGE, limit=limit)

    return grown(lambda: run(count), lambda: run(1))


def process(address: str, count: int, options: Options | None = None) -> float:
    """A Create for each of many documents; the service is in process and its address not used."""

    def send(request: Request, /) -> Response:
        return Response(201, {"Content-Type": "application/xml"}, ANSWER)

    create = CreateMessage(Connection(ACCOUNT, "secret", send=send), options=options)

    def documents(number: int) -> Iterator[bytes]:
        return (MESSAGE % (place % 10_000, place) for place in range(number))

    def run(number: int) -> None:
        for result in create.process(documents(number)):
            assert result.status == "done", result

    return grown(lambda: run(count), lambda: run(1))


def archiving(address: str, count: int) -> float:
    """As ``process``, with every document archived."""
    with tempfile.TemporaryDirectory() as folder:
        return process(address, count, Options(archiving=Archiving(Path(folder) / "archive")))


KINDS = {
    kind.__name__: kind
    for kind in (
        streaming_records,
        streaming_documents,
        list_of_records,
        list_of_the_helper_library,
        process,
        archiving,
    )
}


def in_a_process(kind: Callable[[str, int], float], address: str, count: int) -> float:
    """What a kind of run finds in a fresh process."""
    command = [sys.executable, __file__, "--run", kind.__name__, address, str(count)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measure(records: int = 200_000, documents: int = 100_000) -> list[Row]:
    """All of it."""
    kept, archived = 20_000, 10_000
    with served(records) as address:

        def row(
            what: str, kind: Callable[[str, int], float], count: int, most: float | None
        ) -> Row:
            return Row(what.format(count), in_a_process(kind, address, count), "MiB", most)

        few = in_a_process(archiving, address, 100)
        many = in_a_process(archiving, address, archived)
        return [
            row("streaming {:,} records", streaming_records, records, 10),
            row("streaming the documents of {:,} records", streaming_documents, records, None),
            row("process of {:,} documents", process, documents, 15),
            row("a list of {:,} full records", list_of_records, kept, 50),
            row("the helper library's", list_of_the_helper_library, kept, None),
            # The table in which paths keep their names grows with the first thousands of files
            # and then no more: 40,000 documents take as much as 10,000.
            Row(f"archiving {archived:,} documents rather than 100", many - few, "MiB", 2),
        ]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--run", nargs=3, metavar=("KIND", "ADDRESS", "COUNT"))
    options = parser.parse_args()
    if options.run:
        kind, address, count = options.run
        print(KINDS[kind](address, int(count)))
        return 0
    return report(measure(options.records, options.documents))


if __name__ == "__main__":
    sys.exit(main())
