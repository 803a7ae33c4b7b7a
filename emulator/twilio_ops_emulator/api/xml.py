"""Values as XML elements, in the service's spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from twilio_ops_emulator.model import FieldModel, pascal

_TROUBLE = re.compile('[&<>"\\x00-\\x1f\ud800-\udfff\ufffe\uffff]')
_WHITE = "\t\n"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def escape(text: str) -> str:
    """A text for XML; what XML cannot hold becomes U+FFFD."""
    if _TROUBLE.search(text) is None:
        return text
    return _TROUBLE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    return letter if letter in _WHITE else _ENTITIES.get(letter, "\N{REPLACEMENT CHARACTER}")


def element(field: FieldModel | None, name: str, value: Any) -> str:
    """A value as an element.

    Args:
        field: What it is the value of, where the catalog says.
        name: The element's name.
        value: The value.
    """
    if value is None:
        return f"<{name}/>"
    if isinstance(value, str):
        return f"<{name}>{escape(value)}</{name}>"
    if value is True or value is False:
        return f"<{name}>{'true' if value else 'false'}</{name}>"
    if isinstance(value, Mapping):
        fields: Mapping[str, FieldModel] = (field and field.struct) or {}
        names: Mapping[str, str] = field.key_xml if field else {}
        parts = cast("Mapping[str, Any]", value)
        inner = "".join(
            element(
                known := fields.get(key),
                known.xml if known else names.get(key) or pascal(key),
                part,
            )
            for key, part in parts.items()
        )
        return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"
    if isinstance(value, list | tuple):
        item = (field.item_xml if field is not None else "") or "Item"
        what = field.items if field is not None else None
        inner = "".join(element(what, item, part) for part in cast("Sequence[Any]", value))
        return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"
    return f"<{name}>{value}</{name}>"
