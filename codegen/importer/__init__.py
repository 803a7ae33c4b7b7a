"""``import``: the facts of OpenAPI documents, written as catalog files.

Running it again on the same document changes nothing; overlays are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml
from attrs import frozen

from .conventions import load_conventions
from .files import object_text, replace_all, service_text
from .problems import ImportFailed, Problem
from .take import take

__all__ = ["ImportFailed", "ImportReport", "Problem", "import_documents"]


@frozen
class ImportReport:
    """What an import did: files by name, relative to the catalog, and what it could not take."""

    objects: int
    actions: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    not_taken: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = [f"{self.objects} objects, {self.actions} actions."]
        lines += [f"written: {name}" for name in self.written]
        lines += [f"removed: {name}" for name in self.removed]
        if not self.written and not self.removed:
            lines.append("Nothing changed.")
        lines += [f"not taken: {problem}" for problem in self.not_taken]
        return "\n".join(lines)


def import_documents(paths: Sequence[Path], into: Path, conventions: Path) -> ImportReport:
    """Takes documents of one service and version into the catalog in ``into``.

    Args:
        paths: The OpenAPI documents; several only of the same service and version.
        into: The catalog's folder; made if it is missing.
        conventions: ``import.yaml``, how the source writes its documents.

    Raises:
        ImportFailed: A document is bad, or the catalog is of another service; nothing is written.
    """
    rules = load_conventions(conventions)
    problems: list[Problem] = []
    taken = []
    for path in paths:
        try:
            taken.append(take(path, rules))
        except ImportFailed as error:
            problems.extend(error.problems)
    if problems:
        raise ImportFailed(problems)
    service = taken[0].service
    identity = (service["service"], service["version"])
    for path, facts in zip(paths, taken, strict=True):
        found = (facts.service["service"], facts.service["version"])
        if found != identity:
            message = f"is of {'/'.join(found)}; expected {'/'.join(identity)} like the first"
            problems.append(Problem(str(path), "", message))
    existing = into / "catalog.yaml"
    if existing.is_file():
        kept = yaml.safe_load(existing.read_text(encoding="utf-8"))
        if not isinstance(kept, dict) or (kept.get("service"), kept.get("version")) != identity:
            message = f"is not the catalog of {'/'.join(identity)}; give --into another folder"
            problems.append(Problem(str(existing), "", message))
        else:
            service = {**service, **kept}
    if problems:
        raise ImportFailed(problems)
    objects = {name: row for facts in taken for name, row in facts.objects.items()}
    folder = into / "api" / service["version"]
    texts = {folder / f"{name}.yaml": object_text(row) for name, row in objects.items()}
    if not existing.is_file():
        texts[existing] = service_text(service)
    changed = {path: text for path, text in texts.items() if _differs(path, text)}
    gone = sorted(path for path in folder.glob("*.yaml") if path not in texts)
    replace_all(changed, gone)
    return ImportReport(
        objects=len(objects),
        actions=sum(len(row["actions"]) for row in objects.values()),
        written=tuple(sorted(path.relative_to(into).as_posix() for path in changed)),
        removed=tuple(path.relative_to(into).as_posix() for path in gone),
        not_taken=tuple(problem for facts in taken for problem in facts.not_taken),
    )


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text
