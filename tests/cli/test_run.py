"""The commands ``run`` and ``report``: a component on documents, and what became of them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from twilio_ops import Connection
from twilio_ops_cli.__main__ import main
from twilio_ops_components import report as report_module
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_runtime import Request, Response, Retry, Send

SEND = """\
format: 1
operation: {object: Message, action: Create, name: send}
options: {return_application_error_responses: true}
tracking: {to: [{element: To}]}
"""
LIST = "format: 1\noperation: {object: Message, action: Query, name: list}\n"


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """The environment's account is an emulator's."""
    clock = Clock("2026-11-01T12:00:00Z", frozen=True)
    with Emulator(clock=clock, seed=1) as emulator:
        monkeypatch.setattr(
            Connection, "from_env", lambda: emulator.connection(retry=Retry(max_attempts=1))
        )
        yield emulator


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two components and a folder of three documents."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "send.yaml").write_text(SEND, encoding="utf-8")
    (tmp_path / "list.yaml").write_text(LIST, encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name, to in (("a", "+13115550001"), ("b", "nobody"), ("c", "+13115550003")):
        (tmp_path / "in" / f"{name}.xml").write_text(document(name, to), encoding="utf-8")
    return tmp_path


def document(body: str, to: str = "+13115550001") -> str:
    return f"<Message><To>{to}</To><From>+13115550000</From><Body>{body}</Body></Message>"


def test_a_run_and_its_report(
    emulator: Emulator,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The run says how many came to which end; the report shows and filters them."""
    monkeypatch.setenv("COLUMNS", "400")  # a table has the room it needs
    assert main(["run", "send.yaml", "in", "--out", "out"]) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "2 done, 1 application error\n"
    assert main(["report", "out"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    words = "index input status code sid attempts ended tracked message"
    assert " ".join(head.split()) == words
    assert [line.split()[:3] for line in lines] == [
        ["1", "in/a.xml", "done"],
        ["2", "in/b.xml", "application"],
        ["3", "in/c.xml", "done"],
    ]
    for chosen in (
        ["--status", "application error"],
        ["--code", "21211"],
        ["--input", "*b.xml"],
        ["--tracked", "to=nobody"],
    ):
        assert main(["report", "out", "--json", *chosen]) == 0
        [row] = map(json.loads, capsys.readouterr().out.splitlines())
        assert (row["index"], row["tracked"]) == (2, {"to": "nobody"})
    assert main(["report", "out", "--open", "2"]) == 0
    assert capsys.readouterr().out.strip() == document("b", "nobody")
    (folder / "in" / "b.xml").write_text(document("changed"), encoding="utf-8")
    assert main(["report", "out", "--open", "2"]) == 2
    assert "does not hold any more what was sent" in capsys.readouterr().err
    assert main(["report", "out", "--open", "7"]) == 2
    assert "has no input 7" in capsys.readouterr().err


def test_a_run_of_what_comes_in_keeps_it(
    emulator: Emulator,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Standard input cannot be read again: its documents are kept for the report."""

    class Stdin:
        buffer = io.BytesIO((document("x") + document("y", "nobody")).encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert main(["run", "send.yaml", "-", "--out", "out", "--limit", "1"]) == 0
    assert "--resume goes on with the rest" in capsys.readouterr().err
    assert (folder / "out" / "inputs" / "00001-stdin.xml").read_text(encoding="utf-8") == document(
        "x"
    )
    assert main(["report", "out", "--open", "1"]) == 0
    assert capsys.readouterr().out.strip() == document("x")


def test_a_query_needs_no_input_and_tracks_its_output(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each record is a file, which the report opens."""
    assert main(["run", "send.yaml", "in", "--out", "made"]) == 3
    assert main(["run", "list.yaml", "--out", "out"]) == 0
    capsys.readouterr()
    assert main(["report", "out", "--open", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("<Message>") == 2
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "00001-list-00001.xml",
        "00001-list-00002.xml",
        "report.jsonl",
    ]


def test_what_is_unknown_is_named_and_sent_again_only_when_asked(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its index."""
    emulator.faults.add(Fault(kind="drop", object="Message", action="Create", nth=1))
    assert main(["run", "send.yaml", "in", "--out", "out"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("1 done, 1 application error, 1 unknown (not repeated)\nunknown: 1; ")
    assert main(["run", "send.yaml", "in", "--out", "out", "--resume"]) == 3
    assert len(emulator.records("Message")) == 1
    assert main(["run", "send.yaml", "in", "--out", "out", "--resend", "1"]) == 3
    assert len(emulator.records("Message")) == 2
    assert capsys.readouterr().err.endswith("2 done, 1 application error\n")


def test_a_dry_run_sends_nothing(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It shows each request, and what is wrong with a document."""
    (folder / "in" / "d.xml").write_text("<Message><To>x</To></Message>", encoding="utf-8")
    assert main(["run", "send.yaml", "in", "--dry-run", "--limit", "1"]) == 0
    shown = capsys.readouterr().out.splitlines()
    account = emulator.account_sid
    assert shown == [
        "# 1 in/a.xml",
        f"POST https://api.twilio.com/2010-04-01/Accounts/{account}/Messages.xml",
        "  To=+13115550001",
        "  From=+13115550000",
        "  Body=a",
    ]
    assert main(["run", "send.yaml", "in", "--dry-run", "--json"]) == 3
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("error" in row, row["index"]) for row in rows] == [
        (False, 1),
        (False, 2),
        (False, 3),
        (True, 4),
    ]
    assert emulator.request_log.count == 0


def test_a_dry_run_counts_segments_and_cost(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the emulator counts and charges them when they are sent; what a template makes of a
    message is not known."""
    texts = ["a" * 160, "a" * 161, "\u20ac" * 80, "\u03b1\u03b2" * 36]  # 1, 2, 1 and 2 segments
    media = document("m").replace(
        "</Message>", "<MediaUrl>https://a.example/1</MediaUrl></Message>"
    )
    (folder / "all.xml").write_text("".join([*map(document, texts), media]), encoding="utf-8")
    assert main(["run", "send.yaml", "all.xml", "--dry-run"]) == 0
    said = capsys.readouterr().err
    assert said == (
        "5 messages, 6 segments, 1 with media: about 0.06 USD, without carriers' fees\n"
    )
    assert main(["run", "send.yaml", "all.xml", "--out", "out"]) == 0
    sent = emulator.records("Message")
    counted = sum(int(one["num_segments"]) for one in sent if not int(one["num_media"]))
    assert (5, 6) == (len(sent), counted)
    template = "<ContentSid>HX" + "0" * 32 + "</ContentSid></Message>"
    body = "<Body>x</Body></Message>"
    (folder / "other.xml").write_text(document("x").replace(body, template), encoding="utf-8")
    capsys.readouterr()
    assert main(["run", "send.yaml", "other.xml", "--dry-run", "--json"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("1 message, 1 that cannot be counted: about 0.00 USD")


def test_a_run_that_is_stopped_says_where(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, and how to go on."""
    (folder / "send.yaml").write_text(SEND.replace("true", "false"), encoding="utf-8")
    assert main(["run", "send.yaml", "in", "--out", "out"]) == 1
    said = capsys.readouterr().err
    assert "stopped at input 2 (in/b.xml): To is not a valid number" in said
    assert "--resume goes on behind it" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["send.yaml", "in"], "--out is missing"),
        (["send.yaml", "--out", "out"], "INPUT is missing"),
        (["send.yaml", "no.xml", "--out", "out"], "no.xml: there is no such file or folder"),
        (["no.yaml", "in", "--out", "out"], "no.yaml: no such file"),
        (["send.yaml", "in", "--out", "out", "--property", "x"], "expected NAME=VALUE"),
        (["send.yaml", "in", "--out", "out", "--resume"], "there is nothing to resume"),
    ],
)
def test_what_cannot_run(
    emulator: Emulator,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    """Exit code 2, and nothing is sent."""
    assert main(["run", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert emulator.request_log.count == 0


def test_a_report_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said what was expected."""
    assert main(["report", "in"]) == 2
    assert "holds no report.jsonl; expected a folder of a run" in capsys.readouterr().err


def test_an_output_that_a_loss_of_power_took_is_restored(emulator: Emulator, folder: Path) -> None:
    """What was answered is in the report's own line, too."""
    assert main(["run", "send.yaml", "in", "--out", "out"]) == 3
    lost = [folder / "out" / "00001-a.xml", folder / "out" / "errors" / "00002-b.xml"]
    held = [path.read_bytes() for path in lost]
    lost[0].write_bytes(b"")
    lost[1].unlink()
    assert main(["run", "send.yaml", "in", "--out", "out", "--resume"]) == 3
    assert [path.read_bytes() for path in lost] == held
    assert emulator.request_log.count == 3
    assert report_module.summary(report_module.read_report("out")) == "2 done, 1 application error"


def test_an_interruption_leaves_a_report_that_goes_on(
    emulator: Emulator,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl-C while a document is being sent: it is unknown, and the rest is sent later."""
    connection = Connection(
        emulator.account_sid, emulator.auth_token, send=interrupting(emulator.handle)
    )
    with monkeypatch.context() as patch:
        patch.setattr(Connection, "from_env", lambda: connection)
        assert main(["run", "send.yaml", "in", "--out", "out"]) == 130
    assert "--resume goes on behind it" in capsys.readouterr().err
    assert main(["run", "send.yaml", "in", "--out", "out", "--resume"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("1 done, 1 application error, 1 unknown (not repeated)\nunknown: 1;")
    assert [record["body"] for record in emulator.records("Message")] == ["c", "a"]


def interrupting(send: Send) -> Send:
    """Carry a request out, and be interrupted before its answer is there."""

    def attempt(request: Request, /) -> Response:
        send(request)
        raise KeyboardInterrupt

    return attempt


@pytest.mark.slow
def test_a_terminal_shows_how_far_it_is(folder: Path) -> None:
    """One line that is written over, and the end."""
    command = [sys.executable, "-m", "twilio_ops_cli", "run", "send.yaml", "in", "--out", "out"]
    terminal = pexpect.spawn(command[0], [*command[1:], "--emulator"], encoding="utf-8", timeout=60)
    terminal.expect("Running")
    terminal.expect("Running: .*; input 3 in/c.xml")
    terminal.expect("2 done, 1 application error\r\n")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 3


KEEPING = """\
format: 1
operation: {object: Message, action: Create, name: keep}
parameters: {To: {element: To}, From: +13115550000, Body: [n, {counter: n}]}
archiving: {directory: archive/}
caching: {file: cache.db, indexes: {by-sid: [Message/Sid]}}
tracking: {sent: {cache: {file: cache.db, index: by-sid, keys: [x], element: A, default: none}}}
"""


def test_what_an_emulator_made_up_is_kept_apart(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Archive, cache, counters, last runs and report are not those of the account."""
    (folder / "keep.yaml").write_text(KEEPING, encoding="utf-8")
    document = ["keep.yaml", "in/a.xml"]
    assert main(["run", *document, "--emulator", "--out", "tried"]) == 0
    said = capsys.readouterr().err
    for name in ("keep.emulator.state.json", "archive.emulator", "cache.emulator.db"):
        assert (folder / name).exists() and name in said
    for name in ("keep.state.json", "archive", "cache.db"):
        assert not (folder / name).exists()
    assert main(["run", *document, "--out", "tried", "--resume"]) == 2
    assert "its report is of account emulator, not of AC" in capsys.readouterr().err
    assert main(["run", *document, "--out", "out"]) == 0
    assert "--emulator" not in capsys.readouterr().err
    assert json.loads((folder / "keep.state.json").read_text(encoding="utf-8"))["counters"] == {
        "n": 2
    }
    assert len(list((folder / "archive").iterdir())) == 3
    assert main(["run", *document, "--emulator", "--out", "out", "--resume"]) == 2
    assert "not of emulator" in capsys.readouterr().err


def test_a_run_that_is_stopped_within_a_file_says_the_line(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The input is named by its file and line, as the report names it."""
    (folder / "plain.yaml").write_text(
        "format: 1\noperation: {object: Message, action: Create}\n", encoding="utf-8"
    )
    (folder / "both.xml").write_text(
        f"{document('a')}\n{document('b', 'nobody')}\n", encoding="utf-8"
    )
    assert main(["run", "plain.yaml", "both.xml", "--out", "out"]) == 1
    _, said = capsys.readouterr().err.splitlines()
    assert said.startswith("stopped at input 2 (both.xml:2): To is not a valid number")
    assert "; --resume goes on behind it" in said and ".;" not in said


FOR_ALL = """\
format: 1
operation: {object: Message, action: Create}
parameters:
  To: {element: To}
  From: '+15005550006'
  Body: ["of ", {operation: {file: account.yaml, element: Account/Type}}]
"""
ACCOUNT = """\
format: 1
operation: {object: Account, action: Query}
filters: [{FriendlyName: {equals: {element: Account}}}]
tracking: {n: [{counter: asked}]}
archiving: {directory: asked/}
caching: {file: accounts.db, indexes: {by-sid: [Account/Sid]}}
"""


def test_a_value_of_another_operation_is_asked_of_the_emulator_too(
    emulator: Emulator, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other component asks the emulator, and keeps what it keeps apart; the account is not
    asked at all."""
    (folder / "all.yaml").write_text(FOR_ALL, encoding="utf-8")
    (folder / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    for name, account in (("good", "Main account"), ("none", "nobody's")):
        (folder / f"{name}.xml").write_text(
            f"<Order><To>+13115550001</To><Account>{account}</Account></Order>", encoding="utf-8"
        )
    before = emulator.request_log.count
    assert main(["run", "all.yaml", "good.xml", "--emulator", "--out", "out"]) == 0
    assert "<Body>of Full</Body>" in (folder / "out" / "00001-good.xml").read_text(encoding="utf-8")
    for name in ("account.emulator.state.json", "asked.emulator", "accounts.emulator.db"):
        assert (folder / name).exists(), name
    for name in ("account.state.json", "asked", "accounts.db"):
        assert not (folder / name).exists(), name
    assert main(["run", "all.yaml", "none.xml", "--emulator", "--out", "none"]) == 1
    assert "parameters.Body: operation account.yaml: there is none" in capsys.readouterr().err
    assert emulator.request_log.count == before
