"""What is on disk beside what is to be there: compared, told apart, replaced whole, formatted once."""

from __future__ import annotations

import concurrent.futures
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.emit import format as formatting
from twilio_ops_codegen.emit import swap as swapping
from twilio_ops_codegen.emit.format import Formatter, Source
from twilio_ops_codegen.emit.render import RenderedFile
from twilio_ops_codegen.emit.swap import alone, finish, left, swap, unfinished
from twilio_ops_codegen.emit.write import (
    MARKER,
    MARKER_TEXT,
    Unfinished,
    compare,
    put_right,
    replace,
)

MADE_FOR = "acme"
NEW = {"acme/a.py": "a = 1\n", "acme/sub/b.txt": "b\n", "acme_tests/c.py": "c = 1\n"}


def rendered(files: dict[str, str]) -> list[RenderedFile]:
    """The files as they come from rendering."""
    return [RenderedFile(path, text, "") for path, text in files.items()]


def written(out: Path, files: dict[str, str], made_for: str = MADE_FOR) -> None:
    """Writes files as the command does."""
    with alone(out):
        put_right(out)
        replace(compare(out, rendered(files), made_for))


def tree(folder: Path) -> dict[str, str]:
    """All files of a folder but markers."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def test_a_tree_is_written_and_then_clean(tmp_path: Path) -> None:
    """Each top folder says who wrote it, and for what."""
    out = tmp_path / "deep" / "out"
    written(out, NEW)
    assert tree(out) == NEW
    for root in ("acme", "acme_tests"):
        assert (out / root / MARKER).read_text(encoding="utf-8") == f"{MARKER_TEXT}{MADE_FOR}\n"
    found = compare(out, rendered(NEW), MADE_FOR)
    assert found.clean and [*found.diff()] == []
    assert sorted(os.listdir(out)) == ["acme", "acme_tests"]


def test_what_differs_is_told_by_kind(tmp_path: Path) -> None:
    """Stale, missing, too many; and as a diff that a tool reads."""
    written(tmp_path, NEW)
    (tmp_path / "acme/a.py").write_text("a = 2\n", encoding="utf-8")
    (tmp_path / "acme/sub/b.txt").unlink()
    (tmp_path / "acme/old.py").write_text("old = 1\n", encoding="utf-8")
    (tmp_path / "acme/empty").mkdir()
    (tmp_path / "acme/__pycache__").mkdir()
    (tmp_path / "acme/__pycache__/a.pyc").write_text("", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    found = compare(tmp_path, rendered(NEW), MADE_FOR)
    assert not found.clean
    assert (found.stale, found.missing) == (("acme/a.py",), ("acme/sub/b.txt",))
    assert found.orphaned == ("acme/empty/", "acme/old.py")
    text = "".join(found.diff())
    assert text == (
        "--- a/acme/a.py\n+++ b/acme/a.py\n@@ -1 +1 @@\n-a = 2\n+a = 1\n"
        "Folder acme/empty/ removed\n"
        "--- a/acme/old.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-old = 1\n"
        "--- /dev/null\n+++ b/acme/sub/b.txt\n@@ -0,0 +1 @@\n+b\n"
    )
    written(tmp_path, NEW)
    assert tree(tmp_path) == NEW
    assert sorted(os.listdir(tmp_path)) == ["acme", "acme_tests", "mine"]


@pytest.mark.parametrize("only", ["stale", "missing", "orphaned"])
def test_one_difference_is_enough(tmp_path: Path, only: str) -> None:
    """Of whichever kind."""
    written(tmp_path, NEW)
    path = tmp_path / "acme/a.py"
    if only == "missing":
        path.unlink()
    else:
        (path if only == "stale" else path.with_name("b.py")).write_text("", encoding="utf-8")
    found = compare(tmp_path, rendered(NEW), MADE_FOR)
    assert not found.clean and len(getattr(found, only)) == 1


def test_what_is_the_same_stays_the_same_file(tmp_path: Path) -> None:
    """A file, and a top folder of which nothing differs; what differs is another."""
    written(tmp_path, NEW)
    before = {path: (tmp_path / path).stat().st_ino for path in (*NEW, "acme_tests")}
    written(tmp_path, NEW | {"acme/a.py": "a = 2\n"})
    after = {path: (tmp_path / path).stat().st_ino for path in (*NEW, "acme_tests")}
    assert {path for path in after if after[path] != before[path]} == {"acme/a.py"}
    assert (tmp_path / "acme/a.py").read_text(encoding="utf-8") == "a = 2\n"


def test_where_files_have_one_name_each_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every file system gives a second."""
    written(tmp_path, NEW)

    def refused(*places: object) -> None:
        raise OSError(1, "not permitted")

    monkeypatch.setattr(os, "link", refused)
    written(tmp_path, NEW | {"acme/a.py": "a = 2\n"})
    assert tree(tmp_path) == NEW | {"acme/a.py": "a = 2\n"}


def test_a_link_is_a_difference_and_becomes_a_file(tmp_path: Path) -> None:
    """Though it leads to the same text; a linked folder within is one too many."""
    out, away = tmp_path / "out", tmp_path / "away"
    written(out, NEW)
    away.mkdir()
    (away / "a.py").write_text(NEW["acme/a.py"], encoding="utf-8")
    (out / "acme/a.py").unlink()
    (out / "acme/a.py").symlink_to(away / "a.py")
    (out / "acme/linked").symlink_to(away)
    found = compare(out, rendered(NEW), MADE_FOR)
    assert found.missing == ("acme/a.py",) and found.orphaned == ("acme/linked/",)
    written(out, NEW)
    assert not (out / "acme/a.py").is_symlink() and not (out / "acme/linked").exists()
    assert tree(away) == {"a.py": NEW["acme/a.py"]}


def test_a_package_of_another_name_made_for_the_same_is_removed(tmp_path: Path) -> None:
    """One that was made for something else, or whose marker is of a person, is not."""
    written(tmp_path, {"old/a.py": "a = 1\n"})
    written(tmp_path, {"other/a.py": "a = 1\n"}, "other")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / MARKER).write_text("mine\n", encoding="utf-8")
    assert compare(tmp_path, rendered(NEW), MADE_FOR).orphaned == ("old/",)
    written(tmp_path, NEW)
    assert sorted(os.listdir(tmp_path)) == ["acme", "acme_tests", "mine", "other"]


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda path: path.write_text("", encoding="utf-8"), "is a file and no folder"),
        (lambda path: path.symlink_to("away"), "is a link and no folder"),
        (lambda path: (path / "x").mkdir(parents=True), f"holds files but no {MARKER}"),
    ],
)
def test_what_is_of_somebody_else_is_left_alone(
    tmp_path: Path, prepare: Callable[[Path], Any], message: str
) -> None:
    """The message says why; an empty folder may be filled."""
    out = tmp_path / "out"
    out.mkdir()
    prepare(out / "acme")
    with pytest.raises(CodegenError, match=message):
        compare(out, rendered(NEW), MADE_FOR)
    empty = tmp_path / "empty"
    (empty / "acme").mkdir(parents=True)
    written(empty, NEW)
    assert tree(empty) == NEW


def catalog(*operations: str) -> str:
    """What a package carries of its catalog."""
    actions = {f"A{number}": {"operation": name} for number, name in enumerate(operations)}
    return json.dumps({"objects": {"Thing": {"actions": actions}}})


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        (catalog("FetchA", "ListA"), catalog("ListA"), False),
        (catalog("FetchB", "FetchA"), catalog("FetchC"), True),
        (catalog(), catalog("FetchC"), False),
        (catalog("FetchA"), catalog(), False),
        ("no json", catalog("FetchA"), False),
        ("[]", catalog("FetchA"), False),
        ('{"objects": {"Thing": {"actions": {"Get": {"operation": 1}}, "Box": 1}}}', catalog("FetchA"), False),
        ('{"objects": {"Thing": {"actions": [1]}, "Box": {"actions": {"Get": 1}}}}', catalog("FetchA"), False),
    ],
)  # fmt: skip
def test_a_package_of_another_document_is_not_replaced(
    tmp_path: Path, old: str, new: str, refused: bool
) -> None:
    """One that has an operation in common may be; so may one that says nothing of its operations."""
    written(tmp_path, {"acme/_catalog.json": old})
    if refused:
        with pytest.raises(CodegenError, match="such as FetchA, of which this catalog has none"):
            compare(tmp_path, rendered({"acme/_catalog.json": new}), MADE_FOR)
    else:
        written(tmp_path, {"acme/_catalog.json": new})
        assert tree(tmp_path) == {"acme/_catalog.json": new}


# -- folders in place of others


def put(text: str) -> Callable[[str, Path], None]:
    """Stages a folder with one file."""

    def stage(name: str, new: Path) -> None:
        new.mkdir()
        (new / "file").write_text(f"{name} {text}", encoding="utf-8")

    return stage


def test_folders_are_swapped_and_removed(tmp_path: Path) -> None:
    """What nothing is staged for goes; nothing else is touched, nothing is left."""
    swap(tmp_path, ["a", "b", "c"], put("old"))
    swap(tmp_path, ["b", "a"], lambda name, new: put("new")(name, new) if name == "a" else None)
    assert tree(tmp_path) == {"a/file": "a new", "c/file": "c old"}
    assert sorted(os.listdir(tmp_path)) == ["a", "c"]


def test_a_failing_stage_leaves_all_as_it_was(tmp_path: Path) -> None:
    """And nothing beside it."""
    swap(tmp_path, ["a", "b"], put("old"))

    def failing(name: str, new: Path) -> None:
        put("new")(name, new)
        if name == "b":
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        swap(tmp_path, ["a", "b"], failing)
    assert tree(tmp_path) == {"a/file": "a old", "b/file": "b old"}
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("at", range(1, 6))
def test_a_failing_move_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """At whichever of the moves it fails."""
    swap(tmp_path, ["a", "b", "c"], put("old"))
    before = tree(tmp_path)
    rename, made = os.rename, 0

    def failing(old: Path, new: Path) -> None:
        nonlocal made
        made += 1
        if made == at + 1:  # the first puts the journal in its place
            raise OSError(5, "broken")
        rename(old, new)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(OSError, match="broken"):
        swap(
            tmp_path,
            ["a", "b", "c"],
            lambda name, new: None if name == "c" else put("new")(name, new),
        )
    assert tree(tmp_path) == before
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]


def killed(out: Path, aside: str = ".codegen-x", **journal: Any) -> Path:
    """What a killed run has left: a folder with a staged one, and its journal."""
    folder = out / aside
    (folder / "new" / "a").mkdir(parents=True)
    (folder / "old").mkdir()
    (folder / "new" / "a" / "file").write_text("a new", encoding="utf-8")
    if journal:
        (folder / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
    return folder


def test_a_killed_swap_is_done_or_removed(tmp_path: Path) -> None:
    """Done, if its journal was there; else nothing of it had happened."""
    swap(tmp_path, ["a", "b"], put("old"))
    aside = killed(tmp_path)
    (tmp_path / ".codegen-file").write_text("no folder", encoding="utf-8")
    (tmp_path / ".codegen-link").symlink_to(tmp_path / "a")
    assert left(tmp_path) == [aside] and unfinished(tmp_path) == []
    assert compare(tmp_path, [], MADE_FOR).orphaned == (".codegen-x/",)
    checked: list[Path] = []
    finish(tmp_path, checked.append)
    assert checked == [] and not aside.exists()
    assert tree(tmp_path)["a/file"] == "a old"
    aside = killed(tmp_path, new=["a"], gone=["b", "lost"])
    assert unfinished(tmp_path) == [aside]
    with pytest.raises(Unfinished, match="neither the old tree nor"):
        compare(tmp_path, [], MADE_FOR)
    finish(tmp_path, checked.append)
    assert checked == [tmp_path / "a", tmp_path / "b", tmp_path / "lost"]
    assert tree(tmp_path) == {".codegen-file": "no folder", "a/file": "a new"}
    assert left(tmp_path) == left(tmp_path / "missing") == []


def test_a_journal_that_is_a_link_is_none(tmp_path: Path) -> None:
    """It is not read: what is staged is removed."""
    aside = killed(tmp_path)
    (tmp_path / "elsewhere").write_text('{"new": ["a"], "gone": []}', encoding="utf-8")
    (aside / "journal.json").symlink_to(tmp_path / "elsewhere")
    finish(tmp_path, lambda path: None)
    assert not aside.exists() and not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "journal",
    [
        {"new": ["../a"], "gone": []}, {"new": [], "gone": ["a/b"]}, {"new": [""], "gone": []}, {"new": ["."], "gone": []},
        {"new": [".."], "gone": []}, {"new": [".codegen-y"], "gone": []}, {"new": ["a\n"], "gone": []}, {"new": [1], "gone": []},
        {"new": "a", "gone": []}, {"new": []}, {"gone": []},
    ],
)  # fmt: skip
def test_a_journal_of_something_else_is_refused(tmp_path: Path, journal: dict[str, Any]) -> None:
    """Nothing is moved for it."""
    aside = killed(tmp_path, **journal)
    with pytest.raises(CodegenError, match="is no journal of this generator"):
        finish(tmp_path, lambda path: None)
    assert (aside / "new" / "a" / "file").exists()
    for text in ("", "[]", "{"):
        (aside / "journal.json").write_text(text, encoding="utf-8")
        with pytest.raises(CodegenError, match="is no journal of this generator"):
            finish(tmp_path, lambda path: None)


def test_a_lock_makes_a_folder_for_writing_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading needs neither the folder nor a system with locks; writing needs both."""
    out = tmp_path / "a" / "b"
    with alone(out, reading=True):
        assert not out.exists()
    with alone(out):
        assert out.is_dir() and os.listdir(out) == []
    with alone(out, reading=True), alone(out, reading=True):
        assert os.listdir(out) == []
    monkeypatch.setitem(__import__("sys").modules, "fcntl", None)
    monkeypatch.setattr(swapping, "find_spec", lambda name: None)
    with alone(out, reading=True):
        pass
    with pytest.raises(CodegenError, match="no locks on folders"), alone(out):
        raise AssertionError


# -- formatting


class Counted:
    """Formats by adding a mark, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, source: Source) -> str:
        self.asked.append(source.path)
        return f"{source.text}# done\n"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """In place of black."""
    found = Counted()
    monkeypatch.setattr(formatting, "_formatted", found)
    return found


def test_a_text_is_formatted_once(tmp_path: Path, counted: Counted) -> None:
    """In a run and in the next; the cache holds what the last run used, and is not written anew for nothing."""
    cache = tmp_path / "deep" / "cache.json"
    one, two = Source("a.py", "a\n"), Source("b.py", "a\n")
    both = {"a.py": "a\n# done\n", "b.py": "a\n# done\n"}
    assert Formatter(cache).format([one, two]) == both
    assert len(counted.asked) == 1
    before = cache.stat().st_ino
    assert Formatter(cache).format([one, two]) == both
    assert len(counted.asked) == 1
    assert cache.stat().st_ino == before
    other = Source("c.py", "c\n")
    assert Formatter(cache).format([other]) == {"c.py": "c\n# done\n"}
    assert len(json.loads(cache.read_text(encoding="utf-8"))) == 1
    assert Formatter(cache).format([one]) == {"a.py": "a\n# done\n"}
    assert counted.asked[1:] == ["c.py", "a.py"]
    assert os.listdir(cache.parent) == ["cache.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_cache_that_is_none_is_made_anew(tmp_path: Path, counted: Counted, text: str) -> None:
    """A crash may have cut it short."""
    cache = tmp_path / "cache.json"
    cache.write_text(text, encoding="utf-8")
    assert Formatter(cache).format([Source("a.py", "a\n")]) == {"a.py": "a\n# done\n"}
    assert len(json.loads(cache.read_text(encoding="utf-8"))) == 1
    assert Formatter().format([]) == {} and counted.asked == ["a.py"]


class Pool:
    """In place of processes: works at once, and counts."""

    made: ClassVar[list[Pool]] = []

    def __init__(self, *, initializer: Callable[[], None]) -> None:
        self.told = 0
        self.made.append(self)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def map(self, work: Callable[..., Any], each: Sequence[Any], chunksize: int = 1) -> list[Any]:
        """Does the work on each."""
        self.told += len(each)
        return [work(one) for one in each]


@pytest.mark.parametrize(("number", "shared"), [(23, []), (24, [24]), (30, [30])])
def test_many_texts_are_shared_among_processes(
    monkeypatch: pytest.MonkeyPatch, counted: Counted, number: int, shared: list[int]
) -> None:
    """Few are not worth it; the result is the same."""
    monkeypatch.setattr(Pool, "made", [])
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Pool)
    sources = [Source(f"{index}.py", f"{index}\n") for index in range(number)]
    found = Formatter().format(sources)
    assert found == {f"{index}.py": f"{index}\n# done\n" for index in range(number)}
    assert [pool.told for pool in Pool.made] == shared
