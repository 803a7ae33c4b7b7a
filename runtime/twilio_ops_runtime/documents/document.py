"""Documents: XML as it is handed in and out, parsed when it is looked into."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Union, cast

from twilio_ops_runtime.errors import ProfileError

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element


class ElementLike(Protocol):
    """An element of lxml: what users' type checkers see of it where lxml has no types."""

    @property
    def tag(self) -> Any: ...
    @property
    def text(self) -> Any: ...
    def iterchildren(self, *args: Any, **kwargs: Any) -> Any: ...


Source = Union["Document", bytes, str, "os.PathLike[str]", ElementLike]
"""What is taken as a document: one, bytes or text of XML, a file's path, an element."""


class Origin(NamedTuple):
    """Where a document came from, for reports and messages.

    Attributes:
        name: A file's path, or whatever else names it.
        line: The line that it begins on, if it is one of several in a file.
    """

    name: str
    line: int | None = None


def _read(path: os.PathLike[Any]) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except ValueError as error:  # a path that no file can have
        raise OSError(f"{error}: {os.fspath(path)!r}") from None


class Document:
    """One XML document.

    ``bytes(document)`` and ``str(document)`` give its text; two documents are equal if their bytes
    are.

    Args:
        content: Its bytes or text, or its root element.
        source: Where it came from, if anybody is to know.
    """

    __slots__ = ("_content", "_element", "source")

    def __init__(self, content: bytes | str | ElementLike, *, source: Origin | None = None) -> None:
        self.source: Origin | None = source
        self._content: bytes | str | None = None
        self._element: Element | None = None
        if isinstance(content, bytes | str):
            self._content = content
        else:
            self._element = cast("Element", content)

    @classmethod
    def of(cls, source: Source) -> Document:
        """The document of any source; a path's file is read at once.

        An element is taken as the text that it stands for, so that comments, entities and limits
        are treated in one way; what becomes of the element later does not change the document.

        Raises:
            ProfileError: It is text or bytes that are not well formed XML.
            OSError: The file cannot be read.
            TypeError: It is none of the sources.
        """
        document = cls.received(source)
        document.parse()
        return document

    @classmethod
    def received(cls, source: Source) -> Document:
        """Return the document of any source as it came, well formed or not.

        Raises:
            OSError: The file cannot be read.
            TypeError: It is none of the sources.
        """
        if isinstance(source, Document):
            return source
        content: Any = source
        if isinstance(source, os.PathLike):
            return cls(_read(source), source=Origin(os.fsdecode(source)))
        if isinstance(source, bytearray | memoryview):
            content = bytes(source)
        elif hasattr(source, "iterchildren") and isinstance(content.tag, str):  # no comment
            from twilio_ops_runtime.formats.tree import serialize

            content = serialize(content)
        if not isinstance(content, str | bytes):
            kind = type(source).__name__
            raise TypeError(f"a document is bytes, text, a path or an element, not {kind}")
        return cls(content)

    def parse(self) -> None:
        """Read the document now, rather than when it is looked into.

        Raises:
            ProfileError: It is not well formed.
        """
        if self._element is None:
            from twilio_ops_runtime.formats.base import DecodeError
            from twilio_ops_runtime.formats.tree import parse

            assert self._content is not None
            try:
                self._element = parse(self._content)
            except DecodeError as problem:
                raise ProfileError(f"the document cannot be read: {problem}") from None

    @property
    def element(self) -> Element:
        """The root element.

        Raises:
            ProfileError: It is not well formed.
        """
        self.parse()
        assert self._element is not None
        return self._element

    def text_at(self, path: str) -> str | None:
        """The trimmed text of the first element at a path, or None if there is none.

        Args:
            path: Element names from below the root on, joined by ``/``: ``Call/Sid``.
        """
        found: Element | None = self.element
        for name in path.strip("/").split("/"):
            if found is None:
                return None
            found = next((child for child in found.iterchildren("*") if child.tag == name), None)
        return None if found is None else (found.text or "").strip()

    def settle(self) -> None:
        """Keep the bytes only: parsed, a document takes several times their room."""
        bytes(self)
        self._element = None

    def __bytes__(self) -> bytes:
        if not isinstance(self._content, bytes):
            from twilio_ops_runtime.formats.tree import serialize

            try:  # of text, a declaration may name another encoding than UTF-8
                self._content = serialize(self.element)
            except ProfileError:
                self._content = str(self._content).encode("utf-8", "surrogatepass")
        return self._content

    def __str__(self) -> str:
        from twilio_ops_runtime.formats.tree import serialize

        return serialize(self.element).decode()

    def __eq__(self, other: object) -> bool:
        return bytes(self) == bytes(other) if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(bytes(self))

    def __repr__(self) -> str:
        return f"<Document of {len(bytes(self))} bytes>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (bytes(self), self.source)


def _restored(content: bytes, source: Origin | None) -> Document:
    return Document(content, source=source)
