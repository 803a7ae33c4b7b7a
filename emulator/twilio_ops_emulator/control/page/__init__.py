"""The page's files: plain modules that a browser loads as they are, and nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib import resources

from twilio_ops_emulator.api.messages import Response

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' blob: http://localhost:* http://127.0.0.1:*",
        "media-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""What the page may load: its own files, sounds that it has fetched, and pictures of this machine."""


@cache
def _files() -> dict[str, bytes]:
    folder = resources.files(__name__)
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.name.rpartition(".")[2] in _TYPES
    }


def file(name: str) -> Response | None:
    """Return a file of the page, or None where the path is none of the page's.

    Args:
        name: The path behind the prefix of control; empty = the page itself.
    """
    found = name.removeprefix("page/") if name.startswith("page/") else None
    found = "index.html" if not name else found
    content = _files().get(found or "")
    if content is None or found is None:
        return None
    headers = {
        "Content-Type": _TYPES[found.rpartition(".")[2]],
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
    return Response(200, headers, content)
