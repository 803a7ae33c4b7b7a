"""The steps of the release workflow, run as a runner runs them; what publishes is left to the service."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.distribution.installing import ROOT

Step = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def step(tmp_path: Path) -> Step:
    """Runs a step of the build by its name, in a folder."""
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    scripts = {one["name"]: one["run"] for one in steps if "run" in one}
    runner = tmp_path / "runner"
    runner.mkdir()
    (runner / "venv").symlink_to(sys.prefix)  # what the first step installs, installed already

    def run(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        known = {"PATH": path, "RUNNER_TEMP": str(runner), "PIP_NO_COMPILE": "1"}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", scripts[name]],
            cwd=folder, env={**os.environ, **known, **environment},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    ("tag", "changelog", "said"),
    [
        ("v1.2.3", "## 1.2.3 (2031-01-31)\n", ""),
        ("v1.2.4", "## 1.2.3 (2031-01-31)\n", "The tag is v1.2.4, the version 1.2.3"),
        ("v1.2.3", "## 1.2.2 (2031-01-31)\n", "There is no section 1.2.3"),
    ],
)
def test_tag_version_and_changelog_agree(
    tag: str, changelog: str, said: str, step: Step, tmp_path: Path
) -> None:
    """Or nothing is built, and the file that says something else is named."""
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\nversion = "1.2.3"\n', encoding="utf-8"
    )
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{changelog}", encoding="utf-8")
    done = step("See that the tag, the version and the changelog agree", tmp_path, TAG=tag)
    assert (done.returncode, said in done.stdout) == (1 if said else 0, True)


@pytest.mark.slow
def test_what_is_built_has_a_bill_of_materials(
    step: Step, sdist_folder: Path, tmp_path: Path
) -> None:
    """The wheel and the sdist pass their judge; the bill has what the generator is installed with, and no path.

    It takes as long as pip takes to install the generator by its lock file.
    """
    for name in ("build", "check_wheel_contents", "cyclonedx_py"):
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    folder = tmp_path / "checkout"
    shutil.copytree(sdist_folder, folder)
    done = step("Build, and judge what was built", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert {path.name.partition("-")[2] for path in (folder / "dist").iterdir()} == {
        f"{version}-py3-none-any.whl",
        f"{version}.tar.gz",
    }
    done = step("Write the bill of materials", folder)
    if "No matching distribution" in done.stderr:
        pytest.skip("no package index here")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (folder / "sbom.cdx.json").read_text(encoding="utf-8")
    bill = json.loads(text)
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "twilio-ops"
    names = {one["name"].lower() for one in bill["components"]}
    assert {"jinja2", "black", "lxml", "requests", "attrs", "msgspec"} <= names
    assert str(tmp_path) not in text
