"""Values at run time, each by itself: what it gives, and what it says when it has nothing."""

from __future__ import annotations

import json
import os
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops import Connection, Document, Origin, SqliteCache
from twilio_ops.api.message import CreateMessage, QueryMessage
from twilio_ops_components import (
    CacheLookup,
    ComponentError,
    Counter,
    CrossReference,
    CurrentDate,
    CurrentDocument,
    DocumentProperty,
    Element,
    Environment,
    InputDocument,
    Joined,
    LastRun,
    RelativeDate,
    RunProperty,
    Static,
    UniqueValue,
    ValueUnavailable,
    load_operation,
)
from twilio_ops_components.state import State
from twilio_ops_components.values import VALUES
from twilio_ops_components.values.base import ComponentContext
from twilio_ops_components.values.dates import masked
from twilio_ops_emulator import Emulator

Write = Callable[..., Path]
OWN, PHONE, OTHER = "+15005550006", "+13115556789", "+13115550000"
NOW = datetime(2026, 1, 31, 22, 5, 6, 78000, tzinfo=UTC)
DOCUMENT = Document(
    "<o:Order xmlns:o='urn:x' id=' 7 '><Customer><Phone> +1 </Phone><Empty/></Customer>"
    "<Item no='1'><Sku>a</Sku></Item><Item no='2'><Sku>b<x>c</x></Sku></Item></o:Order>",
    source=Origin("in/orders.xml", 12),
)


@pytest.fixture
def context() -> Any:
    """A context with a document, a time and properties, and no connection that is used."""
    return ComponentContext(
        connection=Connection("AC" + "0" * 32, "token"),
        document=DOCUMENT,
        index=4,
        properties={"region": "us1", "empty": ""},
        document_properties={"batch": "b7"},
        now=lambda: NOW,
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Customer/Phone", "+1"),
        ("Order/Customer/Phone", "+1"),
        ("/Order/Customer/Phone", "+1"),
        ("@id", "7"),
        ("/Order/@id", "7"),
        ("Item/Sku", "a"),
        ("Item[2]/Sku", "bc"),
        ("Item[2]/@no", "2"),
        ("*/Sku", "a"),
    ],
)
def test_an_element(context: Any, path: str, text: str) -> None:
    """By a path from below the root, or from the root; any namespace, a position, an attribute."""
    assert text == Element(path).resolve(context)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Customer/Fax", "element Customer/Fax: there is none"),
        ("/Customer/Phone", "there is none"),
        ("Item[3]/Sku", "there is none"),
        ("Item/@none", "there is none"),
        ("Customer/Empty", "element Customer/Empty: is empty"),
    ],
)
def test_an_element_that_is_not_there(context: Any, path: str, said: str) -> None:
    """It is missing or empty, and a default stands for both."""
    with pytest.raises(ValueUnavailable, match=said.replace("[", r"\[")):
        Element(path).resolve(context)
    assert "d" == Element(path, default="d").resolve(context)
    assert "" == Element(path, default="").resolve(context)


@pytest.mark.parametrize(
    "path", ["", "/", "a//b", "a/", "a b", "@a/b", "a[0]", "a[x]", "1a", "a[1"]
)
def test_what_is_no_path(path: str) -> None:
    """It is refused when the value is made, not when the first document comes."""
    with pytest.raises(ValueError, match="expected element names"):
        Element(path)


def test_the_static_text_and_the_document(context: Any) -> None:
    """Empty text is text; the whole document is its own text."""
    assert ("", "x") == (Static("").resolve(context), Static("x").resolve(context))
    assert str(DOCUMENT) == CurrentDocument().resolve(context)
    alone = attrs.evolve(context, document=None)
    for value in (CurrentDocument(), Element("a"), DocumentProperty("path")):
        with pytest.raises(ValueUnavailable, match="there is no input document"):
            value.resolve(alone)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index", "5"),
        ("size", str(len(bytes(DOCUMENT)))),
        ("path", "in/orders.xml"),
        ("file_name", "orders.xml"),
        ("folder", "in"),
        ("line", "12"),
        ("batch", "b7"),
    ],
)
def test_a_document_property(context: Any, name: str, text: str) -> None:
    """Where the document came from, and what it was handed in with."""
    assert text == DocumentProperty(name).resolve(context)


def test_properties_and_the_environment(context: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named values of the run and of the process; none and empty are failures of their own."""
    monkeypatch.setenv("SOME_REGION", "ie1")
    monkeypatch.delenv("NO_REGION", raising=False)
    assert "us1" == RunProperty("region").resolve(context)
    assert "ie1" == Environment("SOME_REGION").resolve(context)
    for value, said in (
        (RunProperty("other"), "property other: there is none"),
        (RunProperty("empty"), "property empty: is empty"),
        (Environment("NO_REGION"), "environment NO_REGION: there is none"),
        (DocumentProperty("other"), "document_property other: there is none"),
    ):
        with pytest.raises(ValueUnavailable, match=said):
            value.resolve(context)


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("yyyy-MM-dd HH:mm:ss", "2026-01-31 22:05:06"),
        ("yyyyMMdd'T'HHmmss.SSS", "20260131T220506.078"),
        ("dd/MM/yy hh:mm a", "31/01/26 10:05 PM"),
        ("EEE, dd MMM yyyy HH:mm:ss Z", "Sat, 31 Jan 2026 22:05:06 +0000"),
        ("yyyy-MM-dd'T'HH:mm:ssXXX", "2026-01-31T22:05:06+00:00"),
        ("'o''clock'", "o'clock"),
        ("%Y week %W", "2026 week 04"),
    ],
)
def test_masks(context: Any, mask: str, text: str) -> None:
    """The letters of date masks, or strftime's."""
    assert text == CurrentDate(mask).resolve(context)


class Foreign(datetime):
    """A time in a program that speaks German."""

    def strftime(self, form: str) -> str:
        """Names are those of the program's locale."""
        assert not re.search("%[aAbBp]", form), "a name hangs on the locale"
        return super().strftime(form)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Foreign(2026, 3, 1, 0, 5, tzinfo=UTC), "March Mar Sunday Sun AM"),
        (Foreign(2026, 5, 4, 11, 59, tzinfo=UTC), "May May Monday Mon AM"),
        (Foreign(2026, 9, 5, 12, 0, tzinfo=UTC), "September Sep Saturday Sat PM"),
        (Foreign(2026, 12, 2, 23, 0, tzinfo=UTC), "December Dec Wednesday Wed PM"),
    ],
)
def test_names_in_masks_are_english(moment: datetime, text: str) -> None:
    """Whatever the locale of the program is that runs a component."""
    assert text == masked(moment, "MMMM MMM EEEE EEE a")


@pytest.mark.parametrize("mask", ["yyy", "YYYY", "dd'T", "Q", ""])
def test_a_mask_that_is_none(mask: str) -> None:
    """A letter that is not known is refused, not copied."""
    with pytest.raises(ValueError, match="mask"):
        CurrentDate(mask)


@given(st.datetimes(datetime(1900, 1, 1), datetime(9000, 1, 1)))
def test_the_usual_mask_is_what_filters_take(moment: datetime) -> None:
    """Whatever the time, a filter reads it again to the second."""
    text = masked(moment.replace(tzinfo=UTC), "yyyy-MM-dd HH:mm:ss")
    condition = QueryMessage.date_sent.on(text)
    assert moment.date().isoformat() == condition.sent[0][1]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"before": 7, "unit": "days"}, "2026-01-24 22:05:06"),
        ({"after": 1, "unit": "months"}, "2026-02-28 22:05:06"),
        ({"before": 1, "unit": "months"}, "2025-12-31 22:05:06"),
        ({"after": 2, "unit": "years"}, "2028-01-31 22:05:06"),
        ({"after": 2, "unit": "hours"}, "2026-02-01 00:05:06"),
        ({"before": 5, "unit": "weeks", "mask": "yyyyMMdd"}, "20251227"),
    ],
)
def test_a_relative_date(context: Any, options: Any, text: str) -> None:
    """So many units before or after; a shorter month ends with its last day."""
    assert text == RelativeDate(**options).resolve(context)


def test_a_relative_date_that_is_none(context: Any) -> None:
    """Both ways, no way, and beyond the calendar."""
    for options in ({"unit": "days"}, {"unit": "days", "before": 1, "after": 1}):
        with pytest.raises(ValueError, match="either before or after"):
            RelativeDate(**options)
    for unit in ("years", "days"):
        with pytest.raises(ValueUnavailable, match="the calendar has no such time"):
            RelativeDate(after=10**12, unit=unit).resolve(context)


def test_a_unique_value(context: Any) -> None:
    """No two are the same."""
    found = {UniqueValue().resolve(context) for _ in range(50)}
    assert 50 == len({uuid.UUID(text) for text in found})


def test_values_are_joined_from_left_to_right(context: Any) -> None:
    """And a failure names the place and the value."""
    assert "C-+1/us1" == Joined(
        (Static("C-"), Element("Customer/Phone"), Static("/"), RunProperty("region"))
    ).resolve(context)
    with pytest.raises(ValueUnavailable, match=r"^sid: element Customer/Fax: there is none$"):
        Joined((Static("x"), Element("Customer/Fax")), "sid").resolve(context)


def test_a_cross_reference(context: Any, tmp_path: Path) -> None:
    """The first row whose columns match; columns by name, cells trimmed."""
    table = tmp_path / "t.csv"
    table.write_text("\ufeffCountry,Kind,Code\nUS, a ,1\nUS,a,2\nIE,b,\n", encoding="utf-8")

    def look(country: str, kind: str, **more: Any) -> str:
        match = {"Country": Joined((Static(country),)), "Kind": Joined((Static(kind),))}
        value = CrossReference(file=table, match=match, column="Code", **more)
        return value.resolve(context)

    assert "1" == look("US", "a")
    assert "0" == look("FR", "a", default="0") == look("IE", "b", default="0")
    with pytest.raises(
        ValueUnavailable, match=r"table t.csv: no row has Country = 'FR', Kind = 'a'"
    ):
        look("FR", "a")
    with pytest.raises(ValueUnavailable, match=r"table t.csv: is empty"):
        look("IE", "b")
    other = CrossReference(file=table, match={"Land": Joined((Static("x"),))}, column="Code")
    with pytest.raises(ValueUnavailable, match="has no column 'Land'; it has Country, Kind, Code"):
        other.resolve(context)
    for content, said in ((b"\xff", "is not UTF-8"), (b'a,Code\n"x', "is not CSV")):
        table.write_bytes(content)
        with pytest.raises(ValueUnavailable, match=said):
            CrossReference(file=table, match={"a": Joined((Static("x"),))}, column="Code").resolve(
                attrs.evolve(context, shared={})
            )
    with pytest.raises(ValueUnavailable, match="cannot be read"):
        CrossReference(
            file=tmp_path / "no.csv", match={"a": Joined((Static("x"),))}, column="b"
        ).resolve(context)


@pytest.mark.parametrize(("rows", "taken"), [(2, True), (3, False)])
def test_a_table_has_so_many_rows_at_most(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, taken: bool
) -> None:
    """A table is held in memory; one that is too long is refused, and its limit is said."""
    monkeypatch.setattr("twilio_ops_components.values.lookups.MOST_ROWS", 2)
    table = tmp_path / "t.csv"
    table.write_text("a,b\n" + "".join(f"{one},x\n" for one in range(rows)), encoding="utf-8")
    value = CrossReference(file=table, match={"a": Joined((Static("1"),))}, column="b")
    if taken:
        assert value.resolve(context) == "x"
    else:
        with pytest.raises(ValueUnavailable, match=r"table t\.csv: has more than 2 rows"):
            value.resolve(context)


def test_a_cache_look_up(context: Any, tmp_path: Path) -> None:
    """An element of the first document under the keys; what is not there is named."""
    file = tmp_path / "c.db"
    with SqliteCache(file, {"by-no": ["Item/No"]}) as cache:
        cache.add(Document("<R><Item><No>1</No><Name>one</Name></Item></R>"))
        cache.add(Document("<R><Item><No>1</No><Name>two</Name></Item></R>"))

    def look(index: str, *keys: str, element: str = "Item/Name", **more: Any) -> str:
        found = tuple(Joined((Static(key),)) for key in keys)
        return CacheLookup(file=file, index=index, keys=found, element=element, **more).resolve(
            context
        )

    assert "one" == look("by-no", " 1 ")
    assert "none" == look("by-no", "9", default="none")
    for arguments, said in (
        (("by-no", "9"), "there is no document of '9'"),
        (("by-x", "1"), "has no index 'by-x'; it has by-no"),
        (("by-no", "1", "2"), "has 1 keys, not 2"),
    ):
        with pytest.raises(ValueUnavailable, match=said):
            look(*arguments)
    with pytest.raises(ValueUnavailable, match=r"cache c.db, index by-no: there is none"):
        look("by-no", "1", element="Item/Names/Name")
    with pytest.raises(ValueUnavailable, match="there is no such cache"):
        CacheLookup(
            file=tmp_path / "no.db", index="a", keys=(Joined((Static("x"),)),), element="a"
        ).resolve(context)
    for opened in context.shared.values():
        opened.close()


def state_of(folder: Path, account: str = "AC1") -> State:
    """The state beside a component in a folder."""
    component = folder / "c.yaml"
    component.touch()
    return State(folder / "c.state.json", component, account)


def test_a_counter(context: Any, tmp_path: Path) -> None:
    """It goes on from run to run, filled with zeros; by name; a look uses nothing up."""
    first = attrs.evolve(context, state=state_of(tmp_path))
    value = Counter(name="invoice", width=4, start=7)
    assert ["0007", "0008"] == [value.resolve(first), value.resolve(first)]
    assert "1" == Counter(name="other").resolve(first)
    look = attrs.evolve(context, state=state_of(tmp_path), sends=False)
    assert ["0009", "0010"] == [value.resolve(look), value.resolve(look)]
    assert "0009" == value.resolve(attrs.evolve(context, state=state_of(tmp_path, "AC2")))
    with pytest.raises(ValueUnavailable, match="only the run of a component file keeps it"):
        value.resolve(context)


def _count(folder: Path, times: int) -> list[int]:
    state = state_of(folder)
    return [state.next_number("n", 1) for _ in range(times)]


@pytest.mark.slow
def test_processes_share_a_counter(tmp_path: Path) -> None:
    """No number is given twice, whoever asks at the same time."""
    state_of(tmp_path)
    with get_context("spawn").Pool(3) as pool:
        found = pool.starmap(_count, [(tmp_path, 40)] * 3)
    assert list(range(1, 121)) == sorted(number for each in found for number in each)


def test_the_last_runs(context: Any, tmp_path: Path) -> None:
    """A run sees the times before it; only the successful one counts as such; by account."""
    values = [LastRun(), VALUES["last_successful_run"]()]

    def told(state: State) -> list[str]:
        return [value.resolve(attrs.evolve(context, state=state)) for value in values]

    never = "1970-01-01 00:00:00"
    state = state_of(tmp_path)
    state.begin(NOW)
    assert [never, never] == told(state)
    assert ["2026-01-31 22:05:06", never] == told(state_of(tmp_path))
    state.succeed(NOW)
    later = state_of(tmp_path)
    later.begin(NOW + timedelta(days=1))
    assert ["2026-02-01 22:05:06", "2026-01-31 22:05:06"] == told(state_of(tmp_path))
    later.succeed(NOW - timedelta(days=9))  # one that began before and took long
    assert "2026-01-31 22:05:06" == told(state_of(tmp_path))[1]
    assert [never, never] == told(state_of(tmp_path, "AC2"))
    first = LastRun(first="2026-01-01", mask="yyyyMMdd")
    assert "20260101" == first.resolve(attrs.evolve(context, state=state_of(tmp_path, "AC3")))
    with pytest.raises(ValueError, match="neither"):
        LastRun(first="yesterday")
    zone = timezone(timedelta(hours=-7))
    state.begin(NOW.astimezone(zone))
    assert "2026-01-31 22:05:06" == told(state_of(tmp_path))[0]


@pytest.mark.parametrize(
    "content", ["", "[]", '{"format": 2}', '{"format": 1, "counters": {"n": "x"}}',
                '{"format": 1, "runs": {"AC1": {"last_run": "x"}}}', '{"format": 1, "runs": 7}'],
)  # fmt: skip
def test_a_state_that_is_none(tmp_path: Path, content: str) -> None:
    """It is never begun anew in silence."""
    (tmp_path / "c.state.json").write_text(content, encoding="utf-8")
    from twilio_ops import ConfigurationError

    with pytest.raises(ConfigurationError, match=r"c.state.json is no state of a component"):
        state_of(tmp_path).next_number("n", 1)
    assert content == (tmp_path / "c.state.json").read_text(encoding="utf-8")


def test_the_state_of_a_run(emulator: Emulator, connection: Connection, write: Write) -> None:
    """Kept beside the component; a run that stops, or is not gone through, is no success."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{element: Phone}}, From: '{OWN}', Body: [{{counter: n}}]}}\n"
        "options: {stop_on: nothing}\n"
    )
    component = load_operation(path, connection)
    good, bad = f"<C><Phone>{PHONE}</Phone></C>".encode(), b"<C/>"

    def runs() -> Any:
        return json.loads(component.definition.state_path.read_text(encoding="utf-8"))["runs"][
            connection.account_sid
        ]

    list(component.process([good, bad]))
    assert {"last_run"} == runs().keys()
    next(component.process([good, good]))
    assert {"last_run"} == runs().keys()
    found = list(component.process([good]))
    assert {"last_run", "last_successful_run"} == runs().keys()
    assert found[0].output is not None
    assert "3" == found[0].output.text_at("Message/Body")
    assert ["component.state.json", "component.yaml"] == sorted(os.listdir(path.parent))


def test_another_operation(emulator: Emulator, connection: Connection, write: Write) -> None:
    """Its first record's element; of the same input, connection and properties."""
    create = CreateMessage(connection)
    create(to=PHONE, from_=OWN, body="for you")
    write(
        "format: 1\noperation: {object: Message, action: Query}\n"
        "filters: [{To: {equals: {element: Phone}}}]\n",
        "last.yaml",
    )
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: '{OTHER}', From: '{OWN}', "
        "Body: [Fwd, {operation: {file: last.yaml, element: Message/Body}}]}\n"
        "options: {stop_on: nothing}\n"
    )
    inputs = [
        f"<C><Phone>{PHONE}</Phone></C>".encode(),
        b"<C><Phone>+15551112222</Phone></C>",
        b"<C/>",
    ]
    found = list(load_operation(path, connection).process(inputs))
    assert found[0].output is not None
    assert "Fwdfor you" == found[0].output.text_at("Message/Body")
    assert "parameters.Body: operation last.yaml: there is none" == str(found[1].error)
    assert "element Phone: there is none" in str(found[2].error)


def test_operations_that_cannot_be_asked(connection: Connection, write: Write) -> None:
    """One that leads back to itself, one that changes something, one that is not there."""
    head = "format: 1\noperation: {object: Message, action: Query}\n"
    write(head + "filters: [{To: {equals: {operation: {file: b.yaml, element: a}}}}]\n", "a.yaml")
    write(head + "filters: [{To: {equals: {operation: {file: a.yaml, element: a}}}}]\n", "b.yaml")
    write("format: 1\noperation: {object: Message, action: Delete}\n", "c.yaml")
    for name, said in (
        ("a.yaml", "leads back to itself"),
        ("c.yaml", "is a Delete; expected a Get or Query"),
        ("d.yaml", "operation d.yaml: cannot be read: no such file"),
    ):
        path = write(
            head + f"filters: [{{To: {{equals: {{operation: {{file: {name}, element: a}}}}}}}}]\n"
            "options: {stop_on: nothing}\n"
        )
        (found,) = load_operation(path, connection).process()
        assert said in str(found.error)


def test_values_in_python(emulator: Emulator, connection: Connection) -> None:
    """The same objects are values of filters and Sids of typed operations."""
    CreateMessage(connection)(to=PHONE, from_=OWN, body="hello")
    query = QueryMessage(connection, filters=[QueryMessage.to.equals(Element("Customer/Phone"))])
    document = f"<Customer><Phone>{PHONE}</Phone></Customer>".encode()
    (found,) = query.process([document])
    assert found.output is not None and PHONE == found.output.text_at("Message/To")


def test_a_document_s_own_properties(connection: Connection, write: Write) -> None:
    """What a document is handed in with is there for its values alone."""
    path = write(
        "format: 1\noperation: {object: Message, action: Create}\n"
        f"parameters: {{To: {{document_property: to}}, From: '{OWN}', Body: x}}\n"
        "options: {stop_on: nothing}\n"
    )
    found = list(
        load_operation(path, connection).process([InputDocument(None, {"to": PHONE}), None])
    )
    assert ["done", "failed"] == [one.status for one in found]
    assert "parameters.To: document_property to: there is no input document" == str(found[1].error)


def test_a_value_of_the_wrong_type_is_named(connection: Connection, write: Write) -> None:
    """By its filter or element, as that document's own failure."""
    path = write(
        "format: 1\noperation: {object: Call, action: Query}\n"
        "filters: [{StartTime: {after: {property: since}}}]\noptions: {stop_on: nothing}\n"
    )
    (found,) = load_operation(path, connection).process(properties={"since": "yesterday"})
    assert "failed" == found.status and "filter StartTime: 'yesterday' is neither" in str(
        found.error
    )


def test_every_kind_of_value_is_documented(root: Path) -> None:
    """Each has a section of its own, with its options."""
    text = (root / "docs" / "values.md").read_text(encoding="utf-8")
    for word, kind in VALUES.items():
        _, found, section = text.partition(f"\n## `{word}`\n")
        assert found, word
        section = section.partition("\n## ")[0]
        declared: Any = kind
        for field in attrs.fields(declared):
            if "kind" in field.metadata:
                assert f"`{field.name}`" in section, (word, field.name)


def test_every_example_is_right(root: Path, write: Write) -> None:
    """What the page shows is what a component takes."""
    import re

    text = (root / "docs" / "values.md").read_text(encoding="utf-8")
    examples = re.findall(r"^    (\w+: .*)$", text, re.MULTILINE)
    assert len(examples) >= len(VALUES)
    for example in examples:
        where = "tracking" if "output:" in example else "parameters"
        nested = "elements:" in example
        name = "Parameter" if nested else "Body" if where == "parameters" else "label"
        value = example.partition(": ")[2]
        path = write(
            f"format: 1\noperation: {{object: {'Stream' if nested else 'Message'}, action: Create}}\n"
            f"input: request\n{where}: {{{name}: {value}}}\n"
        )
        load_operation(path)
    with pytest.raises(ComponentError):
        load_operation(write("format: 1\noperation: {object: Message, action: Create}\nsid: x\n"))
