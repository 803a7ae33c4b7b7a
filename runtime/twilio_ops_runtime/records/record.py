"""Records: what an answer holds, as values with a name and a type each.

A field that the answer did not carry, or that was not asked for, is *unset*: its slot is empty,
reading it raises :class:`FieldNotPresent`, and repr and equality leave it out. ``None`` is what
the service answered as null.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from twilio_ops_runtime.errors import FieldNotPresent
from twilio_ops_runtime.http.redact import MASK
from twilio_ops_runtime.records.drafts import BESIDE, NOTHING, UNSET, put, settle
from twilio_ops_runtime.records.specs import RecordSpec
from twilio_ops_runtime.types.base import is_mapping, is_sequence

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document, Source


class Record:
    """What all records have; a subclass is a frozen attrs class with slots and a ``spec``.

    ``attrs.asdict``, ``attrs.evolve`` and ``cattrs.unstructure`` take the fields that are set: they
    ask ``record.__class__``, which is a subclass that has these fields only; ``type(record)`` is
    the class itself.
    """

    __slots__ = ("__weakref__", "_problems", "_raw_xml", "_unknown", "_unread")
    spec: ClassVar[RecordSpec]
    __test__: ClassVar[bool] = False  # pytest: a TestUser is no test
    _raw_xml: bytes  # the element that it was read from; see formats.elements
    _problems: Mapping[str, str]  # the fields that could not be read
    _unknown: Mapping[str, Any]  # what the catalog does not know, if it was asked for
    _unread: bytes  # a field's JSON that nobody has asked for yet; see records.drafts

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
        settle(self)
        read = object.__getattribute__  # which explains nothing
        for field in self.spec.fields:
            try:
                yield field.name, read(self, field.name)
            except AttributeError:
                continue

    @property
    def problems(self) -> Mapping[str, str]:
        """Why fields of the answer could not be read, by Python name; those fields are unset.

        A field of a nested value is named by its path: ``handling.fragile``, ``parts.0.weight``.
        """
        settle(self)
        found = dict(getattr(self, "_problems", NOTHING))
        for name, value in self.items():
            found.update(_problems_in(value, name))
        return found

    @property
    def unknown(self) -> Mapping[str, Any]:
        """What the answer held beyond the catalog's fields, by JSON name.

        Operations that were made with ``unknown=True`` keep it; of others, this is empty.
        """
        return dict(getattr(self, "_unknown", NOTHING))

    def to_dict(self) -> dict[str, Any]:
        """Return the fields that are set as values that JSON has, by their JSON names.

        Decimals are text, as the service writes them, times are ISO 8601, nested values are
        dictionaries, lists are lists. Secrets are among them.
        """
        by_name = {field.name: field.json_name for field in self.spec.fields}
        return {by_name[name]: _plain(value) for name, value in self.items()}

    def to_json(self) -> str:
        """Return ``to_dict`` as JSON text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False)

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
        from twilio_ops_runtime.documents.document import Document
        from twilio_ops_runtime.formats.elements import record_of_document

        return cast("Self", record_of_document(cls, Document.of(document).element))

    def to_document(self) -> Document:
        """The document of the response profile with the fields that are set.

        Raises:
            ProfileError: A text holds characters that XML cannot carry; the error has the record.
        """
        from twilio_ops_runtime.documents.document import Document
        from twilio_ops_runtime.formats.elements import document_of_record

        return Document(document_of_record(self))

    if not TYPE_CHECKING:  # a type checker would take any name to exist

        def __getattr__(self, name: str) -> Any:
            if any(field.name == name for field in type(self).spec.fields):
                if settle(self):
                    return getattr(self, name)
                problem = getattr(self, "_problems", NOTHING).get(name)
                why = (
                    "the answer did not carry it, or it was not among the fields asked for"
                    if problem is None
                    else f"it cannot be read: {problem}"
                )
                raise FieldNotPresent(f"{type(self).__name__}.{name} is not set: {why}")
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
        return _restore, (
            type(self),
            dict(self.items()),
            {name: getattr(self, name) for name in BESIDE if getattr(self, name, None)},
        )

    def __replace__(self, **changes: Any) -> Self:
        """The record with other values; what was kept of a document is left behind."""
        return type(self)(**{**dict(self.items()), **changes})


@lru_cache(maxsize=512)
def _class_with(cls: type[Any], names: frozenset[str]) -> type[Record]:
    """Return a subclass of a record class for attrs, which has only fields of these names.

    Their types are open: a nested value, too, may have some of its fields only.
    """
    fields = [
        f.evolve(type=Any)
        for f in cls.__attrs_attrs__
        if f.name in names or f.name not in {field.name for field in cls.spec.fields}
    ]

    def make(_: Any, **values: Any) -> Any:
        return cls(**values)

    body: dict[str, Any] = {
        "__slots__": (),
        "__attrs_attrs__": tuple(fields),
        "__new__": make,
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
    }
    return cast("type[Record]", type(cls.__name__, (cls,), body))


def attrs_class(record: Record) -> type[Record]:
    """Return what ``record.__class__`` is: a subclass with the fields that are set."""
    return _class_with(cast(Any, type(record)), frozenset(name for name, _ in record.items()))


def problem_of(record: Record, name: str) -> str | None:
    """Return why a field of an answer could not be read; None = it could, or there was none.

    It costs next to nothing: ``problems`` goes through all that the record holds.

    Args:
        record: The record.
        name: The field's Python name.
    """
    settle(record)
    try:
        problems = _PROBLEMS.__get__(record)
    except AttributeError:  # of the slot itself, which nothing fills where there is no problem
        return None
    found: str | None = problems.get(name)
    return found


_PROBLEMS: Any = vars(Record)["_problems"]


def _problems_in(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Record):
        for name, problem in value.problems.items():
            yield f"{place}.{name}", problem
    elif is_sequence(value):
        for number, item in enumerate(value):
            yield from _problems_in(item, f"{place}.{number}")


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Record):
        return value.to_dict()
    if is_mapping(value):
        return {str(name): _plain(item) for name, item in value.items()}
    if is_sequence(value):
        return [_plain(item) for item in value]
    if isinstance(value, date):  # and times
        return value.isoformat()
    if isinstance(value, str):
        return str(value)  # a member of an enumeration is text, too
    if value is None or isinstance(value, bool | int | float):
        return value
    return format(value, "f") if value.is_finite() else str(value)  # a Decimal


def _restore(cls: type[Record], values: dict[str, Any], beside: dict[str, Any]) -> Record:
    record = object.__new__(cls)
    for name, value in {**values, **beside}.items():
        put(record, name, value)
    return record
