"""Types of values that are answered.

Who reads documents counts on their texts, so these may become fewer, and not others. Typed code also
makes records, in its tests if nowhere else, so what attributes are annotated with has to stay.
"""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import kind, kinds, quoted, row_name, with_column
from twilio_ops_codegen.changes.registry import Example, rule
from twilio_ops_codegen.changes.rules.variance import form_use, held, holds_prefixes, text_within

_FIELDS = "objects/Parcel/fields"
_WEIGHT = f"{_FIELDS}/weight"
_RECIPIENT = f"{_FIELDS}/recipient"
_TEXTS = {"string", "sid", "enum"}
"""The types that are text in a table."""


def _wire(d: Difference) -> Effect | None:
    """The effect on what answers in the service's place, or has its answers recorded."""
    if text_within(d.before, d.after, (d.scope.old, d.scope.new)):
        return None
    return breaks(f"an answer with what is no {kind(d.after)} is not valid")


def _seen(d: Difference) -> tuple[Effect | None, Effect | None]:
    """The effects on typed code and on documents of another type."""
    python = None
    if held(d.before) != held(d.after):
        said = f"the attribute is {kind(d.after)}, for those who read and make records"
        if d.before.type != d.after.type and not {d.before.type, d.after.type} <= _TEXTS:
            said += "; so is its column in exports"
        python = breaks(said)
    if text_within(d.after, d.before, (d.scope.new, d.scope.old)):
        said = "the profile says another type, whose texts the old one held"
        return python, allows(said) if d.before.type != d.after.type else None
    return python, breaks(f"the element holds {kind(d.after)}")


@rule(
    ("Type", "type", "changed"),
    direction="response",
    examples=[
        Example(
            _RECIPIENT,
            "{type: string}",
            "{type: sid, prefixes: [RC]}",
            breaking="python wire",
            compatible="responses",
        ),
        Example(
            _RECIPIENT,
            "{type: string}",
            "{type: enum, enum: status}",
            breaking="python",
            compatible="responses",
        ),
        Example(
            f"{_FIELDS}/status",
            "{type: enum, enum: status}",
            "{type: string}",
            breaking="python",
            compatible="responses",
        ),
        Example(
            f"{_FIELDS}/status",
            "{type: enum, enum: status}",
            "{type: sid, prefixes: [RC]}",
            breaking="python wire",
            compatible="responses",
        ),
        Example(
            _RECIPIENT,
            "{type: sid, prefixes: [RC]}",
            "{type: enum, enum: status}",
            breaking="python responses",
        ),
        Example(
            _WEIGHT,
            "{type: string}",
            "{type: decimal}",
            breaking="python wire",
            compatible="responses",
        ),
        Example(_WEIGHT, "{type: decimal}", "{type: string}", breaking="python responses"),
        Example(_WEIGHT, "{type: integer}", "{type: decimal}", breaking="python responses"),
        Example(
            _WEIGHT,
            "{type: decimal}",
            "{type: integer}",
            breaking="python wire",
            compatible="responses",
        ),
        Example(
            _RECIPIENT,
            "{type: string}",
            "{type: struct, struct: size}",
            breaking="python responses wire",
        ),
    ],
)
def answer_retyped(d: Difference) -> Finding:
    """A field has another type.

    The attribute is annotated with another class: code that reads it as the old one, or makes a record
    with a value of the old one, no longer passes a strict type checker. Documents hold the service's
    own text: where the new type's texts are among the old one's, whatever reads them finds what it
    knew; any text is an enum's, since enums are open.
    """
    python, responses = _seen(d)
    return finding(
        f"The {row_name(d)} is {kind(d.after)}; it was {kind(d.before)}.",
        python=python,
        responses=responses,
        wire=_wire(d),
    )


@rule(
    ("Type", "format", "changed"),
    direction="response",
    examples=[
        Example(
            _RECIPIENT,
            "{type: string, format: uri}",
            "{type: string}",
            documentation="documentation",
        ),
        Example(
            _RECIPIENT,
            "{type: string}",
            "{type: string, format: password}",
            compatible="python",
            documentation="documentation",
        ),
        Example(
            _WEIGHT,
            "{type: datetime, format: rfc2822}",
            "{type: datetime, format: iso8601}",
            breaking="responses",
            compatible="python wire",
        ),
    ],
)
def answer_format_changed(d: Difference) -> Finding:
    """A field's text is of another form, or of a form not promised any more.

    Forms of text are stated and never checked, so nobody but a reader of documentation sees them; text
    that is secret is not shown. Instants are the same in Python whatever form they had; documents
    hand on the service's own text.
    """
    sentence = f"The {row_name(d)} has the format {quoted(d.new)}; it was {quoted(d.old)}."
    uses = {form_use(d.before, form) for form in (d.old, d.new)}
    if "time" in uses:
        return finding(
            sentence,
            python=allows("the attribute holds the same value"),
            responses=breaks("the element's text has another form"),
            wire=allows("the value is read in either form"),
        )
    return finding(
        sentence,
        python=(
            with_column(allows("the same text, shown or not"), d, "never have a secret's column")
            if "secret" in uses
            else None
        ),
        documentation=tells("another form is stated"),
    )


@rule(
    ("Type", "prefixes", "changed"),
    ("Type", "pattern", "changed"),
    ("Type", "minimum", "changed"),
    ("Type", "maximum", "changed"),
    ("Type", "nullable", "changed"),
    direction="response",
    examples=[
        Example(
            _RECIPIENT,
            "{type: sid, prefixes: [RC, RX]}",
            "{type: sid, prefixes: [RC]}",
            breaking="wire",
            compatible="responses",
            documentation="documentation",
        ),
        Example(
            _RECIPIENT,
            "{type: sid, prefixes: [RC]}",
            "{type: sid, prefixes: [RC, RX]}",
            breaking="responses",
            documentation="documentation",
        ),
        Example(f"{_RECIPIENT}/pattern", "'[a-z]+'", "'[a-z0-9]+'", documentation="documentation"),
        Example(f"{_WEIGHT}/maximum", "70", "90", documentation="documentation"),
        Example(f"{_WEIGHT}/minimum", "null", "1", documentation="documentation"),
        Example(f"{_WEIGHT}/nullable", "false", "true", documentation="documentation"),
    ],
)
def answer_statement_changed(d: Difference) -> Finding:
    """The source says something else of a field's values: prefixes, pattern, bounds, null.

    A response profile checks the prefixes of Sids. Nothing else that is answered is checked against
    these: every attribute of a record may be None and every element empty, and a text or a number is
    taken as it comes.
    """
    responses = wire = None
    sentence = f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}."
    if d.attribute == "prefixes":
        sentence = f"The {row_name(d)} holds Sids of {kinds(d.new)}; it was {kinds(d.old)}."
        if not holds_prefixes(wide=d.new, narrow=d.old):
            wire = breaks("an answer with a prefix that is gone is not valid")
        responses = (
            allows("the profile takes fewer prefixes")
            if holds_prefixes(wide=d.old, narrow=d.new)
            else breaks("documents may have prefixes that the profile did not take")
        )
    return finding(
        sentence,
        responses=responses,
        wire=wire,
        documentation=tells("what is stated of its values differs"),
    )


@rule(
    ("Type", "enum", "changed"),
    ("Type", "struct", "changed"),
    ("Type", "count", "changed"),
    ("Type", "items", "added"),
    ("Type", "items", "removed"),
    direction="response",
    examples=[
        Example(f"{_FIELDS}/status/enum", "status", "state", breaking="python"),
        Example(f"{_FIELDS}/size/struct", "size", "box", breaking="python"),
        Example(f"{_FIELDS}/size/struct", "size", "depth", breaking="python responses"),
    ],
)
def answer_class_changed(d: Difference) -> Finding:
    """A field holds values of another class: another enum, another struct.

    Typed code knows the class by its name. Documents have no such names: any text is an enum's, and a
    nested value that has all that the old one had is read as before. What it holds beyond its fields is
    kept as it came, so what answers in the service's place goes on as it is.
    """
    python, responses = _seen(d)
    return finding(
        f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}.",
        python=python or breaks("the attribute is of another class"),
        responses=responses,
    )
