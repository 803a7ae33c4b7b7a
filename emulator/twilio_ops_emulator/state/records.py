"""The records of a product: a table for each object, found by list and key."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, Self

from twilio_ops_emulator.model import Catalog, FieldModel, ObjectModel, snake
from twilio_ops_emulator.state.index import Layout, Row
from twilio_ops_emulator.state.tables import Table

_SECOND = 1 << 32


class Records:
    """What a product holds, and what is remembered beside its records.

    Args:
        catalog: The catalog.
        views: Which objects show records of others, and which of them.
        chance: Where Sids come from.
        main: The records of the main product, which have the accounts; None = these are they.

    Attributes:
        random: Where Sids come from.
    """

    def __init__(
        self,
        catalog: Catalog,
        views: Mapping[str, Any],
        chance: random.Random,
        main: Self | None,
    ) -> None:
        self.catalog = catalog
        self.views = views
        self.random = chance
        self.main: Self = main or self
        self.bases = {
            key: catalog.find(view["of"]) for key, view in views.items() if key in catalog.by_key
        }
        self._memory: dict[str, Any] = {}
        self._serial = 0
        self._tables: dict[str, Table] = {}
        self._fields: dict[str, dict[str, FieldModel | None]] = {}

    def sid(self, prefix: str) -> str:
        """A new Sid."""
        return f"{prefix}{self.random.getrandbits(128):032x}"

    def token(self) -> str:
        """A new token, as accounts have them."""
        return f"{self.random.getrandbits(128):032x}"

    def place(self, created: int) -> int:
        """A place among all records: after all earlier ones and those of the same second."""
        self._serial += 1
        return created * _SECOND + self._serial

    @staticmethod
    def first_place(at: float) -> int:
        """The place before which all records are that were made before an instant."""
        return int(at + 1) * _SECOND

    def base(self, model: ObjectModel) -> ObjectModel:
        """The object whose records an object shows: mostly itself."""
        return self.bases.get(model.key, model)

    def fields(self, base: ObjectModel) -> Mapping[str, FieldModel | None]:
        """What a record of an object holds by name, whichever object shows it; None = no object."""
        fields = self._fields.get(base.key)
        if fields is None:
            fields = self._fields[base.key] = dict.fromkeys(self.table(base.key).layout.names)
            shown = [model for model in self.catalog.objects.values() if self.base(model) is base]
            for model in (*shown, base):
                fields.update(model.fields)
        return fields

    @property
    def changes(self) -> int:
        """How often a record was put there, changed or taken away."""
        return sum(table.changes for table in self._tables.values())

    def table(self, key: str) -> Table:
        """The records of an object."""
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = self._make_table(self.catalog.find(key))
        return table

    def _make_table(self, model: ObjectModel) -> Table:
        viewers = [
            self.catalog.by_key[key] for key, base in self.bases.items() if base.key == model.key
        ]
        names = dict.fromkeys(model.fields)
        for viewer in viewers:
            names.update(dict.fromkeys(viewer.fields))
        names.update(dict.fromkeys(map(snake, model.scope)))
        names.setdefault(model.identity)
        dated = {
            field
            for shown in (model, *viewers)
            for action in shown.actions.values()
            for row in action.filters.values()
            if row.type in ("date", "datetime") and (field := row.field) is not None
        }
        views = {
            tuple(["account_sid", *self.views[viewer.key]["where"]])
            for viewer in viewers
            if self.views[viewer.key].get("where")
        }
        return Table(Layout(tuple(names)), model.identity, sorted(dated), sorted(views))

    def find(self, key: str, scope: tuple[str, ...], identity: str) -> Row | None:
        """One record of an object by its list and key."""
        return self.table(key).find(scope, identity)

    def account(self, sid: str) -> Row | None:
        """An account by its Sid."""
        return self.main.table("Account").find((), sid)

    def recall(self, name: str) -> Any:
        """What was remembered under a name, or None."""
        return self._memory.get(name)

    def remember(self, **values: Any) -> None:
        """Keep something that belongs to no record."""
        self._memory.update(values)

    def rows(
        self, key: str, where: Callable[[Row], bool] | None = None, limit: int | None = None
    ) -> list[Row]:
        """Records of an object, in all lists, newest first; at most so many."""
        rows = (row for row in self.table(key).newest() if where is None or where(row))
        return list(islice(rows, limit))

    def counts(self) -> dict[str, int]:
        """How many records there are of each object that has any."""
        return {key: len(table) for key, table in sorted(self._tables.items()) if len(table)}
