"""What witnesses run against: a module beside them that answers in the service's place."""

from __future__ import annotations

NAME = "stand_in"
"""The module's name."""

_TEXT = '''\
"""A stand-in for the service: it answers what it is told to, and notes what it was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from PACKAGE import Connection, Profile, Request, Response

ACCOUNT = "AC" + "0123456789abcdef" * 2
_UNSIGNED = {"signed": "no"}
_USUAL = {"accept", "authorization", "content-type", "user-agent", "accept-encoding"}


class Answers(Connection):
    """A connection to a service that gives answers, a status and a body each, in turn, and notes
    what it is asked for. Any other request fails."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        super().__init__(ACCOUNT, "secret", send=self._answer)
        self._answers = list(answers)
        self._asked: list[dict[str, str]] = []

    def _answer(self, request: Request, /) -> Response:
        self._asked.append(said(request))
        assert self._answers, f"one request more: {self._asked[-1]}"
        status, body = self._answers.pop(0)
        headers = {"Content-Type": request.headers["Accept"]}
        if 300 <= status < 400:
            headers["Location"] = "https://example.com/elsewhere"
        return Response(status, headers, body.encode())

    def was_asked(self, address: str, *, signed: bool = True, **sent: str) -> None:
        """Fail unless the next request went to an address with this query, form, json and header,
        each sorted, and with credentials or without."""
        assert self._asked, "nothing more was asked for"
        expected = {"address": address, **sent, **({} if signed else _UNSIGNED)}
        asked = self._asked.pop(0)
        assert asked == expected, asked


def said(request: Request) -> dict[str, str]:
    """What a request says: its address, whatever is sent, and whether it lacks credentials."""
    parts = urlsplit(request.url)
    text = (request.body or b"").decode()
    in_json = text.startswith("{")
    rest = {name: value for name, value in request.headers.items() if name.lower() not in _USUAL}
    found = {
        "address": f"{request.method} https://{parts.netloc}{parts.path}",
        "query": _joined(parse_qsl(parts.query, True)),
        "form": "" if in_json else _joined(parse_qsl(text, True)),
        "json": json.dumps(json.loads(text), sort_keys=True) if in_json else "",
        "header": _joined(rest.items()),
    }
    signed = "authorization" in map(str.lower, request.headers)
    return {where: each for where, each in found.items() if each} | ({} if signed else _UNSIGNED)


def _joined(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(sorted(f"{name}={value}" for name, value in pairs))


def takes(operation: Any, document: str, service: Connection | None = None) -> None:
    """Hand a request document to an operation; fail if it is not done. Without a service it is
    answered as its own package expects."""
    (result,) = operation(service or answering(operation)).process([document])
    assert result.error is None, result.error


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
