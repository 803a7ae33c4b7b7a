"""Values that come from the run and its input: static, elements, properties, the environment."""

from __future__ import annotations

import os
import uuid
from typing import ClassVar

from attrs import field, frozen

from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_components.values.base import ComponentContext, Value, option
from twilio_ops_components.values.paths import check_path, text_at
from twilio_ops_runtime.documents.values import RunTimeContext

__all__ = [
    "CurrentDocument",
    "DocumentProperty",
    "Element",
    "Environment",
    "OutputElement",
    "RunProperty",
    "Static",
    "UniqueValue",
]


def checked_element_path(_: object, __: object, path: str) -> None:
    """Validate an attrs field that is an element path."""
    check_path(path)


@frozen
class Static(Value):
    """The same text for every input; it may be empty."""

    key: ClassVar[str] = "static"
    main: ClassVar[str | None] = "text"
    text: str = option("default", "The text.")

    def find(self, context: ComponentContext) -> str | None:
        """Return the text."""
        return self.text

    def resolve(self, context: RunTimeContext, /) -> str:
        """Return the text, which may be empty: whoever wrote it meant it."""
        return self.text


@frozen
class Element(Value):
    """The text of an element, or attribute, of the input document.

    Args:
        path: Element names joined by ``/``; see :func:`twilio_ops_components.values.paths.text_at`.
        default: The text where there is no such element, or an empty one.

    Raises:
        ValueError: It is no path.
    """

    key: ClassVar[str] = "element"
    main: ClassVar[str | None] = "path"
    path: str = option(
        "text", "Element names joined by /, from below the root on.", validator=checked_element_path
    )
    default: str | None = option("default", "The text where there is none.", default=None)

    def find(self, context: ComponentContext) -> str | None:
        """Return the text of the first such element."""
        return text_at(context.ensure_document(), self.path)


@frozen
class OutputElement(Value):
    """The text of an element of the document that came out; for tracked fields only.

    Args:
        path: Element names joined by ``/``.
        default: The text where there is none.
    """

    key: ClassVar[str] = "output"
    main: ClassVar[str | None] = "path"
    path: str = option(
        "text", "Element names joined by /, from below the root on.", validator=checked_element_path
    )
    default: str | None = option("default", "The text where there is none.", default=None)

    def find(self, context: ComponentContext) -> str | None:
        """Refuse: the document is not there before anything is sent."""
        raise ValueUnavailable("only a tracked field can take a value of what comes out")


@frozen
class CurrentDocument(Value):
    """The whole input document, as text."""

    key: ClassVar[str] = "document"

    def find(self, context: ComponentContext) -> str | None:
        """Return the document."""
        return str(context.ensure_document())


@frozen
class DocumentProperty(Value):
    """A named value of the input document.

    Every document has ``index`` (its position, from 1 on) and ``size`` (in bytes); one that came
    from a file has ``path``, ``file_name``, ``folder`` and, where a file holds several, ``line``.
    Others are as they were handed in.

    Args:
        name: Its name.
        default: The text where there is none.
    """

    key: ClassVar[str] = "document_property"
    varies: ClassVar[bool] = True
    main: ClassVar[str | None] = "name"
    name: str = option(
        "text", "Its name: index, size, path, file_name, folder, line, or one handed in."
    )
    default: str | None = option("default", "The text where there is none.", default=None)

    def find(self, context: ComponentContext) -> str | None:
        """Return the named value."""
        if self.name in context.document_properties:
            return context.document_properties[self.name]
        if self.name == "index":
            return str(context.index + 1)
        document = context.ensure_document()
        if self.name == "size":
            return str(len(bytes(document)))
        if document.source is None:
            return None
        path, line = document.source.name, document.source.line
        found = {
            "path": path,
            "file_name": os.path.basename(path),
            "folder": os.path.dirname(path) or ".",
            "line": None if line is None else str(line),
        }
        return found.get(self.name)


@frozen
class RunProperty(Value):
    """A named value of the run: ``--property NAME=VALUE``, or ``process(properties=...)``.

    Args:
        name: Its name.
        default: The text where there is none.
    """

    key: ClassVar[str] = "property"
    main: ClassVar[str | None] = "name"
    name: str = option("text", "The name of the property.")
    default: str | None = option("default", "The text where there is none.", default=None)

    def find(self, context: ComponentContext) -> str | None:
        """Return the named value."""
        return context.properties.get(self.name)


@frozen
class Environment(Value):
    """A variable of the environment.

    Args:
        name: Its name.
        default: The text where there is none.
    """

    key: ClassVar[str] = "environment"
    main: ClassVar[str | None] = "name"
    name: str = option("text", "The name of the variable.")
    default: str | None = option("default", "The text where there is none.", default=None)

    def find(self, context: ComponentContext) -> str | None:
        """Return what the variable holds."""
        return os.environ.get(self.name)


@frozen
class UniqueValue(Value):
    """A text that no other input gets, in this run or another: a random UUID of 36 characters."""

    key: ClassVar[str] = "unique"
    varies: ClassVar[bool] = True
    default: str | None = field(default=None, init=False)

    def find(self, context: ComponentContext) -> str | None:
        """Return a new one."""
        return str(uuid.uuid4())
