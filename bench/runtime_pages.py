"""What the runtime's benches are answered: calls as a real account has them, in both formats.

Every record has an address, numbers and times of its own, pages hold different records, and every
reader that is compared gets the same bytes, made before anything is measured.

    python bench/runtime_pages.py RECORDS DELAY

serves RECORDS of them over HTTP and prints its port; every answer takes DELAY seconds.
"""

from __future__ import annotations

import json
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from typing import Any, cast

from twilio_ops import Request, Response

ACCOUNT = "AC" + "0123456789abcdef" * 2
FIVE = ["Sid", "To", "Status", "StartTime", "Price"]
PAGE = 1000
DISTINCT_PAGES = 20
"""How many different pages there are; longer lists begin again with the first."""

_LINKS = (
    "recordings notifications events payments siprec streams transcriptions user_defined_messages"
)
NEWEST = datetime(2026, 11, 1, 12, tzinfo=UTC)


def call(number: int) -> dict[str, Any]:
    """One call of about 2 kB with 26 fields, as the service answers it; the first is the newest."""
    chance = random.Random(number)
    sid = f"CA{chance.getrandbits(128):032x}"
    uri = f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{sid}"
    created = NEWEST - timedelta(seconds=number * 97 + chance.randrange(97))
    started = created + timedelta(seconds=1 + chance.randrange(5))
    seconds = chance.randrange(1, 1800)
    ended = started + timedelta(seconds=seconds)
    updated = ended + timedelta(seconds=chance.randrange(3))
    to, from_ = (f"{chance.randrange(2_000_000_000, 9_999_999_999)}" for _ in range(2))
    return {
        "sid": sid, "date_created": format_datetime(created),
        "date_updated": format_datetime(updated), "parent_call_sid": None,
        "account_sid": ACCOUNT, "to": f"+1{to}",
        "to_formatted": f"({to[:3]}) {to[3:6]}-{to[6:]}", "from": f"+1{from_}",
        "from_formatted": f"({from_[:3]}) {from_[3:6]}-{from_[6:]}",
        "phone_number_sid": f"PN{chance.getrandbits(128):032x}", "status": "completed",
        "start_time": format_datetime(started), "end_time": format_datetime(ended),
        "duration": str(seconds), "price": f"-{seconds * 0.0005:.5f}", "price_unit": "USD",
        "direction": "outbound-api", "answered_by": None, "api_version": "2010-04-01",
        "forwarded_from": None, "group_sid": None, "caller_name": "",
        "queue_time": str(chance.randrange(3000)), "trunk_sid": None, "uri": f"{uri}.json",
        "subresource_uris": {name: f"{uri}/{name.title()}.json" for name in _LINKS.split()},
    }  # fmt: skip


def path(wire: str, page: int = 0) -> str:
    """The path and query of a page."""
    start = f"/2010-04-01/Accounts/{ACCOUNT}/Calls.{wire}?PageSize={PAGE}"
    return f"{start}&Page={page}" if page else start


@cache
def _records(wire: str, number: int) -> str:
    rows = [call(number * PAGE + place) for place in range(PAGE)]
    if wire == "json":
        return json.dumps(rows)
    return "".join(f"<Call>{_elements(row)}</Call>" for row in rows)


def page(wire: str, number: int, last: bool) -> bytes:
    """The body of a page: ``json`` or ``xml``."""
    following = None if last else path(wire, number + 1)
    records = _records(wire, number % DISTINCT_PAGES)
    if wire == "json":
        return f'{{"calls": {records}, "next_page_uri": {json.dumps(following)}}}'.encode()
    escaped = (following or "").replace("&", "&amp;")
    return (
        f'<TwilioResponse><Calls page="{number}" nextpageuri="{escaped}">{records}'
        "</Calls></TwilioResponse>"
    ).encode()


def _elements(row: dict[str, Any]) -> str:
    parts: list[str] = []
    for name, value in row.items():
        tag = "".join(word.title() for word in name.split("_"))
        if isinstance(value, dict):
            value = _elements(cast("dict[str, Any]", value))
        parts.append(f"<{tag}>{value}</{tag}>" if value else f"<{tag}/>")
    return "".join(parts)


def one_path() -> tuple[str, str]:
    """The Sid of a call, and the path of its JSON."""
    sid = str(call(0)["sid"])
    return sid, f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{sid}.json"


@cache
def one(wire: str) -> bytes:
    """The body of a single call."""
    if wire == "json":
        return json.dumps(call(0)).encode()
    return f"<TwilioResponse><Call>{_elements(call(0))}</Call></TwilioResponse>".encode()


def page_number(url: str) -> int:
    """Which page an address is of."""
    return int(url.partition("&Page=")[2] or 0)


def _asked(target: str, pages: int) -> tuple[str, bytes]:
    """The format of an address, and the body it is answered with."""
    wire = "xml" if ".xml" in target else "json"
    if "/Calls/" in target:
        return wire, one(wire)
    number = page_number(target)
    return wire, page(wire, number, last=number + 1 >= pages)


class InProcess:
    """A send that answers a list of calls, all of it made beforehand.

    Args:
        records: How many there are.
        wire: The format that will be asked for.
    """

    def __init__(self, records: int, wire: str) -> None:
        self._headers = {"Content-Type": f"application/{wire}"}
        count = records // PAGE
        self.pages = [page(wire, number, number + 1 == count) for number in range(count)]

    def __call__(self, request: Request, /) -> Response:
        return Response(200, self._headers, self.pages[page_number(request.url)])


@contextmanager
def served(records: int, delay: float = 0.0) -> Generator[str, None, None]:
    """The address of a server, in a process of its own, with that many calls."""
    command = [sys.executable, __file__, str(records), str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.terminate()


def _serve(records: int, delay: float) -> None:
    pages = records // PAGE
    for wire in ("json", "xml"):
        for number in range(min(pages, DISTINCT_PAGES)):
            _records(wire, number)
        one(wire)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(listener.getsockname()[1], flush=True)
    while True:
        peer, _ = listener.accept()
        threading.Thread(target=_answer, args=(peer, pages, delay), daemon=True).start()


def _answer(peer: socket.socket, pages: int, delay: float) -> None:
    """ParsedResponse the requests of one connection; none of them has a body."""
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with peer, peer.makefile("rb") as lines:
        while asked := lines.readline().split():
            while lines.readline().strip():
                pass
            due = time.monotonic() + delay
            wire, body = _asked(asked[1].decode(), pages)
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/{wire}\r\n"
            answer = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
            time.sleep(max(0.0, due - time.monotonic()))
            peer.sendall(answer)


if __name__ == "__main__":
    _serve(int(sys.argv[1]), float(sys.argv[2]))
