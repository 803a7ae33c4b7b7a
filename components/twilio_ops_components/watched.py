"""An operation that is watched: each attempt to send is told before its first byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, TypeAlias

from attrs import define

from twilio_ops_components.load import Component
from twilio_ops_runtime import Connection, Options, Request, Response, Result, Send

if TYPE_CHECKING:
    from twilio_ops_runtime.records.specs import OperationSpec

__all__ = ["Runnable", "Watch", "watched"]


class _Typed(Protocol):
    """An operation whose class knows its object and action."""

    spec: ClassVar[OperationSpec]

    @property
    def connection(self) -> Connection:
        """The account and the way to it."""
        ...

    @property
    def options(self) -> Options:
        """The settings of the operation."""
        ...

    def replace(
        self, *, connection: Connection | None = ..., options: Options | None = ...
    ) -> Self:
        """The same operation for another connection, or with other settings."""
        ...

    def process(
        self, documents: Iterable[Any], /, *, properties: Mapping[str, str] = ...
    ) -> Iterator[Result]:
        """The results of documents, each when it is asked for."""
        ...


Runnable: TypeAlias = _Typed | Component
"""What can be run on documents: a typed operation or a component."""


@define
class Watch:
    """What was seen of the requests of one document.

    Attributes:
        attempts: How many were sent.
        request_id: The service's name for the last that was answered.
    """

    attempts: int = 0
    request_id: str | None = None


def watched(operation: Runnable, watch: Callable[[str], Watch]) -> Runnable:
    """Return the operation with a connection whose attempts are told.

    Args:
        operation: The operation; it is as it was.
        watch: Is called with the method of each attempt before it is sent, and gives where to note
            what comes of it. What it raises keeps the request from being sent.
    """
    connection = operation.connection

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            seen = watch(request.method)
            seen.attempts += 1
            reply = send(request)
            seen.request_id = connection.request_id(reply) or seen.request_id
            return reply

        return attempt

    if isinstance(operation, Component):
        return operation.replace(through=wrap)  # what its values ask for is none of its attempts
    return operation.replace(connection=connection.through(wrap))
