"""What the emulator knows of the service: the compact catalog and the facts of its behaviour.

Both are data files of the generated package; nothing here knows what they say.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import msgspec

PACKAGE = "twilio_ops"
"""The generated package whose catalog the emulator follows."""


@cache
def catalog(package: str = PACKAGE) -> dict[str, Any]:
    """The compact catalog of a generated package: ``service``, ``objects`` and ``errors``."""
    return _document(package, "_catalog.json")


@cache
def behaviour(package: str = PACKAGE) -> dict[str, Any]:
    """The facts of behaviour, by the name of the file they come from."""
    return _document(package, "_behaviour.json")


@cache
def products(package: str = PACKAGE) -> dict[str, dict[str, Any]]:
    """The compact catalogs of other services, each with its facts of behaviour, by name."""
    folder = resources.files(package).joinpath("_products")
    if not folder.is_dir():
        return {}
    return {
        file.name.removesuffix(".json"): _document(package, f"_products/{file.name}")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }


def _document(package: str, name: str) -> dict[str, Any]:
    content = resources.files(package).joinpath(name).read_bytes()
    document: dict[str, Any] = msgspec.json.decode(content)
    return document
