"""Templates print code; text of a catalog enters as a literal or into a docstring, or not at all."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.emit.code import Identifier, PyCode, doc, dotted, settle_docs
from twilio_ops_codegen.emit.environment import Loader, environment
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.render import render

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "tests" / "cases" / "notes" / "metadata"


def made(tmp_path: Path, text: str, **others: str) -> str:
    """What a template of the user's makes of a made-up catalog, in place of a small one of ours."""
    for name, other in others.items():
        (tmp_path / f"{name}.jinja").write_text(other, encoding="utf-8")
    (tmp_path / "tests_package.py.jinja").write_text(text, encoding="utf-8")
    (found,) = [
        file.text
        for file in render(load(CATALOG), tmp_path)
        if file.template == "tests_package.py.jinja"
    ]
    return found


@pytest.mark.parametrize(
    "printed",
    [
        "catalog.service.title",
        "catalog.service.title ~ ''",
        "catalog.service.title | upper",
        "catalog.service.format",
        "'x'",
        "[package.package]",
        "package.package | replace('a', 'b')",
        "catalog.service.title | lit | string ~ ' '",
        "package.objects | map(attribute='name') | join(', ')",
    ],
)
def test_bare_text_is_refused_with_its_line(tmp_path: Path, printed: str) -> None:
    """Whatever is no code cannot be printed, however it was made of what is."""
    with pytest.raises(CodegenError, match=r"^tests_package\.py\.jinja:3: prints the .*`\| lit`"):
        made(tmp_path, f'"""Doc."""\n\nX = {{{{ {printed} }}}}\n')


@pytest.mark.parametrize(
    ("printed", "said"),
    [("1", "the value 1"), ("[1]", "the value \\[1\\]"), ("'1'", "the text '1'")],
)
def test_what_is_printed_wrongly_is_told_by_its_kind(
    tmp_path: Path, printed: str, said: str
) -> None:
    """A number that is printed bare is no text."""
    with pytest.raises(CodegenError, match=f"prints {said}, which is no code"):
        made(tmp_path, f"X = {{{{ {printed} }}}}\n")


def test_a_filter_block_is_held_to_the_same(tmp_path: Path) -> None:
    """What a block's filter makes is printed, too."""
    with pytest.raises(CodegenError, match="prints the text"):
        made(
            tmp_path, "{% filter replace('a', catalog.service.title) %}\nx = 'a'\n{% endfilter %}\n"
        )


def test_what_templates_write_is_code(tmp_path: Path) -> None:
    """The results of macros, of blocks that are set, of calls and of includes are printed as they are."""
    text = (
        "{% from 'macros.jinja' import pair %}\n"
        "{% macro around() %}({{ caller() }}){% endmacro %}\n"
        "{% set name %}value_{{ package.package }}{% endset %}\n"
        "{{ name }} = {{ pair(catalog.service.title) }}\n"
        "{% include 'more.jinja' %}\n"
        "other = {% call around() %}{{ name }}{% endcall %}\n"
    )
    macros = "{% macro pair(text) %}({{ text | lit }}, 1){% endmacro %}\n"
    found = made(tmp_path, text, macros=macros, more="more = {{ package.package | lit }}\n")
    names = [node.id for node in ast.walk(ast.parse(found)) if isinstance(node, ast.Name)]
    package = load(CATALOG).service.package
    assert {f"value_{package}", "more", "other"} == set(names)


@pytest.mark.parametrize(
    "text",
    [
        "x = {{ catalog.service.title | doc }}\n",
        "# {{ catalog.service.title | doc }}\n",
        "x = '{{ catalog.service.title | doc }}'\n",
        'x = f"""{{ catalog.service.title | doc }}"""\n',
    ],
)
def test_text_of_docstrings_stands_in_docstrings(tmp_path: Path, text: str) -> None:
    """``doc`` makes text safe between three quotes, and so is refused in any other place."""
    with pytest.raises(CodegenError, match=r"tests_package\.py\.jinja: line 1 of it.*docstring"):
        made(tmp_path, text)


@pytest.mark.parametrize("name", ["", "a b", "class", "1a", "a.b", "x\n", "ﬁle", 'x"""', "None"])
def test_a_name_is_checked_when_it_is_made(name: str) -> None:
    """What Python would not take for that very name is refused."""
    with pytest.raises(CodegenError, match="is no name in Python"):
        Identifier(name)
    with pytest.raises(CodegenError, match="is no name in Python"):
        dotted(f"package..{name}")


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_one_docstring_and_one_literal(text: str) -> None:
    """The source around it says the same, whatever the text; the literal gives the text back."""
    source = f'def f():\n    """{doc(text)}."""\n    return {literal(text)}\n'
    settled = settle_docs(source)
    tree = ast.parse(settled)
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    docstring, answer = function.body
    assert isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant)
    assert isinstance(answer, ast.Return) and isinstance(answer.value, ast.Constant)
    assert text == answer.value.value
    assert settled.isprintable() or {"\n"} == {each for each in settled if not each.isprintable()}


def test_a_literal_of_something_else_is_refused() -> None:
    """What has no source that is known is an error, not its ``repr``."""
    for value in (object(), float("nan"), float("inf"), [PyCode]):
        with pytest.raises(TypeError, match="has no source"):
            literal(value)


@pytest.mark.parametrize(
    ("name", "is_template"),
    [
        ("README.md", False),
        ("parts/README.md", False),
        (".hidden", False),
        (".git/config", False),
        ("parts/.kept/one.jinja", False),
        ("service.py.jinja", False),  # it takes the place of ours
        ("mine.jinja", True),
        ("read.md", True),
        ("parts/two.jinja", True),
        ("parts.git/two.jinja", True),
        ("parts/service.py.jinja", True),
    ],
)
def test_a_file_that_nothing_uses_is_a_template_or_none(
    tmp_path: Path, name: str, is_template: bool
) -> None:
    """Hidden files, what is in hidden folders, and pages about a folder are none; all else has to be used."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("X = 1\n", encoding="utf-8")
    loader = Loader(tmp_path)
    if is_template:
        with pytest.raises(CodegenError, match=f"^{re.escape(str(path))}: nothing uses this file"):
            loader.check_used()
        environment(loader, None).get_template(name)
    loader.check_used()


@pytest.mark.slow
def test_what_templates_lie_beside_is_no_template(tmp_path: Path) -> None:
    """A folder of a user's may have a page about itself, and folders; any other file has to be used."""
    (tmp_path / "README.md").write_text("Ours.\n", encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.jinja").write_text("X = 1\n", encoding="utf-8")
    assert "X = 1" in made(tmp_path, '"""Doc."""\n{% include "parts/one.jinja" %}\n')
    (tmp_path / "parts" / "two.jinja").write_text("X = 2\n", encoding="utf-8")
    with pytest.raises(CodegenError, match=r"parts/two\.jinja"):
        made(tmp_path, '"""Doc."""\n{% include "parts/one.jinja" %}\n')
