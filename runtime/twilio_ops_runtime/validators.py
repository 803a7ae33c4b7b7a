"""Settings checked where they are given: what cannot work is found before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from twilio_ops_runtime.errors import ConfigurationError, ParameterError

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_HEADER_TEXT = r"[\x20-\x7e\xa0-\xff]*"
_OURS = frozenset(
    ["accept", "authorization", "connection", "content-length", "content-type", "host"]
)


def check(place: str, expected: str, fits: bool, value: object) -> None:
    """Refuse a setting that does not fit.

    Args:
        place: What it is given for.
        expected: What is taken there.
        fits: Whether it is such.
        value: What was given. Numbers are shown; whatever else it is, it may hold a secret.

    Raises:
        ConfigurationError: It does not fit.
    """
    if not fits:
        shown = value is None or isinstance(value, int | float)
        given = repr(value) if shown else type(value).__name__
        raise ConfigurationError(f"{place} takes {expected}, not {given}")


def check_is(place: str, kind: type, value: object) -> None:
    """Refuse a setting that is no instance of a class; see :func:`check`."""
    check(place, f"a {kind.__name__}", isinstance(value, kind), value)


def setting(expected: str, fits: Callable[[Any], bool]) -> Any:
    """A validator of an attrs class's field.

    Args:
        expected: What the field takes, for the error.
        fits: Whether a value is such.
    """

    def validate(instance: object, attribute: Any, value: object) -> None:
        check(f"{type(instance).__name__}.{attribute.name}", expected, fits(value), value)

    return validate


def is_object_with(*methods: str) -> Callable[[Any], bool]:
    """What says whether a value is an object, and no class, with methods of these names."""
    return lambda value: not isinstance(value, type) and all(
        callable(getattr(value, name, None)) for name in methods
    )


def each(place: str, expected: str, fits: Callable[[Any], bool], values: Any) -> Any:
    """The values of a setting that is a list, each of which has to fit; it may be empty.

    Args:
        place: What it is given for.
        expected: What is taken there.
        fits: Whether one of the values is such.
        values: What was given; one text is no list.

    Raises:
        ConfigurationError: One does not fit, or it is no list.
    """
    check(place, expected, _is_list(values), values)
    found: tuple[Any, ...] = tuple(values)
    check(place, expected, all(map(fits, found)), values)
    return found


def some(place: str, expected: str, fits: Callable[[Any], bool], values: Any) -> Any:
    """As :func:`each`, of a list that may not be empty."""
    found = each(place, expected, fits, values)
    check(place, f"{expected}, at least one", bool(found), values)
    return found


def _is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str)


def check_headers(headers: Any) -> Mapping[str, str]:
    """Return further header fields of a request, if that is what a setting holds.

    Raises:
        ConfigurationError: A name or a value is not what HTTP carries, or the field is sent anyway.
    """
    check("headers", "text by name", isinstance(headers, Mapping), headers)
    for name, value in headers.items():
        fits = isinstance(name, str) and re.fullmatch(_TOKEN, name) is not None
        check("headers", "names of header fields", fits, name)
        text = isinstance(value, str) and is_header_text(value)
        check(f"the header {name}", "text that a header field can carry", text, value)
        if name.lower() in _OURS:
            raise ConfigurationError(f"the header {name} is sent by the operation itself")
    return dict(headers)


def is_header_text(text: str) -> bool:
    """Return whether a header field can carry a text."""
    return re.fullmatch(_HEADER_TEXT, text) is not None


def require_iterable(name: str, values: object) -> None:
    """Check that an argument that takes several values is not one alone.

    Texts and elements can be gone through, too, but nobody means their letters or children.

    Args:
        name: The argument's name.
        values: What was given for it.

    Raises:
        ParameterError: It is one value.
    """
    one = isinstance(values, str | bytes) or hasattr(values, "iterchildren")
    if one or not isinstance(values, Iterable):
        kind = type(values).__name__
        raise ParameterError(f"{name} takes several values, not one {kind}: put it into a list")
