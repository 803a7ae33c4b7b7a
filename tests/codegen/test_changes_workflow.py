"""The workflows and the pre-commit hook: their steps are run, on a small project of their own."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.changes.cli import changes_command

ROOT = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = ROOT / ".github" / "workflows"

FAKES = {
    "make": 'echo "make $*" >> "$CALLS"\n',
    "gh": 'echo "gh $*" >> "$CALLS"\n',
    "curl": 'while [ "$1" != --output ]; do shift; done\ncp "$3" "$2"\n',
}
"""What stands in for what a workflow calls beside the project's own commands."""


def document(**parameters: Any) -> dict[str, Any]:
    """A small OpenAPI document: parcels that can be listed, and sent with some parameters."""
    record = {"type": "object", "properties": {"sid": {"type": "string"}}}
    listed = {
        "type": "object",
        "properties": {"parcels": {"type": "array", "items": record}},
    }

    def answer(schema: dict[str, Any]) -> dict[str, Any]:
        return {"description": "", "content": {"application/json": {"schema": schema}}}

    form = {"type": "object", "properties": parameters}
    return {
        "openapi": "3.0.1",
        "info": {"title": "Parcels", "version": "1"},
        "servers": [{"url": "https://parcels.example.com"}],
        "paths": {
            "/v1/Parcels.json": {
                "get": {"operationId": "ListParcel", "responses": {"200": answer(listed)}},
                "post": {
                    "operationId": "CreateParcel",
                    "requestBody": {
                        "content": {"application/x-www-form-urlencoded": {"schema": form}}
                    },
                    "responses": {"201": answer(record)},
                },
            }
        },
    }


class Project:
    """A repository with the generator and a small catalog, as a workflow checks it out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.temp = folder / "runner"
        self.fakes = folder / "fakes"
        self.remote = folder / "remote.git"
        for name in ("codegen", "templates"):
            shutil.copytree(
                ROOT / name, self.folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        for name in ("metadata", "changelog.d", ".venv/bin"):
            (self.folder / name).mkdir(parents=True)
        shutil.copy(ROOT / "metadata" / "import.yaml", self.folder / "metadata")
        shutil.copy(ROOT / ".gitignore", self.folder)
        (self.folder / "pyproject.toml").write_text(
            '[project]\nversion = "1.4.2"\n\n[tool.twilio-ops]\n'
        )
        self._script(
            self.folder / ".venv/bin/python",
            f'PYTHONPATH=codegen exec {shlex.quote(sys.executable)} "$@"\n',
        )
        self.temp.mkdir()
        self.fakes.mkdir()
        for name, text in FAKES.items():
            self._script(self.fakes / name, text)
        self.document = self.temp / "published.json"
        self.publish(Street={"type": "string"}, Locker={"type": "string"})
        self.shell('.venv/bin/python -m twilio_ops_codegen import "$DOCUMENT"')
        self.shell(".venv/bin/python -m twilio_ops_codegen write")
        self.shell(f"git init --quiet --bare {shlex.quote(str(self.remote))}")
        self.shell("git init --quiet && git remote add origin " + shlex.quote(str(self.remote)))
        self.commit()

    def publish(self, **parameters: Any) -> None:
        """Publishes another document."""
        self.document.write_text(json.dumps(document(**parameters)))

    def commit(self) -> None:
        """Commits everything."""
        self.shell("git add --all && git commit --quiet --allow-empty --message step")

    def shell(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a step's script as a runner does."""
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder,
            env={
                "PATH": f"{self.fakes}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self.temp),
                "CALLS": str(self.temp / "calls"),
                "DOCUMENT": str(self.document),
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_ENV": str(self.temp / "env"),
                "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
                "GITHUB_REPOSITORY": "owner/repository",
                **who,
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, workflow: str, job: str) -> dict[str, subprocess.CompletedProcess[str]]:
        """Runs a job's steps until one fails; what each of them did."""
        (self.temp / "env").write_text("")
        done: dict[str, subprocess.CompletedProcess[str]] = {}
        steps = load(workflow)["jobs"][job]
        environment = {
            key: value for key, value in steps.get("env", {}).items() if "${{" not in value
        }
        for step in steps["steps"]:
            if "run" in step:
                lines = (self.temp / "env").read_text().splitlines()
                added = dict(line.split("=", 1) for line in lines)
                done[step["name"]] = self.shell(step["run"], **environment, **added)
                if done[step["name"]].returncode:
                    break
        return done

    def read(self, name: str) -> str:
        """A file of the runner's; empty if it is missing."""
        path = self.temp / name
        return path.read_text() if path.exists() else ""

    @staticmethod
    def _script(path: Path, text: str) -> None:
        path.write_text(f"#!/usr/bin/env bash\n{text}")
        path.chmod(0o755)


WHO = (("NAME", "Tester"), ("EMAIL", "tester@example.com"))


def load(name: str) -> dict[Any, Any]:
    """A workflow."""
    value = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def scripts() -> Iterator[tuple[str, str]]:
    """The scripts of all steps."""
    for path in sorted(WORKFLOWS.glob("*.yml")):
        for job in load(path.name)["jobs"].values():
            for step in job["steps"]:
                if "run" in step:
                    yield f"{path.name}: {step['name']}", step["run"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh project."""
    return Project(tmp_path)


def test_workflows_call_the_projects_own_commands() -> None:
    """Beside them only git, gh, curl and a shell's own words."""
    own = {"make", ".ci/run", ".venv/bin/python"}
    others = {"git", "gh", "curl", "cat", "case", "esac", "echo", "exit", "if", "fi", "code=0"}
    for name, script in scripts():
        for line in script.splitlines():
            word = line.split()[0]
            assert word in own | others or re.match(r"([0-9]|\*)\)", word), f"{name}: {line}"
        for command in re.findall(r"\.venv/bin/python (.*?)(?: > | \|\| |$)", script, re.M):
            words = shlex.split(command)
            assert words[:2] == ["-m", "twilio_ops_codegen"], command
            if words[2] == "changes":
                assert changes_command.make_context("changes", words[3:])


def test_no_input_is_pasted_into_a_script() -> None:
    """What a caller gives reaches a script as a variable, never as its text."""
    for name, script in scripts():
        assert "${{" not in script, name


def test_actions_ask_for_the_rights_they_need() -> None:
    """Each workflow says which."""
    for path in WORKFLOWS.glob("*.yml"):
        assert "permissions" in load(path.name), path.name


def test_regenerating_with_a_breaking_change(project: Project) -> None:
    """A pull request with the fragment and the report, and a verdict that fails."""
    project.publish(Street={"type": "string"}, Sender={"type": "string"})
    done = project.run("regenerate.yml", "regenerate")
    for name, step in done.items():
        assert step.returncode == 0, f"{name}: {step.stderr}"
    assert len(done) == 6
    calls = project.read("calls").splitlines()
    assert calls[:2] == ["make check", "make test slow"]
    assert calls[2].startswith("gh pr create --head regenerate")
    assert "state=failure" in calls[3]
    assert "description=Verdict: breaking" in calls[3]
    assert "1.4.2 -> 2.0.0 (major)" in project.read("summary")
    pushed = project.shell(f"git --git-dir={project.remote} ls-tree -r --name-only regenerate")
    assert "changelog.d/document.breaking.md" in pushed.stdout
    assert "parcel.py" in pushed.stdout
    assert ".venv" not in pushed.stdout


def test_regenerating_with_a_compatible_change(project: Project) -> None:
    """The verdict succeeds."""
    project.publish(Street={"type": "string"}, Locker={"type": "string"}, Sender={"type": "string"})
    done = project.run("regenerate.yml", "regenerate")
    assert [step.returncode for step in done.values()] == [0] * 6
    assert "state=success" in project.read("calls")
    assert (project.folder / "changelog.d" / "document.changed.md").is_file()


def test_regenerating_without_a_change(project: Project) -> None:
    """No pull request."""
    done = project.run("regenerate.yml", "regenerate")
    assert [step.returncode for step in done.values()] == [0] * 6
    assert "gh" not in project.read("calls")
    assert "No changes." in project.read("summary")
    assert list((project.folder / "changelog.d").iterdir()) == []


def test_regenerating_from_a_bad_document(project: Project) -> None:
    """Stops where it is read, and leaves everything as it was."""
    project.document.write_text('{"openapi": "3.0.1", "paths"')
    done = project.run("regenerate.yml", "regenerate")
    assert next(reversed(done)) == "Take its facts and generate"
    assert done["Take its facts and generate"].returncode != 0
    assert project.shell("git status --porcelain").stdout == ""


def test_the_verdict_of_a_pull_request(project: Project) -> None:
    """It fails until the changelog announces what the catalog's change does."""
    project.publish(Street={"type": "string"})
    project.shell('.venv/bin/python -m twilio_ops_codegen import "$DOCUMENT"')
    project.commit()
    step = "Say what changed, and whether the changelog announces it"
    assert project.run("ci.yml", "verdict")[step].returncode == 1
    assert "Contradiction" in project.read("summary")
    fragment = project.folder / "changelog.d" / "locker.breaking.md"
    fragment.write_text("A locker can no longer be given.\n")
    assert project.run("ci.yml", "verdict")[step].returncode == 0


def test_the_pre_commit_hook(project: Project) -> None:
    """It passes on a clean tree, and fails on a generated file that was edited."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["always_run"] and not hook["pass_filenames"]
    assert (hook["language"], hook["additional_dependencies"]) == ("python", [".[codegen]"])
    words = shlex.split(hook["entry"])
    assert words[:2] == ["twilio-ops", "codegen"]
    command = shlex.join([".venv/bin/python", "-m", "twilio_ops_codegen", *words[2:]])
    assert project.shell(command).returncode == 0
    (module,) = project.folder.glob("generated/*/api/parcel.py")
    module.write_text("edited\n")
    found = project.shell(command)
    assert found.returncode == 1
    assert "python -m twilio_ops_codegen write" in found.stderr
