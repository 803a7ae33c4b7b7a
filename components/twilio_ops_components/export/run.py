"""An export: plans, has the windows read, and commits what is done, one window after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from attrs import evolve, frozen

from twilio_ops import ConfigurationError, OperationError
from twilio_ops_components.export.columns import WINDOW, Handling, columns_of, schema_of
from twilio_ops_components.export.engines import Engine, Outcome
from twilio_ops_components.export.limits import Limit, Waiting
from twilio_ops_components.export.manifest import Commit, Header, Manifest
from twilio_ops_components.export.plan import Plan, Window, cut, text_of
from twilio_ops_components.export.sinks import Sink, sink_of
from twilio_ops_components.export.store import STAGED, Store, alone, store_of
from twilio_ops_components.export.tables import Table, digest_of, table_of
from twilio_ops_components.export.task import Opener, Result, Task, file_name
from twilio_ops_components.export.writing import FileFormat
from twilio_ops_runtime.sids import is_sid

__all__ = ["Export", "Failed", "Progress", "Summary"]

TRIES = 4
"""How often a window is tried that the service fails."""
LOSSES = 50
"""How often a window is begun again whose worker died."""


@frozen(kw_only=True)
class Export:
    """What is to be exported, where to, and how.

    Args:
        objects: The objects.
        account: The account that asks.
        opener: Opens its connection, wherever windows are read.
        out: A folder, or a URL of fsspec.
        format: ``parquet``, ``jsonl``, ``csv``: files; ``delta``, ``duckdb``: tables.
        since: From when on; needed where a list is cut by time.
        until: Until before when; None = now.
        accounts: Whose lists; None = the account's own.
        pii: ``keep`` personal values, ``mask`` them or ``drop`` their columns.
        days: How many days a window has at most.
        most: With more records than these, a window is split.
        look_back: The days after which a record counts as final; None = as the catalog says.
    """

    objects: tuple[str, ...]
    account: str
    opener: Opener
    out: str
    format: FileFormat = "parquet"
    since: datetime | None = None
    until: datetime | None = None
    accounts: tuple[str, ...] | None = None
    pii: Handling = "keep"
    days: int = 30
    most: int = 10_000
    look_back: int | None = None

    def run(
        self, engine: Engine, on_progress: Callable[[Progress], object] | None = None
    ) -> Summary:
        """Read what is not read yet, or may have changed since.

        What was begun and not finished, for the same arguments, is gone on with.

        Args:
            engine: Where windows are read.
            on_progress: Called when a window is done.

        Raises:
            ConfigurationError: An argument, or what is there already, does not go with the others.
            OperationError: The service does not let the account in.
        """
        tables = [table_of(name) for name in dict.fromkeys(self.objects)]
        if not tables:
            raise ConfigurationError("objects is empty: what is to be exported?")
        if self.days < 1 or self.most < 1:
            raise ConfigurationError("days and most are numbers from 1")
        for one in self._accounts:
            if not is_sid(one, self.account[:2]):
                raise ConfigurationError(f"{one!r} is no Sid of an account")
        store = store_of(self.out)
        with alone(store):
            return _Run(self, engine, store, tables, on_progress).run()

    def plan(self, manifest: Manifest, now: datetime) -> Plan:
        """Return the plan of what is to be read.

        Args:
            manifest: What was read before.
            now: The time.
        """
        windows: list[Window] = []
        for table in (table_of(name) for name in dict.fromkeys(self.objects)):
            for account in self._accounts if table.of_account else ("",):
                windows += cut(
                    table,
                    account,
                    self.since,
                    self.until or now,
                    manifest.read_of(table.object, account),
                    days=self.days,
                    look_back=self.look_back,
                )
        return Plan(
            catalog=digest_of(), asked=self._asked, made_at=text_of(now), windows=tuple(windows)
        )

    @property
    def _accounts(self) -> tuple[str, ...]:
        return self.accounts if self.accounts is not None else (self.account,)

    @property
    def _asked(self) -> Mapping[str, Any]:
        return {
            "objects": list(dict.fromkeys(self.objects)),
            "accounts": list(self._accounts),
            "since": self.since and text_of(self.since),
            "until": self.until and text_of(self.until),
            "days": self.days,
            "look_back": self.look_back,
        }


@frozen(kw_only=True)
class Progress:
    """How far an export is.

    Attributes:
        done: How many windows are done.
        left: How many are known to be left.
        rows: How many rows were read.
    """

    done: int
    left: int
    rows: int


@frozen(kw_only=True)
class Failed:
    """A window that could not be read, and why."""

    window: Window
    problem: str


@frozen(kw_only=True)
class Summary:
    """What an export did.

    Attributes:
        windows: How many windows were read.
        rows: How many rows they have.
        repeated: How many records came twice, of which one is kept.
        requests: How many requests were sent by what was finished.
        throttled: How many of them were answered 429.
        lost: How many windows were begun again because their worker died.
        failed: The windows that could not be read; the next export tries them again.
        resumed: Whether an unfinished plan was gone on with.
        plan: The digest of the plan.
    """

    windows: int = 0
    rows: int = 0
    repeated: int = 0
    requests: int = 0
    throttled: int = 0
    lost: int = 0
    failed: tuple[Failed, ...] = ()
    resumed: bool = False
    plan: str = ""


class _Run:
    def __init__(
        self,
        asked: Export,
        engine: Engine,
        store: Store,
        tables: Sequence[Table],
        on_progress: Callable[[Progress], object] | None,
    ) -> None:
        self._asked = asked
        self._engine = engine
        self._store = store
        self._tables = {table.object: table for table in tables}
        self._on_progress = on_progress
        self._manifest = Manifest(store)
        self._limits: dict[str, Limit] = {}
        self._tries: dict[Window, int] = {}
        self._lost: dict[Window, int] = {}
        self._summary = Summary()
        self._failed: list[Failed] = []

    def run(self) -> Summary:
        header = self._header()
        asked = self._asked.plan(self._manifest, datetime.now(UTC))
        if header != self._manifest.header():
            self._manifest.write_header(header)
        plan, resumed = self._planned(asked)
        self._clean()
        sink = sink_of(self._asked.format, self._asked.out)
        try:
            if sink is not None:
                self._prepare(sink)
            self._read(plan, sink)
        finally:
            if sink is not None:
                sink.close()
        self._clean_staged()
        return evolve(self._summary, failed=tuple(self._failed), resumed=resumed, plan=plan.digest)

    def _header(self) -> Header:
        """See that what is there is of the same kind, and say what is to be."""
        asked, held = self._asked, self._manifest.header()
        schemas = {
            table.name: schema_of(table, columns_of(table, asked.pii))
            for table in self._tables.values()
        }
        if held is not None:
            place = self._store.place
            for name, here, there in (
                ("format", asked.format, held.kind),
                ("pii", asked.pii, held.pii),
                ("account", asked.account, held.account),
            ):
                if here != there:
                    raise ConfigurationError(
                        f"{place}: {name} is {there} there, not {here}; export into another folder"
                    )
            for table, schema in schemas.items():
                if (known := held.schemas.get(table)) not in (None, schema):
                    raise ConfigurationError(
                        f"{place}: {table} has other columns there ({_difference(known, schema)});"
                        " export into another folder"
                    )
            schemas = {**held.schemas, **schemas}
        return Header(kind=asked.format, pii=asked.pii, account=asked.account, schemas=schemas)

    def _planned(self, plan: Plan) -> tuple[Plan, bool]:
        held = self._manifest.plan()
        same = held is not None and (held.asked, held.catalog) == (plan.asked, plan.catalog)
        if held is not None and same and self._manifest.left(held):
            return held, True
        self._manifest.write_plan(plan)
        return plan, False

    def _clean(self) -> None:
        """Remove files that no manifest knows: of windows that were not committed."""
        self._clean_staged()
        if self._asked.format in ("delta", "duckdb"):
            return
        for table in self._tables.values():
            known = self._manifest.files(table.name)
            for name in self._store.names(table.name):
                if name not in known:
                    self._store.remove(f"{table.name}/{name}")

    def _clean_staged(self) -> None:
        """Remove what was written by workers that died, or were given up."""
        for name in self._store.names(STAGED):
            self._store.remove(f"{STAGED}/{name}")

    def _prepare(self, sink: Sink) -> None:
        pyarrow: Any = import_module("pyarrow")

        for table in self._tables.values():
            columns = columns_of(table, self._asked.pii)
            fields = [(column.name, column.arrow()) for column in columns]
            sink.prepare(table.name, pyarrow.schema([*fields, (WINDOW, pyarrow.string())]))

    def _read(self, plan: Plan, sink: Sink | None) -> None:
        digest = plan.digest
        waiting = Waiting(self._manifest.left(plan), self._account)
        running: dict[Any, tuple[Window, int]] = {}
        while waiting or running:
            while (
                len(running) < self._engine.at_once
                and (window := waiting.next(self._has_room)) is not None
            ):
                limit = self._limit(self._account(window))
                handle = self._engine.submit("read", self._task(window, digest))
                running[handle] = (window, limit.begin())
            for handle, outcome in self._engine.wait(list(running)):
                window, number = running.pop(handle)
                self._limit(self._account(window)).end(number, outcome.result)
                waiting.extend(self._ended(window, outcome, digest, sink))
                if self._on_progress is not None:
                    left = len(waiting) + len(running)
                    done, rows = self._summary.windows, self._summary.rows
                    self._on_progress(Progress(done=done, left=left, rows=rows))

    def _account(self, window: Window) -> str:
        return window.account or self._asked.account

    def _has_room(self, account: str) -> bool:
        limit = self._limit(account)
        return limit.under_way < limit.allowed

    def _limit(self, account: str) -> Limit:
        if account not in self._limits:
            self._limits[account] = Limit(self._engine.at_once)
        return self._limits[account]

    def _task(self, window: Window, digest: str) -> Task:
        # What was read before is replaced whole: it is not split.
        fresh = (known := self._manifest.get(window)) is None or bool(known.result.parts)
        return Task(
            window=window,
            opener=self._asked.opener,
            account=self._asked.account,
            out=self._asked.out,
            format=self._asked.format,
            pii=self._asked.pii,
            plan=digest,
            catalog=digest_of(),
            most=self._asked.most if fresh else None,
        )

    def _ended(
        self, window: Window, outcome: Outcome, digest: str, sink: Sink | None
    ) -> Sequence[Window]:
        """Take what came of a window; return what is to be read now."""
        if outcome.result is not None:
            self._commit(outcome.result, digest, sink)
            return outcome.result.parts
        if outcome.kind == "stop":
            raise OperationError(f"{window.name}: {outcome.problem}")
        counts, most = (self._lost, LOSSES) if outcome.kind == "lost" else (self._tries, TRIES)
        counts[window] = counts.get(window, 0) + 1
        if outcome.kind == "lost":
            self._summary = evolve(self._summary, lost=self._summary.lost + 1)
        if outcome.kind != "failed" and counts[window] < most:
            return [window]
        self._failed.append(Failed(window=window, problem=outcome.problem))
        return ()

    def _commit(self, result: Result, digest: str, sink: Sink | None) -> None:
        window = result.window
        table = self._tables[window.object]
        before = self._manifest.get(window)
        if sink is not None and not result.parts:
            if result.file is None:
                sink.put(table.name, window.name, digest, None)
            else:
                with self._store.local(result.file) as path:
                    sink.put(table.name, window.name, digest, path)
        held = result
        if sink is not None:
            held = evolve(result, file=None, size=0, sha256=None)
        elif result.file is not None:
            name = file_name(window, digest, self._asked.format)
            self._store.move(result.file, name)
            held = evolve(result, file=name)
        self._manifest.commit(Commit(plan=digest, result=held))
        if sink is not None and result.file is not None:
            self._store.remove(result.file)
        old = before.result.file if before is not None else None
        if old is not None and old != held.file:
            self._store.remove(old)
        known = self._summary
        self._summary = evolve(
            known,
            windows=known.windows + (not result.parts),
            rows=known.rows + result.rows,
            repeated=known.repeated + result.repeated,
            requests=known.requests + result.requests,
            throttled=known.throttled + result.throttled,
        )


def _difference(known: Any, schema: Any) -> str:
    """What differs between two schemas, in words."""
    old = {row["name"]: row for row in known["fields"]}
    new = {row["name"]: row for row in schema["fields"]}
    said = [f"{name} is gone" for name in old if name not in new]
    said += [f"{name} is new" for name in new if name not in old]
    said += [
        (
            f"{name} was {old[name]['type']} and is {row['type']}"
            if old[name]["type"] != row["type"]
            else f"{name} differs"
        )
        for name, row in new.items()
        if name in old and old[name] != row
    ]
    return ", ".join(said[:5]) or "its key differs"
