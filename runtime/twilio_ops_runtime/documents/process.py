"""The document door: many inputs, each with an outcome of its own, in order and lazily.

What becomes of an input:

* ``done``: the service did it. The outputs are documents of the response profile (none for a
  Delete).
* ``application error``: the service answered with an error of its own. With
  ``return_application_error_responses`` the output is the error document, which is valid against
  the error profile; without, the run ends with :class:`ProcessStopped`.
* ``failed``: anything else: the document is not well formed or not valid, the Sid or a parameter
  is wrong (nothing was sent then), no answer came, or none that can be used, or it is not known
  whether it was carried out. It has no output, or the answer that is not valid; its ``error`` says
  what happened. The next inputs are not harmed.

What is to be done with a known outcome may fail, too: the archive is full, say. That ends the run
with :class:`ProcessStopped` as well, so that the result is not lost. An error that is not about an
input ends the run as it is: the operation is refused by the API, the connection is closed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from twilio_ops_runtime.decode import Checked, document_and_problem
from twilio_ops_runtime.dispatch import error_document_of
from twilio_ops_runtime.documents.document import Document, Source
from twilio_ops_runtime.documents.request_documents import read
from twilio_ops_runtime.documents.tracking import TrackingContext, checked_properties, track
from twilio_ops_runtime.errors import (
    ConfigurationError,
    OperationError,
    PostProcessingError,
    ProfileError,
    RefusedOperation,
)
from twilio_ops_runtime.operation_base import Operation, following_up, require_iterable

if TYPE_CHECKING:
    from twilio_ops_runtime.operations import Writing

__all__ = ["ProcessStopped", "Result", "process_documents", "process_sids"]

MOST_KEPT = 1000
"""How many results a stopped run still holds, so that a long run needs no more memory than this."""

Status = Literal["done", "application error", "failed"]


@frozen(kw_only=True)
class Result:
    """What became of one input, or of one record that it asked for.

    Attributes:
        index: The input's position, from 0 on.
        status: ``done``, ``application error`` or ``failed``.
        outputs: The documents that came out.
        error: What went wrong; None when it is done.
        tracked: The tracked fields, by label.
        direction: Which document they are about.
    """

    index: int
    status: Status
    outputs: tuple[Document, ...] = ()
    error: OperationError | None = None
    tracked: Mapping[str, str] = {}
    direction: Literal["input", "output"] = "output"

    @property
    def ok(self) -> bool:
        """Whether the service did it."""
        return self.status == "done"

    @property
    def output(self) -> Document | None:
        """The one document that came out, if there is one."""
        return self.outputs[0] if self.outputs else None


class ProcessStopped(OperationError):
    """What came of an input ended the run.

    Its cause is the service's error, which the result has, too; or the :class:`PostProcessingError` of
    archiving, caching or tracking, and then the result says what the service did all the same.

    Attributes:
        result: The result of that input.
        results: The results until then, that one included; of a long run the last thousand.
        count: How many results there were.
    """

    def __init__(
        self, cause: OperationError, result: Result, results: tuple[Result, ...], count: int
    ) -> None:
        super().__init__(f"stopped at input {result.index}: {cause}")
        self.result = result
        self.results = results
        self.count = count


class _Run:
    """One run through an operation: makes the results and remembers the last of them."""

    def __init__(self, operation: Operation, properties: Mapping[str, str]) -> None:
        operation.ensure_supported()
        for profile in (operation.request_profile, operation.response_profile):
            if profile is not None:
                profile.load()  # before anything is sent whose answer needs it
        self._operation = operation
        self._properties = checked_properties(properties)
        self._last: deque[Result] = deque(maxlen=MOST_KEPT)
        self._count = 0
        spec = operation.spec
        starts = spec.action in {"Get", "Query"}
        chosen = operation.options.tracking_direction
        self._direction: Literal["input", "output"] = (
            "output" if starts else chosen if chosen is not None else "input"
        )

    def done(self, index: int, input: Document | None, output: Document | None) -> Result:
        """The result of what the service did.

        Raises:
            ProcessStopped: It cannot be archived, cached or tracked.
        """
        return self._result(index, "done", input, output)

    def failed(
        self,
        index: int,
        input: Document | None,
        error: OperationError,
        answer: Document | None = None,
    ) -> Result:
        """The result of what the service did not do, or answered with an error.

        Raises:
            ProcessStopped: It is an application error, and these are not handed on; or it cannot
                be archived or tracked.
        """
        document = error_document_of(self._operation.spec.service, error)
        if document is None:
            return self._result(index, "failed", input, answer, error)
        result = self._result(index, "application error", input, document, error)
        if not self._operation.options.return_application_error_responses:
            raise self._stopped(error, result) from error
        return result

    def _result(
        self,
        index: int,
        status: Status,
        input: Document | None,
        output: Document | None,
        error: OperationError | None = None,
    ) -> Result:
        result = Result(
            index=index,
            status=status,
            outputs=() if output is None else (output,),
            error=error,
            direction=self._direction,
        )
        fields = self._operation.options.tracked_fields
        failure: PostProcessingError | None = None
        try:
            returned = output if status == "done" else None
            self._operation.keep(result, [input, output], returned, index)
            if fields:
                passage = TrackingContext(input, output, self._direction, self._properties)
                with following_up("tracking", result):
                    result = evolve(result, tracked=track(fields, passage))
        except PostProcessingError as caught:
            failure = caught
        if output is not None:
            output.settle()
        self._last.append(result)
        self._count += 1
        if failure is not None:
            raise self._stopped(failure, result) from failure
        return result

    def _stopped(self, cause: OperationError, result: Result) -> ProcessStopped:
        return ProcessStopped(cause, result, tuple(self._last), self._count)


def process_sids(
    operation: Operation,
    sids: Iterable[str | None],
    documents: Callable[[str | None], Iterator[Checked]],
    properties: Mapping[str, str],
) -> Iterator[Result]:
    """The results of a Get or Query for each Sid: one a record, or one without output.

    Args:
        operation: The operation.
        sids: What is asked for.
        documents: Gives the documents of a Sid, each with what is wrong with it.
        properties: Named values for tracked fields.

    Raises:
        RefusedOperation: The API does not take this operation.
        ParameterError: One Sid was given alone, or the properties are not text by name.
    """
    require_iterable("sids", sids)
    return _of_sids(_Run(operation, properties), sids, documents)


def _of_sids(
    run: _Run,
    sids: Iterable[str | None],
    documents: Callable[[str | None], Iterator[Checked]],
) -> Iterator[Result]:
    for index, sid in enumerate(sids):
        empty = True
        try:
            for document, problem in documents(sid):
                empty = False
                if problem is None:
                    yield run.done(index, None, document)
                else:
                    yield run.failed(index, None, problem, document)
        except (RefusedOperation, ConfigurationError, ProcessStopped):
            raise
        except OperationError as error:
            yield run.failed(index, None, error)
        else:
            if empty:
                yield run.done(index, None, None)


def process_documents(
    operation: Writing, sources: Iterable[Source], properties: Mapping[str, str]
) -> Iterator[Result]:
    """The results of a Create, Update or Delete for each request document.

    Args:
        operation: The operation.
        sources: The documents.
        properties: Named values for tracked fields.

    Raises:
        RefusedOperation: The API does not take this operation.
        ParameterError: One document was given alone, or the properties are not text by name.
    """
    require_iterable("documents", sources)
    run = _Run(operation, properties)
    return (_processed(operation, run, index, source) for index, source in enumerate(sources))


def _processed(operation: Writing, run: _Run, index: int, source: Source) -> Result:
    document: Document | None = None
    answered: list[Document] = []
    try:
        document = _document(source)
        outputs = _carried_out(operation, document, answered)
    except (RefusedOperation, ConfigurationError):
        raise
    except OperationError as error:
        return run.failed(index, document, error, answered[0] if answered else None)
    return run.done(index, document, outputs)


def _document(source: Source) -> Document:
    try:
        return Document.of(source)
    except (OSError, TypeError) as error:
        raise ProfileError(f"the document cannot be read: {error}") from error


def _carried_out(
    operation: Writing, document: Document, answered: list[Document]
) -> Document | None:
    """The output of one request document; an answer that is not valid is put aside."""
    if (profile := operation.request_profile) is not None:
        profile.check(document)
    parts = read(operation.spec, document)
    wire = operation.document_wire
    answer = operation.ask(operation.prepare(parts.sid, parts.given, wire), wire)
    choice = operation.choice
    if choice is None:
        return None
    output, problem = document_and_problem(answer, wire, choice)
    if problem is not None:
        answered.append(output)
        raise problem
    return output
