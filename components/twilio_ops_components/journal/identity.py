"""What makes a request another one: what its document, its component and the run's properties say.

A component may give values that are new each time, such as a counter's or the time. In their place
stands how they are made, so that a document that is taken in once more makes the same request.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, cast

import attrs

from twilio_ops_components.inputs import Input
from twilio_ops_components.journal.states import pairs_of
from twilio_ops_components.load import Component
from twilio_ops_components.watched import Runnable
from twilio_ops_runtime import Request
from twilio_ops_runtime.types.base import is_mapping, is_sequence

__all__ = ["Identity"]


class Identity:
    """How the requests of an operation are told apart.

    Args:
        operation: A typed operation or a component.
    """

    def __init__(self, operation: Runnable) -> None:
        self._varying: dict[str, Any] = {}
        self._address: Any = None
        if isinstance(operation, Component):
            known = operation.definition
            self._varying = {
                name: _said(value) for name, value in known.parameters.items() if _varies(value)
            }
            named = known.sid or known.parent
            self._address = _said(named) if _varies(named) else None

    def of_request(self, request: Request) -> str:
        """Return the digest of a request, without what is new each time."""
        address = self._address or request.url
        if not self._varying:
            return _digest(request.method.encode(), _text(address), request.body or b"")
        rest = [pair for pair in pairs_of(request) if pair[0] not in self._varying]
        return _digest(request.method.encode(), _text(address), _text(rest), _text(self._varying))

    def of_input(self, one: Input, request: Request) -> str:
        """Return the digest of a document; where there is none, of all of its request."""
        if one.content is not None:
            return _digest(one.content)
        return _digest(request.method.encode(), _text(request.url), request.body or b"")


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _text(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else json.dumps(value, sort_keys=True).encode()


def _varies(value: Any) -> bool:
    """Whether a value of a component, or one within it, may be another one each time."""
    kind = cast("Any", type(value))
    if attrs.has(kind):
        within = (getattr(value, one.name) for one in attrs.fields(kind))
        return bool(getattr(value, "varies", False)) or any(map(_varies, within))
    if is_mapping(value):
        return any(map(_varies, value.values()))
    return is_sequence(value) and any(map(_varies, value))


def _said(value: Any) -> Any:
    """What a component file says of a value, wherever the file is."""
    kind = cast("Any", type(value))
    if attrs.has(kind):
        names = (one.name for one in attrs.fields(kind) if one.name != "place")
        rows = {name: _said(getattr(value, name)) for name in names}
        return [kind.__name__, rows]
    if is_mapping(value):
        return {name: _said(one) for name, one in value.items()}
    if is_sequence(value):
        return [_said(one) for one in value]
    return value.name if isinstance(value, Path) else value
