"""The settings that a component file has, and which of them an operation has."""

from __future__ import annotations

from twilio_ops_components.catalog import ActionRow

__all__ = [
    "INDEX_PATH",
    "NAME",
    "NESTED",
    "PAIR",
    "SETTINGS",
    "STOP_ON",
    "profile_names",
    "settings_of",
]

SETTINGS = (
    "format", "catalog", "operation", "connection", "profiles", "input", "sid", "parent",
    "fields", "filters", "page_size", "limit", "parameters", "options", "archiving", "tracking",
    "caching",
)  # fmt: skip
"""The settings of a component file, in the order that ``new`` writes them."""
STOP_ON = ("any", "application error", "nothing")
NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"
INDEX_PATH = r"/?[^\s/@*\[\]]+(/[^\s/@*\[\]]+)*"
"""What a document cache takes as a key: elements by their names alone."""
NESTED = ("pairs", "any", "object", "list", "map")
"""Types of parameters whose value is nested."""
PAIR = ("Name", "Value")


def profile_names(row: ActionRow) -> dict[str, str]:
    """Return the file names of an operation's profiles, by ``request`` and ``response``."""
    found: dict[str, str] = {}
    if not row.reads:
        found["request"] = f"{row.name}.request.xsd"
    if row.row.get("cardinality") != "none":
        found["response"] = f"{row.name}.response.xsd"
    return found


def settings_of(row: ActionRow) -> tuple[str, ...]:
    """Return the settings that an operation has."""
    absent: set[str] = set()
    if row.action in {"Query", "Create"}:
        absent.add("sid")
    else:
        absent.add("parent")
    if row.reads:
        absent.add("input")
    else:
        absent |= {"fields", "filters"}
    if not row.is_list:
        absent |= {"page_size", "limit", "filters"}
    if not row.parameters:
        absent.add("parameters")
    return tuple(name for name in SETTINGS if name not in absent)
