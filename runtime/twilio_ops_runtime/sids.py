"""Composed Sids: what a record's address is made of, and the URL path it stands for.

A record is addressed by the keys of its path, joined by colons: ``[AccountSid:][ParentSid:...]Sid``.
A colon or backslash in a key of free text is written with a backslash before it (``compose`` does).
The account may be left out, then it is the connection's. Everything is decided by the path
templates and the keys that a catalog gives; a text that does not fit never becomes a URL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, NewType

from twilio_ops_runtime.errors import SidError

Sid = NewType("Sid", str)
"""A resource identifier: two capital letters and 32 hexadecimal digits.

Answers may hold masked ones, so a ``Sid`` of a record is text as it came; one that is sent is checked.
"""

# Text, compiled when it is first used and then kept by ``re``: importing an operation uses none.
_SID = r"[A-Z]{2}[0-9a-fA-F]{32}"
_SID_IN = rb'"sid"\s*:\s*"([A-Z]{2}[0-9a-fA-F]{32})"|<Sid>([A-Z]{2}[0-9a-fA-F]{32})</Sid>'
_PLACEHOLDER = r"\{([^{}]+)\}"
_CONTROL = r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]"
_AROUND = r"^[^0-9A-Za-z]+|[^0-9A-Za-z]+$"
_ESCAPED = r"\\[:\\]|[\s\S]"
_SEPARATORS = r"[,;\s]+"
_MOST_CHARACTERS = 500
"""The characters of the longest key: written in a URL, one may take twelve times its room, and
servers take URLs of about 8000."""
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")


class Key(NamedTuple):
    """What may fill one placeholder of a path.

    Args:
        prefixes: The prefixes of Sids accepted.
        pattern: A regular expression; what matches it as a whole is accepted, too.
        literals: Fixed words that are accepted, too.

    With both, the pattern decides and includes the Sids. Without either, any text is accepted.
    Nothing longer than a URL can hold is.
    """

    prefixes: tuple[str, ...] = ()
    pattern: str | None = None
    literals: tuple[str, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether any text is accepted, colons included."""
        return not self.prefixes and self.pattern is None

    def accepts(self, value: str) -> bool:
        """Whether ``value`` may stand here."""
        if not 0 < len(value) <= _MOST_CHARACTERS:
            return False
        if re.search(_CONTROL, value) or value in {".", ".."}:
            return False
        bare = re.sub(_AROUND, "", value)
        if re.fullmatch(_SID, bare.upper()) and not re.fullmatch(_SID, value):
            return False  # a Sid in small letters, or with something around it, whatever may stand here
        if value in self.literals:
            return True
        if self.pattern is not None:
            return re.fullmatch(self.pattern, value) is not None
        if self.prefixes:
            return re.fullmatch(_SID, value) is not None and value[:2] in self.prefixes
        return True


class Template(NamedTuple):
    """One path of an operation: the placeholders in it, in order, and the texts around them."""

    names: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, path: str) -> Template:
        """The template of a path with ``{Placeholders}``."""
        pieces = re.split(_PLACEHOLDER, path)
        return cls(tuple(pieces[1::2]), tuple(pieces[::2]))

    def fill(self, values: Mapping[str, str]) -> str:
        """The URL path with every placeholder replaced by its percent-encoded value."""
        first, *others = self.texts
        pairs = zip(self.names, others, strict=True)
        return first + "".join([encode(values[name]) + text for name, text in pairs])


class Target(NamedTuple):
    """What an address was resolved to: a template and the value of each of its keys.

    ``key`` is the value of the key that is sent as a parameter, if the operation has one.
    """

    template: Template
    values: dict[str, str]
    key: str | None = None

    @property
    def path(self) -> str:
        """The URL path."""
        return self.template.fill(self.values)


def is_sid(value: str, *prefixes: str) -> bool:
    """Whether ``value`` is a Sid, with one of the prefixes if any are given."""
    return re.fullmatch(_SID, value) is not None and (not prefixes or value[:2] in prefixes)


def sid_in(answer: bytes) -> str | None:
    """Return the Sid of the first record in an answer, in JSON or XML; None if there is none."""
    found = re.search(_SID_IN, answer)
    return None if found is None else (found[1] or found[2]).decode()


def compose(*parts: str) -> str:
    """Return the composed Sid of its parts, outermost first: ``compose(conference, call)``.

    A colon or backslash in a key of free text is escaped by a backslash, so that the key stays one
    part: ``compose(map, "user:1")``. A part that is composed of Sids itself is taken as it is.

    Raises:
        SidError: There is no part, or an empty one.
    """
    if not parts or not all(parts):
        raise SidError("a composed Sid needs at least one part, and no part may be empty")
    return ":".join(map(_escaped, parts))


def _escaped(part: str) -> str:
    if all(is_sid(piece) for piece in part.split(":")):
        return part
    return part.replace("\\", "\\\\").replace(":", "\\:")


def _pieces(text: str) -> list[str]:
    """Return the parts between colons that are not escaped, without the backslashes that escape."""
    if "\\" not in text:
        return text.split(":")
    pieces = [""]
    for one in re.findall(_ESCAPED, text):
        if one == ":":
            pieces.append("")
        else:
            pieces[-1] += one if len(one) == 1 else one[1]
    return pieces


def encode(value: str) -> str:
    """The value as one segment of a URL path: everything but unreserved characters is encoded."""
    if _UNRESERVED.issuperset(value) and value not in {".", ".."}:
        return value
    if not value or re.search(_CONTROL, value) or value in {".", ".."}:
        raise SidError(f"{value!r} cannot be a part of a path")
    return "".join(
        char if char in _UNRESERVED else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in value
    )


class Address:
    """The addresses that an operation takes.

    Args:
        object_name: The object's name, for messages.
        paths: The path templates; several are told apart by the Sids given.
        keys: What may fill each placeholder.
        account_key: The placeholder that the connection's account fills when it is left out.
        key_parameter: The name of a further, last part that is sent as a parameter.
    """

    __slots__ = ("_account_key", "_key_parameter", "_keys", "_object", "templates")

    def __init__(
        self,
        object_name: str,
        paths: Sequence[str],
        keys: Mapping[str, Key],
        account_key: str | None,
        key_parameter: str | None = None,
    ) -> None:
        self._object = object_name
        self._keys = keys
        self._account_key = account_key
        self._key_parameter = key_parameter
        self.templates: tuple[Template, ...] = tuple(Template.of(path) for path in paths)

    def expected(self) -> str:
        """The expected form, as people write it: ``[AccountSid:]CallSid (AC…:CA…)``."""
        return " or ".join(dict.fromkeys(self._form(template) for template in self.templates))

    def parse(self, text: str) -> tuple[str, ...]:
        """The parts of a composed Sid, outermost first, as written.

        Raises:
            SidError: It does not fit; the message shows the expected form.
        """
        return tuple(self._resolve(text)[1])

    def target(self, text: str | None, account: str) -> Target:
        """The path that an address stands for.

        Args:
            text: The composed Sid; ``None`` where only the account is left to say.
            account: The connection's account, used where the address names none.

        Raises:
            SidError: It does not fit; the message shows the expected form.
        """
        if text is None:
            for template in self.templates:
                if not self._needed(template):
                    return self._complete(template, [], account)
            raise SidError(f"{self._object} needs {self.expected()}")
        template, parts = self._resolve(text)
        return self._complete(template, parts, account)

    def _names(self, template: Template) -> list[str]:
        extra = [self._key_parameter] if self._key_parameter else []
        return [*template.names, *extra]

    def _needed(self, template: Template) -> list[str]:
        return [name for name in self._names(template) if name != self._account_key]

    def _key(self, name: str) -> Key:
        return self._keys.get(name, Key())

    def _complete(self, template: Template, parts: list[str], account: str) -> Target:
        names = self._names(template)
        if len(parts) < len(names):
            names.remove(self._account_key or "")
            values = {self._account_key or "": account, **dict(zip(names, parts, strict=True))}
        else:
            values = dict(zip(names, parts, strict=True))
        key = values.pop(self._key_parameter) if self._key_parameter else None
        return Target(template, values, key)

    def _resolve(self, text: str) -> tuple[Template, list[str]]:
        self._check_text(text)
        for template in self.templates:
            needed = self._needed(template)
            for names in (self._names(template), needed):
                parts = _split(text, [self._key(name) for name in names])
                if parts is not None:
                    return template, parts
        raise SidError(f"{_shown(text)} is not {self.expected()}{self._reason(text)}")

    def _check_text(self, text: object) -> None:
        if isinstance(text, list | tuple | set | frozenset):
            raise SidError(
                f"{self._object} takes exactly one record at a time, not a list of Sids; "
                f"expected {self.expected()}"
            )
        if not isinstance(text, str):
            raise SidError(f"{self._object} takes {self.expected()}, not {type(text).__name__}")

    def _reason(self, text: str) -> str:
        """The most telling thing that is wrong, as an addition to the message."""
        if text != text.strip():
            return ": there is white space around it"
        if len(text) > _MOST_CHARACTERS:
            return f": it has {len(text)} characters, and no part may have over {_MOST_CHARACTERS}"
        parts = _pieces(text)
        if any(not part for part in parts):
            return ": a part is empty"
        if len(list(filter(None, re.split(_SEPARATORS, text)))) > 1:
            return ": exactly one record at a time, not a list of Sids"
        counts = {
            count
            for template in self.templates
            for count in (len(self._names(template)), len(self._needed(template)))
        }
        if len(parts) not in counts:
            return f": it has {len(parts)} part{'s' if len(parts) > 1 else ''}"
        prefixes = {
            prefix
            for template in self.templates
            for name in self._names(template)
            for prefix in self._key(name).prefixes
        }
        for part in parts:
            if prefixes and part[:2] in prefixes and not is_sid(part):
                return f": {_shown(part)} is not two capital letters and 32 hexadecimal digits"
        return ": a colon within a part is written \\:" if len(parts) > min(counts) else ""

    def _form(self, template: Template) -> str:
        names = self._names(template)
        words: list[str] = []
        marks: list[str] = []
        for position, name in enumerate(names):
            key = self._key(name)
            word = f"{self._object}Sid" if name == "Sid" else name
            optional = name == self._account_key
            words.append(f"[{word}:]" if optional else word + ":" * (position + 1 < len(names)))
            choices = [*(f"{prefix}…" for prefix in key.prefixes), *key.literals]
            marks.append("/".join(choices) or "text")
        return f"{''.join(words)} ({':'.join(marks)})" if words else "nothing (no Sid is taken)"


def _split(text: str, keys: Sequence[Key]) -> list[str] | None:
    """The parts of ``text`` for these keys, or None: colons belong to the one free key, if any."""
    if not keys:
        return None
    parts = _pieces(text)
    surplus = len(parts) - len(keys)
    if surplus > 0:
        free = [position for position, key in enumerate(keys) if key.is_free]
        if len(free) != 1:
            return None
        start = free[0]
        parts[start : start + surplus + 1] = [":".join(parts[start : start + surplus + 1])]
    elif surplus < 0:
        return None
    return parts if all(k.accepts(part) for k, part in zip(keys, parts, strict=True)) else None


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:77] + "...")
