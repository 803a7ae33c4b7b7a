"""What a document says and a catalog has no place for: compared by digest, and never judged.

An operation that could not be taken is digested with all that it refers to, without its prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from twilio_ops_codegen.changes.change import Change, Consumer, Severity, hides
from twilio_ops_codegen.importer.digests import digest, told
from twilio_ops_codegen.importer.document import Document
from twilio_ops_codegen.importer.problems import Problem

RULE = "left-out-changed"
"""The rule that suppressions name."""

TITLE = "What a document says, and a catalog has no place for, differs."
REASON = (
    "It may be anything, from a form of writing to another operation, so it is not judged: it is shown,"
    " counted, and fails where breaking changes fail, until someone has looked and suppressed it."
)


@frozen
class LeftOut:
    """One thing that was left out: what was said of it, and the digest of what it is."""

    said: tuple[str, ...]
    digest: str


def left_out(
    document: Document,
    not_taken: tuple[Problem, ...],
    digests: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, LeftOut]:
    """What was left out of a document, by the method and path of its operation, or by its place.

    ``digests`` holds what else there is to compare, by place.
    """
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
            digested[place] = told(document, node)
        elif problem.place in digests:
            digested[place] = digests[problem.place]
    return {
        place: LeftOut(tuple(sorted(texts)), digest([sorted(texts), digested.get(place)]))
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
