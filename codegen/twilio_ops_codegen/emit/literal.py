"""Plain values as Python source."""

from __future__ import annotations

from math import isfinite

from twilio_ops_codegen.catalog.plain import is_list, is_mapping, is_tuple
from twilio_ops_codegen.emit.code import PyCode

__all__ = ["literal"]


def literal(value: object) -> PyCode:
    """Python source of a plain value; tuples and mappings keep their order.

    Raises:
        TypeError: It is no plain value, so that its source is not known.
    """
    return PyCode(_source(value))


def _source(value: object) -> str:
    if isinstance(value, str):
        text = repr(str(value))
        # As black writes it, so that formatting has nothing to change.
        return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in text else text
    if is_mapping(value):
        rows = ", ".join(f"{_source(key)}: {_source(item)}" for key, item in value.items())
        return f"{{{rows}}}"
    if is_tuple(value):
        items = ", ".join(map(_source, value))
        return f"({items},)" if len(value) == 1 else f"({items})"
    if is_list(value):
        return f"[{', '.join(map(_source, value))}]"
    if value is None or isinstance(value, (bool, int)):
        return repr(value)
    if isinstance(value, float) and isfinite(value):
        return repr(value)
    raise TypeError(f"{value!r} has no source; expected text, a finite number, a list or a mapping")
