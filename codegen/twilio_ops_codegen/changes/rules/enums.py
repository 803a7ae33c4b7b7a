"""Enums. They are open: a value that is not listed is kept and sent, it only has no name."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Object
from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, quoted
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.uses import uses

_STATUS = "objects/Parcel/enums/status"
_GRADE = "objects/Parcel/enums/grade"
_KIND = "objects/Parcel/enums/kind"


def _name(d: Difference) -> str:
    return f"enum {code(d.place[2])} of {code(d.scope.object or '')}"


@rule(
    ("Object", "enums", "added"),
    examples=[Example(_KIND, None, "[letter, box]", compatible="python")],
)
def enum_added(d: Difference) -> Finding:
    """An object has a further enum.

    Fields and parameters that hold one are judged on their own.
    """
    return finding(f"New {_name(d)}.", python=allows("a new class for it"))


@rule(
    ("Object", "enums", "removed"),
    examples=[Example(_KIND, "[letter, box]", None, breaking="python")],
)
def enum_removed(d: Difference) -> Finding:
    """An object no longer has an enum.

    Its class is gone, and with it every member that code names.
    """
    return finding(
        f"The {_name(d)} is gone.", python=breaks("importing its class fails, and its members")
    )


@rule(
    ("Enum", "values", "added"),
    examples=[
        Example(
            _STATUS,
            "[waiting, carried]",
            "[waiting, carried, lost]",
            compatible="python requests responses wire",
        ),
        Example(_KIND, "[letter, box]", "[letter, box, bag]", compatible="python"),
    ],
)
def enum_value_added(d: Difference) -> Finding:
    """An enum has a further value.

    Enums are open: the value was kept and could be sent before it had a name. Code that asks a type
    checker to prove that it knows every member, with `assert_never`, is told of the new one, as it asked
    to be; an open enum can hold other values anyway, so that is not counted as breaking.
    """
    sent = "request" in d.scope.directions
    answered = _is_answered(d)
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
    examples=[
        Example(
            _STATUS,
            "[waiting, carried, lost]",
            "[waiting, carried]",
            breaking="python wire",
            compatible="requests responses",
        ),
        Example(_GRADE, "[in-progress]", "[in_progress]", breaking="python"),
    ],
)
def enum_value_removed(d: Difference) -> Finding:
    """An enum no longer has a value.

    Code that names the member fails, or, where another value has the name now, means that one. Documents
    with the value are taken as before, since any text is; but the service no longer says that it takes it.
    """
    sent = "request" in d.scope.directions
    answered = _is_answered(d)
    before, after = _members(d.scope.old, d), _members(d.scope.new, d)
    name = next((name for name, value in before.items() if value == d.old), None)
    text = "the member does not exist"
    if name in after:
        text = f"the member `{name}` is {quoted(after[name])} now"
    return finding(
        f"The {_name(d)} no longer has the value {quoted(d.old)}.",
        python=breaks(text),
        requests=allows("it is no longer listed; any text is taken") if sent else None,
        responses=allows("it is no longer listed") if answered else None,
        wire=breaks("the service may refuse it") if sent else None,
        several=f"The {_name(d)} no longer has the values {{}}.",
    )


def _is_answered(d: Difference) -> bool:
    """Whether answers hold the enum; one that nothing uses is in no profile."""
    homes = [home for home in (d.scope.old, d.scope.new) if home is not None]
    return any("response" in uses(home, "enums", d.place[2]) for home in homes)


def _members(home: Object | None, d: Difference) -> dict[str, str]:
    """The values of the enum on a side by the names of their members."""
    names = home.enum_names.get(d.place[2]) if home is not None else None
    return {} if names is None else {name: value for value, name in names.members.items()}
