"""Who may carry out an operation: HTTP Basic is what a connection speaks, or anybody may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twilio_ops_codegen.catalog.model import Security
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

from .digests import told
from .document import Document
from .endpoints import Endpoint
from .notes import Notes
from .structure import Node


def security_of(document: Document, endpoint: Endpoint, notes: Notes) -> Security:
    """What credentials an operation wants; remarks on what wants another scheme than HTTP Basic."""
    own = endpoint.node.get("security")
    place = endpoint.id if is_list(own) else "security"
    wanted = own if is_list(own) else document.data.get("security")
    if not is_list(wanted):
        return "basic"
    ways = [way for way in wanted if is_mapping(way)]
    if not any(ways):
        return "none"
    others = [[name for name in way if not _is_basic(document, name)] for way in ways if way]
    if any(others):
        names = ", ".join(dict.fromkeys(name for way in others for name in _named(document, way)))
        does = "wants" if all(others) else "also takes"
        schemes = {name: _scheme(document, name) for way in others for name in way}
        fact = [wanted, told(document, {"securitySchemes": schemes})]
        notes.remark(place, f"{does} {names}; a connection has HTTP Basic alone", fact)
    return "basic"


def _is_basic(document: Document, name: Any) -> bool:
    scheme = _scheme(document, name)
    return scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "basic"


def _named(document: Document, names: list[Any]) -> Iterator[str]:
    for name in names:
        scheme = _scheme(document, name)
        said = scheme.get("scheme") if scheme.get("type") == "http" else scheme.get("type")
        yield f"{name} ({said or 'which is not described'})"


def _scheme(document: Document, name: Any) -> Node:
    node: Any = document.data
    for key in ("components", "securitySchemes", name):
        node = node.get(key) if is_mapping(node) else None
    return node if is_mapping(node) else {}
