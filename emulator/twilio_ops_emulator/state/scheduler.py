"""The timekeeper: lets time pass, events happen when they are due, and callbacks go out."""

from __future__ import annotations

import logging
import threading
from collections import deque

import msgspec
from attrs import frozen

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.control.validation import Seconds
from twilio_ops_emulator.state.callbacks import Answer, Sent
from twilio_ops_emulator.state.clock import DAY, LATEST, Clock
from twilio_ops_emulator.state.sender import CallbackSender
from twilio_ops_emulator.state.state import State
from twilio_ops_runtime.errors import ConnectionDropped

_log = logging.getLogger("twilio_ops_emulator")
REST = 0.005
"""How long the thread rests before what is due, in seconds: what is due meanwhile happens at once."""
FAILURES_KEPT = 100
"""How many failures are remembered."""


class Advance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far time is to be moved."""

    seconds: Seconds = 0.0


@frozen
class Failure:
    """Something that was to happen by itself and could not: a mistake of the emulator's own, or of
    what a user gave it to send callbacks with.

    Attributes:
        at: When it was to happen, in seconds.
        what: What it was.
        error: Why it could not.
    """

    at: float
    what: str
    error: Exception

    def describe(self) -> dict[str, object]:
        """The same as plain values; the log has the words of the error."""
        return {"at": self.at, "what": self.what, "error": type(self.error).__name__}


class Scheduler:
    """Makes happen in a state what its agenda holds.

    What cannot happen is logged and remembered, and keeps nothing else from happening: neither what
    is due later, nor the answer to a request that came at that moment.

    Args:
        clock: Its time.
        sender: What carries callbacks.
        lock: What guards the state; never held while a callback is sent.

    Attributes:
        failures: What could not happen, the last so many.
    """

    def __init__(self, clock: Clock, sender: CallbackSender, lock: threading.RLock) -> None:
        self._clock = clock
        self._sender = sender
        self._lock = lock
        self._delivering = threading.Lock()
        self._deliverer: int | None = None
        self._ticker: _Ticker | None = None
        self._looks_at: float = LATEST
        self._state: State
        self.failures: deque[Failure] = deque(maxlen=FAILURES_KEPT)

    def settle(self, state: State) -> None:
        """Keep the time of a state, from now on."""
        self._state = state
        self.failures.clear()

    def start(self, *, background: bool) -> None:
        """Send callbacks, also after a ``stop``.

        Args:
            background: Whether a thread of its own sees to what is due.
        """
        self._sender.open()
        if background and self._ticker is None:
            self._ticker = _Ticker(self)
            self._ticker.start()

    def stop(self) -> None:
        """End that thread; callbacks under way are given up, and none goes out any more."""
        self._sender.close()
        ticker, self._ticker = self._ticker, None
        if ticker is not None:
            ticker.stop()

    def catch_up(self) -> None:
        """Let happen what is due; the caller holds the lock."""
        now = self._clock.now()
        while (event := self._state.events.due(now)) is not None:
            try:
                self._state.happen(event)
            except Exception as error:
                key = event.data.get("key")
                whose = "" if key is None else f" of {key}"
                self._failed(event.at, f"{event.object}.{event.name}{whose}", error)

    def advance(self, seconds: float) -> list[Failure]:
        """Move time forward; everything that is due meanwhile happens, in order.

        Args:
            seconds: How far.

        Returns:
            What could not happen meanwhile.

        Raises:
            EmulatorError: Time does not go that far.
        """
        with self._lock:
            goal = self._clock.now() + seconds
            known = set(self.failures)
        if goal > LATEST:
            raise EmulatorError(f"seconds: time ends with the year 9999, {seconds} are too many")
        while self._step(goal) or self._pending(goal):
            self._deliver(wait=True)
        self.wake()
        with self._lock:
            return [failure for failure in self.failures if failure not in known]

    def _failed(self, at: float, what: str, error: Exception) -> None:
        _log.error("%s could not happen", what, exc_info=error)
        with self._lock:
            self.failures.append(Failure(at, what, error))

    def _step(self, goal: float) -> bool:
        """Go to the next event on the way to a goal, or to the goal; whether there was one."""
        with self._lock:
            at = self._state.events.next_at()
            event_first = at is not None and at <= goal
            to = at if at is not None and event_first else goal
            self._clock.advance(max(to - self._clock.now(), 0.0))
            if event_first:
                self.catch_up()
            return event_first

    def _pending(self, goal: float) -> bool:
        """Whether something is to go out, or an answer that came has put down more until a goal."""
        with self._lock:
            at = self._state.events.next_at()
            due = at is not None and at <= goal
            return due or (bool(self._state.outbox) and not self._is_delivering())

    def _is_delivering(self) -> bool:
        """Whether this thread is delivering already: what a receiver asks for waits for it."""
        return self._deliverer == threading.get_ident()

    def tick(self) -> float | None:
        """Let happen what is due and send callbacks; the seconds until there is more."""
        with self._lock:
            self.catch_up()
        self._deliver()
        with self._lock:
            at = self._state.events.next_at()
            self._looks_at = LATEST if at is None else at
            return None if at is None else max(at - self._clock.now(), 0.0)

    def wake(self) -> None:
        """Let the thread look again at what is due, and when."""
        if self._ticker is not None:
            self._ticker.wake()

    def after_request(self) -> None:
        """Send what a request left in the outbox: here, unless the thread does."""
        if self._ticker is None:
            if self._state.outbox:
                self._deliver()
            return
        with self._lock:
            at = self._state.events.next_at()
            sooner = at is not None and at < self._looks_at
            if not sooner and not self._state.outbox:
                return  # the thread will look in time by itself
        self.wake()

    def _deliver(self, *, wait: bool = False) -> None:
        """Send what is in the outbox.

        A receiver may ask back while it is being sent to; what that puts in the outbox is sent by
        who sends already.

        Args:
            wait: Whether to wait for another thread that is at it.
        """
        if self._deliverer == threading.get_ident():
            return
        if not self._delivering.acquire(blocking=wait):
            return
        self._deliverer = threading.get_ident()
        try:
            while self._deliver_one():
                pass
        finally:
            self._deliverer = None
            self._delivering.release()

    def _deliver_one(self) -> bool:
        with self._lock:
            state = self._state
            if not state.outbox:
                return False
            callback = state.outbox.popleft()
            account = state.account(callback.account)
            token = "" if account is None else account["auth_token"]
            at = self._clock.now()
        try:
            sent = self._sender.deliver(callback, token, at)
        except Exception as error:  # of what a user gave to send with, or a mistake of our own
            self._failed(at, f"callback about {' '.join(callback.about)}", error)
            said = f"{type(error).__name__} was raised"
            answer = None
            if callback.then is not None:  # whoever waits for an answer gets none
                answer = Answer(
                    url=callback.url, method=callback.method, failure=ConnectionDropped.__name__
                )
            sent = Sent(at=at, callback=callback, error=said, answer=answer)
        with self._lock:
            if state is self._state:  # not reset meanwhile
                state.was_sent(sent, self._sender.retry_after(sent))
        return True


class _Ticker:
    """A thread that lets time pass."""

    def __init__(self, keeper: Scheduler) -> None:
        self._keeper = keeper
        self._changed = threading.Condition()
        self._woken = False
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="emulator-time", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def wake(self) -> None:
        with self._changed:
            self._woken = True
            self._changed.notify()

    def _run(self) -> None:
        while True:
            wait = self._keeper.tick()
            with self._changed:
                if not self._woken and not self._stopped:
                    self._changed.wait(None if wait is None else min(max(wait, REST), DAY))
                self._woken = False
                if self._stopped:
                    return
