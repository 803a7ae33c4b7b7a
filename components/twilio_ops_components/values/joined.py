"""Values put together: from left to right, or one after the other."""

from __future__ import annotations

from attrs import frozen

from twilio_ops import OperationError
from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue

__all__ = ["Each", "Joined"]


@frozen
class Joined(RunTimeValue):
    """Values that are joined from left to right, at a place that a message can name.

    Args:
        parts: The values.
        place: What they are for, such as ``filters[0].To``; empty where nothing need be said.
    """

    parts: tuple[RunTimeValue, ...]
    place: str = ""

    def resolve(self, context: RunTimeContext, /) -> str:
        """Return the joined text.

        Raises:
            ValueUnavailable: A value is missing, empty or of the wrong form; the place is named.
        """
        try:
            return "".join(part.resolve(context) for part in self.parts)
        except OperationError as error:
            if not self.place:
                raise
            raise ValueUnavailable(f"{self.place}: {error}") from error


@frozen
class Each:
    """The values of a parameter that is sent once a value.

    Args:
        values: The values, each joined of its own parts.
    """

    values: tuple[Joined, ...]
