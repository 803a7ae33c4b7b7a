"""Saying why nothing goes out: at once, and then ever more seldom."""

from __future__ import annotations

import logging
from collections.abc import Callable

__all__ = ["Trouble", "log"]

FIRST_GAP, LONGEST_GAP = 60.0, 3600.0
"""How many seconds pass between the first two notices, and between two at most."""
CALM = 60.0
"""After how many seconds without trouble it counts as over."""


def log(text: str) -> None:
    """Log a notice, where nobody else takes it."""
    logging.getLogger("twilio_ops").warning("%s", text)


class Trouble:
    """Tells that requests are put off, and why.

    However long it lasts and however often it comes and goes, there is one notice a minute at most,
    and one an hour in the end.

    Args:
        tell: Is called with each notice.
        clock: Seconds that only grow.
    """

    def __init__(self, tell: Callable[[str], object], clock: Callable[[], float]) -> None:
        self._tell = tell
        self._clock = clock
        self._began: float | None = None
        self._reason = ""
        self._last = 0.0
        self._may_tell = -FIRST_GAP
        self._gap = FIRST_GAP
        self._is_told = False

    def put_off(self, reason: str, seconds: float) -> None:
        """Say that a request was put off.

        Args:
            reason: Why.
            seconds: When the next one is tried.
        """
        now = self._clock()
        if self._began is None:
            self._began = now
        self._last, self._reason = now, reason
        if now < self._may_tell:
            return
        self._tell(f"{self._lasting()}: tried again in {_said(max(1.0, seconds))}")
        self._is_told = True
        self._may_tell = now + self._gap
        self._gap = min(LONGEST_GAP, 2 * self._gap)

    def given_up(self) -> None:
        """Say that what was put off is not tried any more."""
        self._tell(f"{self._lasting()}: given up")

    def _lasting(self) -> str:
        lasting = 0.0 if self._began is None else self._clock() - self._began
        return self._reason + (f", for {_said(lasting)} now" if lasting >= 1 else "")

    def well(self) -> None:
        """Say that a request was answered."""
        if self._began is None or self._clock() - self._last < CALM:
            return
        if self._is_told:
            self._tell("requests are answered again")
        self._began, self._gap, self._is_told = None, FIRST_GAP, False


def _said(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.0f} h"
