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
from acme_ops.api.parcel import CreateParcel, DeleteParcel, GetParcel
from in_memory import DEPOT, DRAFT, NOTE, PARCEL, Service, parcel_json

from twilio_ops_runtime.documents.cache import SqliteCache
from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import MalformedAnswer, OutcomeUnknown, ParameterError
from twilio_ops_runtime.http.messages import Response


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
