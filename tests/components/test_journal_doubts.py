"""What a journal says of what is in doubt: by the service's list, by its words, to the second."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops.api.call import CreateCall
from twilio_ops.api.message import CreateMessage, UpdateMessage
from twilio_ops.api.queue import CreateQueue
from twilio_ops.api.user_defined_message import CreateUserDefinedMessage
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, Pace
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_runtime import ConfigurationError, Document, Request, Response, Send

DAY = 24 * 3600.0
TO, FROM, SERVICE = "+13115550001", "+13115550000", "MG" + "a" * 32


class Shared:
    """The time of the journal and of the service alike."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self._emulator.clock.now()

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self._emulator.advance(seconds)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=Clock("2027-01-15T08:00:00Z", frozen=True), seed=1) as emulator:
        yield emulator


@pytest.fixture
def connection(emulator: Emulator) -> Connection:
    return emulator.connection()


@pytest.fixture
def time(emulator: Emulator) -> Shared:
    return Shared(emulator)


@pytest.fixture
def journal(tmp_path: Path, time: Shared) -> Iterator[Journal]:
    with Journal(tmp_path / "send.journal", now=time) as journal:
        yield journal


def texts(*bodies: str, to: str = TO, more: str = "") -> list[Input]:
    return [
        Input(
            source=Document(
                f"<Message><To>{to}</To><From>{FROM}</From><Body>{body}</Body>{more}</Message>"
            ),
            index=index,
        )
        for index, body in enumerate(bodies, 1)
    ]


def scheduled(*bodies: str) -> list[Input]:
    sender = f"<MessagingServiceSid>{SERVICE}</MessagingServiceSid>"
    return [
        Input(
            source=Document(f"<Message><To>{TO}</To>{sender}<Body>{body}</Body></Message>"),
            index=index,
        )
        for index, body in enumerate(bodies, 1)
    ]


def lose(emulator: Emulator, *when: str, action: str = "Create") -> None:
    """Let so many requests get no answer, before or after they are carried out."""
    for nth, one in enumerate(when, 1):
        emulator.faults.add(Fault(kind="drop", when=one, action=action, nth=nth))


def told(journal: Journal) -> list[tuple[str, str | None]]:
    return [(row["state"], row["message"]) for row in journal.rows()]


@pytest.mark.parametrize(
    ("after", "settled", "state"),
    [(DAY - 1, None, "unknown"), (DAY, None, "absent"), (59, 60, "unknown"), (60, 60, "absent")],
)
def test_what_is_not_in_the_list_is_absent_when_it_has_had_its_time(
    journal: Journal,
    connection: Connection,
    emulator: Emulator,
    time: Shared,
    after: float,
    settled: float | None,
    state: str,
) -> None:
    """A day, if nobody says otherwise."""
    lose(emulator, "before")
    journal.take(CreateMessage(connection), texts("a"))
    journal.send(connection)
    time.wait(after)
    options = {} if settled is None else {"settled": settled}
    found = journal.resolve(connection, **options)
    [(now, message)] = told(journal)
    assert now == state
    if state == "absent":
        assert (found, message) == ({"absent": 1}, f"not in the list {after:.0f} s after")
        assert next(journal.rows())["ended_at"] == time()
    else:
        assert found == {}


@pytest.mark.parametrize(("before", "state"), [(600, "matched"), (601, "unknown")])
def test_clocks_may_differ_by_ten_minutes(
    journal: Journal,
    connection: Connection,
    emulator: Emulator,
    time: Shared,
    before: float,
    state: str,
) -> None:
    """A record that is older than that is no entry's."""
    made = CreateMessage(connection)(to=TO, from_=FROM, body="a")
    time.wait(before)
    lose(emulator, "before")
    journal.take(CreateMessage(connection), texts("a"))
    journal.send(connection)
    assert journal.resolve(connection) == ({"matched": 1} if state == "matched" else {})
    [row] = journal.rows()
    assert (row["state"], row["sid"]) == (state, made.sid if state == "matched" else None)


def test_each_doubt_says_why_it_is_what_it_is(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """By what the list has beside what was sent."""
    create = CreateMessage(connection)
    lose(emulator, "after", "before", "after", "after", "before", "before")
    media = "<MediaUrl>https://example.com/{}.png</MediaUrl>"
    journal.take(
        create,
        [
            *texts("found"),
            *texts("not yet"),
            *texts("same", to="+13115550002", more=media.format(1)),
            *texts("same", to="+13115550002", more=media.format(2)),
            *texts("mine", to="+13115550003"),
            *texts("other", to="13115550004"),
        ],
    )
    journal.send(connection, Pace(concurrency=1))
    create(to="+13115550003", from_=FROM, body="somebody else's")
    create(to="+13115550003", from_=FROM, body="another's")
    assert journal.resolve(connection) == {"matched": 3, "ambiguous": 1}
    also = (
        "found in the list, with others that it does not tell apart: the Sid may be one of theirs"
    )
    known = [message for state, message in told(journal) if state != "unknown"]
    assert known == [
        "found in the list",
        also,
        also,
        "2 other records to the same recipient are explained by no entry",
    ]
    time.wait(DAY)
    assert journal.resolve(connection) == {"absent": 1, "ambiguous": 1}
    assert told(journal)[1] == ("absent", "not in the list 86400 s after")
    assert told(journal)[5] == (
        "ambiguous",
        "not in the list, which may write its number in another way",
    )


def test_a_doubt_that_stays_leaves_the_next_to_be_looked_at(
    journal: Journal, connection: Connection, emulator: Emulator
) -> None:
    """Somebody has sent the first one, too; nobody the second."""
    create = CreateMessage(connection)
    lose(emulator, "after", "after")
    journal.take(create, texts("like", "found"))
    journal.send(connection, Pace(concurrency=1))
    create(to=TO, from_=FROM, body="like")
    assert journal.resolve(connection) == {"ambiguous": 1, "matched": 1}
    assert told(journal) == [
        ("ambiguous", "2 records are like it, and 1 entries"),
        ("matched", "found in the list"),
    ]


def test_one_record_of_two_that_no_record_tells_apart(
    journal: Journal, connection: Connection, emulator: Emulator
) -> None:
    """Is nobody's; nor is one whose text the service makes."""
    lose(emulator, "after", "before", "after")
    media = "<MediaUrl>https://example.com/{}.png</MediaUrl>"
    made = f"<ContentSid>HX{'a' * 32}</ContentSid>"
    journal.take(
        CreateMessage(connection),
        [
            *texts("same", more=media.format(1)),
            *texts("same", more=media.format(2)),
            *texts("", to="+13115550002", more=made),
        ],
    )
    journal.send(connection, Pace(concurrency=1))
    assert journal.resolve(connection) == {"ambiguous": 3}
    said = "1 records may be its own, and do not say what was sent"
    assert told(journal) == [("ambiguous", said)] * 3


@pytest.mark.parametrize(
    ("number", "state"),
    [
        ("+13115550001", "absent"),
        ("+1 (311) 555-0001", "absent"),
        ("13115550001", "ambiguous"),
        ("whatsapp:+13115550001", "absent"),
        ("1234", "absent"),
        ("12345", "ambiguous"),
    ],
)
def test_a_number_without_its_plus_is_one_that_the_list_may_not_know(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared, number: str, state: str
) -> None:  # fmt: skip
    """A short one and that of a channel are as they are."""
    emulator.faults.add(Fault(kind="drop", when="before", action="Create"))
    journal.take(CreateMessage(connection), texts("a", to=number))
    assert journal.send(connection) == {"unknown": 1}
    time.wait(DAY)
    assert journal.resolve(connection) == {state: 1}


def test_an_update_is_decided_by_a_person(
    journal: Journal, connection: Connection, emulator: Emulator, tmp_path: Path
) -> None:
    made = CreateMessage(connection)(to=TO, from_=FROM, body="x")
    emulator.advance(60)
    lose(emulator, "after", action="Update")
    document = Document(f"<Message><Sid>{made.sid}</Sid><Body></Body></Message>")
    journal.take(UpdateMessage(connection), [Input(source=document, index=1)], key="Sid")
    journal.send(connection)
    with pytest.raises(ConfigurationError) as caught:
        journal.resolve(connection)
    assert str(caught.value) == (
        f"{tmp_path / 'send.journal'}: is of UpdateMessage, and only a Create leaves a record"
        " that tells: look at what is in doubt, and send again by its key what was not done"
    )


def test_what_has_no_filter_that_finds_it_stays_in_doubt(
    tmp_path: Path, connection: Connection, emulator: Emulator
) -> None:
    lose(emulator, "after")
    document = Document("<Queue><FriendlyName>a</FriendlyName></Queue>")
    with Journal(tmp_path / "x") as journal:
        journal.take(CreateQueue(connection), [Input(source=document, index=1)])
        assert journal.resolve(connection) == {}
        assert journal.send(connection) == {"unknown": 1}
        with pytest.raises(
            ConfigurationError, match=r"^Queue has no filter that finds what was sent$"
        ):
            journal.resolve(connection)


def test_a_call_is_found_by_its_numbers(
    tmp_path: Path, connection: Connection, emulator: Emulator
) -> None:
    """Whoever else is called meanwhile; what it is told to do stands in no record."""
    lose(emulator, "after", "before")
    with Journal(tmp_path / "x") as journal:
        journal.take(
            CreateCall(connection),
            [
                Input(
                    source=Document(
                        f"<Call><To>+1311555000{n}</To><From>{FROM}</From>"
                        "<Twiml>&lt;Response/&gt;</Twiml></Call>"
                    ),
                    index=n,
                )
                for n in (1, 2)
            ],
        )
        journal.send(connection, Pace(concurrency=1))
        assert journal.resolve(connection) == {"matched": 1}
        assert [row["state"] for row in journal.rows()] == ["matched", "unknown"]
        assert next(journal.rows())["sid"] == emulator.records("Call")[0]["sid"]


# -- what is scheduled ----------------------------------------------------------------------------


def test_what_is_scheduled_is_brought_to_one_record_each(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """Of three whose answers were lost, two have arrived: one is sent again."""
    lose(emulator, "after", "before", "after")
    due = time() + 7200
    journal.take(CreateMessage(connection), scheduled("a", "b", "c", "d"), send_at=due)
    assert journal.is_scheduled
    journal.send(connection, Pace(concurrency=1))
    emulator.advance(200)
    found = journal.reconcile(connection, Pace(concurrency=1), wait=time.wait)
    assert found == {"matched": 2, "again": 1}
    assert time.waits == [400, 600], "ten minutes after what was sent last"
    assert told(journal) == [
        ("matched", "found in the list"),
        ("sent", None),
        ("matched", "found in the list"),
        ("sent", None),
    ]
    assert sorted(record["body"] for record in emulator.records("Message")) == ["a", "b", "c", "d"]
    assert {record["date_sent"] for record in emulator.records("Message")} == {None}
    assert journal.reconcile(connection, wait=time.wait) == {}


def test_what_is_there_twice_is_canceled_but_for_one(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """Where the list showed it too late; the one that stays is the entry's."""
    emulator.faults.add(Fault(kind="lag", object="Message", seconds=300))
    lose(emulator, "after")
    journal.take(CreateMessage(connection), scheduled("a"), send_at=time() + 7200)
    journal.send(connection)
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {"again": 1}
    assert len(emulator.records("Message")) == 2
    time.wait(300)
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {"canceled": 1}
    statuses = {record["sid"]: record["status"] for record in emulator.records("Message")}
    assert sorted(statuses.values()) == ["canceled", "scheduled"]
    assert statuses[next(journal.rows())["sid"]] == "scheduled"
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {}


def test_what_is_too_late_to_be_scheduled_again_is_absent(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """Fifteen minutes before it is due it can be scheduled no more."""
    emulator.faults.add(Fault(kind="drop", when="before", action="Create"))
    journal.take(CreateMessage(connection), scheduled("a"), send_at=time() + 1500)
    journal.send(connection)
    time.wait(600)
    assert journal.reconcile(connection, wait=time.wait) == {"absent": 1}
    assert told(journal) == [("absent", "not in the list, and too late to be scheduled again")]


def test_a_paused_journal_is_looked_at_once(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """Nothing is waited for, since nothing goes out; what is in doubt is counted."""
    lose(emulator, "before", "before")
    journal.take(CreateMessage(connection), scheduled("a", "b"), send_at=time() + 7200)
    journal.send(connection, Pace(concurrency=1))
    journal.pause()
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {"doubtful": 2}
    time.wait(60)
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {"again": 2}
    assert time.waits == [60]
    assert told(journal) == [("ready", "not in the list: scheduled again")] * 2


def test_what_somebody_else_has_scheduled_is_counted_and_kept(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    create = CreateMessage(connection)
    lose(emulator, "before")
    due = time() + 7200
    journal.take(create, scheduled("a"), send_at=due)
    journal.send(connection)
    for _ in range(2):
        create(
            to=TO,
            messaging_service_sid=SERVICE,
            body="a",
            schedule_type="fixed",
            send_at=datetime.fromtimestamp(due, UTC),
        )
    assert journal.reconcile(connection, lag=60, wait=time.wait) == {"ambiguous": 1}
    assert told(journal) == [
        ("ambiguous", "2 records may be its own, and cannot be told from others")
    ]


def test_a_service_that_takes_nothing_is_given_up(
    journal: Journal, connection: Connection, emulator: Emulator, time: Shared
) -> None:
    """And what came of it until then is told."""
    fault = Fault(kind="status", status=429, retry_after=30, action="Create")
    emulator.faults.add(fault)
    journal.take(CreateMessage(connection), scheduled("a"), send_at=time() + 7200)
    said: list[str] = []
    assert journal.reconcile(connection, give_up_after=0, on_trouble=said.append) == {}
    assert journal.gave_up and said[-1].endswith(": given up")


# -- decisions ------------------------------------------------------------------------------------


def test_a_decision_is_of_a_state_or_a_key_and_counts(
    journal: Journal, connection: Connection, emulator: Emulator
) -> None:
    """What is sent again is sent once; a callback that comes then still decides."""
    lose(emulator, "before", "before", "before")
    journal.take(CreateMessage(connection), texts("a", "b", "c", "d"), key="Body")
    assert journal.send(connection, Pace(concurrency=1)) == {"unknown": 3, "sent": 1}
    assert journal.resend() == 0
    assert journal.resend(keys=["b"]) == 1
    assert journal.resend(states=["absent", "ambiguous"]) == 0
    assert journal.counts() == {"unknown": 2, "sent": 1, "ready": 1}
    assert journal.confirm("a", "SM" + "1" * 32)
    assert not journal.confirm("a", "SM" + "1" * 32)
    assert not journal.confirm("d", "SM" + "1" * 32)
    [first, *_] = journal.rows()
    assert (first["state"], first["sid"], first["message"]) == (
        "matched", "SM" + "1" * 32, "told by a callback",
    )  # fmt: skip
    assert journal.resend(states=["unknown"], keys=["c"]) == 1
    emulator.faults.clear()
    assert journal.send(connection) == {"matched": 1, "sent": 3}
    attempts: list[Any] = [row["attempts"] for row in journal.rows()]
    assert attempts == [1, 2, 2, 1]


def test_what_has_an_idempotency_key_is_sent_again_and_says_so(
    tmp_path: Path, connection: Connection, emulator: Emulator
) -> None:
    """Whatever else is in doubt stays so, and where nothing else is, no list is asked for."""
    call = CreateCall(connection)(to=TO, from_=FROM, twiml="<Response/>")
    document = Document(
        f"<UserDefinedMessage><ParentSid>{call.sid}</ParentSid><Content>{{}}</Content>"
        "<IdempotencyKey>k</IdempotencyKey></UserDefinedMessage>"
    )
    lose(emulator, "after")
    with Journal(tmp_path / "x") as journal:
        journal.take(CreateUserDefinedMessage(connection), [Input(source=document, index=1)])
        assert journal.send(connection) == {"unknown": 1}
        assert journal.resolve(connection) == {"ready": 1}
        assert told(journal) == [("ready", "sent again with its idempotency key")]
        assert journal.send(connection) == {"sent": 1}
    assert len(emulator.records("UserDefinedMessage")) == 1


def test_where_the_service_calls_tells_no_two_requests_apart(
    journal: Journal, connection: Connection, emulator: Emulator
) -> None:
    """Each has its own key there, and what is sent is the same."""
    lose(emulator, "after", "before")
    journal.take(CreateMessage(connection), texts("a", "a"), callback="https://example.com/told")
    journal.send(connection, Pace(concurrency=1))
    assert journal.resolve(connection) == {"matched": 1}
    assert told(journal) == [("matched", "found in the list"), ("unknown", told(journal)[1][1])]


def test_a_list_is_read_no_further_than_a_thousand_older_records(
    journal: Journal, emulator: Emulator, time: Shared
) -> None:
    """It is in order, as a rule: those that come first are not to be missed for a few that are not."""
    old = {"object": "Message", "values": {"to": TO, "from": FROM, "body": "a"}}
    emulator.seed({"records": [old] * 2001})
    time.wait(DAY)
    asked: list[str] = []

    def wrap(send: Send) -> Send:
        def counted(request: Request, /) -> Response:
            asked.append(request.method)
            return send(request)

        return counted

    connection = emulator.connection().through(wrap)
    lose(emulator, "before")
    journal.take(CreateMessage(connection), texts("a"))
    journal.send(connection)
    assert journal.resolve(connection) == {}
    assert asked == ["POST", "GET", "GET"], "the second page is on its way by then"
