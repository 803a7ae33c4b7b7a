"""Docstrings of what is generated: sentences about a row, as code."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Field, Filter, Object, Parameter
from twilio_ops_codegen.emit.code import PyCode, doc
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.sentences import about_parameter, about_value
from twilio_ops_codegen.emit.types import ParameterView


def attribute_doc(row: Field | Parameter | Filter) -> PyCode:
    """Return what an attribute's docstring says; empty if nothing is known beyond its type."""
    said = " ".join(about_value(row))
    return doc(said) if said else PyCode("")


def argument_doc(parameter: ParameterView, operation: OperationView) -> PyCode:
    """Return the lines about a parameter where a call lists its arguments."""
    said = " ".join(about_parameter(parameter, operation, lambda view: f"`{view.name}`"))
    return doc(f"{parameter.name}: {said or f'It is sent as ``{parameter.api}``.'}", 16)


def enum_doc(value: Object, name: str) -> PyCode:
    """Return what an enum's docstring says."""
    words = value.enum_words.get(name)
    if words is not None and words.doc is not None:
        return doc(f"{words.doc} Values not listed are kept as they come.")
    return doc("The values known; others are kept as they come.")
