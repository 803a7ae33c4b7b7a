"""Hostile text in every string of a document, a catalog, its overlays and words: it stays data.

Each run ends in one of two ways: what is wrong is refused, with file and line, or all files are made.
Then every module parses, and consists of nothing but what the harmless run's modules consist of;
profiles and samples are well formed, of the same elements.
"""

from __future__ import annotations

import ast
import builtins
import copy
import json
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from tests.codegen.importer_support import (
    CONVENTIONS,
    JSON,
    ROOT,
    SID,
    TEXT,
    document,
    listing,
    operation,
    parameter,
    record,
    ref,
)
from twilio_ops_codegen.catalog.errors import CatalogError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.render import render
from twilio_ops_codegen.importer import ImportFailed, import_documents

HOSTILE = {
    "docstring": '"""\n    open("PWNED", "w").write("x")\n    x = """',
    "quotes": "'''\" ' \"\"\"",
    "end": 'a"',
    "backslash": "\\",
    "lines": 'a\nimport os\r\x85\u2028os.system("x")',
    "bidi": "\u202e\u2066x\u200b",
    "print": "{{ 7 * 7 }}",
    "block": "{% for x in y %}{# #}",
    "nul": "a\0b",
    "surrogate": "\ud800",
    "marks": "\x02x\x03",
    "markup": '</xs:element><!-- ]]> &amp; "<?x?>',
    "expression": "(a+)+$",
    "format": "{0.__class__}{x!r}%s$x",
    "path": "../../../etc/x",
    "name": "__import__('os')",
}
LONG = {"long": "A" * 1_000_000}

DOCUMENT: dict[str, Any] = document(
    {
        "/v1/Parcels": {
            "x-twilio": {"parent": "/Depots/{Sid}"},
            "get": operation(
                "ListParcel",
                listing(ref("Parcel")),
                parameters=[
                    parameter("At", schema={"type": "string", "format": "date-time"}),
                    parameter("At<", schema={"type": "string", "format": "date-time"}),
                    parameter("Kind", schema=ref("parcel_enum_kind")),
                    parameter("PageSize", schema={"type": "integer", "maximum": 50}),
                ],
            ),
            "post": operation(
                "CreateParcel",
                ref("Parcel"),
                status="201",
                media=JSON,
                body=record(
                    kind=ref("parcel_enum_kind"),
                    tags={"type": "array", "items": TEXT},
                    to=ref("Address"),
                    note=TEXT | {"default": "fragile", "description": "What to mind."},
                )
                | {"required": ["kind"]},
                parameters=[parameter("X-Version", "header")],
                **{"x-twilio": {"conditional": [["kind", "note"]]}, "summary": "Make one."},
            ),
        },
        "/v1/Parcels/{Sid}": {
            "parameters": [parameter("Sid", "path", SID)],
            "get": operation("FetchParcel", ref("Parcel"), description="Get one."),
            "post": operation(
                "UpdateParcel",
                ref("Parcel"),
                body=record(kind=TEXT, Route={"type": "string", "pattern": "^[a-z]+$"}),
            ),
            "delete": operation("DeleteParcel", status="204", deprecated=True),
        },
    },
    schemas={
        "Parcel": record(
            sid=SID,
            kind=ref("parcel_enum_kind"),
            to=ref("Address"),
            links={"type": "object", "format": "uri-map"},
            owner=TEXT | {"x-twilio": {"pii": {"handling": "standard", "deleteSla": 30}}},
        ),
        "Address": record(street=TEXT, box=TEXT) | {"required": ["street"]},
        "parcel_enum_kind": {"type": "string", "enum": ["no", "in-depot"]},
    },
)

Step = str | int
Place = tuple[Step, ...]
KEY = "its key"
"""The last step of the place of a key of a mapping."""


class AsItIs(Formatter):
    """Leaves Python as it was rendered: black takes long, and formats no more than what parses."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        return {source.path: source.text for source in sources}


def strings(value: Any, place: Place = ()) -> Iterator[Place]:
    """Where there is text in a value: values, and keys of mappings."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(key, str):
                yield (*place, key, KEY)
            yield from strings(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from strings(inner, (*place, index))


def replaced(value: Any, place: Place, change: Callable[[str], str]) -> Any:
    """A copy of a value with another text at a place."""
    made = copy.deepcopy(value)
    target, steps = made, list(place)
    if steps[-1] == KEY:
        *above, key = steps[:-1]
        for step in above:
            target = target[step]
        renamed = {change(name) if name == key else name: item for name, item in target.items()}
        target.clear()
        target.update(renamed)
        return made
    for step in steps[:-1]:
        target = target[step]
    target[steps[-1]] = change(target[steps[-1]])
    return made


def ways(hostile: str) -> list[Callable[[str], str]]:
    """In place of a text, and in the middle of it."""
    return [
        lambda text: hostile,
        lambda text: text[: len(text) // 2] + hostile + text[len(text) // 2 :],
    ]


def shape(node: ast.AST, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """What a module consists of: the kinds of nodes from the module down to each."""
    here = (*above, type(node).__name__)
    yield here
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr_context):
            yield from shape(child, here)


def unknown_names(tree: ast.Module) -> set[str]:
    """The names that a module reads and neither makes, imports nor takes."""
    made: set[str] = set(dir(builtins)) - {"open", "exec", "eval", "__import__", "compile"}
    read: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else made).add(node.id)
        elif isinstance(node, ast.ClassDef | ast.FunctionDef):
            made.add(node.name)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, ast.alias):
            made.add(node.asname or node.name.split(".")[0])
    return read - made


def elements(text: str) -> Iterator[tuple[str, ...]]:
    """The kinds of elements of a profile, each with that around it."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    for node in root.iter():
        above = node.getparent()
        assert isinstance(node.tag, str), "a comment or a processing instruction"
        yield ("" if above is None else str(above.tag), node.tag)


def consists_of(files: dict[str, str]) -> set[tuple[str, ...]]:
    """What files consist of; checks that each can be read, and is what its name says."""
    found: set[tuple[str, ...]] = set()
    for path, text in files.items():
        assert not path.startswith("/") and ".." not in path.split("/"), path
        assert "\\" not in path and path.isprintable(), path
        if path.endswith(".py"):
            tree = ast.parse(text)
            assert unknown_names(tree) == set(), (path, unknown_names(tree))
            found |= {("py", *each) for each in shape(tree)}
        elif path.endswith(".xsd"):
            found |= {("xsd", *each) for each in elements(text)}
        elif path.endswith(".xml"):
            root = etree.fromstring(text.encode())
            assert all(isinstance(node.tag, str) for node in root.iter()), path
        elif path.endswith(".json"):
            json.loads(text)
    return found


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled templates are kept."""
    return tmp_path_factory.mktemp("compiled")


def made_of_catalog(folder: Path, compiled: Path) -> dict[str, str] | None:
    """The files made of a catalog; None = it is refused, with file and line of each mistake."""
    try:
        catalog = load(folder)
    except CatalogError as refused:
        assert any(one.line for one in refused.mistakes), str(refused)[:500]
        assert all(one.file for one in refused.mistakes)
        assert len(str(refused)) < 20_000
        return None
    return {file.path: file.text for file in render(catalog, None, AsItIs(), compiled)}


def made_of_document(folder: Path, value: Any, compiled: Path) -> dict[str, str] | None:
    """The files made of a document; None = it is refused, with file and line of each problem."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "document.json"
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    into = folder / "catalog"
    try:
        report = import_documents([path], into, CONVENTIONS)
    except ImportFailed as refused:
        assert all(one.line for one in refused.problems), str(refused)[:500]
        assert len(str(refused)) < 20_000
        assert not into.exists()
        return None
    files = made_of_catalog(into, compiled) if report.objects else {}
    assert files is not None, "import has taken what load refuses"
    return files


@cache
def harmless(compiled: Path) -> frozenset[tuple[str, ...]]:
    """What the files of the document itself and of made-up catalogs consist of."""
    files = made_of_document(compiled / "harmless", DOCUMENT, compiled)
    assert files
    return frozenset(consists_of(files)) | usual_rows(compiled)


@cache
def plain_at(compiled: Path, place: Place) -> frozenset[tuple[str, ...]]:
    """What the files consist of where a harmless word stands at a place.

    Another word changes what a document says, be it one that is no key either.
    """
    found: set[tuple[str, ...]] = set()
    for word in ("harmless", ""):
        other = replaced(DOCUMENT, place, lambda text, word=word: word)
        files = made_of_document(compiled / "plain", other, compiled)
        assert files is not None or not word, place
        found |= consists_of(files or {})
    return frozenset(found)


def check_document(
    place: Place, change: Callable[[str], str], folder: Path, compiled: Path
) -> None:
    """Makes the document's package with another text at a place, and looks at all of it."""
    usual = harmless(compiled)
    files = made_of_document(folder / "hostile", replaced(DOCUMENT, place, change), compiled)
    if files is None or consists_of(files) <= usual:
        return
    strange = consists_of(files) - usual - plain_at(compiled, place)
    assert not strange, (place, sorted(strange)[:3])


PLACES = [place for place in strings(DOCUMENT) if place]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_a_document_is_data(name: str, tmp_path: Path, compiled: Path) -> None:
    """Some places for each text, others for each; the slow test tries all of them."""
    for place in random.Random(name).sample(PLACES, 3):
        check_document(place, ways(HOSTILE[name])[1], tmp_path, compiled)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE | LONG)
def test_hostile_text_in_every_string_of_a_document_is_data(
    name: str, tmp_path: Path, compiled: Path
) -> None:
    """One at a time, in place of the text and within it."""
    for place in PLACES:
        for change in ways((HOSTILE | LONG)[name]):
            check_document(place, change, tmp_path, compiled)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_everywhere_at_once_is_data(name: str, tmp_path: Path, compiled: Path) -> None:
    """In all texts under one key, for each key: what is refused at one does not hide another."""
    keys = sorted(
        {place[-1] for place in PLACES if isinstance(place[-1], str) and place[-1] != KEY}
    )
    for key in keys if name == "docstring" else keys[:: len(keys) // 3]:
        value: Any = DOCUMENT
        for number, place in enumerate(PLACES):
            if place[-1] == key:
                value = replaced(value, place, lambda text, n=number: f"{text}{HOSTILE[name]}{n}")
        files = made_of_document(tmp_path / "all", value, compiled)
        if files is not None:
            consists_of(files)


CATALOG = ROOT / "tests" / "cases" / "parcels" / "metadata"
FILES = sorted(path for path in CATALOG.rglob("*.yaml"))
ROWS = [
    (path.relative_to(CATALOG).as_posix(), place)
    for path in FILES
    for place in strings(yaml.safe_load(path.read_text(encoding="utf-8")))
    if place
]


@cache
def usual_rows(compiled: Path) -> frozenset[tuple[str, ...]]:
    """What the files of made-up catalogs consist of."""
    found: set[tuple[str, ...]] = set()
    for folder in (CATALOG, CATALOG.parents[1] / "notes" / "metadata"):
        files = made_of_catalog(folder, compiled)
        assert files
        found |= consists_of(files)
    return frozenset(found)


def check_catalog(
    file: str, place: Place, change: Callable[[str], str], folder: Path, compiled: Path
) -> None:
    """Makes the catalog's package with another text in one of its files, and looks at all of it."""
    if not folder.exists():
        shutil.copytree(CATALOG, folder)
    path = folder / file
    before = path.read_text(encoding="utf-8")
    try:
        row = replaced(yaml.safe_load(before), place, change)
        path.write_text(json.dumps(row, indent=1), encoding="utf-8")
        files = made_of_catalog(folder, compiled)
    finally:
        path.write_text(before, encoding="utf-8")
    if files is not None:
        strange = consists_of(files) - usual_rows(compiled)
        strange = {each for each in strange if each[0] == "xsd" or "Call" in each[-1:]}
        assert not strange, (file, place, sorted(strange)[:3])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_a_catalog_is_data(name: str, tmp_path: Path, compiled: Path) -> None:
    """Some places of rows, overlays and words for each text; the slow test tries all of them."""
    for file, place in random.Random(name).sample(ROWS, 2):
        check_catalog(file, place, ways(HOSTILE[name])[1], tmp_path / "catalog", compiled)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_every_string_of_a_catalog_is_data(
    name: str, tmp_path: Path, compiled: Path
) -> None:
    """One at a time, in every file: rows, overlays, words, and what the service is called."""
    for file, place in ROWS:
        check_catalog(file, place, ways(HOSTILE[name])[1], tmp_path / "catalog", compiled)
