"""What the emulator takes and gives, whether a socket is behind it or not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from attrs import define, field, frozen

Fate = Literal["answer", "drop", "cut"]
"""What becomes of an answer: it goes out; the connection closes instead; it closes in the middle."""


SHORT = 100
"""Texts of at most so many characters are decoded once: numbers and addresses come again."""
_decode_short = lru_cache(4096)(unquote)


def _decode(text: str) -> str:
    if "%" not in text:
        return text
    return _decode_short(text) if len(text) <= SHORT else unquote(text)


def segments(path: str) -> list[str]:
    """Return the segments of a path, decoded."""
    parts = path.strip("/").split("/")
    return parts if "%" not in path else [unquote(part) for part in parts]


def read_form(text: str) -> list[tuple[str, str]]:
    """Return the names and values of a form or a query, in order; empty values are kept.

    What ``urllib.parse.parse_qsl`` does with ``keep_blank_values``, in a third of the time.
    """
    pairs: list[tuple[str, str]] = []
    if not text:
        return pairs
    for piece in text.split("&"):
        if piece:
            name, _, value = piece.replace("+", " ").partition("=")
            pairs.append((_decode(name), _decode(value)))
    return pairs


@frozen
class Request:
    """One request as it came.

    Attributes:
        method: The HTTP method, in capitals.
        path: The path as it was sent, percent-encoded.
        query: The query as it was sent.
        headers: Header fields, asked for by lower-case name.
        body: The body.
        timeout: How long the sender waits for an answer, where that is known.
        host: The host that it names, with its port where it names one.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(factory=dict[str, str])
    body: bytes = b""
    timeout: float | None = None
    host: str = ""

    @property
    def segments(self) -> list[str]:
        """The segments of the path, decoded."""
        return segments(self.path)


@define
class Response:
    """One answer on its way.

    Attributes:
        status: The HTTP status.
        headers: Header fields.
        body: The body.
        fate: Whether it goes out at all.
        delay: Seconds to wait before it does.
        sent: How many bytes of the body go out before the connection is cut.
        slot: The account whose number of requests under way it counts in, or None.
    """

    status: int
    headers: dict[str, str] = field(factory=dict[str, str])
    body: bytes = b""
    fate: Fate = "answer"
    delay: float = 0.0
    sent: int = 0
    slot: str | None = None
