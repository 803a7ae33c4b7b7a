"""Names of an API that mean something in Python, or in what is generated: of ``tests/cases/names``.

That its modules are loaded, tested and type-checked is the greater part of the promise; both type
checkers and pytest go over the golden tree.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import acme_names
import pytest
from acme_names import Connection, ProfileError, Response
from acme_names.api.event import (
    CreateEvent,
    CreateEventRequest,
    DeleteEvent,
    Event,
    EventKind,
    EventNote2,
    GetEvent,
    QueryEvent,
    UpdateEvent,
)
from acme_names.api.event_note import EventNote

from twilio_ops_codegen.catalog.names import argument, attribute
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.http.messages import Request

SID = "EV" + "0123456789abcdef" * 2


class Wire:
    """A send that answers one record, and keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        if request.method == "DELETE":
            return Response(204)
        return Response(200, {"Content-Type": "application/json"}, b'{"kind": "over", "read": 3}')


@pytest.mark.parametrize(
    "base", [g.Record, g.Parameters, g.Get, g.Search, g.Query, g.Create, g.Update, g.Delete]
)
def test_no_member_hides_what_its_class_inherits(base: type[Any]) -> None:
    """A field, parameter or filter of the name of a public attribute gets another."""
    public = [name for name in dir(base) if not name.startswith("_")]
    named = attribute if base is g.Record else argument
    assert [] == [name for name in public if named(name) == name]


def test_fields_called_as_types_are_read_beside_fields_of_those_types() -> None:
    """``date`` is a field and a type; each annotation still means the type."""
    names = [field.name for field in Event.spec.fields]
    assert ["date_", "date_seen", "date_seen_2", "datetime_", "time_seen", "g_", "int_"] == names[
        3:10
    ]
    event = Event(date_=date(2026, 11, 1), int_=1, kind=EventKind.OVER)
    assert event == Event.from_document(event.to_document())


def test_an_enum_of_any_name_is_a_kind() -> None:
    """What is generated names the enum of ``kind`` itself, and not something of the runtime."""
    wire = Wire()
    event = GetEvent(Connection("AC" + "0" * 32, "secret", send=wire))(SID, date_="2026-11-01")
    assert (EventKind.OVER, 3) == (event.kind, event.read)


def test_what_is_required_is_required_of_the_caller() -> None:
    """Get, Query and Delete take their required parameters by name, as Create does."""
    connection = Connection("AC" + "0" * 32, "secret", send=Wire())
    calls: list[Any] = [GetEvent(connection), DeleteEvent(connection), CreateEvent(connection)]
    for call in calls:
        with pytest.raises(TypeError, match="required keyword-only argument"):
            call(*([] if isinstance(call, CreateEvent) else [SID]))


def test_names_of_their_own_for_what_the_rules_would_call_alike() -> None:
    """``name`` is Python's and ``xml`` the document's; what is sent has the API's name."""
    wire = Wire()
    connection = Connection("AC" + "0" * 32, "secret", send=wire)
    DeleteEvent(connection)(SID, reason="over", sid_="other")
    document = f"<Event><Sid>{SID}</Sid><Reason>over</Reason><OtherSid>other</OtherSid></Event>"
    (done,) = DeleteEvent(connection).process([document])
    assert done.error is None
    first, second = wire.requests
    assert first.url == second.url and first.url.endswith(f"/{SID}?Reason=over&Sid=other")
    assert ("Str", "str") == (QueryEvent.str_.api, QueryEvent.text.api)
    sent = CreateEventRequest(date_="2026-11-01", until="2026-11-02", until_2="2026-11-03")
    assert {"Date": "2026-11-01", "Until": "2026-11-02", "until": "2026-11-03"} == sent.given()


def test_a_document_that_lacks_something_says_which_element() -> None:
    """It is called as in the document, which is what has to be changed."""
    with pytest.raises(ProfileError, match="Event lacks Date"):
        CreateEventRequest.from_document("<Event/>")


def test_a_filter_on_times_compares_a_field_of_times() -> None:
    """A text field of the filter's name holds no times, so nothing is compared on this side."""
    assert ("date_", None) == (QueryEvent.date_.field, QueryEvent.start_date.field)


def test_a_parameter_called_as_that_of_paging_is_sent() -> None:
    """``PageSize`` of a Get or a Delete is a parameter like any other."""
    wire = Wire()
    GetEvent(Connection("AC" + "0" * 32, "secret", send=wire))(
        SID, date_="2026-11-01", page_size_=7
    )
    (request,) = wire.requests
    assert request.url.endswith("?Date=2026-11-01&PageSize=7")


def test_a_struct_beside_the_record_of_another_object() -> None:
    """Where an action answers another object, its class keeps its name, and the struct's differs."""
    assert EventNote2 is not EventNote
    assert "acme_names.api.event_note:EventNote" == UpdateEvent.spec.record


@pytest.mark.slow
def test_pytest_takes_no_class_for_a_test() -> None:
    """Whoever has it collect the whole tree, or imports a ``TestUser`` into a test, sees no more."""
    tree = Path(acme_names.__file__ or "").parent.parent
    command = ["-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "-c", os.devnull]
    found = subprocess.run(
        [sys.executable, *command, "--rootdir", str(tree), str(tree)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tree), *sys.path])},
    )
    assert 0 == found.returncode, found.stdout + found.stderr
