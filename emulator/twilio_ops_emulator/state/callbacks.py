"""Callbacks: form posts to addresses that requests named, signed with the owner's token."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
from collections.abc import Iterable, Mapping
from queue import SimpleQueue
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from attrs import evolve, frozen

from twilio_ops_runtime.errors import OperationError
from twilio_ops_runtime.http.transport import (
    Request,
    RequestsTransport,
    Response,
    Send,
    Timeout,
    is_loopback,
)

LONGEST = 1 << 20
"""The longest answer that is read, in bytes."""


@frozen(kw_only=True)
class Callback:
    """One callback that is to go out.

    Attributes:
        account: The account whose token signs it.
        url: Where to.
        method: GET or POST.
        parameters: What it says, in order.
        about: The object and the key of the record it is about.
        attempt: How often it was tried before.
        token: The same for every attempt.
    """

    account: str
    url: str
    method: str
    parameters: tuple[tuple[str, str], ...]
    about: tuple[str, str]
    attempt: int = 0
    token: str = ""

    def again(self) -> Callback:
        """The next attempt."""
        return evolve(self, attempt=self.attempt + 1)


@frozen(kw_only=True)
class Sent:
    """What became of one attempt.

    Attributes:
        at: When it was made, in seconds.
        callback: What was sent.
        status: The HTTP status answered, or None.
        error: Why there is none.
        refused: Whether nothing was sent, nor will be.
        number: Which of all attempts it is, counted from 1.
    """

    at: float
    callback: Callback
    status: int | None = None
    error: str | None = None
    refused: bool = False
    number: int = 0

    @property
    def delivered(self) -> bool:
        """Whether it was answered with success."""
        return self.status is not None and 200 <= self.status < 300

    def describe(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "number": self.number,
            "at": self.at,
            "account": self.callback.account,
            "url": self.callback.url,
            "method": self.callback.method,
            "parameters": dict(self.callback.parameters),
            "about": list(self.callback.about),
            "attempt": self.callback.attempt + 1,
            "status": self.status,
            "error": self.error,
            "delivered": self.delivered,
        }


def signature(token: str, url: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """The signature of a callback.

    Args:
        token: The token of the account that owns what the callback is about.
        url: The whole address.
        parameters: The form's fields; a field that comes twice counts each distinct value once.
    """
    said = "".join(name + value for name, value in sorted(set(parameters)))
    digest = hmac.new(token.encode(), (url + said).encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def wire_form(url: str) -> str | None:
    """An HTTP address in the form it is sent in; None when it is none.

    The receiver can only check a signature of what it sees: a path where none was written, one slash
    before it, its letters and those of a query percent-encoded; no credentials, no fragment, no
    empty query.
    """
    from urllib3.util import parse_url  # what the transport reads addresses with

    try:
        where = parse_url(url)
        target = where.request_uri.lstrip("/").removesuffix("?")
        address = f"{where.scheme}://{where.netloc}/{target}"
        urlsplit(address)  # which the transport does, too, and is stricter in places
    except ValueError:  # brackets, a port or a name that are not ones
        return None
    usable = where.scheme in ("http", "https") and where.host and where.port != 0
    return address if usable else None


class Closed(OperationError):
    """The emulator was closed before a callback was answered."""


class CallbackSender:
    """Sends callbacks and says what became of them.

    Args:
        facts: Facts of callbacks: header names, time-out, delays of further attempts.
        send: What carries them; None = HTTP.
        anywhere: Whether they may leave this machine.
    """

    def __init__(
        self, facts: Mapping[str, Any], send: Send | None = None, *, anywhere: bool = False
    ) -> None:
        self._facts = facts
        self._send = send or self._send_by_http
        self._anywhere = anywhere
        self._retries: tuple[float, ...] = tuple(facts["retries"])
        self._retry_statuses = frozenset(facts["retry_statuses"])
        self._lock = threading.Lock()
        self._transport: RequestsTransport | None = None
        self._under_way: set[SimpleQueue[Response | Exception]] = set()
        self._closed = False

    def deliver(self, callback: Callback, token: str, at: float) -> Sent:
        """Make one attempt.

        Args:
            callback: What to send.
            token: The token that signs it.
            at: The time it is made at.
        """
        if self._closed:
            return Sent(at=at, callback=callback, error="the emulator is closed", refused=True)
        request = self._request(callback, token)
        if request is None:
            return Sent(at=at, callback=callback, error="not an HTTP address", refused=True)
        host = urlsplit(request.url).hostname or ""
        if not self._anywhere and not is_loopback(host):
            return Sent(at=at, callback=callback, error="not on this machine", refused=True)
        try:
            reply = self._send(request)
            reply.read(LONGEST)
        except OperationError as failure:
            refused = isinstance(failure, Closed)
            return Sent(at=at, callback=callback, error=str(failure), refused=refused)
        return Sent(at=at, callback=callback, status=reply.status)

    def retry_after(self, sent: Sent) -> float | None:
        """The seconds until the next attempt, or None when there is to be none."""
        if sent.delivered or sent.refused or sent.callback.attempt >= len(self._retries):
            return None
        if sent.status is not None and sent.status not in self._retry_statuses:
            return None
        return self._retries[sent.callback.attempt]

    def open(self) -> None:
        """Send, also after ``close``."""
        with self._lock:
            self._closed = False

    def close(self) -> None:
        """Send nothing more; what is under way over HTTP is given up."""
        with self._lock:
            self._closed = True
            transport, self._transport = self._transport, None
            for answers in self._under_way:
                answers.put(Closed("the emulator was closed"))
        if transport is not None:
            transport.close()

    def _send_by_http(self, request: Request, /) -> Response:
        """Send beside the caller, who waits for the answer, or until all is closed.

        A receiver may take its time, and nothing else interrupts a socket that waits for it.
        """
        answers: SimpleQueue[Response | Exception] = SimpleQueue()
        with self._lock:
            if self._closed:
                raise Closed("the emulator was closed")
            if self._transport is None:
                seconds = float(self._facts["timeout"])
                self._transport = RequestsTransport(
                    timeout=Timeout(connect=min(5.0, seconds), read=seconds, total=seconds)
                )
            transport = self._transport
            self._under_way.add(answers)

        def carry() -> None:
            try:
                reply = transport(request)
                reply.read(LONGEST)
                answers.put(reply)
            except Exception as failure:
                answers.put(failure)

        threading.Thread(target=carry, name="emulator-callback", daemon=True).start()
        answer = answers.get()
        with self._lock:
            self._under_way.discard(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _request(self, callback: Callback, token: str) -> Request | None:
        """A callback as a request; None when its address is none."""
        url = callback.url.partition("#")[0]
        if callback.method == "GET":
            url += f"{'&' if '?' in url else '?'}{urlencode(callback.parameters, quote_via=quote)}"
        address = wire_form(url)
        if address is None:
            return None
        headers = {
            "User-Agent": self._facts["user_agent"],
            "Accept": "*/*",
            self._facts["idempotency"]: callback.token,
        }
        signed = self._facts["signature"]
        if callback.method == "GET":
            headers[signed] = signature(token, address)
            return Request("GET", address, headers)
        headers["Content-Type"] = self._facts["media_type"]
        headers[signed] = signature(token, address, callback.parameters)
        return Request(callback.method, address, headers, urlencode(callback.parameters).encode())
