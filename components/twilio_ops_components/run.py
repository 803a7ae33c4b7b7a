"""Running an operation on documents, with a report that is written ahead.

Whatever ends a run, even ``kill -9`` or a loss of power, no document is sent a second time by
itself: see :mod:`twilio_ops_components.report`.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops_components.files import Folder, stem_of
from twilio_ops_components.inputs import Input
from twilio_ops_components.load import Component
from twilio_ops_components.out_folder import made_for_run
from twilio_ops_components.report import Header, Report, Row, Status, now, said_of
from twilio_ops_components.watched import Runnable, Watch, watched
from twilio_ops_runtime import (
    AnswerError,
    ConfigurationError,
    Document,
    OperationError,
    OutcomeUnknown,
    PostProcessingError,
    ProcessStopped,
    Result,
    ServiceError,
    TransportError,
)

__all__ = ["RunSummary", "run"]


@frozen(kw_only=True)
class RunSummary:
    """What a run came to, and the report that it goes on from.

    Attributes:
        counts: How many rows of the whole report have each status.
        sent: How many inputs this run handed to the operation.
        stopped: What ended the run before its inputs did; None = nothing.
        limited: Whether inputs are left because of the limit.
        unknown: The inputs that may have been carried out: for a decision.
    """

    counts: Mapping[Status, int]
    sent: int
    stopped: str | None = None
    limited: bool = False
    unknown: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The line at the end: ``12 done, 1 application error, 1 unknown (not repeated)``."""
        return said_of(self.counts)

    @property
    def is_success(self) -> bool:
        """Whether every input is done, of this run and of those that it goes on from."""
        return self.exit_code == 0 and not self.limited

    @property
    def exit_code(self) -> int:
        """0 all done, 1 stopped, 3 some not done."""
        if self.stopped is not None:
            return 1
        return 3 if any(count for status, count in self.counts.items() if status != "done") else 0


def run(
    operation: Runnable,
    inputs: Iterable[Input],
    out: str | os.PathLike[str],
    *,
    properties: Mapping[str, str] | None = None,
    resume: bool = False,
    resend: Collection[int] = (),
    limit: int | None = None,
    component: str | None = None,
    name: str | None = None,
    account: str | None = None,
    on_row: Callable[[Row], object] = lambda row: None,
) -> RunSummary:
    """Run an operation on documents: outputs, errors and a report go to a folder.

    Args:
        operation: A typed operation or a component.
        inputs: What ``documents_of`` gives.
        out: The folder; it is made if there is none, for its owner alone, and is gone again where
            nothing could be begun.
        properties: Named values of the run.
        resume: Go on with the report that is there: what has a result is skipped, and so is what
            was begun and has none.
        resend: The inputs, by index, that are sent once more all the same.
        limit: How many inputs are handed to the operation at most.
        component: The component's file, for the report.
        name: What files are called whose input has no name; None = as the operation.
        account: The account that is asked, for the report; a later run must ask the same.
        on_row: Is called with each row as it is written.

    Raises:
        ConfigurationError: The report that is there is another's, inputs are not those that it is
            about, or what is to be sent again is done or not there.
        RefusedOperation: The API does not take this operation.
        OSError: The report or an output cannot be written. What was begun is ``unknown`` then.
    """
    folder = Path(out)
    with ExitStack() as stack:
        stack.enter_context(made_for_run(folder))
        header = Header(
            report=1,
            operation=operation.spec.name,
            component=component,
            account=account,
            direction=_direction(operation),
            started=now(),
        )
        files = stack.enter_context(Folder(folder))
        report = Report(folder, header, files, resume=resume or bool(resend))
        stack.callback(report.close)
        files.clean()  # only now: no other run is writing
        _check_resend(report, resend, folder)
        under_way = _Run(operation, report, files, set(resend), limit, on_row)
        under_way.name = stem_of(name or "") or operation.spec.name
        found = under_way.through(inputs, properties or {})
        if isinstance(operation, Component) and found.is_success:
            # What changed since the first portion began may not be in what that read.
            operation.succeed(datetime.fromisoformat(report.rows.header.started))
        return found


def _direction(operation: Runnable) -> str:
    if operation.spec.action in ("Get", "Query"):
        return "output"
    return operation.options.tracking_direction or "input"


def _check_resend(report: Report, resend: Collection[int], folder: Path) -> None:
    for index in resend:
        rows = report.rows.of(index)
        if not rows:
            raise ConfigurationError(
                f"{folder}: input {index} has not been sent: --resume sends it"
            )
        if all(row.status == "done" for row in rows):
            raise ConfigurationError(f"{folder}: input {index} is done: it is not sent again")


class _Run:
    """One run: knows which input is under way, and turns results into rows and files."""

    def __init__(
        self,
        operation: Runnable,
        report: Report,
        files: Folder,
        resend: set[int],
        limit: int | None,
        on_row: Callable[[Row], object],
    ) -> None:
        self._spec = operation.spec
        self.name = operation.spec.name
        self._reads = operation.spec.action in ("Get", "Query")
        self._operation = watched(operation, self._watch)
        self._report = report
        self._files = files
        self._resend = resend
        self._limit = limit
        self._on_row = on_row
        self._counts: Counter[Status] = Counter(row.status for row in report.rows)
        self._unknown = {row.index for row in report.rows if row.status == "unknown"}
        self._current: Row | None = None
        self._stem = ""
        self._kept: str | None = None
        self._begun = False
        self._watched = Watch()
        self._records = 0
        self._sent = 0
        self._limited = False

    def through(self, inputs: Iterable[Input], properties: Mapping[str, str]) -> RunSummary:
        stopped: str | None = None
        pending, operation = self._pending(inputs), self._operation
        results: Iterator[Result]
        if isinstance(operation, Component):
            results = operation.process(pending, properties=properties, is_whole=False)
        else:
            results = operation.process(pending, properties=properties)
        try:
            for result in results:
                self._finish(result)
        except ProcessStopped as error:
            cause = error.__cause__
            followed = cause if isinstance(cause, PostProcessingError) else None
            row = self._finish(error.result, followed)
            line = f":{row.line}" if row.line is not None else ""
            where = f" ({row.input}{line})" if row.input else ""
            stopped = f"stopped at input {row.index}{where}: {row.message}"
        counts: dict[Status, int] = {one: count for one, count in self._counts.items() if count}
        return RunSummary(
            counts=counts,
            sent=self._sent,
            stopped=stopped,
            limited=self._limited,
            unknown=tuple(sorted(self._unknown)),
        )

    def _pending(self, inputs: Iterable[Input]) -> Iterator[Any]:
        """The inputs that are to be sent, each when the one before it has its result."""
        known = self._report.rows
        for one in inputs:
            digest = _digest(one)
            repeated = one.index in known
            if repeated:
                _compare(known.digest(one.index), digest, one, self._report)
                again = one.index in self._resend or (self._reads and known.is_open(one.index))
                if not again:
                    continue
            if self._limit is not None and self._sent >= self._limit:
                self._limited = True
                break
            if repeated:
                self._unknown.discard(one.index)
                self._counts.subtract(row.status for row in known.of(one.index))
            self._current = Row(
                index=one.index, input=one.name, line=one.line, digest=digest, begun=now()
            )
            self._begun, self._watched, self._records = False, Watch(), 0
            self._stem, self._kept = f"{one.index:05d}-{stem_of(one.name) or self.name}", None
            self._sent += 1
            if one.streamed and (content := one.content) is not None:
                self._kept = self._files.write(f"inputs/{self._stem}.xml", content)
            if self._reads:
                self._report.begin(self._current, durable=False)
            yield one.source
            if self._reads:
                self._report.complete(one.index)

    def _watch(self, method: str) -> Watch:
        """What notes the attempt that is about to be sent; writes ahead that it is."""
        if method not in ("GET", "HEAD") and not self._begun and self._current is not None:
            self._report.begin(self._current, durable=True)
            self._begun = True
        return self._watched

    def _finish(self, result: Result, followed: PostProcessingError | None = None) -> Row:
        current = self._current
        assert current is not None  # a result is of the input that was handed out
        self._records += 1
        stem = self._stem
        several = self._spec.cardinality == "many" and result.output is not None
        if several:
            stem += f"-{self._records:05d}"
        status = _status(result, self._reads)
        outputs: list[str] = []
        copy: str | None = None
        if answer := _answer(result):
            name = f"{stem}.xml" if status == "done" else f"errors/{stem}{_suffix(answer)}"
            copy = None if self._reads else _text(answer)
            outputs = [self._files.write(name, answer, durable=not self._reads and copy is None)]
        error = result.error
        service = error if isinstance(error, ServiceError) else None
        row = Row(
            index=current.index,
            record=self._records if several else None,
            input=current.input,
            line=current.line,
            status=status,
            http_status=getattr(error, "status", None),
            code=service.code if service is not None else None,
            message=_message(error, followed),
            sid=_sid(result),
            tracked=dict(result.tracked),
            request_id=self._watched.request_id or getattr(error, "request_id", None),
            attempts=self._watched.attempts,
            document=self._document(result, outputs),
            outputs=outputs,
            archived=[str(path) for path in result.archived],
            begun=current.begun,
            ended=now(),
            digest=current.digest,
            copy=copy,
        )
        self._report.finish(row)
        self._counts[status] += 1
        if status == "unknown":
            self._unknown.add(current.index)
        self._on_row(row)
        return row

    def _document(self, result: Result, outputs: list[str]) -> str | None:
        assert self._current is not None
        if result.direction == "output":
            return outputs[0] if outputs else None
        return self._kept or self._current.input or None


def _digest(one: Input) -> str | None:
    content = one.content
    if isinstance(one.source, str):
        content = one.source.encode()
    return None if content is None else hashlib.sha256(content).hexdigest()


def _compare(known: str | None, digest: str | None, one: Input, report: Report) -> None:
    if known is not None and digest is not None and known != digest:
        raise ConfigurationError(
            f"{one.name}: input {one.index} is another document than the one that the report"
            f" {report.rows.path} is about; give the inputs of the first run, in their order"
        )


def _status(result: Result, reads: bool) -> Status:
    if result.status != "failed":
        return result.status
    error = result.error
    if isinstance(error, OutcomeUnknown) or (
        isinstance(error, TransportError) and error.sent and not reads
    ):
        return "unknown"
    return "failed"


def _answer(result: Result) -> bytes:
    """What was answered: a record, or an error document, or whatever else it was."""
    if result.output is not None:
        return bytes(result.output)
    found: bytes = getattr(result.error, "answer", b"")
    return found


def _text(answer: bytes) -> str | None:
    try:
        return answer.decode()
    except UnicodeDecodeError:
        return None


def _suffix(answer: bytes) -> str:
    return ".xml" if answer.lstrip()[:1] == b"<" else ".txt"


def _message(error: OperationError | None, followed: OperationError | None) -> str | None:
    said: list[str] = []
    if error is not None:
        words = ""
        if isinstance(error, ServiceError) and not isinstance(error, OutcomeUnknown):
            words = error.message
        said.append(words or str(error))
    if followed is not None:
        said.append(str(followed))
    return " ".join(said) or None


def _sid(result: Result) -> str | None:
    error = result.error
    if isinstance(error, AnswerError | OutcomeUnknown):
        return error.sid
    output = result.output if error is None else None
    found = None if output is None else _sid_of(output)
    return found or result.address


def _sid_of(document: Document) -> str | None:
    """The ``Sid`` of the record in a response document."""
    content = bytes(document)
    if content.count(b"<Sid>") == 1:  # parsing it once more takes ten times as long
        before, _, found = content.partition(b"<Sid>")
        opened = before.count(b"<") - before.count(b"<?") - before.count(b"/>")
        if opened - 2 * before.count(b"</") <= 2:  # of the record, and not of a value within it
            return found.partition(b"</Sid>")[0].decode().strip() or None
    root = document.element
    first = next(
        (
            one
            for element in (root, *root.iterchildren("*"))
            if (one := element.find("Sid")) is not None
        ),
        None,
    )
    document.settle()
    return None if first is None else (first.text or "").strip() or None
