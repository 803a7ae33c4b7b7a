"""The commands ``export`` and ``verify``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from twilio_ops import Connection
from twilio_ops_cli.__main__ import main
from twilio_ops_emulator import Clock, Emulator, Fault


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Emulator]:
    """The environment's account is an emulator's, with calls of ten days."""
    monkeypatch.chdir(tmp_path)
    with Emulator(clock=Clock(frozen=True), seed=1) as emulator:
        values = {"to": "+13115550001", "from": "+13115550002", "status": "completed"}
        calls = [
            {"object": "Call", "values": {**values, "start_time": f"2026-10-{day:02}T12:00:00Z"}}
            for day in range(1, 11)
        ]
        emulator.seed({"records": calls})
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        yield emulator


EXPORT = ["export", "call", "--out", "x", "--format", "jsonl", "--days", "2"]
RANGE = ["--since", "2026-10-01", "--until", "2026-10-11T00:00:00+00:00"]


def test_an_export_is_read_and_verified(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Data goes to stdout, talk to stderr; what is missing is a finding."""
    assert main([*EXPORT, *RANGE, "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["rows"] == 10
    assert printed.err == "10 rows in 5 windows.\n"
    assert main(["verify", "x"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "5 proven\n")
    lines = [
        line
        for path in Path("x/call").iterdir()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) == 10
    next(Path("x/call").iterdir()).unlink()
    assert main(["verify", "x", "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(row["verdict"] for row in found) == ["damaged", *["proven"] * 4]


@pytest.mark.parametrize(
    ("options", "rows"), [([], 10), (["--of", "branch"], 1), (["--subaccounts"], 11)]
)
def test_the_records_of_other_accounts_are_read(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], options: list[str], rows: int
) -> None:
    """Of one that is named, or of all that there are."""
    values = {"to": "+13115550001", "from": "+13115550002", "status": "completed"}
    record = {"object": "Call", "values": {**values, "start_time": "2026-10-02T12:00:00Z"}}
    emulator.seed(
        {
            "accounts": [{"friendly_name": "Branch", "as": "branch"}],
            "records": [{**record, "account": "branch"}],
        }
    )
    sids = {one["friendly_name"]: one["sid"] for one in emulator.records("Account")}
    given = [sids["Branch"] if one == "branch" else one for one in options]
    assert main([*EXPORT, *RANGE, *given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == rows


def test_what_could_not_be_read_is_said(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3; the same command goes on."""
    emulator.faults.add(Fault(kind="status", status=400, code=20004, message="too old", times=1))
    assert main([*EXPORT, *RANGE]) == 3
    assert "not read: " in capsys.readouterr().err
    assert main([*EXPORT, *RANGE]) == 0
    assert "An export that was not finished is gone on with" in capsys.readouterr().err


def test_records_without_the_window_s_time_are_spoken_of(
    emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who exports messages is told which of them no window has."""
    assert main(["export", "Message", "--out", "x", *RANGE]) == 0
    assert "Message is read by DateSent: A message that is not sent yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([*EXPORT], "since is missing: Call is read by StartTime"),
        ([*EXPORT, "--since", "soon"], "--since 'soon': expected a day such as 2026-11-01"),
        ([*EXPORT, "--since", "2026-10-01T00:00:00"], "or a time with its zone"),
        (["export", "cal", "--out", "x"], "cal is no object; did you mean"),
        (["export", "Token", "--out", "x"], "Token has no Query, so nothing lists it"),
        ([*EXPORT, "--scheduler", "tcp://x:1"], "--scheduler: it is of --engine dask"),
        ([*EXPORT, "--emulator", "--engine", "dask"], "no worker of Dask reaches it"),
        ([*EXPORT, "--of", "AC1", "--subaccounts"], "--of and --subaccounts: only one"),
        ([*EXPORT, *RANGE, "--of", "AC1"], "AC1"),
        (["verify", "nowhere"], "nowhere: there is no export here"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    """It names the option and what was expected; the exit code is 2, and no row is written."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert expected in printed.err and printed.out == ""
    assert not list(Path().glob("x/call/*"))
