"""The requests that documents make, without sending any."""

from __future__ import annotations

from pathlib import Path

from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops_components.inputs import Input, documents_of
from twilio_ops_components.preview import requests_of
from twilio_ops_emulator import Emulator
from twilio_ops_runtime import Archiving, Options, ProfileError


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
