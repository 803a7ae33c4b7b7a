"""The states of a journal's rows, and which may follow which.

::

    ready ──> sending ──> sent
      ^          ├──────> refused     also from ready, when a deadline has passed
      ├──────────┤ again: not processed, once more when it is due
      │          └──────> unknown ──> matched     the service has it
      │                      ├──────> absent      the service does not have it, long after
      │                      └──────> ambiguous   it cannot be told
      └── a person decides ── absent, ambiguous, unknown
"""

from __future__ import annotations

from typing import Literal

__all__ = ["DECIDED", "FOLLOWS", "STATES", "State"]

State = Literal["ready", "sending", "sent", "refused", "unknown", "matched", "absent", "ambiguous"]
STATES: tuple[State, ...] = (
    "ready",
    "sending",
    "sent",
    "refused",
    "unknown",
    "matched",
    "absent",
    "ambiguous",
)
FOLLOWS: dict[State, frozenset[State]] = {
    "ready": frozenset({"sending", "refused", "unknown", "matched"}),
    "sending": frozenset({"sent", "refused", "ready", "unknown", "matched"}),
    "unknown": frozenset({"matched", "absent", "ambiguous", "ready"}),
    "ambiguous": frozenset({"matched", "absent", "ready"}),
    "absent": frozenset({"matched", "ready"}),
    "sent": frozenset(),
    "refused": frozenset(),
    "matched": frozenset(),
}
"""Only a person's decision, or an idempotency key, leads from ``unknown``, ``absent`` or
``ambiguous`` to ``ready``; and a schedule that is reconciled before it is due. What is ``ready`` and
was sent before may turn out to have arrived, or become ``unknown`` again."""
DECIDED: frozenset[State] = frozenset({"unknown", "absent", "ambiguous"})
"""The states that a person decides on."""
