"""The catalog, and the hand-made files beside it, as the tests read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import resolve

METADATA = Path(__file__).parents[2] / "metadata"
DOCUMENTS = Path(__file__).parents[1] / "documents"


@pytest.fixture(scope="session")
def loaded() -> Catalog:
    """The catalog as its files say, overlays applied."""
    return load(METADATA)


@pytest.fixture(scope="session")
def catalog(loaded: Catalog) -> Catalog:
    """The catalog with references resolved and element names filled in."""
    return resolve(loaded)


@pytest.fixture(scope="session")
def rows() -> list[tuple[str, dict[str, Any]]]:
    """Every overlay row, with the name of its file, in the order they apply."""
    found = []
    for path in sorted((METADATA / "overlays").glob("*.yaml")):
        found += [(path.name, row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return found


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of response documents written for the tests."""
    return DOCUMENTS
