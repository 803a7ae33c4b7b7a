"""Maps of names to addresses, and how names are written in elements.

A list answer of a thousand records carries ten thousand addresses that differ in one Sid only. A
map is therefore kept as the JSON text it came in, with the record's own Sid taken out, so that
all records of a list share one text; it is read when it is looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.types.base import is_mapping

if TYPE_CHECKING:
    from msgspec import Raw


_WORD_START = r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
_MOST_SHARED = 4
# The texts seen last, in pieces around the Sid. A list has one or two of them, so few are tried.
_shared: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=1024)
def pascal(name: str) -> str:
    """The element name of a JSON name: ``date_created`` is ``DateCreated``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


@lru_cache(maxsize=1024)
def snake(name: str) -> str:
    """The JSON name of an element name: ``DateCreated`` is ``date_created``."""
    return re.sub(_WORD_START, "_", name).lower()


def _share(pieces: tuple[str, ...]) -> tuple[str, ...]:
    global _shared
    _shared = (pieces, *_shared[: _MOST_SHARED - 1])
    return pieces


def _checked(text: str) -> dict[str, str]:
    from msgspec import ValidationError
    from msgspec.json import decode

    try:
        found = decode(text, type=dict[str, str | None])
    except ValidationError:
        raise ValueError("an object of addresses was expected") from None
    return {name: uri or "" for name, uri in found.items()}


class UriMap(Mapping[str, str]):
    """Names to addresses, as :class:`collections.abc.Mapping`; equal to any mapping of the same."""

    __slots__ = ("_sid", "_source")

    _source: tuple[str, ...] | dict[str, str]  # pieces of JSON text around the Sid, or the values
    _sid: str

    def __init__(self, values: Mapping[str, str]) -> None:
        self._source = dict(values)
        self._sid = ""

    @classmethod
    def from_raw(cls, raw: Raw, sid: object = None) -> UriMap | None:
        """The map in JSON text (``msgspec.Raw``), which is read later; ``sid`` is the record's own.

        Raises:
            ValueError: It is neither an object nor null.
        """
        if not (isinstance(sid, str) and sid):  # without it there is nothing to take out
            text = str(raw, "utf-8")
            return None if text == "null" else cls(_checked(text))
        # One of these is made for each record, so nothing is called that can be done here; the
        # texts are compared as JSON texts because making bytes of each takes longer.
        json_text = type(raw)
        for pieces in _shared:
            if raw == json_text(sid.join(pieces)):
                break
        else:
            text = str(raw, "utf-8")
            if text == "null":
                return None
            _checked(text)
            pieces = _share(tuple(text.split(sid)))
        made = object.__new__(cls)
        made._source = pieces
        made._sid = sid
        return made

    def _read(self) -> dict[str, str]:
        if isinstance(self._source, dict):
            return self._source
        return _checked(self._sid.join(self._source))

    def __getitem__(self, name: str) -> str:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, UriMap) and other._source is self._source and other._sid == self._sid:
            return True
        return dict(self) == dict(other) if is_mapping(other) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._read())

    def __reduce__(self) -> tuple[Any, ...]:
        return UriMap, (self._read(),)
