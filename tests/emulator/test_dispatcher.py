"""One request, from what it says to what is answered: bodies, headers, products, and what faults do to them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from emulator_client import Answer, Client, basic

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.messages import Request as Received
from twilio_ops_runtime.errors import ConnectionDropped, ReadTimeout
from twilio_ops_runtime.http.messages import Request, Timeout

FORM = "application/x-www-form-urlencoded"
QUEUES = "https://api.twilio.com/2010-04-01/Accounts/{}/Queues"
BATCH = "https://lookups.twilio.com/v2/batch/query"


def asked(emulator: Emulator, method: str, url: str, body: bytes = b"", **headers: str) -> Answer:
    """The answer to a request of the main account."""
    known = {"Authorization": basic(f"{emulator.account_sid}:{emulator.auth_token}")}
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(emulator.handle(Request(method, url, {**known, **more}, body)))


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (b"FriendlyName=a%20b+c", {}, None),
        (b"FriendlyName=a%20b+c", {"Content_Type": FORM.upper() + "; charset=utf-8"}, None),
        (b"FriendlyName=a%20b+c", {"Content_Encoding": "IDENTITY"}, None),
        (b"FriendlyName=x", {"Content_Encoding": "br"}, "The body is br, not plain."),
        (b"{}", {"Content_Type": "application/json"}, "The body is application/json, not a form."),
        (b"FriendlyName=\xff", {}, "The body is not UTF-8."),
        (b"", {"Content_Type": "text/plain"}, "FriendlyName is missing."),
    ],
)  # fmt: skip
def test_bodies_are_forms(
    emulator: Emulator, body: bytes, headers: dict[str, str], said: str | None
) -> None:
    """Whatever the case of their type; what is none is refused with what it is."""
    answer = asked(emulator, "POST", QUEUES.format(emulator.account_sid) + ".json", body, **headers)
    if said is None:
        assert (answer.status, answer.json["friendly_name"]) == (201, "a b c")
    else:
        assert (answer.status, answer.code) == (400, 20001)
        assert answer.json["message"].endswith(f". {said}")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", None),
        (b"[1]", "The body is not a JSON object."),
        (b"{", "The body is not a JSON object."),
        (b'{"a": "\xff"}', "The body is not a JSON object."),
        (b"[" * 9999, "The body is not a JSON object."),
        (b'{"odd": 1}', "BulkLookup.Create takes no parameter odd."),
        (b'{"odd": null, "phone_numbers": []}', None),
        (b'{"phone_numbers": 5}', "phone_numbers is no list."),
    ],
)  # fmt: skip
def test_some_bodies_are_json(emulator: Emulator, body: bytes, said: str | None) -> None:
    """Where the catalog says so, whatever type they are said to have; what is null is not sent."""
    answer = asked(emulator, "POST", BATCH, body, Content_Type="application/json")
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    if said is None:
        assert answer.status == 200
    else:
        assert answer.status == 400 and answer.json["message"].endswith(f". {said}")


def test_a_body_has_a_mebibyte_at_most(emulator: Emulator) -> None:
    """What is longer is refused with how long it may be."""
    url = QUEUES.format(emulator.account_sid) + ".json"
    body = b"FriendlyName=".ljust(1_048_576, b"x")
    assert asked(emulator, "POST", url, body).status == 201
    answer = asked(emulator, "POST", url, body + b"x")
    said = {"message": "The body is longer than 1048576 bytes.", "status": 413}
    assert (answer.status, answer.json) == (413, said)


def test_a_query_goes_before_the_form(emulator: Emulator) -> None:
    """Of two values of a name the later one holds."""
    url = QUEUES.format(emulator.account_sid)
    answer = asked(emulator, "POST", f"{url}.json?FriendlyName=a&MaxSize=7", b"FriendlyName=b")
    assert (answer.json["friendly_name"], answer.json["max_size"]) == ("b", 7)


def test_the_headers_of_an_answer(emulator: Emulator) -> None:
    """An id of the request, how many are under way, how long it took, and what it is."""
    url = QUEUES.format(emulator.account_sid)
    for suffix, kind in ((".json", "json"), (".xml", "xml"), ("", "xml")):
        found = asked(emulator, "GET", url + suffix).headers
        assert found["Content-Type"] == f"application/{kind}; charset=utf-8"
        assert re.fullmatch(r"RQ[0-9a-f]{32}", found["Twilio-Request-Id"])
        assert found["Twilio-Concurrent-Requests"] == "1"
        assert re.fullmatch(r"0\.\d{3}", found["Twilio-Request-Duration"])
    held = emulator.match("GET", f"/2010-04-01/Accounts/{emulator.account_sid}/Queues.json")
    assert asked(emulator, "GET", url).headers["Twilio-Concurrent-Requests"] == "2"
    assert emulator.under_way == {emulator.account_sid: 1}
    emulator.forget(held)
    emulator.forget(held)  # more often than it was counted harms nothing
    assert emulator.under_way == {}


def test_a_method_that_a_path_does_not_have(emulator: Emulator) -> None:
    """Is told which there are, in the format asked for."""
    url = QUEUES.format(emulator.account_sid)
    answer = asked(emulator, "DELETE", f"{url}.json")
    assert (answer.status, answer.code, answer.headers["Allow"]) == (405, 20004, "POST, GET")
    assert asked(emulator, "PATCH", url).xml.findtext("RestException/Code") == "20004"


def test_a_record_that_is_elsewhere_says_where(client: Client) -> None:
    """And with which status; one that is gone has nothing to say."""
    queue = client.made("Queues.json", FriendlyName="a")
    gone = client.delete(f"Queues/{queue['sid']}.json")
    assert (gone.status, gone.body) == (204, b"")
    assert "Content-Type" not in gone.headers
    made = client.made("OutgoingCallerIds.json", PhoneNumber="+14155550100")
    assert set(made) == {
        "account_sid",
        "call_sid",
        "friendly_name",
        "phone_number",
        "validation_code",
    }


def test_products_are_strict_as_the_main_api_is() -> None:
    """And each begins when it is first asked for."""
    for strict, status in ((True, 400), (False, 201)):
        emulator = Emulator(strict=strict)
        assert emulator.state.products == {}
        url = "https://verify.twilio.com/v2/Services"
        answer = asked(emulator, "POST", url, b"FriendlyName=Mine&Colour=red")
        assert (answer.status, list(emulator.state.products)) == (status, ["verify-v2"])
        if strict:
            assert answer.json["message"].endswith("Service.Create takes no parameter Colour.")


@pytest.mark.parametrize(
    ("fault", "status", "code", "message"),
    [
        ({}, 500, 20500, None),
        ({"status": 503}, 503, 20500, None),
        ({"status": 429, "code": 20429}, 429, 20429, None),
        ({"status": 418, "code": 7}, 418, 7, "Error 7."),
        ({"status": 418, "code": 7, "message": "Teapot."}, 418, 7, "Teapot."),
        ({"message": "Teapot."}, 500, None, "Teapot."),
    ],
)
@pytest.mark.parametrize("when", ["before", "after"])
def test_what_a_fault_answers(
    client: Client,
    fault: dict[str, Any],
    status: int,
    code: int | None,
    message: str | None,
    when: str,
) -> None:
    """Its status, code and words, or the service's own; how long to wait when it says so."""
    client.emulator.fault("status", when=when, **fault)
    answer = client.get("Queues.json")
    assert (answer.status, answer.json["status"], answer.code) == (status, status, code)
    assert message is None or answer.json["message"] == message
    assert answer.json["message"] and "Retry-After" not in answer.headers
    client.emulator.faults.clear()
    client.emulator.fault("status", when=when, retry_after=0, **fault)
    assert client.get("Queues").headers["Retry-After"] == "0"


def test_what_faults_do_to_an_answer(client: Client) -> None:
    """Its body from the beginning, all of its delays, and how it goes out."""
    emulator = client.emulator
    whole = client.get("Queues.json").body
    path = f"/2010-04-01/Accounts/{client.account}/Queues.json"
    headers = {"authorization": basic(f"{client.user}:{client.secret}")}

    def answer() -> Any:
        found = emulator.exchange(Received("GET", path, headers=headers))
        emulator.release(found)
        emulator.faults.clear()
        return found.status, found.fate, found.sent, found.delay, found.body

    assert answer() == (200, "answer", 0, 0.0, whole)
    emulator.fault("truncate", bytes=7)
    assert answer() == (200, "answer", 0, 0.0, whole[:7])
    emulator.fault("cut", bytes=9)
    assert answer() == (200, "cut", 9, 0.0, whole)
    emulator.fault("cut")
    assert answer() == (200, "cut", 20, 0.0, whole)
    emulator.fault("drop", when="after")
    assert answer() == (200, "drop", 0, 0.0, whole)
    emulator.fault("drop")
    assert answer() == (0, "drop", 0, 0.0, b"")
    emulator.fault("latency", seconds=1.5)
    emulator.fault("latency")
    assert answer() == (200, "answer", 0, 2.5, whole)


def test_a_late_answer_waits_as_the_clock_does(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock that stands still is moved, one that runs is waited for; who waits less hears nothing."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    for clock, moved, waited in ((Clock(0, frozen=True), 3.0, []), (Clock(0), 0.0, [3.0])):
        emulator = Emulator(clock=clock)
        emulator.fault("latency", seconds=3)
        url = QUEUES.format(emulator.account_sid)
        begun = emulator.clock.base
        for patience in (None, 3.1):
            timeout = None if patience is None else Timeout(1, patience)
            emulator.handle(Request("GET", url, timeout=timeout))
        assert (emulator.clock.base - begun, slept) == (2 * moved, 2 * waited)
        slept.clear()
        with pytest.raises(ReadTimeout, match=r"^no answer came in time$"):
            emulator.handle(Request("GET", url, timeout=Timeout(9, 3)))
        assert (slept, emulator.under_way) == ([], {})


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("drop", "the connection was closed without an answer"),
        ("cut", "the connection was lost within the answer"),
    ],
)
def test_a_connection_that_is_lost_says_how(client: Client, kind: str, said: str) -> None:
    """In process as over the wire."""
    client.emulator.fault(kind)
    with pytest.raises(ConnectionDropped, match=f"^{said}$"):
        client.get("Queues.json")


def test_too_many_at_once_is_one_more_than_may_be() -> None:
    """In the service's words, and each takes its time, so that others can be under way."""
    emulator = Emulator(concurrency=2)
    assert (emulator.under_way_for, Emulator().under_way_for) == (0.02, 0.0)
    path = f"/2010-04-01/Accounts/{emulator.account_sid}/Queues.json"
    url = QUEUES.format(emulator.account_sid) + ".json"
    emulator.match("GET", path)
    assert asked(emulator, "GET", url).status == 200
    emulator.match("GET", path)
    assert (asked(emulator, "GET", url).status, emulator.under_way) == (
        429,
        {emulator.account_sid: 2},
    )


def test_a_list_that_lags_shows_what_is_older(client: Client) -> None:
    """Two rules lag twice as long; what is as old as that is shown."""
    client.made("Queues.json", FriendlyName="a")
    for _ in range(2):
        client.emulator.fault("lag", seconds=5, object="Queue", action="Query")
    client.emulator.advance(9)
    assert client.get("Queues.json").json["queues"] == []
    client.emulator.advance(2)
    assert len(client.get("Queues.json").json["queues"]) == 1


def test_what_was_due_happens_before_a_request_is_answered(client: Client) -> None:
    """So that nobody sees a record as it was."""
    made = client.made("Messages.json", To="+13115556789", From="+13115550000", Body="x")
    client.emulator.clock.advance(60)
    found = json.loads(client.get(f"Messages/{made['sid']}.json").body)
    assert found["status"] == "delivered"


def test_a_list_takes_filters_and_no_parameters(client: Client) -> None:
    """They are checked as such."""
    client.made("Messages.json", To="+13115556789", From="+13115550000", Body="x")
    for to, count in (("+13115556789", 1), ("+13115556780", 0)):
        assert len(client.get("Messages.json", To=to).json["messages"]) == count
    said = client.get("Messages.json", Body="x").json["message"]
    assert said.endswith(". Message.Query takes no filter Body.")


def test_test_credentials_keep_nothing(emulator: Emulator) -> None:
    """What they make is answered, and is nowhere; what they may not do is said."""
    tester = Client(emulator, emulator.test_account_sid, emulator.test_auth_token)
    form = {"To": "+15005550010", "From": "+15005550006", "Body": "x"}
    assert tester.post("Messages.json", form).status == 201
    assert emulator.records("Message") == []
    answer = tester.get("Messages.json")
    assert (answer.status, answer.code) == (403, 20008)
