"""Rows of an export: the quick way to read a column gives what the careful one gives."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops.api.call import Call, CallStatus, QueryCall
from twilio_ops.api.local_phone_number import LocalPhoneNumber
from twilio_ops_components.export.arrays import maps_of
from twilio_ops_components.export.columns import columns_of
from twilio_ops_components.export.pages import Columns, pages_of
from twilio_ops_components.export.plain import Form, reader_of, time_reader
from twilio_ops_components.export.plain import whole as whole_text
from twilio_ops_components.export.seen import Seen
from twilio_ops_components.export.tables import table_of
from twilio_ops_components.export.writing import FileFormat, RowFile
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.types.base import Type
from twilio_ops_runtime.types.nested import ListType
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


@pytest.mark.slow
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


ADDRESSES = next(one.type for one in Call.spec.fields if one.name == "subresource_uris")
CAPABILITIES = next(one.type for one in LocalPhoneNumber.spec.fields if one.name == "capabilities")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([b'{"a": "/b"}'], [msgspec.Raw(b'{"a": "/b"}')]),
        ([b'{"a":"/b"}', b"{}"], [msgspec.Raw(b'{"a":"/b"}'), msgspec.Raw(b"{}")]),
        ([b'{"a":\n"/b"}', b"{}"], [{"a": "/b"}, {}]),
        ([b'{"a":\n{}}'], "a: text was expected, not an object"),
        ([b"[]"], [{}]),
        ([b"{}", b"[]"], [{}, {}]),
        ([b"[]", b"{}"], [{}, {}]),
        ([b"null"], [None]),
        ([b"[\n{}]", b"{}"], "an object of addresses was expected, not a list"),
    ],
)
def test_maps_of_addresses_are_lines_as_they_came(texts: list[bytes], found: Any) -> None:
    """Where each is an object on a line; all else is read, and written as what it is."""
    raw = [msgspec.Raw(text) for text in texts]
    read = reader_of(ADDRESSES, "text")
    if isinstance(found, str):
        with pytest.raises(ValueError, match=found):
            read(raw, False)
        return
    values = list(read(raw, False))
    assert list(map(type, values)) == list(map(type, found))
    assert list(map(msgspec.json.encode, values)) == list(map(msgspec.json.encode, found))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, None),
        ({}, {"mms": None, "sms": None, "voice": None, "fax": None}),
        (
            {"voice": True, "SMS": False, "MMS": None, "odd": 1},
            {"mms": None, "sms": False, "voice": True, "fax": None},
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "arrow"])
def test_a_nested_value_has_all_its_fields(value: Any, found: Any, form: Form) -> None:
    """By the names that the catalog has, whatever an answer says or leaves out."""
    assert reader_of(CAPABILITIES, form)([value], False) == [found]


def test_a_nested_value_says_what_cannot_be_read() -> None:
    """It is named, and no part of it is left out silently."""
    with pytest.raises(ValueError, match="LocalPhoneNumberCapabilities: voice: 'x' is neither"):
        reader_of(CAPABILITIES, "text")([{"voice": "x"}], False)


@pytest.mark.parametrize("form", ["text", "arrow"])
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (InstantType(rfc2822, rfc2822_text), "Wed, 18 Aug 2010 20:20:06 +0000"),
        (DecimalType(decimal), "-0.00750"),
        (IntegerType(), "60"),
        (DateType(day), "2026-02-03"),
        (BooleanType(truth), True),
        (SidType("CA"), "CA1"),
        (SidType("CA"), ""),
        (EnumType(CallStatus), "busy"),
        (TEXT, "words"),
    ],
)
def test_what_is_usual_takes_the_quick_way(
    kind: Type, value: Any, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No value of a column is converted for itself where all are of the usual shape."""
    read = reader_of(kind, form)
    expected = read([value], True)
    monkeypatch.setattr(type(kind), "from_json", None)
    assert read([value, value], False) == [*expected, *expected]


@pytest.mark.parametrize("kind", [SidType("CA"), EnumType(CallStatus)])
def test_what_is_empty_is_null_and_the_others_stay(kind: Type) -> None:
    """Also where all values are of the usual shape."""
    assert reader_of(kind, "text")(["busy", "", None], False) == ["busy", None, None]


def test_a_day_is_the_microseconds_that_its_midnight_is() -> None:
    """In UTC, whatever zone the machine is in; a time is those of its instant."""
    midnight = 20487 * 24 * 3600 * 10**6
    assert time_reader(DateType(day))(["2026-02-03", None], False) == [midnight, None]
    assert time_reader(InstantType(iso8601, iso8601_text))(
        ["2026-02-03T00:00:01Z", None], False
    ) == [midnight + 10**6, None]


def test_a_list_of_plain_values_is_as_it_came() -> None:
    """And a list that is none is null."""
    kind = ListType("item", TEXT)
    assert reader_of(kind, "text")([["a", "b"], [], None], False) == [["a", "b"], [], None]


def test_half_a_character_is_found_however_deep_it_lies() -> None:
    """All else stays, of its own type."""
    given = {"a\ud800": ["\udc00", 1, None, True, {"b": ["ü😀", []]}]}
    assert whole_text(given) == {"a\ufffd": ["\ufffd", 1, None, True, {"b": ["ü😀", []]}]}


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
def test_columns_hold_what_records_do(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However an answer is written, and whatever it leaves out, wherever it is cut into parts."""
    from twilio_ops import Connection, Request, Response

    monkeypatch.setattr("twilio_ops_components.export.pages.PART", 9000)
    with Emulator(clock=Clock(NOW, frozen=True), seed=1) as emulator:
        values = {"to": "+13115550001", "from": "+13115550002", "status": "completed"}
        start, end = (NOW - timedelta(minutes=one) for one in (2, 1))
        values |= {"start_time": start.isoformat(), "end_time": end.isoformat(), "price": "-0.0075"}
        emulator.seed({"records": [{"object": "Call", "values": values}] * 100})

        def send(request: Request, /) -> Response:
            answer = emulator.handle(request)
            body = CHANGES[number](answer.read().decode()).encode()
            return Response(answer.status, {"Content-Type": "application/json"}, body)

        connection = Connection(emulator.account_sid, emulator.auth_token, send=send)
        records = list(QueryCall(connection, page_size=100).run())
        [page] = pages_of(QueryCall(connection, page_size=100), None)
        parts = list(page.parts)
        assert len(records) == sum(part.size for part in parts) == 100 and not page.more
        assert len(parts) > 3, "it is read in parts"
        rows = [record.to_dict() for record in records]
        for field in Call.spec.fields:
            read = reader_of(field.type, "text")
            found = [
                value
                for part in parts
                for value in read(part.values[field.json_name], field.json_name in part.odd)
            ]
            known = [row.get(field.json_name) for row in rows]
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


texts = st.none() | st.text(max_size=9) | st.sampled_from(['"', "\\", "]\n[", ",", "\r\n", "null"])
nested = st.none() | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)


@given(
    st.lists(
        st.tuples(texts, st.none() | st.integers(-(2**63), 2**63 - 1), nested),
        min_size=1,
        max_size=5,
    )
)
def test_a_csv_cell_is_the_text_that_it_was(rows: list[tuple[Any, Any, Any]]) -> None:
    """Whatever is in it; what is missing is nothing, and a text of no length is one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        names = ["caller_name", "duration", "subresource_uris"]
        known = {one.name: one for one in columns_of(table_of("Call"), "keep")}
        values = {
            name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)
        }
        values["duration"] = [None if one is None else str(one) for one in values["duration"]]
        with RowFile(path, "csv", [known[name] for name in names], "") as file:
            file.write(Columns(values=values, size=len(rows)))
        found = path.read_bytes().decode()
    lines = [[f'"{name}"' for name in names]]
    for text, number, members in rows:
        cells = [text, None if members is None else msgspec.json.encode(members).decode()]
        quoted = ["" if one is None else '"' + one.replace('"', '""') + '"' for one in cells]
        lines.append([quoted[0], "" if number is None else str(number), quoted[1]])
    assert found == "".join(",".join(line) + "\n" for line in lines)


maps = st.dictionaries(st.text(max_size=4), st.none() | st.text(max_size=4), max_size=3)


@given(
    st.lists(st.one_of(maps, st.just({"a": "b", "c": "d"})), min_size=1, max_size=4), st.booleans()
)
def test_maps_are_made_as_arrow_makes_them(
    values: list[dict[str, str | None]], laid_out: bool
) -> None:
    """Or are left to it: where one has other names, or no text. Names are in the first one's order."""
    pyarrow: Any = pytest.importorskip("pyarrow")

    indent = 1 if laid_out else None
    found = maps_of([msgspec.Raw(json.dumps(one, indent=indent).encode()) for one in values])
    plain = len(set(map(frozenset, values))) == 1
    plain = plain and all(None not in one.values() for one in values)
    if found is None:
        odd = any(ord(one) < 32 or one in '"\\' for name in values[0] for one in name)
        assert not plain or odd, "a name that no shape can have is left to Arrow as well"
    else:
        assert plain
        kind = pyarrow.map_(pyarrow.string(), pyarrow.string())
        ordered = [{name: one[name] for name in values[0]} for one in values]
        assert found.equals(pyarrow.array(ordered, kind))
        found.validate(full=True)


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_half_a_character_is_written_as_one_that_cannot_be_told(
    format: FileFormat, tmp_path: Path
) -> None:
    """The service cuts texts at a length, and no file can have what is left of such a character."""
    known = {one.name: one for one in columns_of(table_of("Call"), "keep")}
    values = {"caller_name": ["Zoë \ud83d", "Zoë 😀"], "sid": ["CA1", "CA2"]}
    with RowFile(tmp_path / "rows", format, [known[name] for name in values], "") as file:
        file.write(Columns(values=values, size=2))
    if format == "parquet":
        parquet: Any = pytest.importorskip("pyarrow.parquet")
        found = parquet.read_table(tmp_path / "rows").column("caller_name").to_pylist()
        assert found == ["Zoë \ufffd", "Zoë 😀"]
    else:
        text = (tmp_path / "rows").read_text(encoding="utf-8")
        assert 'Zoë \ufffd"' in text and "Zoë 😀" in text


def test_a_key_with_half_a_character_is_told_apart() -> None:
    """From others, and from itself when it comes again."""
    seen = Seen(table_of("Call"))
    columns = Columns(values={"sid": ["a\ud83d", "a\ud83e", "a\ud83d"]}, size=3)
    assert seen.new(columns, ()).size == 2 and seen.repeated == 1
    assert len(seen.digest) == 32
