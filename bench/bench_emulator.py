"""What the emulator costs: starting, creating, serving, listing from very many records.

    python bench/bench_emulator.py [--calls N] [--only NAME ...]

Each figure stands beside what it may be, and where a server is part of it, beside what a bare one
needs on the same machine in the same run; the exit code is 1 when a figure is not what it may be.
"""

from __future__ import annotations

import argparse
import base64
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
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
from twilio_ops_emulator.api.messages import Request  # noqa: E402
from twilio_ops_emulator.behaviour.base import behaviour_of  # noqa: E402
from twilio_ops_emulator.state.clock import DAY, day_of  # noqa: E402

FORM = "application/x-www-form-urlencoded"
BODY = b"To=%2B15005550009&From=%2B15005550006&Url=http%3A%2F%2Flocalhost%2F"
SPOKEN = b"To=%2B15005550009&From=%2B15005550006&Twiml=%3CResponse%3E%3CSay%3EHi%3C%2FSay%3E%3C%2FResponse%3E"
"""A call that asks no application: what such a one costs is not the server's."""


def credentials(emulator: Emulator) -> str:
    """The Authorization of the main account."""
    pair = f"{emulator.account_sid}:{emulator.auth_token}".encode()
    return f"Basic {base64.b64encode(pair).decode()}"


BARE = """
import asyncio
from aiohttp import web
async def answer(request):
    await request.read()
    return web.Response(body=b"{}", headers={"Content-Type": "application/json"})
async def main():
    runner = web.ServerRunner(web.Server(answer, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print("URL", f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
"""The least that a program on the same server can do: what the emulator's figures stand beside."""
PROGRAM = [sys.executable, "-m", "twilio_ops_emulator"]
BARE_PROGRAM = [sys.executable, "-c", BARE]


def environment(bytecode: str) -> dict[str, str]:
    """The environment of a program whose modules are compiled, as those of installed packages are.

    Args:
        bytecode: The folder of the compiled modules.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(PLACES), "PYTHONPYCACHEPREFIX": bytecode}


def start_to_answer(rounds: int = 7) -> tuple[float, float]:
    """Seconds from starting the program to its first answer, and what that is beside a bare server.

    Whoever starts the emulator for each run of their tests pays it. Both are started in turns, after a
    first time that compiles their modules; the least of each counts.
    """
    least = [1e9, 1e9]
    with tempfile.TemporaryDirectory() as bytecode:
        for number in range(rounds + 1):
            for which, command in enumerate((PROGRAM, BARE_PROGRAM)):
                seconds = _start(command, bytecode)
                if number:
                    least[which] = min(least[which], seconds)
    return least[0], least[0] / least[1]


def _start(command: list[str], bytecode: str) -> float:
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment(bytecode)
    ) as run:
        assert run.stdout is not None
        url = run.stdout.readline().split()[1]
        try:
            urllib.request.urlopen(f"{url}/2010-04-01/Accounts.json").close()
        except urllib.error.HTTPError as answer:
            answer.close()
        seconds = time.perf_counter() - started
        run.terminate()
    return seconds


def create_in_process() -> float:
    """Milliseconds of CPU for one Create of a call, without any client: the best of forty batches.

    Whatever else runs on the machine makes a batch slower, and none faster.
    """
    emulator = Emulator(clock=Clock(frozen=True), seed=1)
    headers = {"authorization": credentials(emulator), "content-type": FORM}
    path = f"/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"
    request = Request("POST", path, "", headers, BODY)

    def batch() -> None:
        for _ in range(100):
            emulator.release(emulator.exchange(request))

    return best(batch, 40, time.process_time) / 100


def make_an_emulator() -> float:
    """Milliseconds for one more Emulator in a process that has read the catalog."""
    Emulator(clock=Clock(frozen=True), seed=1)
    return best(lambda: Emulator(clock=Clock(frozen=True), seed=1), 40)


MENU = (
    "<Say>Hello</Say><Pause/><Play>a.wav</Play>"
    "<Gather action='/menu' numDigits='1' timeout='60'><Say>Press</Say></Gather>"
)
DONE = "<Say>Thanks</Say><Redirect>/end</Redirect>"
END = "<Play digits='1'/><Say>Bye</Say><Hangup/>"


def ivr_call() -> float:
    """Milliseconds for a call of ten verbs and three documents in virtual time."""
    from twilio_ops_runtime.http.messages import Request as Asked
    from twilio_ops_runtime.http.messages import Response as Answered

    pages = {"/voice": MENU, "/menu": DONE, "/end": END}

    def application(request: Asked, /) -> Answered:
        page = pages[request.url.partition("localhost")[2]]
        body = f"<Response>{page}</Response>".encode()
        return Answered(200, {"Content-Type": "text/xml"}, body)

    emulator = Emulator(clock=Clock(frozen=True), seed=1, send=application)
    number = {"phone_number": "+15005550006", "voice_url": "http://localhost/voice"}
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})

    def call() -> None:
        live = emulator.receive_call("+14155550123", "+15005550006")
        emulator.advance(30)
        live.press("1")
        emulator.advance(60)
        if len(live.verbs) != 10 or live.status != "completed":
            raise AssertionError(live.timeline)

    with emulator:
        return best(call, 40)


def best(
    work: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The least milliseconds that some work took."""
    least = 1e9
    for _ in range(times):
        started = clock()
        work()
        least = min(least, clock() - started)
    return least * 1e3


def over_http(rounds: int = 9, threads: int = 2, count: int = 300) -> tuple[float, float]:
    """Requests a second to the emulator and to a server that does nothing.

    The same bytes go to both, by the runtime's transport, in rounds that take turns: creates of
    calls that carry their own TwiML, reads and lists. Each is a process of its own, as in use.

    Returns:
        The emulator's in the middle round, and the middle one of the ratios of each round.
    """
    from twilio_ops_runtime.http.messages import Request as Sent
    from twilio_ops_runtime.http.transport import RequestsTransport

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(PLACES)}
    with (
        subprocess.Popen(PROGRAM, stdout=subprocess.PIPE, text=True, env=environment) as run,
        subprocess.Popen(BARE_PROGRAM, stdout=subprocess.PIPE, text=True) as bare,
    ):
        assert run.stdout is not None and bare.stdout is not None
        url, account, token = (run.stdout.readline().split()[-1] for _ in range(3))
        bare_url = bare.stdout.readline().split()[1]
        basic = base64.b64encode(f"{account}:{token}".encode()).decode()
        headers = {"Authorization": f"Basic {basic}", "Content-Type": FORM}
        calls = f"/2010-04-01/Accounts/{account}/Calls"

        def send(transport: RequestsTransport, method: str, url: str, body: bytes) -> bytes:
            response = transport(Sent(method, url, headers, body))
            read = response.read()
            if response.status >= 400:
                raise AssertionError(read)
            return read

        first = send(RequestsTransport(), "POST", f"{url}{calls}.json", SPOKEN)
        one = f"{calls}/{json.loads(first)['sid']}.json"

        def rate(server: str) -> float:
            def work() -> None:
                transport = RequestsTransport()
                for _ in range(count // 3):
                    send(transport, "POST", f"{server}{calls}.json", SPOKEN)
                    send(transport, "GET", f"{server}{one}", b"")
                    send(transport, "GET", f"{server}{calls}.json?PageSize=5", b"")
                transport.close()

            return threads * (count // 3) * 3 / in_threads(work, threads)

        try:
            found = [(rate(url), rate(bare_url)) for _ in range(rounds + 1)][1:]
        finally:
            run.terminate()
            bare.terminate()
    ratio = statistics.median(value / beside for value, beside in found)
    return statistics.median(value for value, _ in found), ratio


def in_threads(work: Callable[[], None], threads: int) -> float:
    """Seconds until as many threads have done their work."""
    workers = [threading.Thread(target=work) for _ in range(threads)]
    started = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - started


def pages(calls: int) -> tuple[float, float]:
    """Milliseconds for the first and the last page of 1000, filtered by date, of very many calls."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=1)
    behaviour = behaviour_of(emulator.state, "Call")
    now = emulator.state.now
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
        best, answer = 1e9, None
        for _ in range(5):
            started = time.perf_counter()
            answer = emulator.exchange(Request("GET", path, query, headers))
            best = min(best, time.perf_counter() - started)
            emulator.release(answer)
        assert answer is not None and answer.status == 200, answer
        return best * 1e3, answer.body

    def last(day: str) -> float:
        """The page after which there is none, found as a client finds it."""
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
    parser.add_argument(
        "--only", nargs="*", choices=["start", "create", "make", "call", "http", "pages"]
    )
    options = parser.parse_args()
    rows: list[tuple[str, float, str, float, bool, str]] = []

    def wanted(name: str) -> bool:
        return not options.only or name in options.only

    def most(what: str, value: float, unit: str, limit: float, beside: str = "") -> None:
        rows.append((what, value, unit, limit, value <= limit, beside))

    if wanted("start"):
        value, ratio = start_to_answer()
        most("start to first answer, beside a bare server", ratio, "times", 2, f"{value:.2f} s")
    if wanted("create"):
        most("Create in process, CPU", create_in_process(), "ms", 0.15)
    if wanted("make"):
        most("an Emulator, once the catalog is read", make_an_emulator(), "ms", 2)
    if wanted("call"):
        most("a call of ten verbs in virtual time", ivr_call(), "ms", 5)
    if wanted("http"):
        value, ratio = over_http()
        rows.append(
            (
                "over HTTP, 2 threads, to a server that does nothing",
                ratio,
                "of its rate",
                0.5,
                ratio >= 0.5,
                f"{value:.0f} requests/s",
            )
        )
    if wanted("pages"):
        first, last = pages(options.calls)
        most(f"first page of 1000 from {options.calls:,} calls by date", first, "ms", 50)
        most(f"last page of 1000 from {options.calls:,} calls by date", last, "ms", 50)
    for what, value, unit, limit, fine, beside in rows:
        met = "" if fine else "  NOT MET"
        print(f"{what:52} {value:8.2f} {unit:11} (limit {limit:g}){met}  {beside}".rstrip())
    return 0 if all(fine for *_, fine, _ in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
