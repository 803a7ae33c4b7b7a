"""The XML profiles: what they take and what they refuse, for lxml and for xmlschema alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
import xmlschema
from attrs import evolve
from lxml import etree

from twilio_ops_codegen.catalog.model import (
    Action,
    Catalog,
    Field,
    Key,
    Object,
    Parameter,
    Service,
    Struct,
    Type,
)
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.xsd import Profiles
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.documents.profiles import Profile
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.elements import read_request
from twilio_ops_runtime.sids import Key as RuntimeKey
from twilio_ops_runtime.types.base import Type as RuntimeType

SERVICE = Service(
    format=1,
    package="acme_ops",
    title="Acme",
    service="acme",
    version="v1",
    host="acme.example.com",
    wires=("json",),
    suffixes=False,
)
PARCEL = Object(object="Parcel", path="/v1/Parcels")
CREATE = Action(method="POST", path="/v1/Parcels", encoding="json", cardinality="none")
DELETE = Action(method="DELETE", path="/v1/Settings", cardinality="none")


def request_profile(value: Object) -> str:
    """The request profile of the only action of an object."""
    catalog = resolve(Catalog(service=SERVICE, objects={value.object: value}))
    (found,) = view(catalog).objects
    return Profiles(catalog).request(found, found.operations[0])


def takes(profile: str, document: str) -> bool:
    """Whether a profile takes a document; both validators say the same."""
    quick = etree.XMLSchema(etree.fromstring(profile.encode())).validate(
        etree.fromstring(document.encode())
    )
    assert quick == xmlschema.XMLSchema10(profile).is_valid(document)
    return quick


@pytest.mark.parametrize(
    ("content", "expected"), [("", True), ("\n  ", True), ("text", False), ("<Sid/>", False)]
)
def test_a_request_that_says_nothing_may_have_a_line_end_in_it(
    content: str, expected: bool
) -> None:
    """White space is no content, where there is neither an address nor a parameter."""
    profile = request_profile(evolve(PARCEL, actions={"Delete": DELETE}))
    assert expected == takes(profile, f"<Parcel>{content}</Parcel>")


def test_lists_of_different_values_are_different_types() -> None:
    """They may be called alike: two lists of lists, two lists of Sids of another kind."""
    numbers = Type(type="list", items=Type(type="integer"))
    words = Type(type="list", items=Type(type="string"))
    parameters = {
        "numbers": Parameter(type="list", items=numbers),
        "words": Parameter(type="list", items=words),
        "others": Parameter(type="list", items=words),
    }
    value = evolve(PARCEL, actions={"Create": evolve(CREATE, parameters=parameters)})
    profile = request_profile(value)
    assert takes(profile, "<Parcel><words><Item><Item>a</Item></Item></words></Parcel>")
    assert takes(profile, "<Parcel><numbers><Item><Item>1</Item></Item></numbers></Parcel>")
    assert not takes(profile, "<Parcel><numbers><Item><Item>a</Item></Item></numbers></Parcel>")


@pytest.mark.parametrize(
    ("row", "inside"),
    [
        (Type(type="list", items=Type(type="integer")), "<Item>{}</Item>"),
        (
            Type(type="map", items=Type(type="integer")),
            "<Entry><Key>a</Key><Value>{}</Value></Entry>",
        ),
    ],
    ids=["list", "map"],
)
@pytest.mark.parametrize(
    ("outer", "around"),
    [
        ("list", "<Item>{}</Item>"),
        ("map", "<Entry><Key>a</Key><Value>{}</Value></Entry>"),
        ("struct", "<Held><HeldItem>{}</HeldItem></Held>"),
    ],
)
def test_what_holds_many_may_be_held_by_such(
    row: Type, inside: str, outer: Literal["list", "map", "struct"], around: str
) -> None:
    """Lists and maps in lists, maps and structs: their elements are called alike however deep they are."""
    box = Struct(fields={"held": Field(type="list", items=row)})
    inner = {"struct": "box"} if outer == "struct" else {"items": row}
    parameter = evolve(Parameter(type=outer), **inner)
    actions = {"Create": evolve(CREATE, parameters={"many": parameter})}
    profile = request_profile(evolve(PARCEL, structs={"box": box}, actions=actions))
    for said, expected in (("1", True), ("a", False)):
        document = f"<Parcel><many>{around.format(inside.format(said))}</many></Parcel>"
        assert expected == takes(profile, document)


def judge(folder: Path, profile: str, *, tolerant: bool) -> Profile:
    """A profile as the runtime judges by it."""
    path = folder / f"{tolerant}.xsd"
    path.write_text(profile, encoding="utf-8")
    return Profile(path, tolerant=tolerant)


def test_any_value_may_hold_elements_called_like_others(tmp_path: Path) -> None:
    """What is in a map, or in any value, is not taken for the request or a field of that name."""
    parameters = {
        "names": Parameter(type="map", items=Type(type="string")),
        "more": Parameter(type="any"),
    }
    value = evolve(
        PARCEL,
        fields={
            "value": Field(type="integer"),
            "names": Field(type="map", items=parameters["more"]),
        },
        actions={
            "Create": evolve(CREATE, parameters=parameters),
            "Get": Action(method="GET", path="/v1/Parcels"),
        },
    )
    entry = "<Entry><Key>a</Key><Value>text</Value></Entry>"
    catalog = resolve(Catalog(service=SERVICE, objects={"Parcel": value}))
    (found,) = view(catalog).objects
    get, create = found.operations
    sent = judge(tmp_path, Profiles(catalog).request(found, create), tolerant=False)
    sent.check(f"<Parcel><names>{entry}</names><more><Parcel>1</Parcel></more></Parcel>")
    assert get.answered is not None
    profile = judge(tmp_path, Profiles(catalog).response(get.answered), tolerant=True)
    root = SERVICE.xml_root
    profile.check(f"<{root}><Parcel><Names>{entry}</Names></Parcel></{root}>")
    with pytest.raises(ProfileError, match="Parcel/Value: 'text' is not a whole number"):
        profile.check(f"<{root}><Parcel><Value>text</Value></Parcel></{root}>")


def test_a_value_that_holds_itself_is_typed_all_the_way_down() -> None:
    """A struct inside itself is the same struct, on every level."""
    inner = {"size": Field(type="integer"), "inner": Field(type="struct", struct="box")}
    value = evolve(
        PARCEL,
        structs={"box": Struct(fields=inner)},
        actions={
            "Create": evolve(CREATE, parameters={"box": Parameter(type="struct", struct="box")})
        },
    )
    profile = request_profile(value)
    document = "<Parcel><box><Inner><Inner><Size>{}</Size></Inner></Inner></box></Parcel>"
    assert takes(profile, document.format("1"))
    assert not takes(profile, document.format("small"))


DAYS = ("2012-09-17", " 2012-09-17 ", "", "2012-09-31", "0000-01-01", "2012-9-17", "2012-09-17Z")
TIMES = (
    *("2012-09-17T01:13:42Z", "2012-09-17 01:13:42", "2012-09-17T01:13:42.25+02:00", ""),
    *("Mon, 17 Sep 2012 01:13:42 +0000", "17 Sep 2012 01:13 GMT", "Mon, 17 Sep 2012 01:13:42"),
    *("2012-13-17T01:13:42Z", "2012-09-17T24:00:00Z", "2012-09-17T01:13Z", "2012-09-17", "soon"),
)


@pytest.mark.parametrize(
    ("row", "kind", "texts"),
    [
        (
            Parameter(type="boolean"),
            g.BOOLEAN,
            ("true", "False", " true ", "1", "0", "", "TRUE", "2"),
        ),
        (Parameter(type="integer"), g.INTEGER, ("1", "+5", "-3", "007", "", "1.0", "1e3", "one")),
        (
            Parameter(type="integer", minimum=2, maximum=250),
            g.IntegerType(2, 250),
            ("1", "2", "250", "+250", "251", "-3", ""),
        ),
        (Parameter(type="integer", maximum=4.5), g.IntegerType(None, 4.5), ("-9", "4", "5")),
        (Parameter(type="decimal"), g.DECIMAL, ("1.5", ".5", "5.", "-0", "", "NaN", "1,5")),
        (Parameter(type="date"), g.DATE, (*DAYS, "-30days")),
        (
            Parameter(type="date", format="relative"),
            g.RELATIVE_DATE,
            (*DAYS, "-30days", "+7days", "30days", "-100000days", "-1 days"),
        ),
        (Parameter(type="datetime", format="iso8601"), g.ISO8601, TIMES),
        (Parameter(type="datetime", format="rfc2822"), g.RFC2822, TIMES),
        (
            Parameter(type="string", format="phone-number"),
            g.PHONE,
            ("+13115556789", "", "whatsapp:+13115556789", "a1:+13115556789", "3115556789", "+0123"),
        ),
        (
            Parameter(type="sid", prefixes=("PA", "CA")),
            g.SidType("PA", "CA"),
            ("PA" + "0aF3" * 8, "", "XX" + "0" * 32, "PA0"),
        ),
        (Parameter(type="string", format="date"), g.TEXT, ("today", "", " a ")),
    ],
)
def test_a_request_says_what_is_read_of_it(
    row: Parameter, kind: RuntimeType, texts: tuple[str, ...]
) -> None:
    """A value is valid where the runtime reads it from a document and sends it."""
    profile = request_profile(
        evolve(PARCEL, actions={"Create": evolve(CREATE, parameters={"value": row})})
    )
    for text in texts:
        element = etree.Element("value")
        element.text = text
        try:
            kind.sent(read_request(kind, element))
        except ValueError:
            taken = False
        else:
            taken = True
        assert taken == takes(profile, f"<Parcel><value>{text}</value></Parcel>"), text


def test_pairs_are_as_many_as_there_are_numbers() -> None:
    """One more than the parameter has numbers is not valid."""
    row = Parameter(type="pairs", count=2)
    profile = request_profile(
        evolve(PARCEL, actions={"Create": evolve(CREATE, parameters={"More": row})})
    )
    pair = "<More><Name>n</Name><Value>v</Value></More>"
    assert [True, True, False] == [
        takes(profile, f"<Parcel>{pair * number}</Parcel>") for number in (1, 2, 3)
    ]


UPDATE = Action(method="POST", path="/v1/Parcels/{Sid}", encoding="json", cardinality="none")


def addressed(key: Key, action: Action = UPDATE, account: str | None = None) -> str:
    """The request profile of an Update whose path has such a key."""
    value = evolve(PARCEL, keys={"Sid": key}, actions={"Update": action})
    service = evolve(SERVICE, account_key=account)
    catalog = resolve(Catalog(service=service, objects={"Parcel": value}))
    (found,) = view(catalog).objects
    return Profiles(catalog).request(found, found.operations[0])


@pytest.mark.parametrize(
    "key",
    [
        Key(prefixes=("PA",), literals=("Twilio.CURRENT", "a|b")),
        Key(pattern="[a-z]+", literals=("A+B", "Twilio.CURRENT")),
        Key(pattern=r"^\w{1,20}\Z"),
        Key(pattern=r"^(a\ b|c/d)$"),
        Key(pattern="a|ab|^TwilioxCURRENT$"),
    ],
)
def test_an_address_is_valid_where_it_is_taken(key: Key) -> None:
    """Words are taken as they stand, and the pattern as a whole."""
    profile, taken = addressed(key), RuntimeKey(key.prefixes, key.pattern, key.literals)
    texts = (
        *("PA" + "0" * 32, "Twilio.CURRENT", "TwilioxCURRENT", "a|b", "A+B", "AAB", "a", "b", "ab"),
        *("a b", "a\\ b", "c/d", "\u00e9_1", "x" * 20, "x" * 21, "a-", "-"),
    )
    for text in texts:
        document = f"<Parcel><Sid>{text}</Sid></Parcel>"
        assert taken.accepts(text) == takes(profile, document), text


def test_an_address_that_may_be_left_out_may_be_empty() -> None:
    """The runtime takes an empty one for none; one that is needed is not valid without text."""
    sid = "PA" + "0" * 32
    optional = addressed(Key(prefixes=("PA",)), account="Sid")
    needed = addressed(Key(prefixes=("PA",)))
    for content, expected in (("<Sid/>", False), (f"<Sid>{sid}</Sid>", True), ("", False)):
        assert takes(optional, f"<Parcel>{content}</Parcel>")
        assert expected == takes(needed, f"<Parcel>{content}</Parcel>")
    assert not takes(optional, "<Parcel><Sid>PA</Sid></Parcel>")
