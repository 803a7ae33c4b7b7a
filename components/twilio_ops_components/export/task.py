"""One window read and written: the same function on a thread here and on a worker elsewhere."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from twilio_ops import ConfigurationError, NotFoundError
from twilio_ops.api import load
from twilio_ops_components.catalog import record_class, service
from twilio_ops_components.export.columns import Column, Handling, columns_of
from twilio_ops_components.export.pages import (
    ARROW_PART,
    PART,
    Columns,
    PageColumns,
    moments_of,
    pages_of,
)
from twilio_ops_components.export.plan import Window, split, text_of
from twilio_ops_components.export.seen import Seen
from twilio_ops_components.export.store import STAGED, Store, store_of
from twilio_ops_components.export.tables import Table, digest_of, link_names, table_of
from twilio_ops_components.export.writing import FileFormat, RowFile, content_of, ending_of
from twilio_ops_runtime.records.specs import FieldSpec

if TYPE_CHECKING:
    from twilio_ops import Connection, Request, Response
    from twilio_ops_runtime.http.messages import Send

__all__ = [
    "MOST_PARTS",
    "Opener",
    "Result",
    "Task",
    "count_window",
    "file_name",
    "read_window",
    "release",
]

Opener = Callable[[], "Connection"]
"""Opens a connection where the work is done; it holds no credentials itself."""
_INSTANT = timedelta(microseconds=1)
MOST_PARTS = 256
"""Into how many a window is split at most."""


@frozen(kw_only=True)
class Task:
    """What is to be done with one window; plain data but for the opener.

    Attributes:
        window: The window.
        opener: Opens the connection.
        account: The account that the connection has to be of.
        out: The folder or URL.
        format: How the file is written.
        pii: What becomes of personal values.
        plan: The digest of the plan.
        catalog: The digest of the catalog that the plan was made with.
        most: With more records than these, a window is split; None = it is read whole.
    """

    window: Window
    opener: Opener = field(repr=False)
    account: str
    out: str
    format: FileFormat
    pii: Handling
    plan: str
    catalog: str
    most: int | None


@frozen(kw_only=True)
class Result:
    """What came of a task.

    Attributes:
        window: The window.
        read_at: When its reading began.
        rows: How many rows it has.
        repeated: How many records came twice, of which one is kept.
        file: The file, by its name in the store, staged at first; None = there are no rows.
        size: The file's size in bytes.
        sha256: The file's digest.
        records: The digest of the records' keys, in whatever order.
        content: The digest of what the rows hold, in whatever order, where they go on into a table.
        parts: The windows to read in its stead, as it is too full; nothing is written then.
        requests: How many requests were sent.
        throttled: How many of them were answered 429.
        under_way: What such an answer said the account had under way; the most.
    """

    window: Window
    read_at: str
    rows: int = 0
    repeated: int = 0
    file: str | None = None
    size: int = 0
    sha256: str | None = None
    records: str = ""
    content: str = ""
    parts: tuple[Window, ...] = ()
    requests: int = 0
    throttled: int = 0
    under_way: int | None = None


class _Full(Exception):
    """The window has more records than it may; how many parts it is to have."""

    def __init__(self, parts: int) -> None:
        super().__init__(parts)
        self.parts = parts


class _Meter:
    """Counts the attempts of one task."""

    def __init__(self) -> None:
        self.requests = self.throttled = 0
        self.under_way: int | None = None
        self._header: str | None = service().get("under_way")

    def wrap(self, send: Send) -> Send:
        """Return what counts what it sends."""

        def metered(request: Request, /) -> Response:
            self.requests += 1
            response = send(request)
            if response.status == 429:
                self.throttled += 1
                said = response.headers.get(self._header, "") if self._header else ""
                if said.isascii() and said.isdigit():
                    self.under_way = max(self.under_way or 0, int(said[:9]))
            return response

        return metered


def read_window(task: Task) -> Result:
    """Read a window and write its file, which is staged: a name of its own, not among the data.

    Whoever asked for it moves it there, or does not: an attempt that was taken for lost and ends
    late changes nothing. The file is there whole, or not at all.

    Raises:
        ConfigurationError: This process has another catalog, or another account.
        OperationError: What came of asking for a page.
    """
    if digest_of() != task.catalog:
        raise ConfigurationError(
            "the worker's catalog is another one than the plan's: install the same release"
        )
    window, table = task.window, table_of(task.window.object)
    columns = columns_of(table, task.pii)
    store = store_of(task.out)
    meter, seen = _Meter(), Seen(table)
    read_at = text_of(datetime.now(UTC))
    connection = _connection(task.opener, task.account).through(meter.wrap)
    name = f"{STAGED}/{window.name}.{secrets.token_hex(8)}.{ending_of(task.format)}"
    most = task.most if len(split(window, 2, table.whole_days)) > 1 else None
    facts: dict[str, Any]
    try:
        raw = table.key is not None  # without one, what a record holds tells it apart
        part = PART if task.format == "jsonl" else ARROW_PART
        lists = _lists(connection, table, window, columns, most, raw=raw, part=part)
        facts = _write(store, name, task, columns, lists, seen)
    except _Full as full:
        facts = {"parts": tuple(split(window, full.parts, table.whole_days))}
    else:
        facts |= {"rows": seen.count, "repeated": seen.repeated, "records": seen.digest}
    return Result(
        window=window,
        read_at=read_at,
        requests=meter.requests,
        throttled=meter.throttled,
        under_way=meter.under_way,
        **facts,
    )


def file_name(window: Window, plan: str, format: FileFormat) -> str:
    """Return the name that a window's file has among the data, by which it is known again.

    Args:
        window: The window.
        plan: The digest of the plan.
        format: The format.
    """
    folder = table_of(window.object).name
    return f"{folder}/{window.name}.{plan[:12]}.{ending_of(format)}"


def count_window(task: Task) -> Result:
    """Read a window's keys again, and write nothing: what the service lists now."""
    window, table = task.window, table_of(task.window.object)
    meter, seen = _Meter(), Seen(table)
    connection = _connection(task.opener, task.account).through(meter.wrap)
    read_at = text_of(datetime.now(UTC))
    wanted = None if table.key is None else [table.key]
    for links, page in _lists(connection, table, window, None, None, wanted):
        seen.new(page, links)
    return Result(
        window=window,
        read_at=read_at,
        rows=seen.count,
        repeated=seen.repeated,
        records=seen.digest,
        requests=meter.requests,
    )


Lists = Generator[tuple[tuple[str, ...], Columns], None, None]
"""The pages of the lists of a window, one after the other, each with the keys that lead to it."""


class _Empty(Exception):
    """There are no rows, so there is no file."""


def _write(
    store: Store, name: str, task: Task, columns: list[Column], lists: Lists, seen: Seen
) -> dict[str, Any]:
    """Write the rows of lists into a file; return what is to be known of it."""
    names = link_names(table_of(task.window.object))
    linked = [column.name for column in columns if column.field is None]
    try:
        with closing(lists), store.staged(name) as path:
            with RowFile(path, task.format, columns, task.window.name) as file:
                for links, page in lists:
                    keys = dict(zip(names, links, strict=True))
                    file.write(seen.new(page, links), tuple(keys[one] for one in linked))
            if not file.count:
                raise _Empty
            with path.open("rb") as written:
                digest = hashlib.file_digest(written, "sha256").hexdigest()
            facts = {"file": name, "size": path.stat().st_size, "sha256": digest}
            if task.format in ("delta", "duckdb"):
                facts["content"] = content_of(path)
            return facts
    except _Empty:
        return {}


def _lists(
    connection: Connection,
    table: Table,
    window: Window,
    columns: list[Column] | None,
    most: int | None,
    wanted: list[str] | None = None,
    raw: bool = False,
    part: int = PART,
) -> Lists:
    if columns is not None:
        wanted = [column.name for column in columns if column.field is not None]
        if table.key is None:  # what tells the records apart are all fields
            wanted = None
    first = (window.account,) if window.account else ()
    yield from _below(connection, table, 0, window, first, wanted, most, raw, part)


def _below(
    connection: Connection,
    table: Table,
    depth: int,
    window: Window,
    keys: tuple[str, ...],
    wanted: list[str] | None,
    most: int | None,
    raw: bool,
    part: int,
) -> Lists:
    last = depth == len(table.chain) - 1
    fields = wanted if last else [table.keys[depth]]
    kind = getattr(load(table.chain[depth]), f"Query{table.chain[depth]}")
    filters: list[Any] = []
    if depth == 0 and window.span is not None:
        filters = _conditions(kind, table, window)
        if fields is not None and most is not None:
            fields = list(dict.fromkeys([*fields, filters[0].field]))
    size = kind.spec.max_page_size if kind.spec.paging != "none" else None
    operation = kind(connection, fields=fields, page_size=size, filters=filters)
    pages: Iterator[PageColumns] = pages_of(operation, ":".join(keys) or None, raw=raw, part=part)
    if depth == 0 and most is not None and filters:
        pages = _within(pages, window, most, _field(table.chain[0], filters[0].field))
    links = keys[1:] if window.account else keys
    if depth:
        pages = _there(pages)
    for columns in (one for page in pages for one in page.parts):
        if last:
            yield links, columns
            continue
        for key in columns.values[table.keys[depth]]:
            below = (*keys, str(key))
            yield from _below(connection, table, depth + 1, window, below, wanted, None, raw, part)


def _there(pages: Iterator[PageColumns]) -> Iterator[PageColumns]:
    """Give the pages of a list that may have gone with what it lies under."""
    try:
        yield from pages
    except NotFoundError:
        return


def _within(
    pages: Iterator[PageColumns], window: Window, most: int, field: FieldSpec
) -> Iterator[PageColumns]:
    """Give the pages of a window, unless it is too full.

    Lists are in the order of their time, as a rule; then the first page tells how many there are.

    Args:
        pages: The pages.
        window: The window.
        most: With how many records it is too full.
        field: The field that the list is cut by.
    """
    assert window.span is not None
    span = (window.span[1] - window.span[0]).total_seconds()
    count = 0

    def counted(parts: Iterable[Columns]) -> Iterator[Columns]:
        nonlocal count
        for part in parts:
            count += part.size
            if count > most:
                raise _Full(2)
            yield part

    for page in pages:
        parts: Iterable[Columns] = page.parts
        if not count:
            parts = list(parts)
            size = sum(part.size for part in parts)
            if size and (size > most or page.more):
                moments = [one for part in parts for one in moments_of(part, field)]
                covered = max((max(moments) - min(moments)) / 1e6, 1.0) / span
                expected = size / covered if page.more else size
                if size > most or expected > 2 * most:
                    raise _Full(max(2, min(MOST_PARTS, ceil(expected / most))))
        yield PageColumns(parts=counted(parts), more=page.more)


def _conditions(kind: Any, table: Table, window: Window) -> list[Any]:
    """The conditions of the filter that cuts the list: from the start on, before the end."""
    assert window.span is not None
    start, end = window.span
    chosen = next(one for one in kind.filters() if one.api == table.window)
    if table.whole_days:
        if end - start == timedelta(days=1):  # one day is asked for as such, without its neighbours
            return [chosen.on(start.date())]
        return [chosen.after(start.date() - timedelta(days=1)), chosen.before(end.date())]
    return [chosen.after(start - _INSTANT), chosen.before(end)]


def _field(object_name: str, name: str) -> FieldSpec:
    fields: Sequence[FieldSpec] = record_class(object_name).spec.fields
    return next(one for one in fields if one.name == name)


_open: dict[Opener, Any] = {}
_opening = threading.Lock()


def _connection(opener: Opener, account: str) -> Connection:
    """The connection of an opener; a process has one of each."""
    with _opening:
        if opener not in _open:
            _open[opener] = opener()
        found: Connection = _open[opener]
    if found.account_sid != account:
        raise ConfigurationError(
            f"the worker's connection is of {found.account_sid}, the plan's of {account}"
        )
    return found


def release(opener: Opener) -> None:
    """Close the connection that a process has of an opener."""
    with _opening:
        found = _open.pop(opener, None)
    if found is not None:
        found.close()
