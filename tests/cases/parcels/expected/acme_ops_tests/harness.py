"""Runs an operation through both doors on its sample documents and checks what was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import etree
from acme_ops import Connection, Options, RefusedOperation, Response
from twilio_ops_runtime.generated import Record
from twilio_ops_runtime.http.messages import Request

ACCOUNT = "AC" + "0123456789abcdef" * 2
SAMPLES = files("acme_ops") / "samples"
SUFFIXES = True

Pairs = Sequence[tuple[str, str]]


class Wire:
    """A send that answers an operation's sample, and keeps the requests."""

    def __init__(self, operation: Any) -> None:
        self.spec = operation.spec
        self.requests: list[Request] = []

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        wire = request.headers["Accept"].rpartition("/")[2]
        body = b""
        if self.spec.cardinality != "none":
            body = sample(self.spec, f"response.{wire}")
            if self.spec.cardinality == "many" and wire == "xml":
                body = page(self.spec, body)
        status, headers = self.spec.status[0], {"Content-Type": f"application/{wire}"}
        if 300 <= status < 400:
            headers["Location"] = "https://example.com/elsewhere"
        return Response(status, headers, body)

    def check(self, method: str, path: str, sent: Pairs, content: Any) -> None:
        """Exactly one request went out, to the path, with the parameters."""
        (request,) = self.requests
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
    """
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
    return records


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
