"""What became of the entries that are in doubt, by the records that the service has.

A record answers for an entry if every parameter that the record has a field for is the same; no
other entry has its Sid; and it was not there before the entry was sent. Entries that send the
same are told apart by nothing, so they are matched by their number. A record to the same
recipient that no entry explains may be one whose text the service changed: then it cannot be told,
and nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from twilio_ops_components.journal.rows import Entry, Outcome
from twilio_ops_components.journal.store import Store
from twilio_ops_runtime import ConfigurationError, Connection

__all__ = ["SETTLED", "SLACK", "Key", "Looks", "repeat", "resolve"]

SETTLED = 24 * 3600.0
"""How many seconds a record may take to show in the service's lists."""
SLACK = 600.0
"""How many seconds the service's clock may differ from this machine's."""

Key = tuple[tuple[str, str], ...]


def resolve(
    store: Store,
    connection: Connection,
    object_name: str,
    now: Callable[[], float],
    *,
    settled: float = SETTLED,
) -> dict[str, int]:
    """Look for what became of the entries that are in doubt; return how many came to which state.

    Args:
        store: The journal's file.
        connection: The account and the way to it.
        object_name: The object that the entries create.
        now: The time, in seconds since the epoch.
        settled: For how many seconds an entry that is not in the list stays in doubt.

    Raises:
        ConfigurationError: The object has no Query that could tell.
        OperationError: The service's list cannot be read.
    """
    doubts = store.in_state("unknown", "absent", "ambiguous")
    if not doubts:
        return {}
    looks = Looks(connection, object_name)
    groups: dict[Key, list[Entry]] = defaultdict(list)
    for entry in doubts:
        groups[looks.asked(entry)].append(entry)
    # A record may be that of an entry whose Sid nobody knows yet.
    open_ = {looks.sent(entry) for entry in store.without_sid()}
    counts: dict[str, int] = defaultdict(int)
    for asked, entries in groups.items():
        since = min(entry.first_at or 0.0 for entry in entries) - SLACK
        found = [one for one in looks.records(asked, since) if not store.has_sid(str(one.sid))]
        outcomes = list(_judged(entries, found, looks, open_, now(), settled))
        with store.transaction():
            for outcome in outcomes:
                if store.record(outcome, previous=("unknown", "absent", "ambiguous")):
                    counts[outcome.state] += 1
    return dict(counts)


def repeat(store: Store, parameters: Collection[str]) -> int:
    """Make ready again what may be sent again without being done twice; return how many.

    Args:
        store: The journal's file.
        parameters: Those whose value makes a repetition harmless.
    """
    doubts = [
        entry
        for entry in (store.in_state("unknown", "absent", "ambiguous") if parameters else ())
        if any(name in parameters for name, _ in parse_qsl((entry.request.body or b"").decode()))
    ]
    with store.transaction():
        for entry in doubts:
            again = Outcome(entry.id, "ready", message="sent again with its idempotency key")
            store.record(again, previous=("unknown", "absent", "ambiguous"))
    return len(doubts)


def _judged(
    entries: list[Entry],
    found: list[Any],
    looks: Looks,
    open_: set[Key],
    now: float,
    settled: float,
) -> Iterator[Outcome]:
    """Match entries to records by number, alike with alike."""
    alike: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[looks.sent(entry)].append(entry)
    same: dict[Key, list[Any]] = defaultdict(list)
    unexplained = 0
    for record in found:
        key = next((key for key in alike if looks.is_like(record, key)), None)
        if key is None:
            unexplained += 1
        else:
            same[key].append(record)
    for key, group in alike.items():
        records = same[key]
        if key in open_ and records:
            continue
        if len(records) > len(group):
            text = f"{len(records)} records are like it, and {len(group)} entries"
            yield from (Outcome(entry.id, "ambiguous", message=text) for entry in group)
            continue
        records.sort(key=lambda record: str(record.sid))
        for entry, record in zip(group, records, strict=False):
            yield Outcome(entry.id, "matched", sid=str(record.sid), message="found in the list")
        for entry in group[len(records) :]:
            age = now - (entry.sending_at or 0.0)
            if unexplained:
                text = (
                    f"{unexplained} other records to the same recipient are explained by no entry"
                )
                yield Outcome(entry.id, "ambiguous", message=text)
            elif age >= settled:
                yield Outcome(entry.id, "absent", message=f"not in the list {age:.0f} s after")


class Looks:
    """How the records of an object are found and compared with requests.

    Args:
        connection: The account and the way to it.
        object_name: The object.
    """

    def __init__(self, connection: Connection, object_name: str) -> None:
        from twilio_ops.api import load

        module = load(object_name)
        query = getattr(module, f"Query{object_name}", None)
        if query is None:
            raise ConfigurationError(f"{object_name} has no Query: what is in doubt stays so")
        self._object = object_name
        self._query = query
        self._connection = connection
        self._fields = {spec.xml: spec for spec in query.spec.record.spec.fields}
        self._filters = {
            one.api: one for one in query.filters() if one.api in self._fields and _equals(one)
        }
        if not self._filters:
            raise ConfigurationError(f"{object_name} has no filter that finds what was sent")

    def sent(self, entry: Entry) -> Key:
        """The parameters that a record has fields for."""
        pairs = parse_qsl((entry.request.body or b"").decode(), keep_blank_values=True)
        return tuple(sorted((name, value) for name, value in pairs if name in self._fields))

    def asked(self, entry: Entry) -> Key:
        """Those of them that a list can be asked for."""
        return tuple(pair for pair in self.sent(entry) if pair[0] in self._filters)

    def records(self, asked: Key, since: float) -> Iterable[Any]:
        """The records of a list from a time on; those before it end the list, which is in order
        from the newest on."""
        conditions = [self._filters[name].equals(value) for name, value in asked]
        start = datetime.fromtimestamp(since, UTC)
        older = 0
        for record in self._query(self._connection, filters=conditions, page_size=1000)():
            created = getattr(record, "date_created", None)
            if created is not None and created < start:
                older += 1
                if older >= ENOUGH:
                    return
                continue
            yield record

    def is_like(self, record: Any, key: Key) -> bool:
        """Whether a record has the values that were sent."""
        return all(self._text(record, name) == value for name, value in key)

    def has(self, record: Any, values: Iterable[tuple[str, str]]) -> bool:
        """Whether a record has the values of an Update."""
        return all(self._text(record, name) == value for name, value in values)

    def update(self, sid: str, values: Mapping[str, str]) -> None:
        """Send an Update of a record."""
        from twilio_ops.api import load

        update = getattr(load(self._object), f"Update{self._object}")
        names = {row.api: row.name for row in update.spec.parameters}
        update(self._connection)(sid, **{names[api]: value for api, value in values.items()})

    def _text(self, record: Any, name: str) -> str | None:
        field = self._fields[name]
        value = getattr(record, field.name)
        return None if value is None else str(field.type.to_text(value))


ENOUGH = 1000
"""After how many older records a list is read no further."""


def _equals(one: Any) -> bool:
    return hasattr(one, "equals") and hasattr(one, "kind")
