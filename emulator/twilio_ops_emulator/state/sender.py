"""What carries callbacks, and requests whose answer is waited for; signed with the owner's token."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from queue import SimpleQueue
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urljoin, urlsplit

from attrs import evolve

from twilio_ops_emulator.state.callbacks import Answer, Callback, Overrides, Sent
from twilio_ops_runtime.errors import OperationError
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.messages import Request, Response, Send, Timeout
from twilio_ops_runtime.http.transport import RequestsTransport
from twilio_ops_runtime.webhooks import sign

_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
LONGEST = 1 << 20
"""The longest answer that is read, in bytes."""


def _answer(callback: Callback, reply: Response, body: bytes, redirects: int) -> Answer:
    headers = tuple((str(name), str(value)) for name, value in reply.headers.items())
    fields = {name.lower(): value for name, value in headers}
    kind, _, rest = fields.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'") or "utf-8"
    try:
        text = body.decode(charset, "replace")
    except (LookupError, ValueError):  # no encoding of text, or one that replaces nothing
        text = body.decode("utf-8", "replace")
    cookies: SimpleCookie = SimpleCookie()
    with suppress(CookieError):
        cookies.load(fields.get("set-cookie", ""))
    return Answer(
        url=callback.url,
        method=callback.method,
        status=reply.status,
        media_type=kind.strip().lower(),
        body=text,
        headers=headers,
        cookies=tuple((name, morsel.value) for name, morsel in cookies.items()),
        redirects=redirects,
    )


def _redirected(callback: Callback, reply: Response) -> Callback | None:
    """Return what an answer sends on, as a browser would; None = the answer is no redirect."""
    if reply.status not in (301, 302, 303, 307, 308):
        return None
    fields = {name.lower(): value for name, value in reply.headers.items()}
    where = fields.get("location")
    if not where:
        return None
    # What is no address is asked as it is, which says so.
    url = joined(callback.url.partition("#")[0], where) or where
    if reply.status in (307, 308):
        return evolve(callback, url=url)
    return evolve(callback, url=url, method="GET", parameters=())


@lru_cache(1024)
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


class _Carrier:
    """A thread that sends one request after the other, each for whoever waits for its answer."""

    def __init__(self) -> None:
        self._requests: SimpleQueue[_Errand | None] = SimpleQueue()
        threading.Thread(target=self._run, name="emulator-callback", daemon=True).start()

    def carry(self, errand: _Errand) -> None:
        """Send a request; its answer, or what kept it from coming, is put in its queue."""
        self._requests.put(errand)

    def end(self) -> None:
        """End the thread once it has sent what it was given."""
        self._requests.put(None)

    def _run(self) -> None:
        while (errand := self._requests.get()) is not None:
            try:
                reply = errand.transport(errand.request)
                reply.read(LONGEST)
                errand.answers.put(reply)
            except Exception as failure:
                errand.answers.put(failure)


class _Errand(NamedTuple):
    """A request that a carrier sends."""

    transport: RequestsTransport
    request: Request
    answers: SimpleQueue[Response | Exception]


def joined(base: str, text: str) -> str | None:
    """Return the whole address that a text in a document names; None when it names none.

    Args:
        base: Where the document is from.
        text: A whole address, or one beside that of the document; empty = the document's own.
    """
    try:
        whole = text if _SCHEME.match(text) else urljoin(base, text)
    except ValueError:
        return None
    return whole if wire_form(whole) else None


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
        self._idle: list[_Carrier] = []
        self._closed = False

    def deliver(self, callback: Callback, token: str, at: float) -> Sent:
        """Make one attempt.

        Args:
            callback: What to send.
            token: The token that signs it.
            at: The time it is made at.
        """
        current, redirects = callback, 0
        while True:
            sent, reply = self._attempt(current, token, at, redirects)
            onward = None if reply is None or callback.then is None else _redirected(current, reply)
            if onward is None or redirects == self._facts["redirects"]:
                return evolve(sent, callback=callback)
            current, redirects = onward, redirects + 1

    def _attempt(
        self, callback: Callback, token: str, at: float, redirects: int
    ) -> tuple[Sent, Response | None]:
        """Ask one address."""
        asked = callback.then is not None

        def none(error: str, failure: str | None = None, *, unasked: bool = False) -> Sent:
            answer = Answer(
                url=callback.url,
                method=callback.method,
                failure=failure,
                refused=unasked,
                redirects=redirects,
            )
            return Sent(
                at=at,
                callback=callback,
                error=error,
                refused=failure is None or unasked,
                answer=answer if asked else None,
            )

        if self._closed:
            return none("the emulator is closed", unasked=True), None
        request = self._request(callback, token)
        if request is None:
            return none("not an HTTP address"), None
        host = urlsplit(request.url).hostname or ""
        if not self._anywhere and not is_loopback(host):
            return none("not on this machine", unasked=True), None
        try:
            reply = self._send(request)
            body = reply.read(LONGEST)
        except OperationError as failure:
            kind = type(failure).__name__
            return none(str(failure), kind, unasked=isinstance(failure, Closed)), None
        answer = _answer(callback, reply, body, redirects) if asked else None
        return Sent(at=at, callback=callback, status=reply.status, answer=answer), reply

    def retry_after(self, sent: Sent) -> float | None:
        """The seconds until the next attempt, or None when there is to be none."""
        if sent.callback.then is not None:
            overrides = Overrides.of(sent.callback.url)
            return 0.0 if overrides.repeats(sent) else None
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
            idle, self._idle = self._idle, []
            for answers in self._under_way:
                answers.put(Closed("the emulator was closed"))
        for carrier in idle:
            carrier.end()
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
            carrier = self._idle.pop() if self._idle else _Carrier()
        carrier.carry(_Errand(transport, request, answers))
        answer = answers.get()
        with self._lock:
            self._under_way.discard(answers)
            if self._closed:  # it may not have come back yet: nothing waits for it any more
                carrier.end()
            else:
                self._idle.append(carrier)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _request(self, callback: Callback, token: str) -> Request | None:
        """A callback as a request; None when its address is none."""
        url = callback.url.partition("#")[0]
        timeout = Overrides.of(callback.url).timeout() if callback.then is not None else None
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
        if callback.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in callback.cookies)
        signed = self._facts["signature"]
        if callback.method == "GET":
            headers[signed] = sign(token, address)
            return Request("GET", address, headers, timeout=timeout)
        headers["Content-Type"] = self._facts["media_type"]
        headers[signed] = sign(token, address, callback.parameters)
        form = urlencode(callback.parameters).encode()
        return Request(callback.method, address, headers, form, timeout)
