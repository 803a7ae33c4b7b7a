"""One comparison of rendered files with what is on disk, and what to do about it.

``write``, ``check`` and ``diff`` all start from :func:`compare`; only :func:`replace` and
:func:`put_right` touch disk.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from twilio_ops_codegen.catalog.compact import CATALOG
from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.emit.swap import ASIDE, finish, left, swap, unfinished

if TYPE_CHECKING:
    from twilio_ops_codegen.emit.render import RenderedFile

MARKER = ".codegen"
MARKER_TEXT = (
    "This folder is written whole by `python -m twilio_ops_codegen write`; do not edit it.\n"
)
"""What the marker of a folder says first; then what the folder was made for."""


class Unfinished(CodegenError):
    """A tree is neither what it was nor what it was to be; the next write brings it to its end."""


@frozen
class Comparison:
    """How a generated tree differs from the files rendered for it; paths are relative to it.

    A path in ``orphaned`` that ends in ``/`` is a folder that holds no file to name: an empty one,
    a link, one of a package that is not written any more, or one that a killed run has left.
    """

    out: Path
    files: dict[str, str]
    stale: tuple[str, ...]
    missing: tuple[str, ...]
    orphaned: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether the tree holds exactly what was rendered."""
        return not (self.stale or self.missing or self.orphaned)

    def diff(self) -> Iterator[str]:
        """The unified diff from what is on disk to what was rendered, line by line."""
        for path in sorted({*self.stale, *self.missing, *self.orphaned}):
            if path.endswith("/"):
                yield f"Folder {path} removed\n"
                continue
            old = _text(self.out / path) if path not in self.missing else ""
            new = self.files.get(path, "")
            yield from difflib.unified_diff(
                old.splitlines(keepends=True),
                new.splitlines(keepends=True),
                f"a/{path}" if path not in self.missing else "/dev/null",
                f"b/{path}" if path not in self.orphaned else "/dev/null",
            )


def compare(out: Path, rendered: Iterable[RenderedFile], made_for: str) -> Comparison:
    """Compares rendered files with the tree in ``out``.

    Args:
        out: The folder that holds the tree.
        rendered: All files of the tree.
        made_for: What the tree is made for, so that a folder made for it under another name is
            known as an orphan.

    Raises:
        Unfinished: A write was killed while it put its folders in their places.
        CodegenError: What would be replaced was not written by the generator.
    """
    for aside in unfinished(out):
        raise Unfinished(
            f"{aside}: a write was ended before it was done, so that {out} holds neither the old tree nor"
            " the new one"
        )
    files = {file.path: file.text for file in rendered}
    roots = _roots(files)
    marker = f"{MARKER_TEXT}{made_for}\n"
    for root in roots:
        files[f"{root}/{MARKER}"] = marker
    stale: list[str] = []
    missing: list[str] = []
    for path, text in files.items():
        on_disk = out / path
        if not on_disk.is_file() or on_disk.is_symlink():
            missing.append(path)
        elif on_disk.read_bytes() != text.encode():
            stale.append(path)
    found = {path for root in roots for path in _files(out, root)}
    for root in roots:
        _check_ours(out / root)
        _check_same(out, root, files)
    orphaned = {
        path
        for path in found - files.keys()
        # A folder whose files are missing is none too many, but a link in its place is.
        if (out / path).is_symlink() or not any(file.startswith(path) for file in files)
    }
    orphaned |= {f"{path.name}/" for path in left(out)}
    for name in os.listdir(out) if out.is_dir() else ():
        if not name.startswith(ASIDE) and name not in roots and _says(out / name / MARKER, marker):
            orphaned.add(f"{name}/")
    return Comparison(
        out, files, tuple(sorted(stale)), tuple(sorted(missing)), tuple(sorted(orphaned))
    )


def replace(comparison: Comparison) -> None:
    """Makes the tree what was rendered: each differing top folder is swapped whole, all or none.

    A failure leaves the old tree as it was. A file that is the same stays the same file. Whoever calls
    holds :func:`~twilio_ops_codegen.emit.swap.alone`, and has called :func:`put_right` before comparing.
    """
    roots = _roots(comparison.files)
    differing = {*comparison.stale, *comparison.missing, *comparison.orphaned}

    def stage(name: str, new: Path) -> None:
        if name in roots:
            _stage(comparison, name, new, differing)

    if names := [name for name in _roots(differing) if not name.startswith(ASIDE)]:
        swap(comparison.out, names, stage)


def put_right(out: Path) -> None:
    """Brings a write that was killed to its end, or removes what it has left.

    Raises:
        CodegenError: Its journal names a folder that the generator did not write.
    """
    finish(out, _check_ours)


def _stage(comparison: Comparison, root: str, new: Path, differing: set[str]) -> None:
    """Writes a top folder beside its place."""
    folders: set[Path] = set()
    for path, text in comparison.files.items():
        top, _, rest = path.partition("/")
        if top != root:
            continue
        target = new / rest
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if path in differing or not _linked(comparison.out / path, target):
            try:
                target.write_bytes(text.encode())
            except OSError as error:
                # A full disk does not name the file, and its place beside says nothing to anybody.
                error.filename = str(comparison.out / path)
                raise


def _roots(paths: Iterable[str]) -> list[str]:
    return sorted({path.partition("/")[0] for path in paths})


def _says(marker: Path, text: str) -> bool:
    return marker.is_file() and _text(marker) == text


def _check_ours(folder: Path) -> None:
    """Checks that a folder may be replaced.

    Raises:
        CodegenError: It was not written by the generator.
    """
    message = "so it was not written by this generator and is left alone"
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        kind = "a link" if folder.is_symlink() else "a file"
        raise CodegenError(f"{folder} is {kind} and no folder, {message}; choose another --out")
    if folder.exists() and not (folder / MARKER).is_file() and any(folder.iterdir()):
        raise CodegenError(
            f"{folder} holds files but no {MARKER}, {message}; choose another --out or empty it"
        )


def _check_same(out: Path, root: str, files: dict[str, str]) -> None:
    """Checks that a package is not made from another document than the one in its place.

    Raises:
        CodegenError: They have none of their operations in common.
    """
    path = f"{root}/{CATALOG}"
    if path not in files or not (out / path).is_file():
        return
    old, new = (_operations(text) for text in (_text(out / path), files[path]))
    if old and new and not old & new:
        raise CodegenError(
            f"{out / root} is the package of another document, with operations such as {min(old)}, of which"
            " this catalog has none; choose another --out, change `package` in catalog.yaml, or remove it"
        )


def _operations(text: str) -> set[str]:
    """The operations of a catalog as a package carries it; none if it is not one."""
    try:
        found = json.loads(text)
    except ValueError:
        return set()
    operations: set[str] = set()
    objects = found.get("objects") if is_mapping(found) else None
    for row in objects.values() if is_mapping(objects) else ():
        actions = row.get("actions") if is_mapping(row) else None
        for action in actions.values() if is_mapping(actions) else ():
            if is_mapping(action) and isinstance(name := action.get("operation"), str):
                operations.add(name)
    return operations


def _linked(old: Path, new: Path) -> bool:
    """Give a file a second name; not every file system can. What is a link becomes a file."""
    if old.is_symlink():
        return False
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _files(out: Path, root: str) -> Iterator[str]:
    """The files below a top folder; with ``/`` at the end, the folders that are links or empty."""
    for folder, folders, names in os.walk(out / root):
        inside = Path(folder).relative_to(out).as_posix()
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{inside}/{name}/" for name in folders if os.path.islink(f"{folder}/{name}"))
        yield from (f"{inside}/{name}" for name in names)
        if not folders and not names:
            yield f"{inside}/"


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")
