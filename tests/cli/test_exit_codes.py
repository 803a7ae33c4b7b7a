"""Exit codes are documented once, and true for every command."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TextIO

import click
import pytest

from twilio_ops_cli.__main__ import main
from twilio_ops_cli.group import twilio_ops
from twilio_ops_codegen.__main__ import main as generator
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.commands.base import CODES, Failure
from twilio_ops_codegen.commands.group import codegen

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "guides" / "command.md"
NO = "no-such-thing"

UNUSABLE: dict[str, list[str]] = {
    "test": ["--connection", NO],
    "objects": [NO],
    "new": [f"{NO}.yaml", "--object", NO, "--action", "Get"],
    "check": [f"{NO}.yaml"],
    "query": [NO],
    "export": [NO, "--out", "out"],
    "verify": [NO],
    "run": [f"{NO}.yaml", "--out", "out"],
    "journal status": [NO],
    "journal pause": [NO],
    "journal resume": [NO],
    "journal resolve": [NO],
    "journal reconcile": [NO],
    "journal resend": [NO],
    "journal export": [NO],
    "receive": [NO, "--url", "https://example.com/"],
    "report": [NO],
    "codegen init": ["--from", NO],
    "codegen import": [f"{NO}.json"],
    "codegen write": ["--catalog", NO],
    "codegen check": ["--catalog", NO],
    "codegen diff": ["--catalog", NO],
    "codegen list": ["--catalog", NO],
    "codegen explain": [NO, "--catalog", NO],
    "codegen changes": [NO, NO],
    "codegen schema": [NO],
    "emulator": ["--seed", NO],
}
"""For each command what it cannot run with: a thing that is not there, which it has to name."""

OWN_CODES = {
    "query": {1},
    "export": {0, 3},
    "verify": {0, 1},
    "run": {0, 1, 3},
    "journal resume": {0, 3},
    "journal resolve": {0, 3},
    "journal reconcile": {0, 3},
    "emulator": {0, 1, 2},
}
"""The commands that say more closely what a code means; the others mean what all mean."""


def commands(group: click.Group, words: str = "") -> Iterator[str]:
    """The words of every command of a group, and of the groups in it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, f"{words}{name} ")
        else:
            yield f"{words}{name}"


EVERY = list(commands(twilio_ops))
CALLED = [
    *((words, main, words.split()) for words in EVERY),
    *((f"codegen {words}", generator, words.split()) for words in commands(codegen)),
]
every_command = pytest.mark.parametrize(
    ("words", "program", "called"), CALLED,
    ids=[f"{program.__module__.partition('.')[0]}: {words}" for words, program, _ in CALLED],
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no settings of a user's."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET"):
        monkeypatch.delenv(f"TWILIO_{name}", raising=False)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "t" * 32)  # what `receive` asks for first
    return tmp_path


def test_no_command_is_left_out() -> None:
    """A new command says here what it cannot run with."""
    assert set(UNUSABLE) == set(EVERY)
    assert set(OWN_CODES) <= set(EVERY)


@every_command
def test_what_is_unusable_is_2(
    words: str,
    program: Callable[[list[str]], int],
    called: list[str],
    empty: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is named on stderr, nothing is printed as data, and nothing is written."""
    assert program([*called, *UNUSABLE[words]]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert NO in printed.err and "Traceback" not in printed.err
    assert list(empty.iterdir()) == []


@every_command
def test_an_option_that_is_not_known_is_2(
    words: str,
    program: Callable[[list[str]], int],
    called: list[str],
    empty: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is named."""
    assert program([*called, f"--{NO}"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and f"--{NO}" in printed.err


def said_codes(text: str) -> dict[int, str]:
    """The exit codes of a help text."""
    _, _, end = text.partition("Exit codes:")
    assert end, text
    rows = re.findall(r"^ +(\d+)  +(.+(?:\n {8,}.+)*)", end, re.MULTILINE)
    return {int(code): " ".join(said.split()) for code, said in rows}


@every_command
def test_help_says_what_is_special(
    words: str,
    program: Callable[[list[str]], int],
    called: list[str],
    empty: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every code that all commands have, and what this one means by more or other ones."""
    assert program([*called, "--help"]) == 0
    found = said_codes(capsys.readouterr().out)
    own = OWN_CODES.get(words, set())
    assert own <= set(found)
    if words == "emulator":  # Ctrl-C is how it ends, and is no code of its own
        assert set(found) == own
        return
    assert set(found) == set(CODES) | own
    assert {code for code, text in found.items() if text != CODES.get(code)} == own


@pytest.mark.parametrize("words", [one for one in EVERY if one != "emulator"])
def test_an_interruption_is_130(
    words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C, at whatever a command does."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Command, "invoke", stopped)
    assert main(words.split()) == 130
    printed = capsys.readouterr()
    assert (printed.out, printed.err.split()) == ("", ["Stopped."])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--version", f"twilio-ops {version('twilio-ops')}\n"),
        ("--version --help", f"twilio-ops {version('twilio-ops')}\n"),
        ("codegen --version", f"twilio-ops {version('twilio-ops')}\n"),
        ("--help --version", "Usage: twilio-ops [OPTIONS] COMMAND"),
        ("-h", "Usage: twilio-ops [OPTIONS] COMMAND"),
    ],
)
def test_what_is_asked_first_is_answered(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version, or the help; then the command has done what it was to do."""
    assert main(words.split()) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(said) and printed.err == ""


ENDS: list[tuple[BaseException, int, str]] = [
    (Failure("there is none"), 2, "there is none\n"),
    (CodegenError("no name"), 2, "no name\n"),
    (FileNotFoundError(2, "No such file", "a.yaml"), 2, "a.yaml: no such file\n"),
    (OSError(28, "No space left on device"), 2, "no space left on device\n"),
    (OSError("Odd"), 2, "odd\n"),
    (ModuleNotFoundError("no", name="black"), 2, "this needs black: pip install 'twilio-ops[codegen]'\n"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "code", "said"), ENDS, ids=lambda value: type(value).__name__)
def test_what_a_command_ends_with(
    error: BaseException,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A line that says what is missing or cannot be done."""

    def ended(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(click.Command, "invoke", ended)
    assert main(["codegen", "list"]) == generator(["list"]) == code
    assert capsys.readouterr().err == said * 2


@pytest.fixture(params=["pipe", "socket"])
def closed(request: pytest.FixtureRequest) -> Iterator[TextIO]:
    """An output whose reader has gone; some programs read others by a socket."""
    if request.param == "pipe":
        reading, writing = os.pipe()
    else:
        reading, writing = (one.detach() for one in socket.socketpair())
    os.close(reading)
    file = os.fdopen(os.dup(writing), "w", encoding="utf-8")
    yield file
    os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())
    file.close()
    os.close(writing)


@pytest.mark.parametrize("words", ["objects --json", "codegen list", "--help", "codegen list -h"])
def test_an_output_that_is_closed_before_its_end_is_0(
    words: str,
    closed: TextIO,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where more is written than a pipe holds, so that a command is stopped in the middle."""
    monkeypatch.setattr(sys, "stdout", closed)
    assert main(words.split()) == 0
    assert capsys.readouterr().err == ""
    closed.write("whatever is still to be written")
    closed.flush()


@pytest.mark.parametrize("stream", ["stdout", "stderr", None])
def test_a_pipe_that_is_not_the_output_is_2(
    stream: str | None,
    closed: TextIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A command that lost its database, say, has not been read enough of."""

    def ended(*_: object, **__: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(click.Command, "invoke", ended)
    with (tmp_path / "out").open("w") as out, (tmp_path / "err").open("w") as err:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        if stream:
            monkeypatch.setattr(sys, stream, closed)
        assert main(["codegen", "list"]) == (0 if stream else 2)
    assert (tmp_path / "err").read_text() == ("" if stream else "broken pipe\n")


@pytest.mark.parametrize(
    ("command", "module"), [("objects", "black"), ("codegen", "twilio_ops_codegen.nothing")]
)
def test_a_module_that_is_ours_or_that_no_extra_brings_is_a_mistake(
    command: str,
    module: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Installing more would not help."""

    def ended(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)

    monkeypatch.setattr(click.Command, "invoke", ended)
    assert main([command]) == 2
    said = capsys.readouterr().err
    assert "pip install" not in said and "mistake of the program" in said


def test_a_mistake_of_the_program_is_no_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's own exit code for it is 1, which a script would take for an answer."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("made up")

    monkeypatch.setattr(click.Command, "invoke", broken)
    assert main(["objects"]) == 2
    said = capsys.readouterr().err
    assert "ZeroDivisionError: made up" in said and "mistake of the program" in said


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Runs a script in which ``$it`` is the command."""
    return subprocess.run(
        ["bash", "-c", f"it='{sys.executable} -m twilio_ops_cli'; {script}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_whoever_reads_may_stop_early() -> None:
    """A closed pipe is no error, and nothing is said of it."""
    done = shell("$it objects --json | head -c 1; echo ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr) == ("{0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_an_output_that_cannot_be_written_is_2() -> None:
    """A full disk is told in a line."""
    done = shell("$it objects --json > /dev/full")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [done.stderr.strip()]
    assert done.stderr.endswith("no space left on device\n")


def test_the_page_says_the_same() -> None:
    """The table of codes in the documentation has every code, and each command with its own."""
    text = PAGE.read_text(encoding="utf-8")
    section = text.partition("## Exit codes\n")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| (\d+) \| (.+?) \|$", section, re.MULTILINE))
    assert set(rows) == {*map(str, CODES), "3"}
    for words, codes in OWN_CODES.items():
        assert f"`{words}`" in section, words
        for code in codes - {0, 2} if words != "emulator" else ():
            assert f"`{words}`" in rows[str(code)], words
