"""The command line: write, check, diff, explain, list, import, on the made-up catalog."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.commands.group import codegen
from twilio_ops_codegen.commands.settings import Settings, shown
from twilio_ops_codegen.data import TEMPLATES
from twilio_ops_codegen.emit.environment import FILTERS
from twilio_ops_codegen.emit.format import Formatter
from twilio_ops_codegen.emit.render import render

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "cases"
CASE = CASES / "parcels"


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Templates are compiled and files formatted once, in a folder of these tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Settings, "cache", tmp_path_factory.mktemp("project") / ".cache")
        yield


def run(*arguments: str, out: Path | None = None, catalog: Path = CASE / "metadata") -> int:
    """Runs a command on a catalog."""
    places = ["--catalog", str(catalog)]
    if out is not None:
        places += ["--out", str(out)]
    return main([*arguments, *places])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_the_golden_tree(tmp_path: Path, name: str) -> None:
    """The generator makes of each made-up API exactly the committed tree.

    To accept a change: ``python -m twilio_ops_codegen write --catalog tests/cases/NAME/metadata
    --out tests/cases/NAME/expected``.
    """
    assert 0 == run("write", out=tmp_path, catalog=CASES / name / "metadata")
    expected, found = tree(CASES / name / "expected"), tree(tmp_path)
    assert sorted(expected) == sorted(found)
    for path in expected:
        assert expected[path].decode() == found[path].decode(), path


@pytest.mark.slow
def test_check_finds_hand_edited_missing_and_orphaned_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says which command mends it."""
    run("write", out=tmp_path)
    assert 0 == run("check", out=tmp_path)
    (tmp_path / "acme_ops/api/parcel.py").write_text("edited\n", encoding="utf-8")
    (tmp_path / "acme_ops/api/orphan.py").write_text("left\n", encoding="utf-8")
    (tmp_path / "acme_ops/py.typed").unlink()
    capsys.readouterr()
    assert 1 == run("check", out=tmp_path)
    printed = capsys.readouterr()
    assert "-edited" in printed.out
    catalog = CASE / "metadata"
    assert [
        "stale: acme_ops/api/parcel.py",
        "missing: acme_ops/py.typed",
        "orphaned: acme_ops/api/orphan.py",
        f"Run `python -m twilio_ops_codegen write --catalog {catalog} --out {tmp_path}` to mend this.",
    ] == printed.err.splitlines()
    assert 0 == run("write", out=tmp_path)
    assert 0 == run("check", out=tmp_path)


def test_check_says_what_differs_and_what_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the catalog, templates and folder that were given; nothing is changed, and data is the diff alone."""
    out = Path(shutil.copytree(CASE / "expected", tmp_path / "out"))
    assert 0 == run("check", out=out)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.fullmatch(r"\d+ files, all current\.\n", printed.err)
    (out / "acme_ops/py.typed").unlink()
    (out / "acme_ops/left.txt").write_text("left\n", encoding="utf-8")
    (out / "acme_ops_tests/.codegen").write_text("other\n", encoding="utf-8")
    before = tree(out)
    templates = tmp_path / "my templates"
    templates.mkdir()
    catalog = CASE / "metadata"
    for more, said in (([], ""), (["--templates", str(templates)], f" --templates '{templates}'")):
        assert 1 == run("check", *more, out=out)
        printed = capsys.readouterr()
        assert "-left\n" in printed.out and "+other" not in printed.out
        assert printed.err.splitlines() == [
            "stale: acme_ops_tests/.codegen",
            "missing: acme_ops/py.typed",
            "orphaned: acme_ops/left.txt",
            f"Run `python -m twilio_ops_codegen write --catalog {catalog}{said} --out {out}` to mend this.",
        ]
    assert before == tree(out)


def test_how_much_is_said_is_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed with -v, how much did without, nothing with -q; and each place that is read or written."""
    out = Path(shutil.copytree(CASE / "expected", tmp_path / "out"))

    def spoilt() -> None:
        (out / "acme_ops/py.typed").unlink()
        (out / "acme_ops/left.txt").write_text("left\n", encoding="utf-8")
        (out / "acme_ops_tests/.codegen").write_text("other\n", encoding="utf-8")

    files = len(tree(out))
    summary = f"{files} files: 2 written, 1 removed."
    for flags, expected in (
        ([], [summary]),
        (["-q"], []),
        (
            ["-v"],
            [
                f"catalog: {shown(CASE / 'metadata')}; out: {out}",
                f"settings: {shown(ROOT / 'pyproject.toml')}",
                "stale: acme_ops_tests/.codegen",
                "missing: acme_ops/py.typed",
                "orphaned: acme_ops/left.txt",
                summary,
            ],
        ),
    ):
        spoilt()
        assert 0 == run("write", *flags, out=out)
        printed = capsys.readouterr()
        assert (printed.out, printed.err.splitlines()) == ("", expected)
    assert tree(CASE / "expected") == tree(out)


def test_a_cache_is_not_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells git so itself, and one that is there is left as it is; --no-cache makes none."""
    catalog = tmp_path / "metadata"
    catalog.mkdir()
    shutil.copy(CASE / "metadata/catalog.yaml", catalog)
    monkeypatch.setattr(Settings, "cache", tmp_path / ".cache")
    assert 0 == run("diff", "--no-cache", out=tmp_path / "out", catalog=catalog)
    assert not (tmp_path / ".cache").exists()
    assert 0 == run("diff", out=tmp_path / "out", catalog=catalog)
    ignored = tmp_path / ".cache/.gitignore"
    assert "*\n" == ignored.read_text(encoding="utf-8")
    ignored.write_text("mine\n", encoding="utf-8")
    assert 0 == run("diff", out=tmp_path / "out", catalog=catalog)
    assert "mine\n" == ignored.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("acme_ops/api/parcels.py", "acme_ops/api/parcels.py is not a generated file"),
        ("acme_others/.codegen", "acme_others/.codegen is not a generated file"),
        (
            "../mine.py",
            f"{CASE / 'expected' / '../mine.py'} is not below {shown(CASE / 'expected')}",
        ),
    ],
)
def test_what_is_not_generated_is_not_explained(
    capsys: pytest.CaptureFixture[str], file: str, message: str
) -> None:
    """A file that only looks like one, the marker of another folder, and what is elsewhere."""
    out = CASE / "expected"
    assert 2 == run("explain", str(out / file), out=out)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{message}\n")


def test_the_diff_of_one_line_reads_like_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One row more in the catalog is one row more in each place that knows it."""
    run("write", out=tmp_path)
    changed = Path(shutil.copytree(CASE / "metadata", tmp_path / "metadata"))
    path = changed / "api/v1/Trace.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "  seen_at:", "  remark: {type: string}\n  seen_at:"
        ),
        encoding="utf-8",
    )
    capsys.readouterr()
    assert 0 == run("diff", out=tmp_path, catalog=changed)
    lines = capsys.readouterr().out.splitlines()
    added = [line[1:].strip() for line in lines if line.startswith("+") and "+++" not in line]
    removed = [line for line in lines if line.startswith("-") and "---" not in line]
    assert 'remark: str | None = g.field("Remark")' in added
    assert '<xs:element name="Remark" type="text" minOccurs="0"/>' in added
    assert [] == removed


def test_write_leaves_foreign_folders_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that the generator did not write is not replaced."""
    (tmp_path / "acme_ops").mkdir()
    (tmp_path / "acme_ops/mine.py").write_text("mine\n", encoding="utf-8")
    assert 2 == run("write", out=tmp_path)
    assert "was not written by this generator" in capsys.readouterr().err
    assert "mine\n" == (tmp_path / "acme_ops/mine.py").read_text(encoding="utf-8")


def test_a_failing_write_leaves_the_old_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The swap of folders is undone if it fails half-way."""
    run("write", out=tmp_path)
    (tmp_path / "acme_ops/py.typed").unlink()
    (tmp_path / "acme_ops_tests/harness.py").write_text("old\n", encoding="utf-8")
    before = tree(tmp_path)
    rename = os.rename

    def failing(source: str | Path, target: str | Path) -> None:
        if str(target) == f"{tmp_path}/acme_ops_tests" and "/old/" not in str(source):
            raise OSError("the disk is full")
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    assert 2 == run("write", out=tmp_path)
    assert "the disk is full" in capsys.readouterr().err
    assert before == tree(tmp_path)


def test_a_template_that_misspells_a_variable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names template, line and variable; nothing is written."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "tests_package.py.jinja").write_text(
        '"""Wire."""\n\n{{ pakage.package }}\n', encoding="utf-8"
    )
    out = tmp_path / "out"
    assert 2 == run("write", "--templates", str(templates), out=out)
    assert "tests_package.py.jinja:3: 'pakage' is undefined" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.slow
def test_a_template_that_changed_is_compiled_again(tmp_path: Path) -> None:
    """What is kept of templates saves time and changes nothing: neither texts nor places."""
    catalog = load(CASE / "metadata")
    templates, kept = tmp_path / "templates", tmp_path / "kept"
    templates.mkdir()
    template = templates / "tests_package.py.jinja"

    def made(compiled: Path | None) -> dict[str, str]:
        files = render(catalog, templates, Formatter(None), compiled)
        return {file.path: file.text for file in files}

    template.write_text('"""One."""\n', encoding="utf-8")
    plain = made(None)
    assert not kept.exists()
    assert plain == made(kept)
    names = sorted(path.name for path in kept.iterdir())
    before = {name: (kept / name).stat().st_mtime_ns for name in names}
    assert plain == made(kept)
    assert before == {name: (kept / name).stat().st_mtime_ns for name in names}  # all were taken
    template.write_text('"""Two."""\n', encoding="utf-8")
    assert '"""Two."""\n' == made(kept)["acme_ops_tests/__init__.py"]
    assert names == sorted(path.name for path in kept.iterdir())  # it does not grow
    template.write_text('"""Two."""\n\n{{ pakage.package }}\n', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(
            CodegenError, match=r"tests_package\.py\.jinja:3: 'pakage' is undefined"
        ):
            made(kept)


def test_two_fields_that_collide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are named, with their place, what they would become and how to change that."""
    changed = Path(shutil.copytree(CASE / "metadata", tmp_path / "metadata"))
    path = changed / "api/v1/Trace.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "  seen_at:", "  SeenAt: {type: string}\n  seen_at:"
        ),
        encoding="utf-8",
    )
    assert 2 == run("write", out=tmp_path / "out", catalog=changed)
    lines = path.read_text(encoding="utf-8").splitlines()
    place = (
        f"api/v1/Trace.yaml:{1 + next(n for n, line in enumerate(lines) if '  seen_at:' in line)}"
    )
    assert [
        f"{place}: fields/seen_at: is called 'seen_at' in Python like 'SeenAt'; give one a `name`",
        f"{place}: fields/seen_at: is the element 'SeenAt' like 'SeenAt'; give one another `xml`",
    ] == capsys.readouterr().err.splitlines()
    row = "{name: seen_first, xml: SeenFirst, type: string}"
    path.write_text(
        path.read_text(encoding="utf-8").replace("SeenAt: {type: string}", f"SeenAt: {row}"),
        encoding="utf-8",
    )
    assert 0 == run("write", out=tmp_path / "out", catalog=changed)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "acme_ops/api/parcel_trace.py",
            [
                "  template: object.py.jinja",
                f"  catalog:  {shown(CASE / 'metadata')}",
                "    catalog.yaml",
                "    ParcelTrace: api/v1/Trace.yaml:1",
                "    ParcelTrace: overlays/names.yaml:1: The connector calls it so.",
            ],
        ),
        (
            "acme_ops/profiles/Depot/CreateDepot.request.xsd",
            [
                "  template: none; written from the catalog directly",
                f"  catalog:  {shown(CASE / 'metadata')}",
                "    catalog.yaml",
                "    Depot: api/v1/Depot.yaml:1",
                "    Depot: overlays/names.yaml:5: actions/Create: "
                "The operation is in the table and not in the API.",
            ],
        ),
        ("acme_ops/.codegen", ["  marks a folder that the generator writes whole"]),
    ],
)
def test_explain(capsys: pytest.CaptureFixture[str], file: str, expected: list[str]) -> None:
    """A generated file's template, and the catalog's files and overlay rows behind it."""
    assert 0 == run("explain", str(CASE / "expected" / file), out=CASE / "expected")
    assert [file, *expected] == capsys.readouterr().out.splitlines()


def test_explain_names_the_object_that_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A response profile is made of the rows of the record that answers."""
    changed = Path(shutil.copytree(CASE / "metadata", tmp_path / "metadata"))
    path = changed / "api/v1/Trace.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: [201]", "answers: Parcel"),
        encoding="utf-8",
    )
    for name, answers in (("CreateParcelTrace.response", 1), ("CreateParcelTrace.request", 0)):
        file = tmp_path / "out" / f"acme_ops/profiles/ParcelTrace/{name}.xsd"
        assert 0 == run("explain", str(file), out=tmp_path / "out", catalog=changed)
        assert answers == capsys.readouterr().out.count("    Parcel: api/v1/Parcel.yaml:1")


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """The table of objects and actions."""
    assert 0 == run("list")
    assert "refused" in (printed := capsys.readouterr().out)
    assert "6 objects, 15 actions" in printed


def test_a_list_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Why each action is refused, or null; an action a line."""
    catalog = Path(shutil.copytree(CASE / "metadata", tmp_path / "metadata"))
    for reason, expected in (("'built'", '"built"'), ("''", "null")):
        names = catalog / "overlays/names.yaml"
        text = re.sub("refused: '.*'", f"refused: {reason}", names.read_text(encoding="utf-8"))
        names.write_text(text, encoding="utf-8")
        assert 0 == run("list", "--json", catalog=catalog)
        printed = capsys.readouterr().out
        assert f'  "Depot": {{\n    "Get": null,\n    "Create": {expected},\n' in printed


@pytest.mark.parametrize("lacking", [True, False])
def test_what_has_no_words_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lacking: bool
) -> None:
    """A place a line, or a JSON list; each line has its end, and nothing is no line."""
    catalog = CASE / "metadata"
    if not lacking:
        catalog = tmp_path / "metadata"
        catalog.mkdir()
        shutil.copy(CASE / "metadata/catalog.yaml", catalog)
    assert 0 == run("list", "--undocumented", catalog=catalog)
    printed = capsys.readouterr().out
    assert printed.startswith("Depot\n" if lacking else "")
    assert printed.endswith("\n" if lacking else "")
    assert 0 == run("list", "--undocumented", "--json", catalog=catalog)
    found = capsys.readouterr().out
    assert found.startswith('[\n  "Depot",\n' if lacking else "[]") and found.endswith("]\n")
    assert printed.splitlines() == json.loads(found)


@pytest.mark.slow
def test_bytes_do_not_depend_on_the_surroundings(tmp_path: Path) -> None:
    """Hash seed, locale, time zone and working folder change nothing."""
    outputs = []
    for number, (seed, zone, place) in enumerate((("1", "UTC", "/"), ("77", "Asia/Tokyo", "/tmp"))):
        out = tmp_path / str(number)
        environment = {
            **os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        command = [
            sys.executable,
            "-m",
            "twilio_ops_codegen",
            "write",
            "--no-cache",
            "--out",
            str(out),
        ]
        command += ["--catalog", str(CASE / "metadata")]
        subprocess.run(command, check=True, env=environment, cwd=place, capture_output=True)
        outputs.append(tree(out))
    assert outputs[0] == outputs[1]


@pytest.mark.slow
def test_the_project_is_current() -> None:
    """What is committed under ``generated/`` is what the catalog gives."""
    assert 0 == main(["check", "--no-cache"])


def test_the_schemas_are_current(tmp_path: Path) -> None:
    """The JSON Schemas for editors are those of the classes."""
    assert 0 == main(["schema", "--into", str(tmp_path)])
    assert tree(ROOT / "metadata" / "schema") == tree(tmp_path)


@pytest.mark.slow
def test_changes_is_a_command_like_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    """Its arguments are known when it is given, and its modules imported only then."""
    assert 0 == main(["changes", "--rules"])
    assert (ROOT / "docs" / "changes-rules.md").read_text(
        encoding="utf-8"
    ) == capsys.readouterr().out
    code = (
        "import sys; from twilio_ops_codegen.__main__ import main; main(['list']);"
        "sys.exit(any(name.startswith('twilio_ops_codegen.changes') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@pytest.mark.slow
@pytest.mark.parametrize("can_link", [True, False])
def test_a_write_touches_what_changed_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
) -> None:
    """Other files keep their times, where the file system has links; the tree is right anyway."""
    run("write", out=tmp_path)
    before = tree(tmp_path)
    module, other = tmp_path / "acme_ops/api/parcel.py", tmp_path / "acme_ops/api/parcel_trace.py"
    os.utime(other, (1, 1))
    module.write_text("edited\n", encoding="utf-8")

    def refuse(source: Path, target: Path) -> None:
        raise OSError("no links here")

    if not can_link:
        monkeypatch.setattr(os, "link", refuse)
    assert 0 == run("write", out=tmp_path)
    assert before == tree(tmp_path)
    assert can_link == (other.stat().st_mtime == 1)


@pytest.mark.slow
def test_a_catalog_without_objects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is listed and written; the package's own test is there to be run."""
    catalog = tmp_path / "metadata"
    catalog.mkdir()
    shutil.copy(CASE / "metadata/catalog.yaml", catalog)
    assert 0 == main(["list", "--catalog", str(catalog)])
    assert "The catalog has no objects.\n" == capsys.readouterr().err
    out = tmp_path / "out"
    assert 0 == run("write", out=out, catalog=catalog)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "acme_ops_tests"]
    path = os.pathsep.join(map(str, (out, ROOT / "runtime", ROOT / "emulator")))
    done = subprocess.run(
        command, cwd=out, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False
    )
    assert 0 == done.returncode, done.stdout.decode()


@pytest.mark.slow
def test_folders_that_are_left_over_are_orphans(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty ones, links, and what the package was called before; another service's is not."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    renamed = Path(shutil.copytree(CASE / "metadata", tmp_path / "metadata"))
    path = renamed / "catalog.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("package: acme_ops", "package: acme_post"),
        encoding="utf-8",
    )
    run("write", out=out, catalog=renamed)
    run("write", out=out, catalog=CASES / "notes" / "metadata")
    (out / "mine").mkdir()
    run("write", out=out)
    run("write", out=out, catalog=renamed)
    assert {"acme_notes", "acme_notes_tests", "acme_post", "acme_post_tests", "mine"} == {
        *os.listdir(out)
    }
    run("write", out=out)
    (out / "acme_ops/api/gone").mkdir()
    (out / "acme_ops/api/gone/__pycache__").mkdir()
    (out / "acme_ops/profiles").rename(elsewhere)
    (out / "acme_ops/profiles").symlink_to(elsewhere)
    capsys.readouterr()
    assert 1 == run("check", out=out)
    found = capsys.readouterr().err.splitlines()[:-1]
    assert ["orphaned: acme_ops/api/gone/", "orphaned: acme_ops/profiles/"] == found
    assert 0 == run("diff", out=out)
    assert "Folder acme_ops/api/gone/ removed" in capsys.readouterr().out
    assert 0 == run("write", out=out)
    assert 0 == run("check", out=out)
    assert elsewhere.is_dir() and any(elsewhere.iterdir())


@pytest.mark.parametrize("kind", ["file", "link"])
def test_write_leaves_what_is_no_folder_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """A file or link of someone's where a package would go stays, and is named."""
    (tmp_path / "mine").mkdir()
    place = tmp_path / "acme_ops"
    if kind == "file":
        place.write_text("mine\n", encoding="utf-8")
    else:
        place.symlink_to("mine")
    assert 2 == run("write", out=tmp_path)
    assert f"{place} is a {kind} and no folder" in capsys.readouterr().err
    assert place.is_file() or place.is_symlink()


@pytest.mark.slow
def test_places_that_cannot_be_written_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that is a file, a full disk, a cache that is in the way: exit code 2, no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert 2 == run("write", out=tmp_path / "file")
    assert f"{tmp_path / 'file'}" in capsys.readouterr().err
    run("write", out=tmp_path / "out")
    (tmp_path / ".cache").write_text("", encoding="utf-8")
    with monkeypatch.context() as changed:
        (tmp_path / "pyproject.toml").write_text("[tool.twilio-ops]\n", encoding="utf-8")
        changed.chdir(tmp_path)
        changed.setattr(Settings, "cache", tmp_path / ".cache")
        places = ["--catalog", str(CASE / "metadata"), "--out", str(tmp_path / "out")]
        assert 2 == main(["check", *places])
        assert f"{tmp_path / '.cache'}" in capsys.readouterr().err
    (tmp_path / "out/acme_ops/py.typed").write_text("edited", encoding="utf-8")
    before = tree(tmp_path / "out")

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert 2 == run("write", out=tmp_path / "out")
    expected = f"{tmp_path}/out/acme_ops/py.typed: no space left on device\n"
    assert expected == capsys.readouterr().err
    assert before == tree(tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ 1 / zero }}", "tests_package.py.jinja:2: ZeroDivisionError: "),
        ("{{ zero + 'a' }}", "tests_package.py.jinja:2: TypeError: "),
        ("{{ zero.nothing() }}", "tests_package.py.jinja:2: "),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "tests_package.py.jinja:2: TypeError: "),
        ("{{ zero | lit(1) }}", "tests_package.py.jinja:2: TypeError: "),
        ("{{ zero | nothing }}", "tests_package.py.jinja:2: No filter named 'nothing'"),
        ("{% include 'nothing' %}", "there is no template nothing"),
        ("caf\xe9", "tests_package.py.jinja:2: is not UTF-8 text"),
    ],
)
def test_a_template_with_a_mistake_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str
) -> None:
    """With the line, whatever the mistake is."""
    template = tmp_path / "tests_package.py.jinja"
    template.write_bytes(f"{{% set zero = 0 %}}\n{text}\n".encode("latin-1"))
    assert 2 == run("write", "--templates", str(tmp_path), out=tmp_path / "out")
    assert expected in capsys.readouterr().err


@pytest.mark.slow
def test_a_template_that_nothing_uses_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be misnamed, whatever its name ends in; one that another includes is used. Hidden
    files and a README.md are no templates. A folder that is none is refused.
    """
    (tmp_path / "tests_package.py.jinja").write_text(
        "{% include 'head.jinja' %}\n", encoding="utf-8"
    )
    (tmp_path / "README.md").write_text("Ours.\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("", encoding="utf-8")
    (tmp_path / "head.jinja").write_text('"""Wire."""\n', encoding="utf-8")
    arguments = ("write", "--templates", str(tmp_path))
    assert 0 == run(*arguments, out=tmp_path / "out")
    capsys.readouterr()
    (tmp_path / "objects.py.jinja").write_text("", encoding="utf-8")
    (tmp_path / "service.py.jinja.txt").write_text("", encoding="utf-8")
    assert 2 == run(*arguments, out=tmp_path / "out")
    message = capsys.readouterr().err
    assert message.startswith(f"{tmp_path / 'objects.py.jinja'}: nothing uses this file")
    assert "expected a template: one of api.py.jinja, " in message
    assert all(path.name in message for path in TEMPLATES.glob("*.jinja"))
    assert f"\n{tmp_path / 'service.py.jinja.txt'}: nothing uses this file" in message
    assert 2 == run("write", "--templates", "/nonexistent", out=tmp_path / "out")
    assert "'--templates': Directory '/nonexistent' does not exist" in capsys.readouterr().err


def test_the_page_on_templates_names_every_filter() -> None:
    """What a template may use beyond jinja's own."""
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    filters = page[page.index("| filter | gives |") :]
    assert {*FILTERS} == {*re.findall(r"`(\w+)`", filters)}


@pytest.mark.parametrize(
    "command", ["write", "check", "diff", "list", "explain", "import", "schema", "changes"]
)
def test_help_suffices(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Every argument has its text, every option its default, and exit codes say what they mean."""
    assert 0 == main([command, "--help"])
    text = capsys.readouterr().out
    assert re.search(r"^  Exit codes:\n    0  .*\n(?s:.*)\n    2  ", text, re.MULTILINE)
    shown = codegen.get_command(click.Context(codegen), command)
    assert shown is not None and shown.help
    options = [one for one in shown.params if isinstance(one, click.Option)]
    assert options
    for option in options:
        assert option.help, option.name
        if not option.is_flag and option.name not in ("fragment", "witness"):
            assert "(default: " in option.help or option.show_default, option.name


def test_what_cannot_run_is_no_finding(tmp_path: Path) -> None:
    """Neither is a finding: a command that could not run ends with 2."""
    assert 2 == run("write", out=tmp_path, catalog=tmp_path)
    assert 2 == main(["write", "--catalogue", "x"])
    assert 2 == main(["wirte"])


@pytest.mark.slow
def test_what_a_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    """A diff is printed whole, whatever the encoding of what it is printed to."""
    run("write", out=tmp_path)
    (tmp_path / "acme_ops/py.typed").write_text("中\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "twilio_ops_codegen",
        "diff",
        "--no-cache",
        "--out",
        str(tmp_path),
    ]
    command += ["--catalog", str(CASE / "metadata")]
    for encoding, printed in (("latin-1", rb"-\u4e2d"), ("utf-8", "-中".encode())):
        environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
        found = subprocess.run(command, env=environment, check=True, capture_output=True)
        assert printed in found.stdout
