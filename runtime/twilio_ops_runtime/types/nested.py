"""The types whose value is made of others; ``formats.elements`` reads and writes them in XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from twilio_ops_runtime.types.base import (
    Type,
    expect,
    is_list,
    is_mapping,
    json_name,
    json_text,
    sequence_of,
)
from twilio_ops_runtime.types.names import pascal, snake

_LISTS: tuple[type[Any], ...] = (list, tuple)  # what lists and pairs come as


class _Nested(Type):
    """What cannot be sent as one value."""

    __slots__ = ()
    is_nested = True
    json_shape = dict[str, Any]
    name = "a nested value"

    def sent(self, value: Any) -> str:
        raise ValueError(f"{self.name} cannot be sent as one value")


def _object(value: Any, of: str = "") -> Mapping[str, Any]:
    """Return a JSON value that is an object; an empty list is an empty one."""
    if is_list(value) and not value:
        return {}  # what an empty map is in languages that have one kind of array
    if not is_mapping(value):
        raise ValueError(f"an object{of} was expected, not {json_name(value)}")
    return value


class UriMapType(_Nested):
    """Names to addresses; in XML, each is an element with the address as its text.

    Args:
        elements: The element names that the naming rule would spell otherwise, by JSON name.
    """

    __slots__ = ("_elements", "_names")
    is_plain = True
    json_shape = dict[str, str]

    def __init__(self, elements: Mapping[str, str] = {}) -> None:
        self._elements = elements
        self._names = {element: name for name, element in elements.items()}

    def element_of(self, name: str) -> str:
        """Return the element name of a JSON name."""
        return self._elements.get(name) or pascal(name)

    def name_of(self, element: str) -> str:
        """Return the JSON name of an element name."""
        return self._names.get(element) or snake(element)

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        found = _object(value, " of addresses")
        for name, uri in found.items():
            if uri is not None and not isinstance(uri, str):
                raise ValueError(f".{name}: text was expected, not {json_name(uri)}")
        return {name: uri or "" for name, uri in found.items()}

    def to_json(self, value: Any) -> Any:
        return dict(value)


class ListType(_Nested):
    """A sequence; in XML, one element ``item`` a value."""

    __slots__ = ("item", "type")
    json_shape = list[Any]
    name = "a list"

    def __init__(self, item: str, type_: Type) -> None:
        self.item = item
        self.type = type_

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, _LISTS):
            raise ValueError(f"a list was expected, not {json_name(value)}")
        return tuple(
            _located(self.type.from_json, item, f"[{place}]") for place, item in enumerate(value)
        )

    def to_json(self, value: Any) -> Any:
        return [
            _located(self.type.to_json, item, f"[{place}]")
            for place, item in enumerate(sequence_of(value))
        ]


class MapType(_Nested):
    """Names to values; in XML, an ``Entry`` with ``Key`` and ``Value`` each."""

    __slots__ = ("type",)
    name = "a map"

    def __init__(self, type_: Type) -> None:
        self.type = type_

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        read = self.type.from_json
        return {name: _located(read, item, f".{name}") for name, item in _object(value).items()}

    def to_json(self, value: Any) -> Any:
        expect(value, Mapping, "a mapping")
        return {str(name): self.type.to_json(item) for name, item in value.items()}


class StructType(_Nested):
    """A nested value with named fields.

    Args:
        record: Its class; of a value that may hold itself, what gives the class once it is there.
    """

    __slots__ = ("_record",)
    may_be_empty = False

    def __init__(self, record: type[Any] | Callable[[], type[Any]]) -> None:
        self._record = record

    @property
    def record(self) -> type[Any]:
        """The class of its values."""
        found = self._record
        return found if isinstance(found, type) else found()

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        # The service writes some names of nested values in capitals in one list and not in
        # another, so the names are compared without regard to case.
        by_name = {name.casefold(): item for name, item in _object(value).items()}
        found: dict[str, Any] = {}
        problems: dict[str, str] = {}
        for field in self.record.spec.fields:
            name = field.json_name.casefold()
            if name in by_name:
                try:
                    found[field.name] = field.type.from_json(by_name[name])
                except ValueError as error:
                    problems[field.name] = str(error)
        made = self.record(**found)
        if problems:
            object.__setattr__(made, "_problems", problems)
        return made

    def record_of(self, value: Any) -> Any:
        """Return a value as a record; a mapping has names of JSON or of attributes.

        Raises:
            ValueError: It has a name that is no field's, or two of one field, or is neither.
        """
        if not is_mapping(value):
            expect(value, self.record, self.record.__name__)
            return value
        fields = self._fields(value)
        return self.record(**{fields[name].name: item for name, item in value.items()})

    def _fields(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields by the names that a mapping may have for them."""
        kind, rows = self.record.__name__, self.record.spec.fields
        fields = {row.json_name: row for row in rows} | {row.name: row for row in rows}
        given: dict[str, str] = {}
        for name in value:
            if name not in fields:
                raise ValueError(f"{kind} has no field {name!r}")
            if (other := given.setdefault(fields[name].name, name)) != name:
                raise ValueError(f"{other!r} and {name!r} are one field of {kind}; give one")
        return fields

    def to_json(self, value: Any) -> Any:
        rows = self.record.spec.fields
        if not is_mapping(value):
            expect(value, self.record, self.record.__name__)
            value = {row.name: getattr(value, row.name) for row in rows if value.is_set(row.name)}
        fields = self._fields(value)
        given = {fields[name].name for name, item in value.items() if item is not None}
        if lacking := [row.json_name for row in rows if row.required and row.name not in given]:
            raise ValueError(f"{', '.join(lacking)} of {self.record.__name__} is required")
        return {
            fields[name].json_name: _located(fields[name].type.to_json, item, f".{name}")
            for name, item in value.items()
            if item is not None
        }


class PairsType(_Nested):
    """Numbered names and values: ``Parameter1.Name``, ``Parameter1.Value`` and so on.

    In documents, each pair is an element with ``Name`` and ``Value``.
    """

    __slots__ = ("count",)
    name = "pairs"

    def __init__(self, count: int) -> None:
        self.count = count

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """Return the names and values, in order, of a mapping or of pairs.

        Raises:
            ValueError: There are too many, or one is not text.
        """
        items: Iterable[Any] = value.items() if is_mapping(value) else sequence_of(value)
        found: list[tuple[str, str]] = []
        for item in items:
            if not isinstance(item, _LISTS) or len(item) != 2:
                raise ValueError("names and values are needed in pairs")
            for part in item:
                expect(part, str, "text")
            found.append((str(item[0]), str(item[1])))
        if len(found) > self.count:
            raise ValueError(f"{len(found)} pairs are more than the {self.count} that are taken")
        return found

    def parameters(self, api: str, value: Any) -> list[tuple[str, str]]:
        return [
            (f"{api}{number}.{part}", text)
            for number, pair in enumerate(self.pairs(value), 1)
            for part, text in zip(("Name", "Value"), pair, strict=True)
        ]

    def to_json(self, value: Any) -> Any:
        return dict(self.pairs(value))


class AnyType(Type):
    """Any JSON value; in XML, text or nested elements as they come.

    What is no text nor an object of texts is written as JSON text, so that it keeps its types
    through a document. A number, true or false that stands alone comes back as text, though, and
    so does a null within an object as one that is empty.
    """

    __slots__ = ()
    is_nested = True
    is_plain = True
    json_shape = Any

    def to_json(self, value: Any) -> Any:
        return value

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            return str(value)
        return json_text(value).decode()


class CollapsibleMapType(AnyType):
    """Names to values, or to such maps: each value is sent under the names that lead to it.

    ``{"caller": {"name": "x"}}`` is sent as ``Prefix.caller.name=x``; in documents, it is JSON text.
    """

    __slots__ = ("prefix",)

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def parameters(self, api: str, value: Any) -> list[tuple[str, str]]:
        if not is_mapping(value):
            raise ValueError(f"a map of names is needed, not {json_name(value)}")
        return self._pairs(self.prefix, value)

    def _pairs(self, name: str, value: Any) -> list[tuple[str, str]]:
        if not is_mapping(value):
            return [(name, self.sent(value))]
        for key in value:
            expect(key, str, "text")
        return [pair for key, item in value.items() for pair in self._pairs(f"{name}.{key}", item)]


def _located(read: Callable[[Any], Any], value: Any, place: str) -> Any:
    try:
        return read(value)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None
