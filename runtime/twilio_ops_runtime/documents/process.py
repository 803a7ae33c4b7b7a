"""The document door: many inputs, each with an outcome of its own, in order and lazily.

What becomes of an input:

* ``done``: the service did it. The outputs are documents of the response profile (none for a
  Delete).
* ``application error``: the service answered with an error of its own. With
  ``return_application_error_responses`` the output is the error document, which is valid against
  the error profile.
* ``failed``: anything else: the document is not well formed or not valid, the Sid or a parameter
  is wrong (nothing was sent then), no answer came, or none that can be used, or it is not known
  whether it was carried out. It has no output, or the answer that is not valid; its ``error`` says
  what happened.

The first input that is not done ends the run with :class:`ProcessStopped`, unless
``return_application_error_responses`` or ``stop_on`` says that it goes on; then no input harms
another. What is to be done with a known outcome may fail, too: the archive is full, say. That
always ends the run, so that the result is not lost. An error that is not about an input ends it as
it is: the operation is refused by the API, the connection is closed.
"""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import evolve, frozen

from twilio_ops_runtime.documents.document import Document, Origin, Source
from twilio_ops_runtime.documents.doors import Operation, Reading, Writing
from twilio_ops_runtime.documents.keeping import following_up, keep
from twilio_ops_runtime.documents.request_documents import read, write
from twilio_ops_runtime.documents.tracking import TrackingContext, checked_properties, track
from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue
from twilio_ops_runtime.errors import (
    ConfigurationError,
    OperationError,
    PostProcessingError,
    ProfileError,
    RefusedOperation,
)
from twilio_ops_runtime.parameters import Parameters
from twilio_ops_runtime.responses import Checked, error_document_of
from twilio_ops_runtime.validators import require_iterable

if TYPE_CHECKING:
    from pathlib import Path


MOST_KEPT = 1000
"""How many results a stopped run still holds, so that a long run needs no more memory than this."""
MOST_BYTES = 16 << 20
"""How many bytes the documents of those may have."""

Status = Literal["done", "application error", "failed"]

InputSource = Source | None
"""An input of Get or Query. Text is a (composed) Sid; whatever else ``Document.of`` takes is a
document that values at run time are taken from."""


RequestSource = Source | Parameters | tuple[str | None, Parameters | None]
"""An input of Create, Update or Delete: a document, a typed request, or one with its address."""


R = TypeVar("R", bound=Reading)


@frozen(kw_only=True)
class Result:
    """What became of one input, or of one record that it asked for.

    Attributes:
        index: The input's position, from 0 on.
        status: ``done``, ``application error`` or ``failed``.
        input: The input document, as it came; None for a Get or Query of Sids, and of what could
            not be read.
        address: The composed Sid, or the address of the list, that the input names.
        outputs: The documents that came out.
        error: What went wrong; None when it is done.
        tracked: The tracked fields, by label.
        direction: Which document is tracked.
        archived: The files that archiving wrote, the input's first.
    """

    index: int
    status: Status
    input: Document | None = None
    address: str | None = None
    outputs: tuple[Document, ...] = ()
    error: OperationError | None = None
    tracked: Mapping[str, str] = {}
    direction: Literal["input", "output"] = "output"
    archived: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the service did it."""
        return self.status == "done"

    @property
    def output(self) -> Document | None:
        """The one document that came out, if there is one."""
        return self.outputs[0] if self.outputs else None

    @property
    def document(self) -> Document | None:
        """The document that the tracking direction names, if there is one."""
        return self.input if self.direction == "input" else self.output

    @property
    def source(self) -> Origin | None:
        """Where the input came from: a file's path, say; None if nothing says it."""
        return None if self.input is None else self.input.source


class Results(Iterator[Result]):
    """The results of a run, each made when it is asked for; closing it ends the run.

    One that nobody goes through does nothing, and warns when it is let go of.
    """

    def __init__(self, name: str, found: Iterator[Result]) -> None:
        self._name = name
        self._found = found
        self._begun = False

    def __next__(self) -> Result:
        self._begun = True
        return next(self._found)

    def close(self) -> None:
        """End the run."""
        self._begun = True
        self._found = iter(())

    def __del__(self) -> None:
        if not self._begun:
            warnings.warn(
                f"nobody went through the results of {self._name}.process(): nothing was sent",
                RuntimeWarning,
                source=self,
                stacklevel=2,
            )


class ProcessStopped(OperationError):
    """What came of an input ended the run.

    Its cause is the input's error, which the result has, too; or the :class:`PostProcessingError`
    of archiving, caching or tracking, and then the result says what the service did all the same.

    Attributes:
        result: The result of that input.
        results: The results until then, that one included; of a long run the last thousand, or
            as many as have 16 MiB of documents.
        count: How many results there were.
    """

    def __init__(
        self, cause: OperationError, result: Result, results: tuple[Result, ...], count: int
    ) -> None:
        where = f" ({result.source.name})" if result.source is not None else ""
        super().__init__(f"stopped at input {result.index}{where}: {cause}")
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
        self.operation = operation
        self.properties = checked_properties(properties)
        self._last: deque[tuple[Result, int]] = deque()
        self._bytes = 0
        self._count = 0
        spec = operation.spec
        starts = spec.action in {"Get", "Query"}
        chosen = operation.options.tracking_direction
        self._direction: Literal["input", "output"] = (
            "output" if starts else chosen if chosen is not None else "input"
        )

    def result(
        self,
        index: int,
        *,
        input: Document | None = None,
        address: str | None = None,
        output: Document | None = None,
        error: OperationError | None = None,
    ) -> Result:
        """Return the result of an input, after archiving, caching and tracking what passed.

        Args:
            index: The input's position.
            input: Its document.
            address: The Sid, or list, that it names.
            output: What was answered.
            error: Why it is not done.

        Raises:
            ProcessStopped: It is not done, and the options say that this ends the run; or it
                cannot be archived, cached or tracked.
        """
        options = self.operation.options
        status: Status = "done" if error is None else "failed"
        passed: Document | None = output
        if error is not None:
            document = error_document_of(self.operation.spec.service, error)
            if document is not None:
                status, passed = "application error", document
                output = document if options.return_application_error_responses else None
            elif passed is None and (answer := getattr(error, "answer", b"")):
                passed = Document(answer)
        result = Result(
            index=index,
            status=status,
            input=input,
            address=address,
            outputs=() if output is None else (output,),
            error=error,
            direction=self._direction,
        )
        failure: OperationError | None = error if options.stops_at(status) else None
        try:
            returned = output if status == "done" else None
            archived = keep(self.operation, result, [input, passed], returned, index)
            if archived:
                result = evolve(result, archived=tuple(archived))
            if fields := options.tracked_fields:
                context = TrackingContext(input, output, self._direction, self.properties)
                with following_up("tracking", result):
                    result = evolve(result, tracked=track(fields, context))
        except PostProcessingError as caught:
            failure = caught
        self._remember(result)
        if failure is not None:
            results = tuple(kept for kept, _ in self._last)
            raise ProcessStopped(failure, result, results, self._count) from failure
        return result

    def _remember(self, result: Result) -> None:
        size = 0
        for document in (result.input, result.output):
            if document is not None:
                document.settle()
                size += len(bytes(document))
        self._last.append((result, size))
        self._bytes += size
        self._count += 1
        while len(self._last) > MOST_KEPT or (self._bytes > MOST_BYTES and len(self._last) > 1):
            self._bytes -= self._last.popleft()[1]


def process_inputs(
    operation: R,
    inputs: Iterable[InputSource],
    documents: Callable[[R, str | None], Iterator[Checked]],
    properties: Mapping[str, str],
    sid: RunTimeValue | None,
    first_index: int,
) -> Results:
    """The results of a Get or Query for each input: one a record, or one without output.

    Args:
        operation: The operation; values at run time are resolved for each input.
        inputs: What is asked for: a Sid or None each; or a document that values are taken from.
        documents: Gives the documents of a Sid, each with what is wrong with it.
        properties: Named values for tracked fields and values at run time.
        sid: The Sid of each input that is a document; None = it has none.
        first_index: The position of the first input.

    Raises:
        RefusedOperation: The API does not take this operation.
        ParameterError: One input was given alone, or the properties are not text by name.
    """
    require_iterable("sids", inputs)
    run = _Run(operation, properties)
    found = (
        result
        for index, source in enumerate(inputs, first_index)
        for result in _of_input(run, operation, index, source, documents, sid)
    )
    return Results(operation.spec.name, found)


def _of_input(
    run: _Run,
    operation: R,
    index: int,
    source: InputSource,
    documents: Callable[[R, str | None], Iterator[Checked]],
    sid: RunTimeValue | None,
) -> Iterator[Result]:
    empty = True
    known: dict[str, Any] = {}
    try:
        if source is None or isinstance(source, str):
            known["address"] = source
        else:
            known["input"] = _received(source)
        context = RunTimeContext(
            connection=operation.connection,
            document=known.get("input"),
            index=index,
            properties=run.properties,
        )
        if sid is not None and known.get("address") is None:
            known["address"] = sid.resolve(context)
        resolved = operation.resolved(context)
        for document, problem in documents(resolved, known.get("address")):
            empty = False
            yield run.result(index, **known, output=document, error=problem)
    except (RefusedOperation, ConfigurationError, ProcessStopped):
        raise
    except OperationError as error:
        yield run.result(index, **known, error=error)
    else:
        if empty:
            yield run.result(index, **known)


def process_documents(
    operation: Writing,
    sources: Iterable[RequestSource],
    properties: Mapping[str, str],
    first_index: int,
) -> Results:
    """The results of a Create, Update or Delete for each request.

    Args:
        operation: The operation.
        sources: The documents or typed requests.
        properties: Named values for tracked fields.
        first_index: The position of the first input.

    Raises:
        RefusedOperation: The API does not take this operation.
        ParameterError: One request was given alone, or the properties are not text by name.
    """
    require_iterable("documents", sources)
    run = _Run(operation, properties)
    found = (
        _processed(operation, run, index, source)
        for index, source in enumerate(sources, first_index)
    )
    return Results(operation.spec.name, found)


def _processed(operation: Writing, run: _Run, index: int, source: RequestSource) -> Result:
    known: dict[str, Any] = {}
    try:
        known["input"] = document = _document(operation, source)
        document.parse()
        if (profile := operation.request_profile) is not None:
            profile.check(document)
        known["address"], values = read(operation.spec, document)
        answer = operation.ask(known["address"], values, operation.document_format)
        if operation.projection is None:
            return run.result(index, **known)
        output, problem = answer.document(operation.projection)
    except (RefusedOperation, ConfigurationError, ProcessStopped):
        raise
    except OperationError as error:
        return run.result(index, **known, error=error)
    return run.result(index, **known, output=output, error=problem)


def _document(operation: Writing, source: RequestSource) -> Document:
    """The document of an input, as it came; it may not be well formed."""
    if isinstance(source, Parameters):
        source = (None, source)
    if isinstance(source, tuple):
        kind = operation.request
        fits = len(source) == 2 and isinstance(source[0], str | None)  # pyright: ignore
        if not fits or not isinstance(source[1], kind or type(None)):
            given = ", ".join(type(part).__name__ for part in source)
            taken = "a Sid and None" if kind is None else f"a {kind.__name__}, or a Sid and one"
            raise ProfileError(f"{operation.spec.name} takes a document, or {taken}, not {given}")
        sid, request = source
        return write(operation.spec, {} if request is None else request.given(), sid)
    return _received(source)


def _received(source: Source) -> Document:
    try:
        return Document.received(source)
    except (OSError, TypeError) as error:
        raise ProfileError(f"the document cannot be read: {error}") from error
