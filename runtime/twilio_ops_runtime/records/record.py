"""Records: what an answer holds, as values with a name and a type each.

A field that the answer did not carry, or that was not asked for, is *unset*: its slot is empty,
reading it raises :class:`FieldNotPresent`, and repr and equality leave it out. ``None`` is what
the service answered as null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from twilio_ops_runtime.errors import FieldNotPresent
from twilio_ops_runtime.http.redact import MASK
from twilio_ops_runtime.records.specs import RecordSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document, Source

__all__ = ["UNSET", "Record", "draft_for", "draft_of", "kept_of", "new", "put", "readers"]


class _Unset:
    """The mark of a field that was not given; its only instance is :data:`UNSET`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Any = _Unset()
"""The default of every field: the slot stays empty."""

new = object.__new__
"""Make a record with all slots empty."""

put = object.__setattr__
"""Fill one slot of a record that is being made; records are frozen otherwise."""


class Record:
    """What all records have; a subclass is a frozen attrs class with slots and a ``spec``.

    attrs' own ``asdict``, ``astuple`` and ``evolve`` ask for every field, and so fail with
    :class:`FieldNotPresent` where one is unset: ``dict(record.items())`` has those that are set,
    and ``copy.replace(record, to="x")``, or before Python 3.13 ``record.__replace__(to="x")``,
    makes a record with others.
    """

    __slots__ = ("__weakref__", "_kept")
    spec: ClassVar[RecordSpec]
    __test__: ClassVar[bool] = False  # pytest: a TestUser is no test
    _kept: Mapping[str, bytes]  # what of the document the values do not say; see xml_records

    def __attrs_post_init__(self) -> None:
        for field in self.spec.fields:
            if getattr(self, field.name) is UNSET:
                object.__delattr__(self, field.name)

    def is_set(self, name: str) -> bool:
        """Whether the field of this Python name has a value (which may be None)."""
        try:
            getattr(self, name)
        except FieldNotPresent:
            return False
        return True

    def items(self) -> Iterator[tuple[str, Any]]:
        """The Python names and values of the fields that are set, in the catalog's order."""
        for field in self.spec.fields:
            try:
                yield field.name, getattr(self, field.name)
            except FieldNotPresent:
                continue

    @classmethod
    def from_document(cls, document: Source) -> Self:
        """The record in a document of the response profile.

        A text is the one that the service's JSON has, but for two things that lie in XML: an empty
        element is None, whatever was empty, and a text on lines of its own is without the white
        space around it, which published answers are padded with. What values do not hold (that
        white space, unknown elements, a date written in another shape) is kept aside:
        :meth:`to_document` gives the same document again, but for the order of the fields and the
        white space between them.

        Args:
            document: A ``Document``, bytes or text of XML, a path, or an element.

        Raises:
            ProfileError: It is not well formed, of another record, or holds a value that cannot
                be read; the message names the element.
        """
        from twilio_ops_runtime.records.xml_records import from_document

        return from_document(cls, document)

    def to_document(self) -> Document:
        """The document of the response profile with the fields that are set.

        Raises:
            ProfileError: A text holds characters that XML cannot carry; the error has the record.
        """
        from twilio_ops_runtime.records.xml_records import to_document

        return to_document(self)

    if not TYPE_CHECKING:  # a type checker would take any name to exist

        def __getattr__(self, name: str) -> Any:
            if any(field.name == name for field in type(self).spec.fields):
                raise FieldNotPresent(
                    f"{type(self).__name__}.{name} is not set: the answer did not carry it, "
                    "or it was not among the fields asked for"
                )
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        assert isinstance(other, Record)
        return dict(self.items()) == dict(other.items())

    def __hash__(self) -> int:
        plain = [(n, v) for n, v in self.items() if isinstance(v, str | int) or v is None]
        return hash((type(self), *plain))

    def __repr__(self) -> str:
        secret = {field.name for field in self.spec.fields if field.secret}
        shown = ", ".join(
            f"{name}={MASK if name in secret and value else repr(value)}"
            for name, value in self.items()
        )
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), dict(self.items()), dict(kept_of(self)))

    def __replace__(self, **changes: Any) -> Self:
        """The record with other values; what was kept of a document is left behind."""
        return type(self)(**{**dict(self.items()), **changes})


def draft_for(cls: type[Record], names: Iterable[str]) -> type[Record]:
    """A class with a slot for each name, which may be assigned: a record while it is being made.

    An assignment costs a tenth of what going round a frozen class costs. When all is in place,
    ``draft.__class__ = cls`` makes it the record; that is quickest where the record's class is a
    subclass that adds no slot.
    """
    draft = type(cls.__name__, cls.__bases__, {"__slots__": tuple(names)})
    return cast("type[Record]", draft)


def draft_of(cls: type[Record]) -> type[Any]:
    """What the record's class is made from; see :func:`draft_for`."""
    draft = cls.__base__
    assert draft is not None
    return draft


def readers(cls: type[Record]) -> dict[str, Callable[[Any], Any]]:
    """What turns the JSON value of each field into its Python value, by Python name."""
    return {field.name: field.kind.reader() for field in cls.spec.fields}


_NOTHING: Mapping[str, bytes] = {}


def kept_of(record: Record) -> Mapping[str, bytes]:
    """What of the record's document its values do not say; see xml_records."""
    kept: Mapping[str, bytes] = getattr(record, "_kept", _NOTHING)
    return kept


def _restore(cls: type[Record], values: dict[str, Any], kept: dict[str, bytes]) -> Record:
    record = new(cls)
    for name, value in values.items():
        put(record, name, value)
    if kept:
        put(record, "_kept", kept)
    return record
