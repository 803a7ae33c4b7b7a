"""One window's file: its rows as JSON lines, CSV or Parquet, written as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import msgspec

from twilio_ops import OperationError
from twilio_ops_components.export.columns import DIGITS, SCALE, WINDOW, Column, csv_text

__all__ = ["FORMATS", "FileFormat", "RowFile", "ending_of"]

FileFormat = Literal["parquet", "jsonl", "csv", "delta", "duckdb"]
FORMATS: tuple[FileFormat, ...] = ("parquet", "jsonl", "csv", "delta", "duckdb")
AT_A_TIME = 1000
_lines = msgspec.json.Encoder().encode_lines


def ending_of(format: FileFormat) -> str:
    """Return how the name of a window's file ends; what goes on into a table is Parquet before."""
    return format if format in ("jsonl", "csv") else "parquet"


def _row_of(names: Sequence[str]) -> Any:
    """Return the class of a row: msgspec writes it faster than a dictionary."""
    fields = [(f"column{number}", Any) for number, _ in enumerate(names)]
    renamed = {field: name for (field, _), name in zip(fields, names, strict=True)}
    return msgspec.defstruct("Row", fields, rename=renamed, gc=False)


class RowFile(AbstractContextManager["RowFile"]):
    """A file of rows.

    Args:
        path: The file.
        format: How it is written.
        columns: Its columns.
        window: The window's name, for tables that have many windows.

    Attributes:
        count: How many rows it has.
    """

    def __init__(
        self, path: Path, format: FileFormat, columns: Sequence[Column], window: str
    ) -> None:
        self.count = 0
        self._columns = columns
        self._write = {"jsonl": self._jsonl, "csv": self._csv}.get(format, self._parquet)
        self._readers = [column.reader() for column in columns if column.field is not None]
        self._window = window if format in ("delta", "duckdb") else None
        self._file: Any
        if self._write == self._parquet:
            pyarrow: Any = import_module("pyarrow")
            parquet: Any = import_module("pyarrow.parquet")

            fields = [(column.name, column.arrow()) for column in columns]
            if self._window is not None:
                fields.append((WINDOW, pyarrow.string()))
            self._schema: Any = pyarrow.schema(fields)
            self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        else:
            self._file = path.open("w", encoding="utf-8", newline="")
            if format == "csv":
                self._file.write(csv_text(columns, [[column.name] for column in columns]))
            self._row = _row_of([column.name for column in columns])

    def write(self, records: Iterable[Any], links: tuple[str, ...] = ()) -> None:
        """Write records, as they come.

        Args:
            records: They.
            links: Where they lie, for the columns that say so.

        Raises:
            OperationError: A value does not fit its column.
        """
        records = iter(records)
        while batch := list(islice(records, AT_A_TIME)):
            self._write(batch, links)
            self.count += len(batch)

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _values(self, batch: list[Any], links: tuple[str, ...]) -> list[list[Any]]:
        """The values of records, a list a column."""
        columns = [read(batch) for read in self._readers]
        return columns + [[link] * len(batch) for link in links]

    def _jsonl(self, batch: list[Any], links: tuple[str, ...]) -> None:
        rows: list[Any] = list(map(self._row, *self._values(batch, links)))
        self._file.write(_lines(rows).decode())

    def _csv(self, batch: list[Any], links: tuple[str, ...]) -> None:
        self._file.write(csv_text(self._columns, self._values(batch, links)))

    def _parquet(self, batch: list[Any], links: tuple[str, ...]) -> None:
        pyarrow: Any = import_module("pyarrow")

        columns = self._values(batch, links)
        if self._window is not None:
            columns.append([self._window] * len(batch))
        arrays: list[Any] = []
        for values, field in zip(columns, self._schema, strict=True):
            try:
                arrays.append(pyarrow.array(values, field.type))
            except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError) as error:
                raise OperationError(
                    f"{field.name}: a value does not fit {field.type}"
                    f" (a decimal has {DIGITS} digits, {SCALE} of them behind the point): {error}"
                ) from None
        self._file.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
