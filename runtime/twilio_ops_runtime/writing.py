"""Create, Update and Delete: the actions that request documents are for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from twilio_ops_runtime.operations import NOTHING, Operation
from twilio_ops_runtime.parameters import Parameters, normalize

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document, Source
    from twilio_ops_runtime.documents.process import Results

R = TypeVar("R")
Q = TypeVar("Q", bound=Parameters)
T = TypeVar("T", bound=Parameters | tuple[str | None, Parameters | None])


class Writing(Operation, Generic[T]):
    """What Create, Update and Delete share: request documents, and typed requests beside them."""

    request: ClassVar[type[Parameters] | None] = None
    """The class of its typed requests; None of a Delete."""

    def process(
        self,
        documents: Iterable[Source | T],
        *,
        properties: Mapping[str, str] = NOTHING,
        first_index: int = 0,
    ) -> Results:
        """Carry out each document of the request profile, one after the other, as it is asked for.

        Args:
            documents: Bytes or text of XML, paths, elements or ``Document``s; typed requests of
                Create and Update, alone or behind the (composed) Sid they are for; of Delete, a
                pair of the Sid and None.
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

    def _run(self, sid: str | None, values: Mapping[str, Any]) -> Any:
        document: Document | None = None
        if self._options is not None and self._options.archiving is not None:
            # Written before anything is sent: XML may not hold what is given.
            from twilio_ops_runtime.documents.request_documents import write

            self.prepare(sid, values, self.typed_format)
            document = write(self.spec, normalize(self.spec, values), sid)
        answer = self.ask(sid, values, self.typed_format)
        record = None if self.projection is None else answer.record(self.projection)
        self._keep(record, () if record is None else (record,), document)
        return record


class Create(Writing[Q | tuple[str | None, Q]], Generic[Q, R]):
    """A new record; what its generated subclass is called with, it sends.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation.
    """

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
        return cast(R, self._run(parent, request.given()))


class Update(Writing[Q | tuple[str | None, Q]], Generic[Q, R]):
    """A change of one record, one at a time.

    Args:
        connection: The account and the way to it.
        options: Settings of the operation.
    """

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
        return cast(R, self._run(sid, request.given()))


class Delete(Writing[tuple[str | None, None]]):
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
        self._run(sid, parameters)
