"""A program that sends from a journal and kills itself at the n-th step, for every n, then goes on.

    python crashing_journal.py URL ACCOUNT TOKEN FOLDER PLACE KIND

PLACE is what the journals' names begin with: a path, or an address of Postgres. KIND is what is done.

A step is the moment before or after a transaction, before its commit, and before or after a request
goes out. What is left in doubt is resolved by the service's list and, if it is not there, sent
again, as a person would.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from twilio_ops.api.message import CreateMessage, Message, QueryMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.journal import Intake, Journal, Pace, store
from twilio_ops_runtime import Connection, ConnectionDropped, Document, Request, Response, Send

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


KINDS = {
    "send": "what is taken in is sent",
    "decide": "answers are lost; the list is asked, and what is not there is sent again",
    "tell": "answers are lost, and callbacks tell",
    "schedule": "answers are lost and lists lag: doubles are scheduled, and canceled",
}
LAG = 0.3
"""By how many seconds lists lag."""
CANCELED = "canceled"


def taken(journal: Journal, connection: Connection, inputs: Path, kind: str) -> Intake:
    """Take in the documents; those that are scheduled are of a messaging service."""
    create = CreateMessage(connection)
    if kind != "schedule":
        return journal.take(create, documents_of([inputs]), key="Body")
    service = b"<MessagingServiceSid>MG%s</MessagingServiceSid>" % (b"a" * 32)
    found: list[Input] = []
    for one in documents_of([inputs]):
        assert one.content is not None
        content = one.content.replace(b"<From>+13115559999</From>", service)
        found.append(Input(source=Document(content), index=one.index))
    due = float((int(time.time()) // 86_400 + 2) * 86_400)
    return journal.take(create, found, key="Body", send_at=due)


def sent(connection: Connection, inputs: Path, place: str, kind: str, last: int) -> None:
    """Take in and send, or what follows, and be killed at a step of it."""
    killer = Killer(last)
    if kind == "send":
        killed_at_transactions(killer)
    with Journal(place) as journal:
        through = connection.through(killer.through)
        taken(journal, connection, inputs, kind)
        first = through if kind == "send" else connection.through(losing)
        journal.send(first, Pace(concurrency=2))
        if kind != "send":
            killed_at_transactions(killer)
        if kind == "decide":
            journal.resolve(through, settled=0)
            journal.resend(states=["absent"])
            journal.pause()
            journal.unpause()
            journal.send(through)
        elif kind == "tell":
            for record in of_run(connection, inputs):
                journal.confirm(record.body or "", str(record.sid))
        elif kind == "schedule":
            journal.reconcile(through, Pace(concurrency=2), lag=0.01, wait=wait)
            wait(LAG)
            journal.reconcile(through, Pace(concurrency=2), lag=0.01, wait=wait)


def losing(send: Send) -> Send:
    """Lose the answer for the second message before the service acts, and for the third after."""

    def attempt(request: Request, /) -> Response:
        body = request.body or b""
        if body.endswith(b"-2") or b"-2&" in body:
            raise ConnectionDropped("it was lost", sent=True)
        reply = send(request)
        if body.endswith(b"-3") or b"-3&" in body:
            reply.read()
            raise ConnectionDropped("it was lost", sent=True)
        return reply

    return attempt


def wait(seconds: float) -> None:
    time.sleep(min(seconds, LAG))


def of_run(connection: Connection, inputs: Path) -> list[Message]:
    """The records of one run: each has a recipient of its own."""
    to = f"+1311555{int(inputs.name):04}"
    return list(QueryMessage(connection, filters=[QueryMessage.to.equals(to)])())


def gone_on(connection: Connection, inputs: Path, place: str, kind: str) -> None:
    """Go on until nothing is in doubt; each message is there once."""
    with Journal(place) as journal:
        intake = taken(journal, connection, inputs, kind)
        assert intake.new + intake.known == DOCUMENTS
        journal.unpause()
        journal.send(connection)
        wait(LAG)
        if kind == "schedule":
            journal.reconcile(connection, lag=2 * LAG, wait=wait)
        while journal.counts().get("unknown") or journal.counts().get("absent"):
            journal.resolve(connection, settled=0)
            journal.resend(states=["absent"])
            journal.send(connection)
        found = journal.counts()
        assert set(found) <= {"sent", "matched"}, found
        assert sum(found.values()) == DOCUMENTS
    there = [one.body for one in of_run(connection, inputs) if one.status != CANCELED]
    assert sorted(map(str, there)) == [f"{inputs.name}-{n + 1}" for n in range(DOCUMENTS)], there


def main() -> int:
    """Kill the sending at every step; the last one gets through."""
    url, account, token, folder, base, kind = sys.argv[1:]
    connection = Connection(account, token, base_url=url)
    for number in count(1):
        inputs = documents(Path(folder) / "in" / str(number), number)
        place = f"{base}{number}"
        ended = forked(partial(sent, connection, inputs, place, kind, number))
        if ended not in (0, -signal.SIGKILL):
            return 1
        if forked(partial(gone_on, connection, inputs, place, kind)) != 0:
            return 1
        if ended == 0:
            print(number)
            return 0
    raise AssertionError("counting has no end")


if __name__ == "__main__":
    sys.exit(main())
