"""What an operation says outside its schemas that nothing reads: it is remarked, and compared by digest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twilio_ops_codegen.catalog.paths import short
from twilio_ops_codegen.catalog.plain import is_mapping

from .digests import told
from .document import Document
from .endpoints import Endpoint
from .notes import Notes
from .structure import Node

_DEFAULT = {"style": "form", "explode": True}
"""How a form spells a list unless told otherwise: its name once a value."""
_CORS = "access-control-"
"""Header fields of answers that speak to browsers alone begin so."""


def remark_leftovers(document: Document, endpoint: Endpoint, notes: Notes) -> None:
    """Remarks on what stands at an operation, its parameters, its body and its answers, and is not read."""
    for place, what, fact in _leftovers(document, endpoint):
        notes.remark(f"{endpoint.id}{place}", f"says {what}; taken without", told(document, fact))


def _leftovers(document: Document, endpoint: Endpoint) -> Iterator[tuple[str, str, Any]]:
    if calls := endpoint.node.get("callbacks"):
        yield "", "callbacks", calls
    for owner in (endpoint.item, endpoint.node):
        for entry in owner.get("parameters") or ():
            node, _ = document.resolve(entry)
            for key in ("allowReserved", "allowEmptyValue"):
                if node.get(key) is True:
                    yield f"/{short(node['name'])}", key, True
    body, _ = document.resolve(endpoint.node.get("requestBody") or {})
    for media, node in _content(body):
        encoding = node.get("encoding")
        fields = encoding.items() if is_mapping(encoding) else ()
        odd = {str(name): said for name, said in fields if not _is_default(said)}
        if odd:
            yield "/body", f"how {', '.join(sorted(map(short, odd)))} is encoded as {short(media)}", odd
    yield from _several("/body", body)
    for status, entry in endpoint.node["responses"].items():
        if str(status)[:1] in ("4", "5"):
            continue  # told whole, where the answers are read
        answer, _ = document.resolve(entry)
        if not is_mapping(answer):
            continue
        place = f"/answer {short(str(status))}"
        yield from _several(place, answer)
        if links := answer.get("links"):
            yield place, "links", links
        headers = answer.get("headers")
        fields = headers.items() if is_mapping(headers) else ()
        read = {str(name): node for name, node in fields if not str(name).lower().startswith(_CORS)}
        if read:
            yield place, f"the header fields {', '.join(sorted(map(short, read)))}", read


def _several(place: str, node: Any) -> Iterator[tuple[str, str, Any]]:
    """What is said of a body or an answer that may be of several media types."""
    kinds = dict(_content(node))
    if len(kinds) > 1:
        yield place, f"that it may be {' or '.join(sorted(map(short, kinds)))}", kinds


def _content(node: Any) -> Iterator[tuple[str, Node]]:
    """The media types of a body or an answer, and what stands at each."""
    content = node.get("content") if is_mapping(node) else None
    for media, said in content.items() if is_mapping(content) else ():
        yield str(media), said


def _is_default(said: Any) -> bool:
    return is_mapping(said) and all(_DEFAULT.get(key) == value for key, value in said.items())
