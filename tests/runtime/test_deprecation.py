"""What is not to be used any more: it says so, and works."""

from __future__ import annotations

import warnings
from inspect import signature

from twilio_ops.api.message import CreateMessage, Message
from twilio_ops.api.sms_message import CreateSMSMessage, SMSMessage
from twilio_ops_emulator import Emulator


def test_what_is_deprecated_says_so_where_programs_look() -> None:
    """As PEP 702 has it; what an operation answers is not what anybody chooses, and is not marked."""
    assert "Message has replaced it." == CreateSMSMessage.__dict__["__deprecated__"]
    assert not hasattr(SMSMessage, "__deprecated__")
    assert not hasattr(CreateMessage, "__deprecated__")


def test_what_is_deprecated_works_without_a_warning() -> None:
    """An operation and a parameter that are: what was written against them runs on."""
    with Emulator(seed=1) as twilio, warnings.catch_warnings():
        warnings.simplefilter("error")
        number = "+13115550000"
        twilio_connection = twilio.connection()
        sent = CreateMessage(twilio_connection)(
            to="+13115556789", from_=number, body="Hello", max_price=1
        )
        assert isinstance(sent, Message)
    assert "max_price" in signature(CreateMessage.__call__).parameters
