"""What paths and names of a service may look like; asked where they enter, by ``import`` and ``load``."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
"""A part of a path that a key fills."""
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z", re.ASCII)
"""The name of a header field."""
_LONGEST = 2000
LONGEST_NAME = 200
"""The characters of the longest name of an operation, a parameter or a field."""
_LONGEST_SHOWN = 100
# The characters of RFC 3986, and placeholders between braces.
_PART = re.compile(r"(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[^{}]*\})*", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def path_problem(path: str) -> str | None:
    """Why a text is no path of an operation; None = it is one.

    Args:
        path: A path with placeholders, such as ``/v1/Parcels/{Sid}``.
    """
    if not path.startswith("/"):
        return f"is {shown(path)}; expected a path that begins with /"
    if len(path) > _LONGEST:
        return f"is {len(path)} characters long; expected at most {_LONGEST}"
    if re.search("[{}]", PLACEHOLDER.sub("", path)):
        return (
            f"is {shown(path)}; expected a closing brace for each opening one, and a name between"
        )
    for name in PLACEHOLDER.findall(path):
        if not _NAME.fullmatch(name):
            return f"has the placeholder {shown(name)}; expected a name such as Sid"
    for part in path.split("/"):
        if part in (".", ".."):
            return f"is {shown(path)}; expected no part that is {part}"
        if not _PART.fullmatch(part):
            return f"is {shown(path)}; expected the characters of an address alone"
    return None


def name_problem(name: str) -> str | None:
    """Why a text is no name of a parameter or a field; None = it is one.

    Args:
        name: A name as the service writes it, such as ``StartTime`` or ``$ref``.
    """
    if not name.strip() or len(name) > LONGEST_NAME:
        return f"is called {shown(name)}; expected 1 to {LONGEST_NAME} characters"
    if not name.isprintable() or '"' in name or "\\" in name:
        return f"is called {shown(name)}; expected no quote, backslash or character without a sign"
    return None


def shown(text: str) -> str:
    """A text as messages show it: in ASCII, and not longer than a line."""
    said = ascii(text) if not text.isascii() or not text.isprintable() else repr(text)
    return said if len(said) <= _LONGEST_SHOWN else f"{said[:_LONGEST_SHOWN]}..."


def short(text: str) -> str:
    """A text within a sentence: as it is, or in ASCII and cut where it is none for a line."""
    if text.isascii() and text.isprintable() and len(text) <= _LONGEST_SHOWN:
        return text
    return shown(text)
