"""``import``: the facts of OpenAPI documents, written as catalog files.

Running it again on the same document changes nothing; overlays are never touched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import yaml
from attrs import frozen

from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.json_schema import schema_texts
from twilio_ops_codegen.catalog.load import check_rows
from twilio_ops_codegen.catalog.paths import short
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.catalog.yaml_loader import plain
from twilio_ops_codegen.emit.swap import alone

from .conventions import Conventions, load_conventions
from .extract import Facts, take
from .files import left_out_text, object_text, service_text
from .kept import Row, objects_of, read_earlier
from .notes import label
from .problems import ImportFailed, Problem
from .replacing import finish, replace_all
from .structure import called

__all__ = ["ImportFailed", "ImportReport", "Problem", "import_documents"]

# What a document says of its service. The rest of ``catalog.yaml`` is chosen by hand.
_SAID = ("host", "suffixes", "account_key")


@frozen(kw_only=True)
class ImportReport:
    """What an import did.

    ``written`` and ``removed`` are files, relative to the catalog. ``not_taken`` names what the
    catalog lacks and why; ``remarks`` what it has in a simpler form.
    """

    objects: int
    actions: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    not_taken: tuple[Problem, ...]
    remarks: tuple[Problem, ...]

    @property
    def changed(self) -> bool:
        """Whether any file changed."""
        return bool(self.written or self.removed)

    def __str__(self) -> str:
        lines = [f"{counted(self.objects, 'object')}, {counted(self.actions, 'action')}."]
        lines += [f"written: {name}" for name in self.written]
        lines += [f"removed: {name}" for name in self.removed]
        if not self.changed:
            lines.append("Nothing changed.")
        lines += [f"not taken: {problem}" for problem in self.not_taken]
        lines += [f"simplified: {problem}" for problem in self.remarks]
        return "\n".join(lines)


def import_documents(paths: Sequence[Path], into: Path, conventions: Path) -> ImportReport:
    """Takes documents of one service and version into the catalog in ``into``.

    Args:
        paths: The OpenAPI documents, in any order; several only of the same service and version.
        into: The catalog's folder; made if it is missing.
        conventions: ``import.yaml``, how the source writes its documents.

    Raises:
        ImportFailed: A document is bad, or the catalog is of another service; nothing is written.
    """
    rules = load_conventions(conventions)
    with ExitStack() as held:
        if into.is_dir():
            held.enter_context(alone(into))
            _try(into, lambda: finish(into))
        return _import(paths, into, rules, held)


def _import(paths: Sequence[Path], into: Path, rules: Conventions, held: ExitStack) -> ImportReport:
    """Imports with the lock on the folder, if there is one; takes it when it is made."""
    earlier = read_earlier(into)
    problems: list[Problem] = []
    taken: list[Facts] = []
    for path in sorted(paths):
        try:
            taken.append(take(path, rules, earlier=earlier))
        except ImportFailed as error:
            problems.extend(error.problems)
    if not paths:
        problems.append(Problem("", "", "there is no document to import"))
    if problems:
        raise ImportFailed(problems)
    objects = _together(taken, problems)
    service = taken[0].service
    known = objects_of(earlier.get(service["version"], {}))
    if known and objects and not known.keys() & objects_of(objects).keys():
        message = (
            f"has none of the operations of {into}, such as {short(min(known))} of {short(known[min(known)])}:"
            " it is another document; give all documents of a service in one import, or --into another folder"
        )
        problems.append(Problem(taken[0].file, "", message, taken[0].document.line("paths")))
    kept = _existing(into / "catalog.yaml", service, problems)
    if problems:
        raise ImportFailed(problems)
    folder = into / "api" / service["version"]
    texts = {folder / f"{name}.yaml": object_text(row) for name, row in objects.items()}
    texts |= {into / "schema" / name: text for name, text in schema_texts().items()}
    if kept is None:
        texts[into / "catalog.yaml"] = service_text(service)
    left_out = {label(key): said for facts in taken for key, said in facts.left_out.items()}
    beside = into / "left_out.yaml"
    if left_out:
        texts[beside] = left_out_text(left_out)
    refused = check_rows(service if kept is None else kept, objects)
    if refused:
        raise ImportFailed(_in_document(one, taken, objects) for one in refused)
    changed = {path: text for path, text in texts.items() if _differs(path, text)}
    gone = sorted(path for path in (*folder.glob("*.yaml"), beside) if path not in texts)
    gone = [path for path in gone if os.path.lexists(path)]
    if changed or gone:
        if not into.is_dir():
            _try(into, lambda: held.enter_context(alone(into)))
        _try(into, lambda: replace_all(into, changed, gone))
    remarks = [remark for facts in taken for remark in facts.remarks]
    remarks += [
        Problem(
            str(into / "catalog.yaml"), key, f"is {kept.get(key)!r}; the document says {said!r}"
        )
        for key in _SAID
        if kept is not None and kept.get(key) != (said := service.get(key))
    ]
    return ImportReport(
        objects=len(objects),
        actions=sum(len(row["actions"]) for row in objects.values()),
        written=tuple(sorted(path.relative_to(into).as_posix() for path in changed)),
        removed=tuple(path.relative_to(into).as_posix() for path in gone),
        not_taken=tuple(problem for facts in taken for problem in facts.not_taken),
        remarks=tuple(remarks),
    )


def _try(into: Path, deed: Callable[[], object]) -> None:
    """Does something to the files of a catalog.

    Raises:
        ImportFailed: The system refuses; the message names the file.
    """
    try:
        deed()
    except OSError as error:
        message = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise ImportFailed([Problem(str(error.filename or into), "", message)]) from error


def _in_document(mistake: Mistake, taken: Sequence[Facts], objects: Mapping[str, Row]) -> Problem:
    """A mistake of a row as a problem of the document: at the operation that it is of, if one is."""
    steps = mistake.path.split("/")
    row = objects.get(Path(mistake.file).stem, {"actions": {}})
    actions = row["actions"]
    chosen = [actions[steps[1]]] if steps[0] == "actions" else list(actions.values())
    wanted = {action["operation"] for action in chosen}
    place = f"{mistake.file}: {mistake.path}"
    for facts in taken:
        for path, method, node, _ in facts.document.operations():
            if called(path, method, node) in wanted:
                line = facts.document.line("paths", path, method)
                return Problem(facts.file, place, mistake.message, line)
    return Problem(taken[0].file, place, mistake.message, taken[0].document.line("info"))


def _together(taken: Sequence[Facts], problems: list[Problem]) -> dict[str, Row]:
    """The objects of all documents; a problem for each that does not go with the first."""
    identity = _identity(taken[0].service)
    objects: dict[str, Row] = {}
    owners: dict[str, str] = {}
    for facts in taken:
        if _identity(facts.service) != identity:
            found, expected = "/".join(_identity(facts.service)), "/".join(identity)
            message = f"is of {found}; expected {expected} like {taken[0].file}"
            problems.append(Problem(facts.file, "", message))
            continue
        for name, row in facts.objects.items():
            owner = owners.setdefault(name.casefold(), facts.file)
            if owner != facts.file:
                problems.append(Problem(facts.file, name, f"is in {owner} too"))
            objects[name] = row
    return dict(sorted(objects.items()))


def _existing(path: Path, service: Row, problems: list[Problem]) -> Row | None:
    """What ``catalog.yaml`` says, if there is one; a problem if it is of another service."""
    if not path.is_file():
        return None
    try:
        kept = plain(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problems.append(Problem(str(path), "", " ".join(str(error).split())))
        return None
    if not is_mapping(kept):
        problems.append(Problem(str(path), "", "is not a catalog; give --into another folder"))
        return None
    if _identity(kept) != _identity(service):
        found, expected = "/".join(_identity(kept)), "/".join(_identity(service))
        message = f"is the catalog of {found}, not of {expected}; give --into another folder"
        problems.append(Problem(str(path), "", message))
    return kept


def _identity(service: Row) -> tuple[str, str]:
    return str(service.get("service")), str(service.get("version"))


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode("utf-8")
