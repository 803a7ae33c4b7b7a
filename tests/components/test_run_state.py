"""What a run keeps of itself, where it is made in portions, and what counts as its attempts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from twilio_ops.api.message import CreateMessage
from twilio_ops_components import load_operation
from twilio_ops_components.inputs import documents_of
from twilio_ops_components.load import Component
from twilio_ops_components.report import read_report
from twilio_ops_components.run import run
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime import Connection, Retry

Write = Callable[..., Path]
OWN, PHONE, OTHER = "+13115550000", "+13115550001", "+13115550002"


@pytest.fixture
def connection() -> Iterator[Connection]:
    with Emulator(clock=Clock("2026-11-01T12:00:00Z", frozen=True), seed=1) as emulator:
        yield emulator.connection(retry=Retry(max_attempts=1))


@pytest.fixture
def component(connection: Connection, write: Write) -> Component:
    return load_operation(
        write(
            "format: 1\noperation: {object: Message, action: Create}\n"
            f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: text}}\n"
            "options: {stop_on: nothing}\n"
        ),
        connection,
    )


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.xml").write_text(f"<C><Phone>{PHONE}</Phone></C>", encoding="utf-8")
    return folder


def times(component: Component) -> dict[str, Any]:
    account = component.connection.account_sid
    found: dict[str, Any] = json.loads(component.definition.state_path.read_text(encoding="utf-8"))
    return found["runs"][account]  # type: ignore[no-any-return]


def test_a_run_in_portions_is_successful_when_its_last_is(
    component: Component, inputs: Path, tmp_path: Path
) -> None:
    """As of the time when its first began, since what came later may not be in what that read."""
    out = tmp_path / "out"
    run(component, documents_of([inputs]), out, limit=1)
    assert {"last_run"} == times(component).keys()
    run(component, documents_of([inputs]), out, resume=True, limit=1)
    assert {"last_run"} == times(component).keys()
    run(component, documents_of([inputs]), out, resume=True)
    found = times(component)
    assert read_report(out).header.started[:19] == found["last_successful_run"][:19]
    moments = [datetime.fromisoformat(found[n]) for n in ("last_successful_run", "last_run")]
    assert moments == sorted(moments)


def test_a_run_with_an_input_that_is_not_done_is_no_success_however_often_it_is_resumed(
    component: Component, inputs: Path, tmp_path: Path
) -> None:
    """Nothing is left to send, and yet not every input is done."""
    (inputs / "b.xml").write_text("<C/>", encoding="utf-8")
    out = tmp_path / "out"
    for resume in (False, True, True):
        found = run(component, documents_of([inputs]), out, resume=resume)
        assert {"done": 2, "failed": 1} == found.counts
    assert {"last_run"} == times(component).keys()


def test_what_a_value_asks_for_is_no_attempt(
    connection: Connection, write: Write, inputs: Path, tmp_path: Path
) -> None:
    """The request that answers a value is another operation's."""
    CreateMessage(connection)(to=OTHER, from_=OWN, body="for you")
    write("format: 1\noperation: {object: Message, action: Query}\nlimit: 1\n", "last.yaml")
    value = "{operation: {file: last.yaml, element: Message/Body}}"
    for action, said in (
        ("Create", f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: {value}}}"),
        ("Query", f"limit: 1\ntracking: {{before: {value}}}"),
    ):
        path = write(f"format: 1\noperation: {{object: Message, action: {action}}}\n{said}\n")
        out = tmp_path / action
        run(load_operation(path, connection), documents_of([inputs]), out)
        rows = list(read_report(out))
        assert [("done", 1)] * 3 == [(row.status, row.attempts) for row in rows]
