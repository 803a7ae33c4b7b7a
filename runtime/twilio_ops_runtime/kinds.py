"""The types of the catalog, one small class each: how a value is read and written on every wire.

A kind turns JSON values, element text and whole elements into Python values and back, and says
what may be sent as a parameter. Readers raise :class:`ValueError` for what they cannot read; the
callers know the place and add it. Nothing here knows lxml or msgspec: elements come as objects
with ``text``, ``tag`` and children, and the module of the wire that is used brings its library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime import values
from twilio_ops_runtime.sids import is_sid
from twilio_ops_runtime.uris import UriMap, pascal, snake

if TYPE_CHECKING:
    from lxml.etree import _Element

    from twilio_ops_runtime.enums import OpenEnum
    from twilio_ops_runtime.records import Record

__all__ = [
    "ANY",
    "BOOLEAN",
    "DATE",
    "DECIMAL",
    "INTEGER",
    "ISO8601",
    "PHONE",
    "RFC2822",
    "SID",
    "TEXT",
    "URI_MAP",
    "EnumKind",
    "IntegerKind",
    "Kind",
    "ListKind",
    "MapKind",
    "PairsKind",
    "SidKind",
    "StructKind",
]


class Kind:
    """A type of the catalog; the scalar kinds differ in a few of these methods only."""

    __slots__ = ()
    is_text = False
    """Whether the value is the wire's text as it is, so that nothing can be lost in reading it."""
    is_nested = False
    """Whether the value is made of elements and not of text."""
    is_plain = False
    """Whether what msgspec decodes from JSON is the Python value already."""

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        """What msgspec accepts in the JSON shape; ``optional`` adds null and absence."""
        return optional(str)

    def from_json(self, value: Any) -> Any:
        """The Python value of a JSON value."""
        return value

    def reader(self) -> Callable[[Any], Any]:
        """What does the work of ``from_json``, to be called once a value without detours."""
        return self.from_json

    def to_json(self, value: Any) -> Any:
        """The JSON value of a Python value that is sent in a JSON body."""
        return self.sent(value)

    def from_text(self, text: str) -> Any:
        """The Python value of an element's text, which is trimmed and not empty."""
        return text

    def to_text(self, value: Any) -> str:
        """The element text of a Python value."""
        return str(value)

    def sent(self, value: Any) -> str:
        """The text that is sent as a parameter.

        Raises:
            ValueError: The API would not take the value.
        """
        return self.to_text(value)

    def from_element(self, element: _Element) -> Any:
        """The Python value of an element; an empty one is None."""
        if len(element):
            raise ValueError("it holds elements where a value was expected")
        text = element.text
        if text is None or not (text := text.strip()):
            return None
        return self.from_text(text)

    def fill(self, element: _Element, value: Any) -> None:
        """Write a Python value into its element; None leaves it empty."""
        if value is not None:
            element.text = self.to_text(value)

    def is_ours(self, element: _Element, value: Any) -> bool:
        """Whether writing the value read from an element gives the same element again."""
        if element.attrib:
            return False
        if self.is_text or value is None:
            return True
        if not self.is_nested:
            return self.to_text(value) == (element.text or "").strip()
        again = element.makeelement(element.tag)
        self.fill(again, value)
        return _same(again, element)

    def from_request(self, element: _Element) -> Any:
        """The Python value of a request document's element: an empty one is empty text."""
        value = self.from_element(element)
        return "" if value is None else value


def _expect(value: object, kind: type | tuple[type, ...], what: str) -> None:
    if (isinstance(value, bool) and kind is not bool) or not isinstance(value, kind):
        raise ValueError(f"{what} is needed, not {type(value).__name__}")


class _Words(Kind):
    """What is text in Python too: the base of the kinds that only check it."""

    __slots__ = ()
    is_text = True
    is_plain = True

    def from_json(self, value: Any) -> Any:
        if value is not None and not isinstance(value, str):
            raise ValueError(f"text was expected, not {_json_name(value)}")
        return value

    def sent(self, value: Any) -> str:
        _expect(value, str, "text")
        return str(value)


class _Text(_Words):
    """Free text; what is to be sent is taken as it is written, white space included."""

    __slots__ = ()

    def from_request(self, element: _Element) -> Any:
        if len(element):
            raise ValueError("it holds elements where text was expected")
        return element.text or ""


class _Value(Kind):
    """What is read from text by one function, on both wires."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def from_json(self, value: Any) -> Any:
        return self._read(value)

    def reader(self) -> Callable[[Any], Any]:
        return self._read

    def from_text(self, text: str) -> Any:
        return self._read(text)


class SidKind(_Words):
    """A Sid, with one of the prefixes if any are given."""

    __slots__ = ("prefixes",)

    def __init__(self, *prefixes: str) -> None:
        self.prefixes = prefixes

    def sent(self, value: Any) -> str:
        text = super().sent(value)
        if text and not is_sid(text, *self.prefixes):
            form = "/".join(f"{prefix}…" for prefix in self.prefixes) or "a Sid"
            raise ValueError(
                f"{text!r} is not {form}: two letters and 32 hexadecimal digits are needed"
            )
        return text


class _Phone(_Words):
    """A phone number: checked where it is sent; answers may hold whatever the caller showed."""

    __slots__ = ()

    def sent(self, value: Any) -> str:
        text = super().sent(value)
        return values.e164(text) if text else text


class EnumKind(_Words):
    """One of an enumeration's values, or one that is not known yet."""

    __slots__ = ("_known", "enum")
    is_plain = False

    def __init__(self, enum: type[OpenEnum]) -> None:
        self.enum = enum
        self._known: dict[Any, Any] = {None: None, **enum._value2member_map_}

    def reader(self) -> Callable[[Any], Any]:
        known, unknown = self._known, self._unknown

        def read(value: Any) -> Any:
            try:
                return known[value]
            except (KeyError, TypeError):
                return unknown(value)

        return read

    def from_json(self, value: Any) -> Any:
        return None if value is None else self._unknown(value)

    def _unknown(self, value: Any) -> Any:
        return self.enum(super().from_json(value))

    def from_text(self, text: str) -> Any:
        return self.enum(text)


class IntegerKind(_Value):
    """A whole number, within bounds where it is sent."""

    __slots__ = ("maximum", "minimum")

    def __init__(self, minimum: float | None = None, maximum: float | None = None) -> None:
        super().__init__(values.integer)
        self.minimum = minimum
        self.maximum = maximum

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(int | str)

    def sent(self, value: Any) -> str:
        _expect(value, int, "a whole number")
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"{value} is less than {self.minimum}")
        if self.maximum is not None and value > self.maximum:
            raise ValueError(f"{value} is more than {self.maximum}")
        return str(value)

    def to_json(self, value: Any) -> Any:
        return int(self.sent(value))

    def from_request(self, element: _Element) -> Any:
        return _not_empty(self.from_element(element))


class _Decimal(_Value):
    __slots__ = ()
    is_plain = True

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        from decimal import Decimal

        return optional(Decimal)

    def to_text(self, value: Any) -> str:
        if not isinstance(value, int) and value.is_finite() and abs(value.adjusted()) < 100:
            return format(value, "f")  # without an exponent, as the service writes it
        return str(value)

    def sent(self, value: Any) -> str:
        from decimal import Decimal

        _expect(value, (Decimal, int), "a Decimal")
        if isinstance(value, Decimal) and not value.is_finite():
            raise ValueError(f"{value} is not a number that can be sent")
        return self.to_text(value)

    def to_json(self, value: Any) -> Any:
        from decimal import Decimal

        return Decimal(self.sent(value))

    def from_request(self, element: _Element) -> Any:
        return _not_empty(self.from_element(element))


class _Boolean(_Value):
    __slots__ = ()
    is_plain = True

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(bool)

    def to_text(self, value: Any) -> str:
        return "true" if value else "false"

    def sent(self, value: Any) -> str:
        _expect(value, bool, "True or False")
        return self.to_text(value)

    def to_json(self, value: Any) -> Any:
        _expect(value, bool, "True or False")
        return value

    def from_request(self, element: _Element) -> Any:
        return _not_empty(self.from_element(element))


class _Time(_Value):
    """A day or an instant: text in JSON."""

    __slots__ = ()

    def from_json(self, value: Any) -> Any:
        if value is not None and not isinstance(value, str):
            raise ValueError(f"text was expected, not {_json_name(value)}")
        return self._read(value)


class _Date(_Time):
    __slots__ = ()

    def to_text(self, value: Any) -> str:
        return str(value.isoformat())

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            return value and self.to_text(values.day(value))
        if isinstance(value, datetime):
            raise ValueError("a day is needed; the time of this date and time would be lost")
        _expect(value, date, "a date")
        return self.to_text(value)


class _Instant(_Time):
    __slots__ = ("_write",)

    def __init__(
        self, read: Callable[[str | None], datetime | None], write: Callable[[datetime], str]
    ) -> None:
        super().__init__(read)
        self._write = write

    def to_text(self, value: Any) -> str:
        return self._write(value)

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            value = values.instant(value)
            if value is None:
                return ""
        _expect(value, datetime, "an aware datetime")
        return self._write(value)


class _UriMap(Kind):
    """Names to addresses; in XML, each is an element with the address as its text."""

    __slots__ = ()
    is_nested = True

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        from msgspec import Raw

        return optional(Raw)

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise ValueError(f"an object of addresses was expected, not {_json_name(value)}")
        for name, uri in value.items():
            if uri is not None and not isinstance(uri, str):
                raise ValueError(f".{name}: text was expected, not {_json_name(uri)}")
        return UriMap.of({name: uri or "" for name, uri in value.items()})

    def to_json(self, value: Any) -> Any:
        return dict(value)

    def from_element(self, element: _Element) -> Any:
        if _is_empty(element):
            return None
        found: dict[str, str] = {}
        for child in element.iterchildren("*"):
            if len(child):
                raise ValueError(f"{child.tag} holds elements where an address was expected")
            found[snake(str(child.tag))] = (child.text or "").strip()
        return UriMap.of(found)

    def is_ours(self, element: _Element, value: Any) -> bool:
        return (
            len(value or ()) == len(element)
            and not element.attrib
            and all(pascal(snake(child.tag)) == child.tag and not child.attrib for child in element)
        )

    def fill(self, element: _Element, value: Any) -> None:
        for name, uri in (value or {}).items():
            _child(element, pascal(name)).text = uri


class ListKind(Kind):
    """A sequence; in XML, one element ``item`` a value."""

    __slots__ = ("item", "kind")
    is_nested = True

    def __init__(self, item: str, kind: Kind) -> None:
        self.item = item
        self.kind = kind

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(list[Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, list | tuple):
            raise ValueError(f"a list was expected, not {_json_name(value)}")
        return tuple(
            _located(self.kind.from_json, item, f"[{place}]") for place, item in enumerate(value)
        )

    def to_json(self, value: Any) -> Any:
        return [self.kind.to_json(item) for item in _sequence(value)]

    def sent(self, value: Any) -> str:
        raise ValueError("a list cannot be sent as one value")

    def from_element(self, element: _Element) -> Any:
        if _is_empty(element):
            return None
        items = []
        for child in element.iterchildren("*"):
            if child.tag != self.item:
                raise ValueError(f"it holds {child.tag} where {self.item} was expected")
            items.append(self.kind.from_element(child))
        return tuple(items)

    def fill(self, element: _Element, value: Any) -> None:
        for item in value or ():
            self.kind.fill(_child(element, self.item), item)

    def from_request(self, element: _Element) -> Any:
        return self.from_element(element) or ()


class MapKind(Kind):
    """Names to values; in XML, an ``Entry`` with ``Key`` and ``Value`` each."""

    __slots__ = ("kind",)
    is_nested = True

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(dict[str, Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise ValueError(f"an object was expected, not {_json_name(value)}")
        read = self.kind.from_json
        return {name: _located(read, item, f".{name}") for name, item in value.items()}

    def to_json(self, value: Any) -> Any:
        _expect(value, Mapping, "a mapping")
        return {str(name): self.kind.to_json(item) for name, item in value.items()}

    def sent(self, value: Any) -> str:
        raise ValueError("a map cannot be sent as one value")

    def from_element(self, element: _Element) -> Any:
        if _is_empty(element):
            return None
        found = {}
        for entry in element.iterchildren("*"):
            key, value = entry.find("Key"), entry.find("Value")
            if entry.tag != "Entry" or key is None or value is None:
                raise ValueError("a map holds Entry elements, each with Key and Value")
            found[(key.text or "").strip()] = self.kind.from_element(value)
        return found

    def fill(self, element: _Element, value: Any) -> None:
        for name, item in (value or {}).items():
            entry = _child(element, "Entry")
            _child(entry, "Key").text = name
            self.kind.fill(_child(entry, "Value"), item)

    def from_request(self, element: _Element) -> Any:
        return self.from_element(element) or {}


class StructKind(Kind):
    """A nested value with named fields."""

    __slots__ = ("record",)
    is_nested = True

    def __init__(self, record: type[Record]) -> None:
        self.record = record

    def annotation(self, optional: Callable[[Any], Any]) -> Any:
        return optional(dict[str, Any])

    def from_json(self, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise ValueError(f"an object was expected, not {_json_name(value)}")
        # The service writes some names of nested values in capitals in one list and not in
        # another, so the names are compared without regard to case.
        found: dict[str, Any] = {}
        by_name = {name.casefold(): item for name, item in value.items()}
        for field in self.record.spec.fields:
            name = field.json_name
            if (item := by_name.get(name.casefold(), found)) is not found:
                found[field.name] = _located(field.kind.from_json, item, f".{name}")
        return self.record(**found)

    def to_json(self, value: Any) -> Any:
        by_name: Mapping[str, Any]
        if isinstance(value, Mapping):
            by_name = value
            fields = {field.json_name: field for field in self.record.spec.fields}
            fields |= {field.name: field for field in self.record.spec.fields}
            if unknown := [name for name in value if name not in fields]:
                raise ValueError(f"{self.record.__name__} has no field {unknown[0]!r}")
        else:
            _expect(value, self.record, self.record.__name__)
            fields = {field.name: field for field in self.record.spec.fields}
            by_name = {name: getattr(value, name) for name in fields if value.is_set(name)}
        return {
            fields[name].json_name: _located(fields[name].kind.to_json, item, f".{name}")
            for name, item in by_name.items()
            if item is not None
        }

    def sent(self, value: Any) -> str:
        raise ValueError("a nested value cannot be sent as one value")

    def from_element(self, element: _Element) -> Any:
        if _is_empty(element):
            return None
        from twilio_ops_runtime.xml_records import record_from_element

        return record_from_element(self.record, element)

    def fill(self, element: _Element, value: Any) -> None:
        if value is None:
            return
        from twilio_ops_runtime.xml_records import fill_record

        fill_record(element, value)

    def from_request(self, element: _Element) -> Any:
        return _not_empty(self.from_element(element))


class PairsKind(Kind):
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
        items: Iterable[Any] = value.items() if isinstance(value, Mapping) else _sequence(value)
        found = []
        for item in items:
            if not isinstance(item, tuple | list) or len(item) != 2:
                raise ValueError("names and values are needed in pairs")
            for part in item:
                _expect(part, str, "text")
            found.append((str(item[0]), str(item[1])))
        if len(found) > self.count:
            raise ValueError(f"{len(found)} pairs are more than the {self.count} that are taken")
        return found

    def sent(self, value: Any) -> str:
        raise ValueError("pairs cannot be sent as one value")

    def from_request(self, element: _Element) -> Any:
        name, value = element.find("Name"), element.find("Value")
        if name is None or value is None or len(element) != 2:
            raise ValueError("a pair has exactly one Name and one Value")
        return ((name.text or "").strip(), (value.text or "").strip())

    def fill(self, element: _Element, value: Any) -> None:
        name, text = value
        _child(element, "Name").text = name
        _child(element, "Value").text = text


class _Any(Kind):
    """Any JSON value; in XML, text or nested elements as they come."""

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
        import json

        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    def from_element(self, element: _Element) -> Any:
        if not len(element):
            return (element.text or "").strip() or None
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

    def from_request(self, element: _Element) -> Any:
        if len(element):
            return self.from_element(element)
        text = (element.text or "").strip()
        if text[:1] not in {"{", "["}:
            return text
        import json

        try:
            return json.loads(text)
        except ValueError:
            return text  # words that happen to begin with a bracket

    def fill(self, element: _Element, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, Mapping) and value and all(_is_name(name) for name in value):
            for name, item in value.items():
                for one in item if isinstance(item, list) and item else [item]:
                    self.fill(_child(element, name), one)
        elif isinstance(value, str):
            element.text = value
        else:
            element.text = self.sent(value)


def _same(one: _Element, other: _Element) -> bool:
    return (
        one.tag == other.tag
        and (one.text or "").strip() == (other.text or "").strip()
        and not other.attrib
        and len(one) == len(other)
        and all(map(_same, one, other))
    )


def _is_empty(element: _Element) -> bool:
    """Whether a nested value's element is empty; text in it is an error."""
    if len(element):
        return False
    if element.text and element.text.strip():
        raise ValueError("it holds text where elements were expected")
    return True


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.isidentifier() and name.isascii()


def _child(element: _Element, name: str) -> _Element:
    child = element.makeelement(name)
    element.append(child)
    return child


def _not_empty(value: Any) -> Any:
    if value is None:
        raise ValueError("it is empty, and this type has no empty value")
    return value


def _sequence(value: Any) -> Sequence[Any]:
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise ValueError(f"a sequence of values is needed, not {type(value).__name__}")
    return value


def _located(read: Callable[[Any], Any], value: Any, place: str) -> Any:
    try:
        return read(value)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None


def _json_name(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", dict: "an object"}
    return names.get(type(value), "a list" if isinstance(value, list) else type(value).__name__)


TEXT = _Text()
SID = SidKind()
PHONE = _Phone()
INTEGER = IntegerKind()
DECIMAL = _Decimal(values.decimal)
BOOLEAN = _Boolean(values.boolean)
DATE = _Date(values.day)
RFC2822 = _Instant(values.rfc2822, values.rfc2822_text)
ISO8601 = _Instant(values.iso8601, values.iso8601_text)
URI_MAP = _UriMap()
ANY = _Any()
