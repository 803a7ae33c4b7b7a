"""An ASGI application is asked in process, as a WSGI one is."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qs

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, asgi

PERSON, OWN = "+15005550199", "+15005550100"


async def application(scope: Any, receive: Any, send: Any) -> None:
    """A menu that thanks for a key, and answers messages with what they say."""
    await asyncio.sleep(0)
    message = await receive()
    assert "http" == scope["type"] and not message["more_body"]
    form = {name: values[0] for name, values in parse_qs(message["body"].decode()).items()}
    known = {name.decode(): value.decode() for name, value in scope["headers"]}
    assert known["x-twilio-signature"] and int(known["content-length"]) == len(message["body"])
    twiml = {
        "/sms": f"<Message>You said {form.get('Body')}</Message>",
        "/voice": "<Gather numDigits='1' action='/menu?from=a%20b'/>",
        "/menu": f"<Say>{form.get('Digits')} {scope['query_string'].decode()}</Say>",
    }[scope["path"]]
    headers = [(b"Content-Type", b"text/xml")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    half = f"<Response>{twiml}</Response>".encode()
    await send({"type": "http.response.body", "body": half[:5], "more_body": True})
    await send({"type": "http.response.body", "body": half[5:]})


@pytest.fixture
def emulator() -> Emulator:
    """An emulator whose number leads to the application."""
    emulator = Emulator(clock=Clock(frozen=True), send=asgi(application))
    number = {
        "PhoneNumber": OWN,
        "SmsUrl": "http://localhost/sms",
        "VoiceUrl": "http://localhost/voice",
    }
    Client(emulator).made("IncomingPhoneNumbers.json", number)
    return emulator


def test_messages_and_calls(emulator: Emulator) -> None:
    """Its answers are carried out; what it is asked is a request as servers make it."""
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert ["You said Hello"] == [reply["body"] for reply in message.replies]
    call = emulator.receive_call(PERSON, OWN)
    assert call.press("7")
    emulator.advance(10)
    assert ["7 from=a%20b"] == [one["text"] for one in call.timeline if one["what"] == "Say"]


def test_within_an_event_loop(emulator: Emulator) -> None:
    """Tests that run in a loop of their own may use it."""

    async def test() -> list[Any]:
        return emulator.receive_message(PERSON, OWN, "Hi").replies

    assert 1 == len(asyncio.run(test()))


def test_an_application_that_fails_is_a_failure() -> None:
    """What it raises is seen, and keeps nothing else from happening."""

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise ValueError("broken")

    emulator = Emulator(clock=Clock(frozen=True), send=asgi(broken))
    Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/")
    emulator.receive_message(PERSON, OWN, "Hi")
    with pytest.raises(ExceptionGroup):
        emulator.advance(1)  # it is asked once more, as after any failure of a connection
    assert {"ValueError"} == {type(one.error).__name__ for one in emulator.failures}
    (notification,) = emulator.records("Notification")
    assert "11205" == str(notification["error_code"])
