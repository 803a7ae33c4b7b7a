"""Tests say what they expect: what is not so is explained, and a test leaves no trace in the next."""

from __future__ import annotations

import re

import pytest
from emulator_client import Client

from twilio_ops.api.message import CreateMessage
from twilio_ops_emulator import Emulator, EmulatorError

MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "See you at 7"}


def test_waiting_for_a_message(emulator: Emulator, client: Client) -> None:
    """Whatever library it is of, to its end or to a status on the way."""
    made = client.made("Messages.json", MESSAGE)
    assert "sent" == emulator.wait_for(made, "sent")["status"]
    assert "delivered" == emulator.wait_for(made["sid"])["status"]
    typed = CreateMessage(emulator.connection())(to=MESSAGE["To"], from_=MESSAGE["From"], body="x")
    assert "delivered" == emulator.wait_for(typed)["status"]
    theirs = emulator.client().messages.create(to=MESSAGE["To"], from_=MESSAGE["From"], body="x")
    assert "delivered" == emulator.wait_for(theirs)["status"]
    call = client.made("Calls.json", To=MESSAGE["To"], From=MESSAGE["From"], Url="http://x/")
    assert "in-progress" == emulator.wait_for(call, "in-progress")["status"]


def test_waiting_in_vain_is_explained(emulator: Emulator, client: Client) -> None:
    """What became of it, or that nothing more will."""
    emulator.script("Message", "undelivered", error_code=30006)
    made = client.made("Messages.json", MESSAGE)
    with pytest.raises(AssertionError, match=r"queued -> sending -> sent -> undelivered .* 30006"):
        emulator.wait_for(made, "delivered")
    with pytest.raises(EmulatorError, match="no status arrived; there are: queued"):
        emulator.wait_for(made, "arrived")
    with pytest.raises(EmulatorError, match="no message and no call"):
        emulator.wait_for(f"SM{1:032x}")
    with pytest.raises(EmulatorError, match="has no Sid"):
        emulator.wait_for("nothing")
    emulator.script("Call", "open")
    call = client.made(
        "Calls.json",
        To=MESSAGE["To"],
        From=MESSAGE["From"],
        Twiml="<Response><Pause length='60'/></Response>",
    )
    with pytest.raises(AssertionError, match="5 seconds were waited"):
        emulator.wait_for(call, "completed", seconds=5)


def test_what_was_sent(emulator: Emulator, client: Client) -> None:
    """By values or patterns; how many, and which."""
    client.made("Messages.json", MESSAGE)
    client.made("Messages.json", {**MESSAGE, "To": "+13115551111"})
    (found,) = emulator.assert_sent(to=MESSAGE["To"], body=re.compile("at [0-9]"))
    assert MESSAGE["Body"] == found["body"]
    assert 2 == len(emulator.assert_sent(from_=MESSAGE["From"], count=2, status="queued"))
    assert [] == emulator.assert_sent(to="+13115552222", count=0)


def test_what_was_not_sent_is_explained(emulator: Emulator, client: Client) -> None:
    """With what was sent instead, and requests that were refused."""
    client.post("Messages.json", {**MESSAGE, "To": "nobody"})
    with pytest.raises(AssertionError, match=r"nothing was sent at all; .* refused with 400"):
        emulator.assert_sent()
    client.made("Messages.json", MESSAGE)
    with pytest.raises(AssertionError) as error:
        emulator.assert_sent(to=MESSAGE["To"], body="Hello")
    assert "body is 'See you at 7', not 'Hello'" in str(error.value)
    assert "to is" not in str(error.value)
    with pytest.raises(AssertionError, match=r"1 message was sent .*, not 2"):
        emulator.assert_sent(to=MESSAGE["To"], count=2)
    with pytest.raises(EmulatorError, match="no field boby"):
        emulator.assert_sent(boby="x")


def test_a_status_that_is_set(emulator: Emulator, client: Client) -> None:
    """At once, and nothing more happens by itself; what cannot follow is refused."""
    made = client.made("Messages.json", MESSAGE)
    emulator.set_status(made, "undelivered", error_code=30003)
    emulator.advance(60)
    record = client.get(f"Messages/{made['sid']}.json").json
    assert ("undelivered", 30003) == (record["status"], record["error_code"])
    with pytest.raises(EmulatorError, match="is undelivered; what may follow is: nothing"):
        emulator.set_status(made, "delivered")
    call = client.made("Calls.json", To=MESSAGE["To"], From=MESSAGE["From"], Url="http://x/")
    emulator.set_status(call, "busy")
    assert "busy" == client.get(f"Calls/{call['sid']}.json").json["status"]
