"""Whether everything that is written is as black writes it; black itself sees only what has long lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.codegen.importer_support import CONVENTIONS, ROOT
from tests.codegen.test_importer_published import CURRENT
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.data import TEMPLATES
from twilio_ops_codegen.emit.format import LINE_LENGTH, Formatter, Source
from twilio_ops_codegen.emit.render import render
from twilio_ops_codegen.importer import import_documents

CASES = sorted((ROOT / "tests" / "cases").glob("*/metadata"))


class Seen(Formatter):
    """A formatter that keeps what it was given, and has black look at all of it."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """Formats what the templates are trusted to have settled, too."""
        self.sources = list(sources)
        assert all(source.settled for source in self.sources)
        return super().format(source._replace(settled=False) for source in self.sources)


def changed(catalog: Path) -> list[str]:
    """The files that black writes otherwise than the templates, though no line is too wide."""
    formatter = Seen()
    written = {file.path: file.text for file in render(load(catalog), formatter=formatter)}
    assert formatter.sources
    return [
        source.path
        for source in formatter.sources
        if source.text != written[source.path] and not is_wide(source.text)
    ]


def is_wide(text: str) -> bool:
    """Whether black has a line to break; letters beyond ASCII may count twice."""
    return not text.isascii() or max(map(len, text.splitlines()), default=0) > LINE_LENGTH


@pytest.mark.slow
@pytest.mark.parametrize("catalog", CASES, ids=lambda path: path.parent.name)
def test_templates_write_as_black_does(catalog: Path) -> None:
    """The generator takes their word for it: a template that is off by a blank line is found here."""
    assert [] == changed(catalog)


@pytest.mark.slow
def test_templates_write_the_catalog_as_black_does() -> None:
    """All objects together have every shape that a template knows."""
    assert [] == changed(ROOT / "metadata")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(CURRENT))
def test_templates_write_published_documents_as_black_does(
    name: str, shared: Path, tmp_path: Path
) -> None:
    """Names and values as they come are no exception."""
    import_documents([shared / "openapi" / f"twilio_{name}.json"], tmp_path, CONVENTIONS)
    assert [] == changed(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 'single'\n", 'x = "single"\n'),
        (f"x = ['{'long' * 40}']\n", f'x = [\n    "{"long" * 40}"\n]\n'),
        (f"x = ['{'長' * 70}']\n", f'x = [\n    "{"長" * 70}"\n]\n'),  # twice as wide
    ],
    ids=["narrow", "long", "wide"],
)
def test_a_source_is_written_as_black_writes_it(text: str, expected: str) -> None:
    """However its template wrote it."""
    assert {"x.py": expected} == Formatter().format([Source("x.py", text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 'trusted'\n", "x = 'trusted'\n"),
        (f"x = ['{'a' * 124}']\n", f"x = ['{'a' * 124}']\n"),
        (f"x = ['{'a' * 125}']\n", f'x = [\n    "{"a" * 125}"\n]\n'),
        (f'f(\n    "{"long" * 40}",\n)\n', f'f(\n    "{"long" * 40}",\n)\n'),
        (f'f(\n    a="{"long" * 40}",\n)\n', f'f(\n    a="{"long" * 40}",\n)\n'),
        (f"x = ['{'long' * 40}']\n", f'x = [\n    "{"long" * 40}"\n]\n'),
        (f"x = ['{'長' * 70}']\n", f'x = [\n    "{"長" * 70}"\n]\n'),
    ],
    ids=["narrow", "widest", "too-wide", "unbreakable", "unbreakable-argument", "long", "wide"],
)
def test_a_settled_source_is_formatted_if_a_line_has_to_be_broken(text: str, expected: str) -> None:
    """What fits is taken as it is; a line that is one text cannot be broken, so that it fits."""
    assert {"x.py": expected} == Formatter().format([Source("x.py", text, settled=True)])


@pytest.mark.parametrize("settled", [False, True])
def test_what_is_no_python_is_named(settled: bool) -> None:
    """The message has the file and what the parser says; whoever wrote it."""
    with pytest.raises(CodegenError, match=r"^x\.py: the template made no valid Python: "):
        Formatter().format([Source("x.py", "x = = 1\n", settled)])


def test_a_template_of_the_users_need_not_know_blacks_style(tmp_path: Path) -> None:
    """It is formatted as the project's are."""
    name = "test_object.py.jinja"
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text("x = ['ours']\n" + text, encoding="utf-8")
    files = {file.path: file.text for file in render(load(CASES[-1]), tmp_path)}
    tests = [text for path, text in files.items() if text.startswith('x = ["ours"]')]
    assert tests
