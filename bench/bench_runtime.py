"""Decoding, the document door and one Get, beside Twilio's helper library and lower bounds, in one run.

    python bench/bench_runtime.py [--records N]

Figures are µs of process CPU a record (or a request), medians of interleaved rounds. Needs the
``twilio`` package; the answers are made up here: calls of about 2 kB with 26 fields.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from lxml import etree
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.call import CallPage

from twilio_ops import Connection, Reply
from twilio_ops.api.call import Call, QueryCall
from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops_runtime.transport import Request

ACCOUNT = "AC" + "0123456789abcdef" * 2
FIVE = ["Sid", "To", "Status", "StartTime", "Price"]
LINKS = (
    "recordings notifications events payments siprec streams transcriptions user_defined_messages"
)


def call(number: int) -> dict[str, Any]:
    """One call, as the service answers it."""
    sid = f"CA{number:032x}"
    uri = f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{sid}"
    when = (
        f"Mon, 17 Sep 2012 {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02} +0000"
    )
    return {
        "sid": sid, "date_created": when, "date_updated": when, "parent_call_sid": None,
        "account_sid": ACCOUNT, "to": "+13115556789", "to_formatted": "(311) 555-6789",
        "from": "+13115550000", "from_formatted": "(311) 555-0000",
        "phone_number_sid": f"PN{number:032x}", "status": "completed", "start_time": when,
        "end_time": when, "duration": "15", "price": "-0.03000", "price_unit": "USD",
        "direction": "outbound-api", "answered_by": None, "api_version": "2010-04-01",
        "forwarded_from": None, "group_sid": None, "caller_name": "", "queue_time": "1000",
        "trunk_sid": None, "uri": f"{uri}.json",
        "subresource_uris": {name: f"{uri}/{name.title()}.json" for name in LINKS.split()},
    }  # fmt: skip


def pages(records: int, size: int = 1000) -> Callable[[Request], Reply]:
    """A send that answers ``records`` calls, a page of ``size`` at a time, in both formats."""
    rows = [call(number) for number in range(size)]
    body = json.dumps({"calls": rows})[:-1]
    item = "".join(f"<Call>{_elements(row)}</Call>" for row in rows)
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Calls"

    def send(request: Request, /) -> Reply:
        wire = request.headers["Accept"].rpartition("/")[2]
        page = int(request.url.partition("Page=")[2].partition("&")[0] or 0)
        more = (page + 1) * size < records
        following = f"{path}.{wire}?Page={page + 1}" if more else ""
        if wire == "json":
            text = f'{body}, "next_page_uri": {json.dumps(following or None)}}}'
        else:
            text = f'<TwilioResponse><Calls page="{page}" nextpageuri="{following}">{item}</Calls></TwilioResponse>'
        return Reply(200, {"Content-Type": f"application/{wire}"}, text.encode())

    return send


def _elements(row: dict[str, Any]) -> str:
    parts = []
    for name, value in row.items():
        tag = "".join(word.title() for word in name.split("_"))
        if isinstance(value, dict):
            value = _elements(value)
        parts.append(f"<{tag}>{value}</{tag}>" if value else f"<{tag}/>")
    return "".join(parts)


def spent(work: Callable[[], object]) -> float:
    """Process CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def drain(found: Iterator[Any]) -> int:
    """How many there are."""
    return sum(1 for _ in found)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=20_000)
    options = parser.parse_args()
    count = options.records
    send = pages(count)
    connection = Connection(ACCOUNT, "secret", send=send)
    page = send(Request("GET", "http://x/Calls.json", {"Accept": "application/json"})).read()
    xml = send(Request("GET", "http://x/Calls.xml", {"Accept": "application/xml"})).read()
    version = Client(ACCOUNT, "secret").api.v2010
    calls = count // 1000

    def helper() -> None:
        for _ in range(calls):
            text = page.decode()
            for _ in CallPage(version, Response(200, text), solution={"account_sid": ACCOUNT}):
                pass

    rows: dict[str, Callable[[], object]] = {
        "helper library, decoding": helper,
        "json.loads alone": lambda: [json.loads(page) for _ in range(calls)],
        "msgspec without types": lambda: [msgspec.json.decode(page) for _ in range(calls)],
        "typed door, all fields": lambda: drain(QueryCall(connection, page_size=1000)()),
        "typed door, five fields": lambda: drain(
            QueryCall(connection, fields=FIVE, page_size=1000)()
        ),
        "lxml parse alone": lambda: [etree.fromstring(xml) for _ in range(calls)],
        "document door, validated": lambda: drain(
            QueryCall(connection, page_size=1000).documents()
        ),
    }
    for work in rows.values():
        work()
    figures: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(5):
        for name, work in rows.items():
            figures[name].append(spent(work) / count * 1e6)
    base = statistics.median(figures["helper library, decoding"])
    print(f"{'':32} {'µs a record':>12} {'helper / this':>14}")
    for name, found in figures.items():
        median = statistics.median(found)
        print(f"{name:32} {median:12.2f} {base / median:14.2f}")
    document = b"<Message><To>+13115556789</To><From>+13115550000</From><Body>Hi</Body></Message>"
    profile = CreateMessage.request_profile
    assert profile is not None
    profile.check(document)

    def checked() -> None:
        for _ in range(2000):
            profile.check(document)

    took = spent(checked) / 2000 * 1e3
    print(f"validating a request document: {took:.3f} ms")
    assert QueryMessage.response_profile is not None
    many = Connection(ACCOUNT, "secret", send=pages(200_000))
    tracemalloc.start()
    drain(QueryCall(many, page_size=1000)())
    print(
        f"peak of streaming 200,000 records: {tracemalloc.get_traced_memory()[1] / 2**20:.1f} MiB"
    )
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    held: list[Call] = list(QueryCall(connection, page_size=1000, limit=20_000)())
    size = (tracemalloc.get_traced_memory()[0] - before) / 2**20
    print(f"a list of {len(held)} full records: {size:.1f} MiB")


if __name__ == "__main__":
    main()
