"""The lock files: whole, by hashes, and of no registry in particular."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = sorted([ROOT / "requirements.lock", *(ROOT / "locks").glob("*.lock")])
PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;]+)(?: ;[^\\]*)?")


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> dict[str, str]:
    """What a lock file pins; each requirement must have a version and hashes, and nothing else stands there."""
    found: dict[str, str] = {}
    text = re.sub(r" *\\\n *", " ", path.read_text(encoding="utf-8"))
    for line in text.splitlines():
        match = re.fullmatch(PIN.pattern + r"((?: +--hash=sha256:[0-9a-f]{64})+)", line)
        assert match, f"{path.name}: {line[:80]}: no hashes; run `make lock`"
        found[normal(match[1])] = match[2]
    return found


def project() -> dict[str, Any]:
    """The project's pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_requirement_has_hashes(path: Path) -> None:
    """Each has a version and hashes, and none says where it comes from."""
    assert pins(path)
    assert "://" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [one for one in LOCKS if one.stem != "tap"], ids=lambda one: one.stem
)
def test_the_locks_agree(path: Path) -> None:
    """What two of them pin, they pin alike: they are installed into one environment. The tap of the
    export's bench has a folder of its own."""
    common = pins(ROOT / "requirements.lock")
    for name, version in pins(path).items():
        assert common.get(name, version) == version, name


def test_what_the_project_asks_for_is_locked() -> None:
    """Every dependency, extra and group, at the version that pyproject.toml names where it names one."""
    data = project()
    asked = [(entry, "requirements") for entry in data["project"]["dependencies"]]
    for entries in data["project"]["optional-dependencies"].values():
        asked += [(entry, "requirements") for entry in entries]
    for group, entries in data["dependency-groups"].items():
        lock = {"test": "requirements", "dev": "requirements", "build": "action"}.get(group, group)
        asked += [(entry, lock) for entry in entries if isinstance(entry, str)]
    found = {path.stem: pins(path) for path in LOCKS}
    assert len(asked) > 30
    for entry, lock in asked:
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[.*\])?(?:==([\w.]+))?", entry)
        assert match
        if normal(match[1]) == data["project"]["name"]:
            continue
        assert normal(match[1]) in found[lock], f"{entry}: run `make lock`"
        assert match[2] in (None, found[lock][normal(match[1])]), f"{entry}: run `make lock`"


def test_nothing_is_installed_past_the_locks() -> None:
    """Where the Makefile and the action install, it is by hashes, or the project itself alone."""
    texts = [(ROOT / "Makefile").read_text("utf-8").replace("$(INSTALL)", "pip install")]
    texts += [path.read_text("utf-8") for path in (ROOT / ".github").rglob("*.yml")]
    found = [line for text in texts for line in text.splitlines() if "pip install" in line]
    assert len(found) >= 4
    for line in found:
        if line.startswith("INSTALL :="):
            continue
        by_hashes = "--require-hashes" in line
        itself = "--no-deps" in line
        assert by_hashes or itself or line.startswith("UV :="), line
