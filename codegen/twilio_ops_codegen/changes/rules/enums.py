"""Enums. They are open: a value that is not listed is kept and sent, it only has no name."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, quoted
from twilio_ops_codegen.changes.registry import Example, rule

_STATUS = "objects/Parcel/enums/status"
_KIND = "objects/Parcel/enums/kind"


def _name(d: Difference) -> str:
    return f"enum {code(d.place[2])} of {code(d.scope.object or '')}"


@rule(("Object", "enums", "added"), examples=[Example(_KIND, None, "[letter, box]")])
def enum_added(d: Difference) -> Finding:
    """An object has a further enum.

    Fields and parameters that hold one are judged on their own.
    """
    return finding(f"New {_name(d)}.", python=allows("a new class for it"))


@rule(("Object", "enums", "removed"), examples=[Example(_KIND, "[letter, box]", None)])
def enum_removed(d: Difference) -> Finding:
    """An object no longer has an enum.

    Its class is gone, and with it every member that code names.
    """
    return finding(
        f"The {_name(d)} is gone.", python=breaks("importing its class fails, and its members")
    )


@rule(
    ("Enum", "values", "added"),
    examples=[Example(_STATUS, "[waiting, carried]", "[waiting, carried, lost]")],
)
def enum_value_added(d: Difference) -> Finding:
    """An enum has a further value.

    Enums are open: the value was kept and could be sent before it had a name.
    """
    sent = "request" in d.scope.directions
    answered = "response" in d.scope.directions
    return finding(
        f"The {_name(d)} has the value {quoted(d.new)}.",
        python=allows("a new member"),
        requests=allows("it is listed") if sent else None,
        responses=allows("it is listed") if answered else None,
        wire=allows("the service takes it") if sent else None,
        several=f"The {_name(d)} has the values {{}}.",
    )


@rule(
    ("Enum", "values", "removed"),
    examples=[Example(_STATUS, "[waiting, carried, lost]", "[waiting, carried]")],
)
def enum_value_removed(d: Difference) -> Finding:
    """An enum no longer has a value.

    The member is gone, so code that names it fails. The service is no longer said to take it.
    """
    sent = "request" in d.scope.directions
    return finding(
        f"The {_name(d)} no longer has the value {quoted(d.old)}.",
        python=breaks("the member does not exist"),
        requests=breaks("the service may refuse documents with it") if sent else None,
        wire=breaks("the service may refuse it") if sent else None,
        several=f"The {_name(d)} no longer has the values {{}}.",
    )
