"""What a witness says, line by line: the least that shows a change, with the values that it is about."""

from __future__ import annotations

import re
from ast import literal_eval
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree

from twilio_ops_codegen.catalog.model import Type
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, changes
from twilio_ops_codegen.changes.change import Consumer
from twilio_ops_codegen.changes.example import edited_by, sides
from twilio_ops_codegen.changes.registry import Example
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import Answered, reader
from twilio_ops_codegen.changes.witness.files import write_witnesses
from twilio_ops_codegen.changes.witness.pieces import NUMBER, Piece, decisive, joined, words
from twilio_ops_codegen.changes.witness.values import as_text, in_python, plain
from twilio_ops_codegen.emit.objects import view

HEX = "0123456789abcdef" * 2
DEPOT, PARCEL = f"DE{HEX}", f"PA{HEX}"
HOST = "https://api.parcels.example"
PARCELS = f"/v1/Depots/{DEPOT}/Parcels"
CREATE = "objects/Parcel/actions/Create"
QUERY = "objects/Parcel/actions/Query"
FIELDS = "objects/Parcel/fields"
GIVEN = 'recipient="text & more", street="text & more"'
NEEDED = "<Recipient>text &amp; more</Recipient><Street>text &amp; more</Street>"


def made(example: Example) -> tuple[Change, Witness]:
    """The first change of an example, and its witness as a person reads it."""
    old, new = map(resolve, sides(example))
    change = changes(old, new)[0]
    found = witness(change, view(old), view(new), brief=True)
    assert found is not None
    return change, found


def body(program: str) -> list[str]:
    """The lines of a program behind its docstring and imports, without the empty ones."""
    lines = program.split("\n")
    last = max(index for index, line in enumerate(lines) if line.startswith("from "))
    return [line for line in lines[last + 1 :] if line]


def read(record: str, field: str, kind: str, value: str) -> list[str]:
    """The lines that read a field."""
    return [
        f"value: {kind} = {record}({field}={value}).{field}",
    ]


def created(argument: str) -> list[str]:
    """The lines that give an argument to Create."""
    return [
        "call = CreateParcel(answering(CreateParcel))",
        f'answer: Parcel = call({GIVEN}{argument}, parent="{DEPOT}")',
        "assert answer",
    ]


def listed(asked: str, options: str = "", *, pages: int = 1) -> list[str]:
    """The lines that read a list."""
    more = [f'service.was_asked("GET {HOST}/next")'] if pages > 1 else []
    return [
        f"call = QueryParcel(service{options})",
        f'assert len(list(call("{DEPOT}"))) == {pages}',
        f'service.was_asked("GET {HOST}{PARCELS}.json"{asked})',
        *more,
    ]


PYTHON: dict[str, tuple[Example, list[str]]] = {
    "a field": (
        Example(f"{FIELDS}/weight", "{type: decimal}", "{type: string}"),
        read("Parcel", "weight", "Decimal | None", 'Decimal("1.5")'),
    ),
    "a field of any value": (
        Example(f"{FIELDS}/more", "{type: any}", None),
        [
            'value_0: Any = Parcel(more={"name": 1}).more',
            'Parcel(more="any value")',
        ],
    ),
    "a field of a struct": (
        Example("objects/Parcel/structs/crate/fields/nails", "{type: integer}", None),
        [
            "call_0 = UpdateParcel(answering(UpdateParcel))",
            'answer_0: Parcel = call_0("' + f"{DEPOT}:{PARCEL}" + '", '
            'status=ParcelStatus.WAITING, crate=ParcelCrate(wood="text & more", nails=-1000000000))',
            "assert answer_0",
            "value_1: int | None = ParcelCrate(nails=1).nails",
        ],
    ),
    "a value": (
        Example("objects/Parcel/enums/status", "[waiting, carried, lost]", "[waiting, carried]"),
        ["member: ParcelStatus = ParcelStatus.LOST", 'assert member.value == "lost"'],
    ),
    "a value that comes": (
        Example("objects/Parcel/enums/status", "[waiting, carried]", "[waiting, carried, lost]"),
        ["member: ParcelStatus = ParcelStatus.WAITING", 'assert member.value == "waiting"'],
    ),
    "a parameter": (
        Example(f"{CREATE}/parameters/Colour", "{type: string}", None),
        [
            "call_0 = CreateParcel(answering(CreateParcel))",
            f'answer_0: Parcel = call_0({GIVEN}, colour="text & more", parent="{DEPOT}")',
            "assert answer_0",
            f"value_1: str | None = CreateParcelRequest({GIVEN}).colour",
        ],
    ),
    "a parameter that comes": (
        Example(f"{CREATE}/parameters/Colour", None, "{type: string}"),
        created(""),
    ),
    "a bound": (
        Example(
            f"{CREATE}/parameters/Count",
            "{type: integer, minimum: 1, maximum: 9}",
            "{type: integer, minimum: 1, maximum: 5}",
        ),
        created(", count=9"),
    ),
    "the other bound": (
        Example(
            f"{CREATE}/parameters/Count",
            "{type: integer, minimum: 1, maximum: 9}",
            "{type: integer, minimum: 2, maximum: 9}",
        ),
        created(", count=1"),
    ),
    "a need": (
        Example(f"{CREATE}/parameters/Recipient", "{type: string}", "{type: string, required: true}"),
        [
            "call_0 = CreateParcel(answering(CreateParcel))",
            f'answer_0: Parcel = call_0(street="text & more", parent="{DEPOT}")',
            "assert answer_0",
            'value_1: str | None = CreateParcelRequest(street="text & more").recipient',
        ],
    ),
    "one of a group": (
        Example(f"{CREATE}/either", "[[Street, Locker]]", "[[Street]]"),
        [
            "call = CreateParcel(answering(CreateParcel))",
            'answer: Parcel = call(recipient="text & more", locker="text & more",'
            f' parent="{DEPOT}")',
            "assert answer",
        ],
    ),
    "a prefix of a key": (
        Example("objects/Parcel/keys/Sid/prefixes", "[PA, PB]", "[PA]"),
        [
            "call = GetParcel(answering(GetParcel))",
            f'answer: Parcel = call("{DEPOT}:PB{HEX}")',
            "assert answer",
        ],
    ),
    "an action that answers nothing": (
        Example("objects/Parcel/actions/Delete/path", f"{'/v1/Depots/{DepotSid}/Parcels/{Sid}'}", "/v1/Depots/{DepotSid}/P/{Sid}"),
        ["call = DeleteParcel(answering(DeleteParcel))", f'call("{DEPOT}:{PARCEL}")'],
    ),
    "a list": (
        Example(f"{QUERY}/paging", "uris", "none"),
        [
            "call = QueryParcel(answering(QueryParcel))",
            f'answer: Iterator[Parcel] = call("{DEPOT}")',
            "assert list(answer)",
        ],
    ),
    "a page": (
        Example(f"{QUERY}/max_page_size", "100", "50"),
        [
            "call = QueryParcel(answering(QueryParcel), page_size=100)",
            f'answer: Iterator[Parcel] = call("{DEPOT}")',
            "assert list(answer)",
        ],
    ),
    "a page of any size": (
        Example(f"{QUERY}/max_page_size", "null", "50"),
        [
            "call = QueryParcel(answering(QueryParcel), page_size=1000000000)",
            f'answer: Iterator[Parcel] = call("{DEPOT}")',
            "assert list(answer)",
        ],
    ),
    "a filter": (
        Example(f"{QUERY}/filters/Status", "{type: enum, enum: status}", None),
        [
            "call = QueryParcel(answering(QueryParcel),"
            " filters=[QueryParcel.status.equals(ParcelStatus.WAITING)])",
            f'assert list(call("{DEPOT}"))',
        ],
    ),
    "a comparison": (
        Example(
            f"{QUERY}/filters/SentOn",
            "{type: date, operators: [equals, before, after]}",
            "{type: date, operators: [equals, before]}",
        ),
        [
            "call = QueryParcel(answering(QueryParcel),"
            " filters=[QueryParcel.sent_on.after(date(2012, 9, 17))])",
            f'assert list(call("{DEPOT}"))',
        ],
    ),
    "another name": (
        Example("objects/Parcel/aliases", "[Packet]", "[]"),
        ['assert load("Packet").Parcel is Parcel'],
    ),
    "an object": (
        Example(
            "objects/Depot/object", "Depot", "Store"
        ),
        [
            "call = GetDepot(answering(GetDepot))",
            f'answer: Depot = call("{DEPOT}")',
            "assert answer",
        ],
    ),
}  # fmt: skip
"""A change, and what the typed program does."""


@pytest.mark.parametrize("name", PYTHON)
def test_a_program_does_what_a_change_is_about(name: str) -> None:
    """One thing of a kind, with the value that differs; a change that breaks nothing shows the usual."""
    example, expected = PYTHON[name]
    change, found = made(example)
    assert body(found.python) == expected
    assert found.python.startswith(f'"{change.sentence}"')


DOCUMENTS: dict[str, tuple[Example, str]] = {
    "a parameter": (
        Example(f"{CREATE}/parameters/Colour", "{type: string}", None),
        f"<ParentSid>{DEPOT}</ParentSid>{NEEDED}<Colour>text &amp; more</Colour>",
    ),
    "a bound": (
        Example(
            f"{CREATE}/parameters/Count",
            "{type: integer, minimum: 1, maximum: 9}",
            "{type: integer, minimum: 1, maximum: 5}",
        ),
        f"<ParentSid>{DEPOT}</ParentSid>{NEEDED}<Count>9</Count>",
    ),
    "several values": (
        Example(
            f"{CREATE}/parameters/Colour", "{type: string, repeated: true}", "{type: string}"
        ),
        f"<ParentSid>{DEPOT}</ParentSid>{NEEDED}" + "<Colour>text &amp; more</Colour>" * 2,
    ),
    "as many pairs": (
        Example(
            f"{CREATE}/parameters/More", "{type: pairs, count: 3}", "{type: pairs, count: 2}"
        ),
        f"<ParentSid>{DEPOT}</ParentSid>{NEEDED}"
        + "<More><Name>name</Name><Value>value</Value></More>" * 3,
    ),
    "an offset": (
        Example(
            f"{CREATE}/parameters/Day", "{type: date, format: relative}", "{type: date}"
        ),
        f"<ParentSid>{DEPOT}</ParentSid>{NEEDED}<Day>-30days</Day>",
    ),
    "a value": (
        Example("objects/Parcel/enums/status", "[waiting, carried, lost]", "[waiting, carried]"),
        f"<Sid>{DEPOT}:{PARCEL}</Sid><Status>lost</Status>",
    ),
    "a prefix of a key": (
        Example("objects/Parcel/keys/Sid/prefixes", "[PA, PB]", "[PA]"),
        f"<Sid>{DEPOT}:PB{HEX}</Sid><Status>waiting</Status>",
    ),
    "a struct": (
        Example("objects/Parcel/structs/crate/fields/nails", "{type: integer}", None),
        f"<Sid>{DEPOT}:{PARCEL}</Sid><Status>waiting</Status><Crate><Wood>text &amp; more</Wood>"
        "<Nails>1</Nails></Crate>",
    ),
    "a struct that needs a field": (
        Example(
            "objects/Parcel/structs/crate/fields/nails",
            "{type: integer}",
            "{type: integer, required: true}",
        ),
        f"<Sid>{DEPOT}:{PARCEL}</Sid><Status>waiting</Status><Crate><Wood>text &amp; more</Wood>"
        "</Crate>",
    ),
}  # fmt: skip
"""A change, and what the document holds that is handed in."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_holds_what_a_change_is_about(name: str) -> None:
    """And what is needed beside it, in one line that is taken or not."""
    example, expected = DOCUMENTS[name]
    _, found = made(example)
    for program in found.requests:
        action = "Update" if "<Sid>" in expected else "Create"
        assert body(program) == [
            f'document = "<Parcel>{expected}</Parcel>"',
            f"takes({action}Parcel, document)",
        ]


def test_a_value_that_is_gone_stands_in_the_document_of_several() -> None:
    """Where a parameter takes several, and still does, what is shown is the value that it took."""
    row = {"objects/Parcel/actions/Update/parameters/Status": "{type: enum, enum: status, repeated: true}"}  # fmt: skip
    old, new = (
        resolve(edited_by({**row, "objects/Parcel/enums/status": values}))
        for values in ("[waiting, carried, lost]", "[waiting, carried]")
    )
    (change,) = changes(old, new)
    found = witness(change, view(old), view(new), brief=True)
    assert found is not None
    assert "<Status>lost</Status></Parcel>" in found.requests[0]


@pytest.mark.parametrize(
    ("row", "held"),
    [
        ("{type: list, items: VALUE}", "<Item>lost</Item>"),
        ("{type: map, items: VALUE}", "<Entry><Key>related</Key><Value>lost</Value></Entry>"),
        (
            "{type: list, items: {type: list, items: VALUE}}",
            "<Item><Item>lost</Item></Item>",
        ),
    ],
)
def test_a_value_that_is_gone_stands_where_a_list_has_its_values(row: str, held: str) -> None:
    """Within the list or the map, in the place of the sample's value."""
    row = row.replace("VALUE", "{type: enum, enum: status}")
    change = ("objects/Parcel/enums/status", "[waiting, lost]", "[waiting]")
    found = whole(*change, **{"actions/Update/parameters/Seen": row}).requests[0]
    (least,) = (text for text in lines(found, "document = ") if "<Seen>" in text and "lost" in text)
    assert f"<Seen>{held}</Seen></Parcel>" in least


WIRE: dict[str, tuple[Example, list[str]]] = {
    "a field": (
        Example(f"{FIELDS}/weight", "{type: decimal}", "{type: string}"),
        [
            'service = Answers((201, "<Answer><Parcel><Weight>1.5</Weight></Parcel></Answer>"))',
        ],
    ),
    "a status": (
        Example(f"{CREATE}/status", "[201]", "[202]"),
        [
            f'service = Answers((201, "<Answer><Parcel><Sid>{PARCEL}</Sid></Parcel></Answer>"))',
            f'document = "<Parcel><ParentSid>{DEPOT}</ParentSid>{NEEDED}</Parcel>"',
            "takes(CreateParcel, document, service)",
            f'service.was_asked("POST {HOST}{PARCELS}.xml",'
            ' form="Recipient=text & more, Street=text & more")',
        ],
    ),
    "pairs": (
        Example(f"{CREATE}/parameters/More", "{type: pairs, count: 3}", None),
        [
            f'service.was_asked("POST {HOST}{PARCELS}.xml",'
            ' form="More1.Name=name, More1.Value=value, Recipient=text & more, Street=text & more")',
        ],
    ),
    "many pairs": (
        Example(f"{CREATE}/parameters/More", "{type: pairs, count: 30}", None),
        [
            f'service.was_asked("POST {HOST}{PARCELS}.xml",'
            ' form="More1.Name=name, More1.Value=value, Recipient=text & more, Street=text & more")',
        ],
    ),
    "a header field": (
        Example(f"{CREATE}/parameters/Rush", "{type: string, location: header}", None),
        [
            f'service.was_asked("POST {HOST}{PARCELS}.xml",'
            ' form="Recipient=text & more, Street=text & more", header="Rush=text & more")',
        ],
    ),
    "a body of JSON": (
        Example(
            "objects/Parcel/actions/Update/parameters/Grade", "{type: enum, enum: grade}", None
        ),
        [
            f'service.was_asked("POST {HOST}{PARCELS}/{PARCEL}.xml",'
            """ json='{"Status": "waiting"}')""",
        ],
    ),
    "credentials": (
        Example("objects/Parcel/actions/Get/security", "none", "basic"),
        [
            f"""service = Answers((200, '{{"sid": "{PARCEL}"}}'))""",
            f'GetParcel(service)("{DEPOT}:{PARCEL}")',
            f'service.was_asked("GET {HOST}{PARCELS}/{PARCEL}.json", signed=False)',
        ],
    ),
    "nothing answered": (
        Example("objects/Parcel/actions/Delete/status", "[204]", "[202]"),
        [
            'service = Answers((204, ""))',
            f'document = "<Parcel><Sid>{DEPOT}:{PARCEL}</Sid></Parcel>"',
            "takes(DeleteParcel, document, service)",
            f'service.was_asked("DELETE {HOST}{PARCELS}/{PARCEL}.xml")',
        ],
    ),
    "pages": (Example(f"{QUERY}/paging", "uris", "none"), listed("", pages=2)),
    "a page": (
        Example(f"{QUERY}/max_page_size", "100", "50"),
        listed(', query="PageSize=100"', ", page_size=100", pages=2),
    ),
    "a filter": (
        Example(f"{QUERY}/filters/Status", "{type: enum, enum: status}", None),
        listed(
            ', query="Status=waiting"', ', filters=[QueryParcel.status.equals("waiting")]'
        ),
    ),
    "a comparison": (
        Example(
            f"{QUERY}/filters/SentOn",
            "{type: datetime, operators: [before, after]}",
            "{type: datetime, operators: [before]}",
        ),
        listed(
            ', query="SentOn>=2012-09-17T23:59:59Z"',
            ", filters=[QueryParcel.sent_on.after(date(2012, 9, 17))]",
        ),
    ),
    "a comparison of days": (
        Example(
            f"{QUERY}/filters/SentOn",
            "{type: date, operators: [before, after]}",
            "{type: date, operators: [after]}",
        ),
        listed(
            ', query="SentOn<=2012-09-17"',
            ", filters=[QueryParcel.sent_on.before(date(2012, 9, 17))]",
        ),
    ),
    "a filter that is given twice": (
        Example(
            f"{QUERY}/filters/Name",
            "{type: string, repeated: true}",
            "{type: string}",
        ),
        listed(
            ', query="Name=text & more, Name=text & more"',
            ", filters=[QueryParcel.name.equals(\"text & more\"), QueryParcel.name.equals(\"text & more\")]",
        ),
    ),
}  # fmt: skip
"""A change, and lines of the program that makes its request."""


@pytest.mark.parametrize("name", WIRE)
def test_a_request_is_what_a_change_is_about(name: str) -> None:
    """What is asked for, where, and in what words; the answer has the key and what is looked at."""
    example, expected = WIRE[name]
    for program in made(example)[1].wire:
        lines = body(program)
        assert [line for line in lines if line in expected] == expected, lines


@pytest.mark.parametrize("name", ["a page", "pages"])
def test_an_answered_page_says_where_its_records_are_and_what_comes_next(name: str) -> None:
    """And nothing else: not how many there are, nor where it stands among the others."""
    lines = body(made(WIRE[name][0])[1].wire[0])
    record = f'{{"sid": "{PARCEL}"}}'
    assert lines[:2] == [
        f"""answer = '{{"next_page_uri": "/next", "parcels": [{record}]}}'""",
        f"""last = '{{"next_page_uri": null, "parcels": [{record}]}}'""",
    ]


def test_many_pairs_are_counted_in_python() -> None:
    """Up to three are written out; a comprehension gives more."""
    place = f"{CREATE}/parameters/More"
    few, many = (Example(place, f"{{type: pairs, count: {count}}}", None) for count in (3, 4))
    written = '{"name0": "value", "name1": "value", "name2": "value"}'
    assert f"more={written}" in made(few)[1].python
    assert 'more={f"name{number}": "value" for number in range(4)}' in made(many)[1].python


def test_a_request_is_made_in_the_names_of_each_package() -> None:
    """Whoever sees the traffic does not mind how a class or an element is called."""
    _, found = made(Example(f"{CREATE}/parameters/Street", "{type: string, xml: Street}", "{type: string, xml: Road}"))  # fmt: skip
    old, new = ("\n".join(body(program)) for program in found.wire)
    assert "<Street>" in old
    assert "<Street>" not in new
    assert "<Road>" in new
    assert old.partition("was_asked")[2] == new.partition("was_asked")[2] != ""


ANSWERS: dict[str, tuple[Example, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "a field that is gone": (
        Example(f"{FIELDS}/weight", "{type: decimal}", None),
        ("<Sid/><Weight/>",),
        ("<Sid/>",),
        ("Parcel", "Parcel/Sid", "Parcel/Weight"),
    ),
    "a field that comes": (
        Example(f"{FIELDS}/colour", None, "{type: string}"),
        ("<Sid/>",),
        ("<Sid/><Colour/>",),
        ("Parcel", "Parcel/Sid"),
    ),
    "another element": (
        Example(f"{FIELDS}/weight", "{type: decimal}", "{type: decimal, xml: Mass}"),
        ("<Sid/><Weight/>",),
        ("<Sid/><Mass/>",),
        ("Parcel", "Parcel/Sid", "Parcel/Weight"),
    ),
    "the same": (
        Example(f"{CREATE}/status", "[201]", "[202]"),
        ("<Sid/>",),
        ("<Sid/>",),
        ("Parcel", "Parcel/Sid"),
    ),
}
"""A change, the elements of the records answered before and after it, and what is read of them."""


@pytest.mark.parametrize("name", ANSWERS)
def test_answered_documents_hold_what_differs(name: str) -> None:
    """And the record's first element, in both; the program reads what the earlier ones had."""
    example, old, new, paths = ANSWERS[name]
    (answered,) = made(example)[1].answers
    for expected, texts in ((old, answered.old), (new, answered.new)):
        elements = [
            "".join(f"<{tag}/>" for tag in re.findall(r"^ {4}<(\w+)", text, re.MULTILINE))
            for text in texts
        ]
        assert tuple(dict.fromkeys(elements)) == expected
    assert answered.paths == paths


def test_an_answer_of_another_record_is_shown_in_ten_lines() -> None:
    """All that it had is gone; what is shown of it is among that, whole, and looked for."""
    change, found = made(Example(f"{CREATE}/answers", "null", "Depot"))
    (answered,) = found.answers
    assert change.rule == "answer-changed"
    for text in (*answered.old, *answered.new):
        assert len(text.splitlines()) <= 10
    assert "Parcel/Status" in answered.paths
    assert "<Status>" in answered.old[0]
    assert "<Status>" not in answered.new[0]


def test_a_field_is_answered_with_each_of_its_values() -> None:
    """Two bounds of a number, so that what is no longer valid is among them."""
    (answered,) = made(Example(f"{FIELDS}/weight", "{type: decimal}", "{type: integer}"))[1].answers
    assert ["1.5" in text for text in answered.old] == [True]
    found = "".join(answered.new)
    assert "<Weight>-1000000000</Weight>" in found
    assert "<Weight>1000000000</Weight>" in found


def test_what_fewer_actions_answer_is_looked_for_where_it_lacks() -> None:
    """Not in the first answer, which may still have it."""
    (answered,) = made(Example(f"{FIELDS}/recipient/only", "[]", "[Get]"))[1].answers
    assert answered.operation != "GetParcel"
    assert "Parcel/Recipient" in answered.paths
    assert not any("Recipient" in text for text in answered.new)


def test_an_instant_is_read_in_its_form() -> None:
    """In the form that the earlier profile had."""
    example = Example(f"{FIELDS}/sent", "{type: datetime, format: iso8601}", "{type: datetime, format: rfc2822}")  # fmt: skip
    (answered,) = made(example)[1].answers
    assert answered.forms == (("Parcel/Sent", "iso8601"),)
    assert "2012-09-17T01:13:42Z" in answered.old[0]
    assert "Mon, 17 Sep 2012 01:13:42 +0000" in answered.new[0]
    assert 'instants = [("Parcel/Sent", "iso8601")]' in reader(answered)


def test_a_reader_fails_by_what_it_was_told() -> None:
    """It names the profile beside it, the elements, and takes documents from the command line."""
    answered = Answered("GetParcel", "<xs:schema/>", ("Parcel",), (), (), ())
    assert body(reader(answered)) == [
        'profile = Path(__file__).with_name("GetParcel.xsd")',
        'elements = ["Parcel"]',
        "instants = []",
        "read(profile, sys.argv[1:], elements, instants)",
    ]


@pytest.mark.parametrize(
    ("row", "sent", "held", "text"),
    [
        ("{type: decimal}", ['Decimal("1.5")', "2"], ['Decimal("1.5")'], ["1.5", "2"]),
        ("{type: integer, minimum: 3}", ["3", "1000000000"], ["1"], ["3", "1000000000"]),
        ("{type: integer, maximum: 3}", ["-1000000000", "3"], ["1"], ["-1000000000", "3"]),
        ("{type: boolean}", ["True"], ["True"], ["true", "false"]),
        ("{type: date}", ["date(2012, 9, 17)"], ["date(2012, 9, 17)"], ["2012-09-17"]),
        (
            "{type: date, format: relative}",
            ["date(2012, 9, 17)", '"-30days"'],
            ["date(2012, 9, 17)"],
            ["2012-09-17", "-30days"],
        ),
        (
            "{type: datetime, format: rfc2822}",
            ["datetime(2012, 9, 17, 1, 13, 42, tzinfo=UTC)"],
            ["datetime(2012, 9, 17, 1, 13, 42, tzinfo=UTC)"],
            ["Mon, 17 Sep 2012 01:13:42 +0000"],
        ),
        (
            "{type: enum, enum: status}",
            [
                *("ParcelStatus.WAITING", "ParcelStatus.CARRIED", "ParcelStatus.DELIVERED"),
                '"a word of its own"',
            ],
            ["ParcelStatus.WAITING", "ParcelStatus.CARRIED", "ParcelStatus.DELIVERED"],
            ["waiting", "carried", "delivered", "a word of its own"],
        ),
        ("{type: sid, prefixes: [CO, PE]}", [f'"CO{HEX}"', f'"PE{HEX}"'], [f'Sid("CO{HEX}")', f'Sid("PE{HEX}")'], [f"CO{HEX}", f"PE{HEX}"]),
        ("{type: sid}", [f'"XY{HEX}"'], [f'Sid("XY{HEX}")'], [f"XY{HEX}"]),
        ("{type: string}", ['"text & more"'], ['"text & more"'], ["text & more"]),
        ("{type: string, format: phone-number}", ['"+13115556789"'], ['"+13115556789"'], ["+13115556789"]),
        ("{type: string, format: uri}", ['"https://example.com/resource"'], ['"https://example.com/resource"'], ["https://example.com/resource"]),
        ("{type: string, pattern: '[A-C]{2}'}", ['"AA"'], ['"AA"'], ["AA"]),
        ("{type: any}", ['"any value"'], ['{"name": 1}', '"any value"'], []),
        ("{type: uri_map}", ['{"related": "https://example.com/resource"}'], ['{"related": "https://example.com/resource"}'], []),
        ("{type: pairs, count: 2}", ['{"name0": "value", "name1": "value"}'], ['{"name0": "value", "name1": "value"}'], []),
        ("{type: collapsible_map, prefix: AddOns}", ['{"name": {"key": "value"}}'], ['{"name": {"key": "value"}}'], []),
        ("{type: list, items: {type: boolean}}", ["[True]"], ["(True,)"], []),
        ("{type: map, items: {type: boolean}}", ['{"related": True}'], ['{"related": True}'], []),
        (
            "{type: struct, struct: size}",
            [
                "ParcelSize(height=-1000000000, width=-1000000000)",
                "ParcelSize(height=-1000000000)",
            ],
            ["ParcelSize(height=1, width=1)"],
            [],
        ),
    ],
)  # fmt: skip
def test_each_type_has_values(row: str, sent: list[str], held: list[str], text: list[str]) -> None:
    """As typed code sends them, as a record holds them, and as documents spell them."""
    catalog = resolve(edited_by({f"{CREATE}/parameters/Value": row}))
    value: Type = catalog.objects["Parcel"].actions["Create"].parameters["Value"]
    parcel = next(each for each in view(catalog).objects if each.name == "Parcel")
    assert in_python(value, parcel, sent=True) == sent
    assert in_python(value, parcel, sent=False) == held
    assert as_text(value, parcel) == text
    assert plain(value, parcel) == ([f'"{one}"' for one in text] if "enum" in row else sent) or (
        "struct" in row
    )


def pieces(*sources: str) -> list[Piece]:
    """Pieces by kind and source."""
    return [Piece(*source.split(":")) for source in sources]


@pytest.mark.parametrize(
    ("old", "new", "gone", "expected"),
    [
        ("call:a call:b", "call:a call:b", "", "call:a"),
        ("call:a call:b", "call:a", "", "call:b"),
        ("call:a call:b call:c", "call:a", "", "call:b"),
        ("call:a read:b call:c", "", "", "call:a read:b"),
        ("read:b call:a", "call:c", "", "read:b call:a"),
        ("call:a read:b", "", "b", "read:b"),
        ("call:a", "read:a", "", "call:a"),
        ("", "call:a", "a", ""),
    ],
)
def test_the_decisive_pieces(old: str, new: str, gone: str, expected: str) -> None:
    """The first of each kind that is not repeated; one that names what is gone is enough."""
    found = decisive(pieces(*old.split()), pieces(*new.split()), set(gone.split()))
    assert list(found) == pieces(*expected.split())


def test_names_of_several_pieces_do_not_meet() -> None:
    """One has no number, several have one each."""
    one = Piece("call", f"call{NUMBER} = 1")
    assert joined([one]) == "call = 1"
    assert joined([one, one]) == "call_0 = 1\ncall_1 = 1"


def test_the_names_that_a_source_uses() -> None:
    """Neither what a text says nor an attribute or an argument is one."""
    assert words("a = B.c(d=e, f=\"G h\", i='J \\' k')") == {"a", "B", "e"}


def test_the_files_of_a_change_are_of_those_it_reaches(tmp_path: Path) -> None:
    """Each consumer's alone, with what the change is, and the later names where they differ."""
    old, new = map(
        resolve,
        sides(
            Example(f"{CREATE}/parameters/Street", "{type: string}", "{type: string, xml: Road}")
        ),
    )
    found = changes(old, new)
    assert write_witnesses(tmp_path / "out", found, old, new) == len(found)
    (folder,) = (path for path in (tmp_path / "out").iterdir() if path.is_dir())
    said = (folder / "change.txt").read_text(encoding="utf-8").splitlines()
    assert said[0] == found[0].place
    assert said[1] == found[0].sentence
    assert len(said) == 2 + len(found[0].effects)
    assert said[2].endswith(f"({found[0].effects[Consumer.REQUESTS].severity.word})")
    names = {path.name for path in folder.iterdir()}
    assert "requests.py" in names
    assert ("wire.py" in names) == (Consumer.WIRE in found[0].effects)
    assert ("python.py" in names) == (Consumer.PYTHON in found[0].effects)
    assert "<Street>" in (folder / "requests.py").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o755


def test_a_file_is_no_folder_for_witnesses(tmp_path: Path) -> None:
    """It is said which, and left as it is."""
    from twilio_ops_codegen.catalog.errors import CodegenError

    target = tmp_path / "out"
    target.write_text("mine", encoding="utf-8")
    old, new = map(resolve, sides(Example(f"{FIELDS}/weight", "{type: decimal}", None)))
    with pytest.raises(CodegenError, match="out is there already; expected an empty folder"):
        write_witnesses(target, changes(old, new), old, new)
    assert target.read_text(encoding="utf-8") == "mine"
    target.unlink()
    target.mkdir()
    assert write_witnesses(target, changes(old, new), old, new) == 1


SHELF, OTHER = f"SH{HEX}", f"PX{HEX}"


def whole(place: str, old: str, new: str | None, **beside: str) -> Witness:
    """The witness of a change that tries all; ``beside`` is what both catalogs have of a parcel."""
    rows = {f"objects/Parcel/{name}": text for name, text in beside.items()}
    before, after = (resolve(edited_by({**rows, place: text})) for text in (old, new))
    found = witness(changes(before, after)[0], view(before), view(after))
    assert found is not None
    return found


def lines(program: str, begin: str) -> list[str]:
    """What follows a word at the beginning of lines of a program."""
    return [line.removeprefix(begin) for line in body(program) if line.startswith(begin)]


def test_a_request_is_tried_with_each_composed_sid() -> None:
    """Each prefix and word of its key, each path, and the account given or left out; with all that may be
    given beside it once."""
    found = whole(
        "objects/Parcel/actions/Get",
        "{method: GET, path: '/v1/Parcels/{DepotSid}/{Sid}', security: none, alternatives:"
        " ['/v1/Parcels/{DepotSid}/{ShelfSid}/{Sid}'], parameters: {Unit: {type: string, location: query},"
        " Lang: {type: string, location: header}, Tag: {type: string, location: query, repeated: true}}}",
        None,
        **{"keys/Sid": "{prefixes: [PA, PX], literals: [First]}"},
    )
    told = 'unit="text & more", lang="text & more", tag=["text & more"]'
    assert found.wire[0] == found.wire[1], "what is gone keeps its names"
    assert lines(found.wire[0], "GetParcel(service)") == [
        f'("{DEPOT}:{PARCEL}")',
        f'("{DEPOT}:{PARCEL}", {told})',
        f'("{DEPOT}:{OTHER}")',
        f'("{DEPOT}:First")',
        f'("{PARCEL}")',
        f'("{DEPOT}:{SHELF}:{PARCEL}")',
        f'("{DEPOT}:{SHELF}:{OTHER}")',
        f'("{DEPOT}:{SHELF}:First")',
        f'("{SHELF}:{PARCEL}")',
    ]
    given = ', header="Lang=text & more", query="Tag=text & more, Unit=text & more"'
    account = f"AC{HEX}"
    asked = [
        *((DEPOT, PARCEL, ""), (DEPOT, PARCEL, given), (DEPOT, OTHER, ""), (DEPOT, "First", "")),
        (account, PARCEL, ""),
        *((f"{DEPOT}/{SHELF}", key, "") for key in (PARCEL, OTHER, "First")),
        (f"{account}/{SHELF}", PARCEL, ""),
    ]
    assert lines(found.wire[0], "service.was_asked(") == [
        f'"GET {HOST}/v1/Parcels/{above}/{key}.json"{sent}, signed=False)' for above, key, sent in asked
    ]  # fmt: skip


def test_a_document_is_tried_with_each_composed_sid() -> None:
    """The record that it makes one under, or that it is about; and one holds all that may be given."""
    keys = {"keys/DepotSid": "{prefixes: [DE, DX]}", "keys/Sid": "{prefixes: [PA, PX]}"}
    made = whole(f"{CREATE}/status", "[201]", "[202]", **keys)
    everything = "<Weight>1.5</Weight></Parcel>"
    documents = lines(made.requests[0], "document = ")
    assert [everything in text for text in documents] == [False, False, True, False]
    assert [f"<ParentSid>DX{HEX}</ParentSid>" in text for text in documents][3:] == [True]
    asked = lines(made.wire[0], f'service.was_asked("POST {HOST}/v1/Depots/')
    assert [text.partition("/")[0] for text in asked] == [DEPOT, DEPOT, DEPOT, f"DX{HEX}"]
    gone = whole("objects/Parcel/actions/Delete/status", "[204]", "[202]", **keys)
    asked = lines(gone.wire[0], f'service.was_asked("DELETE {HOST}/v1/Depots/')
    assert [text.split(".xml")[0].split("/") for text in asked] == [
        [DEPOT, "Parcels", PARCEL],
        [f"DX{HEX}", "Parcels", PARCEL],
        [DEPOT, "Parcels", OTHER],
        [f"AC{HEX}", "Parcels", PARCEL],
    ]


def test_a_change_of_one_row_tries_that_row() -> None:
    """And one of a whole object each of its rows."""
    (read,) = lines(whole(f"{FIELDS}/weight", "{type: decimal}", None).python, "value")
    assert read == ': Decimal | None = Parcel(weight=Decimal("1.5")).weight'
    found = whole(f"{FIELDS}/weight", "{type: decimal}", None)
    assert len(lines(found.requests[0], "document = ")) == 3, "one of each operation is enough"
    found = whole("objects/Parcel/keys/Sid", "{prefixes: [PA]}", "{prefixes: [PX]}")
    assert "Parcel(weight=" in found.python and "ParcelStatus.WAITING" in found.python
    found = whole(GET, GONE_GET % "{Sid}", None)
    assert "Parcel(weight=" not in found.python and "ParcelStatus" not in found.python
    found = whole("objects/Courier", COURIER, None)
    text = "\n".join(body(found.python))
    for one in ("Courier(sid=", "Courier(speed=", "CourierSpeed.FAST", "CourierSpeed.SLOW"):
        assert one in text


COURIER = (
    "{object: Courier, path: /v1/Couriers, keys: {Sid: {prefixes: [CO]}}, enums: {speed: [fast, slow]},"
    " fields: {sid: {type: sid, prefixes: [CO]}, speed: {type: enum, enum: speed}},"
    " actions: {Get: {method: GET, path: '/v1/Couriers/{Sid}'}}}"
)


def test_an_operation_that_is_gone_answers_nothing() -> None:
    """What it answered is still shown."""
    row = "{method: GET, path: '/v1/Depots/{DepotSid}/Parcels', cardinality: many}"
    found = whole(QUERY, row, None)
    assert [(each.operation, len(each.old), each.new) for each in found.answers] == [
        ("QueryParcel", 1, ())
    ]


def test_an_enum_is_answered_as_it_is_in_the_sample() -> None:
    """Its values are tried where they are sent, by whatever name a field has that holds it."""
    found = whole("objects/Parcel/enums/status", "[waiting, lost]", "[waiting]")
    assert [(each.operation, len(each.new)) for each in found.answers] == [("UpdateParcel", 1)]
    first, *_ = lines(found.requests[0], "document = ")
    assert "<Status>lost</Status>" in first


GET, UPDATE = "objects/Parcel/actions/Get", "objects/Parcel/actions/Update"
GONE_GET = "{method: GET, path: '/v1/%s'}"


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("{}", ["name"]),
        ("{example: t7}", ["t7"]),
        ("{pattern: '[a-c]{2}'}", ["aa"]),
        ("{pattern: '[a-c]{2}', example: cc}", ["cc"]),
        ("{pattern: 'PA.*', prefixes: [PA]}", [PARCEL]),
        ("{pattern: '[a-c]{2}', literals: [First, Last]}", ["First", "Last", "aa"]),
        ("{prefixes: [PA, PX], literals: [First]}", [PARCEL, OTHER, "First"]),
        ("{literals: [a/b c]}", ["a/b c"]),
    ],
)
def test_a_key_is_given_in_each_of_its_ways(key: str, texts: list[str]) -> None:
    """A Sid of each prefix, each word, and what fits its pattern; in paths no text ends a step."""
    found = whole(GET, GONE_GET % "{Sid}", None, **{"keys/Sid": key}).wire[0]
    called = dict.fromkeys(lines(found, "GetParcel(service)"))
    assert list(called) == [f'("{text}")' for text in texts]
    asked = dict.fromkeys(lines(found, f'service.was_asked("GET {HOST}/v1/'))
    assert list(asked) == [f'{quote(text, safe="")}.json")' for text in texts]


def test_a_key_that_is_a_parameter_is_sent_as_one() -> None:
    """Behind what the path holds; the account of a path is left out only beside another key."""
    row = "{method: GET, path: '/v1/{DepotSid}', key_parameter: TrackingCode}"
    found = whole(GET, row, None, **{"keys/TrackingCode": "{literals: [t7, t8]}"}).wire[0]
    account = f"AC{HEX}"
    assert list(dict.fromkeys(lines(found, f'service.was_asked("GET {HOST}/v1/'))) == [
        f'{above}.json", query="TrackingCode={code}")'
        for above, code in ((DEPOT, "t7"), (DEPOT, "t8"), (account, "t7"))
    ]
    found = whole(GET, GONE_GET % "{DepotSid}", None).wire[0]
    assert set(lines(found, "GetParcel(service)")) == {f'("{DEPOT}")'}
    found = whole(GET, GONE_GET % "{Box}/{Sid}", None).wire[0]
    assert set(lines(found, "GetParcel(service)")) == {f'("name:{PARCEL}")'}


LEAST: dict[str, tuple[str, str, list[str]]] = {
    "something that changes": (
        "{Lang: {type: string, location: header}, Colour: {type: string}, Weight: {type: decimal}}",
        "[]",
        ["Colour"],
    ),
    "what is needed": (
        "{Colour: {type: string}, Lang: {type: string, required: true}}",
        "[]",
        ["Lang"],
    ),
    "one of a group": ("{Lang: {type: string}, A: {type: string}, B: {type: string}}", "[[B, A]]", ["B", "A"]),
    "one for several groups": (
        "{A: {type: string}, B: {type: string}, C: {type: string}}",
        "[[A, B], [B, A]]",
        ["AB", "A", "B"],
    ),
}  # fmt: skip
"""Parameters of an Update, its groups, and which the smallest documents hold."""


@pytest.mark.parametrize("name", LEAST)
def test_an_update_is_tried_with_the_least_that_it_takes(name: str) -> None:
    """Each smallest set once; and with everything."""
    rows, either, expected = LEAST[name]
    beside = {"actions/Update/parameters": rows, "actions/Update/either": either}
    found = whole(f"{UPDATE}/status", "[200]", "[202]", **beside)
    documents = [etree.fromstring(literal_eval(one)) for one in lines(found.requests[0], "document = ")]  # fmt: skip
    held = ["".join(sorted(str(one.tag) for one in each if one.tag != "Sid")) for each in documents]
    assert held[: len(expected)] == expected
    every = "".join(sorted(re.findall(r"(\w+): \{", rows)))
    assert held[len(expected)] == every


def test_a_query_that_needs_a_filter_has_it() -> None:
    """Beside every other that is tried, and once where it is tried itself."""
    filters = "{Status: {type: string, required: true}, SentOn: {type: date, operators: [equals, before]}}"
    needed = 'QueryParcel.status.equals("text & more")'
    begin = "call = QueryParcel(service, "
    found = whole(f"{QUERY}/cardinality", "many", "one", **{"actions/Query/filters": filters}).wire[
        0
    ]
    assert list(dict.fromkeys(lines(found, begin))) == [
        f"filters=[{needed}])",
        f"filters=[{needed}, QueryParcel.sent_on.equals(date(2012, 9, 17))])",
        f"filters=[{needed}, QueryParcel.sent_on.before(date(2012, 9, 17))])",
    ]
    row = "{type: date, operators: [equals]}"
    one = whole(
        f"{QUERY}/filters/SentOn", row, None, **{"actions/Query/filters/Name": "{type: string}"}
    )
    tried = {line for line in one.wire[0].splitlines() if "filters=" in line}
    assert tried == {f"{begin}filters=[QueryParcel.sent_on.equals(date(2012, 9, 17))])"}


def test_what_all_objects_have_is_tried_with_one() -> None:
    """With that which has the most operations, and all of them; a refused one is left out."""
    found = whole("service/host", "a.example", "b.example", **{"actions/Create/refused": "closed"})
    used = [name for name in ("Get", "Query", "Create", "Update", "Delete") if f"{name}Parcel(" in found.wire[0] or f"takes({name}Parcel" in found.wire[0]]  # fmt: skip
    assert used == ["Get", "Query", "Update", "Delete"]
    imported = (
        "from parcel_ops.api.parcel import GetParcel, QueryParcel, UpdateParcel, DeleteParcel"
    )
    assert imported in found.wire[0].splitlines()
    assert all("https://a.example/" in line for line in lines(found.wire[0], "service.was_asked("))


def test_a_map_is_sent_under_names_of_its_own() -> None:
    """Its document holds one element, and its request what stands under the map's prefix alone."""
    row = "{More: {type: collapsible_map, prefix: AddOns}, Street: {type: string}}"
    found = whole(f"{CREATE}/status", "[201]", "[202]", **{"actions/Create/parameters": row, "actions/Create/either": "[]"})  # fmt: skip
    asked = lines(found.wire[0], f'service.was_asked("POST {HOST}{PARCELS}.xml"')
    assert asked == [")", ', form="AddOns.name.key=value, Street=text & more")']


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("{type: enum, enum: grade}", ["UpdateParcel"]),
        ("{type: enum, enum: status}", ["CreateParcel", "UpdateParcel"]),
        ("{type: list, items: {type: enum, enum: status}}", ["CreateParcel", "UpdateParcel"]),
        ("{type: list, items: {type: enum, enum: grade}}", ["UpdateParcel"]),
        ("{type: string}", ["UpdateParcel"]),
    ],
)
def test_an_enum_is_tried_where_it_is_sent(row: str, expected: list[str]) -> None:
    """By itself or in a list; what sends another, or none, is left out."""
    beside = {"actions/Create/parameters/Grade": row}
    found = whole("objects/Parcel/enums/status", "[waiting, lost]", "[waiting]", **beside)
    assert sorted({line.split(",")[0] for line in lines(found.wire[0], "takes(")}) == expected
    assert sorted({line.split(",")[0] for line in lines(found.requests[0], "takes(")}) == expected
