"""black in process, with a cache keyed by content, so that only what changed is formatted again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from codegen.errors import CodegenError

LINE_LENGTH = 132
"""Wide, so that a row of the catalog stays a line of code, and a change of one a diff of one."""
WORTH_SHARING = 24
"""From so many files on, starting further processes pays."""


class Formatter:
    """Formats Python sources as black does.

    Args:
        cache: A file that keeps formatted texts by the hash of their source; None = no cache.
            Only what one run used is kept, so it does not grow.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: Mapping[str, str] = _read(cache)

    def format(self, sources: Mapping[str, str]) -> dict[str, str]:
        """The formatted texts of sources by path; what is not in the cache is shared among cores.

        Raises:
            CodegenError: A source is no valid Python; its path is named.
        """
        keys = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sources.items()}
        missing = {keys[path]: (text, path) for path, text in sources.items()}
        for key in self._known:
            missing.pop(key, None)
        made = dict(zip(missing, _format_all(list(missing.values())), strict=True))
        used = {key: made.get(key) or self._known[key] for key in keys.values()}
        if self._cache is not None and used.keys() != self._known.keys():
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            new = self._cache.with_suffix(".new")
            new.write_text(json.dumps(used), encoding="utf-8")
            new.replace(self._cache)
        return {path: used[key] for path, key in keys.items()}


def _format_all(sources: list[tuple[str, str]]) -> list[str]:
    if len(sources) < WORTH_SHARING:
        return [_black(source) for source in sources]
    from concurrent.futures import ProcessPoolExecutor

    import black  # noqa: F401 - once here, not once in every process that is forked

    workers = os.cpu_count() or 1
    largest_first = sorted(range(len(sources)), key=lambda index: -len(sources[index][0]))
    with ProcessPoolExecutor(workers) as pool:
        texts = list(pool.map(_black, [sources[index] for index in largest_first], chunksize=2))
    made = dict(zip(largest_first, texts, strict=True))
    return [made[index] for index in range(len(sources))]


def _read(cache: Path | None) -> Mapping[str, str]:
    if cache is None or not cache.is_file():
        return {}
    try:
        found = json.loads(cache.read_text(encoding="utf-8"))
    except ValueError:  # cut short by a crash: formatting again costs time, nothing else
        return {}
    return found if isinstance(found, dict) else {}


def _black(job: tuple[str, str]) -> str:
    source, path = job
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
