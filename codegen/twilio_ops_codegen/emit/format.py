"""black in process, for what the templates leave to it, with a cache keyed by content."""

from __future__ import annotations

import ast
import gc
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.plain import is_mapping

LINE_LENGTH = 132
"""Wide, so that a row of the catalog stays a line of code, and a change of one a diff of one."""
WORTH_SHARING = 24
"""From so many files on, starting further processes pays."""
_UNBREAKABLE = re.compile(r' *(?:\w+=)?"[^"\\]*",')
"""A line that holds one text: however wide it is, black has no place to break it at."""


class Source(NamedTuple):
    """Python that a template wrote.

    Args:
        path: Its file, for messages.
        text: The code.
        settled: Whether it is as black writes it already, but for lines to be broken. The project's
            own templates write so, and tests hold them to it; black takes most of the time.
    """

    path: str
    text: str
    settled: bool = False


class Formatter:
    """Formats Python sources as black does.

    Args:
        cache: A file that keeps formatted texts by the hash of their source; None = no cache.
            Only what one run used is kept, so it does not grow.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: Mapping[str, str] = _read(cache)

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """The formatted texts by path; what is not in the cache is shared among cores.

        Raises:
            CodegenError: A source is no valid Python; its path is named.
        """
        keys: dict[str, str] = {}
        missing: dict[str, Source] = {}
        for source in sources:
            key = keys[source.path] = hashlib.sha256(source.text.encode()).hexdigest()
            if key not in self._known:
                missing[key] = source
        used = {key: self._known[key] for key in keys.values() if key in self._known}
        used |= zip(missing, _all_formatted(list(missing.values())), strict=True)
        if self._cache is not None and used.keys() != self._known.keys():
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            written = self._cache.with_suffix(".new")
            written.write_text(json.dumps(used), encoding="utf-8")
            written.replace(self._cache)
        return {path: used[key] for path, key in keys.items()}


def _fits(text: str) -> bool:
    """Whether black has no line to break. Letters beyond ASCII may be twice as wide: not known."""
    return text.isascii() and all(
        len(line) <= LINE_LENGTH or _UNBREAKABLE.fullmatch(line) for line in text.split("\n")
    )


def _checked(source: Source) -> str:
    try:
        ast.parse(source.text)
    except SyntaxError as error:
        raise _invalid(source, error) from None
    return source.text


def _all_formatted(sources: Sequence[Source]) -> list[str]:
    for_black = [each for each in sources if not (each.settled and _fits(each.text))]
    made = dict(zip((each.path for each in for_black), _by_black(for_black), strict=True))
    return [made[each.path] if each.path in made else _checked(each) for each in sources]


def _by_black(sources: Sequence[Source]) -> Iterable[str]:
    if len(sources) < WORTH_SHARING:
        return map(_formatted, sources)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(initializer=_get_ready) as pool:
        return list(pool.map(_formatted, sources, chunksize=4))


def _get_ready() -> None:
    import_module("black")
    # Syntax trees are many objects that live for a moment: looking for cycles less often pays.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _read(cache: Path | None) -> Mapping[str, str]:
    if cache is None or not cache.is_file():
        return {}
    try:
        found = json.loads(cache.read_text(encoding="utf-8"))
    except ValueError:  # cut short by a crash: formatting again costs time, nothing else
        return {}
    return found if is_mapping(found) else {}


def _formatted(source: Source) -> str:
    import black
    from black.mode import TargetVersion
    from black.parsing import InvalidInput
    from black.report import NothingChanged

    mode = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
    try:
        return black.format_file_contents(source.text, fast=True, mode=mode)
    except NothingChanged:
        return source.text
    except InvalidInput as error:
        raise _invalid(source, error) from None


def _invalid(source: Source, error: Exception) -> CodegenError:
    return CodegenError(f"{source.path}: the template made no valid Python: {error}")
