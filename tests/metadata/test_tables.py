"""The tables of facts beside the published document, which is read here without the project's importer.

Rows about what the document does not have cite another source and are not looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.metadata.test_facts import REPEATED, REQUIRED
from tests.metadata.test_paths import ACCOUNT, ELSEWHERE, PATHS
from tests.metadata.test_values import ENUMS

GONE = {"CallFeedback", "CallFeedbackSummary", "SMSMessage"}
"""What the connector has and the document has no longer."""

FROM_PAGES = {
    "conference_record": "the reference of a conference's participants; text in the document",
    "direction": "the reference of calls; text in the document",
    "issues": "answers and snippets of CallFeedback, which the document has no longer",
    "pause_behavior": "the reference of recordings; text in the document",
    "recording_channels": "the reference of recordings; text in the document",
    "track": "the reference of recordings; text in the document",
}
"""Enums that other pages than the document list."""

LISTS = dict(row.split(" ") for row in PATHS.strip().splitlines())
METHODS = {"Get": "get", "Query": "get", "Create": "post", "Update": "post", "Delete": "delete"}


@pytest.fixture(scope="module")
def operations(shared: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The document's operations by path, without suffix and names of placeholders, and method."""
    document = json.loads((shared / "openapi" / "twilio_api_v2010.json").read_text("utf-8"))
    return {
        (bare(path), method): node
        for path, item in document["paths"].items()
        for method, node in item.items()
        if method in METHODS.values()
    }


def bare(path: str) -> str:
    """A path as it is compared."""
    return re.sub(r"\{\w+\}", "{}", path.removesuffix(".json"))


def node_of(
    operations: dict[tuple[str, str], dict[str, Any]], name: str, action: str
) -> dict[str, Any] | None:
    """The document's operation for an object's action; None = it has none."""
    place = bare(ELSEWHERE.get((name, action), LISTS[name]).replace("~", ACCOUNT))
    method = METHODS[action]
    found = operations.get((place, method))
    if action in ("Get", "Update", "Delete") and not place.endswith("}"):
        found = operations.get((f"{place}/{{}}", method), found)
    return found


def body(node: dict[str, Any]) -> dict[str, Any]:
    """The schema of what is sent."""
    content = node.get("requestBody", {"content": {"": {"schema": {}}}})["content"]
    schema: dict[str, Any] = next(iter(content.values()))["schema"]
    return schema


def test_required_parameters(operations: dict[tuple[str, str], dict[str, Any]]) -> None:
    """The document requires the same of each action it has."""
    looked = set[str]()
    for name, action, names, _ in REQUIRED:
        node = node_of(operations, name, action)
        # The connector gets a validation as the document creates it.
        if node is None or (name, action) == ("CallerIdValidation", "Get"):
            continue
        looked.add(name)
        assert set(body(node).get("required", [])) == set(names.split()), (name, action)
    assert {name for name, *_ in REQUIRED} - looked <= GONE | {"CallerIdValidation"}


def test_repeated_parameters(operations: dict[tuple[str, str], dict[str, Any]]) -> None:
    """They are the document's arrays."""
    looked = set[str]()
    for name, action, names, _ in REPEATED:
        node = node_of(operations, name, action)
        if node is not None:
            looked.add(name)
            rows = body(node)["properties"].items()
            assert {key for key, row in rows if row.get("type") == "array"} == set(names.split())
    assert {name for name, *_ in REPEATED} - looked <= GONE


def test_addresses(operations: dict[tuple[str, str], dict[str, Any]]) -> None:
    """Every list is an address of the document."""
    known = {path for path, _ in operations}
    places = {name: bare(path.replace("~", ACCOUNT)) for name, path in LISTS.items()}
    assert GONE == {name for name, place in places.items() if not {place, f"{place}/{{}}"} & known}


def enums(node: Any) -> Iterator[frozenset[str]]:
    """Every enum of a document."""
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield frozenset(map(str, node["enum"]))
        for inner in node.values():
            yield from enums(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from enums(inner)


def test_values(shared: Path) -> None:
    """Every set of values is an enum of the document, but for those that other pages list."""
    text = (shared / "openapi" / "twilio_api_v2010.json").read_text("utf-8")
    known = set(enums(json.loads(text)))
    found = {
        name
        for name, values, objects in ENUMS
        if frozenset(values.split()) not in known and not set(objects.split()) <= GONE
    }
    assert found | {"issues"} == set(FROM_PAGES)
