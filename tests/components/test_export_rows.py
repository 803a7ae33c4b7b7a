"""Rows of an export: the quick way to read a column gives what the careful one gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops.api.call import Call, CallStatus, QueryCall
from twilio_ops_components.export.columns import columns_of
from twilio_ops_components.export.pages import Columns, pages_of
from twilio_ops_components.export.plain import Form, reader_of
from twilio_ops_components.export.tables import table_of
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.types.base import Type
from twilio_ops_runtime.types.scalar import (
    TEXT,
    BooleanType,
    DateType,
    DecimalType,
    EnumType,
    InstantType,
    IntegerType,
    SidType,
)
from twilio_ops_runtime.types.text import boolean as truth
from twilio_ops_runtime.types.text import day, decimal, iso8601, iso8601_text, rfc2822, rfc2822_text

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)

moments = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda one: one.replace(microsecond=0)
)
offsets = st.sampled_from(["+0000", "-0000", "GMT", "+0200", "-0730"])
usual = moments.map(rfc2822_text)
times = st.one_of(
    usual,
    st.tuples(usual, offsets).map(lambda pair: pair[0].replace("+0000", pair[1])),
    usual.map(lambda text: re.sub(r":\d\d ", " ", text)),  # without seconds
    usual.map(lambda text: text.replace(", 0", ", ")),  # a day of one digit
    usual.map(lambda text: text[5:]),  # without its weekday
    moments.map(iso8601_text),
    moments.map(lambda one: f"{one:%Y-%m-%d %H:%M:%S}"),
    st.sampled_from(["", "soon", "2026-13-01T00:00:00Z", "Wed, 18 Aug 2010 20:", "20:06 +0000"]),
)
numbers = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=6).map(str),
    st.sampled_from(["", "-0.00750", "1E+3", "1e-9", "NaN", "1_0", "٣", ".5", "+7"]),
)
whole = st.one_of(st.integers().map(str), st.integers(), st.sampled_from(["", "1.0", "x", "0012"]))
words = st.text(max_size=40)

KINDS: list[tuple[Type, st.SearchStrategy[Any]]] = [
    (InstantType(rfc2822, rfc2822_text), times),
    (InstantType(iso8601, iso8601_text), times),
    (DecimalType(decimal), numbers),
    (IntegerType(), whole),
    (DateType(day), st.one_of(st.dates().map(str), st.sampled_from(["", "x", "2026-02-30"]))),
    (BooleanType(truth), st.booleans()),
    (SidType("CA"), st.one_of(words, st.just(""))),
    (EnumType(CallStatus), st.one_of(st.sampled_from([*CallStatus, "", "new"]).map(str), words)),
    (TEXT, words),
]


@pytest.mark.parametrize(("kind", "values"), KINDS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("form", ["text", "arrow"])
@given(data=st.data())
def test_the_quick_way_reads_what_the_careful_one_reads(
    kind: Type, values: st.SearchStrategy[Any], form: Form, data: st.DataObject
) -> None:
    """The same values, of the same types, or both refuse the same."""
    found = data.draw(st.lists(st.none() | values, max_size=5))
    read = reader_of(kind, form)
    try:
        expected = list(read(found, True))
    except ValueError as error:
        with pytest.raises(ValueError) as caught:
            read(found, False)
        assert str(caught.value) == str(error)
        return
    quick = list(read(found, False))
    assert quick == expected and list(map(type, quick)) == list(map(type, expected))


@given(moments, st.sampled_from([timedelta(0), timedelta(hours=2), timedelta(hours=-7.5)]))
def test_a_time_is_the_instant_that_it_says(moment: datetime, offset: timedelta) -> None:
    """Whatever its offset is; in text it is in UTC."""
    minutes = int(offset.total_seconds()) // 60
    sign, minutes = ("-" if minutes < 0 else "+"), abs(minutes)
    local = rfc2822_text(moment + offset)[:-5]
    text = f"{local}{sign}{minutes // 60:02}{minutes % 60:02}"
    kind = InstantType(rfc2822, rfc2822_text)
    [arrow] = reader_of(kind, "arrow")([text], False)
    assert timedelta(microseconds=arrow) + datetime(1970, 1, 1, tzinfo=UTC) == moment
    assert reader_of(kind, "text")([text], False) == [f"{moment:%Y-%m-%dT%H:%M:%SZ}"]


CHANGES: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: re.sub(r'"duration": ?[^,}]+, ?', "", text, count=3),  # absent in some
    lambda text: re.sub(r'"(price|sid)": ?', r'"\1" :\n', text),  # laid out
    lambda text: text.replace('"duration": "60"', '"duration": 60'),  # a number for a text
    lambda text: text.replace('"api_version": "2010-04-01"', '"api_version": 2010'),
    lambda text: re.sub(r'"subresource_uris": ?{[^}]*}', '"subresource_uris": null', text, count=2),
    lambda text: re.sub(r'"subresource_uris": ?{[^}]*}', '"subresource_uris": {"a": null}', text),
    lambda text: re.sub(r'"subresource_uris": ?{[^}]*}', '"subresource_uris": []', text),
]


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_columns_hold_what_records_do(number: int) -> None:
    """However an answer is written, and whatever it leaves out."""
    from twilio_ops import Connection, Request, Response

    with Emulator(clock=Clock(NOW, frozen=True), seed=1) as emulator:
        values = {"to": "+13115550001", "from": "+13115550002", "status": "completed"}
        start, end = (NOW - timedelta(minutes=one) for one in (2, 1))
        values |= {"start_time": start.isoformat(), "end_time": end.isoformat(), "price": "-0.0075"}
        emulator.seed({"records": [{"object": "Call", "values": values}] * 9})

        def send(request: Request, /) -> Response:
            answer = emulator.handle(request)
            body = CHANGES[number](answer.read().decode()).encode()
            return Response(answer.status, {"Content-Type": "application/json"}, body)

        connection = Connection(emulator.account_sid, emulator.auth_token, send=send)
        records = list(QueryCall(connection).run())
        [columns] = pages_of(QueryCall(connection), None)
        assert len(records) == columns.size == 9
        for field in Call.spec.fields:
            read = reader_of(field.type, "text")
            found = read(columns.values[field.json_name], field.json_name in columns.odd)
            known = [one.to_dict().get(field.json_name) for one in records]
            assert [json.dumps(one).replace("+00:00", "Z") for one in known] == [
                json.dumps(one) for one in found
            ], field.name


@given(st.lists(st.booleans(), max_size=12))
def test_some_of_the_records_are_chosen(keep: list[bool]) -> None:
    """Those that are kept, in their order, of every column."""
    columns = Columns(values={"a": list(range(len(keep)))}, size=len(keep))
    found = columns.chosen(keep)
    assert list(found.values["a"]) == [place for place, one in enumerate(keep) if one]
    assert found.size == sum(keep)


@pytest.mark.parametrize(
    ("name", "personal"),
    [
        ("Call", {"to_formatted", "from_formatted", "formatted_to", "formatted_from"}),
        ("SMSMessage", {"to", "from", "body"}),
        ("Message", {"to", "from", "body"}),
    ],
)
def test_what_older_answers_call_otherwise_is_as_personal(name: str, personal: set[str]) -> None:
    """A number or a text is left out by whatever name it comes."""
    columns = {one.name for one in columns_of(table_of(name), "keep")}
    assert personal <= columns
    assert personal.isdisjoint(one.name for one in columns_of(table_of(name), "drop"))
    masked = {one.name for one in columns_of(table_of(name), "mask") if one.masked}
    assert personal <= masked
