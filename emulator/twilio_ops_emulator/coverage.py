"""What is emulated: worked out from the catalog and the modules of behaviour."""

from __future__ import annotations

from collections import Counter
from typing import Any

from twilio_ops_emulator.behaviour import MODULES
from twilio_ops_emulator.model import Catalog


def coverage(catalog: Catalog) -> list[dict[str, Any]]:
    """Every object and action: refused as the service refuses it, general, or with a life of its own.

    Args:
        catalog: The catalog.
    """
    return [
        {
            "object": model.name,
            "action": action.name,
            "method": action.method,
            "path": action.path,
            "emulated": (
                "refused" if action.refused else "own" if model.key in MODULES else "general"
            ),
        }
        for model in catalog.objects.values()
        for action in model.actions.values()
    ]


def table(catalog: Catalog) -> str:
    """The same as a table in Markdown, an object a row."""
    marks = {"own": "x", "general": "o", "refused": "-"}
    actions = ("Get", "Query", "Create", "Update", "Delete")
    lines = [
        f"| object | {' | '.join(actions)} |",
        f"|--|{':--:|' * len(actions)}",
    ]
    rows: dict[str, dict[str, str]] = {}
    for row in coverage(catalog):
        rows.setdefault(row["object"], {})[row["action"]] = marks[row["emulated"]]
    lines += [
        f"| {name} | {' | '.join(known.get(action, '') for action in actions)} |"
        for name, known in sorted(rows.items())
    ]
    return "\n".join(lines) + "\n"


def summary(catalog: Catalog) -> str:
    """How many actions there are of each kind, in a sentence."""
    found = Counter(row["emulated"] for row in coverage(catalog))
    return (
        f"{len(catalog.objects)} objects, {found.total()} actions: {found['own']} with rules of "
        f"their own (x), {found['general']} as the catalog alone says (o), {found['refused']} refused "
        "as the service refuses them (-)."
    )
