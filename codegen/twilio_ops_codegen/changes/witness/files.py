"""Witnesses as files: a folder a change, for a person to read and to run."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.changes.change import Change, Consumer, Severity
from twilio_ops_codegen.changes.groups import Group, groups
from twilio_ops_codegen.changes.witness import Witness, witness
from twilio_ops_codegen.changes.witness.documents import reader
from twilio_ops_codegen.changes.witness.stand_in import NAME, stand_in
from twilio_ops_codegen.emit.objects import view

_GUIDE = """\
# Witnesses

A folder for each change, or for several that say the same, named after the rule and the fingerprint of
the first, with what the change is in
`change.txt` and, for each consumer that it reaches, something that worked before it:

* `python.py` type-checks (`mypy --strict`) and runs with the package of the earlier catalog;
* `requests.py` hands in documents that were taken, and `wire.py` makes requests and gives the answers
  that were understood: both run. Where classes or elements are called otherwise, the later package's
  has its names in `requests.new.py` and `wire.new.py`;
* `OPERATION.read.py OPERATION.new-1.xml` reads what the later catalog answers with the profile
  (`OPERATION.xsd`) and the elements of the earlier one; `OPERATION.old-1.xml` is what the earlier one
  answered, with the elements that both answer alike left out.

Each shows the least that shows the change: the first call, document or request that the later catalog
no longer has, or one that works as before. What fails with the later package is broken by the change;
a change that breaks nothing has none that fails. Generate both packages and put one of them, this folder and the runtime on the path:

    python -m twilio_ops_codegen write --catalog OLD --out old
    python -m twilio_ops_codegen write --catalog NEW --out new
    PYTHONPATH=old:. python RULE-FINGERPRINT/python.py
    PYTHONPATH=new:. python RULE-FINGERPRINT/python.py
"""


def write_witnesses(folder: Path, changes: Iterable[Change], old: Catalog, new: Catalog) -> int:
    """Write the witnesses of changes, all of them or none; return of how many changes there are any.

    Args:
        folder: Where they go; it is made, and must be empty if it is there.
        changes: The changes; those that only documentation sees have no witness.
        old: The earlier catalog, resolved.
        new: The later one, resolved.

    Raises:
        CodegenError: The folder holds something, or cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CodegenError(
            f"--witness: {folder} is there already; expected an empty folder, or none"
        )
    if not folder.resolve().parent.is_dir():
        raise CodegenError(f"--witness: {folder.parent}: there is no such folder")
    sides = view(old), view(new)
    package = old.service.package
    count = 0
    staged = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.resolve().parent))
    try:
        _write(staged / "README.md", _GUIDE)
        _write(staged / f"{NAME}.py", stand_in(package))
        for group in groups(changes):
            change = group.first
            found = (
                None
                if change.severity is Severity.DOCUMENTATION
                else witness(change, *sides, brief=True)
            )
            if found is not None:
                target = staged / f"{change.rule}-{change.fingerprint}"
                target.mkdir()
                for name, text in _files(group, found, package):
                    if text:
                        _write(target / name, text)
                count += 1
        staged.chmod(0o755)
        os.replace(staged, folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return count


def _files(group: Group, found: Witness, package: str) -> Iterator[tuple[str, str]]:
    change = group.first
    lines = [group.place, group.sentence]
    lines += [
        f"{consumer.value}: {effect.text} ({effect.severity.word})"
        for consumer, effect in change.effects.items()
    ]
    yield "change.txt", "\n".join(lines) + "\n"
    if Consumer.PYTHON in change.effects:
        yield "python.py", found.python
    for consumer, programs in (
        (Consumer.REQUESTS, found.requests),
        (Consumer.WIRE, found.wire),
    ):
        if consumer in change.effects:
            old, new = programs
            yield f"{consumer.key}.py", old
            if old != new:
                yield f"{consumer.key}.new.py", new
    if Consumer.RESPONSES in change.effects:
        for answered in found.answers:
            yield f"{answered.operation}.xsd", answered.profile
            yield f"{answered.operation}.read.py", reader(answered)
            for side, documents in (("old", answered.old), ("new", answered.new)):
                for number, text in enumerate(documents, 1):
                    yield f"{answered.operation}.{side}-{number}.xml", text


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
