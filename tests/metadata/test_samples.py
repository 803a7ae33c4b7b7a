"""Published response samples, where they are at hand, hold what the catalog says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import etree

from tests.metadata import elements
from twilio_ops_codegen.catalog.model import Catalog, Object

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
RENAMED = {"NewKey": "Key", "NewSigningKey": "SigningKey", "SmsMessage": "SMSMessage"}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the published samples are not here")


def _rows() -> list[dict[str, str]]:
    if not SAMPLES.is_dir():
        return []
    with (SAMPLES / "samples.tsv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file, delimiter="\t")]


def _object(catalog: Catalog, row: dict[str, str]) -> Object:
    name = RENAMED.get(row["resource"], row["resource"])
    return next(value for value in catalog.objects.values() if name in (value.source, value.object))


def _root(row: dict[str, str]) -> etree._Element:
    return etree.parse(SAMPLES / row["name"]).getroot()


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["name"])
def test_sample(catalog: Catalog, row: dict[str, str]) -> None:
    root = _root(row)
    assert root.tag == catalog.service.xml_root
    if row["kind"] == "error":
        assert root[0].tag == catalog.service.xml_error
        return
    value = _object(catalog, row)
    for item in elements.items(root, value):
        assert [] == [*elements.unknown(item, value)]
        wrong = [*elements.misfits(item, value)]
        assert wrong == []


def test_every_sampled_name_is_known_as_sampled(catalog: Catalog) -> None:
    for row in _rows():
        if row["kind"] != "error":
            assert _object(catalog, row).xml.evidence == "sample", row["name"]
