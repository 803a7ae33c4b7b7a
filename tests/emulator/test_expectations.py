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


def test_how_long_is_waited(emulator: Emulator, client: Client) -> None:
    """Until what is due by then has happened, and no longer than is needed."""
    sid = client.made("Messages.json", MESSAGE)["sid"]
    begun = emulator.clock.now()
    with pytest.raises(AssertionError) as failed:
        emulator.wait_for(sid, "delivered", seconds=3.5)
    way = f"Message {sid} did not come to delivered: it went queued -> sending -> sent"
    assert str(failed.value) == f"{way}, and 3.5 seconds were waited"
    assert emulator.clock.now() == begun + 2
    assert emulator.wait_for(sid, "delivered", seconds=2)["status"] == "delivered"
    assert emulator.wait_for(sid, seconds=0)["sid"] == sid
    assert emulator.clock.now() == begun + 4
    with pytest.raises(
        AssertionError, match=r"it went delivered, and nothing more is to happen to it$"
    ):
        emulator.wait_for(sid, "failed")
    other = client.made("Messages.json", {**MESSAGE, "To": "+13115550009"})["sid"]
    assert (emulator.wait_for(other)["sid"], emulator.clock.now()) == (other, begun + 8)


def test_what_was_not_sent_comes_nearest_first(emulator: Emulator, client: Client) -> None:
    """Those that differ least, of those the oldest first; what came in was not sent."""
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": {"phone_number": MESSAGE["From"]}}]})  # fmt: skip
    emulator.receive_message(MESSAGE["To"], MESSAGE["From"], "came in")
    assert emulator.assert_sent(count=0) == []
    sids = [
        client.made("Messages.json", {**MESSAGE, "To": to, "Body": body})["sid"]
        for to, body in (("+13115550001", "a"), ("+13115550002", "b"), ("+13115550001", "b"), ("+13115550001", "c"))
    ]  # fmt: skip
    with pytest.raises(AssertionError) as failed:
        emulator.assert_sent(to="+13115550002", body=re.compile("^x"), num_segments="1")
    assert str(failed.value).splitlines() == [
        "no message was sent with to='+13115550002', body=/^x/, num_segments='1'",
        f"  {sids[1]} to +13115550002 (queued): body is 'b', not /^x/",
        *(
            f"  {sids[n]} to +13115550001 (queued): to is '+13115550001', not '+13115550002', body is"
            f" '{body}', not /^x/"
            for n, body in ((0, "a"), (2, "b"), (3, "c"))
        ),
    ]
    assert [one["sid"] for one in emulator.assert_sent(body="b")] == [sids[1], sids[2]]
    emulator.set_status(sids[0], "failed", error_code=30008)
    for code in ("30008", 30008, re.compile("8$")):
        assert len(emulator.assert_sent(error_code=code)) == 1  # type: ignore[arg-type]


def test_what_was_refused_is_a_hint(emulator: Emulator, client: Client) -> None:
    """Where nothing was sent: the last five, and of sending alone."""
    client.get("Messages/x.json")
    for number in range(7):
        emulator.fault("status", status=400 + number, times=1)
        client.post("Messages.json", MESSAGE)
    with pytest.raises(AssertionError) as failed:
        emulator.assert_sent(count=3)
    assert str(failed.value).splitlines() == [
        "no message was sent with any, not 3",
        "  nothing was sent at all; requests to send were refused with 402, 403, 404, 405, 406",
    ]
    emulator.request_log.clear()
    emulator.fault("status", status=399, times=1)
    client.post("Messages.json", MESSAGE)
    assert client.get("Messages/x.json").status == 404
    with pytest.raises(AssertionError, match=r"nothing was sent at all$"):
        emulator.assert_sent()
