"""Types of values that are sent: what was taken has to be taken.

The requests of Create and Update are typed values, which code also reads: for those who do, what an
attribute is annotated with may not become wider either.
"""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Object, Type
from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, kind, quoted, row_name
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.rules.forms_sent import of_sent
from twilio_ops_codegen.changes.rules.variance import takes, text_within

_PARAMETERS = "objects/Parcel/actions/Create/parameters"
_WEIGHT = f"{_PARAMETERS}/Weight"
_STREET = f"{_PARAMETERS}/Street"
_SENDER = f"{_PARAMETERS}/Sender"
_MEASURES = "objects/Parcel/actions/Update/parameters/Measures"
_FILTERS = "objects/Parcel/actions/Query/filters"
_SENT_ON = f"{_FILTERS}/SentOn"
_LISTED = breaks("the service may refuse values that it does not list")


def _python(d: Difference, narrower: bool) -> Effect:
    """The effect of another type on code that gives the value, and on code that reads requests."""
    old, new = takes(d.before), takes(d.after)
    if not old <= new:
        return breaks(f"the value given must be {kind(d.after)}")
    if narrower:
        return breaks(f"text that is no {kind(d.after)} is refused")
    if d.scope.action in ("Create", "Update") and not new <= old:
        request = f"`{class_name(d)}Request`"
        return breaks(f"code that reads {request} may find {kind(d.after)} there")
    return allows(f"{kind(d.after)} is taken; what was given still is")


def _is_timed(d: Difference) -> bool:
    """Whether a filter compares times, which it does alike for days and instants."""
    times = ("date", "datetime")
    return (
        d.scope.role == "filter"
        and {d.before.type, d.after.type} <= set(times)
        and all(row.operators != ("equals",) for row in (d.before, d.after))
    )


@rule(
    ("Type", "type", "changed"),
    direction="request",
    examples=[
        Example(
            _SENDER, "{type: sid, prefixes: [DE]}", "{type: string}", compatible="python requests"
        ),
        Example(
            _SENDER,
            "{type: string}",
            "{type: sid, prefixes: [DE]}",
            breaking="python requests wire",
        ),
        Example(
            _STREET, "{type: enum, enum: status}", "{type: string}", compatible="python requests"
        ),
        Example(
            _WEIGHT, "{type: integer}", "{type: decimal}", breaking="python", compatible="requests"
        ),
        Example(f"{_FILTERS}/Weight", "{type: integer}", "{type: decimal}", compatible="python"),
        Example(
            _WEIGHT, "{type: decimal}", "{type: string}", breaking="python", compatible="requests"
        ),
        Example(
            _WEIGHT,
            "{type: date}",
            "{type: datetime, format: iso8601}",
            breaking="python requests wire",
        ),
        Example(
            _SENT_ON,
            "{type: datetime, format: iso8601, operators: [equals, before]}",
            "{type: date, operators: [equals, before]}",
            compatible="python wire",
        ),
    ],
)
def parameter_retyped(d: Difference) -> Finding | None:
    """A value that is sent has another type.

    Where the new type takes all that the old one took, callers and documents go on as they are; code
    that reads requests does only if they hold nothing new. An enum takes any text, but the service may
    refuse what it does not list. A filter by time compares days and instants
    alike, whichever of them the service takes.
    """
    if _is_listed(d):
        return None
    sentence = f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}."
    if _is_timed(d):
        same = allows("the same comparisons with the same values")
        return of_sent(d, sentence, python=same, wire=allows("days are sent, or instants"))
    wider = text_within(d.before, d.after, (d.scope.old, d.scope.new))
    wire = None
    if not wider:
        wire = breaks("the value is another text, or values are no longer sent")
    elif d.new == "enum":
        wire = _LISTED
    return of_sent(
        d,
        sentence,
        python=_python(d, narrower=not wider),
        requests=(
            allows("further values are taken")
            if wider
            else breaks(f"the element must hold {kind(d.after)}")
        ),
        wire=wire,
    )


def _is_listed(d: Difference) -> bool:
    """Whether text becomes a listed value."""
    return d.old in ("string", "sid") and d.new == "enum"


@rule(
    ("Type", "type", "changed"),
    direction="request",
    examples=[
        Example(
            _STREET,
            "{type: string}",
            "{type: enum, enum: status}",
            breaking="wire",
            compatible="python requests",
        ),
        Example(
            _SENDER,
            "{type: sid, prefixes: [DE]}",
            "{type: enum, enum: status}",
            breaking="wire",
            compatible="python requests",
        ),
    ],
)
def parameter_values_listed(d: Difference) -> Finding | None:
    """Text that is sent is one of listed values.

    Enums are open: any text is still taken in code and in documents. But the service, which said
    nothing of what it takes, may refuse what it does not list.
    """
    if not _is_listed(d):
        return None
    return of_sent(
        d,
        f"The {row_name(d)} is {kind(d.after)}; it was {'any text' if d.old == 'string' else kind(d.before)}.",
        python=allows("the values have names; other text is taken as before"),
        requests=allows("other text is taken as before"),
        wire=_LISTED,
    )


@rule(
    ("Type", "enum", "changed"),
    ("Type", "struct", "changed"),
    ("Type", "items", "added"),
    ("Type", "items", "removed"),
    direction="request",
    examples=[
        Example(
            "objects/Parcel/actions/Update/parameters/Status/enum",
            "status",
            "state",
            compatible="python",
        ),
        Example(
            "objects/Parcel/actions/Update/parameters/Status/enum",
            "status",
            "grade",
            breaking="wire",
            compatible="python requests",
        ),
        Example(
            _MEASURES,
            "{type: struct, struct: size}",
            "{type: struct, struct: box}",
            breaking="python",
        ),
        Example(
            _MEASURES,
            "{type: struct, struct: size}",
            "{type: struct, struct: depth}",
            breaking="python requests wire",
        ),
    ],
)
def parameter_class_changed(d: Difference) -> Finding:
    """A value that is sent is of another class: another enum, another struct.

    A parameter takes any text where it takes members of an enum, so only the service can refuse a
    value: one that the new enum does not list. Values of another struct's class are refused by a type
    checker; documents are refused where they hold what the new one has not.
    """
    sentence = f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}."
    if d.attribute == "enum":
        old, new = _values(d)
        lost = breaks("the service may refuse values that it no longer lists")
        return of_sent(
            d,
            sentence,
            python=allows("any text is taken, members of either enum among it"),
            requests=allows("other values are listed; any text is taken") if old != new else None,
            wire=lost if old - new else None,
        )
    # The old documents have to be among the new ones: the new struct has all that the old one had,
    # and needs no more.
    homes = (d.scope.new, d.scope.old)
    asks_more = _needed(d.after, d.scope.new) - _needed(d.before, d.scope.old)
    fits = text_within(d.after, d.before, homes) and not asks_more
    return of_sent(
        d,
        sentence,
        python=breaks("values of the old class are refused by a type checker"),
        requests=None if fits else breaks("the element holds other values"),
        wire=None if fits else breaks("other values are sent"),
    )


def _values(d: Difference) -> tuple[set[str], set[str]]:
    """The values of the enums before and after."""
    old, new = (
        set(() if home is None else home.enums.get(name or "", ()))
        for home, name in ((d.scope.old, d.old), (d.scope.new, d.new))
    )
    return old, new


def _needed(row: Type, home: Object | None) -> set[str]:
    """The fields that a nested value must have where it is sent."""
    struct = home.structs.get(row.struct or "") if home is not None else None
    fields = struct.fields if struct is not None else {}
    return {name for name, field in fields.items() if field.required}
