"""What the generator's commands print and say, word for word, and what each option does."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tests.distribution.test_workflows import document
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.commands.base import (
    Entry,
    LazyGroup,
    common,
    detail,
    exit_codes,
    run,
    say,
    version_option,
)
from twilio_ops_codegen.commands.group import codegen
from twilio_ops_codegen.commands.settings import Settings, load_settings, shown

ROOT = Path(__file__).resolve().parent.parent.parent
CASE = ROOT / "tests" / "cases" / "parcels"
METADATA = ("--catalog", str(CASE / "metadata"))
TREE = (*METADATA, "--out", str(CASE / "expected"))


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Templates are compiled and files formatted once, in a folder of these tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Settings, "cache", tmp_path_factory.mktemp("project") / ".cache")
        yield


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, of no project."""
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed, and what it said."""
    code = main([*words])
    return (code, *capsys.readouterr())


def test_the_end_of_a_help_text() -> None:
    """Every code in its order; a command says more closely what one means, or has one of its own."""
    assert exit_codes({3: "some are not", 1: "none is", 0: "all are"}) == (
        "\b\nExit codes:\n"
        "  0  all are\n"
        "  1  none is\n"
        "  2  it could not run: bad arguments, input or settings, no answer; no file is half written\n"
        "  3  some are not\n"
        "130  stopped by Ctrl-C\n"
        "Whoever reads the output may close it early, as head does: that is 0.\n"
    )
    plain = exit_codes()
    assert plain == exit_codes({}) and "\n  0  fine\n" in plain
    assert "\n  1  a finding: the command did its work, and the answer is no\n" in plain


ENTRIES = {
    "work": Entry(f"{__name__}:work", "Work."),
    "more": Entry(f"{__name__}:work", "Work more.", "parquet"),
}


@click.group("made", cls=LazyGroup, entries=ENTRIES)
@version_option()
@common
def made() -> None:
    """Work."""


ENDS: list[Any] = []


@click.command()
@common
@click.pass_context
def work(context: click.Context) -> int:
    """Work, and end as it is to."""
    say("said")
    detail("more")
    click.echo(f"colour: {context.color}")
    for end in ENDS:
        raise end
    return 7


@pytest.mark.parametrize(
    ("words", "said"),
    [("work", "said\n"), ("work -q", ""), ("-q work", ""), ("work -v", "said\nmore\n"), ("--verbose work", "said\nmore\n"), ("work --quiet", "")],
)  # fmt: skip
def test_how_much_is_said(capsys: pytest.CaptureFixture[str], words: str, said: str) -> None:
    """Before a command or behind it; data is printed all the same, and the exit code is the command's."""
    assert run(made, words.split(), "it") == 7
    assert capsys.readouterr() == ("colour: None\n", said)


@pytest.mark.parametrize(("value", "color"), [("1", False), ("", None), (None, None)])
def test_colours_are_not_wished(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    value: str | None,
    color: bool | None,
) -> None:
    """By a variable that is set to something."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    run(made, ["work"], "it")
    assert capsys.readouterr().out == f"colour: {color}\n"


def test_what_is_called_and_how(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process's own arguments, if none are given; help names the program as it was called."""
    monkeypatch.setattr(sys, "argv", ["other", "--help"])
    assert run(made, None, "it -m made") == 0
    out = capsys.readouterr().out
    assert out.startswith("Usage: it -m made [OPTIONS] COMMAND [ARGS]...\n\n  Work.\n")
    assert out.endswith("\nCommands:\n  work  Work.\n  more  Work more.\n")
    assert run(made, [], "it") == 2
    assert run(made, ["wrok"], "it") == 2
    assert "No such command 'wrok'" in capsys.readouterr().err
    assert run(made, ["--version"], "it") == 0
    assert capsys.readouterr() == (f"twilio-ops {version('twilio-ops')}\n", "")
    made.make_context("it", ["--version"], resilient_parsing=True)
    assert capsys.readouterr() == ("", ""), "the shell that completes it asks for no version"


MISTAKE = "it: this is a mistake of the program, not of yours\n"


@pytest.mark.parametrize(
    ("end", "code", "said"),
    [
        (click.Abort(), 130, "Stopped.\n"),
        (CodegenError("no name"), 2, "no name\n"),
        (OSError(28, "No space left on device"), 2, "no space left on device\n"),
        (OSError(28, "No space left on device", "a.txt"), 2, "a.txt: no space left on device\n"),
        (ModuleNotFoundError("no", name="black"), 2, MISTAKE),
        (ModuleNotFoundError("no"), 2, MISTAKE),
        (ZeroDivisionError("odd"), 2, MISTAKE),
    ],
)
def test_how_a_command_ends(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    end: Exception,
    code: int,
    said: str,
) -> None:
    """In a line; what nobody expected with where it was, too."""
    monkeypatch.setattr(sys.modules[__name__], "ENDS", [end])
    assert run(made, ["work", "-q"], "it") == code
    err = capsys.readouterr().err
    assert err.endswith(said)
    assert (err == said) != (said == MISTAKE)


def test_what_a_command_lacks_is_brought_by_its_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """But a module of ours is a mistake of the program, whatever is installed."""
    for name, said in (
        ("black", "this needs black: pip install 'twilio-ops[parquet]'\n"),
        ("twilio_ops_codegen.none", MISTAKE),
    ):
        monkeypatch.setattr(sys.modules[__name__], "ENDS", [ModuleNotFoundError("no", name=name)])
        assert run(made, ["more", "-q"], "it") == 2
        assert capsys.readouterr().err.endswith(said)


class Output(io.StringIO):
    """An output that cannot be written to its end."""

    def __init__(self, problem: OSError | None) -> None:
        super().__init__()
        self.left = [None, problem]

    def flush(self) -> None:
        """What a command prints is written, and the rest is not."""
        problem = self.left.pop(0) if self.left else None
        if problem is not None:
            raise problem


@pytest.mark.parametrize(
    ("problem", "code", "said"),
    [
        (OSError(28, "No space left on device"), 2, "standard output: no space left on device\n"),
        (OSError("Odd"), 2, "standard output: odd\n"),
        (BrokenPipeError(32, "Broken pipe"), 0, ""),
        (None, 7, ""),
    ],
)
def test_an_output_that_fails_at_its_end(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: OSError | None,
    code: int,
    said: str,
) -> None:
    """It is told of, but where whoever reads has read enough."""
    monkeypatch.setattr(sys, "stdout", Output(problem))
    assert run(made, ["work", "-q"], "it") == code
    assert capsys.readouterr().err == said


def test_an_output_that_is_no_file_is_taken_to_be_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody can tell which pipe it was that broke."""
    monkeypatch.setattr(sys, "stdout", Output(None))
    monkeypatch.setattr(sys.modules[__name__], "ENDS", [BrokenPipeError(32, "Broken pipe")])
    assert run(made, ["work", "-q"], "it") == 0
    assert capsys.readouterr().err == ""


LIST = """\
object       Get  Query  Create  Update  Delete
Depot         x          refused            x
DepotPhone    x
Label         x
Parcel        x     x      x       x       x     A parcel goes from one place to another.
ParcelTrace         x      x
Scan          x     x                      x
6 objects, 15 actions
"""


def test_objects_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A row each, below the names of the actions; as JSON, and what has no words."""
    assert told(capsys, "list", *METADATA) == (0, LIST, "")
    code, out, _ = told(capsys, "list", *METADATA, "--json")
    rows = json.loads(out)
    assert (code, out) == (0, json.dumps(rows, indent=2) + "\n")
    assert [name for name in rows] == [line.split()[0] for line in LIST.splitlines()[1:-1]]
    assert list(rows["Depot"]) == ["Get", "Create", "Delete"]
    assert rows["Parcel"] == dict.fromkeys(["Get", "Query", "Create", "Update", "Delete"])
    code, out, _ = told(capsys, "list", *METADATA, "--undocumented")
    places = out.splitlines()
    assert code == 0 and places[:4] == ["Depot", "Depot/link", "Depot/fields/label", "Depot/fields/country"]  # fmt: skip
    assert out == "".join(f"{place}\n" for place in places)
    said = json.dumps(places, indent=2) + "\n"
    assert told(capsys, "list", *METADATA, "--undocumented", "--json") == (0, said, "")
    Path("metadata").mkdir()
    shutil.copy(CASE / "metadata/catalog.yaml", "metadata")
    assert told(capsys, "list") == (0, "", "The catalog has no objects.\n")
    assert told(capsys, "list", "--json") == (0, "{}\n", "")


def spoilt() -> Path:
    """A tree with a file that is stale, one that is missing, and one that is left over."""
    out = Path(shutil.copytree(CASE / "expected", "out"))
    (out / "acme_ops/py.typed").unlink()
    (out / "acme_ops/left.txt").write_text("left\nover\n", encoding="utf-8")
    (out / "acme_ops_tests/.codegen").write_text("other\n", encoding="utf-8")
    return out


def test_a_difference_has_colours_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Heads are bold, lines red and green, places cyan; what is wrong is red."""
    spoilt()
    places = [*METADATA, "--out", "out"]
    assert told(capsys, "diff", *places)[0] == 0
    codegen.main(["diff", *places], standalone_mode=False, color=True)
    shades = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
    lines = capsys.readouterr().out.split("\x1b[0m")
    assert lines.pop() == ""
    kinds = set()
    for line in lines:
        head = re.match(r"\x1b\[1m(\+\+\+|---) ", line)
        text = line if head else re.sub(r"^\x1b\[\d\dm", "", line)
        kinds.add(text[:1])
        assert head or line == shades.get(text[:1], "") + text, line
        assert line.endswith("\n")
    assert kinds >= {*shades, "\x1b"}
    assert codegen.main(["check", *places], standalone_mode=False, color=True) == 1
    _, *said, end = capsys.readouterr().err.splitlines()
    assert said == ["\x1b[31mmissing: acme_ops/py.typed\x1b[0m", "\x1b[31morphaned: acme_ops/left.txt\x1b[0m"]  # fmt: skip
    assert end.startswith("Run `")


def test_what_mends_a_tree_is_the_same_command(capsys: pytest.CaptureFixture[str]) -> None:
    """As it was called, with the places that it was given, and no others."""
    spoilt()
    Path("pyproject.toml").write_text(
        f'[tool.twilio-ops]\ncatalog = "{CASE / "metadata"}"\nout = "out"\n', encoding="utf-8"
    )
    said = "Run `python -m twilio_ops_codegen write` to mend this."
    assert told(capsys, "check")[2].splitlines()[-1] == said
    code, out, err = told(capsys, "check", "--out", "out", *METADATA)
    said = f"Run `python -m twilio_ops_codegen write {' '.join(METADATA)} --out out` to mend this."
    assert (code, err.splitlines()[-1]) == (1, said)
    diff = told(capsys, "diff")
    assert diff == (0, out, "")
    files = len([one for one in (CASE / "expected").rglob("*") if one.is_file() and "__pycache__" not in one.parts])  # fmt: skip
    assert told(capsys, "write", "-v") == (
        0,
        "",
        f"catalog: {CASE / 'metadata'}; out: out\n"
        "settings: pyproject.toml\n"
        "stale: acme_ops_tests/.codegen\nmissing: acme_ops/py.typed\norphaned: acme_ops/left.txt\n"
        f"{files} files: 2 written, 1 removed.\n",
    )
    assert told(capsys, "write") == (0, "", f"{files} files: 0 written, 0 removed.\n")
    assert told(capsys, "check") == (0, "", f"{files} files, all current.\n")
    assert told(capsys, "diff") == (0, "", "")


@pytest.mark.parametrize("command", ["check", "diff"])
def test_whoever_looks_makes_no_folder(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """All is missing then."""
    code, out, _ = told(capsys, command, *METADATA, "--out", "none")
    assert code == (1 if command == "check" else 0)
    assert not [line for line in out.splitlines() if line.startswith("-") and "---" not in line]
    assert not Path("none").exists()


def test_templates_take_the_place_of_others(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    """Those of a folder that is given, or that the project names."""
    mine = folder / "mine"
    mine.mkdir()
    text = '"""Mine."""\n'
    (mine / "tests_package.py.jinja").write_text(text, encoding="utf-8")
    file = "acme_ops_tests/__init__.py"
    for options, settings in ((["--templates", "mine"], ""), ([], 'templates = "mine"\n')):
        Path("pyproject.toml").write_text(f"[tool.twilio-ops]\n{settings}", encoding="utf-8")
        code, out, err = told(capsys, "check", *TREE, *options)
        assert code == 1 and f"+{text}" in out
        given = "".join(f" {word}" for word in options)
        assert err == (
            f"stale: {file}\nRun `python -m twilio_ops_codegen write {' '.join(METADATA)}{given}"
            f" --out {CASE / 'expected'}` to mend this.\n"
        )
    code, out, _ = told(capsys, "explain", str(CASE / "expected" / file), *TREE)
    assert (code, out.splitlines()[1]) == (0, "  template: tests_package.py.jinja")


def test_a_write_that_was_broken_off_is_told_by_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what mends it, and nothing is compared."""
    from twilio_ops_codegen.commands import tree

    def unfinished(*_: object) -> Any:
        raise tree.Unfinished("a write was broken off")

    monkeypatch.setattr(tree, "compare", unfinished)
    words = " ".join(TREE)
    said = (
        f"a write was broken off\nRun `python -m twilio_ops_codegen write {words}` to mend this.\n"
    )
    assert told(capsys, "check", *TREE) == (1, "", said)


def test_a_document_is_imported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into the project's catalog, or another; how documents are written is told with -v."""
    text = json.dumps(document(Street={"type": "string"}))
    Path("a.json").write_text(text, encoding="utf-8")
    code, out, err = told(capsys, "import", "a.json")
    assert (code, err) == (0, "") and out.endswith("\n")
    assert Path("metadata/catalog.yaml").is_file()
    usual = shown(ROOT / "metadata" / "import.yaml")
    code, again, err = told(capsys, "import", "a.json", "--into", "other", "-v")
    assert (code, again, err) == (0, out, f"conventions: {usual}\n")
    files = {one.name for one in Path("other").rglob("*")}
    assert files == {one.name for one in Path("metadata").rglob("*")}
    shutil.copy(ROOT / "metadata" / "import.yaml", "other")
    assert told(capsys, "import", "a.json", "--into", "other", "-v")[2] == "conventions: other/import.yaml\n"  # fmt: skip
    assert told(capsys, "schema") == told(capsys, "schema", "--into", "s") == (0, "", "")
    assert {one.name for one in Path("s").iterdir()} == {one.name for one in Path("metadata/schema").iterdir()}  # fmt: skip


def test_a_folder_without_a_catalog_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """With each way to say where one is."""
    said = (
        "there is no catalog here: metadata is no folder. Give --catalog, set `catalog` in"
        " [tool.twilio-ops] of pyproject.toml, or make one with `twilio-ops codegen init`\n"
    )
    for words in (["list"], ["write"], ["schema"]):
        assert told(capsys, *words) == (2, "", said)


KEYS = "catalog, out, changelog, templates, conventions, suppressions"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tool.twilio-ops]\nother = "x"\n', f": [tool.twilio-ops]: other: is not known; expected one of {KEYS}"),
        ("[tool.twilio-ops]\nout = 3\n", ": [tool.twilio-ops]: out: expected a path relative to this file, not 3"),
        ("[tool]\ntwilio-ops = 3\n", ": [tool.twilio-ops]: is no table"),
    ],
)  # fmt: skip
def test_settings_are_told_whole(capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    """With the file, as it lies from here."""
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert told(capsys, "list") == (2, "", f"pyproject.toml{said}\n")


@pytest.mark.parametrize("data", [b"[tool\n", b"\xff\n"])
def test_a_manifest_that_is_no_toml(capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    """Neither in form nor in letters; a folder of that name is none."""
    Path("pyproject.toml").write_bytes(data)
    code, out, err = told(capsys, "list")
    assert (code, out) == (2, "") and err.startswith("pyproject.toml is not TOML: ")
    Path("pyproject.toml").unlink()
    Path("pyproject.toml").mkdir()
    assert load_settings().manifest is None


def test_each_place_is_one_of_the_project_s(folder: Path) -> None:
    """Relative to the file that names it."""
    names = KEYS.split(", ")
    rows = "".join(f'{name} = "of/{name}"\n' for name in names)
    Path("pyproject.toml").write_text(f"[tool.twilio-ops]\n{rows}", encoding="utf-8")
    (folder / "below").mkdir()
    found = load_settings(folder / "below")
    assert {name: getattr(found, name) for name in names} == {name: folder / "of" / name for name in names}  # fmt: skip
    Path("pyproject.toml").write_text("[tool.twilio-ops]\n", encoding="utf-8")
    found = load_settings()
    assert (found.catalog, found.out, found.changelog) == (folder / "metadata", folder / "generated", folder / "changelog.d")  # fmt: skip


NEXT = "Next: `twilio-ops codegen write` generates generated/{}."
MADE = ["pyproject.toml", "metadata/", "README.md", "changelog.d/README.md", ".pre-commit-config.yaml", ".github/workflows/codegen.yml"]  # fmt: skip
REQUIRED = f"twilio-ops[codegen]=={version('twilio-ops')}"
TABLE = {"catalog": "metadata", "out": "generated", "changelog": "changelog.d"}


def test_what_init_makes(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    """It is named file by file, with what comes next; each file says what it is to say."""
    said = "".join(f"made: {name}\n" for name in MADE) + NEXT.format("place_ops") + "\n"
    assert told(capsys, "init", "--from", "2010") == (0, "", said)
    assert {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file() and "metadata" not in one.parts} == {*MADE} - {"metadata/"}  # fmt: skip
    ours = {one.relative_to(ROOT / "metadata") for one in (ROOT / "metadata").rglob("*")}
    assert {
        one.relative_to(folder / "metadata") for one in (folder / "metadata").rglob("*")
    } == ours
    assert tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8")) == {
        "build-system": {"requires": ["hatchling"], "build-backend": "hatchling.build"},
        "project": {
            "name": "place-ops", "version": "0.1.0", "readme": "README.md",
            "description": "Typed operations, generated from a catalog",
            "requires-python": ">=3.11", "dependencies": [f"twilio-ops=={version('twilio-ops')}"],
        },
        "tool": {
            "hatch": {"build": {"targets": {"wheel": {"packages": ["generated/place_ops"]}}}},
            "twilio-ops": TABLE,
        },
    }  # fmt: skip
    readme = Path("README.md").read_text(encoding="utf-8")
    assert readme.startswith(
        "# place-ops\n\nTyped operations in `generated/place_ops`, generated from the catalog in"
        f" `metadata/`.\n\n    pip install '{REQUIRED}'\n"
    )
    commands = re.findall(r"^    twilio-ops codegen (\w+)", readme, re.MULTILINE)
    assert commands == ["import", "write", "check", "changes"]
    assert "`metadata/overlays/`" in readme and "`changelog.d/`" in readme
    fragments = Path("changelog.d/README.md").read_text(encoding="utf-8")
    assert fragments.startswith("# Changelog fragments\n\nA file `NAME.KIND.md` for each change")
    hook = {
        "id": "codegen-check", "name": "generated files are current",
        "entry": "twilio-ops codegen check", "language": "python",
        "additional_dependencies": [REQUIRED], "pass_filenames": False, "always_run": True,
    }  # fmt: skip
    hooks: Any = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks == {"repos": [{"repo": "local", "hooks": [hook]}]}
    text = Path(".github/workflows/codegen.yml").read_text(encoding="utf-8")
    assert text.startswith("# The generated package is what the catalog gives, and the changelog ")
    workflow: Any = yaml.load(text, yaml.BaseLoader)
    job = workflow["jobs"]["check"]
    assert (workflow["permissions"], job["permissions"]) == ({}, {"contents": "read"})
    assert workflow["on"] == {"push": {"branches": ["main"]}, "pull_request": ""}
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [one.partition("@")[0] for one in used] == ["actions/checkout", "actions/setup-python"]
    for one in used:
        assert re.search(rf"^      - uses: {re.escape(one)} # v\d+\.\d+\.\d+$", text, re.MULTILINE)
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one)
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        f"pip install '{REQUIRED}'",
        "twilio-ops codegen check",
        "twilio-ops codegen changes HEAD^1 --check-release --format github",
    ]


def test_a_document_is_a_beginning(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    """What was taken of it is said; the package may be called otherwise. A manifest is completed."""
    source = tmp_path / "a.json"
    source.write_text(json.dumps(document(Street={"type": "string"})), encoding="utf-8")
    head = '[project]\nname = "mine"\n'
    Path("pyproject.toml").write_text(head, encoding="utf-8")
    code, out, err = told(capsys, "init", "--from", str(source), "--package", "my_parcels")
    first, *rest = err.splitlines()
    assert (code, out) == (0, "")
    assert rest == [*(f"made: {name}" for name in MADE), NEXT.format("my_parcels")]
    assert told(capsys, "import", str(source), "--into", "other")[1].startswith(f"{first}\n")
    manifest = Path("pyproject.toml").read_text(encoding="utf-8")
    assert manifest.startswith(f"{head}\n[tool.twilio-ops]\n")
    assert tomllib.loads(manifest)["tool"]["twilio-ops"] == TABLE
    assert "\npackage: my_parcels\n" in Path("metadata/catalog.yaml").read_text(encoding="utf-8")
    ours = (ROOT / "metadata" / "import.yaml").read_bytes()
    assert Path("metadata/import.yaml").read_bytes() == ours


@pytest.mark.parametrize(
    ("words", "there", "said"),
    [
        ("--from 2011", [], "--from: 2011 is no file, and not the version 2010-04-01 of the catalog that comes along"),
        ("--from 2010 --package My", [], "--package: 'My' is no name of a package; expected such as my_ops"),
        ("--from 2010", ["README.md"], "this folder has README.md already: nothing was written"),
        ("--from 2010", ["pyproject.toml", ".pre-commit-config.yaml", "metadata"], "this folder has [tool.twilio-ops] in pyproject.toml, metadata, .pre-commit-config.yaml already: nothing was written"),
    ],
)  # fmt: skip
def test_what_init_refuses_is_told_whole(
    capsys: pytest.CaptureFixture[str], folder: Path, words: str, there: list[str], said: str
) -> None:
    """And nothing is written."""
    for name in there:
        Path(name).write_text("[tool.twilio-ops]\n", encoding="utf-8")
    assert told(capsys, "init", *words.split()) == (2, "", f"{said}\n")
    assert sorted(os.listdir(folder)) == sorted(there)
