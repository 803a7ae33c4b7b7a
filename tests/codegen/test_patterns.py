"""Patterns of keys: their examples, and what they are in XML Schema."""

from __future__ import annotations

import re
from itertools import product
from xml.sax.saxutils import quoteattr

import pytest
import xmlschema
from lxml import etree

from twilio_ops_codegen.catalog.patterns import example, schema_pattern, schema_word

TEXTS = ["".join(chars) for size in range(4) for chars in product("aAb1-_.^", repeat=size)]
WIDE = ["\u00e9", "\u0661", "\u00b2", "\u4e2d", "a\u00a0b", "a b", "a/b", "SN" + "0" * 32, "x" * 21]


def valid(pattern: str, *, slow: bool = True) -> list[str]:
    """The texts that are valid in XML Schema; both validators say the same, if the slow one is asked."""
    document = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">'
        f'<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value={quoteattr(pattern)}/>'
        "</xs:restriction></xs:simpleType></xs:element></xs:schema>"
    )
    quick = etree.XMLSchema(etree.fromstring(document))
    kind = xmlschema.XMLSchema10(document).elements["a"].type if slow else None
    found: list[str] = []
    for text in TEXTS + WIDE:
        element = etree.Element("a")
        element.text = text
        is_valid = quick.validate(element)
        assert kind is None or is_valid == kind.is_valid(text), (pattern, text)
        found += [text] if is_valid else []
    return found


SAID: list[str] = [
    *("a", "^a$", "a|ab", "^a|b$", "^(a|b)+?$", r"\Aab\Z", "^$|^a$", "^(^a$|^b$)$", "", "^a*$"),
    *(r"^\x41$", r"^a\/b$", r"a\ b", r"^\w{1,20}\Z", r"\d+", r"\D+", r"\W", r"[\s\w]+"),
    *(
        r"\S+",
        r"[^\S]",
        r"[^\s]+",
        r"[\w.^-]+",
        "[^a]{2}",
        r"[!-\-]+",
        r"[\]\[^-]",
        ".",
        ".{2,}",
    ),
    *(
        "(?:ab)+",
        "(?P<name>a)(b)",
        "(a|)b",
        "(|a)",
        "a{0}b",
        "a{1}",
        "a{,2}",
        "(a{2}){1,2}",
        "(a?)*",
    ),
    "([A-Z]{2}|[^A-Z]|[A-Z][^A-Z]?)",
    "^(SN[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z][A-Z][0-9a-fA-F]{0,15})$",
]


@pytest.mark.parametrize("pattern", SAID)
def test_a_pattern_is_the_same_in_xml_schema(pattern: str) -> None:
    """What is valid is what Python matches as a whole, anchors or not."""
    said = schema_pattern(pattern)
    assert said is not None
    matched = [text for text in TEXTS + WIDE if re.fullmatch(pattern, text)]
    assert matched == valid(f"({said})", slow=False)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", SAID)
def test_both_validators_say_the_same_of_a_pattern(pattern: str) -> None:
    """libxml2 and the one in Python."""
    valid(f"({schema_pattern(pattern)})")


@pytest.mark.parametrize(
    "pattern",
    [
        *("(?i)a", "(?i:a)", "(?a)a", r"\ba", "(?=a)a", "(?<!b)a", r"(a)\1", "(a)?(?(1)b|c)"),
        *(
            "a^b",
            "a$b",
            "(^a)+",
            "(a|b$)+",
            "(a$|b)c",
            "a(b|^c)",
            "((a$))b",
            "a((^b))",
            "a++",
            "(?>a)",
            "\x01",
            r"[\x00-\x7f]",
            r"[\S_]",
            r"[^\W\d]",
            "a{9999}",
        ),
    ],
)
def test_what_xml_schema_cannot_say_is_not_said(pattern: str) -> None:
    """Flags, references, what stands around, places in the middle, and what is not in XML."""
    assert re.compile(pattern)
    assert schema_pattern(pattern) is None


@pytest.mark.parametrize(
    "text", ["Twilio.CURRENT", "a|b", "[a]-b^c", r"\d{1}", "(a+)?*", "b1-", "a"]
)
def test_a_word_stands_for_itself(text: str) -> None:
    """Nothing in it is an expression."""
    assert [one for one in TEXTS + WIDE if one == text] == valid(schema_word(text))


@pytest.mark.parametrize(
    "pattern",
    ["^[a-z]*$", "^$|^a$", "(|a)", "(b{0,3})", r"^\d{4}-\d{2}$", "(?i)AB", "^(a|b)+?$", "[^b]"],
)
def test_an_example_is_matched_as_a_whole_and_not_empty(pattern: str) -> None:
    """A path has no empty segment."""
    assert example(pattern) and re.fullmatch(pattern, example(pattern))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a?b", "b"), ("a*", "a"), ("b{0,3}", "b"), ("b{2,3}", "bb"), ("(a|bc)d", "ad"), ("(|bc)", "bc"), ("(|bc)d", "d"),
        (r"\d{3}", "000"), ("[b-d]x", "bx"), ("[^b]", "a"), (".", "a"), (r"\w+", "a"), (r"[\w-]", "a"), ("[-b]", "-"), ("(?:a){2}", "aa"), ("AC[0-9a-f]{2}", "AC00"),
    ],
)  # fmt: skip
def test_an_example_is_the_shortest_that_is_not_empty(pattern: str, text: str) -> None:
    """What may be left out is, of alternatives the first is taken, and of a set its first character."""
    assert example(pattern) == text


@pytest.mark.parametrize(
    "pattern", ["", "^$", "a(?=b)", r"\x01", "a:b", r"\.", r"\.\.", "[^a]", "a^b"]
)
def test_no_example_is_made_that_no_key_could_be(pattern: str) -> None:
    """The catalog has to give one."""
    with pytest.raises(ValueError, match="give the key an `example`"):
        example(pattern)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a*", "a*"), ("a+", "a+"), ("a?", "a?"), ("a{1}", "a"), ("a{4}", "aaaa"), ("a{5}", "a{5}"), ("a{2,4}", "aa(aa?)?"),
        ("a{2,5}", "a{2,5}"), ("a{3,}", "aaa+"), ("a{5,}", "a{5,}"), ("a{0,4}", "(a(a(aa?)?)?)?"), ("(?:a+)?", "(a+)?"), ("(?:a{2,3})*", "(aaa?)*"), ("(ab)?", "(ab)?"), ("(a?)*", "(a?)*"),
        (f"({'a' * 98}){{2}}", f"({'a' * 98})" * 2), (f"({'a' * 99}){{2}}", f"({'a' * 99}){{2}}"), ("a{500}", "a{500}"), ("a{501}", None),
        *((f"({'a' * 99}){often}", f"({'a' * 99}){often}") for often in ("*", "+", "?", "{2,}", "{0,2}", "{0}")), (f"({'a' * 99}){{1}}", f"({'a' * 99})"),
    ],
)  # fmt: skip
def test_how_repeats_are_said(pattern: str, said: str | None) -> None:
    """Short ones are written out, since a validator counts wrongly; long ones are counted, and the longest not said."""
    assert schema_pattern(pattern) == said
