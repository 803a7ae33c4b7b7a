"""Writing and importing by real processes: at once, killed, on a full disk, and over links."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    ROOT,
    SID,
    TEXT,
    Node,
    document,
    operation,
    record,
    write,
)
from twilio_ops_codegen.__main__ import main
from twilio_ops_codegen.catalog.errors import CatalogError
from twilio_ops_codegen.catalog.load import load
from twilio_ops_codegen.importer import ImportFailed, import_documents, replacing

CASES = ROOT / "tests" / "cases"
PARCELS = CASES / "parcels" / "metadata"

OBEY = (
    "import json, sys; from twilio_ops_codegen.__main__ import main\n"
    "for line in sys.stdin:\n"
    "    print(main(json.loads(line)), flush=True)"
)
"""A process that runs a command for each line that it is told."""

IMPORT = (
    "import os, resource, sys; from pathlib import Path\n"
    "from twilio_ops_codegen.importer import ImportFailed, import_documents\n"
    "from twilio_ops_codegen.importer import replacing\n"
    "real, left = os.replace, [int(sys.argv[4])]\n"
    "def dying(*places):\n"
    "    left[0] -= 1\n"
    "    if not left[0]: os.kill(os.getpid(), 9)\n"
    "    real(*places)\n"
    "os.replace = dying\n"
    "if sys.argv[5] != '0': resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[5]),) * 2)\n"
    "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "try: import_documents([Path(sys.argv[1])], Path(sys.argv[2]), Path(sys.argv[3]))\n"
    "except ImportFailed as error: sys.exit(str(error))"
)
"""An import that is killed before it has moved so many files, or cannot write larger ones."""


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def obeying() -> Iterator[subprocess.Popen[str]]:
    """A process that runs commands one after the other."""
    process = subprocess.Popen(
        [sys.executable, "-c", OBEY],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def tell(process: subprocess.Popen[str], *command: object) -> None:
    """Tells a process to run a command."""
    assert process.stdin is not None
    process.stdin.write(json.dumps([str(part) for part in command]) + "\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> int:
    """The exit code of the command that a process was told, passing over what it prints."""
    assert process.stdout is not None
    while not (line := process.stdout.readline()).strip().isdecimal():
        assert line, "the process has ended"
    return int(line)


@pytest.mark.parametrize(
    "pairs", [pytest.param(2, id="some"), pytest.param(60, id="many", marks=pytest.mark.slow)]
)
def test_writes_at_once_leave_the_one_tree_or_the_other(tmp_path: Path, pairs: int) -> None:
    """Whichever comes last; both say that they have written, and nothing else is left."""
    other = Path(shutil.copytree(PARCELS, tmp_path / "other"))
    file = other / "catalog.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^title: .*", "title: Another", text), encoding="utf-8")
    commands = [
        ("write", "--catalog", catalog, "--out", tmp_path / "out") for catalog in (PARCELS, other)
    ]
    wholes = []
    with obeying() as one, obeying() as two:
        for command in commands:
            tell(one, *command)
            assert heard(one) == 0
            wholes.append(tree(tmp_path / "out"))
        assert wholes[0] != wholes[1]
        for _ in range(pairs):
            tell(one, *commands[0])
            tell(two, *commands[1])
            assert (heard(one), heard(two)) == (0, 0)
            assert tree(tmp_path / "out") in wholes


@pytest.mark.slow
@pytest.mark.parametrize(("how", "points"), [("killed", 30), ("failing", 30), ("limits", 2)])
def test_a_write_that_ends_anywhere_leaves_the_one_tree_or_the_other(
    tmp_path: Path, how: str, points: int
) -> None:
    """Or says that it holds neither until the next write, which brings it to its end and leaves no rest."""
    tmp_path.chmod(0o755)
    program = Path(__file__).with_name("swap_at_every_point.py")
    done = subprocess.run(
        [sys.executable, program, how], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= points


@pytest.mark.slow
def test_a_journal_of_a_write_is_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It moves folders of this generator's alone, and none out of the tree; check says what it sees."""
    out, mine = tmp_path / "out", tmp_path / "out" / "mine"
    mine.mkdir(parents=True)
    (mine / "kept").write_text("kept", encoding="utf-8")
    (tmp_path / "kept").write_text("kept", encoding="utf-8")
    aside = out / ".codegen-x"
    (aside / "new" / "mine").mkdir(parents=True)
    (aside / "old").mkdir()
    write_command = ["write", "--catalog", str(PARCELS), "--out", str(out), "--no-cache"]
    for names, said in (
        (["mine"], "mine holds files but no .codegen"),
        (["../kept"], "is no journal of this generator's"),
        (["."], "is no journal of this generator's"),
        ("mine", "is no journal of this generator's"),
    ):
        (aside / "journal.json").write_text(
            json.dumps({"new": names, "gone": []}), encoding="utf-8"
        )
        assert main(write_command) == 2
        assert said in capsys.readouterr().err
        assert main(["check", *write_command[1:]]) == 1
        assert "a write was ended before it was done" in capsys.readouterr().err
    assert tree(tmp_path)["out/mine/kept"] == tree(tmp_path)["kept"] == b"kept"
    (aside / "journal.json").write_text(json.dumps({"new": [], "gone": []}), encoding="utf-8")
    assert main(write_command) == 0
    assert sorted(os.listdir(out)) == ["acme_ops", "acme_ops_tests", "mine"]


def step(*names: str) -> Node:
    """A document with some objects."""
    return document(
        {
            f"/v1/{name}s": {"get": operation(f"Fetch{name}", record(sid=SID, **{name: TEXT}))}
            for name in names
        }
    )


def run(path: Path, into: Path, *, killed_at: int = 0, most: int = 0) -> int:
    """Imports in a process of its own; its exit code."""
    command = [sys.executable, "-c", IMPORT, path, into, CONVENTIONS, killed_at, most]
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, check=False, capture_output=True, text=True
    )
    return done.returncode


def test_a_killed_import_is_done_by_the_next(tmp_path: Path) -> None:
    """Its catalog is not read meanwhile; nothing of it, and nothing old, is left."""
    into = tmp_path / "catalog"
    import_documents([write(tmp_path, step("Crate", "Parcel"), "old.json")], into, CONVENTIONS)
    path = write(tmp_path, step("Crate", "Label", "Pallet"), "new.json")
    path.write_text(path.read_text(encoding="utf-8").replace("Crates", "Boxes"), encoding="utf-8")
    import_documents([path], tmp_path / "whole", CONVENTIONS)
    assert run(path, into, killed_at=2) == -9
    with pytest.raises(CatalogError, match="ended before it was done; run the same import again"):
        load(into)
    report = import_documents([path], into, CONVENTIONS)
    assert not report.changed
    assert tree(into) == tree(tmp_path / "whole")
    assert sorted(os.listdir(into)) == ["api", "catalog.yaml", "schema"]


@pytest.mark.slow  # 70 points twice, each in a process of its own
@pytest.mark.parametrize("how", ["killed", "failing"])
def test_an_import_that_ends_anywhere_leaves_the_one_catalog_or_the_other(
    tmp_path: Path, how: str
) -> None:
    """Or says that it holds neither until the next import, which does the rest and leaves nothing beside it."""
    program = Path(__file__).with_name("import_at_every_point.py")
    done = subprocess.run(
        [sys.executable, program, how], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 60


def test_an_import_that_cannot_be_staged_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk may be full before the first new file is written: the old ones are all there."""
    into = tmp_path / "catalog"
    import_documents([write(tmp_path, step("Crate", "Box"), "old.json")], into, CONVENTIONS)
    before = tree(into)
    path = write(tmp_path, step("Crate", "Case"), "new.json")
    path.write_text(path.read_text(encoding="utf-8").replace("Crates", "Boxes"), encoding="utf-8")

    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(replacing, "_write", full)
    with pytest.raises(ImportFailed, match="no space left"):
        import_documents([path], into, CONVENTIONS)
    assert tree(into) == before


@pytest.mark.slow
def test_an_import_on_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Nothing is left beside it, either, and the next import goes through."""
    into = tmp_path / "catalog"
    import_documents([write(tmp_path, step("Crate"), "old.json")], into, CONVENTIONS)
    before = tree(into)
    names = [f"Field{number}" for number in range(80)]
    large = document(
        {"/v1/Crates": {"get": operation("FetchCrate", record(**dict.fromkeys(names, TEXT)))}}
    )
    path = write(tmp_path, large, "new.json")
    assert run(path, into, most=1000) == 1
    assert tree(into) == before
    assert sorted(os.listdir(into)) == ["api", "catalog.yaml", "schema"]
    assert run(path, into) == 0


@pytest.mark.parametrize("place", [".Crate.yaml.new", ".import-x", "api/v1/Crate.yaml"])
def test_an_import_follows_no_link(tmp_path: Path, place: str) -> None:
    """Whatever it is called, and where a file goes: what it leads to stays as it is."""
    into = tmp_path / "catalog"
    import_documents([write(tmp_path, step("Parcel"), "old.json")], into, CONVENTIONS)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("kept", encoding="utf-8")
    leads = elsewhere / "kept" if place.endswith((".yaml", ".new")) else elsewhere
    (into / place).symlink_to(leads)
    import_documents([write(tmp_path, step("Parcel", "Crate"), "new.json")], into, CONVENTIONS)
    assert (elsewhere / "kept").read_text(encoding="utf-8") == "kept"
    assert os.listdir(elsewhere) == ["kept"]
    assert not (into / "api/v1/Crate.yaml").is_symlink()


def test_an_import_into_a_linked_folder_is_refused(tmp_path: Path) -> None:
    """Its files would be written where the link leads."""
    into, elsewhere = tmp_path / "catalog", tmp_path / "elsewhere"
    import_documents([write(tmp_path, step("Parcel"), "old.json")], into, CONVENTIONS)
    (into / "api/v1").rename(elsewhere)
    (into / "api/v1").symlink_to(elsewhere)
    before = tree(elsewhere)
    with pytest.raises(ImportFailed, match="is a link, which is not followed"):
        import_documents([write(tmp_path, step("Parcel", "Crate"), "new.json")], into, CONVENTIONS)
    assert tree(elsewhere) == before


def test_a_journal_that_leads_out_of_the_catalog_is_refused(tmp_path: Path) -> None:
    """It is data like any other: nothing outside is written or removed."""
    into = tmp_path / "catalog"
    path = write(tmp_path, step("Parcel"), "old.json")
    import_documents([path], into, CONVENTIONS)
    (into / ".import-x").mkdir()
    journal = {"wanted": [], "unwanted": ["../kept"]}
    (into / ".import-x" / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
    (tmp_path / "kept").write_text("kept", encoding="utf-8")
    with pytest.raises(ImportFailed, match="leads out of the catalog"):
        import_documents([path], into, CONVENTIONS)
    assert (tmp_path / "kept").exists()
