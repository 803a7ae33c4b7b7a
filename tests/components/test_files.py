"""Files that are there whole or not at all: what is written, who may read it, what is removed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from twilio_ops_components.files import Folder, beside_emulator, to_disk, write_files

posix = pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")


def modes(root: Path) -> dict[str, int]:
    """Who may use what is below a folder, by names."""
    return {str(one.relative_to(root)): stat.S_IMODE(one.stat().st_mode) for one in root.rglob("*")}


def test_what_was_half_written_is_removed_from_each_folder_of_a_run(tmp_path: Path) -> None:
    """And nothing else: not what is whole, hidden or somebody's own."""
    stays = ["report.jsonl", ".hidden", "a.part", "own/.a.xml.part", "errors/a.xml", "inputs/a.xml"]
    for name in [*stays, ".a.xml.part", "errors/.a.xml.part", "inputs/.a.xml.part"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    with Folder(tmp_path) as folder:
        folder.clean()
    left = (one for one in tmp_path.rglob("*") if one.is_file())
    assert sorted(one.relative_to(tmp_path).as_posix() for one in left) == sorted(stays)


@posix
def test_what_a_run_writes_is_its_owners(tmp_path: Path) -> None:
    """Folders that are made and files; what is written over is as short as what it becomes."""
    with Folder(tmp_path) as folder:
        for content in (b"long and longer", b"short"):
            assert folder.write("errors/a.xml", content) == "errors/a.xml"
            assert folder.write("b.xml", content, durable=False) == "b.xml"
            assert (tmp_path / "errors" / "a.xml").read_bytes() == content
            assert (tmp_path / "b.xml").read_bytes() == content
    assert modes(tmp_path) == {"errors": 0o700, "errors/a.xml": 0o600, "b.xml": 0o600}


def test_a_half_written_file_of_before_is_written_anew(tmp_path: Path) -> None:
    """Nothing of it is left behind what is shorter."""
    (tmp_path / ".a.xml.part").write_bytes(b"something longer")
    with Folder(tmp_path) as folder:
        folder.write("a.xml", b"<a/>")
    assert (tmp_path / "a.xml").read_bytes() == b"<a/>"


def test_a_disk_that_takes_a_part_is_given_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what it does not take at all leaves what was there."""
    write = os.write
    with Folder(tmp_path) as folder:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
            folder.write("a.xml", b"<abcdefg/>")

        def full(*_: object) -> int:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(OSError, match="No space left"):
                folder.write("a.xml", b"<b/>")
        with monkeypatch.context() as patch:
            patch.setattr(os, "open", full)
            with pytest.raises(OSError, match="No space left"):
                folder.write("a.xml", b"<b/>")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [
        ("a.xml", b"<abcdefg/>")
    ]


@posix
def test_what_is_durable_is_on_disk_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content before the name, then the name; its time costs nothing."""
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def content_synced(handle: int) -> None:
        done.append("content")
        fsync(handle)

    def named(old: str, new: str) -> None:
        done.append("name")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "fdatasync", content_synced, raising=False)
    monkeypatch.setattr(os, "replace", named)
    with Folder(tmp_path) as folder:
        folder.write("a.xml", b"<a/>")
        assert done == ["content", "name", "folder"]
        folder.write("a.xml", b"<b/>", durable=False)
        assert done[3:] == ["name"]
    done.clear()
    write_files({tmp_path / "b": "b", tmp_path / "c": "c"})
    assert done == ["file", "file", "name", "name"]


def test_a_system_without_fdatasync_brings_all_to_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As macOS and Windows, which have one way only."""
    done: list[int] = []
    monkeypatch.delattr(os, "fdatasync", raising=False)
    monkeypatch.setattr(os, "fsync", done.append)
    to_disk(7)
    assert done == [7]


def test_what_was_lost_is_written_again_and_what_is_there_is_left(tmp_path: Path) -> None:
    """A file that is gone, or is cut short, or is as it was."""
    with Folder(tmp_path) as folder:
        folder.restore("a.xml", b"<a/>")
        assert (tmp_path / "a.xml").read_bytes() == b"<a/>"
        before = (tmp_path / "a.xml").stat().st_ino
        folder.restore("a.xml", b"<a/>")
        assert (tmp_path / "a.xml").stat().st_ino == before
        (tmp_path / "a.xml").write_bytes(b"<a")
        folder.restore("a.xml", b"<a/>")
        assert (tmp_path / "a.xml").read_bytes() == b"<a/>"


@posix
def test_a_folder_lets_go_of_what_it_holds(tmp_path: Path) -> None:
    """Also when it is left twice; it is opened once, however many files are written."""
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        pytest.skip("this system does not list what is open")

    def held() -> int:
        return sum(os.path.realpath(one).startswith(str(tmp_path)) for one in handles.iterdir())

    folder = Folder(tmp_path)
    with folder:
        for name in ("a", "b", "in/a", "in/b"):
            folder.write(name, b"x")
        assert held() == 2
    assert held() == 0
    with folder:
        pass


@posix
def test_files_are_for_all_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    """One that was there keeps its rights; lines end alike everywhere; nothing is left beside."""
    files = {tmp_path / name: f"{name}\nä\n" for name in ("new", "old")}
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o640)
    write_files(files)
    write_files({tmp_path / "secret": ""}, mode=0o600)
    assert modes(tmp_path) == {"new": 0o644, "old": 0o640, "secret": 0o600}
    for path, text in files.items():
        assert path.read_bytes() == text.encode()


def test_no_file_changes_where_one_cannot_be_written(tmp_path: Path) -> None:
    """All are made before the first takes its name."""
    (tmp_path / "a").write_text("old", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        write_files({tmp_path / "a": "new", tmp_path / "none" / "b": "new"})
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [
        ("a", "old")
    ]


@pytest.mark.parametrize(
    ("name", "beside"),
    [("calls.db", "calls.emulator.db"), ("archive", "archive.emulator"), ("a.b.c", "a.b.emulator.c")],
)  # fmt: skip
def test_an_emulator_has_files_of_its_own(name: str, beside: str) -> None:
    """Beside the account's, in the same folder."""
    assert beside_emulator(Path("in") / name) == Path("in") / beside
