"""The journal: many requests, each sent once, whatever happens meanwhile."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

from attrs import field, frozen

from twilio_ops_components.catalog import ActionRow, objects, record_class
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal.occurrences import Occurrences
from twilio_ops_components.journal.pace import Pace, Throttle
from twilio_ops_components.journal.receive import with_callback
from twilio_ops_components.journal.resolve import SETTLED, repeat, resolve
from twilio_ops_components.journal.sender import PAUSED, Sender
from twilio_ops_components.journal.states import DECIDED, State
from twilio_ops_components.journal.store import New, Outcome, Store
from twilio_ops_components.preview import Preview, requests_of
from twilio_ops_components.watched import Runnable
from twilio_ops_runtime import ConfigurationError, Connection, Document, OperationError, Request

__all__ = ["Intake", "Journal", "Refusal"]

AT_ONCE = 500
"""How many requests are added in one transaction."""
BETWEEN = 2.0
"""Seconds between two looks at all entries, which takes its time where they are many."""


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


class Journal(AbstractContextManager["Journal"]):
    """A file of requests, each of which is sent once.

    ::

        with Journal("send.journal") as journal:
            journal.take(load_operation("send.yaml"), documents_of(["orders"]), key="OrderId")
            journal.send(connection)
            journal.resolve(connection)

    Args:
        path: The file; it is made if there is none.
        now: The time, in seconds since the epoch, for tests.
        clock: Seconds that only grow, for tests.

    Raises:
        ConfigurationError: It is no journal, or cannot be opened.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._clock = clock
        self._store = Store(path, now)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    # -- taking in ------------------------------------------------------------------------------

    def take(
        self,
        operation: Runnable,
        inputs: Iterable[Input],
        *,
        key: str | None = None,
        callback: str | None = None,
        properties: Mapping[str, str] | None = None,
    ) -> Intake:
        """Take in the requests of documents, as they are to be sent; none is sent yet.

        Taking the same documents again adds nothing.

        Args:
            operation: A typed operation or a component that creates, updates or deletes.
            inputs: What ``documents_of`` gives.
            key: The path of the element whose text is the document's business key; None = the
                document itself, so that two documents that say the same are two requests.
            callback: Where the service is to call when it has carried a request out, with its key:
                the address of a :class:`Receiver`. A request that names an address of its own gets
                the key added to that.
            properties: Named values of the run.

        Raises:
            ConfigurationError: The operation only reads, or takes no status callback, or the
                journal is of another operation or account.
            RefusedOperation: The API does not take this operation.
        """
        spec = operation.spec
        if spec.action in ("Get", "Query"):
            raise ConfigurationError(
                f"{spec.name} only reads: a journal is of what changes something"
            )
        row = objects()[spec.object].actions[spec.action]
        if callback is not None and not row.in_role("callback"):
            raise ConfigurationError(f"{spec.name} takes no address that says what became of it")
        self._bind(operation.connection, spec.name, spec.object)
        found = requests_of(operation, inputs, properties, keeps=True)
        new = known = 0
        refused: list[Refusal] = []
        with Occurrences() as occurrences:
            while batch := list(islice(found, AT_ONCE)):
                wanted: dict[str, Input] = {}
                rows: list[New] = []
                for one in batch:
                    made = _new(one, row, key, callback, occurrences.count)
                    if isinstance(made, Refusal):
                        refused.append(made)
                        continue
                    wanted[made.key] = one.input
                    rows.append(made)
                added, others = self._store.add(rows)
                new += added
                known += len(rows) - added - len(others)
                for other in others:
                    reason = f"its key {other.key!r} is in the journal with another document"
                    refused.append(Refusal(input=wanted[other.key], reason=reason))
        return Intake(new=new, known=known, refused=refused)

    def _bind(self, connection: Connection, operation: str, object_name: str) -> None:
        """Keep of which operation and account the journal is, or compare it."""
        values = {"operation": operation, "object": object_name, "account": connection.account_sid}
        with self._store.transaction():
            for name, value in values.items():
                there = self._store.setting(name)
                if there is None:
                    self._store.set(name, value)
                elif there != value:
                    raise ConfigurationError(
                        f"{self._store.path}: is of {name} {there}, not of {value}"
                    )

    # -- sending --------------------------------------------------------------------------------

    def send(
        self,
        connection: Connection,
        pace: Pace | None = None,
        *,
        deadline: float | None = None,
        on_change: Callable[[Mapping[str, int]], object] | None = None,
    ) -> dict[str, int]:
        """Send what is ready, until nothing is or the journal is paused.

        Several processes on this machine may send from one journal.

        Args:
            connection: The account and the way to it.
            pace: How fast; None = as fast as the service takes it, 20 at once.
            deadline: When to send no more, in seconds since the epoch.
            on_change: Is called with the counts, every two seconds at most.

        Returns:
            How many entries are in each state.

        Raises:
            ConfigurationError: The journal is of another account, or of nothing yet.
            sqlite3.Error: The journal cannot be written: nothing goes out that it does not say.
        """
        object_name = self._of(connection)
        self._store.start()
        told = self._clock()

        def changed() -> None:
            nonlocal told
            if on_change is not None and self._clock() - told >= BETWEEN:
                on_change(self.counts())
                told = self._clock()

        sender = Sender(
            self._store,
            connection,
            Throttle(pace or Pace(), self._clock),
            self._now,
            deadline=deadline,
            not_now=self._action(object_name).not_now,
            on_change=changed,
        )
        sender.run()
        return self.counts()

    def _of(self, connection: Connection) -> str:
        account, object_name = self._store.setting("account"), self._store.setting("object")
        if account is None or object_name is None:
            raise ConfigurationError(f"{self._store.path}: nothing has been taken in yet")
        if account != connection.account_sid:
            raise ConfigurationError(
                f"{self._store.path}: is of account {account}, not of {connection.account_sid}"
            )
        _admit(connection, object_name)
        return object_name

    def _action(self, object_name: str) -> ActionRow:
        operation = self._store.setting("operation") or ""
        return objects()[object_name].actions[operation.removesuffix(object_name)]

    # -- doubts and decisions -------------------------------------------------------------------

    def resolve(self, connection: Connection, *, settled: float = SETTLED) -> dict[str, int]:
        """Look for what is in doubt in the service's list; see :mod:`.resolve`.

        What was sent with an idempotency key is ready again: sending it once more does nothing
        twice.

        Args:
            connection: The account and the way to it.
            settled: For how many seconds what is not in the list stays in doubt.

        Returns:
            How many came to which state.

        Raises:
            ConfigurationError: The journal is of another account, or its object has no list.
            OperationError: The list cannot be read.
        """
        object_name = self._of(connection)
        row = self._action(object_name)
        again = repeat(self._store, row.in_role("idempotency"))
        if again and not self._store.in_state(*DECIDED):
            return {"ready": again}
        if row.action != "Create":
            raise ConfigurationError(
                f"{self._store.path}: is of {row.name}, and only a Create leaves a record that"
                " tells: look at what is in doubt, and send again by its key what was not done"
            )
        found = resolve(self._store, connection, object_name, self._now, settled=settled)
        return {**found, "ready": again} if again else found

    def confirm(self, key: str, sid: str) -> bool:
        """Say that the service has told of an entry by its key: it was carried out.

        Args:
            key: The business key.
            sid: The Sid that the service named.

        Returns:
            Whether that decides a doubt.
        """
        entry = self._store.id_of(key)
        if entry is None:
            return False
        outcome = Outcome(entry, "matched", sid=sid, message="told by a callback")
        with self._store.transaction():
            return self._store.record(outcome, previous=(*DECIDED, "sending"))

    def resend(self, *, states: Iterable[State] = (), keys: Iterable[str] = ()) -> int:
        """Decide that entries in doubt are sent again; return how many.

        Args:
            states: All that are ``unknown``, ``absent`` or ``ambiguous``.
            keys: Those with these business keys.

        Raises:
            ConfigurationError: A state is none of those, or a key is not there or not in doubt.
        """
        chosen: list[int] = []
        for state in states:
            if state not in DECIDED:
                raise ConfigurationError(
                    f"{state}: only {', '.join(sorted(DECIDED))} are decided on"
                )
            chosen += [entry.id for entry in self._store.in_state(state)]
        doubts = {entry.key: entry.id for entry in self._store.in_state(*DECIDED)}
        for key in keys:
            if key not in doubts:
                raise ConfigurationError(f"{key!r}: no entry of this key is in doubt")
            chosen.append(doubts[key])
        with self._store.transaction():
            for entry in chosen:
                self._store.record(Outcome(entry, "ready"), previous=tuple(DECIDED))
        return len(set(chosen))

    # -- looking and steering -------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """Return how many entries are in each state."""
        return self._store.counts()

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return every entry as plain values, without its request."""
        return self._store.rows()

    @property
    def object_name(self) -> str:
        """The object that the entries are about; empty before anything is taken in."""
        return self._store.setting("object") or ""

    @property
    def paused(self) -> str | None:
        """Why nothing is sent; None = it is."""
        return self._store.setting(PAUSED)

    def pause(self, reason: str = "by hand") -> None:
        """Let nothing more be sent, by any process, until ``unpause``."""
        with self._store.transaction():
            self._store.set(PAUSED, reason)

    def unpause(self) -> None:
        """Let entries be sent again."""
        with self._store.transaction():
            self._store.set(PAUSED, None)


def _admit(connection: Connection, object_name: str) -> None:
    """Let the connection know the addresses that the journal's requests go to."""
    connection.url_for(record_class(object_name).spec.service.host, "/")


def _new(
    one: Preview,
    row: ActionRow,
    key: str | None,
    callback: str | None,
    occurrence: Callable[[str], int],
) -> New | Refusal:
    request = one.request
    if request is None:
        return Refusal(input=one.input, reason=str(one.error))
    found = _identity(one, request)
    if key is None:
        business = f"{found[:32]}-{occurrence(found)}"
    else:
        try:
            source = one.input.source
            text = source.text_at(key) if isinstance(source, Document) else None
        except OperationError as error:
            return Refusal(input=one.input, reason=str(error))
        if not text:
            return Refusal(input=one.input, reason=f"it has no element {key}, or an empty one")
        business = text
    if callback is not None:
        request = with_callback(request, business, callback, row.in_role("callback")[0])
    pairs = dict(parse_qsl((request.body or b"").decode("utf-8", "replace")))
    sender = next((pairs[name] for name in row.in_role("sender") if name in pairs), None)
    return New(business, found, one.input.name, one.input.line, request, sender)


def _identity(one: Preview, request: Request) -> str:
    """The digest of what makes a request another one: its document, or all of it without one.

    A component may give values that are new each time, such as a counter's; a document that is
    taken in once more is the same all the same.
    """
    content = one.input.content
    parts = [request.method.encode(), request.url.encode()]
    parts.append(request.body or b"" if content is None else content)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
