"""The changelog is joined from its fragments, whose kinds the generator and the releases know alike."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from twilio_ops_codegen.changes.changelog import KINDS, fragments

ROOT = Path(__file__).resolve().parent.parent.parent


def test_both_know_the_same_kinds() -> None:
    """What ``changes`` takes for a fragment, a release joins."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(KINDS) == {row["directory"] for row in data["tool"]["towncrier"]["type"]}


def test_every_fragment_is_in_the_changelog_of_the_release() -> None:
    """Under the heading of its kind, word for word."""
    if find_spec("towncrier") is None:
        pytest.skip("towncrier is not installed")
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9"]
    done = subprocess.run(
        [*command, "--date", "2031-01-31"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "## 9.9.9 (2031-01-31)\n" in done.stdout
    parts = dict(part.split("\n", 1) for part in done.stdout.split("\n### ")[1:])
    found = fragments(ROOT / "changelog.d")
    assert found and parts
    for path in (ROOT / "changelog.d").glob("*.*.md"):
        kind = path.name.split(".")[-2]
        said = " ".join(parts[kind.capitalize()].split())
        assert " ".join(path.read_text(encoding="utf-8").split()) in said, path.name
