"""Fixtures for tests: an emulator in the test's own process.

::

    def test_it(twilio, twilio_connection):
        message = CreateMessage(twilio_connection)(to="+15005550009", from_="+15005550006", body="Hello")
        twilio.wait_for(message)
        twilio.assert_sent(to="+15005550009", status="delivered")

``twilio_client`` is Twilio's own library, ``twilio_url`` the address for other programs. Settings of
one's own: override ``twilio_settings``. With ``twilio_scope = module`` (or ``session``) in the
configuration of pytest the emulator is made once for so long, and each test leaves it as it found it.

Whoever installs the package has them: pytest finds this module by its entry point, ``twilio_ops``
(``-p no:twilio_ops`` leaves it out).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest

if TYPE_CHECKING:
    from twilio_ops_emulator.emulator import Emulator
    from twilio_ops_runtime.connection import Connection

__all__ = [
    "twilio",
    "twilio_client",
    "twilio_connection",
    "twilio_settings",
    "twilio_url",
]

SETTING = "twilio_scope"
_SCOPES: Final = ("function", "class", "module", "package", "session")
_Scope = Literal["function", "class", "module", "package", "session"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the configuration say how long an emulator lasts."""
    parser.addini(SETTING, f"how long the emulator of the fixtures lasts: {', '.join(_SCOPES)}")


def _scope(fixture_name: str, config: pytest.Config) -> _Scope:
    wanted = str(config.getini(SETTING) or "function")
    for scope in _SCOPES:
        if scope == wanted:
            return scope
    raise pytest.UsageError(f"{SETTING}: {wanted!r} is none of {', '.join(_SCOPES)}")


@pytest.fixture(scope=_scope)
def twilio_settings() -> dict[str, Any]:
    """Arguments of ``Emulator`` besides the frozen clock."""
    return {}


@pytest.fixture(scope=_scope)
def twilio(twilio_settings: dict[str, Any]) -> Iterator[Emulator]:
    """An emulator; its clock stands still until ``advance``."""
    from twilio_ops_emulator.emulator import Emulator
    from twilio_ops_emulator.state.clock import Clock

    settings: dict[str, Any] = {"clock": Clock(frozen=True), **twilio_settings}
    with Emulator(**settings) as emulator:
        yield emulator


@pytest.fixture(autouse=True)
def _twilio_as_it_was(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where an emulator outlasts a test, the test leaves it as it found it."""
    if "twilio" not in request.fixturenames or _scope("twilio", request.config) == "function":
        yield
        return
    emulator: Emulator = request.getfixturevalue("twilio")
    before, faults = emulator.snapshot(), emulator.faults.mark()
    yield
    emulator.restore(before)
    emulator.faults.rewind(faults)
    emulator.request_log.clear()


@pytest.fixture(scope=_scope)
def twilio_connection(twilio: Emulator) -> Connection:
    """A connection to the main account, without a socket."""
    return twilio.connection()


@pytest.fixture(scope=_scope)
def twilio_client(twilio: Emulator) -> Any:
    """Twilio's own ``Client`` of the main account, without a socket."""
    from twilio_ops_emulator.api.errors import EmulatorError

    try:
        return twilio.client()
    except EmulatorError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope=_scope)
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
