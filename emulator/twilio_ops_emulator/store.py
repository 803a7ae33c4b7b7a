"""Records and the shelves they stand on: kept in order, found by key, listed by filter.

A shelf holds the records of one list, oldest first, in chunks. Each chunk knows the least and
greatest value of every dated field in it, so a list by date skips the chunks that cannot match;
lists by an exact value use an index that is made when it is first asked for. A record's place never
changes, whatever is inserted, deleted or changed around it: pages are positions between records.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
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

    def admits(self, row: Row) -> bool:
        """Whether a record passes every test."""
        return all(test(row) for test in self.tests)


EVERYTHING = Selection()


class Shelf:
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
            _remove(index[row.values[place]], row)

    def changed(self, row: Row, place: int, old: Any) -> None:
        """Take notice that a record's value is another one."""
        value = row.values[place]
        if place in self._dated and value is not None:
            self._chunks[self._chunk_of(row.order)].widen(place, value)
        index = self._indexes.get(place)
        if index is not None:
            _remove(index[old], row)
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
        found: list[Row] = []
        tests = selection.tests
        for run in self._runs_down(selection, below):
            for row in reversed(run):
                for test in tests:
                    if not test(row):
                        break
                else:
                    found.append(row)
                    if len(found) == count:
                        return found
        return found

    def oldest(self, selection: Selection, above: int, count: int) -> list[Row]:
        """Records that match, oldest first, newer than a place."""
        found: list[Row] = []
        tests = selection.tests
        for run in self._runs_up(selection, above):
            for row in run:
                for test in tests:
                    if not test(row):
                        break
                else:
                    found.append(row)
                    if len(found) == count:
                        return found
        return found

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
            part.bounds = {}
            for place in self._dated:
                values = [v for r in part.rows if (v := r.values[place]) is not None]
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


class Table:
    """The records of one object, on a shelf for each list they show up in.

    Args:
        layout: The names of the values.
        identity: The field that holds a record's key within its list.
        dated: Fields that lists are filtered by range.
        views: Tuples of fields whose values make up further lists of the same records.
    """

    def __init__(
        self,
        layout: Layout,
        identity: str,
        dated: Sequence[str] = (),
        views: Sequence[tuple[str, ...]] = (),
    ) -> None:
        self.layout = layout
        self.identity = layout.index[identity]
        self._dated = tuple(layout.index[name] for name in dated)
        self._views = {view: tuple(layout.index[name] for name in view) for view in views}
        self._shelves: dict[tuple[str, ...], Shelf] = {}
        self._viewed: dict[tuple[str, ...], dict[tuple[Any, ...], Shelf]] = {
            view: {} for view in views
        }

    def __iter__(self) -> Iterator[Row]:
        """All records, list by list, oldest first."""
        for shelf in self._shelves.values():
            yield from shelf

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    def shelf(self, scope: tuple[str, ...]) -> Shelf:
        """The list under some path keys; an empty one where nothing is."""
        return self._shelves.get(scope) or Shelf()

    def view(self, fields: tuple[str, ...], values: tuple[Any, ...]) -> Shelf:
        """The list of records whose fields have some values."""
        return self._viewed[fields].get(values) or Shelf()

    def find(self, scope: tuple[str, ...], key: str) -> Row | None:
        """One record by its list and key."""
        shelf = self._shelves.get(scope)
        return None if shelf is None else shelf.rows.get(key)

    def anywhere(self, key: str) -> Row | None:
        """A record by its key alone, in whatever list it is."""
        for shelf in self._shelves.values():
            row = shelf.rows.get(key)
            if row is not None:
                return row
        return None

    def having(self, field: str, value: Any, scope: tuple[str, ...] | None = None) -> Row | None:
        """The oldest record that has a value, in one list or in all; None = there is none."""
        place = self.layout.index[field]
        shelves = self._shelves.values() if scope is None else (self.shelf(scope),)
        for shelf in shelves:
            rows = shelf.having(place, value)
            if rows:
                return rows[0]
        return None

    def below(self, scope: tuple[str, ...]) -> list[Row]:
        """All records of the lists whose keys begin with some."""
        length = len(scope)
        return [
            row for keys, shelf in self._shelves.items() if keys[:length] == scope for row in shelf
        ]

    def insert(self, row: Row) -> None:
        """Put a record on its shelves.

        Raises:
            ValueError: Its list has a record of that key.
        """
        shelf = self._shelves.get(row.scope)
        if shelf is None:
            shelf = self._shelves[row.scope] = Shelf(self._dated)
        key = row.values[self.identity]
        if key in shelf.rows:
            raise ValueError(f"there is a record {key} already")
        shelf.rows[key] = row
        shelf.add(row)
        for fields, places in self._views.items():
            self._file(row, fields, places)

    def delete(self, row: Row) -> None:
        """Take a record from its shelves."""
        shelf = self._shelves[row.scope]
        del shelf.rows[row.values[self.identity]]
        shelf.discard(row)
        for fields, places in self._views.items():
            self._unfile(row, fields, tuple(row.values[place] for place in places))

    def update(self, row: Row, changes: Mapping[str, Any]) -> None:
        """Change values of a record that is on the shelves."""
        values = row.values
        altered = [
            (place, values[place], value)
            for name, value in changes.items()
            if values[place := self.layout.index[name]] != value
        ]
        if not altered:
            return
        places = {place for place, _, _ in altered}
        moved = [
            (fields, where, tuple(values[place] for place in where))
            for fields, where in self._views.items()
            if places.intersection(where)
        ]
        for fields, _, old in moved:
            self._unfile(row, fields, old)
        shelves = [self._shelves[row.scope]]
        for fields, where in self._views.items():
            if not places.intersection(where):
                key = tuple(values[place] for place in where)
                if key in self._viewed[fields]:
                    shelves.append(self._viewed[fields][key])
        for place, old_value, value in altered:
            values[place] = value
            for shelf in shelves:
                shelf.changed(row, place, old_value)
        for fields, where, _ in moved:
            self._file(row, fields, where)

    def move(self, row: Row, scope: tuple[str, ...], changes: Mapping[str, Any]) -> None:
        """Give a record to another list, where it keeps its place in time."""
        self.delete(row)
        row.scope = scope
        for name, value in changes.items():
            row.values[self.layout.index[name]] = value
        self.insert(row)

    def _file(self, row: Row, fields: tuple[str, ...], places: tuple[int, ...]) -> None:
        key = tuple(row.values[place] for place in places)
        if None in key:
            return
        shelf = self._viewed[fields].get(key)
        if shelf is None:
            shelf = self._viewed[fields][key] = Shelf(self._dated)
        shelf.add(row)

    def _unfile(self, row: Row, fields: tuple[str, ...], key: tuple[Any, ...]) -> None:
        if None not in key:
            self._viewed[fields][key].discard(row)

    def dump(self) -> list[tuple[list[Any], int, tuple[str, ...], dict[str, Any] | None]]:
        """All records as plain values, for ``load``."""
        return [
            (copy.deepcopy(row.values), row.order, row.scope, copy.deepcopy(row.hidden))
            for row in self
        ]

    def load(
        self, rows: Sequence[tuple[list[Any], int, tuple[str, ...], dict[str, Any] | None]]
    ) -> None:
        """Replace all records by those of an earlier ``dump``."""
        self._shelves.clear()
        for shelves in self._viewed.values():
            shelves.clear()
        for values, order, scope, hidden in rows:
            self.insert(
                Row(self.layout, copy.deepcopy(values), order, scope, copy.deepcopy(hidden))
            )
