"""Exports that are killed: at every step on this machine, and on a cluster while everything dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_components.export import DaskEngine, Export, Manifest, store_of
from twilio_ops_components.export.engines import Outcome, Work
from twilio_ops_components.export.task import Task
from twilio_ops_emulator import Emulator
from twilio_ops_emulator.api.server import Server

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from crashing_export import SINCE, WINDOWS  # noqa: E402 - found by the path above

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="processes are killed"),
]


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what survives a kill does not hang on the disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def rows_of(out: Path, format: str) -> list[str]:
    if format == "duckdb":
        import duckdb

        with duckdb.connect(str(out / "export.duckdb"), read_only=True) as database:
            return sorted(sid for (sid,) in database.execute("SELECT sid FROM call").fetchall())
    files = [one.result.file for one in Manifest(store_of(str(out))) if one.result.file]
    assert sorted(files) == sorted(f"call/{path.name}" for path in (out / "call").iterdir())
    texts = [(out / name).read_text(encoding="utf-8") for name in files]
    return sorted(json.loads(line)["sid"] for text in texts for line in text.splitlines())


@pytest.mark.parametrize("format", ["jsonl", "duckdb"])
def test_killed_at_any_step_nothing_is_missing_and_nothing_is_there_twice(
    scratch: Path, format: str
) -> None:
    """Whatever step a process dies at, the next one finishes: each record once, no file too many."""
    pytest.importorskip("duckdb" if format == "duckdb" else "msgspec")
    with Emulator(seed=1) as emulator, Server(emulator) as server:
        values: dict[str, Any] = {"to": "+13115550001", "from": "+13115550002"}
        starts = [SINCE + timedelta(hours=4 * number) for number in range(6 * WINDOWS)]
        calls = [{"object": "Call", "values": {**values, "start_time": str(one)}} for one in starts]
        emulator.seed({"records": calls})
        arguments = [server.url, emulator.account_sid, emulator.auth_token, scratch, format]
        ended = subprocess.run(
            [sys.executable, HERE / "crashing_export.py", *arguments],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
        )
        assert ended.returncode == 0, ended.stderr
        known = sorted(one["sid"] for one in emulator.records("Call"))
    steps = int(ended.stdout)
    assert steps > 30
    for number in range(1, steps + 2):
        assert rows_of(scratch / str(number), format) == known, number


def test_on_a_cluster_whose_workers_and_scheduler_are_killed(tmp_path: Path) -> None:
    """With 429, 5xx and lost connections, two accounts, and calls that are made and end meanwhile:
    in the end each record is there once, as the service has it, and no worker needed 300 MB."""
    pytest.importorskip("distributed", reason="the extra `export` is not installed")
    from proof_export import proven  # found by the path above

    found = proven(tmp_path, records=600, windows=40, every=1)
    # Whether a window was under way where somebody died is chance; the scheduler's end is asserted there.
    assert found["killed"] >= 2
    assert found["worker_mib"] < 300_000_000 / (1 << 20)
    if sys.platform == "linux":
        assert found["worker_mib"] > 20, "it was measured"


def test_several_export_on_one_machine() -> None:
    """Their clusters do not compete for a port, and are asked on this machine alone."""
    pytest.importorskip("distributed", reason="the extra `export` is not installed")
    with ExitStack() as stack:
        engines = [DaskEngine(workers=1, threads=number) for number in (1, 2)]
        for engine in engines:
            stack.callback(engine.close)
        assert [engine.at_once for engine in engines] == [1, 2]
        if sys.platform == "linux":
            place = "0100007F:"  # 127.0.0.1, as the kernel writes it
            rows = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()]
            own = {os.stat(one).st_ino for one in Path("/proc/self/fd").iterdir() if one.exists()}
            listening = [row[1] for row in rows[1:] if row[3] == "0A" and int(row[9]) in own]
            assert listening and all(one.startswith(place) for one in listening)


def test_what_an_account_allows_holds_for_all_workers_together(tmp_path: Path) -> None:
    """Two accounts that take one request at once each, two processes that could send eight:
    after a refusal fewer of that account are under way, wherever they are, and few are refused."""
    pytest.importorskip("distributed", reason="the extra `export` is not installed")
    from proof_export import Asks  # found by the path above

    events: list[tuple[str, str, int]] = []

    class Counting(DaskEngine):
        """Notes how many windows of an account are under way whenever one begins."""

        def __init__(self) -> None:
            super().__init__(workers=2, threads=4)
            self.under_way: dict[Any, str] = {}

        def submit(self, work: Work, task: Task) -> Any:
            handle = super().submit(work, task)
            self.under_way[handle] = task.window.account
            events.append((task.window.account, "begun", self.count(task.window.account)))
            return handle

        def wait(self, handles: Sequence[Any]) -> list[tuple[Any, Outcome]]:
            ended = super().wait(handles)
            for handle, outcome in ended:
                if outcome.result is not None and outcome.result.throttled:
                    events.append((outcome.result.window.account, "refused", 0))
                del self.under_way[handle]
            return ended

        def count(self, account: str) -> int:
            return list(self.under_way.values()).count(account)

    with Emulator(seed=1, concurrency=1) as emulator, Server(emulator) as server:
        emulator.seed({"accounts": [{"friendly_name": "Branch"}]})
        rows = emulator.records("Account")
        branch = next(one["sid"] for one in rows if one["friendly_name"] == "Branch")
        accounts = (emulator.account_sid, branch)
        engine = Counting()
        asked = Export(
            objects=("Call",),
            account=emulator.account_sid,
            opener=Asks(emulator.account_sid, emulator.auth_token, server.url),
            out=str(tmp_path),
            format="jsonl",
            since=SINCE,
            until=SINCE + timedelta(days=40),
            accounts=accounts,
            days=1,
        )
        try:
            summary = asked.run(engine)
        finally:
            engine.close()
    assert (summary.windows, summary.failed) == (80, ()) and summary.throttled
    assert summary.throttled <= 40, "it would be hundreds, if each worker tried on its own"
    assert [account for account, _, _ in events[:4]] == [*accounts, *accounts]
    for account in accounts:
        own = [(what, count) for one, what, count in events if one == account]
        refused = [place for place, (what, _) in enumerate(own) if what == "refused"]
        if not refused:  # as it happens, none came while another was under way
            continue
        most = max(count for _, count in own[: refused[0]])
        following = next(count for what, count in own[refused[0] :] if what == "begun")
        assert following < most
