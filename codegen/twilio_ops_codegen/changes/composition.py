"""What a difference lies in: the wire formats of the service, the paths, and the Sids composed for them."""

from __future__ import annotations

import re

from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog, Key, Object
from twilio_ops_codegen.changes.compare import Difference

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


def speaks_xml(d: Difference) -> bool:
    """Whether the service answers XML, before and after; documents are rendered from JSON otherwise."""
    sides = (d.scope.old_catalog, d.scope.new_catalog)
    return all(side is not None and "xml" in side.service.wires for side in sides)
