"""Reading YAML: plain values, each mistake with its line, and never more than the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import DEPTH, Tree, read


def tree(tmp_path: Path, text: str | bytes) -> tuple[Tree | None, list[str]]:
    """What a file's text gives, and what is wrong with it."""
    path = tmp_path / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    mistakes: list[Mistake] = []
    return read(path, "file.yaml", mistakes), [str(mistake) for mistake in mistakes]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "a: 1\na: 2\nb: 3\na: 4\n",
            {"a": 1, "b": 3},
            ["2: a: stands twice", "4: a: stands twice"],
        ),
        ("a: 2031-99-99\nb: 3\n", {"b": 3}, ["1: a: is '2031-99-99', which YAML takes for a"]),
        (
            "b: 3\na: !!int x\nc: !d [1]\n",
            {"b": 3},
            ["2: a: has the tag", "3: c: has the tag '!d'"],
        ),
        ("a: {<<: x}\nb: 3\n", {"a": {}, "b": 3}, ["1: a: is '<<', which YAML takes for a merge"]),
        ("? [a]\n: c\nb: 3\n", {"b": 3}, ["1: has a key that is not plain text"]),
        ("a: *x\nb: 3\n", {"b": 3}, ["1: a: is an alias of x, which stands nowhere before"]),
        ("a: &a [*a]\nb: 3\n", {"b": 3}, ["1: a/0: holds itself through an alias"]),
        ("a: [1, *x]\nb: 3\n", {"b": 3}, ["1: a/1: is an alias of x, which stands nowhere before"]),
        ("a: 1\n---\nb: 1\n", {"a": 1}, ["2: begins another document; expected one a file"]),
    ],
)
def test_what_is_wrong_is_left_out_and_the_rest_is_read(
    tmp_path: Path, text: str, value: object, expected: list[str]
) -> None:
    """Each mistake has its line; none ends the reading."""
    found, mistakes = tree(tmp_path, text)
    assert found is not None and value == found.value
    assert len(expected) == len(mistakes)
    for message, mistake in zip(expected, mistakes, strict=True):
        assert mistake.startswith(f"file.yaml:{message}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"a: 1\nb: caf\xe9\n", "file.yaml:2: is not UTF-8 text: "),
        ("é: 1\nb: 2\nc: \x07\n".encode(), "file.yaml:3: is not YAML: the character #x0007"),
        (b"a: [\n", "file.yaml:2: is not YAML: "),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, text: bytes, expected: str) -> None:
    """By line, also where the text is no text."""
    found, mistakes = tree(tmp_path, text)
    assert found is None
    (mistake,) = mistakes
    assert mistake.startswith(expected)


def test_a_folder_and_a_link_that_leads_nowhere_are_mistakes(tmp_path: Path) -> None:
    """What is no file is named, like a file with mistakes."""
    (tmp_path / "link.yaml").symlink_to("nowhere")
    mistakes: list[Mistake] = []
    assert read(tmp_path, "folder.yaml", mistakes) is None
    assert read(tmp_path / "link.yaml", "link.yaml", mistakes) is None
    assert [
        "folder.yaml: cannot be read: is a directory",
        "link.yaml: cannot be read: no such file or directory",
    ] == [str(mistake) for mistake in mistakes]


def test_an_alias_is_what_it_stands_for(tmp_path: Path) -> None:
    """A value of its own, whose places are where it was written out."""
    found, mistakes = tree(tmp_path, "a: &x\n  b: [1, 2]\nc: *x\n")
    assert found is not None and not mistakes
    assert {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}} == found.value
    assert found.value["a"]["b"] is not found.value["c"]["b"]
    assert ("file.yaml", 3) == found.mark(("c",))
    assert ("file.yaml", 2) == found.mark(("c", "b"))


def test_a_few_lines_of_aliases_make_no_endless_file(tmp_path: Path) -> None:
    """That is said once, and costs nothing."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    found, mistakes = tree(tmp_path, "\n".join(lines))
    assert found is not None and ["a0", "a1", "a2", "a3"] == list(found.value)
    (mistake,) = mistakes
    assert "values through aliases" in mistake


@pytest.mark.parametrize("depth", [DEPTH, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_what_is_nested_too_deeply_is_a_mistake(
    tmp_path: Path, depth: int, opening: str, closing: str
) -> None:
    """Whatever the depth; nothing more of the file is read."""
    found, mistakes = tree(tmp_path, f"a: {opening * depth}{closing * depth}\nb: 1\n")
    assert found is None
    (mistake,) = mistakes
    assert f"is nested too deeply; expected at most {DEPTH} levels" in mistake


def test_a_key_that_is_nested_too_deeply_is_a_mistake(tmp_path: Path) -> None:
    """It is none anyway."""
    found, mistakes = tree(tmp_path, f"? {'[' * 9999}{']' * 9999}\n: 1\n")
    assert found is None
    assert ["file.yaml:1: has a key that is not plain text"] == mistakes
