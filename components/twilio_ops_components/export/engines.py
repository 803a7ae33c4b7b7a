"""Where windows are read: on threads of this process, or on the workers of a Dask cluster."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from importlib import import_module
from typing import Any, Literal, Protocol

from attrs import frozen

from twilio_ops import ConfigurationError, OperationError, ServerError, TransportError
from twilio_ops_components.export.task import Result, Task, count_window, read_window, release
from twilio_ops_runtime.errors import AuthenticationError, RateLimitError
from twilio_ops_runtime.version import __version__

__all__ = ["DaskEngine", "Engine", "Outcome", "ThreadEngine"]

Work = Literal["read", "count"]
_WORK: dict[Work, Callable[[Task], Result]] = {"read": read_window, "count": count_window}
_POLL = 0.5
_ANSWERS = 5.0  # seconds within which a scheduler does, if it is there
_PACKAGE = "twilio-ops"
_GOING = (AttributeError, OSError, RuntimeError)
"""What a client raises of whatever it is asked while its scheduler is going."""
PATIENCE = 120.0
"""For how many seconds a scheduler is waited for, at first and when it is gone."""


@frozen(kw_only=True)
class Outcome:
    """What came of a task: its result, or why there is none.

    Attributes:
        result: The result.
        problem: What is wrong.
        kind: ``again``: it may go well another time; ``failed``: it will not; ``stop``: nor will
            any other; ``lost``: who did it is gone.
    """

    result: Result | None = None
    problem: str = ""
    kind: Literal["done", "again", "failed", "stop", "lost"] = "done"


class Engine(Protocol):
    """Does tasks, several at once."""

    @property
    def at_once(self) -> int:
        """How many tasks it does at once."""
        ...

    def submit(self, work: Work, task: Task) -> Any:
        """Begin a task; return what it is waited for by."""
        ...

    def wait(self, handles: Sequence[Any]) -> list[tuple[Any, Outcome]]:
        """Return those that have ended, at least one."""
        ...

    def close(self) -> None:
        """Begin nothing more, and wait for what is under way here."""
        ...


def attempt(work: Work, task: Task) -> Outcome:
    """Do a task, and say what came of it in plain data: errors of the service do not travel."""
    try:
        return Outcome(result=_WORK[work](task))
    except (AuthenticationError, ConfigurationError) as error:
        return Outcome(problem=str(error), kind="stop")
    except (TransportError, ServerError, RateLimitError) as error:
        return Outcome(problem=str(error), kind="again")
    except OperationError as error:
        return Outcome(problem=str(error), kind="failed")
    except OSError as error:
        return Outcome(
            problem=f"{error.filename or task.out}: {error.strerror or error}", kind="stop"
        )


class ThreadEngine:
    """Threads of this process.

    Args:
        workers: How many.
    """

    def __init__(self, workers: int) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="export")
        self._workers = workers
        self._openers: set[Any] = set()

    @property
    def at_once(self) -> int:
        return self._workers

    def submit(self, work: Work, task: Task) -> Future[Outcome]:
        self._openers.add(task.opener)
        return self._pool.submit(attempt, work, task)

    def wait(self, handles: Sequence[Future[Outcome]]) -> list[tuple[Any, Outcome]]:
        done, _ = wait_for(handles, return_when=FIRST_COMPLETED)
        return [(one, one.result()) for one in done]

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        for opener in self._openers:
            release(opener)


def _ensure_address(address: str) -> None:
    """See that an address is one: what Dask finds wrong of it later comes with a client half made.

    Raises:
        ConfigurationError: It is none.
    """
    addressing: Any = import_module("distributed.comm.addressing")
    registry: Any = import_module("distributed.comm.registry")

    try:
        scheme, place = addressing.parse_address(address)
        registry.get_backend(scheme)
        host, _ = addressing.parse_host_port(place)
        if not host:
            raise ValueError(f"missing host in address {address!r}")
    except ValueError as error:
        problem = str(error)
    else:
        return
    raise ConfigurationError(
        f"{address!r} is no address of a scheduler, such as tcp://scheduler:8786: {problem}"
    )


def _said(problem: BaseException) -> str:
    """Say what a task raised; what the service or the disk answers is no such thing."""
    found = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
    if isinstance(problem, ImportError) or "deserialization" in found:
        return (
            "a worker, or the scheduler, cannot read what a window is: install the same release of"
            f" {_PACKAGE} on each, and of distributed as here ({found})"
        )
    return found


class _Lost:
    """Stands for a task that no scheduler took."""

    status = "lost"


class DaskEngine:
    """The workers of a Dask cluster; a worker that dies, or the scheduler, costs what it was doing.

    Args:
        scheduler: The scheduler's address; None = a cluster of this machine, as long as the export.
        workers: How many processes that has.
        threads: How many tasks each does at once.
        patience: For how many seconds a scheduler is waited for, at first and when it is gone.

    Raises:
        ConfigurationError: The scheduler's address is none, it cannot be reached, or it has no
            workers that can do anything.
    """

    def __init__(
        self,
        scheduler: str | None = None,
        *,
        workers: int = 2,
        threads: int = 4,
        patience: float = PATIENCE,
    ) -> None:
        cluster: Any = import_module("distributed")

        self._address = scheduler
        self._patience = patience
        self._cluster: Any = None
        if scheduler is not None:
            _ensure_address(scheduler)
        else:
            self._cluster = cluster.LocalCluster(
                n_workers=workers,
                threads_per_worker=threads,
                # Without an address its server takes a fixed port, which another export may have.
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
            )
        self._known = 1
        self._times = 0
        self._client: Any = None
        self._connect()
        try:
            self._ensure_workers()
        except BaseException:
            self.close()
            raise

    @property
    def at_once(self) -> int:
        if self._is_connected:
            try:
                self._known = max(1, sum(map(int, self._client.ncores().values())))
            except _GOING:  # what is known will do
                return self._known
        return self._known

    def submit(self, work: Work, task: Task) -> tuple[int, Any]:
        if not self._is_connected:
            self._connect()
        try:
            # Not pure: the same window may be read again and have changed.
            future = self._client.submit(attempt, work, task, pure=False, retries=0)
        except _GOING:
            future = _Lost()
        return self._times, future

    def wait(self, handles: Sequence[tuple[int, Any]]) -> list[tuple[Any, Outcome]]:
        while True:
            gone = not self._is_connected
            ended: list[tuple[Any, Outcome]] = []
            for handle in handles:
                times, future = handle
                if gone or times != self._times:
                    ended.append((handle, Outcome(problem="the scheduler is gone", kind="lost")))
                elif future.status != "pending":
                    ended.append((handle, self._outcome(future)))
            if ended:
                return ended
            self._idle([future for _, future in handles])

    def close(self) -> None:
        self._client.close(timeout=5)
        if self._cluster is not None:
            self._cluster.close(timeout=10)

    @staticmethod
    def _idle(handles: Sequence[Any]) -> None:
        cluster: Any = import_module("distributed")

        began = time.monotonic()
        try:
            cluster.wait(list(handles), timeout=_POLL, return_when="FIRST_COMPLETED")
        except Exception as error:  # whatever it is, the status of each tells it
            if not isinstance(error, TimeoutError) and time.monotonic() - began < _POLL:
                time.sleep(_POLL)

    def _outcome(self, handle: Any) -> Outcome:
        if handle.status == "finished":
            try:
                found: Outcome = handle.result(timeout=30)
                return found
            except Exception as error:  # its worker died with the result
                return Outcome(problem=f"{type(error).__name__}: the result is lost", kind="lost")
        if handle.status != "error":
            return Outcome(problem="the task is lost", kind="lost")
        cluster: Any = import_module("distributed")

        try:
            problem = handle.exception(timeout=30)
        except _GOING:
            return Outcome(problem="the scheduler is gone", kind="lost")
        if isinstance(problem, cluster.KilledWorker):
            return Outcome(problem="its workers died", kind="lost")
        return Outcome(problem=_said(problem), kind="stop")

    @property
    def _is_connected(self) -> bool:
        return self._client is not None and self._client.status in ("running", "connecting")

    def _ensure_workers(self) -> None:
        """See that there are workers, and that they have what tasks are made of."""
        until = time.monotonic() + self._patience
        while not (workers := self._versions()):
            if time.monotonic() > until:
                raise ConfigurationError(f"the scheduler at {self._address} has no workers")
            time.sleep(_POLL)
        other = {
            one: found["packages"].get(_PACKAGE)
            for one, found in workers.items()
            if found["packages"].get(_PACKAGE) != __version__
        }
        if other:
            one, version = next(iter(other.items()))
            raise ConfigurationError(
                f"the worker at {one} has {f'{_PACKAGE} {version}' if version else f'no {_PACKAGE}'}"
                f" ({len(other)} of {len(workers)} have another or none): install {__version__} there"
            )

    def _versions(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self._client.get_versions(packages=[_PACKAGE])["workers"]
        except _GOING:
            return {}
        return found

    def _connect(self) -> None:
        """Connect, also to a scheduler that takes the place of one that is gone."""
        cluster: Any = import_module("distributed")

        if self._client is not None:
            self._client.close(timeout=1)
        until = time.monotonic() + self._patience
        while True:
            patience = max(_POLL, min(_ANSWERS, until - time.monotonic()))
            try:
                self._client = cluster.Client(
                    self._cluster or self._address, timeout=patience, set_as_default=False
                )
                self._times += 1
                return
            except OSError as error:  # a time-out is one, too
                if time.monotonic() > until:
                    raise ConfigurationError(
                        f"the scheduler at {self._address} cannot be reached: {error}"
                    ) from None
                time.sleep(_POLL)
