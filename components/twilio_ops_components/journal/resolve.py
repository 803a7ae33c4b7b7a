"""What became of the entries that are in doubt, by the records that the service has.

A record answers for an entry if every parameter that the record has a field for is the same; no
other entry has its Sid; and it was not there before the entry was sent. Entries that send the
same are told apart by nothing, so they are matched by their number; where they differ in what no
record says, such as media, that is so only if all of them are there, or none is. A record to the same
recipient that no entry explains may be one whose text the service changed: then it cannot be told,
and nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from twilio_ops_components.catalog import objects
from twilio_ops_components.journal.schedule import is_made, unsent
from twilio_ops_components.journal.states import DECIDED, Entry, Outcome, pairs_of
from twilio_ops_components.journal.store import Store
from twilio_ops_runtime import ConfigurationError, Connection
from twilio_ops_runtime.filters import EqualsFilter
from twilio_ops_runtime.records.specs import FieldSpec

__all__ = ["SETTLED", "Reconciled", "reconcile", "repeat", "resolve"]

SETTLED = 24 * 3600.0
"""How many seconds a record may take to show in the service's lists."""
SLACK = 600.0
"""How many seconds the service's clock may differ from this machine's."""
ENOUGH = 1000
"""After how many older records a list is read no further."""
NUMBERS = ("phone-number", "endpoint")
"""The formats of parameters that may be phone numbers."""

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
        for entry in (store.in_state(*DECIDED) if parameters else ())
        if any(name in parameters for name, _ in pairs_of(entry.request))
    ]
    with store.transaction():
        for entry in doubts:
            again = Outcome(entry.id, "ready", message="sent again with its idempotency key")
            store.record(again, previous=tuple(DECIDED))
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
        told = len(looks.requests(group)) == 1 or len(records) in (0, len(group))
        if records and (not told or any(map(looks.is_made, group))):
            text = f"{len(records)} records may be its own, and do not say what was sent"
            yield from (Outcome(entry.id, "ambiguous", message=text) for entry in group)
            continue
        records.sort(key=lambda record: str(record.sid))
        text = "found in the list"
        if len(looks.requests(group)) > 1:
            text += ", with others that it does not tell apart: the Sid may be one of theirs"
        for entry, record in zip(group, records, strict=False):
            yield Outcome(entry.id, "matched", sid=str(record.sid), message=text)
        for entry in group[len(records) :]:
            age = now - (entry.sending_at or 0.0)
            if unexplained:
                text = (
                    f"{unexplained} other records to the same recipient are explained by no entry"
                )
                yield Outcome(entry.id, "ambiguous", message=text)
            elif age >= settled and looks.is_unclear(entry):
                text = "not in the list, which may write its number in another way"
                yield Outcome(entry.id, "ambiguous", message=text)
            elif age >= settled:
                yield Outcome(entry.id, "absent", message=f"not in the list {age:.0f} s after")


@frozen(kw_only=True)
class Reconciled:
    """What one look at the service's list for scheduled entries came to.

    Attributes:
        matched: How many entries in doubt the service has.
        again: How many it does not have, which are ready again.
        canceled: How many records were too many, and are canceled.
        absent: How many it does not have, and it is too late.
        ambiguous: How many entries cannot be told from what somebody else scheduled.
        doubtful: How many entries are still in doubt.
    """

    matched: int = 0
    again: int = 0
    canceled: int = 0
    absent: int = 0
    ambiguous: int = 0
    doubtful: int = 0


def reconcile(
    store: Store,
    connection: Connection,
    object_name: str,
    canceled: Mapping[str, str],
    now: Callable[[], float],
    *,
    lag: float,
) -> Reconciled:
    """Look once at what is scheduled for the entries whose answer was lost, and cancel what is too much.

    What is only scheduled may be sent again when its answer is lost: if both arrived, the surplus is
    canceled before anything goes out. A record is taken for one only where a lost answer explains it.

    Args:
        store: The journal.
        connection: The account and the way to it.
        object_name: The object that the entries create.
        canceled: What an Update sends to cancel a record.
        now: The time, in seconds since the epoch.
        lag: After how many seconds what is not in the list is not there.

    Raises:
        ConfigurationError: The object has no Query that could tell.
        OperationError: The list cannot be read, or a record cannot be canceled.
    """
    entries = store.lost()
    if not entries:
        return Reconciled()
    looks = Looks(connection, object_name)
    groups: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[looks.sent(entry)].append(entry)
    busy = {looks.sent(entry) for entry in store.without_sid()}
    ended = set(canceled.items())
    counts: dict[str, int] = defaultdict(int)
    for sent, group in groups.items():
        if sent in busy:  # the record may be that one's
            counts["doubtful"] += len(group)
            continue
        since = min(entry.first_at or 0.0 for entry in group) - SLACK
        records = [one for one in looks.records(looks.asked(group[0]), since)]
        alike = [one for one in records if looks.is_like(one, sent)]
        free = [one for one in alike if not store.has_sid(str(one.sid))]
        gone = [one for one in free if looks.has(one, ended)]
        there = [one for one in free if not looks.has(one, ended)]
        there.sort(key=lambda record: str(record.sid))
        # Each lost answer made one record at most; some are known by now.
        known = sum(1 for entry in group if entry.state == "matched")
        lost = sum(entry.lost for entry in group)
        doubts = [entry for entry in group if entry.state not in ("sent", "matched", "refused")]
        told = len(looks.requests(group)) == 1 and not any(map(looks.is_made, group))
        if len(there) + len(gone) + known > lost or (there and not told):
            text = f"{len(there)} records may be its own, and cannot be told from others"
            counts["ambiguous"] += _write(
                store, [Outcome(one.id, "ambiguous", message=text) for one in doubts]
            )
            continue
        surplus = there[len(doubts) :]
        counts["matched"] += _write(
            store,
            [
                Outcome(entry.id, "matched", sid=str(record.sid), message="found in the list")
                for entry, record in zip(doubts, there, strict=False)
            ],
        )
        for record in surplus:
            looks.update(str(record.sid), canceled)
            counts["canceled"] += 1
        absent = doubts[len(there) :]
        for entry in absent:
            if now() - (entry.sending_at or 0.0) < lag:
                counts["doubtful"] += 1
            elif entry.deadline is None or now() < entry.deadline:
                text = "not in the list: scheduled again"
                counts["again"] += _write(store, [Outcome(entry.id, "ready", message=text)])
            else:
                text = "not in the list, and too late to be scheduled again"
                counts["absent"] += _write(store, [Outcome(entry.id, "absent", message=text)])
    return Reconciled(**counts)


def _write(store: Store, outcomes: list[Outcome]) -> int:
    if not outcomes:
        return 0
    with store.transaction():
        return sum(store.record(one, previous=(*DECIDED, "ready")) for one in outcomes)


class Looks:
    """How the records of an object are found and compared with requests.

    Args:
        connection: The account and the way to it.
        object_name: The object.
    """

    def __init__(self, connection: Connection, object_name: str) -> None:
        from twilio_ops.api import load

        self._row = objects()[object_name].actions["Create"]
        self._numbers = {
            name for name, row in self._row.parameters.items() if row.get("format") in NUMBERS
        }
        module = load(object_name)
        query = getattr(module, f"Query{object_name}", None)
        if query is None:
            raise ConfigurationError(f"{object_name} has no Query: what is in doubt stays so")
        self._object = object_name
        self._query = query
        self._connection = connection
        fields: Sequence[FieldSpec] = query.spec.record.spec.fields
        self._fields = {spec.xml: spec for spec in fields}
        self._filters: dict[str, EqualsFilter[Any]] = {
            one.api: one
            for one in query.filters()
            if one.api in self._fields and isinstance(one, EqualsFilter)
        }
        if not self._filters:
            raise ConfigurationError(f"{object_name} has no filter that finds what was sent")

    def sent(self, entry: Entry) -> Key:
        """The parameters that a record has fields for."""
        sent = {**unsent(self._row), **dict(pairs_of(entry.request))}
        return tuple(
            sorted((n, self._canonical(n, v)) for n, v in sent.items() if n in self._fields)
        )

    def requests(self, entries: Iterable[Entry]) -> set[Key]:
        """What entries send, but for where they are told of."""
        told = self._row.in_role("callback")
        return {
            tuple(pair for pair in pairs_of(entry.request) if pair[0] not in told)
            for entry in entries
        }

    def is_made(self, entry: Entry) -> bool:
        """Whether the service makes what a record says."""
        return is_made(self._row, entry)

    def is_unclear(self, entry: Entry) -> bool:
        """Whether a list may know a number of an entry by another name, such as one without ``+``."""
        return any(
            name in self._numbers and re.search(r"\d{5}", value) and not re.search(r"^\+|:", value)
            for name, value in self.asked(entry)
        )

    def _canonical(self, name: str, value: str) -> str:
        """A number as records write it, without what only parts its digits."""
        plain = re.sub(r"[\s().-]", "", value)
        is_number = name in self._numbers and re.fullmatch(r"\+\d{5,20}", plain)
        return plain if is_number else value

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
        if value is None:
            return unsent(self._row).get(name)
        return self._canonical(name, str(field.type.to_text(value)))
