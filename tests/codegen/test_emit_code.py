"""Code and markup as the generator writes them, character by character, and what is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.emit.code import Identifier, PyCode, doc, dotted, joined, settle_docs
from twilio_ops_codegen.emit.environment import Loader, environment
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.markup import element, laid_out
from twilio_ops_codegen.emit.render import RenderedFile, behaviour_file


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (None, "None"),
        (True, "True"),
        (1, "1"),
        (1.5, "1.5"),
        ("a", '"a"'),
        ("it's", '"it\'s"'),
        ('a"b', "'a\"b'"),
        ("\n", '"\\n"'),
        ((), "()"),
        (("a",), '("a",)'),
        (("a", 1), '("a", 1)'),
        ([], "[]"),
        (["a"], '["a"]'),
        ({}, "{}"),
        ({"b": [1], "a": None}, '{"b": [1], "a": None}'),
    ],
)
def test_a_literal_is_as_black_writes_it(value: object, source: str) -> None:
    """In the order that it has."""
    assert literal(value) == source


REFUSED = {
    "name": (lambda: Identifier("a b"), "'a b' is no name in Python"),
    "word": (lambda: dotted("a.class"), "'class' is no name in Python"),
    "character": (lambda: laid_out(element("a", "\0")), "'\\x00' is no character of XML"),
    "element": (lambda: element("a b"), "'a b' is no name of an element or attribute"),
    "literal": (lambda: literal({1}), "{1} has no source; expected text, a finite number, a list or a mapping"),
    "code": (lambda: joined([PyCode("a"), "b"]), "'b' is no code; expected names, or what `lit` makes"),
    "mark": (
        lambda: settle_docs(f'x = 1\n"""{doc("a")}"""\ny = {doc("b")}\n'),
        "line 3 of it, 'y = b', has the text of a docstring elsewhere; `doc` is for the inside of \"\"\" and nothing else",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_whole(name: str) -> None:
    """What it is, and what was expected."""
    make, said = REFUSED[name]
    with pytest.raises((CodegenError, TypeError, ValueError)) as caught:
        make()
    assert str(caught.value) == said


def test_names_stay_names() -> None:
    """One that is checked is taken as it is; several have dots or commas between them."""
    name = Identifier("a")
    assert Identifier(name) is name
    assert (dotted("a.b.c"), joined([name, PyCode("b")]), joined([])) == ("a.b.c", "a, b", "")


def test_an_element_is_a_line() -> None:
    """What it holds is two spaces further in; what is said of it stands in one line."""
    said = element("xs:annotation", [element("xs:documentation", "A & B."), element("c")])
    made = element("a", [said, element("b", [element("c", (), {"d": "<\t"}), element("e", "f")])])
    assert laid_out(made) == (
        "<a>\n"
        "  <xs:annotation><xs:documentation>A &amp; B.</xs:documentation><c/></xs:annotation>\n"
        "  <b>\n"
        '    <c d="&lt;&#9;"/>\n'
        "    <e>f</e>\n"
        "  </b>\n"
        "</a>\n"
    )


def test_a_docstring_is_wrapped_beneath_itself() -> None:
    """At 98 columns, the lines behind the first as far in as it; a word is never cut."""
    words = " ".join(["word"] * 30)
    assert settle_docs(f'"""{doc(words, 8)}"""') == (
        f'"""{" ".join(["word"] * 18)}\n        {" ".join(["word"] * 12)}"""'
    )
    long = "a-" * 60
    assert settle_docs(f'"""{doc(long)}"""') == f'"""{long}"""'
    assert settle_docs(f'"""{doc(words, wrap=False)}"""') == f'"""{words}"""'
    assert settle_docs("x = 1\n") == "x = 1\n"


TEMPLATES = {
    "  {% if true %}\n{{ 'x' | lit }}\n  {% endif %}\n": '"x"\n',
    "{{ 'SomeName' | snake }} {{ 'some_name' | pascal }}": "some_name SomeName",
    "{% for one in [1, 2] %}\n{{ one | lit }},\n{% endfor %}\nend\n\n": "1,\n2,\nend\n\n",
    "{% filter lit %}a{% endfilter %}{% set x = 1 %}{{ x | lit }}": '"a"1',
    "{% filter lit %} {% for x in [1, 2] %}{{ x | lit }}{% endfor %} {% endfilter %}{{ '<' | lit }}": '" 12 ""<"',
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_templates_are_laid_out_as_their_text(text: str, tmp_path: Path) -> None:
    """A line of a statement leaves nothing, the last line end stays, and nothing is escaped."""
    (tmp_path / "one.jinja").write_text(text, encoding="utf-8")
    made = environment(Loader(tmp_path), None)
    assert made.get_template("one.jinja").render() == TEMPLATES[text]


def test_what_a_template_lacks_is_said(tmp_path: Path) -> None:
    """A variable that is not there is none that is empty; a name is one in Python."""
    made = environment(Loader(tmp_path), None)
    for text, said in (
        ("{{ missing }}", "'missing' is undefined"),
        ("{{ missing | lit }}", "'missing' is undefined"),
        ("{{ '1a' | pascal }}", "'1a' is no part of a name in Python"),
    ):
        with pytest.raises(Exception) as caught:
            made.from_string(text).render()
        assert str(caught.value) == said


def test_what_is_said_of_behaviour_is_handed_on() -> None:
    """A value a line, letters as they are, and the files that it was made from; nothing makes no file."""
    (found,) = behaviour_file({"a": ["\xfc", 1], "b": {}}, "acme_ops")
    assert found == RenderedFile(
        "acme_ops/_behaviour.json",
        '{"a":["\xfc",\n1],\n"b":{}}\n',
        "",
        (),
        ("behaviour/a.yaml", "behaviour/b.yaml"),
    )
    assert list(behaviour_file({}, "acme_ops")) == []
