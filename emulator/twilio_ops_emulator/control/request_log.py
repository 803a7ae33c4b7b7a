"""What was asked and how it was answered: the last requests, without credentials."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from twilio_ops_emulator.api.messages import Request, Response, read_form
from twilio_ops_emulator.model import snake

KEPT = 1000
KEPT_OF_AN_ANSWER = 1 << 14
"""How many bytes of an answer are kept."""
_SECRET = ("Password", "SipAuthPassword", "Secret", "AuthToken")

_IN_JSON = re.compile(rf'("(?:{"|".join(map(snake, _SECRET))})"\s*:\s*)"(?:[^"\\]|\\.)*"?')
_IN_XML = re.compile(rf"(<(?:{'|'.join(_SECRET)})>)[^<]+")


@frozen(kw_only=True)
class Entry:
    """One request and its answer.

    Attributes:
        number: Which of all requests it is, counted from 1.
        at: When it came, in seconds.
        method: Its method.
        path: Its path.
        parameters: Its query and form, passwords masked.
        action: The action it meant, or None.
        account: The account in its path, or None.
        status: The HTTP status answered.
        fate: Whether the answer went out.
        answer: What was answered, from its beginning, secrets masked.
        length: How many bytes were answered.
    """

    number: int
    at: float
    method: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    action: str | None
    account: str | None
    status: int
    fate: str
    answer: str
    length: int

    def describe(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "number": self.number,
            "at": self.at,
            "method": self.method,
            "path": self.path,
            "parameters": [list(pair) for pair in self.parameters],
            "action": self.action,
            "account": self.account,
            "status": self.status,
            "fate": self.fate,
            "answer": self.answer,
            "length": self.length,
        }


class RequestLog:
    """The last requests, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[tuple[Any, ...]] = deque(maxlen=KEPT)
        self.count = 0

    def note(
        self,
        request: Request,
        response: Response,
        action: str | None,
        account: str | None,
        at: float,
    ) -> None:
        """Write a request down."""
        self.count += 1
        self._entries.append(
            (
                self.count,
                at,
                request.method,
                request.path,
                request.query,
                request.body,
                action,
                account,
                response.status,
                response.fate,
                response.body[:KEPT_OF_AN_ANSWER],
                len(response.body),
            )
        )

    def entries(self) -> list[Entry]:
        """The requests, oldest first."""
        return list(self.newest())[::-1]

    def newest(self) -> Iterator[Entry]:
        """The requests, newest first; who needs few pays for few."""
        return (_entry(*noted) for noted in reversed(list(self._entries)))

    def clear(self) -> None:
        """Forget all of it."""
        self._entries.clear()
        self.count = 0


def _entry(
    number: int,
    at: float,
    method: str,
    path: str,
    query: str,
    body: bytes,
    action: str | None,
    account: str | None,
    status: int,
    fate: str,
    answer: bytes,
    length: int,
) -> Entry:
    sent = read_form(query)
    sent += read_form(body.decode(errors="replace"))
    return Entry(
        number=number,
        at=at,
        method=method,
        path=path,
        parameters=tuple(
            (name, "***" if name in _SECRET and value else value) for name, value in sent
        ),
        action=action,
        account=account,
        status=status,
        fate=fate,
        answer=_masked(answer.decode(errors="replace")),
        length=length,
    )


def _masked(text: str) -> str:
    """An answer in JSON or XML without the values of secrets."""
    text = _IN_JSON.sub(r'\1"***"', text)
    return _IN_XML.sub(r"\1***", text)
