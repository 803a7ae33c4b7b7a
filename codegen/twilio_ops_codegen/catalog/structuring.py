"""Plain values as rows of the model, each mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from math import isfinite
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.cols import (
    mapping_structure_factory,  # pyright: ignore[reportUnknownVariableType] -- cattrs leaves types of keys open
)
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.model import file_keys
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

T = TypeVar("T")


_PLAIN: dict[Any, str] = {
    int | float | None: "a number",
    str | int | float | bool | None: "text, a number, true or false",
}


def structured(tree: Tree, kind: type[T], mistakes: list[Mistake]) -> T | None:
    """A tree's value as rows of the model.

    What is a mistake is left out and the rest tried again, so that one mistake hides no other:
    a key, or the row around it that cannot do without. None = nothing is left.
    """
    value: Any = tree.value
    if not is_mapping(value):
        mistakes.append(tree.mistake((), "expected a mapping"))
        return None
    gone = set(tree.unread)
    if not gone:
        # What is wrong is found out, and told, below.
        with suppress(ValueError, KeyError, TypeError, ForbiddenExtraKeysError):
            return _QUICK.structure(value, kind)
    while True:
        try:
            return _CONVERTER.structure(value, kind)
        except cattrs.BaseValidationError as error:
            entries: set[Place] = set()
            for place, message in _explain(error, ()):
                if place not in gone:  # what was left out is not missing
                    mistakes.append(tree.mistake(place, message))
                entries.add(_entry(value, place))
            if () in entries:
                return None
            for entry in entries:
                value = _without(value, entry)
            gone |= entries


def _entry(value: Any, place: Place) -> Place:
    """The mapping entry nearest to a place, at it or around it; () = none but the whole."""
    for depth, step in enumerate(place):
        if not is_mapping(value) or step not in value:
            return place[:depth]
        value = value[step]
    return place


def _without(value: Any, place: Place) -> Any:
    """A mapping of mappings without the entry at a place, if it has it."""
    if place[0] not in value or len(place) == 1:
        return {key: item for key, item in value.items() if key != place[0]}
    return {**value, place[0]: _without(value[place[0]], place[1:])}


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
        for key in sorted(error.extra_fields, key=str):
            yield (*place, key), f"is not a key of {error.cl.__name__}; expected one of {known}"
    elif isinstance(error, KeyError):
        yield place, f"is missing; {'/'.join(map(str, place[:-1])) or 'the file'} needs it"
    else:
        yield place, str(error)


def _keys(kind: type) -> set[str]:
    return {row.name for row in file_keys(kind)} if attrs.has(kind) else set()


def _exactly(kind: type, called: str) -> Any:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"is {value!r}; expected {called}")
        return value

    return structure


def converter_of_rows(*, words: bool = False, detailed: bool = True) -> cattrs.Converter:
    """Return what makes rows of the model from plain values.

    Args:
        words: Whether what is said of each row is among the values.
        detailed: Whether every mistake is told with its place; else the first one ends it, and the
            functions for it are made in half the time.
    """
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=detailed)
    for kind, called in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        converter.register_structure_hook(kind, _exactly(kind, called))
    converter.register_structure_hook_func(
        lambda kind: kind in _PLAIN,
        lambda value, kind: _one_of(value, kind),
    )

    def row(kind: Any) -> Callable[[Any, Any], Any]:
        keys = file_keys(attrs.resolve_types(kind))
        others: Any = {
            each.name: override(omit=True)
            for each in attrs.fields(kind)
            if each not in keys and not words
        }
        return _of_mapping(make_dict_structure_fn(kind, converter, **others))

    def table(kind: Any) -> Callable[[Any, Any], Any]:
        return _of_mapping(mapping_structure_factory(kind, converter))

    converter.register_structure_hook_factory(attrs.has, row)
    converter.register_structure_hook_factory(_is_dict, table)
    converter.register_structure_hook_factory(_is_literal, _word)
    converter.register_structure_hook_factory(_is_tuple, partial(_sequence, converter))
    return converter


_choices = cache(get_args)


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _is_dict(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is dict


def _of_mapping(hook: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """A hook that says so if it gets no mapping."""

    def structure(value: Any, kind: Any) -> Any:
        if not is_mapping(value):
            raise ValueError(f"is {value!r}; expected a mapping")
        return hook(value, kind)

    return structure


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _word(kind: Any) -> Callable[[Any, Any], Any]:
    choices = get_args(kind)

    def structure(value: Any, _: Any) -> Any:
        if value not in choices:
            raise ValueError(f"is {value!r}; expected one of {', '.join(map(str, choices))}")
        return value

    return structure


def _one_of(value: Any, kind: Any) -> Any:
    if type(value) not in _choices(kind) or (type(value) is float and not isfinite(value)):
        raise ValueError(f"is {value!r}; expected {_PLAIN[kind]}")
    return value


def _sequence(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    items: Any = list.__class_getitem__(get_args(kind)[0])
    hook = converter.get_structure_hook(items)

    def structure(value: Any, _: Any) -> Any:
        if not is_list(value):
            raise ValueError(f"is {value!r}; expected a list")
        return tuple(hook(value, items))

    return structure


_QUICK = converter_of_rows(detailed=False)
_CONVERTER = converter_of_rows()
