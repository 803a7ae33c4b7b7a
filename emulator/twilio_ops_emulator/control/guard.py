"""Who may control an emulator over HTTP: its own page, and whoever has its token where one is asked for."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from twilio_ops_emulator.api.messages import Request, Response
from twilio_ops_emulator.control.control import PREFIX, answer_of
from twilio_ops_runtime.http.addresses import is_loopback

COOKIE = "twilio_ops_emulator"
"""The cookie in which a browser keeps the token."""


def foreign(headers: Mapping[str, str], host: str) -> Response | None:
    """The answer to a page of another site, or None when it is no such page that asks.

    A browser says where a page comes from, and by which name it asks. A name that is neither this
    machine's nor that of the server, nor an address, is one that another site lets point here.

    Args:
        headers: Header fields of the request, by lower-case name.
        host: Where the server listens.
    """
    asked, origin = headers.get("host"), headers.get("origin")
    if origin is not None and origin.partition("://")[2] != asked:
        return answer_of(403, {"message": "Another site's page may not control the emulator."})
    if asked is not None and not _own(asked, host):
        return answer_of(
            403,
            {
                "message": f"Control is not asked for by the name {asked}: use an address or "
                "localhost, or start the emulator with that name as its host."
            },
        )
    return None


def _own(asked: str, host: str) -> bool:
    try:
        name = urlsplit(f"//{asked}").hostname or ""
    except ValueError:
        return False
    if name == host.lower() or is_loopback(name):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def gate(request: Request, token: str) -> Response | None:
    """Return the answer to a request without the token, or None when it has it.

    It is sent as ``Authorization: Bearer``, or once as ``?token=`` by a browser, which then keeps it
    in a cookie for this site alone.

    Args:
        request: The request.
        token: The token.
    """
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and _same(given.strip(), token):
        return None
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(request.headers.get("cookie", ""))
    except CookieError:
        cookies.clear()
    if COOKIE in cookies and _same(cookies[COOKIE].value, token):
        return None
    asked = dict(parse_qsl(request.query)).get("token", "")
    if request.method == "GET" and _same(asked, token):
        kept = f"{COOKIE}={token}; Path={PREFIX}; HttpOnly; SameSite=Strict"
        return Response(303, {"Location": f"{PREFIX}/", "Set-Cookie": kept})
    return answer_of(
        401,
        {
            "message": "Control of this emulator, which others reach, needs the token that it printed "
            "when it started: Authorization: Bearer TOKEN, or ?token=TOKEN for the page."
        },
    )


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())
