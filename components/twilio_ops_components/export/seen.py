"""What of an export was seen already: no record twice, and a digest of all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from twilio_ops import OperationError
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.plain import whole
from twilio_ops_components.export.tables import Table

__all__ = ["Seen"]

_encoder = msgspec.json.Encoder(order="sorted")


class Seen:
    """Which records were seen: those that come twice are told, and a digest of all is kept.

    Args:
        table: The list; without a key, all fields of a record together are what tells it apart.
    """

    def __init__(self, table: Table) -> None:
        self._object = table.object
        self._key = table.key
        self._keys: set[str] = set()
        self._others: list[str] = []
        self.repeated = 0

    def new(self, columns: Columns, links: tuple[str, ...]) -> Columns:
        """Return the records that were not seen yet; without a key, all of them.

        Raises:
            OperationError: A record has no key.
        """
        prefix = "".join(f"{link}/" for link in links)
        if self._key is None:
            for row in zip(*columns.values.values(), strict=True):
                try:
                    text = _encoder.encode([prefix, *row])
                except UnicodeEncodeError:
                    text = _encoder.encode(whole([prefix, *row]))
                self._others.append(hashlib.blake2b(text, digest_size=16).hexdigest())
            return columns
        keys: Sequence[Any] = columns.values[self._key]
        if not all(keys):
            raise OperationError(f"{self._object}: a record has no {self._key}")
        found = [f"{prefix}{key}" for key in keys]
        known, fresh = self._keys, set(found)
        if len(fresh) == len(found) and known.isdisjoint(fresh):
            known |= fresh
            return columns
        keep: list[bool] = []
        for key in found:
            keep.append(key not in known)
            known.add(key)
        self.repeated += keep.count(False)
        return columns.chosen(keep)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._keys) + len(self._others)

    @property
    def digest(self) -> str:
        """The digest of all, in whatever order they came."""
        text = "\n".join(sorted([*self._keys, *self._others]))
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]
