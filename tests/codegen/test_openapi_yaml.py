"""OpenAPI documents in YAML are YAML 1.2: what JSON has, and nothing that only looks like it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from twilio_ops_codegen.importer.openapi_yaml import CoreLoader


def read(text: str) -> Any:
    """What a text holds."""
    return yaml.load(text, Loader=CoreLoader)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("0123", 123),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("2031-01-31", "2031-01-31"),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-7", -7),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("nothing", "nothing"),
        ("'1'", "1"),
        ("-.inf", float("-inf")),
    ],
)
def test_plain_scalars_are_those_of_the_core_schema(text: str, value: object) -> None:
    """The same value, and of the same type: 1 is no true, 123 no text."""
    found = read(f"a: {text}")["a"]
    assert value == found
    assert type(value) is type(found)


def test_keys_are_text() -> None:
    """Statuses of answers and enum-like words, as they stand there."""
    assert {"200": {"NO": 1}, "null": None} == read("200: {NO: 1}\nnull:")


def test_what_is_merged_in_gives_way() -> None:
    """Documents by hand share parts through ``<<``; a key of both is no repetition."""
    assert {"a": {"x": 1}, "b": {"x": 2, "y": 3}} == read("a: &a {x: 1}\nb: {<<: *a, x: 2, y: 3}")


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3", "x: {200: 1, '200': 2}", "{[1]: 2}"])
def test_a_key_that_is_there_twice_or_is_no_text_is_refused_with_its_line(text: str) -> None:
    """As in JSON: one of the two values would be lost without a word."""
    with pytest.raises(yaml.MarkedYAMLError, match=r"twice|no text") as caught:
        read(text)
    assert caught.value.problem_mark is not None
