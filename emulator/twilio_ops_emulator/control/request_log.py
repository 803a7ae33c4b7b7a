"""What was asked and how it was answered: the last requests, without credentials."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from attrs import frozen

from twilio_ops_emulator.api.messages import Request, Response, read_form
from twilio_ops_emulator.model import Catalog, FieldModel

KEPT = 1000
KEPT_OF_A_BODY = 1 << 14
"""How many bytes of a request or an answer are kept."""
SECRET = "password"
"""The format that the catalog gives to values that are never shown."""


@frozen(kw_only=True)
class Entry:
    """One request and its answer.

    Attributes:
        number: Which of all requests it is, counted from 1.
        at: When it came, in seconds.
        method: Its method.
        path: Its path.
        parameters: Its query and form, from their beginning, passwords masked.
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


class Masks:
    """What hides the values that catalogs call secret, wherever they stand.

    Args:
        catalogs: The catalogs.
    """

    def __init__(self, catalogs: Iterable[Catalog]) -> None:
        models = [model for catalog in catalogs for model in catalog.objects.values()]
        parameters = {
            one.name
            for model in models
            for action in model.actions.values()
            for one in action.parameters.values()
            if one.format == SECRET
        }
        fields = [
            one
            for model in models
            for one in _nested(model.fields.values())
            if one.format == SECRET
        ]
        self._parameters = parameters
        in_json = "|".join(sorted({re.escape(field.name) for field in fields}))
        in_xml = "|".join(sorted({re.escape(field.xml) for field in fields}))
        self._in_json = re.compile(rf'("(?:{in_json})"\s*:\s*)"(?:[^"\\]|\\.)*"?')
        self._in_xml = re.compile(rf"(<(?:{in_xml})>)[^<]+")

    def parameter(self, name: str, value: str) -> str:
        """Return the value of a parameter as it may be shown."""
        return "***" if name in self._parameters and value else value

    def answer(self, text: str) -> str:
        """Return an answer in JSON or XML without the values of secrets."""
        text = self._in_json.sub(r'\1"***"', text)
        return self._in_xml.sub(r"\1***", text)


def _nested(fields: Iterable[FieldModel], known: set[int] | None = None) -> Iterator[FieldModel]:
    """Fields, and those within them; those of a struct once, for it may be within itself."""
    known = set() if known is None else known
    for field in fields:
        yield field
        if field.items is not None:
            yield from _nested((field.items,), known)
        if field.struct is not None and id(field.struct) not in known:
            known.add(id(field.struct))
            yield from _nested(field.struct.values(), known)


@cache
def masks_of(*catalogs: Catalog) -> Masks:
    """Return what hides the secrets of catalogs, made once for them."""
    return Masks(catalogs)


class RequestLog:
    """The last requests, oldest first.

    Args:
        masks: What hides secrets.
    """

    def __init__(self, masks: Masks) -> None:
        self._masks = masks
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
                request.body[:KEPT_OF_A_BODY],
                action,
                account,
                response.status,
                response.fate,
                response.body[:KEPT_OF_A_BODY],
                len(response.body),
            )
        )

    def entries(self) -> list[Entry]:
        """The requests, oldest first."""
        return list(self.newest())[::-1]

    def newest(self) -> Iterator[Entry]:
        """The requests, newest first; who needs few pays for few."""
        return (self._entry(*noted) for noted in reversed(list(self._entries)))

    def clear(self) -> None:
        """Forget all of it."""
        self._entries.clear()
        self.count = 0

    def _entry(
        self,
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
        sent += read_form(self._masks.answer(body.decode(errors="replace")))
        return Entry(
            number=number,
            at=at,
            method=method,
            path=path,
            parameters=tuple((name, self._masks.parameter(name, value)) for name, value in sent),
            action=action,
            account=account,
            status=status,
            fate=fate,
            answer=self._masks.answer(answer.decode(errors="replace")),
            length=length,
        )
