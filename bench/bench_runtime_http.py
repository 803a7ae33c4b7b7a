"""The runtime over HTTP beside the helper library and bare requests, on a local server.

    python bench/bench_runtime_http.py [--records N] [--rounds N]

The server is a process of its own and its answers are made beforehand, so that only the client's
CPU counts; pages of 150 ms tell what the prefetch hides.
"""

from __future__ import annotations

import argparse
import sys
import time

import requests
from measuring import Row, drain, interleaved, ratio_of, report
from runtime_pages import ACCOUNT, FIVE, PAGE, one_path, path, served
from twilio.rest import Client  # pyright: ignore[reportMissingTypeStubs]  # it has none

from twilio_ops import Connection
from twilio_ops.api.call import GetCall, QueryCall

DELAY = 0.15
SLOW_PAGES = 10
GETS = 200


def streaming(records: int, rounds: int) -> list[Row]:
    """CPU a record of streaming a list, all fields and five."""
    with served(records) as address, Connection(ACCOUNT, "secret", base_url=address) as connection:
        client = Client(ACCOUNT, "secret")
        client.api.base_url = address
        figures = interleaved(
            {
                "helper": lambda: drain(client.calls.stream(page_size=PAGE)),
                "all": lambda: drain(QueryCall(connection, page_size=PAGE)()),
                "five": lambda: drain(QueryCall(connection, fields=FIVE, page_size=PAGE)()),
                "documents": lambda: drain(QueryCall(connection, page_size=PAGE).documents()),
            },
            rounds,
            per=records / 1e6,
        )
    helper = figures["helper"]
    names = {
        "helper": "over HTTP: client.calls.stream(page_size=1000)",
        "all": "over HTTP: all fields",
        "five": "over HTTP: five fields",
        "documents": "over HTTP: documents, validated",
    }
    return [
        *(Row(names[n], f.median, "µs/record", best=f.best) for n, f in figures.items()),
        ratio_of("over HTTP: helper library / all fields", helper, figures["all"], least=3.0),
        ratio_of("over HTTP: helper library / five fields", helper, figures["five"], least=4.5),
    ]


def one_get(rounds: int) -> list[Row]:
    """Client CPU of one Get, beside a session of requests that gets the same bytes."""
    sid, target = one_path()
    with (
        served(PAGE) as address,
        Connection(ACCOUNT, "secret", base_url=address) as connection,
        requests.Session() as session,
    ):
        get = GetCall(connection)
        session.auth = (ACCOUNT, "secret")

        def bare() -> None:
            for _ in range(GETS):
                assert session.get(address + target, timeout=(5, 60)).content

        def ours() -> None:
            for _ in range(GETS):
                get(sid)

        figures = interleaved({"bare": bare, "ours": ours}, rounds, per=GETS / 1e6)
    return [
        Row(
            "one bare requests.Session.get", figures["bare"].median, "µs", best=figures["bare"].best
        ),
        Row("one Get", figures["ours"].median, "µs", best=figures["ours"].best),
        ratio_of("one Get / bare requests.Session.get", figures["ours"], figures["bare"], most=0.7),
    ]


def prefetch(rounds: int) -> list[Row]:
    """Wall time of lists whose pages take 150 ms, beside getting the pages and nothing else."""
    with (
        served(SLOW_PAGES * PAGE, DELAY) as address,
        Connection(ACCOUNT, "secret", base_url=address) as connection,
        requests.Session() as session,
    ):

        def bare(wire: str) -> None:
            for number in range(SLOW_PAGES):
                session.get(address + path(wire, number), timeout=(5, 60))

        figures = interleaved(
            {
                "bare json": lambda: bare("json"),
                "json": lambda: drain(QueryCall(connection, page_size=PAGE)()),
                "bare xml": lambda: bare("xml"),
                "xml": lambda: drain(QueryCall(connection, page_size=PAGE).documents()),
            },
            rounds,
            clock=time.perf_counter,
        )
    what = "wall time of pages of 150 ms / of the pages alone"
    return [
        ratio_of(
            f"{what}, {wire}", figures[wire.lower()], figures[f"bare {wire.lower()}"], most=1.05
        )
        for wire in ("JSON", "XML")
    ]


def measure(records: int = 4_000, rounds: int = 15) -> list[Row]:
    """All of it."""
    return [*streaming(records, rounds), *one_get(rounds), *prefetch(5)]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=4_000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    return report(measure(options.records, options.rounds))


if __name__ == "__main__":
    sys.exit(main())
