"""YAML as plain values: what PyYAML's safe loader gives, and what no output can write."""

from __future__ import annotations

import re
import sys

import pytest
import yaml

from twilio_ops_codegen.catalog.located_yaml import UNWRITABLE
from twilio_ops_codegen.catalog.yaml_loader import Loader, plain

TEXTS = [
    "",
    "a: 1\nb: [x, 2.5, null, true, 2031-01-31]\nc: {d: 'yes', e: yes, 'f': ~}",
    "1: one\nyes: two\n2031-01-31: {a: b}",
    "a: &rows {b: [1]}\nc: *rows\nd: [*rows, *rows]",
    "a: {b: 1, b: 2}",
    "base: &base {a: 1, b: 2}\nmore: {<<: *base, b: 3}",
    "- !!set {a, b}\n- !!omap [a: 1]\n- !!str 12\n- !!binary aGk=\n- ! 12",
    "'12': '12'\n12: 12\n\"12\": 012",
    "[" * 400 + "]" * 400,
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_the_value_that_pyyaml_gives(text: str) -> None:
    """Types of scalars, keys of any type, tags, merged mappings and what stands twice included."""
    assert repr(plain(text)) == repr(yaml.load(text, Loader=Loader))


def test_what_an_alias_stands_for_is_made_once() -> None:
    """So a few lines of aliases do not make a value without end, nor does one that holds itself."""
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    found = plain(bomb)
    assert found["a29"][0] is found["a29"][8] is found["a28"]
    loop = plain("&loop {a: [*loop]}")
    assert loop["a"][0] is loop


@pytest.mark.parametrize("text", ["a: [", "a: *b", "!!python/object:x {}", "a: 1\n---\nb: 2"])
def test_what_is_no_yaml_is_refused_as_ever(text: str) -> None:
    """With the error that PyYAML raises."""
    with pytest.raises(yaml.YAMLError) as expected:
        yaml.load(text, Loader=Loader)
    with pytest.raises(yaml.YAMLError, match=re.escape(str(expected.value))):
        plain(text)


@pytest.mark.parametrize(
    "value", ["!!bool x", "!!timestamp x", "2031-13-31", "9" * 5000, "0x" + "f" * 5000, "!!int ''"]
)
def test_what_no_value_can_be_made_of_is_refused_with_its_line(value: str) -> None:
    """PyYAML lets Python's own errors through, or numbers that cannot be printed."""
    with pytest.raises(yaml.MarkedYAMLError, match="found a ") as caught:
        plain(f"a: 1\nb: {value}")
    assert caught.value.problem_mark is not None and caught.value.problem_mark.line == 1


@pytest.mark.parametrize("value", ["!!bool x", "2031-13-31", "9" * 5000], ids=range(3))
def test_however_deep_a_value_lies_it_is_refused_so(value: str) -> None:
    """Also where what reads the usual cannot go."""
    text = "[" * 300 + value + "]" * 300

    def below(levels: int) -> object:
        return below(levels - 1) if levels else plain(text)

    with pytest.raises(yaml.MarkedYAMLError, match="found a "):
        below(500)


def test_unwritable_is_what_xml_has_no_character_for() -> None:
    """All of Unicode is asked: `Char` of XML 1.0 is tab, line ends, and three ranges."""
    allowed = {0x9, 0xA, 0xD, *range(0x20, 0xD800), *range(0xE000, 0xFFFE)}
    assert all(
        bool(UNWRITABLE.search(chr(code))) == (code < 0x10000 and code not in allowed)
        for code in range(sys.maxunicode + 1)
    )
