"""A soak of the emulator over real sockets: many threads, mixed actions, inbound traffic, faults on.

    python bench/soak_emulator.py [--requests 20000] [--inbound 2000] [--threads 8]

Each thread is an account of its own that knows what it must find. Every answer has to be well formed,
XML valid against its profile; no record may be lost, or seen by another account; memory must stay
flat. Messages and calls come in for the account's number as well: the application behind it, which is a
server of its own, must be asked about each exactly once, and what it answers be carried out. Prints figures; the exit code is 1 when something was wrong.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import random
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter, deque
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import parse_qsl, urlencode
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
PLACES = [str(ROOT / name) for name in ("generated", "runtime", "emulator")]
sys.path[:0] = [place for place in PLACES if place not in sys.path]

from twilio_ops_runtime.errors import TransportError  # noqa: E402
from twilio_ops_runtime.http.messages import Request  # noqa: E402
from twilio_ops_runtime.http.transport import RequestsTransport  # noqa: E402

FAULTS: list[dict[str, Any]] = [
    {"kind": "status", "status": 503, "probability": 0.01, "seed": 1},
    {"kind": "status", "status": 500, "probability": 0.01, "seed": 2, "when": "after"},
    {"kind": "status", "status": 429, "code": 20429, "probability": 0.01, "seed": 3},
    {"kind": "drop", "probability": 0.005, "seed": 4},
    {"kind": "drop", "probability": 0.005, "seed": 5, "when": "after"},
    {"kind": "cut", "probability": 0.005, "seed": 6, "bytes": 30},
    {"kind": "latency", "probability": 0.02, "seed": 7, "seconds": 0.005},
]
"""All kinds but a truncated body, which is not well formed on purpose."""
KEPT = 12
"""How many records of a kind an account keeps: beyond that one is deleted for each that is made."""
API = "/2010-04-01/Accounts"


class Program:
    """The emulator as a process of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "twilio_ops_emulator"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(PLACES)},
        )
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "Ctrl-C stops it.\n")
        printed = dict(line.rsplit(maxsplit=1) for line in lines)
        self.url = printed["URL"]
        self.account, self.token = printed["account"], printed["token"]

    def control(self, path: str, value: Any = None, method: str | None = None) -> Any:
        """Ask for control."""
        body = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(f"{self.url}/_emulator/{path}", data=body, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    @property
    def memory(self) -> int:
        """How much memory it has, in kilobytes; 0 where that is not told."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0
        (line,) = [
            row
            for row in status.read_text(encoding="utf-8").splitlines()
            if row.startswith("VmRSS")
        ]
        return int(line.split()[1])

    def stop(self) -> tuple[str, str, int]:
        """End it; what it still printed, and its exit code."""
        self.process.terminate()
        out, err = self.process.communicate(timeout=60)
        return out, err, self.process.returncode


class _Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Application:
    """The application behind every account's number: it answers messages, and calls with a menu.

    Attributes:
        asked: How often it was asked, by path and the Sid it was asked about.
    """

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()
        self._server = make_server("127.0.0.1", 0, self._answer, _Threads, _Silent)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def times(self, path: str, sid: str) -> int:
        """How often a path was asked about a record."""
        with self._lock:
            return self.asked[path, sid]

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        said = dict(parse_qsl(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode()))
        sid = said.get("MessageSid") or said["CallSid"]
        with self._lock:
            self.asked[path, sid] += 1
        text = {
            "/sms": f"<Message>About {sid}</Message>",
            "/voice": '<Gather action="/menu" numDigits="1" timeout="600"/>',
            "/menu": f"<Say>{said.get('Digits')}</Say><Hangup/>",
        }[path]
        start("200 OK", [("Content-Type", "text/xml")])
        return [f"<Response>{text}</Response>".encode()]


class Kind:
    """A kind of record that the soak makes, changes and deletes.

    Args:
        name: Its object.
        path: Its list below an account.
        json_list: The name of its list in JSON.
        make: The form that makes one, around a text.
        field: Where the text shows.
        change: The form of a change, around another text.
        shown: What the field shows after the change.
    """

    def __init__(
        self,
        name: str,
        path: str,
        json_list: str,
        make: dict[str, str],
        field: str,
        change: dict[str, str],
        shown: str,
    ) -> None:
        self.name, self.path, self.json_list = name, path, json_list
        self.make, self.field, self.change, self.shown = make, field, change, shown
        self.profiles = {
            action: etree.XMLSchema(
                etree.fromstring(
                    files("twilio_ops")
                    .joinpath(f"profiles/{name}/{action}{name}.response.xsd")
                    .read_bytes()
                )
            )
            for action in ("Get", "Query", "Create", "Update")
        }


KINDS = (
    Kind(
        "Message",
        "Messages",
        "messages",
        {"To": "+15005550009", "From": "+15005550006", "Body": "%s"},
        "body",
        {"Body": ""},
        "",
    ),
    Kind(
        "Queue",
        "Queues",
        "queues",
        {"FriendlyName": "%s"},
        "friendly_name",
        {"FriendlyName": "%s"},
        "%s",
    ),
    Kind(
        "Application",
        "Applications",
        "applications",
        {"FriendlyName": "%s", "VoiceUrl": "http://localhost/v"},
        "friendly_name",
        {"FriendlyName": "%s"},
        "%s",
    ),
    Kind(
        "Call",
        "Calls",
        "calls",
        {"To": "+15005550009", "From": "client:%s", "Url": "http://localhost/v"},
        "from",
        {"Status": "completed"},
        "",
    ),
)


class Worker(threading.Thread):
    """One account's user: knows what must be there, and what may be."""

    def __init__(self, soak: Soak, number: int) -> None:
        super().__init__(name=f"soak-{number}")
        self.soak, self.number = soak, number
        self.random = random.Random(number)
        self.failure: BaseException | None = None
        self.there: dict[str, dict[str, set[str]]] = {kind.name: {} for kind in KINDS}
        """What records of a kind may say, by Sid."""
        self.unsure: set[str] = set()
        """Records that may be deleted."""
        self.lost: Counter[str] = Counter()
        """How many records of a kind may have been made without being answered."""
        self.texts = 0
        self.user = (soak.program.account, soak.program.token)
        made = self.ask("POST", f"{API}.json", {"FriendlyName": f"Worker {number}"})
        self.user = (made["sid"], made["auth_token"])
        self.own = f"+1212555{number:04}"
        self.persons = self.settled = 0
        self.incoming: deque[tuple[str, str, str]] = deque()
        """What has come in and is not settled: the object, the record, and who it is from."""
        application = soak.application.url
        number_of = {
            "PhoneNumber": self.own,
            "SmsUrl": f"{application}/sms",
            "VoiceUrl": f"{application}/voice",
        }
        self.ask("POST", f"{API}/{self.user[0]}/IncomingPhoneNumbers.json", number_of)

    def run(self) -> None:
        try:
            for step in range(self.soak.steps):
                if step == self.soak.steps // 4:  # warm by now: memory is measured from here on
                    self.soak.warm.wait()
                    self.soak.warm.wait()
                self.step()
                if (step + 1) * self.soak.inbound // self.soak.steps > self.persons:
                    self.receive()
            while self.incoming:
                self.settle()
        except BaseException as failure:  # told to whoever started the soak, which fails with it
            self.failure = failure
            self.soak.warm.abort()

    def ask(
        self,
        method: str,
        path: str,
        form: dict[str, str] | None = None,
        profile: etree.XMLSchema | None = None,
        statuses: tuple[int, ...] = (200, 201, 204),
    ) -> Any:
        """A request; its answer decoded, or None when a fault came instead."""
        pair = base64.b64encode(":".join(self.user).encode()).decode()
        headers = {"Authorization": f"Basic {pair}"}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form).encode()
        request = Request(method, f"{self.soak.program.url}{path}", headers, body)
        try:
            reply = self.soak.transport(request)
            content = reply.read()
        except TransportError:
            self.soak.outcomes["no answer"] += 1
            return None
        self.soak.outcomes[str(reply.status)] += 1
        assert reply.headers["Twilio-Request-Id"]
        if reply.status == 204:
            assert content == b"", content
            return {}
        xml = not path.partition("?")[0].endswith(".json")
        kind = "application/xml" if xml else "application/json"
        assert reply.headers["Content-Type"].startswith(kind), reply.headers
        decoded: Any = etree.fromstring(content) if xml else json.loads(content)
        if reply.status in statuses:
            assert profile is None or profile.validate(decoded), profile.error_log
            return decoded
        # what a fault answered instead: an error document whose status is its own
        said = decoded.findtext("RestException/Status") if xml else decoded["status"]
        assert reply.status in (429, 500, 503), (method, path, reply.status, content)
        assert str(reply.status) == str(said)
        return None

    def receive(self) -> None:
        """Let a message or a call come in for the account's number."""
        self.persons += 1
        person = f"+1{310 + self.number}{2_000_000 + self.persons}"
        kind = "Message" if self.persons % 2 else "Call"
        how = {"to": self.own, "from": person}
        made = self.soak.program.control(f"receive-{kind.lower()}", how)
        self.incoming.append((kind, made["sid"], person))
        if len(self.incoming) > KEPT:
            self.settle()

    def settle(self) -> None:
        """See that the oldest of what came in was answered, and take it away."""
        kind, sid, person = self.incoming.popleft()
        base = f"{API}/{self.user[0]}/{kind}s.json"
        control = self.soak.program.control
        if kind == "Call":
            self.wait("/voice", sid)
            self.until(lambda: control("press", {"call": sid, "keys": "1"})["heard"])
            self.wait("/menu", sid)
        else:
            self.wait("/sms", sid)

        def done() -> list[str]:
            """What belongs to it once all has been carried out."""
            page = self.ask(
                "GET", f"{base}?{urlencode({'From' if kind == 'Call' else 'To': person})}"
            )
            rows: list[dict[str, str]] = [] if page is None else page[f"{kind.lower()}s"]
            if kind == "Call":
                return [row["sid"] for row in rows if row["status"] == "completed"]
            return [row["sid"] for row in rows if row["body"] == f"About {sid}"]

        (found,) = self.until(done)
        self.settled += 1
        for one in {sid, found}:
            control(f"records/{kind}/{one}", method="DELETE")

    def wait(self, path: str, sid: str) -> None:
        """Wait until the application was asked about a record: once, and no more."""
        self.until(lambda: self.soak.application.times(path, sid))
        assert self.soak.application.times(path, sid) == 1, (path, sid)

    def until(self, happens: Callable[[], Any]) -> Any:
        """Wait for something; what it gives."""
        end = time.monotonic() + 60
        while not (found := happens()):
            assert time.monotonic() < end, "what came in was lost"
            time.sleep(0.005)
        return found

    def step(self) -> None:
        """One action, chosen by chance."""
        kind = self.random.choice(KINDS)
        known = self.there[kind.name]
        base = f"{API}/{self.user[0]}/{kind.path}"
        what = self.random.random()
        if len(known) > KEPT or (known and what < 0.2):
            self._remove(kind, base, self.random.choice(list(known)))
        elif not known or what < 0.45:
            self._make(kind, base)
        elif what < 0.6:
            self._change(kind, base, self.random.choice(list(known)))
        elif what < 0.8:
            self._read(kind, base, self.random.choice(list(known)))
        elif what < 0.92:
            self._list(kind, base)
        else:
            self._pry(kind, base)

    def _remove(self, kind: Kind, base: str, sid: str) -> None:
        if kind.name == "Call":  # which has to end first; that it has not is no fault of anyone's
            self._change(kind, base, sid)
        answered = self.ask("DELETE", f"{base}/{sid}.json", statuses=(204, 409))
        if answered:
            assert (kind.name, 20009) == ("Call", answered["code"])
            return
        del self.there[kind.name][sid]
        if answered is None:
            self.unsure.add(sid)

    def _make(self, kind: Kind, base: str) -> None:
        text = self._text()
        form = {name: value.replace("%s", text) for name, value in kind.make.items()}
        if self.random.random() < 0.5:
            made = self.ask("POST", f"{base}.json", form)
            sid = made and made["sid"]
        else:
            made = self.ask("POST", f"{base}.xml", form, kind.profiles["Create"])
            sid = None if made is None else made[0].findtext("Sid")
        if sid is None:
            self.lost[kind.name] += 1
        else:
            shown = kind.make[_pascal(kind.field)].replace("%s", text)
            self.there[kind.name][sid] = {shown}

    def _change(self, kind: Kind, base: str, sid: str) -> None:
        text = self._text()
        form = {name: value.replace("%s", text) for name, value in kind.change.items()}
        statuses = (200, 400) if kind.name == "Call" else (200,)  # it may have ended by itself
        made = self.ask("POST", f"{base}/{sid}.xml", form, None, statuses)
        if kind.name == "Call":
            return
        shown = kind.shown.replace("%s", text)
        if made is None:
            self.there[kind.name][sid].add(shown)
        else:
            self.there[kind.name][sid] = {shown}
            assert shown == (made[0].findtext(_pascal(kind.field)) or "")

    def _read(self, kind: Kind, base: str, sid: str) -> None:
        if self.random.random() < 0.5:
            found = self.ask("GET", f"{base}/{sid}.json")
            if found is not None:
                assert (sid, self.user[0]) == (found["sid"], found["account_sid"])
                assert found[kind.field] in self.there[kind.name][sid]
        else:
            found = self.ask("GET", f"{base}/{sid}", None, kind.profiles["Get"])
            if found is not None:
                said = found[0].findtext(_pascal(kind.field)) or ""
                assert said in self.there[kind.name][sid]

    def _list(self, kind: Kind, base: str) -> None:
        page = self.ask("GET", f"{base}.json?PageSize=20")
        if page is not None:
            records = page[kind.json_list]
            assert {self.user[0]} >= {row["account_sid"] for row in records}
        page = self.ask("GET", f"{base}.xml?PageSize=3")
        if page is not None:
            assert {self.user[0]} >= {row.findtext("AccountSid") for row in page[0]}

    def _pry(self, kind: Kind, base: str) -> None:
        """What is another account's is not there, neither from here nor from above."""
        other = self.random.choice(self.soak.workers)
        sids = list(other.there[kind.name])
        if other is self or not sids:
            return
        sid = sids[-1]
        self.ask("GET", f"{base}/{sid}.json", None, None, (404,))
        path = f"{API}/{other.user[0]}/{kind.path}/{sid}.json"
        self.ask("GET", path, None, None, (404,))

    def _text(self) -> str:
        self.texts += 1
        return f"worker{self.number}text{self.texts}"

    def check(self) -> None:
        """Nothing is lost, nothing is there that is not this account's own; faults are off."""
        for kind in KINDS:
            seen: dict[str, str] = {}
            path: str | None = f"{API}/{self.user[0]}/{kind.path}.json?PageSize=5"
            while path:
                page = self.ask("GET", path)
                for row in page[kind.json_list]:
                    assert row["account_sid"] == self.user[0]
                    assert row["sid"] not in seen
                    seen[row["sid"]] = row[kind.field]
                path = page["next_page_uri"]
            known = self.there[kind.name]
            assert set(known) <= set(seen), "records were lost"
            for sid, allowed in known.items():
                assert seen[sid] in allowed, (sid, seen[sid], allowed)
            others = set(seen) - set(known) - self.unsure
            assert len(others) <= self.lost[kind.name], "there are records that nobody made"


class Soak:
    """The whole: figures are attributes once it ran.

    Args:
        program: The emulator.
        requests: About how many requests.
        threads: By how many threads, each an account.
        inbound: How many messages and calls come in besides.

    Attributes:
        outcomes: How often each status was answered.
        seconds: How long it took.
        memory: The program's memory when it was warm and at the end, in kilobytes.
    """

    def __init__(self, program: Program, requests: int, threads: int, inbound: int) -> None:
        self.program = program
        self.application = Application()
        self.inbound = inbound // threads
        self.steps = -(-requests // threads)
        self.outcomes: Counter[str] = Counter()
        self.seconds = 0.0
        self.memory = (0, 0)
        self.warm = threading.Barrier(threads + 1)
        self.transport = RequestsTransport(pool_size=threads)
        self.workers: list[Worker] = []
        for number in range(threads):
            self.workers.append(Worker(self, number))

    @property
    def settled(self) -> int:
        """How many messages and calls that came in were answered and carried out."""
        return sum(worker.settled for worker in self.workers)

    def run(self) -> None:
        """Run it.

        Raises:
            AssertionError: Something was not as it must be.
        """
        for fault in FAULTS:
            self.program.control("faults", fault)
        started = time.perf_counter()
        for worker in self.workers:
            worker.start()
        warm = 0
        try:
            self.warm.wait()
            warm = self.program.memory
            self.warm.wait()
        except threading.BrokenBarrierError:
            pass  # a worker failed, which is said below
        for worker in self.workers:
            worker.join()
        self.seconds = time.perf_counter() - started
        self.memory = (warm, self.program.memory)
        failures = [worker.failure for worker in self.workers if worker.failure is not None]
        self.program.control("faults", method="DELETE")
        real = [one for one in failures if not isinstance(one, threading.BrokenBarrierError)]
        if real:
            raise real[0]
        for worker in self.workers:
            worker.check()
        self.transport.close()
        self.application.stop()


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def main() -> int:
    """Runs it and prints the figures.

    Returns:
        The exit code: 1 if something was wrong.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--inbound", type=int, default=2_000)
    parser.add_argument("--threads", type=int, default=8)
    options = parser.parse_args()
    program = Program()
    try:
        soak = Soak(program, options.requests, options.threads, options.inbound)
        soak.run()
    finally:
        out, err, code = program.stop()
    sent = sum(soak.outcomes.values())
    warm, end = soak.memory
    print(f"{sent:,} requests by {options.threads} threads in {soak.seconds:.1f} s: "
          f"{sent / soak.seconds:.0f} requests/s")  # fmt: skip
    print(f"{soak.settled:,} messages and calls came in, were answered and carried out")
    print("answers:", ", ".join(f"{status} {n:,}" for status, n in sorted(soak.outcomes.items())))
    print(f"memory: {warm / 1024:.1f} MB when warm, {end / 1024:.1f} MB at the end "
          f"({(end - warm) / 1024:+.1f})")  # fmt: skip
    print("nothing lost, nothing leaked, every answer well formed")
    return 1 if out or err or code or end - warm > 8192 else 0


if __name__ == "__main__":
    raise SystemExit(main())
