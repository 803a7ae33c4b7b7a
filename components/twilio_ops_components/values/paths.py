"""Element paths: where in a document a value stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from twilio_ops import Document

__all__ = ["check_path", "text_at"]

_NAME = r"[^\W\d][\w.-]*"
_STEP = re.compile(rf"(?P<name>{_NAME}|\*)(?:\[(?P<at>[1-9]\d{{0,8}})\])?")
_PATH = re.compile(
    rf"/?(?:{_STEP.pattern.replace('?P<name>', '?:').replace('?P<at>', '?:')}/)*(?:@{_NAME}|{_STEP.pattern})"
)


def check_path(path: str) -> str:
    """Return a path, if it is one.

    Raises:
        ValueError: It is none.
    """
    if _PATH.fullmatch(path) is None:
        raise ValueError(
            "expected element names joined by /, such as Customer/Phone; of several elements "
            "Item[2] is the second, and @id at the end is an attribute"
        )
    return path


def text_at(document: Document, path: str) -> str | None:
    """Return the trimmed text of the first element, or attribute, at a path; None without one.

    ``Customer/Phone`` begins below the root; where there is none, and the root itself is
    ``Customer``, with the root. ``/Customer/Phone`` begins with the root, always. A name means
    elements of that name in any namespace.
    """
    root = document.element
    steps = path.strip("/").split("/")
    found = None if path.startswith("/") else _below([root], steps)
    if found is None and _is(root, steps[0]):
        found = _below([root], steps[1:])
    return None if found is None else found.strip()


def _below(elements: list[object], steps: list[str]) -> str | None:
    here: list[object] = elements
    for step in steps:
        if step.startswith("@"):
            values = (_attribute(one, step[1:]) for one in here)
            return next((value for value in values if value is not None), None)
        match = _STEP.fullmatch(step)
        assert match is not None  # the path was checked
        found: list[object] = []
        for element in here:
            matching = [one for one in _children(element) if _is(one, match["name"])]
            at = match["at"]
            found += matching if at is None else matching[int(at) - 1 : int(at)]
        here = found
    return _text(here[0]) if here else None


def _children(element: object) -> list[object]:
    return list(element.iterchildren("*"))  # type: ignore[attr-defined]


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


def _is(element: object, step: str) -> bool:
    name = step.partition("[")[0]
    return name == "*" or _local(element.tag) == name  # type: ignore[attr-defined]


def _attribute(element: object, name: str) -> str | None:
    pairs: list[tuple[object, object]] = cast("Any", element).attrib.items()
    return next((str(value) for key, value in pairs if _local(key) == name), None)


def _text(element: object) -> str:
    return "".join(element.itertext())  # type: ignore[attr-defined]
