"""Exports against the emulator: what is in the files, and what is done again after anything."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from attrs import evolve

from twilio_ops import (
    AuthenticationError,
    ConfigurationError,
    ConnectError,
    Connection,
    OperationError,
    RateLimitError,
    Request,
    Response,
    RetryClock,
    ServerError,
    ServiceError,
)
from twilio_ops.api.call import QueryCall
from twilio_ops_components.export import (
    Export,
    Manifest,
    Summary,
    ThreadEngine,
    engines,
    store_of,
    verify,
)
from twilio_ops_components.export.engines import Outcome, Work
from twilio_ops_components.export.task import Task, read_window
from twilio_ops_emulator import Clock, Emulator, Fault

pyarrow = pytest.importorskip("pyarrow", reason="the extra `export` is not installed")

SINCE = datetime(2026, 10, 1, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=30)
CALLS = 120
AT_ONCE = RetryClock(sleep=lambda seconds: None)


class Open:
    """Opens a connection of an emulator; its requests are counted."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.requests: list[str] = []

    def __call__(self) -> Connection:
        def counted(send: Callable[[Request], Response]) -> Callable[[Request], Response]:
            def sent(request: Request, /) -> Response:
                self.requests.append(request.path)
                return send(request)

            return sent

        return self.emulator.connection(clock=AT_ONCE).through(counted)


class Dies(Exception):
    """The process is gone."""


class Dying(ThreadEngine):
    """Threads that are gone after so many windows."""

    def __init__(self, after: int) -> None:
        super().__init__(2)
        self.after = after

    def submit(self, work: Work, task: Task) -> Future[Outcome]:
        if not self.after:
            raise Dies
        self.after -= 1
        return super().submit(work, task)


def call(number: int, **values: Any) -> dict[str, Any]:
    """A call of the n-th six hours, with a price of many digits."""
    given = {
        "to": f"+1311555{number:04}",
        "from": "+13115550002",
        "start_time": (SINCE + timedelta(hours=6 * number)).isoformat(),
        "end_time": (SINCE + timedelta(hours=6 * number, minutes=1)).isoformat(),
        "status": "completed",
        "price": f"-0.{number + 1:06}",
        **values,
    }
    return {"object": "Call", "values": given}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator with 120 calls, four a day."""
    with Emulator(clock=Clock(UNTIL + timedelta(days=30), frozen=True), seed=1) as emulator:
        emulator.seed({"records": [call(number) for number in range(CALLS)]})
        yield emulator


@pytest.fixture
def opener(emulator: Emulator) -> Open:
    return Open(emulator)


def asked(opener: Open, out: Path | str, *objects: str, **values: Any) -> Export:
    given: dict[str, Any] = {"since": SINCE, "until": UNTIL, "days": 5, **values}
    account = opener.emulator.account_sid
    return Export(
        objects=objects or ("Call",), account=account, opener=opener, out=str(out), **given
    )


def done(export: Export, engine: ThreadEngine | None = None) -> Summary:
    engine = engine or ThreadEngine(4)
    try:
        return export.run(engine)
    finally:
        engine.close()


def verdicts(export: Export) -> list[tuple[str, str]]:
    engine = ThreadEngine(4)
    try:
        found = verify(export.out, export.account, export.opener, engine)
    finally:
        engine.close()
    return [(one.verdict, one.text) for one in found if one.verdict != "proven"]


def rows(out: Path, table: str = "call") -> list[dict[str, Any]]:
    """The rows that the manifest names, of JSON lines."""
    found = Manifest(store_of(str(out)))
    names = [one.result.file for one in found if one.result.file is not None]
    assert sorted(names) == sorted(
        f"{path.parent.name}/{path.name}" for path in out.glob("*/*.jsonl")
    )
    lines = [
        line
        for name in names
        if name.startswith(f"{table}/")
        for line in (out / name).read_text(encoding="utf-8").splitlines()
    ]
    return [json.loads(line) for line in lines]


def sids(emulator: Emulator, kind: str = "Call") -> list[str]:
    return sorted(one["sid"] for one in emulator.records(kind))


def test_each_record_is_there_once_typed(opener: Open, tmp_path: Path) -> None:
    """Parquet has what Query gives: decimals exact, times with their zone, nested values as maps."""
    summary = done(asked(opener, tmp_path))
    assert (summary.rows, summary.windows, summary.failed) == (CALLS, 6, ())
    from pyarrow import dataset

    table = dataset.dataset(tmp_path / "call").to_table().to_pylist()
    with opener.emulator.connection() as connection:
        known = {str(one.sid): one for one in QueryCall(connection).run()}
    assert len(table) == CALLS and {row["sid"] for row in table} == set(known)
    for row in table:
        record = known[row["sid"]]
        assert row["start_time"] == record.start_time and row["start_time"].tzinfo is not None
        assert row["price"] == record.price and isinstance(row["price"], Decimal)
        assert row["status"] == record.status and row["duration"] == record.duration
        assert dict(row["subresource_uris"]) == record.subresource_uris
    schema = json.loads((tmp_path / "call.schema.json").read_text(encoding="utf-8"))
    types = {row["name"]: row["type"] for row in schema["fields"]}
    assert [types[one] for one in ("sid", "price", "start_time", "duration")] == [
        "string",
        "number",
        "datetime",
        "integer",
    ]
    assert schema["primaryKey"] == ["sid"]


def test_text_formats_hold_the_same(opener: Open, tmp_path: Path) -> None:
    """Times are ISO 8601 in UTC, decimals plain digits; CSV has one heading a file."""
    done(asked(opener, tmp_path / "j", format="jsonl"))
    done(asked(opener, tmp_path / "c", format="csv"))
    lines = {row["sid"]: row for row in rows(tmp_path / "j")}
    for path in (tmp_path / "c" / "call").iterdir():
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                same = lines.pop(row["sid"])
                assert row["start_time"] == same["start_time"]
                assert datetime.fromisoformat(row["start_time"]).utcoffset() == timedelta(0)
                assert row["price"] == same["price"]
                assert json.loads(row["subresource_uris"]) == same["subresource_uris"]
                assert row["answered_by"] == "" and same["answered_by"] is None
    assert not lines


@pytest.mark.slow
@pytest.mark.parametrize("format", ["delta", "duckdb"])
def test_tables_take_each_window_once(opener: Open, tmp_path: Path, format: Any) -> None:
    """Also one that is read again, and one whose process dies between the table and the manifest."""
    pytest.importorskip({"delta": "deltalake"}.get(format, format))
    export = asked(opener, tmp_path, format=format, until=None, look_back=400)
    assert done(export).rows == CALLS
    committed = Manifest.commit
    with pytest.MonkeyPatch.context() as patch:

        def dies(self: Manifest, commit: Any) -> None:
            if commit.result.rows:
                raise Dies
            committed(self, commit)

        patch.setattr(Manifest, "commit", dies)
        with pytest.raises(Dies):
            done(asked(opener, tmp_path, format=format, look_back=401))
    assert done(asked(opener, tmp_path, format=format, look_back=401)).rows == CALLS
    assert verdicts(export) == []
    if format == "duckdb":
        import duckdb

        with duckdb.connect(str(tmp_path / "export.duckdb"), read_only=True) as database:
            found = database.execute("SELECT sid FROM call").fetchall()
            kind = database.execute("SELECT typeof(price), typeof(start_time) FROM call").fetchone()
            assert kind == ("DECIMAL(38,18)", "TIMESTAMP WITH TIME ZONE")
    else:
        from deltalake import DeltaTable

        table = DeltaTable(str(tmp_path / "call")).to_pyarrow_table()
        found = [(one,) for one in table.column("sid").to_pylist()]
    assert sorted(one for (one,) in found) == sids(opener.emulator)
    assert not any((tmp_path / "_staged").iterdir())
    if format == "duckdb":
        with duckdb.connect(str(tmp_path / "export.duckdb")) as database:
            database.execute("INSERT INTO call (sid, _window) VALUES ('CA1', 'another')")
        assert ("stray", "call has rows of another, which is no window") in verdicts(export)


@pytest.mark.parametrize("after", range(6))
def test_an_export_goes_on_where_it_ended(opener: Open, tmp_path: Path, after: int) -> None:
    """What is committed is not read again; what was written and not committed is not left behind."""
    export = asked(opener, tmp_path, format="jsonl")
    with pytest.raises(Dies):
        done(export, Dying(after))
    known = {one.result.window for one in Manifest(store_of(str(tmp_path)))}
    (tmp_path / "call").mkdir(exist_ok=True)
    (tmp_path / "call" / "left-behind.jsonl").write_text("{}", encoding="utf-8")
    opener.requests.clear()
    summary = done(export)
    assert summary.resumed and summary.windows == 6 - len(known)
    assert len(opener.requests) == summary.requests == 6 - len(known)
    assert sorted(row["sid"] for row in rows(tmp_path)) == sids(opener.emulator)
    assert verdicts(export) == []


class Abandoning(ThreadEngine):
    """Says of each window once that it is lost, though whoever does it goes on; keeps all tasks."""

    def __init__(self) -> None:
        super().__init__(2)
        self.tasks: list[Task] = []

    def submit(self, work: Work, task: Task) -> Future[Outcome]:
        self.tasks.append(task)
        return super().submit(work, task)

    def wait(self, handles: Sequence[Future[Outcome]]) -> list[tuple[Any, Outcome]]:
        lost = Outcome(problem="nobody answers", kind="lost")
        windows = [task.window.name for task in self.tasks]
        return [
            (handle, outcome if windows.count(outcome.result.window.name) > 1 else lost)
            for handle, outcome in super().wait(handles)
            if outcome.result is not None
        ]


@pytest.mark.parametrize("format", ["jsonl", "duckdb"])
def test_an_attempt_that_was_given_up_and_ends_late_changes_nothing(
    opener: Open, tmp_path: Path, format: Any
) -> None:
    """It ends while its window is read again, after it is committed, and after a later export."""
    pytest.importorskip({"duckdb": "duckdb"}.get(format, "pyarrow"))
    export = asked(opener, tmp_path, format=format)
    engine = Abandoning()
    try:
        summary = export.run(engine)
        assert (summary.lost, summary.rows) == (6, CALLS)
        assert not any((tmp_path / "_staged").iterdir()), "also what nobody waited for"
        for change in (lambda: None, lambda: done(evolve(export, look_back=400))):
            change()
            there = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
            opener.emulator.seed({"records": [call(7, status="busy")]})
            for task in engine.tasks:
                read_window(task)
            now = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
            late = {path for path in now if path.parent.name == "_staged"}
            assert len(late) == len(engine.tasks), "each attempt has a name of its own"
            assert {path: now[path] for path in now if path not in late} == there
    finally:
        engine.close()
    assert done(evolve(export, look_back=401)).rows == CALLS + 2
    assert verdicts(export) == []
    assert not any((tmp_path / "_staged").iterdir())


def test_a_window_that_is_too_full_is_split(opener: Open, tmp_path: Path) -> None:
    """Until none has more records than it may, or nothing can be split."""
    summary = done(asked(opener, tmp_path, format="jsonl", days=30, most=10))
    assert (summary.rows, summary.repeated) == (CALLS, 0)
    assert sorted(row["sid"] for row in rows(tmp_path)) == sids(opener.emulator)
    counts = [one.result.rows for one in Manifest(store_of(str(tmp_path)))]
    assert max(counts) <= 10 and len(counts) >= 12
    one = {"start_time": SINCE.isoformat()}
    opener.emulator.seed({"records": [call(number, **one) for number in range(30)]})
    done(asked(opener, tmp_path / "x", format="jsonl", until=SINCE + timedelta(seconds=9), most=10))
    assert len(rows(tmp_path / "x")) == 31  # all of one second


@pytest.mark.parametrize(("most", "windows"), [(21, 1), (20, 1), (19, 2)])
def test_a_window_with_as_many_records_as_it_may_have_is_read_whole(
    opener: Open, tmp_path: Path, most: int, windows: int
) -> None:
    """Five days of four calls each; with one more than it may have it is read in two."""
    until = SINCE + timedelta(days=5)
    summary = done(asked(opener, tmp_path, format="jsonl", until=until, most=most))
    assert (summary.windows, summary.rows) == (windows, 20)


def test_later_it_reads_what_came_since_and_what_may_have_changed(
    opener: Open, tmp_path: Path
) -> None:
    """A price that comes late is there after the next run; what is final is not asked for again."""
    middle = SINCE + timedelta(days=15)
    opener.emulator.seed({"records": [call(2, status="in-progress")]})
    export = asked(opener, tmp_path, format="jsonl", until=middle, look_back=10_000)
    done(export)
    [changed] = [row["sid"] for row in rows(tmp_path) if row["status"] == "in-progress"]
    opener.emulator.set_status(changed, "completed")
    opener.emulator.seed({"records": [call(1, status="busy")]})
    later = asked(opener, tmp_path, format="jsonl", look_back=10_000)
    assert done(later).rows == CALLS + 2
    found = {row["sid"]: row["status"] for row in rows(tmp_path)}
    assert sorted(found) == sids(opener.emulator) and len(found) == len(rows(tmp_path))
    assert found[changed] == "completed"
    opener.requests.clear()
    assert done(asked(opener, tmp_path, format="jsonl", days=6)).windows == 0
    assert opener.requests == []


def test_children_are_read_from_their_parents(emulator: Emulator, tmp_path: Path) -> None:
    """Each with the key of its parent; windows are the parents'."""
    texts = [
        {
            "object": "Message",
            "as": f"m{number}",
            "values": {
                "to": "+13115550001",
                "from": "+13115550002",
                "date_sent": (SINCE + timedelta(days=number)).isoformat(),
            },
        }
        for number in range(12)
    ]
    media = [
        {"object": "Media", "under": [f"m{number}"], "values": {"content_type": "image/png"}}
        for number in range(0, 12, 2)
        for _ in range(number // 2)
    ]
    emulator.seed({"records": [*texts, *media]})
    opener = Open(emulator)
    export = asked(opener, tmp_path, "Media", "Message", format="jsonl")
    assert done(export).rows == 12 + len(media)
    found = rows(tmp_path, "media")
    assert sorted(row["sid"] for row in found) == sids(emulator, "Media")
    counts = Counter(row["message_sid"] for row in found)
    assert sorted(counts.values()) == [1, 2, 3, 4, 5]
    assert set(counts) <= set(sids(emulator, "Message"))
    assert verdicts(export) == []


def test_what_is_personal_is_masked_or_left_out(opener: Open, tmp_path: Path) -> None:
    """The catalog says what is; keys stay, nulls stay null, and secrets are never there."""
    done(asked(opener, tmp_path / "mask", "Call", "Account", format="jsonl", pii="mask"))
    done(asked(opener, tmp_path / "drop", "Call", "Account", format="jsonl", pii="drop"))
    for row in rows(tmp_path / "mask"):
        assert (row["to"], row["from"], row["caller_name"]) == ("***", "***", None)
        assert row["sid"].startswith("CA") and row["status"] == "completed"
    for row in rows(tmp_path / "drop"):
        assert not {"to", "from", "caller_name"} & set(row) and "status" in row
    for kind in ("mask", "drop"):
        assert "auth_token" not in rows(tmp_path / kind, "account")[0]
        text = "".join(
            path.read_text(encoding="utf-8") for path in (tmp_path / kind).rglob("*.json*")
        )
        assert "+1311555" not in text and opener.emulator.auth_token not in text


def test_an_export_that_cannot_begin_leaves_nothing(opener: Open, tmp_path: Path) -> None:
    """No folder that would later be of another kind than what is asked for."""
    export = asked(opener, tmp_path / "out")
    with pytest.raises(ConfigurationError, match="is not before until"):
        done(evolve(export, until=export.since))
    assert not [*tmp_path.rglob("*.json")]


def test_verify_says_what_is_not_as_the_service_has_it(opener: Open, tmp_path: Path) -> None:
    """A record too many there, one too few, a file that was changed, and a window never read."""
    export = asked(opener, tmp_path, format="jsonl")
    done(export)
    assert verdicts(export) == []
    opener.emulator.seed({"records": [call(3)]})
    [(verdict, text)] = verdicts(export)
    assert verdict == "differs" and "though it counted as final" in text
    [days] = re.findall(r": export again with a look-back of (\d+) days$", text)
    done(evolve(export, look_back=int(days) - 1))
    assert len(verdicts(export)) == 1, "a day less does not reach it"
    done(evolve(export, look_back=int(days)))
    assert verdicts(export) == []
    opener.emulator.seed({"records": [call(3)]})
    path = next(iter(sorted((tmp_path / "call").iterdir())[3:]))
    path.write_text(
        path.read_text(encoding="utf-8").replace("completed", "busy", 1), encoding="utf-8"
    )
    assert sorted(verdict for verdict, _ in verdicts(export)) == ["damaged", "differs"]
    path.unlink()
    assert ("damaged", f"call/{path.name} is gone") in verdicts(export)
    extra = tmp_path / "call" / "again.jsonl"
    extra.write_text("{}\n", encoding="utf-8")
    assert ("stray", "call/again.jsonl is no window's file") in verdicts(export)
    extra.unlink()
    gone = next(iter(sorted((tmp_path / "_manifest").iterdir())))
    gone.unlink()
    found = verdicts(export)
    assert ("gap", "it was never read: export again") in found
    assert [text for verdict, text in found if verdict == "stray"] == [
        f"call/{next((tmp_path / 'call').glob(f'{gone.stem}.*')).name} is no window's file"
    ]


def test_a_list_that_changes_while_it_is_counted_is_not_proven(
    opener: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lists that differ from each other and from the data tell nothing."""
    export = asked(opener, tmp_path, format="jsonl", days=30)
    done(export)
    send = opener.emulator.handle

    def busy(request: Request, /) -> Response:
        opener.emulator.seed({"records": [call(9)]})
        return send(request)

    class Busy(Open):
        def __call__(self) -> Connection:
            return opener.emulator.connection().through(lambda _: busy)

    engine = ThreadEngine(1)
    found = verify(export.out, export.account, Busy(opener.emulator), engine)
    engine.close()
    [finding] = found
    assert finding.verdict == "unproven" and "two lists of it differ" in finding.text


def test_faults_of_the_service_are_ridden_out(opener: Open, tmp_path: Path) -> None:
    """429 and 5xx, and an answer that is cut: nothing is missing and nothing is there twice."""
    emulator = opener.emulator
    emulator.faults.add(Fault(kind="status", status=503, object="Call", every=3))
    emulator.faults.add(Fault(kind="cut", object="Call", every=5, bytes=100))
    emulator.faults.add(
        Fault(kind="status", status=429, code=20429, object="Call", every=7, retry_after=0)
    )
    summary = done(asked(opener, tmp_path, format="jsonl", days=1))
    assert summary.failed == () and summary.throttled
    assert sorted(row["sid"] for row in rows(tmp_path)) == sids(emulator)


def test_a_window_that_is_refused_is_said_and_tried_again(opener: Open, tmp_path: Path) -> None:
    """The others are read; the same export later reads it, too."""
    fault = Fault(kind="status", status=400, code=20004, message="too old", object="Call", times=1)
    opener.emulator.faults.add(fault)
    export = asked(opener, tmp_path, format="jsonl")
    summary = done(export)
    [failed] = summary.failed
    assert "too old" in failed.problem and summary.windows == 5
    assert [verdict for verdict, _ in verdicts(export)] == ["gap"]
    assert done(export).windows == 1
    assert sorted(row["sid"] for row in rows(tmp_path)) == sids(opener.emulator)


class Ending(ThreadEngine):
    """A thread whose first tasks end otherwise."""

    def __init__(self, kind: Any, times: int) -> None:
        super().__init__(1)
        self.kind, self.times = kind, times

    def submit(self, work: Work, task: Task) -> Future[Outcome]:
        if not self.times:
            return super().submit(work, task)
        self.times -= 1
        found: Future[Outcome] = Future()
        found.set_result(Outcome(problem="it is so", kind=self.kind))
        return found


@pytest.mark.parametrize(
    ("kind", "times", "is_read"),
    [
        ("lost", 49, True),
        ("lost", 50, False),
        ("again", 3, True),
        ("again", 4, False),
        ("failed", 1, False),
    ],
)
def test_a_window_is_tried_so_often(
    opener: Open, tmp_path: Path, kind: str, times: int, is_read: bool
) -> None:
    """Its worker may die, and the service be away, for a while; what it refuses it refuses again."""
    summary = done(asked(opener, tmp_path, format="jsonl", days=30), Ending(kind, times))
    assert [one.problem for one in summary.failed] == ([] if is_read else ["it is so"])
    assert summary.rows == (CALLS if is_read else 0)
    assert summary.lost == (times if kind == "lost" else 0)


@pytest.mark.parametrize(
    ("error", "kind", "problem"),
    [
        (
            AuthenticationError(status=401, method="GET", path="/x"),
            "stop",
            "GET /x was answered 401",
        ),
        (RateLimitError(status=429, method="GET", path="/x"), "again", "GET /x was answered 429"),
        (ServerError(status=500, method="GET", path="/x"), "again", "GET /x was answered 500"),
        (ServiceError(status=400, method="GET", path="/x"), "failed", "GET /x was answered 400"),
        (ConfigurationError("so it cannot be"), "stop", "so it cannot be"),
        (ConnectError("not reached"), "again", "not reached"),
        (OperationError("refused"), "failed", "refused"),
        (OSError(28, "No space left", "x/y"), "stop", "x/y: No space left"),
        (OSError("odd"), "stop", "nowhere: odd"),
    ],
)
def test_what_comes_of_an_error(
    monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str, problem: str
) -> None:
    """What a service may do better the next time is tried again; what concerns all windows ends all."""

    def read(task: Any) -> Any:
        raise error

    monkeypatch.setitem(engines._WORK, "read", read)
    outcome = engines.attempt("read", cast("Task", SimpleNamespace(out="nowhere")))
    assert (outcome.result, outcome.kind, outcome.problem) == (None, kind, problem)


def test_who_is_not_let_in_is_told_at_once(opener: Open, tmp_path: Path) -> None:
    """Nothing else is tried, and no credential is in the message."""
    emulator = opener.emulator

    class Wrong(Open):
        def __call__(self) -> Connection:
            return Connection(emulator.account_sid, "wrong-token", send=emulator.handle)

    with pytest.raises(Exception, match="401") as caught:
        done(asked(Wrong(emulator), tmp_path))
    assert "wrong-token" not in str(caught.value)
    assert list(Manifest(store_of(str(tmp_path)))) == []


def test_what_is_there_is_not_mixed_with_what_does_not_go_with_it(
    opener: Open, tmp_path: Path
) -> None:
    """Another format, another handling, other columns: the message says which, nothing is touched."""
    done(asked(opener, tmp_path))
    place = re.escape(str(tmp_path))
    with pytest.raises(
        ConfigurationError, match=f"^{place}: format is parquet there, not csv; exp"
    ):
        done(asked(opener, tmp_path, format="csv"))
    with pytest.raises(ConfigurationError, match=f"^{place}: pii is keep there, not mask; export"):
        done(asked(opener, tmp_path, pii="mask"))
    header = json.loads((tmp_path / "_export.json").read_text(encoding="utf-8"))
    fields = header["schemas"]["call"]["fields"]
    next(row for row in fields if row["name"] == "price")["type"] = "string"
    (tmp_path / "_export.json").write_text(json.dumps(header), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="price was string and is number"):
        done(asked(opener, tmp_path))
    (tmp_path / "_export.json").write_text("{", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"_export\.json: is no JSON"):
        done(asked(opener, tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="how large a file may be is a limit of POSIX")
@pytest.mark.parametrize(
    ("format", "largest", "place"),
    [
        ("jsonl", 100, "call.schema.json"),
        ("jsonl", 12_000, "_staged/Call.AC"),
        ("csv", 12_000, "_staged/Call.AC"),
        ("parquet", 8_000, "_staged/Call.AC"),
        ("duckdb", 10_000, "export.duckdb"),
        ("duckdb", 60_000, "export.duckdb"),
    ],
)
def test_what_the_disk_does_not_take_is_said_by_its_place(
    opener: Open, tmp_path: Path, format: Any, largest: int, place: str
) -> None:
    """It ends the export, which goes on when there is room; nothing half-written is left then."""
    import resource

    pytest.importorskip("duckdb")
    days = 2 if format == "duckdb" else 10
    export = asked(opener, tmp_path / "out", format=format, days=days)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        with pytest.raises(OperationError, match=re.escape(f"{tmp_path}/out/")) as caught:
            done(export)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert place in str(caught.value) and "oo large" in str(caught.value)
    assert done(export).rows <= CALLS
    assert verdicts(export) == []
    assert list(tmp_path.rglob("*.part")) == []


def test_a_folder_that_cannot_be_made_is_said(opener: Open, tmp_path: Path) -> None:
    """As where a file has its name."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(ConfigurationError, match=re.escape(str(tmp_path / "file"))):
            done(asked(opener, out))
    assert opener.requests == []


def test_an_export_holds_its_folder_alone(opener: Open, tmp_path: Path) -> None:
    """A second one is refused while the first is under way."""
    inner: list[str] = []

    class Again(ThreadEngine):
        def submit(self, work: Work, task: Task) -> Future[Outcome]:
            with pytest.raises(ConfigurationError, match="another export is writing here"):
                done(asked(opener, tmp_path))
            inner.append("refused")
            return super().submit(work, task)

    done(asked(opener, tmp_path), Again(2))
    assert inner


def test_any_place_that_fsspec_reaches_will_do(opener: Open) -> None:
    """The files, the manifest and the verdicts are the same."""
    fsspec = pytest.importorskip("fsspec")
    export = asked(opener, "memory://bucket/calls", format="jsonl")
    with pytest.raises(Dies):
        done(export, Dying(3))
    assert done(export).resumed
    files = fsspec.filesystem("memory").glob("/bucket/calls/call/*.jsonl")
    lines = [line for one in files for line in fsspec.filesystem("memory").cat(one).splitlines()]
    assert sorted(json.loads(line)["sid"] for line in lines) == sids(opener.emulator)
    assert verdicts(export) == []


def test_what_is_looked_into_lies_in_a_folder_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not every file system makes the folders of the file that it copies to."""
    pytest.importorskip("fsspec")
    store = store_of("memory://bucket/looked-into")
    store.write("call/one.jsonl", b"{}")

    def get_file(place: str, path: str) -> None:
        Path(path).write_bytes(store.read("call/one.jsonl") or b"")

    monkeypatch.setattr(cast("Any", store)._files, "get_file", get_file)
    with store.local("call/one.jsonl") as path:
        assert (path.name, path.read_bytes()) == ("one.jsonl", b"{}")
    assert not path.exists()


def test_several_accounts_lie_side_by_side(opener: Open, tmp_path: Path) -> None:
    """Each record with its account."""
    emulator = opener.emulator
    emulator.seed(
        {
            "accounts": [{"friendly_name": "Branch", "as": "branch"}],
            "records": [{**call(number), "account": "branch"} for number in range(10)],
        }
    )
    accounts: Sequence[str] = [one["sid"] for one in emulator.records("Account")]
    branch = next(
        one["sid"] for one in emulator.records("Account") if one["friendly_name"] == "Branch"
    )
    assert branch in accounts
    done(asked(opener, tmp_path, format="jsonl", accounts=(emulator.account_sid, branch)))
    found = rows(tmp_path)
    assert len(found) == CALLS + 10
    assert sum(row["account_sid"] == branch for row in found) == 10


@pytest.mark.slow
def test_all_lists_of_the_catalog_are_read(emulator: Emulator, tmp_path: Path) -> None:
    """Those of accounts, those below records, and those that are cut by day."""
    from twilio_ops_components.catalog import objects

    names = tuple(name for name, row in objects().items() if "Query" in row.actions)
    opener = Open(emulator)
    export = asked(opener, tmp_path, *names, format="jsonl", days=30)
    summary = done(export)
    assert summary.failed == () and summary.rows > CALLS
    assert verdicts(export) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file", "../../elsewhere"),
        ("file", "call/other.jsonl"),
        ("window", {"object": "../Call", "account": "", "start": None, "end": None}),
        ("window", {"object": "Call", "account": "../x", "start": None, "end": None}),
        ("window", {"object": "Call", "account": "", "start": "soon", "end": None}),
        ("rows", "many"),
    ],
)
def test_a_manifest_is_data_and_no_path(
    opener: Open, tmp_path: Path, name: str, value: Any
) -> None:
    """What it names is what an export writes, or it is refused by its place, and nothing is removed."""
    export = asked(opener, tmp_path, format="jsonl")
    done(export)
    elsewhere = tmp_path.parent / "elsewhere"
    elsewhere.write_text("mine", encoding="utf-8")
    path = next((tmp_path / "_manifest").iterdir())
    found = {**json.loads(path.read_text(encoding="utf-8")), name: value}
    path.write_text(
        json.dumps({key: one for key, one in found.items() if one is not None}), encoding="utf-8"
    )
    with pytest.raises(ConfigurationError, match=re.escape(path.name)):
        done(asked(opener, tmp_path, format="jsonl", look_back=10_000))
    assert elsewhere.read_text(encoding="utf-8") == "mine"


def test_whose_records_are_read_is_a_sid(opener: Open, tmp_path: Path) -> None:
    """It becomes part of a file's name."""
    with pytest.raises(ConfigurationError, match="is no Sid of an account"):
        done(asked(opener, tmp_path, accounts=("../x",)))


def changed_calls(opener: Open, change: Callable[[str], str]) -> Open:
    """An opener whose answers are changed on the way."""
    from twilio_ops import Response as Answer

    class Changed(Open):
        def __call__(self) -> Connection:
            def wrap(send: Callable[[Request], Response]) -> Callable[[Request], Response]:
                def sent(request: Request, /) -> Response:
                    answer = send(request)
                    body = change(answer.read().decode()).encode()
                    headers = {"Content-Type": "application/json"}
                    return Answer(answer.status, headers, body)

                return sent

            return opener.emulator.connection().through(wrap)

    return Changed(opener.emulator)


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_a_field_that_an_answer_does_not_carry_is_null(
    opener: Open, tmp_path: Path, format: Any
) -> None:
    """As the service leaves fields out of some records."""
    without = changed_calls(
        opener, lambda text: re.sub(r'"duration": ?[^,}]+, ?', "", text, count=7)
    )
    assert done(asked(without, tmp_path, format=format)).rows == CALLS


@pytest.mark.parametrize("format", ["jsonl", "csv"])
@pytest.mark.parametrize("uris", ["null", '{"a":\n "b"}', '{ "a" : "\\u00e4\\n,\\"" }', "{}"])
def test_addresses_are_written_as_they_came(
    opener: Open, tmp_path: Path, format: Any, uris: str
) -> None:
    """However the service writes them: one line a record, and the same values."""
    odd = changed_calls(
        opener,
        lambda text: re.sub(
            r'"subresource_uris": ?{[^}]*}',
            f'"subresource_uris": {uris}'.replace("\\", "\\\\"),
            text,
            count=9,
        ),
    )
    assert done(asked(odd, tmp_path, format=format, days=30)).rows == CALLS
    [path] = (tmp_path / "call").iterdir()
    if format == "jsonl":
        found = [row["subresource_uris"] for row in rows(tmp_path)]
    else:
        with path.open(newline="", encoding="utf-8") as file:
            found = [json.loads(row["subresource_uris"] or "null") for row in csv.DictReader(file)]
    assert found[:9] == [json.loads(uris)] * 9
    assert len(found) == CALLS and len(found[9]) > 3


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_addresses_that_are_none_are_not_lost(opener: Open, tmp_path: Path, format: Any) -> None:
    """Their window is not read, and the message says which field it is."""
    odd = changed_calls(
        opener, lambda text: re.sub(r'"subresource_uris": ?{[^}]*}', '"subresource_uris": 5', text)
    )
    summary = done(asked(odd, tmp_path, format=format, days=30))
    [failed] = summary.failed
    assert "subresource_uris" in failed.problem


def test_a_value_that_cannot_be_read_is_not_lost(opener: Open, tmp_path: Path) -> None:
    """Its window is not read, and the message says which field and why; the others are."""
    odd = changed_calls(opener, lambda text: text.replace('"-0.000007"', '"seven"'))
    summary = done(asked(odd, tmp_path, format="jsonl"))
    [failed] = summary.failed
    assert "price" in failed.problem and "seven" in failed.problem
    assert summary.windows == 5
