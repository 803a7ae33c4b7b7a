"""What a type of the catalog can do: text, or a plain value of JSON, to a Python value and back.

Readers raise :class:`ValueError` for what they cannot read; the callers know the place and add it.
Nothing here knows lxml or msgspec: the formats bring their libraries, and what is made of elements
is read and written by ``formats.elements``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeGuard


class Type:
    """A type of the catalog; the scalar ones differ in a few of these methods only."""

    __slots__ = ()
    is_nested = False
    """Whether the value is made of others: in XML, of elements."""
    is_plain = False
    """Whether what msgspec decodes from JSON is the Python value already."""
    may_be_empty = True
    """Whether an element that is empty in a request stands for empty text."""
    json_shape: Any = str
    """What msgspec accepts in JSON, besides null."""

    def from_json(self, value: Any) -> Any:
        """Return the Python value of a JSON value."""
        return value

    def reader(self) -> Callable[[Any], Any]:
        """Return what does the work of ``from_json``, to be called once a value without detours."""
        return self.from_json

    def to_json(self, value: Any) -> Any:
        """Return the JSON value of a Python value that is sent in a JSON body."""
        return self.sent(value)

    def from_text(self, text: str) -> Any:
        """Return the Python value of an element's text; None of an empty one."""
        return self._parsed(text) if (text := text.strip()) else None

    def _parsed(self, text: str) -> Any:
        return text

    def from_request(self, text: str) -> Any:
        """Return the Python value of the text of a request's element."""
        value = self.from_text(text)
        if value is None and not self.may_be_empty:
            raise ValueError("it is empty, and this type has no empty value")
        return "" if value is None else value

    def to_text(self, value: Any) -> str:
        """Return the element text of a Python value."""
        return str(value)

    def sent(self, value: Any) -> str:
        """Return the text that is sent as a parameter.

        Raises:
            ValueError: The API would not take the value.
        """
        return self.to_text(value)

    def parameters(self, api: str, value: Any) -> list[tuple[str, str]]:
        """Return the names and texts that a value of a parameter is sent as.

        Args:
            api: The parameter's name.
            value: The value.

        Raises:
            ValueError: The API would not take it.
        """
        return [(api, self.sent(value))]


class Remembered(dict[Any, Any]):
    """What texts stand for, as far as they were read: prices, counts and statuses come again and again.

    ``Remembered(read).__getitem__`` reads as ``read`` does, for a tenth of the time; of what cannot
    be a key, such as a list, it raises :class:`TypeError`.
    """

    most = 4096
    longest = 32

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        found = self._read(value)
        if value is None or (isinstance(value, str) and len(value) <= self.longest):
            if len(self) >= self.most:
                self.clear()
            self[value] = found
        return found


def expect(value: object, kind: type | tuple[type, ...], what: str) -> None:
    """Refuse a value of another Python type; True and False are no numbers."""
    if (isinstance(value, bool) and kind is not bool) or not isinstance(value, kind):
        raise ValueError(f"{what} is needed, not {type(value).__name__}")


def not_text(error: UnicodeEncodeError) -> ValueError:
    """What is wrong with text that cannot be written in bytes."""
    half = error.object[error.start]
    return ValueError(f"it holds {half!r}, half of a character, which cannot be written")


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


def json_text(value: object) -> bytes:
    """Return a plain value as JSON; decimals are numbers.

    Raises:
        ValueError: JSON cannot say it.
    """
    from msgspec.json import Encoder

    try:
        return Encoder(decimal_format="number").encode(value)
    except UnicodeEncodeError as error:
        raise not_text(error) from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except TypeError as error:
        raise ValueError(str(error)) from None


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is a list."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a Python value is a mapping, of whatever to whatever."""
    return isinstance(value, Mapping)


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether a Python value is a sequence of values; one text is not."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def sequence_of(value: object) -> Sequence[Any]:
    """The value, if it is a sequence of values."""
    if not is_sequence(value):
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
