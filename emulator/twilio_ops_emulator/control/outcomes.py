"""Scripts as they are given: read, and checked against what the object's life allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.control.validation import (
    Count,
    Misplaced,
    Place,
    Seconds,
    find,
    read,
    read_values,
    split,
)
from twilio_ops_emulator.state.scripts import Script
from twilio_ops_emulator.state.state import State

KINDS: Mapping[str, Any] = {"seconds": Seconds, "number": Count, "text": str}
"""What settings may be, by the word that facts have for it."""


class _Said(msgspec.Struct, kw_only=True):
    """A script as it is given; beside these, settings of the object's life."""

    object: str
    outcome: str
    match: dict[str, Any] | None = None
    times: Count | None = None


def read_script(state: State, given: Any, place: Place = ("script",)) -> Script:
    """Return a script as it is given, checked; it is not in force yet.

    Args:
        state: Whose records it is about.
        given: ``object``, ``outcome``, ``match``, ``times`` and settings.
        place: Where it stands.

    Raises:
        Misplaced: It is no script, or its object has no such outcome, field or setting.
    """
    said, settings = split(given, _Said, place)
    base = state.base(find(state.catalog, said.object, (*place, "object")))
    behaviour = behaviour_of(state, base.key)
    if said.outcome not in behaviour.outcomes:
        known = ", ".join(behaviour.outcomes) or "none"
        raise Misplaced(
            f"{said.object} has no outcome {said.outcome}; there are: {known}", (*place, "outcome")
        )
    for name in settings:
        if name not in behaviour.settings:
            known = ", ".join(behaviour.settings) or "none"
            raise Misplaced(
                f"{said.object} has no such setting; there are: {known}", (*place, name)
            )
    return Script(
        object=base.key,
        outcome=said.outcome,
        match=read_values(state.rules, state.fields(base), said.match or {}, (*place, "match")),
        settings={
            name: read(value, KINDS[behaviour.settings[name]], (*place, name))
            for name, value in settings.items()
        },
        times=said.times,
    )
