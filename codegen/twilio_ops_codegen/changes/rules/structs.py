"""Structs: nested values with named fields."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, with_column
from twilio_ops_codegen.changes.registry import Example, rule

_STRUCTS = "objects/Parcel/structs"
_LABEL = "{fields: {text: {type: string}}}"
_DEPTH = f"{_STRUCTS}/size/fields/depth"


def _name(d: Difference) -> str:
    struct = d.place[d.place.index("structs") + 1]
    return f"struct {code(struct)} of {code(d.scope.object or '')}"


@rule(
    ("Object", "structs", "added"),
    examples=[Example(f"{_STRUCTS}/label", None, _LABEL, compatible="python")],
)
def struct_added(d: Difference) -> Finding:
    """An object has a further nested value.

    Fields and parameters that hold one are judged on their own.
    """
    return finding(f"New {_name(d)}.", python=allows("a new class for it"))


@rule(
    ("Object", "structs", "removed"),
    examples=[Example(f"{_STRUCTS}/label", _LABEL, None, breaking="python")],
)
def struct_removed(d: Difference) -> Finding:
    """An object no longer has a nested value.

    The class for it is gone. Fields and parameters that held one are judged on their own.
    """
    return finding(f"The {_name(d)} is gone.", python=breaks("importing its class fails"))


@rule(
    ("Struct", "open", "changed"),
    examples=[
        Example(f"{_STRUCTS}/size/open", "false", "true", compatible="documentation"),
        Example(f"{_STRUCTS}/size/open", "true", "false", documentation="documentation"),
    ],
)
def struct_opened_or_closed(d: Difference) -> Finding:
    """A nested value may hold further fields, or no longer may.

    Further fields have no name in code and no element in a profile, and what comes is kept, either way.
    """
    may = "may hold" if d.new else "no longer holds"
    return finding(
        f"The {_name(d)} {may} further fields.",
        documentation=allows("further fields may come") if d.new else tells("none are promised"),
    )


@rule(
    ("Struct", "fields", "added"),
    examples=[Example(_DEPTH, None, "{type: integer}", compatible="python responses")],
)
def struct_field_added(d: Difference) -> Finding:
    """A nested value has a further field.

    Nested values are made by keyword, and every field may be left out.
    """
    sent = "request" in d.scope.directions
    answered = "response" in d.scope.directions
    python = allows(f"a new attribute for {code(d.name)}")
    return finding(
        f"The {_name(d)} has the field {code(d.name)}.",
        python=(
            with_column(python, d, "have it in its column, in a new folder") if answered else python
        ),
        requests=allows("documents may carry a further element") if sent else None,
        responses=allows("documents may carry a further element") if answered else None,
        wire=allows(f"{code(d.name)} may be sent") if sent else None,
    )


@rule(
    ("Struct", "fields", "removed"),
    examples=[Example(_DEPTH, "{type: integer}", None, breaking="python responses")],
)
def struct_field_removed(d: Difference) -> Finding:
    """A nested value no longer has a field.

    The attribute is gone, and with it the element.
    """
    sent = "request" in d.scope.directions
    answered = "response" in d.scope.directions
    python = breaks(f"the attribute for {code(d.name)} does not exist")
    return finding(
        f"The {_name(d)} no longer has the field {code(d.name)}.",
        python=with_column(python, d, "lack it in its column") if answered else python,
        requests=breaks("documents with the element are refused") if sent else None,
        responses=breaks("documents no longer carry the element") if answered else None,
        wire=breaks(f"{code(d.name)} is no longer sent") if sent else None,
    )
