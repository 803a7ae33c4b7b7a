"""What a document says and a catalog has no place for: compared by digest, and never judged.

An operation that could not be taken is digested with all that it refers to, without its prose.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.changes.change import Change, Consumer, Severity, hides
from twilio_ops_codegen.importer.document import Document
from twilio_ops_codegen.importer.problems import Problem

RULE = "left-out-changed"
"""The rule that suppressions name."""

TITLE = "What a document says, and a catalog has no place for, differs."
REASON = (
    "It may be anything, from a form of writing to another operation, so it is not judged: it is shown,"
    " counted, and fails where breaking changes fail, until someone has looked and suppressed it."
)

_PROSE = frozenset(
    {"description", "summary", "example", "examples", "externalDocs", "tags", "operationId"}
)


@frozen
class LeftOut:
    """One thing that was left out: what was said of it, and the digest of what it is."""

    said: tuple[str, ...]
    digest: str


def left_out(document: Document, not_taken: tuple[Problem, ...]) -> dict[str, LeftOut]:
    """What was left out of a document, by the method and path of its operation, or by its place."""
    operations: dict[str, tuple[str, Any]] = {}
    for path, method, node, _ in document.operations():
        place = f"{method.upper()} {path}"
        operations[place] = operations[str(node.get("operationId", place))] = place, node
    said: dict[str, list[str]] = {}
    digested: dict[str, Any] = {}
    for problem in not_taken:
        place, node = operations.get(problem.place, (problem.place, None))
        said.setdefault(place, []).append(problem.message)
        if node is not None:
            digested[place] = _told(document, node)
    return {
        place: LeftOut(tuple(sorted(texts)), _digest([sorted(texts), digested.get(place)]))
        for place, texts in said.items()
    }


def compare_left_out(old: Mapping[str, LeftOut], new: Mapping[str, LeftOut]) -> Iterator[Change]:
    """An unjudged change for each thing left out on either side that is not the same on both."""
    effect = hides("not judged: look at the documents")
    for place in sorted(old.keys() | new.keys()):
        before, after = old.get(place), new.get(place)
        if before == after:
            continue
        said = (after or before or LeftOut((), "")).said
        how = "newly" if before is None else "no longer" if after is None else "otherwise"
        yield Change(
            rule=RULE,
            severity=Severity.UNJUDGED,
            object=None,
            action=None,
            steps=("document", place),
            old=None if before is None else f"{'; '.join(before.said)} ({before.digest})",
            new=None if after is None else f"{'; '.join(after.said)} ({after.digest})",
            sentence=f"`{place}` is {how} left out: {'; '.join(said)}.",
            effects={
                consumer: effect for consumer in Consumer if consumer is not Consumer.DOCUMENTATION
            },
        )


def _told(document: Document, node: Any) -> Any:
    """A node without prose, and beside it all that it refers to, each once however often it is."""
    found: dict[str, Any] = {}
    told, waiting = _plain(node)
    while waiting:
        target = waiting.pop()
        if target not in found:
            found[target], further = _plain(document.target(target))
            waiting += further
    return [told, found]


def _plain(value: Any) -> tuple[Any, list[str]]:
    """A value without prose, and the references in it."""
    if is_mapping(value):
        target = value.get("$ref")
        if isinstance(target, str):
            return {"$ref": target}, [target]
        found: dict[str, Any] = {}
        references: list[str] = []
        for key, inner in value.items():
            if key not in _PROSE:
                found[str(key)], further = _plain(inner)
                references += further
        return found, references
    if is_list(value):
        pairs = [_plain(inner) for inner in value]
        return [told for told, _ in pairs], [name for _, names in pairs for name in names]
    return value, []


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]
