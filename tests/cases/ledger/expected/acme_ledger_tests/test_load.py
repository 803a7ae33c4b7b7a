"""The modules of the objects: ``load`` finds each, and no object has a module of that name."""

from __future__ import annotations

from acme_ledger import api


def test_every_object_has_a_module() -> None:
    """It is loaded by the object's name, and by each of its aliases."""
    for name, module in api.OBJECTS.items():
        assert f"{api.__name__}.{module}" == api.load(name).__name__
