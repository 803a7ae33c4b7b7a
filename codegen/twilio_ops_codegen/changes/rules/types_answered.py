"""Types of values that are answered: these may become narrower, and never wider."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import kind, quoted, row_name
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.rules.variance import (
    ANSWERED_WIDER,
    ANY_HOLDS,
    holds_bound,
    holds_format,
)

_FIELDS = "objects/Parcel/fields"
_WEIGHT = f"{_FIELDS}/weight"
_RECIPIENT = f"{_FIELDS}/recipient"


def _narrower_type(d: Difference) -> bool:
    if d.old == "any":
        return d.new in ANY_HOLDS
    return (d.new, d.old) in ANSWERED_WIDER


@rule(
    ("Type", "type", "changed"),
    direction="response",
    examples=[Example(_RECIPIENT, "{type: string}", "{type: sid, prefixes: [RC]}")],
)
def answer_narrowed(d: Difference) -> Finding | None:
    """A field has a narrower type, whose values the old type held.

    Sids and members of enums are text to those who go on reading text.
    """
    if not _narrower_type(d):
        return None
    return finding(
        f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}.",
        python=allows("the attribute has a narrower type"),
        responses=allows("the element's values are fewer"),
    )


@rule(
    ("Type", "type", "changed"),
    direction="response",
    examples=[
        Example(_WEIGHT, "{type: decimal}", "{type: string}"),
        Example(f"{_FIELDS}/status", "{type: enum, enum: status}", "{type: string}"),
    ],
)
def answer_retyped(d: Difference) -> Finding | None:
    """A field has another type, whose values the old type did not hold.

    Code that does with the value what the old type allowed fails, or is refused by a type checker.
    """
    if _narrower_type(d):
        return None
    return finding(
        f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}.",
        python=breaks(f"the attribute is {kind(d.after)}"),
        responses=breaks(f"the element holds {kind(d.after)}"),
    )


@rule(
    ("Type", "format", "changed"),
    direction="response",
    examples=[
        Example(_RECIPIENT, "{type: string, format: uri}", "{type: string}"),
        Example(_RECIPIENT, "{type: string}", "{type: string, format: uri}"),
        Example(_WEIGHT, "{type: datetime, format: rfc2822}", "{type: datetime, format: iso8601}"),
    ],
)
def answer_format_changed(d: Difference) -> Finding:
    """A field's text is of another form, or of a form not promised any more.

    A promised form is one to count on, so it may come, and not go. Dates and instants are the same in
    Python whatever form they had; documents hand on the service's own text.
    """
    sentence = f"The {row_name(d)} has the format {quoted(d.new)}; it was {quoted(d.old)}."
    if holds_format(wide=d.old, narrow=d.new):
        stated = allows("a form is stated that was not")
        return finding(sentence, python=stated, responses=stated)
    if d.before.type in ("date", "datetime"):
        return finding(
            sentence,
            python=allows("the attribute holds the same value"),
            responses=breaks("the element's text has another form"),
        )
    return finding(
        sentence,
        python=breaks("the text may have another form"),
        responses=breaks("the element's text may have another form"),
    )


@rule(
    ("Type", "prefixes", "changed"),
    direction="response",
    examples=[
        Example(f"{_FIELDS}/sid/prefixes", "[PA]", "[PA, PX]"),
        Example(f"{_FIELDS}/sid/prefixes", "[PA, PX]", "[PA]"),
        Example(f"{_FIELDS}/sid/prefixes", "[PA]", "[PX]"),
    ],
)
def answer_prefixes_changed(d: Difference) -> Finding:
    """A field holds Sids of other prefixes.

    Sids in answers are not checked, so a further prefix is what a further value of an open enum is,
    and one less is none that a reader did not know. Where prefixes are replaced, the Sids name
    something else.
    """
    sentence = f"The {row_name(d)} holds Sids of {quoted(d.new)}; it was {quoted(d.old)}."
    old, new = set(d.old), set(d.new)
    if old <= new or new <= old:
        change = allows("Sids may be of further kinds" if old <= new else "Sids are of fewer kinds")
    else:
        change = breaks("the Sids name something else")
    return finding(sentence, python=change, responses=change)


@rule(
    ("Type", "pattern", "changed"),
    direction="response",
    examples=[
        Example(f"{_RECIPIENT}/pattern", "null", "'[a-z]+'"),
        Example(f"{_RECIPIENT}/pattern", "'[a-z]+'", "'[a-z0-9]+'"),
    ],
)
def answer_pattern_changed(d: Difference) -> Finding:
    """A field's text follows another pattern, or none.

    Whether one pattern's texts are another's cannot be told, so they are taken to be others.
    """
    sentence = f"The {row_name(d)} follows {quoted(d.new)}; it was {quoted(d.old)}."
    if d.old is None:
        stated = allows("a pattern is stated that was not")
        return finding(sentence, python=stated, responses=stated)
    other = breaks("the text may be one that the old pattern did not allow")
    return finding(sentence, python=other, responses=other)


@rule(
    ("Type", "minimum", "changed"),
    ("Type", "maximum", "changed"),
    direction="response",
    examples=[
        Example(f"{_WEIGHT}/maximum", "null", "70"),
        Example(f"{_WEIGHT}/maximum", "70", "90"),
    ],
)
def answer_bound_changed(d: Difference) -> Finding:
    """A field's values have another bound.

    A tighter bound is kept by values that readers knew; a looser one lets others come.
    """
    sentence = f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}."
    if holds_bound(d.attribute == "minimum", wide=d.old, narrow=d.new):
        tighter = allows("values lie closer together")
        return finding(sentence, python=tighter, responses=tighter)
    looser = breaks("values may lie outside the old bound")
    return finding(sentence, python=looser, responses=looser)


@rule(
    ("Type", "enum", "changed"),
    ("Type", "struct", "changed"),
    ("Type", "count", "changed"),
    ("Type", "items", "added"),
    ("Type", "items", "removed"),
    direction="response",
    examples=[
        Example(f"{_FIELDS}/status/enum", "status", "state"),
        Example(f"{_FIELDS}/size/struct", "size", "box"),
        Example(f"{_FIELDS}/stops", "{type: list, items: {type: string}}", "{type: list}"),
    ],
)
def answer_class_changed(d: Difference) -> Finding:
    """A field holds values of another class: another enum, another struct, other entries.

    What code knows of the old class, it does not know of the new one.
    """
    return finding(
        f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}.",
        python=breaks("the attribute is of another class"),
        responses=breaks("the element holds other values"),
    )


@rule(
    ("Type", "nullable", "changed"),
    direction="response",
    examples=[
        Example(f"{_WEIGHT}/nullable", "false", "true"),
        Example(f"{_WEIGHT}/nullable", "true", "false"),
    ],
)
def answer_nullability_changed(d: Difference) -> Finding:
    """A field may be null that always had a value, or the reverse.

    Every attribute of a record may be None and every element of an answer empty, whatever the
    source says of null: nobody could count on more.
    """
    if d.new:
        return finding(
            f"The {row_name(d)} may be null.",
            python=allows("the attribute may be None, as every attribute of a record may"),
            responses=allows("the element may be empty, as every element of an answer may"),
        )
    return finding(
        f"The {row_name(d)} is no longer said to be null.",
        python=allows("the attribute has a value wherever it is answered"),
        responses=allows("the element has a value wherever it is answered"),
    )
