"""Faults by rule, in process: what the runtime then raises, and whether the work was done."""

from __future__ import annotations

import time
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError, Fault
from twilio_ops_runtime.errors import ConnectionDropped, ReadTimeout
from twilio_ops_runtime.http.messages import Request, Timeout

CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "http://localhost/"}


def calls(client: Client) -> int:
    """How many calls there are."""
    return len(client.emulator.state.table("Call"))


@pytest.mark.parametrize(("when", "made"), [("before", 0), ("after", 1)])
def test_a_status_before_or_after_the_work(client: Client, when: str, made: int) -> None:
    """The answer is the same; what was done is not."""
    client.emulator.fault("status", status=503, object="Call", action="Create", when=when)
    answer = client.post("Calls.json", CALL)
    assert 503 == answer.status
    assert 503 == answer.json["status"]
    assert made == calls(client)
    assert 200 == client.get("Calls.json").status


def test_a_status_with_its_code(client: Client) -> None:
    """429 with the service's words and how long to wait; in both formats."""
    client.emulator.fault("status", status=429, code=20429, retry_after=2)
    answer = client.get("Calls.json")
    assert (429, 20429, "2") == (answer.status, answer.code, answer.headers["Retry-After"])
    assert "20429" == client.get("Calls").xml.findtext("RestException/Code")


@pytest.mark.parametrize(("when", "made"), [("before", 0), ("after", 1)])
def test_a_dropped_connection(client: Client, when: str, made: int) -> None:
    """The runtime cannot know which of both it was."""
    client.emulator.fault("drop", when=when, times=1)
    with pytest.raises(ConnectionDropped) as dropped:
        client.post("Calls.json", CALL)
    assert dropped.value.sent
    assert made == calls(client)


def test_a_connection_cut_within_the_answer(client: Client) -> None:
    """The work was done."""
    client.emulator.fault("cut", bytes=5, times=1)
    with pytest.raises(ConnectionDropped):
        client.post("Calls.json", CALL)
    assert 1 == calls(client)


def test_a_truncated_body(client: Client) -> None:
    """It claims to be whole."""
    client.emulator.fault("truncate", bytes=10)
    assert 10 == len(client.get("Calls.json").body)


def test_latency_moves_a_frozen_clock(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing sleeps; an answer later than the request waits never comes, the work is done."""
    emulator = client.emulator
    emulator.fault("latency", seconds=30)
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail("it slept"))
    before = emulator.clock.now()
    client.get("Calls.json")
    assert 30 == emulator.clock.now() - before
    request = Request(
        "GET", "https://api.twilio.com/2010-04-01/Accounts.json", timeout=Timeout(read=5)
    )
    with pytest.raises(ReadTimeout):
        emulator.handle(request)


def test_which_requests_are_struck(client: Client) -> None:
    """By object, action, account, count and chance."""
    emulator = client.emulator

    def statuses(count: int) -> list[int]:
        return [client.get("Queues.json").status for _ in range(count)]

    emulator.fault("status", object="Queue", action="Query", nth=2)
    assert [200, 500, 200] == statuses(3)
    emulator.faults.clear()
    emulator.fault("status", every=2, times=2)
    assert [200, 500, 200, 500, 200, 200] == statuses(6)
    emulator.faults.clear()
    emulator.fault("status", object="Call")
    emulator.fault("status", account=f"AC{1:032x}")
    assert [200] == statuses(1)
    emulator.faults.clear()
    emulator.fault("status", probability=0.5, seed=4)
    first = statuses(40)
    emulator.faults.clear()
    emulator.fault("status", probability=0.5, seed=4)
    assert first == statuses(40)
    assert {200, 500} == set(first)


def test_objects_are_known_by_both_names(client: Client) -> None:
    """The package's and the source's."""
    for name in ("ConferenceParticipant", "Participant"):
        client.emulator.faults.clear()
        client.emulator.fault("status", object=name)
        assert 500 == client.get(f"Conferences/CF{1:032x}/Participants.json").status


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "explode"}, "fault.kind: .*status|drop|cut|truncate|latency"),
        ({"kind": "status", "colour": "red"}, "there is no colour; there are: kind, object"),
        ({"kind": "drop", "when": "later"}, "fault.when: .*before|after"),
        ({"kind": "status", "probability": 2}, "fault.probability: expected a number <= 1"),
        ({}, "fault: kind is missing"),
        ([], "fault: expected a mapping, got a list"),
        ({"kind": "status", "every": 0}, "fault.every: expected a whole number >= 1"),
        ({"kind": "status", "nth": 0}, "fault.nth: expected a whole number >= 1"),
        ({"kind": "status", "times": "x"}, "fault.times: expected a whole number or nothing"),
        ({"kind": "status", "status": 99999}, "fault.status: expected a whole number <= 599"),
        ({"kind": "status", "status": True}, "fault.status: expected a whole number, got true"),
        ({"kind": "latency", "seconds": "x"}, "fault.seconds: expected a number, got a text"),
        ({"kind": "latency", "seconds": float("nan")}, "fault.seconds: expected a number >= 0"),
        ({"kind": "cut", "bytes": -5}, "fault.bytes: expected a whole number >= 0"),
        ({"kind": "status", "object": "Mesage"}, "fault.object: the catalog has no object Mesage"),
        ({"kind": "status", "action": "Delte"}, "fault.action: there is no Delte of any object"),
        (
            {"kind": "status", "object": "ShortCode", "action": "Create"},
            "fault.action: there is no Create of ShortCode; there are: Get, Query, Update",
        ),
        ({"kind": "status", "account": "main"}, "fault.account: .*AC"),
    ],
)
def test_rules_that_are_none(emulator: Emulator, values: Any, said: str) -> None:
    """They are refused, with the place and what was expected there, before any request meets them."""
    with pytest.raises(EmulatorError, match=said):
        emulator.faults.read(values)
    assert 0 == len(emulator.faults)


def test_no_rule_comes_into_force_unchecked(emulator: Emulator) -> None:
    """A rule made by hand is checked, too."""
    with pytest.raises(EmulatorError, match=r"fault\.every"):
        emulator.faults.add(Fault(kind="status", every=0))
    emulator.faults.add(Fault(kind="status", every=2))
    assert [(2, 0)] == [(rule["every"], rule["met"]) for rule in emulator.faults.describe()]


def test_what_another_rule_keeps_from_happening_is_not_used_up(client: Client) -> None:
    """Of two that strike, one happens; the other one's turn is yet to come."""
    client.emulator.fault("status", status=500, when="after", times=1)
    client.emulator.fault("status", status=503, times=1)
    client.emulator.fault("status", status=502, times=1)
    client.emulator.fault("latency", seconds=1, times=1)
    assert [503, 502, 500, 200] == [client.get("Queues.json").status for _ in range(4)]


def test_a_rule_is_met_before_the_count_of_requests_under_way() -> None:
    """So that it is not used up by a request that is one too many."""
    with Emulator(clock=Clock(frozen=True), concurrency=1) as emulator:
        client = Client(emulator)
        emulator.match("GET", f"/2010-04-01/Accounts/{client.account}/Calls.json")
        emulator.fault("status", status=503, times=1)
        assert [503, 429] == [client.get("Calls.json").status for _ in range(2)]


def test_too_many_at_once() -> None:
    """429 when an account has more under way than it may; other accounts are not concerned."""
    with Emulator(clock=Clock(frozen=True), concurrency=2) as emulator:
        client = Client(emulator)
        branch = client.made("/2010-04-01/Accounts.json")
        other = Client(emulator, branch["sid"], branch["auth_token"])
        path = f"/2010-04-01/Accounts/{client.account}/Calls.json"
        held = [emulator.match("GET", path) for _ in range(2)]
        assert (429, 20429) == (client.get("Calls.json").status, client.get("Calls.json").code)
        assert 429 == client.post("Calls.json", CALL).status
        assert 0 == calls(client)
        assert 200 == other.get("Calls.json").status
        emulator.forget(held.pop())
        assert 200 == client.get("Calls.json").status


def test_what_a_rule_is_unless_it_is_said(emulator: Emulator) -> None:
    """Of any request, each time, before it is carried out."""
    emulator.fault("drop")
    assert emulator.faults.describe() == [
        {
            "kind": "drop",
            **dict.fromkeys(("object", "action", "account", "nth", "every")),
            "probability": 1.0,
            "seed": 0,
            "times": None,
            "when": "before",
            "status": 500,
            **dict.fromkeys(("code", "message", "retry_after")),
            "bytes": 20,
            "seconds": 1.0,
            "met": 0,
            "done": 0,
        }
    ]


@pytest.mark.parametrize(
    ("values", "met", "done", "struck"),
    [
        ({}, 6, 6, "xxxxxx"),
        ({"times": 2}, 2, 2, "xx...."),
        ({"nth": 3}, 6, 1, "..x..."),
        ({"every": 2}, 6, 3, ".x.x.x"),
        ({"every": 2, "times": 2}, 4, 2, ".x.x.."),
        ({"every": 3, "nth": 3}, 6, 1, "..x..."),
        ({"probability": 0.0}, 6, 0, "......"),
        ({"object": "Call"}, 0, 0, "......"),
        ({"action": "Create"}, 0, 0, "......"),
        ({"object": "Queue", "action": "Query"}, 6, 6, "xxxxxx"),
        ({"account": f"AC{1:032x}"}, 0, 0, "......"),
        ({"account": f"AC{'e0' * 16}"}, 6, 6, "xxxxxx"),
    ],
)
def test_how_often_a_rule_is_met_and_done(
    client: Client, values: dict[str, Any], met: int, done: int, struck: str
) -> None:
    """It is met by a request that fits it while it may still happen, and done when it happens."""
    client.emulator.fault("status", **values)
    found = "".join(".x"[client.get("Queues.json").status == 500] for _ in range(6))
    (rule,) = client.emulator.faults.describe()
    assert (found, rule["met"], rule["done"]) == (struck, met, done)


def test_rules_that_are_late_are_done_beside_another(client: Client) -> None:
    """Delays add up, whatever else happens; of two others the one that happens instead is done."""
    for kind, more in (("latency", {"seconds": 2}), ("cut", {}), ("drop", {}), ("latency", {}), ("lag", {})):  # fmt: skip
        client.emulator.fault(kind, **more)
    plan = client.emulator.match("GET", f"/2010-04-01/Accounts/{client.account}/Queues.json").plan
    assert plan is not None and plan.before is not None
    assert (plan.before.kind, plan.after, plan.delay, plan.lag) == ("drop", None, 3.0, 1.0)
    done = [(rule["kind"], rule["met"], rule["done"]) for rule in client.emulator.faults.describe()]
    assert done == [
        ("latency", 1, 1),
        ("cut", 1, 0),
        ("drop", 1, 1),
        ("latency", 1, 1),
        ("lag", 1, 1),
    ]
