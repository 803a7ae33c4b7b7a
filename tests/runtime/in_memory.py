"""A service in memory behind the ``send`` seam: answers in line, requests kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from twilio_ops_runtime.connection import Connection
from twilio_ops_runtime.http.messages import Request, Response
from twilio_ops_runtime.retry import Retry, RetryClock

ACCOUNT = "AC" + "0a" * 16
OTHER = "AC" + "1b" * 16
PARCEL = "PC" + "2c" * 16
SCAN = "SN" + "3d" * 16
DEPOT = "DE" + "4e" * 16
NOTE = "NT" + "5f" * 16
DRAFT = "DR" + "6a" * 16
TOKEN = "planted-secret-0123456789abcdef"

ParsedResponse = Response | Exception | Callable[[Request], Response]


class Service:
    """Answers requests with what was put in line, the last of which goes on for ever."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answers: list[ParsedResponse] = []
        self.connection = Connection(
            ACCOUNT,
            TOKEN,
            send=self,
            retry=Retry(max_attempts=1),
            clock=RetryClock(sleep=lambda seconds: None),
        )

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, Response) else answer(request)

    def json(self, content: Any, status: int = 200) -> Service:
        """Put an answer in JSON in line."""
        text = content if isinstance(content, bytes | str) else json.dumps(content)
        body = text.encode() if isinstance(text, str) else text
        self.answers.append(Response(status, {"Content-Type": "application/json"}, body))
        return self

    def xml(self, content: str, status: int = 200, root: str = "PostAnswer") -> Service:
        """Put an answer in XML in line; the root is added around what is given."""
        body = f"<{root}>{content}</{root}>".encode()
        self.answers.append(Response(status, {"Content-Type": "application/xml"}, body))
        return self

    def raw(self, body: bytes, status: int = 200, kind: str = "text/html") -> Service:
        """Put any bytes in line."""
        self.answers.append(Response(status, {"Content-Type": kind}, body))
        return self

    def fails(self, error: Exception) -> Service:
        """Put a failure to answer in line."""
        self.answers.append(error)
        return self

    @property
    def last(self) -> Request:
        """The last request."""
        return self.requests[-1]

    @property
    def path(self) -> str:
        """The path of the last request."""
        return urlsplit(self.last.url).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """The query of the last request."""
        return parse_qsl(urlsplit(self.last.url).query, keep_blank_values=True)

    @property
    def form(self) -> list[tuple[str, str]]:
        """The form of the last request."""
        return parse_qsl((self.last.body or b"").decode(), keep_blank_values=True)


def parcel_json(**fields: Any) -> dict[str, Any]:
    """A parcel in JSON."""
    return {"sid": PARCEL, "weight": "1.50", "status": "queued", **fields}
