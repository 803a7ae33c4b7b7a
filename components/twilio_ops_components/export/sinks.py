"""Tables of a database that windows go on into: one transaction each, known again when it is repeated."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from twilio_ops import ConfigurationError
from twilio_ops_components.export.arrays import SOME, digest_of_rows
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

    def digest(self, table: str, window: str) -> str:
        """Return the digest of what the rows of a window hold."""
        ...

    def windows(self, table: str) -> set[str]:
        """Return the names of the windows that rows are of."""
        ...

    def close(self) -> None:
        """Let go of the tables."""
        ...


@contextmanager
def _placed(place: object, kind: type[Exception]) -> Generator[None]:
    """Say what a database does not take or give by its place: its errors of a kind, and the disk's."""
    try:
        yield
    except (kind, OSError) as error:
        problem = f"{place}: {error}"
    else:
        return
    raise ConfigurationError(problem)


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
        self._path = Path(out) / DATABASE
        self._schemas: dict[str, Any] = {}
        is_new = not self._path.exists()
        with self._reaching():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._database = duckdb.connect(str(self._path))
            except duckdb.Error:
                if is_new:  # half of one would be no database to the next
                    self._path.unlink(missing_ok=True)
                raise

    def _reaching(self) -> AbstractContextManager[None]:
        return _placed(self._path, import_module("duckdb").Error)

    def prepare(self, table: str, schema: Any) -> None:
        self._schemas[table] = schema
        with self._reaching():
            self._database.register("no_rows", schema.empty_table())
            self._database.execute(f'CREATE TABLE IF NOT EXISTS "{table}" AS SELECT * FROM no_rows')
            self._database.unregister("no_rows")

    def put(self, table: str, window: str, plan: str, path: Path | None) -> None:
        with self._reaching():
            self._put(table, window, path)

    def _put(self, table: str, window: str, path: Path | None) -> None:
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
        with self._reaching():
            rows = self._database.execute(
                f'SELECT count(*) FROM "{table}" WHERE {WINDOW} = ?', [window]
            ).fetchall()
        return int(rows[0][0])

    def digest(self, table: str, window: str) -> str:
        schema = self._schemas[table]
        names = ", ".join(f'"{name}"' for name in schema.names)
        with self._reaching():
            found = self._database.sql(
                f'SELECT {names} FROM "{table}" WHERE {WINDOW} = ?', params=[window]
            )
            return digest_of_rows(found.to_arrow_reader(SOME), schema)

    def windows(self, table: str) -> set[str]:
        with self._reaching():
            rows = self._database.execute(f'SELECT DISTINCT {WINDOW} FROM "{table}"').fetchall()
        return {str(one) for (one,) in rows}

    def close(self) -> None:
        with self._reaching():
            self._database.close()


class DeltaSink:
    """Delta tables, each in a folder of the export.

    Args:
        out: The export's folder or URL.
    """

    def __init__(self, out: str) -> None:
        self._out = out.rstrip("/")
        self._tables: dict[str, Any] = {}
        self._schemas: dict[str, Any] = {}

    def prepare(self, table: str, schema: Any) -> None:
        delta: Any = import_module("deltalake")

        place = f"{self._out}/{table}"
        self._schemas[table] = schema
        with self._reaching(table):
            if "://" not in place:
                Path(place).mkdir(parents=True, exist_ok=True)
            self._tables[table] = delta.DeltaTable.create(place, schema=schema, mode="ignore")

    def _reaching(self, table: str) -> AbstractContextManager[None]:
        exceptions: Any = import_module("deltalake.exceptions")

        return _placed(f"{self._out}/{table}", exceptions.DeltaError)

    def put(self, table: str, window: str, plan: str, path: Path | None) -> None:
        with self._reaching(table):
            self._put(table, window, plan, path)

    def _put(self, table: str, window: str, plan: str, path: Path | None) -> None:
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
        with self._reaching(table):
            rows: int = self._tables[table].to_pyarrow_dataset().count_rows(filter=_of(window))
        return rows

    def digest(self, table: str, window: str) -> str:
        schema = self._schemas[table]
        with self._reaching(table):
            batches = (
                self._tables[table]
                .to_pyarrow_dataset()
                .to_batches(columns=schema.names, filter=_of(window), batch_size=SOME)
            )
            return digest_of_rows(batches, schema)

    def windows(self, table: str) -> set[str]:
        with self._reaching(table):
            names: Any = self._tables[table].to_pyarrow_dataset().to_table(columns=[WINDOW])
        return {str(one) for one in names.column(WINDOW).unique().to_pylist()}

    def close(self) -> None:
        self._tables.clear()


def _of(window: str) -> Any:
    """Return the condition of a window's rows; other writers have texts of another type of Arrow."""
    pyarrow: Any = import_module("pyarrow")
    dataset: Any = import_module("pyarrow.dataset")

    return dataset.field(WINDOW).cast(pyarrow.string()) == window


def sink_of(kind: str, out: str) -> Sink | None:
    """Return what takes the windows of a format; None = their files are the data."""
    if kind == "delta":
        return DeltaSink(out)
    return DuckdbSink(out) if kind == "duckdb" else None
