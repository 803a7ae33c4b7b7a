"""The wheel in fresh virtual environments, with nothing of the checkout to fall back on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.slow


def interpreter(version: str) -> str:
    """A Python of a version, whose tests skip where the machine has none."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" == version:
        return sys.executable
    found = shutil.which(f"python{version}")
    if found is not None and subprocess.run([found, "-V"], capture_output=True).returncode == 0:
        return found
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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the sdist gives."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


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
