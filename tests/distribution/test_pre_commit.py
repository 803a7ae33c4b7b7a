"""The pre-commit hook in a repository that has a catalog and nothing else of this project.

Each test installs the generator as pre-commit does it, from a repository's commit, which takes as long as pip
takes: that is what is promised.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.distribution.installing import ROOT
from tests.distribution.test_workflows import document

pytestmark = pytest.mark.slow
GIT = ("git", "-c", "user.name=Tester", "-c", "user.email=tester@example.com")


def commit(folder: Path) -> str:
    """Makes a folder a repository with one commit; the commit."""
    for words in (["init", "-q"], ["add", "--all", "--force"], ["commit", "-qm", "first"]):
        subprocess.run([*GIT, *words], cwd=folder, check=True)
    return subprocess.check_output([*GIT, "rev-parse", "HEAD"], cwd=folder, text=True).strip()


class Mine:
    """A repository that has a catalog, and the hook's repository."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder = folder / "mine"
        self.hooks = folder / "hooks"
        shutil.copytree(source, self.hooks)
        self.revision = commit(self.hooks)
        self.folder.mkdir()
        (self.folder / "parcels.json").write_text(
            json.dumps(document(Street={"type": "string"})), encoding="utf-8"
        )
        for words in (["init", "--from", "parcels.json", "--package", "parcel_ops"], ["write"]):
            command = [sys.executable, "-m", "twilio_ops_codegen", *words]
            subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        commit(self.folder)
        self.environment = {
            **os.environ,
            "PRE_COMMIT_HOME": str(folder / "kept"),
            "PIP_NO_COMPILE": "1",
        }

    def pre_commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs pre-commit; skips where it cannot fetch what the hook needs."""
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", *words],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if "No matching distribution" in done.stdout:
            pytest.skip("no package index here for pre-commit to install from")
        return done


@pytest.fixture
def mine(tmp_path: Path, sdist_folder: Path) -> Mine:
    """One of each."""
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    return Mine(tmp_path, sdist_folder)


def test_try_repo(mine: Mine) -> None:
    """It brings its generator with it, and passes where the package is what the catalog gives."""
    done = mine.pre_commit("try-repo", str(mine.hooks), "codegen-check", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "files, all current." in done.stdout
    assert "Passed" in done.stdout


def test_the_hook_of_a_configuration(mine: Mine) -> None:
    """As the guide has it: whatever changed it runs, and fails where a file is stale and where it has nothing to check."""
    guide = (ROOT / "docs" / "guides" / "own-catalog.md").read_text(encoding="utf-8")
    (row,) = yaml.safe_load(guide.partition("By hand it is\n\n```yaml\n")[2].partition("```")[0])
    row |= {"repo": str(mine.hooks), "rev": mine.revision}
    (mine.folder / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [row]}), encoding="utf-8"
    )
    commit(mine.folder)
    done = mine.pre_commit("run", "--files", "README.md")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout and "Skipped" not in done.stdout
    module = mine.folder / "generated" / "parcel_ops" / "api" / "parcel.py"
    whole = module.read_text(encoding="utf-8")
    module.write_text("edited\n", encoding="utf-8")
    done = mine.pre_commit("run", "--files", "README.md")
    assert done.returncode == 1
    assert "stale: parcel_ops/api/parcel.py" in done.stdout
    assert "Run `twilio-ops codegen write` to mend this." in done.stdout
    module.write_text(whole, encoding="utf-8")
    shutil.rmtree(mine.folder / "metadata")
    done = mine.pre_commit("run", "--files", "README.md")
    assert done.returncode == 1
    assert "there is no catalog here" in done.stdout
