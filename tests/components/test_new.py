"""``twilio-ops new``: a component, its profiles and a sample, asked for or told."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest
from attrs import evolve

from twilio_ops_cli.__main__ import main
from twilio_ops_components import load_operation
from twilio_ops_components.check import check_component
from twilio_ops_components.model import ArchivingSetting

CALLS = [
    "--object", "Call", "--action", "Query", "--name", "calls", "--fields", "Sid,To",
    "--filter", "To.equals={element: Customer/Phone}",
    "--filter", "StartTime.after={last_successful_run: true}",
    "--track", "customer=[C-, {element: Customer/Id}]", "--limit", "5", "--archive", "archive",
    "--cache", "cache.db", "--index", "by-sid=Call/Sid", "--stop-on", "nothing",
    "--return-application-error-responses",
]  # fmt: skip


def test_every_answer_is_a_flag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is shown and written, with all that belongs beside it."""
    path = tmp_path / "calls.yaml"
    assert 0 == main(["new", str(path), *CALLS])
    out, err = capsys.readouterr()
    assert path.read_text(encoding="utf-8") == out
    assert {
        "calls.yaml",
        "calls.catalog.json",
        "operation.schema.json",
        "QueryCall.response.xsd",
        "QueryCall.response.xml",
    } == {one.name for one in tmp_path.iterdir()}
    assert () == check_component(path).mistakes
    definition = load_operation(path).definition
    assert ("calls", 5, ("Sid", "To")) == (definition.name, definition.limit, definition.fields)
    assert ["customer"] == list(definition.tracking)
    (command,) = re.findall(r"^  twilio-ops (.*)$", err, re.MULTILINE)
    before = path.read_text(encoding="utf-8")
    path.unlink()
    assert 0 == main(shlex.split(command))
    assert before == path.read_text(encoding="utf-8")


def test_an_answers_file_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its settings are those of a component; a flag says it better."""
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "object: message\naction: create\nname: greet\n"
        "parameters: {To: {element: Phone}, From: +15005550006, Body: [Hello, {counter: {name: a, width: 3}}]}\n",
        encoding="utf-8",
    )
    path = tmp_path / "greet.yaml"
    assert 0 == main(["new", str(path), "--answers", str(answers), "--name", "welcome"])
    definition = load_operation(path).definition
    assert ("Message", "Create", "welcome") == (
        definition.object,
        definition.action,
        definition.name,
    )
    assert "+15005550006" in path.read_text(encoding="utf-8")
    assert (tmp_path / "CreateMessage.request.xml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--object and --action: missing"),
        (["--object", "Call"], "--action: missing"),
        (["--object", "Cal", "--action", "Get"], "did you mean Call"),
        (["--object", "Recording", "--action", "Update"], "is no action of Recording"),
        (["--object", "ConnectApp", "--action", "Create"], "Create of ConnectApp is refused"),
        (["--object", "Call", "--action", "Query", "--filter", "To"], "expected NAME.OPERATOR=VALUE"),
        (["--object", "Call", "--action", "Query", "--filter", "StartTime.equals=x"], "StartTime has"),
        (["--object", "Call", "--action", "Create", "--parameter", "To=x"], "lacks From"),
        (["--object", "Call", "--action", "Get", "--sid", "{a: b"], "is not YAML"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Without a terminal nothing is asked, and nothing is written."""
    assert 2 == main(["new", str(tmp_path / "a.yaml"), *arguments])
    assert said in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_file_to_write_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """No name is made up, and no other kind of file is taken."""
    assert 2 == main(["new", *CALLS])
    assert "FILE is missing" in capsys.readouterr().err
    assert 2 == main(["new", "a.txt", *CALLS])


EDITED = """\
# Calls of one customer, for the nightly report.
format: 1
operation:
    object: Call   # the only one so far
    action: Query
filters:
    # by phone
    - To: {equals: {element: Customer/Phone}}
limit: 10  # enough
"""


def test_hand_edits_and_comments_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run again on a file, it changes what it is told, and nothing else."""
    path = tmp_path / "calls.yaml"
    path.write_text(EDITED, encoding="utf-8")
    assert 0 == main(["new", str(path), "--limit", "20", "--name", "nightly"])
    text = path.read_text(encoding="utf-8")
    assert EDITED.replace("limit: 10", "limit: 20").splitlines() == [
        line
        for line in text.splitlines()
        if not re.match(r"catalog:|profiles:|    name: nightly", line)
    ]
    assert "nightly" == load_operation(path).definition.name
    assert 0 == main(["new", str(path)])
    assert text == path.read_text(encoding="utf-8")
    sample = tmp_path / "QueryCall.response.xml"
    sample.write_text("<mine/>", encoding="utf-8")
    assert 0 == main(["new", str(path), "--fields", "Sid"])
    assert "<mine/>" == sample.read_text(encoding="utf-8")
    assert 0 == main(["new", str(path), "--fields", "all"])
    assert text == path.read_text(encoding="utf-8")


def spawn(folder: Path, *arguments: str, columns: int = 100) -> Any:
    """The command on a terminal of its own."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "twilio_ops_cli", "new", *arguments],
        cwd=folder,
        env=env,
        dimensions=(60, columns),
        timeout=60,
        encoding="utf-8",
    )


UP, DOWN, ENTER = "\x1b[A", "\x1b[B", "\r"


def answer(terminal: Any, question: str, keys: str) -> None:
    """Wait for a question, and press keys."""
    terminal.expect(question)
    terminal.send(keys)


@pytest.mark.slow
@pytest.mark.parametrize("columns", [100, 36])
def test_a_terminal_is_asked(tmp_path: Path, columns: int) -> None:
    """Search by typing, arrow keys, space and Enter; in a narrow window, too."""
    terminal = spawn(tmp_path, "calls.yaml", columns=columns)
    answer(terminal, r"Object", "SMSMess" + ENTER)
    answer(terminal, r"Action", DOWN + ENTER)
    answer(terminal, r"Its own name", ENTER)
    answer(terminal, r"Return all fields", "n")
    answer(terminal, r"Fields", " " + DOWN + DOWN + " " + ENTER)
    answer(terminal, r"Filters", " " + DOWN + DOWN + " " + ENTER)
    answer(terminal, r"To equals", "{element: Customer/Phone}" + ENTER)
    answer(terminal, r"DateSent", DOWN + DOWN + ENTER)
    answer(terminal, r"DateSent after", "{last_run: true}" + ENTER)
    answer(terminal, r"How many", "7" + ENTER)
    answer(terminal, r"Return application", "y")
    answer(terminal, r"Archive", ENTER)
    terminal.expect(r"Write calls.yaml")
    assert [] == list(tmp_path.iterdir())  # it is shown before it is written
    terminal.send("y")
    terminal.expect("The same without questions")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert 0 == terminal.exitstatus
    definition = load_operation(tmp_path / "calls.yaml").definition
    assert ("SMSMessage", "Query", 7) == (definition.object, definition.action, definition.limit)
    assert [("To", "equals"), ("DateSent", "after")] == [
        (one.name, one.operator) for one in definition.filters
    ]
    assert definition.fields is not None and 2 == len(definition.fields)
    assert definition.options.return_application_error_responses


@pytest.mark.slow
@pytest.mark.parametrize("at", ["Object", "Action", "Write"])
def test_leaving_writes_nothing(tmp_path: Path, at: str) -> None:
    """Ctrl-C, wherever it comes, leaves the folder as it was."""
    told = [] if at == "Object" else ["--object", "Balance"]
    told += ["--action", "Get", "--name", "b"] if at == "Write" else []
    terminal = spawn(tmp_path, "b.yaml", *told)
    if at == "Write":
        answer(terminal, r"Return all fields", ENTER)
        answer(terminal, r"Return application", ENTER)
        answer(terminal, r"Archive", ENTER)
    answer(terminal, at, "\x03")
    terminal.expect("Stopped")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert 130 == terminal.exitstatus
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow
def test_a_refused_action_cannot_be_chosen(tmp_path: Path) -> None:
    """It is shown, with the reason, and the arrows go past it."""
    terminal = spawn(tmp_path, "a.yaml", "--object", "ConnectApp", "--name", "a")
    terminal.expect("refused")
    terminal.send(DOWN + DOWN + ENTER)  # Get, Query, not Create: Update
    terminal.expect("Input")
    terminal.send("\x03")
    terminal.expect(pexpect.EOF)
    assert [] == list(tmp_path.iterdir())


def test_what_an_action_does_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What reaches further than a record is said before the file is written."""
    arguments = ["new", str(tmp_path / "a.yaml"), "--object", "Call", "--action", "Create"]
    assert 0 == main([*arguments, "--input", "request"])
    assert "It starts a phone call with each input." in capsys.readouterr().err


HARD = """\
format: 1
operation: {object: Message, action: Create, name: hard}
connection: production
parameters:
  To: {element: Customer/Phone}
  From: "+15005550006"
  Body: ["{not a mapping}", {element: Name}, ' $HOME "x"']
  MediaUrl: {each: ["https://a/1", {element: B}]}
  ValidityPeriod: "007"
  ProvideFeedback: true
  ContentVariables: "[1, 2]"
  StatusCallback: {static: ""}
options: {stop_on: application error, tracking_direction: output}
archiving: {directory: my archive/, secrets: true}
tracking: {c: "true", d: "it's"}
caching: {file: cache.db, indexes: {by-sid: [Message/Sid], two: [A, B]}}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("{c:", "{a=b: x, c:"), ("two:", "x=y:"), ("secrets: true", "enabled: false")],
)
def test_the_command_that_is_printed_is_true(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    """Given to a shell's rules, it makes a component that means the same."""
    path = tmp_path / "hard.yaml"
    path.write_text(HARD.replace(old, new), encoding="utf-8")
    assert 0 == main(["new", str(path)])
    before = load_operation(path).definition
    (command,) = re.findall(r"^  twilio-ops (.*)$", capsys.readouterr().err, re.MULTILINE)
    words = shlex.split(command)
    assert ("--answers" in words) == bool(old)
    other = tmp_path / "other.yaml"
    assert 0 == main(["new", str(other), *words[2:]])
    assert evolve(load_operation(other).definition, path=path) == before


def test_a_flag_changes_a_part_of_a_setting(tmp_path: Path) -> None:
    """What else the archive or the cache says stays."""
    path = tmp_path / "hard.yaml"
    path.write_text(HARD, encoding="utf-8")
    assert 0 == main(["new", str(path), "--archive", "elsewhere", "--cache", "other.db"])
    definition = load_operation(path).definition
    assert definition.archiving == ArchivingSetting(directory=tmp_path / "elsewhere", secrets=True)
    assert definition.caching is not None
    assert (tmp_path / "other.db", {"by-sid", "two"}) == (
        definition.caching.file,
        set(definition.caching.indexes),
    )
    assert 0 == main(["new", str(path), "--no-archive-secrets"])
    archiving = load_operation(path).definition.archiving
    assert archiving is not None and not archiving.secrets
