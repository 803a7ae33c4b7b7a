"""Digests of what a document says and a catalog has no row for: they differ where it does."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from twilio_ops_codegen.catalog.plain import is_list, is_mapping

from .document import Document

_PROSE = frozenset(
    {
        "title",
        "description",
        "summary",
        "example",
        "examples",
        "externalDocs",
        "tags",
        "$comment",
    }
)


_NAMES = frozenset(
    (
        *("properties", "patternProperties", "dependentSchemas", "dependentRequired", "$defs"),
        *("responses", "content", "headers", "links", "callbacks", "encoding"),
        *("variables", "scopes", "mapping", "securitySchemes", "another properties"),
    )
)
"""Keys of mappings whose own keys are names: a property may be called ``description``."""


def digest(value: object) -> str:
    """Twelve hexadecimal digits that stand for a value of JSON; the order of keys is none of it."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]


def told(document: Document, node: Any) -> Any:
    """A node without prose, and beside it all that it refers to, each once however often it is."""
    found: dict[str, Any] = {}
    plain, waiting = _plain(node)
    while waiting:
        target = waiting.pop()
        if target not in found:
            leads = document.targets.get(target)
            found[target], further = _plain(leads)
            waiting += further
    return [plain, found]


def _plain(value: Any, names: bool = False) -> tuple[Any, list[str]]:
    """A value without prose, and the references in it; ``names`` says that its keys are names."""
    if is_mapping(value):
        target = value.get("$ref")
        if isinstance(target, str) and not names:
            return {"$ref": target}, [target]
        found: dict[str, Any] = {}
        references: list[str] = []
        for key, inner in value.items():
            called = key == "operationId" and "responses" in value  # a link's says where it leads
            if names or (key not in _PROSE and not called):
                plain, further = _plain(inner, not names and key in _NAMES)
                found[str(key)] = inner if key == "default" and not names else plain
                references += further
        return found, references
    if is_list(value):
        pairs = [_plain(inner) for inner in value]
        # All lists of a document are sets, but for values: what is required, what is one of.
        plains = sorted((plain for plain, _ in pairs), key=digest)
        return plains, [name for _, names in pairs for name in names]
    return value, []
