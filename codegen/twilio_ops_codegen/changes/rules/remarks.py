"""What is said about things: deprecation, notes, and the handling of personal values."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Effect, Finding, allows, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, code, row_name, show, with_column
from twilio_ops_codegen.changes.registry import Example, Subject, rule

_WEIGHT = "objects/Parcel/fields/weight"
_QUERY = "objects/Parcel/actions/Query"
_CREATE = "objects/Parcel/actions/Create"
_RECIPIENT = "objects/Parcel/actions/Create/parameters/Recipient"


def _deprecated(owner: str) -> Subject:
    return (owner, "deprecated", "changed")


def _note(owner: str) -> Subject:
    return (owner, "note", "changed")


_DEPRECATED = tuple(
    _deprecated(owner) for owner in ("Object", "Action", "Field", "Parameter", "Filter")
)
_PERSONAL: tuple[Subject, ...] = (
    ("Field", "pii", "added"),
    ("Field", "pii", "removed"),
    ("Parameter", "pii", "added"),
    ("Parameter", "pii", "removed"),
    ("Pii", "handling", "changed"),
    ("Pii", "delete_sla", "changed"),
)
_WORDS: tuple[Subject, ...] = (
    *(
        (owner, "doc", "changed")
        for owner in ("Object", "Struct", "Action", "Field", "Parameter", "Filter", "EnumWords")
    ),
    ("Object", "link", "changed"),
    ("Object", "enum_words", "added"),
    ("Object", "enum_words", "removed"),
    ("EnumWords", "values", "added"),
    ("EnumWords", "values", "removed"),
    ("EnumWords", "values", "changed"),
)
_NOTES = tuple(_note(owner) for owner in ("Object", "Action", "Field", "Parameter", "Filter"))


def _told(d: Difference, sentence: str, effect: Effect) -> Finding:
    """A finding on a remark: those on objects and actions are printed in Python."""
    if d.owner in ("Object", "Action"):
        return finding(sentence, python=effect)
    return finding(sentence, documentation=effect)


def _subject(d: Difference) -> str:
    return f"The {row_name(d)}" if d.scope.role else code(class_name(d))


def _inside(d: Difference) -> str:
    """The subject in the middle of a sentence."""
    return f"the {row_name(d)}" if d.scope.role else code(class_name(d))


@rule(
    *_DEPRECATED,
    examples=[
        Example(f"{_WEIGHT}/deprecated", "null", "use size", compatible="documentation"),
        Example(f"{_WEIGHT}/deprecated", "use size", "null", compatible="documentation"),
        Example("objects/Parcel/deprecated", "null", "use Depot", compatible="python"),
    ],
)
def deprecation_changed(d: Difference) -> Finding | None:
    """Something is deprecated, or no longer is.

    It works as before. Who uses it should know before it goes, so it is more than documentation.
    """
    if d.old is not None and d.new is not None:
        return None
    if d.new is None:
        return _told(d, f"{_subject(d)} is no longer deprecated.", allows("it may stay in use"))
    return _told(d, f"{_subject(d)} is deprecated: {d.new}", allows("it should not be used anew"))


@rule(
    *_DEPRECATED,
    examples=[
        Example(
            f"{_WEIGHT}/deprecated", "use size", "use size instead", documentation="documentation"
        )
    ],
)
def deprecation_reworded(d: Difference) -> Finding | None:
    """The reason for a deprecation is worded differently.

    Only the text differs.
    """
    if d.old is None or d.new is None:
        return None
    return _told(d, f"{_subject(d)} stays deprecated: {d.new}", tells("another message"))


@rule(
    *_NOTES,
    examples=[
        Example(f"{_WEIGHT}/note", "null", "in kilogrammes", documentation="documentation"),
        Example("objects/Parcel/note", "null", "carried by hand", documentation="python"),
    ],
)
def note_changed(d: Difference) -> Finding:
    """A note is written, removed or worded differently.

    Notes stand in documentation.
    """
    text = f": {d.new}" if d.new else " is gone."
    return _told(d, f"The note on {_inside(d)}{text}", tells("documentation reads differently"))


@rule(
    *_WORDS,
    examples=[
        Example(
            f"{_WEIGHT}/doc", "null", "The parcel weighs this much.", documentation="documentation"
        ),
        Example(
            "objects/Parcel/enum_words",
            "{}",
            "{status: {values: {waiting: It waits.}}}",
            documentation="documentation",
        ),
    ],
)
def words_changed(d: Difference) -> Finding:
    """What something is, is said in other words.

    Words stand in documentation.
    """
    return finding(
        f"The words about {_inside(d)} are others.",
        documentation=tells("documentation reads differently"),
    )


@rule(
    ("Action", "effect", "changed"),
    examples=[
        Example(
            "objects/Parcel/actions/Create/effect",
            "null",
            "sends a courier",
            documentation="documentation",
        ),
        Example(
            "objects/Parcel/actions/Create/effect",
            "sends a courier",
            "null",
            documentation="documentation",
        ),
    ],
)
def effect_changed(d: Difference) -> Finding:
    """An action is said to do more than change a record, or no longer is, or something else.

    The service decides what an action does; the catalog only tells of it.
    """
    told = f"{d.new}." if d.new else "has no effect beside the record's."
    return finding(f"{_subject(d)} {told}", documentation=tells("documentation reads differently"))


@rule(
    ("Action", "window", "changed"),
    ("Action", "settles", "changed"),
    ("Service", "under_way", "changed"),
    examples=[
        Example(f"{_QUERY}/window", "null", "SentOn", documentation="documentation"),
        Example(f"{_QUERY}/window", "SentOn", "null", documentation="documentation"),
        Example(f"{_QUERY}/settles", "null", "3", documentation="documentation"),
        Example(f"{_QUERY}/settles", "3", "5", documentation="documentation"),
        Example("service/under_way", "null", "X-Under-Way", documentation="documentation"),
    ],
)
def export_changed(d: Difference) -> Finding:
    """An export cuts a list by another filter, reads it again for more days, or paces itself by another header field.

    What a Query sends and answers is the same.
    """
    said = f"`{d.attribute}` is {show(d.new) or 'none'}; it was {show(d.old) or 'none'}"
    return finding(f"For exports, {said}.", documentation=tells("exports ask in other pieces"))


@rule(
    *_PERSONAL,
    examples=[
        Example(f"{_WEIGHT}/pii", "null", "{handling: standard}", compatible="documentation"),
        Example(f"{_WEIGHT}/pii", "{handling: standard}", "null", compatible="documentation"),
        Example(f"{_RECIPIENT}/pii", "null", "{handling: standard}", compatible="documentation"),
        Example(f"{_RECIPIENT}/pii", "{handling: standard}", "null", compatible="documentation"),
        Example(f"{_RECIPIENT}/pii/handling", "standard", "sensitive", compatible="documentation"),
        Example(
            f"{_RECIPIENT}/pii",
            "{handling: standard, delete_sla: 30}",
            "{handling: standard, delete_sla: 120}",
            compatible="documentation",
        ),
    ],
)
def personal_value_changed(d: Difference) -> Finding:
    """The source says that a value is personal, no longer is, or is to be handled in another way.

    No code and no document differs. But whoever keeps such values may have another duty, so it is
    more than documentation.
    """
    if d.owner == "Pii":
        what = "handling" if d.attribute == "handling" else "days until deletion"
        said = f"has other {what}: {show(d.new) or 'none'}; it was {show(d.old) or 'none'}"
    elif d.new is None:
        said = "is no longer marked as a personal value"
    else:
        said = f"is a personal value ({show(d.new)})"
    duty = allows("what is kept of it may have to be handled in another way")
    if d.owner == "Field" and "structs" not in d.place:
        hidden = "no longer mask or drop" if d.new is None else "mask or drop"
        duty = with_column(duty, d, f"{hidden} its column where asked to")
    return finding(f"{_subject(d)} {said}.", documentation=duty)


@rule(
    ("Parameter", "role", "changed"),
    ("Action", "not_now", "changed"),
    examples=[
        Example(f"{_RECIPIENT}/role", "null", "sender", documentation="documentation"),
        Example(f"{_CREATE}/not_now", "[]", "[4711]", documentation="documentation"),
    ],
)
def bulk_changed(d: Difference) -> Finding:
    """Bulk sending takes another parameter for the sender, callback or idempotency key, or waits for other errors.

    What the operation sends and answers is the same.
    """
    said = f"`{d.attribute}` of {_inside(d)} is {show(d.new) or 'none'}; it was {show(d.old) or 'none'}"
    return finding(f"For bulk sending, {said}.", documentation=tells("bulk sending differs"))
