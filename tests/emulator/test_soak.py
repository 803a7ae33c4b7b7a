"""A short soak over real sockets; ``python bench/soak_emulator.py`` runs the long one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.soak_emulator import Program, Soak

pytestmark = pytest.mark.slow

REQUESTS = 1600
THREADS = 8
INBOUND = 160


@pytest.fixture
def program() -> Iterator[Program]:
    """A program that ends with the test, and has said nothing."""
    program = Program()
    yield program
    assert ("", "", 0) == program.stop()


def test_nothing_is_lost_or_leaked(program: Program) -> None:
    """Every answer is well formed, each account keeps its own, and memory stays flat."""
    soak = Soak(program, REQUESTS, THREADS, INBOUND)
    soak.run()
    assert soak.settled == INBOUND
    assert sum(soak.outcomes.values()) >= REQUESTS
    assert {"200", "201", "204", "404", "429", "500", "503", "no answer"} <= set(soak.outcomes)
    warm, end = soak.memory
    assert end - warm < 16_384
