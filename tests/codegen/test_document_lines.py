"""A place of a document has the line on which a reader finds it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.codegen.importer_support import write
from tests.codegen.test_hostile_text import DOCUMENT
from twilio_ops_codegen.importer.document_lines import DocumentLines


def marked(value: Any, marks: Iterator[int]) -> Any:
    """The same mappings and lists, with a mark of its own for each other value and each name."""
    if isinstance(value, dict):
        return {f"key{next(marks)} {name}": marked(inner, marks) for name, inner in value.items()}
    if isinstance(value, list):
        return [marked(inner, marks) for inner in value]
    return f"value{next(marks)} \u00fc\"'{{[,:]}}#\\"


def places(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each place, and the mark that stands on its line."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*place, name), name.split(" ")[0]
            yield from places(inner, (*place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if isinstance(inner, str):
                yield (*place, str(index)), inner.split(" ")[0]
            yield from places(inner, (*place, str(index)))


@pytest.mark.parametrize(
    "text",
    [
        lambda value: json.dumps(value, indent=1),
        lambda value: json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "\n\n \t"),
        lambda value: json.dumps(value),
        lambda value: yaml.safe_dump(value, sort_keys=False, width=10_000),
        lambda value: yaml.safe_dump(value, sort_keys=False, width=10_000, allow_unicode=True),
    ],
    ids=["json", "blank lines", "one line", "yaml", "yaml in other signs"],
)
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n"], ids=["", "mark", "blank"])
def test_every_place_has_its_line(tmp_path: Path, text: Any, start: str) -> None:
    """Names of mappings and what lists hold; a place that is not there has the line around it."""
    value = marked({**DOCUMENT, "nested": [["a", ["b"]], [], {}, "c"]}, iter(range(10_000)))
    written = start + text(value)
    name = "a.json" if text(value)[0] == "{" else "a.yaml"
    path = write(tmp_path, None, name)
    path.write_text(written, encoding="utf-8")
    lines = {}
    for number, line in enumerate(written.removeprefix("\ufeff").splitlines(), 1):
        for word in line.replace('"', " ").replace("'", " ").replace("-", " ").split():
            lines[word] = number
    found = DocumentLines(path)
    for place, mark in places(value):
        assert found.line(place) == lines[mark], place
        assert found.line((*place, "nowhere", "at all")) == lines[mark]
    assert found.line(()) == 1
    assert found.line(("nowhere",)) == 1
