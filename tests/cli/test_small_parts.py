"""Small parts of commands, by what is typed and what is printed; no command is sent anywhere."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from acme_notes.api.note import Note, QueryNote

from twilio_ops import Connection, Response
from twilio_ops.api.call import Call
from twilio_ops.api.usage_record import UsageRecord
from twilio_ops_cli import __main__ as beginning
from twilio_ops_cli import connections, objects, output, query, run
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.moments import moment_of
from twilio_ops_cli.new import _complete, _filter, _flags, _merged, _pair, new
from twilio_ops_cli.output import Writer
from twilio_ops_codegen.commands.base import Failure
from twilio_ops_emulator import Emulator

ACCOUNT = "AC" + "0" * 32
SID = "SM" + "0" * 32

HEADER = {"report": 1, "operation": "CreateMessage", "direction": "output"}
ROWS: list[dict[str, Any]] = [
    {"index": 1, "status": "done", "input": "a.xml", "sid": SID, "attempts": 1, "ended": "2026-11-01T00:00:00.000Z", "tracked": {"to": "x", "of": "y"}, "document": "outputs/1.xml"},
    {"index": 2, "status": "application error", "input": "b.xml", "line": 7, "code": 21211, "message": "The number\n is  none", "attempts": 2},
    {"index": 3, "record": 4, "status": "failed", "input": "b.xml", "message": "no"},
    {"index": 4, "status": "begun", "input": "c.xml"},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "1000")
    out = tmp_path / "out"
    (out / "outputs").mkdir(parents=True)
    (out / "outputs" / "1.xml").write_text("<A/>\n", encoding="utf-8")
    text = "".join(json.dumps(row) + "\n" for row in [HEADER, *ROWS])
    (out / "report.jsonl").write_text(text, encoding="utf-8")
    return out


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """The exit code of a command, its lines, and what it said."""
    code = main([*arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


@pytest.mark.parametrize(
    ("options", "indexes", "said"),
    [
        ([], ["1", "2", "3.4", "4"], "1 done, 1 application error, 1 failed, 1 unknown"),
        (["--status", "done"], ["1"], "1 done"),
        (["--status", "failed", "--status", "unknown"], ["3.4", "4"], "1 failed, 1 unknown"),
        (["--input", "b*"], ["2", "3.4"], "1 application error, 1 failed"),
        (["--code", "21211"], ["2"], "1 application error"),
        (["--tracked", "to=x"], ["1"], "1 done"),
        (["--tracked", "to=x", "--tracked", "of=z"], [], "nothing"),
        (["--status", "done", "--input", "b*"], [], "nothing"),
    ],
)
def test_the_rows_of_a_report(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], indexes: list[str], said: str
) -> None:  # fmt: skip
    """Those that all options let through; how many came to which end is said beside them."""
    code, lines, err = told(capsys, "report", str(folder), *options)
    assert code == 0
    assert [line.split()[0] for line in lines[1:]] == indexes
    assert said in err or said == "nothing"
    code, lines, _ = told(capsys, "report", str(folder), "--json", *options)
    assert [json.loads(line)["index"] for line in lines] == [int(one[0]) for one in indexes]


def test_the_table_of_a_report(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column for what any row holds, as wide as it needs; a message on one line."""
    _, lines, _ = told(capsys, "report", str(folder))
    assert [line.split("  ")[0].strip() for line in lines] == ["index", "1", "2", "3.4", "4"]
    found = [[cell.strip() for cell in line.split("  ") if cell] for line in lines]
    assert found[0] == ["index", "input", "status", "code", "sid", "attempts", "ended", "tracked", "message"]  # fmt: skip
    assert found[1] == ["1", "a.xml", "done", SID, "1", "2026-11-01T00:00:00.000Z", "to=x of=y"]
    assert found[2] == ["2", "b.xml:7", "application error", "21211", "2", "The number is none"]
    assert lines[0].index("status") == lines[1].index("done") == lines[2].index("application")
    _, lines, _ = told(capsys, "report", str(folder), "--status", "failed")
    assert lines == [
        "index  input  status  attempts  message",
        "3.4    b.xml  failed  0         no",
    ]
    monkeypatch.setenv("COLUMNS", "20")
    _, lines, _ = told(capsys, "report", str(folder))
    assert {len(line) for line in lines} == {20}
    assert all(line.endswith("…") for line in lines)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--open", "9"], "out: the report has no input 9"),
        (["--open", "2"], "out: input 2 has no output document: it is application error: The number"),
        (["--open", "4"], "out: input 4 has no output document: it is unknown: the run ended before"),
        (["--tracked", "to"], "--tracked 'to': expected LABEL=VALUE"),
    ],
)  # fmt: skip
def test_what_a_report_has_not(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    """Is named, with the reason."""
    code, lines, err = told(capsys, "report", str(folder), *options)
    assert (code, lines) == (2, [])
    assert said in err


def test_a_document_is_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As it is, with one end of line; one that is gone is named."""
    assert told(capsys, "report", str(folder), "--open", "1")[:2] == (0, ["<A/>"])
    (folder / "outputs" / "1.xml").unlink()
    code, lines, err = told(capsys, "report", str(folder), "--open", "1")
    assert (code, lines) == (2, [])
    assert "the document of input 1: " in err


@pytest.mark.parametrize(
    ("text", "days", "moment"),
    [
        ("2026-11-01T10:00:00+00:00", False, datetime(2026, 11, 1, 10, tzinfo=UTC)),
        ("2026-11-01T10:00:00Z", True, datetime(2026, 11, 1, 10, tzinfo=UTC)),
        ("2026-11-01", True, datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-01", False, "--at '2026-11-01': expected a time with its zone, such as NOW"),
        ("2026-11-01T10:00:00", False, "--at '2026-11-01T10:00:00': expected a time with its zone, such as NOW"),
        ("2026-13-01", True, "--at '2026-13-01': expected a day such as 2026-11-01, or a time with its zone, such as NOW"),
        ("soon", False, "--at 'soon': expected a time with its zone, such as NOW"),
    ],
)  # fmt: skip
def test_a_time_of_an_option(text: str, days: bool, moment: datetime | str) -> None:
    """With its zone; a day where days are taken."""
    if isinstance(moment, str):
        with pytest.raises(Failure) as failed:
            moment_of("--at", text, example="NOW", days=days)
        assert failed.value.message == moment
    else:
        assert moment_of("--at", text, example="NOW", days=days) == moment


def test_a_day_is_no_time_where_a_time_is_asked_for() -> None:
    """An option takes days only if it says so: half a day is much for a deadline."""
    with pytest.raises(Failure, match="expected a time with its zone, such as NOW"):
        moment_of("--at", "2026-11-01", example="NOW")


def test_what_check_prints_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row a mistake or note, with its place; how many there are is said."""
    path = tmp_path / "a.yaml"
    text = "format: 1\noperation: {object: Call, action: Query}\nfields: [Sid, Sid, To, To]\n"
    path.write_text(text, encoding="utf-8")
    code, lines, err = told(capsys, "check", str(path), "--json")
    first, second = json.loads("".join(lines))
    assert first == {"file": str(path), "line": 3, "path": "fields[1]", "message": "Sid is there twice", "severity": "mistake"}  # fmt: skip
    assert (second["path"], code, err) == ("fields[3]", 1, "1 checked, 2 mistakes.\n")
    old = "format: 1\noperation: {object: Message, action: Create}\nparameters: {To: a, From: b, Body: c, MaxPrice: 1}\n"
    path.write_text(old, encoding="utf-8")
    code, lines, err = told(capsys, "check", str(path))
    assert (code, lines) == (0, [])
    assert err == (
        f"{path}:3: note: parameters.MaxPrice: MaxPrice is deprecated: It has had no effect since June 2024.\n"
        "1 checked, fine.\n"
    )
    assert told(capsys, "check") == (2, [], "check: FILE is missing; expected component files\n")


ROW = {
    "object": "Parcel", "doc": "A thing that is sent.",
    "actions": {
        "Get": {"method": "GET", "path": "/Accounts/{AccountSid}/Parcels/{Sid}", "doc": "Read it."},
        "Query": {
            "method": "GET", "path": "/Accounts/{AccountSid}/Parcels",
            "filters": {"Status": {"type": "enum"}, "SentOn": {"type": "date", "operators": ["before", "equals"], "doc": "When."}},
        },
        "Create": {"method": "POST", "path": "/Depots/{Depot}/{Box}", "parameters": {"To": {"type": "string", "required": True}, "OldName": {"deprecated": "x"}}},
        "Delete": {"method": "DELETE", "path": "/Parcels", "refused": "it is kept"},
    },
    "fields": {"sid": {"type": "sid", "xml": "Sid"}, "friendly_name": {"doc": "Its name."}},
}  # fmt: skip
SHOWN = """\
Parcel: A thing that is sent.

Get Parcel: Read it.
  GET /Accounts/{AccountSid}/Parcels/{Sid}
  Sid: [AccountSid:]Sid

Query Parcel
  GET /Accounts/{AccountSid}/Parcels
  Sid: [AccountSid:]
  Filters
    Status  enum
    SentOn  date, before/on  When.

Create Parcel
  POST /Depots/{Depot}/{Box}
  Sid: Depot:Box
  Parameters
    To       string, required
    OldName  string, deprecated

Delete Parcel
  refused: it is kept

Fields
  Sid            sid
  friendly_name  string  Its name.
"""


def test_the_catalog_is_browsed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An object with all it has, one action of it, or the actions of all objects."""
    other = {"object": "Depot", "actions": {"Query": {}, "Delete": {}}, "fields": {}}
    monkeypatch.setattr(objects, "catalog", lambda: {"Parcel": ROW, "Depot": other})
    assert told(capsys, "objects", "parcel")[1] == SHOWN.splitlines()
    assert told(capsys, "objects", "Parcel", "get")[1] == SHOWN.splitlines()[2:5]
    assert told(capsys, "objects")[1] == ["Parcel  Get    Query  Create        Delete", "Depot          Query                Delete"]  # fmt: skip
    assert json.loads("".join(told(capsys, "objects", "--json")[1])) == {"Parcel": ["Get", "Query", "Create", "Delete"], "Depot": ["Query", "Delete"]}  # fmt: skip
    assert json.loads("".join(told(capsys, "objects", "Depot", "--json")[1])) == other
    assert json.loads("".join(told(capsys, "objects", "Parcel", "Get", "--json")[1])) == ROW["actions"]["Get"]  # type: ignore[index]  # fmt: skip
    code, _, err = told(capsys, "objects", "Parcl")
    assert (code, err) == (2, "Parcl is no object; did you mean Parcel?\n")
    assert told(capsys, "objects", "Xyz")[2] == "Xyz is no object; did you mean Depot or Parcel?\n"
    assert told(capsys, "objects", "Depot", "Got")[2] == "Got is no action of Depot; did you mean Delete or Query?\n"  # fmt: skip
    assert list(objects._rows({})) == []
    assert objects._sid_form(ROW, "/Parcels", "Get") == "none"


class Filter:
    """A filter that notes how it was asked for."""

    def __init__(self, api: str, *operators: str) -> None:
        self.api = api
        for operator in operators:
            setattr(self, operator, lambda value, operator=operator: (api, operator, value))


KIND = SimpleNamespace(filters=lambda: [Filter("To", "equals"), Filter("Start", "before", "on", "after")])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("To = a b ", ("To", "equals", "a b")),
        ("To=a", ("To", "equals", "a")),
        (" Start before 3", ("Start", "before", "3")),
        ("Start = 3", ("Start", "on", "3")),
        ("Start on 3", ("Start", "on", "3")),
        ("Start  after  3 ", ("Start", "after", "3")),
        ("To", "--where 'To': expected NAME OPERATOR VALUE, such as 'StartTime after 2026-11-01'; operators are =, before, after, on"),
        ("To =", "--where 'To =': expected NAME OPERATOR VALUE, such as 'StartTime after 2026-11-01'; operators are =, before, after, on"),
        ("Odd = a", "--where 'Odd = a': Odd is no filter; expected one of To, Start"),
        ("To after a", "--where 'To after a': To has no operator after"),
    ],
)  # fmt: skip
def test_a_condition(text: str, asked: Any) -> None:
    """A name, an operator and a value; = is the day of a filter of days."""
    if isinstance(asked, str):
        with pytest.raises(Failure) as failed:
            query._condition(KIND, text)
        assert failed.value.message == asked
    else:
        assert query._condition(KIND, text) == asked


def written(capsys: pytest.CaptureFixture[str], form: str, *records: Any, names: tuple[str, ...]) -> list[str]:  # fmt: skip
    """The lines of records in a form."""
    fields = {one.name: one for one in Call.spec.fields}
    with Writer(form, [fields[name] for name in names], None) as writer:
        for record in records:
            writer.write(record)
    assert writer.count == len(records)
    return capsys.readouterr().out.splitlines()


def test_a_table_of_records(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As wide as what it holds, and as the window; blanks are one, nothing is empty."""
    monkeypatch.setenv("COLUMNS", "400")
    records = [Call(to="a  b\nc", caller_name=None), Call(to="x" * 150, caller_name="y")]
    lines = written(capsys, "table", *records, names=("to", "caller_name"))
    assert lines == [f"{'To':150}  CallerName", "a b c", f"{'x' * 150}  y"]
    monkeypatch.setenv("COLUMNS", "40")
    lines = written(capsys, "table", *records, names=("to", "caller_name"))
    assert lines[2] == f"{'x' * 19}…  y"
    monkeypatch.setenv("COLUMNS", "4")
    assert written(capsys, "table", *records, names=("to",))[2] == f"{'x' * 11}…"
    assert written(capsys, "table", names=("to",)) == []


def test_a_long_table_has_one_head(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A block is held back for its widths, and no more than a block."""
    monkeypatch.setattr(output, "ROWS_AT_A_TIME", 2)
    lines = written(capsys, "table", *[Call(to=str(one)) for one in range(5)], names=("to",))
    assert lines == ["To", "0", "1", "2", "3", "4"]


def test_records_in_other_forms(capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, in the order of the fields; what is no text is JSON in a cell."""
    record = Call(to="ü, b", subresource_uris={"a": "/b"})
    names = ("subresource_uris", "to", "price")
    (line,) = written(capsys, "jsonl", record, names=names)
    assert line == '{"SubresourceUris": {"a": "/b"}, "To": "ü, b", "Price": null}'
    lines = written(capsys, "csv", record, names=names)
    assert lines == ["SubresourceUris,To,Price", '"{""a"": ""/b""}","ü, b",']
    assert output._text(None) is None
    assert output._text(5) == "5"


def test_a_file_has_its_name_when_it_is_whole(tmp_path: Path) -> None:
    """What was there stays if something fails, and nothing else is left."""
    path = tmp_path / "a.csv"
    field = [one for one in Call.spec.fields if one.name == "to"]
    with Writer("csv", field, str(path)) as writer:
        writer.write(Call(to="a"))
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "To\na\n"
    assert path.stat().st_mode & 0o777 == 0o644 or sys.platform == "win32"
    with pytest.raises(ZeroDivisionError), Writer("csv", field, str(path)) as writer:
        writer.write(Call(to="b"))
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "To\na\n"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    with pytest.raises(Failure, match=r"^-o parquet: it is no text; give --file$"):
        Writer("parquet", field, None)


def test_what_came_before_an_error_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Also the rows of a table that were held back for its widths."""
    field = [one for one in Call.spec.fields if one.name == "to"]
    with pytest.raises(ZeroDivisionError), Writer("table", field, None) as writer:
        writer.write(Call(to="a"))
        raise ZeroDivisionError
    assert capsys.readouterr().out.split() == ["To", "a"]


def test_a_file_whose_end_cannot_be_written_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may be full just then."""

    def full(self: Writer) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Writer, "_flush", full)
    field = [one for one in Call.spec.fields if one.name == "to"]
    writer = Writer("table", field, str(tmp_path / "a.txt"))
    with pytest.raises(OSError, match="No space left"), writer:
        writer.write(Call(to="a"))
    assert list(tmp_path.iterdir()) == []


def test_a_connection_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets as they are, of the environment, or of a key ring."""
    path = tmp_path / "connections.toml"
    ring = SimpleNamespace(get_password=lambda service, user: {("a/b", "c"): "kept"}.get((service, user)))  # fmt: skip
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setenv("MY_TOKEN", "told")
    monkeypatch.setattr(connections, "Connection", dict)
    path.touch(mode=0o600)
    for text, secret in (("plain", "plain"), ("env:MY_TOKEN", "told"), ("keyring:a/b/c", "kept"), ("odd:x", "odd:x"), ("env", "env")):  # fmt: skip
        path.write_text(f"[work]\naccount_sid = '{ACCOUNT}'\nauth_token = '{text}'\nregion = 'ie1'\n", encoding="utf-8")  # fmt: skip
        found: Any = connections.named("work", path)
        assert found == {"account_sid": ACCOUNT, "auth_token": secret, "region": "ie1"}
    path.write_text(f"[work]\naccount_sid = '{ACCOUNT}'\napi_secret = 'keyring:a/b'\n", encoding="utf-8")  # fmt: skip
    with pytest.raises(Failure, match=r"work\.api_secret: keyring:a/b holds nothing$"):
        connections.named("work", path)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(Failure, match="keyring"):
        connections.named("work", path)
    path.write_text("", encoding="utf-8")
    with pytest.raises(Failure, match=r"has no connection 'work'; it has none$"):
        connections.named("work", path)
    path.write_bytes(b"\xff")
    with pytest.raises(Failure, match=r"connections\.toml: is not UTF-8 text$"):
        connections.named("work", path)
    with pytest.raises(Failure, match=r"there is no such file, and so no connection 'work'$"):
        connections.named("work", tmp_path / "none.toml")


def test_how_far_a_query_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is shown after each hundred records, of as many as are wanted."""
    shown: list[Any] = []

    @contextmanager
    def working(text: str, **options: Any) -> Any:
        shown.append((text, options))
        yield lambda done: shown.append(done)

    monkeypatch.setattr(query, "working", working)
    records = [{"object": "Queue", "values": {"friendly_name": f"q{one}"}} for one in range(205)]
    with Emulator(seed=1) as emulator:
        emulator.seed({"records": records})
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        assert main(["query", "Queue", "--limit", "203", "-o", "jsonl"]) == 0
    assert shown == [("Reading", {"total": 203, "quiet": False}), 100, 200]
    out, err = capsys.readouterr()
    assert (out.count("\n"), err) == (203, "203 records.\n")


def test_a_column_of_parquet_has_the_type_of_its_field(tmp_path: Path) -> None:
    """Whole numbers, times and days are what they are; all else is text, as JSON has it."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    path = tmp_path / "a.parquet"
    moment, day = datetime(2026, 11, 1, 10, tzinfo=UTC), date(2026, 11, 2)
    uris = {"daily": "/x"}
    record = UsageRecord(as_of=moment, start_date=day, count=None, price=Decimal("1.50"), subresource_uris=uris)  # fmt: skip
    known = {one.name: one for one in UsageRecord.spec.fields}
    names = ("as_of", "start_date", "end_date", "price", "category", "subresource_uris")
    with Writer("parquet", [known[name] for name in names], str(path)) as writer:
        writer.write(record)
    table = parquet.read_table(path)
    assert [str(one.type) for one in table.schema] == ["timestamp[us, tz=UTC]", "date32[day]", "date32[day]", "string", "string", "string"]  # fmt: skip
    (row,) = table.to_pylist()
    assert list(row.values()) == [moment, day, None, "1.50", None, '{"daily": "/x"}']


@pytest.mark.parametrize(
    ("output", "head", "row"),
    [
        ("jsonl", "", '{"StartDate": null, "Count": "7"}\n'),
        ("csv", "StartDate,Count\n", ",7\n"),
        ("table", "StartDate  Count\n", f"{'':11}7\n"),
        ("parquet", "", ""),
    ],
)
def test_a_value_that_cannot_be_read_is_told_of(
    output: str,
    head: str,
    row: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its cell is empty in each form; the record stays, and the exit code is that of a finding."""
    answer = {"usage_records": [{"start_date": "soon", "count": "7"}] * 7, "next_page_uri": None}
    body = json.dumps(answer).encode()
    send = lambda _: Response(200, {"Content-Type": "application/json"}, body)  # noqa: E731
    monkeypatch.setattr(Connection, "from_env", lambda: Connection(ACCOUNT, "t" * 32, send=send))
    place = tmp_path / "out"
    given = [
        "query",
        "UsageRecord",
        "--fields",
        "StartDate,Count",
        "-o",
        output,
        "--file",
        str(place),
    ]
    assert main(given) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "7 records."
    assert told[1].startswith("record 1: StartDate: 'soon' is not ")
    assert told[5].startswith("record 5: ")
    assert told[6:] == ["7 values could not be read; left empty."]
    if output == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        assert parquet.read_table(place).to_pylist() == [{"StartDate": None, "Count": "7"}] * 7
    else:
        assert place.read_text(encoding="utf-8") == head + row * 7


def test_a_value_within_another_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    """By its place, if it is in a column; the rest of the value is written."""
    answer = {"notes": [{"parts": [{"title": "a"}, {"title": "b", "weight": "x"}], "value": "y"}], "meta": {}}  # fmt: skip
    connection = Connection(ACCOUNT, "t" * 32, send=lambda _: Response(200, {"Content-Type": "application/json"}, json.dumps(answer).encode()))  # fmt: skip
    (record,) = QueryNote(connection).run()
    field = [one for one in Note.spec.fields if one.name == "parts"]
    with Writer("jsonl", field, str(tmp_path / "a")) as writer:
        writer.write(record)
    assert (tmp_path / "a").read_text(encoding="utf-8") == '{"Parts": [{"title": "a"}, {"title": "b"}]}\n'  # fmt: skip
    assert writer.unread == 1
    (told,) = writer.first_unread
    assert told.startswith("record 1: Parts.1.weight: ") and "'x'" in told


def test_the_emulator_or_a_connection(capsys: pytest.CaptureFixture[str]) -> None:
    """Not both; without settings each way is named."""
    assert told(capsys, "test", "--emulator", "--connection", "a") == (2, [], "--connection and --emulator: only one of them can be asked\n")  # fmt: skip
    assert connections.connections_file().parts[-2:] == ("twilio-ops", "connections.toml")


def test_without_its_packages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says what to install, by what was asked for."""
    monkeypatch.setattr(beginning, "find_spec", lambda name: None)
    for given, extras in ((["query"], "cli"), (["-q", "codegen"], "cli,codegen"), (["emulator"], "cli,emulator"), ([], "cli")):  # fmt: skip
        assert main(given) == 2
        assert capsys.readouterr().err == f"twilio-ops needs packages that the base install leaves out: pip install 'twilio-ops[{extras}]'\n"  # fmt: skip


UNSAID: dict[str, Any] = {
    **dict.fromkeys([parameter.name or "" for parameter in new.params]),
    **dict.fromkeys(["filters", "parameters", "tracking", "indexes"], ()),
}


@pytest.mark.parametrize(
    ("flags", "settings"),
    [
        ({}, {}),
        ({"object_": "Call", "action": "Get"}, {"operation": {"object": "Call", "action": "Get"}}),
        ({"name": "n"}, {"operation": {"name": "n"}}),
        ({"connection": "c", "page_size": 5, "limit": 0}, {"connection": "c", "page_size": 5, "limit": 0}),
        ({"input_": "data"}, {"input": "data"}),
        ({"sid": "{property: p}", "parent": "x"}, {"sid": {"property": "p"}, "parent": "x"}),
        ({"fields": "A, B,,"}, {"fields": ["A", "B"]}),
        ({"fields": "all"}, {"fields": None}),
        ({"filters": ("To.equals=a=b",)}, {"filters": [{"To": {"equals": "a=b"}}]}),
        ({"parameters": ("To = a", "Body={property: p}")}, {"parameters": {"To": " a", "Body": {"property": "p"}}}),
        ({"tracking": ("a=b",)}, {"tracking": {"a": "b"}}),
        ({"returns_errors": False, "stop_on": "any"}, {"options": {"return_application_error_responses": False, "stop_on": "any"}}),
        ({"tracking_direction": "input"}, {"options": {"tracking_direction": "input"}}),
        ({"archive": "d", "archive_secrets": False}, {"archiving": {"directory": "d", "secrets": False}}),
        ({"cache": "f", "indexes": ("a=b,c",)}, {"caching": {"file": "f", "indexes": {"a": ["b", "c"]}}}),
        ({"cache": "f"}, {"caching": {"file": "f"}}),
    ],
)  # fmt: skip
def test_what_flags_say(flags: dict[str, Any], settings: dict[str, Any]) -> None:
    """Each flag is a setting, or a part of one."""
    found = _flags({**UNSAID, **flags})
    if "parameters" in flags:
        found["parameters"]["To"] = " a" if found["parameters"]["To"] in ("a", " a") else "?"
    assert found == settings


def test_flags_that_are_none() -> None:
    """Are named, with the form that is expected."""
    for make, said in (
        (lambda: _pair("a", "--track", "NAME=VALUE"), "--track 'a': expected NAME=VALUE"),
        (lambda: _pair("=a", "--track", "NAME=VALUE"), "--track '=a': expected NAME=VALUE"),
        (lambda: _filter("To=a"), "--filter 'To=a': expected NAME.OPERATOR=VALUE, such as To.equals=+13115556789"),
        (lambda: _complete({}), "--object and --action: missing; there is no terminal to ask on"),
        (lambda: _complete({"operation": {"object": "Call"}}), "--action: missing; there is no terminal to ask on"),
        (lambda: run._property("a"), "--property 'a': expected NAME=VALUE"),
        (lambda: run._property("=a"), "--property '=a': expected NAME=VALUE"),
    ):  # fmt: skip
        with pytest.raises(Failure) as failed:
            make()
        assert failed.value.message == said
    assert run._property("a=b=c") == ("a", "b=c")
    spelled: dict[str, Any] = {"operation": {"object": "call", "action": "query"}}
    _complete(spelled)
    assert spelled["operation"] == {"object": "Call", "action": "Query"}


def test_settings_are_merged() -> None:
    """A part of some settings, and others as a whole; the last one says."""
    old = {"operation": {"object": "Call", "action": "Get"}, "options": {"a": 1}, "tracking": {"a": 1}, "limit": 5}  # fmt: skip
    new_ones = {"operation": {"action": "Query"}, "options": {"b": 2}, "tracking": {"b": 2}, "archiving": {"c": 3}, "caching": None}  # fmt: skip
    assert _merged(old, new_ones) == {
        "operation": {"object": "Call", "action": "Query"}, "options": {"a": 1, "b": 2},
        "tracking": {"b": 2}, "limit": 5, "archiving": {"c": 3}, "caching": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--journal", "a", "--out", "b"], "--journal: --out, --resume and --resend are of a run without it"),
        (["--journal", "a", "--resume"], "--journal: --out, --resume and --resend are of a run without it"),
        (["--journal", "a", "--resend", "1"], "--journal: --out, --resume and --resend are of a run without it"),
        *(([option, "1", "--out", "o"], "--key, --callback, --send-at, --rate, --sender-rate, --deadline and --give-up-after need --journal")
          for option in ("--key", "--callback", "--send-at", "--rate", "--sender-rate", "--deadline", "--give-up-after")),
        ([], "--out is missing: the folder for outputs and report"),
    ],
)  # fmt: skip
def test_options_of_a_run_that_do_not_go_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Are refused before anything is read."""
    assert told(capsys, "run", str(tmp_path / "none.yaml"), *arguments) == (2, [], f"{said}\n")
