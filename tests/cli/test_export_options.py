"""What each option of ``export`` and ``verify`` says, to whom; and what is printed of what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest

import twilio_ops_components.export as library
from twilio_ops import ConfigurationError, Connection
from twilio_ops_cli import connections
from twilio_ops_cli import export as command
from twilio_ops_cli.__main__ import main
from twilio_ops_cli.export import Named
from twilio_ops_components.export import Failed, Finding, Progress, Summary, Window
from twilio_ops_emulator import Emulator

ACCOUNT, OTHER = "AC" + "0" * 32, "AC" + "1" * 32
DAY = Window(object="Call", account=ACCOUNT, start="2026-10-01T00:00:00Z", end="2026-10-02T00:00:00Z")  # fmt: skip
WHOLE = Window(object="Queue", account=ACCOUNT)


class Noted:
    """Stands for the library: notes what it is told, and gives back what it is to give."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}
        self.engines: list[Any] = []
        self.closed = 0
        self.progress: list[Progress] = []
        self.summary = Summary()
        self.findings: list[Finding] = []
        self.problem: Exception | None = None

    def export(self, **asked: Any) -> Noted:
        """Note what is asked for."""
        self.asked = asked
        return self

    def run(self, engine: Any, on_progress: Callable[[Progress], object]) -> Summary:
        """Say how far it is; end."""
        assert engine is self
        for one in self.progress:
            on_progress(one)
        if self.problem is not None:
            raise self.problem
        return self.summary

    def verify(self, out: str, account: str, opener: Any, engine: Any, show: Any) -> list[Finding]:
        """Note what is asked for; tell each finding."""
        assert engine is self
        self.asked = {"out": out, "account": account, "opener": opener}
        if self.problem is not None:
            raise self.problem
        for one in self.findings:
            show(one)
        return self.findings

    def threads(self, *told: Any, **more: Any) -> Noted:
        """Stand for threads."""
        self.engines.append(("threads", told, more))
        return self

    def dask(self, *told: Any, **more: Any) -> Noted:
        """Stand for a cluster."""
        self.engines.append(("dask", told, more))
        return self

    def close(self) -> None:
        """Note it."""
        self.closed += 1


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Noted]:
    """The library's place is taken, and the environment has an account."""
    made = Noted()
    monkeypatch.setattr(Connection, "from_env", lambda: Connection(ACCOUNT, "t" * 32))
    for name, stands in (("Export", made.export), ("verify", made.verify), ("ThreadEngine", made.threads), ("DaskEngine", made.dask)):  # fmt: skip
        monkeypatch.setattr(library, name, stands)
    module = import_module("twilio_ops_components.export.verify")
    monkeypatch.setattr(module, "ensure_export", lambda out: None)
    yield made
    assert made.closed == len(made.engines)


USUAL = {
    "objects": ("Call",), "account": ACCOUNT, "opener": Named(None), "out": "x", "format": "parquet",
    "since": None, "until": None, "accounts": None, "pii": "keep", "days": 30, "most": 10_000,
    "look_back": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        ("", {}),
        ("queue CALL", {"objects": ("Call", "Queue", "Call")}),
        ("--out s3://b/calls", {"out": "s3://b/calls"}),
        ("--since 2026-10-01", {"since": datetime(2026, 10, 1, tzinfo=UTC)}),
        ("--until 2026-10-02T03:00:00Z", {"until": datetime(2026, 10, 2, 3, tzinfo=UTC)}),
        ("--until 2026-10-02", {"until": datetime(2026, 10, 2, tzinfo=UTC)}),
        ("--format duckdb", {"format": "duckdb"}),
        ("--pii mask", {"pii": "mask"}),
        (f"--of {OTHER} --of {ACCOUNT}", {"accounts": (OTHER, ACCOUNT)}),
        ("--days 7", {"days": 7}),
        ("--rows 5", {"most": 5}),
        ("--look-back 0", {"look_back": 0}),
    ],
)
def test_an_option_of_an_export_says_one_thing(
    noted: Noted, options: str, changed: dict[str, Any]
) -> None:
    """All else is as usual."""
    assert main(["export", "call", "--out", "x", *options.split()]) == 0
    assert noted.asked == {**USUAL, **changed}


@pytest.mark.parametrize("words", [["export", "call", "--out", "x"], ["verify", "x"]])
@pytest.mark.parametrize(
    ("options", "engine"),
    [
        ("", ("threads", (8,), {})),
        ("--workers 3", ("threads", (3,), {})),
        ("--engine local", ("threads", (8,), {})),
        ("--engine dask", ("dask", (None,), {"workers": 2})),
        ("--engine dask --workers 3", ("dask", (None,), {"workers": 3})),
        ("--engine dask --scheduler tcp://a:1", ("dask", ("tcp://a:1",), {"workers": 2})),
    ],
)
def test_where_windows_are_read_is_chosen(
    noted: Noted, words: list[str], options: str, engine: tuple[Any, ...]
) -> None:
    """It is closed at the end, whatever came."""
    assert main([*words, *options.split()]) == 0
    assert noted.engines == [engine]
    noted.problem = ConfigurationError("another plan")
    assert main([*words, *options.split()]) == 2


@pytest.mark.parametrize("words", [["export", "call", "--out", "x"], ["verify", "x"]])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--scheduler tcp://a:1", "--scheduler: it is of --engine dask"),
        ("--engine dask --scheduler tcp://a:1 --workers 2", "--workers: the cluster of --scheduler has its own"),
        ("--engine dask --emulator", "--emulator: it is in this process, where no worker of Dask reaches it"),
        ("--emulator --connection a", "--connection and --emulator: only one of them can be asked"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said(
    noted: Noted, capsys: pytest.CaptureFixture[str], words: list[str], options: str, said: str
) -> None:
    """Before anything is read."""
    assert main([*words, *options.split()]) == 2
    assert capsys.readouterr() == ("", f"{said}\n")
    assert noted.engines == []


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_time_that_is_none_is_told_with_its_option(
    noted: Noted, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    """And with both forms that are taken."""
    assert main(["export", "call", "--out", "x", option, "soon"]) == 2
    form = "a day such as 2026-11-01, or a time with its zone, such as 2026-11-01T08:00:00+01:00"
    assert capsys.readouterr() == ("", f"{option} 'soon': expected {form}\n")


def test_each_way_to_an_account_is_a_way_for_workers(
    noted: Noted, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """They open the environment's or the named one themselves; an emulator's is open already."""
    path = tmp_path / "connections.toml"
    path.write_text(f"[work]\naccount_sid = '{OTHER}'\nauth_token = 'hush'\n", encoding="utf-8")
    path.chmod(0o600)
    for module in (connections, command):
        monkeypatch.setattr(module, "connections_file", lambda: path)
    for words in (["export", "call", "--out", "x"], ["verify", "x"]):
        assert main([*words, "--connection", "work"]) == 0
        assert (noted.asked["account"], noted.asked["opener"]) == (OTHER, Named("work"))
        assert main([*words, "--emulator"]) == 0
        assert noted.asked["opener"]().account_sid == noted.asked["account"]
        assert noted.asked["opener"]() is noted.asked["opener"]()
    assert Named("work")().account_sid == OTHER
    assert Named(None)().account_sid == ACCOUNT
    path.unlink()
    with pytest.raises(ConfigurationError) as failed:
        Named("work")()
    said = f"where windows are read: {path}: there is no such file, and so no connection 'work'"
    assert str(failed.value) == said


def test_a_worker_without_settings_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its environment is another one."""

    def lacking() -> Connection:
        raise ConfigurationError("nothing is set")

    monkeypatch.setattr(Connection, "from_env", lacking)
    with pytest.raises(ConfigurationError, match=r"^where windows are read: nothing is set$"):
        Named(None)()


def test_all_accounts_are_those_of_the_list(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of their Sids, so that the same export is asked for again."""
    with Emulator(seed=1) as emulator:
        emulator.seed({"accounts": [{"friendly_name": str(one)} for one in range(4)]})
        monkeypatch.setattr(Connection, "from_env", emulator.connection)
        assert main(["export", "call", "--out", "x", "--subaccounts"]) == 0
        made = {one["sid"] for one in emulator.records("Account") if one["friendly_name"] in "0123"}
    assert noted.asked["accounts"] == tuple(sorted({*made, emulator.account_sid}))
    assert len(made) == 4


def test_what_an_export_did_is_printed(noted: Noted, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON where it is asked for; what was not read is said, and is another exit code."""
    words = ["export", "call", "--out", "x"]
    assert main(words) == 0
    assert capsys.readouterr() == ("", "0 rows in 0 windows.\n")
    noted.summary = Summary(
        windows=1, rows=1, repeated=3, requests=4, throttled=5, lost=6, plan="p", resumed=True,
        failed=(Failed(window=DAY, problem="too old"), Failed(window=WHOLE, problem="gone")),
    )  # fmt: skip
    talk = (
        f"Call.{ACCOUNT}.20261001T000000Z-20261002T000000Z: not read: too old\n"
        f"Queue.{ACCOUNT}.whole: not read: gone\n"
        "1 row in 1 window.\n"
        "An export that was not finished is gone on with; again, it reads what came since.\n"
    )
    assert main(words) == 3
    assert capsys.readouterr() == ("", talk)
    assert main([*words, "--json"]) == 3
    out, err = capsys.readouterr()
    assert (err, out.count("\n")) == (talk, 1)
    assert json.loads(out) == {
        "windows": 1, "rows": 1, "repeated": 3, "requests": 4, "throttled": 5, "lost": 6,
        "resumed": True, "plan": "p", "failed": {DAY.name: "too old", WHOLE.name: "gone"},
    }  # fmt: skip
    assert main([*words, "-q"]) == 3
    assert capsys.readouterr() == ("", "".join(talk.splitlines(keepends=True)[:2]))


def test_how_far_it_is_is_shown(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> None:
    """The windows that are done, of as many as are known; a verification tells that it counts."""
    shown: list[Any] = []

    @contextmanager
    def working(text: str) -> Iterator[Callable[..., None]]:
        shown.append(text)
        yield lambda text, **options: shown.append((text, options))

    monkeypatch.setattr(command, "working", working)
    noted.progress = [Progress(done=2, left=3, rows=40)]
    assert main(["export", "call", "--out", "x"]) == 0
    assert main(["verify", "x"]) == 0
    assert shown == ["Reading", ("Reading: 40 rows", {"done": 2, "total": 5}), "Counting"]


FINDINGS = [
    Finding(window=DAY, verdict="differs", rows=4, listed=5, text="it lists another"),
    Finding(window=WHOLE, verdict="damaged", rows=4, text="its file is gone"),
    Finding(window=WHOLE, verdict="proven", rows=7, listed=7),
    Finding(window=DAY, verdict="proven"),
]


@pytest.mark.parametrize(
    ("findings", "code", "talk"),
    [
        ([], 0, "nothing"),
        (FINDINGS[2:], 0, "2 proven"),
        (FINDINGS, 1, "1 damaged, 1 differs, 2 proven"),
        (FINDINGS[1:2], 1, "1 damaged"),
    ],
)
def test_what_a_verification_found_is_printed(
    noted: Noted, capsys: pytest.CaptureFixture[str], findings: list[Finding], code: int, talk: str
) -> None:
    """What is not proven, a line each; with --json every window."""
    noted.findings = findings
    assert main(["verify", "x"]) == code
    lines = {
        "differs": f"{DAY.name}: differs (4 here, 5 listed): it lists another\n",
        "damaged": f"{WHOLE.name}: damaged: its file is gone\n",
    }
    said = "".join(lines.get(one.verdict, "") for one in findings)
    assert capsys.readouterr() == (said, f"{talk}\n")
    assert noted.asked == {"out": "x", "account": ACCOUNT, "opener": Named(None)}
    assert main(["verify", "x", "--json"]) == code
    out, err = capsys.readouterr()
    assert err == f"{talk}\n"
    assert [json.loads(line) for line in out.splitlines()] == [
        {
            "window": one.window.name, "verdict": one.verdict, "rows": one.rows,
            "listed": one.listed, "text": one.text,
        }
        for one in findings
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [("Message", "Message is read by DateSent: A message that is not sent yet"), ("Queue", "")],
)
def test_what_no_window_has_is_said_once(
    noted: Noted, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    """Of each object, however many windows it has."""
    noted.findings = [Finding(window=Window(object=name, account=ACCOUNT), verdict="proven")] * 2
    assert main(["verify", "x"]) == 0
    told = capsys.readouterr().err
    assert told.startswith(f"2 proven\n{said}") and told.count("\n") == (2 if said else 1)
    assert main(["export", name, "--out", "x"]) == 0
    assert said in capsys.readouterr().err
