"""The pace of sending: messages a second, of an account and of each sender, and how many at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from attrs import frozen

from twilio_ops_runtime import ConfigurationError

__all__ = ["Buckets", "Pace", "Throttle"]

SKEW = 60.0
"""By how many seconds the clocks of workers may differ; a clock that goes back by more was set back."""
RECOVERS = 20
"""After how many requests without a 429 one more may be under way."""


@frozen(kw_only=True)
class Pace:
    """How fast requests may go out.

    The rates are of the journal, however many send from it and however often they start: what is
    left of them is kept there. A journal begins with one request at hand, so that there is no burst.

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

    @property
    def has_rate(self) -> bool:
        """Whether it counts requests a second."""
        return self.rate is not None or self.sender_rate is not None


class Buckets:
    """Token buckets as they are at a moment: each holds one second's worth at most.

    A new one holds one token. A clock that was set back adds nothing, and one that was set forward
    one second's worth.

    Args:
        pace: The rates.
        kept: What was left of each, and when; the account's has an empty name.
        now: The time, in seconds since the epoch.
    """

    def __init__(self, pace: Pace, kept: Mapping[str, tuple[float, float]], now: float) -> None:
        self._pace = pace
        self._kept = kept
        self._now = now
        self._levels: dict[str, float] = {}

    def wait(self, sender: str) -> float:
        """Return after how many seconds a request of a sender may go out; 0 = now."""
        return max([0.0, *((1.0 - self._level(n, rate)) / rate for n, rate in self._of(sender))])

    def allows(self, sender: str, most: int) -> int:
        """Return how many requests of a sender may go out now, up to a number."""
        return min([most, *(int(self._level(n, rate)) for n, rate in self._of(sender))])

    def take(self, sender: str, count: int) -> None:
        """Take tokens of each bucket that requests of a sender need."""
        if count:
            for name, rate in self._of(sender):
                self._levels[name] = self._level(name, rate) - count

    def changed(self) -> list[tuple[str, float, float]]:
        """Return the buckets as they are to be kept: those that tokens were taken of, and those of
        a time that has not come yet, for the clock was set back."""
        return [(name, level, self._at(name)) for name, level in self._levels.items()]

    def _at(self, name: str) -> float:
        """When a bucket was as it is: another machine's clock may be a little ahead."""
        at = self._kept.get(name, (0.0, self._now))[1]
        return self._now if at > self._now + SKEW else max(at, self._now)

    def _level(self, name: str, rate: float) -> float:
        if name in self._levels:
            return self._levels[name]
        level, at = self._kept.get(name, (1.0, self._now))
        if at > self._now + SKEW:
            self._levels[name] = level
        return min(max(1.0, rate), level + max(0.0, self._now - at) * rate)

    def _of(self, sender: str) -> list[tuple[str, float]]:
        found = [] if self._pace.rate is None else [("", self._pace.rate)]
        if sender and self._pace.sender_rate is not None:
            found.append((sender, self._pace.sender_rate))
        return found


class Throttle:
    """How many requests may be under way, and whether the service wants none for a while.

    Args:
        pace: How fast.
        clock: Seconds that only grow.
        concurrency: How many were under way at most when the journal was sent from last; None = as
            many as the pace says.
    """

    def __init__(
        self,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
        concurrency: int | None = None,
    ) -> None:
        self.pace = pace
        self._clock = clock
        self.concurrency = min(pace.concurrency, max(1, concurrency or pace.concurrency))
        """How many requests may be under way now."""
        self._blocked_until = 0.0
        self._well = 0

    @property
    def lowered(self) -> int | None:
        """How many requests may be under way, where that is fewer than the pace says."""
        return self.concurrency if self.concurrency < self.pace.concurrency else None

    @property
    def blocked(self) -> float:
        """For how many seconds nothing may go out."""
        return max(0.0, self._blocked_until - self._clock())

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
        if self._well >= RECOVERS and self.concurrency < self.pace.concurrency:
            self.concurrency += 1
            self._well = 0
