"""What errors and logs may show: secrets that mask themselves, parameters made safe to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from twilio_ops_runtime.http.messages import Request

MASK = "***"
SHOWN = 120
"""How many characters of a value are shown."""

# Text, compiled when it is first used: most that load this never show anything.
_SECRET_NAME = (
    r"(?i:password|passphrase|passwd|secret|token|credential|private_?key|api_?key|authorization)"
)
_USERINFO = r"(?<=://)[^/@\s]+@"


class Secret(str):
    """Text that works as text and is never shown.

    Encoding, comparing and slicing give the text itself, so a header may hold one; ``str()``,
    ``repr()`` and formatting give a mask, so that printing what holds it does not show it. It
    cannot be pickled.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Secret:
        return super().__new__(cls, text[:])  # of a Secret, str() would take the mask

    def __repr__(self) -> str:
        return repr(MASK)

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret cannot be pickled or copied")

    def reveal(self) -> str:
        """The text itself."""
        return self[:]


def scrub(text: str, secrets: Iterable[Secret]) -> str:
    """The text with every occurrence of a secret masked, as it is or as JSON, XML or an address
    may write it."""
    for secret in secrets:
        if text.isalnum():  # it can hold no other form, and making them takes its time
            text = text.replace(secret.reveal(), MASK)
            continue
        for form in sorted(
            _forms(secret), key=len, reverse=True
        ):  # the longer may hold the shorter
            text = text.replace(form, MASK)
    return text


def _forms(secret: Secret) -> set[Secret]:
    from html import escape
    from json import dumps
    from urllib.parse import quote

    text = secret.reveal()
    in_json = dumps(text)[1:-1]
    written = {text, in_json, in_json.replace("/", "\\/"), quote(text, safe="")}
    return {Secret(form) for form in (*written, escape(text), escape(text, quote=False))}


def sent_parameters(
    request: Request, scrub: Callable[[str], str] = str
) -> tuple[tuple[str, str], ...]:
    """Return the names and values that a request sends, in order, safe to show.

    Values of parameters that the request calls secret, or whose names say so, are masked, as are
    names and passwords inside addresses. Long values are cut.
    """

    def shown(name: str, value: str) -> str:
        secret = name in request.secret or re.search(_SECRET_NAME, name)
        return scrub(MASK if secret else _shown(value))

    return tuple((name, shown(name, value)) for name, value in _parameters(request))


def _shown(value: str) -> str:
    value = re.sub(_USERINFO, f"{MASK}@", value)
    return value if len(value) <= SHOWN else f"{value[:SHOWN]}…"


def _parameters(request: Request) -> Iterator[tuple[str, str]]:
    from urllib.parse import parse_qsl, urlsplit

    yield from parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    if not request.body:
        return
    kind = next((v for k, v in request.headers.items() if k.lower() == "content-type"), "")
    if "json" in kind:
        yield from _json_members(request.body)
    else:
        yield from parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True)


def _json_members(body: bytes) -> Iterator[tuple[str, str]]:
    import json

    content = json.loads(body)
    if isinstance(content, dict):
        for name, value in cast("dict[str, Any]", content).items():
            nested = isinstance(value, (dict, list))
            yield name, "…" if nested else value if isinstance(value, str) else json.dumps(value)
