"""One run of a component: inputs, each with its values resolved, to results."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from attrs import evolve, frozen

from twilio_ops import (
    ConfigurationError,
    Connection,
    Document,
    OperationError,
    Options,
    ParameterError,
    ProcessStopped,
    ProfileError,
    RefusedOperation,
    Request,
    Result,
    Send,
)
from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_components.model import Definition
from twilio_ops_components.requests import element_of, request_document
from twilio_ops_components.state import State
from twilio_ops_components.tracked import Tracked, tracked_parts, tracked_text
from twilio_ops_components.values.base import ComponentContext, now_utc
from twilio_ops_components.values.joined import Each, Filled, Joined
from twilio_ops_runtime.documents.document import Source
from twilio_ops_runtime.documents.tracking import checked_properties
from twilio_ops_runtime.formats.elements import read_request
from twilio_ops_runtime.operations import Reading
from twilio_ops_runtime.queries import Query
from twilio_ops_runtime.writing import Writing

__all__ = ["Binding", "Call", "InputDocument", "InputSource"]

NOTHING: Mapping[str, Any] = {}
MOST_KEPT = 1000
"""How many results a stopped run still holds, as in the runtime."""


@frozen
class InputDocument:
    """An input document with properties of its own, for ``{document_property: NAME}``.

    Args:
        document: The document; None = there is none.
        properties: Its named values.
    """

    document: Source | None = None
    properties: Mapping[str, str] = {}


InputSource = Source | InputDocument | None
"""What is taken as an input: a document as bytes, text, path or element; an ``InputDocument``; or
None. Text is a Sid for a Get or Query, as it is for a typed operation."""


class Call(NamedTuple):
    """What is to be carried out for an input, with all values resolved.

    Attributes:
        operation: The typed operation.
        tracked: The tracked fields by label, resolved but for what comes out.
        address: The (composed) Sid of a Get or Query.
        parameters: The parameters of a Get or Query.
        document: The request document of a Create, Update or Delete.
    """

    operation: Reading | Writing[Any]
    tracked: Tracked
    address: str | None = None
    parameters: Mapping[str, Any] = {}
    document: Document | None = None

    def request(self) -> Request:
        """Return the (first) request that would be sent.

        Raises:
            OperationError: The document, the address or a value is not what is taken there.
        """
        operation = self.operation
        if isinstance(operation, Reading):
            return operation.prepare(self.address, self.parameters, operation.document_format)
        from twilio_ops_runtime.documents.request_documents import read

        assert self.document is not None  # only a Get or Query has none
        self.document.parse()
        if (profile := operation.request_profile) is not None:
            profile.check(self.document)
        sid, values = read(operation.spec, self.document)
        return operation.prepare(sid, values, operation.document_format)


class Binding:
    """A component bound to a connection and to the properties of one run.

    Args:
        definition: The component.
        connection: The account and the way to it.
        options: The settings of the operation.
        properties: Named values of the run.
        now: Where the time comes from.
        sends: Whether anything may be sent and kept; not in a dry run.
        shared: Tables and caches that are open already.
        through: What the operation's own requests go through.

    Raises:
        ConfigurationError: The state cannot be used.
        ParameterError: The properties are not text by name.
    """

    def __init__(
        self,
        definition: Definition,
        connection: Connection,
        *,
        options: Options,
        properties: Mapping[str, str] = NOTHING,
        now: Callable[[], datetime] = now_utc,
        sends: bool = True,
        shared: dict[Any, Any] | None = None,
        through: Callable[[Send], Send] | None = None,
    ) -> None:
        self.definition = definition
        self.connection = connection if through is None else connection.through(through)
        self.began: datetime = now()
        open_files: dict[Any, Any] = {} if shared is None else shared
        open_files.setdefault("running", [os.path.realpath(definition.path)])
        self.state: State = State(
            definition.state_path,
            definition.path,
            "emulator" if definition.emulated else connection.account_sid,
        )
        self._context = ComponentContext(
            connection=connection,
            properties=checked_properties(properties),
            state=self.state,
            now=now,
            sends=sends,
            emulated=definition.emulated,
            shared=open_files,
        )
        self.operation: Reading | Writing[Any] = self._operation(options)

    def call(self, index: int, source: InputSource) -> Call:
        """Return what is to be carried out for an input.

        Args:
            index: Its position, from 0 on.
            source: The input.

        Raises:
            ProfileError: The document cannot be read.
            RequestError: A value is missing, empty or of the wrong form; its place is named.
        """
        return self._call(index, _input(source))

    def _call(self, index: int, given: InputDocument) -> Call:
        definition = self.definition
        address: str | None = None
        document: Document | None = None
        if isinstance(given.document, str) and isinstance(self.operation, Reading):
            address = given.document  # as for a typed operation, text is a Sid
        elif given.document is not None:
            document = _document(given.document)
        context = evolve(
            self._context,
            document=document,
            index=index,
            document_properties=given.properties,
        )
        tracked = {
            label: tracked_parts(value, context) for label, value in definition.tracking.items()
        }
        named = definition.sid or definition.parent
        sid = address if named is None else named.resolve(context)
        if isinstance(self.operation, Reading):
            found = {
                name: self._typed(name, value, context)
                for name, value in definition.parameters.items()
            }
            return Call(self.operation.resolved(context), tracked, sid, found)
        values = {name: _filled(value, context) for name, value in definition.parameters.items()}
        if definition.input == "data":
            made = request_document(self.operation.spec, sid, values, None)
            return Call(self.operation, tracked, document=made)
        if document is None:
            raise ParameterError(f"{definition.name} takes request documents, and there is none")
        if sid is None and not values:
            return Call(self.operation, tracked, document=document)
        made = request_document(self.operation.spec, sid, values, document)
        return Call(self.operation, tracked, document=made)

    def results(self, index: int, source: InputSource) -> Iterator[Result]:
        """Carry out one input, and give its results: one, or of a list one a record.

        Args:
            index: Its position, from 0 on.
            source: The input.

        Raises:
            ProcessStopped: It was not done, and the options say that this ends the run.
            RefusedOperation: The API does not take the operation.
            ConfigurationError: The connection cannot work.
        """
        document: Document | None = None
        given = _input(source)
        archived: tuple[Path, ...] = ()
        try:
            reads_sid = isinstance(given.document, str) and self.definition.row.reads
            if given.document is not None and not reads_sid:
                document = _document(given.document)
                given = evolve(given, document=document)
                if not self._is_request:
                    archived = self._archived(document, index)
            call = self._call(index, given)
        except (RefusedOperation, ConfigurationError):
            raise
        except OperationError as error:
            if document is not None and self._is_request:
                archived = self._archived(document, index)
            failed = Result(index=index, status="failed", input=document, error=error)
            result = self._told(failed, document, archived=archived)
            if self.operation.options.stops_at("failed"):
                raise ProcessStopped(error, result, (result,), 1) from error
            yield result
            return
        properties = self._context.properties
        if isinstance(call.operation, Writing):
            assert call.document is not None  # only a Get or Query has none
            found = call.operation.process(
                [call.document], properties=properties, first_index=index
            )
        else:
            found = call.operation.process(
                [call.address], call.parameters, properties=properties, first_index=index
            )
        try:
            for result in found:
                yield self._told(result, document, call.tracked, archived)
        except ProcessStopped as stopped:
            raise self._stopped(stopped, document, call.tracked, archived) from stopped.__cause__

    @property
    def _is_request(self) -> bool:
        """Whether an input is sent as it came; the operation archives it then, with its answer."""
        known = self.definition
        takes_values = known.sid or known.parent or known.parameters
        return not known.row.reads and known.input == "request" and not takes_values

    def _archived(self, document: Document, index: int) -> tuple[Path, ...]:
        """Archive an input as it came, where something else is sent for it."""
        archiving = self.operation.options.archiving
        if archiving is None:
            return ()
        try:
            secrets = self.operation.secret_elements
            return (archiving.write(document, index, self.definition.name, secrets=secrets),)
        except OSError as error:
            raise ConfigurationError(
                f"the archive folder {archiving.directory} cannot be used, and nothing was sent:"
                f" {error.strerror}"
            ) from None

    def process(
        self, inputs: Iterable[InputSource], *, first_index: int = 0, is_whole: bool = True
    ) -> Iterator[Result]:
        """Carry out inputs, one after the other; the state knows of the run when it begins.

        A run of which every input was done counts as successful when its last result is taken.

        Args:
            inputs: The inputs.
            first_index: The position of the first.
            is_whole: Whether these are all inputs of the run.

        Raises:
            ProcessStopped: An input was not done, and the options say that this ends the run.
        """
        if self._context.sends:
            self.state.begin(self.began)
        last: deque[Result] = deque(maxlen=MOST_KEPT - 1)
        count = 0
        done = True
        for index, source in enumerate(inputs, first_index):
            try:
                for result in self.results(index, source):
                    count += 1
                    last.append(result)
                    done = done and result.ok
                    yield result
            except ProcessStopped as stopped:
                results = (*last, stopped.result)
                cause = cast(OperationError, stopped.__cause__)
                raise ProcessStopped(cause, stopped.result, results, count + 1) from cause
        if done and is_whole and self._context.sends:
            self.state.succeed(self.began)

    def _operation(self, settings: Options) -> Reading | Writing[Any]:
        definition = self.definition
        options: dict[str, Any] = {"options": settings}
        kind = definition.operation_class
        if definition.fields is not None:
            options["fields"] = definition.fields
        for name in ("page_size", "limit"):
            if getattr(definition, name) is not None:
                options[name] = getattr(definition, name)
        if issubclass(kind, Query):
            filters: dict[str, Any] = {one.api: one for one in kind.filters()}
            options["filters"] = [
                getattr(filters[one.name], one.operator)(one.value) for one in definition.filters
            ]
        return cast("Reading | Writing[Any]", cast("Any", kind)(self.connection, **options))

    def _typed(self, name: str, value: Joined | Each, context: ComponentContext) -> Any:
        """The value that a parameter of a Get or Query has."""
        parameter = next(one for one in self.operation.spec.parameters if one.api == name)
        found: list[Any]
        try:
            found = [
                (
                    read_request(parameter.type, element_of(parameter.element, one))
                    if parameter.type.is_nested
                    else parameter.type.from_text(str(one))
                )
                for one in _filled(value, context)
            ]
        except ValueError as error:
            raise ValueUnavailable(f"parameters.{name}: {error}") from None
        return found if parameter.repeated else found[0]

    def _told(
        self,
        result: Result,
        document: Document | None,
        tracked: Tracked = NOTHING,
        archived: tuple[Path, ...] = (),
    ) -> Result:
        """The result as it is told: of the input as it came, in the direction that was chosen."""
        definition = self.definition
        usual: Literal["input", "output"] = "output" if definition.row.reads else "input"
        direction = definition.options.tracking_direction or usual
        if document is None and definition.row.reads:
            direction = "output"  # where a run begins there is nothing else to track
        told = document if document is not None else result.input
        fields = {label: tracked_text(parts, result.output) for label, parts in tracked.items()}
        files = (*archived, *result.archived)
        return evolve(result, input=told, direction=direction, tracked=fields, archived=files)

    def _stopped(
        self,
        stopped: ProcessStopped,
        document: Document | None,
        tracked: Tracked,
        archived: tuple[Path, ...],
    ) -> ProcessStopped:
        cause = cast(OperationError, stopped.__cause__)
        result = self._told(stopped.result, document, tracked, archived)
        results = tuple(self._told(one, document, tracked, archived) for one in stopped.results)
        return ProcessStopped(cause, result, results, stopped.count)


def _input(source: InputSource) -> InputDocument:
    return source if isinstance(source, InputDocument) else InputDocument(source)


def _document(source: Source) -> Document:
    try:
        return Document.received(source)
    except (OSError, TypeError) as error:
        raise ProfileError(f"the document cannot be read: {error}") from error


def _filled(value: Joined | Each, context: ComponentContext) -> list[Filled]:
    return value.resolve(context) if isinstance(value, Each) else [value.resolve(context)]
