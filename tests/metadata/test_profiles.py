"""The profiles of the catalog: what everybody who imports one relies on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generated" / "twilio_ops"
PROFILES = sorted((PACKAGE / "profiles").rglob("*.xsd"))
XS = "{http://www.w3.org/2001/XMLSchema}"


@cache
def schema(path: Path) -> etree._Element:
    return etree.parse(path).getroot()


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_profile_is_one_tree(path: Path) -> None:
    """One root, each type by name, nothing imported or left open, in no namespace."""
    root = schema(path)
    assert 1 == len(root.findall(f"{XS}element"))
    assert {} == dict(root.attrib)
    kinds = {str(each.tag).removeprefix(XS) for each in root.iter("*")}
    allowed = {"schema", "element", "complexType", "simpleType", "all", "sequence", "restriction"}
    assert kinds <= {*allowed, "pattern", "annotation", "documentation", "length"} | {
        f"{low}{high}" for low in ("min", "max") for high in ("Inclusive",)
    }
    names = [each.get("name") for each in root if each.tag != f"{XS}element"]
    assert len(names) == len({*names})


def _mute(root: etree._Element) -> Iterator[str]:
    for each in root.iter(f"{XS}element", f"{XS}complexType", f"{XS}simpleType"):
        if each.get("name") is None:
            continue  # the root's own type
        if not (each.findtext(f"{XS}annotation/{XS}documentation") or "").strip():
            yield f"{each.get('name')}, line {each.sourceline}"


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_element_and_type_says_what_it_is(path: Path) -> None:
    """Whoever maps a field reads what it is without leaving the mapping tool."""
    assert [] == [*_mute(schema(path))]


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_answers_may_leave_out_every_field(path: Path) -> None:
    """In a record each field is optional, and there once; only pairs of a key and a value are whole."""
    if path.name.endswith(".request.xsd"):
        return
    root = schema(path)
    whole = {"Key", "Value"}
    for each in root.iterfind(f"{XS}complexType/{XS}all/{XS}element"):
        assert "1" == each.get("maxOccurs", "1")
        assert ("0" == each.get("minOccurs")) or each.get("name") in whole, each.get("name")


def test_words_and_facts_stand_together() -> None:
    """What a parameter means, which values it takes, and what a request does beside."""
    root = schema(PACKAGE / "profiles" / "Call" / "CreateCall.request.xsd")
    said = {
        str(each.get("name")): " ".join(each.itertext()).strip()
        for each in root.iter(f"{XS}element", f"{XS}complexType")
    }
    assert "Side effect: starts a phone call." in said["CreateCallRequest"]
    assert "Twilio dials these keys" in said["SendDigits"]
    assert "Several values may be given." in said["StatusCallbackEvent"]
    assert "Known values: mono, dual." in said["RecordingChannels"]
    assert "Needed unless Twiml or ApplicationSid is given." in said["Url"]
    link = root.find(f"{XS}complexType/{XS}annotation/{XS}documentation")
    assert link is not None
    assert str(link.get("source")).startswith("https://www.twilio.com/docs/")
