"""What the emulator's modules import, and what their users pay for."""

from __future__ import annotations

import ast
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.behaviour import numbering


def imports(path: Path) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_the_emulator_knows_the_runtime_and_data_only(root: Path) -> None:
    """Neither the generator nor generated code; the server's library in one module, YAML in one."""
    by_module = {path.name: imports(path) for path in (root / "emulator").rglob("*.py")}
    everything = set().union(*by_module.values())
    assert {"codegen", "twilio_ops", "jinja2"}.isdisjoint(everything)
    assert ["helper_library.py"] == [name for name, known in by_module.items() if "twilio" in known]
    assert ["numbering.py"] == [
        name for name, known in by_module.items() if "phonenumbers" in known
    ]
    assert ["certificates.py"] == [name for name, known in by_module.items() if "trustme" in known]
    assert ["server.py"] == [name for name, known in by_module.items() if "aiohttp" in known]
    assert ["seeds.py"] == [name for name, known in by_module.items() if "yaml" in known]


def test_in_process_it_loads_neither_a_server_nor_a_client() -> None:
    """No socket library is paid for where there is no socket."""
    code = (
        "import sys, twilio_ops_emulator as t; t.Emulator().connection();"
        "assert not {'aiohttp', 'requests', 'yaml', 'xmlschema'} & set(sys.modules), sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_names_of_the_package() -> None:
    """They are there when they are asked for, and others are not."""
    import twilio_ops_emulator

    assert set(twilio_ops_emulator.__all__) <= set(dir(twilio_ops_emulator))
    for name in twilio_ops_emulator.__all__:
        assert getattr(twilio_ops_emulator, name).__module__.startswith("twilio_ops_emulator")
    assert not hasattr(twilio_ops_emulator, "Nothing")


def test_a_library_that_is_missing_is_warned_of_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In the emulator's own log; every number in E.164 can be one then."""

    def missing() -> None:
        raise EmulatorError("it is missing")

    caches = (numbering._library_or_none, numbering.is_possible)
    for each in caches:
        each.cache_clear()
    monkeypatch.setattr(numbering, "_library", missing)
    with caplog.at_level(logging.WARNING):
        assert numbering.is_possible("+1")
        assert numbering.is_possible("+99")
    said = "lengths of numbers are not checked: it is missing"
    assert caplog.record_tuples == [("twilio_ops_emulator", logging.WARNING, said)]
    for each in caches:
        each.cache_clear()
