"""Operations: what generated operation classes inherit, and Get, the simplest of them.

Every operation has two doors. Called, it takes Python values and gives records; ``documents`` and
``process`` take and give XML documents. Both go the same way to the service.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from twilio_ops_runtime.errors import ParameterError, RefusedOperation
from twilio_ops_runtime.filter_sets import NO_FILTERS
from twilio_ops_runtime.formats.base import FormatName
from twilio_ops_runtime.formats.projection import Projection
from twilio_ops_runtime.http.messages import Request, Response, Timeout
from twilio_ops_runtime.parameters import NO_PARAMETERS, Encoded, encode, form_text, normalize
from twilio_ops_runtime.records.record import Record
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec, chosen_fields, record_of
from twilio_ops_runtime.responses import Checked, ParsedResponse, dispatch
from twilio_ops_runtime.sids import Address, Target
from twilio_ops_runtime.validators import check_headers, check_is

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.process import InputSource, Results
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue

    cached_property = property  # type checkers take no other for the property of a protocol
else:
    from functools import cached_property

R = TypeVar("R")

NOTHING: Mapping[str, Any] = {}


class _ProfileFile:
    """The profile that a file name in an operation's spec stands for."""

    def __init__(self, attribute: str) -> None:
        self._attribute = attribute

    def __get__(self, instance: object, owner: type[Operation]) -> Profile | None:
        from twilio_ops_runtime.documents.profiles import profile_of

        spec = owner.spec
        file: str | None = getattr(spec, self._attribute)
        if self._attribute == "request_profile":
            return profile_of(spec.service.package, file, tolerant=False)
        record = record_of(spec) if file is not None else None
        accepts = () if record is None else record.spec.accepts
        return profile_of(spec.service.package, file, accepts=accepts)


class Operation:
    """One action on one object, for one connection; safe to share between threads.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation; None = the usual ones.
        unknown: Whether records keep what the catalog does not know (``record.unknown``), which
            takes several times as long to read.
    """

    spec: ClassVar[OperationSpec]
    fields: tuple[FieldSpec, ...] | None = None
    """The fields that are handed out; None = all."""
    _filters = NO_FILTERS
    addressing: ClassVar[Address]
    """The addresses that it takes."""
    request_profile: ClassVar[Profile | None] = cast("Any", _ProfileFile("request_profile"))
    """The profile of the documents that go in; None for actions that take none."""
    response_profile: ClassVar[Profile | None] = cast("Any", _ProfileFile("response_profile"))
    """The profile of the documents that come out; None for actions that answer none."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if (request := vars(cls).get("request")) is not None:
            cls.spec = request.spec = cls.spec._replace(parameters=request._declared)
        if (spec := vars(cls).get("spec")) is not None:
            account = spec.service.account_key
            cls.addressing = Address(
                spec.object, spec.paths, spec.keys, account, spec.key_parameter
            )

    def __init__(
        self, connection: Connection, *, options: Options | None = None, unknown: bool = False
    ) -> None:
        self.connection = connection
        self.unknown = unknown
        self._options = options
        self._timeout: Timeout | None = None
        self._headers: Mapping[str, str] = {}
        self._responses: list[Response] | None = None

    def __repr__(self) -> str:
        return f"<{self.spec.name} for {self.connection.account_sid}>"

    def replace(
        self,
        *,
        connection: Connection | None = None,
        options: Options | None = None,
        timeout: Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return the same operation for another connection, or with other settings.

        Args:
            connection: The account and the way to it; None = this one's.
            options: Settings of the operation; None = this one's.
            timeout: How long each of its requests waits; None = as this one's.
            headers: Header fields that each of its requests has besides; None = this one's. Those
                that an operation sends itself cannot be given.

        Raises:
            ConfigurationError: A header field or the time-out is not what is taken there.
        """
        other = copy(self)
        if connection is not None:
            other.connection = connection
        if options is not None:
            other._options = options
        if timeout is not None:
            check_is("timeout", Timeout, timeout)
            other._timeout = timeout
        if headers is not None:
            other._headers = check_headers(headers)
        return other

    def recording_into(self, responses: list[Response]) -> Self:
        """Return the same operation; each response it takes goes into a list, too."""
        made = copy(self)
        made._responses = responses
        return made

    @cached_property
    def projection(self) -> Projection | None:
        """What is wanted of the record that is answered; None if none is."""
        record = record_of(self.spec)
        if record is None:
            return None
        return Projection(record, self.fields, self._filters, self._find_profile, self.unknown)

    @cached_property
    def _find_profile(self) -> Callable[[], Profile | None]:
        return cache(lambda: self.response_profile)  # by the first document: records do without

    def ensure_supported(self) -> None:
        """Check that the API takes this operation at all.

        Raises:
            RefusedOperation: It does not, and why.
        """
        if self.spec.refused is not None:
            raise RefusedOperation(f"{self.spec.name} is refused: {self.spec.refused}")

    def prepare(self, sid: str | None, values: Mapping[str, Any], asked: FormatName) -> Request:
        """Return the request for an address and values, all of it checked; nothing is sent.

        Args:
            sid: The composed Sid of the record, or of the parent.
            values: Parameters by API or Python name; None is not sent.
            asked: The format to ask for.

        Raises:
            RequestError: The address or a value is not what the operation takes.
        """
        self.ensure_supported()
        return self.request_for(self._target(sid), values, asked)

    def ask(self, sid: str | None, values: Mapping[str, Any], asked: FormatName) -> ParsedResponse:
        """Return the answer for an address and values; the arguments are those of ``prepare``.

        Raises:
            RequestError: The address or a value is not what the operation takes.
            OperationError: What came of asking.
        """
        self.ensure_supported()
        target = self._target(sid)
        return self.dispatch(self.request_for(target, values, asked), asked, target)

    def _target(self, sid: str | None) -> Target:
        """Return what a composed Sid stands for.

        Raises:
            SidError: It is not of the form that this object has.
        """
        return self.addressing.target(sid, self.connection.account_sid)

    def request_for(
        self,
        target: Target,
        values: Mapping[str, Any],
        asked: FormatName,
        more: Sequence[tuple[str, str]] = (),
    ) -> Request:
        """Return the request to a target; ``more`` goes into the query.

        Raises:
            RequestError: A value is not what the operation takes.
        """
        spec = self.spec
        sent = NO_PARAMETERS
        if values or spec.parameters or spec.fixed or spec.encoding != "none":
            given = normalize(spec, values)
            if (name := spec.key_parameter) is not None:
                if name in given:
                    raise ParameterError(f"{spec.name}: {name} is given by the address")
                given = {**given, name: target.key}
            sent = encode(spec, given)
        path = f"{target.path}.{asked}" if spec.service.suffixes else target.path
        if query := [*sent.query, *more]:
            path = f"{path}?{form_text(query)}"
        url = self.connection.url_for(spec.service.host, path, spec.service.region)
        return self.request_to(url, asked, sent)

    def request_to(self, url: str, asked: FormatName, sent: Encoded = NO_PARAMETERS) -> Request:
        """Return the request to an address."""
        spec, signed = self.spec, self.spec.security != "none"
        headers = {"Accept": f"application/{asked}", **sent.headers, **self._headers}
        more = self._timeout, sent.secret, signed, spec.service
        return Request(spec.method, url, headers, sent.body, *more)

    def dispatch(
        self, request: Request, asked: FormatName, target: Target | None = None
    ) -> ParsedResponse:
        """Return the answer to a request; see ``responses.dispatch``.

        Args:
            request: The request.
            asked: The format it asks for.
            target: What it is for, if the record that is answered has to be that one.
        """
        if self.spec.action not in ("Get", "Update"):
            target = None
        response = dispatch(self.connection, self.spec, asked, request, target)
        if self._responses is not None:
            self._responses.append(response.response)
        return response

    @property
    def options(self) -> Options:
        """The settings of the operation."""
        if self._options is None:
            from twilio_ops_runtime.documents.options import DEFAULT

            self._options = DEFAULT
        return self._options

    @property
    def typed_format(self) -> FormatName:
        """The format that records are read from."""
        return "json" if "json" in self.spec.service.formats else "xml"

    @property
    def document_format(self) -> FormatName:
        """The format that documents are made from: the service's own XML, if it speaks it."""
        return "xml" if "xml" in self.spec.service.formats else "json"

    @cached_property
    def secret_elements(self) -> frozenset[str]:
        """The elements, of requests and answers, whose text is the caller's secret."""
        found = {one.element for one in self.spec.parameters if one.secret}
        record = record_of(self.spec)
        if record is not None:
            found |= {field.xml for field in record.spec.fields if field.secret}
        return frozenset(found)

    def _keep(self, found: Any, records: Iterable[Record], input: Document | None = None) -> None:
        """Archive and cache the documents of what a call with Python values gave."""
        if self._options is not None and self._options.keeps:
            from twilio_ops_runtime.documents.keeping import keep_records

            keep_records(self, found, records, input)


class Reading(Operation):
    """What Get, Search and Query share: a choice of fields."""

    if TYPE_CHECKING:

        @property
        def projection(self) -> Projection: ...

    def __init__(
        self,
        connection: Connection,
        *,
        fields: Iterable[str] | None = None,
        options: Options | None = None,
        unknown: bool = False,
    ) -> None:
        super().__init__(connection, options=options, unknown=unknown)
        self.fields: tuple[FieldSpec, ...] | None = chosen_fields(self._record, fields)

    @property
    def _record(self) -> type[Record]:
        record = record_of(self.spec)
        assert record is not None  # reading without an answer is no action of the catalog
        return record

    def process(
        self,
        sids: Iterable[InputSource] = (None,),
        parameters: Mapping[str, Any] = NOTHING,
        *,
        properties: Mapping[str, str] = NOTHING,
        sid: RunTimeValue | None = None,
        first_index: int = 0,
    ) -> Results:
        """Read once an input, one after the other, with a result for each record.

        A record whose document is not valid is a result of its own, ``failed``, with the document
        and what is wrong with it; the others come all the same. See
        :mod:`twilio_ops_runtime.documents.process`.

        Args:
            sids: The Sids, or addresses of lists, as for a call; or documents (bytes, paths,
                elements, ``Document``s) that values at run time are taken from.
            parameters: Parameters of each.
            properties: Named values for tracked fields and values at run time.
            sid: The Sid or address of each input that names none itself.
            first_index: The position of the first input.

        Raises:
            ParameterError: One Sid was given alone, or the properties are not text by name.
            ProcessStopped: As for documents; see ``Create.process``.
        """
        from twilio_ops_runtime.documents.process import process_inputs

        def documents(operation: Self, address: str | None) -> Iterator[Checked]:
            return operation._checked(address, parameters)

        return process_inputs(self, sids, documents, properties, sid, first_index)

    def _checked(self, sid: str | None, parameters: Mapping[str, Any]) -> Iterator[Checked]:
        """Return the documents of an input, each with what is wrong with it."""
        raise NotImplementedError

    def resolved(self, context: RunTimeContext) -> Self:
        """Return the operation for an input, its values at run time resolved.

        Raises:
            RequestError: A value is missing, or not what is taken there.
        """
        return self


class Get(Reading, Generic[R]):
    """One record, by its Sid.

    Args:
        connection: The account and the way to it.
        fields: The fields to hand out, by element, JSON or Python name; None = all. The others
            are not even decoded.
        options: Settings of the operation.
    """

    def run(self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING) -> R:
        """Return the record of a Sid.

        Args:
            sid: Its (composed) Sid; None where there is only one record.
            parameters: Further parameters by API or Python name; None is not sent.

        Raises:
            SidError: It is not of the form that this object has.
            OperationError: What came of asking for it.
        """
        record = self.ask(sid, parameters, self.typed_format).record(self.projection)
        self._keep(record, [record])
        return cast(R, record)

    def document(self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING) -> Document:
        """Return the document of a record, in the response profile; arguments as for ``run``.

        Raises:
            ProfileError: It is not valid.
            OperationError: What else came of asking for it.
        """
        from twilio_ops_runtime.documents.keeping import keep_output

        return keep_output(self, next(self._checked(sid, parameters)))

    def documents(
        self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[Document]:
        """Give the document of a record, as an iterator of one; arguments as for ``run``."""
        yield self.document(sid, parameters)

    def _checked(self, sid: str | None, parameters: Mapping[str, Any]) -> Iterator[Checked]:
        yield self.ask(sid, parameters, self.document_format).document(self.projection)
