"""``changes`` of two documents says what it says of the two catalogs that they are imported into."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.codegen.importer_support import (
    CONVENTIONS,
    SID,
    TEXT,
    Node,
    document,
    listing,
    operation,
    parameter,
    record,
    write,
)
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.importer import import_documents

NUMBER: Node = {"type": "integer"}
FLAG: Node = {"type": "boolean"}
DAY: Node = {"type": "string", "format": "date-time"}
WORDS: Node = {"type": "string", "enum": ["waiting", "carried"]}
FEWER: Node = {"type": "string", "enum": ["carried"]}
TYPES = (TEXT, NUMBER, FLAG, DAY, WORDS, FEWER, {"type": "array", "items": TEXT})


def judged(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[Any, ...]]:
    """Each change that is judged, without where it stands: fingerprint, severity and effects."""
    command = ["changes", str(old), str(new), "--format", "json"]
    assert main([*command, "--conventions", str(CONVENTIONS)]) == 0
    return [
        (each["fingerprint"], each["rule"], each["place"], each["severity"], each["effects"])
        for each in json.loads(capsys.readouterr().out)["changes"]
        if each["severity"] != "unjudged"  # catalogs have no digest of a whole operation
    ]


def both_ways(old: Path, new: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Compares two documents, and the catalog of one with that of the other imported over it."""
    before, after = folder / "before", folder / "after"
    import_documents([old], before, CONVENTIONS)
    shutil.copytree(before, after)
    import_documents([new], after, CONVENTIONS)
    capsys.readouterr()
    documents = judged(old, new, capsys)
    assert judged(before, after, capsys) == documents
    return len(documents)


def parcels(fields: Mapping[str, Node], sent: Mapping[str, Node], needed: list[str]) -> Node:
    """A document with parcels: their fields, and what a Create takes and needs."""
    answered = record(sid=SID, **fields)
    body = {**record(**sent), "required": needed}
    filters = [parameter(name, schema=schema) for name, schema in sent.items()]
    return document(
        {
            "/v1/Parcels": {
                "get": operation("ListParcel", listing(answered), parameters=filters),
                "post": operation("CreateParcel", answered, status="201", body=body),
            },
            "/v1/Parcels/{Sid}": {
                "get": operation(
                    "FetchParcel", answered, parameters=[parameter("Sid", "path", schema=SID)]
                )
            },
        }
    )


@st.composite
def documents(draw: st.DrawFn) -> Node:
    """Documents with the same few names, in any order, of any types."""
    names = st.sampled_from(["Weight", "Recipient", "SentOn", "Status"])
    rows = st.lists(st.tuples(names, st.sampled_from(TYPES)), unique_by=lambda pair: pair[0])
    fields = {name.lower(): schema for name, schema in draw(rows)}
    sent = dict(draw(rows))
    needed = draw(st.lists(st.sampled_from(sorted(sent)), unique=True)) if sent else []
    return parcels(fields, sent, needed)


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(old=documents(), new=documents())
def test_made_up_documents_both_ways(
    old: Node, new: Node, tmp_path_factory: pytest.TempPathFactory, capsys: Any
) -> None:
    """Whatever differs, order among it, one way of comparing tells what the other tells."""
    folder = tmp_path_factory.mktemp("both")
    pair = (write(folder, old, "old.json"), write(folder, new, "new.json"))
    both_ways(*pair, folder, capsys)


def test_parameters_in_another_order_both_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing changed, for documents and for catalogs."""
    sent = {"Weight": NUMBER, "Recipient": TEXT, "Status": WORDS}
    turned = dict(reversed(sent.items()))
    old = write(tmp_path, parcels({}, sent, ["Recipient"]), "old.json")
    new = write(tmp_path, parcels({}, turned, ["Recipient"]), "new.json")
    assert both_ways(old, new, tmp_path, capsys) == 0


@pytest.mark.slow
def test_published_documents_both_ways(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each version with the next one, and the last with the first."""
    versions = sorted((shared / "openapi" / "history").glob("*.json"))
    versions += sorted((shared / "openapi").glob("*_api_v2010.json"))
    pairs = zip(versions, [*versions[1:], versions[0]], strict=True)
    counted = [
        both_ways(old, new, tmp_path / str(number), capsys)
        for number, (old, new) in enumerate(pairs)
    ]
    assert sum(counted) > 100
