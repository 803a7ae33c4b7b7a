"""Taking the place of top folders, all or none, whenever the run ends.

New folders are staged beside the old ones. When all of them are whole, a journal gets its name: from
then on the write has happened, and whatever is left to move is moved by this run or by the next. A run
that ends before leaves nothing but its staging folder, which the next one removes.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

__all__ = ["ASIDE", "alone", "finish", "left", "swap", "unfinished"]

ASIDE = ".codegen-"
"""What the folder begins with that a run stages its files in; the rest of the name is chance's."""
JOURNAL = "journal.json"
"""The file in it that lists the folders whose place is taken, once all that is new is staged."""
_NEW, _OLD = "new", "old"


class _Journal(NamedTuple):
    """The folders that staged ones take the place of, and those that are removed."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


def swap(out: Path, names: Iterable[str], stage: Callable[[str, Path], None]) -> None:
    """Replaces top folders by staged ones; one that nothing is staged for is removed.

    A failure leaves all as it was. Whoever calls holds :func:`alone`.

    Args:
        out: The folder that holds them.
        names: Which are replaced.
        stage: Writes a folder, if there is a new one, to the path that it gets.

    Raises:
        OSError: Something cannot be done.
    """
    wanted = sorted(names)
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=out))
    try:
        for inner in (_NEW, _OLD):
            (aside / inner).mkdir()
        for name in wanted:
            stage(name, aside / _NEW / name)
        journal = _Journal(
            tuple(name for name in wanted if (aside / _NEW / name).exists()),
            tuple(name for name in wanted if not (aside / _NEW / name).exists()),
        )
        (aside / "unnamed").write_text(json.dumps(journal._asdict()), encoding="utf-8")
        os.rename(aside / "unnamed", aside / JOURNAL)
    except BaseException:
        _remove(aside)
        raise
    try:
        _carry_out(out, aside, journal)
    except BaseException:
        # The journal stays until all is back: killed meanwhile, the next run does what it says.
        _take_back(out, aside, journal)
        _remove(aside)
        raise
    _remove(aside)


def finish(out: Path, check: Callable[[Path], None]) -> None:
    """Does the rest of a write that was killed, or removes what it had staged.

    Args:
        out: The folder; whoever calls holds :func:`alone`.
        check: Raises if a folder may not be replaced.

    Raises:
        CodegenError: The journal is none of this generator's, or a folder may not be replaced.
    """
    for aside in left(out):
        if _has_journal(aside):
            journal = _read(aside / JOURNAL)
            for name in (*journal.new, *journal.gone):
                check(out / name)
            _carry_out(out, aside, journal)
        _remove(aside)


def left(out: Path) -> list[Path]:
    """The folders that killed runs have left; a link of such a name is not followed."""
    names = sorted(os.listdir(out)) if out.is_dir() else []
    paths = [out / name for name in names if name.startswith(ASIDE)]
    return [path for path in paths if path.is_dir() and not path.is_symlink()]


def unfinished(out: Path) -> list[Path]:
    """Those of them whose write has happened and has not come to its end: the tree is a mixture."""
    return [aside for aside in left(out) if _has_journal(aside)]


@contextmanager
def alone(out: Path, *, reading: bool = False) -> Generator[None]:
    """Holds the lock on an output folder; who writes is alone, and those who read wait for that.

    The system drops it when the process ends, however it ends, and it leaves no file behind.

    Args:
        out: The folder; it is made if it is to be written and is missing.
        reading: Whether the tree is only read; without locks on folders, or without the folder, there
            is nothing to wait for.

    Raises:
        CodegenError: The folder is to be written, and the system has no locks on folders.
    """
    if reading and not (out.is_dir() and find_spec("fcntl")):
        yield
        return
    try:
        import fcntl
    except ImportError:
        message = "has no locks on folders, so that two runs could mix their files"
        raise CodegenError(f"{out}: this system {message}; write on Linux or macOS") from None
    if not reading:
        out.mkdir(parents=True, exist_ok=True)
    folder = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_SH if reading else fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _carry_out(out: Path, aside: Path, journal: _Journal) -> None:
    """Moves what is old away and what is new to its place, but for what has been moved already."""
    for name in journal.new:
        if os.path.lexists(aside / _NEW / name):
            if os.path.lexists(out / name):
                os.rename(out / name, aside / _OLD / name)
            os.rename(aside / _NEW / name, out / name)
    for name in journal.gone:
        if os.path.lexists(out / name):
            os.rename(out / name, aside / _OLD / name)


def _take_back(out: Path, aside: Path, journal: _Journal) -> None:
    """Undoes as much of :func:`_carry_out` as has been done."""
    for name in journal.new:
        if not os.path.lexists(aside / _NEW / name):
            os.rename(out / name, aside / _NEW / name)
    for name in (*journal.new, *journal.gone):
        if os.path.lexists(aside / _OLD / name):
            os.rename(aside / _OLD / name, out / name)


def _remove(aside: Path) -> None:
    """Removes a staging folder, its journal first: without it there is nothing to do."""
    (aside / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(aside, ignore_errors=True)


def _has_journal(aside: Path) -> bool:
    journal = aside / JOURNAL
    return journal.is_file() and not journal.is_symlink()


def _read(path: Path) -> _Journal:
    try:
        told = json.loads(path.read_bytes())
    except ValueError:
        told = None
    if is_mapping(told):
        lists = [told.get(key) for key in _Journal._fields]
        if all(is_list(each) and all(map(_is_name, each)) for each in lists):
            new, gone = (tuple(map(str, each)) for each in lists if is_list(each))
            return _Journal(new, gone)
    message = "is no journal of this generator's; remove its folder and write again"
    raise CodegenError(f"{path}: {message}")


def _is_name(name: object) -> bool:
    return (
        isinstance(name, str)
        and name == Path(name).name
        and name.isprintable()
        and not name.startswith(ASIDE)
        and name not in ("", ".", "..")
    )
