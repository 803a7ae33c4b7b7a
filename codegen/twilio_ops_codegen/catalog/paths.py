"""What a path of an operation may look like; asked where one enters, by ``import`` and by ``load``."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
"""A part of a path that a key fills."""
_LONGEST = 2000
# The characters of RFC 3986, and placeholders between braces.
_PART = re.compile(r"(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[^{}]*\})*", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def path_problem(path: str) -> str | None:
    """Why a text is no path of an operation; None = it is one.

    Args:
        path: A path with placeholders, such as ``/v1/Parcels/{Sid}``.
    """
    if not path.startswith("/"):
        return f"is {_shown(path)}; expected a path that begins with /"
    if len(path) > _LONGEST:
        return f"is {len(path)} characters long; expected at most {_LONGEST}"
    if re.search("[{}]", PLACEHOLDER.sub("", path)):
        return (
            f"is {_shown(path)}; expected a closing brace for each opening one, and a name between"
        )
    for name in PLACEHOLDER.findall(path):
        if not _NAME.fullmatch(name):
            return f"has the placeholder {_shown(name)}; expected a name such as Sid"
    for part in path.split("/"):
        if part in (".", ".."):
            return f"is {_shown(path)}; expected no part that is {part}"
        if not _PART.fullmatch(part):
            return f"is {_shown(path)}; expected the characters of an address alone"
    return None


def _shown(text: str) -> str:
    shown = ascii(text)
    return shown if len(shown) <= 100 else f"{shown[:100]}..."
