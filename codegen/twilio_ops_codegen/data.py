"""What comes along with the generator: its templates, a catalog, and how documents are written.

In an installed package they lie inside it; in a checkout they are top-level folders, so that
nothing is ever copied.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]

TEMPLATES = _HOME / "templates"
CATALOG = _HOME / "metadata"
"""The catalog that comes along, with ``import.yaml``, how its documents are written."""
