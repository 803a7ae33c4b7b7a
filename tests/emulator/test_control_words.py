"""What is said to whoever asks the emulator for what cannot be, word for word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError, Fault, catalog_data
from twilio_ops_emulator.api.messages import Request

OWN, PERSON = "+15005550100", "+15005550199"
MESSAGE = {"To": PERSON, "From": OWN, "Body": "Hello"}
NO_CALL, NO_MESSAGE = f"CA{1:032x}", f"SM{1:032x}"
PRODUCTS = "conversations-v1, lookups-v2, messaging-v1, verify-v2"
STATUSES = "queued, initiated, ringing, in-progress"


@pytest.fixture
def office() -> Emulator:
    """An emulator whose account has a number."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=7)
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": {"phone_number": OWN}}]})
    return emulator


Ask = Callable[[Emulator], object]
REFUSED: list[tuple[Ask, str]] = [
    (lambda e: e.token_of("AC1"), "there is no account AC1"),
    (lambda e: e.connection("AC1"), "there is no account AC1"),
    (lambda e: e.client("AC1"), "there is no account AC1"),
    (lambda e: e.call(NO_CALL), f"there is no call {NO_CALL}"),
    (lambda e: e.transcribe("RE1"), "there is no recording RE1"),
    (lambda e: e.records("Dream"), "the catalog has no object Dream"),
    (lambda e: e.records("x/Dream"), f"there is no product x; there are: {PRODUCTS}"),
    (lambda e: e.records("verify-v2/Dream"), "the catalog has no object Dream"),
    (lambda e: e.restore(5), "restore takes what snapshot() has given"),  # type: ignore[arg-type]
    (lambda e: e.advance(-1), "seconds: expected a number >= 0"),
    (lambda e: e.advance("x"), "seconds: expected a number, got a text"),  # type: ignore[arg-type]
    (lambda e: e.advance(3_200_000_001), "seconds: expected a number <= 3200000000.0"),
    (lambda e: e.receive_message("me", OWN), "from_: 'me' is neither a number nor an address such as sip:\u2026"),
    (lambda e: e.receive_call("me", OWN), "from_: 'me' is neither a number nor an address such as sip:\u2026"),
    (lambda e: e.receive_message(PERSON, PERSON), f"to: no account has the number '{PERSON}'; buy it or seed it"),
    (lambda e: e.receive_call(PERSON, "you"), "to: no account has the number 'you'; buy it or seed it"),
    (lambda e: e.set_status(NO_CALL, "busy"), f"sid: there is no message and no call {NO_CALL}"),
    (lambda e: e.set_status("x", "busy"), "'x' has no Sid"),
    (lambda e: e.wait_for(NO_MESSAGE), f"there is no message and no call {NO_MESSAGE}"),
    (lambda e: e.wait_for({"sid": None}), "{'sid': None} has no Sid"),
    (lambda e: e.script("Dream", "busy"), "script.object: the catalog has no object Dream"),
    (lambda e: e.script("Queue", "busy"), "script.outcome: Queue has no outcome busy; there are: none"),
    (lambda e: e.script("Call", "eaten"), "script.outcome: Call has no outcome eaten; there are: answered, open, busy, no-answer, failed"),
    (lambda e: e.script("Call", "busy", odd=1), "script.odd: Call has no such setting; there are: talk, ring, answered_by, keys"),
    (lambda e: e.script("Call", "busy", talk="x"), "script.talk: expected a number, got a text"),
    (lambda e: e.script("Call", "busy", talk=-1), "script.talk: expected a number >= 0"),
    (lambda e: e.script("Call", "busy", keys=1), "script.keys: expected a text, got a whole number"),
    (lambda e: e.script("Message", "failed", error_code=0), "script.error_code: expected a whole number >= 1"),
    (lambda e: e.script("Call", "busy", times=0), "script.times: expected a whole number >= 1"),
    (lambda e: e.script("Call", "busy", match={"odd": 1}), "script.match.odd: there is no such field; there are: "),
    (lambda e: e.fault("drop", object="x/y"), f"fault.object: there is no product x; there are: {PRODUCTS}"),
    (lambda e: e.fault("drop", object="verify-v2/No"), "fault.object: the catalog has no object No"),
    (lambda e: e.fault("drop", object="Token", action="Get"), "fault.action: there is no Get of Token; there are: Create"),
    (lambda e: e.fault("drop", action="Fly"), "fault.action: there is no Fly of any object; there are: "),
    (lambda e: e.fault("drop", account="main"), "fault.account: expected the Sid of an account, AC\u2026"),
    (lambda e: e.fault("drop", account=f"CA{1:032x}"), "fault.account: expected the Sid of an account, AC\u2026"),
    (lambda e: e.fault("explode"), "fault.kind: expected a text matching regex '^(status|drop|cut|truncate|latency|lag)$'"),
    (lambda e: e.fault("drop", when="now"), "fault.when: expected a text matching regex '^(before|after)$'"),
    (lambda e: e.fault("status", status=199), "fault.status: expected a whole number >= 200"),
    (lambda e: e.fault("status", status=600), "fault.status: expected a whole number <= 599"),
    (lambda e: e.fault("status", probability=1.1), "fault.probability: expected a number <= 1.0"),
    (lambda e: e.fault("status", probability=-1), "fault.probability: expected a number >= 0.0"),
    (lambda e: e.fault("status", code=0), "fault.code: expected a whole number >= 1"),
    (lambda e: e.fault("status", code=(1 << 62) + 1), "fault.code: expected a whole number <= 4611686018427387904"),
    (lambda e: e.fault("cut", bytes=(1 << 62) + 1), "fault.bytes: expected a whole number <= 4611686018427387904"),
    (lambda e: e.fault("latency", seconds=3_200_000_001), "fault.seconds: expected a number <= 3200000000.0"),
    (lambda e: e.fault("cut", bytes=-1), "fault.bytes: expected a whole number >= 0"),
    (lambda e: e.fault("latency", seconds=-1), "fault.seconds: expected a number >= 0.0"),
    (lambda e: e.faults.add(Fault(kind="drop", every=0)), "fault.every: expected a whole number >= 1"),
    (lambda e: e.faults.drop(0), "faults: there is no rule 0; there are 0"),
    (lambda e: e.assert_sent(odd="x"), "messages have no field odd; there are: "),
    (lambda e: Emulator(account_sid="me"), "account_sid: 'me' is no Sid of an account, AC\u2026"),
    (lambda e: Emulator(concurrency=0), "concurrency: 0 is not a number from 1"),
    (lambda e: e.seed("nowhere.yaml"), "the seed nowhere.yaml cannot be read: [Errno 2] No such file"),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "said"), REFUSED)
def test_what_cannot_be_is_said(office: Emulator, ask: Ask, said: str) -> None:
    """From its first word on; and nothing has changed."""
    before = known(office)
    with pytest.raises(EmulatorError) as wrong:
        ask(office)
    assert str(wrong.value).startswith(said)
    assert known(office) == before


def known(emulator: Emulator) -> Any:
    """What is there: records, rules, scripts and the time."""
    counts = {key: count for key, count in emulator.state.counts().items() if count}
    scripts = emulator.state.scripts.dump()
    return counts, emulator.faults.describe(), scripts, emulator.clock.now()


def test_a_status_that_a_record_cannot_come_to(office: Emulator) -> None:
    """With the one it has, and those that may follow."""
    client = Client(office)
    sid = client.made("Messages.json", MESSAGE)["sid"]
    with pytest.raises(EmulatorError) as wrong:
        office.set_status(sid, "read")
    following = "sending, sent, delivered, undelivered, failed, canceled"
    assert str(wrong.value) == f"status: {sid} is queued; what may follow is: {following}"
    office.set_status(sid, "failed", error_code=30001)
    with pytest.raises(EmulatorError) as wrong:
        office.set_status(sid, "sent")
    assert str(wrong.value) == f"status: {sid} is failed; what may follow is: nothing"
    with pytest.raises(EmulatorError) as wrong:
        office.wait_for(sid, "eaten")
    assert str(wrong.value).startswith("Message has no status eaten; there are: queued, ")
    call = office.receive_call(PERSON, OWN)
    office.advance(100)
    for ask, said in (
        (lambda: call.press("1"), f"call: {call.sid} is over: it is no-answer"),
        (lambda: call.say("x"), f"call: {call.sid} is over: it is no-answer"),
        (lambda: call.press("x"), "keys: 'x' are not keys of 0123456789*#"),
        (lambda: call.press(""), "keys: '' are not keys of 0123456789*#"),
    ):
        with pytest.raises(EmulatorError) as wrong:
            ask()
        assert str(wrong.value) == said


def test_rules_of_faults_are_dropped_by_their_place(office: Emulator) -> None:
    """Those behind them come up; a rule that was made is given back, and counted while it is there."""
    made = [office.fault("latency", seconds=n) for n in range(3)]
    assert made[1] == Fault(kind="latency", seconds=1)
    for number in (-1, 3):
        with pytest.raises(EmulatorError) as wrong:
            office.faults.drop(number)
        assert str(wrong.value) == f"faults: there is no rule {number}; there are 3"
    office.faults.drop(1)
    assert [one["seconds"] for one in office.faults.describe()] == [0, 2]
    assert (len(office.faults), list(office.faults.describe()[0])[-2:]) == (2, ["met", "done"])


def asked(emulator: Emulator, method: str, path: str, value: Any = None) -> tuple[int, Any]:
    """What control answers, in process."""
    body = b"" if value is None else json.dumps(value).encode()
    answer = emulator.exchange(Request(method, f"/_emulator{path}", body=body))
    return answer.status, json.loads(answer.body)


DONE = (200, {"done": True})
CONTROL: list[tuple[str, str, Any, tuple[int, Any]]] = [
    ("GET", "/nothing", None, (404, {"message": "There is no GET nothing here."})),
    ("PUT", "/state/", None, (404, {"message": "There is no PUT state here."})),
    ("POST", "/records/Call", None, (404, {"message": "There is no POST records/Call here."})),
    ("GET", "/timeline", None, (404, {"message": "There is no GET timeline here."})),
    ("GET", f"/timeline/{NO_CALL}", None, (400, {"message": f"call: there is no call {NO_CALL}"})),
    ("POST", "/press", {"call": NO_CALL, "keys": "1"}, (400, {"message": f"call: there is no call {NO_CALL}"})),
    ("POST", "/say", {"call": NO_CALL, "text": "x"}, (400, {"message": f"call: there is no call {NO_CALL}"})),
    ("POST", "/hang-up", {"call": NO_CALL}, (400, {"message": f"call: there is no call {NO_CALL}"})),
    ("POST", "/hang-up", {}, (400, {"message": "call is missing"})),
    ("POST", "/hang-up", {"call": "x", "odd": 1}, (400, {"message": "there is no odd; there are: call"})),
    ("POST", "/press", {"odd": 1}, (400, {"message": "there is no odd; there are: call, keys"})),
    ("POST", "/say", {"odd": 1}, (400, {"message": "there is no odd; there are: call, text"})),
    ("POST", "/receive-message", {"odd": 1}, (400, {"message": "there is no odd; there are: to, from, body, media"})),
    ("POST", "/receive-call", {"odd": 1}, (400, {"message": "there is no odd; there are: to, from"})),
    ("POST", "/set-status", {"odd": 1}, (400, {"message": "there is no odd; there are: sid, status, error_code"})),
    ("POST", "/restore", {"odd": 1}, (400, {"message": "there is no odd; there are: snapshot"})),
    ("POST", "/restore", {"snapshot": 1}, (400, {"message": "snapshot: there is no 1; there are: none"})),
    ("POST", "/advance", {"odd": 1}, (400, {"message": "there is no odd; there are: seconds"})),
    ("POST", "/seed", ["x"], (400, {"message": "expected a mapping, got a list"})),
    ("DELETE", f"/records/Call/{NO_CALL}", None, (400, {"message": f"there is no Call {NO_CALL}"})),
    ("DELETE", "/faults/0", None, (400, {"message": "faults: there is no rule 0; there are 0"})),
    ("DELETE", "/faults/x", None, (400, {"message": "faults: there is no rule -1; there are 0"})),
    ("POST", "/advance/", {"seconds": 1}, DONE),
    ("POST", "/reset", None, DONE),
    ("DELETE", "/faults", None, DONE),
    ("POST", "/script", {"object": "Call", "outcome": "busy"}, DONE),
    ("GET", "/products", None, (200, PRODUCTS.split(", "))),
    ("GET", "/faults", None, (200, [])),
    ("GET", "/documents", None, (200, [])),
    ("GET", "/callbacks/", None, (200, [])),
    ("GET", "/upcoming", None, (200, [])),
    ("GET", "/records/Queue", None, (200, [])),
    ("GET", "/list/Queue", None, (200, {"records": [], "more": False})),
    ("GET", "/list/documents", None, (200, {"records": [], "more": False})),
    ("GET", "/list/callbacks", None, (200, {"records": [], "more": False})),
    ("GET", "/list/requests", None, (200, {"records": [], "more": False})),
    ("GET", "/list/threads", None, (200, {"records": [], "more": False})),
    ("GET", "/list/problems", None, (200, {"records": [], "more": False, "failures": []})),
    ("GET", "/threads/a~b", None, (200, {"records": [], "more": False})),
    ("GET", "/record/Queue/QU1", None, (400, {"message": "there is no Queue QU1"})),
    ("GET", "/seed-of/Queue/QU1", None, (400, {"message": "there is no Queue QU1"})),
    ("GET", "/requests", None, (200, [])),
    ("GET", "/events", None, (400, {"message": "events: a server tells them over HTTP, as they come"})),
    ("GET", "/verifications", None, (200, [])),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "value", "expected"), CONTROL)
def test_what_control_answers(
    office: Emulator, method: str, path: str, value: Any, expected: tuple[int, Any]
) -> None:
    """Each of its paths, as JSON; only what may change something counts as a change."""
    before = office.revision
    answer = office.exchange(
        Request(
            method, f"/_emulator{path}", body=b"" if value is None else json.dumps(value).encode()
        )
    )
    assert (answer.status, json.loads(answer.body)) == expected
    assert answer.headers == {"Content-Type": "application/json; charset=utf-8"}
    if method == "GET":
        assert office.revision == before
    elif not path.startswith("/advance"):
        assert office.revision[1] == before[1] + 1


def test_what_comes_in_over_control(office: Emulator) -> None:
    """Messages and calls, and what the other end of a call does."""
    status, said = asked(office, "POST", "/receive-message", {"to": OWN, "from": PERSON})
    (message,) = office.records("Message")
    assert (status, said) == (200, {"sid": message["sid"]})
    assert (message["body"], message["num_media"]) == ("", "0")
    whole = {"to": OWN, "from": PERSON, "body": "x", "media": ["http://localhost/a.png"]}
    asked(office, "POST", "/receive-message", whole)
    message = office.records("Message")[0]
    assert (message["body"], message["num_media"]) == ("x", "1")
    _, said = asked(office, "POST", "/receive-call", {"to": OWN, "from": PERSON})
    (call,) = office.records("Call")
    assert said == {"sid": call["sid"]}
    for path, more in (("press", {"keys": "1"}), ("say", {"text": "yes"})):
        assert asked(office, "POST", f"/{path}", {"call": call["sid"], **more}) in (
            (200, {"heard": False}),
            (400, {"message": f"call: {call['sid']} is over: it is {call['status']}"}),
        )
    made = Client(office).made("Messages.json", MESSAGE)
    value = {"sid": made["sid"], "status": "failed", "error_code": 30001}
    assert asked(office, "POST", "/set-status", value) == DONE
    record = office.records("Message", limit=1)[0]
    assert (record["status"], record["error_code"]) == ("failed", 30001)
    assert asked(office, "DELETE", f"/records/Message/{made['sid']}") == DONE
    assert made["sid"] not in [one["sid"] for one in office.records("Message")]


def test_faults_and_snapshots_over_control(office: Emulator) -> None:
    """A rule is answered as it is in force; snapshots have numbers."""
    status, said = asked(office, "POST", "/faults", {"kind": "drop", "times": 2})
    assert (status, said) == (200, office.faults.describe()[0])
    assert (said["kind"], said["times"], said["met"], said["done"]) == ("drop", 2, 0, 0)
    asked(office, "POST", "/faults", {"kind": "cut"})
    assert asked(office, "DELETE", "/faults/0") == DONE
    assert [one["kind"] for one in asked(office, "GET", "/faults")[1]] == ["cut"]
    assert asked(office, "POST", "/snapshot") == (200, {"snapshot": 1})
    assert asked(office, "POST", "/snapshot") == (200, {"snapshot": 2})
    said = "snapshot: there is no 3; there are: 1, 2"
    assert asked(office, "POST", "/restore", {"snapshot": 3}) == (400, {"message": said})
    assert asked(office, "POST", "/restore", {"snapshot": 1}) == DONE


def test_what_was_due_has_happened_when_control_answers(office: Emulator) -> None:
    """Whoever looks sees no state of before."""
    Client(office).made("Messages.json", MESSAGE)
    office.clock.advance(60)
    assert asked(office, "GET", "/upcoming") == (200, [])
    assert asked(office, "GET", "/state")[1]["events"] == 0


def test_the_state_over_control(office: Emulator) -> None:
    """Credentials, time, what there is and what went wrong."""
    Client(office).made("Messages.json", MESSAGE)
    office.state.later(1, "Queue", "explode")
    office.clock.advance(2)
    office.fault("latency")
    _, state = asked(office, "GET", "/state")
    assert list(state) == [
        *("account_sid", "auth_token", "addresses", "test_account_sid", "test_auth_token", "time"),
        *("frozen", "records", "requests", "events", "faults", "failures"),
    ]
    (failure,) = state.pop("failures")
    assert failure["what"] == "Queue.explode"
    assert state == {
        "account_sid": office.account_sid,
        "auth_token": office.auth_token,
        "addresses": {},
        "test_account_sid": office.test_account_sid,
        "test_auth_token": office.test_auth_token,
        "time": 1793491202.0,
        "frozen": True,
        "records": office.state.counts(),
        "requests": 1,
        "events": len(office.state.events),
        "faults": 1,
    }
    assert state["events"] >= 1 and state["records"]["Message"] == 1


def test_a_state_that_cannot_be_read_or_kept_is_said(office: Emulator, tmp_path: Path) -> None:
    """With its file, whole."""
    here = tmp_path / "none" / "state.json"
    for ask, said in (
        (lambda: office.save(here), f"the state cannot be written to {here}: No such file or directory"),
        (lambda: office.load(here), f"the state {here} cannot be read: No such file or directory"),
        (lambda: Emulator(state_file=here), f"the state {here} cannot be kept: No such file or directory"),
    ):  # fmt: skip
        with pytest.raises(EmulatorError, match=f"^{re.escape(said)}$"):
            ask()
    path = tmp_path / "state.json"
    own = f"here it is {office.account_sid}: give its credentials, or begin with another file"
    for text, said in (
        ("x", f"{path} is no state of an emulator: it is not JSON"),
        ("[]", f"{path} is no state of an emulator: it says no format"),
        ("{}", f"{path} is no state of an emulator: it says no format"),
        ("5", f"{path} is no state of an emulator: it says no format"),
        ('["format"]', f"{path} is no state of an emulator: it says no format"),
        ('{"format": "2"}', f"{path} has the format '2', this version of the emulator takes 1: use the version that wrote it, or begin with another file"),
        ('{"format": 1}', f"{path} is the state of the account None, {own}"),
        (json.dumps({"format": 1, "account": office.account_sid}), f"{path} is no state of an emulator: KeyError('state')"),
    ):  # fmt: skip
        path.write_text(text, encoding="utf-8")
        with pytest.raises(EmulatorError, match=f"^{re.escape(said)}"):
            office.load(path)
    kept = tmp_path / "kept.json"
    with Emulator(state_file=kept), pytest.raises(EmulatorError) as wrong:
        Emulator(state_file=kept)
    assert str(wrong.value) == f"another emulator keeps its state in {kept}"


def test_what_is_emulated_over_control(office: Emulator) -> None:
    """Each object and action, with how it is; and whose record a Sid is."""
    _, found = asked(office, "GET", "/coverage")
    rows = {(row["object"], row["action"]): row for row in found}
    account = "/2010-04-01/Accounts"
    assert rows["Account", "Get"] == {
        "object": "Account",
        "action": "Get",
        "method": "GET",
        "path": f"{account}/{{Sid}}",
        "emulated": "own",
    }
    words = [rows[one]["emulated"] for one in (("Application", "Create"), ("ShortCode", "Delete"))]
    assert (words, len(found)) == (["general", "refused"], 216)
    assert asked(office, "GET", "/objects")[1]["CA"] == "Call"


def test_products_are_those_of_a_package() -> None:
    """By their files' names, in order; a package without any has none."""
    found = catalog_data.products.__wrapped__()
    assert list(found) == PRODUCTS.split(", ")
    assert found == catalog_data.products() and "objects" in found["verify-v2"]
    assert catalog_data.products("email") == {}
    assert list(catalog_data.catalog.__wrapped__()) == ["service", "objects", "errors"]
    assert "service" in catalog_data.behaviour.__wrapped__()
