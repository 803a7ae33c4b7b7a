"""The XML profiles: what they take and what they refuse, for lxml and for xmlschema alike."""

from __future__ import annotations

import pytest
import xmlschema
from attrs import evolve
from lxml import etree

from codegen.model import Action, Catalog, Object, Service
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
