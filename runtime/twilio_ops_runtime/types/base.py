"""What a type of the catalog can do: the base of all kinds.

A kind turns JSON values, element text and whole elements into Python values and back, and says
what may be sent as a parameter. Readers raise :class:`ValueError` for what they cannot read; the
callers know the place and add it. Nothing here knows lxml or msgspec: elements come as objects
with ``text``, ``tag`` and children, and the module of the wire that is used brings its library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element
__all__ = [
    "Type",
    "expect",
    "is_list",
    "is_mapping",
    "is_object",
    "json_name",
    "not_empty",
    "not_text",
    "sendable",
    "sequence_of",
]


class Type:
    """A type of the catalog; the scalar kinds differ in a few of these methods only."""

    __slots__ = ()
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

    def from_element(self, element: Element) -> Any:
        """The Python value of an element; an empty one is None."""
        if len(element):
            raise ValueError("it holds elements where a value was expected")
        text = element.text
        if text is None or not (text := text.strip()):
            return None
        return self.from_text(text)

    def fill(self, element: Element, value: Any) -> None:
        """Write a Python value into its element; None leaves it empty."""
        if value is not None:
            element.text = self.to_text(value)

    def round_trips(self, element: Element, value: Any) -> bool:
        """Whether writing the value read from an element gives the same element again."""
        if element.attrib:
            return False
        if not self.is_nested:
            return (element.text or "") == ("" if value is None else self.to_text(value))
        again = element.makeelement(element.tag)
        self.fill(again, value)
        return _same(again, element)

    def from_request(self, element: Element) -> Any:
        """The Python value of a request document's element: an empty one is empty text."""
        value = self.from_element(element)
        return "" if value is None else value


def _same(one: Element, other: Element) -> bool:
    """Whether elements say the same: white space between elements says nothing."""
    texts = [element.text or "" for element in (one, other)]
    if len(other):
        texts = [text.strip() for text in texts]
    return (
        one.tag == other.tag
        and texts[0] == texts[1]
        and not other.attrib
        and len(one) == len(other)
        and all(map(_same, one, other))
    )


def expect(value: object, kind: type | tuple[type, ...], what: str) -> None:
    """Refuse a value of another Python type; True and False are no numbers."""
    if (isinstance(value, bool) and kind is not bool) or not isinstance(value, kind):
        raise ValueError(f"{what} is needed, not {type(value).__name__}")


def not_empty(value: Any) -> Any:
    """The value of a request's element, which this type needs."""
    if value is None:
        raise ValueError("it is empty, and this type has no empty value")
    return value


def not_text(error: UnicodeEncodeError) -> ValueError:
    """What is wrong with text that cannot be written in bytes."""
    half = error.object[error.start]
    return ValueError(f"it holds {half!r}, half of a character, which cannot be sent")


def sendable(text: str) -> str:
    """The text, if it can be sent.

    Raises:
        ValueError: It holds half of a surrogate pair.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise not_text(error) from None
    return text


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is a list."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a Python value is a mapping, of whatever to whatever."""
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether a Python value is a sequence of values; one text is not."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def sequence_of(value: object) -> Sequence[Any]:
    """The value, if it is a sequence of values."""
    if not _is_sequence(value):
        raise ValueError(f"a sequence of values is needed, not {type(value).__name__}")
    return value


def json_name(value: object) -> str:
    """What a JSON value is called in messages."""
    names: dict[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        dict: "an object",
    }
    return names.get(type(value), "a list" if isinstance(value, list) else type(value).__name__)
