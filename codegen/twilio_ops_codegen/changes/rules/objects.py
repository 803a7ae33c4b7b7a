"""Objects: that they exist, what they are called, and where they live."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Object
from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import code, quoted
from twilio_ops_codegen.changes.registry import Example, rule

_TAKEN = ("Create", "Update", "Delete")
_COURIER = """{object: Courier, path: /v1/Couriers, keys: {Sid: {prefixes: [CO]}},
  fields: {sid: {type: sid, prefixes: [CO]}}, actions: {
    Get: {method: GET, path: '/v1/Couriers/{Sid}'},
    Delete: {method: DELETE, path: '/v1/Couriers/{Sid}', cardinality: none}}}"""


def _takes(value: Object) -> bool:
    """Whether request documents are made for an object."""
    return any(action in _TAKEN for action in value.actions)


def _answers(value: Object) -> bool:
    """Whether an object's actions answer documents."""
    return any(action.cardinality != "none" for action in value.actions.values())


@rule(
    ("Catalog", "objects", "added"),
    examples=[
        Example("objects/Courier", None, _COURIER, compatible="python requests responses wire")
    ],
)
def object_added(d: Difference) -> Finding:
    """There is a new object.

    Nothing that exists is touched by one.
    """
    actions = ", ".join(d.new.actions) or "none"
    return finding(
        f"New object {code(d.name)} (actions: {actions}).",
        python=allows(f"`{d.name}` and its operations can be imported"),
        requests=allows("new request profiles") if _takes(d.new) else None,
        responses=allows("new response profiles") if _answers(d.new) else None,
        wire=allows("new requests can be made"),
    )


@rule(
    ("Catalog", "objects", "removed"),
    examples=[
        Example("objects/Courier", _COURIER, None, breaking="python requests responses wire")
    ],
)
def object_removed(d: Difference) -> Finding:
    """An object is gone.

    Its module, its classes and its profiles are not generated any more.
    """
    return finding(
        f"Object {code(d.name)} is gone, with its record, its operations and its profiles.",
        python=breaks(f"importing `{d.name}` or its operations fails"),
        requests=(
            breaks(f"documents for `{d.name}` have no profile and no operation")
            if _takes(d.old)
            else None
        ),
        responses=(
            breaks(f"no operation answers documents of `{d.name}`") if _answers(d.old) else None
        ),
        wire=breaks("its requests are no longer made"),
    )


@rule(
    ("Object", "object", "changed"),
    examples=[Example("objects/Depot/object", "Depot", "Hub", breaking="python responses")],
)
def object_renamed(d: Difference) -> Finding:
    """An object's classes have another name.

    Code that imports the old names fails, and so does whatever opens profiles by their file names.
    """
    other = breaks("profiles have other file names")
    return finding(
        f"Object {quoted(d.old)} is called {quoted(d.new)}.",
        python=breaks(f"classes named after `{d.old}` are named after `{d.new}`"),
        requests=other if _takes(d.after) else None,
        responses=other if _answers(d.after) else None,
    )


@rule(
    ("Object", "source", "changed"),
    examples=[Example("objects/Parcel/source", "Parcel", "Package", documentation="documentation")],
)
def source_name_changed(d: Difference) -> Finding:
    """The source document calls an object something else.

    Generated names come from the catalog's own name for it.
    """
    return finding(
        f"The source calls {code(d.scope.object or '')} {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=tells("another object of the source is named"),
    )


@rule(
    ("Object", "aliases", "added"),
    examples=[Example("objects/Depot/aliases", "[]", "[Hub]", compatible="python")],
)
def alias_added(d: Difference) -> Finding:
    """An object can be asked for by a further name.

    The names it had stay.
    """
    return finding(
        f"{code(d.scope.object or '')} is also known as {quoted(d.new)}.",
        python=allows(f"`{d.new}` finds it"),
    )


@rule(
    ("Object", "aliases", "removed"),
    examples=[Example("objects/Depot/aliases", "[Hub]", "[]", breaking="python")],
)
def alias_removed(d: Difference) -> Finding:
    """An object can no longer be asked for by one of its names.

    Whoever used that name finds nothing.
    """
    return finding(
        f"{code(d.scope.object or '')} is no longer known as {quoted(d.old)}.",
        python=breaks(f"`{d.old}` finds nothing"),
    )


@rule(
    ("Object", "parent", "changed"),
    examples=[Example("objects/Parcel/parent", "Depot", "null", compatible="documentation")],
)
def parent_changed(d: Difference) -> Finding:
    """An object lives under another object, or under none.

    What composed Sids are made of follows from the paths of the object's actions, judged on their
    own; where these stay, the parent is a matter of how objects are told about.
    """
    name = d.scope.object or ""
    return finding(
        f"{code(name)} lives under {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=allows("it is found under another object"),
    )


@rule(
    ("Object", "path", "changed"),
    examples=[
        Example("objects/Depot/path", "/v1/Depots", "/v1/Hubs", compatible="wire"),
        Example(
            "objects/Parcel/path",
            "'/v1/Depots/{DepotSid}/Parcels'",
            "/v1/Parcels",
            compatible="wire",
        ),
    ],
)
def object_path_changed(d: Difference) -> Finding:
    """An object lives at another address.

    What requests use, and what Sids are composed of, are its actions' paths, judged on their own.
    """
    name = d.scope.object or ""
    return finding(
        f"{code(name)} lives at {quoted(d.new)}; it was {quoted(d.old)}.",
        wire=allows("the address of its collection; see its actions for requests"),
    )
