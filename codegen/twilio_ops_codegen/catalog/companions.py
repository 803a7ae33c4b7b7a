"""Catalogs of other services that come along with one: handed on in their compact form, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from twilio_ops_codegen.catalog.errors import CatalogError, Mistake
from twilio_ops_codegen.catalog.load import Loaded, load_folder

FOLDER = "products"
"""The folder of a catalog in which each folder is the catalog of another service."""


def companions(folder: Path) -> Mapping[str, Loaded]:
    """Return the catalogs that come along with the one in a folder, by the name of their folder.

    Args:
        folder: The folder of the catalog that they come along with.

    Raises:
        CatalogError: With all mistakes found in any of them, each with its file below ``folder``.
    """
    found: dict[str, Loaded] = {}
    mistakes: list[Mistake] = []
    for path in sorted((folder / FOLDER).glob("*/")):
        if not any(path.iterdir()):
            continue
        try:
            found[path.name] = load_folder(path)
        except CatalogError as error:
            mistakes.extend(_below(mistake, f"{FOLDER}/{path.name}") for mistake in error.mistakes)
    if mistakes:
        raise CatalogError(mistakes)
    return found


def _below(mistake: Mistake, folder: str) -> Mistake:
    return evolve(mistake, file=f"{folder}/{mistake.file}")
