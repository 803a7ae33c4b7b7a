"""The journal: many requests, each sent once, whatever happens meanwhile."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Unpack

from attrs import asdict

from twilio_ops_components.catalog import ActionRow, objects
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal.intake import Choices, Intake, Wanted, address_of
from twilio_ops_components.journal.pace import Pace
from twilio_ops_components.journal.resolve import SETTLED, reconcile, repeat, resolve
from twilio_ops_components.journal.schedule import limited, schedule_of
from twilio_ops_components.journal.sender import PAUSED, Sender
from twilio_ops_components.journal.states import DECIDED, Outcome, State, told
from twilio_ops_components.journal.store import Store
from twilio_ops_components.journal.trouble import Trouble, log
from twilio_ops_components.load import Component
from twilio_ops_components.watched import Runnable
from twilio_ops_runtime import ConfigurationError, Connection

__all__ = ["Journal"]

SCHEDULED = "scheduled"
BEGAN = "began"  # when what is in it was first taken in, since all was sent
BETWEEN = 2.0  # seconds between two looks at all entries, at least


class Journal(AbstractContextManager["Journal"]):
    """Requests, each of which is sent once: in a file, or in Postgres for several machines.

    ::

        with Journal("send.journal") as journal:
            journal.take(load_operation("send.yaml"), documents_of(["orders"]), key="OrderId")
            journal.send(connection)
            journal.resolve(connection)

    Args:
        place: The file, which is made if there is none; or the address of a journal in Postgres:
            ``postgresql://USER@HOST:PORT/DATABASE#JOURNAL``.
        create: Whether it is made if there is none.
        now: The time, in seconds since the epoch, for tests.
        clock: Seconds that only grow, for tests.

    Attributes:
        gave_up: Whether the last ``send`` was given up, and left what is ready.

    Raises:
        NoJournal: There is none, and none is to be made.
        ConfigurationError: It is no journal, or cannot be opened.
    """

    def __init__(
        self,
        place: str | os.PathLike[str],
        *,
        create: bool = True,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._clock = clock
        self._store = Store(place, now, create=create)
        self.gave_up = False

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it."""
        self._store.close()

    # -- taking in ------------------------------------------------------------------------------

    def take(
        self, operation: Runnable, inputs: Iterable[Input], **options: Unpack[Choices]
    ) -> Intake:
        """Take in the requests of documents, as they are to be sent; none is sent yet.

        Taking the same documents again adds nothing.

        Args:
            operation: A typed operation or a component that creates, updates or deletes.
            inputs: What ``documents_of`` gives.
            options: ``key``, ``callback``, ``deadline``, ``send_at``, ``properties`` and
                ``on_refused``, as :class:`Wanted` says.

        Raises:
            ConfigurationError: The operation only reads, or cannot be scheduled for then, or takes
                no status callback, or the journal is of another operation, account or key.
            RefusedOperation: The API does not take this operation.
        """
        return self.add(Wanted(operation, inputs, now=self._now, **options))

    def add(self, wanted: Wanted, on_batch: Callable[[], object] = lambda: None) -> Intake:
        """Take in requests, as :meth:`take` does, and call something after some hundreds of them."""
        with self._store.transaction():
            self._bind(**wanted.settings)
            if wanted.is_scheduled:
                self._store.keep(SCHEDULED, "yes")
            self._store.keep(BEGAN, repr(self._now()))
        new = known = 0
        for batch in wanted.batches():
            inputs = {id(made): one for made, one in batch}
            added, others = self._store.add([made for made, _ in batch])
            new += added
            known += len(batch) - added - len(others)
            for other in others:
                wanted.refuse_other(inputs[id(other)], other.key)
            on_batch()
        return Intake(new=new, known=known, refusals=wanted.refusals, refused=wanted.refused)

    def succeed(self, component: Component) -> bool:
        """Note that the run of a component was successful, if all in the journal is sent.

        It began when documents were first taken in since the last one that was: what has changed
        since then is for the next.

        Args:
            component: Of which ``last_successful_run`` is asked.

        Returns:
            Whether it was.
        """
        began = self._store.setting(BEGAN)
        if began is None or not set(self.counts()) <= {"sent", "matched"}:
            return False
        component.succeed(datetime.fromtimestamp(float(began), UTC))
        with self._store.transaction():
            self._store.set(BEGAN, None)
        return True

    def _bind(self, **values: str) -> None:
        """Keep of which operation, account and key the journal is, or compare it.

        By another key the same documents would be new, and sent once more.
        """
        for name, value in values.items():
            there = self._store.keep(name, value)
            if there != value:
                raise ConfigurationError(
                    f"{self._store.name}: is of {name} {there}, not of {value}"
                )

    # -- sending --------------------------------------------------------------------------------

    def send(
        self,
        connection: Connection,
        pace: Pace | None = None,
        *,
        deadline: float | None = None,
        give_up_after: float | None = None,
        on_change: Callable[[Mapping[str, int]], object] | None = None,
        on_trouble: Callable[[str], object] = log,
    ) -> dict[str, int]:
        """Send what is ready, until nothing is, the journal is paused or it is given up.

        Several processes may send from one journal, on several machines if it is in Postgres.

        Args:
            connection: The account and the way to it.
            pace: How fast; None = as fast as the service takes it, 20 at once.
            deadline: When to send no more, in seconds since the epoch.
            give_up_after: After how many seconds in which the service was not reached or took
                nothing to end; what is ready stays so. None = it is waited for.
            on_change: Is called with the counts, every two seconds at most.
            on_trouble: Is called with a text that says why requests are put off: once a minute at
                most, once an hour in the end. Else it is logged.

        Returns:
            How many entries are in each state.

        Raises:
            ConfigurationError: The journal is of another account, or of nothing yet.
            JournalError: The journal cannot be written: nothing goes out that it does not say.
        """
        row = self._action(self._of(connection))
        self._store.start()
        due = self._clock() + BETWEEN

        def changed() -> None:
            nonlocal due
            began = self._clock()
            if on_change is not None and began >= due:
                on_change(self.counts())
                took = self._clock() - began  # the more entries there are, the longer
                due = began + max(BETWEEN, 20 * took)

        sender = Sender(
            self._store,
            connection,
            pace or Pace(),
            self._now,
            self._clock,
            deadline=deadline,
            give_up_after=give_up_after,
            not_now=row.not_now,
            prepared=lambda entry: limited(row, entry, deadline, self._now()),
            on_change=changed,
            trouble=Trouble(on_trouble, self._clock),
        )
        self.gave_up = sender.run()
        return self.counts()

    def _of(self, connection: Connection) -> str:
        account, object_name = self._store.setting("account"), self._store.setting("object")
        if account is None or object_name is None:
            raise ConfigurationError(f"{self._store.name}: nothing has been taken in yet")
        if account != connection.account_sid:
            raise ConfigurationError(
                f"{self._store.name}: is of account {account}, not of {connection.account_sid}"
            )
        here = address_of(connection, object_name)
        there = self._store.setting("address") or here
        if here != there:
            raise ConfigurationError(
                f"{self._store.name}: its requests are made for {there}, and the connection is to"
                f" {here}: send by one that is to {there}"
            )
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
                f"{self._store.name}: is of {row.name}, and only a Create leaves a record that"
                " tells: look at what is in doubt, and send again by its key what was not done"
            )
        found = resolve(self._store, connection, object_name, self._now, settled=settled)
        return {**found, "ready": again} if again else found

    def reconcile(
        self,
        connection: Connection,
        pace: Pace | None = None,
        *,
        lag: float = 600.0,
        give_up_after: float | None = None,
        wait: Callable[[float], object] = time.sleep,
        on_trouble: Callable[[str], object] = log,
    ) -> dict[str, int]:
        """Bring what is scheduled to one record for each entry, before it is due.

        What is ready is scheduled; what is in doubt and not in the service's list is scheduled again;
        what a lost answer has scheduled twice is canceled. It takes as long as lists lag, and no time
        if no answer was lost.

        Args:
            connection: The account and the way to it.
            pace: How fast.
            lag: After how many seconds what is not in the list is not there.
            give_up_after: As :meth:`send` has it, as is ``on_trouble``.
            wait: Waits some seconds, for tests.
            on_trouble: Is told why requests are put off.

        Returns:
            How many entries and records came to what; see :class:`.resolve.Reconciled`.

        Raises:
            ConfigurationError: Nothing in the journal is scheduled.
            OperationError: The list cannot be read, or a record cannot be canceled.
        """
        object_name = self._of(connection)
        schedule = schedule_of(self._action(object_name))
        if schedule is None or not self.is_scheduled:
            raise ConfigurationError(f"{self._store.name}: nothing in it is scheduled")
        counts: Counter[str] = Counter()
        while True:
            self.send(connection, pace, give_up_after=give_up_after, on_trouble=on_trouble)
            if self.gave_up:
                return {name: count for name, count in counts.items() if count}
            began = self._now()
            found = reconcile(
                self._store, connection, object_name, schedule.canceled, self._now, lag=lag
            )
            counts.update(asdict(found))
            quiet = max((entry.sending_at or 0.0 for entry in self._store.lost()), default=0.0)
            if found.again and self.paused is None:
                continue
            if (began >= quiet + lag and not found.doubtful) or self.paused is not None:
                counts["doubtful"] = found.doubtful
                return {name: count for name, count in counts.items() if count}
            wait(max(1.0, min(lag, quiet + lag - began)))

    def confirm(self, key: str, sid: str) -> bool:
        """Say that the service has told of an entry by its key: it was carried out.

        Args:
            key: The business key.
            sid: The Sid that the service named.

        Returns:
            Whether that decides a doubt.
        """
        entry = self._store.entry(key)
        if entry is None:
            return False
        outcome = Outcome(entry.id, "matched", sid=sid, message="told by a callback")
        with self._store.transaction():
            return self._store.record(outcome, previous=told(entry))

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
            return sum(
                self._store.record(Outcome(entry, "ready"), previous=tuple(DECIDED))
                for entry in chosen
            )

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
    def is_scheduled(self) -> bool:
        """Whether something in it is carried out later, and :meth:`reconcile` may be of use."""
        return self._store.setting(SCHEDULED) is not None

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
