"""What is taken into a journal: the request of each document, its key, and who it is from."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, TypedDict

from attrs import frozen

from twilio_ops_components.catalog import objects, record_class
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal.identity import Identity
from twilio_ops_components.journal.receive import with_callback
from twilio_ops_components.journal.schedule import Schedule, schedule_of
from twilio_ops_components.journal.states import New, pairs_of
from twilio_ops_components.preview import Preview, requests_of
from twilio_ops_components.values.paths import check_path, text_at
from twilio_ops_components.watched import Runnable
from twilio_ops_runtime import ConfigurationError, Connection, Document, OperationError

__all__ = ["Choices", "Intake", "Refusal", "Wanted", "address_of"]

PROPERTY = "property:"
LONGEST_KEY = 2000
"""The longest business key, in bytes of UTF-8."""
AT_ONCE = 500
"""How many requests are added in one transaction."""
MOST_KEPT = 1000
"""How many refusals are held."""
BY_DOCUMENT = "the document itself"


def address_of(connection: Connection, object_name: str) -> str:
    """Return the address that a connection has the service of an object at, and let it be sent to."""
    return connection.url_for(record_class(object_name).spec.service.host, "/")


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
        refusals: How many documents make no request, or have a key that has another one.
        refused: The first 1000 of those.
    """

    new: int
    known: int
    refusals: int
    refused: list[Refusal]


class Choices(TypedDict, total=False):
    """What is chosen where documents are taken in; see :class:`Wanted`."""

    key: str | None
    callback: str | None
    deadline: float | None
    send_at: float | None
    properties: Mapping[str, str] | None
    on_refused: Callable[[Refusal], object] | None


class Wanted:
    """The requests of documents, as they are to be taken into a journal.

    Args:
        operation: A typed operation or a component that creates, updates or deletes.
        inputs: What ``documents_of`` gives.
        key: The path of the element whose text is the document's business key, or
            ``property:NAME`` for a value of the run; None = the document itself, so that two
            documents that say the same are two requests.
        callback: Where the service is to call when it has carried a request out, with its key: the
            address of a :class:`Receiver`. A request that names an address of its own gets the key
            added to that.
        deadline: When these requests are not to be sent any more, whoever sends and whenever, in
            seconds since the epoch; what is ready then is refused.
        send_at: When the service is to carry these requests out, in seconds since the epoch: they
            are scheduled, and :meth:`Journal.reconcile` cancels what a lost answer has scheduled
            twice.
        properties: Named values of the run.
        on_refused: Is called with each document that is not taken in.
        now: The time, in seconds since the epoch.

    Raises:
        ConfigurationError: The operation only reads, or cannot be scheduled for then, or takes no
            status callback, or the callback is no address, or the deadline has passed.

    Attributes:
        settings: The operation, object, account and key that the journal is bound to.
        is_scheduled: Whether the requests are scheduled.
        refused: The first 1000 documents that are not taken in, so far.
        refusals: How many these are.
    """

    def __init__(
        self,
        operation: Runnable,
        inputs: Iterable[Input],
        *,
        key: str | None = None,
        callback: str | None = None,
        deadline: float | None = None,
        send_at: float | None = None,
        properties: Mapping[str, str] | None = None,
        on_refused: Callable[[Refusal], object] | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        spec = operation.spec
        if spec.action in ("Get", "Query"):
            raise ConfigurationError(
                f"{spec.name} only reads: a journal is of what changes something"
            )
        if key is not None and not key.startswith(PROPERTY):
            try:
                check_path(key)
            except ValueError as error:
                raise ConfigurationError(f"key {key!r:.80}: {error}, or {PROPERTY}NAME") from None
        self._row = objects()[spec.object].actions[spec.action]
        if callback is not None and not self._row.in_role("callback"):
            raise ConfigurationError(f"{spec.name} takes no address that says what became of it")
        if callback is not None and not re.match(
            r"https?://[^/?#\s]+\S*\Z", callback, re.IGNORECASE
        ):
            raise ConfigurationError(
                f"callback {callback!r:.80}: expected an address of HTTP: https://example.com/told"
            )
        if deadline is not None and deadline <= now():
            raise ConfigurationError("the deadline has passed: nothing of it would be sent")
        self._schedule: tuple[Schedule, float] | None = None
        if send_at is not None:
            how = schedule_of(self._row)
            if how is None:
                raise ConfigurationError(f"{spec.name} cannot be scheduled")
            how.check(send_at, now())
            self._schedule = how, send_at
            latest = send_at - how.minimum
            deadline = latest if deadline is None else min(deadline, latest)
        self.settings = {
            "operation": spec.name,
            "object": spec.object,
            "account": operation.connection.account_sid,
            "address": address_of(operation.connection, spec.object),
            "key": key or BY_DOCUMENT,
        }
        self.is_scheduled = self._schedule is not None
        self.refused: list[Refusal] = []
        self.refusals = 0
        self._key = key
        self._callback = callback
        self._deadline = deadline
        self._properties = properties or {}
        self._on_refused = on_refused
        self._identity = Identity(operation)
        self._previews = requests_of(operation, inputs, properties, keeps=True)
        self._first: list[tuple[New, Input]] = []
        self._batches = self._made()

    def is_any(self) -> bool:
        """Make requests until there is one to be taken in; return whether there is.

        Raises:
            RefusedOperation: The API does not take this operation.
            ConfigurationError: The component or the connection cannot work.
        """
        if not self._first:
            none: list[tuple[New, Input]] = []
            self._first = next(self._batches, none)
        return bool(self._first)

    def batches(self) -> Iterator[list[tuple[New, Input]]]:
        """Return all requests with their documents, some hundreds at once."""
        while self.is_any():
            found, self._first = self._first, []
            yield found

    def refuse(self, one: Input, reason: str) -> None:
        """Say that a document is not taken in."""
        refusal = Refusal(input=one, reason=reason)
        self.refusals += 1
        if len(self.refused) < MOST_KEPT:
            self.refused.append(refusal)
        if self._on_refused is not None:
            self._on_refused(refusal)

    def refuse_other(self, one: Input, key: str) -> None:
        """Say that the key of a document is in the journal with another request."""
        there = "is in the journal with another request, which stays"
        if self._key is None:
            reason = (
                f"its document {there}: the component, a property or --send-at has changed since;"
                " if this is to be sent, too, take another journal"
            )
        else:
            reason = (
                f"its key {key!r} {there}; if this is to be sent, too, give it another key, or take"
                " another journal"
            )
        self.refuse(one, reason)

    def _made(self) -> Iterator[list[tuple[New, Input]]]:
        with Occurrences() as occurrences:
            while previews := list(islice(self._previews, AT_ONCE)):
                batch: list[tuple[New, Input]] = []
                for one in previews:
                    made = self._entry(one, occurrences.count)
                    if isinstance(made, str):
                        self.refuse(one.input, made)
                    else:
                        batch.append((made, one.input))
                if batch:
                    yield batch

    def _entry(self, one: Preview, occurrence: Callable[[str], int]) -> New | str:
        """What a document adds to a journal, or why it adds nothing."""
        request = one.request
        if request is None:
            return str(one.error)
        if self._key is None:
            found = self._identity.of_input(one.input, request)
            business = f"{found[:32]}-{occurrence(found)}"
        else:
            try:
                text = self._text_at(one.input.source, self._key)
            except OperationError as error:
                return str(error)
            if not text:
                what = self._key if self._key.startswith(PROPERTY) else f"element {self._key}"
                return f"it has no {what}, or an empty one"
            if len(text.encode()) > LONGEST_KEY:
                return f"its key is longer than {LONGEST_KEY} bytes"
            business = text
        if self._schedule is not None:
            scheduled = self._schedule[0].applied(request, self._schedule[1])
            if isinstance(scheduled, str):
                return scheduled
            request = scheduled
        digest = self._identity.of_request(request)
        if self._callback is not None:
            parameter = self._row.in_role("callback")[0]
            request = with_callback(request, business, self._callback, parameter)
        pairs = dict(pairs_of(request))
        senders = (pairs[name] for name in self._row.in_role("sender") if pairs.get(name))
        name = one.input.name.encode("utf-8", "backslashreplace").decode()
        return New(
            business, digest, name, one.input.line, request, next(senders, ""), self._deadline
        )

    def _text_at(self, source: Any, key: str) -> str | None:
        if key.startswith(PROPERTY):
            return self._properties.get(key.removeprefix(PROPERTY))
        return text_at(source, key) if isinstance(source, Document) else None
