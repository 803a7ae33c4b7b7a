"""Records and the lists they stand on: kept in order, listed by filter.

A listing holds the records of one list, oldest first, in chunks. Each chunk knows the least and
greatest value of every dated field in it, so a list by date skips the chunks that cannot match;
lists by an exact value use an index that is made when it is first asked for. A record's place never
changes, whatever is inserted, deleted or changed around it: pages are positions between records.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

CHUNK = 1024
"""How many records a chunk is split into when it has twice as many."""

Test = Callable[["Row"], bool]
Bound = tuple[int, int | None, int | None]
"""The place of a dated field and the least and greatest value that can match."""

_order = attrgetter("order")


class Layout:
    """The names of the values of a table's rows and their places."""

    __slots__ = ("index", "names")

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self.index = {name: place for place, name in enumerate(self.names)}


class Row:
    """One record.

    Reading is ``row["field"]``; writing goes through the table, which keeps the indexes.

    Attributes:
        order: Its place among all records: the later, the greater; never changes.
        scope: The path keys of the list it belongs to.
        hidden: What the emulator remembers of it and no answer shows.
    """

    __slots__ = ("hidden", "layout", "order", "scope", "values")

    def __init__(
        self,
        layout: Layout,
        values: list[Any],
        order: int,
        scope: tuple[str, ...],
        hidden: dict[str, Any] | None = None,
    ) -> None:
        self.layout = layout
        self.values = values
        self.order = order
        self.scope = scope
        self.hidden = hidden

    def __getitem__(self, name: str) -> Any:
        return self.values[self.layout.index[name]]

    def get(self, name: str) -> Any:
        """The value of a field; None also where there is no such field."""
        place = self.layout.index.get(name)
        return None if place is None else self.values[place]

    def recall(self, name: str) -> Any:
        """What was remembered under a name, or None."""
        return None if self.hidden is None else self.hidden.get(name)

    def remember(self, **values: Any) -> None:
        """Keep something with the record that no answer shows."""
        if self.hidden is None:
            self.hidden = {}
        self.hidden.update(values)


class _Chunk:
    __slots__ = ("bounds", "rows")

    def __init__(self, rows: list[Row], bounds: dict[int, tuple[int, int]]) -> None:
        self.rows = rows
        self.bounds = bounds

    def widen(self, place: int, value: int) -> None:
        known = self.bounds.get(place)
        if known is None:
            self.bounds[place] = (value, value)
        elif value < known[0]:
            self.bounds[place] = (value, known[1])
        elif value > known[1]:
            self.bounds[place] = (known[0], value)

    def may_hold(self, bounds: Sequence[Bound]) -> bool:
        for place, low, high in bounds:
            known = self.bounds.get(place)
            if known is None:  # no record here has a value: none can match
                return False
            if (low is not None and known[1] < low) or (high is not None and known[0] > high):
                return False
        return True


class Selection:
    """What a list asks for.

    Args:
        tests: What a record must pass.
        bounds: Ranges of dated fields, implied by the tests, that whole chunks are judged by.
        equal: (place, value) pairs of exact matches, implied by the tests, that an index answers.
    """

    __slots__ = ("bounds", "equal", "tests")

    def __init__(
        self,
        tests: Sequence[Test] = (),
        bounds: Sequence[Bound] = (),
        equal: Sequence[tuple[int, Any]] = (),
    ) -> None:
        self.tests = tuple(tests)
        self.bounds = tuple(bounds)
        self.equal = tuple(equal)

    def older(self, place: int) -> Selection:
        """The same, of records below a place alone."""
        return Selection([*self.tests, lambda row: row.order < place], self.bounds, self.equal)

    def admits(self, row: Row) -> bool:
        """Whether a record passes every test."""
        return all(test(row) for test in self.tests)


EVERYTHING = Selection()


class Index:
    """The records of one list.

    Args:
        dated: The places of the fields whose least and greatest values the chunks keep.
    """

    __slots__ = ("_chunks", "_dated", "_indexes", "_lows", "rows")

    def __init__(self, dated: Sequence[int] = ()) -> None:
        self.rows: dict[str, Row] = {}
        self._dated = tuple(dated)
        self._chunks: list[_Chunk] = []
        self._lows: list[int] = []
        self._indexes: dict[int, dict[Any, list[Row]]] = {}

    def __len__(self) -> int:
        return sum(len(chunk.rows) for chunk in self._chunks)

    def __iter__(self) -> Iterator[Row]:
        """All records, oldest first."""
        for chunk in self._chunks:
            yield from chunk.rows

    def __reversed__(self) -> Iterator[Row]:
        """All records, newest first."""
        for chunk in reversed(self._chunks):
            yield from reversed(chunk.rows)

    def add(self, row: Row) -> None:
        """Put a record in its place."""
        chunk = self._put(row)
        for place in self._dated:
            value = row.values[place]
            if value is not None:
                chunk.widen(place, value)
        for place, index in self._indexes.items():
            _insert(index.setdefault(row.values[place], []), row)

    def discard(self, row: Row) -> None:
        """Take a record away; bounds stay as wide as they were."""
        position = self._chunk_of(row.order)
        chunk = self._chunks[position]
        _remove(chunk.rows, row)
        if not chunk.rows:
            del self._chunks[position], self._lows[position]
        for place, index in self._indexes.items():
            _unindex(index, row.values[place], row)

    def changed(self, row: Row, place: int, old: Any) -> None:
        """Take notice that a record's value is another one."""
        value = row.values[place]
        if place in self._dated and value is not None:
            self._chunks[self._chunk_of(row.order)].widen(place, value)
        index = self._indexes.get(place)
        if index is not None:
            _unindex(index, old, row)
            _insert(index.setdefault(value, []), row)

    def having(self, place: int, value: Any) -> Sequence[Row]:
        """The records that have a value, oldest first."""
        return self._index(place).get(value, ())

    def newest(self, selection: Selection, below: int | None, count: int) -> list[Row]:
        """Records that match, newest first, older than a place.

        Args:
            selection: What they must be like.
            below: Only places less than this; None = from the newest.
            count: How many at most.
        """
        runs = map(reversed, self._runs_down(selection, below))
        return _first(runs, selection, count)

    def oldest(self, selection: Selection, above: int, count: int) -> list[Row]:
        """Records that match, oldest first, newer than a place."""
        return _first(self._runs_up(selection, above), selection, count)

    def _runs_down(self, selection: Selection, below: int | None) -> Iterator[Sequence[Row]]:
        if (matching := self._indexed(selection)) is not None:
            end = len(matching) if below is None else bisect_left(matching, below, key=_order)
            yield matching[:end]
            return
        chunks = self._chunks
        last = len(chunks) - 1 if below is None else bisect_left(self._lows, below) - 1
        for position in range(last, -1, -1):
            chunk = chunks[position]
            if not chunk.may_hold(selection.bounds):
                continue
            if position == last and below is not None:
                yield chunk.rows[: bisect_left(chunk.rows, below, key=_order)]
            else:
                yield chunk.rows

    def _runs_up(self, selection: Selection, above: int) -> Iterator[Sequence[Row]]:
        if (matching := self._indexed(selection)) is not None:
            yield matching[bisect_right(matching, above, key=_order) :]
            return
        first = max(bisect_right(self._lows, above) - 1, 0)
        for position in range(first, len(self._chunks)):
            chunk = self._chunks[position]
            if not chunk.may_hold(selection.bounds):
                continue
            if position == first:
                yield chunk.rows[bisect_right(chunk.rows, above, key=_order) :]
            else:
                yield chunk.rows

    def _indexed(self, selection: Selection) -> list[Row] | None:
        """The shortest list an index offers, or None when nothing is asked for by exact value."""
        if not selection.equal:
            return None
        offers = [self._index(place).get(value, []) for place, value in selection.equal]
        return min(offers, key=len)

    def _index(self, place: int) -> dict[Any, list[Row]]:
        index = self._indexes.get(place)
        if index is None:
            index = self._indexes[place] = {}
            for row in self:
                index.setdefault(row.values[place], []).append(row)
        return index

    def _put(self, row: Row) -> _Chunk:
        if not self._chunks:
            self._chunks.append(_Chunk([row], {}))
            self._lows.append(row.order)
            return self._chunks[0]
        position = self._chunk_of(row.order)
        chunk = self._chunks[position]
        if len(chunk.rows) >= 2 * CHUNK:
            self._split(position)
            position = self._chunk_of(row.order)
            chunk = self._chunks[position]
        _insert(chunk.rows, row)
        self._lows[position] = chunk.rows[0].order
        return chunk

    def _split(self, position: int) -> None:
        chunk = self._chunks[position]
        if position == len(self._chunks) - 1:  # records mostly come in order: leave it full
            rest = _Chunk([chunk.rows.pop()], dict(chunk.bounds))
        else:
            rest = _Chunk(chunk.rows[CHUNK:], dict(chunk.bounds))
            del chunk.rows[CHUNK:]
        self._chunks.insert(position + 1, rest)
        self._lows.insert(position + 1, rest.rows[0].order)
        for part in (chunk, rest):
            part.bounds = dict[int, tuple[int, int]]()
            for place in self._dated:
                values: list[int] = [v for r in part.rows if (v := r.values[place]) is not None]
                if values:
                    part.bounds[place] = (min(values), max(values))

    def _chunk_of(self, order: int) -> int:
        return max(bisect_right(self._lows, order) - 1, 0)


def _insert(rows: list[Row], row: Row) -> None:
    if not rows or rows[-1].order < row.order:
        rows.append(row)
    else:
        rows.insert(bisect_left(rows, row.order, key=_order), row)


def _remove(rows: list[Row], row: Row) -> None:
    position = bisect_left(rows, row.order, key=_order)
    if rows[position] is not row:
        raise LookupError("the record is not where it belongs")
    del rows[position]


def _unindex(index: dict[Any, list[Row]], value: Any, row: Row) -> None:
    """Take a record out of an index; a value that no record has any more is forgotten."""
    rows = index[value]
    _remove(rows, row)
    if not rows:
        del index[value]


def _first(runs: Iterable[Iterable[Row]], selection: Selection, count: int) -> list[Row]:
    """The first so many rows of runs that match."""
    found: list[Row] = []
    tests = selection.tests
    for run in runs:
        for row in run:
            for test in tests:
                if not test(row):
                    break
            else:
                found.append(row)
                if len(found) == count:
                    return found
    return found
