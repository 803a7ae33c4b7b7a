"""Who may carry out an operation: HTTP Basic is what a connection speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twilio_ops_codegen.catalog.plain import is_list, is_mapping

from .document import Document, Node
from .endpoints import Endpoint
from .notes import Notes
from .sending import NotTakable


def check_security(document: Document, endpoint: Endpoint, notes: Notes) -> None:
    """Remarks on what wants another scheme than HTTP Basic.

    Raises:
        NotTakable: It wants no credentials; a connection would send the account's.
    """
    own = endpoint.node.get("security")
    place = endpoint.id if is_list(own) else "security"
    wanted = own if is_list(own) else document.data.get("security")
    if not is_list(wanted):
        return
    ways = [way for way in wanted if is_mapping(way)]
    if not any(ways):
        raise NotTakable("it wants no credentials, and a connection sends them always")
    others = [[name for name in way if not _is_basic(document, name)] for way in ways if way]
    if all(others):
        names = ", ".join(dict.fromkeys(name for way in others for name in _named(document, way)))
        notes.remark(place, f"wants {names}; a connection has HTTP Basic alone")


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
