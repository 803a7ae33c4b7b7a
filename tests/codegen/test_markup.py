"""Markup: whatever a text is, it stays text."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.emit.markup import element, laid_out

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'\r\n\t]]>\x00\x85\u2028\ufffe\U0001f600")),
    max_size=20,
)


def _has_only_characters(text: str) -> bool:
    try:
        etree.Element("a").text = text
    except ValueError:
        return False
    return not {"\ufffe", "\uffff"} & {*text}


@given(TEXTS, TEXTS)
def test_text_comes_back_as_it_was(content: str, value: str) -> None:
    """In an element and in an attribute; what XML has no character for is refused by name."""
    one = element("outer", [element("inner", content, {"a": value})])
    if not _has_only_characters(content + value):
        with pytest.raises(CodegenError, match="is no character of XML"):
            laid_out(one)
        return
    (inner,) = etree.fromstring(laid_out(one).encode())
    assert (content, value) == (inner.text or "", inner.get("a"))


@given(TEXTS)
@example("a:b")
def test_a_name_is_a_name(name: str) -> None:
    """What is no name makes no element and no attribute."""
    try:
        text = laid_out(element(name, (), {name: "value"}))
    except CodegenError as error:
        assert "no name of an element or attribute" in str(error)
        return
    prefix, colon, plain = name.rpartition(":")
    assume(not (prefix or name).startswith("xml"))  # these are XML's own
    space = f' xmlns:{prefix}="urn:a"' if colon else ""
    (root,) = etree.fromstring(f"<a{space}>{text}</a>".encode())
    known = f"{{urn:a}}{plain}" if colon else name
    assert (known, {known: "value"}) == (root.tag, dict(root.attrib))


@pytest.mark.parametrize("name", ["a b", "a><b", "1a", "", "a\n", "-a", "a:b:c", "xs:a\x00"])
def test_no_markup_through_a_name(name: str) -> None:
    """An element's name cannot close it, open another or hold an attribute."""
    with pytest.raises(CodegenError, match="no name of an element or attribute"):
        laid_out(element(name))
    with pytest.raises(CodegenError, match="no name of an element or attribute"):
        laid_out(element("a", (), {name: "value"}))
