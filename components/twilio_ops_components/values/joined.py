"""Values put together: from left to right, one after the other, or in elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from twilio_ops import OperationError, ProfileError
from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue

__all__ = ["Each", "Elements", "Filled", "Joined"]

Filled = str | Mapping[str, Sequence["Filled"]]
"""What an element holds: text, or elements by name, of which there may be several."""


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
            ProfileError: The document cannot be read.
        """
        try:
            return "".join(part.resolve(context) for part in self.parts)
        except OperationError as error:
            if not self.place or isinstance(error, ProfileError):
                raise  # a document that cannot be read is no fault of this value
            raise ValueUnavailable(f"{self.place}: {error}") from error


@frozen
class Elements:
    """The value of a nested parameter, as the request profile has it: elements with values.

    Args:
        children: The values of each element, by name.
    """

    children: Mapping[str, Each]

    def resolve(self, context: RunTimeContext, /) -> Filled:
        """Return the elements, with their texts.

        Raises:
            ValueUnavailable: A value is missing, empty or of the wrong form; the place is named.
        """
        return {name: value.resolve(context) for name, value in self.children.items()}


@frozen
class Each:
    """The values of a parameter, or element, that is there once a value.

    Args:
        values: The values, each joined of its own parts, or nested.
    """

    values: tuple[Joined | Elements, ...]

    def resolve(self, context: RunTimeContext, /) -> list[Filled]:
        """Return what each of them is.

        Raises:
            ValueUnavailable: A value is missing, empty or of the wrong form; the place is named.
        """
        return [value.resolve(context) for value in self.values]
