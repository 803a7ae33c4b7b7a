"""Catalog files as text, one row a line, and writing them so that nothing is half done."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .yaml_text import block, row

SCHEMA = "# yaml-language-server: $schema="
_ROW_BLOCKS = ("keys", "fields", "enums", "enum_names", "left_out")


def object_text(value: Mapping[str, Any]) -> str:
    """The text of an object's file."""
    return "\n".join([f"{SCHEMA}../../schema/object.json", *_object(value)]) + "\n"


def service_text(value: Mapping[str, Any]) -> str:
    """The text of ``catalog.yaml``."""
    lines = [line for key, item in value.items() for line in row(key, item)]
    return "\n".join([f"{SCHEMA}schema/catalog.json", *lines]) + "\n"


def left_out_text(value: Mapping[str, str]) -> str:
    """The text of ``left_out.yaml``."""
    return "\n".join(line for key, said in value.items() for line in row(key, said)) + "\n"


def replace_all(files: Mapping[Path, str], gone: Iterable[Path]) -> None:
    """Writes every file beside its place first, then moves all into place and removes ``gone``.

    If something cannot be done, all that was moved or removed is put back and the error is raised.
    No link is followed: where one stands in the place of a file, the file takes its place.
    """
    staged: list[tuple[Path, Path]] = []
    undo: list[tuple[Path, Path | None]] = []  # each place, and where its old file is
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir() and not path.is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            # Made anew under a name nobody can foresee, so that no link of that name is there.
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            staged.append((Path(name), path))
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            os.chmod(name, 0o666 & ~_umask())
        for new, path in staged:
            undo.append((path, _second_name(path)))
            os.replace(new, path)
        for path in gone:
            undo.append((path, _second_name(path)))
            path.unlink()
    except BaseException:
        for path, old in reversed(undo):
            if old is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(old, path)
        for new, _ in staged:
            new.unlink(missing_ok=True)
        raise
    finally:
        for _, old in undo:
            if old is not None:
                shutil.rmtree(old.parent, ignore_errors=True)


def _second_name(path: Path) -> Path | None:
    """Keeps an old file under a second name; None = there is none."""
    if not os.path.lexists(path):
        return None
    old = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent)) / path.name
    try:
        os.link(path, old, follow_symlinks=False)
    except OSError:  # not every file system can
        shutil.copy2(path, old, follow_symlinks=False)
    return old


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _object(value: Mapping[str, Any]) -> Iterator[str]:
    for key, item in value.items():
        if item is None or item == {}:
            continue
        if key in _ROW_BLOCKS:
            yield from block(key, _rows(item, 2))
        elif key in ("structs", "actions"):
            yield from block(key, [])
            for name, inner in item.items():
                yield from block(name, list(_inner(inner)), 2)
        else:
            yield from row(key, item)


def _inner(value: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a struct or an action."""
    for key, item in value.items():
        if key in ("fields", "parameters", "filters") and item:
            yield from block(key, _rows(item, 6), 4)
        else:
            yield from row(key, item, 4)


def _rows(value: Mapping[str, Any], indent: int) -> list[str]:
    return [line for key, item in value.items() for line in row(key, item, indent)]
