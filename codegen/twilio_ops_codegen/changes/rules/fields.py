"""Fields of records: that they exist, and which answers carry them."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import ACTIONS
from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, quoted, row_name, show, with_column
from twilio_ops_codegen.changes.registry import Example, rule

_FIELDS = "objects/Parcel/fields"


@rule(
    ("Object", "fields", "added"),
    examples=[Example(f"{_FIELDS}/value", None, "{type: decimal}", compatible="python responses")],
)
def field_added(d: Difference) -> Finding:
    """A record has a further field.

    Records are made by keyword and profiles of answers tolerate what they do not know.
    """
    return finding(
        f"{code(d.scope.object or '')} has the field {code(d.name)} ({show(d.new)}).",
        python=with_column(
            allows(f"a new attribute for {code(d.name)}"), d, "have a column more, in a new folder"
        ),
        responses=allows("documents may carry a further element"),
    )


@rule(
    ("Object", "fields", "removed"),
    examples=[Example(f"{_FIELDS}/value", "{type: decimal}", None, breaking="python responses")],
)
def field_removed(d: Difference) -> Finding:
    """A record no longer has a field.

    The attribute is gone, and documents are no longer promised to carry the element.
    """
    return finding(
        f"{code(d.scope.object or '')} no longer has the field {code(d.name)}.",
        python=with_column(
            breaks(f"the attribute for {code(d.name)} does not exist"), d, "lack its column"
        ),
        responses=breaks(f"documents no longer carry {code(d.name)}"),
    )


def _carriers(d: Difference, only: tuple[str, ...]) -> set[str]:
    """The actions, of those on both sides, that answer the record and carry the field."""
    old, new = d.scope.old, d.scope.new
    if old is None or new is None or "structs" in d.place:
        return set()
    return {
        name
        for name, action in old.actions.items()
        if name in new.actions
        and action.cardinality != "none"
        and action.answers in (None, d.scope.object)
        and name in (only or ACTIONS)
    }


@rule(
    ("Field", "only", "changed"),
    examples=[
        Example(f"{_FIELDS}/recipient/only", "[]", "[Get]", breaking="responses"),
        Example(f"{_FIELDS}/recipient/only", "[Get]", "[]", compatible="responses"),
    ],
)
def field_carriers_changed(d: Difference) -> Finding:
    """Other actions' answers carry a field.

    The attribute is there for every answer, and may be empty in any: what differs is the documents.
    """
    old, new = _carriers(d, d.old), _carriers(d, d.new)
    sentence = (
        f"The {row_name(d)} is answered by {show(d.new) if d.new else 'every action'};"
        f" it was {show(d.old) if d.old else 'every action'}."
    )
    if lost := old - new:
        by = ", ".join(sorted(lost))
        return finding(sentence, responses=breaks(f"documents of {by} lack the element"))
    if old == new:
        return finding(sentence, documentation=tells("no answer is known to differ"))
    return finding(sentence, responses=allows("further documents carry the element"))


@rule(
    ("Field", "json_type", "changed"),
    examples=[Example(f"{_FIELDS}/weight/json_type", "null", "string", compatible="wire")],
)
def json_writing_changed(d: Difference) -> Finding:
    """JSON answers write a field in another way.

    Its type stays, and with it what records and documents hold.
    """
    return finding(
        f"JSON writes the {row_name(d)} as {quoted(d.new or 'its type')};"
        f" it was {quoted(d.old or 'its type')}.",
        wire=allows("the value is read however it is written"),
    )
