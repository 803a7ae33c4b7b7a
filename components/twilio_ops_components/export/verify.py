"""Whether an export holds what the service lists: each window counted again, and its data looked at."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any, Literal

from attrs import frozen

from twilio_ops import ConfigurationError, OperationError
from twilio_ops_components.export.engines import Engine, Outcome
from twilio_ops_components.export.manifest import Commit, Header, Manifest
from twilio_ops_components.export.plan import Window, instant
from twilio_ops_components.export.run import TRIES
from twilio_ops_components.export.sinks import Sink, sink_of
from twilio_ops_components.export.store import Store, store_of
from twilio_ops_components.export.tables import digest_of, table_of
from twilio_ops_components.export.task import Opener, Result, Task

__all__ = ["Finding", "Verdict", "verify"]

Verdict = Literal["proven", "differs", "damaged", "unproven", "gap", "stray"]


@frozen(kw_only=True)
class Finding:
    """What was found about a window.

    Attributes:
        window: The window.
        verdict: ``proven``: the service lists the same records, and the data is as it was written;
            ``differs``: it lists others; ``damaged``: the data is not as it was written;
            ``unproven``: it cannot be told; ``gap``: it was never read; ``stray``: data lies there
            that is no window's; the window is the whole list then.
        rows: How many rows are there.
        listed: How many records the service lists; None = it was not asked, or did not answer.
        text: Why, in words.
    """

    window: Window
    verdict: Verdict
    rows: int = 0
    listed: int | None = None
    text: str = ""


def verify(
    out: str,
    account: str,
    opener: Opener,
    engine: Engine,
    on_finding: Callable[[Finding], object] | None = None,
) -> list[Finding]:
    """Look at all windows of an export, those that are proven included.

    Where the service lists other records than are there, it is asked once more: two lists that
    differ from each other prove nothing.

    Args:
        out: The folder or URL of the export.
        account: The account that asks.
        opener: Opens its connection.
        engine: Where windows are counted.
        on_finding: Called with each.

    Returns:
        The findings, in the order of their windows.

    Raises:
        ConfigurationError: There is no export, or it is another account's.
        OperationError: The service does not let the account in.
    """
    store = store_of(out)
    manifest, header = ensure_export(out)
    if header.account != account:
        raise ConfigurationError(f"{out}: is an export of {header.account}, not of {account}")
    sink = sink_of(header.kind, out)
    found: list[Finding] = []

    def tell(finding: Finding) -> None:
        found.append(finding)
        if on_finding is not None:
            on_finding(finding)

    try:
        if sink is not None:
            _prepare(sink, manifest, header)
        for finding in (*_gaps(manifest), *_strays(manifest, header, store, sink)):
            tell(finding)
        sound: list[Commit] = []
        for commit in manifest:
            problem = _damage(commit, store, sink)
            if problem is None:
                sound.append(commit)
            else:
                rows = commit.result.rows
                window = commit.result.window
                tell(Finding(window=window, verdict="damaged", rows=rows, text=problem))
        counter = _Counter(engine, out, account, opener, header)
        for commit, counts in counter.counted(sound):
            tell(_judged(commit, counts))
    finally:
        if sink is not None:
            sink.close()
    return sorted(found, key=lambda one: one.window.name)


def ensure_export(out: str) -> tuple[Manifest, Header]:
    """Return the manifest of an export, and what holds for all of it.

    Args:
        out: The folder or URL.

    Raises:
        ConfigurationError: There is no export.
    """
    manifest = Manifest(store_of(out))
    header = manifest.header()
    if header is None:
        raise ConfigurationError(f"{out}: there is no export here")
    return manifest, header


def _prepare(sink: Sink, manifest: Manifest, header: Header) -> None:
    pyarrow: Any = import_module("pyarrow")

    from twilio_ops_components.export.columns import WINDOW, columns_of

    for name in {commit.result.window.object for commit in manifest}:
        table = table_of(name)
        pii: Any = header.pii
        fields = [(column.name, column.arrow()) for column in columns_of(table, pii)]
        sink.prepare(table.name, pyarrow.schema([*fields, (WINDOW, pyarrow.string())]))


def _gaps(manifest: Manifest) -> Iterator[Finding]:
    """What the last plan asked for and is not there."""
    plan = manifest.plan()
    for window in manifest.left(plan) if plan is not None else ():
        known = manifest.get(window)
        text = (
            "it was never read" if known is None or known.result.parts else "it is to be read again"
        )
        yield Finding(window=window, verdict="gap", text=f"{text}: export again")


def _strays(
    manifest: Manifest, header: Header, store: Store, sink: Sink | None
) -> Iterator[Finding]:
    """Give what a reader of the data takes for rows, and no window wrote."""
    for table, schema in header.schemas.items():
        object_name = schema["object"]
        if sink is None:
            known = manifest.files(table)
            names = [one for one in store.names(table) if one not in known and one[0] != "."]
            texts = [f"{table}/{name} is no window's file" for name in names]
        else:
            windows = {one.result.window.name for one in manifest}
            names = sorted(sink.windows(table) - windows)
            texts = [f"{table} has rows of {name}, which is no window" for name in names]
        for text in texts:
            yield Finding(window=Window(object=object_name, account=""), verdict="stray", text=text)


def _damage(commit: Commit, store: Store, sink: Sink | None) -> str | None:
    """What is wrong with the data of a window; None = nothing."""
    result = commit.result
    if sink is not None:
        table, window = table_of(result.window.object).name, result.window.name
        there = sink.count(table, window)
        if there != result.rows:
            return f"{there} rows are there, {result.rows} were written"
        if result.content and sink.digest(table, window) != result.content:
            return "its rows do not hold what was written"
        return None
    if result.file is None:
        return None
    try:
        with store.local(result.file) as path, path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return f"{result.file} is gone"
    return None if digest == result.sha256 else f"{result.file} is not what was written"


def _judged(commit: Commit, counts: list[Outcome]) -> Finding:
    result, last = commit.result, counts[-1].result
    window, rows = result.window, result.rows
    if last is None:
        return Finding(window=window, verdict="unproven", rows=rows, text=counts[-1].problem)
    if _same(last, result):
        return Finding(window=window, verdict="proven", rows=rows, listed=last.rows)
    first = counts[0].result
    if first is None or not _same(first, last):
        text = (
            "two lists of it differ from each other: the service is changing them, or has no order"
        )
        return Finding(window=window, verdict="unproven", rows=rows, listed=last.rows, text=text)
    table = table_of(window.object)
    span = window.span
    read_at = instant(result.read_at)
    when, way = "since it was read at", "export again"
    if span is not None and read_at >= span[1] + timedelta(days=table.settles):
        when = "though it counted as final at"
        way += f" with a look-back of {(read_at - span[1]).days + 1} days"
    text = f"other records are listed, {when} {result.read_at}: {way}"
    return Finding(window=window, verdict="differs", rows=rows, listed=last.rows, text=text)


def _same(one: Result, other: Result) -> bool:
    return (one.rows, one.records) == (other.rows, other.records)


class _Counter:
    """Has windows counted, those twice that do not agree with what is there."""

    def __init__(
        self, engine: Engine, out: str, account: str, opener: Opener, header: Header
    ) -> None:
        self._engine = engine
        self._facts: dict[str, Any] = {
            "out": out,
            "account": account,
            "opener": opener,
            "format": header.kind,
            "pii": header.pii,
            "plan": "",
            "catalog": digest_of(),
            "most": None,
        }

    def counted(self, commits: list[Commit]) -> Iterator[tuple[Commit, list[Outcome]]]:
        waiting = deque((commit, list[Outcome](), 1) for commit in commits)
        running: dict[Any, tuple[Commit, list[Outcome], int]] = {}
        while waiting or running:
            while waiting and len(running) < self._engine.at_once:
                one = waiting.popleft()
                task = Task(window=one[0].result.window, **self._facts)
                running[self._engine.submit("count", task)] = one
            for handle, outcome in self._engine.wait(list(running)):
                commit, counts, tries = running.pop(handle)
                if outcome.kind == "stop":
                    raise OperationError(f"{commit.result.window.name}: {outcome.problem}")
                if outcome.kind in ("again", "lost") and tries < TRIES:
                    waiting.append((commit, counts, tries + 1))
                    continue
                counts = [*counts, outcome]
                last = outcome.result
                agrees = last is not None and _same(last, commit.result)
                if last is not None and not agrees and len(counts) < 2:
                    waiting.append((commit, counts, tries))
                else:
                    yield commit, counts
