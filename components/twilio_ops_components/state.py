"""What a component keeps from run to run: its last runs and its counters, in one file beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import Any, cast

from twilio_ops import ConfigurationError
from twilio_ops_components.files import write_files
from twilio_ops_runtime.types.base import is_mapping

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["State"]

LAST_RUN, LAST_SUCCESSFUL_RUN = "last_run", "last_successful_run"


class State:
    """The state of one component, as it was when a run began, and what the run adds to it.

    The file is written anew under another name and then takes its own, under a lock that runs of
    one component in several processes wait for; where the system has no such locks (Windows), only
    one process may run a component.

    Args:
        path: The file; there need be none yet.
        lock: A file that is there and is locked while the state is read and written.
        account: Whose last runs are meant; counters are the component's, whatever the account.

    Raises:
        ConfigurationError: The file is none of a component's state.

    Attributes:
        times: The times of the last runs, by ``last_run`` and ``last_successful_run``.
    """

    def __init__(self, path: Path, lock: Path, account: str) -> None:
        self.path = path
        self._lock = lock
        self._account = account
        self._unkept: dict[str, int] = {}
        found = self._runs(self._read())
        self.times: dict[str, datetime] = {
            name: self._time(name, found[name])
            for name in (LAST_RUN, LAST_SUCCESSFUL_RUN)
            if name in found
        }

    def begin(self, moment: datetime) -> None:
        """Note when a run begins; this run goes on seeing the times before it."""
        with self._changed() as found:
            self._clean()
            self._runs(found)[LAST_RUN] = moment.astimezone(UTC).isoformat()

    def succeed(self, began: datetime) -> None:
        """Note that every input was done of the run that began then."""
        with self._changed() as state:
            found = self._runs(state)
            before = found.get(LAST_SUCCESSFUL_RUN)
            if before is None or self._time(LAST_SUCCESSFUL_RUN, before) < began:
                found[LAST_SUCCESSFUL_RUN] = began.astimezone(UTC).isoformat()

    def next_number(self, name: str, start: int, *, keep: bool = True) -> int:
        """Return the next number of a counter.

        Args:
            name: The counter.
            start: Its first number.
            keep: Whether it counts as used; without, the file stays as it is.
        """
        if not keep:
            known = self._counters(self._read()).get(name, start)
            number = self._unkept.get(name, known)
            self._unkept[name] = number + 1
            return number
        with self._changed() as found:
            counters = self._counters(found)
            number = counters.get(name, start)
            found["counters"] = {**counters, name: number + 1}
        return number

    @contextmanager
    def _changed(self) -> Generator[dict[str, Any], None, None]:
        with self._locked():
            found = self._read()
            yield found
            self._write({"format": 1, **found})

    def _clean(self) -> None:
        """Remove what a crash left half-written; the lock says that nobody is writing."""
        if fcntl is not None:
            for left in self.path.parent.glob(f".{escape(self.path.name)}.*"):
                left.unlink(missing_ok=True)

    @contextmanager
    def _locked(self) -> Generator[None, None, None]:
        if fcntl is None:
            yield
            return
        handle = os.open(self._lock, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _read(self) -> dict[str, Any]:
        try:
            found: Any = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            raise self._unusable("it is not JSON") from None
        if not is_mapping(found) or found.get("format") != 1:
            raise self._unusable("expected an object of format 1")
        return cast("dict[str, Any]", found)

    def _runs(self, found: dict[str, Any]) -> dict[str, Any]:
        """The last runs of the account."""
        runs: Any = found.setdefault("runs", {})
        if not is_mapping(runs):
            raise self._unusable("expected times by account at runs")
        mine: Any = cast("dict[str, Any]", runs).setdefault(self._account, {})
        if not is_mapping(mine):
            raise self._unusable("expected times by account at runs")
        return cast("dict[str, Any]", mine)

    def _counters(self, found: dict[str, Any]) -> dict[str, int]:
        counters: Any = found.get("counters", {})
        if not is_mapping(counters) or not all(
            isinstance(number, int) for number in counters.values()
        ):
            raise self._unusable("expected whole numbers by name at counters")
        return cast("dict[str, int]", counters)

    def _time(self, name: str, text: object) -> datetime:
        try:
            moment = datetime.fromisoformat(str(text))
            if moment.tzinfo is None:
                raise ValueError
        except ValueError:
            raise self._unusable(f"expected a time with its zone at {name}") from None
        return moment

    def _unusable(self, reason: str) -> ConfigurationError:
        return ConfigurationError(
            f"{self.path} is no state of a component: {reason}; mend it, or remove it to begin anew"
        )

    def _write(self, found: dict[str, Any]) -> None:
        write_files({self.path: f"{json.dumps(found, indent=2)}\n"}, mode=0o600)
