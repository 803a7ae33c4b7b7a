"""What the tests of components share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from twilio_ops import Connection
from twilio_ops_emulator import Emulator

Write = Callable[..., Path]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator that begins empty."""
    with Emulator() as found:
        yield found


@pytest.fixture
def connection(emulator: Emulator) -> Iterator[Connection]:
    """A connection to the emulator."""
    with emulator.connection() as found:
        yield found


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a component file beside the others of a test."""

    def write(text: str, name: str = "component.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
