"""What the emulator takes and gives, whether a socket is behind it or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import unquote

from attrs import define, field, frozen

Fate = Literal["answer", "drop", "cut"]
"""What becomes of an answer: it goes out; the connection closes instead; it closes in the middle."""


@frozen
class Incoming:
    """One request as it came.

    Attributes:
        method: The HTTP method, in capitals.
        path: The path as it was sent, percent-encoded.
        query: The query as it was sent.
        headers: Header fields by lower-case name.
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
        return [unquote(part) for part in self.path.strip("/").split("/")]


@define
class Outgoing:
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
