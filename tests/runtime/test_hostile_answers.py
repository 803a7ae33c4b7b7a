"""Hostile and broken answers: a clear error each, in bounded memory."""

from __future__ import annotations

import gc
import json
import tracemalloc
from decimal import Decimal

import pytest
from acme_notes.api.note import GetNote
from acme_ops.api.parcel import CreateParcel, GetParcel, QueryParcel
from in_memory import ACCOUNT, PARCEL, TOKEN, Service

from twilio_ops_runtime.connection import Connection
from twilio_ops_runtime.documents.options import Options
from twilio_ops_runtime.errors import (
    AnswerTooLarge,
    MalformedAnswer,
    OutcomeUnknown,
    RequestRejected,
)
from twilio_ops_runtime.http.transport import Response

BOMB = (
    b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><PostAnswer><Parcel><To>&j;</To></Parcel></PostAnswer>"
)

XML = {
    "entity bomb": (BOMB, "document type definition"),
    "external entity": (
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><PostAnswer>&f;</PostAnswer>',
        "document type definition",
    ),
    "external definition": (
        b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --> <!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x/>',
        "document type definition",
    ),
    "definition in another encoding": (
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"),
        "document type definition",
    ),
    "entity without definition": (b"<PostAnswer>&a;</PostAnswer>", "not well formed"),
    "deep": (b"<a>" * 100_000, "[Dd]epth"),
    "truncated": (b"<PostAnswer><Parcel><Sid>PC", "not well formed"),
    "web page": (b"<!doctype html><html>login</html>", "it is a web page"),
    "older web page": (b"<html><body><p>busy<br></body></html>", "web page"),
    "json": (b'{"sid": 1}', "not XML"),
    "empty": (b"", "it is empty"),
    "wrong root": (b"<Other><Parcel/></Other>", "its root is Other, not PostAnswer"),
    "namespace": (
        b'<PostAnswer xmlns="urn:x"><Parcel/></PostAnswer>',
        "its root is {urn:x}",
    ),
    "wrong item": (b"<PostAnswer><Letter/></PostAnswer>", "holds Letter, not Parcel"),
    "nothing in it": (b"<PostAnswer/>", "holds 0 elements"),
    "several": (b"<PostAnswer><Parcel/><Parcel/></PostAnswer>", "holds 2 elements"),
    "long name": (b"<" + b"x" * 40_000 + b"/>", "its root is x"),
    "binary": (b"\x89PNG\r\n\x1a\n", "not XML"),
}


@pytest.mark.parametrize("name", XML)
def test_xml_that_is_no_answer(service: Service, name):
    body, said = XML[name]
    service.raw(body, kind="application/xml")
    with pytest.raises(MalformedAnswer, match=said):
        GetParcel(service.connection).document(PARCEL)
    with pytest.raises(MalformedAnswer) as caught:
        list(QueryParcel(service.connection).documents())
    assert len(str(caught.value)) < 600 and TOKEN not in str(caught.value)


LISTS = {
    "one record": ("<Parcel><Sid>x</Sid></Parcel>", "holds Parcel, not Parcels"),
    "another list": ("<Letters><Letter/></Letters>", "holds Letters, not Parcels"),
    "another item": (
        "<Parcels><Parcel/><Letter/></Parcels>",
        r"Parcels\[1\] is Letter, not Parcel",
    ),
    "nothing": ("<Other/>", "holds Other, not Parcels"),
}


@pytest.mark.parametrize("name", LISTS)
def test_xml_that_is_no_list(service: Service, name):
    content, said = LISTS[name]
    service.xml(content)
    with pytest.raises(MalformedAnswer, match=said):
        list(QueryParcel(service.connection).documents())


JSON = {
    "truncated": (b'{"parcels": [{"sid": "P', "not well formed JSON: Input data was truncated"),
    "web page": (b"<html>login</html>", "a web page, not JSON"),
    "xml": (b"<a/>", "it is XML, not JSON"),
    "empty": (b"  ", "it is empty"),
    "deep": (b'{"x":' * 100_000, "nested too deep"),
    "a list": (b"[]", r"\$ is not an object"),
    "no list": (b'{"other": []}', r"\$ has no list 'parcels'"),
    "null list": (b'{"parcels": null}', r"\$ has no list 'parcels'"),
    "no such list": (b'{"parcels": {}}', r"\$.parcels is not a list"),
    "a record is text": (b'{"parcels": ["x"]}', r"\$.parcels\[0\] is not an object"),
    "text is a number": (
        b'{"parcels": [{}, {"to": 5}]}',
        r"\$.parcels\[1\].to: text was expected, not a number",
    ),
    "text is an object": (
        b'{"parcels": [{"status": {}}]}',
        r"\$.parcels\[0\].status: text was expected",
    ),
    "decimal is text": (
        b'{"parcels": [{"weight": "x"}]}',
        r"\$.parcels\[0\].weight: 'x' is not a decimal",
    ),
    "integer is a fraction": (
        b'{"parcels": [{"pieces": 1.5}]}',
        r"pieces: .* is not a whole number",
    ),
    "integer is words": (
        b'{"parcels": [{"pieces": "many"}]}',
        r"pieces: 'many' is not a whole number",
    ),
    "boolean is text": (
        b'{"parcels": [{"insured": "maybe"}]}',
        r"insured: 'maybe' is neither true nor false",
    ),
    "date is words": (
        b'{"parcels": [{"sid": "a"}, {"posted_at": "yesterday"}]}',
        r"\$.parcels\[1\].posted_at: 'yesterday' is not a date and time",
    ),
    "date is a number": (
        b'{"parcels": [{"sent_at": 5}]}',
        r"sent_at: text was expected, not a number",
    ),
    "list is text": (b'{"parcels": [{"marks": "x"}]}', r"marks: a list was expected"),
    "list of numbers": (b'{"parcels": [{"marks": ["a", 1]}]}', r"marks\[1\]: text was expected"),
    "object is a list": (b'{"parcels": [{"handling": []}]}', r"handling: an object was expected"),
    "nested": (
        b'{"parcels": [{"handling": {"fragile": "x"}}]}',
        r"handling\.fragile: 'x' is neither",
    ),
    "addresses are text": (
        b'{"parcels": [{"related_uris": "x"}]}',
        r"related_uris: an object",
    ),
    "an address is a number": (
        b'{"parcels": [{"sid": "a", "related_uris": {"x": 5}}]}',
        r"related_uris\.x: text",
    ),
    "next page is a number": (
        b'{"parcels": [], "next_page_uri": 7}',
        "address of the next page is not text",
    ),
    "a number beyond all decimals": (
        b'{"parcels": [{"sid": "a", "weight": 1e99999999999999999999}]}',
        "is not a decimal number",
    ),
    "a number beyond all decimals in what nobody reads": (
        b'{"parcels": [{"to": 5, "more": -1e-99999999999999999999}]}',
        "is not a decimal number",
    ),
    "not text": (b'{"parcels": [{"to": "\xff"}]}', "not well formed JSON"),
}


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("fields", [None, "all"])
def test_json_that_is_no_answer_is_refused_with_its_place(service: Service, name, fields):
    body, said = JSON[name]
    service.raw(body, kind="application/json")
    names = [field.xml for field in QueryParcel.spec.record.spec.fields] if fields else None
    with pytest.raises(MalformedAnswer, match=said) as caught:
        list(QueryParcel(service.connection, fields=names)())
    assert f"GET /v1/Offices/{ACCOUNT}/Parcels.json" in str(caught.value)


def test_records_before_a_bad_one_are_given_first(service: Service):
    rows = [{"sid": f"p{number}"} for number in range(100)]
    service.json({"parcels": [*rows, {"sid": "bad", "pieces": "x"}, {"sid": "after"}]})
    records = QueryParcel(service.connection)()
    assert [next(records).sid for _ in range(100)] == [row["sid"] for row in rows]
    with pytest.raises(MalformedAnswer, match=r"\$.parcels\[100\].pieces"):
        next(records)


def test_what_is_only_written_in_another_way_is_read(service: Service):
    row = {"weight": "", "insured": "true", "pieces": "", "sent_at": "", "status": None}
    service.json({"parcels": [row, {"weight": 0.125}, {"weight": 3}], "next_page_uri": ""})
    first, second, third = list(QueryParcel(service.connection)())
    assert (first.weight, first.insured, first.pieces, first.sent_at) == (None, True, None, None)
    assert str(second.weight) == "0.125" and third.weight == 3


@pytest.mark.parametrize("before", [0, 1, 64, 100])
@pytest.mark.parametrize("bad", ["<To></Parcel>", "<To>a</To><![CDATA[</Parcel>", "&b;</Parcel>"])
def test_a_page_that_is_not_well_formed_further_on_cannot_be_used(
    service: Service, before: int, bad: str
):
    """Its shell is, and records are looked at when it is their turn; then it is an error as any."""
    good = f"<Parcel><Sid>{PARCEL}</Sid></Parcel>"
    service.xml(f"<Parcels>{good * before}<Parcel>{bad}{good}</Parcels>")
    query = QueryParcel(service.connection)
    with pytest.raises(MalformedAnswer, match=f"^GET .*/{ACCOUNT}/Parcels.xml: .* not well formed"):
        list(query.documents())
    on = Options(stop_on="nothing")
    *_, last = QueryParcel(service.connection, options=on).process()
    assert last.status == "failed" and isinstance(last.error, MalformedAnswer)


def test_one_record_is_checked_like_a_list(service: Service):
    service.json({"sid": PARCEL, "posted_at": "soon"})
    with pytest.raises(MalformedAnswer, match=r"\$\.posted_at: 'soon'"):
        GetParcel(service.connection)(PARCEL)
    service.answers.clear()
    service.xml("<Parcel><PostedAt>soon</PostedAt></Parcel>")
    from acme_ops.api.parcel import Parcel

    from twilio_ops_runtime.errors import ProfileError

    with pytest.raises(ProfileError, match="Parcel/PostedAt: 'soon' is not a date"):
        Parcel.from_document(GetParcel(service.connection).document(PARCEL))


def test_what_is_too_large_is_not_kept():
    def send(request):
        return Response(200, {}, b'{"sid":"' + b"x" * 5_000_000 + b'"}')

    connection = Connection(ACCOUNT, TOKEN, send=send, max_answer=1_000_000)
    with pytest.raises(AnswerTooLarge, match="longer than 1000000 bytes"):
        GetParcel(connection)(PARCEL)


SWARMS = {
    "records": ("json", b'{"parcels":[', b"{},", b"{}]}"),
    "lists": ("json", b'{"parcels":[{"marks":[', b"[],", b"[]]}]}"),
    "nested lists": ("json", b'{"parcels":[', b"[" * 100 + b"]" * 100 + b",", b"{}]}"),
    "members": ("json", b'{"parcels":[{"handling":{', b'"a":1,', b'"b":1}}]}'),
    "elements": ("xml", b"<PostAnswer><Parcels>", b"<a/>", b"</Parcels></PostAnswer>"),
    "record elements": (
        "xml",
        b"<PostAnswer><Parcels>",
        b"<Parcel></Parcel>",
        b"</Parcels></PostAnswer>",
    ),
    "attributes": (
        "xml",
        b"<PostAnswer><Parcels>",
        b"<a " + b" ".join(b'a%d=""' % n for n in range(1000)) + b"/>",
        b"</Parcels></PostAnswer>",
    ),
}


@pytest.mark.parametrize("name", SWARMS)
def test_what_would_take_many_times_its_room_is_refused_before_it_is_parsed(service: Service, name):
    """A few kilobytes on the wire may be megabytes of small parts, and these gigabytes of values."""
    wire, beginning, part, end = SWARMS[name]
    body = beginning + part * ((15 << 20) // len(part)) + end
    service.raw(body, kind=f"application/{wire}")
    query, get = QueryParcel(service.connection), GetParcel(service.connection)
    doors = [lambda: list(query.documents()), lambda: get.document(PARCEL)]
    if wire == "json":
        doors = [lambda: list(query()), lambda: get(PARCEL)]
    for door in doors:
        tracemalloc.start()
        with pytest.raises(MalformedAnswer, match=r"more than \d+ parts"):
            door()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 40 << 20


def test_a_number_beyond_all_decimals_is_an_unusable_answer_of_any_request(service: Service):
    """Not an error of arithmetic: what was created stays unknown, what was refused is refused."""
    number = b"1e99999999999999999999"
    service.raw(b'{"sid": "x", "weight": %b}' % number, 201)
    with pytest.raises(OutcomeUnknown, match="is not a decimal number"):
        CreateParcel(service.connection)(
            to="+13115556789", weight=Decimal("1"), pickup_url="https://e/x"
        )
    service.answers.clear()
    service.raw(b'{"code": 21211, "message": "bad", "x": %b}' % number, 400)
    with pytest.raises(RequestRejected):
        GetParcel(service.connection)(PARCEL)


def test_an_error_of_too_many_parts_is_still_the_error_of_its_status(service: Service):
    service.raw(b'{"code":1,"message":"x","more":[' + b"[]," * (1 << 20) + b"1]}", status=400)
    with pytest.raises(RequestRejected, match="not the service's own error"):
        GetParcel(service.connection)(PARCEL)


def test_a_page_of_a_thousand_long_texts_is_none_too_many(service: Service):
    """1600 characters each, every one of them written as an escape, or as an element's text."""
    service.json({"parcels": [{"sid": "x", "to": "\u20ac, " * 533}] * 1000})
    assert len(list(QueryParcel(service.connection, page_size=1000)())) == 1000
    service.answers.clear()
    record = f"<Parcel><Sid>x</Sid><To>{'&lt;=!' * 400}</To></Parcel>"
    service.xml(f"<Parcels>{record * 1000}</Parcels>")
    assert len(list(QueryParcel(service.connection, page_size=1000).documents())) == 1000


def test_streaming_keeps_no_more_than_two_pages(service: Service):
    path = f"/v1/Offices/{ACCOUNT}/Parcels"
    size = 500

    def answer(wire: str):
        def reply(request):
            number = int(request.url.partition("Page=")[2] or 0)
            uri = f"{path}.{wire}?Page={number + 1}" if number < 39 else ""
            if wire == "json":
                rows = [
                    {"sid": f"PC{number:016x}{n:016x}", "to": "x" * 500, "weight": "1.5"}
                    for n in range(size)
                ]
                body = json.dumps({"parcels": rows, "next_page_uri": uri}).encode()
            else:
                rows = "".join(
                    f"<Parcel><Sid>PC{number:016x}{n:016x}</Sid><To>{'x' * 500}</To></Parcel>"
                    for n in range(size)
                )
                body = (
                    f'<PostAnswer><Parcels nextpageuri="{uri}">{rows}</Parcels></PostAnswer>'
                ).encode()
            service.requests.clear()
            return Response(200, {}, body)

        return reply

    for wire in ("json", "xml"):
        service.answers = [answer(wire)]
        query = QueryParcel(service.connection)
        found = query() if wire == "json" else query.documents()
        next(found)
        gc.collect()
        tracemalloc.start()
        try:
            assert sum(1 for _ in found) == 40 * size - 1
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 40 * size * 500 / 4


@pytest.mark.parametrize("depth", [100, 400, 700, 5000])
def test_a_value_in_itself_in_itself(depth: int):
    """A record that may hold itself is read as deep as it goes, or refused with its place."""
    start, end = b'{"main":' * depth, b"}" * depth
    body = b'{"sid": "NT%s", "outline": %snull%s}' % (b"0" * 32, start, end)

    def send(request, /):
        return Response(200, {"Content-Type": "application/json"}, body)

    get = GetNote(Connection(ACCOUNT, TOKEN, send=send))
    try:
        outline = get("NT" + "0" * 32).outline
    except MalformedAnswer as error:
        assert depth > 100
        assert "nested too deep" in str(error)
        return
    while outline.main is not None:
        depth -= 1
        outline = outline.main
    assert depth == 1
