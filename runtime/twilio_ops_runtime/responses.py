"""One request and its answer: records, documents and errors of what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from attrs import frozen

from twilio_ops_runtime.errors import (
    MalformedAnswer,
    OperationError,
    OutcomeUnknown,
    ProfileError,
    ServiceError,
)
from twilio_ops_runtime.formats.base import DecodeError, ErrorFacts, FormatName
from twilio_ops_runtime.formats.projection import Page, Projection
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec, RecordSpec, ServiceSpec
from twilio_ops_runtime.sids import Target, is_sid

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.http.messages import Request, Response

T = TypeVar("T")

_XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")

Checked = tuple["Document | None", OperationError | None]
"""The document of a record and what is wrong with it, if anything is."""


class Format(Protocol):
    """What both formats can do; see ``formats.base``."""

    def load(self, body: bytes, /) -> Any: ...
    def read_key(self, loaded: Any, field: FieldSpec, record: RecordSpec, /) -> str | None: ...
    def read_record(self, loaded: Any, wanted: Projection, /) -> Any: ...
    def read_document(
        self, loaded: Any, wanted: Projection, /
    ) -> tuple[Document | None, ProfileError | DecodeError | None]: ...
    def read_page(
        self, body: bytes, wanted: Projection, spec: OperationSpec, documents: bool, /
    ) -> Page: ...
    def read_error(self, body: bytes, service: ServiceSpec, /) -> ErrorFacts | None: ...
    def check(self, body: bytes, service: ServiceSpec, /) -> None: ...


def format_of(content: bytes, asked: FormatName) -> FormatName:
    """Return the format that an answer is in: that of its first character, whatever was asked for.

    Args:
        content: The answer.
        asked: The format that was asked for; an answer that begins like neither is taken for it.
    """
    start = content[:64].lstrip()
    if start.startswith(_XML_STARTS):
        return "xml"
    return "json" if start.removeprefix(b"\xef\xbb\xbf").startswith((b"{", b"[")) else asked


def _format(name: FormatName) -> Format:
    if name == "json":
        from twilio_ops_runtime.formats import json

        return json
    from twilio_ops_runtime.formats import xml

    return xml


@frozen(repr=False)
class ParsedResponse:
    """A successful answer, and what it is the answer to.

    Attributes:
        connection: The connection.
        spec: The operation.
        asked: The format asked for.
        request: The request.
        response: What was answered.
        target: What was asked for, if the record that is answered has to be that one.
        values: The record's values, where the answer points elsewhere and is no more than that;
            the body, which may be empty then, is not read.
    """

    connection: Connection
    spec: OperationSpec
    asked: FormatName
    request: Request
    response: Response
    target: Target | None = None
    values: Mapping[str, str] | None = None

    @property
    def body(self) -> bytes:
        """The record, or the list of them."""
        return self.response.read()

    def record(self, wanted: Projection) -> Any:
        """Return the record that it holds.

        Raises:
            MalformedAnswer: It is none; the message names the place.
            OutcomeUnknown: It is none, and the answer was to what must not be repeated.
        """
        if self.values is not None:
            fields = wanted.record.spec.fields if wanted.fields is None else wanted.fields
            names = {field.name for field in fields} & self.values.keys()
            return wanted.record(**{name: self.values[name] for name in names})
        return self.read_with(
            lambda read, body: read.read_record(self._own(read, body, wanted), wanted)
        )

    def document(self, wanted: Projection) -> Checked:
        """Return the document of the record that it holds; raises as ``record`` does."""
        if self.values is not None:
            from twilio_ops_runtime.formats.json import document_of

            found = document_of(self.record(wanted), wanted)
        else:
            found = self.read_with(
                lambda read, body: read.read_document(self._own(read, body, wanted), wanted)
            )
        return self._checked(found)

    def page(self, wanted: Projection, documents: bool) -> Page:
        """Return the page of a list that it holds; raises as ``record`` does.

        Args:
            wanted: What is wanted of each record.
            documents: Whether it has documents, each with what is wrong with it; or records, of
                which one that cannot be read raises when it is its turn.
        """
        page = self.read_with(lambda read, body: read.read_page(body, wanted, self.spec, documents))
        return page._replace(batches=self.read_on(page.batches, documents))

    def unusable(self, problem: DecodeError | str) -> MalformedAnswer | OutcomeUnknown:
        """Return the error for an answer that is not what the service answers."""
        said = f"unexpected answer: {problem}"
        return self.connection.unusable(self.request, self.response, said)

    def _own(self, read: Format, body: bytes, wanted: Projection) -> Any:
        """Return the answer as its format loads it, unless it is of another record than asked for."""
        loaded = read.load(body)
        if self.target is None or not self.target.template.names:
            return loaded
        name = self.target.template.names[-1]
        asked = self.target.values[name]
        record = wanted.record.spec
        field = next((field for field in record.fields if field.xml == name), None)
        if field is None or not is_sid(asked):
            return loaded
        found = read.read_key(loaded, field, record)
        if found is None or found == asked or not is_sid(found):  # masked ones say nothing
            return loaded
        aliases = self.spec.keys[name].prefixes
        if record.name != self.spec.object and found[:2] not in aliases:
            return loaded  # another object's record has a key of its own
        if found[2:].lower() != asked[2:].lower() or found[:2] not in aliases:
            raise DecodeError(f"it is of {found}, and {asked} was asked for")
        return loaded

    def read_with(self, reading: Callable[[Format, bytes], T]) -> T:
        """Return what a reader makes of the answer, in the format it came in."""
        try:
            return reading(_format(format_of(self.body, self.asked)), self.body)
        except DecodeError as caught:
            problem = str(caught)
        # Only now: as the context of what is raised, the problem would bring along the frames that
        # were reading, and what they hold of the answer may be a token.
        raise self.unusable(problem)

    def read_on(
        self, batches: Iterable[Sequence[Any]], documents: bool = False
    ) -> Iterator[Sequence[Any]]:
        """Give what is read of the answer later; raises as ``record`` does."""
        problem: str | None = None
        try:
            for batch in batches:
                if documents:
                    yield [self._checked(one) for one in batch]
                elif (
                    batch and type(batch[0]) is DecodeError
                ):  # isinstance asks a record for its class
                    problem = str(batch[0])
                    break
                else:
                    yield batch
        except DecodeError as caught:
            problem = str(caught)
        if problem is not None:
            raise self.unusable(problem)

    def _checked(self, found: tuple[Any, ProfileError | DecodeError | None]) -> Checked:
        document, problem = found
        if isinstance(problem, DecodeError):
            return document, self.unusable(problem)
        return document, problem

    def __repr__(self) -> str:
        return (
            f"<ParsedResponse {self.response.status} of {len(self.body)} bytes to {self.request!r}>"
        )


def dispatch(
    connection: Connection,
    spec: OperationSpec,
    asked: FormatName,
    request: Request,
    target: Target | None = None,
) -> ParsedResponse:
    """Return the answer to a request.

    Args:
        connection: What sends it.
        spec: The operation.
        asked: The format asked for.
        request: The request.
        target: What it is for, if the record that is answered has to be that one.

    Raises:
        ServiceError: The service answered with an error.
        TransportError: There is no answer, or none that can be used. Where no record is answered,
            a body under a status that the service does not document is such a one: a proxy's page,
            say.
        OutcomeUnknown: What must not be repeated may have been carried out.
    """
    response = connection.send(request, spec.status)
    status = response.status
    if 200 <= status < 300 or status in spec.status:
        values = None
        if spec.redirect is not None and "Location" in response.headers:
            values = {spec.redirect: response.headers["Location"]}
        answer = ParsedResponse(connection, spec, asked, request, response, target, values)
        if spec.record is None and answer.body:
            if status not in spec.status:
                documented = " or ".join(map(str, spec.status))
                raise answer.unusable(f"a body, with a status that is not {documented}")
            answer.read_with(lambda read, body: read.check(body, spec.service))
        return answer
    if status < 400:
        raise connection.unusable(request, response, "no answer that the service documents")
    if spec.action == "Delete" and status == 404 and response.after_unknown:
        # An earlier attempt whose answer was lost had deleted it.
        return ParsedResponse(connection, spec, asked, request, response)
    raise _error(connection, spec.service, asked, request, response)


def _error(
    connection: Connection,
    service: ServiceSpec,
    asked: FormatName,
    request: Request,
    response: Response,
) -> ServiceError:
    """Return the error that an answer's status and its error document make."""
    body = response.read()
    facts = _format(format_of(body, asked)).read_error(body, service)
    if facts is None:
        kind = response.headers.get("Content-Type", "unknown type")
        facts = ErrorFacts(message=f"not the service's own error but {len(body)} bytes of {kind}")
    return connection.error(request, response, **facts._asdict())


def error_document_of(service: ServiceSpec, error: OperationError) -> Document | None:
    """Return the error document of an application error, valid against its profile; None for others.

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
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.profiles import profile_of
    from twilio_ops_runtime.formats import tree

    name = format_of(error.answer, "json")
    if _format(name).read_error(error.answer, service) is None:
        return None
    if name == "xml":
        root = tree.parse(error.answer)
        profile = profile_of(service.package, service.error_profile)
        if profile is None or profile.is_valid(root):
            return Document(root)
    facts = ErrorFacts(error.code, error.message, error.more_info, error.detail)
    return Document(tree.error_element(service, error.status, facts))
