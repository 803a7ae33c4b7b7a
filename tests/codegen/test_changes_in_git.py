"""``git diff`` and ``git log`` tell what ``changes`` tells, set up as the documentation says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    SID,
    TEXT,
    document,
    operation,
    parameter,
    record,
    write,
)

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "twilio_acme_v1.json"


def parcels(**fields: Any) -> Any:
    """A document with parcels that have these fields."""
    at = [parameter("Sid", "path", schema=SID)]
    fetch = operation("FetchParcel", record(sid=SID, **fields), parameters=at)
    return document({"/v1/Parcels/{Sid}": {"get": fetch}})


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a document in two versions, set up by the lines of the page."""
    page = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8")
    (attributes,) = re.findall(r"```gitattributes\n(.*?)```", page, re.DOTALL)
    commands = [line for line in page.splitlines() if line.startswith("git config diff.")]
    assert commands
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text(attributes, encoding="utf-8")
    for command in commands:
        git(tmp_path, *shlex.split(command)[1:])
    for fields in ({"weight": TEXT, "street": TEXT}, {"weight": TEXT}):
        write(tmp_path, parcels(**fields), NAME)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "A version")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    """What a git command prints; it must not fail."""
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_difference_of_two_revisions(repository: Path) -> None:
    """It names the file and the change, and ends with the verdict."""
    told = git(repository, "diff", "HEAD~1", "HEAD", "--", NAME)
    assert told.startswith(f"{NAME}\n")
    assert "no longer has the field" in " ".join(told.replace("│", " ").split())
    assert "Verdict: breaking" in told
    assert '"properties"' not in told, "no line of the document"


def test_a_log_and_a_new_document(repository: Path) -> None:
    """The first version has nothing before it."""
    told = git(repository, "log", "-p", "--ext-diff", "--format=%s", "--", NAME)
    assert told.count("Verdict: ") == 1
    assert f"{NAME}: new, or gone" in told


def test_a_document_that_says_the_same(repository: Path) -> None:
    """Another spelling of the same facts is no change."""
    path = repository / NAME
    path.write_text(path.read_text(encoding="utf-8").replace('"paths"', '\n "paths"'), "utf-8")
    assert git(repository, "diff", "--", NAME) == f"{NAME}\nNo changes.\n"
