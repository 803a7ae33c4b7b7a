"""What a document says outside its schemas that nothing reads: it is remarked, and compared by digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from twilio_ops_codegen.catalog.paths import short
from twilio_ops_codegen.catalog.plain import is_mapping

from .digests import digest, told
from .document import Document
from .endpoints import Endpoint
from .notes import Notes
from .structure import METHODS, OTHER_METHODS, Node

_PROSE = frozenset(("title", "summary", "description", "externalDocs", "example", "examples"))
_DOCUMENT = _PROSE | {"openapi", "info", "servers", "paths", "components", "security", "tags"}
_PATH = _PROSE | {*METHODS, *OTHER_METHODS, "servers", "parameters"}
_OPERATION = _PROSE | {
    *("tags", "operationId", "parameters", "requestBody", "responses", "deprecated"),
    *("security", "servers"),
}
_PARAMETER = _PROSE | {"name", "in", "required", "deprecated", "style", "explode", "schema"}
_BODY = _PROSE | {"content", "required"}
_MEDIA = _PROSE | {"schema", "encoding"}
_ANSWER = _PROSE | {"content", "headers"}
_DEFAULT = {"style": "form", "explode": True}
"""How a form spells a list unless told otherwise: its name once a value."""
ANSWERS, EMPTY_ANSWERS = "answers", "answers without content"
"""The places of what most answers of a document say: those with content, and those without."""
_CORS = "access-control-"
"""Header fields of answers that speak to browsers alone begin so."""

Usual = Mapping[bool, tuple[Node, Any]]
"""The header fields for browsers that most answers have, with content and without; and what is told of them."""


def remark_leftovers(document: Document, endpoint: Endpoint, notes: Notes, usual: Usual) -> None:
    """Remarks on what stands at an operation, its parameters, its body and its answers, and is not read.

    Args:
        document: The document.
        endpoint: The operation.
        notes: Takes the remarks.
        usual: What :func:`usual_fields` gives of the document.
    """
    for place, what, fact in _leftovers(document, endpoint):
        notes.remark(f"{endpoint.id}{place}", f"says {what}; taken without", told(document, fact))
    _remark_fields(document, endpoint, notes, usual)


def document_leftovers(document: Document) -> dict[str, Any]:
    """What a document says beside its operations that nothing reads, by its key."""
    return {key: told(document, {key: said}) for key, said in _others(document.data, _DOCUMENT)}


def usual_fields(document: Document) -> Usual:
    """The header fields for browsers that most answers of a document have, with content and without."""
    seen: dict[bool, list[tuple[Node, list[int]]]] = {True: [], False: []}
    for _, method, node, _ in document.operations():
        for _, answer in _answers(document, node) if method not in OTHER_METHODS else ():
            fields, known = _for_browsers(document, answer), seen[bool(answer.get("content"))]
            same = next((each for each in known if each[0] == fields), None)
            if same is None:
                known.append(same := (fields, [0]))
            same[1][0] += 1
    usual: dict[bool, tuple[Node, Any]] = {}
    for having, known in seen.items():
        counted: Counter[str] = Counter()
        found: dict[str, tuple[Node, Any]] = {}
        for fields, count in known:  # alike but for prose
            fact = told(document, {"headers": fields})
            counted[key := digest(fact)] += count[0]
            found.setdefault(key, (fields, fact))
        if found:
            usual[having] = found[min(counted, key=lambda key: (-counted[key], key))]
    return usual


def _remark_fields(document: Document, endpoint: Endpoint, notes: Notes, usual: Usual) -> None:
    """Remarks on the header fields for browsers: on those of most answers once, and where others are."""
    for status, answer in _answers(document, endpoint.node):
        fields = _for_browsers(document, answer)
        has_content = bool(answer.get("content"))
        most, fact = usual[has_content]
        usual_place = ANSWERS if has_content else EMPTY_ANSWERS
        alike = fields == most
        if not alike:
            own = told(document, {"headers": fields})
            alike, fact = own == fact, own
        if not fields and alike:
            continue
        names = ", ".join(sorted(map(short, fields))) or "none"
        place = usual_place if alike else f"{endpoint.id}/answer {short(status)}"
        message = f"says the header fields {names} for browsers; taken without"
        notes.remark(place, message, fact)


def _leftovers(document: Document, endpoint: Endpoint) -> Iterator[tuple[str, str, Any]]:
    yield from _told("", endpoint.item, _PATH)
    yield from _told("", endpoint.node, _OPERATION)
    for owner in (endpoint.item, endpoint.node):
        for entry in owner.get("parameters") or ():
            node, _ = document.resolve(entry)
            place = f"/{short(node['name'])}"
            of_path = {"deprecated"} if node["in"] == "path" else set[str]()  # keys are not
            yield from _told(place, node, _PARAMETER - of_path)
            spelled = {key: node[key] for key in ("style", "explode") if key in node}
            if spelled and _is_spelled(document, node):
                yield place, " and ".join(sorted(spelled)), spelled
    body, _ = document.resolve(endpoint.node.get("requestBody") or {})
    yield from _told("/body", body, _BODY)
    for media, node in _content(body):
        yield from _told("/body", node, _MEDIA)
        encoding = node.get("encoding")
        fields = encoding.items() if is_mapping(encoding) else ()
        odd = {str(name): said for name, said in fields if not _is_default(said)}
        if odd:
            what = f"how {', '.join(sorted(map(short, odd)))} is encoded as {short(media)}"
            yield "/body", what, {"encoding": odd}
    yield from _several("/body", body)
    for status, answer in _answers(document, endpoint.node):
        place = f"/answer {short(status)}"
        yield from _several(place, answer)
        yield from _told(place, answer, _ANSWER)
        for _, node in _content(answer):
            yield from _told(place, node, _MEDIA - {"encoding"})
        headers = _fields(answer)
        if rest := {name: headers[name] for name in headers if not _is_for_browsers(name)}:
            what = f"the header fields {', '.join(sorted(map(short, rest)))}"
            yield place, what, {"headers": rest}


def _answers(document: Document, operation: Node) -> Iterator[tuple[str, Node]]:
    """The answers of an operation that are read, by status; the others are told whole."""
    responses = operation.get("responses")
    for status, entry in responses.items() if is_mapping(responses) else ():
        answer, _ = document.resolve(entry)
        if str(status)[:1] not in ("4", "5") and is_mapping(answer):
            yield str(status), answer


def _fields(answer: Node) -> dict[str, Any]:
    headers = answer.get("headers")
    return {str(name): said for name, said in headers.items()} if is_mapping(headers) else {}


def _for_browsers(document: Document, answer: Node) -> Node:
    return {
        name: document.resolve(said)[0]
        for name, said in _fields(answer).items()
        if _is_for_browsers(name)
    }


def _is_for_browsers(name: str) -> bool:
    return name.lower().startswith(_CORS)


def _is_spelled(document: Document, parameter: Node) -> bool:
    """Whether a parameter is spelled in a way that is neither usual nor remarked where it is read."""
    where, style = parameter["in"], parameter.get("style")
    if where == "path":
        return style not in (None, "simple") or parameter.get("explode") is True
    schema, _ = document.resolve(parameter.get("schema"))
    holds = is_mapping(schema) and (schema.get("type") == "object" or "properties" in schema)
    return where == "query" and holds and style != "deepObject"


def _several(place: str, node: Any) -> Iterator[tuple[str, str, Any]]:
    """What is said of a body or an answer that may be of several media types."""
    kinds = dict(_content(node))
    if len(kinds) > 1:
        what = f"that it may be {' or '.join(sorted(map(short, kinds)))}"
        yield place, what, {"content": kinds}


def _content(node: Any) -> Iterator[tuple[str, Node]]:
    """The media types of a body or an answer, and what stands at each."""
    content = node.get("content") if is_mapping(node) else None
    for media, said in content.items() if is_mapping(content) else ():
        yield str(media), said


def _told(place: str, node: Any, read: Collection[str]) -> Iterator[tuple[str, str, Any]]:
    for key, said in _others(node, read):
        yield place, short(key), {key: said}


def _others(node: Any, read: Collection[str]) -> Iterator[tuple[str, Any]]:
    """What an object of a document says under keys that are not read; extensions speak to tools."""
    for key, said in node.items() if is_mapping(node) else ():
        if key not in read and str(key)[:2] != "x-" and said not in (None, False, {}, []):
            yield str(key), said


def _is_default(said: Any) -> bool:
    return is_mapping(said) and all(_DEFAULT.get(key) == value for key, value in said.items())
