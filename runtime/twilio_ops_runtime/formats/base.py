"""What both formats have in common: what is wanted of an answer, and what reading one gives.

``formats.json`` and ``formats.xml`` have the same five functions: ``read_record``, ``read_document``,
``read_page``, ``read_error`` and ``check``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from twilio_ops_runtime.filters import FilterSet

if TYPE_CHECKING:
    from twilio_ops_runtime.errors import ProfileError
    from twilio_ops_runtime.formats.xml_types import Element
    from twilio_ops_runtime.records.specs import FieldSpec

FormatName = Literal["xml", "json"]

_XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


class DecodeError(ValueError):
    """An answer is not what the service answers; the caller knows which request it was."""


class ErrorFacts(NamedTuple):
    """What an error answer says.

    Attributes:
        code: The service's error code.
        message: Its words.
        more_info: The address of an explanation.
        detail: Further words.
    """

    code: int | None = None
    message: str = ""
    more_info: str | None = None
    detail: str | None = None


class Validator(Protocol):
    """What documents are checked against: a profile."""

    def is_valid(self, root: Element, /) -> bool:
        """Return whether a document is valid."""
        ...

    def are_valid(self, root: Element, /) -> bool:
        """Return whether the documents of many records are; false also where that cannot be said."""
        ...

    def error(self, root: Element, /) -> ProfileError:
        """Return what is wrong with a document that is not valid."""
        ...


class Projection(NamedTuple):
    """What is wanted of each record of an answer.

    Attributes:
        record: The record class.
        fields: The fields that are handed out; None = all.
        filters: What a record has to be like, as far as this side decides it.
        profile: What a document is checked against.
        unknown: Whether records keep what the catalog does not know.
    """

    record: type[Any]
    fields: tuple[FieldSpec, ...] | None = None
    filters: FilterSet = FilterSet((), ())
    profile: Validator | None = None
    unknown: bool = False

    @property
    def decoded(self) -> tuple[FieldSpec, ...] | None:
        """The fields that are read: those handed out and those that decide."""
        if self.fields is None or not self.filters.fields:
            return self.fields
        names = {field.name for field in self.fields} | self.filters.fields
        return tuple(field for field in self.record.spec.fields if field.name in names)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The fields that are read only to decide."""
        if self.fields is None:
            return ()
        kept = {field.name for field in self.fields}
        return tuple(field.name for field in self.decoded or () if field.name not in kept)


class Page(NamedTuple):
    """One page of a list as it was answered.

    Attributes:
        batches: Its records, or documents with what is wrong with them, made some at a time: going
            through an iterator for each of them costs as much as a field. In the place of a record
            that cannot be read stands what is wrong with it, in a batch of its own.
        size: How many records it has, before this side decides.
        next_uri: The address of the next page, as answered.
        next_token: The token of the next page, and the key it came under.
    """

    batches: Iterator[Sequence[Any]]
    size: int
    next_uri: str | None = None
    next_token: tuple[str, str] | None = None


def check_parts(content: bytes, marks: bytes, most: int) -> None:
    """Refuse what would take many times its own room when it is parsed: too many small parts.

    Args:
        content: What is to be parsed.
        marks: The characters of which each part has one; texts may hold them too.
        most: How many of them are accepted.

    Raises:
        DecodeError: It has more.
    """
    if len(content) > most and sum(content.count(mark) for mark in marks) > most:
        raise DecodeError(f"it has more than {most} parts, which is more than a page has")


def format_of(content: bytes, asked: FormatName) -> FormatName:
    """Return the format that an answer is in: that of its first character, whatever was asked for.

    Args:
        content: The answer.
        asked: The format that was asked for; an answer that begins like neither is taken for it.
    """
    start = content[:64].lstrip()
    if start.startswith(_XML_STARTS):
        return "xml"
    return "json" if start.removeprefix(b"\xef\xbb\xbf").startswith((b"{", b"[")) else asked


def error_code(value: object) -> int | None:
    """Return the service's error code, a number or a text of its digits; None of anything else."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    return value if type(value) is int else None
