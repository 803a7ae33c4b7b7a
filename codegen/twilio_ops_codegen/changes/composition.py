"""Paths and the Sids composed for them: what callers give for the placeholders of a path."""

from __future__ import annotations

import re

from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog, Key, Object

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

Part = tuple[Key, bool]
"""What fills a placeholder, and whether the connection's account does when it is left out."""


def address(path: str) -> str:
    """A path without the names of its placeholders: what requests look like."""
    return _PLACEHOLDER.sub("{}", path)


def placeholders(path: str) -> list[str]:
    """The names of a path's placeholders, in order."""
    return _PLACEHOLDER.findall(path)


def composition(path: str, home: Object | None, catalog: Catalog | None) -> list[Part]:
    """The parts of the Sids composed for a path; their names do not matter to those who give them."""
    keys = home.keys if home is not None else {}
    account = catalog.service.account_key if catalog is not None else None
    return [
        (evolve(keys.get(name, Key()), example=None), name == account)
        for name in placeholders(path)
    ]
