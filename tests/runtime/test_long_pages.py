"""Long pages are read in parts; nobody can tell from the records."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from acme_ops.api.parcel import Parcel, QueryParcel
from in_memory import Service

from twilio_ops_runtime.errors import FieldNotPresent, MalformedAnswer

FIELDS = [field.json_name for field in Parcel.spec.fields]
COUNT = 400
Rows = list[dict[str, Any]]


def _rows() -> Rows:
    """Enough for several parts, each with all fields."""
    blank = dict.fromkeys(FIELDS)
    return [
        {**blank, "sid": f"PC{number:032x}", "to": f"street {number} " + "x" * 300}
        for number in range(COUNT)
    ]


def _read(service: Service, body: str | bytes) -> list[Parcel]:
    return list(QueryParcel(service.json(body).connection)())


def _same(service: Service, rows: Rows, body: str | bytes | None = None) -> None:
    """Check that a page gives the records that its rows give one by one."""
    found = _read(service, json.dumps({"parcels": rows}) if body is None else body)
    assert [record.sid for record in found] == [row["sid"] for row in rows]
    assert [record.to for record in found] == [row["to"] for row in rows]


TEXTS: dict[str, Callable[[Rows], str]] = {
    "compact": lambda rows: json.dumps({"parcels": rows}, separators=(",", ":")),
    "spaced": lambda rows: json.dumps({"parcels": rows}),
    "indented": lambda rows: json.dumps({"page": 0, "parcels": rows, "end": 1}, indent=2),
    "the list between others": lambda rows: json.dumps(
        {"tags": ["parcels"], "parcels": rows, "page": {"parcel": []}}
    ),
    "its key elsewhere, too": lambda rows: json.dumps(
        {"meta": {"parcels": [{"sid": "x"}, {"sid": "y"}]}, "parcels": rows}
    ),
    "its key behind it, too": lambda rows: json.dumps(
        {"parcels": rows, "meta": {"parcels": [{"sid": "x"}]}}
    ),
    "commas on lines of their own": lambda rows: (
        '{"parcels": [' + "\n,\n".join(map(json.dumps, rows)) + "]}"
    ),
    "every other one spaced": lambda rows: (
        '{"parcels":['
        + ",".join((" " * (n % 2)) + json.dumps(row) for n, row in enumerate(rows))
        + "]}"
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_however_a_long_page_is_written_its_records_are_those(service: Service, name: str):
    """White space, further keys and their order say nothing."""
    rows = _rows()
    _same(service, rows, TEXTS[name](rows))


ROWS: dict[str, Any] = {
    "a text that looks like the border of two": {"to": 'a}, {"sid": "b'},
    "a value that looks like one": {"handling": {"a": [1, {"sid": "x"}, {"sid": "y"}]}},
    "values that all look like one": {"marks": [{"sid": "x"}, {"sid": "y" * 40}] * 2000},
    "a bracket at the end": {"to": "]"},
    "an escaped one": {"to": '\\"}, {\\"sid\\": "'},
}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("place", [0, 123, COUNT - 1])
def test_whatever_a_record_holds_it_is_one(service: Service, name: str, place: int):
    """What looks like the end of a record within one is none."""
    rows = _rows()
    rows[place].update(ROWS[name])
    _same(service, rows)


def test_what_some_records_lack_is_theirs_alone(service: Service):
    """A field that is absent late on a page is set in the records before and behind."""
    rows = _rows()
    del rows[300]["to"]
    found = _read(service, json.dumps({"parcels": rows}))
    with pytest.raises(FieldNotPresent):
        print(found[300].to)
    assert [found[number].to for number in (0, 299, 301)] == [
        rows[number]["to"] for number in (0, 299, 301)
    ]


def test_a_value_that_cannot_be_read_costs_no_other(service: Service):
    """Neither of its record nor of its neighbours, whose numbers stay numbers."""
    rows = _rows()
    for row in rows:
        row["weight"] = 1.5
    rows[200]["posted_at"] = "soon"
    found = _read(service, json.dumps({"parcels": rows}))
    assert "posted_at" in found[200].problems and found[200].to == rows[200]["to"]
    assert [number for number, one in enumerate(found) if one.problems] == [200]
    assert {str(one.weight) for one in found} == {"1.5"}


@pytest.mark.parametrize("place", [0, 123, COUNT - 1])
def test_what_is_no_record_is_named_by_its_place(service: Service, place: int):
    """Its number is that on the page, not that in a part; the records before it come."""
    rows: list[Any] = _rows()
    rows[place] = 17
    found: list[str | None] = []
    with pytest.raises(MalformedAnswer, match=rf"\$\.parcels\[{place}\] is not an object"):
        found.extend(one.sid for one in QueryParcel(service.json({"parcels": rows}).connection)())
    assert found == [row["sid"] for row in rows[:place]]


BROKEN = {
    "cut off": lambda text: text[:-40],
    "cut off behind a list": lambda text: text[:150_000] + '"marks": []',
    "without a comma": lambda text: text[:100_000] + text[100_000:].replace('}, {"sid"', '} {"sid"', 1),
    "with two": lambda text: text[:100_000] + text[100_000:].replace('}, {"sid"', '},, {"sid"', 1),
    "with one at the end": lambda text: text.replace("}]}", "},]}"),
    "with more behind it": lambda text: text + "]",
    "with another behind it": lambda text: text + text,
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_long_page_that_is_not_well_formed_is_refused(service: Service, name: str):
    """Wherever the mistake is; of what came, no record is taken for another."""
    rows = _rows()
    text = BROKEN[name](json.dumps({"parcels": rows}))
    found: list[Parcel] = []
    with pytest.raises(MalformedAnswer, match="not well formed JSON"):
        found.extend(QueryParcel(service.json(text).connection)())
    assert [one.to for one in found] == [row["to"] for row in rows[: len(found)]]
    late = name in ("without a comma", "with two", "with one at the end", "with another behind it")
    assert bool(found) is late  # what is read in parts is used before its end is seen


def test_a_long_page_leads_to_the_next(service: Service):
    """The address behind the records is found, and the page behind it is read."""
    rows = _rows()
    service.json({"parcels": rows, "next_page_uri": "/2020/Parcels.json?Page=1"})
    found = _read(service, json.dumps({"parcels": rows[:3], "next_page_uri": None}))
    assert len(found) == COUNT + 3 and "Page=1" in service.requests[1].url
