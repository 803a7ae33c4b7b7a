"""A catalog folder as a checked :class:`~twilio_ops_codegen.catalog.model.Catalog`, or every mistake in it at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cattrs
from attrs import evolve, frozen

from twilio_ops_codegen.catalog import overlay, words
from twilio_ops_codegen.catalog import validate as rules
from twilio_ops_codegen.catalog.behaviour import behaviour
from twilio_ops_codegen.catalog.errors import CatalogError, CodegenError, Mistake
from twilio_ops_codegen.catalog.located_yaml import UNWRITABLE, Place, Tree, read
from twilio_ops_codegen.catalog.model import FORMAT, ApiError, Catalog, Object, Service
from twilio_ops_codegen.catalog.paths import shown
from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.catalog.structuring import converter_of_rows, structured

IMPORTING = ".import-"
"""What the folder begins with that an import stages its files in; the rest of the name is chance's."""
JOURNAL = "journal.json"
"""The file in it that says what goes where; while it is there, the catalog is neither old nor new."""


@frozen(kw_only=True)
class Loaded:
    """What a catalog's folder holds.

    Args:
        catalog: The catalog, overlays applied.
        behaviour: What stands in ``behaviour/``, by file stem.
        origins: By object: where its file begins, then the overlay rows that changed it, each with
            its place and reason.
        trees: What was read, with lines: each object by its name, ``catalog`` and ``errors`` beside
            the objects.
    """

    catalog: Catalog
    behaviour: dict[str, Any]
    origins: dict[str, tuple[str, ...]]
    trees: dict[str, Tree]


def load(folder: Path) -> Catalog:
    """The catalog in a folder, overlays applied and every rule checked.

    Args:
        folder: Holds ``catalog.yaml``, ``api/<version>/*.yaml``, and optionally ``overlays/*.yaml``,
            ``behaviour/*.yaml``, ``words/*.yaml`` and ``errors.yaml``.

    Raises:
        CatalogError: With all mistakes found, each with its file, line and path.
    """
    return load_folder(folder).catalog


def load_folder(folder: Path) -> Loaded:
    """All that a catalog's folder holds.

    Raises:
        CatalogError: With all mistakes found, each with its file, line and path.
    """
    mistakes = [*_passed_over(folder)]
    errors, errors_tree = _errors(folder, mistakes)
    facts = behaviour(folder, mistakes)
    told = _service(folder, mistakes)
    if told is None:
        raise CatalogError(mistakes)
    service, service_tree = told
    if not rules.VERSION.match(service.version):  # it is where the objects are
        raise CatalogError(mistakes)
    trees: dict[str, Tree] = {}
    unread: set[str] = set()
    for path in sorted((folder / "api" / service.version).glob("*.yaml")):
        tree = _read(path, folder, mistakes)
        if tree is not None and not is_mapping(tree.value):
            mistakes.append(tree.mistake((), "is not an object; expected a mapping"))
            tree = None
        if tree is None:
            unread.add(path.stem)
        else:
            trees[path.stem] = tree
    overlaid = overlay.Overlaid(trees, unread)
    for path in sorted((folder / "overlays").glob("*.yaml")):
        if (tree := _read(path, folder, mistakes)) is not None:
            mistakes.extend(overlay.apply(overlaid, tree))
    objects: dict[str, Object] = {}
    marked: dict[str, Tree] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for source, tree in trees.items():
        value = structured(tree, Object, mistakes)
        if value is None:
            unread.add(source)
            continue
        if value.object in objects:
            file, line = marked[value.object].mark(("object",))
            other = f"{file}:{line}"
            mistakes.append(tree.mistake(("object",), f"{value.object} is taken: see {other}"))
            unread.add(source)
            continue
        if tree.file.startswith("api/") and value.source not in (None, source):
            message = f"expected {source}, the file's name, not {value.source}"
            mistakes.append(tree.mistake(("source",), message))
            value = evolve(value, source=source)
        objects[value.object] = value
        marked[value.object] = tree
        file, line = tree.mark(())
        origins[value.object] = (f"{file}:{line}", *overlaid.rows.get(source, ()))
    for path in sorted(folder.glob("api/**/*.y*ml")):
        if path.parent != folder / "api" / service.version or path.suffix != ".yaml":
            expected = f"expected an object's file to be api/{service.version}/<Object>.yaml"
            mistakes.append(Mistake(path.relative_to(folder).as_posix(), 0, "", expected))
    catalog = Catalog(
        service=service,
        objects={name: objects[name] for name in sorted(objects)},
        errors=errors,
        left_out=_left_out(folder, mistakes),
    )
    mistakes.extend(rules.check(catalog, service_tree, marked, unread))
    catalog = words.document(catalog, _words(folder, mistakes), bool(unread), mistakes)
    if mistakes:
        raise CatalogError(mistakes)
    beside = {"catalog": service_tree, "errors": errors_tree}
    return Loaded(catalog=catalog, behaviour=facts, origins=origins, trees={**beside, **marked})


def check_rows(service: Mapping[str, Any], objects: Mapping[str, Any]) -> list[Mistake]:
    """What loading would refuse in rows that are not written yet.

    Args:
        service: The values of ``catalog.yaml``.
        objects: The values of the objects' files, by their names; plain values of JSON.
    """
    mistakes: list[Mistake] = []
    tree = Tree("catalog.yaml", service)
    told = structured(tree, Service, mistakes)
    trees = {
        name: Tree(f"api/{service['version']}/{name}.yaml", row) for name, row in objects.items()
    }
    found: dict[str, Object] = {}
    marked: dict[str, Tree] = {}
    for each in (tree, *trees.values()):
        if each is not tree and not _SUSPECT.search(json.dumps(each.value)):
            continue
        for place, text in _texts(each.value, ()):
            if UNWRITABLE.search(text):
                message = f"holds {shown(text)}, with a character that cannot be written"
                mistakes.append(each.mistake(place, message))
    for each in trees.values():
        if (value := structured(each, Object, mistakes)) is not None:
            found[value.object] = value
            marked[value.object] = each
    if told is not None:
        mistakes.extend(tree.mistake(*wrong) for wrong in rules.service(told))
        catalog = Catalog(service=told, objects=found)
        mistakes.extend(rules.check(catalog, tree, marked, set()))
    return mistakes


_SUSPECT = re.compile(r"\\[ubf]")
"""How JSON spells whatever cannot be written, and some that can: only there is it worth a look."""


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every text in a value, keys among them."""
    if isinstance(value, str):
        yield place, value
    elif is_mapping(value):
        for key, inner in value.items():
            if isinstance(key, str):
                yield (*place, key), key
            yield from _texts(inner, (*place, key))
    elif is_list(value):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*place, index))


def _passed_over(folder: Path) -> Iterator[Mistake]:
    """The files that nothing reads, though they look as if something did, and an import's rest."""
    for path in sorted(folder.glob(f"{IMPORTING}*/{JOURNAL}")):
        message = "an import was ended before it was done; run the same import again"
        yield Mistake(path.relative_to(folder).as_posix(), 0, "", message)
    expected = {path: f"{path.stem}.yaml" for path in folder.glob("*.yml")}
    for room in ("overlays", "behaviour", "words"):
        read = {*(folder / room).glob("*.yaml")}
        others = {*(folder / room).rglob("*.y*ml")} - read
        expected |= {path: f"{room}/<name>.yaml" for path in others}
    for path, name in sorted(expected.items()):
        message = f"is not read; expected {name}"
        yield Mistake(path.relative_to(folder).as_posix(), 0, "", message)


def _read(path: Path, folder: Path, mistakes: list[Mistake]) -> Tree | None:
    return read(path, path.relative_to(folder).as_posix(), mistakes)


def _service(folder: Path, mistakes: list[Mistake]) -> tuple[Service, Tree] | None:
    path = folder / "catalog.yaml"
    if not path.is_file():
        mistakes.append(Mistake("catalog.yaml", 0, "", f"is missing in {folder}"))
        return None
    tree = _read(path, folder, mistakes)
    if tree is None:
        return None
    value = tree.value
    if is_mapping(value) and (found := value.get("format")) != FORMAT:
        message = f"is {found!r}; this generator reads format {FORMAT}"
        mistakes.append(tree.mistake(("format",), message))
        return None
    service = structured(tree, Service, mistakes)
    if service is None:
        return None
    mistakes.extend(tree.mistake(*found) for found in rules.service(service))
    return service, tree


def _errors(folder: Path, mistakes: list[Mistake]) -> tuple[dict[int, ApiError], Tree]:
    path = folder / "errors.yaml"
    tree = _read(path, folder, mistakes) if path.is_file() else None
    if tree is None:
        return {}, Tree("errors.yaml", {})
    return structured(tree, dict[int, ApiError], mistakes) or {}, tree


def _left_out(folder: Path, mistakes: list[Mistake]) -> dict[str, str]:
    path = folder / "left_out.yaml"
    tree = _read(path, folder, mistakes) if path.is_file() else None
    return {} if tree is None else structured(tree, dict[str, str], mistakes) or {}


def _words(folder: Path, mistakes: list[Mistake]) -> Iterator[tuple[Tree, words.Words]]:
    for path in sorted((folder / "words").glob("*.yaml")):
        if (tree := _read(path, folder, mistakes)) is not None:
            value = structured(tree, words.Words, mistakes)
            if value is not None:
                yield tree, value


def catalog_of(plain: Mapping[str, Any]) -> Catalog:
    """Return the catalog that a generated package carries as plain values, words included.

    Raises:
        CodegenError: They are no catalog of this format.
    """
    try:
        return converter_of_rows(words=True).structure(plain, Catalog)
    except (cattrs.BaseValidationError, ValueError) as error:
        raise CodegenError(f"it is no catalog of format {FORMAT}") from error
