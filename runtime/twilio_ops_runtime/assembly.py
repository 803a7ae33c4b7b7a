"""Records from the shapes of a choice of fields, by code that is written for the choice.

A generated module holds such code for all fields of a record. What somebody chose is known at run
time only, and asking for each field of each record by name costs more than decoding it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from twilio_ops_runtime.kinds import URI_MAP
from twilio_ops_runtime.records import Record, draft_of
from twilio_ops_runtime.specs import FieldSpec
from twilio_ops_runtime.uris import UriMap

__all__ = ["builder"]

R = TypeVar("R", bound=Record)


def builder(cls: type[R], fields: Sequence[FieldSpec], has_sid: bool) -> Callable[[Any], R]:
    """What makes a record of a shape: a function in straight lines, one for each field.

    Args:
        cls: The record class.
        fields: The fields of the shape that become the record's.
        has_sid: Whether the shape has the record's own Sid.
    """
    from msgspec import UNSET

    names: dict[str, Any] = {"UNSET": UNSET, "draft": draft_of(cls), "record_class": cls}
    lines = ["def build(shape):", "    record = draft()"]
    for number, field in enumerate(fields):
        name = field.name
        assert name.isidentifier()  # what the generator names, Python takes
        value = f"shape.{name}"
        if field.kind is URI_MAP:
            names["uri_map"] = UriMap.from_raw
            value = f"uri_map({value}, {'shape.sid' if has_sid else 'None'})"
        elif not field.kind.is_plain:
            names[f"read_{number}"] = field.kind.reader()
            value = f"read_{number}({value})"
        lines += [f"    if shape.{name} is not UNSET:", f"        record.{name} = {value}"]
    lines += ["    record.__class__ = record_class", "    return record"]
    exec("\n".join(lines), names)
    build: Callable[[Any], R] = names["build"]
    return build
