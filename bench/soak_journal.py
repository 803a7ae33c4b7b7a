"""Many messages from two workers that are killed again and again, and each arrives once.

    python bench/soak_journal.py [--messages N] [--kills N] [--journal PLACE | --postgres]

The service is an emulator over HTTP that loses answers before and after it has acted, answers 429
and 503, and whose lists lag behind. In the end no message has arrived twice, none is lost, and
every doubt is resolved by the list or was decided by hand.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from attrs import define, field

from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal
from twilio_ops_emulator import Emulator, Fault
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime import Connection, Document

RECIPIENTS = 50
LAG = 3
"""Seconds until a list shows what was made."""
WORKER = """
import sys
from twilio_ops_components.journal import Journal, Pace
from twilio_ops_runtime import Connection
url, account, token, path = sys.argv[1:]
with Journal(path) as journal:
    connection = Connection(account, token, base_url=url)
    journal.send(connection, Pace(concurrency=4), on_trouble=lambda text: None)
"""


def inputs(count: int) -> Iterator[Input]:
    """So many messages, each with a body of its own."""
    for number in range(count):
        to, body = f"+1311555{number % RECIPIENTS:04}", str(number)
        document = Document(
            f"<Message><To>{to}</To><From>+13115550099</From><Body>{body}</Body></Message>"
        )
        yield Input(source=document, index=number + 1)


@define
class Trial:
    """One trial, and what it found.

    Attributes:
        emulator: The service.
        place: The journal: a file, or an address of Postgres.
        count: How many messages there are.
        kills: How many workers are killed, about: after each so many messages one is.
        killed: How many workers were.
        doubts: How many messages were in doubt when all was sent.
        resolved: How many came to which state by the list.
        decided: How many were sent again by a decision.
        states: The states at the end.
    """

    emulator: Emulator
    place: str
    count: int
    kills: int
    killed: int = 0
    doubts: int = 0
    resolved: dict[str, int] = field(factory=dict[str, int])
    decided: int = 0
    states: dict[str, int] = field(factory=dict[str, int])

    def arrived(self) -> Counter[str]:
        """How often each message was carried out."""
        return Counter(record["body"] for record in self.emulator.records("Message"))

    def run(self) -> None:
        """Send everything, and resolve what is in doubt."""
        emulator = self.emulator
        with Server(emulator) as server, Journal(self.place) as journal:
            connection = Connection(emulator.account_sid, emulator.auth_token, base_url=server.url)
            assert journal.take(CreateMessage(connection), inputs(self.count)).new == self.count
            self._faults()
            self._work(server.url)
            emulator.faults.clear()
            journal.send(connection)  # finds what the last of the dead were sending
            self.doubts = journal.counts().get("unknown", 0)
            emulator.faults.add(Fault(kind="lag", object="Message", seconds=LAG))
            first = journal.resolve(connection)  # what is not in the list yet stays in doubt
            time.sleep(LAG)
            second = journal.resolve(connection, settled=0)
            self.resolved = dict(Counter(first) + Counter(second))
            self.decided = journal.resend(states=["absent"])
            self.states = journal.send(connection)

    def _faults(self) -> None:
        kinds: list[dict[str, Any]] = [
            {"kind": "drop", "when": "before"},
            {"kind": "drop", "when": "after"},
            {"kind": "status", "when": "after", "status": 503},
            {"kind": "status", "when": "before", "status": 429, "retry_after": 0},
        ]
        for seed, facts in enumerate(kinds):
            fault = Fault(object="Message", action="Create", probability=0.03, seed=seed, **facts)
            self.emulator.faults.add(fault)

    def _work(self, url: str) -> None:
        """Let two workers send, of which one is killed and followed by another, until all is sent."""
        account, token = self.emulator.account_sid, self.emulator.auth_token
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", WORKER, url, account, token, self.place]
        workers = [subprocess.Popen(command, env=env) for _ in range(2)]
        since = self.emulator.request_log.count
        while True:
            at = self.killed % 2
            if workers[at].poll() is not None:
                break
            if self.emulator.request_log.count - since < self.count / self.kills:
                time.sleep(0.005)
                continue
            workers[at].send_signal(signal.SIGKILL)
            workers[at].wait()
            workers[at] = subprocess.Popen(command, env=env)
            self.killed += 1
            since = self.emulator.request_log.count
        codes = [worker.wait() for worker in workers]
        assert codes == [0, 0], f"a worker failed: {codes}"


def main() -> int:
    """Print what was found.

    Returns:
        The exit code: 1 if a message is lost, arrived twice, or is in doubt.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument(
        "--journal", metavar="PLACE", help="where it is; else in a temporary folder"
    )
    parser.add_argument(
        "--postgres", action="store_true", help="in a Postgres of its own, which waits for the disk"
    )
    options = parser.parse_args()
    with ExitStack() as stack:
        emulator = stack.enter_context(Emulator())
        place = options.journal
        if options.postgres:
            from embedded import Postgres  # beside this program

            place = stack.enter_context(Postgres()).address
        elif place is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            place = str(Path(folder) / "send.journal")
        trial = Trial(emulator, place, options.messages, options.kills)
        trial.run()
        arrived = trial.arrived()
    twice = sum(1 for times in arrived.values() if times > 1)
    lost = options.messages - len(arrived)
    print(
        f"{options.messages} messages, {trial.killed} workers killed, {trial.doubts} in doubt:"
        f" {trial.resolved} by the list, {trial.decided} sent again by a decision;"
        f" {twice} arrived twice, {lost} lost; {trial.states}"
    )
    return 1 if twice or lost or set(trial.states) - {"sent", "matched"} else 0


if __name__ == "__main__":
    sys.exit(main())
