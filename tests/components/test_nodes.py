"""A YAML file as nodes: what each is, where it is, and what is said of it when it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops_components import nodes as module
from twilio_ops_components.errors import ComponentError
from twilio_ops_components.nodes import (
    Node,
    Problems,
    lines_of,
    one_of,
    plain,
    read_nodes,
    unexpected,
)

HERE = Path("a.yaml")


def read(text: str) -> Node:
    """The root of a text."""
    root, problems = read_nodes(HERE, text.encode())
    assert problems.mistakes == problems.notes == []
    return root


def wrong(content: bytes) -> list[str]:
    """What is said of a file that cannot be read."""
    with pytest.raises(ComponentError) as caught:
        read_nodes(HERE, content)
    return [str(one) for one in caught.value.mistakes]


TEXT = """\
# A comment
a: 1
b:
  - x
  - {c: 'd', e: [f]}
  -
    - g
h: |
  i
j:
"""


def test_each_value_knows_its_place() -> None:
    """The line of a setting is its key's; that of an item its own."""
    root = read(TEXT)
    assert lines_of(root) == {
        "": 2, "a": 2, "b": 3, "b[0]": 4, "b[1]": 5, "b[1].c": 5, "b[1].e": 5, "b[1].e[0]": 5,
        "b[2]": 7, "b[2][0]": 7, "h": 8, "j": 10,
    }  # fmt: skip
    assert plain(root) == {"a": 1, "b": ["x", {"c": "d", "e": ["f"]}, ["g"]], "h": "i\n", "j": None}
    below = root.value
    assert isinstance(below, dict)
    assert [below[name].quoted for name in ("a", "h", "j")] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "value", "said", "quoted"),
    [
        ("on", "on", "on", False),
        ("yes", "yes", "yes", False),
        ("true", "true", True, False),
        ("false", "false", False, False),
        ("True", "True", "True", False),
        ("'true'", "true", "true", True),
        ("+13115556789", "+13115556789", "+13115556789", False),
        ("007", "007", "007", False),
        ("0", "0", 0, False),
        ("10", "10", 10, False),
        ("-1", "-1", "-1", False),
        ("1.5", "1.5", "1.5", False),
        ('"1"', "1", "1", True),
        ("1" * 18, "1" * 18, int("1" * 18), False),
        ("1" * 19, "1" * 19, "1" * 19, False),
        ("", None, None, False),
        ("~", None, None, False),
        ("null", None, None, False),
        ("'null'", "null", "null", True),
        ("''", "", "", True),
        ("2026-01-01", "2026-01-01", "2026-01-01", False),
        ("!!str 5", "5", 5, False),
    ],
)
def test_scalars_stay_the_text_that_stands_there(
    text: str, value: str | None, said: Any, quoted: bool
) -> None:
    """Only true, false and whole numbers are more, and those not in quotes."""
    found = read(f"a: {text}\n").value
    assert isinstance(found, dict)
    assert (found["a"].value, found["a"].quoted) == (value, quoted)
    assert plain(found["a"]) == said and type(plain(found["a"])) is type(said)


def test_a_file_may_begin_with_a_mark(tmp_path: Path) -> None:
    """As editors on Windows write it."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc3\xa4\n")
    assert plain(read_nodes(path)[0]) == {"a": "ä"}


def test_what_cannot_be_read_is_told_with_its_line() -> None:
    """All of a file that is not UTF-8, no YAML, too long or too deep."""
    assert wrong(b"a: \xff\n") == ["a.yaml:1: is not UTF-8 text"]
    assert wrong(b"") == ["a.yaml:1: is not YAML that can be read: it is empty"]
    assert wrong(b"# nothing\n") == ["a.yaml:1: is not YAML that can be read: it is empty"]
    assert wrong(b"a: 1\nb: [\n")[0].startswith("a.yaml:3: is not YAML: ")
    assert wrong(b"a: 1\n  b: 2\n") == [
        "a.yaml:2: is not YAML: mapping values are not allowed here"
    ]
    (control,) = wrong(b"a: \x01\n")
    assert control.startswith("a.yaml:1: is not YAML that can be read: ")
    assert len(control) <= len("a.yaml:1: is not YAML that can be read: ") + 200
    assert "\n" not in control
    assert wrong(b"a: 1\n--- \nb: 2\n")[0].startswith("a.yaml:2: is not YAML: ")
    assert wrong(b"a: &x 1\nb: *y\n") == ["a.yaml:2: is not YAML: found undefined alias 'y'"]


def test_a_file_has_so_many_bytes_and_levels_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more is refused before it is gone through."""
    assert module.MOST_BYTES == 1024 * 1024
    monkeypatch.setattr(module, "MOST_BYTES", 50)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n#" + b"x" * 44)
    assert plain(read_nodes(path)[0]) == {"a": 1}
    path.write_bytes(path.read_bytes() + b"x")
    said = ":1: is not YAML that can be read: it has more than 50 bytes"
    for content in (None, path.read_bytes()):
        with pytest.raises(ComponentError) as caught:
            read_nodes(path, content)
        assert str(caught.value) == f"{path}{said}"
    monkeypatch.undo()
    deepest = "a:\n " + "[" * 28 + "]" * 28
    assert isinstance(read(deepest).value, dict)
    assert wrong(deepest.replace("[]", "[[[]]]").encode()) == [
        "a.yaml:2: is nested deeper than 30 levels"
    ]


def test_what_yaml_has_and_a_component_does_not_is_told() -> None:
    """A name twice, keys that are no text, aliases; the rest is read."""
    root, problems = read_nodes(HERE, b"a: 1\nb: &x [1]\na: 2\n[c]: 3\nd:\n  e: *x\n  f: 4\n")
    assert [str(one) for one in problems.mistakes] == [
        "a.yaml:3: a: is there twice",
        "a.yaml:2: d.e: is an alias, which a component does not take",
    ]
    assert plain(root) == {"a": 1, "b": [1], "?": 3, "d": {"e": None, "f": 4}}
    assert lines_of(root)["?"] == 4


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "a mapping"), ([], "a list"), (None, "nothing"), ("", "''"), ("a'b", '"a\'b"'),
        ("x" * 100, "'" + "x" * 59),
    ],
)  # fmt: skip
def test_what_a_node_is_called(value: Any, kind: str) -> None:
    """A long text is cut."""
    assert Node("a", 1, value).kind == kind


def scalar(text: str | None, quoted: bool = False) -> Node:
    """A value on line 3."""
    return Node("p", 3, text, quoted)


Ask = Callable[[Problems, Node], Any]


@pytest.mark.parametrize(
    ("ask", "right", "wrong", "said"),
    [
        (
            lambda problems, node: problems.integer(node, 1, 10),
            [(scalar("1"), 1), (scalar("10"), 10), (scalar("007"), 7)],
            [scalar("0"), scalar("11"), scalar("1", True), scalar("-1"), scalar("²"), scalar("٣"), scalar("")],
            "expected a whole number from 1 to 10, not ",
        ),
        (
            lambda problems, node: problems.integer(node, 2),
            [(scalar("2"), 2), (scalar("9" * 18), int("9" * 18))],
            [scalar("1"), scalar("9" * 19), scalar(None), Node("p", 3, [])],
            "expected a whole number from 2 on, not ",
        ),
        (
            Problems.flag,
            [(scalar("true"), True), (scalar("false"), False)],
            [scalar("yes"), scalar("true", True), scalar("True"), Node("p", 3, {})],
            "expected true or false, not ",
        ),
        (
            Problems.text,
            [(scalar("x"), "x"), (scalar("1", True), "1")],
            [scalar(""), scalar(None), Node("p", 3, ["x"])],
            "expected text, not ",
        ),
        (
            Problems.mapping,
            [(Node("p", 3, {}), {})],
            [scalar("x"), Node("p", 3, [])],
            "expected a mapping, not ",
        ),
        (
            lambda problems, node: problems.sequence(node, "so many"),
            [(Node("p", 3, []), [])],
            [scalar("x"), Node("p", 3, {})],
            "expected so many, not ",
        ),
        (
            lambda problems, node: problems.choice(node, iter(["ab", "b"])),
            [(scalar("ab"), "ab"), (scalar("b", True), "b")],
            [scalar(None), scalar("xyz"), Node("p", 3, ["b"])],
            "expected ab or b, not ",
        ),
    ],
    ids=["range", "open range", "flag", "text", "mapping", "list", "choice"],
)  # fmt: skip
def test_a_value_of_another_form_is_told(
    ask: Ask, right: list[tuple[Node, Any]], wrong: list[Node], said: str
) -> None:
    """Where it is, what was expected, and what is there."""
    problems = Problems(HERE)
    for node, value in right:
        assert ask(problems, node) == value and type(ask(problems, node)) is type(value)
    assert problems.mistakes == []
    for node in wrong:
        assert ask(problems, node) is None
        assert str(problems.mistakes.pop()) == f"a.yaml:3: p: {said}{node.kind}"
    problems.raise_if_any()


def test_what_is_near_is_offered() -> None:
    """At most two names, whatever the case; of a choice, too."""
    assert one_of(["a"]) == "a" and one_of(["a", "b"]) == "a or b"
    assert one_of(iter(["a", "b", "c"])) == "a, b or c"
    assert unexpected("frm", ["To", "From"]) == "; did you mean From?"
    assert unexpected("STATUS", ["Status"]) == "; did you mean Status?"
    near = ["status1", "Status2", "status3"]
    assert unexpected("Status", near) == "; did you mean status3 or Status2?"
    assert unexpected("xyz", near) == "" == unexpected("a", [])
    problems = Problems(HERE)
    assert problems.choice(scalar("To"), ["to", "from"]) is None
    assert problems.mistakes[0].text == "expected to or from, not 'To'; did you mean to?"


def test_settings_are_known_and_those_that_are_needed_are_there() -> None:
    """What is not known is left out; all is told, in the order of the file when it is raised."""
    problems = Problems(HERE)
    node = Node("p", 2, {"a": Node("p.a", 4, "1"), "limt": Node("p.limt", 3, "1")})
    assert problems.settings(node, iter(["a", "limit"]), ["a", "b"]).keys() == {"a"}
    assert problems.settings(node, ()) == {}
    assert problems.settings(Node("p", 9, None), ["a"]) == {}
    problems.note(node, "by the way")
    assert [str(one) for one in problems.notes] == ["a.yaml:2: p: by the way"]
    with pytest.raises(ComponentError) as caught:
        problems.raise_if_any()
    assert str(caught.value).splitlines() == [
        "a.yaml:2: p: lacks b",
        "a.yaml:3: p.limt: is no setting; expected a or limit; did you mean limit?",
        "a.yaml:3: p.limt: is no setting; there is none here",
        "a.yaml:4: p.a: is no setting; there is none here",
        "a.yaml:9: p: expected a mapping, not nothing",
    ]


@settings(max_examples=40)
@given(st.recursive(st.text("ab 1:'", min_size=1) | st.integers(0, 10**17) | st.booleans(),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.text("ab", min_size=1), inner, min_size=1, max_size=3), max_leaves=8))  # fmt: skip
def test_what_json_says_is_read_as_it_is(value: Any) -> None:
    """JSON is YAML, of which a component takes what is plain."""
    root, problems = read_nodes(HERE, json.dumps({"v": value}).encode())
    assert problems.mistakes == [] and plain(root) == {"v": value}
