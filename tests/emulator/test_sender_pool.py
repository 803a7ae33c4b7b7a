"""Which sender of a messaging service a message has, and what a pool holds."""

from __future__ import annotations

from typing import Any

import pytest

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.behaviour.sender_pool import choose

pytest.importorskip("phonenumbers")
SF, SF2, NY, LONDON, CODE, WORD = "+14155550100", "+14155550101", "+12125550100", "+442079460000", "12345", "Shop"  # fmt: skip
AMERICAN, BRITISH = "+14159990000", "+447400123456"
CHOICES: list[tuple[list[str], str, str | None, str | None]] = [
    ([NY, SF], AMERICAN, None, SF),
    ([SF, SF2], AMERICAN, None, SF),
    ([SF2, SF], AMERICAN, None, SF2),
    ([LONDON, NY], AMERICAN, None, NY),
    ([LONDON, CODE], AMERICAN, None, CODE),
    ([CODE, NY], AMERICAN, None, NY),
    ([LONDON, WORD], AMERICAN, None, LONDON),
    ([WORD], AMERICAN, None, None),
    ([], AMERICAN, None, None),
    ([SF, LONDON], BRITISH, None, LONDON),
    ([SF, WORD], BRITISH, None, SF),
    ([CODE, WORD], BRITISH, None, WORD),
    ([CODE], BRITISH, None, None),
    ([SF, NY], AMERICAN, NY, NY),
    ([SF, NY], AMERICAN, LONDON, SF),
    ([SF, WORD], AMERICAN, WORD, WORD),
]


@pytest.mark.parametrize(("senders", "to", "before", "chosen"), CHOICES)
def test_the_sender_that_a_pool_chooses(
    senders: list[str], to: str, before: str | None, chosen: str | None
) -> None:
    """The one before, the nearest number, a short code in North America, a word elsewhere."""
    assert choose(senders, to, before) == chosen


@pytest.fixture
def twilio() -> Emulator:
    """An emulator whose clock stands still."""
    pytest.importorskip("twilio")
    return Emulator(clock=Clock("2026-11-01", frozen=True), seed=5)


@pytest.fixture
def service(twilio: Emulator) -> Any:
    """A messaging service."""
    services = twilio.client().messaging.v1.services
    return services(services.create(friendly_name="Mine").sid)


def test_a_pool_holds_numbers_codes_and_words(twilio: Emulator, service: Any) -> None:
    """Each list shows what it is of; numbers come first."""
    library = twilio.client()
    words = {"short_code": CODE, "account_sid": twilio.account_sid, "sid": f"SC{1:032x}"}
    twilio.seed({"records": [{"object": "ShortCode", "values": words}]})
    service.alpha_senders.create(WORD)
    code = service.short_codes.create(f"SC{1:032x}")
    number = service.phone_numbers.create(library.incoming_phone_numbers.create(phone_number=LONDON).sid)  # fmt: skip
    assert (code.short_code, code.country_code, code.capabilities) == (CODE, "US", ["SMS", "MMS"])
    assert (number.phone_number, number.country_code) == (LONDON, "GB")
    assert {one.service_sid for one in (code, number)} == {service.fetch().sid}
    for to, sender in ((AMERICAN, CODE), (BRITISH, LONDON)):
        sid = service.fetch().sid
        made = library.messages.create(to=to, messaging_service_sid=sid, body="x")
        assert twilio.wait_for(made, "queued")["from"] == sender
    made = library.messages.create(to=BRITISH, messaging_service_sid=sid, from_=LONDON, body="x")
    assert (made.from_, made.messaging_service_sid, made.status) == (LONDON, sid, "accepted")
    assert twilio.wait_for(made, "delivered")["from"] == LONDON


def test_a_sender_that_does_not_stick_is_chosen_anew(twilio: Emulator) -> None:
    """Where the service says so."""
    library = twilio.client()
    made = library.messaging.v1.services.create(friendly_name="x", sticky_sender=False)
    numbers = library.messaging.v1.services(made.sid).phone_numbers
    used = []
    for number in (LONDON, NY, SF):
        numbers.create(library.incoming_phone_numbers.create(phone_number=number).sid)
        sent = library.messages.create(to=AMERICAN, messaging_service_sid=made.sid, body="x")
        used.append(twilio.wait_for(sent, "delivered")["from"])
    assert used == [LONDON, NY, SF]


def test_a_service_tells_what_becomes_of_its_messages(twilio: Emulator) -> None:
    """To its own address, unless the message names one."""
    library = twilio.client()
    made = library.messaging.v1.services.create(friendly_name="x", status_callback="http://localhost/service")  # fmt: skip
    numbers = library.messaging.v1.services(made.sid).phone_numbers
    numbers.create(library.incoming_phone_numbers.create(phone_number=SF).sid)
    for more in ({}, {"status_callback": "http://localhost/own"}):
        library.messages.create(to=AMERICAN, messaging_service_sid=made.sid, body="x", **more)
    twilio.advance(10)
    urls = [one.callback.url for one in twilio.callbacks if not one.callback.attempt]
    assert sorted(set(urls)) == ["http://localhost/own", "http://localhost/service"]
    said = [dict(one.callback.parameters) for one in twilio.callbacks if not one.callback.attempt]
    assert {one["MessagingServiceSid"] for one in said} == {made.sid}


def test_what_comes_in_goes_to_the_service_of_its_number(twilio: Emulator) -> None:
    """A number that is in no pool has its own address."""
    library = twilio.client()
    made = library.messaging.v1.services.create(friendly_name="x", inbound_request_url="http://localhost/in", use_inbound_webhook_on_number=False)  # fmt: skip
    numbers = library.messaging.v1.services(made.sid).phone_numbers
    inside = library.incoming_phone_numbers.create(phone_number=SF, sms_url="http://localhost/own")
    numbers.create(inside.sid)
    library.incoming_phone_numbers.create(phone_number=NY, sms_url="http://localhost/own")
    for number in (SF, NY):
        twilio.receive_message(AMERICAN, number, "Hello")
    assert [one.callback.url for one in twilio.documents if not one.callback.attempt] == [
        "http://localhost/in",
        "http://localhost/own",
    ]
