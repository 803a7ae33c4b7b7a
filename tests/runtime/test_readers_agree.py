"""Two readers of one thing agree: JSON and XML, records and documents, caches in memory and in files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from acme_ops.api.parcel import GetParcel, Parcel, ParcelHandling, QueryParcel
from in_memory import PARCEL, Service

from twilio_ops_runtime.documents.cache import MemoryCache, SqliteCache
from twilio_ops_runtime.documents.options import Options
from twilio_ops_runtime.errors import MalformedAnswer, ProfileError, ServiceError

OTHER = "PC" + "7d" * 16
BAD = "what cannot be read"
AT = datetime(2010, 8, 18, 20, 20, 6, tzinfo=UTC)


class Case(NamedTuple):
    """One value as JSON and as the content of its element, and what it is in Python."""

    name: str
    in_json: str
    element: str
    in_xml: str
    expected: Any


def texts() -> Iterator[Case]:
    """Values that both formats have as the same text."""
    rows: list[tuple[str, str, str, Any]] = [
        ("posted_at", "PostedAt", "Wed, 18 Aug 2010 20:20:06 +0000", AT),
        ("posted_at", "PostedAt", "2010-08-18T20:20:06Z", AT),
        ("posted_at", "PostedAt", "Wed, 32 Aug 2010 20:20:06 +0000", BAD),
        ("posted_at", "PostedAt", "Tue, 30 Feb 2010 20:20:06 +0000", BAD),
        ("posted_at", "PostedAt", "Mon, 29 Feb 2100 20:20:06 +0000", BAD),
        ("posted_at", "PostedAt", "Wed, 18 Aug 2010 24:00:00 +0000", BAD),
        ("sent_at", "SentAt", "2010-08-18T20:20:06Z", AT),
        ("sent_at", "SentAt", "2010-08-18 20:20:06", AT),
        ("sent_at", "SentAt", "2010-02-29T20:20:06Z", BAD),
        ("sent_at", "SentAt", "", None),
        ("weight", "Weight", "1.50", Decimal("1.50")),
        ("weight", "Weight", "-0.0075", Decimal("-0.0075")),
        ("weight", "Weight", "1e2", Decimal("1e2")),
        ("weight", "Weight", "", None),
        ("weight", "Weight", "NaN", BAD),
        ("weight", "Weight", "1_000", BAD),
        ("weight", "Weight", "\u0661", BAD),
        ("pieces", "Pieces", "7", 7),
        ("pieces", "Pieces", "007", 7),
        ("pieces", "Pieces", "1.0", 1),
        ("pieces", "Pieces", "", None),
        ("pieces", "Pieces", "1.5", BAD),
        ("pieces", "Pieces", "seven", BAD),
        ("insured", "Insured", "true", True),
        ("insured", "Insured", "False", False),
        ("insured", "Insured", "1", True),
        ("insured", "Insured", "", None),
        ("insured", "Insured", "yes", BAD),
        ("status", "Status", "under-way", "under-way"),
        ("status", "Status", "beamed", "beamed"),
        ("status", "Status", "", None),
        ("to", "To", "x & y", "x & y"),
        ("to", "To", "123456", "123456"),
        ("sid", "Sid", "", None),
    ]
    for name, element, text, expected in rows:
        content = text.replace("&", "&amp;")
        yield Case(name, json.dumps(text), element, content, expected)


OF_THEIR_OWN = [
    Case("pieces", "7", "Pieces", "7", 7),
    Case("pieces", "1.0", "Pieces", "1.0", 1),
    Case("weight", "1.50", "Weight", "1.50", Decimal("1.50")),
    Case("insured", "true", "Insured", "true", True),
    Case("to", "123456", "To", "123456", "123456"),
    Case("to", "null", "To", "", None),
    Case("to", '{"a": 1}', "To", "<A>1</A>", BAD),
    Case("pieces", '{"a": 1}', "Pieces", "<A>1</A>", BAD),
    Case("marks", '["a", "b"]', "Marks", "<Mark>a</Mark><Mark>b</Mark>", ("a", "b")),
    Case("marks", "null", "Marks", "", None),
    Case("marks", '"a"', "Marks", "a", BAD),
    Case(
        "handling",
        '{"fragile": true, "xray": "False"}',
        "Handling",
        "<Fragile>true</Fragile><XRAY>False</XRAY>",
        ParcelHandling(fragile=True, xray=False),
    ),
    Case("handling", '"careful"', "Handling", "careful", BAD),
    Case(
        "related_uris",
        '{"scans": "/x/Scans", "id_tags": "/x/I"}',
        "RelatedUris",
        "<Scans>/x/Scans</Scans><IDTags>/x/I</IDTags>",
        {"scans": "/x/Scans", "id_tags": "/x/I"},
    ),
    Case("customs", '{"A": ["1", "2"]}', "Customs", "<A>1</A><A>2</A>", {"A": ["1", "2"]}),
    Case("customs", '"plain"', "Customs", "plain", "plain"),
]
CASES = [*texts(), *OF_THEIR_OWN]


def answered(service: Service, form: str, case: Case, *, page: bool = False) -> None:
    """Put an answer that holds a case's value in line: a record, or a page of one."""
    key = "" if case.name == "sid" else f'"sid": "{PARCEL}", '
    item = f'{{{key}"{case.name}": {case.in_json}}}'
    own = "" if case.name == "sid" else f"<Sid>{PARCEL}</Sid>"
    element = f"<Parcel>{own}<{case.element}>{case.in_xml}</{case.element}></Parcel>"
    if form == "json":
        service.json(f'{{"parcels": [{item}]}}' if page else item)
    else:
        service.xml(f'<Parcels uri="/x">{element}</Parcels>' if page else element)


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name}={case.in_json}")
def test_a_value_is_the_same_through_every_door(service: Service, form: str, case: Case) -> None:
    """A record of its own or of a page, in both formats, typed or through a document; what cannot
    be read is that field's problem, and a document with it is not valid."""
    answered(service, form, case)
    answered(service, form, case, page=True)
    read = [GetParcel(service.connection)(PARCEL), *QueryParcel(service.connection)()]
    service.answers.clear()
    answered(service, form, case)
    answered(service, form, case, page=True)
    process = Options(stop_on="nothing")
    results = [
        *GetParcel(service.connection, options=process).process([PARCEL]),
        *QueryParcel(service.connection, options=process).process(),
    ]
    assert [record.is_set(case.name) for record in read] == [case.expected != BAD] * 2
    if case.expected == BAD:
        assert [set(record.problems) for record in read] == [{case.name}] * 2
        for result in results:
            assert not result.ok and isinstance(result.error, ProfileError), result
            assert case.element in str(result.error) or case.name in str(result.error)
        return
    assert [result.error for result in results] == [None, None]
    again = [Parcel.from_document(result.outputs[0]) for result in results]
    for record in (*read, *again):
        value = getattr(record, case.name)
        assert (value, type(value) is bool) == (case.expected, type(case.expected) is bool)
    assert {} == read[0].problems == read[1].problems


ERRORS = [
    ("20404", 20404),
    (" 20404 ", 20404),
    ("twenty", None),
    ("", None),
    ("-5", None),
    ("\u0661", None),
    ("99999999999", None),
]


@pytest.mark.parametrize("asked", ["json", "xml"])
@pytest.mark.parametrize(("text", "code"), ERRORS)
def test_an_error_says_the_same_in_both_formats(
    service: Service, text: str, code: int | None, asked: str
) -> None:
    """Whatever was asked for: its code as a number or text, its message and its explanation."""
    said = {
        "code": text,
        "message": "none <here>",
        "more_info": "https://x.example/1",
        "status": 404,
    }
    content = f"<Code>{text}</Code><Message>none &lt;here&gt;</Message><MoreInfo>https://x.example/1</MoreInfo>"
    service.json(said, status=404).xml(f"<Refusal>{content}</Refusal>", status=404)
    get = GetParcel(service.connection)
    call = get if asked == "json" else get.document
    errors: list[ServiceError] = []
    for _ in range(2):
        with pytest.raises(ServiceError) as caught:
            call(PARCEL)
        errors.append(caught.value)
    facts = [(type(e), e.status, e.code, e.message, e.more_info, str(e)) for e in errors]
    assert facts[0] == facts[1]
    assert facts[0][1:5] == (404, code, "none <here>", "https://x.example/1")


@pytest.mark.parametrize(
    "case", [case for case in texts() if case.expected != BAD], ids=lambda c: f"{c.name}={c.in_xml}"
)
def test_caches_find_the_same(service: Service, tmp_path: Path, case: Case) -> None:
    """A document is found by what its element says, trimmed, or by what another has not."""
    indexes = {
        "value": [f"Parcel/{case.element}"],
        "both": ["Parcel/Sid", f"Parcel/{case.element}"],
    }
    memory, file = MemoryCache(indexes), SqliteCache(tmp_path / "cache", indexes)
    for form in ("json", "xml"):
        answered(service, form, case)
    get = GetParcel(service.connection)
    documents = [get.document(PARCEL), get.document(PARCEL)]
    for cache in (memory, file):
        for document in documents:
            cache.add(document)
    text = documents[1].text_at(f"Parcel/{case.element}")
    sid = documents[1].text_at("Parcel/Sid")
    assert text is not None and sid is not None
    for index, keys in (("value", (f" {text}\n",)), ("both", (sid, text)), ("value", ("other",))):
        assert memory.find(index, *keys) == file.find(index, *keys)
    assert documents[1] in memory.find("value", text)
    assert len(memory) == len(file) == 2
    file.close()


MARK = b"\xef\xbb\xbf"
"""The byte order mark, which many programs write before UTF-8."""


@pytest.mark.parametrize("wire", ["json", "xml"])
def test_a_byte_order_mark_says_nothing(service: Service, wire: str):
    """Records, lists, documents and errors are read behind it in either format."""
    one = f'{{"sid": "{PARCEL}"}}' if wire == "json" else f"<Parcel><Sid>{PARCEL}</Sid></Parcel>"
    many = f'{{"parcels": [{one}]}}' if wire == "json" else f"<Parcels>{one}</Parcels>"
    error = '{"code": 20404, "message": "no"}'
    if wire == "xml":
        error = "<Refusal><Code>20404</Code><Message>no</Message></Refusal>"
        one, many, error = (f"<PostAnswer>{text}</PostAnswer>" for text in (one, many, error))
    get, query = GetParcel(service.connection), QueryParcel(service.connection)
    kind = f"application/{wire}"
    service.raw(MARK + one.encode(), 200, kind)
    assert get(PARCEL).sid == PARCEL
    assert get.document(PARCEL).text_at("Parcel/Sid") == PARCEL
    with pytest.raises(MalformedAnswer, match=f"it is of {PARCEL}"):
        get("PC" + "9f" * 16)
    service.answers.clear()
    service.raw(MARK + many.encode(), 200, kind)
    assert [record.sid for record in query()] == [PARCEL]
    service.answers.clear()
    service.raw(MARK + error.encode(), 404, kind)
    with pytest.raises(ServiceError) as caught:
        get(PARCEL)
    assert (caught.value.code, caught.value.message) == (20404, "no")


def test_half_of_a_character_is_the_problem_of_its_field(service: Service):
    """A text that was cut to a length may end in one; the record is there, and so are its others."""
    half = f'{{"sid": "{PARCEL}", "to": "1 A St \\uD83D", "customs": {{"a": "b"}}, "weight": 1.50}}'
    service.json(half)
    record = GetParcel(service.connection)(PARCEL)
    assert (record.sid, str(record.weight)) == (PARCEL, "1.50")
    assert "half of a character" in record.problems["to"]
    whole = f'{{"sid": "{OTHER}", "to": "1 A St \\ud83d\\ude00"}}'
    service.answers.clear()
    service.json(f'{{"parcels": [{whole}, {half}, {whole}]}}')
    first, broken, last = QueryParcel(service.connection)()
    assert first.to == last.to == "1 A St \U0001f600" and "to" in broken.problems
    service.answers.clear()
    service.json('{"code": 20404, "message": "no \\ud83d"}', 404)
    with pytest.raises(ServiceError) as caught:
        GetParcel(service.connection)(PARCEL)
    assert caught.value.code == 20404
    for wrong in ('{"sid": "\\ud83d", "weight": NaN}', '{"sid": "\\ud83d"', '{"to": "\\ud8"}'):
        service.answers.clear()
        service.json(wrong)
        with pytest.raises(MalformedAnswer, match="not well formed JSON"):
            GetParcel(service.connection)(PARCEL)
