"""Filters of Query."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, code, quoted, row_name, show
from twilio_ops_codegen.changes.registry import Example, rule

_FILTERS = "objects/Parcel/actions/Query/filters"
_STATUS = f"{_FILTERS}/Status"


@rule(
    ("Action", "filters", "added"),
    examples=[Example(f"{_FILTERS}/Street", None, "{type: string}", compatible="python wire")],
)
def filter_added_optional(d: Difference) -> Finding | None:
    """A Query can be narrowed by a further filter.

    Queries without it answer what they answered.
    """
    if d.new.required:
        return None
    return finding(
        f"{code(class_name(d))} can be filtered by {code(d.name)} ({show(d.new)}).",
        python=allows(f"a new filter {code(d.name)}"),
        wire=allows(f"{code(d.name)} may be sent"),
    )


@rule(
    ("Action", "filters", "added"),
    examples=[
        Example(
            f"{_FILTERS}/Street", None, "{type: string, required: true}", breaking="python wire"
        )
    ],
)
def filter_added_required(d: Difference) -> Finding | None:
    """A Query needs a further filter.

    No existing query gives it.
    """
    if not d.new.required:
        return None
    return finding(
        f"{code(class_name(d))} needs the filter {code(d.name)} ({show(d.new)}).",
        python=breaks(f"queries without {code(d.name)} are refused"),
        wire=breaks(f"{code(d.name)} is always sent"),
    )


@rule(
    ("Action", "filters", "removed"),
    examples=[Example(f"{_FILTERS}/Street", "{type: string}", None, breaking="python wire")],
)
def filter_removed(d: Difference) -> Finding:
    """A Query can no longer be narrowed by a filter.

    The attribute that made it is gone.
    """
    return finding(
        f"{code(class_name(d))} can no longer be filtered by {code(d.name)}.",
        python=breaks(f"the filter {code(d.name)} does not exist"),
        wire=breaks(f"{code(d.name)} is no longer sent"),
    )


@rule(
    ("Filter", "required", "changed"),
    examples=[
        Example(f"{_STATUS}/required", "false", "true", breaking="python wire"),
        Example(f"{_STATUS}/required", "true", "false", compatible="python wire"),
    ],
)
def filter_requirement_changed(d: Difference) -> Finding:
    """A filter must be given that could be left out, or the reverse.

    Queries without it are refused, or are taken that were refused.
    """
    if d.new:
        return finding(
            f"{code(class_name(d))} needs the filter {code(d.scope.row or '')}.",
            python=breaks("queries without it are refused"),
            wire=breaks("it is always sent"),
        )
    return finding(
        f"{code(class_name(d))} no longer needs the filter {code(d.scope.row or '')}.",
        python=allows("queries may leave it out"),
        wire=allows("it may be left out"),
    )


@rule(
    ("Filter", "repeated", "changed"),
    examples=[
        Example(f"{_STATUS}/repeated", "false", "true", compatible="python wire"),
        Example(f"{_STATUS}/repeated", "true", "false", breaking="python wire"),
    ],
)
def filter_repetition_changed(d: Difference) -> Finding:
    """A filter may be given more than once where it could only be given once, or the reverse.

    Each condition has one value, before and after.
    """
    if d.new:
        return finding(
            f"The {row_name(d)} takes several values; it took one.",
            python=allows("several conditions of it may be given"),
            wire=allows("it may be sent more than once"),
        )
    return finding(
        f"The {row_name(d)} takes one value; it took several.",
        python=breaks("a second condition of it is refused"),
        wire=breaks("it is sent once at most"),
    )


@rule(
    ("Filter", "operators", "added"),
    examples=[
        Example(
            f"{_FILTERS}/SentOn/operators", "[equals]", "[equals, after]", compatible="python wire"
        )
    ],
)
def filter_comparison_added(d: Difference) -> Finding:
    """A filter allows a further comparison.

    Those that it allowed stay.
    """
    return finding(
        f"The {row_name(d)} allows {quoted(d.new)}.",
        python=allows(f"`.{d.new}(...)` exists"),
        wire=allows(f"{quoted(d.new)} may be sent"),
    )


@rule(
    ("Filter", "operators", "removed"),
    examples=[
        Example(
            f"{_FILTERS}/SentOn/operators", "[equals, after]", "[equals]", breaking="python wire"
        )
    ],
)
def filter_comparison_removed(d: Difference) -> Finding:
    """A filter no longer allows a comparison.

    The method that made it is gone.
    """
    return finding(
        f"The {row_name(d)} no longer allows {quoted(d.old)}.",
        python=breaks(f"`.{d.old}(...)` does not exist"),
        wire=breaks(f"{quoted(d.old)} is no longer sent"),
    )


@rule(
    ("Filter", "family", "changed"),
    examples=[
        Example(
            f"{_FILTERS}/SentOn", "{type: date}", "{type: date, family: day}", compatible="python"
        ),
        Example(
            f"{_FILTERS}/SentOn", "{type: date, family: day}", "{type: date}", breaking="python"
        ),
    ],
)
def filter_class_changed(d: Difference) -> Finding:
    """A filter is of another class.

    Filters of days and instants offer all that one that only compares offers, and the same as each
    other.
    """
    if d.new == "equals":
        return finding(
            f"The {row_name(d)} only compares for equality.",
            python=breaks("`.before(...)`, `.on(...)` and `.after(...)` do not exist"),
        )
    return finding(
        f"The {row_name(d)} compares times: {code(d.new)}.",
        python=allows("`.before(...)`, `.on(...)` and `.after(...)` exist beside `.equals(...)`"),
    )
