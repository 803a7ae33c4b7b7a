"""Catalog values as people read them, and the names that generated code gives to things."""

from __future__ import annotations

from attrs import evolve

from twilio_ops_codegen.catalog.compact import compact, defaults
from twilio_ops_codegen.catalog.model import Action, Filter, Object, Parameter, Type
from twilio_ops_codegen.catalog.plain import is_list, is_mapping, is_tuple
from twilio_ops_codegen.changes.change import Effect
from twilio_ops_codegen.changes.compare import Difference

SHOWN = 6
"""How many of a kind are named before the rest is counted."""


def show(value: object) -> str:
    """A value in few words, as tables and sentences show it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Type):
        return phrase(value)
    if isinstance(value, Action):
        return f"{value.method} {value.path}"
    if isinstance(value, Object):
        return ", ".join(value.actions) or "no actions"
    if defaults(type(value)) is not None:
        return ", ".join(f"{name} {show(inner)}" for name, inner in compact(value).items())
    if is_mapping(value):
        return shortened([f"{name}: {show(inner)}" for name, inner in value.items()])
    if is_tuple(value) or is_list(value):
        return shortened([_alternatives(inner) for inner in value]) or "none"
    return str(value)


def with_column(effect: Effect, d: Difference, said: str) -> Effect:
    """An effect on a field, and what it means for its column in exports, if there is one.

    Args:
        effect: The effect.
        d: The difference.
        said: What exports do then.
    """
    listed = [side for side in (d.scope.old, d.scope.new) if side and "Query" in side.actions]
    return evolve(effect, text=f"{effect.text}; exports {said}") if listed else effect


def phrase(row: Type) -> str:
    """A row in words: ``list of enum status, required``."""
    parts = [kind(row)]
    if isinstance(row, (Parameter, Filter)) and row.required:
        parts.append("required")
    if isinstance(row, (Parameter, Filter)) and row.repeated:
        parts.append("repeated")
    return ", ".join(parts)


def kind(row: Type) -> str:
    """A type in words: ``list of enum status``."""
    if row.type in ("list", "map") and row.items is not None:
        return f"{row.type} of {kind(row.items)}"
    if row.type == "enum":
        return f"enum {row.enum}"
    if row.type == "struct":
        return f"struct {row.struct}"
    if row.type == "sid":
        return " ".join(["sid", "|".join(row.prefixes)]).strip()
    if row.type == "pairs":
        return f"pairs up to {row.count}"
    if row.type == "collapsible_map":
        return f"collapsible map {row.prefix}"
    return f"{row.type} ({row.format})" if row.format else row.type


def shortened(names: list[str]) -> str:
    """Names as a list; of many, the first ones and how many more there are."""
    if len(names) <= SHOWN + 1:
        return ", ".join(names)
    return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"


def code(text: str) -> str:
    """A name as Markdown shows it."""
    return f"`{text}`" if text else "nothing"


def quoted(value: object) -> str:
    """A value as Markdown shows it, or ``nothing``."""
    return code(show(value))


def kinds(prefixes: tuple[str, ...]) -> str:
    """The kinds of Sids that prefixes stand for; none named = any."""
    return quoted(prefixes) if prefixes else "any kind"


def class_name(difference: Difference) -> str:
    """The class that the difference is about: an action's if it lies in one, else the object's."""
    scope = difference.scope
    return f"{scope.action or ''}{scope.object or ''}"


def row_name(difference: Difference) -> str:
    """The row that the difference is about, as ``field `weight` of `Parcel```."""
    scope = difference.scope
    what = scope.role or "value"
    return f"{what} {code(scope.row or '')} of {code(class_name(difference))}"


def _alternatives(value: object) -> str:
    return " or ".join(map(str, value)) if is_tuple(value) else str(value)
