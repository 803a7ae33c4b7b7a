"""One comparison of rendered files with what is on disk, and what to do about it.

``write``, ``check`` and ``diff`` all start from :func:`compare`; only :func:`replace` touches disk.
"""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from codegen.errors import CodegenError
from codegen.render import RenderedFile

MARKER = ".codegen"
MARKER_TEXT = "This folder is written whole by `python -m codegen write`; do not edit it.\n"


@frozen
class Comparison:
    """How a generated tree differs from the files rendered for it; paths are relative to it."""

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
            old = _text(self.out / path) if path not in self.missing else ""
            new = self.files.get(path, "")
            yield from difflib.unified_diff(
                old.splitlines(keepends=True),
                new.splitlines(keepends=True),
                f"a/{path}" if path not in self.missing else "/dev/null",
                f"b/{path}" if path not in self.orphaned else "/dev/null",
            )


def compare(out: Path, rendered: Iterable[RenderedFile]) -> Comparison:
    """Compares rendered files with the tree in ``out``.

    Raises:
        CodegenError: A folder that would be replaced was not written by the generator.
    """
    files = {file.path: file.text for file in rendered}
    roots = sorted({path.partition("/")[0] for path in files})
    for root in roots:
        files[f"{root}/{MARKER}"] = MARKER_TEXT
    stale: list[str] = []
    missing: list[str] = []
    for path, text in files.items():
        on_disk = out / path
        if not on_disk.is_file():
            missing.append(path)
        elif on_disk.read_bytes() != text.encode():
            stale.append(path)
    found = {path for root in roots for path in _files(out, root)}
    for root in roots:
        if (out / root).exists() and not (out / root / MARKER).is_file() and any(_files(out, root)):
            raise CodegenError(
                f"{out / root} holds files but no {MARKER}, so it was not written by this"
                " generator and is left alone; choose another --out or empty it"
            )
    orphaned = tuple(sorted(found - files.keys()))
    return Comparison(out, files, tuple(sorted(stale)), tuple(sorted(missing)), orphaned)


def replace(comparison: Comparison) -> None:
    """Makes the tree what was rendered: each differing top folder is swapped whole.

    A failure leaves the old tree as it was. A file that is the same stays the same file.
    """
    differing = {*comparison.stale, *comparison.missing, *comparison.orphaned}
    swapped: list[tuple[Path, Path]] = []
    staged: list[tuple[Path, Path]] = []
    try:
        for root in sorted({path.partition("/")[0] for path in differing}):
            new = comparison.out / f".{root}.new"
            shutil.rmtree(new, ignore_errors=True)
            staged.append((new, comparison.out / root))
            folders: set[Path] = set()
            for path, text in comparison.files.items():
                top, _, rest = path.partition("/")
                if top == root:
                    target = new / rest
                    if target.parent not in folders:
                        target.parent.mkdir(parents=True, exist_ok=True)
                        folders.add(target.parent)
                    if path in differing or not _linked(comparison.out / path, target):
                        target.write_bytes(text.encode())
        for new, target in staged:
            old = target.with_name(f".{target.name}.old")
            shutil.rmtree(old, ignore_errors=True)
            if target.exists():
                os.rename(target, old)
            swapped.append((old, target))
            os.rename(new, target)
    except BaseException:
        for old, target in swapped:
            if old.exists():
                shutil.rmtree(target, ignore_errors=True)
                os.rename(old, target)
        raise
    finally:
        for new, _ in staged:
            shutil.rmtree(new, ignore_errors=True)
    for old, _ in swapped:
        shutil.rmtree(old, ignore_errors=True)


def _linked(old: Path, new: Path) -> bool:
    """Give a file a second name; not every file system can."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _files(out: Path, root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(out / root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        inside = Path(folder).relative_to(out).as_posix()
        for name in names:
            yield f"{inside}/{name}"


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")
