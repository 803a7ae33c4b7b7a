"""The values that go into a journal and come out of it."""

from __future__ import annotations

from typing import NamedTuple

from twilio_ops_components.journal.states import State
from twilio_ops_runtime import Request

__all__ = ["Entry", "New", "Outcome"]


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
    """

    id: int
    state: State
    due: float = 0.0
    sid: str | None = None
    http_status: int | None = None
    code: int | None = None
    message: str | None = None
    request_id: str | None = None
