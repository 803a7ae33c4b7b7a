"""Digests that come and go with what they are about: that is a difference of its own, and judged.

A digest says nothing of what it is made of, so it is passed over only where all that it can be about
has come or gone. Any other difference of a digest stays one.
"""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Action, Object
from twilio_ops_codegen.importer.leftovers import ANSWERS, EMPTY_ANSWERS


def goes_along(place: str, home: Object, other: Object) -> bool:
    """Whether a digest is of what only one of two objects has.

    Args:
        place: Where the digest stands: the id of an operation and what of it, or all answers.
        home: The object that has it.
        other: The one that does not.
    """
    if place in (ANSWERS, EMPTY_ANSWERS):
        return _of_answers(place, home, other)
    operation, _, row = place.partition("/")
    for called, action in home.actions.items():
        if action.operation == operation:
            there = other.actions.get(called)
            if there is None:
                return True
            if row.startswith("answer "):
                return _of_status(place, home, other, action, there)
            rows = {**action.parameters, **action.filters}
            return row in rows.keys() - there.parameters.keys() - there.filters.keys()
    return False


def _of_answers(place: str, home: Object, other: Object) -> bool:
    """Whether no action of both objects answers so in both, as far as a catalog tells."""
    staying = [
        (action, other.actions[name])
        for name, action in home.actions.items()
        if name in other.actions
    ]
    if place == EMPTY_ANSWERS:
        return all(_has_content(one) or _has_content(two) for one, two in staying)
    return all(_is_empty(one, home) or _is_empty(two, other) for one, two in staying)


def _has_content(action: Action) -> bool:
    return action.cardinality != "none" and len(action.status) == 1


def _is_empty(action: Action, home: Object) -> bool:
    """Whether an action's answers surely hold nothing: nothing is said of them that is not read."""
    about = f"{action.operation}/"
    return action.cardinality == "none" and not any(
        f"{place}/".startswith(about) for place in home.left_out
    )


def _of_status(place: str, home: Object, other: Object, action: Action, there: Action) -> bool:
    """Whether a digest is of an answer whose status came or went, or is the same under the new one."""
    operation, _, status = place.rpartition(" ")
    come = [each for each in there.status if each not in action.status]
    if status not in map(str, action.status) or status in map(str, there.status):
        return False
    said = home.left_out[place]
    return not come or said in [other.left_out.get(f"{operation} {each}") for each in come]
