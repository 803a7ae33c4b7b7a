"""Published answers of the service: decoded whole, through a document, and back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from twilio_ops import api
from twilio_ops_runtime.formats.json import reader_for
from twilio_ops_runtime.records.record import Record


def records() -> dict[str, type[Record]]:
    """The record class of each object, by the object's name."""
    found = {}
    for name, module in api.OBJECTS.items():
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
        "*" if part.startswith("{") or (len(part) == 34 and part[2:].isalnum()) else part
        for part in parts
    )


@pytest.fixture(scope="module")
def published(shared: Path) -> list[dict[str, Any]]:
    """The successful answers with a body."""
    lines = (shared / "real" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line, parse_float=Decimal) for line in lines]
    return [row for row in rows if row["status"] < 300 and isinstance(row["body"], dict)]


def items_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The records in an answer."""
    body = row["body"]
    if "page_size" not in body and "next_page_uri" not in body:
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


def test_published_answers_are_read_whole(published: list[dict[str, Any]]) -> None:
    """Every record has every value that came, or says which it could not read; none is lost.

    Each goes into a document and comes back the same.
    """
    known = lists()
    read = 0
    unread: list[str] = []
    for row in published:
        classes = known.get(shape(row["url"]))
        if not classes:
            continue
        cls = classes[0]
        for item in items_of(row):
            body = json.dumps(item, default=str).encode()
            record = reader_for(cls).one(body)
            read += 1
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
    assert read >= 200
    assert [] == unread
