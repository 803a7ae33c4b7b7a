"""A stateful emulation of Twilio's 2010-04-01 API: in process, over HTTP and as a pytest plugin.

::

    with Emulator() as twilio:
        connection = twilio.connection()
"""

from __future__ import annotations

from twilio_ops_emulator.clock import Clock
from twilio_ops_emulator.emulator import Emulator
from twilio_ops_emulator.errors import EmulatorError
from twilio_ops_emulator.faults import Fault

__all__ = ["Clock", "Emulator", "EmulatorError", "Fault"]
