"""What every value at run time has in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs
from attrs import frozen

from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue

if TYPE_CHECKING:
    from twilio_ops import Document
    from twilio_ops_components.state import State

__all__ = ["ComponentContext", "OptionKind", "Value", "context_of", "option"]

OptionKind = Literal["text", "integer", "path", "values", "values by name", "choice", "default"]


def now_utc() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


@frozen(kw_only=True)
class ComponentContext(RunTimeContext):
    """What is known when an input's turn comes in the run of a component.

    Attributes:
        document_properties: Named values of the input document.
        state: What is kept from run to run; None where nothing is.
        now: Where the time comes from.
        sends: Whether anything may be sent and kept; not in a dry run.
        emulated: Whether the account is an emulator's.
        shared: What the values of one run share: tables and caches that are open.
    """

    document_properties: Mapping[str, str] = {}
    state: State | None = None
    now: Callable[[], datetime] = now_utc
    sends: bool = True
    emulated: bool = False
    shared: dict[Any, Any] = attrs.field(factory=dict)

    def ensure_document(self) -> Document:
        """Return the input document.

        Raises:
            ValueUnavailable: There is none.
        """
        if self.document is None:
            raise ValueUnavailable("there is no input document")
        return self.document


def context_of(context: RunTimeContext) -> ComponentContext:
    """Return the context of a component's run; of another run, one that keeps nothing."""
    if isinstance(context, ComponentContext):
        return context
    return ComponentContext(
        connection=context.connection,
        document=context.document,
        index=context.index,
        properties=context.properties,
    )


def option(kind: OptionKind, says: str, *, choices: tuple[str, ...] = (), **options: Any) -> Any:
    """An attrs field that a component file may set.

    Args:
        kind: How it is written there.
        says: What it is, for the schema.
        choices: The texts that it takes, if not any.
        options: What ``attrs.field`` takes.
    """
    return attrs.field(metadata={"kind": kind, "says": says, "choices": choices}, **options)


class Value(RunTimeValue):
    """A value at run time that a component file can say.

    A subclass is a frozen attrs class; its fields made by :func:`option` are what the file sets.
    """

    key: ClassVar[str]
    """The word that stands for it in a component file."""
    main: ClassVar[str | None] = None
    """The option that is set by text after the word: ``{element: Customer/Phone}``."""
    varies: ClassVar[bool] = False
    """Whether it may be another one when the same document, with the same properties, is run again."""
    default: str | None = None
    """The text where there is none, or where it is empty; None = that is a failure."""

    @abstractmethod
    def find(self, context: ComponentContext) -> str | None:
        """Return the text for an input; None or empty text if there is none."""

    @property
    def what(self) -> str:
        """What it is called in messages: ``element Customer/Phone``."""
        said = "" if self.main is None else f" {getattr(self, self.main)}"
        return f"{self.key}{said}"

    def resolve(self, context: RunTimeContext, /) -> str:
        """Return the text for an input.

        Raises:
            ValueUnavailable: There is none, or it is empty, and there is no default.
        """
        try:
            text = self.find(context_of(context))
        except ValueUnavailable as error:
            raise ValueUnavailable(f"{self.what}: {error}") from None
        if text:
            return text
        if self.default is not None:
            return self.default
        raise ValueUnavailable(f"{self.what}: {'there is none' if text is None else 'is empty'}")
