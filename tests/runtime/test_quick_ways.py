"""The usual answer takes the quick way: what others would notice only as slowness."""

from __future__ import annotations

from collections.abc import Callable
from json import dumps
from typing import Any

import pytest
from acme_ops.api.parcel import GetParcel, Parcel, ParcelHandling, ParcelStatus, QueryParcel
from in_memory import PARCEL, Service, parcel_json

from twilio_ops_runtime import Connection
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.formats import json, tree, xml
from twilio_ops_runtime.types import text

WHOLE = {
    **{field.json_name: None for field in Parcel.spec.fields},
    "sid": PARCEL,
    "posted_at": "Wed, 18 Aug 2010 20:20:06 +0000",
    "sent_at": "2010-08-18T20:20:06Z",
    "status": "queued",
    "weight": "1.50",
    "pieces": 2,
    "insured": True,
    "marks": ["a", "b"],
    "handling": {"fragile": True},
    "customs": {"a": [1]},
    "related_uris": {"id_tags": "/x"},
}


def counting(monkeypatch: pytest.MonkeyPatch, place: object, name: str, calls: list[str]) -> None:
    """Note each call of something, which is carried out all the same."""
    real: Callable[..., Any] = getattr(place, name)

    def noted(*args: Any, **kwargs: Any) -> Any:
        calls.append(name)
        return real(*args, **kwargs)

    monkeypatch.setattr(place, name, noted)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of slow ways, as they are taken."""
    calls: list[str] = []
    json._readers.clear()
    counting(monkeypatch, json.Reader, "_slowly", calls)
    counting(monkeypatch, json, "loads", calls)
    return calls


def page(*items: dict[str, Any]) -> dict[str, Any]:
    return {"parcels": list(items), "next_page_uri": None}


def test_a_usual_answer_is_decoded_at_once(service: Service, slow: list[str]):
    """With values of every type, one or a list of them; no value is read by itself."""
    service.json(WHOLE).json(page(WHOLE, WHOLE))
    one = GetParcel(service.connection)(PARCEL)
    assert [one, one] == list(QueryParcel(service.connection)())
    assert one.handling == ParcelHandling(fragile=True) and one.marks == ("a", "b")
    assert one.status is ParcelStatus.QUEUED and one.related_uris == {"id_tags": "/x"}
    assert slow == []


def test_what_a_service_leaves_out_once_costs_once(service: Service, slow: list[str]):
    """The answer is looked through for what it has; the next of its kind is decoded at once."""
    few = {"sid": PARCEL, "weight": "1.50", "marks": ["a"]}
    service.json(few).json(few).json(page(few, few)).json(page(few, {**few, "pieces": 5}))
    get, query = GetParcel(service.connection), QueryParcel(service.connection)
    first = get(PARCEL)
    assert slow == ["loads"]
    assert [first, first, first] == [get(PARCEL), *query()] and slow == ["loads"]
    assert [False, True] == [one.is_set("pieces") for one in query()] and slow == ["loads"]


def test_one_value_of_another_kind_costs_its_answer_alone(service: Service, slow: list[str]):
    """It is read value by value; the next answer is decoded at once again."""
    odd = {**WHOLE, "weight": 1.5, "pieces": "2", "insured": "true"}
    service.json(odd).json(WHOLE)
    get = GetParcel(service.connection)
    assert get(PARCEL).insured is True
    assert "_slowly" in slow
    slow.clear()
    assert get(PARCEL).insured is True and slow == []


def test_a_list_that_is_empty_is_a_list(service: Service, slow: list[str]):
    """It is looked at once more, as its key may be another; that is all."""
    service.json(page())
    assert list(QueryParcel(service.connection)()) == []
    assert slow == ["loads"]


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": "), (",\n  ", " : ")])
def test_a_long_page_is_read_in_parts(
    service: Service,
    slow: list[str],
    monkeypatch: pytest.MonkeyPatch,
    separators: tuple[str, str],
):
    """Each is decoded when it is its turn; what stands around them is read once, few fields whole."""
    decoded: list[str] = []
    counting(monkeypatch, json.Reader, "decoded", decoded)
    service.json(dumps(page(*[WHOLE] * 500), separators=separators))
    query = QueryParcel(service.connection)
    found = query()
    next(found)
    assert decoded == ["decoded"] and slow == ["loads"]
    assert len(list(found)) == 499 and len(decoded) > 4 and slow == ["loads"]
    decoded.clear()
    assert len(list(QueryParcel(service.connection, fields=["Sid"])())) == 500
    assert decoded == ["decoded"]


def test_a_usual_page_of_documents_is_cut_and_not_built(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    """A chunk of records is parsed when it is its turn, with the shell around all of them before."""
    parsed: list[str] = []
    counting(monkeypatch, tree, "parse", parsed)
    counting(monkeypatch, xml.tree, "items_of", parsed)
    record = f"<Parcel><Sid>{PARCEL}</Sid><Weight>1.50</Weight></Parcel>"
    service.xml(f"<Parcels>{record * 150}</Parcels>")
    found = QueryParcel(service.connection).documents()
    first = next(found)
    assert bytes(first) == f"<PostAnswer>{record}</PostAnswer>".encode()
    assert parsed == ["parse", "parse"]
    assert len(list(found)) == 149 and parsed == ["parse"] * 4


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch):
    """Times of an hour that was there, prices and statuses."""
    calls: list[str] = []
    counting(monkeypatch, text, "instant", calls)
    assert text.rfc2822("Wed, 18 Aug 1999 20:20:06 +0000") == text.rfc2822(
        "Wed, 18 Aug 1999 20:20:06 +0000"
    )
    assert text.rfc2822("Wed, 18 Aug 1999 20:20:06 +0000") == g.RFC2822.from_json(
        "Wed, 18 Aug 1999 20:20:06 +0000"
    )
    assert calls == ["instant"]
    assert text.iso8601("2015-05-14T23:44:32Z") is not None and calls == ["instant"]
    assert text.quick_decimal("12.3450001") is text.quick_decimal("12.3450001")


def test_an_origin_is_made_once(service: Service, monkeypatch: pytest.MonkeyPatch):
    """However many requests go there; and a Get asks for nothing but its record."""
    import twilio_ops_runtime.connection as module

    calls: list[str] = []
    counting(monkeypatch, module, "origin_of", calls)
    service.json(parcel_json())
    for _ in range(3):
        GetParcel(service.connection)(PARCEL)
    assert calls == ["origin_of"] and len(service.requests) == 3
    assert isinstance(service.connection, Connection)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "us-ascii"])
def test_a_page_is_cut_only_where_its_bytes_are_what_they_seem(service: Service, encoding: str):
    """Two letters of another encoding may be one of UTF-8; the documents have what was meant."""
    letters = "\u00c3\u00a9" if encoding != "us-ascii" else "&#195;&#169;"
    page = (
        f'<?xml version="1.0" encoding="{encoding}"?><PostAnswer><Parcels>'
        f"<Parcel><To>{letters}</To></Parcel></Parcels></PostAnswer>"
    )
    service.raw(page.encode(encoding), kind="application/xml")
    (document,) = QueryParcel(service.connection).documents()
    assert document.text_at("Parcel/To") == "\u00c3\u00a9"
