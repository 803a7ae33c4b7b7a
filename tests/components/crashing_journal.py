"""A program that sends from a journal and kills itself at the n-th step, for every n, then goes on.

    python crashing_journal.py URL ACCOUNT TOKEN FOLDER PLACE

PLACE is what the journals' names begin with: a path, or an address of Postgres.

A step is the moment before or after a transaction, before its commit, and before or after a request
goes out. What is left in doubt is resolved by the service's list and, if it is not there, sent
again, as a person would.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import documents_of
from twilio_ops_components.journal import Journal, Pace, store
from twilio_ops_runtime import Connection

sys.path.insert(0, str(Path(__file__).parent))

from crashing_run import DOCUMENTS, Killer, documents, forked  # found by the path above


def killed_at_transactions(killer: Killer) -> None:
    """Step before and after each transaction, and before its commit."""
    transaction = store.Store.transaction

    @contextmanager
    def stepping(self: store.Store, *, alone: bool = False) -> Iterator[None]:
        killer.step()
        with transaction(self, alone=alone):
            yield
            killer.step()
        killer.step()

    store.Store.transaction = stepping  # type: ignore[method-assign]


def sent(connection: Connection, inputs: Path, place: str, last: int) -> None:
    """Take in and send, and be killed at a step."""
    killer = Killer(last)
    killed_at_transactions(killer)
    with Journal(place) as journal:
        through = connection.through(killer.through)
        journal.take(CreateMessage(through), documents_of([inputs]))
        journal.send(through, Pace(concurrency=2))


def gone_on(connection: Connection, inputs: Path, place: str) -> None:
    """Go on until nothing is in doubt."""
    with Journal(place) as journal:
        taken = journal.take(CreateMessage(connection), documents_of([inputs]))
        assert taken.new + taken.known == DOCUMENTS
        journal.send(connection)
        journal.resolve(connection, settled=0)
        journal.resend(states=["absent"])
        found = journal.send(connection)
        assert set(found) <= {"sent", "matched"}, found
        assert sum(found.values()) == DOCUMENTS


def main() -> int:
    """Kill the sending at every step; the last one gets through."""
    url, account, token, folder, base = sys.argv[1:]
    connection = Connection(account, token, base_url=url)
    for number in count(1):
        inputs = documents(Path(folder) / "in" / str(number), number)
        place = f"{base}{number}"
        ended = forked(partial(sent, connection, inputs, place, number))
        if ended == 0:
            print(number)
            return 0
        if ended != -signal.SIGKILL or forked(partial(gone_on, connection, inputs, place)) != 0:
            return 1
    raise AssertionError("counting has no end")


if __name__ == "__main__":
    sys.exit(main())
