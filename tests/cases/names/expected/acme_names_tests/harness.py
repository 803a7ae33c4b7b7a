"""Runs an operation through both doors on its sample documents and checks what was sent."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import etree
from acme_names import Connection, FilterError, OperationError, Options, ParameterError, RefusedOperation, Response
from twilio_ops_runtime.generated import Record
from twilio_ops_runtime.http.messages import Request

ACCOUNT = "AC" + "0123456789abcdef" * 2
HIDDEN = "a-value-that-nobody-is-shown"
SAMPLES = files("acme_names") / "samples"
SUFFIXES = False

Pairs = Sequence[tuple[str, str]]
USUAL: Mapping[str, Any] = {
    "status": (200,),
    "redirect": None,
    "encoding": "none",
    "either": (),
    "paging": "none",
    "max_page_size": None,
    "security": "basic",
    "alternatives": (),
    "required": (),
    "secret": (),
    "elsewhere": (),
}
"""What operations know where nothing else is expected."""


class Wire:
    """A send that answers an operation's sample, and keeps the requests."""

    def __init__(self, operation: Any, status: int | None = None) -> None:
        self.spec = operation.spec
        self.status: int = self.spec.status[0] if status is None else status
        self.requests: list[Request] = []

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        wire = request.headers["Accept"].rpartition("/")[2]
        body = b""
        if self.spec.cardinality != "none":
            body = sample(self.spec, f"response.{wire}")
            if self.spec.cardinality == "many" and wire == "xml":
                body = page(self.spec, body)
        headers = {"Content-Type": f"application/{wire}"}
        if 300 <= self.status < 400:
            headers["Location"] = "https://example.com/elsewhere"
        if self.status >= 400:
            body = b""
        return Response(self.status, headers, body)

    def check(self, method: str, path: str, sent: Pairs, content: Any) -> None:
        """Exactly one request went out, to the path, with the parameters."""
        assert 1 == len(self.requests)
        request = self.requests[0]
        wire = request.headers["Accept"].rpartition("/")[2]
        parts = urlsplit(request.url)
        assert method == request.method
        assert (f"{path}.{wire}" if SUFFIXES else path) == parts.path
        found = parse_qsl(parts.query, keep_blank_values=True)
        if content is not None:
            assert request.body is not None
            assert content == json.loads(request.body)
        elif request.body is not None:
            found += parse_qsl(request.body.decode(), keep_blank_values=True)
        headers = [(name, value) for name, value in request.headers.items() if (name, value) in sent]
        assert sorted(sent) == sorted(found + headers)


def page(spec: Any, document: bytes) -> bytes:
    """The last page of a list with one record, of which there is a document."""
    root = etree.fromstring(document)
    listed = etree.Element("List", uri="", nextpageuri="")
    listed.append(root[0])
    root.append(listed)
    return etree.tostring(root)


def sample(spec: Any, kind: str) -> bytes:
    """A sample document of an operation."""
    path = SAMPLES / str(spec.object) / f"{spec.name}.{kind}"
    return path.read_bytes()


def known(spec: Any) -> dict[str, Any]:
    """What an operation knows, by the names of the facts that are expected of it."""
    found = {name: getattr(spec, name) for name in USUAL if hasattr(spec, name)}
    rows = [each for each in spec.parameters if each.required]
    found["alternatives"] = spec.paths[1:]
    found["required"] = tuple(sorted(each.api for each in rows))
    found["secret"] = tuple(sorted(spec.secret))
    rows = [each for each in spec.parameters if each.location != "body"]
    found["elsewhere"] = tuple(sorted((each.api, each.location) for each in rows))
    return found


def check(
    operation: Any,
    method: str,
    path: str,
    address: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    filters: Sequence[Any] = (),
    sent: Pairs = (),
    content: Any = None,
    record: type[Record] | None = None,
    facts: Mapping[str, Any] = {},
) -> list[Record]:
    """Runs an operation typed and with documents; the records that both doors give.

    Args:
        operation: The operation class.
        method: The HTTP method expected.
        path: The path expected, without suffix.
        address: The composed Sid, or the parent's.
        arguments: The typed door's arguments.
        filters: The conditions of a Query that has to be given some.
        sent: The parameters expected.
        content: The JSON body expected.
        record: The class of the one record expected; None = of whatever class.
        facts: What the operation has to know beside this, where it is not the usual.
    """
    spec = operation.spec
    assert {**USUAL, **facts} == known(spec)
    assert (spec.request_profile is not None) == (spec.action in ("Create", "Update", "Delete"))
    assert (spec.response_profile is not None) == (spec.cardinality != "none")
    typed, documents = Wire(operation), Wire(operation)
    account = Connection(ACCOUNT, "secret", send=typed)
    chosen = {"filters": filters} if filters else {}
    answer = _call(operation(account, **chosen), address, dict(arguments or {}))
    records = [] if answer is None else [answer] if isinstance(answer, Record) else list(answer)
    typed.check(method, path, sent, content)
    if record is not None:
        assert [record] == [type(each) for each in records]
    options = Options(return_application_error_responses=True)
    door = operation(Connection(ACCOUNT, "secret", send=documents), options=options, **chosen)
    if operation.spec.action in ("Create", "Update", "Delete"):
        (result,) = door.process([sample(operation.spec, "request.xml")])
        assert result.error is None, result.error
        found = list(result.outputs)
    else:
        given = [] if address is None else [address]
        if arguments:
            found = list(door.documents(address, arguments))
        else:
            found = list(door.documents(*given))
    documents.check(method, path, sent, content)
    assert len(records) == len(found)
    if operation.response_profile is not None:
        for document in found:
            operation.response_profile.check(document)
    for each, document in zip(records, found, strict=True):
        again = type(each).from_document(document)
        assert each == again
        assert again == type(each).from_document(again.to_document())
    asked = Asked(operation, address, dict(arguments or {}), chosen)
    asked.takes_every_status()
    asked.needs_what_it_needs()
    asked.needs_its_filters()
    asked.shows_no_secret(records)
    return records


class Asked:
    """One call of an operation, to be made again in other circumstances."""

    def __init__(self, operation: Any, address: str | None, arguments: dict[str, Any], chosen: dict[str, Any]) -> None:
        self.operation = operation
        self.address = address
        self.arguments = arguments
        self.chosen = chosen

    def call(self, wire: Wire, arguments: dict[str, Any]) -> Any:
        """Call the operation."""
        operation = self.operation(Connection(ACCOUNT, "secret", send=wire), **self.chosen)
        return _call(operation, self.address, arguments)

    def takes_every_status(self) -> None:
        """Whatever status of success is answered, the call gives the same."""
        statuses = self.operation.spec.status
        answers = [self.call(Wire(self.operation, status), self.arguments) for status in statuses]
        assert all(answer == answers[0] for answer in answers)

    def needs_what_it_needs(self) -> None:
        """Without a required parameter, or all of a group of which one is needed, nothing is sent."""
        spec = self.operation.spec
        names = {parameter.api: parameter.name for parameter in spec.parameters}
        needed = [{p.name} for p in spec.parameters if p.required and p.name in self.arguments]
        for left_out in [*needed, *({names[api] for api in group} for group in spec.either)]:
            wire = Wire(self.operation)
            rest = {key: value for key, value in self.arguments.items() if key not in left_out}
            with pytest.raises((ParameterError, TypeError), match="|".join(_spellings(spec, left_out))):
                self.call(wire, rest)
            assert [] == wire.requests
            if spec.action in ("Create", "Update"):
                self._refuses_a_document_without(left_out)

    def needs_its_filters(self) -> None:
        """Without one of the filters that it must be given, a Query sends nothing."""
        filters = self.chosen.get("filters", ())
        for left_out in filters:
            wire = Wire(self.operation)
            rest = [each for each in filters if each is not left_out]
            with pytest.raises(FilterError, match="is required"):
                operation = self.operation(Connection(ACCOUNT, "secret", send=wire), filters=rest)
                _call(operation, self.address, self.arguments)
            assert [] == wire.requests

    def _refuses_a_document_without(self, left_out: set[str]) -> None:
        spec = self.operation.spec
        elements = {p.element for p in spec.parameters if p.name in left_out}
        document = etree.fromstring(sample(spec, "request.xml"))
        for element in [each for each in document if each.tag in elements]:
            document.remove(element)
        wire = Wire(self.operation)
        options = Options(return_application_error_responses=True)
        door = self.operation(Connection(ACCOUNT, "secret", send=wire), options=options)
        (result,) = door.process([etree.tostring(document)])
        assert result.error is not None
        assert [] == wire.requests

    def shows_no_secret(self, records: Sequence[Record]) -> None:
        """No value that is secret is in a repr, an error or a log."""
        for record in records:
            for name, value in _secrets(record):
                assert f"{name}={value!r}" not in repr(record)
        secret = {p.name for p in self.operation.spec.parameters if p.secret} & self.arguments.keys()
        if not secret:
            return
        arguments = self.arguments | dict.fromkeys(secret, HIDDEN)
        if self.operation.spec.action in ("Create", "Update"):
            assert HIDDEN not in repr(self.operation.request(**arguments))
        log = io.StringIO()
        handler = logging.StreamHandler(log)
        root = logging.getLogger()
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            caught = [self._failure(status, arguments) for status in (400, 500)]
        finally:
            root.removeHandler(handler)
            root.setLevel(level)
        told = [text for error in caught for text in (str(error), repr(error), repr(vars(error)))]
        assert not [text for text in (*told, log.getvalue()) if HIDDEN in text]

    def _failure(self, status: int, arguments: dict[str, Any]) -> OperationError:
        with pytest.raises(OperationError) as caught:
            self.call(Wire(self.operation, status), arguments)
        return caught.value


def _secrets(value: Any) -> Iterator[tuple[str, Any]]:
    """The secret fields of a record, and of those nested in it, that hold something."""
    if isinstance(value, Record):
        for field in type(value).spec.fields:
            inner = getattr(value, field.name, None)  # not every answer carries it
            if field.secret and inner is not None:
                yield field.name, inner
            yield from _secrets(inner)
    elif isinstance(value, list | tuple):
        for inner in cast("Sequence[Any]", value):
            yield from _secrets(inner)


def _spellings(spec: Any, names: set[str]) -> list[str]:
    """The names of parameters in Python and on the wire, either of which an error may tell."""
    return [re.escape(text) for p in spec.parameters if p.name in names for text in (p.name, p.api)]


def _call(operation: Any, address: str | None, arguments: dict[str, Any]) -> Any:
    action = operation.spec.action
    if action == "Create":
        return operation(**arguments) if address is None else operation(parent=address, **arguments)
    if action == "Query":
        return list(operation(address, **arguments))
    return operation(address, **arguments)


def refuses(
    operation: Any,
    address: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    filters: Sequence[Any] = (),
) -> None:
    """Nothing is sent for an operation that the API refuses; the error says why."""
    wire = Wire(operation)
    chosen = {"filters": filters} if filters else {}
    with pytest.raises(RefusedOperation, match="is refused: "):
        _call(operation(Connection(ACCOUNT, "secret", send=wire), **chosen), address, dict(arguments or {}))
    assert [] == wire.requests
