"""The journal: each request is sent once, whatever happens, and every doubt is resolved or held."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from types import SimpleNamespace
from typing import get_args
from urllib.parse import parse_qsl, urlencode

import pytest

from twilio_ops.api.call import CreateCall
from twilio_ops.api.incoming_phone_number import CreateIncomingPhoneNumber
from twilio_ops.api.message import CreateMessage, DeleteMessage, QueryMessage, UpdateMessage
from twilio_ops.api.user_defined_message import CreateUserDefinedMessage
from twilio_ops_components import load_operation
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, NoJournal, Pace, Receiver, Refusal
from twilio_ops_components.journal.pace import Buckets, Throttle
from twilio_ops_components.journal.sender import Sender
from twilio_ops_components.journal.states import FOLLOWS, Outcome, State
from twilio_ops_components.journal.trouble import Trouble
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_runtime import (
    ConfigurationError,
    ConnectError,
    Connection,
    Document,
    Request,
    Response,
    Send,
)
from twilio_ops_runtime.webhooks import sign

DAY = 24 * 3600.0


class Time:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=Clock("2027-01-15T08:00:00Z", frozen=True), seed=1) as emulator:
        yield emulator


@pytest.fixture
def connection(emulator: Emulator) -> Connection:
    return emulator.connection()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def journal(place: str, time: Time) -> Iterator[Journal]:
    with Journal(place, now=time) as journal:
        yield journal


def message(body: str, to: str = "+13115550001") -> bytes:
    return (
        f"<Message><To>{to}</To><From>+13115550000</From><Body>{body}</Body></Message>"
    ).encode()


def inputs(*contents: bytes) -> list[Input]:
    return [
        Input(source=Document(content), index=index, name=f"{index}.xml")
        for index, content in enumerate(contents, 1)
    ]


def bodies(emulator: Emulator) -> Counter[str]:
    """How often each body arrived and was carried out."""
    return Counter(record["body"] for record in emulator.records("Message"))


def states(journal: Journal) -> list[str]:
    return [row["state"] for row in journal.rows()]


def lose(emulator: Emulator, *, when: str, nth: int = 1) -> None:
    """Let the n-th Create get no answer, before or after it is carried out."""
    emulator.faults.add(Fault(kind="drop", when=when, object="Message", action="Create", nth=nth))


def test_each_request_is_sent_once(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """Taking and sending again adds nothing; a row says what became of it."""
    found = inputs(message("a"), message("b", "nobody"), b"<Message/>", message("a"))
    create = CreateMessage(connection)
    taken = journal.take(create, found)
    assert (taken.new, taken.known) == (3, 0)
    [refusal] = taken.refused
    assert refusal.input.index == 3
    assert "To is missing" in refusal.reason
    assert emulator.request_log.count == 0
    assert journal.send(connection) == {"sent": 2, "refused": 1}
    again = journal.take(create, found)
    assert (again.new, again.known) == (0, 3)
    assert journal.send(connection) == {"sent": 2, "refused": 1}
    assert bodies(emulator) == {"a": 2}
    sent, refused, _ = journal.rows()
    assert sent["sid"].startswith("SM")
    assert sent["request_id"].startswith("RQ")
    assert (refused["http_status"], refused["code"]) == (400, 21211)


def test_a_key_has_one_request(journal: Journal, connection: Connection) -> None:
    """The same key with another request is refused; without the element, too."""
    create = CreateMessage(connection)
    taken = journal.take(create, inputs(message("a"), message("b"), message("a")), key="Body")
    assert (taken.new, taken.known) == (2, 1)
    other = inputs(message("a", "+13115550009"), message(""))
    taken = journal.take(create, other, key="Body")
    assert [refusal.reason for refusal in taken.refused] == [
        "it has no element Body, or an empty one",
        "its key 'a' is in the journal with another request, which stays; if this is to be sent, too,"
        " give it another key, or take another journal",
    ]


COMPONENT = """\
format: 1
operation: {object: Message, action: Create, name: send}
parameters:
  To: {element: Phone}
  From: "+13115550000"
  Body: BODY
"""
BODIES = {
    "text": ("[{element: Text}]", "[{element: Text}, '!']"),
    "a property": ("[{element: Text}, {property: Day}]",) * 2,
    "beside a counter": ("['No. ', {counter: number}]", "['Nr. ', {counter: number}]"),
    "a counter's name": ("[{counter: number}]", "[{counter: other}]"),
    "within a table": (
        "[{table: {file: t.csv, match: {day: {current_date: yyyy}}, column: text, default: a}}]",
        "[{table: {file: t.csv, match: {day: {current_date: yyyy}}, column: text, default: b}}]",
    ),
}


@pytest.mark.parametrize("key", [None, "Order"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_an_edited_component_over_the_same_documents_is_refused(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    tmp_path: Path,
    body: tuple[str, str],
    key: str | None,
) -> None:
    """What they make now is another request: it is neither taken for known, nor sent beside it."""
    (tmp_path / "t.csv").write_text("day,text\n1999,x\n", encoding="utf-8")
    path = tmp_path / "send.yaml"
    found = inputs(
        *(
            f"<Order><Order>{n}</Order><Phone>+1311555000{n}</Phone><Text>t</Text></Order>".encode()
            for n in (1, 2)
        )
    )

    def taken(text: str, day: str) -> tuple[int, int, int]:
        path.write_text(COMPONENT.replace("BODY", text), encoding="utf-8")
        component = load_operation(path, connection)
        told: list[str] = []
        intake = journal.take(
            component,
            found,
            key=key,
            properties={"Day": day},
            on_refused=lambda refusal: told.append(refusal.reason),
        )
        assert all("is in the journal with another request, which stays" in one for one in told)
        assert len(told) == intake.refusals
        return intake.new, intake.known, intake.refusals

    before, after = body
    assert taken(before, "1") == (2, 0, 0)
    assert taken(before, "1") == (0, 2, 0)
    assert taken(f"{before}  # a comment", "1") == (0, 2, 0)
    assert taken(after, "2") == (0, 0, 2)
    assert journal.send(connection) == {"sent": 2}
    assert emulator.request_log.count == 2


def test_another_time_to_be_sent_at_is_another_request(
    journal: Journal, connection: Connection, time: Time
) -> None:
    """One who thinks to have moved what is scheduled hears of it; where to call is no part of it."""
    create = CreateMessage(connection)
    for callback in ("https://example.com/a", "https://example.com/b"):
        taken = journal.take(
            create, inputs(scheduled("a")), send_at=time.now + 7200, callback=callback
        )
        assert taken.refusals == 0
    for at in (time.now + 7201, None):
        assert journal.take(create, inputs(scheduled("a")), send_at=at).refusals == 1
    assert journal.counts() == {"ready": 1}


def test_of_many_refusals_the_first_are_held(journal: Journal, connection: Connection) -> None:
    """All are told, and a million take no memory."""
    told: list[Refusal] = []
    taken = journal.take(
        CreateMessage(connection), inputs(*[b"<Message/>"] * 1200), on_refused=told.append
    )
    assert (len(told), taken.refusals, len(taken.refused)) == (1200, 1200, 1000)


@pytest.mark.parametrize("key", ["Body", "Message/Body", "/Message/Body", "Message/Body[1]"])
def test_a_key_is_at_a_path(journal: Journal, connection: Connection, key: str) -> None:
    """One of a component's: below the root, or from it on."""
    create = CreateMessage(connection)
    assert journal.take(create, inputs(message("a"), message("b")), key=key).new == 2
    assert {row["key"] for row in journal.rows()} == {"a", "b"}


@pytest.mark.parametrize("key", ["a b", "Order//Id", "Id/", ""])
def test_a_key_that_is_no_path_is_told_once(
    journal: Journal, connection: Connection, key: str
) -> None:
    """And not of each document."""
    with pytest.raises(
        ConfigurationError, match=r"expected element names joined by /.*property:NAME"
    ):
        journal.take(CreateMessage(connection), inputs(message("a")), key=key)


def test_a_journal_has_one_kind_of_key(journal: Journal, connection: Connection) -> None:
    """By another the same documents would be new, and be sent once more."""
    create = CreateMessage(connection)
    assert journal.take(create, inputs(message("a")), key="Body").new == 1
    for key, said in (
        (None, "the document itself"),
        ("To", "To"),
        ("property:Day", "property:Day"),
    ):
        with pytest.raises(ConfigurationError, match=f"is of key Body, not of {said}"):
            journal.take(create, inputs(message("a")), key=key, properties={"Day": "1"})
    assert journal.counts() == {"ready": 1}


def test_documents_that_say_the_same_are_as_many_requests(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """Also over several times of taking in, where the first ones are known."""
    create = CreateMessage(connection)
    assert journal.take(create, inputs(message("a"), message("b"), message("a"))).new == 3
    again = journal.take(create, inputs(message("a"), message("a"), message("a"), message("b")))
    assert (again.new, again.known) == (1, 3)
    journal.send(connection)
    assert bodies(emulator) == {"a": 3, "b": 1}


def test_what_was_frozen_is_what_is_sent(
    journal: Journal, connection: Connection, tmp_path: Path
) -> None:
    """Byte for byte, and no credentials are in the journal."""
    journal.take(CreateMessage(connection), inputs(message("a &amp; b")))
    [kept] = journal._store._db.execute("SELECT headers, body FROM entry").fetchall()
    assert kept[1] == b"To=%2B13115550001&From=%2B13115550000&Body=a%20%26%20b"
    assert "Authorization" not in kept[0]
    for path in tmp_path.iterdir():
        assert b"Basic " not in path.read_bytes()


def test_what_was_not_processed_is_sent_again(
    journal: Journal, emulator: Emulator, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A 429, and a sender whose queue is full, when the service asks for it."""
    slept(journal, monkeypatch)
    emulator.faults.add(
        Fault(kind="status", status=429, code=20429, retry_after=0, action="Create", times=3)
    )
    emulator.faults.add(Fault(kind="status", status=400, code=21611, action="Create", times=1))
    journal.take(CreateMessage(connection), inputs(message("a"), message("b")))
    assert journal.send(connection) == {"sent": 2}
    assert bodies(emulator) == {"a": 1, "b": 1}
    assert sum(row["attempts"] for row in journal.rows()) == 6


def unreachable(times: int, answered: Callable[[Request], None]) -> Callable[[Send], Send]:
    """Let so many attempts find no service."""
    left = times

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            nonlocal left
            left -= 1
            if left >= 0:
                raise ConnectError("127.0.0.1 did not accept a connection: connection refused")
            answered(request)
            return send(request)

        return attempt

    return wrap


def slept(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Time:
    """Let waiting take no time but that of a clock, which the journal goes by."""
    time = Time()

    def sleep(seconds: float) -> None:
        time.now += seconds

    monkeypatch.setattr("twilio_ops_components.journal.sender.time", SimpleNamespace(sleep=sleep))
    journal._now = journal._clock = journal._store._now = time
    return time


def test_a_service_that_is_not_reached_is_waited_for_and_that_is_said(
    journal: Journal, emulator: Emulator, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One attempt at a time finds out, ever more seldom; nothing is in doubt, and few words are
    made of it however long it lasts."""
    time = slept(journal, monkeypatch)
    began = time.now
    count = 20
    journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(count))))
    told: list[str] = []
    attempts = 14  # ten minutes, for at most one a minute is made
    through = connection.through(unreachable(attempts, lambda request: None))
    found = journal.send(through, Pace(concurrency=1), on_trouble=told.append)
    assert found == {"sent": count}
    assert sum(row["attempts"] for row in journal.rows()) == count + attempts
    assert time.now - began > (attempts - 6) * 60
    assert "the service is not reached: 127.0.0.1 did not accept a connection" in told[0]
    assert told[0].endswith("tried again in 1 s")
    assert re.search(r", for [23] min now: tried again in 60 s$", told[2])
    assert 3 <= len(told) <= 5
    assert bodies(emulator) == {str(n): 1 for n in range(count)}


@pytest.mark.parametrize("trouble", ["unreached", "429", "queue"])
def test_what_is_in_vain_is_given_up(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    """After as long as is asked for, whatever puts it off: what is ready stays so, and the next
    sending begins anew."""
    time = slept(journal, monkeypatch)
    journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(5))))
    told: list[str] = []
    through = connection
    if trouble == "unreached":
        through = connection.through(unreachable(1000, lambda request: None))
    elif trouble == "429":
        emulator.faults.add(Fault(kind="status", status=429, retry_after=7, action="Create"))
    else:
        emulator.faults.add(Fault(kind="status", status=400, code=21611, action="Create"))
    for _ in range(2):
        began = time.now
        assert journal.send(through, give_up_after=120, on_trouble=told.append) == {"ready": 5}
        assert journal.gave_up
        assert 120 <= time.now - began <= 120 + 61
        assert told[-1].endswith(", for 2 min now: given up")
        time.now += 3600
    emulator.faults.clear()
    assert journal.send(connection, give_up_after=300) == {"sent": 5}
    assert not journal.gave_up
    assert bodies(emulator) == {str(n): 1 for n in range(5)}


def test_what_is_answered_now_and_then_is_not_given_up(
    journal: Journal, emulator: Emulator, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it takes in all; nor is what only its own pace holds up."""
    time = slept(journal, monkeypatch)
    began = time.now
    journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(8))))
    emulator.faults.add(
        Fault(kind="status", status=429, retry_after=20, action="Create", probability=0.5, seed=3)
    )
    pace = Pace(concurrency=1, rate=0.02)
    assert journal.send(connection, pace, give_up_after=120) == {"sent": 8}
    assert time.now - began > 5 * 60


def test_a_pause_that_the_service_asked_for_is_said_and_given_up_by_the_next_run(
    journal: Journal, emulator: Emulator, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not wait in silence for what a run before was told."""
    time = slept(journal, monkeypatch)
    emulator.faults.add(Fault(kind="status", status=429, retry_after=300, action="Create", nth=1))
    journal.take(CreateMessage(connection), inputs(message("a")))
    began = time.now
    assert journal.send(connection, give_up_after=10) == {"ready": 1}
    told: list[str] = []
    assert journal.send(connection, give_up_after=10, on_trouble=told.append) == {"ready": 1}
    assert re.match(r"the service asked for a pause before: tried again in \d+ min$", told[0])
    assert told[-1] == "the service asked for a pause before, for 10 s now: given up"
    assert journal.send(connection) == {"sent": 1}
    assert time.now - began >= 300


def test_a_storm_of_refusals_is_said(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Once a minute at most, in the log where nobody else takes it."""
    emulator.faults.add(
        Fault(kind="status", status=429, retry_after=0, action="Create", probability=0.5, seed=3)
    )
    journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(40))))
    assert journal.send(connection) == {"sent": 40}
    [record] = [one for one in caplog.records if one.levelname == "WARNING"]
    assert record.name == "twilio_ops"
    assert "it answers 429, too many requests: tried again in 1 s" in record.getMessage()


def test_notices_become_rare() -> None:
    """However often the trouble comes and goes; that it is over is said when it is."""
    time, told = Time(), list[str]()
    trouble = Trouble(told.append, time)
    for second in range(24 * 3600):
        time.now += 1
        if second % 7:
            trouble.put_off("it is full", 5)
        else:
            trouble.well()
    assert told[0] == "it is full: tried again in 5 s"
    assert told[-1] == "it is full, for 23 h now: tried again in 5 s"
    assert len(told) < 32
    time.now += 61
    trouble.well()
    trouble.well()
    assert told[-1] == "requests are answered again"
    assert told.count("requests are answered again") == 1


@pytest.mark.parametrize("status", [500, 502, 503])
@pytest.mark.parametrize("when", ["before", "after"])
def test_what_may_have_been_carried_out_is_never_sent_again_by_itself(
    journal: Journal, emulator: Emulator, connection: Connection, status: int, when: str
) -> None:
    """Neither in this run nor in the next."""
    emulator.faults.add(Fault(kind="status", status=status, when=when, action="Create"))
    journal.take(CreateMessage(connection), inputs(message("a")))
    assert journal.send(connection) == {"unknown": 1}
    emulator.faults.clear()
    assert journal.send(connection) == {"unknown": 1}
    assert bodies(emulator)["a"] == (when == "after")


def test_a_doubt_is_resolved_by_the_list(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """What is there is matched, what is not is absent only after the settle time, and is sent
    again only when a person says so."""
    lose(emulator, when="after", nth=1)
    lose(emulator, when="before", nth=2)
    journal.take(CreateMessage(connection), inputs(message("a"), message("b"), message("c")))
    pace = Pace(concurrency=1)
    assert journal.send(connection, pace) == {"unknown": 2, "sent": 1}
    assert journal.resolve(connection) == {"matched": 1}
    assert states(journal) == ["matched", "unknown", "sent"]
    time.now += DAY
    assert journal.resolve(connection) == {"absent": 1}
    assert journal.send(connection) == {"matched": 1, "absent": 1, "sent": 1}
    assert journal.resend(states=["absent"]) == 1
    assert journal.send(connection) == {"matched": 1, "sent": 2}
    assert bodies(emulator) == {"a": 1, "b": 1, "c": 1}


def test_what_a_lagging_list_shows_late_is_matched_late(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """An entry that is held as absent is matched all the same when its record shows."""
    lose(emulator, when="before")
    journal.take(CreateMessage(connection), inputs(message("a")))
    journal.send(connection)
    time.now += DAY
    assert journal.resolve(connection) == {"absent": 1}
    CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="a")
    assert journal.resolve(connection) == {"matched": 1}


def test_alike_entries_are_matched_by_number(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """Three entries that say the same, one known to be sent, one record of the others: one is
    matched and one stays in doubt."""
    lose(emulator, when="after", nth=1)
    lose(emulator, when="before", nth=2)
    journal.take(CreateMessage(connection), inputs(message("a"), message("a"), message("a")))
    assert journal.send(connection, Pace(concurrency=1)) == {"unknown": 2, "sent": 1}
    assert bodies(emulator) == {"a": 2}
    assert journal.resolve(connection) == {"matched": 1}
    assert sorted(states(journal)) == ["matched", "sent", "unknown"]
    sids = [row["sid"] for row in journal.rows() if row["sid"]]
    assert len(set(sids)) == 2


def test_what_cannot_be_told_is_no_guess(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """A message to the same recipient whose text nobody sent may be one that was changed."""
    create = CreateMessage(connection)
    lose(emulator, when="before")
    journal.take(create, inputs(message("a"), message("b", "+13115550002")))
    assert journal.send(connection, Pace(concurrency=1)) == {"unknown": 1, "sent": 1}
    create(to="+13115550001", from_="+13115550000", body="Sent from a trial account - a")
    assert journal.resolve(connection) == {"ambiguous": 1}
    time.now += DAY
    assert journal.resolve(connection) == {}
    assert journal.resend(states=["ambiguous"]) == 1


def changed(document: bytes, old: str, new: str) -> bytes:
    return document.replace(old.encode(), new.encode())


TOLD = {
    "as it was sent": (message("a"), "matched"),
    "a number with spaces": (message("a", "+1 (311) 555-0001"), "matched"),
    "spaces and lines": (message("a&#13;&#10;b  c "), "matched"),
    "another channel": (
        changed(message("a", "whatsapp:+13115550001"), "<From>", "<From>whatsapp:"),
        "matched",
    ),
    "smart encoding": (
        changed(message("\u201ca\u201d"), "</Body>", "</Body><SmartEncoded>true</SmartEncoded>"),
        "ambiguous",
    ),
    "a content template": (
        changed(message("a"), "<Body>a</Body>", f"<ContentSid>HX{'a' * 32}</ContentSid>"),
        "ambiguous",
    ),
}


@pytest.mark.parametrize(("document", "state"), TOLD.values(), ids=TOLD)
def test_what_the_service_writes_in_another_way(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    time: Time,
    document: bytes,
    state: str,
) -> None:
    """A text that it changes or makes is no match and no absence; a number's spaces are nothing."""
    lose(emulator, when="after")
    journal.take(CreateMessage(connection), inputs(document))
    assert journal.send(connection) == {"unknown": 1}
    time.now += 2 * DAY
    assert journal.resolve(connection) == {state: 1}


def test_a_number_that_the_list_may_not_know_is_not_absent(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """The service adds what is missing of it; the list is asked for it as it was sent."""
    lose(emulator, when="before")
    journal.take(CreateMessage(connection), inputs(message("a", "13115550001")))
    journal.send(connection)
    time.now += 2 * DAY
    assert journal.resolve(connection) in ({"ambiguous": 1}, {})
    assert states(journal) != ["absent"]


@pytest.mark.parametrize(("arrived", "state"), [(0, "absent"), (1, "ambiguous"), (2, "matched")])
def test_what_no_record_tells_apart_is_matched_only_if_all_is_there(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    time: Time,
    arrived: int,
    state: str,
) -> None:
    """Two messages that differ in their media alone: which of them one record is, nobody knows."""
    for nth in (1, 2):
        lose(emulator, when="after" if nth <= arrived else "before", nth=nth)
    media = "</Body><MediaUrl>https://example.com/{}.png</MediaUrl>"
    found = inputs(*(changed(message("a"), "</Body>", media.format(n)) for n in (1, 2)))
    journal.take(CreateMessage(connection), found)
    journal.send(connection, Pace(concurrency=1))
    time.now += 2 * DAY
    assert journal.resolve(connection) == {state: 2}


def test_a_message_without_a_text_is_not_somebody_elses(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """Its record has an empty one."""
    lose(emulator, when="before")
    media = "<MediaUrl>https://example.com/a.png</MediaUrl>"
    journal.take(CreateMessage(connection), inputs(changed(message("a"), "<Body>a</Body>", media)))
    journal.send(connection)
    CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="of another program")
    assert journal.resolve(connection) == {"ambiguous": 1}


def test_a_property_of_the_run_may_be_the_key(journal: Journal, connection: Connection) -> None:
    """Such as a date: what is run again that day is known."""
    create, properties = CreateMessage(connection), {"Day": "2027-01-15"}
    for new in (1, 0):
        taken = journal.take(
            create, inputs(message("a")), key="property:Day", properties=properties
        )
        assert taken.new == new
    taken = journal.take(create, inputs(message("a")), key="property:Day", properties={})
    assert taken.refused[0].reason == "it has no property:Day, or an empty one"


def test_more_records_than_entries_are_no_match(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """Somebody else sends the same."""
    create = CreateMessage(connection)
    lose(emulator, when="before")
    journal.take(create, inputs(message("a")))
    journal.send(connection)
    for _ in range(2):
        create(to="+13115550001", from_="+13115550000", body="a")
    assert journal.resolve(connection) == {"ambiguous": 1}
    assert next(journal.rows())["message"] == "2 records are like it, and 1 entries"


def test_nothing_is_matched_while_one_like_it_is_under_way(
    journal: Journal, place: str, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """The record in the list may be that one's."""
    lose(emulator, when="before")
    journal.take(CreateMessage(connection), inputs(message("a"), message("a")))
    journal._store.start()
    with journal._store.transaction():
        journal._store.claim(journal._store.ready(1))
    with Journal(place, now=time) as other:
        assert other.send(connection) == {"sending": 1, "unknown": 1}
        CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="a")
        assert other.resolve(connection) == {}


def test_older_records_answer_for_nothing(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """The same message was sent a day before."""
    CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="a")
    emulator.advance(DAY)
    time.now += DAY
    lose(emulator, when="before")
    journal.take(CreateMessage(connection), inputs(message("a")))
    journal.send(connection)
    assert journal.resolve(connection) == {}
    assert states(journal) == ["unknown"]


def test_a_callback_with_the_key_decides(journal: Journal, connection: Connection) -> None:
    """Also before a worker has written what came back."""
    sid = "SM" + "1" * 32
    journal.take(CreateMessage(connection), inputs(message("a")), key="Body")
    assert not journal.confirm("a", sid)  # never sent: somebody makes it up
    assert not journal.confirm("nobody", sid)
    with journal._store.transaction():
        journal._store.claim(journal._store.ready(1))
    assert journal.confirm("a", sid)
    assert states(journal) == ["matched"]


def test_what_a_run_that_failed_was_sending_is_unknown_to_the_next(
    tmp_path: Path, journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """Also in one process, where the worker still is."""
    journal.take(CreateMessage(connection), inputs(message("a"), message("b")))
    journal._store.start()
    with journal._store.transaction():
        journal._store.claim(journal._store.ready(1))
    assert journal.send(connection) == {"sent": 1, "unknown": 1}
    assert journal.send(connection) == {"sent": 1, "unknown": 1}
    journal.close()
    assert not list(tmp_path.glob("*-worker-*"))


def test_workers_that_are_dead_leave_nothing(tmp_path: Path, connection: Connection) -> None:
    """Neither a file nor a row, though they were sending nothing when they ended."""
    path = tmp_path / "send.journal"
    with Journal(path) as journal:
        journal.take(CreateMessage(connection), inputs(message("a")))
    killed = "from twilio_ops_components.journal.store import Store\nimport os, signal, sys, time\n"
    killed += "Store(sys.argv[1], time.time).start()\nos.kill(os.getpid(), signal.SIGKILL)"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", killed, path], check=False)
    assert len(list(tmp_path.glob("*-worker-*"))) == 1  # the second has removed the first's
    with Journal(path) as journal:
        assert journal.send(connection) == {"sent": 1}
        assert len(journal._store._db.execute("SELECT id FROM worker").fetchall()) == 1
    assert not list(tmp_path.glob("*-worker-*"))


def test_refused_credentials_pause_the_journal(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """Not one request is used up; with the right ones it goes on."""
    journal.take(CreateMessage(connection), inputs(message("a"), message("b")))
    wrong = Connection(emulator.account_sid, "f" * 32, send=emulator.handle)
    assert journal.send(wrong) == {"ready": 2}
    assert journal.paused is not None
    assert journal.paused.startswith("the credentials were refused")
    journal.unpause()
    assert journal.send(connection) == {"sent": 2}


def test_a_journal_is_of_one_address(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """A connection to another region, or to another base URL, sends nothing of it and refuses
    nothing; nor does it where the journal does not say its address, as those made before do not."""
    other = emulator.connection(base_url="http://127.0.0.1:9")
    journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(30))))
    to = "its requests are made for https://api.twilio.com/, and the connection is to http://127"
    for ask in (journal.send, journal.resolve):
        with pytest.raises(ConfigurationError, match=to):
            ask(other)
    with pytest.raises(ConfigurationError, match=r"is of address .*, not of"):
        journal.take(CreateMessage(other), inputs(message("30")))
    with journal._store.transaction():
        journal._store.set("address", None)
    assert journal.send(other) == {"ready": 30}
    assert journal.paused == "its requests are for another address"
    journal.unpause()
    assert journal.send(connection) == {"sent": 30}
    assert bodies(emulator) == {str(n): 1 for n in range(30)}


def test_a_paused_journal_sends_nothing(journal: Journal, connection: Connection) -> None:
    """Until it is told to go on."""
    journal.take(CreateMessage(connection), inputs(message("a")))
    journal.pause("lunch")
    assert journal.send(connection) == {"ready": 1}
    assert journal.paused == "lunch"


def test_after_a_deadline_nothing_is_sent(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """Stale messages are refused, and say why."""
    journal.take(CreateMessage(connection), inputs(message("a")))
    assert journal.send(connection, deadline=time.now) == {"refused": 1}
    assert emulator.request_log.count == 0
    assert next(journal.rows())["message"] == "not sent: the deadline has passed"


@pytest.mark.parametrize("first", ["before", "after"])
def test_what_is_refused_when_it_is_sent_again_stays_in_doubt(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time, first: str
) -> None:
    """The attempt before may have arrived: that the second was refused says nothing of it."""
    lose(emulator, when=first)
    journal.take(CreateMessage(connection), inputs(message("a")))
    journal.send(connection)
    emulator.faults.add(Fault(kind="lag", object="Message", seconds=3 * DAY))
    time.now += DAY
    assert journal.resolve(connection) == {"absent": 1}  # as far as the list shows
    assert journal.resend(states=["absent"]) == 1
    emulator.faults.add(Fault(kind="status", status=400, code=21610, action="Create", times=1))
    assert journal.send(connection) == {"unknown": 1}
    [row] = journal.rows()
    assert row["code"] == 21610
    assert row["message"].startswith("an attempt before may have arrived; refused when sent again")
    emulator.faults.clear()
    time.now += DAY
    expected = "matched" if first == "after" else "absent"
    assert journal.resolve(connection) == {expected: 1}


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_delete_claims_no_more_than_is_known(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    when: str,
) -> None:
    """What is not there when it is deleted once more was deleted, though no answer said so."""
    slept(journal, monkeypatch)
    made = CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="x")
    emulator.advance(60)
    emulator.faults.add(Fault(kind="drop", when=when, action="Delete", times=1))
    document = "<Message><Sid>{}</Sid></Message>"
    nowhere = document.format("SM" + "0" * 32)
    documents = inputs(document.format(made.sid).encode(), nowhere.encode())
    journal.take(DeleteMessage(connection), documents)
    found = journal.send(connection, Pace(concurrency=1))
    assert found == {"matched" if when == "after" else "sent": 1, "refused": 1}


def test_a_delete_whose_answer_is_lost_is_simply_sent_again(
    journal: Journal, emulator: Emulator, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting twice deletes once."""
    slept(journal, monkeypatch)
    made = CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="x")
    emulator.advance(60)
    emulator.faults.add(Fault(kind="drop", when="before", action="Delete", times=1))
    document = f"<Message><Sid>{made.sid}</Sid></Message>".encode()
    journal.take(DeleteMessage(connection), inputs(document))
    assert journal.send(connection) == {"sent": 1}
    assert not emulator.records("Message")


def test_an_update_in_doubt_is_held(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """No list tells what an Update did: it is for a person."""
    made = CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="x")
    emulator.advance(60)
    emulator.faults.add(Fault(kind="drop", when="after", action="Update", times=1))
    document = f"<Message><Sid>{made.sid}</Sid><Body></Body></Message>".encode()
    journal.take(UpdateMessage(connection), inputs(document), key="Sid")
    assert journal.send(connection) == {"unknown": 1}
    with pytest.raises(ConfigurationError, match="only a Create leaves a record that tells"):
        journal.resolve(connection)
    assert journal.resend(keys=[made.sid]) == 1
    assert journal.send(connection) == {"sent": 1}


def test_a_journal_is_of_one_operation_and_account(
    journal: Journal, emulator: Emulator, connection: Connection, tmp_path: Path
) -> None:
    """Others are refused before anything is sent."""
    with pytest.raises(ConfigurationError, match="nothing has been taken in yet"):
        journal.send(connection)
    with pytest.raises(ConfigurationError, match="QueryMessage only reads"):
        journal.take(QueryMessage(connection), inputs(message("a")))
    journal.take(CreateMessage(connection), inputs(message("a")))
    with pytest.raises(ConfigurationError, match="is of operation CreateMessage"):
        journal.take(DeleteMessage(connection), inputs(message("a")))
    other = Connection("AC" + "0" * 32, "secret", send=emulator.handle)
    with pytest.raises(ConfigurationError, match=f"is of account {emulator.account_sid}"):
        journal.send(other)
    with pytest.raises(ConfigurationError, match="only absent, ambiguous, unknown are decided on"):
        journal.resend(states=["sent"])
    with pytest.raises(ConfigurationError, match="no entry of this key is in doubt"):
        journal.resend(keys=["a"])
    (tmp_path / "text").write_text(
        "no database, and long enough to be seen as none" * 40, encoding="utf-8"
    )
    with pytest.raises(ConfigurationError, match="is no journal"):
        Journal(tmp_path / "text")
    database = sqlite3.connect(tmp_path / "other")
    database.execute("CREATE TABLE mine (x)")
    database.close()
    with pytest.raises(ConfigurationError, match="is a database, and no journal"):
        Journal(tmp_path / "other")


def test_a_journal_is_made_only_where_it_may_be(place: str, tmp_path: Path) -> None:
    """A mistyped name makes nothing, wherever the journal is; an empty file is none."""
    for _ in range(2):
        with pytest.raises(NoJournal, match="there is no such journal"):
            Journal(place, create=False)
    Journal(place).close()
    with Journal(place, create=False) as journal:
        assert journal.counts() == {}
    (tmp_path / "empty").touch()
    with pytest.raises(NoJournal):
        Journal(tmp_path / "empty", create=False)


def test_a_clock_that_is_set_back_delays_nothing(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """What was put off until a time that is now far away is sent."""
    emulator.faults.add(Fault(kind="status", status=429, retry_after=60, action="Create", times=1))
    journal.take(CreateMessage(connection), inputs(message("a")))
    thread = threading.Thread(target=lambda: journal.send(connection), daemon=True)
    with journal._store.transaction():
        journal._store._db.execute("UPDATE entry SET due = ?", (time.now + 3600,))
    emulator.faults.clear()
    time.now -= 7200
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    assert states(journal) == ["sent"]


def test_the_pace_is_kept() -> None:
    """A second's worth at most, one at the beginning, whoever takes them and however often."""
    pace = Pace(rate=10, sender_rate=2)
    kept: dict[str, tuple[float, float]] = {}
    now = 0.0
    sent: Counter[str] = Counter()
    for _ in range(1000):  # 10 seconds
        buckets = Buckets(pace, kept, now)
        for sender in ("a", "b", "c", "d", "e", "f", "g"):
            count = buckets.allows(sender, 3)
            assert (count > 0) == (buckets.wait(sender) == 0)
            buckets.take(sender, count)
            sent[sender] += count
        kept |= {name: (level, at) for name, level, at in buckets.changed()}
        now += 0.01
    assert 95 <= sent.total() <= 101
    assert max(sent.values()) <= 21
    throttle = Throttle(Pace(concurrency=8), Time())
    throttle.too_many(5)
    assert throttle.concurrency == 4
    assert throttle.blocked == 5
    for _ in range(20 * 4):
        throttle.went_well()
    assert throttle.concurrency == 8
    with pytest.raises(ConfigurationError):
        Pace(rate=0)
    with pytest.raises(ConfigurationError):
        Pace(concurrency=0)


@pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
def test_a_clock_that_jumps_makes_no_burst(jump: float) -> None:
    """Set back, a bucket holds what it held; set forward, one second's worth."""
    pace = Pace(rate=10)
    buckets = Buckets(pace, {"": (0.5, 1e6)}, 1e6 + jump)
    assert buckets.allows("", 99) == (0 if jump < 0 else 10)
    assert buckets.wait("") <= 0.05
    kept = {name: (level, at) for name, level, at in buckets.changed()} or {"": (0.5, 1e6)}
    assert Buckets(pace, kept, 1e6 + jump + 0.1).allows("", 99) >= 1  # and nothing waits for it


def test_machines_whose_clocks_differ_share_a_rate() -> None:
    """One that is a second ahead of the other adds nothing."""
    pace = Pace(rate=10)
    kept = {"": (1.0, 0.0)}
    sent = 0
    for tick in range(1000):  # 10 seconds
        buckets = Buckets(pace, kept, tick / 100 + tick % 2)
        count = buckets.allows("", 99)
        buckets.take("", count)
        sent += count
        kept |= {name: (level, at) for name, level, at in buckets.changed()}
    assert 100 <= sent <= 112


def test_what_else_uses_the_account_is_left_its_part() -> None:
    """A 429 that says how many requests are under way sets how many may be: of 12, 8 ours, 4 are
    others', so 7 are tried; where the service does not say, half of them."""
    for under_way, allowed in ((12, 7), (9, 7), (8, 7), (40, 7), (3, 2), (0, 1), (None, 4)):
        throttle = Throttle(Pace(concurrency=8), Time())
        throttle.too_many(1, 8, under_way)
        assert (under_way, throttle.concurrency) == (under_way, allowed)


def test_the_service_says_how_much_of_the_account_is_in_use(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """The header field of a 429 is taken; what it asks to wait holds for the next run, too."""
    told: list[Request] = []

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            if not told:
                told.append(request)
                journal.pause()
                headers = {"Twilio-Concurrent-Requests": "6", "Retry-After": "30"}
                return Response(429, headers, b"")
            return send(request)

        return attempt

    store = journal._store
    time = Time()
    journal.take(CreateMessage(connection), inputs(message("a")))
    store.start()
    first = Sender(store, connection.through(wrap), Pace(concurrency=8), time, time)
    first.run()
    assert first.throttle.concurrency == 1  # of the six, one was ours; without the header it were 4
    time.now += 10
    other = Sender(store, connection, Pace(), time, time).throttle
    assert 20 <= other.blocked <= 35.1
    assert other.concurrency == 1
    assert Sender(store, connection, Pace(concurrency=3), time, time).throttle.concurrency == 1
    time.now -= 2 * DAY  # the clock was set back: nobody knows how far
    assert Sender(store, connection, Pace(), time, time).throttle.blocked == 0


def test_an_idempotency_key_settles_a_doubt(
    journal: Journal, emulator: Emulator, connection: Connection
) -> None:
    """What has one is sent once more, and is done once; what has none stays in doubt."""
    call = CreateCall(connection)(to="+13115550001", from_="+13115550000", twiml="<Response/>")
    emulator.faults.add(Fault(kind="drop", when="after", object="UserDefinedMessage", times=2))
    journal.take(
        CreateUserDefinedMessage(connection),
        inputs(
            *(
                f"<UserDefinedMessage><ParentSid>{call.sid}</ParentSid><Content>{{}}</Content>"
                f"{key}</UserDefinedMessage>".encode()
                for key in ("<IdempotencyKey>k</IdempotencyKey>", "")
            )
        ),
    )
    assert journal.send(connection) == {"unknown": 2}
    journal.pause()
    with pytest.raises(ConfigurationError, match="has no Query"):
        journal.resolve(connection)
    assert journal.counts() == {"ready": 1, "unknown": 1}
    journal.unpause()
    assert journal.send(connection) == {"sent": 1, "unknown": 1}
    assert len(emulator.records("UserDefinedMessage")) == 2


def test_only_what_tells_of_the_record_is_a_callback(
    journal: Journal, connection: Connection
) -> None:
    """A number's StatusCallback is called for its messages, and says nothing of its purchase."""
    operation = CreateIncomingPhoneNumber(connection)
    with pytest.raises(ConfigurationError, match="takes no address that says what became of it"):
        journal.take(operation, inputs(), callback="https://example.com/told")


def test_only_a_person_leads_back_from_a_doubt() -> None:
    """What is decided stays so."""
    states: tuple[State, ...] = get_args(State)
    assert set(FOLLOWS) == set(states)
    assert {state for state in states if not FOLLOWS[state]} == {"sent", "refused", "matched"}
    assert {s for s, after in FOLLOWS.items() if "sending" in after} == {"ready"}


def test_a_component_with_values_that_are_new_each_time_is_taken_in_once(
    journal: Journal, emulator: Emulator, connection: Connection, tmp_path: Path
) -> None:
    """A counter goes on from one to the next, and its documents are known when they come again."""
    path = tmp_path / "send.yaml"
    path.write_text(
        "format: 1\n"
        "operation: {object: Message, action: Create, name: send}\n"
        "parameters:\n"
        "  To: {element: Phone}\n"
        '  From: "+13115550000"\n'
        "  Body: [{element: Text}, ' ', {counter: {name: number}}]\n",
        encoding="utf-8",
    )
    component = load_operation(path, connection)
    found = inputs(
        *(f"<Order><Phone>+1311555000{n}</Phone><Text>No.</Text></Order>".encode() for n in (1, 2))
    )
    assert journal.take(component, found).new == 2
    taken = journal.take(load_operation(path, connection), found)
    assert (taken.new, taken.known) == (0, 2)
    assert journal.send(connection) == {"sent": 2}
    assert bodies(emulator) == {"No. 1": 1, "No. 2": 1}


def test_a_deadline_is_of_what_was_taken_in(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """Whoever sends it later; what was taken in without one is sent all the same, and what goes out
    tells the service for how long it may wait there."""
    create = CreateMessage(connection)
    sent: list[Request] = []

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            sent.append(request)
            return send(request)

        return attempt

    own = message("own").replace(b"</Body>", b"</Body><ValidityPeriod>30</ValidityPeriod>")
    journal.take(create, inputs(message("a"), own), key="Body", deadline=time.now + 600)
    journal.take(create, inputs(message("b")), key="Body")
    journal.take(create, inputs(message("late")), key="Body", deadline=time.now + 10)
    time.now += 50
    assert journal.send(connection.through(wrap)) == {"sent": 3, "refused": 1}
    validity = {form["Body"]: form.get("ValidityPeriod") for form in map(form_of, sent)}
    assert validity == {"a": "550", "own": "30", "b": None}
    late = [row for row in journal.rows() if row["state"] == "refused"]
    assert [(row["key"], row["message"]) for row in late] == [
        ("late", "not sent: the deadline has passed")
    ]


def form_of(request: Request) -> dict[str, str]:
    return dict(parse_qsl((request.body or b"").decode()))


def test_a_clock_that_is_set_forward_makes_nothing_late(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """It may be wrong, and what is refused stays so: the journal is paused, and a person looks."""
    journal.take(CreateMessage(connection), inputs(message("a")), deadline=time.now + 3600)
    store = journal._store
    store.start()
    clock = Time()
    sender = Sender(store, connection, Pace(), time, clock)
    time.now += 2 * DAY
    sender.run()
    assert journal.counts() == {"ready": 1}
    assert journal.paused is not None
    assert journal.paused.startswith("the clock went forward by 172800 s at once")
    time.now -= 2 * DAY
    journal.unpause()
    assert journal.send(connection) == {"sent": 1}


def test_a_jump_of_the_clock_sends_nothing_twice(
    place: str, emulator: Emulator, connection: Connection
) -> None:
    """While requests are under way it goes back a day, and forward two; nothing waits for it."""
    ahead = 0.0
    jumps = iter([-DAY, 2 * DAY, -3 * DAY, 0.0, 5 * DAY, -DAY])

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            nonlocal ahead
            ahead += next(jumps, 0.0)
            return send(request)

        return attempt

    emulator.faults.add(Fault(kind="drop", when="after", action="Create", nth=2))
    emulator.faults.add(
        Fault(kind="status", status=429, retry_after=0, action="Create", when="before", nth=4)
    )
    with Journal(place, now=lambda: 1_800_000_000 + ahead + monotonic()) as journal:
        journal.take(CreateMessage(connection), inputs(*(message(str(n)) for n in range(6))))
        found = journal.send(connection.through(wrap), Pace(concurrency=2, rate=1000))
    assert found == {"sent": 5, "unknown": 1}
    assert bodies(emulator) == {str(n): 1 for n in range(6)}


def test_what_is_left_of_the_pace_holds_over_restarts(
    journal: Journal, place: str, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """A second's rate is not sent anew by whoever starts anew, and is shared by all who send."""
    create = CreateMessage(connection)
    journal.take(create, inputs(*(message(str(n)) for n in range(40))))
    pace = Pace(rate=5)
    for second in range(1, 4):
        for worker in (journal, Journal(place, now=time)):
            store = worker._store
            store.start()
            sender = Sender(store, connection, pace, time, time)
            with store.transaction(alone=True):
                claimed = sender._chosen(20)
                store.claim(claimed)
                store.record_all([Outcome(one.id, "sent") for one in claimed])
            if worker is not journal:
                worker.close()
        assert journal.counts()["sent"] == 1 + 5 * (second - 1)
        time.now += 1


def test_a_sender_that_must_wait_holds_up_no_other(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """However many of its entries come first."""
    many = [message(f"m{n}") for n in range(300)]
    others = [
        message(f"o{n}").replace(b"+13115550000", f"+1311555200{n}".encode()) for n in range(5)
    ]
    journal.take(CreateMessage(connection), inputs(*many, *others))
    journal._store.start()
    sender = Sender(journal._store, connection, Pace(sender_rate=1), time, time)
    with journal._store.transaction():
        claimed = sender._chosen(20)
    assert Counter(entry.sender for entry in claimed) == {
        "+13115550000": 1,
        **{f"+1311555200{n}": 1 for n in range(5)},
    }


# -- two phases -----------------------------------------------------------------------------------


SERVICE = "MG" + "a" * 32


def scheduled(body: str, to: str = "+13115550001") -> bytes:
    return (
        f"<Message><To>{to}</To><MessagingServiceSid>{SERVICE}</MessagingServiceSid>"
        f"<Body>{body}</Body></Message>"
    ).encode()


@pytest.fixture
def shared_clock(emulator: Emulator, time: Time) -> Callable[[float], None]:
    """Lets time pass for the journal and the service alike."""
    time.now = emulator.clock.now()

    def wait(seconds: float) -> None:
        time.now += seconds
        emulator.advance(seconds)

    return wait


def test_what_lost_answers_schedule_twice_is_canceled_before_it_is_due(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    time: Time,
    shared_clock: Callable[[float], None],
) -> None:
    """Lists lag behind what was lost, so that doubles are scheduled; each message arrives once."""
    create = CreateMessage(connection)
    documents = inputs(*(scheduled(f"{n % 5}", f"+1311555{n % 3:04}") for n in range(30)))
    due = time.now + 6 * 3600
    assert journal.take(create, documents, send_at=due).new == 30
    for seed, when in enumerate(("before", "after", "after")):
        fault = Fault(kind="drop", when=when, action="Create", probability=0.3, seed=seed)
        emulator.faults.add(fault)
    emulator.faults.add(Fault(kind="lag", object="Message", seconds=900))
    journal.send(connection)
    doubts = journal.counts()["unknown"]
    assert doubts > 5
    found = journal.reconcile(connection, lag=60, wait=shared_clock)
    assert set(journal.counts()) <= {"sent", "matched"}
    # A list lags by more than was expected: the doubles of late show later, still before it is due.
    assert found["again"] > 0
    emulator.faults.clear()
    shared_clock(900)
    later = journal.reconcile(connection, lag=60, wait=shared_clock)
    assert found.get("canceled", 0) + later.get("canceled", 0) > 0
    assert time.now < due
    statuses = Counter(record["status"] for record in emulator.records("Message"))
    assert statuses["scheduled"] == 30
    shared_clock(due - time.now + 3600)
    ended = Counter(
        (record["to"], record["body"])
        for record in emulator.records("Message")
        if record["status"] != "canceled"
    )
    assert ended == Counter((f"+1311555{n % 3:04}", f"{n % 5}") for n in range(30))
    assert {r["status"] for r in emulator.records("Message")} == {"delivered", "canceled"}


@pytest.mark.parametrize("lag", [60, 600])
def test_what_is_not_in_the_list_yet_is_not_scheduled_again(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    time: Time,
    shared_clock: Callable[[float], None],
    lag: float,
) -> None:
    """Lists lag: it may still come. After so many seconds it does not, but what was sent then is
    looked for as long, since both may come."""
    lose(emulator, when="before")
    journal.take(CreateMessage(connection), inputs(scheduled("a")), send_at=time.now + 7200)
    journal.send(connection)
    waits: list[tuple[float, int]] = []

    def wait(seconds: float) -> None:
        waits.append((seconds, len(emulator.records("Message"))))
        shared_clock(seconds)

    assert journal.reconcile(connection, lag=lag, wait=wait)["again"] == 1
    assert waits == [(lag, 0), (lag, 1)]
    assert bodies(emulator) == {"a": 1}


def test_what_somebody_else_schedules_is_not_canceled(
    journal: Journal,
    emulator: Emulator,
    connection: Connection,
    time: Time,
    shared_clock: Callable[[float], None],
) -> None:
    """More records than lost answers explain: nothing is guessed."""
    create = CreateMessage(connection)
    lose(emulator, when="after")
    journal.take(create, inputs(scheduled("a")), send_at=time.now + 7200)
    journal.send(connection)
    create(
        to="+13115550001",
        messaging_service_sid=SERVICE,
        body="a",
        schedule_type="fixed",
        send_at=datetime.fromtimestamp(time.now + 7200, UTC),
    )
    assert journal.reconcile(connection, lag=60, wait=shared_clock) == {"ambiguous": 1}
    assert {record["status"] for record in emulator.records("Message")} == {"scheduled"}


def test_only_what_a_service_sends_in_time_is_scheduled(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """From 15 minutes to 35 days ahead; what is no longer in time is refused before it is sent."""
    create = CreateMessage(connection)
    for ahead in (899, 35 * DAY + 1):
        with pytest.raises(ConfigurationError, match="from 15 minutes to 35 days ahead"):
            journal.take(create, inputs(scheduled("a")), send_at=time.now + ahead)
    with pytest.raises(ConfigurationError, match="CreateCall cannot be scheduled"):
        journal.take(CreateCall(connection), inputs(), send_at=time.now + 3600)
    with pytest.raises(ConfigurationError, match="nothing has been taken in yet"):
        journal.reconcile(connection)
    own = scheduled("a").replace(b"</Body>", b"</Body><SendAt>2027-02-01T00:00:00Z</SendAt>")
    taken = journal.take(create, inputs(message("a"), own, scheduled("b")), send_at=time.now + 3600)
    assert [refusal.reason for refusal in taken.refused] == [
        "it has no MessagingServiceSid, and what has none cannot be scheduled",
        "it is scheduled already, by its document",
    ]
    time.now += 3600 - 899
    assert journal.send(connection) == {"refused": 1}
    assert journal.reconcile(connection) == {}
    assert emulator.request_log.count == 0


def test_what_arrived_before_it_is_sent_again_is_told_all_the_same(
    journal: Journal, emulator: Emulator, connection: Connection, time: Time
) -> None:
    """A callback that comes after somebody decided to send again; and a deadline that passes then
    leaves a doubt, for an attempt before may have arrived."""
    emulator.faults.add(Fault(kind="drop", when="before", action="Create"))
    documents = inputs(message("a"), message("b"))
    journal.take(CreateMessage(connection), documents, key="Body", deadline=time.now + 60)
    assert journal.send(connection) == {"unknown": 2}
    assert journal.resend(states=["unknown"]) == 2
    assert journal.confirm("a", "SM" + "1" * 32)
    time.now += 61
    assert journal.send(connection) == {"matched": 1, "unknown": 1}


# -- callbacks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "status"),
    [(None, 413), ("", 413), ("x", 413), ("-1", 413), ("1.0", 413), ("11", 413), ("10", 403), ("0", 403)],
)  # fmt: skip
def test_a_call_has_a_length(
    monkeypatch: pytest.MonkeyPatch, length: str | None, status: int
) -> None:
    """One that does not say it, or says too much, is not read; a signature is asked of the rest."""
    monkeypatch.setattr("twilio_ops_components.journal.receive.LONGEST", 10)
    confirmed: list[str] = []
    url = "http://localhost/told"
    with Receiver(url, "t" * 32, "Message", lambda *one: confirmed.append(one[0])) as receiver:
        called = HTTPConnection("127.0.0.1", receiver.port, timeout=60)
        called.putrequest("POST", "/told?entry=a")
        if length is not None:
            called.putheader("Content-Length", length)
        called.endheaders(b"x" * 10 if length == "10" else None)
        assert called.getresponse().status == status
        called.close()
    assert confirmed == []


def test_a_signed_call_tells_of_an_entry_if_it_names_it() -> None:
    """And its record; any other that the account has signed is taken, and says nothing."""
    confirmed: list[tuple[str, str]] = []
    sid, url = "SM" + "0" * 32, "http://localhost/told"
    with Receiver(url, "t" * 32, "Message", lambda *one: confirmed.append(one)) as receiver:
        called = HTTPConnection("127.0.0.1", receiver.port, timeout=60)
        for query, form in (
            ("", {"MessageSid": sid}),
            ("?odd=a", {"MessageSid": sid}),
            ("?entry=a", {"CallSid": sid}),
            ("?entry=a", {"MessageSid": "odd"}),
            ("?entry=a", {}),
            ("?entry=b+c&odd=1", {"MessageSid": sid, "Body": ""}),
        ):
            signed = {"X-Twilio-Signature": sign("t" * 32, url + query, form)}
            called.request("POST", f"/told{query}", urlencode(form), signed)
            answer = called.getresponse()
            assert (answer.status, answer.read()) == (204, b"")
        called.close()
    assert confirmed == [("b c", sid)]
