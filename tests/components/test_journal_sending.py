"""What a journal makes of each answer, when it sends again, and what it says of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Barrier
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

from twilio_ops import Connection
from twilio_ops.api.message import CreateMessage, DeleteMessage, QueryMessage
from twilio_ops_components import load_operation
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, JournalError, Pace, Refusal
from twilio_ops_runtime import (
    ConfigurationError,
    ConnectError,
    Document,
    Request,
    Response,
    TransportError,
)

NOW = 1_800_000_000.0
ACCOUNT = "AC" + "1" * 32
SID = "SM" + "2" * 32


class Ticking:
    """A clock that waiting sets."""

    now = NOW

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Service:
    """Gives its answers one after the other, the last one for good; keeps what was asked, and when."""

    def __init__(self, time: Ticking) -> None:
        self.answers: list[Any] = []
        self.sent: list[Request] = []
        self.at: list[float] = []
        self._time = time

    def __call__(self, request: Request, /) -> Response:
        self.sent.append(request)
        self.at.append(round(self._time.now - NOW, 2))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Response)
        return Response(answer.status, answer.headers, answer.read())

    def bodies(self) -> list[str]:
        return [parse_qs((one.body or b"").decode())["Body"][0] for one in self.sent]


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Ticking:
    time = Ticking()
    at = "twilio_ops_components.journal.sender"
    monkeypatch.setattr(f"{at}.time", time)
    monkeypatch.setattr(f"{at}.random", SimpleNamespace(random=lambda: 0.0))
    return time


@pytest.fixture
def service(time: Ticking) -> Service:
    return Service(time)


@pytest.fixture
def connection(service: Service) -> Connection:
    return Connection(ACCOUNT, "t" * 32, send=service)


@pytest.fixture
def journal(tmp_path: Path, time: Ticking) -> Iterator[Journal]:
    with Journal(tmp_path / "send.journal", now=time, clock=time) as journal:
        yield journal


def message(body: str, sender: str = "+13115550000", more: str = "") -> Input:
    text = f"<Message><To>+13115550001</To><From>{sender}</From><Body>{body}</Body>{more}</Message>"
    return Input(source=Document(text), index=1, name=f"{body}.xml", line=7)


def made(status: int = 201, headers: Mapping[str, str] | None = None, **values: Any) -> Response:
    return Response(status, headers or {}, json.dumps(values).encode())


WELL = made(sid=SID)


def row(journal: Journal) -> dict[str, Any]:
    [found] = journal.rows()
    return found


ENDED: list[tuple[Any, dict[str, Any]]] = [
    (WELL, {"state": "sent", "sid": SID, "http_status": 201}),
    (made(299), {"state": "sent", "http_status": 299}),
    (
        made(200, {"Twilio-Request-Id": "RQ1"}, sid=SID, code=None),
        {"state": "sent", "sid": SID, "http_status": 200, "request_id": "RQ1"},
    ),
    (
        made(400, {"Twilio-Request-Id": "RQ2"}, code=21211, message="no number", sid=SID),
        {"state": "refused", "http_status": 400, "code": 21211, "message": "no number", "request_id": "RQ2"},
    ),
    (made(499), {"state": "refused", "http_status": 499, "message": "answered 499"}),
    (made(501), {"state": "refused", "http_status": 501, "message": "answered 501"}),
    (made(404), {"state": "refused", "http_status": 404, "message": "answered 404"}),
    (made(300), {"state": "unknown", "http_status": 300, "message": "answered 300"}),
    (
        made(500, code=20500, message="it failed"),
        {"state": "unknown", "http_status": 500, "code": 20500, "message": "it failed"},
    ),
    (
        made(307, {"Location": "https://example.com"}),
        {
            "state": "refused",
            "message": f"POST /2010-04-01/Accounts/{ACCOUNT}/Messages.xml: answered 307 with an address"
            " elsewhere; redirects are not followed",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), ENDED, ids=range(len(ENDED)))
def test_what_an_answer_makes_of_a_request(
    journal: Journal, service: Service, connection: Connection, answer: Any, expected: Any
) -> None:
    """Each is sent once, and its row says all that is known of it."""
    service.answers = [answer]
    journal.take(CreateMessage(connection), [message("a")], key="Body")
    before = row(journal)
    nothing = dict.fromkeys(
        ("sending_at", "ended_at", "sid", "http_status", "code", "message", "request_id")
    )
    assert before == {
        **{"id": 1, "key": "a", "input": "a.xml", "line": 7, "state": "ready", "attempts": 0},
        **nothing,
    }
    told: list[str] = []
    assert journal.send(connection, on_trouble=told.append) == {expected["state"]: 1}
    after = {**before, "attempts": 1, "sending_at": NOW, "ended_at": NOW, **expected}
    assert row(journal) == after
    assert (len(service.sent), told, journal.gave_up) == (1, [], False)


def test_an_answer_that_is_lost_leaves_a_doubt(
    journal: Journal, service: Service, connection: Connection
) -> None:
    """It says how to look; nothing is sent again."""
    service.answers = [TransportError("the connection was cut"), WELL]
    journal.take(CreateMessage(connection), [message("a")])
    for _ in range(2):
        assert journal.send(connection) == {"unknown": 1}
    assert "the connection was cut" in row(journal)["message"]
    assert (row(journal)["http_status"], len(service.sent)) == (None, 1)


def test_who_is_not_let_in_uses_up_nothing(
    journal: Journal, service: Service, connection: Connection
) -> None:
    service.answers = [made(401, message="who are you?")]
    journal.take(CreateMessage(connection), [message("a")])
    assert journal.send(connection, Pace(concurrency=1)) == {"ready": 1}
    assert journal.paused == "the credentials were refused: who are you?"
    assert row(journal)["message"] == "who are you?"
    assert journal.send(connection) == {"ready": 1}
    assert len(service.sent) == 1
    journal.unpause()
    assert journal.paused is None
    journal.pause()
    assert journal.paused == "by hand"


FULL = "the service takes no more for now: it answers 429, too many requests"
AGAIN: dict[str, tuple[list[Any], list[float], list[str]]] = {
    "as long as it says": (
        [made(429, {"Retry-After": "7"}), WELL],
        [0, 7],
        [f"{FULL}: tried again in 7 s"],
    ),
    "it does not say": (
        [made(429), made(429, {"Retry-After": "soon"}), made(429), WELL],
        [0, 0.5, 1.5, 3.5],
        [f"{FULL}: tried again in 1 s"],
    ),
    "a queue that is full": (
        [made(400, code=21611, message="full"), made(400, code=21611, message="full"), WELL],
        [0, 0.5, 1.5],
        ["the service takes no more for now: full (21611): tried again in 1 s"],
    ),
    "not reached": (
        [*[ConnectError("nobody is there")] * 8, WELL],
        [0, 1, 3, 7, 15, 31, 63, 123, 183],
        [
            "the service is not reached: nobody is there: tried again in 1 s",
            "the service is not reached: nobody is there, for 63 s now: tried again in 60 s",
        ],
    ),
    "nothing was sent": (
        [TransportError("cut before", sent=False), WELL],
        [0, 1],
        ["the service is not reached: cut before: tried again in 1 s"],
    ),
}


@pytest.mark.parametrize("case", AGAIN)
def test_when_it_is_sent_again_and_what_is_said_of_it(
    journal: Journal, service: Service, connection: Connection, case: str
) -> None:
    """Times double where nobody says how long; a part that is by chance is none here."""
    answers, at, told = AGAIN[case]
    service.answers = [*answers]
    journal.take(CreateMessage(connection), [message("a")])
    notices: list[str] = []
    assert journal.send(connection, on_trouble=notices.append) == {"sent": 1}
    assert service.at == pytest.approx(at, abs=0.1)
    assert notices[: len(told)] == told
    assert row(journal)["attempts"] == len(at)
    assert (row(journal)["message"], row(journal)["http_status"]) == (None, 201)


def test_a_part_of_the_wait_is_by_chance(
    journal: Journal,
    service: Service,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Half as long again at most, so that those who were refused together do not come together."""
    chance = SimpleNamespace(random=lambda: 1.0)
    monkeypatch.setattr("twilio_ops_components.journal.sender.random", chance)
    service.answers = [made(429, {"Retry-After": "8"}), WELL]
    journal.take(CreateMessage(connection), [message("a")])
    journal.send(connection)
    assert [round(one) for one in service.at] == [0, 12]


def test_what_is_put_off_says_why_and_when(
    journal: Journal, service: Service, connection: Connection, time: Ticking
) -> None:
    """As long as it is; a run that gives up leaves it so."""
    journal.take(CreateMessage(connection), [message("a")])
    for answer, said, status, again in (
        (made(429), "answered 429: not processed", 429, "1 s"),
        (made(429, {"Retry-After": "9000"}), "answered 429: not processed", 429, "60 min"),
        (made(400, code=21611, message="full"), "full", 400, "2 s"),
        (ConnectError("nobody is there"), "nobody is there", None, "1 s"),
    ):
        service.answers = [answer]
        told: list[str] = []
        assert journal.send(connection, give_up_after=0, on_trouble=told.append) == {"ready": 1}
        assert journal.gave_up
        assert told[0].endswith(f": tried again in {again}")
        assert told[1:] == [told[0].replace(f"tried again in {again}", "given up")]
        time.now += 3600
        found = row(journal)
        assert (found["message"], found["http_status"]) == (said, status)


def test_a_delete_is_sent_again_until_it_is_done(
    journal: Journal, service: Service, connection: Connection
) -> None:
    """Whatever becomes of its answers: doing it twice does it once."""
    service.answers = [
        TransportError("cut"),
        made(500, message="it failed"),
        made(503),
        made(404, message="no such message"),
    ]
    document = Document(f"<Message><Sid>{SID}</Sid></Message>")
    journal.take(DeleteMessage(connection), [Input(source=document, index=1)])
    told: list[str] = []
    assert journal.send(connection, on_trouble=told.append) == {"matched": 1}
    assert service.at == pytest.approx([0, 0.5, 1.5, 3.5], abs=0.1)
    assert told == ["the answer is lost: cut: tried again in 1 s"]
    found = row(journal)
    assert found["message"] == "it is not there; the answer of an attempt before was lost"
    assert (found["http_status"], found["attempts"]) == (404, 4)


def test_a_delete_that_the_service_fails_is_said(
    journal: Journal, service: Service, connection: Connection
) -> None:
    service.answers = [made(500, message="it failed"), made(204)]
    document = Document(f"<Message><Sid>{SID}</Sid></Message>")
    journal.take(DeleteMessage(connection), [Input(source=document, index=1)])
    told: list[str] = []
    assert journal.send(connection, on_trouble=told.append) == {"sent": 1}
    assert told == ["the service fails: it failed: tried again in 1 s"]


def test_a_create_whose_answer_is_too_long_says_its_status(
    journal: Journal, service: Service
) -> None:
    """It tells that the service took it, and not what came of it."""
    service.answers = [Response(201, {}, b"x" * 2000)]
    connection = Connection(ACCOUNT, "t" * 32, send=service, max_answer=1000)
    journal.take(CreateMessage(connection), [message("a")])
    assert journal.send(connection) == {"unknown": 1}
    assert (row(journal)["http_status"], row(journal)["sid"]) == (201, None)


@pytest.mark.parametrize(
    ("answer", "state", "said"),
    [
        (Response(200, {}, b"x" * 2000), "unknown", "the answer is longer than 1000 bytes"),
        (made(302, {"Location": "https://example.com"}), "refused", "answered 302 with an address elsewhere"),
    ],
)  # fmt: skip
def test_a_delete_whose_answer_is_of_no_use_is_called_refused_only_if_it_was(
    journal: Journal, service: Service, answer: Response, state: str, said: str
) -> None:
    """What is too long to be read may well say that it is done."""
    service.answers = [answer]
    connection = Connection(ACCOUNT, "t" * 32, send=service, max_answer=1000)
    document = Document(f"<Message><Sid>{SID}</Sid></Message>")
    journal.take(DeleteMessage(connection), [Input(source=document, index=1)])
    assert journal.send(connection) == {state: 1}
    assert said in row(journal)["message"]


@pytest.mark.parametrize(
    ("pace", "at"),
    [
        (Pace(rate=2), [0, 0.5, 1, 1.5, 2, 2.5]),
        (Pace(rate=0.5), [0, 2, 4, 6, 8, 10]),
        (Pace(sender_rate=0.5), [0, 0, 0, 2, 2, 4]),
        (Pace(rate=1, sender_rate=0.25), [0, 1, 2, 4, 6, 10]),
        (Pace(), [0, 0, 0, 0, 0, 0]),
    ],
)
def test_requests_go_out_as_fast_as_the_pace_lets_them(
    journal: Journal, service: Service, connection: Connection, pace: Pace, at: list[float]
) -> None:
    """Those of each sender for themselves: three of one, two of another, one of a third."""
    service.answers = [WELL]
    senders = ["+13115550001"] * 3 + ["+13115550002"] * 2 + ["+13115550003"]
    journal.take(CreateMessage(connection), [message(f"{n}", one) for n, one in enumerate(senders)])
    assert journal.send(connection, pace) == {"sent": 6}
    assert [round(one, 1) for one in service.at] == pytest.approx(at, abs=0.1)


def test_what_has_no_sender_waits_for_no_sender(
    journal: Journal, service: Service, connection: Connection
) -> None:
    """A Delete is from nobody: only the account's rate holds it up."""
    service.answers = [made(204)]
    documents = [Document(f"<Message><Sid>SM{n:032}</Sid></Message>") for n in range(3)]
    found = [Input(source=one, index=n) for n, one in enumerate(documents)]
    journal.take(DeleteMessage(connection), found)
    assert journal.send(connection, Pace(sender_rate=0.01)) == {"sent": 3}
    assert service.at == [0, 0, 0]


def test_as_many_are_under_way_as_the_pace_says(
    journal: Journal, connection: Connection, service: Service
) -> None:
    """Neither more nor fewer."""
    together = Barrier(3)

    def send(request: Request, /) -> Response:
        together.wait(20)
        return Response(201, {}, b"{}")

    journal.take(CreateMessage(connection), [message(f"{n}") for n in range(9)])
    through = Connection(ACCOUNT, "t" * 32, send=send)
    assert journal.send(through, Pace(concurrency=3)) == {"sent": 9}


def test_how_far_it_is_is_told_every_two_seconds(
    journal: Journal, service: Service, connection: Connection
) -> None:
    """With how many are in each state."""
    service.answers = [WELL]
    journal.take(CreateMessage(connection), [message(f"{n}") for n in range(7)])
    told: list[tuple[float, Mapping[str, int]]] = []
    journal.send(
        connection,
        Pace(rate=1, concurrency=1),
        on_change=lambda counts: told.append((round(service.at[-1]), counts)),
    )
    assert [moment for moment, _ in told] == [2, 4, 6]
    assert [counts["sent"] for _, counts in told] == [3, 5, 7]
    assert told[0][1] == {"ready": 4, "sent": 3}


@pytest.mark.parametrize(
    ("own", "run", "refused"), [(10, None, 1), (None, 10, 1), (9, 11, 1), (11, 12, 0), (None, None, 0)]
)  # fmt: skip
def test_what_is_ready_at_its_deadline_is_refused(
    journal: Journal,
    service: Service,
    connection: Connection,
    time: Ticking,
    own: float | None,
    run: float | None,
    refused: int,
) -> None:
    """That of the request or that of the run, whichever comes first."""
    service.answers = [WELL]
    at = None if own is None else NOW + own
    journal.take(CreateMessage(connection), [message("a")], deadline=at)
    time.now += 10
    found = journal.send(connection, deadline=None if run is None else NOW + run)
    assert found == ({"refused": 1} if refused else {"sent": 1})
    if refused:
        assert row(journal)["message"] == "not sent: the deadline has passed"
        assert row(journal)["ended_at"] == time.now


def test_what_is_put_off_beyond_its_deadline_is_refused_then(
    journal: Journal, service: Service, connection: Connection
) -> None:
    service.answers = [made(429, {"Retry-After": "60"}), WELL]
    journal.take(CreateMessage(connection), [message("a")], deadline=NOW + 30)
    assert journal.send(connection) == {"refused": 1}
    assert len(service.sent) == 1


# -- taking in ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"key": "a b"}, "key 'a b': "),
        ({"callback": "example.com/told"}, "callback 'example.com/told': expected an address of HTTP: https://example.com/told"),
        ({"callback": "ftp://example.com"}, "callback 'ftp://example.com': expected an address"),
        ({"callback": "http:///told"}, "callback 'http:///told': expected an address"),
        ({"callback": "http://a b"}, "callback 'http://a b': expected an address"),
        ({"callback": "http://a\n"}, "callback 'http://a\\n': expected an address"),
        ({"deadline": NOW}, "the deadline has passed: nothing of it would be sent"),
        ({"send_at": NOW + 60}, "2027-01-15T08:01:00Z: is 1 minutes ahead, and what is scheduled is from 15 minutes to 35 days ahead"),
    ],
)  # fmt: skip
def test_what_is_chosen_is_looked_at_before_anything_is_taken_in(
    journal: Journal, connection: Connection, options: Any, said: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        journal.take(CreateMessage(connection), [message("a")], **options)
    assert str(caught.value).startswith(said)
    assert journal.counts() == {}


def test_an_operation_that_only_reads_is_refused_by_its_name(
    journal: Journal, connection: Connection
) -> None:
    with pytest.raises(
        ConfigurationError, match=r"^QueryMessage only reads: a journal is of what changes some"
    ):
        journal.take(QueryMessage(connection), [])
    with pytest.raises(ConfigurationError, match=r"^DeleteMessage takes no address that says wh"):
        journal.take(DeleteMessage(connection), [], callback="https://example.com/told")
    with pytest.raises(ConfigurationError, match=r"^DeleteMessage cannot be scheduled$"):
        journal.take(DeleteMessage(connection), [], send_at=NOW + 3600)


@pytest.mark.parametrize(
    "address", ["https://example.com/told?a=b", "HTTP://x", "http://1.2.3.4:8"]
)
def test_where_the_service_calls_goes_out_with_the_request(
    journal: Journal, service: Service, connection: Connection, address: str
) -> None:
    service.answers = [WELL]
    journal.take(CreateMessage(connection), [message("a")], key="Body", callback=address)
    journal.send(connection)
    form = parse_qs((service.sent[0].body or b"").decode())
    assert form["StatusCallback"] == [f"{address}{'&' if '?' in address else '?'}entry=a"]


@pytest.mark.parametrize(
    ("key", "body", "reason"),
    [
        ("Body", "x" * 2000, None),
        ("Body", "x" * 2001, "its key is longer than 2000 bytes"),
        ("Body", "é" * 1001, "its key is longer than 2000 bytes"),
        ("Order", "x", "it has no element Order, or an empty one"),
        ("property:Day", "x", "it has no property:Day, or an empty one"),
    ],
)
def test_a_key_is_text_of_a_length(
    journal: Journal, connection: Connection, key: str, body: str, reason: str | None
) -> None:
    """What has none, or a longer one, is refused and said with its document."""
    one = message(body)
    told: list[Refusal] = []
    taken = journal.take(CreateMessage(connection), [one], key=key, on_refused=told.append)
    assert (taken.new, taken.known, taken.refusals) == (reason is None, 0, reason is not None)
    assert taken.refused == told
    assert [(one.input, one.reason) for one in told] == [(one, reason)] * (reason is not None)


def test_many_are_taken_in_some_hundreds_at_once(journal: Journal, connection: Connection) -> None:
    """Each batch is told of; the same key in two of them is one request."""
    from twilio_ops_components.journal import Wanted

    found = [message(f"{n % 540}") for n in range(560)]
    batches: list[int] = []
    wanted = Wanted(CreateMessage(connection), found, key="Body", now=lambda: NOW)
    assert not wanted.is_scheduled and wanted.is_any() and wanted.is_any()
    taken = journal.add(wanted, lambda: batches.append(sum(journal.counts().values())))
    assert batches == [500, 540]
    assert (taken.new, taken.known, taken.refusals) == (540, 20, 0)
    assert not Wanted(CreateMessage(connection), []).is_any()


def test_another_request_of_a_document_says_what_may_have_changed(
    journal: Journal, connection: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "send.yaml"
    path.write_text(
        "format: 1\noperation: {object: Message, action: Create, name: send}\n"
        "parameters: {To: '+13115550001', From: '+13115550000', Body: {property: Day}}\n",
        encoding="utf-8",
    )
    component = load_operation(path, connection)
    for day, refusals in (("1", 0), ("2", 1)):
        taken = journal.take(component, [message("a")], properties={"Day": day})
        assert taken.refusals == refusals
    assert taken.refused[0].reason == (
        "its document is in the journal with another request, which stays: the component, a property"
        " or --send-at has changed since; if this is to be sent, too, take another journal"
    )


def test_an_address_that_is_new_each_time_makes_no_new_request(
    journal: Journal, connection: Connection, tmp_path: Path
) -> None:
    """A counter goes on, and the same document is known; another way to count is another request."""
    path = tmp_path / "send.yaml"
    for counter, expected in (("n", (1, 0, 0)), ("n", (0, 1, 0)), ("m", (0, 0, 1))):
        path.write_text(
            "format: 1\noperation: {object: Message, action: Update, name: send}\n"
            f"sid: [SM{'0' * 31}, {{counter: {counter}}}]\nparameters: {{Body: {{element: Body}}}}\n",
            encoding="utf-8",
        )
        taken = journal.take(load_operation(path, connection), [message("a")])
        assert (taken.new, taken.known, taken.refusals) == expected


def test_whose_entries_are_whose_is_the_first_of_what_names_a_sender(
    journal: Journal, connection: Connection, service: Service
) -> None:
    """The number, or else the messaging service."""
    service.answers = [WELL]
    of_service = "<MessagingServiceSid>MG" + "a" * 32 + "</MessagingServiceSid>"
    both = message("a", more=of_service)
    alone = Input(
        source=Document(f"<Message><To>+13115550001</To>{of_service}<Body>b</Body></Message>"),
        index=2,
    )
    journal.take(CreateMessage(connection), [both, alone, both, alone])
    assert journal.send(connection, Pace(sender_rate=1)) == {"sent": 4}
    assert sorted(service.at) == pytest.approx([0, 0, 1, 1], abs=0.05)


# -- what a journal is of -------------------------------------------------------------------------


def test_a_journal_that_is_of_something_else_says_of_what(
    journal: Journal, connection: Connection, service: Service, tmp_path: Path
) -> None:
    name = str(tmp_path / "send.journal")

    def said(ask: Callable[[], object]) -> str:
        with pytest.raises(ConfigurationError) as caught:
            ask()
        text = str(caught.value)
        assert text.startswith(f"{name}: ")
        return text.removeprefix(f"{name}: ")

    nothing = "nothing has been taken in yet"
    assert said(lambda: journal.send(connection)) == nothing
    assert said(lambda: journal.resolve(connection)) == nothing
    assert (journal.object_name, journal.is_scheduled, journal.paused) == ("", False, None)
    journal.take(CreateMessage(connection), [message("a")])
    assert (journal.object_name, journal.is_scheduled) == ("Message", False)
    other = Connection("AC" + "9" * 32, "t" * 32, send=service)
    assert said(lambda: journal.send(other)) == (f"is of account {ACCOUNT}, not of AC{'9' * 32}")
    there = Connection(ACCOUNT, "t" * 32, send=service, region="ie1", edge="dublin")
    assert said(lambda: journal.send(there)) == (
        "its requests are made for https://api.twilio.com/, and the connection is to"
        " https://api.dublin.ie1.twilio.com/: send by one that is to https://api.twilio.com/"
    )
    assert said(lambda: journal.take(DeleteMessage(connection), [])) == (
        "is of operation CreateMessage, not of DeleteMessage"
    )
    assert said(lambda: journal.take(CreateMessage(connection), [], key="Body")) == (
        "is of key the document itself, not of Body"
    )
    assert said(lambda: journal.reconcile(connection)) == "nothing in it is scheduled"
    with pytest.raises(ConfigurationError) as caught:
        journal.resend(states=["sent"])
    assert str(caught.value) == "sent: only absent, ambiguous, unknown are decided on"
    with pytest.raises(ConfigurationError) as caught:
        journal.resend(keys=["a"])
    assert str(caught.value) == "'a': no entry of this key is in doubt"


def test_a_run_of_a_component_was_successful_when_all_is_sent(
    journal: Journal, connection: Connection, service: Service, time: Ticking, tmp_path: Path
) -> None:
    """It began when documents were first taken in since the last one that was."""
    path = tmp_path / "send.yaml"
    path.write_text(
        "format: 1\noperation: {object: Message, action: Create, name: send}\n"
        "parameters: {To: '+13115550001', From: '+13115550000', Body: {last_successful_run: true}}\n",
        encoding="utf-8",
    )
    component = load_operation(path, connection)
    assert not journal.succeed(component)
    service.answers = [made(400)]
    for number in range(2):
        journal.take(component, [message(f"{number}")])
        assert not journal.succeed(component)
        time.now += 60
    journal.send(connection)
    assert not journal.succeed(component), "some are refused"
    with Journal(tmp_path / "other.journal", now=time, clock=time) as other:
        service.answers = [WELL]
        other.take(component, [message("a")])
        time.now += 3600
        other.take(component, [message("b")])
        assert other.send(connection) == {"sent": 2}
        assert other.succeed(component)
        assert not other.succeed(component), "it is noted once"
        time.now += 3600
        other.take(load_operation(path, connection), [message("c")])
        other.send(connection)
    assert service.bodies()[-1] == "2027-01-15 08:02:00"


def test_a_journal_that_cannot_be_written_stops_the_sending(
    journal: Journal, connection: Connection, service: Service
) -> None:
    """What is under way comes to its end; nothing else goes out."""
    service.answers = [WELL]
    journal.take(CreateMessage(connection), [message(f"{n}") for n in range(50)])

    def full(counts: Mapping[str, int]) -> None:
        raise JournalError("the disk is full")

    with pytest.raises(JournalError, match=r"^the disk is full$"):
        journal.send(connection, Pace(rate=1, concurrency=1), on_change=full)
    assert len(service.sent) == 3
    assert journal.counts() == {"ready": 47, "sent": 3}
