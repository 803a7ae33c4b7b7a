"""What the emulator costs: starting, creating, serving, listing from very many records.

    python bench/bench_emulator.py [--calls N] [--only NAME ...]

Each figure stands beside what it may be; the exit code is 1 when one is not.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
PLACES = [str(ROOT / name) for name in ("generated", "runtime", "emulator")]
sys.path[:0] = PLACES

from twilio_ops_emulator import Clock, Emulator  # noqa: E402
from twilio_ops_emulator.clock import DAY, day_of  # noqa: E402
from twilio_ops_emulator.wire import Incoming  # noqa: E402

FORM = "application/x-www-form-urlencoded"
BODY = b"To=%2B15005550009&From=%2B15005550006&Url=http%3A%2F%2Flocalhost%2F"


def credentials(emulator: Emulator) -> str:
    """The Authorization of the main account."""
    import base64

    pair = f"{emulator.account_sid}:{emulator.auth_token}".encode()
    return f"Basic {base64.b64encode(pair).decode()}"


def start_to_answer() -> float:
    """Seconds from starting the program to its first answer, the median of five."""
    seconds = []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(PLACES)}
    for _ in range(5):
        started = time.perf_counter()
        command = [sys.executable, "-m", "twilio_ops_emulator"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as run:
            assert run.stdout is not None
            url = run.stdout.readline().split()[1]
            try:
                urllib.request.urlopen(f"{url}/2010-04-01/Accounts.json")
            except urllib.error.HTTPError as answer:
                answer.close()
            seconds.append(time.perf_counter() - started)
            run.terminate()
    return statistics.median(seconds)


def create_in_process() -> float:
    """Milliseconds of CPU for one Create of a call, without any client."""
    emulator = Emulator(clock=Clock(frozen=True), seed=1)
    headers = {"authorization": credentials(emulator), "content-type": FORM}
    path = f"/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"
    request = Incoming("POST", path, "", headers, BODY)
    count = 3000
    for number in range(2):
        started = time.process_time()
        for _ in range(count):
            emulator.release(emulator.exchange(request))
        if number:
            return (time.process_time() - started) / count * 1e3
    raise AssertionError


def over_http(threads: int = 2, count: int = 1000) -> float:
    """Requests a second with the runtime as client: creates, reads and lists, in threads.

    The emulator is another process, as it is in use.
    """
    from twilio_ops.api.call import CreateCall, GetCall, QueryCall
    from twilio_ops_runtime.connection import Connection

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(PLACES)}
    command = [sys.executable, "-m", "twilio_ops_emulator"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout is not None
        url, account, token = (run.stdout.readline().split()[-1] for _ in range(3))

        def work() -> None:
            with Connection(account, token, base_url=url) as connection:
                create, get = CreateCall(connection), GetCall(connection)
                for number in range(count // 3):
                    made = create(to="+15005550009", from_="+15005550006", url="http://localhost/")
                    assert made.sid is not None
                    get(made.sid)
                    list(QueryCall(connection, page_size=5, limit=5)())
                    del number

        workers = [threading.Thread(target=work) for _ in range(threads)]
        started = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        seconds = time.perf_counter() - started
        run.terminate()
    return threads * (count // 3) * 3 / seconds


def pages(calls: int) -> tuple[float, float]:
    """Milliseconds for the first and the last page of 1000, filtered by date, of very many calls."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=1)
    behaviour = emulator.world.behaviour("Call")
    now = emulator.world.now
    span = 300 * DAY
    account = (emulator.account_sid,)
    gc.disable()
    for number in range(calls):
        at = now - span + span * number // calls
        values = {
            "to": f"+1500555{number % 10_000:04}",
            "from": "+15005550006",
            "status": "completed",
            "start_time": at + 2,
            "end_time": at + 2 + number % 600,
            "duration": number % 600,
            "price": "-0.01300",
        }
        behaviour.table.insert(behaviour.make(account, values, at))
    gc.enable()
    gc.freeze()
    headers = {"authorization": credentials(emulator)}
    path = f"/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"

    def ask(query: str) -> tuple[float, bytes]:
        best = 1e9
        for _ in range(5):
            started = time.perf_counter()
            outgoing = emulator.exchange(Incoming("GET", path, query, headers))
            best = min(best, time.perf_counter() - started)
            emulator.release(outgoing)
        assert outgoing.status == 200, outgoing.body
        return best * 1e3, outgoing.body

    def last(day: str) -> float:
        """The page after which there is none, found as a client finds it."""
        import json

        query, slowest = f"StartTime%3E={day}&PageSize=1000", 0.0
        for _ in range(1 << 20):
            took, body = ask(query)
            slowest = max(slowest, took)
            following = json.loads(body)["next_page_uri"]
            if following is None:
                return took
            query = following.partition("?")[2]
        raise AssertionError

    first, _ = ask(f"StartTime%3E={day_of(now - span)}&PageSize=1000")
    rare, _ = ask(f"StartTime={day_of(now - span + DAY)}&PageSize=1000")
    end = last(day_of(now - 3 * DAY)) if calls >= 300_000 else last(day_of(now - span))
    early = f"StartTime%3C={quote(day_of(now - span + DAY))}&PageSize=1000"
    oldest, _ = ask(early)
    return max(first, rare), max(end, oldest)


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="*", choices=["start", "create", "http", "pages"])
    options = parser.parse_args()
    rows: list[tuple[str, float, str, float, bool]] = []

    def wanted(name: str) -> bool:
        return not options.only or name in options.only

    def most(what: str, value: float, unit: str, limit: float) -> None:
        rows.append((what, value, unit, limit, value <= limit))

    measures: dict[str, Callable[[], None]] = {
        "start": lambda: most("start to first answer", start_to_answer(), "s", 0.5),
        "create": lambda: most("Create in process, CPU", create_in_process(), "ms", 0.3),
    }
    for name, measure in measures.items():
        if wanted(name):
            measure()
    if wanted("http"):
        value = over_http()
        rows.append(("over HTTP, 2 threads", value, "requests/s", 500, value >= 500))
    if wanted("pages"):
        first, last = pages(options.calls)
        most(f"first page of 1000 from {options.calls:,} calls by date", first, "ms", 50)
        most(f"last page of 1000 from {options.calls:,} calls by date", last, "ms", 50)
    for what, value, unit, limit, fine in rows:
        print(f"{what:52} {value:10.2f} {unit:11} (limit {limit:g}){'' if fine else '  NOT MET'}")
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
