"""What the service refuses, and how lives go on, by hand from its pages: not from the files of behaviour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.http.transport import Request, Response

DOCS = "https://www.twilio.com/docs"
NOW = datetime(2026, 11, 1, 10, tzinfo=UTC)  # where the clock of these tests stands
MESSAGE = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}
CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}
SCHEDULED = {"To": "+15005550009", "MessagingServiceSid": f"MG{1:032x}", "ScheduleType": "fixed"}
HOOK = "http://localhost:9/hook"

REFUSED = [
    ("Messages.json", {**MESSAGE, "To": ""}, 21604, f"{DOCS}/api/errors/21604"),
    ("Messages.json", {**MESSAGE, "From": ""}, 21603, f"{DOCS}/api/errors/21603"),
    ("Messages.json", {**MESSAGE, "Body": ""}, 21602, f"{DOCS}/api/errors/21602"),
    ("Messages.json", {**MESSAGE, "Body": "x" * 1601}, 21617, f"{DOCS}/api/errors/21617"),
    ("Messages.json", {**MESSAGE, "To": "12"}, 21211, f"{DOCS}/api/errors/21211"),
    ("Calls.json", {**CALL, "To": ""}, 21201, f"{DOCS}/api/errors/21201"),
    ("Calls.json", {**CALL, "From": ""}, 21213, f"{DOCS}/api/errors/21213"),
    ("Calls.json", {**CALL, "Url": ""}, 21205, f"{DOCS}/api/errors/21205"),
]

SCHEDULING = f"{DOCS}/messaging/features/message-scheduling"
TIMES = [  # from 15 minutes on, to 35 days
    (899, False),
    (900, True),
    (35 * 86400, True),
    (35 * 86400 + 1, False),
]

SIP = f"{DOCS}/voice/api/call-resource#statuscallback"
CODES = [("completed", "200"), ("busy", "486"), ("no-answer", "487"), ("failed", "404")]

RECORDING = f"{DOCS}/voice/api/recording"
STEPS = [  # from one status, what an Update asks for, whether it may
    ("in-progress", "paused", True),
    ("in-progress", "stopped", True),
    ("paused", "in-progress", True),
    ("paused", "stopped", True),
    ("in-progress", "completed", False),
    ("stopped", "in-progress", False),
    ("stopped", "paused", False),
]

CALLS = f"{DOCS}/voice/api/call-resource#update-a-call-resource"
ENDS = [  # seconds after the call was made, the status asked for, what becomes of it
    (0, "canceled", "canceled"),
    (5, "completed", "completed"),
    (5, "canceled", "in-progress"),
    (100, "completed", "completed"),
    (100, "canceled", "completed"),
]


@pytest.mark.parametrize(("path", "form", "code", "source"), REFUSED)
def test_errors(client: Client, path: str, form: dict[str, str], code: int, source: str) -> None:
    """Each mistake has the code that the service's dictionary of errors gives it."""
    answer = client.post(path, form)
    assert (400, code) == (answer.status, answer.code), source


@pytest.mark.parametrize(("seconds", "taken"), TIMES)
def test_when_a_message_can_be_scheduled(client: Client, seconds: int, taken: bool) -> None:
    """From 900 seconds on and until 35 days, to the second."""
    when = (NOW + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    answer = client.post("Messages.json", {**SCHEDULED, "Body": "Hello", "SendAt": when})
    if taken:
        assert (201, "scheduled") == (answer.status, answer.json["status"]), SCHEDULING
    else:
        assert (400, 35114) == (answer.status, answer.code), SCHEDULING


@pytest.mark.parametrize(("outcome", "code"), CODES)
def test_sip_codes_of_calls(outcome: str, code: str) -> None:
    """The last callback of a call says how the other side answered."""
    said: list[dict[str, str]] = []

    def send(request: Request, /) -> Response:
        said.append(dict(parse_qsl((request.body or b"").decode())))
        return Response(204)

    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=3, send=send) as emulator:
        client = Client(emulator)
        if outcome != "completed":
            emulator.script("Call", outcome)
        client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
        emulator.advance(200)
    last = [form for form in said if form.get("CallStatus") == outcome]
    assert [code] == [form["SipResponseCode"] for form in last], SIP


@pytest.mark.parametrize(("status", "asked", "taken"), STEPS)
def test_steps_of_recordings(client: Client, status: str, asked: str, taken: bool) -> None:
    """A recording is paused and goes on until it is stopped, and then no more."""
    call = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(5)
    path = f"Calls/{call}/Recordings"
    sid = client.made(f"{path}.json")["sid"]
    if status != "in-progress":
        client.made(f"{path}/{sid}.json", Status=status)
    answer = client.post(f"{path}/{sid}.json", Status=asked)
    assert taken == (answer.status == 200), (RECORDING, answer)
    if taken:
        assert asked == answer.json["status"]


@pytest.mark.parametrize(("after", "asked", "becomes"), ENDS)
def test_ends_of_calls(client: Client, after: int, asked: str, becomes: str) -> None:
    """A call is canceled before it is answered, and completed while it goes on; one that ended stays so."""
    sid = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(after)
    client.post(f"Calls/{sid}.json", Status=asked)
    found: Any = client.get(f"Calls/{sid}.json").json["status"]
    assert becomes == found, CALLS
