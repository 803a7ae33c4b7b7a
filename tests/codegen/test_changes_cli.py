"""The command ``changes``: folders, revisions and documents, reports, releases, and bad input."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.yaml_loader import Loader
from twilio_ops_codegen.changes.changelog import KINDS
from twilio_ops_codegen.changes.example import PATH as EXAMPLE
from twilio_ops_codegen.changes.rules import RULES

ROOT = Path(__file__).resolve().parent.parent.parent
Row = dict[str, Any]
PYPROJECT = '[project]\nname = "parcel-ops"\nversion = "1.4.2"\n'


@cache
def catalog_files() -> dict[str, str]:
    """The files of the made-up catalog."""
    value = yaml.load(EXAMPLE.read_text(encoding="utf-8"), Loader=Loader)
    rows = {"catalog.yaml": value["service"], "errors.yaml": value["errors"]}
    rows |= {f"api/v1/{name}.yaml": row for name, row in value["objects"].items()}
    return {file: yaml.safe_dump(row, sort_keys=False) for file, row in rows.items()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the made-up catalog, a version and a changelog."""
    folder = tmp_path / "project"
    for file, text in catalog_files().items():
        path = folder / "metadata" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "changelog.d").mkdir()
    return folder


@pytest.fixture
def old(project: Path, tmp_path: Path) -> Path:
    """A copy of the catalog as it was."""
    folder = tmp_path / "old"
    shutil.copytree(project / "metadata", folder)
    return folder


def run(project: Path, *arguments: object) -> int:
    """Runs the command in a project; its exit code."""
    texts = [str(argument) for argument in arguments]
    places = ["--catalog", str(project / "metadata"), "--changelog", str(project / "changelog.d")]
    return main(["changes", *texts, *places, "--today", "2031-05-05"])


def edit(folder: Path, change: Callable[[Row], object], file: str = "api/v1/Parcel.yaml") -> None:
    """Changes the row that a catalog's file holds."""
    path = folder / file
    row = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    change(row)
    path.write_text(yaml.safe_dump(row, sort_keys=False), encoding="utf-8")


def parameters(row: Row) -> Row:
    """The parameters of an object's Create."""
    found = row["actions"]["Create"]["parameters"]
    assert isinstance(found, dict)
    return found


def remove_locker(folder: Path) -> None:
    """A breaking change: Create no longer takes Locker."""
    edit(
        folder, lambda row: (parameters(row).pop("Locker"), row["actions"]["Create"].pop("either"))
    )


def add_sender(folder: Path) -> None:
    """A compatible change: Create takes Sender."""
    edit(folder, lambda row: parameters(row).update(Sender={"type": "string"}))


def add_note(folder: Path) -> None:
    """A change of documentation."""
    edit(folder, lambda row: row.update(note="Handed in at a counter."))


def set_version(project: Path, version: str) -> None:
    """Sets the version of the package."""
    text = PYPROJECT.replace("1.4.2", version)
    (project / "pyproject.toml").write_text(text, encoding="utf-8")


def flat(text: str) -> str:
    """A report without the frames and line ends of its tables."""
    return " ".join(text.replace("│", " ").split())


def git(folder: Path, *arguments: str) -> str:
    """Runs git."""
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
    done = subprocess.run(
        ["git", *who, "-c", "commit.gpgsign=false", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(folder: Path) -> None:
    """Commits everything."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "step")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_no_changes(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said in two words, exit code 0, and no fragment to write."""
    fragment = project / "changelog.d" / "catalog"
    assert run(project, old, "--fail-on", "documentation", "--fragment", fragment) == 0
    assert capsys.readouterr().out == "No changes.\n"
    assert list((project / "changelog.d").iterdir()) == []
    for report in ("markdown", "json"):
        assert run(project, old, "--format", report, "--check-release") == 0
    assert '"changes": []' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "worst", "step", "after"),
    [
        (remove_locker, "breaking", "major", "2.0.0"),
        (add_sender, "compatible", "minor", "1.5.0"),
        (add_note, "documentation", "patch", "1.4.3"),
    ],
)
def test_verdict_and_exit_codes(
    project: Path,
    old: Path,
    capsys: pytest.CaptureFixture[str],
    change: Any,
    worst: str,
    step: str,
    after: str,
) -> None:
    """The worst change decides the release; --fail-on decides what fails."""
    change(project / "metadata")
    order = ["documentation", "compatible", "breaking", "never"]
    for limit in order:
        fails = order.index(worst) >= order.index(limit)
        assert int(fails) == run(project, old, "--fail-on", limit, "--format", "json")
        verdict = json.loads(capsys.readouterr().out)["verdict"]
        assert worst == verdict["severity"]
        assert ("1.4.2", after, step) == (verdict["version"], verdict["next"], verdict["step"])


def test_a_change_in_json(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every change says what, where, from what to what, and what it does to whom."""
    remove_locker(project / "metadata")
    assert run(project, old, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    found = {change["rule"]: change for change in report["changes"]}
    assert {"parameter-removed", "either-group-relaxed"} == set(found)
    removed = found["parameter-removed"]
    assert removed["severity"] == "breaking"
    assert (removed["object"], removed["action"]) == ("Parcel", "Create")
    assert removed["place"] == "Parcel/actions/Create/parameters/Locker"
    assert removed["old"] == {"type": "string", "name": "locker"}
    assert removed["new"] is None
    assert {"python", "requests", "responses", "wire", "documentation"} == set(removed["effects"])
    assert removed["effects"]["responses"] is None
    assert removed["effects"]["requests"]["severity"] == "breaking"


def test_fingerprints_name_a_change_in_every_run(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same whatever else changes, and another one as soon as the change is another."""

    def fingerprints() -> dict[str, str]:
        run(project, old, "--format", "json")
        found = json.loads(capsys.readouterr().out)["changes"]
        return {change["rule"]: change["fingerprint"] for change in found}

    remove_locker(project / "metadata")
    first = fingerprints()
    assert fingerprints() == first
    assert len(set(first.values())) == len(first)
    add_note(project / "metadata")
    add_sender(project / "metadata")
    assert first.items() < fingerprints().items()
    edit(old, lambda row: parameters(row)["Locker"].update(required=True))
    other = fingerprints()
    assert other["parameter-removed"] != first["parameter-removed"]
    assert other["either-group-relaxed"] == first["either-group-relaxed"]
    run(project, old, "--format", "markdown")
    assert f"| parameter-removed | {other['parameter-removed']} |" in capsys.readouterr().out


def test_the_version_is_that_beside_the_earlier_catalog(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or, where none is beside it, that of the project."""
    release = tmp_path / "release"
    shutil.copytree(project / "metadata", release / "metadata")
    add_sender(project / "metadata")

    def version() -> str:
        run(project, release / "metadata", "--format", "json")
        return str(json.loads(capsys.readouterr().out)["verdict"]["version"])

    assert version() == "1.4.2"
    (release / "pyproject.toml").write_text(PYPROJECT.replace("1.4.2", "1.3.0"), encoding="utf-8")
    assert version() == "1.3.0"


def test_a_table_is_as_wide_as_the_terminal(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And 120 characters where its width is not known, or what is written is no terminal."""
    add_sender(project / "metadata")

    def unknown(_: int) -> NoReturn:
        raise OSError

    def width() -> int:
        run(project, old)
        return max(map(len, capsys.readouterr().out.splitlines()))

    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("os.get_terminal_size", unknown)
    monkeypatch.setenv("COLUMNS", "90")
    assert width() == 120
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert width() == 90
    monkeypatch.delenv("COLUMNS")
    assert width() == 120


def test_a_change_is_located_on_both_sides(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File and line of the row itself, or of what would hold it; overlays and revisions included."""

    def line(path: Path, words: str, before: str = "") -> int:
        text = path.read_text(encoding="utf-8")
        return text[: text.index(words, text.index(before))].count("\n") + 1

    commit(project)
    metadata = project / "metadata"
    edit(metadata, lambda row: row["enums"]["status"].remove("carried"))
    edit(metadata, lambda row: row["fields"].update(colour={"type": "string"}))
    edit(metadata, lambda row: row.update(host="post.example"), "catalog.yaml")
    (metadata / "overlays").mkdir()
    (metadata / "overlays" / "notes.yaml").write_text(
        "- object: Depot\n  reason: r\n  source: s\n  set:\n    note: Open at night.\n",
        encoding="utf-8",
    )
    assert run(project, "HEAD", "--format", "json") == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    found = {change["rule"]: change["locations"] for change in changes}
    parcel = metadata / "api" / "v1" / "Parcel.yaml"
    was = old / "api" / "v1" / "Parcel.yaml"
    assert found["enum-value-removed"] == {
        "old": {
            "file": "HEAD:metadata/api/v1/Parcel.yaml",
            "line": line(was, "- carried", "enums:"),
        },
        "new": {"file": str(parcel), "line": line(parcel, "status:", "enums:")},
    }
    assert found["field-added"] == {
        "old": {"file": "HEAD:metadata/api/v1/Parcel.yaml", "line": line(was, "fields:")},
        "new": {"file": str(parcel), "line": line(parcel, "colour:")},
    }
    assert found["note-changed"]["new"] == {
        "file": str(metadata / "overlays" / "notes.yaml"),
        "line": 5,
    }
    assert found["host-changed"]["new"] == {
        "file": str(metadata / "catalog.yaml"),
        "line": line(metadata / "catalog.yaml", "host:"),
    }
    for report in ("table", "markdown"):
        run(project, "HEAD", "--format", report)
        assert f"{parcel.name}:{line(parcel, 'colour:')}" in flat(capsys.readouterr().out)


def test_a_verdict_for_one_audience(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an audience does not see is no change for it, and what it sees counts as it does there."""
    edit(project / "metadata", lambda row: row.update(host="post.example"), "catalog.yaml")
    edit(project / "metadata", lambda row: parameters(row).update(Sender={"type": "string"}))
    expected = {"wire": ("breaking", 2), "xml": ("compatible", 1), "python": ("compatible", 1)}
    for audience, (severity, count) in expected.items():
        code = run(project, old, "--for", audience, "--fail-on", "breaking", "--format", "json")
        report = json.loads(capsys.readouterr().out)
        assert code == int(severity == "breaking"), audience
        assert report["verdict"]["for"] == audience
        assert report["verdict"]["severity"] == severity
        assert len(report["changes"]) == count
        for change in report["changes"]:
            worst = [one["severity"] for one in change["effects"].values() if one is not None]
            assert change["severity"] in worst
    run(project, old, "--for", "python")
    assert "Verdict for python: compatible" in capsys.readouterr().out
    edit(project / "metadata", lambda row: parameters(row).pop("Sender"))
    run(project, old, "--for", "python")
    assert capsys.readouterr().out == "No changes for python.\n"


def test_a_change_is_suppressed_by_its_fingerprint(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """That one alone; a row says either a fingerprint or a rule and a place."""
    remove_locker(project / "metadata")
    run(project, old, "--format", "json")
    changes = json.loads(capsys.readouterr().out)["changes"]
    (mark,) = [one["fingerprint"] for one in changes if one["rule"] == "parameter-removed"]
    path = project / "metadata" / "suppressions.yaml"
    row = f"- fingerprint: '{mark}'\n  reason: Lockers never existed.\n  expires: 2031-05-05\n"
    path.write_text(row, encoding="utf-8")
    assert run(project, old, "--fail-on", "breaking", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["fingerprint"] for one in report["suppressed"]] == [mark]
    path.write_text(f"{row}  place: Parcel/*\n", encoding="utf-8")
    assert run(project, old) == 2
    assert "0/place: stands beside a fingerprint" in capsys.readouterr().err
    path.write_text(row.replace(mark, "0123456789ab"), encoding="utf-8")
    assert run(project, old) == 2
    assert "is stale: no change with the fingerprint 0123456789ab" in capsys.readouterr().err


def test_a_rename_is_suggested_and_not_assumed(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A removal stays one, and says beside it what it perhaps became."""
    edit(
        project / "metadata",
        lambda row: parameters(row).update(Recipients=parameters(row).pop("Recipient")),
    )
    assert run(project, old, "--format", "json") == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    place = "Parcel/actions/Create/parameters"
    assert {
        "parameter-removed": f"{place}/Recipients",
        "parameter-added-required": f"{place}/Recipient",
    } == {change["rule"]: change["rename"] for change in changes}
    assert run(project, old) == 0
    assert "perhaps a rename" in capsys.readouterr().out


@pytest.mark.parametrize("report", ["table", "markdown"])
def test_reports_for_people(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str], report: str
) -> None:
    """Sentences, effects and the verdict, worst first, without colour where nobody looks."""
    remove_locker(project / "metadata")
    add_sender(project / "metadata")
    assert run(project, old, "--format", report) == 0
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert text.casefold().index("breaking") < text.casefold().index("compatible")
    assert "XML request documents" in flat(text)
    assert "parameter-removed" in text
    assert "1.4.2 -> 2.0.0 (major)" in text


def test_the_same_change_in_many_objects_is_told_once(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In reports for people; in JSON every change stands on its own."""
    edit(project / "metadata", lambda row: row["keys"]["DepotSid"]["prefixes"].append("DX"))
    edit(project / "metadata", lambda row: row["enums"]["status"].extend(["lost", "found"]))
    same = {"fields": {"colour": {"type": "string"}}}
    for name in ("Parcel", "Depot"):
        file = f"api/v1/{name}.yaml"
        edit(project / "metadata", lambda row: row["fields"].update(same["fields"]), file)
    run(project, old, "--format", "json")
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 5
    run(project, old, "--format", "markdown")
    text = capsys.readouterr().out
    assert "Likewise in `Parcel`." in text
    assert "has the values `lost`, `found`." in text


def test_the_fragment_is_written_for_people(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named by its kind, in sentences, saying what those must do who are broken."""
    remove_locker(project / "metadata")
    add_sender(project / "metadata")
    assert run(project, old, "--fragment", project / "changelog.d" / "catalog") == 0
    text = (project / "changelog.d" / "catalog.breaking.md").read_text(encoding="utf-8")
    assert "- `CreateParcel` no longer takes `Locker`. (typed Python code: calls that give" in text
    assert "- `CreateParcel` takes `Sender` (string).\n" in text
    assert text.index("no longer takes") < text.index("takes `Sender`")
    capsys.readouterr()
    assert run(project, old, "--fragment", project / "changelog.d" / "catalog.added.md") == 2
    assert "cannot announce breaking changes" in capsys.readouterr().err
    assert run(project, old, "--fragment", project / "nowhere" / "catalog") == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_breaking_change_needs_an_announcement(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a breaking fragment, or with too small a version, the release is contradicted."""
    remove_locker(project / "metadata")
    assert run(project, old, "--check-release", "--format", "markdown") == 1
    text = capsys.readouterr().out
    assert "changelog.d announces nothing, and the changes are breaking" in text
    (project / "changelog.d" / "sender.added.md").write_text(
        "A sender can be given.\n", encoding="utf-8"
    )
    assert run(project, old, "--check-release") == 1
    assert "announces nothing worse than compatible" in flat(capsys.readouterr().out)
    assert (
        run(project, old, "--check-release", "--fragment", project / "changelog.d" / "locker") == 0
    )
    assert run(project, old, "--check-release") == 0
    for version, code in (("1.5.0", 1), ("1.4.1", 1), ("2.0.0", 0), ("3.0.0", 0)):
        assert code == run(project, old, "--check-release", "--next", version), version
    assert "version 1.5.0 cannot hold breaking changes since 1.4.2" in flat(capsys.readouterr().out)
    assert run(project, old, "--check-release", "--version", "0.3.0", "--next", "0.4.0") == 0
    assert run(project, old, "--check-release", "--version", "0.3.0", "--next", "0.3.1") == 1


def test_a_release_without_a_changelog_is_not_judged(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the fragments should be is named."""
    (project / "changelog.d").rmdir()
    assert run(project, old, "--check-release") == 2
    assert "is no folder of changelog fragments" in flat(capsys.readouterr().err)


@pytest.mark.slow
def test_the_rules_can_be_read_without_catalogs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every rule is told with its title, in a folder that has no catalog."""
    monkeypatch.chdir(tmp_path)
    assert main(["changes", "--rules"]) == 0
    text = capsys.readouterr().out
    for rule in RULES:
        assert f"### {rule.id}" in text
        assert rule.title.replace("`", "") in text.replace("`", "")


def test_kinds_of_fragments(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind announces what it says; a file with another name is a mistake."""
    add_sender(project / "metadata")
    for kind in KINDS:
        path = project / "changelog.d" / f"sender.{kind}.md"
        path.write_text("text\n", encoding="utf-8")
        code = run(project, old, "--check-release")
        assert int(kind in ("fixed", "documentation")) == code, kind
        path.unlink()
    (project / "changelog.d" / "README.md").write_text("How to\n", encoding="utf-8")
    assert run(project, old, "--check-release") == 1
    capsys.readouterr()
    (project / "changelog.d" / "sender.new.md").write_text("text\n", encoding="utf-8")
    assert run(project, old, "--check-release") == 2
    assert "NAME.KIND.md with a kind of breaking, removed, added" in capsys.readouterr().err


def test_suppressed_changes_do_not_count(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are shown with their reason, and decide nothing."""
    remove_locker(project / "metadata")
    path = project / "metadata" / "suppressions.yaml"
    path.write_text(
        "- rule: parameter-removed\n"
        "  place: Parcel/*/Locker\n"
        "  reason: Lockers never existed.\n"
        "  expires: 2031-05-05\n",
        encoding="utf-8",
    )
    assert (
        run(project, old, "--fail-on", "breaking", "--check-release", "--format", "json") - 1 == 0
    )
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"]["severity"] == "compatible"
    assert report["suppressed"][0]["reason"] == "Lockers never existed."
    assert run(project, old, "--fail-on", "breaking") == 0
    assert "Lockers never existed. (until 2031-05-05)" in capsys.readouterr().out
    assert run(project, old, "--format", "markdown") == 0
    assert "## Suppressed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("expires: 2031-05-04", "suppressions.yaml:4: 0/expires: has expired on 2031-05-04"),
        ("expires: soon", "0/expires: is missing or no day"),
        ("expires: 2031-05-05\n  by: me", "0/by: is not a key"),
    ],
)
def test_bad_suppressions(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """An expired or malformed row is an error with its place."""
    remove_locker(project / "metadata")
    path = project / "metadata" / "suppressions.yaml"
    path.write_text(
        f"- rule: parameter-removed\n  place: '*'\n  reason: r\n  {text}\n", encoding="utf-8"
    )
    assert run(project, old) == 2
    assert message in capsys.readouterr().err


def test_a_stale_suppression_is_an_error(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that covers nothing goes; so does one of a rule that does not exist."""
    path = project / "metadata" / "suppressions.yaml"
    row = "- {rule: parameter-removed, place: 'Parcel/*', reason: r, expires: 2031-05-05}\n"
    path.write_text(row, encoding="utf-8")
    assert run(project, old) == 2
    assert "is stale: no parameter-removed at Parcel/*" in capsys.readouterr().err
    path.write_text(row.replace("parameter-removed", "parameter-lost"), encoding="utf-8")
    assert run(project, old) == 2
    assert "'parameter-lost' is no rule" in capsys.readouterr().err
    path.write_text("rule: x\n", encoding="utf-8")
    assert run(project, old) == 2
    assert "is not a list of suppressions" in capsys.readouterr().err
    path.unlink()
    assert run(project, old, "--suppressions", project / "none.yaml") == 2
    assert "no such file of suppressions" in capsys.readouterr().err


def test_revisions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision against the working tree, and two revisions; the version is the revision's."""
    commit(project)
    assert run(project, "HEAD") == 0
    assert capsys.readouterr().out == "No changes.\n"
    remove_locker(project / "metadata")
    set_version(project, "2.0.0")
    assert run(project, "HEAD", "--fail-on", "breaking") == 1
    assert "1.4.2 -> 2.0.0" in capsys.readouterr().out
    commit(project)
    before = snapshot(project)
    assert run(project, "HEAD~1", "--fail-on", "breaking") == 1
    assert run(project, "HEAD~1", "HEAD", "--fail-on", "breaking") == 1
    assert run(project, "HEAD", "HEAD", "--fail-on", "breaking") == 0
    set_version(project, "1.5.0")
    (project / "changelog.d" / "locker.breaking.md").write_text("text\n", encoding="utf-8")
    capsys.readouterr()
    assert run(project, "HEAD~1", "--check-release") == 1
    assert "version 1.5.0 cannot hold breaking changes since 1.4.2" in flat(capsys.readouterr().out)
    set_version(project, "2.0.0")
    (project / "changelog.d" / "locker.breaking.md").unlink()
    assert before == snapshot(project)


def test_bad_revisions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no revision, has no catalog, or is not in a repository is said, with exit code 2."""
    assert run(project, "HEAD") == 2
    assert "is in no git repository" in capsys.readouterr().err
    metadata = project / "metadata"
    metadata.rename(project / "later")
    commit(project)
    (project / "later").rename(metadata)
    commit(project)
    for name in ("HEAD~5", "nothing", "HEAD:metadata"):
        assert run(project, name) == 2
        assert "is no file, no folder and no revision" in capsys.readouterr().err
    assert run(project, "HEAD~1") == 2
    assert "revision HEAD~1 has no folder metadata" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("found", "messages"),
    [
        (0, ["format 0", "reads format 1", "python -m twilio_ops_codegen import"]),
        (None, ["from before formats had numbers", "python -m twilio_ops_codegen import"]),
        (9, ["format 9", "later generator"]),
    ],
)
def test_catalogs_of_other_formats(
    project: Path, capsys: pytest.CaptureFixture[str], found: int | None, messages: list[str]
) -> None:
    """It is said which format a revision holds, and how to bring it here."""
    edit(project / "metadata", lambda row: row.update(format=found), "catalog.yaml")
    commit(project)
    edit(project / "metadata", lambda row: row.update(format=1), "catalog.yaml")
    assert run(project, "HEAD") == 2
    text = capsys.readouterr().err
    for message in ["HEAD", *messages]:
        assert message in text


def test_bad_folders(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no catalog, or one with mistakes: what and where."""
    assert run(project, project) == 2
    assert "is no catalog: it has no catalog.yaml" in capsys.readouterr().err
    edit(old, lambda row: row["fields"]["weight"].update(type="number"))
    assert run(project, old) == 2
    text = capsys.readouterr().err
    assert f"{old} holds a catalog with mistakes" in text
    assert "api/v1/Parcel.yaml:" in text
    assert run(project) == 2
    assert "OLD is missing" in capsys.readouterr().err


def test_catalogs_of_different_services(
    project: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are not compared."""
    edit(old, lambda row: row.update(service="trains"), "catalog.yaml")
    assert run(project, old) == 2
    assert "of the service 'trains'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--version", "1.4"], "'1.4' is no version"),
        (["--next", "two", "--check-release"], "'two' is no version"),
    ],
)
def test_bad_versions(
    project: Path,
    old: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    """A version is three numbers."""
    add_sender(project / "metadata")
    assert run(project, old, *options) == 2
    assert message in capsys.readouterr().err


def test_a_bad_day(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A day is year, month and day."""
    assert main(["changes", str(old), "--today", "tomorrow"]) == 2
    assert "'tomorrow' is no day" in capsys.readouterr().err


def test_nothing_is_written_on_bad_input(project: Path, old: Path) -> None:
    """Whatever is wrong, no fragment appears and no catalog changes."""
    edit(old, lambda row: row.update(service="trains"), "catalog.yaml")
    before = snapshot(project), snapshot(old)
    assert run(project, old, "--fragment", project / "changelog.d" / "catalog") == 2
    assert before == (snapshot(project), snapshot(old))


@pytest.mark.slow
def test_the_rules_are_documented_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """``docs/changes-rules.md`` is current.

    To mend it: ``python -m twilio_ops_codegen changes --rules > docs/changes-rules.md``.
    """
    assert main(["changes", "--rules"]) == 0
    assert (ROOT / "docs" / "changes-rules.md").read_text(
        encoding="utf-8"
    ) == capsys.readouterr().out
