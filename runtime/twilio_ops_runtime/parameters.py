"""Parameters: checked before anything is sent, from Python values or a request document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from twilio_ops_runtime.errors import ParameterError, ProfileError
from twilio_ops_runtime.http.redact import MASK
from twilio_ops_runtime.records.specs import OperationSpec, ParameterSpec
from twilio_ops_runtime.types.base import json_text, sendable, sequence_of
from twilio_ops_runtime.types.nested import PairsType
from twilio_ops_runtime.validators import is_header_text

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document, Source


_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_OF_BODY = {"none": "query", "form": "form", "json": "json"}
"""Where a parameter of the body goes, by the encoding of that."""
_PLACES = ("query", "header", "form", "json", "content")


class Parameters:
    """What the request of an action takes; a subclass is a frozen attrs class."""

    __slots__ = ()
    _declared: ClassVar[tuple[ParameterSpec, ...]]
    """What it declares, a row each."""
    spec: ClassVar[OperationSpec]
    """That of the operation it is for."""

    @classmethod
    def from_document(cls, document: Source) -> Self:
        """The request in a document of the request profile; its ``Sid``s are left aside.

        Raises:
            ProfileError: It is not well formed, of another request, or holds what the request
                does not take or a value that cannot be read; the message names the element.
        """
        from twilio_ops_runtime.documents.request_documents import read

        values = read(cls.spec, document).given
        rows = cls.spec.by_name
        if missing := _missing(cls.spec, values):
            lacking = ", ".join(rows[api].element for api in missing)
            raise ProfileError(f"{cls.spec.root} lacks {lacking}")
        return cls(**{rows[api].name: value for api, value in values.items()})

    def to_document(self, sid: str | None = None) -> Document:
        """The document of the request profile that says the same.

        Args:
            sid: The (composed) Sid of the record to change, or of the parent of a new one.
        """
        from twilio_ops_runtime.documents.request_documents import write

        return write(self.spec, self.given(), sid)

    def given(self) -> Mapping[str, Any]:
        """The values given, by API name."""
        pairs = ((p.api, getattr(self, p.name)) for p in self._declared)
        return {api: value for api, value in pairs if value is not None}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        assert isinstance(other, Parameters)
        return self.given() == other.given()

    # Sequences and maps may be among the values.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        given = [(p, value) for p in self._declared if (value := getattr(self, p.name)) is not None]
        shown = ", ".join(f"{p.name}={MASK if p.secret else repr(value)}" for p, value in given)
        return f"{type(self).__name__}({shown})"


class Encoded(NamedTuple):
    """Parameters as they are sent."""

    query: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    secret: frozenset[str] = frozenset()


NO_PARAMETERS = Encoded()


def normalize(spec: OperationSpec, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values that are given, by API name; they may come by Python name.

    None is not given, and neither are no values at all of a parameter that is sent once a value.

    Raises:
        ParameterError: The operation has no parameter of a name.
    """
    known = spec.by_name
    if unknown := [name for name in values if name not in known]:
        names = ", ".join(parameter.api for parameter in spec.parameters) or "none"
        raise ParameterError(f"{spec.name} has no parameter {unknown[0]!r}; it has {names}")
    return {
        known[name].api: value
        for name, value in values.items()
        if value is not None and not _is_nothing(spec, known[name], value)
    }


def _is_nothing(spec: OperationSpec, parameter: ParameterSpec, value: Any) -> bool:
    """Whether a value is a sequence of which nothing would be sent; in JSON, it is an empty list."""
    if not parameter.repeated and not isinstance(parameter.type, PairsType):
        return False
    if parameter.location == "body" and spec.encoding == "json":
        return False
    return isinstance(value, Sequence | Mapping) and not isinstance(value, str) and not value


def encode(spec: OperationSpec, values: Mapping[str, Any]) -> Encoded:
    """Check the values and write them as they are sent.

    Raises:
        ParameterError: One is missing or not of the form that the API takes; all of them are
            named.
    """
    problems = [f"{name} is required" for name in _missing(spec, values)]
    problems += [
        f"at least one of {', '.join(group)} is required"
        for group in spec.either
        if not any(name in values for name in group)
    ]
    if spec.action == "Update" and spec.changing and spec.changing.isdisjoint(values):
        names = [p.api for p in spec.parameters if p.api in spec.changing]
        problems.append(f"nothing would change: give at least one of {', '.join(names)}")
    parts: dict[str, list[tuple[str, Any]]] = {place: [] for place in _PLACES}
    for parameter in [row for row in spec.parameters if row.api in values]:
        place = parameter.location if parameter.location != "body" else _OF_BODY[spec.encoding]
        try:
            parts[place] += _pairs(spec, parameter, values[parameter.api], place)
        except ValueError as error:
            problems.append(f"{parameter.api}: {error}")
    if problems:
        raise ParameterError(f"{spec.name}: {'; '.join(problems)}")
    return _encoded(spec, parts)


def _missing(spec: OperationSpec, values: Mapping[str, Any]) -> list[str]:
    return [api for api in spec.required if api not in values]


def _pairs(
    spec: OperationSpec, parameter: ParameterSpec, value: Any, place: str
) -> list[tuple[str, Any]]:
    """Return the names and values that a value of a parameter is sent as, in a place."""
    type_, api = parameter.type, parameter.api
    values = sequence_of(value) if parameter.repeated else [value]
    if place in {"json", "content"}:
        written = [type_.to_json(one) for one in values]
        return [(api, json_text(written if parameter.repeated else written[0]))]
    pairs = [(name, sendable(text)) for one in values for name, text in type_.parameters(api, one)]
    fixed = spec.fixed.get(api)
    if fixed is not None and any(text != fixed for _, text in pairs):
        raise ValueError(f"this operation always sends {fixed!r}")
    if place == "header":
        text = ", ".join(text for _, text in pairs)
        if not is_header_text(text):
            raise ValueError("it holds characters that a header field cannot carry")
        return [(api, text)]
    return pairs


def form_text(pairs: Sequence[tuple[str, str]]) -> str:
    """Return names and values as a form or a query has them, percent-encoded."""
    from urllib.parse import quote

    return "&".join([f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs])


def _encoded(spec: OperationSpec, parts: Mapping[str, list[tuple[str, Any]]]) -> Encoded:
    query, headers = parts["query"], dict(parts["header"])
    body: bytes | None = None
    if spec.encoding == "none":
        query += spec.fixed.items()
    elif spec.encoding == "form":
        form = parts["form"]
        given = {name for name, _ in form}
        form += [(name, text) for name, text in spec.fixed.items() if name not in given]
        body = form_text(form).encode()
        headers["Content-Type"] = _FORM
    elif any(parameter.location == "content" for parameter in spec.parameters):
        body = next((content for _, content in parts["content"]), None)
    else:
        from msgspec import Raw

        body = json_text({**{name: Raw(text) for name, text in parts["json"]}, **spec.fixed})
    if spec.encoding == "json" and body is not None:
        headers["Content-Type"] = _JSON
    return Encoded(query, headers, body, spec.secret)
