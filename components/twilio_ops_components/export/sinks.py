"""Tables of a database that windows go on into: one transaction each, known again when it is repeated."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from twilio_ops import ConfigurationError
from twilio_ops_components.export.columns import WINDOW

__all__ = ["DATABASE", "DeltaSink", "DuckdbSink", "Sink"]

DATABASE = "export.duckdb"


class Sink(Protocol):
    """Takes windows, and counts what it has of one."""

    def prepare(self, table: str, schema: Any) -> None:
        """Make a table if it is not there."""
        ...

    def put(self, table: str, window: str, plan: str, path: Path | None) -> None:
        """Take the rows of a window in place of those that are there, in one transaction.

        Args:
            table: The table.
            window: The window's name.
            plan: The digest of the plan: the same window of the same plan is taken once.
            path: A Parquet file of the rows; None = there are none.
        """
        ...

    def count(self, table: str, window: str) -> int:
        """Return how many rows of a window are there."""
        ...

    def close(self) -> None:
        """Let go of the tables."""
        ...


class DuckdbSink:
    """A DuckDB database.

    Args:
        out: The export's folder; the database is a file in it.

    Raises:
        ConfigurationError: It is no folder of this machine, or another process has the database.
    """

    def __init__(self, out: str) -> None:
        duckdb: Any = import_module("duckdb")

        if "://" in out:
            raise ConfigurationError(f"{out}: a DuckDB database is a file of this machine")
        Path(out).mkdir(parents=True, exist_ok=True)
        try:
            self._database = duckdb.connect(str(Path(out) / DATABASE))
        except duckdb.IOException as error:
            raise ConfigurationError(f"{Path(out) / DATABASE}: {error}") from None

    def prepare(self, table: str, schema: Any) -> None:
        self._database.register("no_rows", schema.empty_table())
        self._database.execute(f'CREATE TABLE IF NOT EXISTS "{table}" AS SELECT * FROM no_rows')
        self._database.unregister("no_rows")

    def put(self, table: str, window: str, plan: str, path: Path | None) -> None:
        run = self._database.execute
        run("BEGIN")
        try:
            run(f'DELETE FROM "{table}" WHERE {WINDOW} = ?', [window])
            if path is not None:
                run(f'INSERT INTO "{table}" BY NAME SELECT * FROM read_parquet(?)', [str(path)])
        except BaseException:
            run("ROLLBACK")
            raise
        run("COMMIT")

    def count(self, table: str, window: str) -> int:
        rows = self._database.execute(
            f'SELECT count(*) FROM "{table}" WHERE {WINDOW} = ?', [window]
        ).fetchall()
        return int(rows[0][0])

    def close(self) -> None:
        self._database.close()


class DeltaSink:
    """Delta tables, each in a folder of the export.

    Args:
        out: The export's folder or URL.
    """

    def __init__(self, out: str) -> None:
        self._out = out.rstrip("/")
        self._tables: dict[str, Any] = {}

    def prepare(self, table: str, schema: Any) -> None:
        delta: Any = import_module("deltalake")

        place = f"{self._out}/{table}"
        if "://" not in place:
            Path(place).mkdir(parents=True, exist_ok=True)
        try:
            self._tables[table] = delta.DeltaTable.create(place, schema=schema, mode="ignore")
        except (OSError, delta.exceptions.DeltaError) as error:
            raise ConfigurationError(f"{place}: {error}") from None

    def put(self, table: str, window: str, plan: str, path: Path | None) -> None:
        parquet: Any = import_module("pyarrow.parquet")
        delta: Any = import_module("deltalake")

        found = self._tables[table]
        found.update_incremental()
        name = f"{plan[:12]}/{window}"
        if found.transaction_version(name) is not None:  # a run that died after it
            return
        once = delta.CommitProperties(app_transactions=[delta.Transaction(app_id=name, version=1)])
        here = f"{WINDOW} = '{window}'"
        if path is None:
            found.delete(here, commit_properties=once)
            return
        rows = parquet.read_table(path)
        if self.count(table, window):
            delta.write_deltalake(
                found, rows, mode="overwrite", predicate=here, commit_properties=once
            )
        else:
            delta.write_deltalake(found, rows, mode="append", commit_properties=once)

    def count(self, table: str, window: str) -> int:
        dataset: Any = import_module("pyarrow.dataset")

        found = self._tables[table]
        rows: int = found.to_pyarrow_dataset().count_rows(filter=dataset.field(WINDOW) == window)
        return rows

    def close(self) -> None:
        self._tables.clear()


def sink_of(kind: str, out: str) -> Sink | None:
    """Return what takes the windows of a format; None = their files are the data."""
    if kind == "delta":
        return DeltaSink(out)
    return DuckdbSink(out) if kind == "duckdb" else None
