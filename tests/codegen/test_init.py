"""``init``: a repository with a catalog of its own, from an empty folder to a verdict."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.distribution.test_workflows import document
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.validate import is_package
from twilio_ops_codegen.commands.settings import load_settings, shown

ROOT = Path(__file__).resolve().parent.parent.parent


def publish(path: Path, *names: str) -> Path:
    """Publishes a document whose Create takes some texts."""
    path.write_text(
        json.dumps(document(**{name: {"type": "string"} for name in names})), encoding="utf-8"
    )
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    folder = tmp_path / "parcels"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.slow
def test_from_an_empty_folder_to_a_verdict(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Init, write, the generated tests; a new document; the verdict and the fragment; check again."""
    first = publish(tmp_path / "first.json", "Street", "Locker")
    assert main(["init", "--from", str(first), "--package", "parcel_ops"]) == 0
    assert main(["write"]) == 0
    assert main(["check"]) == 0
    paths = [str(ROOT / room) for room in ("runtime", "emulator")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "parcel_ops_tests"]
    done = subprocess.run(
        command,
        cwd=empty / "generated",
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(empty / "generated"), *paths])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert re.search(r"\d+ passed", done.stdout) or "." in done.stdout
    who = ["git", "-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*who, *words], check=True)
    assert main(["import", str(publish(tmp_path / "next.json", "Street"))]) == 0
    assert main(["check"]) == 1
    assert main(["changes", "HEAD", "--check-release"]) == 1
    capsys.readouterr()
    assert main(["changes", "HEAD", "--check-release", "--fragment", "changelog.d/locker"]) == 0
    printed = capsys.readouterr()
    assert "breaking" in printed.out.casefold()
    assert "took: version 0.1.0, changelog changelog.d, suppressions none" in printed.err
    assert "no longer takes `Locker`" in Path("changelog.d/locker.breaking.md").read_text(
        encoding="utf-8"
    )
    assert main(["write"]) == 0
    assert main(["check"]) == 0


def test_the_catalog_that_comes_along(empty: Path) -> None:
    """Becomes one's own, under a name that does not hide the distribution's package."""
    assert main(["init", "--from", "2010"]) == 0
    value = yaml.safe_load((empty / "metadata" / "catalog.yaml").read_text(encoding="utf-8"))
    assert value["package"] == "parcels_ops"
    assert main(["list"]) == 0


@pytest.mark.parametrize(
    ("folder", "package"),
    [
        ("Our Calls", "our_calls_ops"),
        ("a--b.c", "a_b_c_ops"),
        ("twilio", "my_twilio_ops"),
        ("2026-calls", "my_2026_calls_ops"),
        ("\xe9t\xe9", "t_ops"),
        ("\u540d\u524d", "my_ops"),
        ("__", "my_ops"),
    ],
)
def test_a_package_is_called_like_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, package: str
) -> None:
    """By a name that Python and the catalog take, and that is not the distribution's own."""
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    assert main(["init", "--from", "2010"]) == 0
    text = Path("metadata/catalog.yaml").read_text(encoding="utf-8")
    assert f"\npackage: {package}\n" in text
    assert f'name = "{package.replace("_", "-")}"\n' in Path("pyproject.toml").read_text("utf-8")
    assert is_package(package)


def test_nothing_that_is_there_is_replaced(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that is in the way is named, and nothing is written; other settings are kept."""
    (empty / "README.md").write_text("mine\n", encoding="utf-8")
    (empty / "metadata").mkdir()
    before = tree(empty)
    assert main(["init", "--from", "2010"]) == 2
    assert "has metadata, README.md already: nothing was written" in capsys.readouterr().err
    assert before == tree(empty)
    (empty / "README.md").unlink()
    (empty / "metadata").rmdir()
    (empty / "pyproject.toml").write_text(
        '[project]\nname = "mine"\nversion = "3.0.0"\n', encoding="utf-8"
    )
    assert main(["init", "--from", "2010"]) == 0
    assert (
        (empty / "pyproject.toml")
        .read_text(encoding="utf-8")
        .startswith('[project]\nname = "mine"\n')
    )
    capsys.readouterr()
    assert main(["init", "--from", "2010"]) == 2
    assert "[tool.twilio-ops] in pyproject.toml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "2011"], "2011 is no file, and not the version 2010-04-01"),
        *(
            (["--from", "2010", "--package", name], f"{name!r} is no name of a package")
            for name in ("My Ops", "MyOps", "_ops", "2ops", "class", "json", "")
        ),
        ([], "Missing option '--from'"),
    ],
)
def test_bad_arguments(
    empty: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """Each is named, and the folder stays empty."""
    assert main(["init", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert list(empty.iterdir()) == []


@pytest.mark.slow
def test_what_it_makes_runs_the_generator_here(empty: Path) -> None:
    """The hook and the workflow call commands there are, and neither can be green unrun."""
    assert main(["init", "--from", "2010"]) == 0
    settings: Any = yaml.safe_load((empty / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = settings["repos"][0]["hooks"]
    assert hook["language"] == "python"
    assert hook["always_run"] and not hook["pass_filenames"]
    words = hook["entry"].split()
    assert words[:2] == ["twilio-ops", "codegen"]
    assert main(words[2:]) == 1  # nothing was generated yet
    assert main(["write"]) == 0
    assert main(words[2:]) == 0
    workflow: Any = yaml.safe_load(
        (empty / ".github/workflows/codegen.yml").read_text(encoding="utf-8")
    )
    scripts = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert [script.split()[:2] for script in scripts[1:]] == [["twilio-ops", "codegen"]] * 2


def test_settings_of_the_working_folder(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They hold in folders below, too; what is not known in them is refused."""
    assert main(["check"]) == 2
    assert "there is no catalog here: metadata is no folder" in capsys.readouterr().err
    path = empty / "pyproject.toml"
    path.write_text('[tool.twilio-ops]\ncatalogue = "x"\n', encoding="utf-8")
    assert main(["list"]) == 2
    assert "pyproject.toml: [tool.twilio-ops]: catalogue: is not known" in capsys.readouterr().err
    path.write_text("[tool.twilio-ops]\nout = 3\n", encoding="utf-8")
    assert main(["list"]) == 2
    assert "out: expected a path" in capsys.readouterr().err
    for text in ("[tool.twilio-ops\n", f"[tool.twilio-ops]\nout = {'9' * 5000}\n"):
        path.write_text(text, encoding="utf-8")
        assert main(["list"]) == 2
        assert "pyproject.toml is not TOML" in capsys.readouterr().err
    case = ROOT / "tests" / "cases" / "parcels" / "metadata"
    path.write_text(f'[tool.twilio-ops]\ncatalog = "{case}"\n', encoding="utf-8")
    below = empty / "below"
    below.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(below)
        assert main(["list"]) == 0
    assert "6 objects, 15 actions" in capsys.readouterr().out


TABLE = "[tool.twilio-ops]\n"


@pytest.mark.parametrize(
    ("files", "root", "manifest", "out"),
    [
        ({}, "a/b", None, "a/b/generated"),
        ({"a/pyproject.toml": f'{TABLE}out = "made"\n'}, "a", "a/pyproject.toml", "a/made"),
        ({"a/pyproject.toml": TABLE}, "a", "a/pyproject.toml", "a/generated"),
        ({"a/b/pyproject.toml": "[project]\n", "a/pyproject.toml": TABLE}, "a", "a/pyproject.toml", "a/generated"),
        ({"a/b/pyproject.toml": "tool = 1\n", "pyproject.toml": TABLE}, "", "pyproject.toml", "generated"),
        ({"a/b/pyproject.toml": TABLE, "a/pyproject.toml": TABLE}, "a/b", "a/b/pyproject.toml", "a/b/generated"),
        ({"a/.git": "", "pyproject.toml": TABLE}, "a/b", None, "a/b/generated"),
        ({"a/.git": "", "a/pyproject.toml": TABLE}, "a", "a/pyproject.toml", "a/generated"),
    ],
)  # fmt: skip
def test_whose_settings_hold(
    tmp_path: Path, files: dict[str, str], root: str, manifest: str | None, out: str
) -> None:
    """The nearest file that has the table, up to the root of the repository; places hang on its folder."""
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = load_settings(here)
    assert found.root == tmp_path / root
    assert found.manifest == (None if manifest is None else tmp_path / manifest)
    assert found.out == tmp_path / out
    assert found.cache == (None if manifest is None else tmp_path / root / ".cache")
    assert (found.templates, found.conventions, found.suppressions) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool]\ntwilio-ops = 1\n", r"\[tool.twilio-ops\]: is no table"),
        (f'{TABLE}out = ""\n', "out: expected a path relative to this file, not ''"),
        (f"{TABLE}templates = []\n", r"templates: expected a path relative to this file, not \[\]"),
        (f'{TABLE}place = "x"\n', "place: is not known; expected one of catalog, out, changelog, templates, conventions, suppressions"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    """Each is named with its file."""
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CodegenError, match=f"pyproject.toml: .*{message}"):
        load_settings(tmp_path)


def test_how_documents_are_written_is_said_nearby(tmp_path: Path) -> None:
    """By the table, else beside the catalog, else as Twilio's own are."""
    (tmp_path / ".git").mkdir()
    plain = load_settings(tmp_path)
    assert (
        plain.conventions_of(tmp_path).read_bytes() == (ROOT / "metadata/import.yaml").read_bytes()
    )
    own = tmp_path / "import.yaml"
    own.write_text("", encoding="utf-8")
    assert plain.conventions_of(tmp_path) == own
    (tmp_path / "pyproject.toml").write_text(f'{TABLE}conventions = "x.yaml"\n', encoding="utf-8")
    assert load_settings(tmp_path).conventions_of(tmp_path) == tmp_path / "x.yaml"


def test_a_place_is_shown_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the working folder by the way to it, elsewhere as it was given."""
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b") == shown(Path("a/b")) == shown(Path("a/../a/b")) == "a/b"
    assert shown(tmp_path) == shown(Path()) == "."
    assert shown(tmp_path.parent) == str(tmp_path.parent)
    assert shown(Path("..")) == ".."


def test_a_release_that_nothing_is_known_of_is_not_judged(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a version or a changelog in the working folder: exit code 2, and what is missing."""
    case = str(ROOT / "tests" / "cases" / "parcels" / "metadata")
    (empty / "pyproject.toml").write_text(
        f'[tool.twilio-ops]\ncatalog = "{case}"\n', encoding="utf-8"
    )
    assert main(["changes", case, "--check-release"]) == 2
    assert "there is no version to judge: pyproject.toml has no" in capsys.readouterr().err
    given = ("--version", "1.0.0", "--next", "1.0.1")
    assert main(["changes", case, "--check-release", *given]) == 2
    assert "changelog.d is no folder of changelog fragments" in capsys.readouterr().err
