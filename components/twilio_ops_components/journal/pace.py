"""The pace of sending: messages a second, of an account and of each sender, and how many at once."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import frozen

from twilio_ops_runtime import ConfigurationError

__all__ = ["Bucket", "Pace", "Throttle"]

RECOVERS = 20
"""After how many requests without a 429 one more may be under way."""


@frozen(kw_only=True)
class Pace:
    """How fast requests may go out.

    A run begins with no more than one request at hand, so that starting again does not make a burst.

    Args:
        rate: Requests a second of the account; None = any number.
        sender_rate: Requests a second of each sender; None = any number.
        concurrency: How many may be under way at once; fewer after a 429.

    Raises:
        ConfigurationError: A number that makes no sense.
    """

    rate: float | None = None
    sender_rate: float | None = None
    concurrency: int = 20

    def __attrs_post_init__(self) -> None:
        if not all(rate is None or rate > 0 for rate in (self.rate, self.sender_rate)):
            raise ConfigurationError("a rate is a number of requests a second above 0")
        if self.concurrency < 1:
            raise ConfigurationError("concurrency is a number from 1")


class Bucket:
    """A token bucket that holds one second's worth at most, and begins with one token.

    Args:
        rate: Tokens a second.
        clock: Seconds that only grow.
    """

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._clock = clock
        self._most = max(1.0, rate)
        self._level = 1.0
        self._at = clock()

    def wait(self) -> float:
        """Return after how many seconds a token may be taken; 0 = now."""
        now = self._clock()
        self._level = min(self._most, self._level + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (1.0 - self._level) / self._rate)

    def take(self) -> None:
        """Take a token."""
        self._level -= 1.0


class Throttle:
    """Decides which request may go out, and when.

    Args:
        pace: How fast.
        clock: Seconds that only grow.
    """

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace = pace
        self._clock = clock
        self._account = None if pace.rate is None else Bucket(pace.rate, clock)
        self._senders: dict[str, Bucket] = {}
        self.concurrency = pace.concurrency
        """How many requests may be under way now."""
        self._blocked_until = 0.0
        self._well = 0

    def wait(self, sender: str | None) -> float:
        """Return after how many seconds a request of a sender may go out; 0 = now."""
        blocked = max(0.0, self._blocked_until - self._clock())
        return max([blocked, *(bucket.wait() for bucket in self._buckets(sender))])

    def take(self, sender: str | None) -> None:
        """Say that a request of a sender goes out."""
        for bucket in self._buckets(sender):
            bucket.take()

    def block(self, seconds: float) -> None:
        """Let nothing go out for some seconds, of which a run before was told."""
        self._blocked_until = max(self._blocked_until, self._clock() + seconds)

    def too_many(self, seconds: float, own: int = 0, under_way: int | None = None) -> None:
        """Say that the service answered 429, and how long nothing is to go out.

        Args:
            seconds: For how long.
            own: How many requests were under way from here.
            under_way: How many the account had, as the service says; None = it does not say. What
                else uses the account is left its part, and one fewer is tried than were refused.
        """
        allowed = self.concurrency // 2
        if under_way is not None:
            others = max(0, under_way - own)
            allowed = min(self.concurrency - 1, under_way - 1 - others)
        self.concurrency = max(1, allowed)
        self.block(seconds)
        self._well = 0

    def went_well(self) -> None:
        """Say that a request was answered with something else."""
        self._well += 1
        if self._well >= RECOVERS and self.concurrency < self._pace.concurrency:
            self.concurrency += 1
            self._well = 0

    def _buckets(self, sender: str | None) -> list[Bucket]:
        found = [] if self._account is None else [self._account]
        if sender is not None and self._pace.sender_rate is not None:
            if sender not in self._senders:
                self._senders[sender] = Bucket(self._pace.sender_rate, self._clock)
            found.append(self._senders[sender])
        return found
