"""The emulator's page of documentation says what is so: its blocks run, its tables are whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_emulator import Emulator
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.__main__ import _parser
from twilio_ops_emulator.api.messages import Request
from twilio_ops_emulator.control.control import PREFIX
from twilio_ops_emulator.control.faults import KINDS
from twilio_ops_emulator.coverage import summary
from twilio_ops_emulator.model import Catalog

pytest_plugins = ["pytester"]

PAGE = Path("docs") / "emulator.md"
BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def page(root: Path) -> str:
    """The text of the page."""
    return (root / PAGE).read_text(encoding="utf-8")


def test_the_blocks_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, in one place, as a reader would run them."""
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    done = 0
    for language, title, code in BLOCK.findall(page):
        if language == "yaml":
            name = re.match(r"# (\S+)\n", code)
            assert name is not None
            Path(name[1]).write_text(code, encoding="utf-8")
        elif language == "python" and not title:
            exec(compile(code, f"{PAGE}, block {done}", "exec"), names)
            done += 1
    assert done >= 8


def test_the_readme_of_the_tester_runs(root: Path) -> None:
    """Its one example."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    part = readme.partition("## For the tester")[2].partition("\n## ")[0]
    ((_, _, code),) = [block for block in BLOCK.findall(part) if block[0] == "python"]
    exec(compile(code, "README.md", "exec"), {})


def test_the_tests_on_it_pass(page: str, pytester: pytest.Pytester) -> None:
    """Blocks with a title are files of tests."""
    found = 0
    for _, title, code in BLOCK.findall(page):
        if title:
            pytester.path.joinpath(title).write_text(code, encoding="utf-8")
            found += code.count("def test_")
    assert found
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=found)


def test_what_is_emulated_is_said_as_it_is(page: str) -> None:
    """The sentence of the coverage."""
    assert summary(Catalog(facts.catalog())) in page


def test_every_option_and_fault_is_named(page: str) -> None:
    """And none that there is not."""
    options = {
        word
        for action in _parser("emulator")._actions
        for word in action.option_strings
        if word != "-h"
    }
    program = page.partition("## As a program")[2].partition("\n## ")[0]
    assert options - {"--help"} == set(re.findall(r"--[a-z-]+", program))
    kinds = page.partition("## Faults")[2].partition("\n## ")[0]
    assert set(KINDS) == set(re.findall(r"^\| `(\w+)` \|", kinds, re.MULTILINE))


def test_every_path_of_control_is_named(page: str) -> None:
    """And each is there."""
    emulator = Emulator()
    part = page.partition("## Control over HTTP")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(GET|POST|DELETE) /([\w/-]*)`", part))
    known = {
        *emulator._control._actions,
        ("POST", "advance"),
        ("GET", ""),
        ("GET", "timeline/CALL"),
        ("GET", "list/OBJECT"),
        ("GET", "threads/KEY"),
        ("GET", "record/OBJECT/SID"),
        ("GET", "seed-of/OBJECT/SID"),
        ("GET", "records/OBJECT"),
        ("DELETE", "records/OBJECT/SID"),
        ("DELETE", "faults/N"),
    }
    assert known == named
    for method, path in named:
        asked = path.replace("OBJECT", "Call")
        assert 404 != emulator.exchange(Request(method, f"{PREFIX}/{asked}")).status
