"""The Python door: ``load_operation("calls.yaml").process(documents, properties={...})``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from twilio_ops import (
    Archiving,
    Connection,
    Document,
    DocumentCache,
    Options,
    ParameterError,
    Send,
    SqliteCache,
)
from twilio_ops_components.binding import Binding, InputSource
from twilio_ops_components.model import Definition
from twilio_ops_components.read import read_definition
from twilio_ops_components.values.base import now_utc
from twilio_ops_runtime.documents.process import Results
from twilio_ops_runtime.validators import require_iterable

if TYPE_CHECKING:
    from twilio_ops_runtime.records.specs import OperationSpec

__all__ = ["Component", "load_operation"]

Through: TypeAlias = Callable[[Send], Send]
NOTHING: Mapping[str, str] = {}


class _NamedArchiving(Archiving):
    """Archiving whose files carry the component's name."""

    def __init__(self, directory: Path, name: str, *, secrets: bool) -> None:
        super().__init__(directory, secrets=secrets)
        self.name = name

    def write(self, document: Document, index: int, operation: str, **options: Any) -> Path:
        """Write one document; see ``Archiving``."""
        return super().write(document, index, self.name, **options)


class Component:
    """An operation component, ready to run.

    Args:
        definition: What its file says.
        connection: The account and the way to it; None = the environment's.
        options: Settings of the operation; None = what the file says.
        sends: Whether anything may be sent and kept; without, values are resolved for a look.
        emulated: Whether the account is an emulator's: last runs, counters, archive and cache are
            kept apart then; see ``Definition.at_emulator``.
        through: What the operation's own requests go through; those of other operations, whose
            answers are values of this one, do not.
    """

    def __init__(
        self,
        definition: Definition,
        connection: Connection | None = None,
        options: Options | None = None,
        *,
        sends: bool = True,
        emulated: bool = False,
        through: Through | None = None,
    ) -> None:
        self.definition: Definition = definition.at_emulator() if emulated else definition
        self._connection = connection
        self._options = options
        self._opened: Options | None = None
        self._sends = sends
        self._through = through

    def __repr__(self) -> str:
        return f"<Component {self.definition.name} of {self.definition.path}>"

    @property
    def connection(self) -> Connection:
        """The account and the way to it.

        Raises:
            ConfigurationError: None was given, and the environment's settings are missing or wrong.
        """
        if self._connection is None:
            self._connection = Connection.from_env()
        return self._connection

    @property
    def spec(self) -> OperationSpec:
        """The object and action."""
        spec: OperationSpec = self.definition.operation_class.spec
        return spec

    @property
    def options(self) -> Options:
        """The settings of the operation; the archive's folder and the cache are opened.

        Tracked fields are not among them: a component resolves them itself.

        Raises:
            ConfigurationError: The archive or the cache cannot be used.
        """
        if self._options is not None:
            return self._options
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _open(self) -> Options:
        definition, chosen = self.definition, self.definition.options
        archiving, cache = definition.archiving, definition.caching
        return Options(
            return_application_error_responses=chosen.return_application_error_responses,
            stop_on=chosen.stop_on,
            tracking_direction=chosen.tracking_direction,
            archiving=(
                None
                if archiving is None
                else _NamedArchiving(
                    archiving.directory, definition.name, secrets=archiving.secrets
                )
            ),
            document_cache=None if cache is None else SqliteCache(cache.file, cache.indexes),
        )

    def replace(
        self,
        *,
        connection: Connection | None = None,
        options: Options | None = None,
        sends: bool | None = None,
        emulated: bool = False,
        through: Through | None = None,
    ) -> Self:
        """Return the same component for another connection, or with other settings.

        Args:
            connection: The account and the way to it; None = this one's.
            options: Settings of the operation; None = this one's.
            sends: Whether anything may be sent and kept; None = as this one.
            emulated: Whether the account is an emulator's; of an emulator's it stays so.
            through: What the operation's own requests go through; None = as this one's.
        """
        other = type(self)(
            self.definition,
            connection or self._connection,
            options or self._options,
            sends=self._sends if sends is None else sends,
            emulated=emulated,
            through=through or self._through,
        )
        if other.definition == self.definition:  # an emulator's has files of its own
            other._opened = self._opened
        return other

    def process(
        self,
        documents: Iterable[InputSource] | None = None,
        *,
        properties: Mapping[str, str] = NOTHING,
        first_index: int = 0,
        is_whole: bool = True,
    ) -> Results:
        """Carry out each input, one after the other, as its result is asked for.

        Args:
            documents: The inputs: bytes or text of XML, paths, elements, ``Document``s,
                :class:`InputDocument`s. None = one run without an input.
            properties: Named values of the run.
            first_index: The position of the first input.
            is_whole: Whether these are all inputs of the run, so that it is successful if all are
                done. Of a run in portions, :meth:`succeed` says so.

        Returns:
            The results, in the order of the inputs: one each, or of a list one a record.

        Raises:
            ParameterError: One document was given alone, or none to an operation that takes some;
                or the properties are not text by name.
            ConfigurationError: The connection, the archive, the cache or the state cannot be used.
            RefusedOperation: The API does not take this operation.
            ProcessStopped: An input was not done, and the options say that this ends the run; see
                ``Options``.
        """
        definition = self.definition
        if documents is not None:
            require_iterable("documents", documents)
        elif not definition.row.reads and definition.input == "request":
            raise ParameterError(f"{definition.name} takes request documents, and none are given")
        binding = self.bind(properties=properties)
        binding.operation.ensure_supported()
        inputs = [None] if documents is None else documents
        results = binding.process(inputs, first_index=first_index, is_whole=is_whole)
        return Results(definition.name, results)

    def succeed(self, began: datetime) -> None:
        """Note that all inputs of a run in portions are done.

        Args:
            began: When its first portion began: what changed since then is for the next run.
        """
        self.bind().state.succeed(began)

    def bind(
        self,
        connection: Connection | None = None,
        *,
        properties: Mapping[str, str] = NOTHING,
        now: Callable[[], datetime] = now_utc,
        shared: dict[Any, Any] | None = None,
    ) -> Binding:
        """Return the component for one run, for whoever takes it through its inputs.

        Args:
            connection: The account; None = the component's own, or the environment's.
            properties: Named values of the run.
            now: Where the time comes from.
            shared: Tables and caches that are open already.

        Raises:
            ConfigurationError: The connection, the archive, the cache or the state cannot be used.
            ParameterError: The properties are not text by name.
        """
        options = self.options if self._sends else self._options or Options()
        open_files = {} if shared is None else shared
        caching = self.definition.caching
        if caching is not None and options.document_cache is not None:
            cache: DocumentCache = options.document_cache
            open_files.setdefault(("cache", caching.file), cache)
        return Binding(
            self.definition,
            connection or self.connection,
            options=options,
            properties=properties,
            now=now,
            sends=self._sends,
            shared=open_files,
            through=self._through,
        )


def load_operation(path: str | os.PathLike[str], connection: Connection | None = None) -> Component:
    """Load a component file.

    Args:
        path: The file.
        connection: The account and the way to it; None = the environment's.

    Raises:
        ComponentError: Something is wrong in the file; all of it is told, each with its line.
        OSError: It cannot be read.
    """
    return Component(read_definition(Path(path)), connection)
