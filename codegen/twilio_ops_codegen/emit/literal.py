"""Plain values as Python source."""

from __future__ import annotations

from twilio_ops_codegen.catalog.plain import is_list, is_mapping, is_tuple

__all__ = ["literal"]


def literal(value: object) -> str:
    """Python source of a plain value; tuples and mappings keep their order."""
    if isinstance(value, str):
        text = repr(str(value))
        # As black writes it, so that formatting has nothing to change.
        return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in text else text
    if is_mapping(value):
        rows = ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items())
        return f"{{{rows}}}"
    if is_tuple(value):
        items = ", ".join(map(literal, value))
        return f"({items},)" if len(value) == 1 else f"({items})"
    if is_list(value):
        return f"[{', '.join(map(literal, value))}]"
    return repr(value)
