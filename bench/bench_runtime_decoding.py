"""CPU of decoding lists of calls in process, beside Twilio's helper library and lower bounds.

    python bench/bench_runtime_decoding.py [--records N] [--rounds N]

All readers get the same bytes in turn, many times over; a ratio is taken within a round, so that
the machine's own ups and downs fall out, and the median of the ratios counts. Decoding alone is
compared with the same of the helper library: pages to records. What a whole Query adds in process
(requests made, pages fetched ahead in a thread) stands beside it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

import msgspec
from lxml import etree
from measuring import Row, drain, interleaved, ratio_of, report
from runtime_pages import ACCOUNT, FIVE, PAGE, InProcess
from twilio.http.response import Response  # pyright: ignore[reportMissingTypeStubs]  # it has none
from twilio.rest import Client  # pyright: ignore[reportMissingTypeStubs]  # as above
from twilio.rest.api.v2010.account.call import CallPage  # pyright: ignore[reportMissingTypeStubs]

from twilio_ops import Connection
from twilio_ops.api.call import Call, QueryCall
from twilio_ops_runtime.formats.json import reader_for


class _Nothing(msgspec.Struct, gc=False):
    pass


class _Scanned(msgspec.Struct, gc=False):
    calls: list[_Nothing]


def measure(records: int = 2_000, rounds: int = 40) -> list[Row]:
    """What decoding costs, in microseconds of process CPU a record."""
    in_json, in_xml = InProcess(records, "json"), InProcess(records, "xml")
    typed = Connection(ACCOUNT, "secret", send=in_json)
    documents = Connection(ACCOUNT, "secret", send=in_xml)
    version = Client(ACCOUNT, "secret").api.v2010
    scan = msgspec.json.Decoder(_Scanned)
    of_account = {"account_sid": ACCOUNT}

    def helper() -> None:
        for body in in_json.pages:
            drain(CallPage(version, Response(200, body.decode()), solution=of_account))

    def decoded(query: QueryCall) -> Callable[[], None]:
        reader = reader_for(Call, query.fields)

        def decode() -> None:
            for body in in_json.pages:
                for batch in reader.page(body, "uris", "calls").batches:
                    drain(batch)

        return decode

    def queried(query: QueryCall) -> Callable[[], object]:
        return lambda: drain(query())

    whole = QueryCall(typed, page_size=PAGE)
    chosen = QueryCall(typed, fields=FIVE, page_size=PAGE)

    def cut_and_checked() -> None:
        drain(QueryCall(documents, page_size=PAGE).documents())

    figures = interleaved(
        {
            "helper library": helper,
            "typed door, all fields": decoded(whole),
            "typed door, five fields": decoded(chosen),
            "a whole Query, all fields": queried(whole),
            "a whole Query, five fields": queried(chosen),
            "json.loads alone": lambda: drain(map(json.loads, in_json.pages)),
            "msgspec, no field": lambda: drain(map(scan.decode, in_json.pages)),
            "lxml's parse alone": lambda: drain(map(etree.fromstring, in_xml.pages)),
            "document door, validated": cut_and_checked,
        },
        rounds,
        per=records / 1e6,
    )
    rows = [
        Row(name, figure.median, "µs/record", best=figure.best) for name, figure in figures.items()
    ]
    all_fields, five = figures["typed door, all fields"], figures["typed door, five fields"]
    door, parse = figures["document door, validated"], figures["lxml's parse alone"]
    return [
        *rows,
        ratio_of(
            "decoding all fields: helper library / this",
            figures["helper library"],
            all_fields,
            least=4.5,
        ),
        ratio_of(
            "decoding five fields: helper library / this",
            figures["helper library"],
            five,
            least=12.0,
        ),
        *(
            ratio_of(
                f"helper library's decoding / {query}", figures["helper library"], figures[query]
            )
            for query in ("a whole Query, all fields", "a whole Query, five fields")
        ),
        ratio_of("document door / lxml's parse", door, parse, most=2.25),
        Row("document door, validated", 1e6 / door.median, "documents/CPU s", best=1e6 / door.best),
    ]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    return report(measure(options.records, options.rounds))


if __name__ == "__main__":
    sys.exit(main())
