"""What is scheduled at the service, brought to one record for each entry before it is due.

A request that is only scheduled may be sent again when its answer is lost: if both arrived, the
surplus is canceled before anything goes out. A record is taken for a surplus only where a lost
answer explains it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from attrs import frozen

from twilio_ops_components.journal.resolve import SLACK, Key, Looks
from twilio_ops_components.journal.rows import Entry, Outcome
from twilio_ops_components.journal.store import Store
from twilio_ops_runtime import Connection

__all__ = ["Reconciled", "reconcile"]


@frozen(kw_only=True)
class Reconciled:
    """What one look at the service's list came to.

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
    """Look once at what is scheduled for the entries whose answer was lost.

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
        if len(there) + len(gone) + known > lost:
            text = f"{len(there)} records are like it, more than lost answers explain"
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
    with store.transaction():
        return sum(
            store.record(one, previous=("unknown", "absent", "ambiguous", "ready"))
            for one in outcomes
        )
