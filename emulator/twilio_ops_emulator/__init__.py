"""A stateful emulation of Twilio's 2010-04-01 API: in process, over HTTP and as a pytest plugin.

::

    with Emulator() as twilio:
        connection = twilio.connection()

Names load when they are used: pytest imports this package at every start for the sake of its plugin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twilio_ops_emulator.api.errors import EmulatorError
    from twilio_ops_emulator.application import asgi, wsgi
    from twilio_ops_emulator.control.faults import Fault
    from twilio_ops_emulator.control.live import LiveCall, LiveMessage
    from twilio_ops_emulator.emulator import Emulator
    from twilio_ops_emulator.state.clock import Clock

__all__ = ["Clock", "Emulator", "EmulatorError", "Fault", "LiveCall", "LiveMessage", "asgi", "wsgi"]

_HOMES = {
    "Clock": "state.clock",
    "Emulator": "emulator",
    "EmulatorError": "api.errors",
    "Fault": "control.faults",
    "LiveCall": "control.live",
    "LiveMessage": "control.live",
    "asgi": "application",
    "wsgi": "application",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
