"""The emulator as an object: what it is to begin with, and what its methods do and give back."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.control import links
from twilio_ops_runtime.http.messages import Response

OWN, PERSON = "+15005550100", "+15005550199"
MESSAGE = {"To": PERSON, "From": OWN, "Body": "Hello"}


def answered(_: Any) -> Response:
    """What an application says to everything."""
    return Response(200, {"Content-Type": "text/xml"}, b"<Response/>")


@pytest.fixture
def office() -> Emulator:
    """An emulator whose account has a number, and whose application answers."""
    emulator = Emulator(clock=Clock(1000, frozen=True), seed=7, send=answered)
    number = {"phone_number": OWN, "sms_url": "http://localhost/", "voice_url": "http://localhost/"}
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
    return emulator


def test_what_there_is_to_begin_with() -> None:
    """Two accounts that own themselves: the main one, and that of the test credentials."""
    emulator = Emulator(clock=Clock(0, frozen=True))
    main, test = emulator.records("Account")
    for account, sid, token, name in (
        (main, emulator.account_sid, emulator.auth_token, "Main account"),
        (test, emulator.test_account_sid, emulator.test_auth_token, "Test credentials"),
    ):
        assert (account["sid"], account["auth_token"], account["friendly_name"]) == (
            sid,
            token,
            name,
        )
        assert (account["owner_account_sid"], account["status"], account["type"]) == (sid, "active", "Full")  # fmt: skip
        assert emulator.token_of(sid) == token
    assert (emulator.callbacks, emulator.documents, emulator.failures) == ([], [], [])
    assert repr(emulator) == f"<Emulator of {emulator.account_sid}>"
    assert main["sid"] == f"AC{'e0' * 16}" and main["auth_token"] == "f0" * 16
    own = Emulator(account_sid=f"AC{1:032x}", auth_token="x")
    assert (own.account_sid, own.auth_token) == (f"AC{1:032x}", "x")
    assert own.connection().account_sid == f"AC{1:032x}"


def test_time_is_moved_and_put_back(office: Emulator) -> None:
    """Reset takes everything back to the beginning, the clock included."""
    office.advance(5)
    office.advance()
    office.fault("latency", seconds=1)
    Client(office).made("Messages.json", MESSAGE)
    assert office.clock.now() == 1006
    office.reset()
    assert (office.clock.now(), len(office.faults), office.request_log.count) == (1000, 0, 0)
    assert (office.records("Message"), office.records("IncomingPhoneNumber")) == ([], [])
    assert len(office.records("Account")) == 2


def test_a_snapshot_brings_back_what_was(office: Emulator) -> None:
    """Time, records and what is to happen; what is due by then happens first."""
    client = Client(office)
    sid = client.made("Messages.json", {**MESSAGE, "StatusCallback": "http://localhost/"})["sid"]
    office.clock.advance(1)
    before = office.snapshot()
    assert [row["status"] for row in office.records("Message")] == ["sending"]
    office.advance(100)
    assert (len(office.callbacks), office.clock.now()) == (3, 1101)
    office.restore(before)
    assert (office.clock.now(), office.records("Message")[0]["sid"]) == (1001, sid)
    office.advance(100)
    assert [row["status"] for row in office.records("Message")] == ["delivered"]


def test_what_went_out_is_told_apart(office: Emulator) -> None:
    """Callbacks, and the documents that applications were asked for, oldest first."""
    office.receive_message(PERSON, OWN, "x")
    hook = {"StatusCallback": "http://localhost/status"}
    Client(office).made("Messages.json", {**MESSAGE, **hook})
    office.receive_message(PERSON, OWN, "y")
    office.advance(60)
    assert [one.callback.url for one in office.callbacks] == ["http://localhost/status"] * 3
    assert [one.callback.url for one in office.documents] == ["http://localhost/"] * 2
    numbers = [one.number for one in (*office.documents, *office.callbacks)]
    assert sorted(numbers) == [1, 2, 3, 4, 5]


def test_what_cannot_happen_is_raised_when_all_else_has(office: Emulator) -> None:
    """And stays to be seen."""
    office.state.later(1, "Queue", "explode")
    Client(office).made("Messages.json", MESSAGE)
    with pytest.raises(ExceptionGroup, match=r"^not all that was due could happen") as failed:
        office.advance(60)
    assert len(failed.value.exceptions) == 1
    assert [one.describe()["what"] for one in office.failures] == ["Queue.explode"]
    assert office.records("Message")[0]["status"] == "delivered"


def test_records_are_chosen_by_a_test_and_counted(office: Emulator) -> None:
    """The newest first; of another product by its name."""
    client = Client(office)
    for name in "abc":
        client.made("Queues.json", FriendlyName=name)
    found = [row["friendly_name"] for row in office.records("Queue", limit=2)]
    assert found == ["c", "b"]
    found = [row["friendly_name"] for row in office.records("Queue", lambda r: r["friendly_name"] < "c")]  # fmt: skip
    assert found == ["b", "a"]
    assert office.records("verify-v2/Service") == []
    assert office.products == ["conversations-v1", "lookups-v2", "messaging-v1", "verify-v2"]


def test_every_change_has_another_revision(office: Emulator) -> None:
    """Requests, control, what goes out, records of any product, and time; looking changes nothing."""
    client = Client(office)
    service = client.emulator.client().verify.v2.services
    steps: list[Any] = [
        lambda: client.get("Queues.json"),
        lambda: client.send("POST", "/_emulator/snapshot"),
        lambda: service.create(friendly_name="Shop"),
        lambda: office.receive_message(PERSON, OWN, "x"),
        lambda: office.advance(1),
        lambda: office.seed({"records": [{"object": "Queue"}]}),
    ]
    known = office.revision
    for step in steps:
        step()
        assert office.revision != known
        known = office.revision
        for look in ("/state", "/list/requests", "/records/Message"):
            client.send("GET", f"/_emulator{look}")
        office.records("Message")
        assert office.revision == known
    office.state.later(0, "Queue", "explode")
    with pytest.raises(ExceptionGroup):
        office.advance()
    assert [a - b for a, b in zip(office.revision[:5], known[:5], strict=True)] == [0, 0, 1, 0, 0]


def test_what_comes_in_is_at_hand(office: Emulator) -> None:
    """A message with its replies, and a call with its record, its status and its course."""

    def reply(_: Any) -> Response:
        body = b"<Response><Message>one</Message><Message>two</Message></Response>"
        return Response(200, {"Content-Type": "text/xml"}, body)

    replying = Emulator(clock=Clock(0, frozen=True), seed=7, send=reply)
    number = {"phone_number": OWN, "sms_url": "http://localhost/"}
    replying.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
    first, second = (replying.receive_message(PERSON, OWN, body) for body in ("a", "b"))
    other = replying.receive_message("+15005550198", OWN, "c")
    assert [one["body"] for one in first.replies] == ["one", "two", "one", "two"]
    assert [one["body"] for one in second.replies] == ["one", "two"]
    assert {one["to"] for one in other.replies} == {"+15005550198"}
    assert (repr(first), first.record["body"]) == (f"<LiveMessage {first.sid}>", "a")
    call = office.receive_call(PERSON, OWN)
    assert (repr(call), call.record["sid"]) == (f"<LiveCall {call.sid}>", call.sid)
    assert office.call(call.sid).timeline == call.timeline != []
    assert (call.status, call.legs) == (call.record["status"], [])


def test_verifications_of_an_address(office: Emulator) -> None:
    """Newest first, with their codes; all, or those of one."""
    service = office.client().verify.v2.services.create(friendly_name="Shop")
    made = [
        service.verifications.create(to=to, channel="sms").sid for to in (PERSON, "+13115556789")
    ]
    assert [one["sid"] for one in office.verifications()] == made[::-1]
    (one,) = office.verifications(to=PERSON)
    assert (one["sid"], one["to"]) == (made[0], PERSON) and re.fullmatch(r"\d{6}", one["code"])


def test_a_recording_is_transcribed(office: Emulator) -> None:
    """As it is told; the transcription is given back by its Sid, and is ready after a while."""
    office.script("Call", "open")
    office.seed(
        {"records": [{"object": "Recording", "as": "r", "values": {"status": "completed"}}]}
    )
    sid = office.transcribe(office.records("Recording")[0]["sid"], "Hello there")
    office.advance(60)
    (made,) = office.records("Transcription")
    assert (made["sid"], made["status"], made["transcription_text"]) == (sid, "completed", "Hello there")  # fmt: skip


@pytest.mark.parametrize(
    ("frozen", "background", "passes"),
    [(False, None, True), (True, None, False), (True, True, True)],
)
def test_time_passes_by_itself(frozen: bool, background: bool | None, passes: bool) -> None:
    """Unless the clock stands still, or it is told otherwise."""
    emulator = Emulator(clock=Clock(None if not frozen else 0, frozen=frozen))
    assert emulator.start(background=background) is emulator
    try:
        sid = Client(emulator).made("Messages.json", MESSAGE)["sid"]
        row = emulator.state.table("Message").anywhere(sid)
        assert row is not None
        emulator.clock.advance(60)
        deadline = time.monotonic() + (10 if passes else 0.05)
        while row["status"] != "delivered" and time.monotonic() < deadline:
            time.sleep(0.005)
        assert (row["status"] == "delivered") is passes
    finally:
        emulator.close()


def test_whose_record_a_sid_is_by_its_prefix() -> None:
    """Of several objects the one with the shortest path; the main API's before a product's."""
    emulator = Emulator()
    found = links.objects(emulator)
    for product in ("", *emulator.products):
        state = emulator.product(product)
        for model in state.catalog.objects.values():
            if state.base(model) is model and model.identity == "sid" and "sid" in model.fields:
                assert set(model.fields["sid"].prefixes) <= set(found)
    assert next(iter(found.values())) == "Account"
    for prefix, name in found.items():
        state, model = emulator.place_of(name)
        assert prefix in model.fields["sid"].prefixes and model.identity == "sid"


def test_a_connection_takes_settings(office: Emulator) -> None:
    """A key instead of the token, and whatever else a connection takes."""
    key = Client(office).made("Keys.json")
    connection = office.connection(api_key=key["sid"], api_secret=key["secret"])
    assert connection.account_sid == office.account_sid
    assert repr(connection) == f"<Connection {office.account_sid} by API key>"
    with pytest.raises(EmulatorError, match=r"^there is no account AC0$"):
        office.connection("AC0")
