"""Sending the entries of a journal, each at most once.

One thread commits: what came back and what goes out next, in one transaction, so that many
requests under way share one wait for the disk. No byte of a request goes out before the commit that
says it is ``sending``.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import NamedTuple

from twilio_ops_components.catalog import service
from twilio_ops_components.journal.answers import number_in, seconds_of, text_in
from twilio_ops_components.journal.database import JournalError
from twilio_ops_components.journal.once import HARMLESS, Answered, NoAnswer, NotSent, once
from twilio_ops_components.journal.pace import Buckets, Pace, Throttle
from twilio_ops_components.journal.states import Entry, Outcome
from twilio_ops_components.journal.store import LONGEST_WAIT, Store
from twilio_ops_components.journal.trouble import Trouble, log
from twilio_ops_runtime import (
    Connection,
    ForeignAddress,
    OperationError,
    OutcomeUnknown,
    RedirectRefused,
    Request,
    Response,
    TransportError,
)

__all__ = ["PAUSED", "Sender"]

LONGEST_UNREACHED = 60.0
"""After how many seconds a service that is not reached is tried again, at most."""
LOOKS = 1.0
"""How many seconds may pass until a pause, or another process's entries, are seen."""
PAUSED = "paused"
BLOCKED = "blocked until"
LOWERED = "concurrency"
JUMP = 60.0
"""By how many seconds a clock that is set forward at once makes deadlines doubtful."""


class _Seen(NamedTuple):
    """What came of one attempt, and what it says about the pace."""

    outcome: Outcome
    put_off: str | None = None
    unreached: bool = False
    too_many: float | None = None
    under_way: int | None = None
    stops: str | None = None


class Sender:
    """Sends what is ready in a journal until nothing is, or it is paused.

    Args:
        store: The journal; only this thread uses it.
        connection: The account and the way to it.
        pace: How fast.
        now: The time, in seconds since the epoch.
        clock: Seconds that only grow.
        deadline: When to send no more, in seconds since the epoch; what is ready then is refused.
        give_up_after: After how many seconds in which every attempt was put off to end; None =
            never.
        not_now: Error codes that say that it was not done, and may be done later.
        prepared: Is called with each entry as it goes out; returns the request that is sent.
        on_change: Is called after each commit.
        trouble: Is told of requests that are put off.
    """

    def __init__(
        self,
        store: Store,
        connection: Connection,
        pace: Pace,
        now: Callable[[], float],
        clock: Callable[[], float] = time.monotonic,
        *,
        deadline: float | None = None,
        give_up_after: float | None = None,
        not_now: Collection[int] = (),
        prepared: Callable[[Entry], Request] = lambda entry: entry.request,
        on_change: Callable[[], object] = lambda: None,
        trouble: Trouble | None = None,
    ) -> None:
        self._store = store
        self._not_now = not_now
        self._connection = connection.through(once)
        self._now = now
        self._clock = clock
        self._deadline = deadline
        self._give_up_after = give_up_after
        self._put_off_since: float | None = None  # every attempt was
        self._prepared = prepared
        self._on_change = on_change
        self._trouble = trouble or Trouble(log, clock)
        self._unreached = 0  # how many attempts in a row found no service
        lowered = store.setting(LOWERED)
        self.throttle = Throttle(pace, clock, None if lowered is None else int(lowered))
        self._lowered = self.throttle.lowered
        self._blocked = store.setting(BLOCKED)
        self._block()
        self._under_way: dict[Future[_Seen], Entry] = {}
        self._idle = 0.0
        self._senders: list[str] = []
        self._looked_for_senders = self._looked_for_deadlines = -LOOKS
        self._ahead = now() - clock()

    def run(self) -> bool:
        """Send until nothing is ready or under way; what is put off is waited for.

        Returns:
            Whether it was given up, and something is ready.

        Raises:
            OperationError: The journal is of another connection.
            JournalError: A commit failed: nothing goes out that it would have said. What is under
                way is waited for, and is unknown to the next run if it cannot be written.
        """
        with ThreadPoolExecutor(self.throttle.pace.concurrency, "journal") as pool:
            try:
                return self._all(pool)
            except BaseException:
                self._settle()
                raise

    def _all(self, pool: ThreadPoolExecutor) -> bool:
        due = self._store.next_due()
        if due is not None and self.throttle.blocked > 0:
            self._put_off("the service asked for a pause before", self.throttle.blocked)
        while True:
            seen = [future for future in self._under_way if future.done()]
            room = self.throttle.concurrency - len(self._under_way) + len(seen)
            if self._is_too_long():
                room = 0
            claimed: list[Entry] = []
            if seen or (room > 0 and due is not None):
                claimed = self._commit(seen, room)
            for entry in claimed:
                self._under_way[pool.submit(self._send, entry, self._prepared(entry))] = entry
            if len(claimed) < room or not claimed:  # else there may be more: nothing is waited for
                due = self._store.next_due()
            if not self._under_way:
                if due is None or self._store.setting(PAUSED) is not None:
                    return False
                if self._is_too_long():
                    self._trouble.given_up()
                    return True
            self._wait(due, bool(claimed))

    def _settle(self) -> None:
        """Write what is still coming back, if that can be written."""
        wait(self._under_way)
        with suppress(JournalError), self._store.transaction():
            self._store.record_all(
                [one.result().outcome for one in self._under_way if one.exception() is None]
            )

    def _commit(self, seen: list[Future[_Seen]], room: int) -> list[Entry]:
        """Write what came back, and claim what goes out next."""
        found = [future.result() for future in seen]
        entries: list[Entry] = []
        for one in found:
            self._learn(one)
        if self._unreached:
            room = min(room, 1)  # one finds out whether it is there again
        pace = self.throttle.pace
        with self._store.transaction(alone=pace.has_rate):
            self._store.record_all([one.outcome for one in found])
            settings = self._store.settings() | self._told(found)
            if settings.get(BLOCKED) != self._blocked:
                self._blocked = settings.get(BLOCKED)
                self._block()
            self._idle = LOOKS
            if settings.get(PAUSED) is None and room > 0:
                entries = self._chosen(min(room, self.throttle.concurrency))
                self._store.claim(entries)
        for future in seen:
            del self._under_way[future]
        if found:
            self._on_change()
        return entries

    def _learn(self, one: _Seen) -> None:
        """Let the pace follow what came of an attempt, and tell of what is put off."""
        seconds = max(0.0, one.outcome.due - self._now())
        if one.too_many is not None:
            self.throttle.too_many(one.too_many, len(self._under_way), one.under_way)
        elif one.unreached:
            self._unreached += 1
            seconds = min(LONGEST_UNREACHED, 0.5 * 2.0 ** min(self._unreached, 10))
            self.throttle.block(seconds)
        else:
            self.throttle.went_well()
        if not one.unreached:
            self._unreached = 0
        if one.put_off is None:
            self._put_off_since = None
            self._trouble.well()
        else:
            self._put_off(one.put_off, seconds)

    def _put_off(self, reason: str, seconds: float) -> None:
        if self._put_off_since is None:
            self._put_off_since = self._clock()
        self._trouble.put_off(reason, seconds)

    def _is_too_long(self) -> bool:
        """Whether every attempt was put off for so long that it is given up."""
        since, most = self._put_off_since, self._give_up_after
        return since is not None and most is not None and self._clock() - since >= most

    def _told(self, found: Iterable[_Seen]) -> dict[str, str]:
        """Keep what answers said of the pace, for other workers and for later; return it."""
        told: dict[str, str] = {}
        for one in found:
            if one.stops is not None:
                told[PAUSED] = one.stops
            if one.too_many is not None:
                told[BLOCKED] = repr(self._now() + one.too_many)
        for name, value in told.items():
            self._store.set(name, value)
        if self._lowered != self.throttle.lowered:
            self._lowered = self.throttle.lowered
            self._store.set(LOWERED, None if self._lowered is None else str(self._lowered))
        return told

    def _block(self) -> None:
        """Wait as long as the service asked, this worker or another, now or in a run before."""
        seconds = float(self._blocked or 0.0) - self._now()
        if 0 < seconds <= LONGEST_WAIT:  # more than that, and the clock was set back
            self.throttle.block(seconds)

    def _chosen(self, room: int) -> list[Entry]:
        """The entries that the pace lets out now."""
        if self._is_past_deadlines():
            return []
        self._idle = self.throttle.blocked
        if self._idle > 0:
            return []
        pace = self.throttle.pace
        if not pace.has_rate:
            return self._store.ready(room)
        buckets = Buckets(pace, self._store.buckets(), self._now())
        entries: list[Entry] = []
        waits: list[float] = []
        for sender in self._waiting_senders():
            most = buckets.allows(sender or "", room - len(entries))
            found = self._store.ready(most, sender) if most else []
            buckets.take(sender or "", len(found))
            entries += found
            if len(found) == most:
                waits.append(buckets.wait(sender or ""))
        self._idle = min(waits, default=0.0)
        self._store.keep_buckets(buckets.changed())
        return entries

    def _waiting_senders(self) -> list[str | None]:
        """Whose entries are looked for: another sender's first each time, then those of nobody."""
        if self.throttle.pace.sender_rate is None:
            return [None]  # whoever it is
        if self._clock() - self._looked_for_senders >= LOOKS:
            self._senders = self._store.senders()
            self._looked_for_senders = self._clock()
        self._senders = self._senders[1:] + self._senders[:1]
        return [*self._senders, ""]

    def _is_past_deadlines(self) -> bool:
        """Refuse what is late, and say whether nothing is to be sent any more.

        A clock that is set forward at once may be wrong: what it made late would be refused for
        good, so the journal is paused, and a person looks at the clock.
        """
        now, clock = self._now(), self._clock()
        everything = self._deadline is not None and now >= self._deadline
        if not everything and clock - self._looked_for_deadlines < LOOKS:
            return False
        self._looked_for_deadlines = clock
        jumped = now - clock - self._ahead
        if jumped <= JUMP:
            self._ahead = now - clock
        elif everything or self._store.is_late(now):
            self._store.set(
                PAUSED,
                f"the clock went forward by {jumped:.0f} s at once, which would make what is ready"
                " late: look at the clock, then resume",
            )
            return True
        self._store.expire(now, everything=everything)
        return everything

    def _wait(self, due: float | None, claimed: bool) -> None:
        """Wait until something comes back, or something may go out."""
        seconds = LOOKS
        if due is not None and len(self._under_way) < self.throttle.concurrency:
            seconds = min(LOOKS, max(0.0 if claimed else 0.001, due - self._now(), self._idle))
        if self._under_way:
            wait(self._under_way, seconds, FIRST_COMPLETED)
        else:
            time.sleep(seconds)

    # -- in a thread of the pool ----------------------------------------------------------------

    def _send(self, entry: Entry, request: Request) -> _Seen:
        """Send one entry, and say what became of it."""
        try:
            reply = self._connection.send(request)
            reply.read()
        except Answered as error:
            if error.reply.status != 429:
                return self._answered(entry, error.reply)
            return self._again(entry, error.reply)
        except NotSent as error:
            outcome = self._later(entry, str(error), LONGEST_UNREACHED)
            return _Seen(outcome, f"the service is not reached: {error}", unreached=True)
        except NoAnswer as error:
            outcome = self._later(entry, str(error))._replace(lost=True)
            return _Seen(outcome, f"the answer is lost: {error}")
        except OutcomeUnknown as error:
            return _Seen(_failed(entry, "unknown", error))
        except ForeignAddress as error:
            outcome = Outcome(entry.id, "ready", message=str(error))
            return _Seen(outcome, stops="its requests are for another address")
        except TransportError as error:
            # What points elsewhere was not done here; any other answer may be that of what was done.
            may_be_done = error.sent and not isinstance(error, RedirectRefused)
            return _Seen(_failed(entry, "unknown" if may_be_done else "refused", error))
        return self._answered(entry, reply)

    def _answered(self, entry: Entry, reply: Response) -> _Seen:
        status, body = reply.status, reply.read()
        code = number_in(body, "Code")
        outcome = Outcome(
            entry.id,
            "sent",
            sid=text_in(body, "Sid"),
            http_status=status,
            request_id=self._connection.request_id(reply),
        )
        if 200 <= status < 300:
            return _Seen(outcome)
        said = text_in(body, "Message") or f"answered {status}"
        outcome = outcome._replace(sid=None, code=code, message=said)
        if code in self._not_now:
            again = outcome._replace(state="ready", due=self._due(entry, None))
            return _Seen(again, f"the service takes no more for now: {said} ({code})")
        if status == 404 and entry.lost and entry.request.method == "DELETE":
            gone = "it is not there; the answer of an attempt before was lost"
            return _Seen(outcome._replace(state="matched", message=gone))
        if status == 401:
            paused = f"the credentials were refused: {said}"
            return _Seen(outcome._replace(state="ready"), stops=paused)
        if 400 <= status < 500 or status == 501:
            return _Seen(outcome._replace(state="refused"))
        if entry.request.method in HARMLESS and status >= 500:
            again = outcome._replace(state="ready", due=self._due(entry, None), lost=True)
            return _Seen(again, f"the service fails: {said}")
        return _Seen(outcome._replace(state="unknown"))

    def _again(self, entry: Entry, reply: Response) -> _Seen:
        asked = seconds_of(reply.headers.get("Retry-After", ""))
        due = self._due(entry, asked)
        outcome = Outcome(
            entry.id, "ready", due=due, http_status=429, message="answered 429: not processed"
        )
        said = reply.headers.get(service().get("under_way") or "", "")
        under_way = int(said[:9]) if said.isascii() and said.isdigit() else None
        said = "the service takes no more for now: it answers 429, too many requests"
        return _Seen(outcome, said, too_many=due - self._now(), under_way=under_way)

    def _later(self, entry: Entry, reason: str, longest: float = LONGEST_WAIT) -> Outcome:
        return Outcome(entry.id, "ready", due=self._due(entry, None, longest), message=reason)

    def _due(self, entry: Entry, asked: float | None, longest: float = LONGEST_WAIT) -> float:
        """When to send again: as was asked, or a time that doubles, and a random part."""
        seconds = 0.5 * 2.0 ** min(entry.attempts, 10) if asked is None else asked
        return self._now() + min(longest, seconds * (1 + random.random() / 2))


def _failed(entry: Entry, state: str, error: OperationError) -> Outcome:
    return Outcome(
        entry.id,
        "unknown" if state == "unknown" else "refused",
        sid=getattr(error, "sid", None),
        http_status=getattr(error, "status", None),
        message=str(error),
        request_id=getattr(error, "request_id", None),
    )
