"""What is said of values that are sent beside their types: forms, prefixes, bounds, counts."""

from __future__ import annotations

from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import kinds, quoted, row_name
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.rules.variance import (
    checked_bounds,
    form_use,
    holds_bound,
    holds_prefixes,
)

_PARAMETERS = "objects/Parcel/actions/Create/parameters"
_WEIGHT = f"{_PARAMETERS}/Weight"
_STREET = f"{_PARAMETERS}/Street"
_SENDER = f"{_PARAMETERS}/Sender"


def of_sent(
    d: Difference,
    sentence: str,
    python: Effect | None = None,
    requests: Effect | None = None,
    wire: Effect | None = None,
    documentation: Effect | None = None,
) -> Finding:
    """A finding on a sent value. Filters are given in code or settings: documents hold none."""
    return finding(
        sentence,
        python=python,
        requests=None if d.scope.role == "filter" else requests,
        wire=wire,
        documentation=documentation,
    )


@rule(
    ("Type", "format", "changed"),
    direction="request",
    examples=[
        Example(
            _STREET,
            "{type: string, format: phone-number}",
            "{type: string, format: endpoint}",
            compatible="python requests wire",
        ),
        Example(
            _STREET, "{type: string}", "{type: string, format: uri}", documentation="documentation"
        ),
        Example(
            _STREET,
            "{type: string}",
            "{type: string, format: password}",
            compatible="python",
            documentation="documentation",
        ),
        Example(
            _STREET,
            "{type: string}",
            "{type: string, format: phone-number}",
            breaking="python requests wire",
        ),
        Example(
            _WEIGHT,
            "{type: datetime, format: iso8601}",
            "{type: datetime, format: rfc2822}",
            breaking="wire",
            compatible="python",
        ),
        Example(
            _WEIGHT,
            "{type: date}",
            "{type: date, format: relative}",
            compatible="python requests wire",
        ),
        Example(
            _WEIGHT,
            "{type: date, format: relative}",
            "{type: date}",
            breaking="python requests wire",
        ),
    ],
)
def parameter_format_changed(d: Difference) -> Finding:
    """Text that is sent must have another form, or need not have one any more.

    Phone numbers are checked before sending; other forms are stated and seen by nobody but a reader of
    documentation. Instants are given as before and written otherwise; a date's only form lets it be sent
    as an offset from today, too. Text that is secret is not shown.
    """
    sentence = f"The {row_name(d)} has the format {quoted(d.new)}; it was {quoted(d.old)}."
    old, new = (form_use(d.before, form) for form in (d.old, d.new))
    if new == "relative" or old == "relative":
        effect = allows("offsets are taken") if new == "relative" else breaks("offsets are refused")
        return of_sent(d, sentence, python=effect, requests=effect, wire=effect)
    if new == "time":
        same = allows("the same value is given")
        return of_sent(
            d, sentence, python=same, wire=breaks("the value is written in another form")
        )
    if "phone" in (old, new):
        refused = breaks("text that is no phone number is refused")
        effect = allows("further texts are taken") if old == "phone" else refused
        return of_sent(d, sentence, python=effect, requests=effect, wire=effect)
    return of_sent(
        d,
        sentence,
        python=allows("the same text, shown or not") if "secret" in (old, new) else None,
        documentation=tells("another form is stated"),
    )


@rule(
    ("Type", "prefixes", "changed"),
    direction="request",
    examples=[
        Example(
            _SENDER,
            "{type: sid, prefixes: [DE]}",
            "{type: sid, prefixes: [DE, CO]}",
            compatible="python requests wire",
        ),
        Example(
            _SENDER,
            "{type: sid, prefixes: [DE, CO]}",
            "{type: sid, prefixes: [DE]}",
            breaking="python requests wire",
        ),
    ],
)
def parameter_prefixes_changed(d: Difference) -> Finding:
    """A value that is sent takes Sids of other prefixes.

    Sids of a prefix that is not taken any more are refused.
    """
    sentence = f"The {row_name(d)} takes Sids of {kinds(d.new)}; it was {kinds(d.old)}."
    if holds_prefixes(wide=d.new, narrow=d.old):
        more = allows("Sids of further kinds are taken")
        return of_sent(d, sentence, python=more, requests=more, wire=more)
    fewer = breaks("Sids of some kinds are refused")
    return of_sent(d, sentence, python=fewer, requests=fewer, wire=fewer)


@rule(
    ("Type", "minimum", "changed"),
    ("Type", "maximum", "changed"),
    direction="request",
    examples=[
        Example(
            _WEIGHT,
            "{type: integer, maximum: 70}",
            "{type: integer, maximum: 90}",
            compatible="python requests wire",
        ),
        Example(
            _WEIGHT,
            "{type: integer}",
            "{type: integer, minimum: 1}",
            breaking="python requests wire",
        ),
        Example(f"{_WEIGHT}/maximum", "90", "70", documentation="documentation"),
    ],
)
def parameter_bound_changed(d: Difference) -> Finding:
    """A value that is sent has another bound.

    Whole numbers are held to their bounds before they are sent: a looser one takes further values, a
    tighter one refuses some that were taken. Bounds of other numbers are only stated.
    """
    sentence = f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}."
    lowest = d.attribute == "minimum"
    old, new = (checked_bounds(row)[not lowest] for row in (d.before, d.after))
    if old == new:
        return of_sent(d, sentence, documentation=tells("another bound is stated"))
    if holds_bound(lowest, wide=new, narrow=old):
        looser = allows("further values are taken")
        return of_sent(d, sentence, python=looser, requests=looser, wire=looser)
    tighter = breaks("some values that were taken are refused")
    return of_sent(d, sentence, python=tighter, requests=tighter, wire=tighter)


@rule(
    ("Type", "count", "changed"),
    direction="request",
    examples=[
        Example(
            _SENDER,
            "{type: pairs, count: 9}",
            "{type: pairs, count: 99}",
            compatible="python requests",
        ),
        Example(
            _SENDER,
            "{type: pairs, count: 99}",
            "{type: pairs, count: 9}",
            breaking="python requests wire",
        ),
    ],
)
def parameter_count_changed(d: Difference) -> Finding:
    """Another number of numbered pairs can be sent.

    More may be sent than before, or calls and documents with many are refused.
    """
    sentence = f"The {row_name(d)} takes {counted(d.new, 'pair')}; it took {d.old}."
    if holds_bound(False, wide=d.new, narrow=d.old):
        more = allows("more pairs are taken")
        return of_sent(d, sentence, python=more, requests=more)
    fewer = breaks("calls and documents with more pairs are refused")
    return of_sent(d, sentence, python=fewer, requests=fewer, wire=fewer)


@rule(
    ("Type", "pattern", "changed"),
    ("Type", "nullable", "changed"),
    direction="request",
    examples=[
        Example(f"{_STREET}/pattern", "null", "'[a-z]+'", documentation="documentation"),
        Example(f"{_WEIGHT}/nullable", "true", "false", documentation="documentation"),
    ],
)
def parameter_statement_changed(d: Difference) -> Finding:
    """The source says something else of a value that is sent: its pattern, or whether it may be null.

    Patterns of text are stated, not checked before sending, and None means that a value is not sent,
    before and after.
    """
    return of_sent(
        d,
        f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=tells("what is stated of its values differs"),
    )
