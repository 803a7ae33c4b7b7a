"""Windows that are read again: what changed replaces what was there, in whatever the rows are kept."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from test_export import CALLS, SINCE, UNTIL, Open, asked, call, done, sids, verdicts

from twilio_ops import Connection, Request, Response
from twilio_ops.api.call import DeleteCall
from twilio_ops.api.message import DeleteMessage
from twilio_ops_components.export import FORMATS, Manifest, store_of
from twilio_ops_emulator import Clock, Emulator

pytest.importorskip("pyarrow", reason="the extra `export` is not installed")
NEEDS = {"delta": "deltalake", "duckdb": "duckdb"}


@pytest.fixture
def opener() -> Iterator[Open]:
    with Emulator(clock=Clock(UNTIL + timedelta(days=30), frozen=True), seed=1) as emulator:
        emulator.seed({"records": [call(number) for number in range(CALLS)]})
        yield Open(emulator)


def read(out: Path, format: str) -> list[tuple[str, str, str]]:
    """The Sid, status and price of each row, as a reader of the format finds them."""
    names = ["sid", "status", "price"]
    if format == "duckdb":
        with import_module("duckdb").connect(
            str(out / "export.duckdb"), read_only=True
        ) as database:
            found = database.execute(f"SELECT {', '.join(names)} FROM call").fetchall()
        return [(sid, status, f"{price}") for sid, status, price in found]
    found_rows: list[dict[str, Any]] = []
    if format == "delta":
        table = import_module("deltalake").DeltaTable(str(out / "call")).to_pyarrow_table()
        found_rows = table.select(names).to_pylist()
    for path in sorted((out / "call").glob(f"*.{format}")) if format != "delta" else ():
        if format == "parquet":
            found_rows += import_module("pyarrow.parquet").read_table(path).to_pylist()
        elif format == "csv":
            with path.open(encoding="utf-8", newline="") as file:
                found_rows += csv.DictReader(file)
        else:
            found_rows += map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(one["sid"], one["status"], f"{one['price']}") for one in found_rows]


@pytest.mark.parametrize("format", FORMATS)
def test_a_record_that_changed_is_replaced(opener: Open, tmp_path: Path, format: Any) -> None:
    """Its status and its price come late: there is one row of each Sid, before and after."""
    pytest.importorskip(NEEDS.get(format, "pyarrow"))
    opener.emulator.seed({"records": [call(2, status="in-progress", price=None)]})
    options: dict[str, Any] = {"format": format, "days": 30, "look_back": 10_000}
    done(asked(opener, tmp_path, until=UNTIL - timedelta(days=1), **options))
    before = read(tmp_path, format)
    [late] = [sid for sid, status, _ in before if status == "in-progress"]
    opener.emulator.set_status(late, "completed")
    export = asked(opener, tmp_path, **options)
    assert done(export).rows == CALLS + 1
    after = read(tmp_path, format)
    assert sorted(sid for sid, _, _ in after) == sids(opener.emulator)
    [(status, price)] = [(status, price) for sid, status, price in after if sid == late]
    assert status == "completed" and Decimal(price) < 0
    kept = {row for row in before if row[0] != late}
    assert kept <= set(after), "the others are as they were"
    assert verdicts(export) == []


def changed_in_duckdb(out: Path) -> None:
    with import_module("duckdb").connect(str(out / "export.duckdb")) as database:
        database.execute(
            "UPDATE call SET price = price - 1 WHERE sid = (SELECT min(sid) FROM call)"
        )


def changed_in_delta(out: Path) -> None:
    table = import_module("deltalake").DeltaTable(str(out / "call"))
    table.update(updates={"status": "'busy'"}, predicate=f"sid = '{read(out, 'delta')[0][0]}'")


@pytest.mark.parametrize(
    ("format", "change"), [("duckdb", changed_in_duckdb), ("delta", changed_in_delta)]
)
def test_a_row_that_was_changed_in_a_table_is_seen(
    opener: Open, tmp_path: Path, format: Any, change: Any
) -> None:
    """Though there are as many as were written; only its window is damaged."""
    pytest.importorskip(NEEDS[format])
    export = asked(opener, tmp_path, format=format, days=15)
    done(export)
    assert verdicts(export) == []
    change(tmp_path)
    assert verdicts(export) == [("damaged", "its rows do not hold what was written")]


def test_rows_in_another_order_are_the_same(opener: Open, tmp_path: Path) -> None:
    """A table has none: who writes it anew, sorted, has damaged nothing."""
    duckdb = pytest.importorskip("duckdb")
    export = asked(opener, tmp_path, format="duckdb", days=30)
    done(export)
    with duckdb.connect(str(tmp_path / "export.duckdb")) as database:
        database.execute("CREATE TABLE other AS SELECT * FROM call ORDER BY sid DESC")
        database.execute("DELETE FROM call; INSERT INTO call SELECT * FROM other; DROP TABLE other")
    assert verdicts(export) == []


@pytest.mark.slow  # ten thousand records are seeded and read
def test_a_full_day_of_a_filter_that_knows_days_is_read(opener: Open, tmp_path: Path) -> None:
    """It cannot be split: all of its pages are read, those of the days beside it are not."""
    day = SINCE + timedelta(days=3)
    many = [
        {
            "object": "Notification",
            "values": {"message_date": (day + timedelta(seconds=8 * one)).isoformat()},
        }
        for one in range(-50, 10_800 + 50)
    ]
    opener.emulator.seed({"records": many})
    until = day + timedelta(days=1)
    export = asked(
        opener, tmp_path, "Notification", format="jsonl", since=day, until=until, most=100
    )
    summary = done(export)
    assert (summary.rows, summary.repeated) == (10_800, 0)
    [path] = (tmp_path / "notification").iterdir()
    found = {json.loads(line)["sid"] for line in path.read_text(encoding="utf-8").splitlines()}
    assert len(found) == 10_800
    assert [one.result.rows for one in Manifest(store_of(str(tmp_path)))] == [10_800]


class Deletes(Open):
    """An opener by which a record is gone as soon as a list was answered for the first time.

    Args:
        opener: The opener.
        path: The end of the path of the list.
        operation: What deletes one.
        key: The key of the list, by which its first record is found.
    """

    def __init__(self, opener: Open, path: str, operation: Any, key: str) -> None:
        super().__init__(opener.emulator)
        self.gone: list[str] = []
        self._path, self._operation, self._key = path, operation, key

    def __call__(self) -> Connection:
        def deleting(send: Callable[[Request], Response]) -> Callable[[Request], Response]:
            def sent(request: Request, /) -> Response:
                answer = send(request)
                if self.gone or not request.path.endswith(self._path):
                    return answer
                body = answer.read()
                self.gone.append(json.loads(body)[self._key][0]["sid"])
                self._operation(self.emulator.connection()).run(self.gone[0])
                return Response(answer.status, {"Content-Type": "application/json"}, body)

            return sent

        return self.emulator.connection().through(deleting)


def test_a_record_that_goes_between_two_pages_costs_no_other(opener: Open, tmp_path: Path) -> None:
    """What was listed before it went is a row; the next run, which reads again, has it no more."""
    emulator = opener.emulator
    emulator.seed({"records": [call(number % CALLS) for number in range(1000)]})
    options: dict[str, Any] = {"format": "jsonl", "days": 30}
    deletes = Deletes(opener, "/Calls.json", DeleteCall, "calls")
    done(asked(deletes, tmp_path, **options))
    found = [sid for sid, _, _ in read(tmp_path, "jsonl")]
    assert len(found) == len(set(found)), "none is there twice"
    assert set(found) - set(deletes.gone) == set(sids(emulator)) and len(deletes.gone) == 1
    done(asked(opener, tmp_path, look_back=10_000, **options))
    assert sorted(sid for sid, _, _ in read(tmp_path, "jsonl")) == sids(emulator)


def test_children_of_a_parent_that_goes_or_comes_are_read_with_it(
    opener: Open, tmp_path: Path
) -> None:
    """One that is gone before its children are asked for has none; one that comes is read later."""

    def seed(first: int, last: int) -> None:
        values = {"to": "+13115550001", "from": "+13115550002"}
        records: list[dict[str, Any]] = []
        for one in range(first, last):
            sent = {"date_sent": (SINCE + timedelta(days=one)).isoformat()}
            records += [
                {"object": "Message", "as": f"m{one}", "values": {**values, **sent}},
                {"object": "Media", "under": [f"m{one}"], "values": {"content_type": "image/png"}},
            ]
        opener.emulator.seed({"records": records})

    seed(0, 5)
    deletes = Deletes(opener, "/Messages.json", DeleteMessage, "messages")
    first = asked(
        deletes, tmp_path, "Media", format="jsonl", days=30, until=UNTIL - timedelta(days=9)
    )
    summary = done(first)
    assert (summary.rows, summary.failed) == (4, ())
    seed(5, 7)  # within what was read
    seed(25, 27)  # behind it
    later = asked(opener, tmp_path, "Media", format="jsonl", days=30, look_back=10_000)
    done(later)
    names = sorted((tmp_path / "media").iterdir())
    lines = [json.loads(one) for name in names for one in name.read_text("utf-8").splitlines()]
    assert sorted(one["sid"] for one in lines) == sids(opener.emulator, "Media")
    assert len(lines) == 8 and verdicts(later) == []
