"""Facts that stand beside types: what an action wants and gives at most, and what has no row."""

from __future__ import annotations

from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.changes.change import Finding, allows, breaks, finding, hides, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.phrasing import class_name, code, quoted, row_name, show
from twilio_ops_codegen.changes.registry import Example, rule

_PARCEL = "objects/Parcel"
_QUERY = f"{_PARCEL}/actions/Query"
_GET = f"{_PARCEL}/actions/Get"
_STREET = f"{_PARCEL}/actions/Create/parameters/Street"
_NAILS = f"{_PARCEL}/structs/crate/fields/nails"
_WEIGHT = f"{_PARCEL}/fields/weight"


def _records(number: int | None) -> str:
    return "any number of records" if number is None else counted(number, "record")


@rule(
    ("Action", "max_page_size", "changed"),
    examples=[
        Example(f"{_QUERY}/max_page_size", "1000", "50", breaking="python wire"),
        Example(f"{_QUERY}/max_page_size", "50", "1000", compatible="python wire"),
        Example(f"{_QUERY}/max_page_size", "null", "1000", breaking="python", compatible="wire"),
    ],
)
def page_size_limit_changed(d: Difference) -> Finding:
    """The most records that a page of a list may have is another number.

    Larger pages than that are refused before anything is sent. Where the number is not known, any
    size is sent, and the service decides.
    """
    sentence = (
        f"A page of {code(class_name(d))} has at most {_records(d.new)}; it was {_records(d.old)}."
    )
    if d.old is not None and d.new is not None:
        wire = allows("pages may be larger") if d.new > d.old else breaks("pages are smaller")
    else:
        wire = allows("pages have another size, where nobody chose one")
    if d.new is None or (d.old is not None and d.new >= d.old):
        return finding(sentence, python=allows("larger pages can be asked for"), wire=wire)
    return finding(sentence, python=breaks(f"a `page_size` above {d.new} is refused"), wire=wire)


@rule(
    ("Action", "security", "changed"),
    examples=[
        Example(f"{_GET}/security", "basic", "none", compatible="python", breaking="wire"),
        Example(f"{_GET}/security", "none", "basic", compatible="python", breaking="wire"),
    ],
)
def credentials_wanted_changed(d: Difference) -> Finding:
    """An action wants the account's credentials, or no longer does.

    Calls are the same; requests carry the credentials or do not.
    """
    carried = "no longer carries" if d.new == "none" else "now carries"
    return finding(
        f"{code(class_name(d))} {carried} the account's credentials.",
        python=allows("the same calls"),
        wire=breaks("requests are signed otherwise"),
    )


def _key_sentence(d: Difference) -> str:
    return f"{code(class_name(d))} takes its own key for {code(d.name)}: "


@rule(
    ("Action", "keys", "added"),
    ("Action", "keys", "removed"),
    examples=[
        Example(f"{_GET}/keys", "{}", "{Sid: {}}", compatible="python wire"),
        Example(f"{_GET}/keys", "{}", "{Sid: {prefixes: [PX]}}", breaking="python wire"),
        Example(f"{_GET}/keys", "{Sid: {}}", "{}", breaking="python wire"),
    ],
)
def own_key_changed(d: Difference) -> Finding:
    """An action takes another key in its path than the object's other actions, or no longer does.

    Whatever it takes that it did not is sent; what it no longer takes is refused before.
    """
    usual = None if d.scope.new is None else d.scope.new.keys.get(d.name)
    after = d.new if d.kind == "added" else usual
    said = show(after) or "any text"
    free = after is not None and not after.prefixes and after.pattern is None
    effect = allows("further keys are taken") if free else breaks("some keys are refused")
    return finding(f"{_key_sentence(d)}{said}.", python=effect, requests=effect, wire=effect)


@rule(
    ("Field", "required", "changed"),
    examples=[
        Example(f"{_NAILS}/required", "false", "true", breaking="python requests wire"),
        Example(f"{_NAILS}/required", "true", "false", compatible="python requests wire"),
        Example(f"{_WEIGHT}/required", "false", "true", documentation="documentation"),
    ],
)
def nested_need_changed(d: Difference) -> Finding:
    """A nested value that is sent must have a field, or need not have it any more.

    It is checked before anything is sent; what is answered is read whatever it has.
    """
    if "request" not in d.scope.directions:
        return finding(
            f"The {row_name(d)} is {'needed' if d.new else 'no longer needed'} where it is sent.",
            documentation=tells("it is never sent"),
        )
    if d.new:
        effect = breaks(f"values without {code(d.scope.row or '')} are refused")
    else:
        effect = allows("values without it are taken")
    return finding(
        f"The {row_name(d)} is {'needed' if d.new else 'no longer needed'} where it is sent.",
        python=effect,
        requests=effect,
        wire=effect,
    )


def _held(d: Difference) -> Finding:
    return finding(
        f"The {row_name(d)} has the {d.attribute} {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=tells("what is stated of its values differs"),
    )


@rule(
    ("Type", "values", "changed"),
    examples=[
        Example(
            _STREET,
            "{type: string, values: [GET, POST]}",
            "{type: string, values: [POST]}",
            documentation="documentation",
        )
    ],
)
def stated_values_changed(d: Difference) -> Finding:
    """The texts that a value of some format may be are others.

    They are stated; the service checks them.
    """
    return _held(d)


@rule(
    ("Type", "prefix", "changed"),
    examples=[
        Example(
            _STREET,
            "{type: collapsible_map, prefix: AddOns}",
            "{type: collapsible_map, prefix: Extras}",
            compatible="python",
            breaking="wire",
        )
    ],
)
def collapsed_name_changed(d: Difference) -> Finding:
    """A map that is sent as parameters of its own has them under another name.

    The same values are given, and sent as other parameters.
    """
    return finding(
        f"The {row_name(d)} is sent under {quoted(d.new)}; it was {quoted(d.old)}.",
        python=allows("the same values are given"),
        wire=breaks("the parameters have other names"),
    )


@rule(
    ("JsonNames", "bare", "changed"),
    examples=[Example(f"{_PARCEL}/json/bare", "false", "true", documentation="documentation")],
)
def bare_list_changed(d: Difference) -> Finding:
    """A list answer is said to be the list itself, or an object around it.

    What is read follows from the key of the list, which is judged on its own.
    """
    return finding(
        f"Lists of {code(d.scope.object or '')} are said to be {'bare' if d.new else 'no longer bare'}.",
        documentation=tells("the key of the list says what is read"),
    )


@rule(
    ("Service", "request_id", "changed"),
    ("Service", "inactive_account", "changed"),
    ("Service", "account_path", "changed"),
    ("Service", "region", "changed"),
    ("Service", "account_prefix", "changed"),
    ("Service", "key_prefix", "changed"),
    ("Service", "environment", "changed"),
    ("Service", "account_state", "changed"),
    ("Service", "account_active", "changed"),
    ("Service", "page_size", "changed"),
    examples=[
        Example("service/request_id", "X-Request-Id", "null", compatible="python"),
        Example("service/region", "null", "us1", compatible="python"),
    ],
)
def connection_fact_changed(d: Difference) -> Finding:
    """The service says otherwise how a connection is tested, or what it finds in answers.

    Nothing that is called or sent for an object differs.
    """
    return finding(
        f"The service's {d.attribute} is {quoted(d.new)}; it was {quoted(d.old)}.",
        python=allows("connections follow"),
    )


@rule(
    ("Object", "left_out", "added"),
    ("Object", "left_out", "removed"),
    ("Object", "left_out", "changed"),
    ("Catalog", "left_out", "added"),
    ("Catalog", "left_out", "removed"),
    ("Catalog", "left_out", "changed"),
    examples=[
        Example(
            f"{_PARCEL}/left_out",
            "{}",
            "{CreateParcel: 0123456789ab}",
            unjudged="python requests responses wire",
        ),
        Example(
            f"{_PARCEL}/left_out",
            "{CreateParcel: a}",
            "{CreateParcel: b}",
            unjudged="python requests responses wire",
        ),
    ],
)
def digest_changed(d: Difference) -> Finding:
    """What the source says and the catalog has no row for is something else.

    It may be anything, so it is not judged: it is shown, counted, and fails where breaking changes
    fail, until someone has looked and suppressed it.
    """
    said = f" ({d.new})" if d.kind == "added" else ""
    how = {"added": "newly", "removed": "no longer"}.get(d.kind, "otherwise")
    effect = hides("not judged: look at the source")
    return finding(
        f"{code(d.name)} says {how} what the catalog has no row for{said}.",
        python=effect,
        requests=effect,
        responses=effect,
        wire=effect,
    )
