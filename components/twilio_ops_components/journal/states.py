"""The rows of a journal: their states, which may follow which, and the values that go in and out.

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

from collections.abc import Mapping
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, quote, urlencode

from twilio_ops_runtime import Request

__all__ = [
    "DECIDED",
    "FOLLOWS",
    "Entry",
    "New",
    "Outcome",
    "State",
    "pairs_of",
    "told",
    "with_values",
]

State = Literal["ready", "sending", "sent", "refused", "unknown", "matched", "absent", "ambiguous"]
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
was sent before may turn out to have arrived, or become ``unknown`` again; it is never ``refused``."""
DECIDED: frozenset[State] = frozenset({"unknown", "absent", "ambiguous"})
"""The states that a person decides on."""


class New(NamedTuple):
    """A request that is to be sent once.

    Attributes:
        key: Its business key.
        digest: The digest of the request as its document makes it.
        input: What its document came from.
        line: The line there.
        request: The request, without credentials.
        sender: Who it is from, for the pace; empty = nobody in particular.
        deadline: When it is not to be sent any more, in seconds since the epoch.
    """

    key: str
    digest: str
    input: str
    line: int | None
    request: Request
    sender: str = ""
    deadline: float | None = None


class Entry(NamedTuple):
    """A row of the journal that is to be sent or resolved.

    Attributes:
        id: Its number.
        key: Its business key.
        request: The request, without credentials.
        sender: Who it is from; empty = nobody in particular.
        deadline: When it is not to be sent any more.
        state: Its state.
        attempts: How often it was sent.
        lost: How often no answer said what became of it.
        first_at: When it was sent first.
        sending_at: When it was sent last.
    """

    id: int
    key: str
    request: Request
    sender: str
    deadline: float | None
    state: State
    attempts: int
    lost: int
    first_at: float | None
    sending_at: float | None


class Outcome(NamedTuple):
    """What became of an entry.

    Attributes:
        id: The entry.
        state: Its next state; ``ready`` = once more when it is ``due``.
        due: When it may be sent again, in seconds since the epoch.
        sid: The Sid answered.
        http_status: The HTTP status answered.
        code: The service's error code.
        message: What went wrong.
        request_id: The service's name for the request.
        lost: Whether this attempt may have been carried out all the same; of ``unknown`` it may.
    """

    id: int
    state: State
    due: float = 0.0
    sid: str | None = None
    http_status: int | None = None
    code: int | None = None
    message: str | None = None
    request_id: str | None = None
    lost: bool = False


def told(entry: Entry) -> frozenset[State]:
    """Return the states in which a callback that tells of an entry decides what became of it."""
    states: set[State] = {*DECIDED, "sending"}
    if entry.lost:
        states.add("ready")
    return frozenset(states)


def pairs_of(request: Request) -> list[tuple[str, str]]:
    """Return the names and values of a request's form, in their order."""
    return parse_qsl((request.body or b"").decode(), keep_blank_values=True)


def with_values(request: Request, values: Mapping[str, str]) -> Request:
    """Return a request whose form has these values, behind the others, whatever it had of them."""
    rest = [pair for pair in pairs_of(request) if pair[0] not in values]
    body = urlencode([*rest, *values.items()], quote_via=quote).encode()
    return request._replace(body=body)
