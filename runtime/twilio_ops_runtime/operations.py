"""The five actions: what a generated operation class inherits.

Every operation has two doors. Called, it takes Python values and gives records; ``documents`` and
``process`` take and give XML documents. Both go the same way to the service.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from twilio_ops_runtime.decode import Checked, Projection, document_and_problem, record_in
from twilio_ops_runtime.dispatch import ParsedResponse
from twilio_ops_runtime.errors import FilterError, ParameterError, ProfileError
from twilio_ops_runtime.filters import Condition, EqualsFilter, Filter, plan
from twilio_ops_runtime.listing import (
    USUAL_ON_A_PAGE,
    checked_limit,
    checked_page_size,
    listed,
    paging_query,
)
from twilio_ops_runtime.operation_base import (
    Operation,
    address_of,
    chosen_fields,
    record_of,
    require_iterable,
)
from twilio_ops_runtime.parameters import Parameters, given
from twilio_ops_runtime.records.record import Record

if TYPE_CHECKING:
    from twilio_ops_runtime.connection import Connection
    from twilio_ops_runtime.documents.document import Document
    from twilio_ops_runtime.documents.options import Options
    from twilio_ops_runtime.documents.process import InputSource, RequestSource, Results
    from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue
    from twilio_ops_runtime.http.transport import Request
    from twilio_ops_runtime.records.specs import FieldSpec

__all__ = ["Create", "Delete", "Get", "Query", "Reading", "Search", "Update", "Writing"]

R = TypeVar("R")
Q = TypeVar("Q", bound=Parameters)

NOTHING: Mapping[str, Any] = {}


class Reading(Operation):
    """What Get, Search and Query share: a choice of fields."""

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

    @cached_property
    def choice(self) -> Projection:
        """What is wanted of each record."""
        profile = self.response_profile
        return Projection(self._record, self.fields, profile=profile, unknown=self.unknown)

    def process(
        self,
        sids: Iterable[InputSource],
        parameters: Mapping[str, Any] = NOTHING,
        *,
        properties: Mapping[str, str] = NOTHING,
        sid: RunTimeValue | None = None,
        first_index: int = 0,
    ) -> Results:
        """Read once an input; said at each action."""
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
        """The record of a Sid.

        Args:
            sid: Its (composed) Sid; None where there is only one record.
            parameters: Further parameters by API or Python name; None is not sent.

        Raises:
            SidError: It is not of the form that this object has.
            OperationError: What came of asking for it.
        """
        wire = self.typed_wire
        answer = self.ask(self.prepare(sid, parameters, wire), wire)
        record = record_in(answer, wire, self.choice)
        self._keep_records(record, [record])
        return cast(R, record)

    def document(self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING) -> Document:
        """The document of a record, in the response profile; arguments as for ``run``.

        Raises:
            ProfileError: It is not valid.
            OperationError: What else came of asking for it.
        """
        document, problem = self._checked(sid, parameters)
        if problem is not None:
            raise problem
        self.keep(document, [document], document)
        return document

    def documents(
        self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[Document]:
        """The document of a record, as an iterator of one; arguments as for ``run``."""
        yield self.document(sid, parameters)

    def process(
        self,
        sids: Iterable[InputSource],
        parameters: Mapping[str, Any] = NOTHING,
        *,
        properties: Mapping[str, str] = NOTHING,
        sid: RunTimeValue | None = None,
        first_index: int = 0,
    ) -> Results:
        """Get many records, one after the other; see :mod:`twilio_ops_runtime.documents.process`.

        Args:
            sids: Their Sids; or documents (bytes, paths, elements, ``Document``s) that ``sid``
                takes them from.
            parameters: Parameters of each Get.
            properties: Named values for tracked fields and values at run time.
            sid: The Sid of each input that names none itself.
            first_index: The position of the first input.

        Raises:
            ParameterError: One Sid was given alone, or the properties are not text by name.
            ProcessStopped: As for documents; see ``Create.process``.
        """
        from twilio_ops_runtime.documents.process import process_inputs

        def documents(_: Reading, address: str | None) -> Iterator[Checked]:
            return iter([self._checked(address, parameters)])

        return process_inputs(self, sids, documents, properties, sid, first_index)

    def _checked(
        self, sid: str | None, parameters: Mapping[str, Any]
    ) -> tuple[Document, ProfileError | None]:
        wire = self.document_wire
        answer = self.ask(self.prepare(sid, parameters, wire), wire)
        return document_and_problem(answer, wire, self.choice)


class _Listing(Reading):
    """What Search and Query share: pages, a limit."""

    def __init__(
        self,
        connection: Connection,
        *,
        fields: Iterable[str] | None = None,
        page_size: int | None = None,
        limit: int | None = None,
        options: Options | None = None,
        unknown: bool = False,
    ) -> None:
        super().__init__(connection, fields=fields, options=options, unknown=unknown)
        self.page_size: int | None = checked_page_size(page_size, self.spec.max_page_size)
        self.limit: int | None = checked_limit(limit)

    def _first(self, sid: str | None, parameters: Mapping[str, Any], documents: bool) -> Request:
        self.ensure_supported()
        wire = self.document_wire if documents else self.typed_wire
        target = address_of(type(self)).target(sid, self.connection.account_sid)
        values = self.checked(target, given(self.spec, parameters))
        paging = paging_query(
            self.spec.paging, self.page_size, self._page_limit, self.spec.max_page_size
        )
        return self.request_to(target, values, wire, [*self.choice.plan.sent, *paging])

    @property
    def _page_limit(self) -> int | None:
        # Records that this side leaves out do not count, so more than the limit may be needed: a
        # small limit does not make the pages smaller than they usually are.
        few = self.limit is not None and self.limit < USUAL_ON_A_PAGE
        return None if few and self.choice.plan.spans else self.limit

    def first_request(
        self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Request:
        """Return the request of the first page of documents, all of it checked; nothing is sent.

        Args:
            sid: The address of the list, as for a call.
            parameters: Further parameters by API or Python name; None is not sent.

        Raises:
            RequestError: The address or a value is not what the operation takes.
        """
        return self._first(sid, parameters, documents=True)

    def _records(self, sid: str | None, parameters: Mapping[str, Any]) -> Iterator[Any]:
        request = self._first(sid, parameters, documents=False)
        found = listed(
            self, request, self.typed_wire, self.choice, documents=False, limit=self.limit
        )
        return self._kept(found) if self.keeps else found

    def _kept(self, records: Iterator[Any]) -> Iterator[Any]:
        for record in records:
            self._keep_records(record, [record])
            yield record

    def _documents(self, sid: str | None, parameters: Mapping[str, Any]) -> Iterator[Checked]:
        request = self._first(sid, parameters, documents=True)
        return listed(
            self, request, self.document_wire, self.choice, documents=True, limit=self.limit
        )

    def documents(
        self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[Document]:
        """One document a record, in the response profile.

        The first that is not valid raises when it is its turn and ends the iteration; ``process``
        hands out such a document with its error, and goes on.

        Args:
            sid: The address of the list, as for a call.
            parameters: Further parameters by API or Python name; None is not sent.
        """
        return self._valid(self._documents(sid, parameters))

    def _valid(self, found: Iterator[Checked]) -> Iterator[Document]:
        keeps = self.keeps
        for document, problem in found:
            if problem is not None:
                raise problem
            assert document is not None  # nothing is wrong with it
            if keeps:
                self.keep(document, [document], document)
            yield document

    def process(
        self,
        sids: Iterable[InputSource] = (None,),
        parameters: Mapping[str, Any] = NOTHING,
        *,
        properties: Mapping[str, str] = NOTHING,
        sid: RunTimeValue | None = None,
        first_index: int = 0,
    ) -> Results:
        """Go through many lists, one after the other, with a result for each record.

        A record whose document is not valid is a result of its own, ``failed``, with the document
        and what is wrong with it; the others come all the same.

        Args:
            sids: The addresses of the lists, as for a call; or documents (bytes, paths, elements,
                ``Document``s) that values at run time are taken from.
            parameters: Parameters of each.
            properties: Named values for tracked fields and values at run time.
            sid: The address for each input that names none itself.
            first_index: The position of the first input.

        Raises:
            ParameterError: One address was given alone, or the properties are not text by name.
            ProcessStopped: As for documents; see ``Create.process``.
        """
        from twilio_ops_runtime.documents.process import process_inputs

        def documents(operation: Reading, address: str | None) -> Iterator[Checked]:
            assert isinstance(operation, _Listing)
            return operation._documents(address, parameters)

        return process_inputs(self, sids, documents, properties, sid, first_index)


class Search(_Listing, Generic[R]):
    """A Get that answers zero to many records.

    Args:
        connection: The account and the way to it.
        fields: The fields to hand out; None = all.
        page_size: How many records a page has, up to 1000; None = as the service likes.
        limit: How many records at most; None = all, 0 = none.
        options: Settings of the operation.
    """

    def run(self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING) -> Iterator[R]:
        """The records found, page by page as they are used.

        Args:
            sid: Where to search, in the form that this object has.
            parameters: What to search for, by API or Python name; None is not sent.
        """
        return self._records(sid, parameters)


class Query(_Listing, Generic[R]):
    """Zero to many records of a list, page by page as they are used.

    Args:
        connection: The account and the way to it.
        fields: The fields to hand out; None = all. The others are not even decoded.
        filters: What the records have to be like: ``QueryCall.status.equals("busy")``.
        page_size: How many records a page has, up to 1000; None = as the service likes, and no
            more than the limit.
        limit: How many records at most; None = all, 0 = none.
        options: Settings of the operation.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        fields: Iterable[str] | None = None,
        filters: Iterable[Condition] = (),
        page_size: int | None = None,
        limit: int | None = None,
        options: Options | None = None,
        unknown: bool = False,
    ) -> None:
        super().__init__(
            connection,
            fields=fields,
            page_size=page_size,
            limit=limit,
            options=options,
            unknown=unknown,
        )
        require_iterable("filters", filters)
        self._use(tuple(filters))

    def _use(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions: tuple[Condition, ...] = conditions
        known = {field.name for field in self._record.spec.fields}
        self._plan = plan(self.conditions, self.filters())
        if foreign := self._plan.fields - known:
            raise FilterError(f"{self._record.__name__} has no field {sorted(foreign)[0]!r}")

    def resolved(self, context: RunTimeContext) -> Self:
        """Return the Query for an input, the values of its filters resolved."""
        if not self._plan.awaited:
            return self
        resolved = copy(self)
        resolved.__dict__.pop("choice", None)
        resolved._use(tuple(one.resolved(context) for one in self.conditions))
        return resolved

    def _first(self, sid: str | None, parameters: Mapping[str, Any], documents: bool) -> Request:
        if awaited := self._plan.awaited:
            raise FilterError(
                f"filter {awaited[0]} has a value that comes with an input: use process()"
            )
        for name, item in _filters_of(type(self)).items():
            if name in parameters or item.api in parameters:
                operator = "equals" if isinstance(item, EqualsFilter) else "on"
                raise ParameterError(
                    f"{self.spec.name}: {item.api} is a filter, not a parameter; give it as "
                    f"filters=[{type(self).__name__}.{name}.{operator}(...)]"
                )
        return super()._first(sid, parameters, documents)

    @cached_property
    def choice(self) -> Projection:
        """What is wanted of each record."""
        profile = self.response_profile
        return Projection(self._record, self.fields, self._plan, profile, self.unknown)

    def run(
        self, parent: str | None = None, parameters: Mapping[str, Any] = NOTHING
    ) -> Iterator[R]:
        """The records.

        The arguments are checked at once; the first page is asked for when the first record is,
        and each further one while the one before it is used. Closing the iterator ends it, and so
        does a record that cannot be read: it raises ``MalformedAnswer`` when it is its turn.

        Args:
            parent: The (composed) Sid of what the list belongs to; None = the connection's
                account, where nothing else is needed.
            parameters: Parameters that are no filters, by API or Python name; None is not sent.
        """
        return self._records(parent, parameters)

    @classmethod
    def filters(cls) -> tuple[Filter, ...]:
        """The filters that this Query has."""
        return tuple(_filters_of(cls).values())


def _filters_of(cls: type[Operation]) -> dict[str, Filter]:
    found = {name: item for base in reversed(cls.__mro__) for name, item in vars(base).items()}
    return {name: item for name, item in found.items() if isinstance(item, Filter)}


class Writing(Operation):
    """What Create, Update and Delete share: request documents."""

    @cached_property
    def choice(self) -> Projection | None:
        """What is wanted of the record that is answered; None if none is."""
        record = record_of(self.spec)
        if record is None:
            return None
        return Projection(record, profile=self.response_profile, unknown=self.unknown)

    def process(
        self,
        documents: Iterable[RequestSource],
        *,
        properties: Mapping[str, str] = NOTHING,
        first_index: int = 0,
    ) -> Results:
        """Carry out each document of the request profile, one after the other, as it is asked for.

        Args:
            documents: Bytes or text of XML, paths, elements or ``Document``s; typed requests of
                Create and Update, alone or behind the (composed) Sid they are for.
            properties: Named values for tracked fields.
            first_index: The position of the first document.

        Returns:
            A result for each document, in their order; see :mod:`twilio_ops_runtime.documents.process`.

        Raises:
            RefusedOperation: The API does not take this operation.
            ParameterError: One document was given alone, or the properties are not text by name.
            ProcessStopped: One was not done, and neither ``return_application_error_responses``
                nor ``stop_on`` lets the run go on; or what the service did could not be archived,
                cached or tracked.
        """
        from twilio_ops_runtime.documents.process import process_documents

        return process_documents(self, documents, properties, first_index)

    def _run(
        self, sid: str | None, request: Parameters | None, parameters: Mapping[str, Any]
    ) -> Any:
        wire = self.typed_wire
        values = parameters if request is None else request.given()
        prepared = self.prepare(sid, values, wire)
        document: Document | None = None
        if self._archives:  # written before anything is sent: XML may not hold what is given
            from twilio_ops_runtime.documents.request_documents import write

            document = write(self.spec, given(self.spec, values), sid)
        record = self._answered(self.ask(prepared, wire))
        self._keep_records(record, () if record is None else (record,), document)
        return record

    def _answered(self, answer: ParsedResponse) -> Record | None:
        choice = self.choice
        return None if choice is None else record_in(answer, self.typed_wire, choice)


class Create(Writing, Generic[Q, R]):
    """A new record; what its generated subclass is called with, it sends.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation.
    """

    request: ClassVar[type[Parameters]]

    def run(self, request: Q, parent: str | None = None) -> R:
        """Create what a request says.

        Args:
            request: The parameters.
            parent: The (composed) Sid of what the record is to belong to; None = the connection's
                account, where nothing else is needed.

        Raises:
            RequestError: Something is missing or wrong; nothing was sent.
            OutcomeUnknown: It may have been created; it was not tried again.
            OperationError: What else came of it.
        """
        return cast(R, self._run(parent, request, NOTHING))


class Update(Writing, Generic[Q, R]):
    """A change of one record, one at a time.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation.
    """

    request: ClassVar[type[Parameters]]

    def run(self, sid: str | None, request: Q) -> R:
        """Change one record as a request says.

        Args:
            sid: Its (composed) Sid; None where there is only one record.
            request: The parameters.

        Raises:
            RequestError: Something is missing or wrong; nothing was sent.
            OutcomeUnknown: It may have been changed; it was not tried again.
            OperationError: What else came of it.
        """
        return cast(R, self._run(sid, request, NOTHING))


class Delete(Writing):
    """The end of one record.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation.
    """

    def run(self, sid: str | None = None, parameters: Mapping[str, Any] = NOTHING) -> None:
        """Delete the record of a Sid.

        Args:
            sid: Its (composed) Sid; None where there is only one record.
            parameters: Further parameters by API or Python name; None is not sent.

        Raises:
            SidError: It is not of the form that this object has.
            OperationError: What came of it.
        """
        self._run(sid, None, parameters)
