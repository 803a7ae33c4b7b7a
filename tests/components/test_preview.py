"""The requests that documents make, without sending any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops.api.short_code import DeleteShortCode
from twilio_ops_components import load_operation
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.preview import requests_of
from twilio_ops_emulator import Emulator
from twilio_ops_runtime import (
    Archiving,
    Connection,
    Document,
    Options,
    ProfileError,
    RefusedOperation,
)


def test_each_document_makes_its_request_and_none_is_sent(tmp_path: Path) -> None:
    """As it would go out, without credentials; what is wrong is said for its document alone."""
    (tmp_path / "a.xml").write_text(
        "<Message><Body>x</Body></Message>"
        "<Message><To>+13115550001</To><From>+13115550000</From><Body>1 &amp; 2</Body></Message>",
        encoding="utf-8",
    )
    archive = tmp_path / "archive"
    with Emulator() as emulator, emulator.connection() as connection:
        create = CreateMessage(connection, options=Options(archiving=Archiving(archive)))
        first, second = requests_of(create, documents_of([tmp_path / "a.xml"]))
        [query] = requests_of(QueryMessage(connection, page_size=7), [Input(source=None)])
        account = emulator.account_sid
        assert emulator.request_log.count == 0
    assert isinstance(first.error, ProfileError)
    assert first.request is None
    assert second.request is not None
    assert second.request.method == "POST"
    assert second.request.path == f"/2010-04-01/Accounts/{account}/Messages.xml"
    assert second.request.body == b"To=%2B13115550001&From=%2B13115550000&Body=1%20%26%202"
    assert not {name.lower() for name in second.request.headers} & {"authorization"}
    assert query.request is not None
    assert query.request.url.endswith("/Messages.xml?PageSize=7")
    assert not list(archive.iterdir())


def messages(write: Callable[..., Path], settings: str) -> Path:
    """A component that creates messages."""
    return write(f"format: 1\noperation: {{object: Message, action: Create}}\n{settings}")


def test_a_look_at_a_component_uses_nothing_up(
    write: Callable[..., Path], connection: Connection, emulator: Emulator
) -> None:
    """Counters, archive and cache stay as they are, and one that is wrong does not end it."""
    path = messages(
        write,
        "parameters: {To: {element: To}, From: {property: own}, Body: [{counter: n}, ' ', {element: Body}]}\n"
        "archiving: {directory: archive}\ncaching: {file: c.db, indexes: {a: [Message/Sid]}}\n"
        "tracking: {t: {element: To}}\n",
    )
    component = load_operation(path, connection)
    inputs = [
        Input(source=Document(f"<A><To>{to}</To><Body>x</Body></A>" if to else "<A/>"), index=at)
        for at, to in enumerate(["+1", "", "+2"], 1)
    ]
    found = list(requests_of(component, inputs, {"own": "+3"}))
    assert [one.input for one in found] == inputs
    assert [one.request and one.request.body for one in found] == [
        b"To=%2B1&From=%2B3&Body=1%20x", None, b"To=%2B2&From=%2B3&Body=2%20x",
    ]  # fmt: skip
    assert [None if one.error is None else str(one.error) for one in found] == [
        None, "tracking.t: element To: there is none", None,
    ]  # fmt: skip
    assert emulator.request_log.count == 0
    assert [one.name for one in path.parent.iterdir()] == ["component.yaml"]
    headers = found[0].request.headers if found[0].request else {}
    assert "Content-Type" in headers and "Authorization" not in headers


def test_requests_that_are_kept_to_be_sent_take_what_they_need(
    write: Callable[..., Path], connection: Connection, emulator: Emulator
) -> None:
    """Counters go on, and another operation is asked; for a look it is not."""
    CreateMessage(connection)(to="+13115550001", from_="+13115550000", body="for you")
    write("format: 1\noperation: {object: Message, action: Query}\nlimit: 1\n", "last.yaml")
    value = "{operation: {file: last.yaml, element: Message/Body}}"
    path = messages(
        write, f"parameters: {{To: '+1', From: '+2', Body: [{{counter: n}}, {value}]}}\n"
    )
    component = load_operation(path, connection)
    before = emulator.request_log.count
    (look,) = requests_of(component, [Input(source=None)])
    assert str(look.error) == "parameters.Body: operation last.yaml: is not run in a dry run"
    assert (look.request, emulator.request_log.count) == (None, before)
    bodies = [one.request and one.request.body for _ in range(2) for one in requests_of(component, [Input(source=None)], keeps=True)]  # fmt: skip
    assert bodies == [f"To=%2B1&From=%2B2&Body={n}for%20you".encode() for n in (1, 2)]
    assert emulator.request_log.count == before + 2


def test_what_is_refused_has_no_request(connection: Connection) -> None:
    """Before the first document is looked at."""
    with pytest.raises(RefusedOperation):
        list(requests_of(DeleteShortCode(connection), [Input(source=Document("<A/>"))]))
