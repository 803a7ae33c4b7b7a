"""What a deed costs: how many and how much its category counts, what that adds up to, and the balance."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from emulator_client import Client

PERSON, MAGIC = "+13115552368", "+15005550006"
MESSAGE = {"To": PERSON, "From": MAGIC, "Body": "Hi"}
CALL = {"To": PERSON, "From": MAGIC}


def texts(client: Client, body: str = "Hi", **more: Any) -> None:
    """A message goes out."""
    client.made("Messages.json", {**MESSAGE, "Body": body, **more})


def buys(client: Client, number: str) -> None:
    """A number is bought."""
    client.made("IncomingPhoneNumbers.json", PhoneNumber=number)


def calls(client: Client, seconds: int) -> str:
    """A call is placed and lasts so long."""
    twiml = f"<Response><Pause length='{seconds}'/></Response>"
    sid: str = client.made("Calls.json", {**CALL, "Twiml": twiml})["sid"]
    return sid


def receives(client: Client, body: str = "Hi", *media: str) -> None:
    """A message comes in."""
    buys(client, "+14155552345")
    client.emulator.receive_message(PERSON, "+14155552345", body, media)


def records(client: Client, seconds: int) -> str:
    """A part of a call is recorded."""
    call = calls(client, seconds + 20)
    client.emulator.advance(10)
    path = f"Calls/{call}/Recordings"
    sid: str = client.made(f"{path}.json")["sid"]
    client.emulator.advance(seconds)
    client.made(f"{path}/{sid}.json", Status="stopped")
    return sid


def writes_down(client: Client) -> None:
    """A recording is transcribed."""
    sid = records(client, 61)
    client.emulator.advance(60)
    client.emulator.transcribe(sid, "Hello")


DEEDS: list[tuple[str, Callable[[Client], object], str, str, str, tuple[str, ...]]] = [
    ("sms-outbound", texts, "1", "1", "0.00750", ("sms",)),
    ("sms-outbound", lambda c: texts(c, "x" * 160), "1", "1", "0.00750", ("sms",)),
    ("sms-outbound", lambda c: texts(c, "x" * 161), "1", "2", "0.01500", ("sms",)),
    ("sms-outbound", lambda c: texts(c, "\u4f60" * 71), "1", "2", "0.01500", ("sms",)),
    ("mms-outbound", lambda c: texts(c, MediaUrl="https://example.com/a.png"), "1", "1", "0.02000", ("mms",)),
    ("sms-inbound", receives, "1", "1", "0.00750", ("sms",)),
    ("sms-inbound", lambda c: receives(c, "x" * 161), "1", "2", "0.01500", ("sms",)),
    ("mms-inbound", lambda c: receives(c, "Hi", "https://example.com/a.png"), "1", "1", "0.01000", ("mms",)),
    ("phonenumbers-local", lambda c: buys(c, "+14155552344"), "1", "1", "1.15000", ("phonenumbers",)),
    ("phonenumbers-tollfree", lambda c: buys(c, "+18005552344"), "1", "1", "2.15000", ("phonenumbers",)),
    ("calls-outbound", lambda c: calls(c, 60), "1", "1", "0.01300", ("calls",)),
    ("calls-outbound", lambda c: calls(c, 61), "1", "2", "0.02600", ("calls",)),
    ("recordings", lambda c: records(c, 60), "1", "1", "0.00250", ()),
    ("recordings", lambda c: records(c, 61), "1", "2", "0.00500", ()),
    ("transcriptions", writes_down, "1", "2", "0.10000", ()),
]  # fmt: skip
"""A category, a deed, how many and how much are counted, the price, and what the category is part of."""


@pytest.mark.parametrize(
    ("category", "deed", "count", "usage", "price", "above"),
    DEEDS,
    ids=[f"{row[0]}-{number}" for number, row in enumerate(DEEDS)],
)
def test_a_deed_is_counted_once_and_paid(
    client: Client,
    category: str,
    deed: Callable[[Client], object],
    count: str,
    usage: str,
    price: str,
    above: tuple[str, ...],
) -> None:
    """In its category and in those above it; the balance is less by all that was used."""
    before = Decimal(client.get("Balance.json").json["balance"])
    deed(client)
    client.emulator.advance(600)
    rows = {row["category"]: row for row in client.listed("Usage/Records.json", "usage_records")}
    for each in (category, *above):
        found = rows[each]
        assert (found["count"], found["usage"], found["price"]) == (count, usage, price), each
    total = Decimal(rows["totalprice"]["price"])
    assert Decimal(rows["totalprice"]["usage"]) == total
    assert before - Decimal(client.get("Balance.json").json["balance"]) == total
    used = {each for each, row in rows.items() if row["count"] != "0"}
    assert used >= {category, *above, "totalprice"}


@pytest.mark.parametrize(
    ("path", "deed", "price"), [("Recordings", records, "-0.00500"), ("Calls", calls, "-0.02600")]
)
def test_a_record_says_what_it_cost(
    client: Client, path: str, deed: Callable[[Client, int], str], price: str
) -> None:
    """As a negative amount, with its currency, of each minute that began."""
    sid = deed(client, 61)
    client.emulator.advance(600)
    row = client.get(f"{path}/{sid}.json").json
    assert (row["duration"], row["price"], row["price_unit"]) == ("61", price, "USD")
