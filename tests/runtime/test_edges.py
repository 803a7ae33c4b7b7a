"""Corners: pages of every kind used slowly, statuses of success, a cache that is put back, pairs, keys."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from acme_notes.api.draft import QueryDraft
from acme_notes.api.note import QueryNote
from acme_ops.api.depot_phone import GetDepotPhone
from acme_ops.api.parcel import CreateParcel, DeleteParcel, GetParcel, Parcel, ParcelHandling
from in_memory import DEPOT, DRAFT, NOTE, PARCEL, Service, parcel_json
from lxml import etree

from twilio_ops_runtime.documents.archive import Archiving
from twilio_ops_runtime.documents.cache import SqliteCache
from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.documents.options import Options
from twilio_ops_runtime.errors import (
    ConfigurationError,
    MalformedAnswer,
    OutcomeUnknown,
    ParameterError,
    SidError,
)
from twilio_ops_runtime.formats.elements import read_request
from twilio_ops_runtime.http.messages import Response
from twilio_ops_runtime.sids import Sid
from twilio_ops_runtime.types.nested import StructType


def meta(number: int) -> dict[str, Any]:
    url = f"https://notes.example.com/v2/Notes?Page={number + 1}" if number < 3 else None
    return {"notes": [{"sid": NOTE}] * 2, "meta": {"next_page_url": url, "key": "notes"}}


def token(number: int) -> dict[str, Any]:
    return {"drafts": [{"sid": DRAFT}] * 2, "nextPageToken": f"t/{number}" if number < 3 else None}


@pytest.mark.parametrize(("query", "page"), [(QueryNote, meta), (QueryDraft, token)])
def test_pages_of_every_kind_are_asked_for_as_they_are_used(service: Service, query, page):
    """At most one page ahead of the one whose records are taken, and none behind the last."""
    for number in range(4):
        service.json(page(number))
    seen = []
    for number, _ in enumerate(query(service.connection, page_size=2)()):
        seen.append(len(service.requests))
        assert len(service.requests) <= number // 2 + 2
    assert 8 == len(seen) and 4 == len(service.requests)
    assert 4 == len({request.url for request in service.requests})


@pytest.mark.parametrize(("query", "page"), [(QueryNote, meta), (QueryDraft, token)])
def test_a_limit_ends_pages_of_every_kind(service: Service, query, page):
    """No page is asked for that nobody needs."""
    for number in range(4):
        service.json(page(number))
    assert 3 == len(list(query(service.connection, page_size=2, limit=3)()))
    assert 2 == len(service.requests)


@pytest.mark.parametrize("status", [200, 201, 202, 203, 206, 226, 299])
def test_every_status_of_success_may_bring_the_record(service: Service, status: int):
    """What is answered with a 2xx that the catalog does not name was done all the same."""
    service.json(parcel_json(), status)
    assert PARCEL == GetParcel(service.connection)(PARCEL).sid
    assert PARCEL == CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT).sid


@pytest.mark.parametrize("status", [200, 202, 204, 205])
def test_a_success_without_a_record_is_no_record(service: Service, status: int):
    """A Get has none; a Create may have made one; a Delete is done."""
    service.raw(b"", status)
    with pytest.raises(MalformedAnswer):
        GetParcel(service.connection)(PARCEL)
    with pytest.raises(OutcomeUnknown):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)
    assert None is DeleteParcel(service.connection)(PARCEL)


@pytest.mark.parametrize("status", [100, 101, 103, 199, 304])
def test_what_is_neither_success_nor_error_deletes_nothing(service: Service, status: int):
    """It says nothing of what was done; asking again is harmless."""
    service.answers.append(Response(status))
    with pytest.raises(MalformedAnswer):
        DeleteParcel(service.connection)(PARCEL)


@pytest.mark.parametrize(
    "extra",
    [
        "ab",
        [("a",)],
        [("a", "b", "c")],
        ["ab"],
        [("a", 1)],
        [(None, "b")],
        {"a": 1},
        {1: "a"},
        [("a", "b")] * 4,
        7,
    ],
)
def test_malformed_pairs_are_refused_by_name(service: Service, extra: Any):
    """Nothing is sent, and the parameter is named."""
    with pytest.raises(ParameterError, match="Extra"):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT, extra=extra)
    assert [] == service.requests


def test_malformed_pairs_of_a_document_are_refused(service: Service):
    """Each of a pair's parts once, and nothing else in it."""
    for pair in ("<Name>n</Name>", "n", "<Name>n</Name><Value>v</Value><Odd/>"):
        document = f"<Parcel><To>+13115556789</To><Extra>{pair}</Extra></Parcel>".encode()
        create = CreateParcel(service.connection)
        results = create.replace(options=create.options.__class__(stop_on="nothing"))
        (result,) = results.process([document])
        assert "failed" == result.status and "Extra" in str(result.error)
    assert [] == service.requests


def test_a_key_is_given_by_the_address_alone(service: Service):
    """Given as a parameter, too, it is refused, by either name; alone it is sent as one."""
    for name in ("PhoneNumber", "phone_number"):
        with pytest.raises(ParameterError, match="PhoneNumber is given by the address"):
            list(GetDepotPhone(service.connection).run("+13115556789", {name: "+13115556789"}))
    assert [] == service.requests
    service.json({"label": "l"})
    GetDepotPhone(service.connection).run("+13115556789", {"label": "l"})
    assert [("PhoneNumber", "+13115556789"), ("Label", "l")] == service.form


def test_a_cache_is_as_it_was_when_an_entry_cannot_be_written(tmp_path: Path):
    """A document is found by all its keys or not kept at all; the cache goes on afterwards."""
    path = tmp_path / "cache.db"
    document = Document(f"<R><Parcel><Sid>{PARCEL}</Sid><To>t</To></Parcel></R>")
    with SqliteCache(path, {"sid": ["Parcel/Sid"], "to": ["Parcel/To"]}) as cache:
        with closing(sqlite3.connect(path)) as base:
            base.execute(
                "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.name = 'to'"
                " BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )
        with pytest.raises(sqlite3.Error, match="disk full"):
            cache.add(document)
        assert (0, []) == (len(cache), cache.find("sid", PARCEL))
        with closing(sqlite3.connect(path)) as base:
            base.execute("DROP TRIGGER full")
        cache.add(document)
        assert [document] == cache.find("to", "t") == cache.find("sid", PARCEL)


def test_what_says_nothing_of_a_record_is_still_the_services_own(service: Service):
    """A proxy's words under the status of a Delete are no answer to it."""
    service.raw(b"gone", 204, "text/plain")
    with pytest.raises(MalformedAnswer, match="not well formed"):
        DeleteParcel(service.connection)(PARCEL)


@pytest.mark.parametrize(
    "value",
    [
        {"a": ["x"]},
        {"a": ["x", "y"]},
        {"a": []},
        {"a": ["x", ""]},
        {"a": ["x", 1]},
        {"a": ""},
        {"a": " x\n"},
        {"a": 1},
        {"a": {"b": {}}},
        {"a": {"b": ["x"]}},
        {"a": True},
        {"two words": "x"},
        {"\u00e4": "x"},
        {},
        [],
        ["x"],
    ],
)
def test_any_value_comes_back_from_a_document_as_it_was(value: Any):
    """Whether it is written as elements or, where these would not say it, as the text of JSON."""
    document = Parcel(sid=Sid(PARCEL), customs=value).to_document()
    assert Parcel.from_document(bytes(document)).customs == value


def test_an_error_document_has_all_that_the_error_said(service: Service):
    """Also where it is made anew, of an error in JSON."""
    said = {"code": 20404, "message": "no", "more_info": "https://e/20404", "detail": "none"}
    service.json(said, 404)
    options = Options(return_application_error_responses=True)
    (result,) = GetParcel(service.connection, options=options).process([PARCEL])
    assert result.document is not None
    found = {name: result.document.text_at(f"Refusal/{name}") for name in NAMES_OF_ERRORS}
    assert found == dict(
        zip(NAMES_OF_ERRORS, ("20404", "no", "https://e/20404", "none", "404"), strict=True)
    )


NAMES_OF_ERRORS = ("Code", "Message", "MoreInfo", "Detail", "Status")


@pytest.mark.parametrize("length", [80, 81])
def test_a_long_sid_is_shown_shortly(service: Service, length: int):
    """Whole up to eighty characters, and by its beginning beyond."""
    text = "P" * length
    with pytest.raises(SidError) as caught:
        GetParcel(service.connection)(text)
    shown = text if length == 80 else "P" * 77 + "..."
    assert str(caught.value).startswith(f"{shown!r} is not ")


@pytest.mark.parametrize("write", [str.title, str.lower, str.upper])
@pytest.mark.parametrize(
    "name", ["accept", "authorization", "connection", "content-length", "content-type", "host"]
)
def test_what_an_operation_sends_itself_is_not_given(service: Service, name: str, write: Any):
    """However it is written: two of such a header field mean nothing, or something else."""
    with pytest.raises(ConfigurationError, match="is sent by the operation itself"):
        GetParcel(service.connection).replace(headers={write(name): "x"})


def test_a_failure_of_a_senders_own_may_have_come_late(service: Service):
    """What says nothing else may have arrived; only who knows better says so."""
    for failure, expected in (
        (MalformedAnswer("odd"), OutcomeUnknown),
        (MalformedAnswer("odd", sent=False), MalformedAnswer),
    ):
        service.answers.clear()
        service.answers.append(failure)
        with pytest.raises(expected):
            CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)


def test_an_archive_says_what_it_takes(tmp_path: Path):
    """The setting, and what it may be."""
    taken: Any = "yes"
    with pytest.raises(ConfigurationError, match=r"Archiving.secrets takes True or False, not str"):
        Archiving(tmp_path, secrets=taken)


def test_a_nested_value_of_a_request_is_not_empty():
    """An element with nothing in it says none of its fields."""
    with pytest.raises(ValueError, match="this type has no empty value"):
        read_request(StructType(ParcelHandling), etree.Element("Handling"))


def test_an_unknown_index_is_told_with_those_there_are():
    """All of them, by their names."""
    from twilio_ops_runtime.documents.cache import MemoryCache

    cache = MemoryCache({"one": ["Call/Sid"], "other": ["Call/To"]})
    with pytest.raises(LookupError, match=r"no index 'third'; it has one, other$"):
        cache.find("third", "x")


def test_facts_of_an_error_are_given_by_name():
    """What happened comes first; what else is known is never taken for something else."""
    from twilio_ops_runtime.errors import OutcomeUnknown, PostProcessingError, TransportError

    for kind in (TransportError, OutcomeUnknown, PostProcessingError):
        with pytest.raises(TypeError, match="positional"):
            kind("what happened", "GET", "/x")
        with pytest.raises(TypeError, match="positional"):
            kind("what happened", "GET")


def test_a_head_request_announces_no_body():
    """Nor does a GET or a DELETE; what creates or changes says that it has none."""
    from twilio_ops_runtime.http.messages import Request
    from twilio_ops_runtime.http.transport import _prepared

    for method, length in (("HEAD", None), ("GET", None), ("DELETE", None), ("POST", "0")):
        prepared = _prepared(Request(method, "https://a.example/"), None)
        assert prepared.headers.get("Content-Length") == length


def test_text_that_is_no_document_is_handed_on_as_it_is():
    """An input's own error says what is wrong with it; its bytes are those of the text."""
    from twilio_ops_runtime.documents.document import Document

    assert bytes(Document("<a ü\ud83d")) == "<a ü".encode() + b"\xed\xa0\xbd"


def test_what_may_stand_in_a_path_is_told_by_true_or_false():
    """For each reason that something may not."""
    from twilio_ops_runtime.sids import Key

    refused = ("", "x" * 501, "a\nb", ".", "..", f"ca{'2e' * 16}", f" CA{'2e' * 16}")
    assert all(Key().accepts(text) is False for text in refused)
    assert Key().accepts("a:b") is True and Key(("CA",)).accepts(f"CA{'2e' * 16}") is True
    assert Key(("CA",)).accepts("any") is False and Key(pattern="[0-9]+").accepts("a") is False
    assert Key(("CA",), literals=("any",)).accepts("any") is True


def test_an_error_document_that_is_valid_is_handed_out_as_it_came():
    """With all that it holds beyond its profile; one that is not valid is made anew."""
    from in_memory import Service

    from twilio_ops.api.call import GetCall
    from twilio_ops_runtime.documents.options import Options

    rows = "<Status>404</Status><Message>gone</Message><Code>20404</Code><MoreInfo>/e</MoreInfo>"
    for wrong, more in ((False, "<Later>1</Later>"), (True, "<Code>x</Code>")):
        text = f"<RestException>{rows}{more}</RestException>"
        service = Service().xml(text, 404, root="TwilioResponse")
        get = GetCall(service.connection, options=Options(return_application_error_responses=True))
        (result,) = get.process([f"CA{'2e' * 16}"])
        assert result.status == "application error" and result.output is not None
        assert (text in str(result.output)) is not wrong
