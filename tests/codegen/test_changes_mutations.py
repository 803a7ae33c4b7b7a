"""``changes`` is complete: whatever is mutated in a catalog, one attribute at a time, is judged."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from lxml import etree

from twilio_ops_codegen.catalog import validate as rules
from twilio_ops_codegen.catalog.compact import compact
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.located_yaml import Tree
from twilio_ops_codegen.catalog.model import Catalog, Object, Type
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Severity, changes
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.changes.compare import NAMES
from twilio_ops_codegen.changes.example import edited
from twilio_ops_codegen.changes.registry import Subject
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.shapes import Attribute, Shape, attributes

ROOT = Path(__file__).resolve().parent.parent.parent

ROWS: Mapping[str, Mapping[str, Any]] = {
    "ApiError": {"status": 400, "message": "Said by a test"},
    "Object": {"object": "Mutant", "path": "/mutants"},
    "Key": {"prefixes": ["ZZ"]},
    "Field": {"type": "string"},
    "Parameter": {"type": "string"},
    "Filter": {"type": "string"},
    "Struct": {"fields": {"mutant": {"type": "string"}}},
    "Action": {"method": "GET", "path": "/mutants"},
    "Pii": {"handling": "standard"},
    "EnumWords": {"doc": "Said by a test."},
    "Type": {"type": "string"},
    "EnumNames": {},
}
"""A row of each class, to be added where one can be."""


@attrs.frozen
class Mutation:
    """A catalog that differs from another in one attribute."""

    subject: Subject
    place: str
    catalog: Catalog


Put = Callable[[Any], Catalog]


def mutations(
    catalog: Catalog, pick: Callable[[list[Any]], list[Any]] = lambda names: names
) -> Iterator[Mutation]:
    """The mutations of everything in a catalog.

    Args:
        catalog: The catalog.
        pick: Which of the names in a table are mutated inside; all are mutated as rows.
    """
    yield from _row(Catalog, catalog, "", lambda value: value, pick)


def _row(
    kind: type[Any], value: Any, place: str, put: Put, pick: Callable[[list[Any]], list[Any]]
) -> Iterator[Mutation]:
    hints = get_type_hints(kind)
    for attribute in attributes(kind):
        here = f"{place}/{attribute.name}"
        found = getattr(value, attribute.name)

        def inner(new: Any, name: str = attribute.name) -> Catalog:
            return put(attrs.evolve(value, **{name: new}))

        for what, new in _new_values(attribute, hints[attribute.name], found):
            if what in ("added", "removed") and (attribute.owner, attribute.name) in NAMES:
                continue  # names in Python come and go with what they name
            yield Mutation((attribute.owner, attribute.name, what), here, inner(new))
        if attribute.row is None:
            continue
        if attribute.shape is Shape.ROW and found is not None:
            yield from _row(attribute.row, found, here, inner, pick)
        if attribute.shape is Shape.TABLE:
            for name in pick(list(found)):

                def entry(
                    new: Any, name: Any = name, found: Any = found, inner: Put = inner
                ) -> Any:
                    return inner({**found, name: new})

                yield from _row(attribute.row, found[name], f"{here}/{name}", entry, pick)
    if kind is Object and value.enums:
        enum = next(iter(value.enums))
        for what, words in _tuple_values(value.enums[enum], "mutant"):
            new_enums = {**value.enums, enum: words}
            mutant = put(attrs.evolve(value, enums=new_enums))
            yield Mutation(("Enum", "values", what), f"{place}/enums/{enum}", mutant)


def _new_values(attribute: Attribute, hint: Any, found: Any) -> Iterator[tuple[Any, Any]]:
    """New values of an attribute, each with what then happened to it."""
    always = attribute.owner == "Catalog" or attribute.name in ("xml", "json")
    if attribute.shape is Shape.VALUE:
        yield from (("changed", new) for new in _plain_values(hint, found))
    elif attribute.shape in (Shape.WORDS, Shape.LIST):
        for what, new in _tuple_values(found, _entry(attribute, hint)):
            yield "changed" if attribute.shape is Shape.WORDS else what, new
    elif attribute.shape is Shape.ROW and not always and attribute.row is not None:
        if found is None:
            yield "added", build(attribute.row, ROWS[attribute.row.__name__])
        else:
            yield "removed", None
    elif attribute.shape in (Shape.TABLE, Shape.TEXTS, Shape.LISTS):
        yield from _table_values(attribute, hint, found)


def _plain_values(hint: Any, found: Any) -> Iterator[Any]:
    options = get_args(hint) if not isinstance(hint, type) and get_args(hint) else (hint,)
    if get_origin(hint) is Literal:
        options = (hint,)
    for option in options:
        if get_origin(option) is Literal:
            yield from (word for word in get_args(option) if word != found)
        elif option is type(None):
            if found is not None:
                yield None
        elif option is bool:
            yield not found if isinstance(found, bool) else True
        elif option is int:
            yield found + 1 if type(found) is int else 7
        elif option is float:
            yield float(found) if type(found) is int else 7.5
        elif option is str:
            yield f"{found}x" if isinstance(found, str) else "x"


def _entry(attribute: Attribute, hint: Any) -> Any:
    item = get_args(hint)[0]
    if get_origin(item) is tuple:
        return ("Mutant", "Other")
    if get_origin(item) is Literal:
        return get_args(item)
    return 299 if item is int else "ZZ"


def _tuple_values(found: tuple[Any, ...], entry: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    if isinstance(entry, tuple) and entry and entry[0] != "Mutant":
        entry = next((word for word in entry if word not in found), None)
    if entry is not None:
        yield "added", (*found, entry)
    if found:
        yield "removed", found[1:]


def _table_values(
    attribute: Attribute, hint: Any, found: Mapping[Any, Any]
) -> Iterator[tuple[Any, Mapping[Any, Any]]]:
    name: Any = "Mutant"
    key = get_args(hint)[0]
    if get_origin(key) is Literal:
        name = next((word for word in get_args(key) if word not in found), None)
    elif key is int:
        name = 99999
    new: Any = "mutant"
    if attribute.row is not None:
        new = build(attribute.row, ROWS[attribute.row.__name__])
    elif attribute.shape is Shape.LISTS:
        new = ("mutant",)
    if name is not None:
        yield "added", {**found, name: new}
    for gone in found:
        yield "removed", {other: value for other, value in found.items() if other != gone}
        if attribute.shape is Shape.TEXTS:
            yield "changed", {**found, gone: f"{found[gone]}x"}


def parts(catalog: Catalog) -> Iterator[Catalog]:
    """A catalog cut into catalogs of one object, and one of what is beside the objects."""
    yield attrs.evolve(catalog, objects={})
    for name, value in catalog.objects.items():
        yield attrs.evolve(catalog, objects={name: value}, errors={})


def check(catalog: Catalog, pick: Callable[[list[Any]], list[Any]]) -> Counter[Subject]:
    """Checks every mutation of a catalog; answers how often each subject was mutated."""
    seen: Counter[Subject] = Counter()
    for mutation in mutations(catalog, pick):
        seen[mutation.subject] += 1
        found = changes(catalog, mutation.catalog)
        assert found, f"{mutation.subject} at {mutation.place} is classified as nothing"
        assert all(change.severity in Severity for change in found)
    return seen


@pytest.mark.slow
def test_every_mutation_of_the_real_catalog_is_judged() -> None:
    """Every attribute of a row in every table of every object, and every row as a whole.

    Rows of one table are of one class, so of each table one row is mutated inside, a different one in
    each object and table.
    """
    catalog = resolve(load(ROOT / "metadata"))
    turn = 0

    def next_row(names: list[Any]) -> list[Any]:
        nonlocal turn
        turn += 1
        return names[turn % len(names) :][:1] if names else []

    seen: Counter[Subject] = Counter()
    for part in parts(catalog):
        seen += check(part, next_row)
    assert set() == _mutable(seen)


@pytest.mark.slow
def test_every_mutation_of_the_made_up_catalog_is_judged() -> None:
    """Every attribute of every row."""
    catalog = edited("errors/42", "{status: 409, message: Already delivered}")
    check(catalog, lambda names: names)


def _mutable(seen: Counter[Subject]) -> set[Subject]:
    """Subjects of rules that no mutation reached, but for those the real catalog has no room for.

    A removal needs an entry; where the catalog has none anywhere, the made-up one has.
    """
    made_up = {
        mutation.subject
        for value in (
            edited("errors/42", "{status: 409, message: Twice}"),
            edited("service/wires", "[json]"),
            edited("left_out", "{ListCrate: 0123456789ab}"),
            _rich(),
        )
        for mutation in mutations(value)
    }
    return {
        subject
        for rule in RULES
        for subject in rule.subjects
        if not seen[subject] and subject not in made_up
    }


def _rich() -> Catalog:
    """A catalog with at least two entries wherever there can be some."""
    row = (
        "{object: Depot, source: Depot, aliases: [A, B], path: /v1/Depots,"
        " keys: {Sid: {prefixes: [DE, DF], literals: [a, b], example: x}, Other: {}},"
        " xml: {accepts: [C, D]}, enums: {e: [a, b], f: [a]},"
        " enum_words: {e: {doc: E., values: {a: A., b: B.}}, f: {doc: F.}},"
        " structs: {s: {fields: {a: {type: string}, b: {type: string}}}, t: {}},"
        " fields: {a: {type: string, only: [Get, Query], pii: {handling: x}},"
        "   b: {type: list, items: {type: sid, prefixes: [PA, PB]}},"
        "   c: {type: uri_map, key_xml: {a: A, b: B}},"
        "   d: {type: string, values: [A, B]}},"
        " left_out: {a: a, b: b},"
        " actions: {Get: {method: GET, path: /x, alternatives: [/y, /z], status: [200, 201],"
        "   keys: {Sid: {prefixes: [DE]}, Other: {}},"
        "   either: [[A, B], [C]], fixed: {a: b, c: d},"
        "   parameters: {a: {type: string, pii: {handling: x}}, b: {type: string}}},"
        "  Query: {method: GET, path: /x,"
        "   filters: {a: {type: date, operators: [equals, before]}, b: {type: string}}}}}"
    )
    return edited("objects/Depot", row)


def _is_docstring(node: ast.AST) -> bool:
    """Whether a statement is a docstring: of a module, a class, a function or an attribute."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _code(text: str) -> list[str]:
    """What a module does: its statements without docstrings, in an order of their own."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [each for each in body if not _is_docstring(each)]  # type: ignore[attr-defined]
    return sorted(re.findall(r"\w+\([^()]*\)|\w+", ast.dump(tree)))


def _output(catalog: Catalog, templates: Path) -> dict[str, str]:
    """The files of a catalog, unformatted; templates are compiled into a folder once."""
    from twilio_ops_codegen.emit.format import Formatter, Source
    from twilio_ops_codegen.emit.render import render

    class AsItIs(Formatter):
        def format(self, sources: Iterable[Source]) -> dict[str, str]:
            return {source.path: source.text for source in sources}

    return {
        file.path: file.text for file in render(catalog, formatter=AsItIs(), compiled=templates)
    }


def _is_catalog(catalog: Catalog) -> bool:
    """Whether load would take it: a mutation can lead a reference nowhere, or give two things a name."""
    trees = {name: Tree(name, compact(value)) for name, value in catalog.objects.items()}
    return not any(True for _ in rules.check(catalog, Tree("catalog.yaml", {}), trees, set()))


BY_THE_RUNTIME = {
    "address-element-renamed",  # an element of a map, which a sample need not have
    "cardinality-changed",  # how many documents there are
    "element-name-no-longer-accepted",
    "enum-value-added",  # the values that are known are a profile's documentation
    "element-name-accepted",  # the judge renames what older answers hold
    "either-group-relaxed",  # XML Schema 1.0 has no way to say it
    "either-group-tightened",
    "key-pattern-changed",  # nor some patterns
    "redirect-changed",
    "refusal-changed",
    "wire-added",
    "wire-removed",
}
"""Rules whose effects on documents follow from what the runtime makes of the generated classes."""


def _seen_by(path: str) -> str:
    """Whose a generated file is, by the consumer's key; empty = nobody's who is judged for."""
    for end, consumer in (
        (".request.xsd", "requests"),
        (".request.xml", "requests"),
        (".xsd", "responses"),
        (".response.xml", "responses"),
    ):
        if path.endswith(end):
            return consumer
    return "python" if path.endswith(".py") and "_tests/" not in path else ""


def _judged(path: str, text: str | None) -> str | None:
    """What of a file is judged: a profile's documentation says the same in words."""
    if text is None or not path.endswith(".xsd"):
        return text
    root = etree.fromstring(text.encode(), etree.XMLParser(remove_blank_text=True))
    for note in list(root.iter("{http://www.w3.org/2001/XMLSchema}annotation")):
        above = note.getparent()
        assert above is not None
        above.remove(note)
    return etree.tostring(root, method="c14n").decode()


def _differing(before: dict[str, str], after: dict[str, str]) -> dict[str, set[str]]:
    """The generated files that differ, by whose they are."""
    found: dict[str, set[str]] = {}
    for path in before.keys() | after.keys():
        old, new = before.get(path), after.get(path)
        if old != new and _judged(path, old) != _judged(path, new):
            found.setdefault(_seen_by(path), set()).add(path)
    return found


@pytest.mark.slow
def test_consumers_are_told_of_what_they_can_see_and_of_nothing_else(tmp_path: Path) -> None:
    """Both ways, for every mutation of a made-up API: a judgement for typed code means that Python
    differs, one for documents that a profile or a sample does; and where profiles, or what code does,
    differ, somebody who has them is told, as of more than documentation."""
    catalog = load(ROOT / "tests" / "cases" / "parcels" / "metadata")
    before = _output(catalog, tmp_path)
    code = {path: _code(text) for path, text in before.items() if path.endswith(".py")}
    rendered: Counter[Subject] = Counter()
    taken: set[str] = set()
    for mutation in mutations(catalog):
        kind = f"{mutation.subject} {_table(mutation.place)}"
        if kind in taken or not _is_catalog(mutation.catalog):
            continue
        taken.add(kind)
        after = _output(mutation.catalog, tmp_path)
        differs = _differing(before, after)
        if differs:
            rendered[mutation.subject] += 1
        found = changes(resolve(catalog), resolve(mutation.catalog))
        told = {consumer.key for change in found for consumer in change.effects}
        where = (mutation.subject, mutation.place)
        for change in found:
            for consumer, effect in change.effects.items():
                if effect.severity is Severity.UNJUDGED:
                    continue  # what has no row changes nothing that is generated
                if consumer.key in ("python", "requests", "responses"):
                    by_runtime = change.rule in BY_THE_RUNTIME and "python" in differs
                    assert consumer.key in differs or by_runtime, (change.rule, consumer.key, where)
        # A name or class that the rule gives anyway is no change, and stands in the data alone.
        same = resolve(catalog) == resolve(mutation.catalog)
        assert found or same or not differs, f"{where} changes the output"
        if mutation.subject in WITHOUT_DEED:
            continue
        for key in ("requests", "responses"):
            profiles = {path for path in differs.get(key, ()) if path.endswith(".xsd")}
            assert key in told or not profiles, (key, where)
        deeds = [
            path
            for path in differs.get("python", ())
            if "/api/" in path and code.get(path) != _code_at(after, path)
        ]
        if deeds:
            assert told & {"python", "wire", "requests", "responses"}, where
            assert found[0].severity > Severity.DOCUMENTATION, where
    assert len(rendered) > 60, "the mutations hardly reached the output"


WITHOUT_DEED = {
    ("Service", "package", "changed"),  # moves every file; documents are as they were
    ("Field", "required", "changed"),  # an answered field has it, and is never sent
    ("Parameter", "xml", "changed"),  # a Get has the name, and no document to use it in
}
"""Subjects whose mutations change files in which nobody can see it."""


def _code_at(files: dict[str, str], path: str) -> list[str] | None:
    return _code(files[path]) if path in files else None


def _table(place: str) -> str:
    """The table that a place is in: fields, parameters and so on, whatever their names."""
    return "/".join(re.findall(r"fields|structs|parameters|filters|items|pii", place))


def test_values_that_python_takes_for_equal_are_different() -> None:
    """1, 1.0 and true are three values in a catalog."""
    place = "objects/Parcel/actions/Create/parameters/Weight"
    values = ["1", "1.0", "true"]
    for old in values:
        for new in values:
            pair = (
                edited(place, f"{{type: decimal, default: {old}}}"),
                edited(place, f"{{type: decimal, default: {new}}}"),
            )
            assert (old != new) == bool(changes(*pair)), (old, new)


def _turned(value: Any) -> Any:
    """The same value with every mapping and every tuple in the reverse order."""
    if isinstance(value, dict):
        return {key: _turned(inner) for key, inner in reversed(list(value.items()))}
    if isinstance(value, tuple):
        return tuple(_turned(inner) for inner in reversed(value))
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return type(value)(**{each.name: _turned(getattr(value, each.name)) for each in fields})
    return value


def test_order_is_no_fact() -> None:
    """Whatever a catalog lists in another order, it says the same."""
    for catalog in (_rich(), resolve(load(ROOT / "tests" / "cases" / "parcels" / "metadata"))):
        turned = _turned(catalog)
        assert list(turned.objects) != list(catalog.objects) or len(catalog.objects) < 2
        assert changes(catalog, turned) == ()


def test_a_row_of_every_class_can_be_added() -> None:
    """The rows that the mutations add cover the model."""
    tables = {
        attribute.row.__name__
        for row in (Catalog, Object, Type, *map(_class, ROWS))
        for attribute in attributes(row)
        if attribute.row is not None and attribute.name not in ("service", "xml", "json")
    }
    assert set() == tables - ROWS.keys()


def _class(name: str) -> type[Any]:
    import twilio_ops_codegen.catalog.model

    found = getattr(twilio_ops_codegen.catalog.model, name)
    assert isinstance(found, type)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_reports_do_not_depend_on_the_hash_seed(hash_seed: str) -> None:
    """The rulebook, which holds most sentences, is the same text under any seed."""
    import subprocess
    import sys

    code = "from twilio_ops_codegen.changes.rulebook import rulebook; print(rulebook(), end='')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert (ROOT / "docs" / "changes-rules.md").read_bytes() == done.stdout
