"""The error codes, their statuses and messages."""

from __future__ import annotations

import yaml

from tests.metadata.conftest import METADATA
from twilio_ops_codegen.catalog.model import Catalog

KNOWN = {
    400: "20001 21201 21210 21211 21212 21214 21215 21216 21217 21408 21421 21422 21602 21606 21610 "
    "21611 21612 21614 70002",
    401: "20003",
    404: "20404",
    405: "20004",
    429: "20429",
    500: "20500",
}


def test_every_known_code_is_there_with_its_status(loaded: Catalog) -> None:
    expected = {int(code): status for status, codes in KNOWN.items() for code in codes.split()}
    assert {code: error.status for code, error in loaded.errors.items()} == expected


def test_every_code_has_a_message(loaded: Catalog) -> None:
    for code, error in loaded.errors.items():
        assert 20000 <= code <= 99999
        assert error.message.endswith("."), code
        assert error.message == error.message.strip()
    messages = [error.message for error in loaded.errors.values()]
    assert len(messages) == len(set(messages))


def test_codes_stand_in_order() -> None:
    codes = list(yaml.safe_load((METADATA / "errors.yaml").read_text(encoding="utf-8")))
    assert codes == sorted(codes)


def test_what_the_emulator_answers_with_has_one_meaning(loaded: Catalog) -> None:
    """Every code that behaviour names is the catalog's or its own, and none is both."""
    path = METADATA / "behaviour" / "errors.yaml"
    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert not set(facts["codes"]) & set(loaded.errors)
    named = set(facts["cases"].values())
    for table in ("missing", "invalid"):
        named |= {code for row in facts[table].values() for code in row.values()}
    assert named <= set(facts["codes"]) | set(loaded.errors)
    assert all(row["message"].endswith(".") for row in facts["codes"].values())
