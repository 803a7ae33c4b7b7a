"""What a run works on: ``[tool.NAME]`` in the pyproject.toml of whoever runs it.

Defaults hang on the working folder, never on where the generator is installed.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.plain import is_mapping
from twilio_ops_codegen.commands.base import DISTRIBUTION
from twilio_ops_codegen.data import CATALOG

TABLE = f"[tool.{DISTRIBUTION}]"
MANIFEST = "pyproject.toml"
CONVENTIONS = "import.yaml"
USUAL = {"catalog": "metadata", "out": "generated", "changelog": "changelog.d"}
KEYS = (*USUAL, "templates", "conventions", "suppressions")


@frozen(kw_only=True)
class Settings:
    """The places of a project.

    ``root`` is the folder of the pyproject.toml that has the table, or else the working folder;
    ``manifest`` is that file, None = no file has the table. Of the rest None = the table does not
    say, and there is no usual place.
    """

    root: Path
    manifest: Path | None
    catalog: Path
    out: Path
    changelog: Path
    templates: Path | None = None
    conventions: Path | None = None
    suppressions: Path | None = None

    @property
    def cache(self) -> Path | None:
        """Where to keep what saves time; None = no project is here to keep it in."""
        return None if self.manifest is None else self.root / ".cache"

    def existing_catalog(self, given: Path | None) -> Path:
        """Return the catalog's folder.

        Args:
            given: The one that was asked for; it is taken as it is.

        Raises:
            CodegenError: None was asked for, and there is none here.
        """
        if given is not None:
            return given
        if not self.catalog.is_dir():
            raise CodegenError(
                f"there is no catalog here: {shown(self.catalog)} is no folder. Give --catalog, set"
                f" `catalog` in {TABLE} of {MANIFEST}, or make one with"
                f" `{DISTRIBUTION} codegen init`"
            )
        return self.catalog

    def conventions_of(self, catalog: Path) -> Path:
        """Return how documents are written: the table's, the catalog's, or those that come along."""
        if self.conventions is not None:
            return self.conventions
        own = catalog / CONVENTIONS
        return own if own.is_file() else CATALOG / CONVENTIONS


def load_settings(folder: Path | None = None) -> Settings:
    """Read the settings that hold in a folder.

    The nearest pyproject.toml with the table counts, up to the repository's root.

    Args:
        folder: The folder; None = the working folder.

    Raises:
        CodegenError: A file is not TOML, or the table says what is not known.
    """
    start = (folder or Path.cwd()).resolve()
    for place in (start, *start.parents):
        table = read_table(place / MANIFEST)
        if table is not None:
            return _settings(place, place / MANIFEST, table)
        if (place / ".git").exists():
            break
    return _settings(start, None, {})


def read_table(path: Path) -> dict[str, Any] | None:
    """Return the table of a pyproject.toml; None = there is no file, or no table in it.

    Raises:
        CodegenError: The file is not TOML, or the table is none.
    """
    value = read_manifest(path)
    tool = value.get("tool", {})
    table = tool.get(DISTRIBUTION) if is_mapping(tool) else None
    if table is not None and not is_mapping(table):
        raise CodegenError(f"{shown(path)}: {TABLE}: is no table")
    return cast("dict[str, Any] | None", table)


def read_manifest(path: Path) -> dict[str, Any]:
    """Return what a pyproject.toml says; nothing if there is none.

    Raises:
        CodegenError: The file is not TOML.
    """
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no UTF-8, no TOML, or a number too long
        raise CodegenError(f"{shown(path)} is not TOML: {error}") from error


def _settings(root: Path, manifest: Path | None, table: dict[str, Any]) -> Settings:
    for key, value in table.items():
        place = f"{shown(root / MANIFEST)}: {TABLE}: {key}"
        if key not in KEYS:
            raise CodegenError(f"{place}: is not known; expected one of {', '.join(KEYS)}")
        if not isinstance(value, str) or not value:
            raise CodegenError(f"{place}: expected a path relative to this file, not {value!r}")
    places = {key: root / value for key, value in {**USUAL, **table}.items()}
    return Settings(root=root, manifest=manifest, **places)


def shown(path: Path) -> str:
    """Return a path as messages show it: relative to the working folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() or "."
    except (ValueError, OSError):
        return os.fspath(path)
