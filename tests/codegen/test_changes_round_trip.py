"""Documents that were really published become packages that hold: import, generate, test, type-check."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.emit.format import Formatter
from twilio_ops_codegen.emit.render import render
from twilio_ops_codegen.importer import import_documents

ROOT = Path(__file__).resolve().parent.parent.parent
DAYS = ("2024-02-09", "2024-02-27", "2025-07-24", "2025-09-04")


@pytest.fixture(scope="session")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all documents: most of their modules are the same."""
    return tmp_path_factory.mktemp("formatter") / "formatted.json"


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_a_published_document_becomes_a_package(
    shared: Path, tmp_path: Path, formatted: Path, day: str
) -> None:
    """Into a fresh catalog: the package passes its generated tests and ``mypy --strict``."""
    (path,) = (shared / "openapi" / "history").glob(f"*.{day}.json")
    catalog = tmp_path / "metadata"
    conventions = ROOT / "metadata" / "import.yaml"
    import_documents([path], catalog, conventions)
    again = import_documents([path], catalog, conventions)
    assert not again.changed
    loaded = load(catalog)
    out = tmp_path / "out"
    for file in render(loaded, formatter=Formatter(formatted)):
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    package = loaded.service.package
    tests = sorted({path.parent for path in out.rglob("test_*.py")})
    assert tests
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (out, ROOT / "runtime"))),
        "MYPYPATH": os.pathsep.join(map(str, (out, ROOT / "runtime"))),
    }
    options = ["-q", "--import-mode=importlib", "-p", "no:cacheprovider", "-W", "error"]
    commands = {
        "tests": [sys.executable, "-m", "pytest", *options, *map(str, tests)],
        "types": [sys.executable, "-m", "mypy", "--strict", "-p", package],
    }
    for name, command in commands.items():
        done = subprocess.run(
            command, cwd=out, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{name} of {day}:\n{done.stdout[-4000:]}{done.stderr[-2000:]}"
    shutil.rmtree(out)
