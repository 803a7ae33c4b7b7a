"""The command ``changes``, line by line: what it says beside its report, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codegen.importer_support import CONVENTIONS, Node, document, operation, record, write
from tests.codegen.test_changes_cli import PYPROJECT, add_sender, catalog_files
from twilio_ops_codegen.__main__ import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog as it was; the working folder is the project whose catalog has one new parameter."""
    for folder in ("old", "project/metadata"):
        for file, text in catalog_files().items():
            path = tmp_path / folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    project = tmp_path / "project"
    (project / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (project / "changelog.d").mkdir()
    add_sender(project / "metadata")
    monkeypatch.chdir(project)
    return tmp_path / "old"


def said(capsys: Capture, *arguments: object) -> tuple[int, list[str], list[str]]:
    """The command's exit code, what it prints at the end, and what it says beside that."""
    capsys.readouterr()
    code = main(["changes", *map(str, arguments)])
    out, err = capsys.readouterr()
    behind = out.rpartition("┘\n")[2]
    return code, behind.splitlines(), err.splitlines()


VERDICT = "Verdict: compatible (1 compatible)."


def test_what_was_taken_is_said(old: Path, capsys: Capture) -> None:
    """The version, what is judged by, and what is accepted; as paths from the working folder."""
    step = f"{VERDICT} 1.4.2 -> 1.5.0 (minor)."
    took = "took: version 1.4.2, suppressions none"
    assert said(capsys, old) == (0, [step], [took])
    assert said(capsys, old, "metadata") == (0, [step], [took])
    released = "took: version 1.4.2, changelog changelog.d, suppressions none"
    nothing = (
        "Contradiction: changelog.d announces nothing, and the changes are compatible: write a"
        " fragment with --fragment changelog.d/NAME."
    )
    code, lines, beside = said(capsys, old, "--check-release")
    assert (code, lines[0], " ".join(lines[1:]), beside) == (1, step, nothing, [released])
    assert said(capsys, old, "--check-release", "--next", "1.5.0", "--format", "github")[2] == [
        released
    ]
    assert said(capsys, old, "--fragment", "changelog.d/new") == (0, [step], [took])
    assert Path("changelog.d/new.changed.md").is_file()
    given = "took: version 1.0.0, suppressions none"
    assert said(capsys, old, "--version", "1.0.0")[2] == [given]
    Path("pyproject.toml").unlink()
    unknown = "took: version unknown, suppressions none"
    assert said(capsys, old) == (0, [VERDICT], [unknown])


def test_accepted_changes_are_those_of_a_file_or_of_the_later_catalog(
    old: Path, capsys: Capture
) -> None:
    """Which of them is said; one that is named has to be there, the catalog's own need not."""
    row = "- {rule: parameter-added-optional, place: Parcel/*, reason: Agreed., expires: 2999-01-01}\n"
    for path, options in (
        (Path("metadata/suppressions.yaml"), []),
        (Path("mine.yaml"), ["--suppressions", "mine.yaml"]),
    ):
        path.write_text(row, encoding="utf-8")
        code, _, beside = said(capsys, old, "--fail-on", "documentation", *options)
        assert (code, beside) == (0, [f"took: version 1.4.2, suppressions {path}"])
        path.unlink()
    assert said(capsys, old, "--suppressions", "mine.yaml") == (
        2, [], ["mine.yaml: there is no such file of suppressions"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "codes"),
    [("never", (0, 0)), ("breaking", (0, 1)), ("compatible", (1, 1)), ("documentation", (1, 1))],
)
def test_a_limit_is_what_a_change_fails_on(
    old: Path, capsys: Capture, limit: str, codes: tuple[int, int]
) -> None:
    """As severe as it, or worse: here a compatible change, and the other way round a breaking one."""
    assert said(capsys, old, "metadata", "--fail-on", limit)[0] == codes[0]
    assert said(capsys, "metadata", old, "--fail-on", limit)[0] == codes[1]


REFUSED: dict[str, tuple[list[str], str]] = {
    "no changelog": (
        ["--check-release", "--changelog", "none"],
        "--check-release: none is no folder of changelog fragments. Give --changelog, or set `changelog` in [tool.twilio-ops]",
    ),
    "no folder for a fragment": (["--fragment", "none/x"], "none: there is no such folder"),
    "no version": (["--version", "a"], "--version: 'a' is no version; expected one such as 1.4.0"),
    "no next version": (["--next", "a"], "--next: 'a' is no version; expected one such as 1.4.0"),
    "no day": (["--today", "x"], "--today: 'x' is no day; expected one such as 2031-01-31"),
    "too small a kind": (
        ["--fragment", "changelog.d/x.fixed.md"],
        "changelog.d/x.fixed.md: a fragment of kind fixed cannot announce compatible changes; expected changed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_with_an_option_is_said(old: Path, capsys: Capture, name: str) -> None:
    """In one line, and nothing is reported."""
    options, expected = REFUSED[name]
    assert said(capsys, old, *options) == (2, [], [expected])


def test_a_release_of_which_nothing_is_known_is_not_judged(old: Path, capsys: Capture) -> None:
    """It is said which version is missing, and how it is given."""
    Path("pyproject.toml").unlink()
    lacking = (
        "--check-release: there is no version to judge: pyproject.toml has no project.version."
    )
    given = ["--check-release"]
    for option in ("--version", "--next"):
        assert said(capsys, old, *given) == (2, [], [f"{lacking} Give {option}"])
        given += [option, "1.0.0"]
    assert said(capsys, old, *given)[0] == 1
    missing = "OLD is missing: a folder, a git revision or an OpenAPI document"
    assert said(capsys) == (2, [], [missing])


def test_what_is_taken_in_a_simpler_form_is_noted_where_it_differs(
    old: Path, tmp_path: Path, capsys: Capture
) -> None:
    """On which side; what both say is not."""
    odd: Node = {"type": "string", "not": {"const": 1}}
    paths = [
        write(
            tmp_path,
            document({"/v1/Things": {"get": operation("FetchThing", record(**fields))}}),
            name,
        )
        for name, fields in (("one", {"a": odd}), ("two", {"a": odd, "b": odd}))
    ]
    one, two = paths
    took = f"took: version 1.4.2, suppressions none, conventions {CONVENTIONS}"
    for sides, how in (((one, two), "newly"), ((two, one), "no longer")):
        assert said(capsys, *sides, "--conventions", CONVENTIONS)[2] == [
            took,
            f"compared by digest alone, as a catalog has no place for it; {how} said of {two}:"
            " FetchThing/answer/b says not; taken without",
        ]
