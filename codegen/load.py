"""A catalog folder as a checked :class:`~codegen.model.Catalog`, or every mistake in it at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from codegen import overlay, rules
from codegen.errors import CatalogError, Mistake
from codegen.model import FORMAT, ApiError, Catalog, Object, Service
from codegen.plain import is_list, is_mapping
from codegen.tree import Place, Tree, read

T = TypeVar("T")


def load(folder: Path) -> Catalog:
    """The catalog in a folder, overlays applied and every rule checked.

    Args:
        folder: Holds ``catalog.yaml``, ``api/<version>/*.yaml``, and optionally ``overlays/*.yaml``
            and ``errors.yaml``.

    Raises:
        CatalogError: With all mistakes found, each with its file, line and path.
    """
    mistakes: list[Mistake] = []
    service = _service(folder, mistakes)
    if service is None:
        raise CatalogError(mistakes)
    trees: dict[str, Tree] = {}
    for path in sorted((folder / "api" / service.version).glob("*.yaml")):
        if (tree := _read(path, folder, mistakes)) is not None:
            if is_mapping(tree.value):
                trees[path.stem] = tree
            else:
                mistakes.append(tree.mistake((), "is not an object; expected a mapping"))
    for path in sorted((folder / "overlays").glob("*.yaml")):
        if (tree := _read(path, folder, mistakes)) is not None:
            mistakes.extend(overlay.apply(trees, tree))
    objects: dict[str, Object] = {}
    marked: dict[str, Tree] = {}
    for source, tree in trees.items():
        value = _structure(tree, Object, mistakes)
        if value is None:
            continue
        if value.object in objects:
            file, line = marked[value.object].mark(("object",))
            other = f"{file}:{line}"
            mistakes.append(tree.mistake(("object",), f"{value.object} is taken: see {other}"))
            continue
        objects[value.object] = value
        marked[value.object] = tree
        if tree.file.startswith("api/") and value.source not in (None, source):
            mistakes.append(
                tree.mistake(("source",), f"expected {source}, the file's name, not {value.source}")
            )
    errors = _errors(folder, mistakes)
    for path in sorted(folder.glob("api/**/*.y*ml")):
        if path.parent != folder / "api" / service.version or path.suffix != ".yaml":
            expected = f"expected an object's file to be api/{service.version}/<Object>.yaml"
            mistakes.append(Mistake(path.relative_to(folder).as_posix(), 0, "", expected))
    catalog = Catalog(
        service=service, objects={name: objects[name] for name in sorted(objects)}, errors=errors
    )
    mistakes.extend(rules.check(catalog, marked, set(trees)))
    if mistakes:
        raise CatalogError(mistakes)
    return catalog


def _read(path: Path, folder: Path, mistakes: list[Mistake]) -> Tree | None:
    tree = read(path, path.relative_to(folder).as_posix())
    if isinstance(tree, Mistake):
        mistakes.append(tree)
        return None
    return tree


def _service(folder: Path, mistakes: list[Mistake]) -> Service | None:
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
    service = _structure(tree, Service, mistakes)
    if service is not None:
        mistakes.extend(tree.mistake(*found) for found in rules.service(service))
    return service


def _errors(folder: Path, mistakes: list[Mistake]) -> dict[int, ApiError]:
    path = folder / "errors.yaml"
    tree = _read(path, folder, mistakes) if path.is_file() else None
    if tree is None:
        return {}
    return _structure(tree, dict[int, ApiError], mistakes) or {}


def _structure(tree: Tree, kind: type[T], mistakes: list[Mistake]) -> T | None:
    if not is_mapping(tree.value):
        mistakes.append(tree.mistake((), "expected a mapping"))
        return None
    try:
        return _CONVERTER.structure(tree.value, kind)
    except cattrs.BaseValidationError as error:
        mistakes.extend(tree.mistake(place, message) for place, message in _explain(error, ()))
        return None


def _explain(error: BaseException, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        for cause in error.exceptions:
            here = place
            for note in getattr(cause, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    here = (*place, note.name)
                elif isinstance(note, IterableValidationNote):
                    here = (*place, note.index)
            yield from _explain(cause, here)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(sorted(_keys(error.cl)))
        for key in sorted(error.extra_fields):
            yield (*place, key), f"is not a key of {error.cl.__name__}; expected one of {known}"
    elif isinstance(error, KeyError):
        yield place, f"is missing; {'/'.join(map(str, place[:-1])) or 'the file'} needs it"
    else:
        yield place, str(error)


def _keys(kind: type) -> set[str]:
    return set(attrs.fields_dict(kind)) if attrs.has(kind) else set()


def _exactly(kind: type, called: str) -> Any:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"is {value!r}; expected {called}")
        return value

    return structure


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    for kind, called in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        converter.register_structure_hook(kind, _exactly(kind, called))
    converter.register_structure_hook_func(
        lambda kind: kind in (int | float | None, str | int | float | bool | None),
        lambda value, kind: _one_of(value, kind),
    )
    converter.register_structure_hook_func(_is_literal, lambda value, kind: _word(value, kind))
    converter.register_structure_hook_func(
        _is_tuple,
        lambda value, kind: _sequence(converter, value, kind),
    )
    return converter


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _word(value: Any, kind: Any) -> Any:
    if value not in get_args(kind):
        expected = ", ".join(map(str, get_args(kind)))
        raise ValueError(f"is {value!r}; expected one of {expected}")
    return value


def _one_of(value: Any, kind: Any) -> Any:
    if type(value) not in get_args(kind):
        raise ValueError(f"is {value!r}; expected a plain value")
    return value


def _sequence(converter: cattrs.Converter, value: Any, kind: Any) -> Any:
    if not is_list(value):
        raise ValueError(f"is {value!r}; expected a list")
    item = get_args(kind)[0]
    return tuple(converter.structure(value, list[item]))  # type: ignore[valid-type]


_CONVERTER = _converter()
