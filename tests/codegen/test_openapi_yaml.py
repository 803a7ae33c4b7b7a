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


@pytest.mark.parametrize(
    "value",
    [
        "!!int x",
        "!!int ''",
        "!!float '-'",
        "!!bool x",
        "!!bool {a: 1}",
        "9" * 1001,
        "-" + "9" * 5000,
        "0o" + "7" * 2000,
        "0x" + "f" * 2000,
    ],
)
def test_what_no_value_can_be_made_of_is_refused_with_its_line(value: str) -> None:
    """Python's own errors say neither the line nor what was expected."""
    with pytest.raises(
        yaml.MarkedYAMLError,
        match=r"found a value that is not|found a number of more|expected a scalar",
    ) as caught:
        read(f"a: 1\nb: {value}")
    assert caught.value.problem_mark is not None and caught.value.problem_mark.line == 1


@pytest.mark.parametrize(
    "tag", ["timestamp", "binary", "set", "omap", "pairs", "value", "python/name:os.system"]
)
def test_a_tag_that_json_has_nothing_for_is_refused(tag: str) -> None:
    """Its value would be of no type that a document has."""
    with pytest.raises(yaml.MarkedYAMLError, match="could not determine a constructor for the tag"):
        read(f"a: !!{tag} 2031-01-31")


def test_a_tag_that_json_has_something_for_may_be_written_out() -> None:
    """It says what the value is, whatever it looks like; a thousand digits are a number."""
    assert read("{a: !!str 12, b: !!int '12', c: !!float 1, d: !!null '', e: !!bool 'true'}") == {
        "a": "12",
        "b": 12,
        "c": 1.0,
        "d": None,
        "e": True,
    }
    assert read(f"a: {'9' * 1000}") == {"a": 10**1000 - 1}
