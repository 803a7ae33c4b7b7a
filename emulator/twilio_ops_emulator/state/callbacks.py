"""What goes out to applications: callbacks, and requests whose answer is waited for; signed with the owner's token."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from queue import SimpleQueue
from typing import Any
from urllib.parse import parse_qsl, quote, urldefrag, urlencode, urljoin, urlsplit

from attrs import evolve, frozen

from twilio_ops_runtime.errors import OperationError
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.messages import Request, Response, Send, Timeout
from twilio_ops_runtime.http.transport import RequestsTransport
from twilio_ops_runtime.webhooks import sign

LONGEST = 1 << 20
"""The longest answer that is read, in bytes."""


@frozen(kw_only=True)
class Answer:
    """An application's answer, or that there is none.

    Attributes:
        url: The address that was asked last, after redirects.
        method: With what.
        status: The HTTP status; None = no answer came.
        media_type: What it says it is, without parameters.
        body: Its text.
        headers: Its headers, for the notification of what is wrong with it.
        cookies: The cookies it sets.
        failure: The name of the error that kept it from coming.
        refused: Whether nothing was asked: the address is none, or not on this machine.
        redirects: How many redirects were followed.
    """

    url: str
    method: str
    status: int | None = None
    media_type: str = ""
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    cookies: tuple[tuple[str, str], ...] = ()
    failure: str | None = None
    refused: bool = False
    redirects: int = 0


@frozen(kw_only=True)
class Callback:
    """One callback that is to go out, or one request whose answer is waited for.

    Attributes:
        account: The account whose token signs it.
        url: Where to.
        method: GET or POST.
        parameters: What it says, in order.
        about: The object and the key of the record it is about.
        attempt: How often it was tried before.
        token: The same for every attempt.
        then: For a request whose answer is waited for: the object, the name and the data of the
            event that the answer is; None = a callback.
        cookies: What goes with it.
    """

    account: str
    url: str
    method: str
    parameters: tuple[tuple[str, str], ...]
    about: tuple[str, str]
    attempt: int = 0
    token: str = ""
    then: tuple[str, str, Mapping[str, Any]] | None = None
    cookies: tuple[tuple[str, str], ...] = ()

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
        answer: What was answered, where the answer was waited for.
    """

    at: float
    callback: Callback
    status: int | None = None
    error: str | None = None
    refused: bool = False
    number: int = 0
    answer: Answer | None = None

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
            "answer": None if self.answer is None else self.answer.body,
        }


@frozen
class Overrides:
    """How an application wants to be asked: the fragment of its address.

    source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides

    Attributes:
        connect: Milliseconds for a connection.
        read: Milliseconds for an answer.
        total: Milliseconds for all of it.
        retries: How often it is asked again.
        reasons: What for: ``4xx``, ``5xx``, ``ct``, ``rt``, ``all``.
    """

    connect: int = 5000
    read: int = 15000
    total: int = 15000
    retries: int = 1
    reasons: frozenset[str] = frozenset({"ct"})

    @classmethod
    def of(cls, url: str) -> Overrides:
        """Return those of an address; what cannot be is as if it was not there."""
        said = dict(parse_qsl(urldefrag(url).fragment))
        whole = {"ct": ("connect", 100, 10000), "rt": ("read", 100, 15000)}
        whole |= {"tt": ("total", 100, 15000), "rc": ("retries", 0, 5)}
        values: dict[str, Any] = {}
        for word, (name, least, most) in whole.items():
            text = said.get(word, "")
            if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
                values[name] = int(text)
        reasons = frozenset(said.get("rp", "").split(","))
        if reasons <= {"4xx", "5xx", "ct", "rt", "all"}:
            values["reasons"] = reasons
        return cls(**values)

    def timeout(self) -> Timeout:
        """Return the same as the time-out of a request."""
        return Timeout(self.connect / 1000, self.read / 1000, self.total / 1000)

    def repeats(self, sent: Sent) -> bool:
        """Return whether what was sent is to be sent again."""
        if sent.callback.attempt >= self.retries or sent.refused or sent.answer is None:
            return False
        if sent.status is not None:
            wanted = {f"{sent.status // 100}xx"} if sent.status >= 400 else set[str]()
        elif sent.answer.failure == "ReadTimeout":
            wanted = {"rt"}
        else:
            wanted = {"ct"} if sent.answer.failure is not None else set[str]()
        return bool(wanted) and ("all" in self.reasons or bool(wanted & self.reasons))


def _answer(callback: Callback, reply: Response, body: bytes, redirects: int) -> Answer:
    headers = tuple((str(name), str(value)) for name, value in reply.headers.items())
    fields = {name.lower(): value for name, value in headers}
    kind, _, rest = fields.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'") or "utf-8"
    try:
        text = body.decode(charset, "replace")
    except LookupError:
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
    url = urljoin(callback.url.partition("#")[0], where)
    if reply.status in (307, 308):
        return evolve(callback, url=url)
    return evolve(callback, url=url, method="GET", parameters=())


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
