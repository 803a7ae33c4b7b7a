"""Keys: what may stand in the placeholders of paths, and so in composed Sids."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Key
from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, quoted, show
from twilio_ops_codegen.changes.registry import Example, rule


def _key(d: Difference) -> str:
    return f"key {code(d.place[2])} of {code(d.scope.object or '')}"


@rule(
    ("Object", "keys", "added"),
    examples=[
        Example(
            "objects/Parcel/keys/RackSid", None, "{prefixes: [RA]}", documentation="documentation"
        )
    ],
)
def key_added(d: Difference) -> Finding:
    """The paths of an object's actions may have a further placeholder.

    Those that have it are judged on their own.
    """
    return finding(
        f"Composed Sids of {code(d.scope.object or '')} may have the part {code(d.name)}.",
        documentation=tells("see the actions whose paths have it"),
    )


@rule(
    ("Object", "keys", "removed"),
    examples=[
        Example(
            "objects/Parcel/keys/RackSid", "{prefixes: [RA]}", None, documentation="documentation"
        )
    ],
)
def key_removed(d: Difference) -> Finding:
    """No path of an object's actions has a placeholder any more.

    Those that had it are judged on their own.
    """
    return finding(
        f"Composed Sids of {code(d.scope.object or '')} no longer have the part {code(d.name)}.",
        documentation=tells("see the actions whose paths had it"),
    )


@rule(
    ("Key", "prefixes", "changed"),
    examples=[
        Example(
            "objects/Parcel/keys/Sid",
            "{prefixes: [PA]}",
            "{prefixes: [PA, PX]}",
            compatible="python requests wire",
        ),
        Example(
            "objects/Parcel/keys/Sid", "{prefixes: [PA]}", "{}", compatible="python requests wire"
        ),
    ],
)
def key_prefixes_widened(d: Difference) -> Finding | None:
    """A part of composed Sids takes further prefixes, or any text.

    Every Sid that was taken still is.
    """
    if not _wider(d):
        return None
    return _everybody(
        f"The {_key(d)} takes {_prefixes(d.after)}; it took {_prefixes(d.before)}.",
        allows(f"Sids of {_prefixes(d.after)} are taken"),
    )


@rule(
    ("Key", "prefixes", "changed"),
    examples=[
        Example(
            "objects/Parcel/keys/Sid",
            "{prefixes: [PA, PX]}",
            "{prefixes: [PA]}",
            breaking="python requests wire",
        ),
        Example(
            "objects/Parcel/keys/Sid", "{}", "{prefixes: [PA]}", breaking="python requests wire"
        ),
        Example(
            "objects/Parcel/keys/Sid",
            "{prefixes: [PA]}",
            "{prefixes: [PX]}",
            breaking="python requests wire",
        ),
    ],
)
def key_prefixes_narrowed(d: Difference) -> Finding | None:
    """A part of composed Sids no longer takes a prefix that it took.

    Such Sids are refused before anything is sent.
    """
    if _wider(d):
        return None
    return _everybody(
        f"The {_key(d)} takes {_prefixes(d.after)}; it took {_prefixes(d.before)}.",
        breaks(f"Sids of other than {_prefixes(d.after)} are refused"),
    )


@rule(
    ("Key", "pattern", "changed"),
    examples=[
        Example(
            "objects/Parcel/keys/Sid",
            "{pattern: '[0-9]+'}",
            "{}",
            compatible="python requests wire",
        ),
        Example(
            "objects/Parcel/keys/Sid",
            "{pattern: '[0-9]+'}",
            "{pattern: '[a-z]+'}",
            breaking="python requests wire",
        ),
    ],
)
def key_pattern_changed(d: Difference) -> Finding:
    """A part of composed Sids is checked against another pattern.

    Without a pattern any text is taken. Whether one pattern takes all that another took cannot be
    told, so it is taken to refuse some.
    """
    sentence = f"The {_key(d)} must match {quoted(d.new)}; it was {quoted(d.old)}."
    if d.new is None and not d.after.prefixes:
        return _everybody(sentence, allows("any text is taken"))
    others = f"values that do not match {quoted(d.new)}"
    if d.new is None:
        others = f"values other than Sids of {_prefixes(d.after)}"
    return _everybody(sentence, breaks(f"{others} are refused"))


@rule(
    ("Key", "literals", "added"),
    examples=[
        Example(
            "objects/Parcel/keys/Sid/literals", "[]", "[First]", compatible="python requests wire"
        )
    ],
)
def key_word_added(d: Difference) -> Finding:
    """A fixed word is taken in place of a Sid.

    Sids are taken as before.
    """
    return _everybody(
        f"The {_key(d)} also takes the word {quoted(d.new)}.", allows(f"{quoted(d.new)} is taken")
    )


@rule(
    ("Key", "literals", "removed"),
    examples=[
        Example(
            "objects/Parcel/keys/Sid/literals", "[First]", "[]", breaking="python requests wire"
        )
    ],
)
def key_word_removed(d: Difference) -> Finding:
    """A fixed word is no longer taken in place of a Sid.

    It is refused before anything is sent.
    """
    return _everybody(
        f"The {_key(d)} no longer takes the word {quoted(d.old)}.",
        breaks(f"{quoted(d.old)} is refused"),
    )


@rule(
    ("Key", "example", "changed"),
    examples=[
        Example("objects/Parcel/keys/Sid/example", "PA1", "PA2", documentation="documentation")
    ],
)
def key_example_changed(d: Difference) -> Finding:
    """A key is shown with another example.

    Examples stand in documentation and in tests.
    """
    return finding(
        f"The {_key(d)} is shown as {quoted(d.new)}.",
        documentation=tells("another example is shown"),
    )


def _everybody(sentence: str, effect: Effect) -> Finding:
    """A finding on code and documents that give a key, and on requests, which name it no longer."""
    return finding(sentence, python=effect, requests=effect, wire=effect)


def _wider(d: Difference) -> bool:
    if not d.new:
        return bool(d.after.pattern is None)
    return bool(d.old) and set(d.old) <= set(d.new)


def _prefixes(key: Key) -> str:
    if key.prefixes:
        return code(show(key.prefixes))
    return "what its pattern allows" if key.pattern else "any text"
