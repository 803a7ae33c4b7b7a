"""What a service does over time, handed on as data: the catalog's ``behaviour/`` as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from codegen.errors import CatalogError, Mistake
from codegen.render import RenderedFile
from codegen.tree import read


def behaviour(folder: Path, package: str) -> Iterator[RenderedFile]:
    """The file with everything in the catalog's ``behaviour/``, by file stem; none without any.

    Raises:
        CatalogError: A file is not YAML.
    """
    found: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for path in sorted((folder / "behaviour").glob("*.yaml")):
        tree = read(path, path.relative_to(folder).as_posix())
        if isinstance(tree, Mistake):
            mistakes.append(tree)
        else:
            found[path.stem] = tree.value
    if mistakes:
        raise CatalogError(mistakes)
    if found:
        text = json.dumps(found, ensure_ascii=False, indent=0) + "\n"
        yield RenderedFile(f"{package}/_behaviour.json", text, "")
