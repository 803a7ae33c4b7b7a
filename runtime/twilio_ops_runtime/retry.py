"""When a request is sent again, and when it never is.

================================  ==================  ==========================
what happened                     GET, HEAD, DELETE   POST, PUT, PATCH
================================  ==================  ==========================
429: not processed                again               again
nothing was sent                  again               again
5xx, except 501                   again               answered as it is
time-out or loss while reading    again               ``OutcomeUnknown``
an answer that cannot be used     raised              ``OutcomeUnknown``
300, 302 to 304                   raised              ``OutcomeUnknown``
301, 307, 308: not processed      raised              raised
the host's certificate            raised              raised
================================  ==================  ==========================

"Nothing was sent" is a name without an address, a refused or timed-out connection, and one that was
lost before the body went out. There is no key that makes a repetition harmless, and a second
message is worse than an error: what may have arrived is never sent twice. A 5xx to a POST may come
after the work was done: it is not repeated either, and becomes ``UnconfirmedServerError`` where
errors are made of answers.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from twilio_ops_runtime.errors import (
    ConfigurationError,
    ConnectionDropped,
    OutcomeUnknown,
    ReadTimeout,
    TlsError,
    TransportError,
)

if TYPE_CHECKING:
    from logging import Logger

    from twilio_ops_runtime.http.messages import Headers, Request, Response, Send


REPEATABLE = frozenset({"GET", "HEAD", "DELETE"})
"""The methods that may be sent again when it is not known whether they arrived."""

_SECONDS = r"[0-9]{1,20}(\.[0-9]{1,9})?"
_BETWEEN = r"(?<=[0-9T]),\s*(?=[0-9A-Z])"  # of several header fields, joined by commas
_MOST_DOUBLINGS = 32


@frozen
class Retry:
    """How often and how long a request is tried.

    Between attempts it waits a random time below ``base`` seconds, doubled with each attempt up to
    ``cap``; or as long as the service asked, and up to ``base`` more so that many clients do not
    come back at once. An attempt that would begin later than ``max_seconds`` after the first is
    not made, nor waited for.

    Attributes:
        max_attempts: The most attempts, the first included.
        max_seconds: The latest beginning of an attempt, from the beginning of the first.
        base: The longest first wait.
        cap: The longest wait that the service did not ask for.

    Raises:
        ConfigurationError: A number that makes no sense.
    """

    max_attempts: int = 6
    max_seconds: float = 120.0
    base: float = 0.5
    cap: float = 20.0

    def __attrs_post_init__(self) -> None:
        if self.max_attempts < 1:
            raise ConfigurationError("max_attempts counts the first attempt: at least 1")
        if not all(seconds >= 0 for seconds in (self.max_seconds, self.base, self.cap)):
            raise ConfigurationError("the times of a Retry are seconds from 0 on")

    def wait(self, attempt: int, asked: float | None, random: Callable[[], float]) -> float:
        """The seconds between an attempt and the next.

        Args:
            attempt: The attempt that failed, from 1.
            asked: The seconds the service asked for.
            random: Gives a number from 0 up to 1.
        """
        if asked is not None:
            return asked + random() * self.base
        return random() * min(self.cap, self.base * 2.0 ** min(attempt - 1, _MOST_DOUBLINGS))


DEFAULT_RETRY = Retry()


def _random() -> float:
    import random

    return random.random()


class RetryClock(NamedTuple):
    """Where time and chance come from: a test gives its own and never sleeps.

    Attributes:
        monotonic: Seconds that only grow.
        now: Seconds since the epoch.
        sleep: Waits that many seconds.
        random: A number from 0 up to 1.
    """

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    sleep: Callable[[float], object] = time.sleep
    random: Callable[[], float] = _random


SYSTEM_CLOCK = RetryClock()


class Attempt(NamedTuple):
    """One attempt at a request, for logs and measurements; it holds no secret.

    Attributes:
        number: Which one it is, from 1.
        method: The HTTP method.
        path: The path, without its query.
        seconds: How long it took, the answer's body included.
        status: The status answered; None = no answer.
        request_id: The service's name for the request.
        failure: Why there is no answer, or none that is whole.
        wait: The seconds until the next attempt; None = there is none.
    """

    number: int
    method: str
    path: str
    seconds: float
    status: int | None = None
    request_id: str | None = None
    failure: str | None = None
    wait: float | None = None

    def __str__(self) -> str:
        said = f"answered {self.status}" if self.failure is None else self.failure
        name = f" [{self.request_id}]" if self.request_id else ""
        again = "" if self.wait is None else f", again in {self.wait:.1f} s"
        return (
            f"{self.method} {self.path}: {said} in {self.seconds:.3f} s{name}; "
            f"attempt {self.number}{again}"
        )


def send_with_retry(
    request: Request,
    send: Send,
    *,
    retry: Retry,
    clock: RetryClock,
    limit: int | None,
    unknown: Callable[[Request, str, datetime, int | None], OutcomeUnknown],
    on_attempt: Callable[[Attempt], object] | None = None,
    scrub: Callable[[str], str] = str,
) -> Response:
    """The answer to a request, read whole, after as many attempts as it takes and may have.

    Args:
        request: What to send.
        send: What sends it once.
        retry: The limits.
        clock: Time and chance.
        limit: The longest body to take.
        unknown: Makes the error for a request that may have been carried out: from the request, the
            reason, the time it was sent and the status, if one came.
        on_attempt: Called after each attempt.
        scrub: Masks secrets in what it is told.

    Raises:
        TransportError: No answer, and nothing was changed by trying, or all attempts are spent.
        OutcomeUnknown: The request may have been carried out and must not be repeated.
    """
    repeatable = request.method in REPEATABLE
    began = clock.monotonic()
    after_unknown = False
    attempt = 0
    while True:
        attempt += 1
        sent_at = datetime.fromtimestamp(clock.now(), UTC)
        start = clock.monotonic()
        response, failure = _attempt(request, send, limit)
        end = clock.monotonic()
        status = None if response is None else response.status
        wait: float | None = None
        if attempt < retry.max_attempts and _again(status, failure, repeatable):
            asked = None if response is None else retry_after(response.headers, clock.now())
            wait = retry.wait(attempt, asked, clock.random)
            if end - began + wait > retry.max_seconds:
                wait = None
        _tell(request, response, failure, attempt, end - start, wait, on_attempt, scrub)
        if wait is None:
            break
        after_unknown |= status != 429 and (failure is None or failure.sent)
        clock.sleep(wait)
    if failure is not None:
        failure.attempts = attempt
        failure.method = failure.method or request.method
        failure.path = failure.path or request.path
        if failure.sent and not repeatable and not not_processed(status):
            raise unknown(request, failure.reason, sent_at, status) from failure
        raise failure
    assert response is not None  # without a failure there is an answer
    response.attempts = attempt
    response.after_unknown = after_unknown
    response.sent_at = sent_at
    return response


def _attempt(
    request: Request, send: Send, limit: int | None
) -> tuple[Response | None, TransportError | None]:
    """The answer, the failure, or both when the answer's body did not come."""
    response: Response | None = None
    try:
        response = send(request)
        response.read(limit)
    except TransportError as failure:
        return response, failure
    return response, None


def _again(status: int | None, failure: TransportError | None, repeatable: bool) -> bool:
    """The table of this module: whether what happened permits another attempt."""
    if status == 429:
        return True
    if failure is None:
        return repeatable and status is not None and status >= 500 and status != 501
    if not failure.sent:
        return not isinstance(failure, TlsError)
    return repeatable and isinstance(failure, (ReadTimeout, ConnectionDropped))


def not_processed(status: int | None) -> bool:
    """Whether a status alone says that the request was not carried out."""
    return status is not None and (400 <= status < 500 or status in (301, 307, 308, 501))


def retry_after(headers: Headers, now: float) -> float | None:
    """Return the seconds that an answer asks to wait; None when it does not, or not legibly.

    A date may have any of HTTP's three forms, and is in UTC. It is taken relative to the answer's
    own ``Date``, so that clocks need not agree. Of several values the longest holds.

    Args:
        headers: The answer's.
        now: The time, in seconds since the epoch, for an answer without a date.
    """
    sent = _instant(headers.get("Date", ""))
    waits: list[float] = []
    for asked in re.split(_BETWEEN, headers.get("Retry-After", "").strip()):
        if re.fullmatch(_SECONDS, asked):
            waits.append(float(asked))
        elif (until := _instant(asked)) is not None:
            waits.append(max(0.0, until - (now if sent is None else sent)))
    return max(waits, default=None)


def _instant(text: str) -> float | None:
    from calendar import timegm
    from email.utils import parsedate_tz

    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    try:
        return float(timegm(datetime(*parsed[:6]).timetuple()) - (parsed[9] or 0))
    except (ValueError, OverflowError):
        return None


@cache
def _log() -> Logger:
    import logging

    return logging.getLogger("twilio_ops")


def _tell(
    request: Request,
    response: Response | None,
    failure: TransportError | None,
    number: int,
    seconds: float,
    wait: float | None,
    on_attempt: Callable[[Attempt], object] | None,
    scrub: Callable[[str], str],
) -> None:
    """Log an attempt, at INFO if there is another, and tell whoever wants to know."""
    log = _log()
    level = 10 if wait is None else 20  # DEBUG and INFO
    if on_attempt is None and not log.isEnabledFor(level):
        return
    told = Attempt(
        number=number,
        method=request.method,
        path=request.path,
        seconds=seconds,
        status=None if response is None else response.status,
        request_id=scrub((response and response.request_id) or "") or None,
        failure=None if failure is None else scrub(failure.reason),
        wait=wait,
    )
    log.log(level, "%s", told)
    if on_attempt is not None:
        try:
            on_attempt(told)
        except Exception:  # what the service did must not be lost by it
            log.exception("on_attempt failed")
