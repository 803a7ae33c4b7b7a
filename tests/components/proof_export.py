"""An export on a Dask cluster whose workers are killed again and again, and its scheduler once.

    python proof_export.py [--records N] [--windows N] [--every SECONDS] [--seed N]

The service is an emulator over HTTP that answers 429 and 5xx and drops connections; two accounts;
calls are made and end while they are read. The oracle is the emulator's own memory: in the end each
record is there once, as it is there. The most memory that a worker ever had is printed, too.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from twilio_ops import Connection, Retry
from twilio_ops_components.export import DaskEngine, Export, Manifest, Progress, Summary, store_of
from twilio_ops_emulator import Emulator, Fault
from twilio_ops_emulator.api.server import Server

BETWEEN = 10
"""How many windows are done, at least, between one death and the next: else it would never end."""
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "status", "status": 429, "code": 20429, "retry_after": 0, "probability": 0.03},
    {"kind": "status", "status": 503, "probability": 0.03},
    {"kind": "drop", "probability": 0.02},
    {"kind": "cut", "bytes": 500, "probability": 0.02},
)


@frozen
class Asks:
    """Opens the connection of a worker."""

    account: str
    token: str = field(repr=False)
    url: str = ""

    def __call__(self) -> Connection:
        retry = Retry(max_attempts=4, base=0.05, cap=0.2)
        return Connection(self.account, self.token, base_url=self.url, retry=retry)


@define
class Cluster:
    """A scheduler and workers, each a process, which are begun again when they are gone.

    Args:
        port: The scheduler's.
        workers: How many.
        folder: Where they write what they say.
        every: After how many seconds a worker is killed, each in turn; on a machine that takes
            long to begin one, when some windows were done since.
    """

    port: int
    workers: int
    folder: Path
    every: float
    scheduler: Any = None
    killed: int = 0
    scheduler_killed: bool = False
    peak: int = 0
    """The most memory that a worker had, in bytes, where the system tells it."""
    _done: int = 0
    _processes: list[Any] = field(factory=list[Any])
    _over: threading.Event = field(factory=threading.Event)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def _begin(self, *words: str) -> Any:
        paths = [str(Path(__file__).parent), *sys.path]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        with (self.folder / "cluster.log").open("ab") as log:
            command = [sys.executable, "-W", "ignore", "-m", *words]
            return subprocess.Popen(
                command, env=environment, stdout=log, stderr=log, cwd=self.folder
            )

    def begin_scheduler(self) -> None:
        words = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(self.port))
        self.scheduler = self._begin(*words, "--no-dashboard")

    def begin_worker(self) -> Any:
        options = ("--no-nanny", "--nthreads", "4", "--no-dashboard", "--death-timeout", "60")
        return self._begin("distributed.cli.dask_worker", self.address, *options)

    def on_progress(self, now: Progress) -> None:
        """Note what was done: from the first window on, workers are killed."""
        if now.done // 100 > self._done // 100:
            print(f"{now}, {self.killed} killed", file=sys.stderr, flush=True)
        self._done = now.done

    def watch(self) -> None:
        """Kill a worker every few seconds, the scheduler once; begin what is gone."""
        killed_at, killed_done = time.monotonic(), 0
        while not self._over.wait(0.1):
            self.peak = max(self.peak, *(peak_of(process.pid) for process in self._processes))
            if time.monotonic() >= killed_at + self.every and self._done >= killed_done + BETWEEN:
                self._processes[self.killed % len(self._processes)].send_signal(signal.SIGKILL)
                self.killed += 1
                killed_at, killed_done = time.monotonic(), self._done
                if self.killed == 2:
                    self.scheduler.send_signal(signal.SIGKILL)
                    self.scheduler_killed = True
            for place, process in enumerate(self._processes):
                if process.poll() is not None:
                    self._processes[place] = self.begin_worker()
            if self.scheduler.poll() is not None:
                self.begin_scheduler()

    @contextmanager
    def running(self) -> Iterator[None]:
        self.begin_scheduler()
        self._processes = [self.begin_worker() for _ in range(self.workers)]
        watching = threading.Thread(target=self.watch)
        watching.start()
        try:
            yield
        finally:
            self._over.set()
            watching.join()
            for process in (*self._processes, self.scheduler):
                process.kill()
                process.wait()


def peak_of(process: int) -> int:
    """Return the most memory that a process has had so far, in bytes; 0 = it is gone, or not told."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def seeded(emulator: Emulator, records: int, since: datetime, days: int, seed: int) -> list[str]:
    """Put calls of two accounts there; return the accounts."""
    emulator.seed({"accounts": [{"friendly_name": "Branch", "as": "branch"}]})
    chance = random.Random(seed)
    rows = [
        {
            "object": "Call",
            "values": {
                "to": f"+1311555{chance.randrange(10_000):04}",
                "from": "+13115550002",
                "status": "in-progress" if number % 50 == 0 else "completed",
                "price": f"-0.{chance.randrange(10**6):06}",
                "start_time": _text(since + timedelta(seconds=chance.randrange(days * 86400 - 60))),
            },
        }
        for number in range(records)
    ]
    accounts = sorted(one["sid"] for one in emulator.records("Account"))
    branch = next(
        one["sid"] for one in emulator.records("Account") if one["friendly_name"] == "Branch"
    )
    for at in range(0, len(rows), 1000):
        part = rows[at : at + 1000]
        for number, row in enumerate(part):
            if number % 3 == 0:
                row["account"] = branch
        emulator.seed({"records": part})
    return [one for one in accounts if one in (emulator.account_sid, branch)]


def changing(emulator: Emulator, over: threading.Event) -> None:
    """Make calls, and end those in progress, until it is over."""
    open_calls = [one["sid"] for one in emulator.records("Call") if one["status"] == "in-progress"]
    number = 0
    while not over.wait(0.1):
        number += 1
        if open_calls:
            emulator.set_status(open_calls.pop(), "completed")
        values = {"to": f"+1311556{number:04}", "from": "+13115550002", "status": "completed"}
        values["start_time"] = _text(datetime.now(UTC))
        emulator.seed({"records": [{"object": "Call", "values": values}]})


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def proven(folder: Path, records: int, windows: int, every: float, seed: int = 1) -> dict[str, Any]:
    """Export while everything dies; compare with the emulator's memory.

    Raises:
        AssertionError: A record is missing, there twice, or is not as it is there.
    """
    days = max(1, windows // 2)  # of two accounts
    now = datetime.now(UTC).replace(microsecond=0)
    since = now - timedelta(days=days)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    cluster = Cluster(port=port, workers=3, folder=folder, every=every)
    with Emulator(seed=seed) as emulator, Server(emulator) as server:
        accounts = seeded(emulator, records, since, days, seed)
        for number, facts in enumerate(FAULTS):
            fault = Fault(object="Call", action="Query", seed=4 * seed + number, **facts)
            emulator.faults.add(fault)
        over = threading.Event()
        busy = threading.Thread(target=changing, args=(emulator, over))
        asked = Export(
            objects=("Call",),
            account=emulator.account_sid,
            opener=Asks(emulator.account_sid, emulator.auth_token, server.url),
            out=str(folder / "out"),
            format="jsonl",
            since=since,
            accounts=tuple(accounts),
            days=1,
            look_back=2 * days,
        )
        with cluster.running():
            engine = DaskEngine(cluster.address)
            busy.start()
            began = time.monotonic()
            try:
                first = asked.run(engine, cluster.on_progress)
                while first.failed:
                    first = asked.run(engine)
            finally:
                over.set()
                busy.join()
            seconds = time.monotonic() - began
            second = asked.run(engine)  # what came, and what changed, while the first was under way
            while second.failed:
                second = asked.run(engine)
            engine.close()
        compared(folder / "out", emulator)
        assert cluster.scheduler_killed
        own = {"seconds": round(seconds, 1), "killed": cluster.killed}
        return {**facts_of(first), **own, "worker_mib": round(cluster.peak / (1 << 20))}


def facts_of(summary: Summary) -> dict[str, Any]:
    names = ("windows", "rows", "requests", "throttled", "lost", "repeated")
    return {name: getattr(summary, name) for name in names}


def compared(out: Path, emulator: Emulator) -> None:
    """See that the rows are the emulator's records, each once."""
    known = {one["sid"]: one for one in emulator.records("Call")}
    rows: list[dict[str, Any]] = []
    for commit in Manifest(store_of(str(out))):
        if commit.result.file is not None:
            text = (out / commit.result.file).read_text(encoding="utf-8")
            rows += map(json.loads, text.splitlines())
    assert len(rows) == len(known), f"{len(rows)} rows, {len(known)} records"
    assert {row["sid"] for row in rows} == set(known)
    for row in rows:
        same = known[row["sid"]]
        for name in ("status", "to", "account_sid", "price"):
            assert row[name] == same[name], f"{row['sid']}: {name}"
    assert sorted(path.name for path in (out / "call").iterdir()) == sorted(
        commit.result.file.partition("/")[2]
        for commit in Manifest(store_of(str(out)))
        if commit.result.file is not None
    )


def main() -> int:
    """Print what was done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--windows", type=int, default=1_000)
    parser.add_argument("--every", type=float, default=4.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(proven(Path(scratch), **vars(options))))
    return 0


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
