"""What of an export was seen already: no record twice, and a digest of all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import msgspec

from twilio_ops_components.catalog import record_class
from twilio_ops_components.export.tables import Table

__all__ = ["Seen"]


class Seen:
    """Which records were seen: those that come twice are told, and a digest of all is kept.

    Args:
        table: The list; without a key, all fields of a record together are what tells it apart.
    """

    def __init__(self, table: Table) -> None:
        names = {spec.json_name: spec.name for spec in record_class(table.object).spec.fields}
        self._get = attrgetter(names[table.key]) if table.key is not None else None
        self._all = list(names.values())
        self._keys: set[str] = set()
        self._others: list[str] = []
        self.repeated = 0

    def new(self, records: Iterable[Any], links: tuple[str, ...]) -> Iterator[Any]:
        """Give the records that were not seen yet; without a key, all of them."""
        prefix = "".join(f"{link}/" for link in links)
        get, keys = self._get, self._keys
        if get is None:
            for record in records:
                values = [_plain(getattr(record, name, None)) for name in self._all]
                text = msgspec.json.encode([prefix, *values])
                self._others.append(hashlib.blake2b(text, digest_size=16).hexdigest())
                yield record
            return
        for record in records:
            key = f"{prefix}{get(record)}"
            if key in keys:
                self.repeated += 1
                continue
            keys.add(key)
            yield record

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._keys) + len(self._others)

    @property
    def digest(self) -> str:
        """The digest of all, in whatever order they came."""
        text = "\n".join(sorted([*self._keys, *self._others]))
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else str(value)
