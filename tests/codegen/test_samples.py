"""What generated tests import for their samples."""

from __future__ import annotations

import shutil
from pathlib import Path

from codegen.load import load
from codegen.passes import resolve
from codegen.samples import Samples
from codegen.view import view

CASES = Path(__file__).parent.parent / "cases"


def needing_decimal(folder: Path) -> list[str]:
    """The objects of a catalog whose samples hold a decimal."""
    catalog = resolve(load(folder))
    return [each.name for each in view(catalog).objects if Samples(catalog, each).needs_decimal]


def test_decimals_are_imported_where_a_value_is_one(tmp_path: Path) -> None:
    """In a parameter or within its struct; a text that looks like one is none."""
    assert ["Note"] == needing_decimal(CASES / "notes" / "metadata")
    folder = Path(shutil.copytree(CASES / "parcels" / "metadata", tmp_path / "metadata"))
    trace = folder / "api" / "v1" / "Trace.yaml"
    text = trace.read_text(encoding="utf-8")
    row = "Place: {type: string, required: true}"
    assert row in text
    text = text.replace(row, "Place: {type: enum, enum: places, required: true}")
    trace.write_text(f"{text}enums: {{places: [Decimal(1)]}}\n", encoding="utf-8")
    assert ["Parcel"] == needing_decimal(folder)
