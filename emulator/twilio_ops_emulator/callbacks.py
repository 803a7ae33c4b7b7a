"""Callbacks: form posts to addresses that requests named, signed with the owner's token."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from attrs import evolve, frozen

from twilio_ops_runtime.errors import OperationError
from twilio_ops_runtime.transport import Request, RequestsTransport, Send, Timeout, is_loopback


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
        error: Why there is none, or why it was not sent.
        number: Which of all attempts it is, counted from 1.
    """

    at: float
    callback: Callback
    status: int | None
    error: str | None
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


def _host_of(url: str) -> str | None:
    """The host of an HTTP address, or None when it is none."""
    try:
        where = urlsplit(url)
        usable = where.scheme in ("http", "https") and where.port != 0
    except ValueError:  # brackets or a port that are not ones
        return None
    return where.hostname if usable else None


class Courier:
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
        self._send = send
        self._transport: RequestsTransport | None = None
        self._anywhere = anywhere
        self._retries: tuple[float, ...] = tuple(facts["retries"])
        self._retry_statuses = frozenset(facts["retry_statuses"])

    def deliver(self, callback: Callback, token: str, at: float) -> Sent:
        """Make one attempt.

        Args:
            callback: What to send.
            token: The token that signs it.
            at: The time it is made at.
        """
        host = _host_of(callback.url)
        if host is None:
            return self._sent(at, callback, error="not an HTTP address")
        if not self._anywhere and not is_loopback(host):
            return self._sent(at, callback, error="not on this machine: not sent")
        try:
            reply = self._carrier()(self._request(callback, token))
            reply.read(1 << 20)
        except OperationError as failure:
            return self._sent(at, callback, error=str(failure))
        return self._sent(at, callback, status=reply.status)

    def retry_after(self, sent: Sent) -> float | None:
        """The seconds until the next attempt, or None when there is to be none."""
        refused = sent.error is not None and sent.error.endswith(("not sent", "HTTP address"))
        if sent.delivered or refused or sent.callback.attempt >= len(self._retries):
            return None
        if sent.status is not None and sent.status not in self._retry_statuses:
            return None
        return self._retries[sent.callback.attempt]

    def close(self) -> None:
        """Close the connections that are kept."""
        if self._transport is not None:
            self._transport.close()

    def _carrier(self) -> Send:
        if self._send is not None:
            return self._send
        if self._transport is None:
            seconds = float(self._facts["timeout"])
            self._transport = RequestsTransport(
                timeout=Timeout(connect=min(5.0, seconds), read=seconds, total=seconds)
            )
        return self._transport

    def _request(self, callback: Callback, token: str) -> Request:
        headers = {
            "User-Agent": self._facts["user_agent"],
            "Accept": "*/*",
            self._facts["idempotency"]: callback.token,
        }
        url = callback.url.partition("#")[0]
        if callback.method == "GET":
            where = urlsplit(url)
            query = [*parse_qsl(where.query, keep_blank_values=True), *callback.parameters]
            url = where._replace(query=urlencode(query, quote_via=quote)).geturl()
            headers[self._facts["signature"]] = signature(token, url)
            return Request("GET", url, headers)
        headers["Content-Type"] = self._facts["media_type"]
        headers[self._facts["signature"]] = signature(token, url, callback.parameters)
        return Request("POST", url, headers, urlencode(callback.parameters).encode())

    @staticmethod
    def _sent(
        at: float, callback: Callback, status: int | None = None, error: str | None = None
    ) -> Sent:
        return Sent(at=at, callback=callback, status=status, error=error)
