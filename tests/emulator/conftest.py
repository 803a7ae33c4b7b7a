from __future__ import annotations

from collections.abc import Iterator

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator

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
