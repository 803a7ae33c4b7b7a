"""How the benches measure: works in turn, as ratios of what each takes when nothing disturbs it."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

__all__ = ["Figure", "Row", "drain", "interleaved", "ratio_of", "report"]


class Figure(NamedTuple):
    """What each round found."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """What a round takes mostly."""
        return statistics.median(self.rounds)

    @property
    def best(self) -> float:
        """What a round takes when nothing else is going on: noise only ever adds."""
        return min(self.rounds)


class Row(NamedTuple):
    """A line of a table.

    Attributes:
        what: What was measured.
        value: The figure that counts.
        unit: Its unit.
        most: What it may be at most.
        least: What it must be at least.
        best: The same of the undisturbed rounds.
        median: The same of the rounds as they mostly were.
    """

    what: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    best: float | None = None
    median: float | None = None

    @property
    def met(self) -> bool:
        """Whether it is what it may be."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )


def interleaved(
    works: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    per: float = 1.0,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, Figure]:
    """Seconds of each work divided by ``per``, the works done in turn, after one round to warm up.

    The collector is left on, as a user has it, and is run between the works, so that none pays for
    another's rubbish.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            gc.collect()
            start = clock()
            work()
            spent = clock() - start
            if number:
                found[name].append(spent / per)
    return {name: Figure(tuple(seconds)) for name, seconds in found.items()}


def ratio_of(
    what: str, one: Figure, other: Figure, *, most: float | None = None, least: float | None = None
) -> Row:
    """The ratio of the least of the rounds; ``median`` is that of the ratios within them."""
    ratios = [a / b for a, b in zip(one.rounds, other.rounds, strict=True)]
    median = statistics.median(ratios)
    return Row(what, one.best / other.best, "x", most, least, median=median)


def drain(found: Iterable[object]) -> int:
    """How many there are; none is kept."""
    count = 0
    for _ in found:
        count += 1
    return count


def report(rows: Sequence[Row]) -> int:
    """Print a table; the exit code is 1 if a figure is not what it may be."""
    for row in rows:
        beside = {"best": row.best, "median": row.median}
        said = next((f"({n} {v:.2f})" for n, v in beside.items() if v is not None), "")
        target = ""
        if row.most is not None:
            target = f"at most {row.most:g}"
        elif row.least is not None:
            target = f"at least {row.least:g}"
        print(
            f"{row.what:52} {row.value:10.2f} {row.unit:16}{said:18}{target:16}"
            f"{'' if row.met else 'NOT MET'}".rstrip(),
            flush=True,
        )
    return 0 if all(row.met for row in rows) else 1
