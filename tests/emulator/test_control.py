"""Control: seeds, snapshots, time, reset; as Python methods, over HTTP, from the command line."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from emulator_client import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.api.messages import Request as Received
from twilio_ops_emulator.api.messages import Response as Answered
from twilio_ops_emulator.api.server import Server
from twilio_ops_emulator.model import Catalog, ObjectModel
from twilio_ops_runtime.http.messages import Request, Response

CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "http://localhost/"}
MESSAGE = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}


# -- state ----------------------------------------------------------------------------------------


def test_reset_forgets_everything_but_the_credentials(client: Client) -> None:
    """And with a seed everything begins the same again."""
    emulator = client.emulator
    emulator.fault("latency", seconds=1)
    first = client.made("Calls.json", CALL)["sid"]
    emulator.advance(1000)
    emulator.reset()
    assert [] == client.listed("Calls.json", "calls")
    assert (0, 1) == (len(emulator.faults), emulator.request_log.count)
    emulator.reset()
    again = client.made("Calls.json", CALL)
    assert first == again["sid"]
    assert "Sun, 01 Nov 2026 10:00:00 +0000" == again["date_created"]


STEPS = st.lists(
    st.sampled_from(
        ["call", "message", "queue", "conference", "advance", "number", "account", "end", "delete"]
    ),
    max_size=8,
)
LISTS = [
    model
    for model in Catalog(facts.catalog()).objects.values()
    if model.scope in ((), ("AccountSid",)) and "Query" in model.actions
]


def take(client: Client, steps: list[str]) -> None:
    """Do something."""
    for number, step in enumerate(steps):
        if step == "call":
            client.made("Calls.json", {**CALL, "Record": "true"})
        elif step == "message":
            client.made("Messages.json", {**MESSAGE, "MediaUrl": "http://localhost/a.png"})
        elif step == "queue":
            client.post("Queues.json", FriendlyName=f"{number % 3}")
        elif step == "conference":
            client.made("Conferences/Room/Participants.json", To=CALL["To"], From=CALL["From"])
        elif step == "number":
            client.made("IncomingPhoneNumbers.json", AreaCode="415")
        elif step == "account":
            client.made("/2010-04-01/Accounts.json")
        elif step == "end":
            for call in client.get("Calls.json", Status="in-progress").json["calls"]:
                client.made(f"Calls/{call['sid']}.json", Status="completed")
        elif step == "delete":
            for message in client.get("Messages.json", PageSize="1").json["messages"]:
                client.delete(f"Messages/{message['sid']}.json")
        else:
            client.emulator.advance(3)


def picture(client: Client) -> list[Any]:
    """What every list of the account answers, in both formats."""
    paths = [model.path.replace("{AccountSid}", client.account) for model in LISTS]
    return [client.get(path + suffix).body for path in paths for suffix in (".json", ".xml")]


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(STEPS, STEPS, STEPS)
def test_a_snapshot_restores_to_the_same_answers(
    before: list[str], between: list[str], after: list[str]
) -> None:
    """Whatever happened since; and what happens then is what would have happened."""
    client = Client(Emulator(clock=Clock("2026-11-01", frozen=True), seed=9))
    take(client, before)
    snapshot = client.emulator.snapshot()
    seen = picture(client)
    take(client, after)
    then = picture(client)
    client.emulator.restore(snapshot)
    take(client, between)
    client.emulator.restore(snapshot)
    assert seen == picture(client)
    take(client, after)
    assert then == picture(client)


def test_a_seed_from_a_file(client: Client, tmp_path: Path) -> None:
    """Accounts, records, what is below them, scripts and faults, with names for each other."""
    seed = tmp_path / "seed.yaml"
    seed.write_text(
        """
accounts:
  - {friendly_name: Branch, as: branch}
records:
  - object: Message
    account: branch
    as: hello
    values: {to: '+15005550009', from: '+15005550006', body: Hi, status: received,
             direction: inbound, date_created: 2026-10-01T12:00:00Z, date_sent: '2026-10-01'}
  - {object: Media, account: branch, under: [hello], values: {content_type: image/png}}
scripts:
  - {object: Call, outcome: busy, match: {to: '+15005550001'}}
faults:
  - {kind: status, status: 503, object: Queue}
""",
        encoding="utf-8",
    )
    client.emulator.seed(seed)
    (account,) = [
        row
        for row in client.listed("/2010-04-01/Accounts.json", "accounts")
        if row["friendly_name"] == "Branch"
    ]
    branch = Client(client.emulator, account["sid"])
    (message,) = branch.listed("Messages.json", "messages")
    assert ("Hi", "inbound", "Thu, 01 Oct 2026 12:00:00 +0000") == (
        message["body"],
        message["direction"],
        message["date_created"],
    )
    media = branch.listed(f"Messages/{message['sid']}/Media.json", "media_list")
    assert ["image/png"] == [item["content_type"] for item in media]
    assert 503 == client.get("Queues.json").status


@pytest.mark.parametrize(
    "content",
    [
        {"people": []},
        {"records": [{"object": "Dream"}]},
        {"records": [{"object": "Call", "values": {"colour": "red"}}]},
        {"records": [{"object": "Call", "colour": "red"}]},
        {"records": [{"object": "Media"}]},
        {"records": [{"object": "Call", "values": {"start_time": "soon"}}]},
        {"records": [{"object": "Call", "values": {"sid": "CA1"}}] * 2},
        {"scripts": [{"object": "Call", "outcome": "eaten"}]},
        {"scripts": [{"object": "Queue", "outcome": "busy"}]},
        {"faults": [{"kind": "eaten"}]},
    ],
)
def test_seeds_that_are_none(client: Client, content: dict[str, Any]) -> None:
    """They are refused with what is wrong."""
    with pytest.raises(EmulatorError):
        client.emulator.seed(content)


@pytest.mark.parametrize("text", ["- a", "{", None])
def test_files_that_are_no_seeds(client: Client, tmp_path: Path, text: str | None) -> None:
    """Not YAML, not a mapping, not there."""
    file = tmp_path / "seed.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(EmulatorError):
        client.emulator.seed(file)


def test_the_journal_holds_no_secret(client: Client) -> None:
    """Requests as they came, passwords masked, credentials left out."""
    client.post(
        "Calls.json", {**CALL, "SipAuthPassword": "Very secret", "CallToken": "Very secret"}
    )
    client.get(f"Calls/CA{1:032x}.json")
    made, missing = client.emulator.request_log.entries()
    assert ("POST", "Call.Create", 201, "answer") == (
        made.method,
        made.action,
        made.status,
        made.fate,
    )
    assert ("SipAuthPassword", "***") in made.parameters
    assert ("CallToken", "***") in made.parameters
    assert 404 == missing.status
    for entry in client.emulator.request_log.entries():
        assert "Very secret" not in str(entry.describe())
        assert client.secret not in str(entry.describe())


def test_the_journal_keeps_the_beginning_of_long_requests() -> None:
    """A thousand of the longest would otherwise fill the memory."""
    emulator = Emulator(clock=Clock(100, frozen=True), seed=1)
    body = b"Body=" + b"x" * (1 << 20)
    emulator.request_log.note(
        Received("POST", "/x.json", "", {}, body), Answered(201, {}, body), None, None, 1.0
    )
    (entry,) = emulator.request_log.entries()
    ((name, value),) = entry.parameters
    assert ("Body", 1 << 20) == (name, entry.length - len("Body="))
    assert 1 << 13 < len(value) < 1 << 15 and 1 << 13 < len(entry.answer) < 1 << 15


SECRETS = [
    (product, model.key, action.key)
    for product in ("", *Emulator().products)
    for model in Emulator().product(product).catalog.objects.values()
    for action in model.actions.values()
    if action.name == "Create"
    and (
        any(one.format == "password" for one in action.parameters.values())
        or any(one.format == "password" for one in model.fields.values())
    )
]


@pytest.mark.parametrize("product, key, action", SECRETS)
def test_no_secret_of_any_catalog_is_shown(product: str, key: str, action: str) -> None:
    """Neither what is sent as one nor what is answered as one, at whatever depth."""
    emulator = Emulator(clock=Clock(100, frozen=True), seed=1)
    model = emulator.product(product).catalog.find(key)
    sent = {
        one.name: "Very-secret-1"
        for one in model.actions["Create"].parameters.values()
        if one.format == "password"
    }
    hidden = [one.name for one in model.fields.values() if one.format == "password"]
    answer = {name: "Very-secret-2" for name in hidden}
    path = model.actions["Create"].path
    body = urllib.parse.urlencode(sent).encode()
    log = emulator.request_log
    for suffix, content in ((".json", json.dumps({"a": [answer]})), (".xml", _xml(model, hidden))):
        request = Received("POST", path + suffix, "", {}, body)
        log.note(request, Answered(201, {}, content.encode()), action, None, 1.0)
    assert 2 == len(log.entries())
    for entry in log.entries():
        assert "Very-secret" not in str(entry.describe())
        assert set(sent) == {name for name, value in entry.parameters if value == "***"}


def _xml(model: ObjectModel, names: list[str]) -> str:
    return "".join(
        f"<{model.fields[name].xml}>Very-secret-2</{model.fields[name].xml}>" for name in names
    )


def test_a_secret_within_a_list_is_not_shown(client: Client) -> None:
    """Each server's credential of a token is the token's password again."""
    secret = client.made("Tokens.json")["password"]
    client.post("Tokens.xml")
    for entry in client.emulator.request_log.entries():
        assert secret not in entry.answer
        assert (
            '"credential":"***"' in entry.answer or "<Credential>***</Credential>" in entry.answer
        )


def test_a_clock_moves_forward_only() -> None:
    """And runs unless it is frozen."""
    clock = Clock(100, frozen=True)
    assert 100 == clock.now() == clock.now()
    clock.advance(5)
    assert 105 == clock.now()
    with pytest.raises(ValueError, match="forward"):
        clock.advance(-1)
    running = Clock("2026-11-01T00:00:00Z")
    first = running.now()
    time.sleep(0.01)
    assert first < running.now()


def test_a_running_clock_lets_things_happen_by_themselves() -> None:
    """Without being asked: a thread sees to what is due, and tells of it."""
    told: list[bytes] = []
    delivered = threading.Event()

    def receive(request: Request) -> Response:
        told.append(request.body or b"")
        if b"MessageStatus=delivered" in told[-1]:
            delivered.set()
        return Response(204)

    with Emulator(send=receive) as emulator:
        client = Client(emulator)
        client.made("Messages.json", {**MESSAGE, "StatusCallback": "http://localhost/"})
        emulator.clock.advance(60)  # only the clock: what is due by then is the thread's to find
        assert delivered.wait(60)
    assert 3 == len(told)


def test_a_connection_of_the_runtime(emulator: Emulator) -> None:
    """Made by the emulator, for any of its accounts."""
    assert emulator.connection().test()
    with pytest.raises(EmulatorError):
        emulator.connection(f"AC{1:032x}")


# -- over HTTP ------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[Server]:
    """An emulator with a socket and a clock that stands still."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=2)
    with emulator, Server(emulator) as server:
        yield server


def control(url: str, path: str, method: str = "GET", value: Any = None, **headers: str) -> Any:
    """Ask for control."""
    body = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(
        f"{url}/_emulator/{path}", data=body, method=method, headers=headers
    )
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read())


def test_control_over_http(server: Server) -> None:
    """Everything that the methods do."""
    url = server.url
    state = control(url, "state")
    assert (True, 0) == (state["frozen"], state["requests"])
    control(url, "seed", "POST", {"records": [{"object": "Message", "values": {"body": "One"}}]})
    number = control(url, "snapshot", "POST")["snapshot"]
    control(url, "reset", "POST")
    assert [] == control(url, "records/Message")
    control(url, "restore", "POST", {"snapshot": number})
    assert ["One"] == [row["body"] for row in control(url, "records/Message")]
    control(url, "advance", "POST", {"seconds": 60})
    assert 60 == control(url, "state")["time"] - state["time"]
    control(url, "faults", "POST", {"kind": "latency", "seconds": 1})
    assert ["latency"] == [rule["kind"] for rule in control(url, "faults")]
    control(url, "faults", "DELETE")
    assert [] == control(url, "faults")
    control(url, "script", "POST", {"object": "Call", "outcome": "busy"})
    assert [] == control(url, "requests") == control(url, "callbacks")
    client = Client(server._emulator)
    made = client.made("Messages.json", {**MESSAGE, "StatusCallback": "https://example.com/"})
    control(url, "advance", "POST", {"seconds": 60})
    assert ["POST"] == [request["method"] for request in control(url, "requests")]
    told = control(url, "callbacks")
    assert {("Message", made["sid"])} == {tuple(one["about"]) for one in told}
    assert told[::-1] == control(url, "list/callbacks")["records"]
    assert 150 < len(control(url, "coverage"))


@pytest.mark.parametrize(
    ("path", "method", "value", "status"),
    [
        ("nothing", "GET", None, 404),
        ("records/Dream", "GET", None, 400),
        ("seed", "POST", {"people": 1}, 400),
        ("advance", "POST", {"seconds": -1}, 400),
        ("advance", "POST", {"seconds": 1e300}, 400),
        ("advance", "POST", {"seconds": "1"}, 400),
        ("advance", "POST", [1], 400),
        ("restore", "POST", {"snapshot": 9}, 400),
        ("faults", "POST", {"kind": "eaten"}, 400),
        ("script", "POST", {"object": "Call"}, 400),
    ],
)
def test_control_that_cannot_be(
    server: Server, path: str, method: str, value: Any, status: int
) -> None:
    """It says why."""
    with pytest.raises(urllib.error.HTTPError) as wrong:
        control(server.url, path, method, value)
    with wrong.value as answer:
        assert status == answer.code
        assert json.loads(answer.read())["message"]


def test_pages_of_other_sites_control_nothing(server: Server) -> None:
    """A browser says where a page comes from."""
    before = control(server.url, "state")["time"]
    for origin in ("https://example.com", "null", "http://[", server.url + ".example.com"):
        for path in ("reset", "advance"):
            with pytest.raises(urllib.error.HTTPError) as wrong:
                control(server.url, path, "POST", {"seconds": 5}, Origin=origin)
            with wrong.value as answer:
                assert 403 == answer.code
    assert before == control(server.url, "state")["time"]
    control(server.url, "reset", "POST", Origin=server.url)


def test_the_page_makes_no_text_to_markup(server: Server) -> None:
    """What people wrote is shown as text: nothing in the page's files turns it into elements."""
    folder = resources.files("twilio_ops_emulator.control.page")
    scripts = [file for file in folder.iterdir() if file.name.endswith(".js")]
    assert scripts
    for file in scripts:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert not re.search(r"https?://(?!localhost)|@import", text), file


def test_listeners_are_told_of_changes(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once when they begin to listen, and again when something has changed; not in between."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.LOOK", 0.02)
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as line:
        line.settimeout(5)
        line.sendall(b"GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        heard = b""
        while heard.count(b"event: change") < 1:
            heard += line.recv(4096)
        assert b"text/event-stream" in heard
        line.settimeout(0.1)  # in which it looks several times
        with pytest.raises(TimeoutError):
            line.recv(4096)
        line.settimeout(5)
        Client(server._emulator).made("Queues.json", FriendlyName="q")
        while heard.count(b"event: change") < 2:
            heard += line.recv(4096)


class _Hook(BaseHTTPRequestHandler):
    told: list[str]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append((body, self.headers["X-Twilio-Signature"]))  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def test_callbacks_go_out_over_http(server: Server) -> None:
    """And have gone out when time was moved."""
    hook = HTTPServer(("127.0.0.1", 0), _Hook)
    hook.told = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=hook.serve_forever, args=(0.01,))
    thread.start()
    try:
        url = f"http://127.0.0.1:{hook.server_port}/"
        client = Client(server._emulator)
        client.made("Messages.json", {**MESSAGE, "StatusCallback": url})
        control(server.url, "advance", "POST", {"seconds": 60})
        told = hook.told  # type: ignore[attr-defined]
        assert 3 == len(told)
        assert all(signed for _, signed in told)
    finally:
        hook.shutdown()
        thread.join()
        hook.server_close()


def _raw(server: Server, request: bytes) -> bytes:
    port = int(server.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request)
        received = b""
        try:
            while part := connection.recv(65536):
                received += part
        except ConnectionResetError:
            pass
        return received


def test_connections_close_as_faults_say(server: Server) -> None:
    """Without an answer, before or after the work; or within it."""
    emulator = server._emulator
    path = f"/2010-04-01/Accounts/{emulator.account_sid}.json"
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    assert _raw(server, request).startswith(b"HTTP/1.1 401")
    emulator.fault("drop", when="before", times=1)
    assert b"" == _raw(server, request)
    emulator.fault("drop", when="after", times=1)
    assert b"" == _raw(server, request)
    emulator.fault("cut", bytes=7, times=1)
    head, _, body = _raw(server, request).partition(b"\r\n\r\n")
    assert 7 == len(body)
    assert int(re.search(rb"Content-Length: (\d+)", head)[1]) > 7  # type: ignore[index]
    assert ["drop", "drop", "cut"] == [entry.fate for entry in emulator.request_log.entries()[-3:]]
    unread = b"POST /2010-04-01/Accounts.json HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n"
    emulator.fault("drop", when="before", times=1)
    assert b"" == _raw(server, unread)
    assert {} == emulator.under_way


def test_a_mistake_of_the_emulator_is_seen(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In process it is raised; over HTTP it is logged and answered with 500 in the format asked."""
    emulator = server._emulator

    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(emulator.state.behaviour("Queue"), "query", fail)
    client = Client(emulator)
    with pytest.raises(ZeroDivisionError):
        client.get("Queues.json")
    url = f"{server.url}/2010-04-01/Accounts/{client.account}/Queues.json"
    pair = base64.b64encode(f"{client.user}:{client.secret}".encode()).decode()
    request = urllib.request.Request(url, headers={"Authorization": f"Basic {pair}"})
    with pytest.raises(urllib.error.HTTPError) as wrong:
        urllib.request.urlopen(request)
    with wrong.value as answer:
        assert (500, 20500) == (answer.code, json.loads(answer.read())["code"])
    assert "ZeroDivisionError" in caplog.text
    assert {} == emulator.under_way


def test_a_port_that_is_taken(server: Server) -> None:
    """It is said, and nothing hangs."""
    port = int(server.url.rpartition(":")[2])
    with Emulator() as emulator, pytest.raises(EmulatorError, match="cannot listen"):
        Server(emulator, port=port).start()


# -- the program ----------------------------------------------------------------------------------


def _run(*arguments: str) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    places = [str(root / name) for name in ("generated", "runtime", "emulator")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "twilio_ops_emulator", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_starts_and_stops(tmp_path: Path, number: signal.Signals) -> None:
    """It prints where it is and its credentials, and stops cleanly when told to."""
    seed = tmp_path / "seed.yaml"
    seed.write_text("records: [{object: Message, values: {body: Seeded}}]", encoding="utf-8")
    with _run("--seed", str(seed), "--chance", "1", "--frozen", "--time", "2026-11-01") as program:
        assert program.stdout is not None
        printed = dict(
            line.rsplit(maxsplit=1) for line in iter(program.stdout.readline, "Ctrl-C stops it.\n")
        )
        url = printed["URL"]
        assert ["Seeded"] == [row["body"] for row in control(url, "records/Message")]
        assert printed["account"].startswith("AC")
        program.send_signal(number)
        assert (0, ("", "")) == (program.wait(10), program.communicate())


def test_the_program_says_what_is_emulated() -> None:
    """As a table, an object a row."""
    with _run("--coverage") as program:
        out, err = program.communicate()
    assert (0, "") == (program.returncode, err)
    assert "| Call | x | x | x | x | x |" in out


def test_the_program_stops_while_callbacks_are_under_way() -> None:
    """Promptly, though their receiver keeps them waiting, and a request waits for them, too."""
    with _run("--frozen") as program, socket.create_server(("127.0.0.1", 0)) as receiver:
        assert program.stdout is not None
        printed = dict(
            line.rsplit(maxsplit=1) for line in iter(program.stdout.readline, "Ctrl-C stops it.\n")
        )
        url, account, token = printed["URL"], printed["account"], printed["token"]
        hook = f"http://127.0.0.1:{receiver.getsockname()[1]}/"
        form = urllib.parse.urlencode({**MESSAGE, "StatusCallback": hook}).encode()
        pair = base64.b64encode(f"{account}:{token}".encode()).decode()
        address = f"{url}/2010-04-01/Accounts/{account}/Messages.json"
        request = urllib.request.Request(address, form, {"Authorization": f"Basic {pair}"})
        for _ in range(3):
            urllib.request.urlopen(request).close()

        def advance() -> None:
            with contextlib.suppress(OSError):
                control(url, "advance", "POST", {"seconds": 60})

        thread = threading.Thread(target=advance)
        thread.start()
        connection, _ = receiver.accept()
        with connection:
            assert connection.recv(4) == b"POST"  # and is not answered
            program.send_signal(signal.SIGINT)
            assert (0, ("", "")) == (program.wait(10), program.communicate())
        thread.join()


def test_requests_in_process_need_no_slot_afterwards(emulator: Emulator) -> None:
    """Nothing is left counted as under way."""
    for path in ("/2010-04-01/Accounts.json", "/", "/nothing"):
        emulator.handle(Request("GET", f"https://api.twilio.com{path}"))
    assert {} == emulator.under_way
