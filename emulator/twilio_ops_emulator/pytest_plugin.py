"""Fixtures for pytest: an emulator for each test, fresh and with a clock that stands still.

``twilio`` is the emulator, ``twilio_connection`` a connection to it in process, ``twilio_url`` its
address over HTTP. A test that wants other settings overrides ``twilio_settings``.

Whoever installs the package has them: pytest finds this module by its entry point, ``twilio_ops``
(``-p no:twilio_ops`` leaves it out).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from twilio_ops_emulator.emulator import Emulator
    from twilio_ops_runtime.connection import Connection

__all__ = ["twilio", "twilio_connection", "twilio_settings", "twilio_url"]


@pytest.fixture
def twilio_settings() -> dict[str, Any]:
    """Arguments of ``Emulator`` besides the frozen clock."""
    return {}


@pytest.fixture
def twilio(twilio_settings: dict[str, Any]) -> Iterator[Emulator]:
    """An emulator; its clock stands still until ``advance``."""
    from twilio_ops_emulator.emulator import Emulator
    from twilio_ops_emulator.state.clock import Clock

    settings: dict[str, Any] = {"clock": Clock(frozen=True), **twilio_settings}
    with Emulator(**settings) as emulator:
        yield emulator


@pytest.fixture
def twilio_connection(twilio: Emulator) -> Connection:
    """A connection to the main account, without a socket."""
    return twilio.connection()


@pytest.fixture
def twilio_url(twilio: Emulator) -> Iterator[str]:
    """The address of the emulator over HTTP, for other libraries and programs."""
    try:
        from twilio_ops_emulator.api.server import Server
    except ImportError as missing:
        if not str(missing.name).startswith("aiohttp"):
            raise
        pytest.fail("twilio_url needs aiohttp: pip install 'twilio-ops[emulator]'", pytrace=False)
    with Server(twilio) as server:
        yield server.url
