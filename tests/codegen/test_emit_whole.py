"""All of a profile and of a sample, of an object that has one of everything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from tests.codegen.test_emit_parts import package
from tests.codegen.test_objects import SERVICE
from twilio_ops_codegen.catalog.model import (
    Action,
    ActionName,
    Field,
    Filter,
    JsonNames,
    Key,
    Object,
    Parameter,
    Struct,
    Type,
)
from twilio_ops_codegen.emit.samples import HEX, Samples
from twilio_ops_codegen.emit.types import Types
from twilio_ops_codegen.emit.xsd import Profiles

TEXT = Type(type="string")
NODE = Type(type="struct", struct="node")
THING = Object(
    object="Thing",
    path="/v1/Things",
    doc="A thing.",
    link="https://x.example/thing",
    deprecated="use Other",
    note="Heavy.",
    keys={"Sid": Key(prefixes=("PA", "PB")), "Box": Key(prefixes=("BX",))},
    json=JsonNames(list="things"),
    enums={"kind": ("slow", "fast")},
    structs={
        "node": Struct(
            fields={
                "name": Field(type="string", required=True, doc="Its name."),
                "next": Field(type="struct", struct="node"),
                "parts": Field(type="list", items=NODE),
            },
            doc="In short.",
        ),
    },
    fields={
        "sid": Field(type="sid", prefixes=("PA", "PB")),
        "made": Field(type="datetime", format="rfc2822"),
        "day": Field(type="date"),
        "count": Field(type="integer", doc="How many."),
        "price": Field(type="decimal"),
        "on": Field(type="boolean"),
        "kind": Field(type="enum", enum="kind", deprecated="no more"),
        "links": Field(type="uri_map", key_xml={"more": "More", "self": "Own"}),
        "no_links": Field(type="uri_map"),
        "kinds": Field(type="list", items=Type(type="enum", enum="kind")),
        "map": Field(type="map", items=Type(type="list", items=TEXT)),
        "node": Field(type="struct", struct="node"),
        "loose": Field(type="any"),
        "word": Field(type="string", note="A note."),
    },
    actions={
        "Get": Action(method="GET", path="/v1/Things/{Sid}"),
        "Create": Action(
            method="POST",
            path="/v1/Boxes/{Box}/Things",
            encoding="json",
            doc="Makes it.",
            effect="sends a courier",
            parameters={
                "Word": Parameter(type="string", required=True, doc="A word."),
                "Many": Parameter(type="integer", repeated=True, minimum=1, maximum=9),
                "Pairs": Parameter(type="pairs", count=3),
                "Node": Parameter(type="struct", struct="node"),
                "Map": Parameter(type="map", items=Type(type="integer")),
                "Maps": Parameter(type="map", items=Type(type="list", items=TEXT)),
                "List": Parameter(type="list", items=Type(type="list", items=Type(type="boolean"))),
                "Add": Parameter(type="collapsible_map", prefix="AddOns"),
                "Day": Parameter(type="date", format="relative"),
                "Phone": Parameter(type="string", format="phone-number"),
                "Kind": Parameter(type="enum", enum="kind"),
                "Sid": Parameter(type="sid", prefixes=("AC",)),
            },
        ),
        "Update": Action(
            method="POST",
            path="/v1/Things/{Sid}",
            encoding="form",
            parameters={"Word": Parameter(type="string")},
            deprecated="use Create",
        ),
        "Delete": Action(
            method="DELETE", path="/v1/Things/{Sid}", cardinality="none", status=(204,)
        ),
    },
)
CATALOG, VIEW = package(THING)
OPERATIONS = {str(each.action): each for each in VIEW.operations}


def outline(text: str) -> Iterator[str]:
    """The parts of a profile, each in a line: what it is, where it leads and what is said of it; long patterns left out."""
    pending = [(node, 0) for node in etree.fromstring(text.encode())]
    while pending:
        node, depth = pending.pop(0)
        kind = etree.QName(node).localname
        if kind == "annotation" or len(node.get("value", "")) > 60:
            continue
        said = [f"{name}={value}" for name, value in node.attrib.items()]
        for each in node.findall("{*}annotation/{*}documentation"):
            said += ["#", *(f"[{value}]" for value in each.attrib.values()), each.text or ""]
        yield "  " * depth + " ".join([kind, *said])
        pending[:0] = [(inner, depth + 1) for inner in node]


GET_ANSWERS = r"""element name=Response # A document as it comes out.
  complexType
    sequence
      element name=Thing type=Thing # The record.
complexType name=Thing # [https://x.example/thing] A thing. Deprecated: use Other Heavy.
  all
    element name=Sid type=sid.PA.PB minOccurs=0 # A Sid that begins with PA or PB.
    element name=Made type=datetime minOccurs=0
    element name=Day type=date minOccurs=0
    element name=Count type=integer minOccurs=0 # How many.
    element name=Price type=decimal minOccurs=0
    element name=On type=boolean minOccurs=0
    element name=Kind type=text minOccurs=0 # Deprecated: no more Known values: slow, fast.
    element name=Links type=ThingLinks minOccurs=0
    element name=NoLinks type=blank minOccurs=0
    element name=Kinds type=ThingKinds minOccurs=0 # Known values: slow, fast.
    element name=Map type=ThingMap minOccurs=0
    element name=Node type=ThingNode minOccurs=0
    element name=Loose type=any minOccurs=0
    element name=Word type=text minOccurs=0 # A note.
complexType name=ThingLinks # Addresses.
  all
    element name=More type=text minOccurs=0 # The address of its More.
    element name=Own type=text minOccurs=0 # The address of its Own.
complexType name=ThingKinds # Any number of values.
  sequence
    element name=Kind type=text minOccurs=0 maxOccurs=unbounded # One value. Known values: slow, fast.
complexType name=ThingMapValue # Any number of values.
  sequence
    element name=Item type=text minOccurs=0 maxOccurs=unbounded # One value.
complexType name=ThingMapEntry # A key and its value.
  all
    element name=Key type=text # The key.
    element name=Value type=ThingMapValue # One value.
complexType name=ThingMap # Values by their keys.
  sequence
    element name=Entry type=ThingMapEntry minOccurs=0 maxOccurs=unbounded # One value with its key.
complexType name=ThingNode # In short.
  all
    element name=Name type=text minOccurs=0 # Its name. Needed where it is sent.
    element name=Next type=ThingNode minOccurs=0
    element name=Parts type=ThingNodeParts minOccurs=0
complexType name=ThingNodeParts # Any number of values.
  sequence
    element name=Part type=ThingNode minOccurs=0 maxOccurs=unbounded # One value.
simpleType name=any # a value of any kind
  restriction base=xs:string
simpleType name=blank # empty
  restriction base=xs:token
    length value=0
simpleType name=boolean # true or false
  restriction base=xs:token
    pattern value=(true|false|True|False|1|0)?
simpleType name=date # a day (2012-09-17)
  restriction base=xs:token
simpleType name=datetime # a date and time (Mon, 17 Sep 2012 01:13:42 +0000 or 2012-09-17T01:13:42Z)
  restriction base=xs:token
simpleType name=decimal # a decimal number
  restriction base=xs:token
    pattern value=([+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+\-]?[0-9]+)?)?
simpleType name=integer # a whole number
  restriction base=xs:token
    pattern value=([+\-]?[0-9]+(\.0{1,20})?)?
simpleType name=sid.PA.PB # a Sid (PA… or PB…)
  restriction base=xs:token
    pattern value=((PA|PB).*)?
simpleType name=text # text
  restriction base=xs:string
"""
CREATE_TAKES = r"""element name=Thing type=CreateThingRequest # A request document of CreateThing.
complexType name=pair # A name and its value.
  all
    element name=Name type=text # The name.
    element name=Value type=text # Its value.
complexType name=CreateThingNode # In short.
  all
    element name=Name type=text # Its name. Needed where it is sent.
    element name=Next type=CreateThingNode minOccurs=0
    element name=Parts type=CreateThingNodeParts minOccurs=0
complexType name=CreateThingNodeParts # Any number of values.
  sequence
    element name=Part type=CreateThingNode minOccurs=0 maxOccurs=unbounded # One value.
complexType name=CreateThingRequestMapEntry # A key and its value.
  all
    element name=Key type=text # The key.
    element name=Value type=integer # One value.
complexType name=CreateThingRequestMap # Values by their keys.
  sequence
    element name=Entry type=CreateThingRequestMapEntry minOccurs=0 maxOccurs=unbounded # One value with its key.
complexType name=CreateThingRequestMapsValue # Any number of values.
  sequence
    element name=Item type=text minOccurs=0 maxOccurs=unbounded # One value.
complexType name=CreateThingRequestMapsEntry # A key and its value.
  all
    element name=Key type=text # The key.
    element name=Value type=CreateThingRequestMapsValue # One value.
complexType name=CreateThingRequestMaps # Values by their keys.
  sequence
    element name=Entry type=CreateThingRequestMapsEntry minOccurs=0 maxOccurs=unbounded # One value with its key.
complexType name=CreateThingRequestListItem # Any number of values.
  sequence
    element name=Item type=boolean minOccurs=0 maxOccurs=unbounded # One value.
complexType name=CreateThingRequestList # Any number of values.
  sequence
    element name=Item type=CreateThingRequestListItem minOccurs=0 maxOccurs=unbounded # One value.
complexType name=CreateThingRequest # [https://x.example/thing] Makes it. Side effect: sends a courier. Deprecated: use Other
  sequence
    element name=ParentSid type=address # Under which record it is made. Box
    element name=Word type=text # A word.
    element name=Many type=integer.1.9 minOccurs=0 maxOccurs=unbounded # From 1 to 9. Several values may be given.
    element name=Pairs type=pair minOccurs=0 maxOccurs=3
    element name=Node type=CreateThingNode minOccurs=0
    element name=Map type=CreateThingRequestMap minOccurs=0
    element name=Maps type=CreateThingRequestMaps minOccurs=0
    element name=List type=CreateThingRequestList minOccurs=0
    element name=Add type=text minOccurs=0
    element name=Day type=date.relative minOccurs=0 # A day, or an offset from today such as -30days.
    element name=Phone type=phone-number minOccurs=0 # In E.164 form.
    element name=Kind type=text minOccurs=0 # Known values: slow, fast.
    element name=Sid type=sid.AC minOccurs=0 # A Sid that begins with AC.
simpleType name=address # a Sid of the form Box
  restriction base=xs:token
    pattern value=(BX)[0-9a-fA-F]{32}
simpleType name=boolean # true or false
  restriction base=xs:token
    pattern value=true|false|True|False|1|0
simpleType name=date.relative # a day (2012-09-17) or an offset from today (-30days)
  restriction base=xs:token
    pattern value=[+\-][0-9]{1,5}days
simpleType name=integer # a whole number
  restriction base=xs:integer
simpleType name=integer.1.9 # a whole number from 1 to 9
  restriction base=xs:integer
    minInclusive value=1
    maxInclusive value=9
simpleType name=phone-number # a phone number in E.164 (+13115556789)
  restriction base=xs:token
    pattern value=((\p{L}+:)?\+[1-9][0-9]{1,14})?
simpleType name=sid.AC # a Sid (AC…)
  restriction base=xs:token
    pattern value=((AC)[0-9a-fA-F]{32})?
simpleType name=text # text
  restriction base=xs:string
"""
UPDATE_TAKES = """\
element name=Thing type=UpdateThingRequest # A request document of UpdateThing.
complexType name=UpdateThingRequest # [https://x.example/thing] Deprecated: use Create
  all
    element name=Sid type=address # Which record. Sid
    element name=Word type=text minOccurs=0
simpleType name=address # a Sid of the form Sid
  restriction base=xs:token
    pattern value=(PA|PB)[0-9a-fA-F]{32}
simpleType name=text # text
  restriction base=xs:string
"""
DELETE_TAKES = """\
element name=Thing type=DeleteThingRequest # A request document of DeleteThing.
complexType name=DeleteThingRequest # [https://x.example/thing] Deprecated: use Other
  all
    element name=Sid type=address # Which record. Sid
simpleType name=address # a Sid of the form Sid
  restriction base=xs:token
    pattern value=(PA|PB)[0-9a-fA-F]{32}
"""
ERROR = r"""element name=Response # A document as it comes out.
  complexType
    sequence
      element name=Error type=Error # The error.
complexType name=Error # What the service answers in refusal.
  all
    element name=Code type=integer minOccurs=0 # The service's number for this error.
    element name=Detail type=text minOccurs=0 # More about this case, where the service has more to say.
    element name=Message type=text minOccurs=0 # What went wrong, in the service's words.
    element name=MoreInfo type=text minOccurs=0 # The address of a page about this error.
    element name=Status type=integer minOccurs=0 # The HTTP status of the answer.
simpleType name=integer # a whole number
  restriction base=xs:token
    pattern value=([+\-]?[0-9]+(\.0{1,20})?)?
simpleType name=text # text
  restriction base=xs:string
"""


@pytest.mark.parametrize(
    ("action", "expected"),
    [("Create", CREATE_TAKES), ("Update", UPDATE_TAKES), ("Delete", DELETE_TAKES)],
)
def test_a_request_profile_says_all_that_is_taken(action: str, expected: str) -> None:
    """The address, then the parameters in their order; what a body holds, to the end; each with its words."""
    text = Profiles(CATALOG).request(VIEW, OPERATIONS[action])
    assert list(outline(text)) == expected.splitlines()


def test_an_answer_s_profile_says_all_that_comes() -> None:
    """Whatever it may be; nothing is needed in it."""
    answered = OPERATIONS["Get"].answered
    assert answered is not None
    assert list(outline(Profiles(CATALOG).response(answered))) == GET_ANSWERS.splitlines()


def test_an_error_s_profile_says_what_services_say() -> None:
    """Its number and its words, if they are there."""
    assert list(outline(Profiles(CATALOG).error())) == ERROR.splitlines()


def test_a_profile_is_laid_out_for_people() -> None:
    """An element a line, two spaces a level, what is said of a thing in one line."""
    text = Profiles(CATALOG).request(VIEW, OPERATIONS["Update"])
    assert text.splitlines()[:9] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
        '  <xs:element name="Thing" type="UpdateThingRequest">',
        "    <xs:annotation><xs:documentation>A request document of UpdateThing."
        "</xs:documentation></xs:annotation>",
        "  </xs:element>",
        '  <xs:complexType name="UpdateThingRequest">',
        '    <xs:annotation><xs:documentation source="https://x.example/thing">'
        "Deprecated: use Create</xs:documentation></xs:annotation>",
        "    <xs:all>",
        '      <xs:element name="Sid" type="address">',
    ]
    assert text.endswith("</xs:schema>\n") and "    <xs:restriction" in text


URI = "https://example.com/resource"
SAID = "text &amp; more"


def node(depth: int = 0) -> str:
    """A node as far down as samples go, in XML; what is in a list is a level deeper."""
    name = f"<Name>{SAID}</Name>"
    if depth > 2:
        return name
    return f"{name}<Next>{node(depth + 1)}</Next><Parts><Part>{node(depth + 2)}</Part></Parts>"


def held(depth: int = 0) -> dict[str, object]:
    """The same in JSON."""
    deeper = {"next": held(depth + 1), "parts": [held(depth + 2)]} if depth < 3 else {}
    return {"name": "text & more", **deeper}


def flat(text: str) -> str:
    """A document without the blanks between its elements."""
    return "".join(line.strip() for line in text.splitlines())


def test_a_sample_holds_one_of_everything() -> None:
    """What comes, in XML and in JSON, and what is handed in; a value that holds itself is cut off."""
    samples = Samples(CATALOG, VIEW)
    get, create = OPERATIONS["Get"], OPERATIONS["Create"]
    assert get.answered is not None
    listed = f"<Entry><Key>related</Key><Value><Item>{SAID}</Item></Value></Entry>"
    assert flat(samples.response_xml(get, get.answered)) == (
        f"<Response><Thing><Sid>PA{HEX}</Sid><Made>Mon, 17 Sep 2012 01:13:42 +0000</Made><Day>2012-09-17</Day>"
        "<Count>1</Count><Price>1.5</Price><On>true</On><Kind>slow</Kind>"
        f"<Links><More>{URI}</More><Own>{URI}</Own></Links><NoLinks/><Kinds><Kind>slow</Kind></Kinds>"
        f"<Map>{listed}</Map><Node>{node()}</Node><Loose>any value</Loose><Word>{SAID}</Word>"
        "</Thing></Response>"
    )
    record = json.loads(samples.response_json(get, get.answered))
    assert record == {
        "sid": f"PA{HEX}",
        "made": "Mon, 17 Sep 2012 01:13:42 +0000",
        "day": "2012-09-17",
        "count": 1,
        "price": 1.5,
        "on": True,
        "kind": "slow",
        "links": {"more": URI, "self": URI},
        "no_links": None,
        "kinds": ["slow"],
        "map": {"related": ["text & more"]},
        "node": held(),
        "loose": "any value",
        "word": "text & more",
    }
    assert flat(samples.request(create)) == (
        f"<Thing><ParentSid>BX{HEX}</ParentSid><Word>{SAID}</Word><Many>1</Many>"
        f"<Pairs><Name>name</Name><Value>value</Value></Pairs><Node>{node()}</Node>"
        f"<Map><Entry><Key>related</Key><Value>1</Value></Entry></Map><Maps>{listed}</Maps>"
        "<List><Item><Item>true</Item></Item></List>"
        '<Add>{"name": {"key": "value"}}</Add><Day>2012-09-17</Day><Phone>+13115556789</Phone><Kind>slow</Kind>'
        f"<Sid>AC{HEX}</Sid></Thing>"
    )


KEYS = {
    "AccountSid": Key(prefixes=("AC", "AB")),
    "Sid": Key(prefixes=("PA", "PB"), example="odd"),
    "Box": Key(pattern="[a-c]{2}"),
    "Shelf": Key(pattern="[a-c]{2}", literals=("z/z", "y")),
    "Code": Key(literals=("a.b", "c d"), prefixes=("CO",)),
    "Any": Key(),
    "Odd": Key(example="an example", literals=("z",), pattern="[a-c]{2}"),
}
AC, PA, CO = (f"{prefix}{HEX}" for prefix in ("AC", "PA", "CO"))
ACCOUNT, A_SID = "((AC|AB)[0-9a-fA-F]{32}:)?", "(PA|PB)[0-9a-fA-F]{32}"
A_CODE = "((CO)[0-9a-fA-F]{32}|a\\.b|c d)"
ADDRESSES: list[tuple[ActionName, str, dict[str, Any], tuple[str | None, str | None], bool, bool, str, str]] = [
    ("Get", "/A/{AccountSid}/T/{Sid}", {}, ("[AccountSid:]Sid", ACCOUNT + A_SID), True, False, PA, f"/A/{AC}/T/{PA}"),
    ("Update", "/A/{AccountSid}", {}, ("AccountSid", "(AC|AB)[0-9a-fA-F]{32}"), False, True, "", f"/A/{AC}"),
    (
        "Get", "/T/{Sid}", {"alternatives": ("/A/{AccountSid}/T/{Sid}",)},
        ("Sid or [AccountSid:]Sid", f"{A_SID}|{ACCOUNT}{A_SID}"), True, False, PA, f"/T/{PA}",
    ),
    ("Create", "/A/{AccountSid}/T", {}, ("AccountSid", "(AC|AB)[0-9a-fA-F]{32}"), False, True, "", f"/A/{AC}/T"),
    (
        "Query", "/A/{AccountSid}/B/{Box}/T", {"cardinality": "many"},
        ("[AccountSid:]Box", ACCOUNT + "([a-c][a-c])"), True, False, "aa", f"/A/{AC}/B/aa/T",
    ),
    ("Create", "/T", {}, (None, None), False, True, "", "/T"),
    (
        "Create", "/B/{Box}/T", {"alternatives": ("/A/{AccountSid}/T",)},
        ("Box or AccountSid", "([a-c][a-c])|(AC|AB)[0-9a-fA-F]{32}"), False, False, "aa", "/B/aa/T",
    ),
    ("Get", "/A/{AccountSid}", {"key_parameter": "Code"}, ("[AccountSid:]Code", ACCOUNT + A_CODE), False, False, CO, f"/A/{AC}"),
    ("Get", "/B/{Box}", {"key_parameter": "Code"}, ("Box:Code", f"([a-c][a-c]):{A_CODE}"), True, False, f"aa:{CO}", "/B/aa"),
    ("Get", "/T", {"key_parameter": "Sid"}, ("Sid", A_SID), False, False, PA, "/T"),
    ("Delete", "/T/{Code}", {"cardinality": "none"}, ("Code", A_CODE), True, False, CO, f"/T/{CO}"),
    ("Get", "/T/{Any}/{Code}", {}, ("Any:Code", f".+:{A_CODE}"), True, False, f"name:{CO}", f"/T/name/{CO}"),
    ("Get", "/T/{Odd}", {}, ("Odd", "(([a-c][a-c])|z)"), True, False, "an example", "/T/an%20example"),
    ("Get", "/T/{Shelf}", {}, ("Shelf", "(([a-c][a-c])|z/z|y)"), True, False, "z/z", "/T/z%2Fz"),
]  # fmt: skip
"""An action with its path: how a Sid is composed for it, whether that is more than the account, whether it may
be left out, and the sample's Sid and path."""


@pytest.mark.parametrize(
    ("action", "path", "more", "composed", "needed", "optional", "address", "filled"), ADDRESSES
)
def test_how_an_operation_is_addressed(
    action: ActionName,
    path: str,
    more: dict[str, Any],
    composed: tuple[str | None, str | None],
    needed: bool,
    optional: bool,
    address: str,
    filled: str,
) -> None:
    """By the keys of its path and of its parameter; the account of the connection stands for one that is left out."""
    row = Action(method="GET", path=path, **more)
    value = evolve(THING, keys=KEYS, actions={action: row})
    catalog, found = package(value, service=evolve(SERVICE, account_key="AccountSid"))
    (one,), samples = found.operations, Samples(catalog, found)
    under = action in ("Create", "Query")
    nothing = (None, None)
    assert (one.sid_form, one.sid_pattern) == (nothing if under else composed)
    assert (one.parent_form, one.parent_pattern) == (composed if under else nothing)
    assert (one.parent_required, one.sid_optional) == (needed, optional)
    assert (samples.address(one), samples.path(one)) == (address, filled)


def test_an_answer_in_a_sample_is_written_as_it_is_read() -> None:
    """Letters of any script, and a line for each value."""
    value = evolve(THING, enums={"kind": ("\xfcber",)}, fields={"kind": THING.fields["kind"]})
    catalog, found = package(value)
    get = found.operations[0]
    assert get.answered is not None
    made = Samples(catalog, found)
    assert made.response_json(get, get.answered) == '{\n "kind": "\xfcber"\n}\n'


def test_a_key_that_is_a_parameter_is_sent_alone() -> None:
    """What stands in the path beside it is no part of it."""
    row = Action(
        method="GET",
        path="/B/{Box}",
        key_parameter="Code",
        parameters={"Code": Parameter(type="string", required=True, location="query")},
    )
    catalog, found = package(evolve(THING, keys=KEYS, actions={"Get": row}))
    assert Samples(catalog, found).sent(found.operations[0]) == [("Code", CO)]


def test_what_only_some_actions_answer_is_known_of_the_object_itself() -> None:
    """Another object's record is shown whole, whatever its own actions answer of it."""
    brief = Object(
        object="Brief", path="/B", fields={"rare": Field(type="string", only=("Query",))}
    )
    row = Action(method="GET", path="/T/{Sid}")
    for answers, shown in (("Brief", True), (None, False)):
        value = evolve(
            THING,
            actions={"Get": evolve(row, answers=answers)},
            fields={**brief.fields, "sid": THING.fields["sid"]},
        )
        catalog, found = package(value, brief)
        (one,) = found.operations
        assert one.answered is not None
        assert ("rare" in Samples(catalog, found).response_json(one, one.answered)) == shown


@pytest.mark.parametrize(("required", "held"), [(True, True), (False, False)])
def test_a_decimal_is_imported_for_a_filter_that_a_test_gives(required: bool, held: bool) -> None:
    """Only what is needed is asked for in a sample."""
    row = Action(
        method="GET",
        path="/T",
        cardinality="many",
        filters={
            "Price": Filter(type="decimal", required=required),
            "Name": Filter(type="string", required=not required),
        },
    )
    catalog, found = package(evolve(THING, actions={"Query": row}))
    assert Samples(catalog, found).needs_decimal == held


def test_what_templates_see_of_an_object() -> None:
    """Its names, what they need, its classes with their fields, and its operations, in one order."""
    assert VIEW.exports == (
        *("CreateThing", "CreateThingRequest", "DeleteThing", "GetThing", "Thing", "ThingKind"),
        *("ThingNode", "UpdateThing", "UpdateThingRequest"),
    )
    assert VIEW.imports == (
        ("", ("Sid",)),
        ("collections.abc", ("Mapping", "Sequence")),
        ("datetime", ("date", "datetime")),
        ("decimal", ("Decimal",)),
        ("typing", ("Any",)),
    )
    assert VIEW.foreign == () and VIEW.module == "thing" and VIEW.package == "acme_ops"
    assert [name for name, _ in VIEW.keys] == ["Sid", "Box"]
    assert VIEW.permitted == ("Get", "Create", "Update", "Delete")
    (kind,) = VIEW.enums
    assert (kind.name, kind.key) == ("ThingKind", "kind")
    assert kind.members == (("SLOW", "slow"), ("FAST", "fast"))
    inner, own = VIEW.records
    assert own is VIEW.record
    assert [each.json for each in inner.spelled_out] == ["name", "parts"]
    assert [each.json for each in inner.quoted] == ["next"]
    assert [(each.name, each.struct, each.item, each.recursive, each.sent) for each in (inner, own)] == [
        ("ThingNode", "node", "Node", True, True),
        ("Thing", None, "Thing", False, False),
    ]  # fmt: skip
    assert [(each.json, each.xml, each.type, each.kind, each.sent) for each in inner.fields] == [
        ("name", "Name", "str", "g.TEXT", "str"),
        ("next", "Next", "ThingNode", "g.StructType(lambda: ThingNode)", "ThingNode | Mapping[str, Any] | None"),
        (
            "parts", "Parts", "tuple[ThingNode, ...]", 'g.ListType("Part", g.StructType(lambda: ThingNode))',
            "Sequence[ThingNode | ThingNode.Dict] | None",
        ),
    ]  # fmt: skip
    assert [(each.json, each.kind) for each in own.fields if each.kind[:4] in ("g.Ur", "g.UR", "g.Li", "g.St", "g.Ma")] == [
        ("links", 'g.UriMapType({"self": "Own"})'),
        ("no_links", "g.URI_MAP"),
        ("kinds", 'g.ListType("Kind", g.EnumType(ThingKind))'),
        ("map", 'g.MapType(g.ListType("Item", g.TEXT))'),
        ("node", "g.StructType(ThingNode)"),
    ]  # fmt: skip
    profiles = [(each.request_profile, each.response_profile) for each in VIEW.operations]
    base = "profiles/Thing"
    assert profiles == [
        (None, f"{base}/GetThing.response.xsd"),
        (f"{base}/CreateThing.request.xsd", f"{base}/CreateThing.response.xsd"),
        (f"{base}/UpdateThing.request.xsd", f"{base}/UpdateThing.response.xsd"),
        (f"{base}/DeleteThing.request.xsd", None),
    ]
    assert [(each.name, each.request, each.answer) for each in VIEW.operations] == [
        ("GetThing", None, "Thing"),
        ("CreateThing", "CreateThingRequest", "Thing"),
        ("UpdateThing", "UpdateThingRequest", "Thing"),
        ("DeleteThing", None, "None"),
    ]


def test_records_of_other_objects_are_named_where_they_are() -> None:
    """Once, whichever operations answer them; what comes many at a time needs an iterator."""
    other = Object(object="OtherThing", path="/O", fields={"a": Field(type="string")})
    actions: dict[ActionName, Action] = {
        "Get": Action(method="GET", path="/T/{Sid}", answers="OtherThing"),
        "Query": Action(method="GET", path="/T", cardinality="many", answers="OtherThing"),
    }
    _, found = package(evolve(THING, actions=actions, fields={}, structs={}, enums={}), other)
    assert found.foreign == (("acme_ops.api.other_thing", "OtherThing"),)
    assert found.imports == (("collections.abc", ("Iterator",)),)
    assert [each.answer for each in found.operations] == ['"OtherThing"'] * 2


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (Filter(type="sid", prefixes=("PA",)), 'g.SidType("PA")'),
        (Filter(type="integer", maximum=9), "g.IntegerType(None, 9)"),
        (Filter(type="string", format="phone-number"), "g.PHONE"),
        (Filter(type="date", format="relative"), "g.RELATIVE_DATE"),
    ],
)
def test_a_filter_is_of_the_kind_that_is_sent(row: Filter, kind: str) -> None:
    """What the service is asked is checked as what it is given."""
    assert Types(THING, {}, {}).filter("Which", row).kind == kind


def test_a_field_s_element_is_looked_for_by_its_other_name() -> None:
    """Where a filter is about a time of the record, in whatever spelling; any other is about none."""
    fields = {
        "dateSent": Field(type="date"),
        "date_made": Field(type="datetime", name="made"),
        "word": Field(type="string"),
    }
    types = Types(evolve(THING, fields=fields), {}, {})
    row = Filter(type="date", operators=("equals",))
    looked_at = {name: types.filter(name, row).field for name in ("DateSent", "DateMade", "Word")}
    assert looked_at == {"DateSent": "date_sent", "DateMade": "made", "Word": None}


@pytest.mark.parametrize(("action", "searched"), [("Get", True), ("Query", False)])
def test_a_search_is_asked_by_parameters(action: ActionName, searched: bool) -> None:
    """What a Query filters by, a Get of many takes as it takes the rest."""
    row = Action(
        method="GET",
        path="/T",
        cardinality="many",
        parameters={"Unit": Parameter(type="string", location="query")},
        filters={"Word": Filter(type="string")},
    )
    _, found = package(evolve(THING, actions={action: row}))
    (one,) = found.operations
    assert [each.api for each in one.parameters] == ["Unit", *(["Word"] if searched else [])]
    assert [each.api for each in one.filters] == ([] if searched else ["Word"])
    assert one.base == ("Search" if searched else "Query")
