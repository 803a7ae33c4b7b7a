"""What an action's request has to hold: groups, fixed parameters, and where the key goes."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, code, quoted, show
from twilio_ops_codegen.changes.registry import Example, rule

_CREATE = "objects/Parcel/actions/Create"
_GET = "objects/Parcel/actions/Get"


def _class(d: Difference) -> str:
    return code(class_name(d))


def _tightened(d: Difference) -> list[tuple[str, ...]]:
    """The new groups that a request which met all the old ones can fail."""
    before = [set(group) for group in d.old]
    return [group for group in d.new if not any(old <= set(group) for old in before)]


@rule(
    ("Action", "either", "changed"),
    examples=[
        Example(
            f"{_CREATE}/either", "[[Street, Locker]]", "[[Street]]", breaking="python requests wire"
        ),
        Example(f"{_CREATE}/either", "[]", "[[Street, Locker]]", breaking="python requests wire"),
    ],
)
def either_group_tightened(d: Difference) -> Finding | None:
    """A request needs one of a group of parameters, and it did not, or the group was larger.

    A group is met by every old request only if it holds all of an old group. Otherwise there are
    requests that were complete and are now refused.
    """
    tightened = _tightened(d)
    if not tightened:
        return None
    needed = " and ".join(" or ".join(code(name) for name in group) for group in tightened)
    return finding(
        f"{_class(d)} needs {needed}; " + (f"it was {show(d.old)}." if d.old else "it did not."),
        python=breaks(f"calls without {needed} are refused"),
        requests=breaks(f"documents without {needed} are refused"),
        wire=breaks(f"requests without {needed} are not sent"),
    )


@rule(
    ("Action", "either", "changed"),
    examples=[
        Example(
            f"{_CREATE}/either",
            "[[Street, Locker]]",
            "[[Street, Locker, Recipient]]",
            compatible="python requests wire",
        ),
        Example(f"{_CREATE}/either", "[[Street, Locker]]", "[]", compatible="python requests wire"),
    ],
)
def either_group_relaxed(d: Difference) -> Finding | None:
    """A group of parameters, one of which is needed, has grown or is gone.

    Whatever met the old groups meets the new ones.
    """
    if _tightened(d):
        return None
    return finding(
        f"{_class(d)} needs {show(d.new) if d.new else 'none of a group'}; it was {show(d.old)}.",
        python=allows("calls that were refused are taken"),
        requests=allows("documents that were refused are taken"),
        wire=allows("requests that were not sent are sent"),
    )


@rule(
    ("Action", "fixed", "added"),
    ("Action", "fixed", "removed"),
    ("Action", "fixed", "changed"),
    examples=[
        Example(f"{_CREATE}/fixed", "{}", "{Mode: express}", breaking="wire"),
        Example(f"{_CREATE}/fixed", "{Mode: express}", "{}", breaking="wire"),
        Example(f"{_CREATE}/fixed", "{Mode: express}", "{Mode: slow}", breaking="wire"),
    ],
)
def fixed_parameter_changed(d: Difference) -> Finding:
    """An operation always sends a parameter that it did not, no longer sends it, or another value.

    The same call, and the same document, ask the service for something else: that is seen underway alone.
    """
    old, new = quoted(d.old), quoted(d.new)
    return finding(
        f"{_class(d)} always sends {code(d.name)} as {new}; it was {old}.",
        wire=breaks(f"{code(d.name)} is sent as {new} instead of {old}"),
    )


@rule(
    ("Action", "key_parameter", "changed"),
    examples=[Example(f"{_GET}/key_parameter", "null", "TrackingCode", breaking="python wire")],
)
def key_parameter_changed(d: Difference) -> Finding:
    """The key of the record is sent as another parameter, or in the path.

    What callers and documents give as its Sid is another thing.
    """
    return finding(
        f"{_class(d)} sends its key as {quoted(d.new)}; it was {quoted(d.old)}.",
        python=breaks("the key that calls take is another value"),
        requests=breaks("the key that documents give is another value"),
        wire=breaks("the key is sent in another place"),
    )
