"""Documents: XML as it is handed in and out, parsed when it is looked into."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Union

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element
__all__ = ["Document", "Source"]

Source = Union["Document", bytes, str, "os.PathLike[str]", "Element"]
"""What is taken as a document: one, bytes or text of XML, a file's path, an element."""


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
        content: Its bytes in UTF-8, or its root element.
    """

    __slots__ = ("_content", "_element")

    def __init__(self, content: bytes | Element) -> None:
        if isinstance(content, bytes):
            self._content: bytes | None = content
            self._element: Element | None = None
        else:
            self._content = None
            self._element = content

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
        if isinstance(source, Document):
            return source
        from twilio_ops_runtime.formats.xml import parse_document, serialize

        content: Any = source
        if isinstance(source, os.PathLike):
            content = _read(source)
        elif isinstance(source, bytearray | memoryview):
            content = bytes(source)
        elif hasattr(source, "iterchildren") and isinstance(content.tag, str):  # no comment
            content = serialize(content)
        if not isinstance(content, str | bytes):
            kind = type(source).__name__
            raise TypeError(f"a document is bytes, text, a path or an element, not {kind}")
        document = cls(parse_document(content))
        if isinstance(content, bytes):
            document._content = content
        return document

    @property
    def element(self) -> Element:
        """The root element.

        Raises:
            ProfileError: It is not well formed.
        """
        if self._element is None:
            from twilio_ops_runtime.formats.xml import parse_document

            assert self._content is not None
            self._element = parse_document(self._content)
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
        if self._content is None:
            from twilio_ops_runtime.formats.xml import serialize

            assert self._element is not None
            self._content = serialize(self._element)
        return self._content

    def __str__(self) -> str:
        from twilio_ops_runtime.formats.xml import serialize

        return serialize(self.element).decode()

    def __eq__(self, other: object) -> bool:
        return bytes(self) == bytes(other) if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(bytes(self))

    def __repr__(self) -> str:
        return f"<Document of {len(bytes(self))} bytes>"

    def __reduce__(self) -> tuple[type[Document], tuple[bytes]]:
        return Document, (bytes(self),)
