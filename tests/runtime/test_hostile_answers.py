"""Hostile and broken answers: a clear error each, in bounded memory."""

from __future__ import annotations

import gc
import json
import re
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
    FieldNotPresent,
    MalformedAnswer,
    NotFoundError,
    RequestRejected,
)
from twilio_ops_runtime.http.messages import Response

BOMB = (
    b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><PostAnswer><Parcel><To>&j;</To></Parcel></PostAnswer>"
)

XML = {
    "entity bomb": (BOMB, r"document type definition, which is never accepted\b"),
    "external entity": (
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><PostAnswer>&f;</PostAnswer>',
        r"document type definition, which is never accepted\b",
    ),
    "external definition": (
        b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --> <!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x/>',
        r"document type definition, which is never accepted\b",
    ),
    "definition in another encoding": (
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"),
        r"document type definition, which is never accepted\b",
    ),
    "entity without definition": (b"<PostAnswer>&a;</PostAnswer>", "not well formed"),
    "deep": (b"<a>" * 100_000, "[Dd]epth"),
    "truncated": (b"<PostAnswer><Parcel><Sid>PC", "not well formed"),
    "web page": (b"<!doctype html><html>login</html>", "it is a web page"),
    "older web page": (b"<html><body><p>busy<br></body></html>", "web page"),
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
    "web page": (b"<html>login</html>", "it is a web page"),
    "xml": (b"<a/>", "its root is a, not PostAnswer"),
    "empty": (b"  ", "it is empty"),
    "deep": (b'{"x":' * 100_000, "nested too deep"),
    "a list": (b"[]", r"\$ is not an object"),
    "no list": (b'{"other": []}', r"\$ has no list 'parcels'"),
    "null list": (b'{"parcels": null}', r"\$.parcels is not a list"),
    "no such list": (b'{"parcels": {}}', r"\$.parcels is not a list"),
    "a record is text": (b'{"parcels": ["x"]}', r"\$.parcels\[0\] is not an object"),
    "next page is a number": (
        b'{"parcels": [], "next_page_uri": 7}',
        "address of the next page is not text",
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


FIELDS = {
    "status": ({}, "text was expected"),
    "weight": ("x", "'x' is not a decimal"),
    "pieces": (1.5, ".* is not a whole number"),
    "insured": ("maybe", "'maybe' is neither true nor false"),
    "posted_at": ("yesterday", "'yesterday' is not a date and time"),
    "sent_at": (5, "text was expected, not a number"),
    "marks": ("x", "a list was expected"),
    "handling": ([1], "an object was expected"),
    "handling.fragile": ({"fragile": "x"}, "'x' is neither"),
    "related_uris": ({"x": 5}, ".x: text"),
}


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("fields", [None, "all"])
def test_a_field_that_cannot_be_read_is_that_fields_problem(service: Service, name, fields):
    """The record comes, and all others of its page; only the field is unset, and says why."""
    value, said = FIELDS[name]
    field = name.partition(".")[0]
    bad = {"sid": PARCEL, "to": "x", field: value}
    service.json({"parcels": [{"sid": "before"}, bad, {"sid": "after"}]})
    names = [field.xml for field in QueryParcel.spec.record.spec.fields] if fields else None
    before, found, after = QueryParcel(service.connection, fields=names)()
    assert (before.sid, found.sid, found.to, after.sid) == ("before", PARCEL, "x", "after")
    assert not before.problems and not after.problems
    assert [name] == list(found.problems)
    assert re.match(said, found.problems[name])
    holder = found.handling if "." in name else found
    with pytest.raises(FieldNotPresent, match="cannot be read: " + said):
        getattr(holder, name.rpartition(".")[2])


def test_a_created_record_is_never_lost_to_one_field(service: Service):
    """Its Sid is what its maker needs, and the request must not be sent again."""
    service.json({"sid": PARCEL, "posted_at": "soon"}, 201)
    made = CreateParcel(service.connection)(to="+13115556789", depot_sid="DE" + "0" * 32)
    assert made.sid == PARCEL and "'soon'" in made.problems["posted_at"]


def test_a_field_that_decides_has_to_be_read(service: Service):
    """Whether the record is in the answer of a filter cannot be told without it."""
    service.json({"parcels": [{"sid": "a", "sent_at": "soon"}]})
    after = QueryParcel.sent_at.after("2026-01-01")
    with pytest.raises(MalformedAnswer, match="sent_at decides, and 'soon'"):
        list(QueryParcel(service.connection, filters=[after])())


@pytest.mark.parametrize("asked", ["json", "xml"])
@pytest.mark.parametrize("kind", ["application/json", "application/xml", "text/plain"])
def test_an_answer_is_read_as_what_it_is(service: Service, asked: str, kind: str):
    """Whatever was asked for, and whatever its header says."""
    xml = f"<PostAnswer><Parcel><Sid>{PARCEL}</Sid><Weight>1.50</Weight></Parcel></PostAnswer>"
    service.raw(f'{{"sid": "{PARCEL}", "weight": "1.50"}}'.encode(), kind=kind)
    service.raw(xml.encode(), kind=kind)
    get = GetParcel(service.connection)
    if asked == "json":
        assert get(PARCEL) == get(PARCEL)
    else:
        assert str(get.document(PARCEL)) == str(get.document(PARCEL)) == xml


@pytest.mark.parametrize("door", ["call", "document"])
@pytest.mark.parametrize(
    "body",
    [
        '{"code": "20404", "message": "gone", "more_info": "https://x/20404", "status": 404}',
        "<PostAnswer><Refusal><Code>20404</Code><Message>gone</Message>"
        "<MoreInfo>https://x/20404</MoreInfo></Refusal></PostAnswer>",
    ],
)
def test_an_error_is_read_as_what_it_is(service: Service, door: str, body: str):
    """Its code, also as text, its message and its address."""
    service.raw(body.encode(), 404)
    get = GetParcel(service.connection)
    with pytest.raises(NotFoundError) as caught:
        get(PARCEL) if door == "call" else get.document(PARCEL)
    error = caught.value
    assert (error.code, error.message, error.more_info) == (20404, "gone", "https://x/20404")


def test_what_is_another_type_or_nothing_is_read_as_what_was_meant(service: Service):
    """Text for a number and the reverse, empty for null, a list of nothing for an object."""
    row = {"to": 123456, "status": "", "depot_sid": "", "pieces": 1.0, "handling": []}
    for answer in ({**row, "related_uris": []}, {**row, "pieces": "1.0"}):
        service.answers.clear()
        record = GetParcel(service.json(answer).connection)(PARCEL)
        assert (record.to, record.status, record.pieces) == ("123456", None, 1)
        assert not record.problems and record.handling is not None


def test_a_list_by_an_older_key_is_known_by_its_records(service: Service):
    """One list, whose records have fields of ours; else there is no such list."""
    service.json({"post_parcels": [{"sid": PARCEL}]})
    assert [PARCEL] == [record.sid for record in QueryParcel(service.connection)()]
    for wrong in ({"errors": [{"reason": "x"}]}, {"a": [{"sid": "x"}], "b": [{"sid": "y"}]}):
        service.answers.clear()
        service.json(wrong)
        with pytest.raises(MalformedAnswer, match="has no list 'parcels'"):
            list(QueryParcel(service.connection)())


@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_the_catalog_does_not_know_is_kept_if_asked_for(service: Service, form: str):
    """By JSON name, of a record and of each of a list; otherwise it is left out."""
    for unknown in (True, False):
        service.answers.clear()
        if form == "json":
            service.json({"sid": PARCEL, "brand_new": {"a": "b"}})
        else:
            service.xml(f"<Parcel><Sid>{PARCEL}</Sid><BrandNew><a>b</a></BrandNew></Parcel>")
        record = GetParcel(service.connection, fields=["Sid"], unknown=unknown)(PARCEL)
        assert record.sid == PARCEL
        assert record.unknown == ({"brand_new": {"a": "b"}} if unknown else {})


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


def test_a_document_says_what_cannot_be_read(service: Service):
    """The document of a record keeps the text; made into a record, it is refused with its place."""
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


@pytest.mark.slow
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


@pytest.mark.parametrize("number", [b"1e99999999999999999999", b"9" * 5000])
def test_a_number_beyond_all_numbers_is_the_problem_of_its_field(service: Service, number: bytes):
    """Not an error of arithmetic: what was created is there, and what was refused is refused."""
    service.raw(b'{"sid": "x", "weight": %b, "pieces": %b, "to": "+1"}' % (number, number), 201)
    record = CreateParcel(service.connection)(
        to="+13115556789", weight=Decimal("1"), pickup_url="https://e/x"
    )
    assert (record.sid, record.to) == ("x", "+1") and "pieces" in record.problems
    service.answers.clear()
    service.raw(b'{"code": 21211, "message": "bad", "x": %b}' % number, 400)
    with pytest.raises(RequestRejected) as caught:
        GetParcel(service.connection)(PARCEL)
    assert caught.value.code == 21211


def test_an_error_of_too_many_parts_is_still_the_error_of_its_status(service: Service):
    service.raw(b'{"code":1,"message":"x","more":[' + b"1," * (1 << 20) + b"1]}", status=400)
    with pytest.raises(RequestRejected, match="not the service's own error"):
        GetParcel(service.connection)(PARCEL)


def test_a_page_of_a_thousand_long_texts_is_none_too_many(service: Service):
    """1600 characters each, every one of them written as an escape, or as an element's text."""
    service.json({"parcels": [{"sid": "x", "to": "\u20ac, " * 533}] * 1000})
    assert len(list(QueryParcel(service.connection, page_size=1000)())) == 1000
    service.answers.clear()
    record = f"<Parcel><Sid>{PARCEL}</Sid><To>{'&lt;=!' * 400}</To></Parcel>"
    service.xml(f"<Parcels>{record * 1000}</Parcels>")
    assert len(list(QueryParcel(service.connection, page_size=1000).documents())) == 1000


@pytest.mark.slow
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
