"""What goes out to applications: callbacks, and requests whose answer is waited for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urldefrag

from attrs import evolve, frozen

from twilio_ops_runtime.http.messages import Timeout


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
            if re.fullmatch("[0-9]{1,9}", text) and least <= int(text) <= most:
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
