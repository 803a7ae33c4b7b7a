"""Tracked fields: a label, and values that are joined from left to right for every document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from attrs import field, frozen

from twilio_ops_runtime.errors import ParameterError, ProfileError
from twilio_ops_runtime.types.base import is_mapping
from twilio_ops_runtime.validators import is_object_with, setting, some

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document


_is_value = is_object_with("value")
_text = setting("text", lambda value: isinstance(value, str))
_some_text = setting("text", lambda value: isinstance(value, str) and value != "")


class TrackingContext(NamedTuple):
    """One document's way through an operation: what values are taken from.

    Attributes:
        input: The document that went in, if there is one.
        output: The document that came out, if there is one.
        direction: Which of the two is tracked.
        properties: Named values of the run.
    """

    input: Document | None
    output: Document | None
    direction: Literal["input", "output"]
    properties: Mapping[str, str]

    def document(self, which: Literal["tracked", "input", "output"]) -> Document | None:
        """The document in a direction."""
        if which == "tracked":
            which = self.direction
        return self.input if which == "input" else self.output


class TrackedValue(Protocol):
    """A value that is known for each document."""

    def value(self, passage: TrackingContext, /) -> str:
        """The value; empty text where there is none."""
        ...


@frozen
class Static:
    """The same text for every document."""

    text: str = field(validator=_text)

    def value(self, passage: TrackingContext, /) -> str:
        """The text."""
        return self.text


@frozen
class ElementValue:
    """The text of an element.

    Args:
        path: Element names from below the document's root on: ``Call/Sid`` in an answer,
            ``To`` in a request.
        of: The document: the tracked one, the input or the output.
    """

    path: str = field(validator=_some_text)
    of: Literal["tracked", "input", "output"] = field(
        default="tracked",
        validator=setting(
            "'tracked', 'input' or 'output'", lambda v: v in ("tracked", "input", "output")
        ),
    )

    def value(self, passage: TrackingContext, /) -> str:
        """The text of the first such element; empty without one, or if it is not well formed."""
        document = passage.document(self.of)
        try:
            return "" if document is None else document.text_at(self.path) or ""
        except ProfileError:
            return ""  # the input's own error says it


@frozen
class Property:
    """A named value of the run, as ``process`` was given it; empty if there is none."""

    name: str = field(validator=_some_text)

    def value(self, passage: TrackingContext, /) -> str:
        """The named value."""
        return passage.properties.get(self.name, "")


def _now() -> datetime:
    return datetime.now(UTC)


@frozen
class CurrentDate:
    """The time when the document passes, in UTC.

    Args:
        mask: How it is written, as ``strftime`` takes it.
        now: Where the time comes from, for tests.
    """

    mask: str = field(default="%Y-%m-%d %H:%M:%S", validator=_text)
    now: Callable[[], datetime] = field(
        default=_now, kw_only=True, validator=setting("what can be called", callable)
    )

    def value(self, passage: TrackingContext, /) -> str:
        """The time, as the mask says."""
        return self.now().strftime(self.mask)


def _values(values: Iterable[TrackedValue]) -> tuple[TrackedValue, ...]:
    expected = "a list of values such as Static and ElementValue"
    found: tuple[TrackedValue, ...] = some("TrackedField.values", expected, _is_value, values)
    return found


@frozen
class TrackedField:
    """A label and the values that are joined to what is noted under it.

    Args:
        label: The label.
        values: One or more of ``Static``, ``ElementValue``, ``Property`` and ``CurrentDate``, or
            objects of your own with a method ``value(passage)``.

    Raises:
        ConfigurationError: The label is no text, or a value none of those.
    """

    label: str = field(validator=_some_text)
    values: tuple[TrackedValue, ...] = field(converter=_values)

    def joined(self, passage: TrackingContext) -> str:
        """The values of one document, joined from left to right."""
        return "".join(value.value(passage) for value in self.values)


def checked_properties(properties: Mapping[str, str]) -> dict[str, str]:
    """The properties of a run, as they are when it begins.

    Args:
        properties: Named values.

    Raises:
        ParameterError: They are not text by name.
    """
    found: Any = properties
    if not is_mapping(found):
        raise ParameterError(f"properties takes text by name, not {type(found).__name__}")
    for name, value in found.items():
        if not isinstance(name, str) or not isinstance(value, str):
            kind = type(value).__name__
            raise ParameterError(f"properties takes text by name, and {name!r:.60} is {kind}")
    return dict(found)


def track(fields: tuple[TrackedField, ...], passage: TrackingContext) -> dict[str, str]:
    """What is noted of one document, by label."""
    return {field.label: field.joined(passage) for field in fields}
