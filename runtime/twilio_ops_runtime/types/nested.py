"""The kinds whose value is made of others: in XML, of elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.types.base import (
    Type,
    expect,
    is_list,
    is_mapping,
    json_name,
    not_empty,
    sequence_of,
)
from twilio_ops_runtime.types.text import unpadded
from twilio_ops_runtime.types.uris import UriMap, pascal, snake

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element
    from twilio_ops_runtime.records.record import Record

__all__ = [
    "AnyType",
    "CollapsibleMapType",
    "ListType",
    "MapType",
    "PairsType",
    "StructType",
    "UriMapType",
]

_LISTS: tuple[type[Any], ...] = (list, tuple)  # what lists and pairs come as


class UriMapType(Type):
    """Names to addresses; in XML, each is an element with the address as its text.

    Args:
        elements: The element names that the naming rule would spell otherwise, by JSON name.
    """

    __slots__ = ("_elements", "_names")
    is_nested = True

    def __init__(self, elements: Mapping[str, str] = {}) -> None:
        self._elements = elements
        self._names = {element: name for name, element in elements.items()}

    def _element(self, name: str) -> str:
        return self._elements.get(name) or pascal(name)

    def _name(self, tag: Any) -> str:
        return self._names.get(tag) or snake(str(tag))

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        from msgspec import Raw

        return optional(Raw)

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if is_list(value) and not value:
            return UriMap.of({})
        if not is_mapping(value):
            raise ValueError(f"an object of addresses was expected, not {json_name(value)}")
        for name, uri in value.items():
            if uri is not None and not isinstance(uri, str):
                raise ValueError(f".{name}: text was expected, not {json_name(uri)}")
        return UriMap.of({name: uri or "" for name, uri in value.items()})

    def to_json(self, value: Any) -> Any:
        return dict(value)

    def from_element(self, element: Element) -> Any:
        if _is_empty(element):
            return None
        found: dict[str, str] = {}
        for child in element.iterchildren("*"):
            if len(child):
                raise ValueError(f"{child.tag} holds elements where an address was expected")
            found[self._name(child.tag)] = (child.text or "").strip()
        return UriMap.of(found)

    def round_trips(self, element: Element, value: Any) -> bool:
        return (
            len(value or ()) == len(element)
            and not element.attrib
            and all(
                self._element(self._name(child.tag)) == child.tag
                and not child.attrib
                and (child.text or "") == value[self._name(child.tag)]
                for child in element
            )
        )

    def fill(self, element: Element, value: Any) -> None:
        if value:
            for name, uri in value.items():
                _child(element, self._element(name)).text = uri


class ListType(Type):
    """A sequence; in XML, one element ``item`` a value."""

    __slots__ = ("item", "kind")
    is_nested = True

    def __init__(self, item: str, kind: Type) -> None:
        self.item = item
        self.kind = kind

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(list[Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, _LISTS):
            raise ValueError(f"a list was expected, not {json_name(value)}")
        return tuple(
            _located(self.kind.from_json, item, f"[{place}]") for place, item in enumerate(value)
        )

    def to_json(self, value: Any) -> Any:
        return [
            _located(self.kind.to_json, item, f"[{place}]")
            for place, item in enumerate(sequence_of(value))
        ]

    def sent(self, value: Any) -> str:
        raise ValueError("a list cannot be sent as one value")

    def from_element(self, element: Element) -> Any:
        if _is_empty(element):
            return None
        items: list[Any] = []
        for child in element.iterchildren("*"):
            if child.tag != self.item:
                raise ValueError(f"it holds {child.tag} where {self.item} was expected")
            items.append(self.kind.from_element(child))
        return tuple(items)

    def fill(self, element: Element, value: Any) -> None:
        for item in value or ():
            self.kind.fill(_child(element, self.item), item)

    def from_request(self, element: Element) -> Any:
        return self.from_element(element) or ()


class MapType(Type):
    """Names to values; in XML, an ``Entry`` with ``Key`` and ``Value`` each."""

    __slots__ = ("kind",)
    is_nested = True

    def __init__(self, kind: Type) -> None:
        self.kind = kind

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(dict[str, Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if is_list(value) and not value:
            return {}  # what an empty map is in languages that have one kind of array
        if not is_mapping(value):
            raise ValueError(f"an object was expected, not {json_name(value)}")
        read = self.kind.from_json
        return {name: _located(read, item, f".{name}") for name, item in value.items()}

    def to_json(self, value: Any) -> Any:
        expect(value, Mapping, "a mapping")
        return {str(name): self.kind.to_json(item) for name, item in value.items()}

    def sent(self, value: Any) -> str:
        raise ValueError("a map cannot be sent as one value")

    def from_element(self, element: Element) -> Any:
        if _is_empty(element):
            return None
        found: dict[str, Any] = {}
        for entry in element.iterchildren("*"):
            key, value = entry.find("Key"), entry.find("Value")
            if entry.tag != "Entry" or key is None or value is None:
                raise ValueError("a map holds Entry elements, each with Key and Value")
            found[unpadded(key.text or "")] = self.kind.from_element(value)
        return found

    def fill(self, element: Element, value: Any) -> None:
        if value:
            for name, item in value.items():
                entry = _child(element, "Entry")
                _child(entry, "Key").text = name
                self.kind.fill(_child(entry, "Value"), item)

    def from_request(self, element: Element) -> Any:
        return self.from_element(element) or {}


class StructType(Type):
    """A nested value with named fields.

    Args:
        record: Its class; of a value that may hold itself, what gives the class once it is there.
    """

    __slots__ = ("_record",)
    is_nested = True

    def __init__(self, record: type[Record] | Callable[[], type[Record]]) -> None:
        self._record = record

    @property
    def record(self) -> type[Record]:
        """The class of its values."""
        found = self._record
        return found if isinstance(found, type) else found()

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(dict[str, Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if is_list(value) and not value:
            value = {}
        if not is_mapping(value):
            raise ValueError(f"an object was expected, not {json_name(value)}")
        # The service writes some names of nested values in capitals in one list and not in
        # another, so the names are compared without regard to case.
        found: dict[str, Any] = {}
        problems: dict[str, str] = {}
        by_name = {name.casefold(): item for name, item in value.items()}
        record = self.record
        for field in record.spec.fields:
            name = field.json_name
            if (item := by_name.get(name.casefold(), found)) is not found:
                try:
                    found[field.name] = field.kind.from_json(item)
                except ValueError as error:
                    problems[field.name] = str(error)
        made = record(**found)
        if problems:
            object.__setattr__(made, "_problems", problems)
        return made

    def to_json(self, value: Any) -> Any:
        by_name: Mapping[str, Any]
        if is_mapping(value):
            by_name = value
            fields = {field.json_name: field for field in self.record.spec.fields}
            fields |= {field.name: field for field in self.record.spec.fields}
            if unknown := [name for name in value if name not in fields]:
                raise ValueError(f"{self.record.__name__} has no field {unknown[0]!r}")
        else:
            expect(value, self.record, self.record.__name__)
            fields = {field.name: field for field in self.record.spec.fields}
            by_name = {name: getattr(value, name) for name in fields if value.is_set(name)}
        given = {fields[name].json_name for name, item in by_name.items() if item is not None}
        needed = [row.json_name for row in self.record.spec.fields if row.required]
        if lacking := [name for name in needed if name not in given]:
            raise ValueError(f"{', '.join(lacking)} of {self.record.__name__} is required")
        return {
            fields[name].json_name: _located(fields[name].kind.to_json, item, f".{name}")
            for name, item in by_name.items()
            if item is not None
        }

    def sent(self, value: Any) -> str:
        raise ValueError("a nested value cannot be sent as one value")

    def from_element(self, element: Element) -> Any:
        if _is_empty(element):
            return None
        from twilio_ops_runtime.records.xml_records import record_from_element

        return record_from_element(self.record, element)

    def fill(self, element: Element, value: Any) -> None:
        if value is None:
            return
        from twilio_ops_runtime.records.xml_records import fill_record

        fill_record(element, value)

    def from_request(self, element: Element) -> Any:
        return not_empty(self.from_element(element))


class PairsType(Type):
    """Numbered names and values: ``Parameter1.Name``, ``Parameter1.Value`` and so on.

    In documents, each pair is an element with ``Name`` and ``Value``.
    """

    __slots__ = ("count",)
    is_nested = True

    def __init__(self, count: int) -> None:
        self.count = count

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """The names and values, in order, from a mapping or from pairs.

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

    def sent(self, value: Any) -> str:
        raise ValueError("pairs cannot be sent as one value")

    def from_request(self, element: Element) -> Any:
        name, value = element.find("Name"), element.find("Value")
        if name is None or value is None or len(element) != 2:
            raise ValueError("a pair has exactly one Name and one Value")
        return ((name.text or "").strip(), (value.text or "").strip())

    def fill(self, element: Element, value: Any) -> None:
        name, text = value
        _child(element, "Name").text = name
        _child(element, "Value").text = text


class AnyType(Type):
    """Any JSON value; in XML, text or nested elements as they come.

    What is no text nor an object of texts is written as JSON text, so that it keeps its types
    through a document. A number, true or false that stands alone comes back as text, though, and
    so does a null within an object as one that is empty.
    """

    __slots__ = ()
    is_nested = True
    is_plain = True

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(Any)

    def to_json(self, value: Any) -> Any:
        return value

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            return str(value)
        from msgspec.json import Encoder

        try:
            return Encoder(decimal_format="number").encode(value).decode()
        except RecursionError:
            raise ValueError("it is nested too deep") from None
        except TypeError as error:
            raise ValueError(str(error)) from None

    def from_element(self, element: Element) -> Any:
        if not len(element):
            return _from_json_text(unpadded(element.text or "")) or None
        found: dict[str, Any] = {}
        for child in element.iterchildren("*"):
            name, value = str(child.tag), self.from_element(child)
            if name not in found:
                found[name] = value
            elif isinstance(found[name], list):
                found[name].append(value)
            else:
                found[name] = [found[name], value]
        return found

    def from_request(self, element: Element) -> Any:
        if len(element):
            return self.from_element(element)
        text = (element.text or "").strip()
        return text if text[:1] == '"' else _from_json_text(text)

    def fill(self, element: Element, value: Any) -> None:
        if value is None:
            return
        if is_mapping(value) and value and _is_elements(value):
            for name, item in value.items():
                for one in item if is_list(item) else [item]:
                    self.fill(_child(element, name), one)
        elif isinstance(value, str):
            element.text = self.sent(value) if value[:1] not in {"{", "[", '"'} else _quoted(value)
        else:
            element.text = self.sent(value)


class CollapsibleMapType(AnyType):
    """Names to values, or to such maps: each value is sent under the names that lead to it.

    ``{"caller": {"name": "x"}}`` is sent as ``Prefix.caller.name=x``; in documents, it is JSON text.
    """

    __slots__ = ("prefix",)

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """The parameters that a map is sent as.

        Raises:
            ValueError: It is no map, or a name in it is no text.
        """
        if not is_mapping(value):
            raise ValueError(f"a map of names is needed, not {json_name(value)}")
        return self._pairs(self.prefix, value)

    def _pairs(self, name: str, value: Any) -> list[tuple[str, str]]:
        if not is_mapping(value):
            return [(name, self.sent(value))]
        for key in value:
            expect(key, str, "text")
        return [pair for key, item in value.items() for pair in self._pairs(f"{name}.{key}", item)]

    def fill(self, element: Element, value: Any) -> None:
        if value is not None:
            element.text = self.sent(value)


def _from_json_text(text: str) -> Any:
    """Return the value of text that is JSON in brackets or quotes; the text, if it is none."""
    if text[:1] not in {"{", "[", '"'}:
        return text
    import json
    from decimal import Decimal

    try:
        return json.loads(text, parse_float=Decimal)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except ValueError:
        return text  # words that happen to begin so


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)


def _is_elements(value: Mapping[Any, Any]) -> bool:
    """Whether an object can be written as elements and read again as it was."""
    return all(
        _is_name(name)
        and (
            item is None
            or (isinstance(item, str) and item != "" and unpadded(item) == item)
            or (is_mapping(item) and bool(item) and _is_elements(item))
            or (
                is_list(item)
                and len(item) > 1
                and all(isinstance(one, str) and one for one in item)
            )
        )
        for name, item in value.items()
    )


def _is_empty(element: Element) -> bool:
    """Whether a nested value's element is empty; text in it is an error."""
    if len(element):
        return False
    if element.text and element.text.strip():
        raise ValueError("it holds text where elements were expected")
    return True


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.isidentifier() and name.isascii()


def _child(element: Element, name: str) -> Element:
    child = element.makeelement(name)
    element.append(child)
    return child


def _located(read: Callable[[Any], Any], value: Any, place: str) -> Any:
    try:
        return read(value)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None
