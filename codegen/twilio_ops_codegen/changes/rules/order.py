"""Order, where it carries no meaning. That of parameters does: see there."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.changes.change import Finding, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, show
from twilio_ops_codegen.changes.registry import Example, Subject, rule
from twilio_ops_codegen.changes.shapes import Shape, attributes, rows


def _subjects() -> list[Subject]:
    found: list[Subject] = [("Enum", "values", "reordered")]
    for row in rows(Catalog):
        for attribute in attributes(row):
            subject: Subject = (attribute.owner, attribute.name, "reordered")
            sequence = attribute.shape not in (Shape.VALUE, Shape.ROW)
            meant = subject == ("Action", "parameters", "reordered")
            if sequence and not meant and subject not in found:
                found.append(subject)
    return found


@rule(
    *_subjects(),
    examples=[
        Example(
            "objects/Parcel/enums/status",
            "[waiting, carried]",
            "[carried, waiting]",
            documentation="documentation",
        ),
        Example(
            "objects/Parcel/keys/Sid/prefixes",
            "[PA, PX]",
            "[PX, PA]",
            documentation="documentation",
        ),
        Example(
            "objects/Depot/fields",
            "{name: {type: string}, sid: {type: string}}",
            "{sid: {type: string}, name: {type: string}}",
            documentation="documentation",
        ),
    ],
)
def order_changed(d: Difference) -> Finding:
    """The same things stand in another order.

    Attributes, members and rows of documentation are listed in the catalog's order and found by name:
    records are made by keyword, and profiles of answers allow any order. In source documents order is
    no fact, and two of them are compared without it.
    """
    where = f" of {code(d.scope.object)}" if d.scope.object else ""
    return finding(
        f"The {d.attribute}{where} stand in another order: {show(d.new)}.",
        documentation=tells("listings follow the other order"),
    )
