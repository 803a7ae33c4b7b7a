"""What the parts of a journal hold to, each by itself: answers, schedules, the pace, notices."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from itertools import product
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

import pytest

from twilio_ops.api.message import CreateMessage
from twilio_ops_components.catalog import objects
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, NoJournal, Pace, Receiver
from twilio_ops_components.journal.answers import number_in, seconds_of, text_in
from twilio_ops_components.journal.database import (
    JournalError,
    check_format,
    is_address,
    translated,
)
from twilio_ops_components.journal.once import Answered, NoAnswer, NotSent, once
from twilio_ops_components.journal.pace import Buckets, Throttle
from twilio_ops_components.journal.receive import with_callback
from twilio_ops_components.journal.schedule import Schedule, limited, schedule_of
from twilio_ops_components.journal.sqlite_file import SqliteFile
from twilio_ops_components.journal.states import (
    Entry,
    Outcome,
    State,
    pairs_of,
    told,
    with_values,
)
from twilio_ops_components.journal.store import Store
from twilio_ops_components.journal.trouble import Trouble
from twilio_ops_emulator import Emulator
from twilio_ops_runtime import (
    AnswerError,
    ConfigurationError,
    ConnectError,
    Document,
    Request,
    Response,
    TransportError,
)
from twilio_ops_runtime.webhooks import sign

NOW = 1_800_000_000.0  # 2027-01-15T08:00:00Z
MESSAGE = objects()["Message"].actions["Create"]


class Ticking:
    """A clock that tests set."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def form(**values: str) -> Request:
    return with_values(Request("POST", "https://example.com/x"), values)


# -- what an answer says --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("999999.999999", 999999.999999),
        ("1000000", None),
        ("1.1234567", None),
        *((text, None) for text in ("", "-1", "1.", ".5", "1e3", "٣", "soon", "1 2", "1,5")),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
    ],
)
def test_how_long_to_wait_is_a_plain_number(text: str, seconds: float | None) -> None:
    """All else says nothing, and the journal waits as long as it does of itself."""
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"<R><Code>1</Code><Code>2</Code></R>", "1"),
        (b"<Code> a &amp; b&#33; </Code>", "a & b!"),
        (b"<Code>\xff</Code>", "\N{REPLACEMENT CHARACTER}"),
        (b"<Code> </Code>", None),
        (b"<Code></Code><Code/>", None),
        (b"<Code>" + b"x" * 500 + b"</Code>", "x" * 500),
        (b"<Code>" + b"x" * 501 + b"</Code>", None),
        (b'{"code": "a b", "status": 1}', "a b"),
        (b'{"code":21211}', "21211"),
        (b'{"status": 1, "code"\n:\n21211, "more": 2}', "21211"),
        (b'{"Code": 21211, "encode": 3}', None),
        (b'{"code": ' + b"1" * 500 + b"}", "1" * 500),
        (b"", None),
    ],
)
def test_the_text_of_the_first_element_or_member(body: bytes, text: str | None) -> None:
    """Whichever way the service answers, without all of it being read."""
    assert text_in(body, "Code") == text
    number = int(text) if text is not None and set(text) <= set("0123456789") else None
    assert number_in(body, "Code") == number


def raised(error: TransportError, *, sent: bool) -> TransportError:
    if not isinstance(error, ConnectError):
        error.sent = sent
    return error


@pytest.mark.parametrize(
    ("method", "answer", "found"),
    [
        ("POST", 200, None),
        ("POST", 429, Answered),
        ("GET", 429, Answered),
        ("POST", 500, None),
        ("DELETE", 499, None),
        ("DELETE", 500, Answered),
        ("GET", 503, Answered),
        ("HEAD", 503, Answered),
        ("POST", ConnectError("not reached"), NotSent),
        ("POST", raised(TransportError("cut"), sent=False), NotSent),
        ("POST", raised(TransportError("cut"), sent=True), TransportError),
        ("DELETE", raised(TransportError("cut"), sent=True), NoAnswer),
        ("GET", raised(TransportError("cut"), sent=True), NoAnswer),
        ("DELETE", raised(AnswerError("malformed"), sent=True), AnswerError),
    ],
)
def test_what_would_be_sent_again_comes_back(method: str, answer: Any, found: Any) -> None:
    """So that the journal decides; all else is as the connection has it."""

    def send(request: Request, /) -> Response:
        if isinstance(answer, int):
            return Response(answer, {}, b"as it is")
        raise answer

    request = Request(method, "https://example.com/x")
    if found is None:
        assert once(send)(request).status == answer
        return
    with pytest.raises(found) as caught:
        once(send)(request)
    assert type(caught.value) is found
    if isinstance(caught.value, Answered):
        assert (str(caught.value), caught.value.reply.status) == ("to be sent again", answer)
        assert caught.value.reply.read() == b"as it is"
    else:
        assert str(caught.value) == str(answer)


# -- what the service is told ---------------------------------------------------------------------

SCHEDULED = Schedule(
    parameters={"ScheduleType": "fixed"},
    at="SendAt",
    by="MessagingServiceSid",
    minimum=900,
    maximum=35 * 86_400,
    canceled={"Status": "canceled"},
)


def test_how_a_message_is_scheduled_stands_in_the_catalog() -> None:
    assert schedule_of(MESSAGE) == SCHEDULED
    assert schedule_of(objects()["Call"].actions["Create"]) is None


@pytest.mark.parametrize("ahead", [900, 901, 35 * 86_400])
def test_a_time_within_what_can_be_scheduled_will_do(ahead: float) -> None:
    SCHEDULED.check(NOW + ahead, NOW)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (-1, "past"),
        (0, "0 minutes ahead"),
        (899, "15 minutes ahead"),
        (599 * 60, "599 minutes ahead"),
        (600 * 60, "0.4 days ahead"),
        (36 * 86_400 + 43_200, "36.5 days ahead"),
    ],
)
def test_a_time_too_near_or_too_far_is_said_in_words(ahead: float, said: str) -> None:
    """By itself, and how far ahead it is, and may be."""
    how = Schedule({}, "SendAt", "By", minimum=1_800_000, maximum=35 * 86_400, canceled={})
    with pytest.raises(ConfigurationError) as caught:
        how.check(1_000_000 + ahead, 1_000_000)
    at, _, rest = str(caught.value).partition(": ")
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=1_000_000 + ahead)
    assert at == f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    assert rest == f"is {said}, and what is scheduled is from 30000 minutes to 35 days ahead"


def test_a_request_is_scheduled_once_and_only_where_it_can_be() -> None:
    """Its time is that of a second, in UTC; what it has already stays and comes before."""
    made = SCHEDULED.applied(form(Body="a", MessagingServiceSid="MG1"), NOW + 0.9)
    assert isinstance(made, Request)
    assert pairs_of(made) == [
        ("Body", "a"),
        ("MessagingServiceSid", "MG1"),
        ("ScheduleType", "fixed"),
        ("SendAt", "2027-01-15T08:00:00Z"),
    ]
    for values in ({}, {"MessagingServiceSid": ""}, {"SendAt": "x"}):
        assert SCHEDULED.applied(form(**values), NOW) == (
            "it has no MessagingServiceSid, and what has none cannot be scheduled"
        )
    for name in ("SendAt", "ScheduleType"):
        request = form(MessagingServiceSid="MG1", **{name: "x"})
        assert SCHEDULED.applied(request, NOW) == "it is scheduled already, by its document"


def entry(request: Request, deadline: float | None = None, **values: Any) -> Entry:
    known = Entry(1, "k", request, "", deadline, "ready", 0, 0, None, None)
    return known._replace(**values)


@pytest.mark.parametrize(
    ("run", "own", "given", "sent"),
    [
        (None, None, {}, None),
        (60.9, None, {}, "60"),
        (None, 60.9, {}, "60"),
        (60, 30, {}, "30"),
        (30, 60, {}, "30"),
        (0.5, None, {}, "1"),
        (-5, None, {}, "1"),
        (36_000, None, {}, "36000"),
        (36_001, None, {}, None),
        (60, None, {"ValidityPeriod": "60"}, "60"),
        (60, None, {"ValidityPeriod": "61"}, "60"),
        (60, None, {"ValidityPeriod": "7"}, "7"),
        (60, None, {"ValidityPeriod": "soon"}, "60"),
        (60, None, {"SendAt": "2027-01-15T09:00:00Z"}, None),
    ],
)
def test_what_goes_out_says_how_long_it_may_wait(
    run: float | None, own: float | None, given: dict[str, str], sent: str | None
) -> None:
    """The least of what the run, the entry and its document say; what is scheduled says nothing."""
    at = entry(form(Body="a", **given), None if own is None else NOW + own)
    found = limited(MESSAGE, at, None if run is None else NOW + run, NOW)
    assert dict(pairs_of(found)) == {
        "Body": "a",
        **given,
        **({} if sent is None else {"ValidityPeriod": sent}),
    }


def test_an_operation_without_such_a_parameter_goes_out_as_it_is() -> None:
    request = form(To="a")
    assert limited(objects()["Call"].actions["Create"], entry(request), NOW + 1, NOW) is request


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "https://example.com/told?entry=a%2Fb%26c"),
        ({"StatusCallback": ""}, "https://example.com/told?entry=a%2Fb%26c"),
        ({"StatusCallback": "http://x"}, "http://x?entry=a%2Fb%26c"),
        ({"StatusCallback": "http://x?y=1"}, "http://x?y=1&entry=a%2Fb%26c"),
        ({"StatusCallback": "http://x/#f?g"}, "http://x/?entry=a%2Fb%26c#f?g"),
        ({"StatusCallback": "http://x#"}, "http://x?entry=a%2Fb%26c#"),
        ({"Other": "http://x"}, "https://example.com/told?entry=a%2Fb%26c"),
    ],
)
def test_where_the_service_calls_carries_the_key(given: dict[str, str], address: str) -> None:
    """Behind what its own address asks for, before what stands behind a hash."""
    request = with_callback(form(**given), "a/b&c", "https://example.com/told", "StatusCallback")
    kept = [pair for pair in given.items() if pair[0] != "StatusCallback"]
    assert pairs_of(request) == [*kept, ("StatusCallback", address)]


def test_a_form_is_as_bytes_what_a_browser_would_not_change() -> None:
    """A space is %20, and nothing is left as it is but letters, digits and four marks."""
    request = form(**{"A b": "/?&=+ ~_.-é"})
    assert request.body == b"A%20b=%2F%3F%26%3D%2B%20~_.-%C3%A9"
    assert pairs_of(request) == [("A b", "/?&=+ ~_.-é")]
    assert pairs_of(Request("POST", "https://example.com", body=b"a=&b=1&a=2")) == [
        ("a", ""),
        ("b", "1"),
        ("a", "2"),
    ]
    changed = with_values(Request("POST", "https://example.com", body=b"a=&b=1&a=2"), {"a": "3"})
    assert changed.body == b"b=1&a=3"


def test_a_callback_tells_of_what_may_have_been_sent() -> None:
    """Of what is ready only where an answer was lost."""
    request = form()
    doubts = {"unknown", "absent", "ambiguous", "sending"}
    assert told(entry(request)) == doubts
    assert told(entry(request, lost=1)) == {*doubts, "ready"}


MAY_FOLLOW = """
ready:     sending refused unknown matched
sending:   sent refused ready unknown matched
unknown:   matched absent ambiguous ready
ambiguous: matched absent ready
absent:    matched ready
sent:
refused:
matched:
"""


def test_which_state_may_follow_which(tmp_path: Path) -> None:
    """And what may not is not written, whoever says it."""
    allowed = {
        (before, after)
        for before, _, rest in (line.partition(":") for line in MAY_FOLLOW.strip().splitlines())
        for after in rest.split()
    }
    states = get_args(State)
    text = b"<Message><To>+13115550001</To><From>+13115550000</From><Body>a</Body></Message>"
    with Emulator(seed=1) as emulator, Journal(tmp_path / "x") as journal:
        journal.take(CreateMessage(emulator.connection()), [Input(source=Document(text), index=1)])
    store = Store(tmp_path / "x", lambda: NOW)
    with sqlite3.connect(tmp_path / "x", isolation_level=None) as database:
        for before, after in product(states, states):
            database.execute("UPDATE entry SET state = ?, lost = 0", (before,))
            was_written = store.record(Outcome(1, after), previous=states)
            assert (before, after, was_written) == (before, after, (before, after) in allowed)
            assert store.counts() == {after if was_written else before: 1}
    database.close()
    store.close()


# -- the pace -------------------------------------------------------------------------------------


def test_a_pace_is_as_fast_as_it_is_taken_by_twenty_at_once() -> None:
    assert (Pace().rate, Pace().sender_rate, Pace().concurrency) == (None, None, 20)
    assert not Pace().has_rate
    assert Pace(rate=0.1).has_rate and Pace(sender_rate=0.1).has_rate
    assert Pace(concurrency=1).concurrency == 1
    rates: tuple[dict[str, Any], ...] = (
        {"rate": 0}, {"rate": -1}, {"sender_rate": 0}, {"rate": 1, "sender_rate": -0.5},
    )  # fmt: skip
    for given in rates:
        with pytest.raises(
            ConfigurationError, match=r"^a rate is a number of requests a second above 0$"
        ):
            Pace(**given)
    with pytest.raises(ConfigurationError, match=r"^concurrency is a number from 1$"):
        Pace(concurrency=0)


@pytest.mark.parametrize(
    ("rate", "level", "since", "allowed", "wait"),
    [
        (2, 1.0, 0, 1, 0.0),
        (2, 0.25, 0, 0, 0.375),
        (2, 0.25, 0.125, 0, 0.25),
        (2, 0.0, 0.5, 1, 0.0),
        (2, 0.0, 9.0, 2, 0.0),
        (0.5, 0.0, 1.0, 0, 1.0),
        (0.5, 0.0, 2.0, 1, 0.0),
        (0.5, 0.0, 9.0, 1, 0.0),
    ],
)
def test_what_is_left_grows_to_a_second_s_worth(
    rate: float, level: float, since: float, allowed: int, wait: float
) -> None:
    """Of the account and of a sender alike; the fuller one does not make up for the other."""
    of_account, of_sender = {"": (level, 1000.0)}, {"a": (level, 1000.0)}
    for pace, kept in (
        (Pace(rate=rate), of_account),
        (Pace(sender_rate=rate), of_sender),
        (Pace(rate=rate, sender_rate=100), {**of_account, "a": (99.0, 1000.0)}),
        (Pace(rate=100, sender_rate=rate), {**of_sender, "": (99.0, 1000.0)}),
    ):
        buckets = Buckets(pace, kept, 1000.0 + since)
        assert (buckets.allows("a", 99), buckets.wait("a")) == (allowed, wait)
        assert buckets.allows("a", 0) == 0


def test_who_has_no_sender_is_held_to_the_account_s_rate_alone() -> None:
    """And a bucket that nothing was taken of is not written."""
    buckets = Buckets(Pace(rate=4, sender_rate=1), {"": (3.5, 50.0)}, 50.0)
    assert buckets.allows("", 99) == 3
    buckets.take("", 0)
    assert buckets.changed() == []
    buckets.take("", 2)
    assert buckets.changed() == [("", 1.5, 50.0)]
    buckets.take("a", 1)
    assert buckets.changed() == [("", 0.5, 50.0), ("a", 0.0, 50.0)]
    assert Buckets(Pace(sender_rate=1), {}, 0.0).allows("", 99) == 99


@pytest.mark.parametrize(("ahead", "kept_at"), [(-1.0, 0.0), (60.0, 60.0), (60.5, 0.0)])
def test_a_bucket_of_a_clock_that_is_a_minute_ahead_is_of_its_time(
    ahead: float, kept_at: float
) -> None:
    """One of more was written before the clock was set back, and is of now."""
    buckets = Buckets(Pace(rate=1), {"": (1.0, 1000.0 + ahead)}, 1000.0)
    assert buckets.wait("") == 0
    was_set_back = ahead > 60
    assert buckets.changed() == ([("", 1.0, 1000.0)] if was_set_back else [])
    buckets.take("", 1)
    assert buckets.changed() == [("", 0.0, 1000.0 + kept_at)]


def test_a_429_halves_what_is_under_way_and_twenty_answers_give_back_one() -> None:
    time = Ticking(50.0)
    throttle = Throttle(Pace(concurrency=8), time)
    assert (throttle.concurrency, throttle.lowered, throttle.blocked) == (8, None, 0)
    for _ in range(19):
        throttle.went_well()
    throttle.too_many(5)
    assert (throttle.concurrency, throttle.lowered, throttle.blocked) == (4, 4, 5)
    for _ in range(19):
        throttle.went_well()
    assert throttle.concurrency == 4
    throttle.went_well()
    assert throttle.concurrency == 5
    throttle.block(3)
    assert throttle.blocked == 5
    throttle.block(9)
    time.now += 2
    assert throttle.blocked == 7
    time.now += 100
    assert throttle.blocked == 0
    for expected in (2, 1, 1):
        throttle.too_many(0)
        assert throttle.concurrency == expected
    for _ in range(200):
        throttle.went_well()
    assert (throttle.concurrency, throttle.lowered) == (8, None)


@pytest.mark.parametrize(
    ("kept", "now"), [(None, 8), (0, 8), (1, 1), (3, 3), (8, 8), (20, 8), (-4, 1)]
)
def test_what_was_lowered_stays_so_over_a_restart(kept: int | None, now: int) -> None:
    """Within what the pace says."""
    assert Throttle(Pace(concurrency=8), Ticking(), kept).concurrency == now


@pytest.mark.parametrize(
    ("under_way", "own", "now"), [(12, 8, 7), (11, 4, 3), (3, 0, 1), (4, 4, 3), (9, 0, 1)]
)
def test_what_else_uses_an_account_keeps_what_it_has(under_way: int, own: int, now: int) -> None:
    throttle = Throttle(Pace(concurrency=8), Ticking())
    throttle.too_many(0, own, under_way)
    assert throttle.concurrency == now


# -- notices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "1 s"), (1.4, "1 s"), (89, "89 s"), (90, "2 min"), (150, "2 min"), (5399, "90 min"),
        (5400, "2 h"), (36_000, "10 h"),
    ],
)  # fmt: skip
def test_a_time_is_said_in_what_it_is_counted_by(seconds: float, said: str) -> None:
    told: list[str] = []
    Trouble(told.append, Ticking(100.0)).put_off("it is full", seconds)
    assert told == [f"it is full: tried again in {said}"]


def test_notices_are_a_minute_apart_and_then_twice_as_long_each() -> None:
    """An hour at most; each says how long it lasts by now, and one that is over says so."""
    time, told = Ticking(100.0), list[tuple[float, str]]()
    trouble = Trouble(lambda text: told.append((time.now - 100, text)), time)
    trouble.well()
    for _ in range(20_000):
        trouble.put_off("it is full", 5)
        time.now += 1
    at = [moment for moment, _ in told]
    assert at == [0, 60, 180, 420, 900, 1860, 3780, 7380, 10_980, 14_580, 18_180]
    assert [text for _, text in told[:4]] == [
        "it is full: tried again in 5 s",
        "it is full, for 60 s now: tried again in 5 s",
        "it is full, for 3 min now: tried again in 5 s",
        "it is full, for 7 min now: tried again in 5 s",
    ]
    told.clear()
    time.now += 58
    trouble.well()  # 59 seconds after the last one
    assert told == []
    time.now += 1
    trouble.well()
    assert [text for _, text in told] == ["requests are answered again"]
    told.clear()
    time.now += 3601
    trouble.put_off("another", 5)
    time.now += 60
    trouble.put_off("another", 5)
    trouble.given_up()
    assert [text for _, text in told] == [
        "another: tried again in 5 s",
        "another, for 60 s now: tried again in 5 s",
        "another, for 60 s now: given up",
    ]


def test_what_was_never_told_of_is_not_said_to_be_over() -> None:
    """And what lasts less than a second has no time."""
    time, told = Ticking(100.0), list[str]()
    trouble = Trouble(told.append, time)
    trouble.put_off("a", 1)
    time.now += 61
    trouble.well()
    assert told == ["a: tried again in 1 s", "requests are answered again"]
    told.clear()
    trouble.put_off("b", 1)
    time.now += 0.9
    trouble.given_up()
    assert told[-1] == "b: given up"


# -- the file -------------------------------------------------------------------------------------


def test_a_journal_of_another_format_says_what_is_to_be_done() -> None:
    check_format("x", 3)
    with pytest.raises(ConfigurationError) as caught:
        check_format("x", 2)
    assert str(caught.value) == "x: is of format 2, and this version reads format 3"
    with pytest.raises(ConfigurationError) as caught:
        check_format("x", 4)
    assert str(caught.value) == (
        "x: is of format 4, and this version reads format 3: pip install --upgrade twilio-ops"
    )


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("postgresql://host/db#x", True),
        ("postgres://host/db", True),
        ("postgres", False),
        ("./postgres://x", False),
        ("send.journal", False),
    ],
)
def test_what_is_an_address_of_postgres(place: str, is_one: bool) -> None:
    assert is_address(place) is is_one


def test_an_error_of_a_database_is_one_line_with_its_name() -> None:
    with pytest.raises(JournalError) as caught, translated("x", ValueError, KeyError):
        raise ValueError("it is\n   full ")
    assert str(caught.value) == "x: cannot be read or written: it is full"
    with pytest.raises(TypeError), translated("x", ValueError):
        raise TypeError


def test_a_file_is_its_owner_s_and_every_commit_is_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "send.journal"
    database = SqliteFile(path)
    database.work(7)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "send.journal-worker-7").stat().st_mode) == 0o600
    found = [database.execute(f"PRAGMA {one}").fetchone()[0] for one in ("journal_mode", "synchronous", "user_version", "busy_timeout")]  # fmt: skip
    assert found == ["wal", 2, 3, 60_000]
    assert database.name == str(path)
    database.close()
    assert [one.name for one in tmp_path.iterdir()] == ["send.journal"]


@pytest.mark.skipif(os.name != "posix", reason="locks are those of POSIX")
def test_who_is_at_work_is_known_by_a_lock(tmp_path: Path) -> None:
    """Neither by the file alone, nor by one that is not there; forgetting twice is once."""
    path = tmp_path / "send.journal"
    one, other = SqliteFile(path), SqliteFile(path)
    one.work(1)
    assert other.is_at_work(1)
    assert not other.is_at_work(2)
    (tmp_path / "send.journal-worker-3").touch()
    assert not other.is_at_work(3)
    for _ in range(2):
        other.forget(3)
    assert not (tmp_path / "send.journal-worker-3").exists()
    one.close()
    one.close()
    assert not other.is_at_work(1)
    other.close()


def test_what_cannot_be_opened_is_said_by_its_name(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "send.journal"
    with pytest.raises(
        ConfigurationError, match=r"^.*send\.journal: the journal cannot be opened: "
    ):
        Journal(nowhere)
    with pytest.raises(NoJournal) as caught:
        Journal(nowhere, create=False)
    assert str(caught.value) == (f"{nowhere}: there is no such journal: `run --journal` makes one")
    path = tmp_path / "send.journal"
    Journal(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 9")
    database.close()
    with pytest.raises(ConfigurationError, match=r"send\.journal: is of format 9, and this"):
        Journal(path)


def test_a_transaction_is_whole_or_nothing(tmp_path: Path) -> None:
    """Also for a reader beside it; and the database goes on after one that failed."""
    database, other = SqliteFile(tmp_path / "x"), SqliteFile(tmp_path / "x")
    read = "SELECT name, value FROM meta ORDER BY name"
    with pytest.raises(KeyError), database.transaction():
        database.execute("INSERT INTO meta VALUES ('a', '1')")
        raise KeyError
    with database.transaction():
        database.execute_many("INSERT INTO meta VALUES (?, ?)", [("b", "2"), ("c", "3")])
        assert list(other.stream(read)) == []
    assert list(other.stream(read)) == [("b", "2"), ("c", "3")]
    for ask in (
        lambda: database.execute("SELECT a FROM nowhere"),
        lambda: database.execute_many("INSERT INTO nowhere VALUES (?)", [("a",)]),
        lambda: list(database.stream("SELECT a FROM nowhere")),
    ):
        with pytest.raises(JournalError, match=r"^.*x: cannot be read or written: no such"):
            ask()
    for one in (database, other):
        one.close()


def test_a_journal_knows_the_documents_of_a_release_before(tmp_path: Path) -> None:
    """By their keys and digests, which are the same for good: else all would be sent once more."""
    text = b"<Message><To>+13115550001</To><From>+13115550000</From><Body>a</Body></Message>"
    found = [Input(source=Document(text), index=one, name="a.xml") for one in (1, 2)]
    with Emulator(seed=1) as emulator, Journal(tmp_path / "x") as journal:
        connection = emulator.connection()
        journal.take(CreateMessage(connection), found)
        with sqlite3.connect(tmp_path / "x") as database:
            rows = database.execute("SELECT key, digest, sender, input FROM entry").fetchall()
            settings = dict(database.execute("SELECT name, value FROM meta"))
        database.close()
    began = settings.pop("began")
    assert float(began) > NOW - 3e7
    assert settings == {
        "operation": "CreateMessage",
        "object": "Message",
        "account": emulator.account_sid,
        "address": "https://api.twilio.com/",
        "key": "the document itself",
    }
    key, digest = "49d871e8e8f46baae87c872f558b2491", "fe35f7efbc4b04206faaa8255de61e658ffc577a76e6c6693de049b009f7d774"  # fmt: skip
    assert rows == [(f"{key}-{number}", digest, "+13115550000", "a.xml") for number in (1, 2)]


# -- Postgres: its addresses -----------------------------------------------------------------------

NO_ADDRESS = (
    "the address of the journal cannot be read: postgresql://USER@HOST:PORT/DATABASE#JOURNAL was"
    " expected"
)
NO_NAME = (
    "the name of the journal, behind the # of its address, is made of a-z, 0-9 and _, and does not"
    " begin with a digit or pg_"
)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ops@127.0.0.1:1/bulk#orders", "postgresql://127.0.0.1:1/bulk#orders: "),
        ("postgresql://ops@127.0.0.1:1/bulk", "postgresql://127.0.0.1:1/bulk#twilio_ops_journal: "),
        ("postgresql://ops@127.0.0.1:1#a_1", "postgresql://127.0.0.1:1/#a_1: "),
        ("postgres:///bulk?host=/nowhere#" + "a" * 63, "postgresql:///nowhere/bulk#" + "a" * 63 + ": "),
        *((f"postgresql://127.0.0.1:1/bulk#{name}", NO_NAME) for name in ("A", "1a", "pg_a", "a-b", "a" * 64, "é")),
        ("postgresql://a@b@127.0.0.1:1/bulk", f"{NO_ADDRESS}, where @, /, ? and # of a password are percent-encoded"),
        ("postgresql://127.0.0.1:1/a@b", f"{NO_ADDRESS}, where @, /, ? and # of a password are percent-encoded"),
        ("postgresql://127.0.0.1:1/b#a@b", f"{NO_ADDRESS}, where @, /, ? and # of a password are percent-encoded"),
        ("postgresql://127.0.0.1:1?a@b", f"{NO_ADDRESS}, where @, /, ? and # of a password are percent-encoded"),
        ("postgresql://127.0.0.1:1/b?nothing=1", NO_ADDRESS),
    ],
)  # fmt: skip
def test_a_journal_in_postgres_is_called_by_its_place(url: str, said: str) -> None:
    """Without who asks; what is no address, or no name, is said before anybody is asked."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(ConfigurationError) as caught:
        Journal(url)
    name, cannot, why = str(caught.value).partition("the journal cannot be opened: ")
    assert name == said
    assert bool(cannot) == said.endswith(": ") == bool(why)
    assert "\n" not in why
    if ":1/" in name:
        assert "Connection refused Is the server running" in why


def test_a_journal_in_postgres_without_psycopg_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "twilio_ops_components.journal.postgres", None)
    with pytest.raises(ConfigurationError) as caught:
        Journal("postgresql://127.0.0.1:1/bulk")
    assert str(caught.value).startswith(
        "a journal in Postgres needs psycopg: pip install 'twilio-ops[postgres]' ("
    )


# -- callbacks ------------------------------------------------------------------------------------


def test_a_receiver_answers_and_says_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    """It keeps a connection whose call was signed, and closes any other; up to 64 KiB are read."""
    url, told = "http://localhost/told", list[tuple[str, str]]()
    sid = "SM" + "0" * 32
    form = {"MessageSid": sid, "Body": "x" * 65_485}
    body = urlencode(form)
    assert len(body) == 1 << 16
    signed = {"X-Twilio-Signature": sign("t" * 32, f"{url}?entry=a", form)}
    found: list[tuple[int, str | None, bytes | None]] = []
    with Receiver(f"{url}?by=me", "t" * 32, "Message", lambda *one: told.append(one)) as receiver:
        for headers, content in (
            (signed, body),
            ({**signed, "Content-Length": "65537"}, None),
            ({"Content-Length": "0"}, None),
        ):
            called = HTTPConnection("127.0.0.1", receiver.port, timeout=60)
            for _ in range(2 if content else 1):
                called.request("POST", "/told?entry=a", content, headers)
                answer = called.getresponse()
                assert answer.read() == b""
                status, length = answer.status, answer.getheader("Content-Length")
                found.append((status, length, None if content else called.sock.recv(1)))
            called.close()
    assert found == [(204, None, None), (204, None, None), (413, "0", b""), (403, "0", b"")]
    assert told == [("a", sid)] * 2
    assert capfd.readouterr() == ("", "")
