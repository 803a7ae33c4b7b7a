"""The engine that hands windows to a Dask cluster: what it says, and what it makes of a cluster that goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest

from twilio_ops import ConfigurationError
from twilio_ops_components.export import DaskEngine
from twilio_ops_components.export.engines import Outcome
from twilio_ops_components.export.plan import Window
from twilio_ops_components.export.task import Task
from twilio_ops_runtime.version import __version__

distributed: Any = pytest.importorskip("distributed", reason="the extra `export` is not installed")


def nobody() -> Any:
    raise AssertionError("nothing is read")


def task_of(number: int) -> Task:
    return Task(
        window=Window(object="Call", account=f"AC{number:032x}"),
        opener=nobody,
        account="AC" + 32 * "0",
        out="nowhere",
        format="jsonl",
        pii="keep",
        plan="",
        catalog="",
        most=None,
    )


class Going:
    """A client whose scheduler dies in the moment that it is asked something."""

    workers: ClassVar[dict[str, Any]] = {"tcp://1:1": {"packages": {"twilio-ops": "0.1.0"}}}

    def __init__(self, *_: Any, **__: Any) -> None:
        self.status = "running"

    def ncores(self) -> dict[str, int]:
        raise RuntimeError("ConnectionPool is closed")

    def get_versions(self, packages: list[str]) -> dict[str, Any]:
        return {"workers": self.workers}

    def submit(self, *_: Any, **__: Any) -> Any:
        self.status = "closed"
        raise distributed.comm.CommClosedError("the stream is closed")

    def close(self, timeout: float) -> None:
        self.status = "closed"


@pytest.fixture
def going(monkeypatch: pytest.MonkeyPatch) -> Iterator[DaskEngine]:
    monkeypatch.setattr(distributed, "Client", Going)
    engine = DaskEngine("tcp://127.0.0.1:1")
    yield engine
    engine.close()


def test_a_scheduler_that_goes_while_it_is_asked_costs_what_it_was_asked(going: DaskEngine) -> None:
    """Each window is lost for itself, and begun again; how many fit stays what was known."""
    assert going.at_once == 1
    handles = [going.submit("read", task_of(number)) for number in range(3)]
    assert len(set(handles)) == 3
    outcomes = going.wait(handles)
    assert [handle for handle, _ in outcomes] == handles
    assert {outcome.kind for _, outcome in outcomes} == {"lost"}


@pytest.mark.parametrize(
    ("workers", "said"),
    [
        ({}, "the scheduler at tcp://127.0.0.1:1 has no workers"),
        (
            {
                "tcp://h:1": {"packages": {"twilio-ops": __version__}},
                "tcp://h:2": {"packages": {"twilio-ops": None}},
            },
            "the worker at tcp://h:2 has no twilio-ops (1 of 2 have another or none): install"
            f" {__version__} there",
        ),
        (
            {
                "tcp://h:1": {"packages": {"twilio-ops": "0.0.9"}},
                "tcp://h:2": {"packages": {"twilio-ops": None}},
            },
            "the worker at tcp://h:1 has twilio-ops 0.0.9 (2 of 2 have another or none): install"
            f" {__version__} there",
        ),
    ],
)
def test_a_cluster_that_can_do_nothing_is_said(
    workers: dict[str, Any], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rather than waited for: no worker, or one that cannot know what a window is."""
    monkeypatch.setattr(distributed, "Client", Going)
    monkeypatch.setattr(Going, "workers", workers)
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        DaskEngine("tcp://127.0.0.1:1", patience=0)


class Raised:
    """What a task is waited for by that raised on its worker."""

    status = "error"

    def __init__(self, problem: Exception) -> None:
        self._problem = problem

    def exception(self, timeout: float) -> Exception:
        return self._problem


@pytest.mark.parametrize(
    "problem",
    [
        ModuleNotFoundError("No module named 'twilio_ops_components'"),
        RuntimeError("Error during deserialization of the task graph. This frequently\noccurs if"),
    ],
)
def test_a_worker_that_joins_late_without_the_package_is_said(
    going: DaskEngine, problem: Exception
) -> None:
    """In one line, by what is to be done; every other window would end so, too."""
    first = 1  # the connection that it was made with
    [(_, outcome)] = going.wait([(first, Raised(problem))])
    assert outcome.kind == "stop" and "\n" not in outcome.problem
    assert "install the same release of twilio-ops on each" in outcome.problem
    assert str(problem).split("\n")[0] in outcome.problem


class Ended:
    """What a task is waited for by that has ended in some way."""

    def __init__(self, status: str, found: Any) -> None:
        self.status = status
        self._found = found

    def result(self, timeout: float) -> Any:
        if isinstance(self._found, Exception):
            raise self._found
        return self._found

    exception = result


@pytest.mark.parametrize(
    ("status", "found", "outcome"),
    [
        ("finished", Outcome(problem="x"), Outcome(problem="x")),
        (
            "finished",
            OSError("gone"),
            Outcome(problem="OSError: the result is lost", kind="lost"),
        ),
        ("cancelled", None, Outcome(problem="the task is lost", kind="lost")),
        ("lost", None, Outcome(problem="the task is lost", kind="lost")),
        (
            "error",
            distributed.comm.CommClosedError("closed"),
            Outcome(problem="the scheduler is gone", kind="lost"),
        ),
    ],
)
def test_how_a_task_ended(going: DaskEngine, status: str, found: Any, outcome: Outcome) -> None:
    """What is lost is begun again, and why it was is said should it stay lost."""
    assert going.wait([(1, Ended(status, found))])[0][1] == outcome


@pytest.mark.parametrize(
    ("problem", "outcome"),
    [
        (
            distributed.KilledWorker("task", None, 3),
            Outcome(problem="its workers died", kind="lost"),
        ),
        (
            ValueError("an odd\n  one"),
            Outcome(problem="ValueError: an odd one", kind="stop"),
        ),
        (
            ImportError("no such"),
            Outcome(
                problem="a worker, or the scheduler, cannot read what a window is: install the same"
                " release of twilio-ops on each, and of distributed as here (ImportError: no such)",
                kind="stop",
            ),
        ),
    ],
)
def test_what_a_task_raised_is_said(
    going: DaskEngine, problem: Exception, outcome: Outcome
) -> None:
    """Workers that die cost what they were doing; all else would come of every other window, too."""
    assert going.wait([(1, Raised(problem))])[0][1] == outcome


def test_a_scheduler_that_nobody_is_at_is_said_by_its_address() -> None:
    """After the time that it was waited for, which is short here."""
    with pytest.raises(ConfigurationError, match=r"scheduler at tcp://127\.0\.0\.1:9 cannot be re"):
        DaskEngine("tcp://127.0.0.1:9", patience=0)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("nonsense", "missing port number in address 'nonsense'"),
        ("tcp://", ""),
        ("tcp://:8786", "missing host in address 'tcp://:8786'"),
        ("tcp://127.0.0.1:port", ""),
        ("http://x:1", "unknown address scheme 'http' (known schemes: "),
    ],
)
def test_what_is_no_address_is_said_at_once(address: str, problem: str) -> None:
    """It is not waited for."""
    with pytest.raises(ConfigurationError) as caught:
        DaskEngine(address, patience=60)
    said = f"{address!r} is no address of a scheduler, such as tcp://scheduler:8786: {problem}"
    assert str(caught.value).startswith(said)
