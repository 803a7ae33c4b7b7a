"""What is masked: a secret in each way that an answer may write it."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

import pytest

from twilio_ops_runtime.http.redact import MASK, Secret, scrub

TOKEN = 'it\'s "a" <b> & c/d'


@pytest.mark.parametrize(
    "written",
    [
        TOKEN,
        json.dumps(TOKEN)[1:-1],
        json.dumps(TOKEN)[1:-1].replace("/", "\\/"),
        quote(TOKEN, safe=""),
        escape(TOKEN),
        escape(TOKEN, quote=False),
    ],
)
def test_a_secret_is_masked_however_it_is_written(written: str) -> None:
    """In JSON, in an address, in an attribute and in the text of an element; what is around stays."""
    assert f"({MASK}) and {MASK}" == scrub(f"({written}) and {written}", [Secret(TOKEN)])
