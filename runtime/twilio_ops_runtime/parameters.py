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
        names = {parameter.api: parameter.name for parameter in cls._declared}
        if missing := _missing(cls.spec, values):
            elements = {parameter.api: parameter.element for parameter in cls._declared}
            lacking = ", ".join(elements[api] for api in missing)
            raise ProfileError(f"{cls.spec.root} lacks {lacking}")
        return cls(**{names[api]: value for api, value in values.items()})

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
        secret = {p.api for p in self._declared if p.secret}
        names = {p.api: p.name for p in self._declared}
        shown = ", ".join(
            f"{names[api]}={MASK if api in secret else repr(value)}"
            for api, value in self.given().items()
        )
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
    known = {parameter.api: parameter for parameter in spec.parameters}
    known |= {p.name: p for p in spec.parameters if p.name not in known}
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
    if not parameter.repeated and not isinstance(parameter.kind, PairsType):
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
    changing = [p.api for p in spec.parameters if p.location != "header"]
    changing = [name for name in changing if name != spec.key_parameter]
    if spec.action == "Update" and changing and not any(name in values for name in changing):
        problems.append(f"nothing would change: give at least one of {', '.join(changing)}")
    sender = _Sender(spec)
    for parameter in spec.parameters:
        if parameter.api in values:
            try:
                sender.add(parameter, values[parameter.api])
            except ValueError as error:
                problems.append(f"{parameter.api}: {error}")
    if problems:
        raise ParameterError(f"{spec.name}: {'; '.join(problems)}")
    return sender.encoded()


def _missing(spec: OperationSpec, values: Mapping[str, Any]) -> list[str]:
    return [
        parameter.api
        for parameter in spec.parameters
        if parameter.required and parameter.api not in values and parameter.api not in spec.fixed
    ]


class _Sender:
    """Puts parameters where they go: query, header fields, form or JSON."""

    def __init__(self, spec: OperationSpec) -> None:
        self._spec = spec
        self._query: list[tuple[str, str]] = []
        self._headers: dict[str, str] = {}
        self._form: list[tuple[str, str]] = []
        self._json: dict[str, Any] = {}
        self._content: bytes | None = None
        self._fixed = dict(spec.fixed)

    def add(self, parameter: ParameterSpec, value: Any) -> None:
        fixed = self._fixed.get(parameter.api)
        location = parameter.location
        if location == "content":
            self._content = json_text(_json_value(parameter, value))
            return
        if location == "body" and self._spec.encoding == "none":
            location = "query"
        if location == "body" and self._spec.encoding == "json":
            from msgspec import Raw

            self._json[parameter.api] = Raw(json_text(_json_value(parameter, value)))
            return
        pairs = [(name, sendable(text)) for name, text in _texts(parameter, value)]
        if fixed is not None and any(text != fixed for _, text in pairs):
            raise ValueError(f"this operation always sends {fixed!r}")
        if location == "header":
            self._headers[parameter.api] = _header_text(", ".join(text for _, text in pairs))
        elif location == "query":
            self._query += pairs
        else:
            self._form += pairs

    def encoded(self) -> Encoded:
        spec = self._spec
        body: bytes | None = None
        if spec.encoding == "json":
            whole = any(p.location == "content" for p in spec.parameters)
            body = self._content if whole else json_text({**self._json, **spec.fixed})
            if body is not None:
                self._headers["Content-Type"] = _JSON
        elif spec.encoding == "form":
            from urllib.parse import quote, urlencode

            sent = {name for name, _ in self._form}
            fixed = [(name, text) for name, text in spec.fixed.items() if name not in sent]
            body = urlencode(self._form + fixed, quote_via=quote, safe="").encode()
            self._headers["Content-Type"] = _FORM
        else:
            self._query += spec.fixed.items()
        secret = frozenset(p.api for p in spec.parameters if p.secret)
        return Encoded(self._query, self._headers, body, secret)


def _texts(parameter: ParameterSpec, value: Any) -> list[tuple[str, str]]:
    values = sequence_of(value) if parameter.repeated else [value]
    return [pair for one in values for pair in parameter.kind.parameters(parameter.api, one)]


def _json_value(parameter: ParameterSpec, value: Any) -> Any:
    to_json = parameter.kind.to_json
    return [to_json(one) for one in sequence_of(value)] if parameter.repeated else to_json(value)


def _header_text(text: str) -> str:
    if not is_header_text(text):
        raise ValueError("it holds characters that a header field cannot carry")
    return text
