"""One request and its answer: from an operation's target and parameters to what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import OperationError, OutcomeUnknown, ServiceError
from twilio_ops_runtime.formats.base import DecodeError, ErrorFacts, format_of
from twilio_ops_runtime.parameters import Encoded
from twilio_ops_runtime.records.specs import OperationSpec, ServiceSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.http.transport import Request, Response

__all__ = ["ParsedResponse", "Wire", "ask", "error_document_of", "request_for", "url_for"]

T = TypeVar("T")

Wire = Literal["xml", "json"]

NO_PARAMETERS = Encoded([], {}, None, frozenset())


class ParsedResponse(NamedTuple):
    """A successful answer, and what it is the answer to.

    Attributes:
        connection: The connection.
        request: What was asked.
        reply: What was answered.
        body: The record or the list of them.
        values: The record's values, where the answer points elsewhere and is no more than that;
            the body, which may be empty then, is not read.
    """

    connection: Connection
    request: Request
    reply: Response
    body: bytes
    values: Mapping[str, str] | None = None

    def read(self, reading: Callable[[bytes], T]) -> T:
        """What its body says.

        Args:
            reading: Reads it.

        Raises:
            MalformedAnswer: It is not what the service answers.
            OutcomeUnknown: The same, of a request that may have been carried out.
        """
        try:
            return reading(self.body)
        except DecodeError as caught:
            problem = str(caught)
        # Only now: as the context of what is raised, the problem would bring along the frames that
        # were reading, and what they hold of the answer may be a token.
        raise self.unusable(problem)

    def read_on(self, parts: Iterable[T]) -> Iterator[T]:
        """What is read of its body part by part; raises as ``read`` does, when it is its turn."""
        try:
            yield from parts
            return
        except DecodeError as caught:
            problem = str(caught)
        raise self.unusable(problem)

    def unusable(self, problem: DecodeError | str) -> OperationError:
        """The error for an answer that is not what the service answers."""
        return self.connection.unusable(self.request, self.reply, f"unexpected answer: {problem}")

    def __repr__(self) -> str:
        return f"<ParsedResponse {self.reply.status} of {len(self.body)} bytes to {self.request!r}>"


def url_for(
    connection: Connection,
    service: ServiceSpec,
    path: str,
    wire: Wire,
    query: Sequence[tuple[str, str]] = (),
) -> str:
    """The whole address of a path, with the suffix of the wire and a query."""
    if service.suffixes:
        path = f"{path}.{wire}"
    if query:
        from urllib.parse import quote, urlencode

        path = f"{path}?{urlencode(query, quote_via=quote, safe='')}"
    return connection.url_for(service.host, path)


def request_for(
    method: str, url: str, wire: Wire, sent: Encoded = NO_PARAMETERS, *, signed: bool = True
) -> Request:
    """The request to an address; ``signed`` says whether it carries credentials."""
    from twilio_ops_runtime.http.transport import Request

    headers = {"Accept": f"application/{wire}", **sent.headers}
    return Request(method, url, headers, sent.body, None, sent.secret, signed)


def ask(
    connection: Connection, spec: OperationSpec, wire: Wire, request: Request
) -> ParsedResponse:
    """The answer to a request.

    Raises:
        ServiceError: The service answered with an error.
        TransportError: There is no answer, or none that can be used. Where no record is answered,
            a body under a status that the service does not document is such a one: a proxy's page,
            say.
        OutcomeUnknown: What must not be repeated may have been carried out.
    """
    reply = connection.send(request, spec.status)
    if 200 <= reply.status < 300 or reply.status in spec.status:
        values = None
        if spec.redirect is not None and "Location" in reply.headers:
            values = {spec.redirect: reply.headers["Location"]}
        answer = ParsedResponse(connection, request, reply, reply.read(), values)
        if spec.record is None and answer.body and (problem := _misplaced(spec, wire, answer)):
            raise answer.unusable(problem)
        return answer
    if reply.status < 400:
        raise connection.unusable(request, reply, "no answer that the service documents")
    if spec.action == "Delete" and reply.status == 404 and reply.after_unknown:
        # An earlier attempt whose answer was lost had deleted it.
        return ParsedResponse(connection, request, reply, b"")
    raise _error(connection, spec.service, wire, request, reply)


def _misplaced(spec: OperationSpec, wire: Wire, answer: ParsedResponse) -> str | None:
    """What is wrong with the body of an answer that holds no record; None if nothing is."""
    if answer.reply.status not in spec.status:
        return f"a body, with a status that is not {' or '.join(map(str, spec.status))}"
    try:
        if format_of(answer.body, wire) == "json":
            from twilio_ops_runtime.formats import json as json_wire

            json_wire.loads(answer.body)
        else:
            from twilio_ops_runtime.formats import xml as xml_wire

            xml_wire.body_of(xml_wire.parse(answer.body), spec.service)
    except DecodeError as problem:
        return str(problem)
    return None


def _error(
    connection: Connection, service: ServiceSpec, wire: Wire, request: Request, reply: Response
) -> ServiceError:
    facts = _facts(service, wire, reply.read())
    if facts is None:
        kind = reply.headers.get("Content-Type", "unknown type")
        words = f"not the service's own error but {len(reply.read())} bytes of {kind}"
        return connection.error(request, reply, message=words)
    return connection.error(
        request,
        reply,
        code=facts.code,
        message=facts.message,
        more_info=facts.more_info,
        detail=facts.detail,
    )


def _facts(service: ServiceSpec, wire: Wire, body: bytes) -> ErrorFacts | None:
    if format_of(body, wire) == "json":
        from twilio_ops_runtime.formats import json as json_wire

        return json_wire.error_facts(body)
    from twilio_ops_runtime.formats import xml as xml_wire

    try:
        return xml_wire.error_facts(xml_wire.parse(body), service)
    except DecodeError:
        return None


def error_document_of(service: ServiceSpec, error: OperationError) -> Document | None:
    """The error document of an application error, valid against the error profile; None for others.

    An application error is an error answer of the service: an error status with the service's own
    error document, whatever it is about, refused credentials included. A proxy's web page, a lost
    connection or an outcome that is not known is none. A document that the profile does not take
    is made anew from what could be read of it; ``error.answer`` is what came.

    Args:
        service: The service.
        error: The error that its answer made.
    """
    if not isinstance(error, ServiceError) or isinstance(error, OutcomeUnknown):
        return None
    from twilio_ops_runtime.documents.profiles import profile_of
    from twilio_ops_runtime.formats import xml as xml_wire

    try:
        root = xml_wire.parse(error.answer)
        known = xml_wire.error_facts(root, service)
    except DecodeError:
        root, known = None, _facts(service, "json", error.answer)
    if known is None:
        return None
    profile = profile_of(service.package, service.error_profile)
    if root is not None and (profile is None or profile.is_valid(root)):
        return Document(root)
    facts = ErrorFacts(error.code, error.message, error.more_info, error.detail)
    return xml_wire.error_document(service, error.status, facts)
