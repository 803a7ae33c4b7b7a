"""How many windows of an account are read at once, wherever they are: what its limit of requests allows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from twilio_ops_components.export.plan import Window
from twilio_ops_components.export.task import Result

__all__ = ["Limit", "Waiting"]

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


class Waiting:
    """The windows that are to be read: those of an account in their order, the accounts in turn.

    Args:
        windows: They.
        account_of: Gives the account whose limit holds for a window.
    """

    def __init__(self, windows: Iterable[Window], account_of: Callable[[Window], str]) -> None:
        self._account_of = account_of
        self._windows: dict[str, deque[Window]] = {}
        self._turns: deque[str] = deque()
        self._count = 0
        self.extend(windows)

    def __len__(self) -> int:
        return self._count

    def extend(self, windows: Iterable[Window]) -> None:
        """Add windows behind the others of their accounts."""
        for window in windows:
            account = self._account_of(window)
            if account not in self._windows:
                self._windows[account] = deque()
                self._turns.append(account)
            self._windows[account].append(window)
            self._count += 1

    def next(self, has_room: Callable[[str], bool]) -> Window | None:
        """Take a window of the next account that has room for one; None = none has.

        Args:
            has_room: Whether one more of an account may be under way.
        """
        for _ in range(len(self._turns)):
            account = self._turns.popleft()
            if not has_room(account):
                self._turns.append(account)
                continue
            windows = self._windows[account]
            window = windows.popleft()
            self._count -= 1
            if windows:
                self._turns.append(account)
            else:
                del self._windows[account]
            return window
        return None
