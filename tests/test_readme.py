"""The README's examples run as they stand against the emulator, and are typed for who copies them."""

from __future__ import annotations

import json
import re
import site
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops_emulator import Emulator


@pytest.fixture
def examples(root: Path) -> list[str]:
    """The README's blocks of Python."""
    text = (root / "README.md").read_text(encoding="utf-8")
    blocks: list[str] = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 3
    return blocks


def test_the_examples_run(
    examples: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every block of Python, in order; what they print is what their comments say."""
    names: dict[str, Any] = {"__name__": "readme"}
    with Emulator(seed=1) as twilio:
        monkeypatch.setattr(Connection, "from_env", twilio.connection)
        for number, block in enumerate(examples, 1):
            exec(compile(block, f"README.md, example {number}", "exec"), names)
    printed = capsys.readouterr().out
    assert "<TwilioResponse><Message>" in printed
    assert "<RestException><Code>21211<" in printed
    assert "+13115556789" in printed


@pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
def test_the_examples_are_typed(
    checker: str, examples: list[str], root: Path, tmp_path: Path
) -> None:
    """Both type checkers, at their strictest, take them where the package is installed.

    That is another view than the project's own: of a package that is not theirs, checkers take
    only the names that it says it exports.
    """
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    packages = tmp_path / "venv/lib/python{}.{}/site-packages".format(*sys.version_info)
    packages.mkdir(parents=True)
    ours = [str(root / room) for room in ("generated", "runtime", "emulator")]
    (packages / "ours.pth").write_text("\n".join([*ours, *site.getsitepackages()]))
    for number, block in enumerate(examples, 1):
        (tmp_path / f"example_{number}.py").write_text(block, encoding="utf-8")
    settings = {"venvPath": ".", "venv": "venv", "typeCheckingMode": "strict"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({**settings, "include": ["*.py"]}))
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {':'.join(ours)}\n")
    command = [sys.executable, "-m", checker, *(["."] if checker == "mypy" else [])]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (0, "") == (run.returncode, run.stderr), run.stdout
