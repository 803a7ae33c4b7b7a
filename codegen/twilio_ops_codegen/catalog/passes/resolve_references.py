"""Turns references by source name into the names objects have here."""

from __future__ import annotations

from attrs import evolve

from twilio_ops_codegen.catalog.model import Action, ActionName, Catalog


def resolve_references(catalog: Catalog) -> Catalog:
    """The catalog with ``parent`` and ``answers`` naming objects as they are called here.

    ``answers`` may also name a struct of the same object; that wins, and stays.
    """
    ours = {value.source or name: name for name, value in catalog.objects.items()}
    objects = {}
    for name, value in catalog.objects.items():
        actions: dict[ActionName, Action] = {}
        for action_name, action in value.actions.items():
            answers = action.answers
            if answers is not None and answers not in value.structs:
                action = evolve(action, answers=ours[answers])
            actions[action_name] = action
        parent = None if value.parent is None else ours[value.parent]
        objects[name] = evolve(value, parent=parent, actions=actions)
    return evolve(catalog, objects=objects)
