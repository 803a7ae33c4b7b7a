"""Published answers of the service: decoded whole, through a document, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from twilio_ops import Connection, Options, Request, Response, Retry, ServiceError, api
from twilio_ops.api.call import CreateCall, GetCall
from twilio_ops.api.caller_id_validation import CreateCallerIdValidation
from twilio_ops.api.message import CreateMessage
from twilio_ops.api.sip_domain import QuerySipDomain
from twilio_ops.api.usage_record import QueryUsageRecord
from twilio_ops.api.usage_trigger import GetUsageTrigger
from twilio_ops_runtime.formats import xml
from twilio_ops_runtime.formats.json import reader_for
from twilio_ops_runtime.formats.projection import Projection
from twilio_ops_runtime.records.record import Record


def records() -> dict[str, type[Record]]:
    """The record class of each object, by the object's name."""
    found = {}
    for name in api.OBJECTS:
        found[name] = getattr(api.load(name), name, None)
    return {name: cls for name, cls in found.items() if isinstance(cls, type)}


def lists() -> dict[str, list[type[Record]]]:
    """The record classes of each list key and of each single record's last path segment."""
    found: dict[str, list[type[Record]]] = {}
    for name in dict.fromkeys(api.OBJECTS.values()):
        module = api.load(next(key for key, value in api.OBJECTS.items() if value == name))
        for export in module.__all__:
            spec = getattr(getattr(module, export), "spec", None)
            record = getattr(spec, "record", None)
            if isinstance(record, type) and getattr(spec, "paths", None):
                for path in spec.paths:
                    last = shape(path)
                    found.setdefault(last, []).append(record)
    return found


def shape(path: str) -> str:
    """A path with a star for every placeholder, Sid or key."""
    parts = urlsplit(path).path.removesuffix(".json").strip("/").split("/")
    return "/".join(
        (
            "*"
            if part.startswith("{") or (len(part) == 34 and part[2:].isalnum()) or COUNTRY(part)
            else part
        )
        for part in parts
    )


COUNTRY = re.compile("[A-Z]{2}").fullmatch


def list_keys() -> set[str]:
    """The keys of lists in answers."""
    found = set()
    for name in api.OBJECTS:
        for export in vars(api.load(name)).values():
            found.add(getattr(getattr(export, "spec", None), "json_list", None))
    return {key for key in found if key is not None}


@pytest.fixture(scope="module")
def published(shared: Path) -> list[dict[str, Any]]:
    """The successful answers with a body."""
    lines = (shared / "real" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line, parse_float=Decimal) for line in lines]
    return [row for row in rows if row["status"] < 300 and isinstance(row["body"], dict)]


def items_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The records in an answer."""
    body = row["body"]
    listed = [key for key in list_keys() if isinstance(body.get(key), list)]
    if "page_size" not in body and not listed:
        return [body]
    return [item for value in body.values() if isinstance(value, list) for item in value]


def differs(sent: Any, read: Any) -> bool:
    """Whether a value that was read is another than the one that came."""
    if sent in (None, "", [], {}):
        return read not in (None, "", (), [], {}) and not isinstance(read, Record)
    if isinstance(sent, bool) or isinstance(read, bool):
        return str(sent).lower() != str(read).lower()
    if isinstance(read, int | Decimal):
        return Decimal(str(sent).strip()) != read
    if isinstance(read, str):
        return str(sent) != read
    if isinstance(sent, dict) and isinstance(read, dict):
        return sent.keys() != read.keys()
    return read is None


@pytest.mark.slow
def test_published_answers_are_read_whole(published: list[dict[str, Any]]) -> None:
    """Every record has every value that came, or says which it could not read; none is lost.

    Each goes into a document and comes back the same.
    """
    known = lists()
    read = 0
    unread: list[str] = []
    unknown: set[tuple[str, str]] = set()
    for row in published:
        classes = known.get(shape(row["url"]))
        if not classes:
            continue
        cls = classes[0]
        for item in items_of(row):
            body = json.dumps(item, default=str).encode()
            record = reader_for(cls).one(body)
            read += 1
            unknown |= {(cls.__name__, name) for name in item.keys() - names_of(cls)}
            unread += [f"{cls.__name__}.{name}: {why}" for name, why in record.problems.items()]
            for field in cls.spec.fields:
                if field.json_name in item and field.name not in record.problems:
                    value = getattr(record, field.name)
                    assert not differs(item[field.json_name], value), (cls, field.name, item)
            again = cls.from_document(record.to_document())
            assert {name: value for name, value in record.items() if value not in ("", (), {})} == {
                name: value for name, value in again.items() if value not in ("", (), {}, None)
            } | {name: None for name, value in record.items() if value is None}, (cls, item)
            json.loads(record.to_json())
    assert read >= 220
    assert [] == unread
    assert set() == unknown


def names_of(cls: type[Record]) -> set[str]:
    """The JSON names of the fields that the catalog knows."""
    return {field.json_name for field in cls.spec.fields}


LIVE = {
    "live-application": "Application",
    "live-call": "Call",
    "live-conference": "Conference",
    "live-country": "AvailablePhoneNumberCountry",
    "live-incoming": "IncomingPhoneNumber",
    "live-media": "Media",
    "live-recording": "Recording",
    "live-usage-trigger": "UsageTrigger",
}


def test_records_of_a_live_account_are_read_whole(shared: Path) -> None:
    """All their fields are known, each has the value that came, and documents keep it."""
    files = sorted((shared / "real" / "live").glob("*.json"))
    assert sorted(LIVE) == [path.stem for path in files]
    for path in files:
        cls = records()[LIVE[path.stem]]
        item = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        record = reader_for(cls).one(json.dumps(item, default=str).encode())
        assert set() == item.keys() - names_of(cls)
        assert {} == record.problems
        for field in cls.spec.fields:
            if field.json_name in item:
                value = getattr(record, field.name)
                if isinstance(value, datetime):
                    assert datetime.fromisoformat(item[field.json_name]) == value
                else:
                    assert not differs(item[field.json_name], value), (cls, field.name)
        again = cls.from_document(record.to_document())
        for name, value in record.items():
            if value not in ("", (), {}):
                assert value == getattr(again, name), (cls, name)


UNREAD = {"sms-2008-flags-number.xml": {"flags"}}
"""The fields that hold something else in a document than in all others: a number, not a list."""


def test_published_documents_are_read_whole(shared: Path) -> None:
    """Every element of a record is known and read as it came; the document comes back the same."""
    classes: dict[str, list[type[Record]]] = {}
    for cls in records().values():
        for element in (cls.spec.item, *cls.spec.accepts):
            classes.setdefault(element, []).append(cls)
    read = 0
    for path in sorted((shared / "real" / "xml").glob("*.xml")):
        for item in etree.parse(path).getroot().iter(*classes):
            if item.getparent().tag in {
                field.xml for cls in classes[item.tag] for field in cls.spec.fields
            }:
                continue  # a field that is called as a record is
            (cls,) = classes[item.tag]
            root = etree.Element("TwilioResponse")
            root.append(deepcopy(item))
            wanted = Projection(cls, unknown=True)
            record = xml.read_record(xml.load(etree.tostring(root)), wanted)
            read += 1
            assert record.problems.keys() == UNREAD.get(path.name, set())
            fields = {field.xml: field for field in cls.spec.fields}
            for child in item.iterchildren("*"):
                if fields[child.tag].name in record.problems:
                    continue
                value = getattr(record, fields[child.tag].name)
                text = (child.text or "").strip()
                if isinstance(value, str) or (not text and not len(child)):
                    assert (value or "").strip() == text, (path.name, child.tag)
                elif not isinstance(value, datetime | date | bool) and not len(child):
                    assert str(value) == text or Decimal(value) == Decimal(text), child.tag
            assert {} == record.unknown
            if not record.problems:
                assert cls.from_document(record.to_document()) == record
    assert read >= 12


class Once:
    """A send that answers the same to every request."""

    def __init__(self, body: bytes, status: int = 200) -> None:
        self.answer = (status, body)

    def __call__(self, request: Request, /) -> Response:
        """Return the answer, which says nothing of its type."""
        status, body = self.answer
        return Response(status, {}, body)


ACCOUNT = "AC" + "0" * 32
REFUSALS = {
    "2-error-json-on-xml.json": (20429, "Too Many Requests", True),
    "2-error-xml-on-json.xml": (20404, "not found", True),
    "11-error-code-text.json": (20404, "not found", False),
}
"""The error answers: their code, their message, and whether they say where more is to be read."""


@pytest.mark.parametrize("name", REFUSALS)
def test_errors_are_read_whole_whatever_was_asked_for(shared: Path, name: str) -> None:
    """Code, message and explanation, through both doors."""
    body = (shared / "real" / "failures" / name).read_bytes()
    code, message, more = REFUSALS[name]
    status = 429 if code == 20429 else 404
    send = Once(body, status)
    get = GetCall(Connection(ACCOUNT, "secret", send=send, retry=Retry(max_attempts=1)))
    for ask in (get, get.document):
        with pytest.raises(ServiceError) as caught:
            ask("CA" + "a" * 32)
        error = caught.value
        assert (error.status, error.code, error.message) == (status, code, message)
        assert (error.more_info is not None) is more


READ: dict[str, tuple[Callable[[Connection], Any], object]] = {
    "1-validation-code-number.json": (
        lambda connection: (
            CreateCallerIdValidation(connection)(phone_number="+15005550006").validation_code
        ),
        "123456",
    ),
    "4-subresource-uris-list-0.json": (
        lambda connection: [one.subresource_uris for one in QueryUsageRecord(connection)()],
        [{}],
    ),
    "4-subresource-uris-list-1.json": (
        lambda connection: [
            (one.category, set(one.problems)) for one in QueryUsageRecord(connection)()
        ],
        [("sms", {"subresource_uris"})],
    ),
    "5-recurring-empty.json": (
        lambda connection: GetUsageTrigger(connection)("UT" + "b" * 32).recurring,
        None,
    ),
    "8-sip-domains-key.json": (
        lambda connection: [one.sid for one in QuerySipDomain(connection)()],
        ["SD" + "a" * 32],
    ),
}
"""What answers that were seen hold, by their file."""


@pytest.mark.parametrize("name", READ)
def test_answers_as_they_were_seen_are_read(shared: Path, name: str) -> None:
    """A value of another type, an empty one, a list by an older key: none costs the record."""
    read, expected = READ[name]
    send = Once((shared / "real" / "failures" / name).read_bytes())
    assert expected == read(Connection(ACCOUNT, "secret", send=send))


def test_requests_as_they_were_seen_are_taken(shared: Path) -> None:
    """Elements in any order, and a truth that Python writes."""
    sent: list[Request] = []

    def send(request: Request, /) -> Response:
        sent.append(request)
        item = "<Call/>" if "/Calls" in request.path else "<Message/>"
        return Response(201, {}, f"<TwilioResponse>{item}</TwilioResponse>".encode())

    connection = Connection(ACCOUNT, "secret", send=send)
    options = Options(stop_on="nothing")
    paths = sorted((shared / "real" / "failures").glob("*.xml"))
    paths = [path for path in paths if path.name not in REFUSALS]
    for path in paths:
        calls = etree.parse(path).getroot().tag == "Call"
        create = (CreateCall if calls else CreateMessage)(connection, options=options)
        (result,) = create.process([path])
        assert result.ok, (path.name, result.error)
    assert len(paths) == len(sent) >= 5
