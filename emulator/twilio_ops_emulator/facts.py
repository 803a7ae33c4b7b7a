"""What the emulator knows of the service: the compact catalog and the facts of its behaviour.

Both are data files of the generated package; nothing here knows what they say.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
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
    if resources.files(package).joinpath("_behaviour.json").is_file():
        return _document(package, "_behaviour.json")
    return _from_source()


def _document(package: str, name: str) -> dict[str, Any]:
    content = resources.files(package).joinpath(name).read_bytes()
    document: dict[str, Any] = msgspec.json.decode(content)
    return document


def _from_source() -> dict[str, Any]:
    """The facts of behaviour from the source tree, where no package was generated from them."""
    import yaml

    folder = Path(__file__).parents[2] / "metadata" / "behaviour"
    merged = {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.yaml"))
    }
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(merged))
    return document
