"""The XML profiles: what they take and what they refuse, for lxml and for xmlschema alike."""

from __future__ import annotations

import pytest
import xmlschema
from attrs import evolve
from lxml import etree

from codegen.model import Action, Catalog, Field, Object, Parameter, Service, Struct, Type
from codegen.passes import resolve
from codegen.view import view
from codegen.xsd import Profiles

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


def test_any_value_may_hold_elements_called_like_others() -> None:
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
    sent = Profiles(catalog).request(found, create)
    assert takes(sent, f"<Parcel><names>{entry}</names><more><Parcel>1</Parcel></more></Parcel>")
    assert get.answered is not None
    profile = Profiles(catalog).response(get.answered, many=False)
    root = SERVICE.xml_root
    assert takes(profile, f"<{root}><Parcel><Names>{entry}</Names></Parcel></{root}>")
    assert not takes(profile, f"<{root}><Parcel><Value>text</Value></Parcel></{root}>")


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
