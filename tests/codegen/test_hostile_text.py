"""Hostile text in every string of a document, a catalog, its overlays and words: it stays data.

Each run ends in one of two ways: what is wrong is refused, with file and line, or all files are made.
Then every module parses, and its tree is that of a module of a harmless run, but for constants and names;
profiles and samples are well formed, of the same elements. A harmless run has a harmless text of the same
kind in the same places: a word, a text with signs, one that is padded, none.

One at a time, every string holds all texts in one; where that is refused, each text by itself. Then all
strings that took a text hold it at once. What no text changes is made once for all runs: conventions,
templates, files read before.
"""

from __future__ import annotations

import ast
import builtins
import copy
import gc
import hashlib
import json
import pickle
import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
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
from twilio_ops_codegen import importer
from twilio_ops_codegen.catalog import load as loading
from twilio_ops_codegen.catalog.errors import CatalogError, Mistake
from twilio_ops_codegen.catalog.load import check_rows, load
from twilio_ops_codegen.catalog.located_yaml import UNWRITABLE, Tree, read
from twilio_ops_codegen.emit import render as rendering
from twilio_ops_codegen.emit.environment import Loader, environment
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.importer import ImportFailed, import_documents
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.extract import take

HOSTILE = {
    "docstring": '"""\n    open("PWNED", "w").write("x")\n    x = """',
    "quotes": '\'\'\'" \' """ a"',
    "backslash": "\\",
    "lines": 'a\nimport os\r\x85\u2028os.system("x")',
    "bidi": "\u202e\u2066x\u200b",
    "templates": "{{ 7 * 7 }}{% for x in y %}{# #}{0.__class__}{x!r}%s$x",
    "nul": "a\0b",
    "surrogate": "\ud800",
    "marks": "\x02x\x03",
    "markup": '(a+)+$</xs:element><!-- ]]> &amp; "<?x?>',
    "path": "../../../etc/__import__('os')",
}
LONG = {"long": "A" * 1_000_000}
WRITABLE = [text for text in HOSTILE.values() if not UNWRITABLE.search(text)]
ALL = "".join(WRITABLE)
"""What is taken wherever each of them is, or else each is tried by itself."""

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
Change = Callable[[str], str]
Parts = frozenset[tuple[str, ...]]
"""The trees of files, by their kinds."""
KINDS_OF = "kinds"
"""The first word of what a module consists of; of its tree it is "py"."""
KEY = "its key"
"""The last step of the place of a key of a mapping."""
TABLES = frozenset(
    ["actions", "content", "enum_names", "enums", "everywhere", "fields", "filters", "keys", "left_out",
     "members", "objects", "parameters", "paths", "properties", "responses", "schemas", "structs", "values"]
)  # fmt: skip
"""Keys of mappings whose own keys are names: what is below one of them is of the same kinds."""


class AsItIs(Formatter):
    """Leaves Python as it was rendered: black takes long, and formats no more than what parses."""

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        return {source.path: source.text for source in sources}


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    """Makes once what is the same in all runs."""
    kept: dict[tuple[bytes, str], bytes] = {}

    def read_once(
        path: Path, name: str, mistakes: list[Mistake], unwritable: Any = UNWRITABLE
    ) -> Tree | None:
        key = (path.read_bytes(), name)
        if key not in kept:
            before = len(mistakes)
            tree = read(path, name, mistakes, unwritable)
            if tree is None or len(mistakes) > before or len(kept) > 100:
                return tree
            kept[key] = pickle.dumps(tree)
        found: Tree = pickle.loads(kept[key])
        return found

    made = cache(lambda: environment(Loader(None), None))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(loading, "read", read_once)
        patched.setattr(rendering, "environment", lambda loader, compiled: made())
        patched.setattr(importer, "load_conventions", cache(importer.load_conventions))
        patched.setattr(importer, "schema_texts", cache(importer.schema_texts))
        gc.freeze()  # thousands of runs make garbage, none of it of what was there before
        yield
        gc.unfreeze()


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


def kind_of(place: Place) -> tuple[str, ...]:
    """What a place has in common with others: its steps without the names in them."""
    found: list[str] = []
    for step in place:
        named = bool(found) and found[-1] in TABLES and step != KEY
        found.append("*" if named else "#" if isinstance(step, int) else step)
    return tuple(found)


def replaced(value: Any, place: Place, change: Change) -> Any:
    """A copy of a value with another text at a place; what is elsewhere is shared."""
    if not place:
        return change(value)
    step, *rest = place
    if rest == [KEY]:
        return {change(name) if name == step else name: item for name, item in value.items()}
    made = copy.copy(value)
    made[step] = replaced(value[step], tuple(rest), change)
    return made


def at_all(value: Any, places: Sequence[Place], change: Change) -> Any:
    """A copy of a value with another text at places, told apart by numbers if they are several."""
    lowest_first = sorted(
        places,
        key=lambda place: (place[-1] == KEY) - 2 * len(place[:-1] if place[-1] == KEY else place),
    )
    for number, place in enumerate(lowest_first):
        value = replaced(value, place, lambda text, n=number: f"{change(text)}{n or ''}")
    return value


def ways(hostile: str) -> list[Change]:
    """In place of a text, and in the middle of it."""
    return [
        lambda text: hostile,
        lambda text: text[: len(text) // 2] + hostile + text[len(text) // 2 :],
    ]


def shape(node: object) -> Iterator[str]:
    """The tree of a module without its constants and names: each node, in order, with what it holds."""
    if isinstance(node, ast.Constant):
        yield "constant"
    elif isinstance(node, ast.AST):
        yield type(node).__name__
        yield "("
        for _, inner in ast.iter_fields(node):
            yield from shape(inner)
            yield ","
        yield ")"
    elif isinstance(node, list):
        yield "["
        for inner in node:
            yield from shape(inner)
        yield "]"
    else:
        yield "none" if node is None else "name" if isinstance(node, str) else repr(node)


def kinds(node: ast.AST, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """What a module consists of, in any order and number: the kinds of nodes from the module down to each."""
    here = (*above, type(node).__name__)
    yield here
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr_context):
            yield from kinds(child, here)


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


def elements(text: str, named: bool) -> Iterator[str]:
    """The tree of a document without what its elements say; ``named`` tells whether their names are the format's."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))

    def inside(node: etree._Element) -> Iterator[str]:
        assert isinstance(node.tag, str), "a comment or a processing instruction"
        yield f"({node.tag if named else 'name'} {sorted(map(str, node.attrib))}"
        for inner in node:
            yield from inside(inner)
        yield ")"

    return inside(root)


def pairs(text: str, named: bool) -> Parts:
    """The elements of a profile, each with that around it, in any order and number."""
    found = etree.fromstring(text.encode()).iter() if named else ()
    above = ((node, node.getparent()) for node in found)
    return frozenset(
        (KINDS_OF, "" if outer is None else str(outer.tag), str(node.tag)) for node, outer in above
    )


def digest_of(kind: str, pieces: Iterable[str]) -> Parts:
    """A file of a kind by its tree."""
    return frozenset([(kind, hashlib.sha256("".join(pieces).encode()).hexdigest())])


@lru_cache(maxsize=1000)
def parts_of(kind: str, text: str) -> Parts:
    """What a file of a kind consists of; it can be read."""
    if kind == "py":
        tree = ast.parse(text)
        assert unknown_names(tree) == set(), unknown_names(tree)
        return digest_of(kind, shape(tree)) | {(KINDS_OF, *each) for each in kinds(tree)}
    if kind in ("xsd", "xml"):
        return digest_of(kind, elements(text, kind == "xsd")) | pairs(text, kind == "xsd")
    if kind == "json":
        json.loads(text)
    return frozenset()


def made_of_catalog(folder: Path) -> Parts | None:
    """What the files made of a catalog consist of, each of which is what its name says.

    None = the catalog is refused, with file and line of each mistake.
    """
    try:
        catalog = load(folder)
    except CatalogError as refused:
        assert any(one.line for one in refused.mistakes), str(refused)[:500]
        assert all(one.file and len(str(one)) < 5000 for one in refused.mistakes)
        return None
    found: set[tuple[str, ...]] = set()
    for file in rendering.render(catalog, None, AsItIs()):
        assert not file.path.startswith("/") and ".." not in file.path.split("/"), file.path
        assert "\\" not in file.path and file.path.isprintable(), file.path
        found |= parts_of(file.path.rpartition(".")[2], file.text)
    return frozenset(found)


_KNOWN: dict[bytes, Parts | None] = {}


def made_of_document(folder: Path, value: Any) -> Parts | None:
    """What the files made of a document consist of; of one catalog they are made once.

    None = the document is refused, with file and line of each problem.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "document.json"
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    into = folder / "catalog"
    try:
        report = import_documents([path], into, CONVENTIONS)
    except ImportFailed as refused:
        assert all(one.line and len(str(one)) < 5000 for one in refused.problems)
        assert not into.exists()
        return None
    if not report.objects:
        return frozenset()
    said = b"".join(file.read_bytes() for file in sorted(into.rglob("*.yaml")))
    key = hashlib.sha256(said).digest()
    if key not in _KNOWN:
        _KNOWN[key] = made_of_catalog(into)
    assert _KNOWN[key] is not None, "import has taken what load refuses"
    return _KNOWN[key]


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        ("py", "x = 'a'", "y = 1.5", True),
        ("py", "x.y(z=1)", "a.b(c='')", True),
        ("py", "x = 'a'", "x = 'a'\ny = 1", False),
        ("py", "x = 'a'", "x = f()", False),
        ("py", "x = 'a'", "x = y", False),
        ("py", "class A(B):\n    'Text.'", "class A(B):\n    'Text.'\n    x = 1", False),
        ("py", "f(a, b)", "f(a, *b)", False),
        ("py", "f(a=b)", "f(**b)", False),
        ("py", "x = a + b", "x = a - b", False),
        ("xsd", '<a x="1"><b/></a>', '<a x="2"><b/></a>', True),
        ("xsd", '<a x="1"><b/></a>', '<a y="1"><b/></a>', False),
        ("xsd", "<a><b/></a>", "<a><c/></a>", False),
        ("xml", "<a><b/></a>", "<c><d>e</d></c>", True),
        ("xml", "<a><b/></a>", "<a><b><c/></b></a>", False),
    ],
)
def test_files_are_compared_by_their_trees(kind: str, one: str, other: str, alike: bool) -> None:
    """But for constants and names, all that they are counts."""
    trees = [
        parts_of(
            kind,
            (
                f"def f(*a: object, **b: object) -> object: ...\na = b = y = z = x = B = f\n{text}"
                if kind == "py"
                else text
            ),
        )
        for text in (one, other)
    ]
    assert (trees[0] == trees[1]) is alike


PLACES = [place for place in strings(DOCUMENT) if place]
KINDS: dict[tuple[str, ...], list[Place]] = {}
for _place in PLACES:
    KINDS.setdefault(kind_of(_place), []).append(_place)


@cache
def harmless(folder: Path) -> Parts:
    """What the files of the document itself and of made-up catalogs consist of."""
    found = made_of_document(folder / "document", DOCUMENT)
    assert found
    return found | usual_rows()


HARMLESS = ("harmless", "harm-less", " harm  less", "")
"""Another text changes what a document says: whether it is a name, or plain text, and how long it is."""


def plain_ways() -> Iterator[Change]:
    """All harmless texts, in place of a text and in the middle of it."""
    for word in HARMLESS:
        yield from ways(word)


def strange_in(
    found: Parts, usual: Parts, plain: Iterable[Parts | None], trees: bool = True
) -> Parts:
    """The files whose trees are neither usual nor those of a harmless run; no more of these are made than it takes.

    Without ``trees``, the kinds of nodes in no order: what several runs consist of holds for all of them.
    """
    strange = found - usual
    if not trees:
        strange = frozenset(each for each in strange if each[0] == KINDS_OF)
    if strange:
        for made in plain:
            strange -= made or frozenset()
            if not strange:
                break
    return strange


def plain_at(folder: Path, places: Sequence[Place]) -> Iterator[Parts | None]:
    """The files where harmless texts stand at places."""
    for change in plain_ways():
        yield made_of_document(folder / "document", at_all(DOCUMENT, places, change))


def takes(places: Sequence[Place], change: Change, folder: Path) -> bool:
    """Makes the document's package with other texts at places; whether they were taken."""
    usual = harmless(folder)
    found = made_of_document(folder / "document", at_all(DOCUMENT, places, change))
    if found is None:
        return False
    strange = strange_in(found, usual, plain_at(folder, places))
    assert not strange, (places, sorted(strange)[:3])
    return True


def settle(places: Sequence[Any], takes: Callable[[Sequence[Any]], bool]) -> None:
    """Tries all places at once; halves of them, where one of them is refused for another's sake."""
    if places and not takes(places) and len(places) > 1:
        middle = len(places) // 2
        settle(places[:middle], takes)
        settle(places[middle:], takes)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where documents and catalogs lie while they are tried."""
    return tmp_path_factory.mktemp("room")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_a_document_is_data(name: str, room: Path) -> None:
    """Some places for each text, others for each; the slow test tries all kinds."""
    for place in random.Random(name).sample(PLACES, 3):
        takes([place], ways(HOSTILE[name])[1], room)


@cache
def took(place: Place, room: Path) -> frozenset[str]:
    """Tries one string of the document; the texts that it takes, in place of its own or within it."""
    replace, within = range(2)
    way = (replace, within)[PLACES.index(place) % 2]
    if takes([place], ways(ALL)[way], room):
        found = {name for name, text in HOSTILE.items() if text in WRITABLE}
    else:
        found = {name for name in HOSTILE if takes([place], ways(HOSTILE[name])[way], room)}
    return frozenset(found)


@pytest.mark.slow
def test_hostile_text_in_every_string_of_a_document_is_data(room: Path) -> None:
    """One at a time, every text in every string; what is in all files of a run is compared."""
    found = {place: took(place, room) for place in PLACES}
    assert sum(map(bool, found.values())) > len(PLACES) / 2


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_all_strings_of_a_document_is_data(name: str, room: Path) -> None:
    """In all that took it, at once."""
    taken = [place for place in PLACES if name in took(place, room)]
    assert taken or name in ("nul", "surrogate", "marks")
    settle(taken, lambda places: takes(places, ways(HOSTILE[name])[1], room))


@pytest.mark.slow
def test_long_text_in_a_document_is_data(room: Path) -> None:
    """At a string of every kind, one at a time, and in place of it and within it by turns."""
    taken = 0
    for index, places in enumerate(KINDS.values()):
        taken += takes([places[0]], ways(LONG["long"])[index % 2], room)
    assert taken > len(KINDS) / 4


PROSE = ("description", "summary", "title", "example", "examples", "termsOfService", "name", "url")
"""Keys of what a document says to people, where they are no names of properties."""


@pytest.mark.slow  # a thousand documents
def test_hostile_text_in_a_published_document_is_data(shared: Path, tmp_path: Path) -> None:
    """In strings of every kind that is no prose, one at a time: it is imported as a catalog that loading takes, or
    refused with its line. In all prose at once: nothing of the catalog is another for it."""
    path = shared / "openapi" / "twilio_content_v1.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    every = [place for place in strings(value) if place]
    prose = [
        place for place in every
        if place[-1] in PROSE and place[-2] not in TABLES and "parameters" not in place[-3:]
        and place[:2] != ("info", "title") and "servers" not in place
    ]  # fmt: skip
    known: set[tuple[str, ...]] = set()
    others: list[Place] = []
    for number, place in enumerate(place for place in every if place not in set(prose)):
        if number % 4 == 0 or kind_of(place) not in known:  # one of each kind, and every fourth
            known.add(kind_of(place))
            others.append(place)

    path = tmp_path / "document.json"
    conventions = load_conventions(CONVENTIONS)

    def rows(changed: Any) -> Any:
        path.write_text(json.dumps(changed), encoding="utf-8")
        try:
            facts = take(path, conventions)
        except ImportFailed as refused:
            assert all(one.line and len(str(one)) < 5000 for one in refused.problems)
            return None
        assert all(len(str(one)) < 5000 for one in (*facts.not_taken, *facts.remarks))
        return None if check_rows(facts.service, facts.objects) else (facts.service, facts.objects)

    usual = rows(value)
    assert usual is not None
    assert len(prose) > 100
    assert rows(at_all(value, prose, ways(ALL)[1])) == usual
    others_made = 0
    for number, place in enumerate(others):
        changed = at_all(value, [place], ways(ALL)[number % 2])
        found = rows(changed)
        if number % 20 == 0 and found not in (None, usual):
            others_made += made_of_document(tmp_path / "made", changed) is not None
    assert others_made > 10


CATALOG = ROOT / "tests" / "cases" / "parcels" / "metadata"
ROWS: dict[str, Any] = {
    path.relative_to(CATALOG).as_posix(): yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(CATALOG.rglob("*.yaml"))
}
AT = [(file, place) for file, value in ROWS.items() for place in strings(value) if place]
AT_KINDS: dict[tuple[str, ...], list[tuple[str, Place]]] = {}
for _file, _place in AT:
    AT_KINDS.setdefault((_file.partition("/")[0], *kind_of(_place)), []).append((_file, _place))


@cache
def usual_rows() -> Parts:
    """What the files of made-up catalogs consist of."""
    found: Parts = frozenset()
    for folder in (CATALOG, CATALOG.parents[1] / "notes" / "metadata"):
        made = made_of_catalog(folder)
        assert made
        found |= made
    return found


def loads(at: Sequence[tuple[str, Place]], change: Change, room: Path) -> bool:
    """Makes the catalog's package with other texts at places of its files; whether they were taken."""
    found = made_with(at, change, room)
    if found is None:
        return False
    plain = (made_with(at, harmless, room) for harmless in plain_ways())
    strange = strange_in(found, usual_rows(), plain)
    assert not strange, (at, sorted(strange)[:3])
    return True


def made_with(at: Sequence[tuple[str, Place]], change: Change, room: Path) -> Parts | None:
    """The files of the catalog with other texts at places of its files; None = it is refused."""
    folder = room / "catalog"
    if not folder.exists():
        shutil.copytree(CATALOG, folder)
    files = sorted({file for file, _ in at})
    try:
        for file in files:
            places = [place for where, place in at if where == file]
            row = at_all(ROWS[file], places, change)
            (folder / file).write_text(json.dumps(row, indent=1), encoding="utf-8")
        return made_of_catalog(folder)
    finally:
        for file in files:
            shutil.copy(CATALOG / file, folder / file)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_a_catalog_is_data(name: str, room: Path) -> None:
    """Some places of rows, overlays and words for each text; the slow test tries all kinds."""
    for at in random.Random(name).sample(AT, 2):
        loads([at], ways(HOSTILE[name])[1], room)


@cache
def held(at: tuple[str, Place], room: Path) -> frozenset[str]:
    """Tries one string of a catalog; the texts that it takes, in place of its own or within it."""
    way = AT.index(at) % 2
    if loads([at], ways(ALL)[way], room):
        return frozenset(name for name, text in HOSTILE.items() if text in WRITABLE)
    refused = [name for name, text in HOSTILE.items() if text not in WRITABLE]
    others = [name for name in HOSTILE if name not in refused or name == refused[AT.index(at) % 3]]
    return frozenset(name for name in others if loads([at], ways(HOSTILE[name])[way], room))


@pytest.mark.slow  # every string of a catalog, twelve times where it refuses
@pytest.mark.parametrize("file", ROWS)
def test_hostile_text_in_every_string_of_a_catalog_is_data(file: str, room: Path) -> None:
    """One at a time, every text: in rows, overlays, words, and what the service is called."""
    for at in AT:
        if at[0] == file:
            assert not held(at, room) & {"nul", "surrogate", "marks"}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_all_strings_of_a_catalog_is_data(name: str, room: Path) -> None:
    """In all that took it, at once."""
    taken = [at for at in AT if name in held(at, room)]
    assert bool(taken) != bool(UNWRITABLE.search(HOSTILE[name]))
    settle(taken, lambda at: loads(at, ways(HOSTILE[name])[1], room))
