"""A program that exports and kills itself at the n-th step, for every n, then goes on.

    python crashing_export.py URL ACCOUNT TOKEN FOLDER FORMAT

A step is the moment before or after a file is brought to disk or takes its name, and before or after a
request goes out. The export of step n is in ``FOLDER/n``.
"""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from twilio_ops_components.export import Export, ThreadEngine
from twilio_ops_runtime import Connection

sys.path.insert(0, str(Path(__file__).parent))

from crashing_run import Killer, forked  # found by the path above

SINCE = datetime(2026, 10, 1, tzinfo=UTC)
WINDOWS = 3


def export(connection: Connection, out: Path, format: Any, last: int | None) -> None:
    """Export on one thread, and be killed at a step."""
    killer = Killer(last)
    if last is not None:
        for name in ("fsync", "fdatasync", "replace"):
            killer.around(name)
    engine = ThreadEngine(1)
    asked = Export(
        objects=("Call",),
        account=connection.account_sid,
        opener=lambda: connection.through(killer.through),
        out=str(out),
        format=format,
        since=SINCE,
        until=SINCE + timedelta(days=WINDOWS),
        days=1,
    )
    summary = asked.run(engine)
    engine.close()
    assert summary.failed == () and summary.repeated == 0


def warm_up(connection: Connection, out: Path, format: str) -> None:
    """Load what an export needs, once for all the processes that are forked; no thread stays."""
    export(connection, out, "jsonl", None)
    if format == "duckdb":
        for name in ("pyarrow.parquet", "duckdb"):
            import_module(name)


def main() -> int:
    """Kill an export at every step; the last one gets through."""
    url, account, token, folder, format = sys.argv[1:]
    warm_up(Connection(account, token, base_url=url), Path(folder) / "warm-up", format)
    connection = Connection(account, token, base_url=url)
    for number in count(1):
        out = Path(folder) / str(number)
        ended = forked(partial(export, connection, out, format, number))
        if ended == 0:
            print(number - 1)
            return 0
        assert ended == -signal.SIGKILL, ended
        assert forked(partial(export, connection, out, format, None)) == 0


if __name__ == "__main__":
    sys.exit(main())
