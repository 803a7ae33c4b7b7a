"""A state that outlives the program: written to a file, whole or not at all, and read again."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.state import codec

if TYPE_CHECKING:
    from twilio_ops_emulator.core import Core
    from twilio_ops_emulator.state.snapshot import Snapshot
    from twilio_ops_emulator.state.state import State

FORMAT = 1
"""The format that is written, and the only one that is read."""
LEAST = 1.0
"""Seconds between two times that the file is written, at least."""
SHARE = 10
"""Between two times that it is written pass so many times the seconds that it took."""
_log = logging.getLogger("twilio_ops_emulator")


def save(core: Core, path: Path, snapshot: Snapshot) -> None:
    """Write a state to a file: it has the old state or the new one, whatever happens meanwhile.

    Args:
        core: What the state is of.
        path: The file; those who may not be told the account's token cannot read it.
        snapshot: The state.

    Raises:
        EmulatorError: It cannot be written; what was there is as it was.
    """
    document = codec.encode(
        {
            "format": FORMAT,
            "account": core.account_sid,
            "frozen": core.clock.frozen,
            "written": time.time(),
            "layouts": _layouts(core.state),
            "products": {name: _layouts(state) for name, state in core.state.products.items()},
            "state": snapshot.state,
        }
    )
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(document)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise EmulatorError(f"the state cannot be written to {path}: {error.strerror}") from None


def load(core: Core, path: Path) -> None:
    """Replace the state by that of a file, or change nothing.

    A clock that runs has gone on meanwhile; one that stands still stands where it stood.

    Args:
        core: What the state is of; the caller holds its lock.
        path: The file.

    Raises:
        EmulatorError: It cannot be read, is no state, one of another account, or one that this
            version of the program does not take.
    """
    try:
        found = codec.decode(path.read_bytes())
    except OSError as error:
        raise EmulatorError(f"the state {path} cannot be read: {error.strerror}") from None
    except codec.Undecodable as wrong:
        raise EmulatorError(f"{path} is no state of an emulator: {wrong}") from None
    if not isinstance(found, dict) or "format" not in found:
        raise EmulatorError(f"{path} is no state of an emulator: it says no format")
    said = cast("dict[str, Any]", found)
    if said["format"] != FORMAT:
        raise EmulatorError(
            f"{path} has the format {said['format']!r}, this version of the emulator takes {FORMAT}: "
            "use the version that wrote it, or begin with another file"
        )
    if said.get("account") != core.account_sid:
        raise EmulatorError(
            f"{path} is the state of the account {said.get('account')}, here it is "
            f"{core.account_sid}: give its credentials, or begin with another file"
        )
    before = core.state.dump()
    try:
        state = {**said["state"], **_arranged(core, said)}
        core.state.load({**state, "time": _time(core, said)})
    except (EmulatorError, LookupError, TypeError, ValueError, AttributeError) as wrong:
        core.state.load(before)
        known = isinstance(wrong, EmulatorError)
        why = f"of another version: {wrong}" if known else f"no state of an emulator: {wrong!r}"
        raise EmulatorError(f"{path} is {why}") from None


def _layouts(state: State) -> dict[str, list[str]]:
    """The names of the values of each object's records, in the order they are written."""
    return {key: list(state.table(key).layout.names) for key in state.counts()}


def _time(core: Core, said: Mapping[str, Any]) -> float:
    at = float(said["state"]["time"])
    if core.clock.frozen or said["frozen"]:
        return at
    return at + max(time.time() - float(said["written"]), 0.0)


def _arranged(core: Core, said: Mapping[str, Any]) -> dict[str, Any]:
    """Tables and products, with the values of each record in the order of this version."""
    products: dict[str, Any] = {}
    for name, own in said["state"]["products"].items():
        state = core.product(name)
        tables = _tables(state, own["tables"], said["products"][name])
        products[name] = {**own, "tables": tables}
    tables = _tables(core.state, said["state"]["tables"], said["layouts"])
    return {"tables": tables, "products": products}


def _tables(
    state: State, tables: Mapping[str, Any], layouts: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    return {key: _rows(state, key, rows, layouts[key]) for key, rows in tables.items() if rows}


def _rows(state: State, key: str, rows: Sequence[Any], names: Sequence[str]) -> Sequence[Any]:
    layout = state.table(key).layout
    if tuple(names) == layout.names:
        return rows
    moved: list[Any] = []
    for values, *rest in rows:
        known = dict(zip(names, values, strict=True))
        for name in known.keys() - layout.index.keys():
            if known[name] is not None:
                raise EmulatorError(f"{key} has no {name} here")
        moved.append(([known.get(name) for name in layout.names], *rest))
    return moved


class Keeper:
    """Writes a state to its file whenever it has changed, and when it ends.

    Args:
        core: What the state is of.
        path: The file; read at once if it is there.
        revision: What is another whenever something has changed.

    Raises:
        EmulatorError: The file is no state, or another program has it.
    """

    def __init__(self, core: Core, path: Path, revision: Callable[[], object]) -> None:
        self._core = core
        self._path = path.absolute()
        self._revision = revision
        self._lock: BinaryIO | None = _locked(self._path)
        try:
            if self._path.exists():
                load(core, self._path)
        except BaseException:
            self._release()
            raise
        self._saved: object = None
        self._writing = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Write it from now on, in a thread of its own."""
        if self._lock is None:
            self._lock = _locked(self._path)
        if self._thread is None:
            self._stopped.clear()
            self._thread = threading.Thread(target=self._run, name="emulator-state", daemon=True)
            self._thread.start()

    def write(self) -> None:
        """Write it now, unless nothing has changed.

        Raises:
            EmulatorError: It cannot be written.
        """
        with self._writing:
            revision = self._revision()
            if revision != self._saved:
                save(self._core, self._path, self._core.snapshot())
                self._saved = revision

    def stop(self) -> None:
        """Write it for the last time, and let other programs have the file.

        Raises:
            EmulatorError: It cannot be written.
        """
        thread, self._thread = self._thread, None
        self._stopped.set()
        if thread is not None:
            thread.join()
        try:
            self.write()
        finally:
            self._release()

    def _release(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.close()

    def _run(self) -> None:
        wait = LEAST
        while not self._stopped.wait(wait):
            started = time.monotonic()
            try:
                self.write()
            except EmulatorError as wrong:  # said, and tried again: the disk may have room then
                _log.error("%s", wrong)
            wait = max(LEAST, SHARE * (time.monotonic() - started))


def _locked(path: Path) -> BinaryIO:
    """Hold a file beside another, so that no other program writes that one.

    Raises:
        EmulatorError: Another program holds it, or it cannot be made.
    """
    beside = path.with_name(f".{path.name}.lock")
    try:
        handle = beside.open("ab")
    except OSError as error:
        raise EmulatorError(f"the state {path} cannot be kept: {error.strerror}") from None
    with contextlib.suppress(ImportError):  # where there are no such locks, none is held
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            raise EmulatorError(f"another emulator keeps its state in {path}") from None
    return handle
