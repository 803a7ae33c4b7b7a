"""Overlays: rows that correct or add to the imported objects, each with a reason and a source."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from twilio_ops_codegen.catalog.compact import default_at
from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

VERBS = ("set", "add", "remove")
_KEYS = frozenset({"object", "at", "reason", "source", *VERBS})


@frozen
class Overlaid:
    """The objects that overlays are applied to.

    Args:
        objects: The object files' trees by source name; changed in place.
        unread: The source names of those whose file could not be read; a row about one is passed
            over, as nothing can be said of it.
        rows: Gets the rows that changed each object, by source name: their places and reasons.
    """

    objects: dict[str, Tree]
    unread: set[str]
    rows: dict[str, list[str]] = field(factory=dict[str, list[str]])


def apply(overlaid: Overlaid, overlay: Tree) -> list[Mistake]:
    """Applies an overlay file's rows in order; what it sets is marked with the overlay's lines.

    Returns:
        The mistakes of rows that could not be applied, or that touch or change nothing.
    """
    if not is_list(overlay.value):
        return [overlay.mistake((), "is not an overlay; expected a list of rows")]
    mistakes: list[Mistake] = []
    gaps = {place[0] for place in overlay.unread}
    for index, row in enumerate(overlay.value):
        if index not in gaps:
            mistakes.extend(_apply_row(overlaid, overlay, (index,), row))
    return mistakes


def _apply_row(overlaid: Overlaid, overlay: Tree, place: Place, row: Any) -> Iterator[Mistake]:
    objects = overlaid.objects
    wrong = [*_malformed(overlay, place, row)]
    if wrong:
        yield from wrong
        return
    name, at = row["object"], row.get("at", "")
    if name in overlaid.unread:
        return
    if "add" in row and not at:
        yield from _add_object(objects, overlay, place, row)
        return
    if name != "*" and name not in objects:
        yield overlay.mistake(
            (*place, "object"), f"names {name!r}, which is no object's source name"
        )
        return
    steps: list[str] = at.split("/") if at else []
    touched = changed = 0
    flat = ""  # a place that does not hold what the row needs
    chosen = objects if name == "*" else {name: objects[name]}
    for source, tree in chosen.items():
        before = changed
        parents = tuple(steps[:-1] if "add" in row else steps)
        for found in _places(tree.value, parents):
            if not _fits(row, tree.at(found)):
                flat = "/".join(map(str, found))
                continue
            if "add" in row:
                found = (*found, steps[-1])
                if _has(tree.value, found) and not is_list(tree.at(found)):
                    if name != "*":
                        there = "/".join(map(str, found))
                        yield overlay.mistake(
                            (*place, "add"), f"adds {there}, which exists already"
                        )
                        return
                    continue
            touched += 1
            changed += _change(tree, found, overlay, place, row)
        if changed > before:
            overlaid.rows.setdefault(source, []).append(_told(overlay, place, row))
    if not touched:
        # It may be about what could not be read.
        if (name == "*" and overlaid.unread) or any(tree.unread for tree in chosen.values()):
            return
        missing = f"{name} has no {at or 'such place'}"
        if flat:
            verb = next(verb for verb in VERBS if verb in row)
            needed = (
                "list, which `remove` of items" if verb == "remove" else f"mapping, which `{verb}`"
            )
            missing = f"{flat} of {name} is no {needed} needs"
        yield overlay.mistake((*place, "at"), f"touches nothing: {missing}")
    elif not changed:
        yield overlay.mistake(place, "changes nothing: the catalog says so already")


def _told(overlay: Tree, place: Place, row: Mapping[str, Any]) -> str:
    file, line = overlay.mark(place)
    return ": ".join(part for part in (f"{file}:{line}", row.get("at"), row["reason"]) if part)


def _malformed(overlay: Tree, place: Place, row: Any) -> Iterator[Mistake]:
    if not is_mapping(row):
        yield overlay.mistake(place, "is not a row; expected a mapping")
        return
    for key in row:
        if key not in _KEYS:
            expected = ", ".join(sorted(_KEYS))
            yield overlay.mistake(
                (*place, key), f"is not a key of a row; expected one of {expected}"
            )
    for key in ("object", "reason", "source"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            yield overlay.mistake(
                (*place, key), f"is missing or empty; a row needs its {key} as text"
            )
    if "at" in row and not isinstance(row["at"], str):
        yield overlay.mistake((*place, "at"), "is not a path; expected text such as fields/price")
    if sum(verb in row for verb in VERBS) != 1:
        yield overlay.mistake(place, f"needs exactly one of {', '.join(VERBS)}")
    if "set" in row and not (is_mapping(row["set"]) and row["set"]):
        yield overlay.mistake((*place, "set"), "is not a mapping with at least one key")
    if "add" in row and not row.get("at") and not is_mapping(row["add"]):
        yield overlay.mistake((*place, "add"), "is not an object; expected a mapping")
    if "remove" in row and (row["remove"] in (None, False) or not row.get("at")):
        message = "expected `true`, or items of a list, and the place in `at`"
        yield overlay.mistake((*place, "remove"), message)


def _add_object(
    objects: dict[str, Tree], overlay: Tree, place: Place, row: Mapping[str, Any]
) -> Iterator[Mistake]:
    name = row["object"]
    if name == "*":
        yield overlay.mistake((*place, "object"), "is no name; a new object needs one")
        return
    if name in objects:
        yield overlay.mistake((*place, "object"), f"adds {name}, which exists already")
        return
    objects[name] = Tree(overlay.file, {})
    _graft(objects[name], (), overlay, (*place, "add"), row["add"])


def _places(value: Any, steps: Place, sofar: Place = ()) -> Iterator[Place]:
    if not steps:
        yield sofar
        return
    if not is_mapping(value):
        return
    step, rest = steps[0], steps[1:]
    for key in list(value) if step == "*" else [step] if step in value else []:
        yield from _places(value[key], rest, (*sofar, key))


def _inside(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every place in a value, itself first, in the order in which they are written."""
    yield place
    if is_mapping(value):
        for key, inner in value.items():
            yield from _inside(inner, (*place, key))
    elif is_list(value):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*place, index))


def _has(value: Any, place: Place) -> bool:
    return any(True for _ in _places(value, place))


def _fits(row: Mapping[str, Any], value: Any) -> bool:
    """Whether a row can be applied at a value: to its keys, its items, or as a whole."""
    if "remove" in row:
        return row["remove"] is True or is_list(value)
    return is_mapping(value)


def _change(tree: Tree, found: Place, overlay: Tree, place: Place, row: Mapping[str, Any]) -> bool:
    if "remove" in row:
        if row["remove"] is not True:
            return _remove_items(tree, found, overlay, place, row["remove"])
        del tree.at(found[:-1])[found[-1]]
        tree.marks[found] = overlay.mark(place)  # where to look for what is missed later
        return True
    if "add" in row:
        if _has(tree.value, found):
            return _add_items(tree, found, overlay, (*place, "add"), row["add"])
        _graft(tree, found, overlay, (*place, "add"), row["add"])
        return True
    target = tree.at(found)
    changed = False
    for key, value in row["set"].items():
        unsaid = None if key in target and value is not None else default_at((*found, key))
        if target.get(key, unsaid) == (unsaid if value is None else value):
            continue
        changed = True
        if value is None:
            del target[key]
        else:
            _graft(tree, (*found, key), overlay, (*place, "set", key), value)
    return changed


def _add_items(tree: Tree, found: Place, overlay: Tree, origin: Place, value: Any) -> bool:
    """Appends to a list what is not in it yet: one item, or each of a list of them."""
    target = tree.at(found)
    before = len(target)
    for index, item in enumerate(value if is_list(value) else [value]):
        if item not in target:
            target.append(None)
            source = (*origin, index) if is_list(value) else origin
            _graft(tree, (*found, len(target) - 1), overlay, source, item)
    return len(target) > before


def _remove_items(tree: Tree, found: Place, overlay: Tree, place: Place, value: Any) -> bool:
    """Takes out of a list one item, or each of a list of them."""
    gone = value if is_list(value) else [value]
    kept = [item for item in tree.at(found) if item not in gone]
    if len(kept) == len(tree.at(found)):
        return False
    _graft(tree, found, overlay, place, kept)  # what moved up has no line of its own any more
    return True


def _graft(tree: Tree, to: Place, overlay: Tree, origin: Place, value: Any) -> None:
    """Puts a copy of an overlay's value into a tree, with the overlay's marks."""
    for old in [mark for mark in tree.marks if mark[: len(to)] == to]:
        del tree.marks[old]
    for inside in _inside(value):
        tree.marks[to + inside] = overlay.mark(origin + inside)
    copied = copy.deepcopy(value)
    if to:
        tree.at(to[:-1])[to[-1]] = copied
    else:
        tree.value.update(copied)
