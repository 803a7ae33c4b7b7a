from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from emulator_application import OWN, Application, Page, Start
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.application import wsgi

START = "2026-11-01T10:00:00+00:00"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose clock stands still, the same every time."""
    with Emulator(clock=Clock(START, frozen=True), seed=7) as emulator:
        yield emulator


@pytest.fixture
def client(emulator: Emulator) -> Client:
    """A client of the main account."""
    return Client(emulator)


@pytest.fixture
def branch(client: Client) -> Client:
    """A client of an account that the main one owns."""
    record = client.made("/2010-04-01/Accounts.json", FriendlyName="Branch")
    return Client(client.emulator, record["sid"], record["auth_token"])


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts an emulator with an application behind its number."""
    started: list[Emulator] = []

    def begin(pages: Mapping[str, str | Page], **number: str) -> tuple[Emulator, Application]:
        application = Application(pages)
        emulator = Emulator(clock=Clock(START, frozen=True), seed=7, send=wsgi(application)).start()
        started.append(emulator)
        client = Client(emulator)
        client.made(
            "IncomingPhoneNumbers.json",
            PhoneNumber=OWN,
            VoiceUrl="http://localhost/voice",
            SmsUrl="http://localhost/sms",
            **number,
        )
        return emulator, application

    yield begin
    for emulator in started:
        emulator.close()
