"""black in process, with a cache keyed by content, so that only what changed is formatted again."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from twilio_ops_codegen.catalog.errors import CodegenError
from twilio_ops_codegen.catalog.plain import is_mapping

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

LINE_LENGTH = 132
"""Wide, so that a row of the catalog stays a line of code, and a change of one a diff of one."""
WORTH_SHARING = 24
"""From so many files on, starting further processes pays."""


class Source(NamedTuple):
    """Python that a template wrote.

    Args:
        path: Its file, for messages.
        text: The code. What black leaves as it is takes half the time of what it changes: it
            looks at its own work again.
    """

    path: str
    text: str


class Formatter:
    """Formats Python sources as black does.

    As a context manager it starts its processes at once if nothing is in the cache: they get
    ready while the catalog is loaded, and format while further files are rendered.

    Args:
        cache: A file that keeps formatted texts by the hash of their source; None = no cache.
            Only what one run used is kept, so it does not grow.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: Mapping[str, str] = _read(cache)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if not self._known:
            self._pool = _processes()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def format(self, sources: Iterable[Source]) -> dict[str, str]:
        """The formatted texts by path; what is not in the cache is shared among cores.

        Args:
            sources: Each is formatted as it comes, if processes are waiting.

        Raises:
            CodegenError: A source is no valid Python; its path is named.
        """
        keys: dict[str, str] = {}
        missing: dict[str, Source] = {}
        made: dict[str, Future[str]] = {}
        for source in sources:
            key = keys[source.path] = hashlib.sha256(source.text.encode()).hexdigest()
            if key in self._known or key in missing:
                continue
            missing[key] = source
            if self._pool is not None:
                made[key] = self._pool.submit(_formatted, source)
        with ExitStack() as stack:
            if self._pool is None and len(missing) >= WORTH_SHARING:
                pool = stack.enter_context(_processes())
                made = {key: pool.submit(_formatted, source) for key, source in missing.items()}
            new = {
                key: made[key].result() if key in made else _formatted(source)
                for key, source in missing.items()
            }
        used = {key: new.get(key) or self._known[key] for key in keys.values()}
        if self._cache is not None and used.keys() != self._known.keys():
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            written = self._cache.with_suffix(".new")
            written.write_text(json.dumps(used), encoding="utf-8")
            written.replace(self._cache)
        return {path: used[key] for path, key in keys.items()}


def _processes() -> ProcessPoolExecutor:
    """As many processes as there are cores, started before there is anything to do."""
    from concurrent.futures import ProcessPoolExecutor

    number = os.cpu_count() or 1
    pool = ProcessPoolExecutor(number, initializer=_get_ready)
    for _ in range(number):
        pool.submit(int)
    return pool


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
        raise CodegenError(f"{source.path}: the template made no valid Python: {error}") from None
