"""What is taken into a journal: the request of a document, its key, and who it is from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from attrs import field, frozen

from twilio_ops_components.catalog import ActionRow
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal.receive import with_callback
from twilio_ops_components.journal.schedule import Schedule
from twilio_ops_components.journal.states import New, pairs_of
from twilio_ops_components.preview import Preview
from twilio_ops_runtime import Document, OperationError, Request

__all__ = ["Intake", "Occurrences", "Refusal", "new_entry"]

PROPERTY = "property:"
LONGEST_KEY = 2000
"""The longest business key, in bytes of UTF-8."""


class Occurrences(AbstractContextManager["Occurrences"]):
    """Counts digests, in a file of its own that is gone when it is closed."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)  # "": a file that has no name
        self._db.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY, times INT) WITHOUT ROWID")

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def count(self, digest: str) -> int:
        """Count an occurrence of a digest in hexadecimal; return which it is, from 1 on."""
        key = bytes.fromhex(digest)
        self._db.execute(
            "INSERT INTO seen VALUES (?, 1) ON CONFLICT (digest) DO UPDATE SET times = times + 1",
            (key,),
        )
        found = self._db.execute("SELECT times FROM seen WHERE digest = ?", (key,))
        return int(found.fetchone()[0])


@frozen(kw_only=True)
class Refusal:
    """A document that was not taken into the journal.

    Attributes:
        input: The document.
        reason: Why.
    """

    input: Input
    reason: str


@frozen(kw_only=True)
class Intake:
    """What was taken into a journal.

    Attributes:
        new: How many requests are new.
        known: How many were there already.
        refused: The documents that make no request, or whose key has another one.
    """

    new: int = 0
    known: int = 0
    refused: list[Refusal] = field(factory=list)


def new_entry(
    one: Preview,
    row: ActionRow,
    key: str | None,
    callback: str | None,
    occurrence: Callable[[str], int],
    deadline: float | None,
    schedule: tuple[Schedule, float] | None = None,
    properties: Mapping[str, str] | None = None,
) -> New | Refusal:
    """Return what a document adds to a journal, or why it adds nothing.

    Args:
        one: The document and its request.
        row: The action.
        key: The path of the element that is the business key, or ``property:NAME``; None = the
            document itself.
        callback: Where the service tells what became of it.
        occurrence: Counts how often the same document was there.
        deadline: When it is not to be sent any more.
        schedule: How it is scheduled, and for when.
        properties: Named values of the run.
    """
    request = one.request
    if request is None:
        return Refusal(input=one.input, reason=str(one.error))
    found = _identity(one, request)
    if key is None:
        business = f"{found[:32]}-{occurrence(found)}"
    else:
        try:
            if key.startswith(PROPERTY):
                text = (properties or {}).get(key.removeprefix(PROPERTY))
            else:
                text = _text_at(one.input.source, key)
        except OperationError as error:
            return Refusal(input=one.input, reason=str(error))
        if not text:
            what = key if key.startswith(PROPERTY) else f"element {key}"
            return Refusal(input=one.input, reason=f"it has no {what}, or an empty one")
        if len(text.encode()) > LONGEST_KEY:
            return Refusal(input=one.input, reason=f"its key is longer than {LONGEST_KEY} bytes")
        business = text
    if schedule is not None:
        scheduled = schedule[0].applied(request, schedule[1])
        if isinstance(scheduled, str):
            return Refusal(input=one.input, reason=scheduled)
        request = scheduled
    if callback is not None:
        request = with_callback(request, business, callback, row.in_role("callback")[0])
    pairs = dict(pairs_of(request))
    sender = next((text for name in row.in_role("sender") if (text := pairs.get(name))), "")
    name = one.input.name.encode("utf-8", "backslashreplace").decode()
    return New(business, found, name, one.input.line, request, sender, deadline)


def _text_at(source: Any, path: str) -> str | None:
    return source.text_at(path) if isinstance(source, Document) else None


def _identity(one: Preview, request: Request) -> str:
    """The digest of what makes a request another one: its document, or all of it without one.

    A component may give values that are new each time, such as a counter's; a document that is
    taken in once more is the same all the same.
    """
    content = one.input.content
    parts = [request.method.encode(), request.url.encode()]
    parts.append(request.body or b"" if content is None else content)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
