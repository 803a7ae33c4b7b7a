"""How sending and exporting go at sizes that nobody tries for a figure: a simulation, no network.

    python bench/simulate_scale.py [--check]

It runs what decides (the pace of the journal, the planner, the limits and the turns of an export) by a
clock of its own against a service that is a few numbers, and draws what comes of it into
``docs/pictures``. The same numbers give the same bytes; ``--check`` says whether they are there.
"""

from __future__ import annotations

import argparse
import heapq
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from math import ceil, log10
from pathlib import Path

from attrs import frozen

from twilio_ops_components.export.limits import Limit, Waiting
from twilio_ops_components.export.plan import Window, cut, split
from twilio_ops_components.export.tables import table_of
from twilio_ops_components.export.task import MOST_PARTS, Result
from twilio_ops_components.journal.pace import Buckets, Pace, Throttle

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
LATENCY = 0.1
"""Seconds that a request takes."""
PAGE = 1000
CPU = 40e-6
"""Seconds of a core that a record takes, as ``bench_export.py`` finds on a busy machine."""
ACCOUNTS, RECORDS = 5_000, 100_000_000
START = datetime(2026, 10, 1, tzinfo=UTC)
DAYS = 30
MOST = 10_000
Points = Sequence[tuple[float, float]]


class Clock:
    """Seconds that pass when somebody says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def pace_of(allowed: int, concurrency: int, seconds: float) -> Points:
    """How many requests a journal has under way, where the service refuses more than it allows."""
    clock = Clock()
    throttle = Throttle(Pace(concurrency=concurrency), clock)
    under_way: list[tuple[float, bool]] = []
    found: list[tuple[float, float]] = []
    while clock.now < seconds:
        while len(under_way) < throttle.concurrency and throttle.blocked == 0.0:
            well = len(under_way) < allowed
            heapq.heappush(under_way, (clock.now + (LATENCY if well else LATENCY / 10), well))
        found.append((clock.now, float(len(under_way))))
        clock.now = under_way[0][0] if under_way else clock.now + throttle.blocked
        while under_way and under_way[0][0] <= clock.now:
            _, well = heapq.heappop(under_way)
            if well:
                throttle.went_well()
            else:
                throttle.too_many(1.0)
    return found


def sent_by(senders: int, rate: float | None, concurrency: int, seconds: float = 20.0) -> float:
    """Messages a second of so many senders, each of which sends one a second."""
    clock = Clock()
    pace = Pace(rate=rate, sender_rate=1.0, concurrency=concurrency)
    kept: dict[str, tuple[float, float]] = {}
    under_way: list[float] = []
    due = [(0.0, number) for number in range(senders)]
    sent = 0
    while True:
        at, number = heapq.heappop(due)
        if len(under_way) == concurrency:
            at = max(at, under_way[0])
        clock.now = max(clock.now, at)
        if clock.now >= seconds:
            break
        buckets = Buckets(pace, kept, clock.now)
        if not buckets.allows(str(number), 1):
            heapq.heappush(due, (clock.now + max(1e-9, buckets.wait(str(number))), number))
            continue
        buckets.take(str(number), 1)
        kept |= {name: (level, at) for name, level, at in buckets.changed()}
        if len(under_way) == concurrency:
            heapq.heappop(under_way)
        heapq.heappush(under_way, clock.now + LATENCY)
        heapq.heappush(due, (clock.now, number))
        sent += 1
    return sent / seconds


@frozen
class Exported:
    """What an export came to: seconds, windows and refused requests."""

    seconds: float
    windows: int
    refused: int


@cache
def planned() -> list[Window]:
    """The windows of a month of all accounts."""
    end = START + timedelta(days=DAYS)
    table = table_of("Message")
    names = [f"AC{number:032x}" for number in range(ACCOUNTS)]
    return [one for name in names for one in cut(table, name, START, end, (), days=DAYS)]


@cache
def parts_of(window: Window, parts: int) -> tuple[Window, ...]:
    """A window that is too full, split."""
    return tuple(split(window, parts, False))


def exported(workers: int, allowed: int) -> Exported:
    """Export a month of all accounts, the largest of which has a ninth of all records.

    Args:
        workers: How many windows are read at once.
        allowed: How many requests of an account the service takes at once.
    """
    windows = planned()
    names = [window.account for window in windows]
    total = sum(1 / (number + 1) for number in range(ACCOUNTS))
    a_second = {
        name: RECORDS / total / (number + 1) / (DAYS * 86_400) for number, name in enumerate(names)
    }
    waiting = Waiting(windows, lambda one: one.account)
    limits = {name: Limit(workers) for name in names}
    running: list[tuple[float, int, int, Result]] = []
    now, done, refused, number = 0.0, 0, 0, count()

    def has_room(account: str) -> bool:
        return limits[account].under_way < limits[account].allowed

    while waiting or running:
        while len(running) < workers and (window := waiting.next(has_room)) is not None:
            limit = limits[window.account]
            begun = limit.begin()
            assert window.span is not None
            records = (window.span[1] - window.span[0]).total_seconds() * a_second[window.account]
            into = min(MOST_PARTS, ceil(records / MOST))
            parts = parts_of(window, into) if records > 2 * MOST else ()
            pages = 1 if parts else max(1, ceil(records / PAGE))
            seconds = pages * LATENCY + min(records, pages * PAGE) * CPU
            over = limit.under_way > allowed
            result = Result(
                window=window,
                read_at="",
                parts=parts,
                throttled=int(over),
                under_way=limit.under_way if over else None,
            )
            if over:
                refused, seconds = refused + 1, seconds + 1.0
            heapq.heappush(running, (now + seconds, next(number), begun, result))
        now, _, begun, result = heapq.heappop(running)
        limits[result.window.account].end(begun, result)
        waiting.extend(result.parts)
        done += not result.parts
    return Exported(now, done, refused)


# -- plots ------------------------------------------------------------------------------------------

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 560, 300, 60, 30, 110, 45
COLOURS = ("#0b6e99", "#c0392b", "#6b8e23", "#8e44ad")


def plot(
    title: str, x: str, y: str, lines: Mapping[str, Points], *, logarithmic: bool = False
) -> str:
    """Return a plot as SVG.

    Args:
        title: What it shows.
        x: What is along it.
        y: What is up.
        lines: The points of each line, by its name.
        logarithmic: Whether both axes are.
    """
    points = [point for line in lines.values() for point in line]
    across = _axis([one for one, _ in points], LEFT, WIDTH - RIGHT, logarithmic)
    up = _axis([one for _, one in points], HEIGHT - BOTTOM, TOP, logarithmic)
    found = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="11"><title>{title}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="18" font-size="13">{title}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 8}" text-anchor="middle">{x}</text>',
        f'<text x="14" y="{HEIGHT // 2}" text-anchor="middle"'
        f' transform="rotate(-90 14 {HEIGHT // 2})">{y}</text>',
    ]
    for value, place in across[1]:
        found.append(f'<path d="M{place} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        found.append(
            f'<text x="{place}" y="{HEIGHT - BOTTOM + 15}" text-anchor="middle">{value}</text>'
        )
    for value, place in up[1]:
        found.append(f'<path d="M{LEFT} {place}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        found.append(f'<text x="{LEFT - 5}" y="{place + 4}" text-anchor="end">{value}</text>')
    for (name, line), colour in zip(lines.items(), COLOURS, strict=False):
        path = "L".join(f"{across[0](one)} {up[0](other)}" for one, other in line)
        found.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        at = up[0](line[-1][1]) + 4
        found.append(f'<text x="{WIDTH - RIGHT + 5}" y="{at}" fill="{colour}">{name}</text>')
    return "\n".join([*found, "</svg>"]) + "\n"


def _axis(
    values: Sequence[float], low: int, high: int, logarithmic: bool
) -> tuple[Callable[[float], int], list[tuple[str, int]]]:
    """Return what places a value, and the marks."""
    if logarithmic:
        first, last = min(values), max(values)
        bottom, top = log10(first), log10(last)
        marks = [
            digit * 10.0**power
            for power in range(int(bottom) - 1, int(top) + 2)
            for digit in (1, 2, 5)
        ]
        marks = [mark for mark in marks if first * 0.999 <= mark <= last * 1.001]
    else:
        bottom, top = 0.0, max(values)
        step = 10.0 ** int(log10(top))
        step = step if top / step >= 4 else step / 2 if top / step >= 2 else step / 5
        marks = [step * number for number in range(int(top / step) + 1)]

    def place(value: float) -> int:
        value = log10(value) if logarithmic else value
        return round(low + (high - low) * (value - bottom) / (top - bottom))

    return place, [(f"{mark:g}", place(mark)) for mark in marks]


def pictures() -> dict[str, str]:
    """Return the plots, by the names of their files; the figures behind them are printed."""
    senders = (1, 3, 10, 30, 100, 300, 1000)
    sending = {
        f"{concurrency} at once": [(float(one), sent_by(one, None, concurrency)) for one in senders]
        for concurrency in (20, 50)
    }
    sending["60 a second"] = [(float(one), sent_by(one, 60.0, 50)) for one in senders]
    workers = (8, 16, 32, 64, 128, 256)
    exporting: dict[str, Points] = {}
    for allowed in (2, 10, 50):
        line: list[tuple[float, float]] = []
        for one in workers:
            found = exported(one, allowed)
            print(f"{one} workers, {allowed} requests an account: {found}", file=sys.stderr)
            line.append((float(one), found.seconds / 60))
        exporting[f"{allowed} an account"] = line
    for name, figures in sending.items():
        print(f"{name}: {figures}", file=sys.stderr)
    return {
        "scale-under-way.svg": plot(
            "A journal finds out how many requests fit (30 do)",
            "seconds",
            "requests under way",
            {"100 wanted": pace_of(30, 100, 120.0), "20 wanted": pace_of(30, 20, 120.0)},
        ),
        "scale-senders.svg": plot(
            "Messages a second, each sender one a second",
            "senders",
            "messages a second",
            sending,
            logarithmic=True,
        ),
        "scale-export.svg": plot(
            "Exporting 100 million records of 5,000 accounts",
            "windows read at once",
            "minutes",
            exporting,
            logarithmic=True,
        ),
    }


def main() -> int:
    """Write the plots, or say which are not what comes of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    wrong: list[str] = []
    for name, text in pictures().items():
        path = PICTURES / name
        if not options.check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            wrong.append(name)
    for name in wrong:
        print(f"docs/pictures/{name} is not what bench/simulate_scale.py draws")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
