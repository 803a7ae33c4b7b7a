"""No command loads what another needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_cli.group import ENTRIES

ROOT = Path(__file__).resolve().parents[2]

PARTS = {
    "operations": {"twilio_ops", "twilio_ops_runtime"},
    "http": {"requests", "urllib3"},
    "xml": {"lxml", "xmlschema"},
    "emulator": {"twilio_ops_emulator", "aiohttp", "phonenumbers", "trustme"},
    "components": {"twilio_ops_components", "ruamel.yaml"},
    "catalog": {"yaml", "cattrs"},
    "templates": {"jinja2", "black"},
    "terminal": {"rich", "questionary", "prompt_toolkit"},
    "parquet": {"pyarrow"},
}
MAY_LOAD = {
    "--help": "",
    "objects Message Create": "operations",
    "query Account --emulator": "operations emulator xml",
    "check send.yaml": "operations xml components",
    "run send.yaml a.xml --out out --emulator": "operations xml emulator components",
    "journal status no.journal": "operations",
    "report --help": "",
    "emulator --coverage": "operations emulator xml",
    "codegen list --catalog METADATA": "catalog",
    "codegen import no.json --into somewhere": "catalog",
}
"""What command lines may load, of the parts above; all else is for others."""

PROGRAM = """
import contextlib, io, json, os, sys
import click
from twilio_ops_cli.__main__ import main
for words in json.loads(sys.argv[1]):
    if os.fork() == 0:  # each begins as a new process does, but for what is loaded already
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = main(words)
        found = json.dumps([" ".join(words), code, sorted(sys.modules)])
        os.write(1, found.encode() + b"\\n")
        os._exit(0)
    os.wait()
"""


def loaded(folder: Path, lines: list[str]) -> dict[str, tuple[int, set[str]]]:
    """The exit code of each command line, and what was loaded for it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps([line.split() for line in lines])],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows: list[Any] = [json.loads(line) for line in done.stdout.splitlines()]
    return {line: (code, set(modules)) for line, code, modules in rows}


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked here")


@pytest.mark.slow
@needs_fork
def test_nothing_else_is_loaded(tmp_path: Path) -> None:
    """For what each command does, and for what it has to refuse."""
    (tmp_path / "send.yaml").write_text(
        "format: 1\noperation: {object: Message, action: Create, name: send}\n", encoding="utf-8"
    )
    (tmp_path / "a.xml").write_text(
        "<Message><To>+13115550001</To><From>+13115550000</From><Body>a</Body></Message>",
        encoding="utf-8",
    )
    metadata = str(ROOT / "tests" / "cases" / "parcels" / "metadata")
    lines = {
        line.replace("METADATA", metadata): set(parts.split()) for line, parts in MAY_LOAD.items()
    }
    found = loaded(tmp_path, list(lines))
    assert set(found) == set(lines)
    for line, parts in lines.items():
        code, modules = found[line]
        assert code == (2 if " no." in line else 0), line
        more = {name for name, names in PARTS.items() if names & modules} - parts
        assert more == set(), f"{line}: {sorted(PARTS[next(iter(more))] & modules)}"


@pytest.mark.slow
@needs_fork
def test_help_loads_no_operation_and_no_generator(tmp_path: Path) -> None:
    """A command's help needs its own options alone; the emulator's has them itself."""
    lines = [f"{name} --help" for name in ENTRIES if name != "emulator"]
    found = loaded(tmp_path, lines)
    assert set(found) == set(lines)
    for line, (code, modules) in found.items():
        assert code == 0
        for part in ("http", "xml", "emulator", "catalog", "templates", "terminal", "parquet"):
            assert not PARTS[part] & modules, f"{line}: {sorted(PARTS[part] & modules)}"
