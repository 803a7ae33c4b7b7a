"""Building the distribution, and installing it where nothing of the checkout is to fall back on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def build(target: str, source: Path, folder: Path) -> Path:
    """Builds a wheel or an sdist of a source tree; the file."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=source)
    (built,) = folder.iterdir()
    return built


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
    """A virtual environment with the wheel, and an empty folder to work in.

    uv makes it, from its cache: pip takes ten times as long, and one test has pip do it.
    """

    def __init__(self, folder: Path, python: str, wheel: Path, extra: str) -> None:
        if find_spec("uv") is None:
            pytest.skip("uv is not installed")
        self.folder = folder / "work"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.bin = folder / "venv" / "bin"
        _uv("venv", "--quiet", "--clear", "--no-project", "--python", python, str(folder / "venv"))
        # Environments that follow each other at one place need not compile the same modules again.
        self.environment = {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        self.install(f"{wheel}[{extra}]" if extra else str(wheel))

    def install(self, *what: str) -> None:
        """Installs something more."""
        _uv("pip", "install", "--quiet", "--python", str(self.bin / "python"), *what)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment in the empty folder."""
        command = [str(self.bin / words[0]), *words[1:]]
        return subprocess.run(
            command,
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), **self.environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def json(self, code: str) -> Any:
        """What a program of the environment prints as JSON in its last line."""
        done = self.run("python", "-W", "error", "-c", code)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])


def _uv(*words: str) -> None:
    """Runs uv; skips where no index can be reached, fails where it refuses."""
    command = [sys.executable, "-m", "uv", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "Failed to fetch" in done.stderr:
        pytest.skip(f"no package index here: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
