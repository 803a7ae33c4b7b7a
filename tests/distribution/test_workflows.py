"""The workflows, the action and the pre-commit hook: their steps are run, on a repository made for it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.changes.cli import changes_command

ROOT = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = ROOT / ".github" / "workflows"
ACTION = ROOT / ".github" / "actions" / "codegen" / "action.yml"

FAKES = {
    "gh": 'echo "gh $* TOKEN=${GH_TOKEN:-none}" >> "$CALLS"\n'
    'while [ $# -gt 0 ]; do [ "$1" != --input ] || cp "$2" "$CALLS.check"; shift; done\n',
    "curl": 'echo "curl $*" >> "$CALLS"\n'
    'while [ "$1" != --output ]; do shift; done\ncp "$PUBLISHED" "$2"\n',
}
"""What stands in for what a workflow calls beside git and the project's own commands."""


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


class Repository:
    """A repository with a catalog and its package, as a runner checks it out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.temp = folder / "runner"
        self.fakes = folder / "fakes"
        self.remote = folder / "remote.git"
        for name in ("metadata", "changelog.d"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "changelog.d" / "README.md").write_text("Fragments.\n", encoding="utf-8")
        shutil.copy(ROOT / "metadata" / "import.yaml", self.folder / "metadata")
        (self.folder / ".gitignore").write_text(".cache/\n__pycache__/\n", encoding="utf-8")
        (self.folder / "pyproject.toml").write_text(
            '[project]\nversion = "1.4.2"\n\n[tool.twilio-ops]\n', encoding="utf-8"
        )
        self.temp.mkdir()
        self.fakes.mkdir()
        for name, text in FAKES.items():
            self._script(self.fakes / name, text)
        installed = self.temp / "twilio-ops" / "bin"
        installed.mkdir(parents=True)
        python = shlex.quote(sys.executable)
        self._script(installed / "twilio-ops", f'exec {python} -m twilio_ops_cli "$@"\n')
        self._script(installed / "python", f'echo "python $*" >> "$CALLS"\nexec {python} "$@"\n')
        self.published = self.temp / "published.json"
        self.publish(Street={"type": "string"}, Locker={"type": "string"})
        self.codegen("import", str(self.published))
        self.codegen("write")
        self.shell(f"git init --quiet --bare {shlex.quote(str(self.remote))}")
        self.shell("git init --quiet && git remote add origin " + shlex.quote(str(self.remote)))
        self.commit()
        self.start = self.shell("git rev-parse HEAD").stdout.strip()

    def publish(self, **parameters: Any) -> None:
        """Publishes another document."""
        self.published.write_text(json.dumps(document(**parameters)), encoding="utf-8")

    def codegen(self, *words: str) -> None:
        """Runs a command of the generator's."""
        done = self.shell(
            shlex.join([str(self.temp / "twilio-ops/bin/twilio-ops"), "codegen", *words])
        )
        assert done.returncode == 0, done.stderr

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
                "PUBLISHED": str(self.published),
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(self.temp / "output"),
                "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
                "GITHUB_REPOSITORY": "owner/repository",
                **who,
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def job(
        self, workflow: str, job: str, **inputs: str
    ) -> dict[str, subprocess.CompletedProcess[str]]:
        """Runs a job on a fresh checkout, its steps until one fails; what each of them did."""
        self.shell(
            f"git reset --quiet --hard && git checkout --quiet --detach {self.start} && git clean -qfd"
        )
        done: dict[str, subprocess.CompletedProcess[str]] = {}
        found = load(workflow)["jobs"][job]
        known = {**DEFAULTS, **inputs}
        for step in steps_of(found):
            if "run" not in step or "pip install" in step["run"]:
                continue  # the generator is installed: the tests' own
            if not _holds(step.get("if", ""), known):
                continue
            given = {**found.get("env", {}), **step.get("env", {})}
            environment = {name: _value(text, known) for name, text in given.items()}
            done[step["name"]] = self.shell(step["run"], **environment)
            if done[step["name"]].returncode:
                break
        return done

    def regenerate(self, **inputs: str) -> list[tuple[str, subprocess.CompletedProcess[str]]]:
        """Runs the jobs of the workflow in their order, as far as they go; every step of them."""
        found: list[tuple[str, subprocess.CompletedProcess[str]]] = []
        for job in ("generate", "test", "publish"):
            found += self.job("regenerate.yml", job, **inputs).items()
            if found[-1][1].returncode or "changed=false" in self.read("output"):
                break
        return found

    def read(self, name: str) -> str:
        """A file of the runner's; empty if it is missing."""
        path = self.temp / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @staticmethod
    def _script(path: Path, text: str) -> None:
        path.write_text(f"#!/usr/bin/env bash\n{text}", encoding="utf-8")
        path.chmod(0o755)


WHO = (("NAME", "Tester"), ("EMAIL", "tester@example.com"))
DEFAULTS = {
    "inputs.document": "https://example.com/openapi.json",
    "inputs.digest": "",
    "inputs.branch": "regenerate",
    "inputs.tests": "generated",
    "inputs.fragment": "changelog.d/document",
    "inputs.check": "true",
    "inputs.base": "",
    "secrets.token || github.token": "PULL",
    "github.token": "OWN",
}


def _value(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda match: known[match[1]], text)


def _holds(condition: str, known: dict[str, str]) -> bool:
    match = re.fullmatch(r"(inputs\.\w+) (==|!=) '(\w*)'", condition)
    if match is None:
        assert not condition, condition
        return True
    return (known[match[1]] == match[3]) is (match[2] == "==")


def load(name: str) -> dict[Any, Any]:
    """A workflow."""
    value = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def action() -> list[dict[str, Any]]:
    """The steps of the composite action."""
    value: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"][
        "steps"
    ]
    return value


def steps_of(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of a job, with those of the repository's own action in its place."""
    for step in job.get("steps", ()):
        if step.get("uses") == "$/.github/actions/codegen":
            given = {f"inputs.{name}": value for name, value in step.get("with", {}).items()}
            for inner in action():
                text = yaml.safe_dump(inner)
                for name, value in given.items():
                    text = text.replace("${{ " + name + " }}", str(value))
                yield yaml.safe_load(text)
        else:
            yield step


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """The jobs of all workflows."""
    for path in sorted(WORKFLOWS.glob("*.yml")):
        for name, job in load(path.name)["jobs"].items():
            yield f"{path.name}: {name}", job


def scripts() -> Iterator[tuple[str, str]]:
    """The scripts of all steps."""
    for name, job in jobs():
        for step in job.get("steps", ()):
            if "run" in step:
                yield f"{name}: {step['name']}", step["run"]
    for step in action():
        if "run" in step:
            yield f"action: {step['name']}", step["run"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A fresh repository."""
    return Repository(tmp_path)


def test_the_generator_understands_what_the_workflows_ask() -> None:
    """Every command line of ``changes`` that a script has is one."""
    found = 0
    for _, script in scripts():
        for line in re.findall(r'/twilio-ops" codegen changes (.*)', script):
            words = shlex.split(re.sub(r" (>+|[|]) .*", "", line))
            assert changes_command.make_context("changes", words)
            found += 1
    assert found >= 4


def test_no_input_is_pasted_into_a_script() -> None:
    """What a caller gives reaches a script as a variable, never as its text."""
    found = list(scripts())
    assert len(found) >= 10
    for name, script in found:
        assert "${{" not in script, name


def test_actions_are_pinned_by_commit() -> None:
    """Others' by a whole commit with the version beside it, our own by the commit that runs."""
    found = 0
    for path in (*WORKFLOWS.glob("*.yml"), ACTION):
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := re.search(r"^ *(?:- )?uses: (.*)", line):
                used = match[1]
                pinned = re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", used)
                assert pinned or used.startswith("$/.github/"), f"{path.name}: {used}"
                found += 1
    assert found >= 10


def test_rights_are_given_job_by_job() -> None:
    """A workflow has none of its own; a job says which it needs, and why it may write."""
    for path in WORKFLOWS.glob("*.yml"):
        assert load(path.name)["permissions"] == {}, path.name
    for name, job in jobs():
        writes = {right for right, value in job["permissions"].items() if value == "write"}
        runs = "\n".join(step.get("run", "") for step in job.get("steps", ()))
        if "steps" in job and writes:
            assert "pytest" not in runs and "codegen" not in runs and "make" not in runs, name


def test_no_token_is_in_reach_of_what_was_generated() -> None:
    """Tokens are given to single steps, which run git, gh, head and jq alone; checkouts keep none."""
    seen = 0
    for name, job in jobs():
        assert "token" not in json.dumps(job.get("env", {})).lower(), name
        for step in job.get("steps", ()):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name
            if "token" not in json.dumps(step.get("env", {})).lower():
                continue
            seen += 1
            script = re.sub(r"'\n.*?\n *}'", "PROGRAM", step["run"], flags=re.DOTALL)
            for line in script.splitlines():
                for command in re.split(r"\|\||&&|\$\(", line):
                    word = command.split()[0]
                    assert word in {"git", "gh", "head", "jq", "PROGRAM"}, f"{name}: {line}"
    assert seen >= 2


@pytest.mark.slow
def test_documents_come_by_https_only(repository: Repository) -> None:
    """Another scheme is refused before anything is fetched, and curl may not be led to one."""
    (script,) = [script for name, script in scripts() if name.endswith("Get the document")]
    assert "--proto '=https'" in script
    for address in ("http://example.com/a.json", "file:///etc/passwd", "-o/tmp/x"):
        done = repository.shell(script, DOCUMENT=address, DIGEST="")
        assert done.returncode == 2
        assert "https://" in done.stdout
    assert "curl" not in repository.read("calls")


@pytest.mark.slow
@pytest.mark.parametrize("right", [True, False])
def test_a_documents_digest_is_shown_and_compared(repository: Repository, right: bool) -> None:
    """One that was asked for must be met."""
    (script,) = [script for name, script in scripts() if name.endswith("Get the document")]
    digest = sha256(repository.published.read_bytes()).hexdigest()
    given = {"DOCUMENT": "https://example.com/a.json", "DIGEST": digest if right else "0" * 64}
    done = repository.shell(script, **given)
    assert done.returncode == (0 if right else 2)
    assert digest in repository.read("summary")


@pytest.mark.parametrize(
    ("judge", "arguments"),
    [
        ("zizmor", ["--offline", "--no-progress", "--min-severity", "medium", ".github"]),
        ("actionlint", ["-ignore", r'"\$/\.github/']),  # which is younger than some releases of it
    ],
)
def test_judges_of_workflows_find_nothing(judge: str, arguments: list[str]) -> None:
    """zizmor's findings of medium and high severity, and all of actionlint's, where they are installed."""
    beside = Path(sys.executable).parent / judge
    program = str(beside) if beside.is_file() else shutil.which(judge)
    if program is None:
        pytest.skip(f"{judge} is not installed")
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_regenerating_with_a_breaking_change(repository: Repository) -> None:
    """A pull request with the fragment and the report, and a check that fails at each change's line."""
    repository.publish(Street={"type": "string"}, Sender={"type": "string"})
    for name, step in repository.regenerate():
        assert step.returncode == 0, f"{name}: {step.stdout}{step.stderr}"
    calls = [line for line in repository.read("calls").splitlines() if line.startswith("gh ")]
    assert calls[0] == "gh auth setup-git TOKEN=PULL"
    assert calls[1].startswith("gh pr create --head regenerate")
    assert calls[1].endswith("TOKEN=PULL")
    assert calls[2].startswith("gh api repos/owner/repository/check-runs")
    assert calls[2].endswith("TOKEN=OWN")
    assert "-m pytest" in repository.read("calls")
    check = json.loads(repository.read("calls.check"))
    remote = f"git --git-dir={repository.remote}"
    assert check["head_sha"] == repository.shell(f"{remote} rev-parse regenerate").stdout.strip()
    assert check["conclusion"] == "failure"
    assert check["output"]["title"] == "breaking: 1.4.2 -> 2.0.0"
    first = check["output"]["annotations"][0]
    assert first["annotation_level"] == "failure"
    text = repository.shell(f"{remote} show regenerate:{first['path']}").stdout
    assert text.splitlines()[first["start_line"] - 1]
    assert "1.4.2 -> 2.0.0 (major)" in repository.read("body.md")
    pushed = repository.shell(f"{remote} ls-tree -r --name-only regenerate").stdout
    assert "changelog.d/document.breaking.md" in pushed
    assert "parcel.py" in pushed
    assert ".cache" not in pushed and "published" not in pushed


@pytest.mark.slow
def test_regenerating_with_a_compatible_change(repository: Repository) -> None:
    """The check succeeds."""
    text = {"type": "string"}
    repository.publish(Street=text, Locker=text, Sender=text)
    assert [step.returncode for _, step in repository.regenerate(**{"inputs.branch": "next"})] == [
        0
    ] * 11
    assert json.loads(repository.read("calls.check"))["conclusion"] == "success"
    pushed = repository.shell(f"git --git-dir={repository.remote} ls-tree -r --name-only next")
    assert "changelog.d/document.changed.md" in pushed.stdout


@pytest.mark.slow
def test_regenerating_without_a_change(repository: Repository) -> None:
    """No pull request."""
    assert [step.returncode for _, step in repository.regenerate()] == [0] * 5
    assert "gh" not in repository.read("calls")
    assert "No changes." in repository.read("summary")


@pytest.mark.slow
def test_regenerating_from_a_bad_document(repository: Repository) -> None:
    """Stops where it is read, and leaves everything as it was."""
    repository.published.write_text('{"openapi": "3.0.1", "paths"', encoding="utf-8")
    done = repository.regenerate()
    assert done[-1][0] == "Take its facts and generate"
    assert done[-1][1].returncode != 0
    assert repository.shell("git status --porcelain").stdout == ""


@pytest.mark.slow
def test_a_patch_cannot_change_workflows(repository: Repository) -> None:
    """Whatever the first job hands over, what has the rights to write takes no workflow from it."""
    repository.publish(Street={"type": "string"})
    hostile = repository.folder / ".github" / "workflows"
    repository.job("regenerate.yml", "generate")
    hostile.mkdir(parents=True)
    (hostile / "evil.yml").write_text("on: push\n", encoding="utf-8")
    patch = repository.temp / "result" / "regenerate.patch"
    repository.shell(
        f"git add --all && git diff --cached --binary HEAD > {shlex.quote(str(patch))}"
    )
    assert "evil.yml" in patch.read_text(encoding="utf-8")
    for name, step in repository.job("regenerate.yml", "publish").items():
        assert step.returncode == 0, f"{name}: {step.stderr}"
    pushed = repository.shell(
        f"git --git-dir={repository.remote} ls-tree -r --name-only regenerate"
    )
    assert "parcel.py" in pushed.stdout
    assert "evil" not in pushed.stdout


@pytest.mark.slow
def test_the_verdict_of_a_pull_request(repository: Repository) -> None:
    """It fails, with an annotation at the line, until the changelog announces what changed."""
    repository.publish(Street={"type": "string"})
    repository.codegen("import", str(repository.published))
    repository.codegen("write")
    repository.commit()
    repository.start = repository.shell("git rev-parse HEAD").stdout.strip()
    step = "Say what changed, and whether the changelog announces it"
    done = repository.job("ci.yml", "verdict", **{"inputs.base": "HEAD^1"})
    assert done[step].returncode == 1
    assert "::error title=Contradiction::" in done[step].stdout
    assert re.search(
        r"^::error file=metadata/api/[\w/]+\.yaml,line=\d+,title=", done[step].stdout, re.M
    )
    assert "## Breaking" in repository.read("summary")
    fragment = repository.folder / "changelog.d" / "locker.breaking.md"
    fragment.write_text("A locker can no longer be given.\n", encoding="utf-8")
    (repository.folder / "pyproject.toml").write_text(
        '[project]\nversion = "2.0.0"\n\n[tool.twilio-ops]\n', encoding="utf-8"
    )
    repository.shell("git add --all && git commit --quiet --amend --no-edit")
    repository.start = repository.shell("git rev-parse HEAD").stdout.strip()
    done = repository.job("ci.yml", "verdict", **{"inputs.base": "HEAD^1"})
    assert done[step].returncode == 0, done[step].stdout


@pytest.mark.slow
def test_the_pre_commit_hook(repository: Repository) -> None:
    """It passes on a clean tree, and fails on a generated file that was edited, and without a catalog."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["always_run"] and not hook["pass_filenames"]
    assert (hook["language"], hook["additional_dependencies"]) == ("python", [".[codegen]"])
    words = shlex.split(hook["entry"])
    assert words[:2] == ["twilio-ops", "codegen"]
    command = shlex.join([str(repository.temp / "twilio-ops/bin/twilio-ops"), *words[1:]])
    assert repository.shell(command).returncode == 0
    (module,) = repository.folder.glob("generated/*/api/parcel.py")
    module.write_text("edited\n", encoding="utf-8")
    found = repository.shell(command)
    assert found.returncode == 1
    assert "twilio-ops codegen write" in found.stderr
    shutil.rmtree(repository.folder / "metadata")
    assert repository.shell(command).returncode == 2


def test_what_init_writes_is_pinned_as_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workflow of a new repository uses the same commits of the same actions, and no more rights."""
    from twilio_ops_codegen.__main__ import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "document.json").write_text(
        json.dumps(document(Street={"type": "string"})), encoding="utf-8"
    )
    assert main(["init", "--from", "document.json"]) == 0
    text = (tmp_path / ".github" / "workflows" / "codegen.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"uses: (.*)", text))
    here = {
        found
        for path in (*WORKFLOWS.glob("*.yml"), ACTION)
        for found in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    }
    assert len(used) == 2 and used <= here
    made = yaml.safe_load(text)
    assert made["permissions"] == {}
    assert {job["permissions"]["contents"] for job in made["jobs"].values()} == {"read"}
    assert not re.search(r"\$\{\{|token", text)
