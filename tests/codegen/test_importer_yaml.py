"""The YAML text of catalog files says exactly the value it was made of, to every reader."""

from __future__ import annotations

import math
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_codegen.importer.files import object_text
from twilio_ops_codegen.importer.yaml_text import block, flow, row, scalar

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8"))
)
TRAPS = [
    *("no", "NO", "Yes", "on", "off", "y", "N", "true", "False", "null", "Null", "~", ""),
    *("1", "1e3", "1E3", "0x1f", "0o7", "017", "1_000", "+1", "-1", "1.5", ".5", ".inf", ".NaN"),
    *("2010-04-01", "12:30:45", "2001-12-14t21:59:43.10-05:00", "=", "<<", "-", "?", ":", "---"),
    *("a: b", "a:b", "a #b", "a#b", "#a", "[a", "{a}", "a, b", "*a", "&a", "!a", "%a", "@a", "`a"),
    *(
        " a",
        "a ",
        "a\tb",
        "a\nb",
        "a\n",
        "\n",
        "'",
        '"',
        "'a'",
        "it's",
        "\\",
        "a\\nb",
        "| a",
        "> a",
    ),
    *("\u00e9", "\u2028", "\ufeff", "\x85", "\x07", "\U0001f4e6", "\u200b"),
    *(
        "/v1/Parcels/{Sid}",
        "^PA[0-9a-fA-F]{32}$",
        "Shut down (for good)",
        "a - b",
        "x?",
        "StartTime<",
    ),
]


def same(found: Any, expected: Any) -> bool:
    """Equality that tells 1 from True and knows that NaN is NaN."""
    if isinstance(expected, float) and math.isnan(expected):
        return isinstance(found, float) and math.isnan(found)
    if isinstance(expected, dict):
        return list(found) == list(expected) and all(same(found[k], expected[k]) for k in expected)
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(same, found, expected))
    return type(found) is type(expected) and bool(found == expected)


@pytest.mark.parametrize("text", TRAPS)
def test_text_stays_text(text: str) -> None:
    for made in (f"k: {scalar(text)}", f"k: {scalar(text, block=True)}", f"{scalar(text)}: x"):
        loaded = yaml.safe_load(made)
        assert loaded in ({"k": text}, {text: "x"})
    assert yaml.safe_load(flow({text: [text, {"k": text}]})) == {text: [text, {"k": text}]}


@pytest.mark.slow
@given(SCALARS)
def test_scalars(value: Any) -> None:
    assert same(yaml.safe_load(f"k: {scalar(value)}"), {"k": value})
    assert same(yaml.safe_load(f"k: {scalar(value, block=True)}"), {"k": value})


KEYS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["k" * 2000, "\n" * 600]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


@pytest.mark.slow
@given(VALUES)
def test_one_line(value: Any) -> None:
    text = flow(value)
    assert "\n" not in text
    assert same(yaml.safe_load(f"k: {text}"), {"k": value})


@pytest.mark.slow
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_rows_and_blocks(value: dict[str, Any]) -> None:
    lines = [line for key, item in value.items() for line in row(key, item)]
    assert same(yaml.safe_load("\n".join(lines)) or {}, value)
    inner = [line for key, item in value.items() for line in row(key, item, 2)]
    assert same(yaml.safe_load("\n".join(block("k", inner)))["k"] or {}, value)


def test_the_layout_of_an_object() -> None:
    value: dict[str, Any] = {
        "object": "Parcel",
        "parent": None,
        "path": "/v1/Depots/{DepotSid}/Parcels",
        "keys": {"DepotSid": {"prefixes": ["NO"]}},
        "json": {"list": "parcels"},
        "fields": {"on": {"type": "enum", "enum": "state"}},
        "enums": {"state": ["yes", "in-depot", "1e3"]},
        "structs": {
            "size": {"fields": {"height": {"type": "decimal"}}, "open": True},
            "none": {"fields": {}},
        },
        "actions": {
            "Query": {
                "method": "GET",
                "path": "/v1/Depots/{DepotSid}/Parcels",
                "filters": {"Posted": {"type": "date", "operators": ["equals", "before"]}},
            },
        },
    }
    text = object_text(value)
    assert text == """\
# yaml-language-server: $schema=../../schema/object.json
object: Parcel
path: /v1/Depots/{DepotSid}/Parcels
keys:
  DepotSid: {prefixes: ['NO']}
json: {list: parcels}
fields:
  'on': {type: enum, enum: state}
enums:
  state: ['yes', in-depot, '1e3']
structs:
  size:
    fields:
      height: {type: decimal}
    open: true
  none:
    fields: {}
actions:
  Query:
    method: GET
    path: /v1/Depots/{DepotSid}/Parcels
    filters:
      Posted: {type: date, operators: [equals, before]}
"""
    del value["parent"]
    assert yaml.safe_load(text) == value
