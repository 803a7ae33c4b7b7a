"""What each option of ``run`` and of the journal's commands says, to whom; and what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import twilio_ops_components.journal as library
from twilio_ops import ConfigurationError, Connection, OperationError
from twilio_ops_cli import journal as command
from twilio_ops_cli import run as running
from twilio_ops_cli.__main__ import main
from twilio_ops_codegen.commands.base import Failure
from twilio_ops_components import run as runner
from twilio_ops_components.journal import NoJournal, Pace

ACCOUNT = "AC" + "0" * 32
SEND = "format: 1\noperation: {object: Message, action: Create, name: send}\n"
TIME = "2036-11-30T20:00:00+01:00"
SECONDS = datetime.fromisoformat(TIME).timestamp()
HINT = "Ctrl-C or `journal pause` ends the waiting, and `journal resume` goes on"


class Noted:
    """Stands for a journal: notes what is done with it, and has what it is to have."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.states: dict[str, int] = {}
        self.paused: str | None = None
        self.is_scheduled = False
        self.changes: list[Mapping[str, int]] = []
        self.troubles: list[str] = []
        self.refused: list[tuple[str, int | None, str]] = []
        self.new: int | None = 1
        self.problem: OperationError | None = None

    def opened(self, file: str, *, create: bool = True) -> Noted:
        """Note which journal it is, and whether it may be made."""
        self.done.append(("open", file, create))
        if self.new is None:
            raise NoJournal("there is none")
        return self

    def __enter__(self) -> Noted:
        return self

    def __exit__(self, *_: object) -> None:
        self.done.append("close")

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Note whatever else is done with it."""
        return lambda *told: self.done.append((name, *told))

    def counts(self) -> dict[str, int]:
        """How many entries are in each state."""
        return self.states

    def rows(self) -> list[dict[str, Any]]:
        """An entry each state."""
        return [{"key": "ü", "state": state} for state in self.states]

    def resend(self, **told: Any) -> int:
        """Note which ones; as many are there as states."""
        self.done.append(("resend", told))
        return len(told["states"])

    def send(self, connection: Connection, pace: Pace, **told: Any) -> None:
        """Note how, tell how far it is and what is wrong."""
        for change in self.changes:
            told["on_change"](change)
        self._troubled(told)
        del told["on_change"]
        self.done.append(("send", connection.account_sid, pace, told))

    def resolve(self, connection: Connection, **told: Any) -> dict[str, int]:
        """Note how; as many change as there are."""
        self.done.append(("resolve", connection.account_sid, told))
        if self.problem is not None:
            raise self.problem
        return self.states

    def reconcile(self, connection: Connection, **told: Any) -> dict[str, int]:
        """Note how; as many change as there are."""
        self._troubled(told)
        self.done.append(("reconcile", connection.account_sid, told))
        return self.states

    def _troubled(self, told: dict[str, Any]) -> None:
        say = told.pop("on_trouble")
        for trouble in self.troubles:
            say(trouble)

    def wanted(self, operation: Any, documents: Iterator[Any], **told: Any) -> Any:
        """Note what is wanted."""
        refuse = told.pop("on_refused")
        self.done.append(("wanted", told))
        self._documents = documents
        for name, line, reason in self.refused:
            refuse(SimpleNamespace(input=SimpleNamespace(name=name, line=line), reason=reason))
        return SimpleNamespace(is_any=lambda: self.new != 0, refusals=len(self.refused))

    def add(self, wanted: Any, on_batch: Callable[[], None]) -> Any:
        """Take all in."""
        for _ in self._documents:
            on_batch()
        return SimpleNamespace(new=self.new, known=0, refusals=len(self.refused))


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Noted:
    """Journals are noted; the environment has an account, and the working folder what is sent."""
    made = Noted()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(library, "Journal", made.opened)
    monkeypatch.setattr(library, "Wanted", made.wanted)
    monkeypatch.setattr(Connection, "from_env", lambda: Connection(ACCOUNT, "t" * 32))
    Path("j").touch()
    Path("send.yaml").write_text(SEND, encoding="utf-8")
    Path("in.xml").write_text("<Message/>\n<Message/>\n<Message/>\n", encoding="utf-8")
    return made


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed, and what it said."""
    code = main([*words])
    return (code, *capsys.readouterr())


def sent(*, deadline: float | None = None, give_up_after: float | None = None, **pace: Any) -> Any:
    """How entries are sent."""
    more = {"deadline": deadline, "give_up_after": give_up_after}
    return ("send", ACCOUNT, Pace(**pace), more)


PACES: list[tuple[str, dict[str, Any]]] = [
    ("", {"concurrency": 20}),
    ("--rate 2.5", {"rate": 2.5}),
    ("--sender-rate 0.5", {"sender_rate": 0.5}),
    ("--concurrency 3", {"concurrency": 3}),
    (f"--deadline {TIME}", {"deadline": SECONDS}),
    ("--give-up-after 1.5", {"give_up_after": 90.0}),
]


@pytest.mark.parametrize(("options", "said"), PACES)
def test_the_pace_of_what_goes_on(noted: Noted, options: str, said: dict[str, Any]) -> None:
    """Each option says one thing; what was paused is not any more, and nothing is made."""
    assert main(["journal", "resume", "j", *options.split()]) == 0
    assert noted.done == [("open", "j", False), ("unpause",), sent(**said), "close"]


WANTED = dict.fromkeys(["key", "callback", "deadline", "send_at"])


@pytest.mark.parametrize(
    ("options", "wanted", "said"),
    [
        *((options, {"deadline": said.get("deadline")}, said) for options, said in PACES),
        ("--key Body", {"key": "Body"}, {}),
        ("--callback https://example.com/", {"callback": "https://example.com/"}, {}),
        (f"--send-at {TIME}", {"send_at": SECONDS}, {}),
        ("--property a=b=c --property d=", {"properties": {"a": "b=c", "d": ""}}, {}),
    ],
)
def test_what_is_taken_in_and_how_it_is_sent(
    noted: Noted, options: str, wanted: dict[str, Any], said: dict[str, Any]
) -> None:
    """Each option says one thing; all documents are taken in, so that the run is a successful one."""
    assert main(["run", "send.yaml", "in.xml", "--journal", "new", *options.split()]) == 0
    asked, opened, sending, (succeeded, component), closed = noted.done
    assert asked == ("wanted", {**WANTED, "properties": {}, **wanted})
    assert (opened, sending, succeeded, closed) == (("open", "new", True), sent(**said), "succeed", "close")  # fmt: skip
    assert component.definition.name == "send"


@pytest.mark.parametrize(("limit", "documents"), [("2", 2), ("3", 3), ("4", 3)])
def test_a_limit_leaves_the_rest_for_later(
    noted: Noted, monkeypatch: pytest.MonkeyPatch, limit: str, documents: int
) -> None:
    """As long as documents are left, the run is not yet a successful one."""
    shown: list[Any] = []

    @contextmanager
    def working(text: str) -> Iterator[Callable[..., None]]:
        shown.append(text)
        yield lambda *more, **options: shown.append((*more, options))

    monkeypatch.setattr(command, "working", working)
    noted.changes = [{"ready": 1, "sent": 3, "matched": 1}, {}]
    assert main(["run", "send.yaml", "in.xml", "--journal", "new", "--limit", limit]) == 0
    assert shown == [
        "Taking in",
        *(({"done": one},) for one in range(1, documents + 1)),
        "Sending",
        ("Sending: 1 ready, 3 sent, 1 matched", {"done": 4, "total": 5}),
        ("Sending: nothing", {"done": 0, "total": 0}),
    ]
    assert ("succeed" in {one[0] for one in noted.done}) == (documents == 3)


def test_what_is_not_taken_in_is_told(noted: Noted, capsys: pytest.CaptureFixture[str]) -> None:
    """By its place, with the reason, also if little is said; the exit code says that some is not sent."""
    run = ("run", "send.yaml", "in.xml", "--journal", "new")
    noted.refused = [("a.xml", 7, "it is empty"), ("b.xml", None, "it is none")]
    lines = "a.xml:7: not taken in: it is empty\nb.xml: not taken in: it is none\n"
    noted.states = {"sent": 4}
    assert told(capsys, *run) == (3, "", f"{lines}1 new, 0 known, 2 not taken in\n4 sent\n")
    assert "succeed" not in {one[0] for one in noted.done}
    assert told(capsys, *run, "-q") == (3, "", lines)
    noted.new = 0
    noted.done.clear()
    assert main([*run]) == 3
    assert noted.done[1] == ("open", "new", False)


def test_a_journal_of_nothing_is_not_made(noted: Noted, capsys: pytest.CaptureFixture[str]) -> None:
    """It is fine if nothing was to be taken in."""
    run = ("run", "send.yaml", "in.xml", "--journal", "new")
    noted.new = None
    assert told(capsys, *run) == (0, "", "0 new, 0 known, 0 not taken in: new is not made\n")
    noted.refused = [("b.xml", None, "no")]
    said = "b.xml: not taken in: no\n0 new, 0 known, 1 not taken in: new is not made\n"
    assert told(capsys, *run) == (3, "", said)


@pytest.mark.parametrize(
    ("states", "paused", "scheduled", "code", "said"),
    [
        ({}, None, False, 0, "nothing\n"),
        ({"sent": 2, "matched": 1}, None, True, 0, "2 sent, 1 matched\n"),
        ({"refused": 1, "sent": 2}, None, False, 3, "1 refused, 2 sent\n"),
        ({"ready": 1}, None, False, 3, "1 ready\n`journal resume` sends what is ready\n"),
        ({"ready": 1}, "by hand", False, 3, "1 ready\npaused: by hand\n"),
        ({"sent": 1}, "by hand", False, 0, "1 sent\npaused: by hand\n"),
        ({"unknown": 1}, None, False, 3, "1 unknown\nunknown entries are not sent again: `journal resolve` looks for them\n"),
        ({"unknown": 1}, None, True, 3, "1 unknown\n`journal reconcile`, before it is due, schedules again what is not there\n"),
    ],
)  # fmt: skip
def test_what_is_left_is_said_with_what_can_be_done(
    noted: Noted,
    capsys: pytest.CaptureFixture[str],
    states: dict[str, int],
    paused: str | None,
    scheduled: bool,
    code: int,
    said: str,
) -> None:
    """Of each command that sends or looks; a pause is said in any case."""
    noted.states, noted.paused, noted.is_scheduled = states, paused, scheduled
    rows = "".join(f"{state:10} {count}\n" for state, count in states.items())
    assert told(capsys, "journal", "resume", "j") == (code, "", said)
    assert told(capsys, "journal", "resolve", "j") == (code, rows, said)
    assert told(capsys, "journal", "reconcile", "j") == (code, rows, said)
    hushed = f"paused: {paused}\n" if paused else ""
    assert told(capsys, "journal", "resume", "j", "-q") == (code, "", hushed)
    stopped = hushed if paused else ""
    assert told(capsys, "journal", "status", "j") == (0, rows + stopped, "")
    code, out, _ = told(capsys, "journal", "status", "j", "--json")
    assert (code, json.loads(out)) == (0, {"states": states, "paused": paused})


def test_how_long_a_doubt_lasts_is_chosen(noted: Noted) -> None:
    """In hours or minutes; and when it is given up."""
    for words, done in (
        ("resolve j", ("resolve", ACCOUNT, {"settled": 86400.0})),
        ("resolve j --settled 0.5", ("resolve", ACCOUNT, {"settled": 1800.0})),
        ("reconcile j", ("reconcile", ACCOUNT, {"lag": 600.0, "give_up_after": None})),
        ("reconcile j --lag 0.5", ("reconcile", ACCOUNT, {"lag": 30.0, "give_up_after": None})),
        ("reconcile j --give-up-after 2", ("reconcile", ACCOUNT, {"lag": 600.0, "give_up_after": 120.0})),
    ):  # fmt: skip
        noted.done.clear()
        assert main(["journal", *words.split()]) == 0
        assert noted.done == [("open", "j", False), done, "close"]


def test_a_trouble_is_told_with_what_can_be_done_once(
    noted: Noted, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command that waits says it the first time."""
    noted.troubles = ["not reached", "still not"]
    for words in ("resume", "reconcile"):
        said = f"not reached; {HINT}\nstill not\nnothing\n"
        assert told(capsys, "journal", words, "j") == (0, "", said)


def test_entries_are_paused_sent_again_and_exported(
    noted: Noted, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that options name."""
    assert told(capsys, "journal", "pause", "j") == (0, "", "")
    assert noted.done == [("open", "j", False), ("pause",), "close"]
    for words, states, keys, said in (
        ("--state absent", ("absent",), (), "1 entry is ready again.\n"),
        ("--state ambiguous --state unknown --key a", ("ambiguous", "unknown"), ("a",), "2 entries are ready again.\n"),
        ("--key a --key b", (), ("a", "b"), "0 entries are ready again.\n"),
    ):  # fmt: skip
        noted.done.clear()
        assert told(capsys, "journal", "resend", "j", *words.split()) == (0, "", said)
        assert noted.done[1] == ("resend", {"states": states, "keys": keys})
    said = "--state or --key is missing: which entries are sent again\n"
    assert told(capsys, "journal", "resend", "j") == (2, "", said)
    noted.states = {"ready": 1, "sent": 2, "absent": 0}
    for words, states in (("", ("ready", "sent", "absent")), ("--state sent", ("sent",)), ("--state absent --state ready", ("ready", "absent"))):  # fmt: skip
        rows = "".join(f'{{"key": "ü", "state": "{state}"}}\n' for state in states)
        assert told(capsys, "journal", "export", "j", *words.split()) == (0, rows, "")


def test_what_a_journal_cannot_is_one_line(
    noted: Noted, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a journal, and of a pace or a moment that makes no sense."""
    noted.problem = ConfigurationError("it is another account's")
    assert told(capsys, "journal", "resolve", "j") == (2, "", "it is another account's\n")
    form = "expected a time with its zone, such as 2026-11-30T20:00:00+01:00\n"
    rates = "--rate, --sender-rate: a rate is a number of requests a second above 0\n"
    for words, said in (
        ("--rate 0", rates),
        ("--sender-rate -1", rates),
        ("--deadline soon", f"--deadline 'soon': {form}"),
        ("--deadline 2026-11-30", f"--deadline '2026-11-30': {form}"),
    ):
        assert told(capsys, "journal", "resume", "j", *words.split()) == (2, "", said)
        run = ("run", "send.yaml", "in.xml", "--journal", "new")
        assert told(capsys, *run, *words.split()) == (2, "", said)
    said = f"--send-at 'soon': {form}"
    assert told(capsys, *run, "--send-at", "soon") == (2, "", said)


@pytest.mark.parametrize("kept", ["j", "postgresql://user@host/base"])
def test_a_journal_is_a_file_or_an_address(noted: Noted, kept: str) -> None:
    """An address is looked at when it is opened; a file has to be there, and no folder."""
    assert main(["journal", "status", kept]) == 0
    assert noted.done[0] == ("open", kept, False)
    for other in ("none", "http://host/base", "."):
        assert main(["journal", "status", other]) == 2


class Ran:
    """Stands for a run: notes what it is told, and ends as it was told to."""

    def __init__(self) -> None:
        self.told: dict[str, Any] = {}
        self.indexes: list[Any] = []
        self.rows: list[Any] = []
        self.ended: dict[str, Any] = {}

    def __call__(self, operation: Any, documents: Iterator[Any], out: str, **told: Any) -> Any:
        """Run nothing."""
        self.indexes = [(one.index, one.name) for one in documents]
        on_row = told.pop("on_row")
        for row in self.rows:
            on_row(row)
        self.operation = operation
        self.told = {"out": out, **told}
        usual = {"text": "1 done", "stopped": None, "limited": False, "unknown": (), "exit_code": 0}
        return SimpleNamespace(**{**usual, **self.ended})


@pytest.fixture
def ran(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Runs are noted, too."""
    made = Ran()
    monkeypatch.setattr(runner, "run", made)
    return made


USUAL = {
    "out": "out", "properties": {}, "resume": False, "resend": (), "limit": None,
    "component": "send.yaml", "name": "send", "account": ACCOUNT,
}  # fmt: skip


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        ("", {}),
        ("--property a=b=c --property d=", {"properties": {"a": "b=c", "d": ""}}),
        ("--resume", {"resume": True}),
        ("--resend 2 --resend 1", {"resend": (2, 1)}),
        ("--limit 4", {"limit": 4}),
        ("--emulator", {"account": "emulator"}),
        ("--out other", {"out": "other"}),
        ("--concurrency 3", {}),
    ],
)
def test_an_option_of_a_run_says_one_thing(ran: Ran, options: str, changed: dict[str, Any]) -> None:
    """All else is as usual."""
    assert main(["run", "send.yaml", "in.xml", "--out", "out", *options.split()]) == 0
    assert ran.told == {**USUAL, **changed}
    assert [index for index, _ in ran.indexes] == [1, 2, 3]
    assert ran.operation.definition.emulated == ("--emulator" in options)


def test_the_connection_is_the_one_that_is_named(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the option, else by the component; an emulator is none of them."""
    asked: list[Any] = []

    @contextmanager
    def opened(name: str | None, emulator: bool) -> Iterator[Connection]:
        asked.append((name, emulator))
        yield Connection(ACCOUNT, "t" * 32)

    monkeypatch.setattr(running, "opened", opened)
    run = ["run", "send.yaml", "in.xml", "--out", "out"]
    main(run)
    Path("send.yaml").write_text(f"{SEND}connection: own\n", encoding="utf-8")
    for options in ([], ["--connection", "other"], ["--emulator"], ["--dry-run"]):
        main([*run, *options])
    assert asked == [(None, False), ("own", False), ("other", False), (None, True), ("own", False)]


KEPT = """\
format: 1
operation: {object: Message, action: Create, name: send}
archiving: {directory: archive}
caching: {file: cache.db, indexes: {a: [Message/Sid]}}
"""


def test_what_an_emulator_keeps_is_said(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    """Where its state lies, its archive and its cache, if it has them; not of a dry run."""
    run = ("run", "send.yaml", "in.xml", "--emulator")
    state = "--emulator: last runs and counters in send.emulator.state.json"
    assert told(capsys, *run, "--out", "out") == (0, "", f"{state}\n1 done\n")
    Path("send.yaml").write_text(KEPT, encoding="utf-8")
    more = "; archive in archive.emulator; cache in cache.emulator.db"
    assert told(capsys, *run, "--out", "out") == (0, "", f"{state}{more}\n1 done\n")
    assert "--emulator" not in told(capsys, *run, "--dry-run")[2]


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ({}, ""),
        ({"exit_code": 3}, ""),
        ({"exit_code": 1, "stopped": "stopped at input 2."}, "stopped at input 2; --resume goes on behind it\n"),
        ({"limited": True}, "--limit ended the run; --resume goes on with the rest\n"),
        ({"limited": True, "stopped": "it ended"}, "it ended; --resume goes on behind it\n"),
        ({"exit_code": 3, "unknown": (4, 7)}, "unknown: 4 7; look at the records of the service, then send again what is not there: --resend INDEX\n"),
    ],
)  # fmt: skip
def test_how_a_run_ended_is_said(
    ran: Ran, capsys: pytest.CaptureFixture[str], ended: dict[str, Any], said: str
) -> None:
    """With what goes on from there; where it was stopped is said also if little is."""
    ran.ended = ended
    run = ("run", "send.yaml", "in.xml", "--out", "out")
    code = ended.get("exit_code", 0)
    assert told(capsys, *run) == (code, "", f"1 done\n{said}")
    assert told(capsys, *run, "-q") == (code, "", said if "stopped" in ended else "")


@pytest.mark.parametrize(("count", "end"), [(20, "19 20;"), (21, "19 20 ...;")])
def test_of_many_unknown_the_first_are_named(
    ran: Ran, capsys: pytest.CaptureFixture[str], count: int, end: str
) -> None:
    """Twenty of them."""
    ran.ended = {"unknown": range(1, count + 1)}
    said = told(capsys, "run", "send.yaml", "in.xml", "--out", "out")[2]
    assert said.startswith("1 done\nunknown: 1 2 3 ") and f" {end} look at" in said


def test_how_far_a_run_is_is_shown(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many came to which end, and at which input it is."""
    shown: list[str] = []

    @contextmanager
    def working(text: str) -> Iterator[Callable[[str], None]]:
        shown.append(text)
        yield shown.append

    monkeypatch.setattr(running, "working", working)
    ran.rows = [SimpleNamespace(status=status, index=index, input=f"{index}.xml") for index, status in enumerate(("done", "failed", "done"))]  # fmt: skip
    assert main(["run", "send.yaml", "in.xml", "--out", "out"]) == 0
    assert shown == [
        "Running",
        "Running: 1 done; input 0 0.xml",
        "Running: 1 done, 1 failed; input 1 1.xml",
        "Running: 2 done, 1 failed; input 2 2.xml",
    ]


def test_what_is_run_without_documents(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    """What reads, or makes its request of settings, is run once; files of another kind are counted."""
    data = f"{SEND}input: data\nparameters: {{To: +1311, From: +1312, Body: a}}\n"
    Path("data.yaml").write_text(data, encoding="utf-8")
    Path("list.yaml").write_text("format: 1\noperation: {object: Message, action: Query}\n", encoding="utf-8")  # fmt: skip
    for name in ("data.yaml", "list.yaml"):
        assert main(["run", name, "--out", "out"]) == 0
        assert len(ran.indexes) == 1
    capsys.readouterr()
    said = "INPUT is missing: files, folders, or - for standard input\n"
    assert told(capsys, "run", "send.yaml", "--out", "out") == (2, "", said)
    Path("in").mkdir()
    Path("in/0.xml").write_text("<Message/>", encoding="utf-8")
    for count, of in ((1, "1 file that is not .xml is"), (2, "2 files that are not .xml are")):
        Path(f"in/{count}.txt").touch()
        assert told(capsys, "run", "send.yaml", "in", "--out", "out")[2].startswith(f"{of} left out.\n")  # fmt: skip


def test_a_dry_run_shows_requests_and_what_is_wrong(
    noted: Noted, capsys: pytest.CaptureFixture[str]
) -> None:
    """By index and place, as text or JSON; what is wrong is another exit code."""
    good = "<Message><To>+1311</To><From>+1312</From><Body>ü</Body></Message>"
    Path("in.xml").write_text(f"{good}\n<Message><To>x</To></Message>\n", encoding="utf-8")
    Path("one.xml").write_text(good, encoding="utf-8")
    url = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages.xml"
    parameters = [["To", "+1311"], ["From", "+1312"], ["Body", "ü"]]
    code, out, err = told(capsys, "run", "send.yaml", "in.xml", "--dry-run")
    *lines, wrong = out.splitlines()
    assert lines == [
        "# 1 in.xml", f"POST {url}", *(f"  {name}={value}" for name, value in parameters),
        "# 2 in.xml:2",
    ]  # fmt: skip
    assert (code, wrong[:2]) == (3, "! ")
    assert err == "1 message, 1 segment: about 0.01 USD, without carriers' fees\n"
    code, out, _ = told(capsys, "run", "send.yaml", "in.xml", "--dry-run", "--json")
    assert "ü" in out
    assert [json.loads(line) for line in out.splitlines()] == [
        {"index": 1, "input": "in.xml", "method": "POST", "url": url, "parameters": parameters},
        {"index": 2, "input": "in.xml", "line": 2, "error": wrong[2:]},
    ]  # fmt: skip
    code, out, _ = told(capsys, "run", "send.yaml", "one.xml", "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "# 1 one.xml")
    Path("list.yaml").write_text("format: 1\noperation: {object: Message, action: Query}\n", encoding="utf-8")  # fmt: skip
    code, out, err = told(capsys, "run", "list.yaml", "--dry-run")
    assert (code, out.splitlines()[0], err) == (0, "# 1", "")
    Path("none.xml").write_text("<Message><To>x</To></Message>", encoding="utf-8")
    code, _, err = told(capsys, "run", "send.yaml", "none.xml", "--dry-run")
    assert (code, err) == (3, "")


def test_an_interruption_leaves_a_hint(
    ran: Ran, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what was being sent just then."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "run", stopped)
    code, out, err = told(capsys, "run", "send.yaml", "in.xml", "--out", "out")
    hint = "interrupted; a document that was being sent is unknown now: --resume goes on behind it"
    assert (code, out, err.split("\n")[0]) == (130, "", hint)


ASKING = {
    "export": ["export Call --out x", "verify x"],
    "journal": ["journal resume j", "journal resolve j", "journal reconcile j"],
    "query": ["query Call"],
    "run": ["run send.yaml in.xml --out x", "run send.yaml in.xml --journal new"],
    "test": ["test"],
}


@pytest.mark.parametrize(
    ("module", "words"),
    [(module, words) for module, several in ASKING.items() for words in several],
)
def test_whoever_asks_can_be_told_whom(
    noted: Noted,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    words: str,
) -> None:
    """The environment's account, one by its name, or an emulator."""

    @contextmanager
    def opened(name: str | None, emulator: bool) -> Iterator[Connection]:
        raise Failure(f"asked: {name} {emulator}")
        yield

    monkeypatch.setattr(f"twilio_ops_cli.{module}.opened", opened)
    verifying = import_module("twilio_ops_components.export.verify")
    monkeypatch.setattr(verifying, "ensure_export", lambda out: None)
    for options, said in (
        ([], "asked: None False\n"),
        (["--connection", "work"], "asked: work False\n"),
        (["--emulator"], "asked: None True\n"),
    ):
        assert told(capsys, *words.split(), *options) == (2, "", said)
