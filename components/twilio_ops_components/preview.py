"""The requests that documents make, made and checked as for sending, and not sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from twilio_ops_components.inputs import Input
from twilio_ops_components.load import Component
from twilio_ops_components.watched import Runnable
from twilio_ops_runtime import OperationError, Options, Request, Response, Send

__all__ = ["Preview", "requests_of"]


@frozen(kw_only=True)
class Preview:
    """The request that a document makes.

    Attributes:
        input: The document.
        request: The request, without credentials; None if there is none.
        error: Why there is none.
    """

    input: Input
    request: Request | None = None
    error: OperationError | None = None


class _NotSent(OperationError):
    """Raised in place of sending."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request


def requests_of(
    operation: Runnable,
    inputs: Iterable[Input],
    properties: Mapping[str, str] | None = None,
    *,
    keeps: bool = False,
) -> Iterator[Preview]:
    """Return the request of each document; of a Query, that of its first page.

    Nothing is sent, archived or cached.

    Args:
        operation: A typed operation or a component.
        inputs: What ``documents_of`` gives.
        properties: Named values of the run.
        keeps: Whether the requests are kept to be sent: counters go on, and values that another
            operation gives are asked for.

    Raises:
        RefusedOperation: The API does not take this operation.
        ConfigurationError: The component or the connection cannot work.
    """

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            headers = {k: v for k, v in request.headers.items() if k.lower() != "authorization"}
            raise _NotSent(request._replace(headers=headers))

        return attempt

    options = Options(stop_on="nothing")  # not even the archive and the cache are opened
    other: Runnable
    if isinstance(operation, Component):
        other = operation.replace(options=options, sends=keeps, through=wrap)
    else:
        connection = operation.connection.through(wrap)
        other = operation.replace(connection=connection, options=options)
    handed: list[Input] = []

    def sources() -> Iterator[Any]:
        for one in inputs:
            handed.append(one)
            yield one.source

    for result in other.process(sources(), properties=properties or {}):
        error = result.error
        one = handed.pop(0)
        if isinstance(error, _NotSent):
            yield Preview(input=one, request=error.request)
        else:
            yield Preview(input=one, error=error)
