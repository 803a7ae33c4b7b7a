"""Sentences about rows of the catalog: the catalog's words, and what the rows say themselves.

Docstrings, profiles and help texts print them; none of them knows Python or XML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twilio_ops_codegen.catalog.model import Action, Field, Filter, Object, Parameter, Type
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.types import ParameterView

__all__ = ["about_action", "about_parameter", "about_type", "about_value", "known_values"]

_FORMATS = {
    "phone-number": "In E.164 form.",
    "relative": "A day, or an offset from today such as -30days.",
    "password": "It is never shown.",
}


def about_value(row: Field | Parameter | Filter) -> Iterator[str]:
    """Yield what is said of a value wherever it stands."""
    if row.doc:
        yield row.doc
    yield from about_type(row)
    if not isinstance(row, Filter) and row.pii is not None:
        yield "It is personal data."
    yield from _remarks(row)


def about_parameter(
    parameter: ParameterView, operation: OperationView, shown: Callable[[ParameterView], str]
) -> Iterator[str]:
    """Yield what is said of a parameter of an operation.

    Args:
        parameter: The parameter.
        operation: The operation, which may need it where another is not given.
        shown: What a parameter is called where this is printed.
    """
    row = parameter.row
    if row.doc:
        yield row.doc
    yield from about_type(row)
    if row.repeated:
        yield "Several values may be given."
    for group in operation.either:
        views = [view for view in operation.parameters if view.api in group]
        if parameter in views and len(views) > 1:
            others = [shown(view) for view in views if view is not parameter]
            yield f"Needed unless {' or '.join(others)} is given."
    if isinstance(row, Parameter):
        if row.default is not None:
            yield f"Default: {_plain(row.default)}."
        if row.pii is not None:
            yield "It is personal data."
    yield from _remarks(row)


def about_action(row: Action, value: Object) -> Iterator[str]:
    """Yield what is said of an action of an object."""
    if row.doc:
        yield row.doc
    if row.effect:
        yield f"Side effect: {row.effect}."
    if row.refused:
        yield f"Refused by the API: {row.refused}"
    if deprecated := row.deprecated or value.deprecated:
        yield f"Deprecated: {deprecated}"
    if row.note:
        yield row.note


def known_values(row: Type, owner: Object | None) -> Iterator[str]:
    """Yield the sentence that lists an enum's values; others may come."""
    kind = row.items if row.type == "list" and row.items is not None else row
    if kind.type == "enum" and owner is not None:
        yield f"Known values: {', '.join(owner.enums[kind.enum or ''])}."


def _remarks(row: Field | Parameter | Filter) -> Iterator[str]:
    if row.deprecated:
        yield f"Deprecated: {row.deprecated}"
    if row.note:
        yield row.note


def about_type(row: Type) -> Iterator[str]:
    """Yield what a type says of its values."""
    if row.prefixes:
        yield f"A Sid that begins with {' or '.join(row.prefixes)}."
    if row.values:
        yield f"One of {', '.join(row.values)}."
    if isinstance(row, Field) and row.required:
        yield "Needed where it is sent."
    if row.minimum is not None and row.maximum is not None:
        yield f"From {row.minimum} to {row.maximum}."
    elif row.minimum is not None:
        yield f"At least {row.minimum}."
    elif row.maximum is not None:
        yield f"At most {row.maximum}."
    if row.format in _FORMATS:
        yield _FORMATS[row.format]


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
