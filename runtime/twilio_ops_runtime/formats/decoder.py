"""Shapes of a choice of fields, and records of them by code that is written for the choice.

Asking for each field of each record by name costs more than decoding it, so the loop that makes
the records is written out and compiled once for each choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from twilio_ops_runtime.records.drafts import draft_of, finish
from twilio_ops_runtime.records.specs import FieldSpec
from twilio_ops_runtime.types.nested import UriMapType
from twilio_ops_runtime.types.scalar import SidType
from twilio_ops_runtime.types.uris import UriMap


def shape_of(cls: type[Any], fields: Iterable[FieldSpec], whole: bool) -> type[Struct]:
    """What msgspec decodes: the fields, all of them there (``whole``) or any of them absent."""

    def shape(field: FieldSpec) -> Any:
        if isinstance(field.kind, UriMapType):
            return msgspec.Raw
        kind = field.kind.json_shape
        return Any if kind is Any else kind | None

    return msgspec.defstruct(
        f"{cls.__name__}Part",
        [
            (field.name, kind) if whole else (field.name, kind | UnsetType, UNSET)
            for field in fields
            for kind in [shape(field)]
        ],
        rename={field.name: field.json_name for field in fields},
        gc=False,
    )


def builder(
    cls: type[Any], fields: Sequence[FieldSpec], has_sid: bool, whole: bool
) -> Callable[[Sequence[Any]], list[Any]]:
    """What makes records of shapes: a loop in straight lines, one for each field.

    Args:
        cls: The record class.
        fields: The fields of the shape that become the record's.
        has_sid: Whether the shape has the record's own Sid.
        whole: Whether the shape has all the fields; otherwise those that it lacks stay unset.
    """
    names: dict[str, Any] = {"UNSET": UNSET, "draft": draft_of(cls), "record_class": cls}
    lines = ["record = draft()"]
    for number, field in enumerate(fields):
        name = field.name
        assert name.isidentifier()  # what the generator names, Python takes
        value = f"shape.{name}"
        if isinstance(field.kind, UriMapType):
            names["uri_map"] = UriMap.from_raw
            value = f"uri_map({value}, {'shape.sid' if has_sid else 'None'})"
        elif isinstance(field.kind, SidType):
            value += " or None"  # the service answers a reference to nothing as empty text, too
        elif not field.kind.is_plain:
            names[f"read_{number}"] = field.kind.reader()
            value = f"read_{number}({value})"
        there = "" if whole else f"if shape.{name} is not UNSET: "
        lines.append(f"{there}record.{name} = {value}")
    if issubclass(cls, names["draft"]) and cls.__base__ is names["draft"]:
        lines += ["record.__class__ = record_class", "made.append(record)"]
    else:  # a subclass of somebody's, which may hold more
        names["finish"] = finish
        lines.append("made.append(finish(record, record_class))")
    loop = "".join(f"        {line}\n" for line in lines)
    exec(
        f"def build(shapes):\n    made = []\n    for shape in shapes:\n{loop}    return made", names
    )
    build: Callable[[Sequence[Any]], list[Any]] = names["build"]
    return build
