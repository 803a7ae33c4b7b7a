"""Settings checked where they are given: what cannot work is found before anything is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from twilio_ops_runtime.errors import ConfigurationError

__all__ = ["check", "check_is", "each", "is_object_with", "setting", "some"]


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
