"""What an export asks for, what it writes to the byte, and what it says of what it finds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from attrs import evolve

sys.path.insert(0, str(Path(__file__).parent))

from test_export import SINCE, Open, asked, call, done, rows

from twilio_ops import ConfigurationError, Connection, OperationError, Request, Response
from twilio_ops_components.export import (
    DaskEngine,
    Export,
    Finding,
    Manifest,
    Progress,
    Summary,
    ThreadEngine,
    Window,
    store_of,
    verify,
)
from twilio_ops_components.export.columns import columns_of
from twilio_ops_components.export.engines import Outcome
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.sinks import DeltaSink, DuckdbSink, Sink
from twilio_ops_components.export.tables import digest_of, table_of
from twilio_ops_components.export.task import Task, count_window, read_window
from twilio_ops_components.export.writing import RowFile
from twilio_ops_emulator import Clock, Emulator, Fault

pyarrow: Any = pytest.importorskip("pyarrow", reason="the extra `export` is not installed")

DAY = timedelta(days=1)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=Clock(SINCE + 60 * DAY, frozen=True), seed=1) as emulator:
        emulator.seed({"records": [call(number) for number in range(12)]})
        yield emulator


class Asking(Open):
    """Opens a connection whose questions are kept, with what they ask for."""

    def __init__(self, emulator: Emulator) -> None:
        super().__init__(emulator)
        self.asked: list[tuple[str, dict[str, list[str]]]] = []

    def __call__(self) -> Connection:
        def wrap(send: Callable[[Request], Response]) -> Callable[[Request], Response]:
            def sent(request: Request, /) -> Response:
                parts = urlsplit(request.url)
                path = parts.path.partition("/Accounts/")[2].partition("/")[2]
                self.asked.append((path, parse_qs(parts.query)))
                return send(request)

            return sent

        return super().__call__().through(wrap)


@pytest.fixture
def opener(emulator: Emulator) -> Asking:
    return Asking(emulator)


def window_of(opener: Open, name: str = "Call", **values: Any) -> Window:
    return Window(object=name, account=opener.emulator.account_sid, **values)


def task_of(opener: Open, out: Path, window: Window, **values: Any) -> Task:
    given: dict[str, Any] = {
        "window": window,
        "opener": opener,
        "account": opener.emulator.account_sid,
        "out": str(out),
        "format": "jsonl",
        "pii": "keep",
        "plan": "p" * 32,
        "catalog": digest_of(),
        "most": None,
        **values,
    }
    return Task(**given)


def at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


# -- one window -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start", "end", "conditions"),
    [
        (
            "Call",
            SINCE,
            SINCE + DAY,
            {"StartTime>": ["2026-09-30T23:59:58Z"], "StartTime<": ["2026-10-02T00:00:00Z"]},
        ),
        ("Conference", SINCE, SINCE + DAY, {"DateCreated": ["2026-10-01"]}),
        (
            "Conference",
            SINCE,
            SINCE + 2 * DAY,
            {"DateCreated>": ["2026-09-30"], "DateCreated<": ["2026-10-03"]},
        ),
        ("Account", None, None, {}),
    ],
)
def test_what_a_window_asks_for(
    opener: Asking,
    tmp_path: Path,
    name: str,
    start: datetime | None,
    end: datetime | None,
    conditions: dict[str, list[str]],
) -> None:
    """Its own time and no other, in pages as long as the service gives them."""
    window = window_of(opener, name) if name != "Account" else Window(object=name, account="")
    if start is not None and end is not None:
        window = evolve(window, start=at(start), end=at(end))
    for read in (read_window, count_window):
        opener.asked.clear()
        result = read(task_of(opener, tmp_path, window))
        [(_, query)] = opener.asked
        assert query.pop("PageSize") == ["1000"]
        assert query == conditions
        assert (result.window, result.requests, result.throttled, result.under_way) == (
            window, 1, 0, None,
        )  # fmt: skip


def test_a_window_without_records_has_no_file(opener: Asking, tmp_path: Path) -> None:
    window = window_of(opener, start=at(SINCE + 40 * DAY), end=at(SINCE + 41 * DAY))
    result = read_window(task_of(opener, tmp_path, window))
    assert (result.file, result.size, result.sha256, result.rows, result.parts) == (
        None, 0, None, 0, (),
    )  # fmt: skip
    assert len(result.records) == 32 and result.content == ""
    assert not any((tmp_path / "_staged").iterdir())


@pytest.mark.parametrize(
    ("said", "under_way"),
    [
        ([], None),
        (["7"], 7),
        (["12", "7"], 12),
        (["7", "12"], 12),
        (["0"], 0),
        (["many"], None),
        (["-1"], None),
        ([""], None),
        (["٣"], None),
        (["1234567890"], 123456789),
    ],
)
def test_a_429_says_how_many_are_under_way(
    opener: Asking, tmp_path: Path, said: list[str], under_way: int | None
) -> None:
    """The most of what was said is kept; what is no number says nothing."""
    left = list(said)

    class Busy(Open):
        def __call__(self) -> Connection:
            def wrap(send: Callable[[Request], Response]) -> Callable[[Request], Response]:
                def busy(request: Request, /) -> Response:
                    if not left:
                        return send(request)
                    headers = {"Twilio-Concurrent-Requests": left.pop(0), "Retry-After": "0"}
                    return Response(429, headers, b"{}")

                return busy

            return super().__call__().through(wrap)

    window = window_of(opener, start=at(SINCE), end=at(SINCE + DAY))
    result = read_window(task_of(Busy(opener.emulator), tmp_path, window))
    assert (result.rows, result.throttled, result.under_way) == (4, len(said), under_way)
    assert result.requests == len(said) + 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"catalog": "x"}, "the worker's catalog is another one than the plan's: install the same release"),
        ({"account": "AC" + "9" * 32}, "the worker's connection is of {}, the plan's of AC" + "9" * 32),
    ],
)  # fmt: skip
def test_a_worker_that_is_not_as_the_plan_has_it_says_so(
    opener: Asking, tmp_path: Path, change: dict[str, str], said: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_window(task_of(opener, tmp_path, window_of(opener), **change))
    assert str(caught.value) == said.format(opener.emulator.account_sid)
    assert opener.asked == []


@pytest.mark.parametrize(
    ("most", "parts"), [(None, 0), (12, 0), (11, 2), (6, 2), (5, 3), (4, 3), (3, 4), (1, 12)]
)
def test_a_window_that_is_too_full_is_cut_by_how_full_it_is(
    opener: Asking, tmp_path: Path, most: int | None, parts: int
) -> None:
    """Nothing is written then; the parts cover it."""
    window = window_of(opener, start=at(SINCE), end=at(SINCE + 3 * DAY))
    result = read_window(task_of(opener, tmp_path, window, most=most))
    assert len(result.parts) == parts
    assert (result.rows, result.file is None) == ((12, False) if not parts else (0, True))
    if parts:
        assert (result.parts[0].start, result.parts[-1].end) == (window.start, window.end)
        assert not (tmp_path / "call").exists() and not any((tmp_path / "_staged").iterdir())


# -- files to the byte ----------------------------------------------------------------------------

PAGE = Columns(
    values={
        "sid": ["CA1", "CA2"],
        "start_time": ["Thu, 01 Oct 2026 18:00:00 +0000", None],
        "duration": ["60", None],
        "price": ["-0.00750", "1E+3"],
        "caller_name": ['a "b",', ""],
        "subresource_uris": [{"a": "/b"}, None],
    },
    size=2,
)


def written(path: Path, format: Any, pii: Any = "keep") -> None:
    known = {one.name: one for one in columns_of(table_of("Call"), pii)}
    with RowFile(path, format, [known[one] for one in PAGE.values], "w") as file:
        file.write(PAGE)
        file.write(Columns(values={name: [] for name in PAGE.values}, size=0))
        assert file.count == 2


def test_lines_and_cells_are_as_they_are_written(tmp_path: Path) -> None:
    """Numbers with a fraction are plain digits in text; a time is in UTC; nothing is null."""
    written(tmp_path / "a", "jsonl")
    assert (tmp_path / "a").read_text(encoding="utf-8") == (
        '{"sid":"CA1","start_time":"2026-10-01T18:00:00Z","duration":60,"price":"-0.00750",'
        '"caller_name":"a \\"b\\",","subresource_uris":{"a":"/b"}}\n'
        '{"sid":"CA2","start_time":null,"duration":null,"price":"1000","caller_name":"",'
        '"subresource_uris":null}\n'
    )
    written(tmp_path / "b", "csv")
    assert (tmp_path / "b").read_text(encoding="utf-8") == (
        '"sid","start_time","duration","price","caller_name","subresource_uris"\n'
        '"CA1","2026-10-01T18:00:00Z",60,"-0.00750","a ""b"",","{""a"":""/b""}"\n'
        '"CA2",,,"1000","",\n'
    )
    written(tmp_path / "c", "csv", "mask")
    assert (tmp_path / "c").read_text(encoding="utf-8").splitlines()[1:] == [
        '"CA1","2026-10-01T18:00:00Z",60,"-0.00750","***","{""a"":""/b""}"',
        '"CA2",,,"1000","***",',
    ]


@pytest.mark.parametrize("format", ["parquet", "delta", "duckdb"])
def test_a_parquet_file_is_small_and_can_be_skipped_through(tmp_path: Path, format: Any) -> None:
    """Values that come again are kept once, bounds are those of numbers and times, and tables of
    many windows say which one a row is of."""
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    written(tmp_path / "a", format, "mask")
    with parquet.ParquetFile(tmp_path / "a") as file:
        found = file.metadata.row_group(0)
        columns = [found.column(number) for number in range(found.num_columns)]
        assert {one.compression for one in columns} == {"ZSTD"}
        assert {one.path_in_schema for one in columns if one.has_dictionary_page} == {
            "caller_name",
            "subresource_uris.key_value.key",
            *(["_window"] if format != "parquet" else []),
        }
        bounded = {
            one.path_in_schema for one in columns if one.statistics and one.statistics.has_min_max
        }
        assert {"start_time", "duration", "price"} <= bounded and "sid" not in bounded
        assert ("_window" in bounded) == (format != "parquet")
        table = file.read().to_pylist()
    window = {"_window": "w"} if format != "parquet" else {}
    assert table == [
        {
            "sid": "CA1",
            "start_time": datetime(2026, 10, 1, 18, tzinfo=UTC),
            "duration": 60,
            "price": Decimal("-0.0075"),
            "caller_name": "***",
            "subresource_uris": [("a", "/b")],
            **window,
        },
        {
            "sid": "CA2",
            "start_time": None,
            "duration": None,
            "price": Decimal(1000),
            "caller_name": "***",
            "subresource_uris": None,
            **window,
        },
    ]


def test_row_groups_are_of_ten_thousand_rows_or_a_few_more(tmp_path: Path) -> None:
    """Pages are gathered until there are as many."""
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    known = {one.name: one for one in columns_of(table_of("Call"), "keep")}
    with RowFile(tmp_path / "a", "parquet", [known["sid"]], "") as file:
        for size in (9_999, 1, 4_000, 7_000, 3):
            file.write(Columns(values={"sid": ["CA1"] * size}, size=size))
    with parquet.ParquetFile(tmp_path / "a") as found:
        groups = range(found.metadata.num_row_groups)
        assert [found.metadata.row_group(one).num_rows for one in groups] == [10_000, 11_000, 3]


@pytest.mark.parametrize("value", ["1" * 21, "1e-19", str(2**63)])
def test_a_value_that_fits_no_column_is_said_with_what_would(tmp_path: Path, value: str) -> None:
    known = {one.name: one for one in columns_of(table_of("Call"), "keep")}
    name = "duration" if value == str(2**63) else "price"
    kind = "int64" if name == "duration" else r"decimal128\(38, 18\)"
    with (
        RowFile(tmp_path / "a", "parquet", [known[name]], "") as file,
        pytest.raises(
            OperationError,
            match=rf"^{name}: a value does not fit {kind} \(a decimal has 38 digits, 18 of them"
            r" behind the point\): .",
        ),
    ):
        file.write(Columns(values={name: [value]}, size=1))


# -- tables of a database -------------------------------------------------------------------------

SCHEMA: Any = pyarrow.schema(
    [
        ("sid", pyarrow.string()),
        ("price", pyarrow.decimal128(38, 18)),
        ("_window", pyarrow.string()),
    ]
)


def parquet_of(path: Path, window: str, *sids: str) -> Path:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    prices = [Decimal(number) for number, _ in enumerate(sids)]
    columns = [list(sids), prices, [window] * len(sids)]
    parquet.write_table(pyarrow.table(columns, schema=SCHEMA), path)
    return path


@pytest.mark.parametrize("kind", ["duckdb", "delta"])
def test_a_table_takes_the_rows_of_a_window_in_place_of_those_there(
    tmp_path: Path, kind: str
) -> None:
    """Those of others stay; what they hold has a digest, whatever their order."""
    pytest.importorskip({"delta": "deltalake"}.get(kind, kind))
    out = str(tmp_path / "out")
    sink: Sink = DuckdbSink(out) if kind == "duckdb" else DeltaSink(f"{out}/")
    for _ in range(2):
        sink.prepare("call", SCHEMA)
    assert (sink.count("call", "a"), sink.windows("call")) == (0, set())
    sink.put("call", "a", "1" * 32, parquet_of(tmp_path / "1", "a", "CA1", "CA2"))
    sink.put("call", "b", "1" * 32, parquet_of(tmp_path / "2", "b", "CA3"))
    assert (sink.count("call", "a"), sink.count("call", "b"), sink.count("call", "c")) == (2, 1, 0)
    assert sink.windows("call") == {"a", "b"}
    digests = sink.digest("call", "a"), sink.digest("call", "b")
    assert digests == ("3779b36b1649164ca28cb0d95ab43df3", "3587421eb3e130b9afb00431de1859e5")
    sink.put("call", "a", "2" * 32, parquet_of(tmp_path / "3", "a", "CA4"))
    assert (sink.count("call", "a"), sink.digest("call", "b")) == (1, digests[1])
    if kind == "delta":  # the same window of the same plan is known
        sink.put("call", "a", "2" * 32, parquet_of(tmp_path / "4", "a", "CA5", "CA6"))
        assert sink.count("call", "a") == 1
    sink.put("call", "a", "3" * 32, None)
    assert (sink.count("call", "a"), sink.windows("call")) == (0, {"b"})
    sink.close()


def test_what_a_database_does_not_take_is_said_by_its_place(tmp_path: Path) -> None:
    """And what it began is not done by half."""
    pytest.importorskip("duckdb")
    with pytest.raises(ConfigurationError) as caught:
        DuckdbSink("s3://bucket/x")
    assert str(caught.value) == "s3://bucket/x: a DuckDB database is a file of this machine"
    sink = DuckdbSink(str(tmp_path))
    sink.prepare("call", SCHEMA)
    sink.put("call", "a", "", parquet_of(tmp_path / "1", "a", "CA1"))
    (tmp_path / "2").write_bytes(b"no Parquet")
    with pytest.raises(ConfigurationError, match=rf"^{tmp_path}/export\.duckdb: .*2"):
        sink.put("call", "a", "", tmp_path / "2")
    assert sink.count("call", "a") == 1
    for ask in (
        lambda: sink.count("nothing", "a"),
        lambda: sink.windows("nothing"),
    ):
        with pytest.raises(ConfigurationError, match=rf"^{tmp_path}/export\.duckdb: .*nothing"):
            ask()
    sink.close()


# -- runs -----------------------------------------------------------------------------------------


def test_an_export_has_what_nobody_chooses_otherwise(opener: Asking, tmp_path: Path) -> None:
    export = Export(objects=("Call",), account="AC1", opener=opener, out="x")
    assert (export.format, export.pii, export.days, export.most) == ("parquet", "keep", 30, 10_000)
    assert (export.since, export.until, export.accounts, export.look_back) == (None,) * 4
    assert Summary() == Summary(
        windows=0, rows=0, repeated=0, requests=0, throttled=0, lost=0, failed=(), resumed=False,
        plan="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"objects": ()}, "objects is empty: what is to be exported?"),
        ({"days": 0}, "days and most are numbers from 1"),
        ({"most": 0}, "days and most are numbers from 1"),
        ({"accounts": ("x",)}, "'x' is no Sid of an account"),
        ({"accounts": ("CA" + "1" * 32,)}, f"'CA{'1' * 32}' is no Sid of an account"),
        ({"objects": ("Nothing",)}, "Nothing is no object of the catalog"),
    ],
)
def test_what_cannot_be_exported_is_said_before_anything_is_made(
    opener: Asking, tmp_path: Path, values: dict[str, Any], said: str
) -> None:
    export = evolve(asked(opener, tmp_path / "out"), **values)
    with pytest.raises(ConfigurationError) as caught:
        done(export)
    assert str(caught.value) == said
    assert not (tmp_path / "out").exists() and opener.asked == []


def test_an_object_that_is_named_twice_is_read_once(opener: Asking, tmp_path: Path) -> None:
    """In windows of a day and one record at least."""
    out = tmp_path / "that" / "nobody" / "made"
    export = asked(opener, out, "Call", "Call", days=1, most=1, until=SINCE + DAY)
    summary = done(export)
    assert (summary.rows, summary.windows) == (4, 4)


def test_how_far_it_is_is_told_after_each_window(opener: Asking, tmp_path: Path) -> None:
    """What is left grows where a window is split; the summary counts what was asked."""
    told: list[Progress] = []
    export = asked(opener, tmp_path, format="jsonl", until=SINCE + 3 * DAY, days=2, most=5)
    engine = ThreadEngine(1)
    summary = export.run(engine, told.append)
    engine.close()
    assert [(one.done, one.left, one.rows) for one in told] == [
        (0, 3, 0), (1, 2, 4), (2, 1, 8), (3, 0, 12),
    ]  # fmt: skip
    told.clear()
    engine = ThreadEngine(3)  # what is under way is left, too
    asked(opener, tmp_path / "at-once", format="jsonl", until=SINCE + 3 * DAY, days=1).run(
        engine, told.append
    )
    engine.close()
    assert [(one.done, one.left) for one in told] == [(1, 2), (2, 1), (3, 0)]
    plan = Manifest(store_of(str(tmp_path))).plan()
    assert plan is not None
    assert summary == Summary(windows=3, rows=12, requests=4, plan=plan.digest)
    assert plan.asked == {
        "objects": ["Call"],
        "accounts": [opener.emulator.account_sid],
        "since": "2026-10-01T00:00:00Z",
        "until": "2026-10-04T00:00:00Z",
        "days": 2,
        "look_back": None,
    }
    assert sorted(int(row["to"][-4:]) for row in rows(tmp_path)) == list(range(12))


def test_other_columns_are_said_by_name(opener: Asking, tmp_path: Path) -> None:
    """Five of them at most."""
    export = asked(opener, tmp_path, until=SINCE + DAY)
    done(export)
    header = json.loads((tmp_path / "_export.json").read_bytes())
    known = header["schemas"]["call"]["fields"]
    place = f"{tmp_path}: call has other columns there"

    def said(change: Callable[[list[dict[str, Any]]], object]) -> str:
        fields = json.loads(json.dumps(known))
        header["schemas"]["call"]["fields"] = fields
        change(fields)
        (tmp_path / "_export.json").write_text(json.dumps(header), encoding="utf-8")
        with pytest.raises(ConfigurationError) as caught:
            done(export)
        return str(caught.value)

    assert said(lambda fields: fields[0].update(type="number", name="sid")) == (
        f"{place} (sid was number and is string); export into another folder"
    )
    assert said(lambda fields: (fields.pop(1), fields.append({"name": "odd", "type": "x"}))) == (
        f"{place} (odd is gone, date_created is new); export into another folder"
    )
    assert said(lambda fields: fields[0].update(pii="standard")) == (
        f"{place} (sid differs); export into another folder"
    )
    assert said(lambda fields: fields.clear()) == (
        f"{place} (sid is new, date_created is new, date_updated is new, parent_call_sid is new,"
        " account_sid is new); export into another folder"
    )
    header["schemas"]["call"]["primaryKey"] = ["uri"]
    assert said(lambda fields: None) == f"{place} (its key differs); export into another folder"
    header["schemas"]["call"]["primaryKey"] = ["sid"]
    header["account"] = "AC9"
    account = opener.emulator.account_sid
    assert said(lambda fields: None) == (
        f"{tmp_path}: account is AC9 there, not {account}; export into another folder"
    )


# -- verifying ------------------------------------------------------------------------------------


def found_of(export: Export, opener: Open | None = None) -> list[Finding]:
    engine, told = ThreadEngine(2), list[Finding]()
    try:
        found = verify(export.out, export.account, opener or export.opener, engine, told.append)
    finally:
        engine.close()
    assert sorted(map(str, told)) == sorted(map(str, found))
    return found


def test_what_is_found_of_a_window_is_counted_and_said(opener: Asking, tmp_path: Path) -> None:
    """In the order of the windows."""
    export = asked(opener, tmp_path, format="jsonl", until=SINCE + 3 * DAY, days=1)
    assert done(export).rows == 12
    windows = [window_of(opener, start=at(SINCE + n * DAY), end=at(SINCE + (n + 1) * DAY)) for n in range(3)]  # fmt: skip
    assert found_of(export) == [
        Finding(window=one, verdict="proven", rows=4, listed=4) for one in windows
    ]
    opener.emulator.seed({"records": [call(1)]})
    fault = Fault(kind="status", status=400, code=20004, message="too old", object="Call", nth=1)
    opener.emulator.faults.add(fault)
    [path] = (tmp_path / "call").glob("*20261003T*-20261004T*")
    path.write_bytes(b"")
    by_window = {one.window: one for one in found_of(export)}
    assert by_window[windows[2]] == Finding(
        window=windows[2], verdict="damaged", rows=4, listed=None,
        text=f"call/{path.name} is not what was written",
    )  # fmt: skip
    assert {one.verdict for one in by_window.values()} <= {
        "damaged",
        "unproven",
        "differs",
        "proven",
    }
    [first] = [one for one in found_of(export) if one.window == windows[0]]
    read_at = next(one.result.read_at for one in Manifest(store_of(str(tmp_path))) if one.result.window == windows[0])  # fmt: skip
    days = (datetime.fromisoformat(read_at) - (SINCE + DAY)).days + 1
    assert first == Finding(
        window=windows[0], verdict="differs", rows=4, listed=5,
        text=f"other records are listed, though it counted as final at {read_at}: export again with"
        f" a look-back of {days} days",
    )  # fmt: skip


def test_what_is_read_again_anyway_is_only_to_be_exported_again(
    opener: Asking, tmp_path: Path
) -> None:
    """Nobody has to look further back for it."""
    now = datetime.now(UTC).replace(microsecond=0)
    start = {"start_time": (now - timedelta(hours=5)).isoformat(), "end_time": None}
    export = asked(opener, tmp_path, since=now - DAY, until=now, format="jsonl")
    done(export)
    opener.emulator.seed({"records": [call(1, **start)]})
    found = [one for one in found_of(export) if one.verdict != "proven"]
    assert [(one.rows, one.listed) for one in found] == [(0, 1)]
    assert found[0].text.startswith("other records are listed, since it was read at 20")
    assert found[0].text.endswith("Z: export again")


def test_an_export_is_of_one_account_and_is_there(opener: Asking, tmp_path: Path) -> None:
    export = asked(opener, tmp_path, until=SINCE + DAY)
    with pytest.raises(ConfigurationError) as caught:
        found_of(export)
    assert str(caught.value) == f"{tmp_path}: there is no export here"
    done(export)
    with pytest.raises(ConfigurationError) as caught:
        found_of(evolve(export, account="AC9"))
    assert str(caught.value) == (f"{tmp_path}: is an export of {export.account}, not of AC9")


# -- a cluster ------------------------------------------------------------------------------------


class Cluster:
    """Stands for what `distributed` has; keeps what it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, cores: dict[str, int]) -> None:
        self.told: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
        self.cores = cores
        distributed: Any = pytest.importorskip("distributed")
        for name in ("LocalCluster", "Client"):
            monkeypatch.setattr(distributed, name, self._maker(name))

    def _maker(self, kind: str) -> Any:
        def make(*args: Any, **values: Any) -> Any:
            self.told.append((kind, args, values))

            def note(name: str, result: Any = None) -> Any:
                def ask(*args: Any, **values: Any) -> Any:
                    self.told.append((f"{kind}.{name}", args, values))
                    return result

                return ask

            from twilio_ops_runtime.version import __version__

            workers = {one: {"packages": {"twilio-ops": __version__}} for one in self.cores}
            return SimpleNamespace(
                status="running",
                ncores=lambda: self.cores,
                close=note("close"),
                submit=note("submit", SimpleNamespace(status="finished", result=lambda timeout: Outcome())),
                get_versions=note("get_versions", {"workers": workers}),
            )  # fmt: skip

        return make


def test_a_cluster_of_this_machine_is_as_long_as_the_export(
    monkeypatch: pytest.MonkeyPatch, opener: Asking, tmp_path: Path
) -> None:
    """It takes no port that another may have, and is closed with all that is in it."""
    cluster = Cluster(monkeypatch, {"a": 4, "b": 3})
    engine = DaskEngine()
    kind, args, values = cluster.told[0]
    assert (kind, args, values) == (
        "LocalCluster",
        (),
        {
            "n_workers": 2,
            "threads_per_worker": 4,
            "dashboard_address": "127.0.0.1:0",
            "scheduler_kwargs": {"dashboard": False},
        },
    )
    kind, _, values = cluster.told[1]
    assert (kind, values) == ("Client", {"timeout": 5.0, "set_as_default": False})
    assert cluster.told[2] == ("Client.get_versions", (), {"packages": ["twilio-ops"]})
    assert engine.at_once == 7
    cluster.cores.clear()
    assert engine.at_once == 1
    task = task_of(opener, tmp_path, window_of(opener))
    handle = engine.submit("read", task)
    kind, args, values = cluster.told[-1]
    assert (kind, args[1:], values) == (
        "Client.submit", ("read", task), {"pure": False, "retries": 0},
    )  # fmt: skip
    assert engine.wait([handle]) == [(handle, Outcome())]
    engine.close()
    assert [(kind, values) for kind, _, values in cluster.told[-2:]] == [
        ("Client.close", {"timeout": 5}),
        ("LocalCluster.close", {"timeout": 10}),
    ]


def test_a_scheduler_elsewhere_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = Cluster(monkeypatch, {"a": 1})
    engine = DaskEngine("tcp://127.0.0.1:1", patience=2)
    kind, args, values = cluster.told[0]
    assert (kind, args) == ("Client", ("tcp://127.0.0.1:1",))
    assert 1 < values["timeout"] <= 2
    engine.close()
    assert [kind for kind, _, _ in cluster.told if "close" in kind] == ["Client.close"]
