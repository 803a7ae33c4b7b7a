"""How windows of an export end: on threads, on a cluster, in a verification, and in a summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any, cast

import pytest
from attrs import evolve

sys.path.insert(0, str(Path(__file__).parent))

from test_export import SINCE, Dies, Dying, Ending, Open, asked, call, changed_calls, done, verdicts

from twilio_ops import ConfigurationError, Connection, OperationError
from twilio_ops.api.call import Call, QueryCall
from twilio_ops.api.local_phone_number import LocalPhoneNumber
from twilio_ops_components.export import (
    DaskEngine,
    Export,
    Finding,
    Manifest,
    ThreadEngine,
    Window,
    engines,
    store_of,
    verify,
)
from twilio_ops_components.export.engines import Outcome, Work
from twilio_ops_components.export.pages import Columns, moments_of
from twilio_ops_components.export.plain import reader_of
from twilio_ops_components.export.sinks import DeltaSink, DuckdbSink
from twilio_ops_components.export.tables import digest_of
from twilio_ops_components.export.task import Task, read_window, release
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.types.nested import AnyType, ListType, MapType
from twilio_ops_runtime.types.scalar import TEXT, BooleanType, IntegerType
from twilio_ops_runtime.types.text import boolean
from twilio_ops_runtime.version import __version__

pyarrow: Any = pytest.importorskip("pyarrow", reason="the extra `export` is not installed")

DAY = timedelta(days=1)
CAPABILITIES = next(one.type for one in LocalPhoneNumber.spec.fields if one.name == "capabilities")


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=Clock(SINCE + 60 * DAY, frozen=True), seed=1) as emulator:
        emulator.seed({"records": [call(number) for number in range(12)]})
        yield emulator


@pytest.fixture
def opener(emulator: Emulator) -> Open:
    return Open(emulator)


def export_of(opener: Open, out: Path, **values: Any) -> Export:
    given: dict[str, Any] = {"format": "jsonl", "until": SINCE + 3 * DAY, "days": 1, **values}
    return asked(opener, out, **given)


def task_of(opener: Callable[[], Connection], account: str, out: Path) -> Task:
    return Task(
        window=Window(object="Call", account=account),
        opener=opener,
        account=account,
        out=str(out),
        format="jsonl",
        pii="keep",
        plan="p" * 32,
        catalog=digest_of(),
        most=None,
    )


# -- threads --------------------------------------------------------------------------------------


def test_a_process_has_one_connection_of_an_opener_until_it_lets_go(
    emulator: Emulator, tmp_path: Path
) -> None:
    """Then it is closed, and the next window opens another; letting go twice is once."""
    opened: list[Connection] = []

    def opener() -> Connection:
        opened.append(emulator.connection())
        return opened[-1]

    task = task_of(opener, emulator.account_sid, tmp_path)
    for _ in range(2):
        assert read_window(task).rows == 12
    assert len(opened) == 1
    for _ in range(2):
        release(opener)
    with pytest.raises(ConfigurationError, match="the connection is closed"):
        list(QueryCall(opened[0]).run())
    engine = ThreadEngine(1)
    engine.wait([engine.submit("read", task)])
    assert len(opened) == 2
    engine.close()
    read_window(task)
    assert len(opened) == 3
    release(opener)


def test_what_waits_when_an_engine_is_closed_is_not_begun(
    emulator: Emulator, tmp_path: Path
) -> None:
    """What is under way comes to its end."""
    begun, go_on = Event(), Event()

    def opener() -> Connection:
        begun.set()
        assert go_on.wait(20)
        return emulator.connection()

    engine = ThreadEngine(1)
    assert engine.at_once == 1
    task = task_of(opener, emulator.account_sid, tmp_path)
    first, *others = [engine.submit("read", task) for _ in range(3)]
    assert begun.wait(20)
    closing = Thread(target=engine.close)
    closing.start()
    while not others[-1].cancelled():
        assert closing.is_alive()
    go_on.set()
    closing.join(20)
    assert first.result().kind == "done" and all(one.cancelled() for one in others)


class Counting(ThreadEngine):
    """Knows how many windows are under way at most."""

    under_way = most = 0

    def submit(self, work: Work, task: Task) -> Future[Outcome]:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return super().submit(work, task)

    def wait(self, handles: Sequence[Future[Outcome]]) -> list[tuple[Any, Outcome]]:
        ended = super().wait(handles)
        self.under_way -= len(ended)
        return ended


@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_windows_are_under_way_than_an_engine_does_at_once(
    opener: Open, tmp_path: Path, workers: int
) -> None:
    """However many accounts they are of; the windows of several come in turn."""
    emulator = opener.emulator
    emulator.seed(
        {
            "accounts": [{"friendly_name": "Branch", "as": "branch"}],
            "records": [{**call(number), "account": "branch"} for number in range(8)],
        }
    )
    [branch] = [
        one["sid"] for one in emulator.records("Account") if one["friendly_name"] == "Branch"
    ]
    accounts = (emulator.account_sid, branch)
    engine = Counting(workers)
    summary = done(export_of(opener, tmp_path, accounts=accounts), engine)
    assert (summary.rows, summary.windows, engine.most) == (20, 6, workers)


# -- a cluster ------------------------------------------------------------------------------------


class Scheduler:
    """A client of a scheduler that comes, and gets workers, after some seconds of a clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, comes: float, works: float) -> None:
        self.now, self.patience = 1000.0, list[float]()
        self._comes, self._works = self.now + comes, self.now + works
        time = SimpleNamespace(monotonic=lambda: self.now, sleep=self.sleep)
        monkeypatch.setattr(engines, "time", time)
        distributed: Any = pytest.importorskip("distributed")
        monkeypatch.setattr(distributed, "Client", self._client)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def _client(self, address: str, *, timeout: float, set_as_default: bool) -> Any:
        self.patience.append(timeout)
        self.now += 0 if self.now >= self._comes else timeout
        if self.now < self._comes:
            raise TimeoutError("nobody answers")
        self.client = SimpleNamespace(
            status="running",
            close=lambda timeout: None,
            get_versions=self._versions,
            submit=lambda *_, **__: SimpleNamespace(status="cancelled"),
        )
        return self.client

    def _versions(self, packages: list[str]) -> dict[str, Any]:
        if self.now < self._works:
            return {"workers": {}}
        return {"workers": {"tcp://h:1": {"packages": {"twilio-ops": __version__}}}}


@pytest.mark.parametrize(
    ("comes", "works", "patience", "said"),
    [
        (0, 0, 120, None),
        (110, 110, 120, None),
        (0, 120, 120, None),
        (130, 0, 120, "the scheduler at tcp://h:1 cannot be reached: nobody answers"),
        (0, 200, 120, "the scheduler at tcp://h:1 has no workers"),
        (9, 0, 3, "the scheduler at tcp://h:1 cannot be reached: nobody answers"),
    ],
)
def test_a_scheduler_is_waited_for_and_so_are_its_workers(
    monkeypatch: pytest.MonkeyPatch, comes: float, works: float, patience: float, said: str | None
) -> None:
    """Each for two minutes if nobody says otherwise, asked again twice a second."""
    scheduler = Scheduler(monkeypatch, comes, works)
    options = {} if patience == 120 else {"patience": patience}
    if said is None:
        DaskEngine("tcp://h:1", **options).close()
        assert scheduler.now >= 1000 + max(comes, works)
    else:
        with pytest.raises(ConfigurationError) as caught:
            DaskEngine("tcp://h:1", **options)
        assert str(caught.value) == said
        assert 1000 + patience < scheduler.now <= 1000 + patience + 7
    assert scheduler.patience[0] == min(patience, 5)
    assert min(scheduler.patience) >= 0.5


def test_only_what_has_ended_is_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for another worker is waited for; what an older connection had is lost."""
    scheduler = Scheduler(monkeypatch, 0, 0)
    engine = DaskEngine("tcp://h:1")
    waiting, ended = SimpleNamespace(status="pending"), SimpleNamespace(status="cancelled")
    found = engine.wait([(1, waiting), (1, ended), (0, waiting)])
    assert found == [
        ((1, ended), Outcome(problem="the task is lost", kind="lost")),
        ((0, waiting), Outcome(problem="the scheduler is gone", kind="lost")),
    ]
    lost = Outcome(problem="the scheduler is gone", kind="lost")
    for status, outcome in (("connecting", ended), ("closing", None), ("closed", None)):
        scheduler.client.status = status
        [(_, said)] = engine.wait([(1, ended)])
        assert (said == lost) == (outcome is None)
    connected = len(scheduler.patience)
    handle = engine.submit("read", cast("Task", None))
    assert (handle[0], len(scheduler.patience)) == (2, connected + 1)
    assert engine.submit("read", cast("Task", None))[0] == 2
    assert engine.wait([(1, waiting)]) == [((1, waiting), lost)]


# -- verifying ------------------------------------------------------------------------------------


def found_of(export: Export, engine: ThreadEngine) -> list[Finding]:
    try:
        return verify(export.out, export.account, export.opener, engine)
    finally:
        engine.close()


@pytest.mark.parametrize(
    ("kind", "times", "verdict"),
    [("again", 3, "proven"), ("again", 4, "unproven"), ("lost", 3, "proven"),
     ("lost", 4, "unproven"), ("failed", 1, "unproven")],
)  # fmt: skip
def test_a_window_that_cannot_be_counted_is_not_proven(
    opener: Open, tmp_path: Path, kind: str, times: int, verdict: str
) -> None:
    """Nor is it damaged: it says why; four times are enough."""
    export = export_of(opener, tmp_path, days=30)
    done(export)
    [finding] = found_of(export, Ending(kind, times))
    assert (finding.verdict, finding.rows, finding.text, finding.listed) == (
        verdict,
        12,
        "" if verdict == "proven" else "it is so",
        12 if verdict == "proven" else None,
    )


def test_what_concerns_all_windows_ends_a_verification(opener: Open, tmp_path: Path) -> None:
    export = export_of(opener, tmp_path, days=30)
    done(export)
    [commit] = Manifest(store_of(str(tmp_path)))
    for ask in (
        lambda: found_of(export, Ending("stop", 1)),
        lambda: done(evolve(export, look_back=999), Ending("stop", 1)),
    ):
        with pytest.raises(OperationError) as caught:
            ask()
        assert str(caught.value) == f"{commit.result.window.name}: it is so"


def test_a_gap_says_whether_there_was_anything(opener: Open, tmp_path: Path) -> None:
    """What is to be read once more has its rows still; what was split was never read."""
    export = export_of(opener, tmp_path, days=30, most=5)
    with pytest.raises(Dies):
        done(export, Dying(1))
    assert verdicts(export) == [("gap", "it was never read: export again")] * 3
    again = evolve(export, look_back=9999)
    with pytest.raises(Dies):
        done(again, Dying(0))
    assert verdicts(export) == [("gap", "it was never read: export again")]
    assert done(again).rows == 12
    with pytest.raises(Dies):
        done(evolve(export, look_back=9998), Dying(0))
    assert verdicts(export) == [("gap", "it is to be read again: export again")] * 3


def test_rows_that_are_gone_from_a_table_are_counted(opener: Open, tmp_path: Path) -> None:
    """Also where a window has none at all, and where one that had some has none any more."""
    duckdb = pytest.importorskip("duckdb")
    export = export_of(opener, tmp_path, format="duckdb", until=SINCE + 4 * DAY)
    summary = done(export)
    assert (summary.rows, summary.windows) == (12, 4)
    assert verdicts(export) == []
    with duckdb.connect(str(tmp_path / "export.duckdb")) as database:
        database.execute("DELETE FROM call WHERE sid = (SELECT min(sid) FROM call)")
    assert verdicts(export) == [("damaged", "3 rows are there, 4 were written")]


# -- what comes twice -----------------------------------------------------------------------------


def test_records_that_come_twice_are_kept_once_and_counted(opener: Open, tmp_path: Path) -> None:
    """In each window, and in all."""

    def twice(text: str) -> str:
        answer = json.loads(text)
        answer["calls"] += answer["calls"][:2]
        return json.dumps(answer)

    export = export_of(changed_calls(opener, twice), tmp_path)
    summary = done(export)
    assert (summary.rows, summary.windows, summary.repeated, summary.requests) == (12, 3, 6, 3)
    results = [one.result for one in Manifest(store_of(str(tmp_path)))]
    assert [(one.rows, one.repeated) for one in results] == [(4, 2)] * 3


def test_a_delta_table_knows_a_window_without_rows_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a URL is no folder of this machine."""
    pytest.importorskip("deltalake")
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out" / "call").mkdir(parents=True)
    schema = pyarrow.schema([("sid", pyarrow.string()), ("_window", pyarrow.string())])
    parquet.write_table(pyarrow.table([["CA1"], ["a"]], schema=schema), tmp_path / "rows")
    sink = DeltaSink(f"file://{tmp_path}/out")
    sink.prepare("call", schema)
    assert {one.name for one in tmp_path.iterdir()} == {"out", "rows"}
    for plan, path, count in (
        ("1", tmp_path / "rows", 1),
        ("2", None, 0),
        ("2", tmp_path / "rows", 0),
        ("3", tmp_path / "rows", 1),
        ("3", None, 1),
        ("4", tmp_path / "rows", 1),
        ("4", None, 1),
    ):
        sink.put("call", "a", plan * 32, path)
        assert (plan, sink.count("call", "a")) == (plan, count)
    with pytest.raises(ConfigurationError, match=rf"^file://{tmp_path}/out/call: "):
        sink.put("call", "b", "3" * 32, tmp_path / "nowhere")


# -- nested values --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (MapType(TEXT), {"a": "b", "c": None}, {"a": "b", "c": None}),
        (MapType(IntegerType()), {"a": "1"}, {"a": 1}),
        (MapType(ListType("item", TEXT)), {"a": ["b"], "c": None}, {"a": ["b"], "c": None}),
        (ListType("item", TEXT), ["a", None], ["a", None]),
        (ListType("item", BooleanType(boolean)), [True, None], [True, None]),
        (ListType("item", MapType(TEXT)), [{"a": "b"}, None], [{"a": "b"}, None]),
    ],
)
def test_what_is_nested_is_plain_however_deep(kind: Any, value: Any, found: Any) -> None:
    """And null where it is null."""
    for form in ("text", "arrow"):
        assert reader_of(kind, form)([value, None], False) == [found, None]  # type: ignore[arg-type]


def test_values_of_no_known_shape_are_their_json() -> None:
    """As text, in their own characters."""
    read = reader_of(AnyType(), "text")
    assert read([{"a": ["é", 1.5, None]}, None], False) == ['{"a": ["é", 1.5, null]}', None]
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    with pytest.raises(ValueError, match=r"^it is nested too deep$"):
        read([deep], False)


def test_times_that_were_read_are_those_of_the_records_that_are_left() -> None:
    """Where some are left out, none of the times of the others is taken for theirs."""
    field = next(one for one in Call.spec.fields if one.name == "start_time")
    texts = [f"Thu, 01 Oct 2026 18:00:0{second} +0000" for second in range(3)]
    page = Columns(values={"start_time": texts}, size=3)
    first, second, third = moments_of(page, field)
    assert (second - first, third - second) == (10**6, 10**6)
    assert moments_of(page, field) is moments_of(page, field)
    for keep in ([True, False, True], [False, True, True]):
        left = page.chosen(keep)
        expected = [one for one, kept in zip((first, second, third), keep, strict=True) if kept]
        assert list(moments_of(left, field)) == expected
    odd = Columns(values={"start_time": ["soon"]}, size=1)
    with pytest.raises(DecodeError, match=r"^start_time decides, and 'soon'"):
        moments_of(odd, field)


def test_lists_whose_records_have_no_key_are_proven_however_they_are_written(
    opener: Open, tmp_path: Path
) -> None:
    """What tells records apart is what they hold, and not how the service lays it out."""

    def laid_out(text: str) -> str:
        return json.dumps(json.loads(text), indent=1)

    opened = changed_calls(opener, laid_out)
    export = asked(opened, tmp_path, "UsageRecordToday", format="jsonl")
    assert done(export).rows > 0
    assert [one.verdict for one in found_of(export, ThreadEngine(1))] == ["proven"]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("[{}, 7]", r"$.calls[1] is not an object"),
        ("[[]]", r"$.calls[0] is not an object"),
        ("7", "calls"),
    ],
)
def test_an_answer_that_is_no_list_of_records_is_said_by_its_place(
    opener: Open, tmp_path: Path, items: str, said: str
) -> None:
    """Its window is not read."""

    def changed(text: str) -> str:
        return json.dumps({**json.loads(text), "calls": json.loads(items)})

    summary = done(export_of(changed_calls(opener, changed), tmp_path, days=30))
    [failed] = summary.failed
    assert said in failed.problem and summary.rows == 0


def test_a_database_that_does_not_open_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of one would be no database to the next; one that was there stays."""
    duckdb = pytest.importorskip("duckdb")
    path, begun = tmp_path / "export.duckdb", list[str]()

    def connect(place: str) -> Any:
        for text in begun:
            Path(place).write_text(text, encoding="utf-8")
        raise duckdb.IOException("no room")

    monkeypatch.setattr(duckdb, "connect", connect)
    for text in ([], ["half"]):
        begun += text
        with pytest.raises(ConfigurationError) as caught:
            DuckdbSink(str(tmp_path))
        assert str(caught.value) == f"{path}: no room"
        assert not path.exists()
    begun.clear()
    path.write_bytes(b"mine")
    with pytest.raises(ConfigurationError):
        DuckdbSink(str(tmp_path))
    assert path.read_bytes() == b"mine"


TIMES = {
    "none": ("null", False),
    "before": ('"Wed, 30 Sep 2026 23:59:59 +0000"', False),
    "first": ('"Thu, 01 Oct 2026 00:00:00 +0000"', True),
    "last": ('"Sat, 03 Oct 2026 23:59:59 +0000"', True),
    "behind": ('"Sun, 04 Oct 2026 00:00:00 +0000"', False),
}


@pytest.mark.parametrize("name", TIMES)
@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_a_record_that_is_of_another_window_is_left_out(
    opener: Open, tmp_path: Path, name: str, format: str
) -> None:
    """A list may have a little more than was asked for; each record is of one window."""
    text, is_in = TIMES[name]
    last = '"start_time": "Thu, 01 Oct 2026 06:00:00 +0000"'

    def changed(answer: str) -> str:
        found = json.loads(answer)
        assert last in json.dumps(found)
        return json.dumps(found).replace(last, f'"start_time": {text}')

    export = export_of(changed_calls(opener, changed), tmp_path, days=30, format=format)
    assert done(export).rows == (12 if is_in else 11)


def test_a_value_that_cannot_be_read_is_said_by_object_and_field(
    opener: Open, tmp_path: Path
) -> None:
    odd = changed_calls(opener, lambda text: text.replace('"-0.000007"', '"seven"'))
    [failed] = done(export_of(odd, tmp_path, days=30)).failed
    assert failed.problem == "Call: price: 'seven' is not a decimal number"
    odd = changed_calls(
        opener, lambda text: text.replace("Thu, 01 Oct 2026 06:00:00 +0000", "soon")
    )
    [failed] = done(export_of(odd, tmp_path, days=30)).failed
    assert "start_time decides, and 'soon' is not a date and time" in failed.problem
    with pytest.raises(ValueError) as caught:
        reader_of(CAPABILITIES, "text")([{"voice": "x"}], False)
    assert str(caught.value).startswith("LocalPhoneNumberCapabilities: voice: 'x' is neither")


@pytest.mark.parametrize(("most", "parts"), [(1, 16), (5, 4), (7, 3), (8, 2), (11, 2), (12, 0)])
def test_a_window_of_many_pages_is_cut_by_what_the_first_one_shows(
    opener: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, parts: int
) -> None:
    """How many there are is reckoned from how much time it covers: four calls in a quarter of it
    are sixteen. What is no more than twice as many is counted."""
    monkeypatch.setattr(type(QueryCall.spec), "max_page_size", 4)
    days = {"start": "2026-10-01T00:00:00Z", "end": "2026-10-04T00:00:00Z"}
    account = opener.emulator.account_sid
    window = Window(object="Call", account=account, **days)
    result = read_window(evolve(task_of(opener, account, tmp_path), window=window, most=most))
    assert (len(result.parts), result.rows) == (parts, 0 if parts else 12)
    assert len(opener.requests) >= (3 if parts in (0, 2) else 1)
