"""Overlay rows are rows that say why, and a mistake in one is found."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.metadata.conftest import METADATA
from twilio_ops_codegen.catalog.errors import CatalogError
from twilio_ops_codegen.catalog.load import load

Rows = list[tuple[str, dict[str, Any]]]


def test_every_row_has_a_reason_and_a_source(rows: Rows) -> None:
    assert rows
    for file, row in rows:
        for key in ("reason", "source"):
            assert len(row[key].strip()) > 5, f"{file}: {row['object']}: {key}"


def test_every_row_does_one_thing(rows: Rows) -> None:
    for file, row in rows:
        assert len({"set", "add", "remove"} & set(row)) == 1, f"{file}: {row['object']}"


def test_no_place_is_set_twice(rows: Rows) -> None:
    seen: set[tuple[str, str, str]] = set()
    for file, row in rows:
        for key in row.get("set", {}):
            place = (row["object"], row.get("at", ""), key)
            assert place not in seen, f"{file}: {place}"
            seen.add(place)


def test_a_guess_says_so(rows: Rows) -> None:
    for file, row in rows:
        text = f"{row['reason']} {row['source']}"
        if "guess" in text.lower() or "inferred" in row["reason"]:
            assert "inferred" in row["source"], f"{file}: {row['object']}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {object: Cal, set: {note: x}, reason: because, source: a test}", "no object's source"),
        (
            "- {object: Call, at: fields/prize, set: {note: x}, reason: b, source: t}",
            "touches nothing",
        ),
        ("- {object: Call, set: {object: Call}, reason: b, source: t}", "changes nothing"),
        ("- {object: Call, set: {note: x}, reason: b}", "needs its source"),
        ("- {object: Call, at: actions/Get, add: {}, reason: b, source: t}", "exists already"),
    ],
)
def test_a_row_that_is_wrong_is_found(tmp_path: Path, text: str, message: str) -> None:
    copy = tmp_path / "metadata"
    api = "api/2010-04-01"
    for folder in ("overlays", api):
        (copy / folder).mkdir(parents=True)
    for file in ("catalog.yaml", "errors.yaml", f"{api}/Account.yaml", f"{api}/Call.yaml"):
        shutil.copy(METADATA / file, copy / file)
    (copy / "overlays" / "zz-wrong.yaml").write_text(f"{text}\n", encoding="utf-8")
    with pytest.raises(CatalogError, match=message) as caught:
        load(copy)
    assert [mistake.file for mistake in caught.value.mistakes] == ["overlays/zz-wrong.yaml"]
