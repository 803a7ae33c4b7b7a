"""Whether everything that is written is as black writes it, also what black does not see."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.codegen.importer_support import CONVENTIONS, ROOT
from tests.codegen.test_importer_published import CURRENT
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.data import TEMPLATES
from twilio_ops_codegen.emit.environment import STYLED
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.render import render
from twilio_ops_codegen.importer import import_documents

CATALOGS = [ROOT / "metadata", *sorted((ROOT / "tests" / "cases").glob("*/metadata"))]


class Seen(Formatter):
    """A formatter that keeps what it was given."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """Formats as usual."""
        self.sources = list(sources)
        return super().format(self.sources)


def changed(catalog: Path) -> list[str]:
    """The files of styled templates that black would write otherwise."""
    formatter = Seen()
    written = {file.path: file.text for file in render(load(catalog), formatter=formatter)}
    styled = [source for source in formatter.sources if source.styled]
    assert styled
    formatted = Formatter().format([source._replace(styled=False) for source in styled])
    return [path for path, text in formatted.items() if text != written[path]]


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.parent.name)
def test_what_is_styled_is_as_black_writes_it(catalog: Path) -> None:
    """Of every file that black is spared, black changes nothing."""
    assert [] == changed(catalog)


@pytest.mark.parametrize("name", sorted(CURRENT))
def test_what_is_styled_of_published_documents(name: str, shared: Path, tmp_path: Path) -> None:
    """Names and values as they come are no exception."""
    import_documents([shared / "openapi" / f"twilio_{name}.json"], tmp_path, CONVENTIONS)
    assert [] == changed(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 'styled'\n", "x = 'styled'\n"),
        (f"x = ['{'long' * 40}']\n", f'x = [\n    "{"long" * 40}"\n]\n'),
        (f"x = ['{'長' * 70}']\n", f'x = [\n    "{"長" * 70}"\n]\n'),  # twice as wide
    ],
    ids=["narrow", "long", "wide"],
)
def test_black_is_spared_what_is_styled_and_narrow(text: str, expected: str) -> None:
    """A line that is too long, or may be, is black's."""
    assert {"x.py": expected} == Formatter().format([Source("x.py", text, styled=True)])


@pytest.mark.parametrize("styled", [True, False])
def test_what_is_no_python_is_named(styled: bool) -> None:
    """Whoever looks at it."""
    with pytest.raises(CodegenError, match=r"^x\.py: the template made no valid Python: "):
        Formatter().format([Source("x.py", "x = = 1\n", styled)])


def test_a_template_of_the_users_is_not_styled_unless_it_says_so(tmp_path: Path) -> None:
    """It need not know black's style."""
    name = "wire.py.jinja"
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert text.startswith(STYLED)
    theirs = text.replace(STYLED, "{# ours #}").replace('["Shape", "to_records"]', "['Shape']")
    (tmp_path / name).write_text(theirs, encoding="utf-8")
    files = {file.path: file.text for file in render(load(CATALOGS[-1]), tmp_path)}
    wires = [text for path, text in files.items() if "/_wire/" in path and "Shape" in text]
    assert wires and all('__all__ = ["Shape"]' in text for text in wires)
