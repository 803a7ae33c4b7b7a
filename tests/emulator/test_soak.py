"""A soak over real sockets: many threads, mixed actions, faults on.

A short one by default; ``TWILIO_OPS_SOAK=20000`` makes that many requests.
"""

from __future__ import annotations

import base64
import json
import os
import random
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree

from twilio_ops_runtime.errors import TransportError
from twilio_ops_runtime.transport import Request, RequestsTransport

REQUESTS = int(os.environ.get("TWILIO_OPS_SOAK", "1200"))
THREADS = 8
FAULTS: list[dict[str, Any]] = [
    {"kind": "status", "status": 503, "probability": 0.01, "seed": 1},
    {"kind": "status", "status": 500, "probability": 0.01, "seed": 2, "when": "after"},
    {"kind": "status", "status": 429, "code": 20429, "probability": 0.01, "seed": 3},
    {"kind": "drop", "probability": 0.005, "seed": 4},
    {"kind": "drop", "probability": 0.005, "seed": 5, "when": "after"},
    {"kind": "cut", "probability": 0.005, "seed": 6, "bytes": 30},
    {"kind": "latency", "probability": 0.02, "seed": 7, "seconds": 0.005},
]


class Program:
    """The emulator as a process of its own."""

    def __init__(self) -> None:
        root = Path(__file__).resolve().parents[2]
        places = [str(root / name) for name in ("generated", "runtime", "emulator")]
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "twilio_ops_emulator"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "Ctrl-C stops it.\n")
        printed = dict(line.rsplit(maxsplit=1) for line in lines)
        self.url = printed["URL"]
        self.account, self.token = printed["account"], printed["token"]

    def control(self, path: str, value: Any = None) -> Any:
        """Ask for control."""
        body = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(f"{self.url}/_emulator/{path}", data=body)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    @property
    def memory(self) -> int:
        """How much memory it has, in kilobytes; 0 where that is not told."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0
        (line,) = [row for row in status.read_text().splitlines() if row.startswith("VmRSS")]
        return int(line.split()[1])


@pytest.fixture
def program() -> Iterator[Program]:
    """A program that ends with the test."""
    program = Program()
    yield program
    program.process.terminate()
    out, err = program.process.communicate(timeout=20)
    assert ("", "", 0) == (out, err, program.process.returncode)


class Worker(threading.Thread):
    """One account's user: knows what must be there, and what may be."""

    def __init__(self, program: Program, number: int, transport: RequestsTransport) -> None:
        super().__init__()
        self.program, self.transport = program, transport
        self.random = random.Random(number)
        self.failure: BaseException | None = None
        self.there: set[str] = set()
        self.unsure: set[str] = set()
        self.lost = 0
        made = self.ask("POST", "/2010-04-01/Accounts.json", {"FriendlyName": f"Worker {number}"},
                        user=(program.account, program.token))  # fmt: skip
        assert made is not None
        self.user = (made["sid"], made["auth_token"])

    def run(self) -> None:
        try:
            for _ in range(REQUESTS // THREADS):
                self.step()
        except BaseException as failure:  # told to the test, which fails with it
            self.failure = failure

    def ask(
        self,
        method: str,
        path: str,
        form: dict[str, str] | None = None,
        user: tuple[str, str] | None = None,
    ) -> Any:
        """A request; its answer decoded, or None when a fault or an error came instead."""
        pair = base64.b64encode(":".join(user or self.user).encode()).decode()
        headers = {"Authorization": f"Basic {pair}"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(form).encode() if form is not None else None
        request = Request(method, f"{self.program.url}{path}", headers, body)
        try:
            reply = self.transport(request)
            content = reply.read()
        except TransportError:
            return None
        if reply.status == 204:
            assert content == b""
            return {}
        decoded = json.loads(content) if ".json" in path else etree.fromstring(content)
        if reply.status >= 400:
            assert reply.status in (404, 429, 500, 503), (reply.status, content)
            return None
        return decoded

    def step(self) -> None:
        """One action, chosen by chance."""
        base = f"/2010-04-01/Accounts/{self.user[0]}/Messages"
        what = self.random.random()
        if what < 0.3 or not self.there:
            form = {"To": "+15005550009", "From": "+15005550006", "Body": self.user[0]}
            made = self.ask("POST", f"{base}.json", form)
            if made is None:
                self.lost += 1
            else:
                self.there.add(made["sid"])
            return
        sid = self.random.choice(sorted(self.there))
        if what < 0.5:
            found = self.ask("GET", f"{base}/{sid}.json")
            assert found is None or found["body"] in (self.user[0], "")
        elif what < 0.6:
            found = self.ask("GET", f"{base}/{sid}.xml")
            assert found is None or found[0].findtext("Sid") == sid
        elif what < 0.7:
            self.ask("POST", f"{base}/{sid}.json", {"Body": ""})
        elif what < 0.8:
            page = self.ask("GET", f"{base}.json?PageSize=20")
            assert page is None or all(
                row["account_sid"] == self.user[0] for row in page["messages"]
            )
        else:
            self.there.discard(sid)
            if self.ask("DELETE", f"{base}/{sid}.json") is None:
                self.unsure.add(sid)

    def check(self) -> None:
        """Nothing is lost, nothing is there that is not this account's own."""
        seen: set[str] = set()
        path = f"/2010-04-01/Accounts/{self.user[0]}/Messages.json?PageSize=100"
        while path:
            page = self.ask("GET", path)
            assert page is not None
            assert all(row["account_sid"] == self.user[0] for row in page["messages"])
            seen |= {row["sid"] for row in page["messages"]}
            path = page["next_page_uri"]
        assert set() == self.there - seen
        assert len(seen - self.there - self.unsure) <= self.lost


def test_nothing_is_lost_or_leaked(program: Program) -> None:
    """Every answer is well formed, each account keeps its own, and memory stays flat."""
    transport = RequestsTransport(pool_size=THREADS)
    workers = [Worker(program, number, transport) for number in range(THREADS)]
    for fault in FAULTS:
        program.control("faults", fault)
    before = program.memory
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    failures = [worker.failure for worker in workers if worker.failure is not None]
    assert [] == failures
    urllib.request.urlopen(
        urllib.request.Request(f"{program.url}/_emulator/faults", method="DELETE")
    ).close()
    for worker in workers:
        worker.check()
    state = program.control("state")
    assert state["requests"] >= REQUESTS // THREADS * THREADS
    transport.close()
    # what is kept of requests and callbacks is bounded, and so are the records: most are deleted
    assert program.memory - before < 30_000
