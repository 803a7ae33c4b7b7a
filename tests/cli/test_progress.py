"""What takes its time says on a terminal how far it is, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

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


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal there is nothing, and rich is not loaded for it."""
    from twilio_ops_codegen.commands.base import working

    with working("Working", total=3) as show:
        show("More", done=1)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")
