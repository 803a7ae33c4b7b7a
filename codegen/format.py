"""black in process, with a cache keyed by content, so that only what changed is formatted again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from codegen.errors import CodegenError

LINE_LENGTH = 100


class Formatter:
    """Formats Python source as black does.

    Args:
        cache: A file that keeps formatted texts by the hash of their source; None = no cache.
            Only what one run used is kept, so it does not grow.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: Mapping[str, str] = _read(cache)
        self._used: dict[str, str] = {}

    def format(self, source: str, path: str) -> str:
        """The formatted source.

        Raises:
            CodegenError: The source is no valid Python; ``path`` says which file's.
        """
        key = hashlib.sha256(source.encode()).hexdigest()
        text = self._known.get(key)
        if text is None:
            text = _black(source, path)
        self._used[key] = text
        return text

    def save(self) -> None:
        """Keeps what this run used, unless that is what was kept already."""
        if self._cache is None or self._used.keys() == self._known.keys():
            return
        self._cache.parent.mkdir(parents=True, exist_ok=True)
        new = self._cache.with_suffix(".new")
        new.write_text(json.dumps(self._used), encoding="utf-8")
        new.replace(self._cache)


def _read(cache: Path | None) -> Mapping[str, str]:
    if cache is None or not cache.is_file():
        return {}
    try:
        found = json.loads(cache.read_text(encoding="utf-8"))
    except ValueError:  # cut short by a crash: formatting again costs time, nothing else
        return {}
    return found if isinstance(found, dict) else {}


def _black(source: str, path: str) -> str:
    import black
    from black.mode import TargetVersion
    from black.parsing import InvalidInput
    from black.report import NothingChanged

    mode = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
    try:
        return black.format_file_contents(source, fast=True, mode=mode)
    except NothingChanged:
        return source
    except InvalidInput as error:
        raise CodegenError(f"{path}: the template made no valid Python: {error}") from None
