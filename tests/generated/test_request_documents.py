"""Request documents of every operation: in any order, and as published requests are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from twilio_ops.api import OBJECTS, load
from twilio_ops_runtime import generated as g
from twilio_ops_runtime.documents.request_documents import read
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.types.nested import PairsType

PACKAGE = Path(__file__).resolve().parents[2] / "generated" / "twilio_ops"


@cache
def outbound() -> dict[str, Any]:
    """Every operation that takes a document, by name."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys(OBJECTS):
        module = load(name)
        for export in module.__all__:
            spec = getattr(getattr(module, export), "spec", None)
            if getattr(spec, "request_profile", None) and not export.endswith("Request"):
                found[export] = getattr(module, export)
    return found


def sample(operation: Any) -> etree._Element:
    """The sample of a request."""
    path = operation.spec.request_profile.replace("profiles/", "samples/").replace(".xsd", ".xml")
    return etree.parse(PACKAGE / path).getroot()


def test_every_request_is_taken_in_any_order() -> None:
    """The profile and the reading agree, with each repeated parameter in two places."""
    operations = outbound()
    assert len(operations) > 90
    for name, operation in operations.items():
        root = sample(operation)
        usual = read(operation.spec, etree.tostring(root))
        operation.request_profile.check(etree.tostring(root))
        root[:] = reversed(root)
        assert usual == read(operation.spec, etree.tostring(root)), name
        operation.request_profile.check(etree.tostring(root))
        repeated = {
            each.element
            for each in operation.spec.parameters
            if each.repeated or isinstance(each.type, PairsType)
        }
        for child in [each for each in root if each.tag in repeated]:
            root.append(etree.fromstring(etree.tostring(child)))
        twice = read(operation.spec, etree.tostring(root)).given
        operation.request_profile.check(etree.tostring(root))
        for each in operation.spec.parameters:
            if each.element in repeated:
                assert 2 * list(usual.given[each.api]) == list(twice[each.api]), (name, each.api)


@pytest.mark.parametrize(
    ("text", "sent"), [("True", "true"), ("1", "true"), ("False", "false"), ("0", "false")]
)
def test_booleans_are_taken_as_samples_write_them(text: str, sent: str) -> None:
    """Every parameter that is a boolean; it is sent as the service spells it."""
    found = 0
    for name, operation in outbound().items():
        root = sample(operation)
        for each in operation.spec.parameters:
            child = root.find(each.element)
            if child is not None and each.type is g.BOOLEAN:
                child.text = text
                operation.request_profile.check(etree.tostring(root))
                given = read(operation.spec, etree.tostring(root)).given[each.api]
                (value,) = given if each.repeated else (given,)
                assert sent == each.type.sent(value), (name, each.api)
                found += 1
    assert found > 30


@pytest.mark.slow
def test_a_fault_is_told_once_in_the_fields_words() -> None:
    """A wrong text in each field of every request: one problem, with line, path and expectation."""
    found = 0
    for name, operation in outbound().items():
        root = sample(operation)
        for child in root:
            if len(child):
                continue
            right, child.text = child.text, "*wrong*"
            try:
                operation.request_profile.check(etree.tostring(root))
            except ProfileError as error:
                (problem,) = error.problems
                place = f"line {child.sourceline}: {root.tag}/{child.tag}: '*wrong*' is not "
                assert problem.startswith(place), (name, problem)
                assert not re.search(r"invalid|literal|facet|xs:|pattern|python", problem.lower())
                found += 1
            child.text = right
    assert found > 200


def _writes(shared: Path) -> Iterator[tuple[Any, list[list[str]]]]:
    """The published requests, each with its operation."""
    paths: dict[str, Any] = {}
    for operation in outbound().values():
        if operation.spec.action != "Delete":
            for path in operation.spec.paths:
                paths[re.sub(r"\{\w+\}", "*", path)] = operation
    for line in (shared / "real" / "requests.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = row["path"].replace("\\", "").rstrip("/").removesuffix(".json").replace(".*", "*")
        parts = ["*" if part[:1] in (":", "{", "<") else part for part in path.split("/")]
        yield paths["/".join(parts)], row["pairs"]


def test_published_requests_are_taken_in_their_own_order(shared: Path) -> None:
    """As a document with the same names in the same order; values are fillers, so ours stand there."""
    count = 0
    for operation, pairs in _writes(shared):
        ours = sample(operation)
        root = etree.Element(ours.tag)
        root.extend([each for each in ours if each.tag in ("Sid", "ParentSid")])
        elements = {each.api: each for each in operation.spec.parameters}
        expected: list[str] = []
        for name, _ in pairs:
            parameter = elements.get(name)
            if parameter is None:  # Parameter1.Name and its value are one element
                base, end = re.fullmatch(r"(\w+?)\d+\.(Name|Value)", name).groups()
                parameter = elements[base]
                if end == "Value":
                    continue
            template = sample(operation).find(parameter.element)
            root.append(template)
            expected.append(parameter.api)
        text = etree.tostring(root)
        operation.request_profile.check(text)
        assert {*expected} == {*read(operation.spec, text).given}
        count += 1
    assert count == 31
