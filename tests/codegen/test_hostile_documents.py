"""What a document made to hurt can do: nothing but be refused, or taken as the data it is."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    document,
    imported,
    operation,
    parameter,
    record,
    ref,
    write,
)
from twilio_ops_codegen.catalog.linear import why_refused
from twilio_ops_codegen.catalog.paths import name_problem, path_problem, short, shown
from twilio_ops_codegen.importer import ImportFailed, import_documents

INJECTION = '/v1/Things/{Sid}"""\n    open("PWNED","w").write("x")\n    x = """'


@pytest.mark.parametrize(
    "path",
    [
        INJECTION,
        "/v1/{Sid",
        "/v1/{S id}",
        "/v1/{Sid}}",
        "/v1/{}",
        "/v1/../{Sid}",
        "/v1/./{Sid}",
        "/v1/%2",
        "/v1/a b",
        "/v1/a?b",
        "/v1/\u2028",
        "/v1/{\u202eSid}",
        "/" + "a" * 1_000_000,
    ],
)
def test_a_path_that_is_none_is_refused_shortly(tmp_path: Path, path: str) -> None:
    """Where it enters, by the same function in import and in load, and nothing is written."""
    made = document({path: {"get": operation("FetchThing", record(sid={"type": "string"}))}})
    with pytest.raises(ImportFailed, match="expected") as failed:
        import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)
    assert len(str(failed.value)) < 1000
    assert not (tmp_path / "catalog").exists()
    assert path_problem(path) is not None


@pytest.mark.parametrize(
    "change",
    [
        {"operationId": "A" * 1_000_000},
        {"responses": {"200": {"$ref": "#/" + "a" * 1_000_000}}},
        {"operationId": ["A" * 1_000_000]},
    ],
)
def test_what_is_far_too_long_is_refused_shortly(tmp_path: Path, change: dict[str, Any]) -> None:
    """With its line; no file is called by it, and no message is as long."""
    asked = operation("FetchThing", record(sid={"type": "string"}))
    made = document({"/v1/Things/{Sid}": {"get": {**asked, **change}}})
    with pytest.raises(ImportFailed) as failed:
        import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)
    assert all(one.line for one in failed.value.problems)
    assert len(str(failed.value)) < 10_000
    assert not (tmp_path / "catalog").exists()


@pytest.mark.parametrize(
    "path", ["/", "/v1/Things/{Sid}", "/v1/{A}/{b_c}.json", "/v1/it's(1)", "/v1/a%20b"]
)
def test_a_path_of_the_usual_kind_is_taken(path: str) -> None:
    """All characters that an address may have, and placeholders."""
    assert path_problem(path) is None


def test_a_path_begins_with_a_slash() -> None:
    """What a catalog says would be joined to the host as it is."""
    assert "expected a path that begins with /" in (path_problem("v1/Things") or "")


@pytest.mark.parametrize(
    ("problem", "longest"),
    [(path_problem, "/" + "a" * 1999), (name_problem, "a" * 200), (why_refused, "[ab]" * 250)],
    ids=["path", "name", "pattern"],
)
def test_a_text_is_taken_up_to_its_longest(
    problem: Callable[[str], str | None], longest: str
) -> None:
    """One character more is too many, and the message says how many may be."""
    assert problem(longest) is None
    assert str(len(longest)) in (problem(f"{longest}a") or "")


SHOWN = "x" * 100


@pytest.mark.parametrize(
    ("text", "quoted", "within"),
    [
        ("a b", "'a b'", "a b"),
        ("\u540d", "'\\u540d'", "'\\u540d'"),
        ("a\nb", "'a\\nb'", "'a\\nb'"),
        (SHOWN[2:], f"'{SHOWN[2:]}'", SHOWN[2:]),
        (SHOWN, f"'{SHOWN[1:]}...", SHOWN),
        (f"{SHOWN}x", f"'{SHOWN[1:]}...", f"'{SHOWN[1:]}..."),
    ],
)
def test_how_a_text_is_shown(text: str, quoted: str, within: str) -> None:
    """In ASCII that can be seen, and not longer than a line; as it is within a sentence, where it can be."""
    assert (shown(text), short(text)) == (quoted, within)


@pytest.mark.parametrize("name", ["", " ", 'a"', "a\\", "a\nb", "a\u202eb"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    """Nothing to read, what ends a text in Python, and what cannot be seen."""
    assert "expected" in (name_problem(name) or "")


@pytest.mark.parametrize("name", ["StartTime", "$ref", "a b", "a'b", "\u540d"])
def test_a_name_of_the_usual_kind_is_taken(name: str) -> None:
    """Signs, spaces and letters of any language."""
    assert name_problem(name) is None


@pytest.mark.parametrize(
    "pattern",
    ["^a{4000000000}$", "^(a+)+$", "^(0?1?2?3?4?5?a*)*x$", "(a|a)*b", "a*a*b", "(((a{400}){400}){400})",
     "(a|b|)*", "(?=a)b", "[", "[[a]", "[a--b]", "(" * 400 + ")" * 400 + "a" * 300,
     "a?" * 8, "a{0,64}a", "a*a{64}", "(ab|[ab]c)" * 7, "a{501}", "a{0,501}", "a" * 501, "(ba{0,19}){0,26}", "((ab)?)*", "(a*)*",
     r"([\x80-\xff]*\xe9)*", r"([^\xe9]*\xfc)*", r"([^a]*\xe9)*", r"([^a]*b)*", r"(\d*\u0661)*", r"(\s*\u2003)*", r"(\w*\xe9)*",
     r"(\d*1)*", r"(\s*\t)*", r"(\w*_)*", r"(\D*a)*", r"(\S*a)*", r"(\W*-)*", r"(.*a)*", r"(a?a)*", r"(a*(b|ab))*", r"(?i:a)",
     "(?i)a", "(?-i:a)", "(a?b?a)*", r"(a*\ba)*", r"(\b)*", "(ab|cd|ae)*", "(ab|[ab]c|[abc]d)" * 4, "((a[ab]?){0,2}c)*",
     "((a*a)?b)*", "(a*a){0,2}", "(a?){0,2}", "(a{500,})*", "(a*b*a)*", "(a*b?a)*", "((b?a)*a)*", "(.*~)*", r"(.*\xe9)*",
     "([^ab]*c)*", r"([^ab]*\xe9)*", r"([^\xe9a]*\xfc)*", r"([^\u06610-9]*\d)*", "([a-c]*c)*", r"([a-\x80]*\x80)*", r"(\x80*\W)*"],
)  # fmt: skip
def test_a_pattern_that_takes_long_is_refused(pattern: str) -> None:
    """Each with a reason; nothing is tried to find out."""
    assert why_refused(pattern) is not None


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("[[a]", "may mean something else in later versions of Python"),
        ("(?<=a*)b", "is no regular expression"),
        ("a{0,501}", "repeats a part more than 500 times"),
        ("(ba{0,19}){0,26}", "more than 500 characters together"),
        ("a" * 501, "needs more than 500 characters"),
        ("(?i)a", "sets flags"),
        ("(?=a)b", "looks back or ahead"),
        (r"(\b)*", "may be empty"),
        ("(a*a)*", "a repeat and what follows it begin alike"),
        ("(ab|[ab]c)*", "alternatives that begin alike"),
    ],
)
def test_why_a_pattern_is_refused(pattern: str, reason: str) -> None:
    """In words for whoever wrote it; whatever a program does with warnings, and however often it is asked."""
    for _ in range(2):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert reason in (why_refused(pattern) or "")


@pytest.mark.parametrize(
    "pattern",
    ["^AC[0-9a-fA-F]{32}$", "^(CA|CB)[0-9a-f]{32}$", "^[a-z]+(-[a-z]+)*$", r"^\+[1-9]\d{1,14}$", r".*\.json",
     "a?" * 7, "a{0,63}a", "a*a{63}", "(ab|[ab]c)" * 6, "a{500}", "a{0,500}", "a" * 500, "(ba{0,19}){0,25}", "(ab?)*",
     r"([\x80-\xff]*a)*", r"([^a]*a)*", r"(\d*a)*", r"(\s*a)*", r"(\w*-)*", r"(\D*1)*", r"(\S* )*", r"(\W*a)*", r"(a*(b|c))*",
     "a+?b", "(a?b?c)*", "(a*(c?b)a)*", "a*a{63}$", "(ab|cd)*", "(ab|[ab]c|[abc]d)" * 3, "((a[ab]?)?c)*", "(a*a)?", "(a?)?b",
     "(a{3}a)*", "a{30,60}a", "(a*b+a)*", r"(\ba)*", "((b+a)*a)*", "([^ab]*a)*", "([a-c]*d)*"],
)  # fmt: skip
def test_a_pattern_of_the_usual_kind_is_taken(pattern: str) -> None:
    """Classes, counts, alternatives, and lists of words."""
    assert why_refused(pattern) is None


def bomb(key: str) -> dict[str, Any]:
    """Fourteen schemas, each composed of six references to the next."""
    names = [f"s{number}" for number in range(14)]
    schemas: dict[str, Any] = {name: {key: [ref(after)] * 6} for name, after in pairwise(names)}
    schemas["s13"] = record(sid={"type": "string"}) | {"required": ["sid"]}
    paths = {
        "/v1/Things/{Sid}": {
            "get": operation("FetchThing", ref("s0"), parameters=[parameter("Sid", "path")])
        }
    }
    return document(paths, schemas=schemas)


@pytest.mark.parametrize("key", ["allOf", "oneOf", "anyOf"])
def test_composition_is_resolved_once_a_schema(tmp_path: Path, key: str) -> None:
    """Six to the power of fourteen references are one document's worth of steps."""
    steps = 0

    def counted(frame: Any, event: str, arg: Any) -> None:
        nonlocal steps
        steps += event == "call"
        assert steps < 2_000_000

    sys.setprofile(counted)
    try:
        found = imported(tmp_path, bomb(key))
    finally:
        sys.setprofile(None)
    assert found.report.objects == 1
