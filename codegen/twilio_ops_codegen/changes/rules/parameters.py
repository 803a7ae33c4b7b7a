"""Parameters of Create, Update and the other actions that send values."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, code, quoted, row_name, show
from twilio_ops_codegen.changes.registry import Example, rule

_PARAMETERS = "objects/Parcel/actions/Create/parameters"
_WEIGHT = f"{_PARAMETERS}/Weight"
_NAME = f"{_PARAMETERS}/Sender"


@rule(
    ("Action", "parameters", "added"),
    examples=[Example(_NAME, None, "{type: string}", compatible="python requests wire")],
)
def parameter_added_optional(d: Difference) -> Finding | None:
    """An operation takes a further parameter that may be left out.

    Arguments are given by keyword, so no call changes its meaning. An optional element may stand
    anywhere in a profile's sequence without refusing a document that lacks it.
    """
    if d.new.required:
        return None
    return finding(
        f"{code(class_name(d))} takes {code(d.name)} ({show(d.new)}).",
        python=allows(f"a new optional argument for {code(d.name)}"),
        requests=allows(f"a new optional element {code(d.name)}"),
        wire=allows(f"{code(d.name)} may be sent"),
    )


@rule(
    ("Action", "parameters", "added"),
    examples=[
        Example(_NAME, None, "{type: string, required: true}", breaking="python requests wire")
    ],
)
def parameter_added_required(d: Difference) -> Finding | None:
    """An operation needs a further parameter.

    No existing call and no existing document gives it.
    """
    if not d.new.required:
        return None
    return finding(
        f"{code(class_name(d))} needs {code(d.name)} ({show(d.new)}).",
        python=breaks(f"calls without {code(d.name)} fail"),
        requests=breaks(f"documents without {code(d.name)} are refused"),
        wire=breaks(f"{code(d.name)} is always sent"),
    )


@rule(
    ("Action", "parameters", "removed"),
    examples=[Example(_NAME, "{type: string}", None, breaking="python requests wire")],
)
def parameter_removed(d: Difference) -> Finding:
    """An operation no longer takes a parameter.

    Calls that give it fail with a TypeError, and documents that carry it are refused.
    """
    return finding(
        f"{code(class_name(d))} no longer takes {code(d.name)}.",
        python=breaks(f"calls that give {code(d.name)} fail"),
        requests=breaks(f"documents with {code(d.name)} are refused"),
        wire=breaks(f"{code(d.name)} is no longer sent"),
    )


@rule(
    ("Parameter", "required", "changed"),
    examples=[Example(f"{_WEIGHT}/required", "false", "true", breaking="python requests wire")],
)
def parameter_made_required(d: Difference) -> Finding | None:
    """A parameter that could be left out is needed.

    Calls and documents that left it out are refused.
    """
    if not d.new:
        return None
    return finding(
        f"{code(class_name(d))} needs {code(d.scope.row or '')}, which could be left out.",
        python=breaks("calls that leave it out fail"),
        requests=breaks("documents that leave it out are refused"),
        wire=breaks("it is always sent"),
    )


@rule(
    ("Parameter", "required", "changed"),
    examples=[
        Example(
            f"{_WEIGHT}/required", "true", "false", breaking="python", compatible="requests wire"
        ),
        Example(
            "objects/Depot/actions/Get/parameters",
            "{Unit: {type: string, location: query, required: true}}",
            "{Unit: {type: string, location: query}}",
            compatible="python wire",
        ),
    ],
)
def parameter_made_optional(d: Difference) -> Finding | None:
    """A parameter that was needed may be left out.

    Callers and documents go on as they are, and so do calls that only send. But the request of a Create or an Update is a typed value
    that code also reads, and the attribute, which always held a value, may now hold None: code that
    reads it no longer passes a strict type checker, and a None reaches it when others leave the
    parameter out. Readers of requests count as typed code; `--for xml` or `--for wire` leaves them out.
    """
    if d.new:
        return None
    python = allows("calls may leave it out")
    if d.scope.action in ("Create", "Update"):
        request = f"{class_name(d)}Request"
        python = breaks(f"`{request}` may hold None there: code that reads it must ask")
    return finding(
        f"{code(class_name(d))} can be called without {code(d.scope.row or '')}, which was needed.",
        python=python,
        requests=allows("documents may leave it out"),
        wire=allows("it may be left out"),
    )


@rule(
    ("Parameter", "repeated", "changed"),
    examples=[
        Example(
            f"{_WEIGHT}/repeated", "false", "true", breaking="python", compatible="requests wire"
        ),
        Example(f"{_WEIGHT}/repeated", "true", "false", breaking="python requests wire"),
    ],
)
def parameter_repetition_changed(d: Difference) -> Finding:
    """A parameter takes several values where it took one, or the reverse.

    The argument is a sequence instead of one value. A document with one element stays valid when
    several are allowed, and not the other way round.
    """
    if d.new:
        return finding(
            f"The {row_name(d)} takes several values; it took one.",
            python=breaks("the argument is a sequence of values"),
            requests=allows("the element may be repeated"),
            wire=allows("it may be sent more than once"),
        )
    return finding(
        f"The {row_name(d)} takes one value; it took several.",
        python=breaks("the argument is a single value"),
        requests=breaks("documents that repeat the element are refused"),
        wire=breaks("it is sent once"),
    )


@rule(
    ("Parameter", "default", "changed"),
    examples=[
        Example(f"{_WEIGHT}/default", "null", "1", compatible="documentation"),
        Example(f"{_WEIGHT}/default", "1", "2", compatible="documentation"),
    ],
)
def parameter_default_changed(d: Difference) -> Finding:
    """The service takes another value for a parameter that is left out.

    Nothing is sent for it, before and after, so no code, document or request differs. What the service
    does where it is left out is its own doing, whichever release is in use; who leaves it out should know.
    """
    return finding(
        f"The {row_name(d)} defaults to {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=allows("what leaving it out means is stated otherwise"),
    )


@rule(
    ("Parameter", "location", "changed"),
    examples=[Example(f"{_WEIGHT}/location", "body", "query", breaking="wire")],
)
def parameter_location_changed(d: Difference) -> Finding:
    """A parameter is sent in another part of the request.

    Callers and documents give it as before; what reads requests underway must look elsewhere.
    """
    return finding(
        f"The {row_name(d)} is sent in the {d.new}; it was the {d.old}.",
        wire=breaks(f"it is in the {d.new} instead of the {d.old}"),
    )
