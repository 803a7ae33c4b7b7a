"""Replacing the files of a catalog, all or none, whenever it ends.

What is new is staged in one folder beside the catalog's files, with a journal of what goes where. Only
when all of it is written does the journal get its name: from then on the import has happened. A run that
is killed later leaves a journal, and the next import does the rest; until then the catalog is not read.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from twilio_ops_codegen.catalog.load import IMPORTING, JOURNAL
from twilio_ops_codegen.catalog.plain import is_list

__all__ = ["finish", "replace_all"]

_OLD = "old"


def replace_all(into: Path, files: Mapping[Path, str], gone: Iterable[Path]) -> None:
    """Writes files into a catalog's folder and removes others.

    No link is followed: where one stands in the place of a file, the file takes its place. Whoever
    calls holds the lock on the folder.

    Args:
        into: The folder; it is there.
        files: The text of each file.
        gone: The files that are removed.

    Raises:
        OSError: Something cannot be done; everything is as it was.
    """
    wanted = [path.relative_to(into).as_posix() for path in files]
    unwanted = [path.relative_to(into).as_posix() for path in gone]
    _check_places(into, (*wanted, *unwanted))
    aside = Path(tempfile.mkdtemp(prefix=IMPORTING, dir=into))
    made: list[Path] = []
    begun = False
    try:
        (aside / _OLD).mkdir()
        for number, text in enumerate(files.values()):
            _write(aside / str(number), text)
        _write(aside / "unnamed", json.dumps({"wanted": wanted, "unwanted": unwanted}))
        for name in wanted:
            made += _folders(into, name)
        for number, name in enumerate((*wanted, *unwanted)):
            _keep(into / name, aside / _OLD / str(number))
        begun = True
        os.rename(aside / "unnamed", aside / JOURNAL)
        _carry_out(into, aside, wanted, unwanted)
    except BaseException:
        if begun:
            _take_back(into, aside, wanted, unwanted)
        for folder in reversed(made):
            folder.rmdir()
        _remove(aside)
        raise
    _remove(aside)


def finish(into: Path) -> None:
    """Does the rest of an import that was killed, or removes what it had staged.

    Args:
        into: The catalog's folder; whoever calls holds the lock on it.

    Raises:
        OSError: It cannot be done.
    """
    for aside in sorted(into.glob(f"{IMPORTING}*")):
        if aside.is_symlink() or not aside.is_dir():
            continue
        journal = aside / JOURNAL
        if journal.is_file() and not journal.is_symlink():
            told = json.loads(journal.read_text(encoding="utf-8"))
            wanted, unwanted = (_names(told.get(key)) for key in ("wanted", "unwanted"))
            _check_places(into, (*wanted, *unwanted))
            _carry_out(into, aside, wanted, unwanted)
        _remove(aside)


def _carry_out(into: Path, aside: Path, wanted: list[str], unwanted: list[str]) -> None:
    """Moves what is staged to its place, but for what has been moved already."""
    for number, name in enumerate(wanted):
        if os.path.lexists(aside / str(number)):
            os.replace(aside / str(number), into / name)
    for name in unwanted:
        (into / name).unlink(missing_ok=True)


def _take_back(into: Path, aside: Path, wanted: list[str], unwanted: list[str]) -> None:
    """Puts back what was there; where this is cut short, the journal still says what is to be done."""
    for number, name in enumerate((*wanted, *unwanted)):
        staged, old = aside / str(number), aside / _OLD / str(number)
        if number < len(wanted):
            if os.path.lexists(staged):
                continue  # it has not been moved
            os.replace(into / name, staged)
        if os.path.lexists(old):
            os.replace(old, into / name)


def _remove(aside: Path) -> None:
    """Removes the staging folder, its journal first: without it there is nothing to do."""
    (aside / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(aside, ignore_errors=True)


def _names(value: object) -> list[str]:
    return [str(name) for name in value] if is_list(value) else []


def _check_places(into: Path, names: Iterable[str]) -> None:
    """Checks that files may be put into their places: below the folder, through no link, in no folder's.

    Raises:
        OSError: One may not.
    """
    known: set[PurePosixPath] = set()
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise OSError(errno.EINVAL, "leads out of the catalog", name)
        for above in reversed(path.parents):
            if above not in known and above.parts and (into / above).is_symlink():
                raise OSError(errno.ELOOP, "is a link, which is not followed", str(into / above))
            known.add(above)
        if (into / name).is_dir() and not (into / name).is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(into / name))


def _folders(into: Path, name: str) -> Iterator[Path]:
    """Makes the folders that a file stands in; gives those that were not there."""
    for above in reversed(PurePosixPath(name).parents):
        folder = into / above
        if not folder.is_dir():
            folder.mkdir()
            yield folder


def _write(path: Path, text: str) -> None:
    """Writes a new file."""
    with path.open("xb") as file:
        file.write(text.encode("utf-8"))


def _keep(path: Path, old: Path) -> None:
    """Keeps an old file under a second name, if there is one."""
    if not os.path.lexists(path):
        return
    try:
        os.link(path, old, follow_symlinks=False)
    except OSError:  # not every file system can
        shutil.copy2(path, old, follow_symlinks=False)
