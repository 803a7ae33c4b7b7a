"""Python source as a type of its own, so that text is never taken for it.

A template prints :class:`PyCode` and nothing else. Code comes from the generator (types and names
that it has checked), from :func:`~twilio_ops_codegen.emit.literal.literal`, and from :func:`doc`.
"""

from __future__ import annotations

import keyword
import re
import textwrap
import unicodedata

from twilio_ops_codegen.catalog.errors import CodegenError

__all__ = ["Identifier", "PyCode", "doc", "dotted", "joined", "settle_docs"]

_OPEN, _CLOSE = "\x02", "\x03"
"""Around each text of a docstring, until the file that holds it is whole; no catalog can hold them."""
_TOKENS = re.compile(
    r"""\#[^\n]*"""
    r"""|\"{3}[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"{3}"""
    r"""|'{3}[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'{3}"""
    r"""|"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'""",
    re.DOTALL,
)
"""What may hold a quotation mark that begins no text: comments, and texts of every kind."""
_DOC_TEXT = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


class PyCode(str):
    """Python source text."""

    __slots__ = ()


class Identifier(PyCode):
    """A name in Python; anything else is refused when it is made.

    Raises:
        CodegenError: It is no name, a reserved word, or one that Python reads as another name.
    """

    __slots__ = ()

    def __new__(cls, name: str) -> Identifier:
        """The name as code."""
        if isinstance(name, cls):
            return name
        if (
            not name.isidentifier()
            or keyword.iskeyword(name)
            or unicodedata.normalize("NFKC", name) != name
        ):
            raise CodegenError(f"{name!r} is no name in Python")
        return super().__new__(cls, name)


def dotted(name: str) -> PyCode:
    """The name of a module, a name for each of its parts.

    Raises:
        CodegenError: A part is no name.
    """
    return PyCode(".".join(Identifier(part) for part in name.split(".")))


def joined(parts: object) -> PyCode:
    """Pieces of code with commas between.

    Raises:
        TypeError: There is something that is no code.
    """
    found: list[str] = []
    for part in parts:  # type: ignore[attr-defined]
        if not isinstance(part, PyCode):
            raise TypeError(f"{part!r} is no code; expected names, or what `lit` makes")
        found.append(part)
    return PyCode(", ".join(found))


def doc(value: object, indent: int = 4, *, wrap: bool = True) -> PyCode:
    """Text for the inside of a docstring, and for no other place: see :func:`settle_docs`.

    Args:
        value: The text; whatever is blank in it is one space.
        indent: How far the docstring is indented.
        wrap: Whether long text gets several lines.
    """
    text = " ".join(str(value).split()).replace("\\", "\\\\").replace('"', "'")
    if not text.isprintable():
        text = "".join(each if each.isprintable() else _escaped(each) for each in text)
    width = 98 - indent
    if wrap and len(text) > width:
        text = textwrap.fill(
            text,
            width,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return PyCode(f"{_OPEN}{text}{_CLOSE}")


def settle_docs(source: str) -> str:
    """A file's source whose docstrings are done.

    Raises:
        ValueError: Text made by :func:`doc` stands outside of a docstring; the message says where.
    """
    if _OPEN not in source and _CLOSE not in source:
        return source
    pieces: list[str] = []
    end = 0
    for token in _TOKENS.finditer(source):
        _refuse_marks(source, end, token.start())
        pieces.append(source[end : token.start()])
        text = token[0]
        # A letter before it makes it another kind of literal, which is no docstring.
        if text.startswith('"""') and not source[token.start() - 1 : token.start()].isalnum():
            text = _DOC_TEXT.sub(r"\1", text)
        end = token.end()
        if _OPEN in text or _CLOSE in text:
            _refuse_marks(source, token.start(), end)
        pieces.append(text)
    _refuse_marks(source, end, len(source))
    pieces.append(source[end:])
    return "".join(pieces)


def _refuse_marks(source: str, start: int, end: int) -> None:
    for mark in (_OPEN, _CLOSE):
        if (at := source.find(mark, start, end)) >= 0:
            line = source.count("\n", 0, at) + 1
            text = source.splitlines()[line - 1].replace(_OPEN, "").replace(_CLOSE, "").strip()
            raise ValueError(
                f"line {line} of it, {text[:100]!r}, has the text of a docstring elsewhere;"
                ' `doc` is for the inside of """ and nothing else'
            )


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
