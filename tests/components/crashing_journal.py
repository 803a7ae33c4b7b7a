"""A program that sends from a journal and kills itself at the n-th step, for every n, then goes on.

    python crashing_journal.py URL ACCOUNT TOKEN FOLDER PLACE KIND

PLACE is what the journals' names begin with: a path, or an address of Postgres. KIND is what is done.

A step is the moment before or after a transaction, before its commit, and before or after a request
goes out. What is left in doubt is resolved by the service's list and, if it is not there, sent
again, as a person would. Time passes for the service, an emulator whose clock stands still, and for
the journal alike, and nothing waits.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import requests

from tests.components.crashing_run import DOCUMENTS, Killer, documents, forked
from twilio_ops.api.message import CreateMessage, Message, QueryMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.journal import Intake, Journal, Pace
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_runtime import Connection, ConnectionDropped, Document, Request, Response, Send


class Time(NamedTuple):
    """The time of the service, and how it passes."""

    now: Callable[[], float]
    advance: Callable[[float], object]

    @classmethod
    def at(cls, url: str) -> Time:
        """The time of a service, which no other process moves meanwhile."""
        shown = [requests.get(f"{url}/_emulator/state", timeout=60).json()["time"]]

        def advance(seconds: float) -> None:
            shown.append(_moved(url, seconds))

        return cls(lambda: float(shown[-1]), advance)


def _moved(url: str, seconds: float) -> Any:
    answer = requests.post(f"{url}/_emulator/advance", json={"seconds": seconds}, timeout=60)
    answer.raise_for_status()
    return requests.get(f"{url}/_emulator/state", timeout=60).json()["time"]


def killed_at_transactions(killer: Killer, journal: Journal) -> None:
    """Step before and after each transaction of a journal, and before its commit."""
    store: Any = journal._store
    transaction = store.transaction

    @contextmanager
    def stepping(*, alone: bool = False) -> Iterator[None]:
        killer.step()
        with transaction(alone=alone):
            yield
            killer.step()
        killer.step()

    store.transaction = stepping


KINDS = {
    "send": "what is taken in is sent",
    "decide": "answers are lost; the list is asked, and what is not there is sent again",
    "tell": "answers are lost, and callbacks tell",
    "schedule": "answers are lost and lists lag: doubles are scheduled, and canceled",
}
LAG = 60.0
"""By how many seconds lists lag, where something is scheduled."""
CANCELED = "canceled"


def taken(journal: Journal, connection: Connection, inputs: Path, kind: str, time: Time) -> Intake:
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
    due = float((int(time.now()) // 86_400 + 2) * 86_400)
    return journal.take(create, found, key="Body", send_at=due)


def sent(
    connection: Connection,
    inputs: Path,
    place: str,
    kind: str,
    last: int | None,
    clock: Callable[[], Time],
) -> None:
    """Take in and send, or what follows, and be killed at a step of it."""
    killer, time = Killer(last), clock()
    with Journal(place, now=time.now) as journal:
        if kind == "send":
            killed_at_transactions(killer, journal)
        through = connection.through(killer.through)
        taken(journal, connection, inputs, kind, time)
        first = through if kind == "send" else connection.through(losing)
        journal.send(first, Pace(concurrency=2))
        if kind != "send":
            killed_at_transactions(killer, journal)
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
            # Too soon, so that what a list does not show yet is scheduled twice.
            journal.reconcile(through, Pace(concurrency=2), lag=LAG / 2, wait=time.advance)
            time.advance(LAG)
            journal.reconcile(through, Pace(concurrency=2), lag=LAG / 2, wait=time.advance)


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


def of_run(connection: Connection, inputs: Path) -> list[Message]:
    """The records of one run: each has a recipient of its own."""
    to = f"+1311555{int(inputs.name):04}"
    return list(QueryMessage(connection, filters=[QueryMessage.to.equals(to)])())


def gone_on(
    connection: Connection, inputs: Path, place: str, kind: str, clock: Callable[[], Time]
) -> None:
    """Go on until nothing is in doubt; each message is there once."""
    time = clock()
    with Journal(place, now=time.now) as journal:
        intake = taken(journal, connection, inputs, kind, time)
        assert intake.new + intake.known == DOCUMENTS
        journal.unpause()
        journal.send(connection)
        if kind == "schedule":
            time.advance(LAG)
            journal.reconcile(connection, lag=2 * LAG, wait=time.advance)
        while journal.counts().get("unknown") or journal.counts().get("absent"):
            journal.resolve(connection, settled=0)
            journal.resend(states=["absent"])
            journal.send(connection)
        found = journal.counts()
        assert set(found) <= {"sent", "matched"}, found
        assert sum(found.values()) == DOCUMENTS
    there = [one.body for one in of_run(connection, inputs) if one.status != CANCELED]
    assert sorted(map(str, there)) == [f"{inputs.name}-{n + 1}" for n in range(DOCUMENTS)], there


def read(folder: Path, base: str, kind: str) -> None:
    """Do it once at a service of this process, so that each other one finds all that it needs read."""
    with Emulator(clock=Clock(frozen=True)) as emulator, emulator.connection() as connection:
        if kind == "schedule":
            emulator.faults.add(Fault(kind="lag", object="Message", seconds=LAG))
        time = Time(emulator.clock.now, emulator.advance)
        inputs = documents(folder / "in" / "0", 0)
        place = f"{base}_0"
        sent(connection, inputs, place, kind, None, lambda: time)
        time.advance(LAG)
        gone_on(connection, inputs, place, kind, lambda: time)


def main() -> int:
    """Kill the sending at every step; the last one gets through."""
    url, account, token, folder, base, kind = sys.argv[1:]
    read(Path(folder), base, kind)
    gc.freeze()  # else each process copies what its collector looks at
    connection = Connection(account, token, base_url=url)
    clock = partial(Time.at, url)
    for number in count(1):
        inputs = documents(Path(folder) / "in" / str(number), number)
        place = f"{base}_{number}"
        ended = forked(partial(sent, connection, inputs, place, kind, number, clock))
        if ended not in (0, -signal.SIGKILL):
            return 1
        if forked(partial(gone_on, connection, inputs, place, kind, clock)) != 0:
            return 1
        if ended == 0:
            print(number)
            return 0
    raise AssertionError("counting has no end")


if __name__ == "__main__":
    sys.exit(main())
