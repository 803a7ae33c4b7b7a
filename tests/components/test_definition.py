"""What a component says when it says nothing, and small parts of its run, each by itself."""

from __future__ import annotations

import fcntl
import json
import os
import re
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from twilio_ops_components import load_operation
from twilio_ops_components.catalog import objects
from twilio_ops_components.check import catalog_path, check_component
from twilio_ops_components.draft import compose
from twilio_ops_components.errors import ComponentError, Mistake, ValueUnavailable
from twilio_ops_components.model import (
    ArchivingSetting,
    CachingSetting,
    Definition,
    FilterSetting,
    OptionsSetting,
)
from twilio_ops_components.nodes import read_nodes
from twilio_ops_components.read import read_as_far, read_file
from twilio_ops_components.report import Header, Row, Rows, now
from twilio_ops_components.run import RunSummary
from twilio_ops_components.state import State
from twilio_ops_components.values import VALUES
from twilio_ops_components.values.base import ComponentContext, context_of
from twilio_ops_components.values.joined import Each, Joined
from twilio_ops_components.values.plain import OutputElement, Static
from twilio_ops_runtime.documents.values import RunTimeContext

Write = Callable[..., Path]


def definition(write: Write, text: str) -> Definition:
    """What a file says."""
    return load_operation(write(f"format: 1\noperation: {text}\n")).definition


def test_what_is_not_said(write: Write) -> None:
    """Everything has a value all the same, and nothing is kept anywhere."""
    found = definition(write, "{object: Call, action: Query}")
    told = {field.name: getattr(found, field.name) for field in attrs.fields(Definition)}
    assert told.pop("path") == found.path
    assert told == {
        **{"object": "Call", "action": "Query", "name": "QueryCall", "input": "data"},
        **{"request_profile": None, "response_profile": "QueryCall.response.xsd"},
        **dict.fromkeys(["catalog", "connection", "sid", "parent", "fields", "page_size", "limit"]),
        **{"filters": (), "parameters": {}, "tracking": {}, "options": OptionsSetting()},
        **{"archiving": None, "caching": None, "emulated": False},
    }
    assert attrs.astuple(OptionsSetting()) == (False, None, None)
    assert found.state_path == found.path.with_suffix(".state.json")
    assert found.at_emulator().at_emulator() == attrs.evolve(found, emulated=True)
    assert found.at_emulator().state_path.name == "component.emulator.state.json"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{object: Message, action: Create}", {"input": "request", "request_profile": "CreateMessage.request.xsd"}),
        ("{object: Message, action: Delete}", {"input": "request", "response_profile": None}),
        ("{object: Message, action: Delete}\nsid: {property: p}", {"input": "data"}),
        ("{object: Message, action: Create}\nparent: {property: p}\ninput: request", {"input": "request"}),
        ("{object: Call, action: Get}\nfields: [Sid]", {"fields": ("Sid",)}),
        ("{object: Call, action: Query}\nlimit: 0\npage_size: 7", {"limit": 0, "page_size": 7}),
        ("{object: Call, action: Get, name: a}\nconnection: c", {"name": "a", "connection": "c"}),
        ("{object: Call, action: Get}\narchiving: {directory: d, enabled: false}", {"archiving": None}),
        ("{object: Call, action: Get}\noptions: {stop_on: any}", {"options": OptionsSetting(stop_on="any")}),
        ("{object: Call, action: Get}\noptions: {return_application_error_responses: false}", {"options": OptionsSetting()}),
        (
            "{object: Call, action: Get}\noptions: {return_application_error_responses: true, tracking_direction: output}",
            {"options": OptionsSetting(return_application_error_responses=True, tracking_direction="output")},
        ),
        ("{object: Message, action: Create}\nparameters: {From: a, Body: b}\ninput: request", {"parameters": {"From": Joined((Static("a"),), "parameters.From"), "Body": Joined((Static("b"),), "parameters.Body")}}),
        (
            "{object: Message, action: Create}\ninput: request\nparameters: {MediaUrl: {each: [a, [b, c]]}}",
            {
                "parameters": {
                    "MediaUrl": Each((
                        Joined((Static("a"),), "parameters.MediaUrl.each[0]"),
                        Joined((Static("b"), Static("c")), "parameters.MediaUrl.each[1]"),
                    ))
                }
            },
        ),
        ("{object: Message, action: Query}\nfilters: [{To: {equals: a}}]", {"filters": (FilterSetting("To", "equals", Joined((Static("a"),), "filters[0].To.equals")),)}),
        ("{object: Message, action: Query}\ntracking: {a: [b, {output: C}]}", {"tracking": {"a": Joined((Static("b"), OutputElement("C")), "tracking.a")}}),
        (f"{{object: Call, action: Get}}\ncatalog: sha256:{'a1' * 16}\nsid: a", {"catalog": f"sha256:{'a1' * 16}", "sid": Joined((Static("a"),), "sid")}),
    ],
)  # fmt: skip
def test_what_is_said(write: Write, text: str, told: dict[str, Any]) -> None:
    """By settings that follow from others, too."""
    found = definition(write, text)
    assert {name: getattr(found, name) for name in told} == told


@pytest.mark.parametrize(
    ("said", "secrets"), [("", False), (", secrets: false", False), (", secrets: true", True)]
)
def test_an_archive_keeps_no_secret_unasked(write: Write, said: str, secrets: bool) -> None:
    """Only where it is said that it may."""
    found = definition(write, f"{{object: Call, action: Get}}\narchiving: {{directory: d{said}}}")
    assert found.archiving == ArchivingSetting(directory=found.path.parent / "d", secrets=secrets)
    assert ArchivingSetting(directory=Path("d")).secrets is False
    assert found.at_emulator().archiving != found.archiving


def test_a_cache_is_beside_its_component(write: Write) -> None:
    """With the paths of each of its indexes; an emulator's is another."""
    text = "caching: {file: in/c.db, indexes: {a: [A/B], b: [A/B, /C]}}"
    found = definition(write, f"{{object: Call, action: Get}}\n{text}")
    indexes = {"a": ("A/B",), "b": ("A/B", "/C")}
    folder = found.path.parent / "in"
    assert found.caching == CachingSetting(file=folder / "c.db", indexes=indexes)
    emulated = CachingSetting(file=folder / "c.emulator.db", indexes=indexes)
    assert found.at_emulator().caching == emulated
    assert found.at_emulator().archiving is None


def test_what_is_right_is_read_whatever_else_is_wrong(write: Write) -> None:
    """A setting that is wrong is left out; without an operation nothing is known."""
    path = write(
        "format: 1\noperation: {object: Call, action: Query, name: a/b}\nlimit: x\npage_size: 7\n"
        "fields: [Sid, Odd, Sid]\nfilters: [{To: {equals: [a, {xyz: b}]}}, {From: {equals: c}}]\n"
        "parent: [a, {xyz: b}]\ntracking: {a: {xyz: b}, c: d}\nodd: 1\ncatalog: x\nconnection: a/b\n"
        "caching: {file: c.db, indexes: {}}\narchiving: {directory: [a]}\n"
    )
    root, problems = read_nodes(path)
    found = read_as_far(root, problems)
    assert found is not None and len(problems.mistakes) == 12
    assert (found.limit, found.page_size, found.fields, found.parent) == (None, 7, ("Sid",), None)
    assert [one.name for one in found.filters] == ["From"] and [*found.tracking] == ["c"]
    assert (found.catalog, found.connection, found.caching, found.archiving) == (None,) * 4
    assert read_file(path)[0] is None
    for text in ("format: 1\n", "- a\n", "operation: {object: Call, action: Get}\n"):
        assert read_as_far(*read_nodes(path, text.encode())) is None
    assert read_file(path, b"format: 1\noperation: {object: Call, action: Get}\n")[0] is not None


@pytest.mark.parametrize(
    ("name", "action", "needs"),
    [
        ("Message", "Get", True), ("Message", "Query", False), ("Message", "Create", False), ("Message", "Delete", True),
        ("Balance", "Get", False), ("Account", "Get", True), ("Account", "Create", False), ("CallerIdValidation", "Get", True),
        ("ConferenceParticipant", "Create", False), ("Recording", "Query", False),
    ],
)  # fmt: skip
def test_who_needs_a_sid(name: str, action: str, needs: bool) -> None:
    """What is of one record that more than the account names."""
    assert objects()[name].actions[action].needs_sid == needs


def test_what_changed_in_the_catalog_is_told_with_its_place(write: Write) -> None:
    """At the first line of the file, or of the catalog's row that is kept beside it."""
    digest = "sha256:" + "0" * 32
    path = write(f"format: 1\ncatalog: {digest}\noperation: {{object: Call, action: Get}}\n")

    def notes() -> list[str]:
        return [
            str(one).removeprefix(f"{path.parent}{os.sep}") for one in check_component(path).notes
        ]

    first = notes()[0]
    assert first.startswith(
        "component.yaml:1: catalog: what the catalog says of Call has changed; run: "
    )
    assert notes()[1:] == ["component.yaml:1: catalog: what changed is not known: there is no component.catalog.json"]  # fmt: skip
    beside = catalog_path(path)
    for text in ("{", "[" * 100_000, "9" * 5000):
        beside.write_text(text, encoding="utf-8")
        assert notes()[1:] == [
            "component.catalog.json:1: is not JSON, so what changed is not known"
        ]
    beside.write_text('{"odd": 1}', encoding="utf-8")
    assert notes() == [first, "component.catalog.json:1: is not what a catalog says of an object"]
    row = json.loads(json.dumps(objects()["Call"].row))
    row["fields"]["gone"] = {"type": "string", "xml": "Gone"}
    beside.write_text(json.dumps(row), encoding="utf-8")
    assert notes() == [first, "component.yaml:1: catalog: breaking: `Call` no longer has the field `gone`."]  # fmt: skip


def test_a_folder_that_is_none_is_told(write: Write) -> None:
    """Of an archive: a file in its place; one that is there, or that is not yet, is fine."""
    path = write("format: 1\noperation: {object: Call, action: Get}\narchiving: {directory: d}\n")
    assert check_component(path).mistakes == ()
    (path.parent / "d").mkdir()
    assert check_component(path).mistakes == ()
    (path.parent / "d").rmdir()
    (path.parent / "d").touch()
    (mistake,) = check_component(path).mistakes
    assert (mistake.path, mistake.text) == ("archiving.directory", "d is no folder")


def test_mistakes_are_told_in_lines() -> None:
    """Each with its place; the whole file has none."""
    one, whole = Mistake(Path("a"), 2, "b.c", "is odd"), Mistake(Path("a"), 1, "", "is empty")
    error = ComponentError([one, whole])
    assert str(error) == "a:2: b.c: is odd\na:1: is empty"
    assert error.mistakes == (one, whole)


@pytest.mark.parametrize(
    ("operation", "reads"),
    [("GetCall", True), ("QueryCall", True), ("QueryAvailablePhoneNumberLocal", True), ("CreateCall", False), ("DeleteCall", False)],
)  # fmt: skip
def test_what_was_begun_and_has_no_end(operation: str, reads: bool) -> None:
    """Is unknown, but for what only reads, which may be repeated."""
    rows = Rows(Header(report=1, operation=operation), Path("x"))
    rows.add(Row(index=2, status="begun", digest="d"))
    assert (rows.reads, rows.is_open(2), rows.is_open(1), 2 in rows, 1 in rows) == (reads, True, False, True, False)  # fmt: skip
    (row,) = rows
    assert row.status == ("failed" if reads else "unknown")
    assert (rows.digest(2), rows.digest(1), rows.last) == ("d", None, 2)
    rows.add(Row(index=2, status="done", digest="e"))
    assert ([one.status for one in rows], rows.digest(2), rows.is_open(2)) == (["done"], "e", False)
    rows.add(Row(index=1, status="complete"))
    assert (rows.of(1), rows.last) == ([], 2)


def test_the_time_of_a_report() -> None:
    """In UTC, to the millisecond, and the current one."""
    text = now()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", text)
    assert abs(datetime.fromisoformat(text) - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_end_of_a_run() -> None:
    """0 all done, 1 stopped, 3 some not done; a run that was cut short is no success."""

    def summary(stopped: str | None = None, limited: bool = False, **counts: int) -> RunSummary:
        found: Any = {name.replace("_", " "): count for name, count in counts.items()}
        return RunSummary(
            counts=Counter(found), sent=0, stopped=stopped, unknown=(), limited=limited
        )

    for found, code, success in (
        (summary(done=2), 0, True),
        (summary(), 0, True),
        (summary(done=2, unknown=0), 0, True),
        (summary(done=2, limited=True), 0, False),
        (summary(done=2, failed=1), 3, False),
        (summary(application_error=1), 3, False),
        (summary(stopped="x", done=2), 1, False),
    ):
        assert (found.exit_code, found.is_success) == (code, success)


@pytest.mark.skipif(os.name != "posix", reason="other systems have other locks")
def test_the_state_waits_for_its_lock(tmp_path: Path) -> None:
    """A number is taken when nobody else is taking one."""
    lock = tmp_path / "lock"
    lock.touch()
    state = State(tmp_path / "a.state.json", lock, "AC1")
    assert [state.next_number("n", 5) for _ in range(2)] == [5, 6]
    assert [state.next_number("n", 5, keep=False) for _ in range(2)] == [7, 8]
    assert State(state.path, lock, "AC1").next_number("n", 1) == 7
    handle = os.open(lock, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    taken: list[int] = []
    thread = threading.Thread(target=lambda: taken.append(state.next_number("n", 5)))
    thread.start()
    thread.join(0.1)
    assert taken == []
    os.close(handle)
    thread.join(20)
    assert taken == [8]


def test_last_runs_are_an_accounts_own(tmp_path: Path) -> None:
    """A success is that of the run that began last; another account has its own, counters are shared."""
    lock = tmp_path / "lock"
    lock.touch()
    first, second = (datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2))
    state = State(tmp_path / "a.state.json", lock, "AC1")
    state.begin(first)
    state.succeed(second)
    state.succeed(first)
    assert state.times == {}, "a run goes on seeing the times before it"
    assert State(state.path, lock, "AC1").times == {
        "last_run": first,
        "last_successful_run": second,
    }
    assert State(state.path, lock, "AC2").times == {}


def test_a_value_is_found_in_any_run(tmp_path: Path) -> None:
    """Of a component, or of an operation alone, which keeps nothing."""
    context = RunTimeContext(connection=None, document=None, index=3, properties={"p": "x"})  # type: ignore[arg-type]
    found = context_of(context)
    assert (found.index, found.properties, found.state, found.sends, found.emulated) == (3, {"p": "x"}, None, True, False)  # fmt: skip
    assert context_of(found) is found
    assert abs(found.now() - datetime.now(UTC)) < timedelta(minutes=1)
    with pytest.raises(ValueUnavailable, match=r"^there is no input document$"):
        found.ensure_document()
    value = VALUES["property"](**{VALUES["property"].main or "": "q"})
    with pytest.raises(ValueUnavailable, match="property q: "):
        value.resolve(context)
    empty = ComponentContext(connection=None, document=None, index=1, properties={"q": ""})  # type: ignore[arg-type]
    with pytest.raises(ValueUnavailable, match=r"^property q: is empty$"):
        value.resolve(empty)
    declared: Any = value
    assert attrs.evolve(declared, default="d").resolve(empty) == "d"


def test_a_new_setting_stands_where_it_belongs(tmp_path: Path) -> None:
    """Behind what comes before it, whatever else the file holds."""
    path = tmp_path / "a.yaml"
    path.write_text("own: 1\nformat: 1\noperation: {object: Call, action: Query}\nmore: 2\nlimit: 5\n", encoding="utf-8")  # fmt: skip
    found = compose(
        path,
        {"operation": {"object": "Call", "action": "Query"}, "page_size": 7, "connection": "c"},
    )
    names = [
        line.partition(":")[0] for line in found.splitlines() if not line.startswith(("#", " "))
    ]
    assert [name for name in names if name] == ["own", "format", "catalog", "operation", "connection", "profiles", "page_size", "more", "limit"]  # fmt: skip
