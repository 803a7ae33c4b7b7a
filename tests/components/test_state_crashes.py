"""The state of a component when its process is killed while it is written."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from tests.components.crashing_run import Killer, forked
from twilio_ops_components.state import State

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process is killed")


def test_no_number_is_given_twice_wherever_a_process_is_killed(tmp_path: Path) -> None:
    """Killed at every step of writing, the file is whole, and what was handed out stays used."""
    lock = tmp_path / "a.yaml"
    lock.touch()
    path = tmp_path / "a.state.json"
    handed: list[int] = []
    told, tell = os.pipe()
    for last in count(1):

        def take(last: int = last) -> None:
            killer = Killer(last)
            for name in ("fsync", "chmod", "replace"):
                killer.around(name)
            number = State(path, lock, "AC").next_number("invoice", 1)
            os.write(tell, bytes([number]))

        ended = forked(take)
        if ended == 0:
            handed += os.read(told, 1)
            break
        assert ended == -signal.SIGKILL
        handed.append(State(path, lock, "AC").next_number("invoice", 1))
    assert last > 5
    assert handed == sorted(set(handed))
    assert len([*tmp_path.glob(".a.state.json.*")]) > 1
    State(path, lock, "AC").begin(datetime(2026, 1, 1, tzinfo=UTC))
    assert ["a.state.json", "a.yaml"] == sorted(one.name for one in tmp_path.iterdir())
