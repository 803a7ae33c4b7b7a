"""The Python door: ``load_operation("calls.yaml").process(documents, properties={...})``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from twilio_ops import Connection, ParameterError, Result
from twilio_ops_components.model import Definition
from twilio_ops_components.read import read_definition
from twilio_ops_components.run import InputSource, Run
from twilio_ops_components.values.base import now_utc
from twilio_ops_runtime.documents.process import Results
from twilio_ops_runtime.operation_base import require_iterable

__all__ = ["Component", "load_operation"]


@frozen
class Component:
    """An operation component, ready to run.

    Attributes:
        definition: What its file says.
        connection: The account and the way to it; None = the environment's.
    """

    definition: Definition
    connection: Connection | None = None

    def process(
        self,
        documents: Iterable[InputSource] | None = None,
        *,
        properties: Mapping[str, str] = {},  # it is only read
        first_index: int = 0,
    ) -> Results:
        """Carry out each input, one after the other, as its result is asked for.

        Args:
            documents: The inputs: bytes or text of XML, paths, elements, ``Document``s,
                :class:`Input`s. None = one run without an input.
            properties: Named values of the run.
            first_index: The position of the first input.

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
        run = self.bind(properties=properties)
        run.operation.ensure_supported()
        inputs = [None] if documents is None else documents
        return Results(definition.name, _closing(run, run.process(inputs, first_index=first_index)))

    def bind(
        self,
        connection: Connection | None = None,
        *,
        properties: Mapping[str, str] = {},  # it is only read
        now: Callable[[], datetime] = now_utc,
        sends: bool = True,
        shared: dict[Any, Any] | None = None,
    ) -> Run:
        """Return a run of the component, for whoever takes it through its inputs.

        Args:
            connection: The account; None = the component's own, or the environment's.
            properties: Named values of the run.
            now: Where the time comes from.
            sends: Whether anything may be sent and kept; not in a dry run.
            shared: Tables and caches that are open already.

        Raises:
            ConfigurationError: The connection, the archive, the cache or the state cannot be used.
            ParameterError: The properties are not text by name.
        """
        chosen = connection or self.connection or Connection.from_env()
        return Run(
            self.definition, chosen, properties=properties, now=now, sends=sends, shared=shared
        )


def _closing(run: Run, results: Iterator[Result]) -> Iterator[Result]:
    with run:
        yield from results


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
