"""How many windows of an account are read at once, wherever they are: what its limit of requests allows."""

from __future__ import annotations

from twilio_ops_components.export.task import Result

__all__ = ["Limit"]

RECOVERS = 10
"""After how many windows without a 429 one more may be under way."""


class Limit:
    """The limit of one account.

    A window has one request under way at a time, so the windows under way are the requests. The one
    that plans holds the limit, so it is the same over all workers, and none of them can lose it.

    Args:
        most: How many may be under way at most.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.allowed = most
        """How many may be under way now."""
        self.under_way = 0
        """How many are."""
        self._well = 0
        self._begun = 0
        self._lowered_at = 0

    def begin(self) -> int:
        """Say that a window is begun; return its number."""
        self.under_way += 1
        self._begun += 1
        return self._begun

    def end(self, number: int, result: Result | None) -> None:
        """Say that a window has ended.

        Args:
            number: Its number.
            result: What came of it; None = nothing that tells.
        """
        own = self.under_way
        self.under_way -= 1
        if result is None:
            return
        if not result.throttled:
            self._well += 1
            if self._well >= RECOVERS and self.allowed < self._most:
                self.allowed += 1
                self._well = 0
            return
        self._well = 0
        if number <= self._lowered_at:  # it was begun before, and tells nothing of what holds now
            return
        self._lowered_at = self._begun
        allowed = self.allowed // 2
        if result.under_way is not None:
            others = max(0, result.under_way - own)  # what else uses the account
            allowed = min(self.allowed - 1, result.under_way - 1 - others)
        self.allowed = max(1, allowed)
