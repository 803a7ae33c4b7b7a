"""What type checkers make of the package where it is installed.

That is another view than the project's own: of a package that is not theirs, they take only the
names that it says it exports, and only the types that it states.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(
    checker: str, *arguments: str, root: Path, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Runs a type checker in a folder outside the project, which has the package installed."""
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    ours = os.pathsep.join(str(root / room) for room in ("generated", "runtime", "emulator"))
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [sys.executable, "-m", checker, *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": ours, "MYPYPATH": ours},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("checker", "arguments"), [("mypy", ("--strict", ".")), ("basedpyright", ())]
)
def test_the_examples_of_the_readme_are_typed(
    checker: str, arguments: tuple[str, ...], examples: list[str], root: Path, tmp_path: Path
) -> None:
    """Both checkers, at their strictest, take each of them as it stands."""
    for number, block in enumerate(examples, 1):
        (tmp_path / f"example_{number}.py").write_text(block, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["*.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    found = run(checker, *arguments, root=root, folder=tmp_path)
    assert 0 == found.returncode, found.stdout + found.stderr


def test_every_type_is_stated(root: Path, tmp_path: Path) -> None:
    """None of what the package offers is left for a checker to infer."""
    arguments = ("--verifytypes", "twilio_ops", "--ignoreexternal", "--outputjson")
    found = run("basedpyright", *arguments, root=root, folder=tmp_path)
    score = json.loads(found.stdout)["typeCompleteness"]["completenessScore"]
    assert 1 == score, found.stdout[:5000]


def test_a_list_under_something_needs_it(root: Path, tmp_path: Path) -> None:
    """A Query cannot be called without its parent where that is more than an account."""
    (tmp_path / "lists.py").write_text(
        "from twilio_ops import Connection\n"
        "from twilio_ops.api.media import QueryMedia\n"
        "from twilio_ops.api.message import QueryMessage\n\n\n"
        "def lists(connection: Connection) -> None:\n"
        "    QueryMessage(connection)()\n"
        '    QueryMedia(connection)("MM")\n'
        "    QueryMedia(connection)()\n",
        encoding="utf-8",
    )
    found = run("mypy", "--strict", "lists.py", root=root, folder=tmp_path)
    assert ["lists.py:9"] == [
        line.partition(": ")[0] for line in found.stdout.splitlines() if "error" in line
    ][:-1], found.stdout


DEPRECATED = """\
from twilio_ops import Connection
from twilio_ops.api.message import CreateMessage
from twilio_ops.api.notification import GetNotification
from twilio_ops.api.sms_message import CreateSMSMessage

connection = Connection.from_env()
create = CreateMessage(connection)
create(to="+13115556789", from_="+13115550000", body="Hello")
create(to="+13115556789", from_="+13115550000", body="Hello", max_price=1)
GetNotification(connection)("NO" + "0" * 32)
CreateSMSMessage(connection)
"""


@pytest.mark.parametrize(
    ("checker", "arguments"),
    [
        ("mypy", ("--strict", "--enable-error-code", "deprecated", "program.py")),
        ("basedpyright", ("program.py",)),
    ],
)
def test_who_uses_what_is_deprecated_is_told(
    checker: str, arguments: tuple[str, ...], root: Path, tmp_path: Path
) -> None:
    """An operation of a deprecated object, and a call with a deprecated parameter: with the reason."""
    (tmp_path / "program.py").write_text(DEPRECATED, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["*.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    said = run(checker, *arguments, root=root, folder=tmp_path).stdout
    assert "Message has replaced it." in said
    assert "max_price: It has had no effect since June 2024." in said
    assert "Alerts of Twilio's Monitor have replaced it." in said
    lines = {int(line) for line in re.findall(r"program\.py:(\d+)", said)}
    assert {3, 4, 9} <= lines <= {3, 4, 9, 10, 11}, said
