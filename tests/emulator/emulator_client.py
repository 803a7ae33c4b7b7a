"""A client without opinions: requests to an emulator, answers as they come."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from lxml import etree

from twilio_ops_emulator import Emulator
from twilio_ops_runtime.http.messages import Request, Response

ROOT = "https://api.twilio.com"
Form = Mapping[str, Any] | Iterable[tuple[str, str]]


class Answer:
    """One answer."""

    def __init__(self, reply: Response) -> None:
        self.status = reply.status
        self.headers = reply.headers
        self.body = reply.read()

    @property
    def json(self) -> Any:
        """Its body as JSON."""
        return json.loads(self.body)

    @property
    def xml(self) -> etree._Element:
        """Its body as XML."""
        return etree.fromstring(self.body)

    @property
    def code(self) -> int | None:
        """The error code in it."""
        code: int | None = self.json.get("code")
        return code

    def __repr__(self) -> str:
        return f"<Answer {self.status} {self.body[:300]!r}>"


class Client:
    """Requests with the credentials of one account."""

    def __init__(
        self, emulator: Emulator, user: str | None = None, secret: str | None = None
    ) -> None:
        self.emulator = emulator
        self.user = user or emulator.account_sid
        self.secret = secret or emulator.token_of(self.user)
        self.account = self.user if self.user.startswith("AC") else emulator.account_sid

    def send(
        self, method: str, path: str, form: Form | None = None, query: Form | None = None
    ) -> Answer:
        """Send a request; a path that does not begin with / is one of the account."""
        if not path.startswith("/"):
            path = f"/2010-04-01/Accounts/{self.account}/{path}"
        if query:
            path += "?" + urlencode(_pairs(query), quote_via=quote)
        headers = {"Authorization": basic(f"{self.user}:{self.secret}")}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(_pairs(form)).encode()
        return Answer(self.emulator.handle(Request(method, f"{ROOT}{path}", headers, body)))

    def get(self, path: str, **query: Any) -> Answer:
        """GET."""
        return self.send("GET", path, query=query)

    def post(self, path: str, form: Form | None = None, **more: Any) -> Answer:
        """POST a form."""
        return self.send("POST", path, form=[*_pairs(form or {}), *_pairs(more)])

    def delete(self, path: str) -> Answer:
        """DELETE."""
        return self.send("DELETE", path)

    def made(self, path: str, form: Form | None = None, **more: Any) -> dict[str, Any]:
        """POST a form that must be accepted; the record answered."""
        answer = self.post(path, form, **more)
        assert answer.status in (200, 201), answer
        record: dict[str, Any] = answer.json
        return record

    def listed(self, path: str, key: str, **query: Any) -> list[dict[str, Any]]:
        """All records of a list, over all its pages."""
        found: list[dict[str, Any]] = []
        answer = self.get(path, **query)
        while True:
            assert answer.status == 200, answer
            found += answer.json[key]
            following = answer.json.get("next_page_uri")
            if not following:
                return found
            answer = self.send("GET", following)


def basic(pair: str) -> str:
    """A user and a secret as they are sent."""
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


def _pairs(form: Form) -> list[tuple[str, str]]:
    items = form.items() if isinstance(form, Mapping) else form
    pairs: list[tuple[str, str]] = []
    for name, value in items:
        for part in value if isinstance(value, list | tuple) else [value]:
            pairs.append((name, part if isinstance(part, str) else json.dumps(part)))
    return pairs
