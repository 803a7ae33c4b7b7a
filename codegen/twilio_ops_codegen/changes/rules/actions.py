"""Actions: that an object permits them, and the HTTP operation behind each."""

from __future__ import annotations

from twilio_ops_codegen.changes.change import Effect, Finding, allows, breaks, finding, tells
from twilio_ops_codegen.changes.compare import Difference
from twilio_ops_codegen.changes.composition import address, composition
from twilio_ops_codegen.changes.phrasing import class_name, code, quoted, show
from twilio_ops_codegen.changes.registry import Example, rule

_CREATE = "objects/Parcel/actions/Create"
_GET = "objects/Parcel/actions/Get"
_QUERY = "objects/Parcel/actions/Query"
_SHELF = "['/v1/Depots/{DepotSid}/Shelves/{ShelfSid}/Parcels/{Sid}']"
_RETURN = "{method: POST, path: '/v1/Depots/{Sid}', encoding: form}"


def _class(d: Difference) -> str:
    return code(class_name(d))


@rule(
    ("Object", "actions", "added"),
    examples=[
        Example(
            "objects/Depot/actions/Update",
            None,
            _RETURN,
            compatible="python requests responses wire",
        )
    ],
)
def action_added(d: Difference) -> Finding:
    """An object permits a further action.

    The actions that it permitted stay as they are.
    """
    return finding(
        f"New operation {_class(d)}.",
        python=allows(f"`{class_name(d)}` can be imported"),
        requests=allows("a new request profile"),
        responses=allows("a new response profile") if d.new.cardinality != "none" else None,
        wire=allows(f"`{d.new.method} {d.new.path}` can be asked for"),
    )


@rule(
    ("Object", "actions", "removed"),
    examples=[
        Example(
            "objects/Depot/actions/Update", _RETURN, None, breaking="python requests responses wire"
        )
    ],
)
def action_removed(d: Difference) -> Finding:
    """An object no longer permits an action.

    The class that stood for it is not generated any more.
    """
    answers: Effect | None = breaks("no document is answered any more")
    return finding(
        f"Operation {_class(d)} is gone.",
        python=breaks(f"importing `{class_name(d)}` fails"),
        requests=breaks("documents for it have no profile and no operation"),
        responses=answers if d.old.cardinality != "none" else None,
        wire=breaks(f"`{d.old.method} {d.old.path}` is no longer asked for"),
    )


@rule(
    ("Action", "operation", "changed"),
    examples=[
        Example(f"{_GET}/operation", "FetchParcel", "ReadParcel", documentation="documentation")
    ],
)
def operation_id_changed(d: Difference) -> Finding:
    """The source gives an operation another id.

    Ids are the source's own labels. Generated names come from the object and the action.
    """
    return finding(
        f"The source calls {_class(d)} {quoted(d.new)}; it was {quoted(d.old)}.",
        documentation=tells("another operation of the source is named"),
    )


@rule(
    ("Action", "method", "changed"),
    examples=[Example(f"{_GET}/method", "GET", "POST", breaking="wire")],
)
def method_changed(d: Difference) -> Finding:
    """An operation is asked for with another HTTP method.

    The runtime follows; whatever stands between it and the service and looks at methods must too.
    """
    return finding(
        f"{_class(d)} is sent as {quoted(d.new)}; it was {quoted(d.old)}.",
        wire=breaks(f"{d.new} is sent where {d.old} was"),
    )


@rule(
    ("Action", "path", "changed"),
    examples=[
        Example(f"{_GET}/path", "'/v1/Parcels/{Sid}'", "'/v1/Boxes/{Sid}'", breaking="wire"),
        Example(f"{_GET}/path", "'/v1/Boxes/{Box}'", "'/v1/Boxes/{Crate}'", documentation="python"),
        Example(
            f"{_GET}/path",
            "'/v1/Parcels/{Sid}'",
            "'/v1/Depots/{DepotSid}/Parcels/{Sid}'",
            breaking="wire",
            compatible="python",
        ),
        Example(
            f"{_GET}/path",
            "'/v1/Depots/{DepotSid}/Parcels/{Sid}'",
            "'/v1/Shelves/{ShelfSid}/Parcels/{Sid}'",
            breaking="python wire",
        ),
    ],
)
def path_changed(d: Difference) -> Finding:
    """An operation is asked for at another path.

    With placeholders for the same things only the wire sees it. Others are other parts of the composed
    Sid that callers and documents give; one for the connection's account may be left out. Where just a
    placeholder's name differs, nobody sees it.
    """
    scope = d.scope
    old = composition(d.old, scope.old, scope.old_catalog)
    new = composition(d.new, scope.new, scope.new_catalog)
    sentence = f"{_class(d)} is sent to {quoted(d.new)}; it was {quoted(d.old)}."
    if old == new and address(d.old) == address(d.new):
        return finding(sentence, python=tells("documentation names a part of the Sid anew"))
    other = breaks("composed Sids have other parts") if old != new else None
    if [part for part in new if not part[1]] == old:
        other = allows("the account may be part of composed Sids") if old != new else None
    return finding(
        sentence,
        python=other,
        requests=other,
        wire=breaks("requests go to another path") if address(d.old) != address(d.new) else None,
    )


@rule(
    ("Action", "alternatives", "added"),
    examples=[Example(f"{_GET}/alternatives", "[]", _SHELF, compatible="python wire")],
)
def alternative_path_added(d: Difference) -> Finding:
    """An operation can be asked for at a further path.

    Sids that led to the others still do.
    """
    return finding(
        f"{_class(d)} can also be sent to {quoted(d.new)}.",
        python=allows("Sids composed for that path are taken"),
        requests=allows("Sids composed for that path are taken"),
        wire=allows(f"requests to {quoted(d.new)} are possible"),
    )


@rule(
    ("Action", "alternatives", "removed"),
    examples=[Example(f"{_GET}/alternatives", _SHELF, "[]", breaking="python wire")],
)
def alternative_path_removed(d: Difference) -> Finding:
    """An operation can no longer be asked for at one of its paths.

    Sids composed for that path are refused.
    """
    return finding(
        f"{_class(d)} can no longer be sent to {quoted(d.old)}.",
        python=breaks("Sids composed for that path are refused"),
        requests=breaks("Sids composed for that path are refused"),
        wire=breaks(f"{quoted(d.old)} is no longer asked for"),
    )


@rule(
    ("Action", "status", "changed"),
    examples=[
        Example(f"{_CREATE}/status", "[201]", "[200, 201]", compatible="wire"),
        Example(f"{_CREATE}/status", "[200, 201]", "[201]", compatible="wire"),
        Example(f"{_GET}/status", "[200, 307]", "[200]", breaking="wire"),
    ],
)
def status_changed(d: Difference) -> Finding:
    """Other HTTP statuses are documented as an operation's success.

    Any status from 200 to 299 is a success, documented or not. Another one that is no longer documented
    turns an answer that was a success, from the service or from a stand-in, into an error; and so does
    any, where no record is answered, if the answer has a body.
    """
    sentence = f"{_class(d)} succeeds with status {show(d.new)}; it was {show(d.old)}."
    gone = sorted(set(d.old) - set(d.new))
    if strange := [status for status in gone if not 200 <= status < 300]:
        named = ", ".join(map(str, strange))
        return finding(sentence, wire=breaks(f"an answer with status {named} is an error"))
    if gone and d.after.cardinality == "none":
        named = ", ".join(map(str, gone))
        return finding(sentence, wire=breaks(f"a body under status {named} is an error"))
    if gone:
        return finding(sentence, wire=allows("an answer with any status of success is taken"))
    return finding(sentence, wire=allows("further statuses count as success"))


@rule(
    ("Action", "redirect", "changed"),
    examples=[
        Example(f"{_GET}/redirect", "null", "recipient", compatible="responses"),
        Example(f"{_GET}/redirect", "recipient", "null", breaking="python responses"),
    ],
)
def redirect_changed(d: Difference) -> Finding:
    """The address that an answer points to is a field of its record, no longer is, or is another.

    An answer that points elsewhere is never followed. Where its address is a field, the record is no
    more than that.
    """
    sentence = f"{_class(d)} gives the address that its answer points to as {quoted(d.new)}; it was {quoted(d.old)}."
    if d.old is None:
        return finding(sentence, responses=allows("the address is read from the answer's header"))
    where = breaks(f"{code(d.old)} no longer holds the address that the answer points to")
    return finding(sentence, python=where, responses=where)


_RECORDS = {"none": "no record", "one": "one record", "many": "many records"}


@rule(
    ("Action", "cardinality", "changed"),
    examples=[Example(f"{_GET}/cardinality", "one", "many", breaking="python responses wire")],
)
def cardinality_changed(d: Difference) -> Finding:
    """An operation answers another number of records.

    What the call returns, and how many documents come of one request, is another thing.
    """
    old, new = (_RECORDS[value] for value in (d.old, d.new))
    return finding(
        f"{_class(d)} answers {new} where it answered {old}.",
        python=breaks(f"calls return {new} instead of {old}"),
        responses=breaks(f"documents come of {new} instead of {old}"),
        wire=breaks(f"an answer with {old} is not understood"),
    )


@rule(
    ("Action", "answers", "changed"),
    examples=[
        Example(f"{_CREATE}/answers", "null", "Depot", breaking="python responses wire"),
        Example(f"{_GET}/answers", "null", "Parcel", documentation="python"),
    ],
)
def answer_changed(d: Difference) -> Finding:
    """An operation answers records of another kind.

    The type that calls return and the profile of documents change. An object's own name says no more
    than saying nothing.
    """
    own = d.scope.object
    old, new = (name or own for name in (d.old, d.new))
    if old == new:
        return finding(
            f"{_class(d)} says that it answers {code(own or '')}, as before.",
            python=tells("the same record, spelt out"),
        )
    return finding(
        f"{_class(d)} answers {quoted(new)}; it was {quoted(old)}.",
        python=breaks(f"calls return {quoted(new)} instead of {quoted(old)}"),
        responses=breaks(f"documents are of {quoted(new)} instead of {quoted(old)}"),
        wire=breaks(f"an answer with {quoted(old)} is not understood"),
    )


@rule(
    ("Action", "encoding", "changed"),
    examples=[Example(f"{_CREATE}/encoding", "form", "json", breaking="wire")],
)
def encoding_changed(d: Difference) -> Finding:
    """The body of an operation is written in another encoding.

    The runtime writes it; what reads requests underway must read another one.
    """
    return finding(
        f"{_class(d)} sends its parameters as {d.new}; it was {d.old}.",
        wire=breaks(f"the body is {d.new} where it was {d.old}"),
    )


_PAGES = {
    "none": "without pages",
    "uris": "in pages that name the next one's address",
    "meta": "in pages whose `meta` names the next one",
    "token": "in pages that give a token for the next one",
}


@rule(
    ("Action", "paging", "changed"),
    examples=[
        Example(f"{_QUERY}/paging", "none", "uris", compatible="python wire"),
        Example(f"{_QUERY}/paging", "uris", "none", breaking="wire", compatible="python"),
        Example(f"{_QUERY}/paging", "uris", "meta", breaking="wire", compatible="python"),
    ],
)
def paging_changed(d: Difference) -> Finding:
    """The pages of an answer are cut or found in another way.

    Records come one after another all the same. An answer without a next page is read as before; one
    that names the next page in the old way is taken for the last, which stand-ins and recorded traffic
    must follow.
    """
    sentence = f"{_class(d)} answers {_PAGES[d.new]}; it was {_PAGES[d.old]}."
    if d.old == "none":
        what = allows("records come page by page")
        return finding(sentence, python=what, wire=what)
    if d.new == "none":
        return finding(
            sentence,
            python=allows("records come in one answer"),
            wire=breaks("the next page is not asked for"),
        )
    return finding(
        sentence,
        python=allows("records come as before"),
        wire=breaks("the next page is named in another way; an answer of the old form has no next"),
    )


@rule(
    ("Action", "refused", "changed"),
    examples=[
        Example(
            f"{_CREATE}/refused",
            "null",
            "the service is closed",
            breaking="python requests responses wire",
        ),
        Example(
            f"{_CREATE}/refused", "the service is closed", "null", compatible="python requests wire"
        ),
        Example(
            f"{_CREATE}/refused",
            "the service is closed",
            "the service has closed",
            documentation="python",
        ),
    ],
)
def refusal_changed(d: Difference) -> Finding:
    """An operation is refused before anything is sent, no longer is, or for another stated reason.

    A refused operation can be imported and called, and raises.
    """
    if d.old is None:
        return finding(
            f"{_class(d)} is refused: {d.new}",
            python=breaks("calling it raises"),
            requests=breaks("its documents are refused"),
            responses=breaks("it answers no document"),
            wire=breaks("it is not sent"),
        )
    if d.new is None:
        return finding(
            f"{_class(d)} is no longer refused.",
            python=allows("calling it works"),
            requests=allows("its documents are taken"),
            wire=allows("it is sent"),
        )
    return finding(
        f"{_class(d)} is refused with another reason: {d.new}", python=tells("another message")
    )
