"""Changelog fragments: files ``<name>.<kind>.md``, each a piece of the next release's notes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.changes.change import Change, Consumer, Severity
from twilio_ops_codegen.changes.groups import Group, groups

KINDS = {
    "breaking": Severity.BREAKING,
    "removed": Severity.BREAKING,
    "added": Severity.COMPATIBLE,
    "changed": Severity.COMPATIBLE,
    "deprecated": Severity.COMPATIBLE,
    "fixed": Severity.DOCUMENTATION,
    "documentation": Severity.DOCUMENTATION,
}
"""The kinds of fragments, and the worst changes that each announces."""

WRITTEN = {
    Severity.BREAKING: "breaking",
    Severity.UNJUDGED: "breaking",
    Severity.COMPATIBLE: "changed",
    Severity.DOCUMENTATION: "documentation",
}
"""The kind of the fragment that is written for changes of a severity."""

_HEADINGS = {
    Severity.BREAKING: "Code, documents or whatever reads requests must follow:",
    Severity.UNJUDGED: "Different in a way that is not judged, and may break:",
    Severity.COMPATIBLE: "New or different, and nothing that worked stops working:",
    Severity.DOCUMENTATION: "Only said in another way:",
}


@frozen
class Fragment:
    """A fragment: its file and what it announces."""

    path: Path
    severity: Severity


def fragments(folder: Path) -> tuple[Fragment, ...]:
    """The fragments in a folder; ``README.md`` and hidden files are none.

    Raises:
        CodegenError: The folder is missing, or a file in it is not named as fragments are.
    """
    if not folder.is_dir():
        raise CodegenError(f"{folder}: there is no such folder of changelog fragments")
    found: list[Fragment] = []
    for path in sorted(folder.iterdir()):
        if path.name == "README.md" or path.name.startswith("."):
            continue
        found.append(Fragment(path, announced_by(path)))
    return tuple(found)


def announced_by(path: Path) -> Severity:
    """The worst changes that a fragment announces, by the kind in its name.

    Raises:
        CodegenError: It is not named as fragments are.
    """
    return KINDS[_kind(path)]


def fragment_path(path: Path, severity: Severity) -> Path:
    """Where a fragment goes: the path itself, or with the kind that changes of the severity need.

    Raises:
        CodegenError: The path names a kind that announces less than the changes are.
    """
    parts = path.name.removesuffix(".md").split(".")
    if len(parts) == 1:
        return path.with_name(f"{parts[0]}.{WRITTEN[severity]}.md")
    kind = _kind(path)
    if KINDS[kind] < severity.assumed:
        raise CodegenError(
            f"{path}: a fragment of kind {kind} cannot announce {severity.word} changes;"
            f" expected {WRITTEN[severity]}"
        )
    return path


def fragment_text(changes: Iterable[Change]) -> str:
    """The text of a fragment, for people who use the package."""
    parts: list[str] = []
    listed = groups(changes)
    for severity, heading in _HEADINGS.items():
        found = [group for group in listed if group.first.severity is severity]
        if found:
            parts.append(heading)
            parts.append("\n".join(_item(group) for group in found))
    return "\n\n".join(parts) + "\n"


def _kind(path: Path) -> str:
    name, _, kind = path.name.removesuffix(".md").rpartition(".")
    if not path.name.endswith(".md") or not name or kind not in KINDS:
        expected = ", ".join(KINDS)
        raise CodegenError(
            f"{path}: is not named as a fragment is, NAME.KIND.md with a kind of {expected}"
        )
    return kind


def _item(group: Group) -> str:
    """A sentence, and for breaking changes what follows from it."""
    text = f"- {group.sentence}"
    if group.first.severity is Severity.BREAKING:
        follows = [
            f"{consumer.value}: {effect.text}"
            for consumer in Consumer
            if (effect := group.first.effect(consumer)) is not None
            and effect.severity is Severity.BREAKING
        ]
        text += f" ({'; '.join(follows)}.)"
    if len(group.changes) == 1 and group.first.rename is not None:
        what = "moved" if group.first.moved else "renamed"
        text += f" Perhaps {what}: see `{group.first.rename}`."
    return text
