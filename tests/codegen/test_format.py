"""Whether everything that is written is as black writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codegen.importer_support import ROOT
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.data import TEMPLATES
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.render import render

PARCELS = ROOT / "tests" / "cases" / "parcels" / "metadata"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 'narrow'\n", 'x = "narrow"\n'),
        (f"x = ['{'long' * 40}']\n", f'x = [\n    "{"long" * 40}"\n]\n'),
        (f"x = ['{'長' * 70}']\n", f'x = [\n    "{"長" * 70}"\n]\n'),  # twice as wide
    ],
    ids=["narrow", "long", "wide"],
)
def test_every_source_is_as_black_writes_it(text: str, expected: str) -> None:
    """Quotes and lines that are too long are black's, whatever the letters."""
    assert {"x.py": expected} == Formatter().format([Source("x.py", text)])


def test_what_is_no_python_is_named() -> None:
    """With the file that a template made."""
    with pytest.raises(CodegenError, match=r"^x\.py: the template made no valid Python: "):
        Formatter().format([Source("x.py", "x = = 1\n")])


def test_a_template_of_the_users_need_not_know_the_style(tmp_path: Path) -> None:
    """What it writes is formatted like the rest."""
    name = "test_object.py.jinja"
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(f"x = ['ours']\n{text}", encoding="utf-8")
    files = {file.path: file.text for file in render(load(PARCELS), tmp_path)}
    assert [text for text in files.values() if text.startswith('x = ["ours"]')]
