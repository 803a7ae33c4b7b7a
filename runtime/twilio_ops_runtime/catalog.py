"""The catalog that a generated package was made from, as plain values."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from twilio_ops_runtime.errors import ConfigurationError

__all__ = ["load"]

FILE = "_catalog.json"


@cache
def _load(package: str) -> dict[str, Any]:
    found = find_spec(package)
    places = list(found.submodule_search_locations or ()) if found else []
    for place in places:
        path = Path(place) / FILE
        if path.is_file():
            catalog: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return catalog
    raise ConfigurationError(f"{package} is not a generated package: it has no {FILE}")


def load(package: str) -> dict[str, Any]:
    """The catalog of a generated package: ``service``, ``objects`` by name, ``errors`` by code.

    The same values are given on each call; they are not to be changed.

    Args:
        package: The package's name.

    Raises:
        ConfigurationError: There is no such package, or it was not generated.
    """
    return _load(package)
