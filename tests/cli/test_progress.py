"""What takes its time says on a terminal how far it is, and nowhere else."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pexpect
import pytest

from twilio_ops_codegen.commands.base import common, working

PROGRAM = """
import sys
from twilio_ops_codegen.commands.base import working
with working("Working on [it]", **{options}) as show:
    {steps}
print("end")
"""


@pytest.fixture
def seen(tmp_path: Path) -> Callable[..., str]:
    """What a terminal was shown while a program worked."""

    def run(options: dict[str, object], *steps: str) -> str:
        path = tmp_path / "program.py"
        body = "\n    ".join(steps or ("pass",))
        path.write_text(
            PROGRAM.replace("{options}", repr(options)).replace("{steps}", body), encoding="utf-8"
        )
        terminal = pexpect.spawn(
            sys.executable, [str(path)], encoding="utf-8", timeout=60, dimensions=(24, 120)
        )
        terminal.expect(pexpect.EOF)
        terminal.close()
        assert terminal.exitstatus == 0, terminal.before
        return str(terminal.before)

    return run


def test_what_ends_at_once_has_been_shown(seen: Callable[..., str]) -> None:
    """Also on a machine that is so busy that no time is left to show anything twice."""
    shown = seen({})
    assert "Working on [it]" in shown
    assert shown.endswith("end\r\n")


def test_how_far_it_is(seen: Callable[..., str]) -> None:
    """The number that is done, of how many if that is known, and another text."""
    shown = seen({"total": 2000}, "show(done=1500)", "show('Nearly', done=1999)")
    assert "Nearly" in shown and "1,999 of 2,000" in shown
    shown = seen({}, "show(done=7)")
    assert " 7 " in shown and "of" not in shown


class Terminal(io.StringIO):
    """A stream that says that people look at it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def terminal(patch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the place of stderr."""
    made = Terminal()
    patch.setattr(sys, "stderr", made)
    patch.setenv("TERM", "xterm")
    patch.setenv("COLUMNS", "120")
    return made


@pytest.mark.parametrize(
    ("total", "told", "seen", "unseen"),
    [
        (None, {"done": 7}, "Working  7 ", " of "),
        (2000, {"done": 1500}, "1,500 of 2,000", "Nearly"),
        (2000, {"done": 0}, "0 of 2,000", "Nearly"),
        (2000, {"text": "Nearly"}, "Nearly", " of "),
        (2000, {"done": 3, "total": 4000}, "3 of 4,000", "2,000"),
        (None, {"text": "Nearly", "done": 1, "total": 5}, "1 of 5", "None"),
    ],
)  # fmt: skip
def test_a_line_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    total: int | None,
    told: dict[str, Any],
    seen: str,
    unseen: str,
) -> None:
    """On stderr alone: what is being done, how many are done, and of how many if that is known."""
    shown = terminal(monkeypatch)
    with working("Working", total=total) as show:
        show(**told)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.getvalue())
    plain = re.sub("[^ -~]", "", plain)  # the bar and the spinner
    assert re.sub(" +", " ", seen) in re.sub(" +", " ", plain)
    assert unseen not in plain
    assert capsys.readouterr().out == ""


def test_the_line_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is as long as what is done; brackets are shown as they are."""
    shown = terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    with working("Working [it]", total=20) as show:
        show(done=10)
        show(done=15)
        show("Still [on] it")
    text = shown.getvalue()
    assert "Working [it]" in text and "Still [on] it" in text
    assert max(map(len, re.findall("\u2501+", text))) == 15
    assert text.rpartition("Still")[2].endswith("\x1b[2K")


def test_nothing_is_shown_that_is_not_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever works, or by -q: not even on a terminal."""
    shown = terminal(monkeypatch)
    with working("Working", quiet=True) as show:
        show("More", done=1)

    @click.command()
    @common
    def quiet() -> None:
        with working("Working") as show:
            show("More", done=1)

    quiet.main(["-q"], standalone_mode=False)
    assert shown.getvalue() == ""
    quiet.main([], standalone_mode=False)
    assert "Working" in shown.getvalue()


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal there is nothing, and rich is not loaded for it."""
    with working("Working", total=3) as show:
        show("More", done=1)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")
