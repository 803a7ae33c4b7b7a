"""Pieces of a witness: things to try, each on its own, and the few that a person has to see.

A whole witness tries all that the earlier catalog allowed at a place. What both catalogs allow in the
same words works with both, so a reader needs only what the later one no longer says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

NUMBER = "\0"
"""Ends the names that a piece gives: the piece's number stands there in a program of several."""


@frozen
class Piece:
    """One thing to try: which kind of thing it is, and its source, without imports."""

    kind: str
    source: str


def piece(kind: str, *lines: str) -> Piece:
    """A piece of its lines."""
    return Piece(kind, "\n".join(lines))


def joined(pieces: Sequence[Piece]) -> str:
    """The source of several pieces, whose names do not meet."""
    several = len(pieces) > 1
    return "\n".join(
        each.source.replace(NUMBER, f"_{number}" if several else "")
        for number, each in enumerate(pieces)
    )


def decisive(
    old: Sequence[Piece], new: Iterable[Piece], gone: Collection[str] = ()
) -> Sequence[Piece]:
    """The pieces that show what a change does.

    Args:
        old: All pieces of the earlier catalog, those of the changed row first.
        new: Those of the later one.
        gone: Names that only the earlier package has; a piece with one of them is enough.

    Returns:
        Of each kind the first piece that the later catalog does not have; where it has them all, the
        first, which works as before.
    """
    kept = set(new)
    lost = [each for each in old if each not in kept]
    for each in lost:
        if not words(each.source).isdisjoint(gone):
            return [each]
    first = {each.kind: each for each in reversed(lost)}
    return [each for each in lost if first[each.kind] is each] or old[:1]


def words(source: str) -> set[str]:
    """The names that a source uses: not what its texts say, nor its arguments and attributes."""
    code = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\.\w+|\b\w+=', "", source)
    return set(re.findall(r"\w+", code))
