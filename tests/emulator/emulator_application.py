"""An application behind an emulator's number: its pages, and what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from twilio_ops_emulator import Emulator

OWN, PERSON, AGENT = "+15005550100", "+15005550199", "+15005550177"
Page = Callable[[dict[str, str]], "str | tuple[str, ...]"]
"""Answers a document's verbs, or a status, a media type, a body and, where it sends on, an address."""


class Application:
    """A WSGI application: a page for each path, and what was asked."""

    def __init__(self, pages: Mapping[str, str | Page]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, dict[str, str]]] = []

    def __call__(self, environ: Any, start_response: Any) -> list[bytes]:
        form = environ["wsgi.input"].read().decode()
        said = dict(parse_qsl(form or environ["QUERY_STRING"], keep_blank_values=True))
        path = environ["PATH_INFO"]
        self.asked.append((path, said))
        page = self.pages.get(path)
        if page is None:
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"nothing here"]
        answer = page(said) if callable(page) else page
        if isinstance(answer, str):
            answer = ("200 OK", "text/xml", f"<Response>{answer}</Response>")
        onward = [("Location", answer[3])] if len(answer) > 3 else []
        start_response(answer[0], [("Content-Type", answer[1]), *onward])
        return [answer[2].encode()]

    def paths(self) -> list[str]:
        """The paths asked, in order."""
        return [path for path, _ in self.asked]

    def last(self, path: str) -> dict[str, str]:
        """What was said when a path was asked last."""
        return next(said for asked, said in reversed(self.asked) if asked == path)


Start = Callable[..., tuple[Emulator, Application]]


def notifications(emulator: Emulator) -> list[tuple[int, str]]:
    """The error codes and levels logged, oldest first."""
    rows = emulator.records("Notification")
    return [(int(row["error_code"]), row["log"]) for row in reversed(rows)]
