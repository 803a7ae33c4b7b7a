"""Types of values that are sent: these may become wider, and never narrower."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import kind, quoted, row_name
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.rules.variance import (
    CHECKED_FORMATS,
    SENT_WIDER,
    holds_bound,
    holds_format,
    holds_prefixes,
)

_PARAMETERS = "objects/Parcel/actions/Create/parameters"
_WEIGHT = f"{_PARAMETERS}/Weight"
_STREET = f"{_PARAMETERS}/Street"
_SENDER = f"{_PARAMETERS}/Sender"
_SENT_ON = "objects/Parcel/actions/Query/filters/SentOn"


def _sent(
    d: Difference, sentence: str, python: Effect, requests: Effect, wire: Effect | None = None
) -> Finding:
    """A finding on a sent value. Filters are given in code or settings: documents hold none."""
    in_documents = d.scope.role != "filter"
    return finding(sentence, python=python, requests=requests if in_documents else None, wire=wire)


@rule(
    ("Type", "type", "changed"),
    direction="request",
    examples=[Example(_SENDER, "{type: sid, prefixes: [DE]}", "{type: string}")],
)
def parameter_widened(d: Difference) -> Finding | None:
    """A value that is sent has a wider type, which holds the old type's values.

    What was given can still be given.
    """
    if (d.old, d.new) not in SENT_WIDER:
        return None
    return _sent(
        d,
        f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}.",
        python=allows("further values are taken"),
        requests=allows("further values are taken"),
    )


@rule(
    ("Type", "type", "changed"),
    direction="request",
    examples=[
        Example(_WEIGHT, "{type: decimal}", "{type: string}"),
        Example(_SENT_ON, "{type: date}", "{type: datetime, format: iso8601}"),
    ],
)
def parameter_retyped(d: Difference) -> Finding | None:
    """A value that is sent has another type, which does not hold the old type's values.

    Arguments and elements of the old type are refused, by a type checker or by the profile.
    """
    if (d.old, d.new) in SENT_WIDER or (d.old, d.new) == ("string", "enum"):
        return None
    return _sent(
        d,
        f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}.",
        python=breaks(f"the value given must be {kind(d.after)}"),
        requests=breaks(f"the element must hold {kind(d.after)}"),
        wire=breaks("the value is written in another way"),
    )


@rule(
    ("Type", "type", "changed"),
    direction="request",
    examples=[Example(_STREET, "{type: string}", "{type: enum, enum: status}")],
)
def parameter_values_listed(d: Difference) -> Finding | None:
    """Text that is sent is one of listed values.

    Enums are open: any text is still taken in code and in documents. But the service, which said
    nothing of what it takes, may refuse what it does not list.
    """
    if (d.old, d.new) != ("string", "enum"):
        return None
    return _sent(
        d,
        f"The {row_name(d)} is {kind(d.after)}; it was any text.",
        python=allows("the values have names; other text is taken as before"),
        requests=allows("other text is taken as before"),
        wire=breaks("the service may refuse values that it does not list"),
    )


@rule(
    ("Type", "format", "changed"),
    direction="request",
    examples=[
        Example(
            _STREET, "{type: string, format: phone-number}", "{type: string, format: endpoint}"
        ),
        Example(_STREET, "{type: string}", "{type: string, format: uri}"),
        Example(_STREET, "{type: string}", "{type: string, format: phone-number}"),
        Example(_SENT_ON, "{type: datetime, format: iso8601}", "{type: datetime, format: rfc2822}"),
        Example(_SENT_ON, "{type: date}", "{type: date, format: relative}"),
        Example(_SENT_ON, "{type: date, format: relative}", "{type: date}"),
    ],
)
def parameter_format_changed(d: Difference) -> Finding:
    """Text that is sent must have another form, or need not have one any more.

    A form that was not stated says that the service may refuse what it took. Only some forms are
    checked before sending. Instants are given as before and written otherwise; a date's only form lets
    it be sent as an offset from today, too.
    """
    sentence = f"The {row_name(d)} has the format {quoted(d.new)}; it was {quoted(d.old)}."
    if d.before.type == "date":  # written alike, whatever else is taken
        more = d.new is not None
        effect = allows("offsets are taken") if more else breaks("offsets are refused")
        return _sent(d, sentence, python=effect, requests=effect, wire=effect)
    if d.before.type == "datetime":
        return _sent(
            d,
            sentence,
            python=allows("the same value is given"),
            requests=allows("the same value is given"),
            wire=breaks("the value is written in another form"),
        )
    if holds_format(wide=d.new, narrow=d.old):
        wider = allows("further forms are taken")
        return _sent(d, sentence, python=wider, requests=wider, wire=wider)
    refused = breaks("the service may refuse text of the old form")
    if d.new not in CHECKED_FORMATS:
        stated = allows("text is taken as before")
        return _sent(d, sentence, python=stated, requests=stated, wire=refused)
    checked = breaks("text of the old form is refused")
    return _sent(d, sentence, python=checked, requests=checked, wire=refused)


@rule(
    ("Type", "prefixes", "changed"),
    direction="request",
    examples=[
        Example(_SENDER, "{type: sid, prefixes: [DE]}", "{type: sid, prefixes: [DE, CO]}"),
        Example(_SENDER, "{type: sid, prefixes: [DE, CO]}", "{type: sid, prefixes: [DE]}"),
    ],
)
def parameter_prefixes_changed(d: Difference) -> Finding:
    """A value that is sent takes Sids of other prefixes.

    Sids of a prefix that is not taken any more are refused.
    """
    sentence = f"The {row_name(d)} takes Sids of {quoted(d.new)}; it was {quoted(d.old)}."
    if holds_prefixes(wide=d.new, narrow=d.old):
        more = allows("Sids of further kinds are taken")
        return _sent(d, sentence, python=more, requests=more, wire=more)
    fewer = breaks("Sids of some kinds are refused")
    return _sent(d, sentence, python=fewer, requests=fewer, wire=fewer)


@rule(
    ("Type", "pattern", "changed"),
    direction="request",
    examples=[
        Example(f"{_STREET}/pattern", "'[a-z]+'", "null"),
        Example(f"{_STREET}/pattern", "null", "'[a-z]+'"),
    ],
)
def parameter_pattern_changed(d: Difference) -> Finding:
    """Text that is sent must match another pattern, or none.

    Patterns of text are stated, not checked before sending. Whether one takes all that another took
    cannot be told, so the service is taken to refuse some.
    """
    sentence = f"The {row_name(d)} must match {quoted(d.new)}; it was {quoted(d.old)}."
    stated = allows("text is taken as before")
    if d.new is None:
        return _sent(d, sentence, python=stated, requests=stated)
    refused = breaks("the service may refuse text that does not match")
    return _sent(d, sentence, python=stated, requests=stated, wire=refused)


@rule(
    ("Type", "minimum", "changed"),
    ("Type", "maximum", "changed"),
    direction="request",
    examples=[
        Example(f"{_WEIGHT}/maximum", "70", "90"),
        Example(f"{_WEIGHT}/minimum", "null", "1"),
    ],
)
def parameter_bound_changed(d: Difference) -> Finding:
    """A value that is sent has another bound.

    A looser bound takes further values; a tighter one refuses some that were taken.
    """
    sentence = f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}."
    if holds_bound(d.attribute == "minimum", wide=d.new, narrow=d.old):
        looser = allows("further values are taken")
        return _sent(d, sentence, python=looser, requests=looser)
    tighter = breaks("some values that were taken are refused")
    return _sent(d, sentence, python=tighter, requests=tighter, wire=tighter)


@rule(
    ("Type", "count", "changed"),
    direction="request",
    examples=[
        Example(_SENDER, "{type: pairs, count: 9}", "{type: pairs, count: 99}"),
        Example(_SENDER, "{type: pairs, count: 99}", "{type: pairs, count: 9}"),
    ],
)
def parameter_count_changed(d: Difference) -> Finding:
    """Another number of numbered pairs can be sent.

    More may be sent than before, or calls and documents with many are refused.
    """
    sentence = f"The {row_name(d)} takes {d.new} pairs; it took {d.old}."
    if holds_bound(False, wide=d.new, narrow=d.old):
        more = allows("more pairs are taken")
        return _sent(d, sentence, python=more, requests=more)
    fewer = breaks("calls and documents with more pairs are refused")
    return _sent(d, sentence, python=fewer, requests=fewer, wire=fewer)


@rule(
    ("Type", "enum", "changed"),
    ("Type", "struct", "changed"),
    ("Type", "items", "added"),
    ("Type", "items", "removed"),
    direction="request",
    examples=[
        Example("objects/Parcel/actions/Update/parameters/Status/enum", "status", "state"),
        Example(_SENDER, "{type: struct, struct: size}", "{type: struct, struct: box}"),
        Example(_SENDER, "{type: list, items: {type: string}}", "{type: list}"),
    ],
)
def parameter_class_changed(d: Difference) -> Finding:
    """A value that is sent is of another class: another enum, another struct, other entries.

    Values of the old class are refused by a type checker, or name what the service does not know.
    """
    return _sent(
        d,
        f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}.",
        python=breaks("the value given is of another class"),
        requests=breaks("the element holds other values"),
        wire=breaks("other values are sent"),
    )


@rule(
    ("Type", "nullable", "changed"),
    direction="request",
    examples=[
        Example(f"{_WEIGHT}/nullable", "false", "true"),
        Example(f"{_WEIGHT}/nullable", "true", "false"),
    ],
)
def parameter_nullability_changed(d: Difference) -> Finding:
    """The service takes null for a value that is sent, or no longer does.

    None means that a value is not sent, before and after; what the service makes of a null that is
    sent by other means is the service's.
    """
    if d.new:
        return _sent(
            d,
            f"The {row_name(d)} may be null.",
            python=allows("null is taken"),
            requests=allows("null is taken"),
        )
    refused = breaks("the service may refuse null")
    return _sent(d, f"The {row_name(d)} may not be null.", python=refused, requests=refused)
