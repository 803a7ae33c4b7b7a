"""What an operation gave, together with how it was answered: headers, request id, attempts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar, cast

from attrs import frozen

from twilio_ops_runtime.http.messages import Headers, Response
from twilio_ops_runtime.operations import Operation

P = ParamSpec("P")
T = TypeVar("T")


@frozen
class Exchange(Generic[T]):
    """What one call of an operation gave, and its responses.

    Attributes:
        result: What the call gives otherwise.
        responses: The responses taken for it: of a Query one a page, as they come while its
            records are used.
    """

    result: T
    responses: list[Response]

    @property
    def response(self) -> Response:
        """The last response; a Query has none before its first record was asked for.

        Raises:
            LookupError: There is none yet.
        """
        if not self.responses:
            raise LookupError("nothing has been sent yet: a list is asked for when it is used")
        return self.responses[-1]

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The service's name for the request, for its support."""
        return self.response.request_id

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        return self.response.attempts


def with_response(operation: Callable[P, T]) -> Callable[P, Exchange[T]]:
    """Return what takes the arguments of an operation and gives its result with the responses.

    ``with_response(GetCall(connection))(sid).request_id``; each call has responses of its own, in
    any thread. An error carries what it knows of its response itself.

    Args:
        operation: An operation, or its method ``run`` or ``document``.

    Raises:
        TypeError: It is none.
    """
    owner: object = getattr(operation, "__self__", operation)
    if not isinstance(owner, Operation):
        raise TypeError(f"with_response takes an operation, not {type(operation).__name__}")

    def call(*args: P.args, **kwargs: P.kwargs) -> Exchange[T]:
        responses: list[Response] = []
        recording = owner.recording_into(responses)
        name = getattr(operation, "__name__", None)  # of a method
        made: Any = recording if name is None else getattr(recording, name)
        result = cast("Callable[P, T]", made)(*args, **kwargs)
        return Exchange(result, responses)

    return call
