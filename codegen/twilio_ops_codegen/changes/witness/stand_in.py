"""What witnesses run against: a module beside them that answers in the service's place."""

from __future__ import annotations

NAME = "stand_in"
"""The module's name."""

_TEXT = '''\
"""A stand-in for the service: it answers what it is told to, and notes what it was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from PACKAGE import Connection, Profile, Request, Response

ACCOUNT = "AC" + "0123456789abcdef" * 2
_USUAL = {"accept", "authorization", "content-type", "user-agent", "accept-encoding"}


class Answers:
    """Gives answers, a status, a body and a Location each, in turn; ``asked`` is what was asked for."""

    def __init__(self, *answers: tuple[int, str, str]) -> None:
        self.answers = list(answers)
        self.asked: list[list[str]] = []

    def __call__(self, request: Request, /) -> Response:
        self.asked.append(said(request))
        status, body, location = self.answers.pop(0)
        headers = {"Content-Type": request.headers["Accept"]}
        if location:
            headers["Location"] = location
        return Response(status, headers, body.encode())


def said(request: Request) -> list[str]:
    """What a request says: its address, and whatever is sent, sorted."""
    parts = urlsplit(request.url)
    found = [f"query {name}={value}" for name, value in parse_qsl(parts.query, True)]
    text = (request.body or b"").decode()
    if text.startswith("{"):
        found.append(f"json {json.dumps(json.loads(text), sort_keys=True)}")
    else:
        found += [f"form {name}={value}" for name, value in parse_qsl(text, True)]
    rest = {name: value for name, value in request.headers.items() if name.lower() not in _USUAL}
    found += [f"header {name}={value}" for name, value in rest.items()]
    found += ["credentials"] if "authorization" in map(str.lower, request.headers) else []
    return [f"{request.method} https://{parts.netloc}{parts.path}", *sorted(found)]


def answering(operation: Any) -> Connection:
    """A connection to what answers an operation as its own package expects."""
    return Connection(ACCOUNT, "secret", send=_as_expected(operation.spec))


def _as_expected(spec: Any) -> Callable[[Request], Response]:
    def send(request: Request, /) -> Response:
        wire = request.headers["Accept"].rpartition("/")[2]
        headers = {"Content-Type": f"application/{wire}"}
        if 300 <= spec.status[0] < 400:
            headers["Location"] = "https://example.com/elsewhere"
        if spec.cardinality == "none":
            return Response(spec.status[0], headers, b"")
        sample = files("PACKAGE") / "samples" / spec.object / f"{spec.name}.response.{wire}"
        body = sample.read_bytes()
        if spec.cardinality == "many" and wire == "xml":
            root = etree.fromstring(body)
            listed = etree.Element("List", uri="", nextpageuri="")
            listed.append(root[0])
            root.append(listed)
            body = etree.tostring(root)
        return Response(spec.status[0], headers, body)

    return send


_READ = {"iso8601": datetime.fromisoformat, "rfc2822": parsedate_to_datetime}


def read(
    profile: Path,
    documents: Sequence[str | Path],
    elements: Sequence[str],
    instants: Sequence[tuple[str, str]] = (),
) -> None:
    """Read documents by a profile; fail if there is none, one is not valid, or an element or an
    instant is not there."""
    assert documents, "no document is answered"
    judge = Profile(profile)
    for name in documents:
        document = Path(name).read_bytes()
        judge.check(document)
        root = etree.fromstring(document)
        missing = [path for path in elements if root.find(path) is None]
        assert not missing, missing
        for path, form in instants:
            _READ[form](root.findtext(path) or "")
'''


def stand_in(package: str) -> str:
    """The module for a package, by the package's import name."""
    return _TEXT.replace("PACKAGE", package)
