"""Sending the entries of a journal, each at most once.

One thread commits: what came back and what goes out next, in one transaction, so that many
requests under way share one wait for the disk. No byte of a request goes out before the commit that
says it is ``sending``.
"""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import NamedTuple

from twilio_ops_components.catalog import service
from twilio_ops_components.journal.pace import Throttle
from twilio_ops_components.journal.store import LONGEST_WAIT, Entry, Outcome, Store
from twilio_ops_runtime import (
    AnswerError,
    ConnectError,
    Connection,
    OperationError,
    OutcomeUnknown,
    Request,
    Response,
    Send,
    TransportError,
)

__all__ = ["Sender"]

LOOKS = 1.0
"""How many seconds may pass until a pause, or another process's entries, are seen."""
PAUSED = "paused"
BLOCKED = "blocked until"


class _Answered(OperationError):
    """Raised where the connection would send again by itself: the journal decides that."""

    def __init__(self, reply: Response) -> None:
        super().__init__("not processed")
        self.reply = reply


class _NotSent(OperationError):
    """The same, where nothing was sent."""


class _Seen(NamedTuple):
    """What came of one attempt, and what it says about the pace."""

    outcome: Outcome
    too_many: float | None = None
    under_way: int | None = None
    refused_credentials: str | None = None


def _once(send: Send) -> Send:
    """Send without the connection's own repetitions of what was not processed."""

    def attempt(request: Request, /) -> Response:
        try:
            reply = send(request)
            if reply.status == 429:
                reply.read(1 << 20)
                raise _Answered(reply)
            return reply
        except TransportError as error:
            if isinstance(error, ConnectError) or not error.sent:
                raise _NotSent(str(error)) from None
            raise

    return attempt


class Sender:
    """Sends what is ready in a journal until nothing is, or it is paused.

    Args:
        store: The journal's file; only this thread uses it.
        connection: The account and the way to it.
        throttle: The pace.
        now: The time, in seconds since the epoch.
        deadline: When to send no more, in seconds since the epoch; what is ready then is refused.
        not_now: Error codes that say that it was not done, and may be done later.
        on_change: Is called after each commit.
    """

    def __init__(
        self,
        store: Store,
        connection: Connection,
        throttle: Throttle,
        now: Callable[[], float],
        *,
        deadline: float | None = None,
        not_now: Collection[int] = (),
        on_change: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self._not_now = not_now
        self._connection = connection.through(_once)
        self._throttle = throttle
        self._now = now
        self._deadline = deadline
        self._on_change = on_change
        blocked = float(store.setting(BLOCKED) or 0.0) - now()
        if 0 < blocked <= LONGEST_WAIT:  # more than that, and the clock was set back
            throttle.block(blocked)
        self._under_way: dict[Future[_Seen], Entry] = {}
        self._put_off = 0.0

    def run(self) -> None:
        """Send until nothing is ready or under way; what is put off is waited for.

        Raises:
            OperationError: The journal is of another connection.
            sqlite3.Error: A commit failed: nothing goes out that it would have said. What is under
                way is waited for, and is unknown to the next run.
        """
        with ThreadPoolExecutor(self._throttle.concurrency, "journal") as pool:
            try:
                self._all(pool)
            except BaseException:
                self._settle()
                raise

    def _all(self, pool: ThreadPoolExecutor) -> None:
        while True:
            seen = [future for future in self._under_way if future.done()]
            claimed = self._commit(seen)
            for entry in claimed:
                self._under_way[pool.submit(self._send, entry)] = entry
            if not self._under_way and self._is_over():
                return
            self._wait(bool(claimed))

    def _settle(self) -> None:
        """Write what is still coming back, if that can be written."""
        wait(self._under_way)
        with suppress(sqlite3.Error), self._store.transaction():
            for future in self._under_way:
                if future.exception() is None:
                    self._store.record(future.result().outcome)

    def _commit(self, seen: list[Future[_Seen]]) -> list[Entry]:
        """Write what came back, and claim what goes out next."""
        found = [future.result() for future in seen]
        entries: list[Entry] = []
        room = self._throttle.concurrency - len(self._under_way) + len(seen)
        if not found and (room <= 0 or not self._may_claim()):
            return []
        with self._store.transaction():
            for one in found:
                self._store.record(one.outcome)
                if one.refused_credentials is not None:
                    self._store.set(PAUSED, one.refused_credentials)
                if one.too_many is not None:
                    self._store.set(BLOCKED, repr(self._now() + one.too_many))
            if self._store.setting(PAUSED) is None and room > 0:
                entries = self._chosen(room)
                self._store.claim(entries)
        own = len(self._under_way)
        for future, one in zip(seen, found, strict=True):
            del self._under_way[future]
            if one.too_many is None:
                self._throttle.went_well()
            else:
                self._throttle.too_many(one.too_many, own, one.under_way)
        if found:
            self._on_change()
        return entries

    def _may_claim(self) -> bool:
        due = self._store.next_due()
        return due is not None and self._store.setting(PAUSED) is None

    def _chosen(self, room: int) -> list[Entry]:
        """The entries that the pace lets out now."""
        if self._deadline is not None and self._now() >= self._deadline:
            for entry in self._store.ready(1000):
                late = Outcome(entry.id, "refused", message="not sent: the deadline has passed")
                self._store.record(late, previous=("ready",))
            return []
        entries: list[Entry] = []
        self._put_off = 0.0
        for entry in self._store.ready(room * 4):
            seconds = self._throttle.wait(entry.sender)
            if seconds > 0:
                self._put_off = min(self._put_off or seconds, seconds)
                continue
            self._throttle.take(entry.sender)
            entries.append(entry)
            if len(entries) == room:
                break
        return entries

    def _is_over(self) -> bool:
        return self._store.next_due() is None or self._store.setting(PAUSED) is not None

    def _wait(self, claimed: bool) -> None:
        """Wait until something comes back, or something may go out."""
        due = self._store.next_due()
        seconds = LOOKS
        if due is not None and len(self._under_way) < self._throttle.concurrency:
            seconds = min(LOOKS, max(0.0 if claimed else 0.001, due - self._now(), self._put_off))
        if self._under_way:
            wait(self._under_way, seconds, FIRST_COMPLETED)
        else:
            wait_seconds(seconds)

    # -- in a thread of the pool ----------------------------------------------------------------

    def _send(self, entry: Entry) -> _Seen:
        """Send one entry, and say what became of it."""
        request = entry.request
        harmless = request.method in ("GET", "HEAD", "DELETE")
        try:
            reply = self._connection.send(request)
            reply.read()
        except _Answered as error:
            return self._again(entry, error.reply)
        except _NotSent as error:
            return _Seen(self._later(entry, str(error)))
        except OutcomeUnknown as error:
            return _Seen(_failed(entry, "unknown", error))
        except TransportError as error:
            if harmless:
                return _Seen(self._later(entry, str(error)))
            processed = error.sent and not isinstance(error, AnswerError)
            return _Seen(_failed(entry, "unknown" if processed else "refused", error))
        return self._answered(entry, reply, harmless)

    def _answered(self, entry: Entry, reply: Response, harmless: bool) -> _Seen:
        status, body = reply.status, reply.read()
        code = _number(body, "Code")
        outcome = Outcome(
            entry.id,
            "sent",
            sid=_text(body, "Sid"),
            http_status=status,
            request_id=self._connection.request_id(reply),
        )
        if 200 <= status < 300:
            return _Seen(outcome)
        said = _text(body, "Message") or f"answered {status}"
        outcome = outcome._replace(sid=None, code=code, message=said)
        if code in self._not_now:
            return _Seen(outcome._replace(state="ready", due=self._due(entry, None)))
        if status == 401:
            paused = f"the credentials were refused: {said}"
            return _Seen(outcome._replace(state="ready"), refused_credentials=paused)
        if 400 <= status < 500 or status == 501:
            return _Seen(outcome._replace(state="refused"))
        if harmless and status >= 500:
            return _Seen(outcome._replace(state="ready", due=self._due(entry, None)))
        return _Seen(outcome._replace(state="unknown"))

    def _again(self, entry: Entry, reply: Response) -> _Seen:
        asked = _seconds(reply.headers.get("Retry-After", ""))
        due = self._due(entry, asked)
        outcome = Outcome(
            entry.id, "ready", due=due, http_status=429, message="answered 429: not processed"
        )
        said = reply.headers.get(service().get("under_way") or "", "")
        under_way = int(said[:9]) if said.isascii() and said.isdigit() else None
        return _Seen(outcome, too_many=due - self._now(), under_way=under_way)

    def _later(self, entry: Entry, reason: str) -> Outcome:
        return Outcome(entry.id, "ready", due=self._due(entry, None), message=reason)

    def _due(self, entry: Entry, asked: float | None) -> float:
        """When to send again: as was asked, or a time that doubles, and a random part."""
        seconds = 0.5 * 2.0 ** min(entry.attempts, 10) if asked is None else asked
        return self._now() + min(LONGEST_WAIT, seconds * (1 + random.random() / 2))


def wait_seconds(seconds: float) -> None:
    """Wait."""
    import time

    time.sleep(seconds)


def _failed(entry: Entry, state: str, error: OperationError) -> Outcome:
    return Outcome(
        entry.id,
        "unknown" if state == "unknown" else "refused",
        sid=getattr(error, "sid", None),
        http_status=getattr(error, "status", None),
        message=str(error),
        request_id=getattr(error, "request_id", None),
    )


def _seconds(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text.strip()) else None


def _text(body: bytes, name: str) -> str | None:
    """The text of the first element, or member, of a name in an answer."""
    either = rf'<{name}>([^<]{{1,500}})</{name}>|"{name.lower()}"\s*:\s*"?([^",}}]{{1,500}})'
    found = re.search(either.encode(), body)
    if found is None:
        return None
    from html import unescape

    return unescape((found[1] or found[2]).decode("utf-8", "replace")).strip() or None


def _number(body: bytes, name: str) -> int | None:
    text = _text(body, name)
    return int(text) if text is not None and text.isdecimal() else None
