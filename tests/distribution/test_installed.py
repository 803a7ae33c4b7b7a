"""The wheel in fresh virtual environments, with nothing of the checkout to fall back on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.distribution.test_workflows import document
from twilio_ops_cli.group import ENTRIES

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.slow


def interpreter(version: str) -> str:
    """A Python of a version, whose tests skip where the machine has none."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" == version:
        return sys.executable
    beside = Path.home() / ".pyenv" / "versions"  # where a shim of pyenv finds none by itself
    found = [shutil.which(f"python{version}"), *beside.glob(f"{version}.*/bin/python{version}")]
    for path in filter(None, found):
        if subprocess.run([path, "-V"], capture_output=True, check=False).returncode == 0:
            return str(path)
    pytest.skip(f"this machine has no Python {version}")


class Installed:
    """A virtual environment with the wheel, and an empty folder to work in."""

    def __init__(self, folder: Path, python: str, wheel: Path, extra: str) -> None:
        self.folder = folder / "work"
        self.folder.mkdir()
        self.bin = folder / "venv" / "bin"
        subprocess.run([python, "-m", "venv", str(folder / "venv")], check=True)
        what = f"{wheel}[{extra}]" if extra else str(wheel)
        pip = [str(self.bin / "python"), "-m", "pip", "install", "--quiet", what]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode and "No matching distribution" in done.stderr:
            pytest.skip(f"no package index here: {done.stderr.splitlines()[-1]}")
        assert done.returncode == 0, done.stderr

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment in the empty folder."""
        command = [str(self.bin / words[0]), *words[1:]]
        return subprocess.run(
            command, cwd=self.folder, env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def json(self, code: str) -> Any:
        """What a program of the environment prints as JSON."""
        done = self.run("python", "-W", "error", "-c", code)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def build(target: str, source: Path, folder: Path) -> Path:
    """Builds a wheel or an sdist of a source tree; the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=source)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the sdist gives."""
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["tar", "-xf", str(sdist), "-C", str(unpacked)], check=True)
    (source,) = unpacked.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def own_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the checkout gives."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("own"))


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_the_base_install(tmp_path: Path, wheel: Path, version: str) -> None:
    """Typed operations work, and the command says which extra it needs."""
    place = Installed(tmp_path, interpreter(version), wheel, "")
    code = (
        "from twilio_ops.api.message import CreateMessage\n"
        "from twilio_ops_emulator import Emulator\n"
        "with Emulator() as twilio, twilio.connection() as connection:\n"
        "    sent = CreateMessage(connection)(to='+13115556789', from_='+13115550000', body='Hello')\n"
        "print(sent.status)"
    )
    done = place.run("python", "-W", "error", "-c", code)
    assert (done.returncode, done.stdout) == (0, "queued\n"), done.stderr
    for words, extra in ((["objects"], "cli"), (["codegen", "check"], "cli,codegen")):
        done = place.run("twilio-ops", *words)
        assert done.returncode == 2
        assert f"pip install 'twilio-ops[{extra}]'" in done.stderr


BROUGHT = {
    "": set[str](),
    "cli": {"click", "platformdirs", "questionary", "rich", "ruamel"},
    "components": {"ruamel"},
    "codegen": {"jinja2", "black", "yaml", "anyascii", "cattrs", "click", "rich"},
    "emulator": {"aiohttp", "yaml", "phonenumbers", "platformdirs", "trustme"},
    "keyring": {"keyring"},
    "parquet": {"pyarrow"},
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


@pytest.mark.parametrize(
    ("version", "extra"),
    [
        *(("3.11", extra) for extra in BROUGHT),
        *((version, "all") for version in ("3.11", "3.12", "3.13", "3.14")),
    ],
)
def test_every_extra(tmp_path: Path, own_wheel: Path, version: str, extra: str) -> None:
    """Whatever imports, imports; a command that needs another extra names it, and has no traceback."""
    place = Installed(tmp_path, interpreter(version), own_wheel, extra)
    found = place.json(IMPORT_ALL)
    everything = {name for names in BROUGHT.values() for name in names}
    absent = set[str]() if extra == "all" else everything - BROUGHT[extra]
    assert found["modules"] > 150
    assert set(found["missing"]) <= absent | {"pytest"}
    helped = 0
    for command in ("--help", *ENTRIES):
        words = [command] if command == "--help" else [command, "--help"]
        done = place.run("twilio-ops", *words)
        assert "Traceback" not in done.stderr, command
        if done.returncode == 2:
            assert "pip install 'twilio-ops[" in done.stderr, command
        else:
            assert (done.returncode, bool(done.stdout)) == (0, True), command
            helped += 1
    if extra in ("cli", "codegen", "all"):  # those bring click
        assert helped >= 4
    if extra == "all":
        assert helped == len(ENTRIES) + 1


@pytest.mark.parametrize("version", ["3.11", "3.13"])
def test_a_repository_of_ones_own(tmp_path: Path, own_wheel: Path, version: str) -> None:
    """From an empty folder to a tested package, and on to its next release, with the wheel alone."""
    place = Installed(tmp_path, interpreter(version), own_wheel, "codegen")
    pip = ["-m", "pip", "install", "--quiet", "pytest", "mypy"]
    assert place.run("python", *pip).returncode == 0
    text = {"type": "string"}
    source = place.folder / "parcels.json"
    source.write_text(json.dumps(document(Street=text, Locker=text)))

    def codegen(*words: str, code: int = 0) -> str:
        done = place.run("twilio-ops", "codegen", *words)
        assert done.returncode == code, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    codegen("init", "--from", "parcels.json", "--package", "parcel_ops")
    codegen("write")
    codegen("check")
    git = "git -c user.name=Tester -c user.email=tester@example.com"
    step = f"{git} add --all && {git} commit --quiet --message step"
    run = {"cwd": place.folder, "shell": True, "check": True}
    subprocess.run(f"git init --quiet && {step}", **run)  # type: ignore[call-overload]
    tests = place.run("python", "-m", "pytest", "-q", "--import-mode=importlib", "-p", "no:cacheprovider", "-o", "pythonpath=generated", "generated")  # fmt: skip
    assert tests.returncode == 0, tests.stdout + tests.stderr
    typed = place.run("python", "-m", "mypy", "--strict", "generated/parcel_ops")
    assert typed.returncode == 0, typed.stdout
    source.write_text(json.dumps(document(Street=text, Sender=text)))
    codegen("import", "parcels.json")
    said = codegen(
        "changes", "HEAD", "--fragment", "changelog.d/sender", "--fail-on", "breaking", code=1
    )
    assert "Verdict: breaking" in said
    assert "Locker" in (place.folder / "changelog.d" / "sender.breaking.md").read_text()
    assert "stale: parcel_ops/" in codegen("check", code=1)
    codegen("write")
    codegen("check")
    assert "sender" in (place.folder / "generated/parcel_ops/api/parcel.py").read_text()
    manifest = place.folder / "pyproject.toml"
    text_before = manifest.read_text()
    manifest.write_text(text_before.replace('version = "0.1.0"', 'version = "0.1.1"'))
    said = codegen("changes", "HEAD", "--check-release", code=1)
    assert "Contradiction" in said  # the version was raised too little
    manifest.write_text(text_before.replace('version = "0.1.0"', 'version = "0.2.0"'))
    codegen("changes", "HEAD", "--check-release")
    built = place.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", ".", "-w", "dist")
    assert built.returncode == 0, built.stderr
    assert [path.name for path in (place.folder / "dist").iterdir()] == [
        "parcel_ops-0.2.0-py3-none-any.whl"
    ]


@pytest.mark.parametrize("version", ["3.11", "3.13"])
def test_the_command(tmp_path: Path, wheel: Path, version: str) -> None:
    """With ``cli`` it reads and browses; the generator asks for its own extra."""
    place = Installed(tmp_path, interpreter(version), wheel, "cli")
    done = place.run("twilio-ops", "query", "Account", "--emulator", "-o", "jsonl")
    assert done.returncode == 0, done.stderr
    assert '"FriendlyName"' in done.stdout
    assert place.run("twilio-ops", "--version").stdout.startswith("twilio-ops ")
    (place.folder / "metadata").mkdir()
    done = place.run("twilio-ops", "codegen", "check")
    assert done.returncode == 2
    assert "pip install 'twilio-ops[codegen]'" in done.stderr


@pytest.mark.parametrize("version", ["3.11", "3.13"])
def test_the_generator(tmp_path: Path, wheel: Path, version: str) -> None:
    """With ``codegen`` a catalog of one's own becomes a package; without one it refuses."""
    place = Installed(tmp_path, interpreter(version), wheel, "codegen")
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
