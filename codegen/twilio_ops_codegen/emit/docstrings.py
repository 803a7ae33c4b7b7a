"""Sentences for docstrings: the catalog's words about a row, and what the row says itself."""

from __future__ import annotations

from collections.abc import Iterator

from twilio_ops_codegen.catalog.model import Field, Filter, Object, Parameter, Type
from twilio_ops_codegen.emit.code import PyCode, doc
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.types import ParameterView

_FORMATS = {
    "phone-number": "In E.164 form.",
    "relative": "A day, or an offset from today such as -30days.",
    "password": "It is never shown.",
}


def attribute_doc(row: Field | Parameter | Filter) -> PyCode:
    """Return what an attribute's docstring says; empty if nothing is known beyond its type."""
    said = " ".join(_told(row))
    return doc(said) if said else PyCode("")


def argument_doc(parameter: ParameterView, operation: OperationView) -> PyCode:
    """Return the lines about a parameter where a call lists its arguments."""
    row = parameter.row
    said = [row.doc] if row.doc else []
    said += _facts(row)
    if row.repeated:
        said.append("Several values may be given.")
    for group in operation.either:
        others = [view.name for view in operation.parameters if view.api in group]
        if parameter.name in others and len(others) > 1:
            others.remove(parameter.name)
            said.append(f"Needed unless {' or '.join(f'`{name}`' for name in others)} is given.")
    if isinstance(row, Parameter):
        if row.default is not None:
            said.append(f"Default: {_shown(row.default)}.")
        if row.pii is not None:
            said.append("It is personal data.")
    said += _remarks(row)
    text = " ".join(said) or f"It is sent as ``{parameter.api}``."
    return doc(f"{parameter.name}: {text}", 16)


def enum_doc(value: Object, name: str) -> PyCode:
    """Return what an enum's docstring says."""
    words = value.enum_words.get(name)
    if words is not None and words.doc is not None:
        return doc(f"{words.doc} Values not listed are kept as they come.")
    return doc("The values known; others are kept as they come.")


def _told(row: Field | Parameter | Filter) -> Iterator[str]:
    if row.doc:
        yield row.doc
    if row.values:
        yield f"One of {', '.join(row.values)}."
    if isinstance(row, Field) and row.required:
        yield "Needed where it is sent."
    yield from _remarks(row)


def _remarks(row: Field | Parameter | Filter) -> Iterator[str]:
    if row.deprecated:
        yield f"Deprecated: {row.deprecated}"
    if row.note:
        yield row.note


def _facts(row: Type) -> Iterator[str]:
    if row.prefixes:
        yield f"A Sid that begins with {' or '.join(row.prefixes)}."
    if row.values:
        yield f"One of {', '.join(row.values)}."
    if row.minimum is not None and row.maximum is not None:
        yield f"From {row.minimum} to {row.maximum}."
    elif row.minimum is not None:
        yield f"At least {row.minimum}."
    elif row.maximum is not None:
        yield f"At most {row.maximum}."
    if row.format in _FORMATS:
        yield _FORMATS[row.format]


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
