"""The samples of a catalog: what they hold, and what generated tests import for them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Parameter, Type
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.samples import Samples

CASES = Path(__file__).parent.parent / "cases"


def needing_decimal(folder: Path) -> list[str]:
    """The objects of a catalog whose samples hold a decimal."""
    catalog = resolve(load(folder))
    return [each.name for each in view(catalog).objects if Samples(catalog, each).needs_decimal]


def test_decimals_are_imported_where_a_value_is_one(tmp_path: Path) -> None:
    """In a parameter or within its struct; a text that looks like one is none."""
    assert ["Batch", "Note"] == needing_decimal(CASES / "notes" / "metadata")
    folder = Path(shutil.copytree(CASES / "parcels" / "metadata", tmp_path / "metadata"))
    trace = folder / "api" / "v1" / "Trace.yaml"
    text = trace.read_text(encoding="utf-8")
    row = "Place: {type: string, required: true}"
    assert row in text
    text = text.replace(row, "Place: {type: enum, enum: places, required: true}")
    trace.write_text(f"{text}enums: {{places: [Decimal(1)]}}\n", encoding="utf-8")
    assert ["Parcel"] == needing_decimal(folder)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(None, None, 1), (0.5, None, 1), (7, 9, 7), (None, 0, 0), (None, -2.5, -3), (-4, -2, -4)],
)
def test_a_sample_is_within_its_bounds(
    low: float | None, high: float | None, expected: int
) -> None:
    """It is sent in the generated tests, where a number that is not is refused."""
    catalog = resolve(load(CASES / "parcels" / "metadata"))
    each = view(catalog).objects[0]
    row = Parameter(type="integer", minimum=low, maximum=high)
    assert expected == Samples(catalog, each).value(row, each.row)


@pytest.mark.parametrize("kind", get_args(get_type_hints(Type)["type"]))
def test_every_type_has_a_sample(kind: str) -> None:
    """Documents, requests and generated tests show a value of each."""
    catalog = resolve(load(CASES / "parcels" / "metadata"))
    each = next(each for each in view(catalog).objects if each.row.enums and each.row.structs)
    row = build(
        Parameter,
        {
            "type": kind,
            "enum": next(iter(each.row.enums)) if kind == "enum" else None,
            "struct": next(iter(each.row.structs)) if kind == "struct" else None,
            "prefixes": ["PA"] if kind == "sid" else [],
            "items": {"type": "string"} if kind in ("list", "map") else None,
        },
    )
    found = Samples(catalog, each).value(row, each.row)
    assert found is not None or kind == "uri_map", "addresses without names are none"
