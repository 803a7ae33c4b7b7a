"""What the tests of components share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from bench.embedded import NotHere, Postgres
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


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a Postgres that runs for the tests; they are skipped where it does not."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        # Commits do not wait for the disk here unless the session asks for it, as a journal does.
        with Postgres(("synchronous_commit=off",)) as server:
            yield server.address
    except NotHere as error:
        pytest.skip(str(error))


_schemas = count(1)


@pytest.fixture(params=["file", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a journal is that nobody has opened yet: a file, or a schema of Postgres."""
    if request.param == "file":
        return str(tmp_path / "send.journal")
    return f"{request.getfixturevalue('postgres')}#t{next(_schemas)}"
