"""Real documents: valid for two validators, read as records, written again without loss."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from twilio_ops.api import OBJECTS, load
from twilio_ops_runtime.documents.profile_tree import declared_root, fit
from twilio_ops_runtime.documents.profiles import Profile, profile_of
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.generated import Record

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"
OURS = ROOT / "tests" / "documents"
RENAMED = {"NewKey": "Key", "NewSigningKey": "SigningKey", "SmsMessage": "SMSMessage"}

Infoset = tuple[str, tuple[Any, ...], str, tuple[Any, ...]]


def rows() -> list[dict[str, str]]:
    """The table of published samples; empty if they are not beside the project."""
    table = SAMPLES / "samples.tsv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


ROWS = rows()


def operation(name: str, kind: str) -> Any:
    """An operation of an object that answers a list, or one record."""
    module = load(RENAMED.get(name, name))
    own = next(key for key, value in OBJECTS.items() if module.__name__.endswith(f".{value}"))
    actions = ("Query",) if kind == "list" else ("Get", "Create", "Update")
    for action in actions:
        found = (
            getattr(module, f"{action}{own}", None) if f"{action}{own}" in module.__all__ else None
        )
        if found is not None:
            return found
    raise AssertionError(f"{name} answers no {kind}")


def infoset(element: etree._Element) -> Infoset:
    """What a document says: names, attributes, trimmed texts, children in any order."""
    children = tuple(sorted(infoset(child) for child in element.iterchildren("*")))
    text = (element.text or "").strip() if not children else ""
    return str(element.tag), tuple(sorted(element.attrib.items())), text, children


@pytest.mark.skipif(not ROWS, reason="the published samples are not beside the project")
def test_there_are_all_samples() -> None:
    """None is left out."""
    assert 91 == len(ROWS)
    assert {"instance", "list", "error"} == {row["kind"] for row in ROWS}


@pytest.mark.skipif(not ROWS, reason="the published samples are not beside the project")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_published_sample(row: dict[str, str]) -> None:
    """Valid for lxml and xmlschema; as records and back, nothing is lost."""
    path = SAMPLES / row["name"]
    tree = etree.parse(path)
    root = tree.getroot()
    if row["kind"] == "error":
        check(profile_of("twilio_ops", "profiles/Error.xsd"), root)
        return
    chosen = operation(row["resource"], row["kind"])
    record: type[Record] = chosen.spec.record if not isinstance(chosen.spec.record, str) else None
    assert record is not None
    names = {record.spec.item, *record.spec.accepts}
    items = [element for element in root.iter(*names) if element.getparent() in (root, root[0])]
    items = [
        element for element in items if element.getparent().tag in (root.tag, record.spec.list)
    ]
    assert items
    for item in items:
        document = etree.Element(root.tag)
        document.append(etree.fromstring(etree.tostring(item, with_tail=False)))
        check(chosen.response_profile, document)
        again = record.from_document(etree.tostring(document)).to_document()
        assert infoset(document) == infoset(again.element)


def check(profile: Profile | None, document: etree._Element) -> None:
    """A document is valid; without what its profile does not know, for other validators, too."""
    assert profile is not None
    profile.check(etree.tostring(document))
    schema = etree.parse(profile.path).getroot()
    declared, _ = declared_root(schema)
    (item,) = declared.contents.children
    document[0].tag = item
    fit(document, declared.contents, True, frozenset())
    etree.XMLSchema(schema).assertValid(document)
    other_validator(str(profile.path)).validate(etree.tostring(document, encoding="unicode"))


@cache
def other_validator(path: str) -> xmlschema.XMLSchema10:
    """What else judges by a profile; several documents are of one."""
    return xmlschema.XMLSchema10(path)


@pytest.mark.parametrize("path", sorted(OURS.glob("*.xml")), ids=lambda path: path.stem)
def test_our_own_documents(path: Path) -> None:
    """The shapes of published samples, in documents made up here, are kept without them, too."""
    root = etree.parse(path).getroot()
    found = Counter()
    for name in OBJECTS:
        record = getattr(load(name), name, None)
        if record is None or name not in load(name).__all__:
            continue
        names = {record.spec.item, *record.spec.accepts}
        listed = (
            [root] if root[0].tag in names else [root[0]] if root[0].tag == record.spec.list else []
        )
        for around in listed:
            for item in around.iterchildren(*names):
                document = etree.Element(root.tag)
                document.append(etree.fromstring(etree.tostring(item, with_tail=False)))
                text = etree.tostring(document)
                try:
                    again = record.from_document(text).to_document()
                except ProfileError as error:  # another object's record of the same element name
                    found[f"{name}: {error}"] += 1
                    continue
                assert infoset(document) == infoset(again.element)
                found["kept"] += 1
    if "error" in path.stem:
        check(profile_of("twilio_ops", "profiles/Error.xsd"), root)
    elif "empty" not in path.stem:
        assert found["kept"], found
