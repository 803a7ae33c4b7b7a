"""A long JSON page cut into parts of some records each, which are decoded when it is their turn.

What a page of a thousand records is decoded to is larger than a core's own cache: its end pushes its
beginning out before that is made records of, and waiting for memory then takes as long as all the
rest. A part fits. Where to cut is a guess, at what the first record opens with; a part that is no list
of records shows that it was wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PART = 32 << 10
"""How long a part is, or longer by a record."""


class Cut(NamedTuple):
    """A page whose records are cut out.

    Attributes:
        shell: The page, with an empty list in the place of its records.
        body: The page.
        start: Where its records begin.
        end: Where they end.
        border: What stands between two records, and what the second one opens with.
    """

    shell: bytes
    body: bytes
    start: int
    end: int
    border: bytes

    def parts(self, size: int = PART) -> Iterator[bytes]:
        """Give lists that are all the records together, in their order, if each of them is a list.

        Args:
            size: How long a part is, or longer by a record.
        """
        view, start = memoryview(self.body), self.start
        while start < self.end:
            found = self.body.find(self.border, start + size, self.end)
            end = found if found >= 0 else self.end
            yield b"".join((b"[", view[start:end], b"]"))
            start = end + 1


def cut(body: bytes, key: str | None) -> Cut | None:
    """Return a page cut up; None if it is short, or not of the usual form.

    It is cut rightly if the list of the shell is empty.

    Args:
        body: The page.
        key: The key of its list; None = it is the list.
    """
    if len(body) < 2 * PART:
        return None
    name = b"" if key is None else b'"%b"' % key.encode()
    before = rb"\A\s*" if key is None else rb"%b\s*:\s*" % re.escape(name)
    found = re.search(before + rb'\[\s*(\{\s*"[^"\\]*"\s*:)', body)
    second = found and re.compile(rb",\s*" + re.escape(found[1])).search(body, found.end())
    end = body.rfind(b"]")
    if found is None or not second or end < second.end():
        return None
    start = found.start(1)
    shell = body[:start] + body[end:]
    if name and shell.count(name) != 1:
        return None
    return Cut(shell, body, start, end, second[0])
