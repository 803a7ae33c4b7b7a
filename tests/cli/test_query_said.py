"""What ``query`` hands on, prints and says, option by option; and how records are written."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.cli.test_progress import Terminal
from twilio_ops import Connection
from twilio_ops.api.call import Call
from twilio_ops_cli import output, query
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.output import FORMATS, MOST_TOLD, ROWS_AT_A_TIME, Writer
from twilio_ops_codegen.commands.base import Failure
from twilio_ops_emulator import Clock, Emulator

FIELDS = {one.name: one for one in Call.spec.fields}
FORM = "expected NAME OPERATOR VALUE, such as 'StartTime after 2026-11-01'; operators are =, before, after, on"  # fmt: skip


@pytest.fixture(autouse=True)
def emulator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Emulator]:
    """The environment's account is an emulator's, with calls of three days; the folder is empty."""
    monkeypatch.chdir(tmp_path)
    with Emulator(clock=Clock("2026-11-01T12:00:00Z", frozen=True), seed=1) as emulator:
        values = {"from": "+13115550002", "status": "completed"}
        calls = [
            {"object": "Call", "values": {**values, "to": f"+1311555000{day}", "start_time": f"2026-10-0{day}T12:00:00Z"}}
            for day in (1, 2, 3)
        ]  # fmt: skip
        emulator.seed({"records": calls})
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        yield emulator


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed, and what it said."""
    code = main([*words])
    return (code, *capsys.readouterr())


def days(*several: int) -> str:
    """The table of the calls of some days, the last first."""
    return "".join(f"{line}\n" for line in ("To", *(f"+1311555000{day}" for day in several)))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], (3, 2, 1)),
        (["--where", "To = +13115550002"], (2,)),
        (["--where", "To=+13115550002"], (2,)),
        (["--where", "StartTime after 2026-10-01"], (3, 2)),
        (["--where", "StartTime before 2026-10-03"], (2, 1)),
        (["--where", "StartTime on 2026-10-02"], (2,)),
        (["--where", "StartTime = 2026-10-03"], (3,)),
        (["--where", "StartTime after 2026-10-01", "--where", "To=+13115550003"], (3,)),
        (["--limit", "2"], (3, 2)),
        (["--limit", "1"], (3,)),
    ],
)
def test_what_is_asked_for_is_printed(
    capsys: pytest.CaptureFixture[str], options: list[str], found: tuple[int, ...]
) -> None:
    """In a table, the last record first; how many there are is said."""
    count = "1 record" if len(found) == 1 else f"{len(found)} records"
    words = ("query", "CALL", "--fields", " To ,,To", *options)
    assert told(capsys, *words) == (0, days(*found), f"{count}.\n")
    assert told(capsys, *words, "-q", "--file", "a.txt") == (0, "", "")
    assert Path("a.txt").read_text(encoding="utf-8") == days(*found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Cal"], "Cal is no object; did you mean Call?"),
        (["Token"], "Token has no Query; it has Create"),
        (["Call", "--where", "To"], f"--where 'To': {FORM}"),
        (["Call", "--where", " = 3"], f"--where ' = 3': {FORM}"),
        (["Call", "--where", "Colour = red"], "--where 'Colour = red': Colour is no filter; expected one of To, From, ParentCallSid, Status, StartTime, EndTime"),
        (["Call", "--where", "To before 3"], "--where 'To before 3': To has no operator before"),
        (["Call", "--where", "To on 3"], "--where 'To on 3': To has no operator on"),
        (["Call", "-o", "parquet"], "-o parquet: it is no text; give --file"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_whole(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """Before anything is printed as data."""
    assert told(capsys, "query", *words) == (2, "", f"{said}\n")


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_is_what_it_is_called(capsys: pytest.CaptureFixture[str], form: str) -> None:
    """On stdout or in a file alike."""
    words = ("query", "Call", "--fields", "To,StartTime", "--limit", "1", "-o", form)
    shown = {
        "table": "To            StartTime\n+13115550003  2026-10-03T12:00:00+00:00\n",
        "jsonl": '{"To": "+13115550003", "StartTime": "2026-10-03T12:00:00+00:00"}\n',
        "csv": "To,StartTime\n+13115550003,2026-10-03T12:00:00+00:00\n",
    }
    code, out, err = told(capsys, *words, "--file", "a")
    assert (code, out, err) == (0, "", "1 record.\n")
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        assert parquet.read_table("a").column_names == ["To", "StartTime"]
        return
    text = Path("a").read_bytes().decode()
    assert told(capsys, *words) == (0, text, "1 record.\n")
    assert told(capsys, *words[:-2], "--output", form) == (0, text, "1 record.\n")
    if form == "xml":
        assert text.startswith("<") and text.endswith(">\n") and text.count("\n") == 1
        assert "<To>+13115550003</To>" in text
    else:
        assert text == shown[form]


def test_records_lie_under_another(capsys: pytest.CaptureFixture[str], emulator: Emulator) -> None:
    """Whose Sid is given; in each form it is the same list."""
    first, second = (str(one["sid"]) for one in emulator.records("Call")[:2])
    emulator.seed({"records": [{"object": "Recording", "values": {"call_sid": first}}]})
    for form in ("csv", "xml"):
        words = ("query", "CallRecording", first, "--fields", "CallSid", "-o", form)
        code, out, err = told(capsys, *words)
        assert (code, err) == (0, "1 record.\n") and first in out
        assert told(capsys, *words[:2], second, *words[3:])[2] == "0 records.\n"


@pytest.mark.parametrize(
    ("file", "looked_at", "options", "quiet", "total"),
    [
        (False, True, [], True, None),
        (False, False, [], False, None),
        (True, True, [], False, None),
        (True, False, ["--limit", "7"], False, 7),
    ],
)
def test_who_sees_records_is_shown_no_more(
    monkeypatch: pytest.MonkeyPatch,
    file: bool,
    looked_at: bool,
    options: list[str],
    quiet: bool,
    total: int | None,
) -> None:
    """Records on a terminal tell that it goes on."""
    shown: list[Any] = []

    @contextmanager
    def working(text: str, **told: Any) -> Iterator[Callable[..., None]]:
        shown.append((text, told))
        yield lambda **_: None

    monkeypatch.setattr(query, "working", working)
    stream = Terminal()
    monkeypatch.setattr(stream, "isatty", lambda: looked_at)
    monkeypatch.setattr(sys, "stdout", stream)
    given = ["--file", "a"] if file else []
    assert main(["query", "Call", *given, *options]) == 0
    assert shown == [("Reading", {"total": total, "quiet": quiet})]


class Record(SimpleNamespace):
    """A record with values that cannot be read."""

    def to_dict(self) -> dict[str, Any]:
        """Its values."""
        return {"to": "1"}


def test_only_the_first_that_cannot_be_read_are_told() -> None:
    """By their record and place; those of other columns are not counted."""
    record = Record(sid="CA1", problems={"to": "is none", "from_": "is odd", "to.0.b": "is two"})
    with Writer("csv", [FIELDS["to"]], "a.csv") as writer:
        for _ in range(MOST_TOLD):
            writer.write(record)
        writer.write(Record(sid=None, problems={"to": "is last"}))
    told = ["CA1: To: is none", "CA1: To.0.b: is two"]
    assert writer.first_unread == (told * MOST_TOLD)[:MOST_TOLD]
    assert (writer.unread, writer.count) == (2 * MOST_TOLD + 1, MOST_TOLD + 1)
    with Writer("csv", [FIELDS["to"]], "a.csv") as writer:
        writer.write(Record(problems={}))
        writer.write(Record(sid=None, problems={"to": "is last"}))
    assert writer.first_unread == ["record 2: To: is last"]


def test_a_block_of_rows_is_held_back_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table and of Parquet; the head is printed once, also where a block is just full."""
    monkeypatch.setattr(output, "ROWS_AT_A_TIME", 3)
    for count in (1, 3, 4, 6, 7):
        with Writer("table", [FIELDS["to"]], "a.txt") as writer:
            for one in range(count):
                writer.write(Call(to=str(one)))
        lines = Path("a.txt").read_text(encoding="utf-8").splitlines()
        assert lines == ["To", *map(str, range(count))]
    assert ROWS_AT_A_TIME == 1000


@pytest.mark.parametrize("form", ["csv", "table", "parquet"])
@pytest.mark.skipif(sys.platform == "win32", reason="other systems have other permissions")
def test_a_file_is_as_others_are(form: str) -> None:
    """It may be read by whom new files may be; and there is nothing else beside it."""
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    before = os.umask(0o027)
    try:
        with Writer(form, [FIELDS["to"]], "a") as writer:
            (held,) = Path().iterdir()
            assert held.name.startswith(".a.")
            writer.write(Call(to="ü"))
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert Path("a").stat().st_mode & 0o777 == 0o640
    assert [one.name for one in Path().iterdir()] == ["a"]
    if form != "parquet":
        assert Path("a").read_bytes() == b"To\n\xc3\xbc\n"


def test_what_is_no_file_is_written_as_it_is() -> None:
    """A device or a pipe has no other place."""
    with Writer("csv", [FIELDS["to"]], "/dev/null") as writer:
        writer.write(Call(to="a"))
    assert not Path("/dev/null").is_file()


def test_a_file_that_cannot_be_begun_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there stays, and nothing lies beside it."""
    Path("a").write_text("before", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(Failure) as failed:
        Writer("parquet", [FIELDS["to"]], "a")
    assert failed.value.message == "this needs pyarrow: pip install 'twilio-ops[parquet]'"
    assert [one.name for one in Path().iterdir()] == ["a"]
    assert Path("a").read_text(encoding="utf-8") == "before"


def test_what_a_cell_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """Text as it is, of all else its JSON, in its own letters; nothing is empty."""
    record = Call(to="ü\n  b", subresource_uris={"ä": "/b"}, caller_name=None)
    names = ("subresource_uris", "to", "caller_name", "price")
    fields = [FIELDS[name] for name in names]
    with Writer("csv", fields, None) as writer:
        writer.write(record)
    head = "SubresourceUris,To,CallerName,Price\n"
    assert capsys.readouterr().out == f'{head}"{{""ä"": ""/b""}}","ü\n  b",,\n'
    with Writer("jsonl", fields, None) as writer:
        writer.write(record)
    row = {"SubresourceUris": {"ä": "/b"}, "To": "ü\n  b", "CallerName": None, "Price": None}
    assert capsys.readouterr().out == json.dumps(row, ensure_ascii=False) + "\n"
