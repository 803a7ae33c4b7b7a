"""What templates, profiles and samples are told about an object."""

from __future__ import annotations

from attrs import evolve

from twilio_ops_codegen.catalog.model import (
    Action,
    Catalog,
    Field,
    JsonNames,
    Object,
    Parameter,
    Service,
    Struct,
    XmlNames,
)
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.operations import AnswerView

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
TEXT = Field(type="string")
PARCEL = Object(
    object="Parcel",
    path="/v1/Parcels",
    json=JsonNames(list="parcels"),
    xml=XmlNames(accepts=("Packet",)),
    fields={"text": TEXT},
    structs={"brief": Struct(fields={"word": TEXT})},
)
LISTING = Action(method="GET", path="/v1/Parcels", cardinality="many")


def answered(value: Object, *others: Object) -> AnswerView:
    """What the only action of an object answers."""
    objects = {each.object: each for each in (value, *others)}
    package = view(resolve(Catalog(service=SERVICE, objects=objects)))
    (found,) = [each for each in package.objects if each.name == value.object]
    answer = found.operations[0].answered
    assert answer is not None
    return answer


def test_a_list_has_its_own_key_whatever_its_records_are() -> None:
    """Records of another object, or a struct, come under the key of the list that was asked for."""
    own = answered(evolve(PARCEL, actions={"Query": LISTING}))
    assert ("parcels", "Parcels", "Parcel") == (own.list_key, own.listed, own.item)
    brief = answered(evolve(PARCEL, actions={"Query": evolve(LISTING, answers="brief")}))
    assert ("parcels", "Parcels", "Brief") == (brief.list_key, brief.listed, brief.item)
    query = evolve(LISTING, answers="Parcel", path="/v1/Lost")
    lost = Object(
        object="Lost", path="/v1/Lost", json=JsonNames(list="lost"), actions={"Query": query}
    )
    found = answered(lost, PARCEL)
    assert ("lost", "Lost", "Parcel") == (found.list_key, found.listed, found.item)
    nameless = answered(evolve(lost, json=JsonNames()), PARCEL)
    assert ("parcels", "Parcels") == (nameless.list_key, nameless.listed)


def test_a_struct_in_a_document_of_its_own_has_one_name() -> None:
    """The record's class, its profile and its samples take the element from one place."""
    value = evolve(PARCEL, actions={"Query": evolve(LISTING, answers="brief")})
    package = view(resolve(Catalog(service=SERVICE, objects={"Parcel": value})))
    records = {record.struct: record.item for record in package.objects[0].records}
    assert {"brief": "Brief", None: "Parcel"} == records
    found = answered(value)
    assert ("Brief", ()) == (found.item, found.accepts)
    assert {"word": evolve(TEXT, xml="Word", name="word")} == found.fields


def test_a_parameter_is_an_element_that_xml_takes() -> None:
    """What XML does not allow in a name becomes an underline."""
    text = Parameter(type="string")
    create = Action(method="POST", path="/v1/Parcels", encoding="form", cardinality="none")
    sent = evolve(create, parameters={"To[]": text, "$ref": text, "2fa": text, "Near": text})
    value = evolve(PARCEL, actions={"Create": sent})
    package = view(resolve(Catalog(service=SERVICE, objects={"Parcel": value})))
    parameters = package.objects[0].operations[0].parameters
    assert ["To__", "_ref", "_2fa", "Near"] == [each.xml for each in parameters]
