"""The page on the catalog names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from twilio_ops_codegen.catalog import model, words

METADATA = Path(__file__).resolve().parents[2] / "metadata"
PAGE = (METADATA / "README.md").read_text(encoding="utf-8")
WORDS = {*re.findall(r"(?<=[`{ ])([a-z_]+)(?=[`:])", PAGE)}  # as keys stand in text and examples


@pytest.mark.parametrize(
    "kind",
    [model.Service, model.Object, model.Key, model.Type, model.Field, model.Parameter, model.Filter,
     model.Action, model.XmlNames, model.JsonNames, model.ApiError, words.Words,
     words.ObjectWords, words.ActionWords, words.StructWords, model.EnumWords],
    ids=lambda kind: kind.__name__,
)  # fmt: skip
def test_every_key_is_named(kind: type[attrs.AttrsInstance]) -> None:
    """A key that a file may have is explained, or at least shown in an example."""
    assert set() == {row.name for row in model.file_keys(kind)} - WORDS


def test_every_file_of_the_catalog_is_named() -> None:
    """Each file and folder at its top has a row."""
    rows = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
    named = {row.partition("/")[0] for row in rows}
    assert {path.name for path in METADATA.iterdir()} - {"README.md"} <= named
