"""A real Chromium on the page of an emulator that listens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from twilio_ops_emulator import Clock, Emulator

START = "2026-11-01T10:00:00+00:00"
PERSON, OWN = "+14155550100", "+14155550199"


def complains(said: Any) -> bool:
    """Whether the browser says that something is wrong; what is refused is no mistake of the page."""
    return bool(said.type == "error" and "status of 400 (Bad Request)" not in said.text)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; tests that need it skip where it is not installed."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def twilio() -> Iterator[Emulator]:
    """An emulator with a number, whose clock stands still."""
    with Emulator(clock=Clock(START, frozen=True), seed=7) as emulator:
        number = {"phone_number": OWN, "friendly_name": "Office"}
        emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
        yield emulator


@pytest.fixture
def url(twilio: Emulator) -> Iterator[str]:
    """Where the emulator's page is."""
    server = pytest.importorskip("twilio_ops_emulator.api.server", reason="aiohttp is missing")
    with server.Server(twilio) as running:
        yield f"{running.url}/_emulator/"


@pytest.fixture
def page(chromium: Any, url: str) -> Iterator[Any]:
    """The page, opened; whatever it complains about fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if complains(said) else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.set_default_timeout(5000)
    tab.goto(url)
    tab.wait_for_selector("#tabs a")
    yield tab
    context.close()
    assert [] == complaints
