"""Tables: the records of an object on a listing for each list, found by key, changed, copied."""

from __future__ import annotations

import copy
import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from twilio_ops_emulator.state.index import Index, Layout, Row


class Table:
    """The records of one object, on a listing for each list they show up in.

    Args:
        layout: The names of the values.
        identity: The field that holds a record's key within its list.
        dated: Fields that lists are filtered by range.
        views: Tuples of fields whose values make up further lists of the same records.

    Attributes:
        changes: How often a record was put there, changed or taken away.
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
        self.changes = 0
        self._lists: dict[tuple[str, ...], Index] = {}
        self._viewed: dict[tuple[str, ...], dict[tuple[Any, ...], Index]] = {
            view: {} for view in views
        }

    def __iter__(self) -> Iterator[Row]:
        """All records, list by list, oldest first."""
        for listing in self._lists.values():
            yield from listing

    def __len__(self) -> int:
        return sum(map(len, self._lists.values()))

    def newest(self) -> Iterator[Row]:
        """All records of all lists, newest first; who needs few pays for few."""
        return heapq.merge(*map(reversed, self._lists.values()), key=lambda row: -row.order)

    def listing(self, scope: tuple[str, ...]) -> Index:
        """The list under some path keys; an empty one where nothing is."""
        return self._lists.get(scope) or Index()

    def view(self, fields: tuple[str, ...], values: tuple[Any, ...]) -> Index:
        """The list of records whose fields have some values."""
        return self._viewed[fields].get(values) or Index()

    def find(self, scope: tuple[str, ...], key: str) -> Row | None:
        """One record by its list and key."""
        listing = self._lists.get(scope)
        return None if listing is None else listing.rows.get(key)

    def anywhere(self, key: str) -> Row | None:
        """A record by its key alone, in whatever list it is."""
        for listing in self._lists.values():
            row = listing.rows.get(key)
            if row is not None:
                return row
        return None

    def having(self, field: str, value: Any, scope: tuple[str, ...] | None = None) -> Row | None:
        """The oldest record that has a value, in one list or in all; None = there is none."""
        place = self.layout.index[field]
        lists = self._lists.values() if scope is None else (self.listing(scope),)
        for listing in lists:
            rows = listing.having(place, value)
            if rows:
                return rows[0]
        return None

    def below(self, scope: tuple[str, ...]) -> list[Row]:
        """All records of the lists whose keys begin with some."""
        length = len(scope)
        return [
            row
            for keys, listing in self._lists.items()
            if keys[:length] == scope
            for row in listing
        ]

    def insert(self, row: Row) -> None:
        """Put a record on its lists.

        Raises:
            ValueError: Its list has a record of that key.
        """
        listing = self._lists.get(row.scope)
        if listing is None:
            listing = self._lists[row.scope] = Index(self._dated)
        key = row.values[self.identity]
        if key in listing.rows:
            raise ValueError(f"there is a record {key} already")
        self.changes += 1
        listing.rows[key] = row
        listing.add(row)
        for fields, places in self._views.items():
            self._file(row, fields, places)

    def delete(self, row: Row) -> None:
        """Take a record from its lists."""
        self.changes += 1
        listing = self._lists[row.scope]
        del listing.rows[row.values[self.identity]]
        listing.discard(row)
        if not listing.rows:
            del self._lists[row.scope]
        for fields, places in self._views.items():
            self._unfile(row, fields, tuple(row.values[place] for place in places))

    def update(self, row: Row, changes: Mapping[str, Any]) -> None:
        """Change values of a record that is on the lists."""
        values = row.values
        altered = [
            (place, values[place], value)
            for name, value in changes.items()
            if values[place := self.layout.index[name]] != value
        ]
        if not altered:
            return
        self.changes += 1
        places = {place for place, _, _ in altered}
        moved = [
            (fields, where, tuple(values[place] for place in where))
            for fields, where in self._views.items()
            if places.intersection(where)
        ]
        for fields, _, old in moved:
            self._unfile(row, fields, old)
        lists = [self._lists[row.scope]]
        for fields, where in self._views.items():
            if not places.intersection(where):
                key = tuple(values[place] for place in where)
                if key in self._viewed[fields]:
                    lists.append(self._viewed[fields][key])
        for place, old_value, value in altered:
            values[place] = value
            for listing in lists:
                listing.changed(row, place, old_value)
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
        listing = self._viewed[fields].get(key)
        if listing is None:
            listing = self._viewed[fields][key] = Index(self._dated)
        listing.add(row)

    def _unfile(self, row: Row, fields: tuple[str, ...], key: tuple[Any, ...]) -> None:
        if None in key:
            return
        listing = self._viewed[fields][key]
        listing.discard(row)
        if not len(listing):
            del self._viewed[fields][key]

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
        self._lists.clear()
        for lists in self._viewed.values():
            lists.clear()
        for values, order, scope, hidden in rows:
            self.insert(
                Row(self.layout, copy.deepcopy(values), order, scope, copy.deepcopy(hidden))
            )
