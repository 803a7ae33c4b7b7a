"""The wheel in fresh virtual environments, with nothing of the checkout to fall back on."""

from __future__ import annotations

import copy
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.distribution.installing import ROOT, VERSIONS, Installed, interpreter
from tests.distribution.test_workflows import document
from twilio_ops_cli.group import ENTRIES

pytestmark = pytest.mark.slow

FIRST = (
    "from twilio_ops.api.message import CreateMessage\n"
    "from twilio_ops_emulator import Emulator\n"
    "with Emulator() as twilio, twilio.connection() as connection:\n"
    "    sent = CreateMessage(connection)(to='+13115556789', from_='+13115550000', body='Hello')\n"
    "print(sent.status)"
)
"""What anybody may do with the base install."""


def test_the_readme_installs_it(tmp_path: Path, sdist_folder: Path) -> None:
    """Its line, by pip, in what the sdist holds; then its first block and its commands, as a newcomer runs them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (install,) = [line.strip() for line in text.splitlines() if line.startswith("    pip install")]
    bin = tmp_path / "venv" / "bin"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    environment = {
        "PATH": f"{bin}:/usr/bin:/bin", "HOME": str(tmp_path), "PIP_NO_COMPILE": "1",
        **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
    }  # fmt: skip

    def run(command: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
        words = [*shlex.split(command.partition("#")[0]), *more]
        return subprocess.run(
            words, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    done = run(install, sdist_folder)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip(f"no package index here: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    first = text.partition("```python\n")[2].partition("```")[0]
    done = run("python -c", tmp_path, first)
    assert (done.returncode, done.stdout) == (0, "+13115556789 delivered Hello\n"), done.stderr
    commands = text.partition("```sh\n")[2].partition("```")[0].splitlines()
    assert len(commands) == 3
    for command in commands:
        asks = "test" in command and "--emulator" not in command
        done = run(command, tmp_path, *(["--emulator"] if asks else []))
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), done.stderr


BROUGHT = {
    "": set[str](),
    "cli": {"click", "platformdirs", "questionary", "rich", "ruamel"},
    "components": {"ruamel"},
    "codegen": {"jinja2", "black", "yaml", "anyascii", "cattrs", "click", "rich"},
    "emulator": {"aiohttp", "yaml", "phonenumbers", "platformdirs", "trustme"},
    "keyring": {"keyring"},
    "parquet": {"pyarrow"},
    "postgres": {"psycopg", "ruamel"},
    "export": {"dask", "deltalake", "distributed", "duckdb", "fsspec", "pyarrow", "ruamel"},
}
"""What each extra lets one import."""

IMPORT_ALL = """
import importlib, json, pkgutil
found = {"modules": 0, "missing": []}
def take(name):
    if name.endswith("__main__"):
        return
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        found["missing"].append(str(error.name).partition(".")[0])
        return
    found["modules"] += 1
    for inner in pkgutil.iter_modules(getattr(module, "__path__", [])):
        take(f"{name}.{inner.name}")
for package in ("cli", "codegen", "components", "emulator", "runtime"):
    take(f"twilio_ops_{package}")
take("twilio_ops")
print(json.dumps(found))
"""


HELP = """
import contextlib, io, json, sys
from twilio_ops_cli.__main__ import main
found = {}
for words in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    found[" ".join(words)] = (code, out.getvalue(), err.getvalue())
print(json.dumps(found))
"""


def matrix() -> Iterator[tuple[str, str, str]]:
    """Every extra on every Python, of the one wheel or the other: they are the same."""
    for number, version in enumerate(VERSIONS):
        for extra in (*BROUGHT, "all"):
            yield version, extra, ("wheel", "sdist_wheel")[number % 2]


@pytest.mark.parametrize(("version", "extra", "source"), list(matrix()))
def test_every_extra(
    version: str,
    extra: str,
    source: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Whatever imports, imports; a command that needs another extra names it, and has no traceback."""
    python = interpreter(version)
    folder = tmp_path_factory.getbasetemp() / f"python{version}"  # a new environment, at one place
    place = Installed(folder, python, request.getfixturevalue(source), extra)
    found = place.json(IMPORT_ALL)
    everything = {name for names in BROUGHT.values() for name in names}
    absent = set[str]() if extra == "all" else everything - BROUGHT[extra]
    assert found["modules"] > 150
    assert set(found["missing"]) <= absent | {"pytest"}
    done = place.run("python", "-W", "error", "-c", FIRST)
    assert (done.returncode, done.stdout) == (0, "queued\n"), done.stderr
    lines = [["--help"], *([command, "--help"] for command in ENTRIES)]
    done = place.run("python", "-W", "error", "-c", HELP, json.dumps(lines))
    assert done.returncode == 0, done.stderr
    helped = 0
    for command, (code, out, err) in json.loads(done.stdout).items():
        assert "Traceback" not in err, command
        if code == 2:
            assert "pip install 'twilio-ops[" in err, command
        else:
            assert (code, bool(out)) == (0, True), command
            helped += 1
    if extra == "":
        for words, extras in ((["objects"], "cli"), (["codegen", "check"], "cli,codegen")):
            done = place.run("twilio-ops", *words)
            assert done.returncode == 2
            assert f"pip install 'twilio-ops[{extras}]'" in done.stderr
    brings_click = "click" not in found["missing"]
    assert brings_click or extra not in ("cli", "codegen", "all")
    assert helped == len(lines) if extra == "all" else helped >= 4 if brings_click else helped == 0


def own_document(**_: Path) -> tuple[dict[str, Any], dict[str, Any], str]:
    """A small document of the project's own: a release, the next one, and what that leaves out."""
    text = {"type": "string"}
    return document(Street=text, Locker=text), document(Street=text, Sender=text), "Locker"


def published_document(shared: Path) -> tuple[dict[str, Any], dict[str, Any], str]:
    """A published document: as it is, without a parameter, and that parameter's name."""
    before = json.loads((shared / "openapi" / "twilio_studio_v2.json").read_text(encoding="utf-8"))
    after = copy.deepcopy(before)
    form = after["paths"]["/v2/Flows"]["post"]["requestBody"]["content"]
    del form["application/x-www-form-urlencoded"]["schema"]["properties"]["CommitMessage"]
    return before, after, "CommitMessage"


@pytest.mark.parametrize(
    ("version", "documents", "needs"),
    [("3.13", own_document, []), ("3.11", published_document, ["shared"])],
    ids=["a document of its own", "a published document"],
)
def test_a_repository_of_ones_own(
    tmp_path: Path,
    wheel: Path,
    version: str,
    documents: Any,
    needs: list[str],
    request: pytest.FixtureRequest,
) -> None:
    """From an empty folder to a tested package, and on to its next release, with the wheel alone."""
    before, after, gone = documents(**{name: request.getfixturevalue(name) for name in needs})
    place = Installed(tmp_path, interpreter(version), wheel, "codegen")
    place.install("pytest", "mypy", "pip")
    source = place.folder / "document.json"
    source.write_text(json.dumps(before), encoding="utf-8")

    def codegen(*words: str, code: int = 0) -> str:
        done = place.run("twilio-ops", "codegen", *words)
        assert done.returncode == code, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    codegen("init", "--from", "document.json", "--package", "own_ops")
    codegen("import", "document.json")  # once more: it gives the same
    codegen("write")
    codegen("check")
    git = "git -c user.name=Tester -c user.email=tester@example.com"
    step = f"{git} add --all && {git} commit --quiet --message step"
    run = {"cwd": place.folder, "shell": True, "check": True}
    subprocess.run(f"git init --quiet && {step}", **run)  # type: ignore[call-overload]
    tests = place.run("python", "-m", "pytest", "-q", "--import-mode=importlib", "-p", "no:cacheprovider", "-o", "pythonpath=generated", "generated")  # fmt: skip
    assert tests.returncode == 0, tests.stdout + tests.stderr
    typed = place.run("python", "-m", "mypy", "--strict", "generated/own_ops")
    assert typed.returncode == 0, typed.stdout
    source.write_text(json.dumps(after), encoding="utf-8")
    codegen("import", "document.json")
    said = codegen(
        "changes", "HEAD", "--fragment", "changelog.d/next", "--fail-on", "breaking", code=1
    )
    assert "Verdict: breaking" in said
    assert gone in (place.folder / "changelog.d" / "next.breaking.md").read_text(encoding="utf-8")
    assert "stale: own_ops/" in codegen("check", code=1)
    codegen("write")
    codegen("check")
    manifest = place.folder / "pyproject.toml"
    text_before = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text_before.replace('version = "0.1.0"', 'version = "0.1.1"'), encoding="utf-8"
    )
    said = codegen("changes", "HEAD", "--check-release", code=1)
    assert "Contradiction" in said  # the version was raised too little
    manifest.write_text(
        text_before.replace('version = "0.1.0"', 'version = "0.2.0"'), encoding="utf-8"
    )
    codegen("changes", "HEAD", "--check-release")
    built = place.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", ".", "-w", "dist")
    assert built.returncode == 0, built.stderr
    assert [path.name for path in (place.folder / "dist").iterdir()] == [
        "own_ops-0.2.0-py3-none-any.whl"
    ]


def test_the_command(tmp_path: Path, wheel: Path) -> None:
    """With ``cli`` it reads and browses; the generator asks for its own extra."""
    place = Installed(tmp_path, interpreter("3.12"), wheel, "cli")
    done = place.run("twilio-ops", "query", "Account", "--emulator", "-o", "jsonl")
    assert done.returncode == 0, done.stderr
    assert '"FriendlyName"' in done.stdout
    assert place.run("twilio-ops", "--version").stdout.startswith("twilio-ops ")
    (place.folder / "metadata").mkdir()
    done = place.run("twilio-ops", "codegen", "check")
    assert done.returncode == 2
    assert "pip install 'twilio-ops[codegen]'" in done.stderr


def test_the_generator(tmp_path: Path, sdist_wheel: Path) -> None:
    """With ``codegen`` a catalog of one's own becomes a package; without one it refuses."""
    place = Installed(tmp_path, interpreter("3.12"), sdist_wheel, "codegen")
    for command in (("twilio-ops", "codegen"), ("python", "-m", "twilio_ops_codegen")):
        done = place.run(*command, "check")
        assert done.returncode == 2
        assert "there is no catalog here" in done.stderr
    shutil.copytree(ROOT / "tests" / "cases" / "parcels" / "metadata", place.folder / "metadata")
    assert place.run("twilio-ops", "codegen", "check").returncode == 1
    assert place.run("twilio-ops", "codegen", "write").returncode == 0
    assert place.run("python", "-m", "twilio_ops_codegen", "check").returncode == 0
    done = place.run("python", "-c", "import sys; sys.path.insert(0, 'generated'); import acme_ops")
    assert done.returncode == 0, done.stderr
