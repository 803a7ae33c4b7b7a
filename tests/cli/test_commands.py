"""The commands for people who only use operations: test, objects, query."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import twilio_ops
from twilio_ops import Connection
from twilio_ops.api import load
from twilio_ops.api.call import CreateCall
from twilio_ops_cli import connections
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.objects import catalog
from twilio_ops_cli.output import Writer
from twilio_ops_emulator import Clock, Emulator

VARIABLES = ("ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET", "REGION", "EDGE")
ACCOUNT = "AC" + "0" * 32


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No account is known unless a test says so."""
    for name in VARIABLES:
        monkeypatch.delenv(f"TWILIO_{name}", raising=False)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """The environment's account is an emulator's, with three calls."""
    with Emulator(clock=Clock("2026-11-01T12:00:00Z", frozen=True), seed=1) as emulator:
        with emulator.connection() as connection:
            create = CreateCall(connection)
            for number in range(3):
                create(to=f"+1311555678{number}", from_="+13115550000", url="https://example.com/a")
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        yield emulator


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was printed as data."""
    return capsys.readouterr().out.splitlines()


def test_every_format_holds_every_record(
    calls: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same three calls, in the order of the fields that were asked for."""
    wanted = ("query", "Call", "--fields", "To,From,Price", "-o")
    assert main([*wanted, "jsonl"]) == 0
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines(capsys)]
    assert [list(row) for row in rows] == [["To", "From", "Price"]] * 3
    assert {row["To"] for row in rows} == {f"+1311555678{number}" for number in range(3)}
    assert {row["Price"] for row in rows} == {None}
    assert main([*wanted, "csv"]) == 0
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["To"] for row in read] == [row["To"] for row in rows]
    assert main([*wanted, "table"]) == 0
    assert [line.split()[0] for line in lines(capsys)] == ["To", *(row["To"] for row in rows)]
    assert main([*wanted, "xml"]) == 0
    found = lines(capsys)
    assert len(found) == 3
    for row, line in zip(rows, found, strict=True):
        assert f"<To>{row['To']}</To>" in line


@pytest.mark.parametrize(
    "name", [name for name, row in catalog().items() if "Query" in row["actions"]]
)
def test_whatever_a_record_holds_can_be_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each field of each object: money, times, nested values; the same in every format."""
    monkeypatch.setenv("COLUMNS", "10000")
    kind = getattr(load(name), f"Query{name}")
    sample = Path(twilio_ops.__path__[0]) / "samples" / name / f"Query{name}.response.xml"
    record = kind.spec.record.from_document(sample)
    fields = kind.spec.record.spec.fields
    written: dict[str, str] = {}
    for output in ("jsonl", "csv", "table"):
        target = tmp_path / output
        with Writer(output, fields, str(target)) as writer:
            writer.write(record)
        written[output] = target.read_text(encoding="utf-8")
    row = json.loads(written["jsonl"])
    assert list(row) == [field.xml for field in fields]
    assert {field.xml for field in fields if record.is_set(field.name)} <= set(row)
    assert [value for value in row.values() if value is not None]
    (cells,) = csv.DictReader(io.StringIO(written["csv"]))
    for field, value in row.items():
        if isinstance(value, str):
            assert cells[field] == value
            assert " ".join(value.split()) in written["table"]
        else:
            assert cells[field] == "" if value is None else json.loads(cells[field]) == value


def test_conditions_and_limits(calls: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what the filters let through, and no more than asked for."""
    query = ("query", "call", "-o", "jsonl", "--fields", "To")
    assert main([*query, "--where", "To = +13115556781"]) == 0
    assert lines(capsys) == ['{"To": "+13115556781"}']
    assert main([*query, "--where", "To=+13115556781", "--where", "Status = busy"]) == 0
    assert lines(capsys) == []
    for limit, said in (("2", "2 records.\n"), ("1", "1 record.\n")):
        assert main([*query, "--limit", limit]) == 0
        out, err = capsys.readouterr()
        assert (len(out.splitlines()), err) == (int(limit), said)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Cal"], "did you mean Call?"),
        (["Token"], "Token has no Query; it has Create"),
        (["Call", "--where", "To"], "expected NAME OPERATOR VALUE"),
        (["Call", "--where", "Colour = red"], "Colour is no filter; expected one of To, From"),
        (["Call", "--where", "To before 3"], "To has no operator before"),
        (["Call", "--where", "StartTime after soon"], "'soon' is neither YYYY-MM-DD"),
        (["Call", "--fields", "Colour"], "Colour"),
        (["Call", "-o", "parquet"], "-o parquet: it is no text; give --file"),
    ],
)
def test_what_cannot_be_asked(
    calls: Emulator, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """It is said before anything is printed as data, with exit code 2."""
    assert main(["query", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err


def test_secrets_are_shown_on_request_only(
    calls: Emulator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account's token is left out of every format, unless it is named."""
    monkeypatch.setenv("COLUMNS", "400")  # a table has the room it needs
    for output in ("table", "jsonl", "csv", "xml"):
        assert main(["query", "Account", "-o", output]) == 0
        text = capsys.readouterr().out
        assert calls.account_sid in text
        assert calls.auth_token not in text
    assert main(["query", "Account", "-o", "csv", "--fields", "AuthToken"]) == 0
    assert calls.auth_token in capsys.readouterr().out


def test_the_diagnosis(calls: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    """Fine is 0, refused credentials are a finding, no settings could not run."""
    assert main(["test", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "fine"
    assert main(["test", "--emulator"]) == 0


def test_refused_credentials(
    calls: Emulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are a finding, and are not shown."""
    wrong = Connection(calls.account_sid, "f" * 32, send=calls.connection()._send)
    monkeypatch.setattr(Connection, "from_env", lambda: wrong)
    assert main(["test"]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("credentials refused: ")
    assert "f" * 32 not in printed.out + printed.err


def test_no_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """Every way to give them is named."""
    assert main(["test"]) == 2
    text = capsys.readouterr().err
    for way in ("TWILIO_ACCOUNT_SID", "--connection", "--emulator"):
        assert way in text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[work]\naccount_sid = 1\n", "work.account_sid: expected text"),
        ("[work]\nauth_token = 'hush'\n", "work.account_sid: is missing"),
        ("[work]\ntoken = 'hush'\n", "work.token: is not known; expected account_sid"),
        ("[home]\n", "has no connection 'work'; it has home"),
        ("[work]\nauth_token = 'hush' x\n", "is not TOML (at line 2"),
        (f"[work]\nauth_token = {'9' * 5000}\n", "is not TOML (a number is too long)"),
        (
            f"[work]\naccount_sid = '{ACCOUNT}'\nauth_token = 'env:NOTHING_HERE'\n",
            "work.auth_token: env:NOTHING_HERE holds nothing",
        ),
    ],
)
def test_bad_connections(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: str,
    message: str,
) -> None:
    """The file and the row are named, and no secret is."""
    path = tmp_path / "connections.toml"
    path.write_text(content, encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setattr(connections, "connections_file", lambda: path)
    assert main(["test", "--connection", "work"]) == 2
    text = capsys.readouterr().err
    assert text.startswith(f"{path}: ")
    assert message in text
    assert "hush" not in text


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """With the command that mends it; once mended, references are followed."""
    path = tmp_path / "connections.toml"
    path.write_text(
        f"[work]\naccount_sid = '{ACCOUNT}'\nauth_token = 'env:MY_TOKEN'\n", encoding="utf-8"
    )
    path.chmod(0o640)
    with pytest.raises(connections.Failure, match="chmod 600"):
        connections.named("work", path)
    path.chmod(0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MY_TOKEN", "t" * 32)
        with connections.named("work", path) as connection:
            assert connection.account_sid == ACCOUNT


def test_browsing(capsys: pytest.CaptureFixture[str]) -> None:
    """All objects; one with its fields; an action with its Sid and filters; a refusal with its reason."""
    assert main(["objects"]) == 0
    shown = capsys.readouterr().out
    assert main(["objects", "--json"]) == 0
    names = json.loads(capsys.readouterr().out)
    assert len(names) >= 75
    assert all(name in shown for name in names)
    assert main(["objects", "call", "query"]) == 0
    text = capsys.readouterr().out
    assert "[AccountSid:]" in text
    assert any("StartTime" in line and "on/before/after" in line for line in text.splitlines())
    assert main(["objects", "ShortCode", "Delete"]) == 0
    assert "refused: " in capsys.readouterr().out
    assert main(["objects", "Call", "Destroy"]) == 2


def test_every_object_can_be_browsed(capsys: pytest.CaptureFixture[str]) -> None:
    """No row of the catalog is one that the command cannot show."""
    main(["objects", "--json"])
    for name in json.loads(capsys.readouterr().out):
        assert main(["objects", name]) == 0
        assert capsys.readouterr().out.startswith(name)


def test_no_command_loads_what_another_needs() -> None:
    """The help loads neither operations nor the generator's packages nor rich."""
    code = (
        "import sys; from twilio_ops_cli.__main__ import main; main(['--help']);"
        "heavy = {'twilio_ops', 'twilio_ops_runtime', 'twilio_ops_emulator', 'rich', 'jinja2',"
        " 'black', 'requests', 'lxml', 'msgspec', 'yaml', 'questionary'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for command in ("test", "objects", "query", "codegen", "emulator"):
        assert f"\n  {command} " in done.stdout
    assert "Exit codes:" in done.stdout


def test_a_file_is_complete_or_is_not_there(
    calls: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there before an error is there after it, and nothing half-written lies beside it."""
    target = tmp_path / "calls.csv"
    query = ("query", "Call", "--fields", "To", "-o", "csv", "--file", str(target))
    assert main(query) == 0
    before = target.read_text(encoding="utf-8")
    assert before.splitlines()[0] == "To"
    assert len(before.splitlines()) == 4
    from twilio_ops import ReadTimeout
    from twilio_ops_cli import output

    def lost(self: output.Writer, record: Any) -> None:
        raise ReadTimeout("lost")

    monkeypatch.setattr(output.Writer, "write", lost)
    assert main(query) == 2
    assert target.read_text(encoding="utf-8") == before
    assert [path.name for path in tmp_path.iterdir()] == ["calls.csv"]


def test_nothing_found_is_still_a_table(
    calls: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV has its header, whatever comes."""
    assert (
        main(["query", "Call", "--where", "Status = busy", "--fields", "To,From", "-o", "csv"]) == 0
    )
    assert lines(capsys) == ["To,From"]


def test_parquet_has_types(calls: Emulator, tmp_path: Path) -> None:
    """Numbers, times and booleans are columns of their types; money stays exact, as text."""
    parquet = pytest.importorskip("pyarrow.parquet")
    target = tmp_path / "calls.parquet"
    wanted = "To,StartTime,DateCreated,Price,QueueTime"
    assert main(["query", "Call", "--fields", wanted, "-o", "parquet", "--file", str(target)]) == 0
    table = parquet.read_table(target)
    assert table.num_rows == 3
    types = {field.name: str(field.type) for field in table.schema}
    assert types == {
        "To": "string",
        "StartTime": "timestamp[us, tz=UTC]",
        "DateCreated": "timestamp[us, tz=UTC]",
        "Price": "string",
        "QueueTime": types["QueueTime"],
    }
    assert table.column("DateCreated")[0].as_py().isoformat() == "2026-11-01T12:00:00+00:00"


def test_a_secret_of_the_keyring(
    calls: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``keyring:SERVICE/USER`` asks the machine's keyring, here one in memory."""
    keyring = pytest.importorskip("keyring")
    backend = pytest.importorskip("keyring.backend")

    class Memory(backend.KeyringBackend):  # type: ignore[misc,name-defined]
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return "hush" if (service, username) == ("twilio", "work") else None

        def set_password(self, service: str, username: str, password: str) -> None: ...

    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    try:
        path = tmp_path / "connections.toml"
        path.write_text(
            f'[work]\naccount_sid = "{ACCOUNT}"\nauth_token = "keyring:twilio/work"\n'
            f'[home]\naccount_sid = "{ACCOUNT}"\nauth_token = "keyring:twilio/home"\n',
            encoding="utf-8",
        )
        path.chmod(0o600)
        assert connections.named("work", path).account_sid == ACCOUNT
        with pytest.raises(
            connections.Failure, match=r"home\.auth_token: keyring:twilio/home holds"
        ):
            connections.named("home", path)
    finally:
        keyring.set_keyring(before)


def test_completion_completes() -> None:
    """What the shell asks for with completion set up as the help says."""
    environment = {
        **os.environ,
        "_TWILIO_OPS_COMPLETE": "bash_complete",
        "COMP_WORDS": "twilio-ops query --wh",
        "COMP_CWORD": "2",
    }
    done = subprocess.run(
        [sys.executable, "-m", "twilio_ops_cli"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "plain,--where" in done.stdout
