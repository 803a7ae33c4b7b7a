"""The file of a window: rows as Parquet, as JSON lines or as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import msgspec

from twilio_ops import OperationError
from twilio_ops_components.export.columns import DIGITS, SCALE, WINDOW, Column
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.plain import Form
from twilio_ops_runtime.types.scalar import EnumType

__all__ = ["FORMATS", "FileFormat", "RowFile", "ending_of"]

FileFormat = Literal["parquet", "jsonl", "csv", "delta", "duckdb"]
FORMATS: tuple[FileFormat, ...] = ("parquet", "jsonl", "csv", "delta", "duckdb")
GROUP = 10_000
"""How many rows a row group of Parquet has, at least, but for the last: readers skip by group."""
_encoder = msgspec.json.Encoder()


def ending_of(format: FileFormat) -> str:
    """Return how the name of a window's file ends; what goes on into a table is Parquet before."""
    return format if format in ("jsonl", "csv") else "parquet"


@cache
def _row_of(names: tuple[str, ...]) -> Any:
    """Return the class of a row: msgspec writes it faster than a dictionary."""
    fields = [(f"column{number}", Any) for number, _ in enumerate(names)]
    renamed = {field: name for (field, _), name in zip(fields, names, strict=True)}
    return msgspec.defstruct("Row", fields, rename=renamed, gc=False)


class _Lines:
    """JSON lines."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("wb")
        self._row = _row_of(tuple(column.name for column in columns))

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        self._file.write(_encoder.encode_lines(list(map(self._row, *values))))

    def close(self) -> None:
        self._file.close()


class _Csv:
    """CSV: nothing for null, text in quotes, JSON for what is nested."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        pyarrow: Any = import_module("pyarrow")
        csv: Any = import_module("pyarrow.csv")

        self._types = [column.type_name for column in columns]
        kept = {"integer": pyarrow.int64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32()}
        fields = [(one.name, kept.get(one.type_name, pyarrow.string())) for one in columns]
        self._schema: Any = pyarrow.schema(fields)
        self._file: Any = csv.CSVWriter(str(path), self._schema)

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        cells = [
            _json_texts(column) if type_name in ("object", "array") else column
            for column, type_name in zip(values, self._types, strict=True)
        ]
        self._file.write_batch(_batch(cells, self._schema))

    def close(self) -> None:
        self._file.close()


def _json_texts(values: Sequence[Any]) -> list[str | None]:
    """Return the JSON of values; none of it has a line end."""
    texts = _encoder.encode_lines(list(values)).decode().split("\n")[:-1]
    return [None if one is None else text for one, text in zip(values, texts, strict=True)]


class _Parquet:
    """Parquet.

    Args:
        path: The file.
        columns: The columns.
        window: The value of a further column, which says the window; None = there is none.
    """

    def __init__(self, path: Path, columns: Sequence[Column], window: str | None) -> None:
        pyarrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")

        fields = [(column.name, column.arrow()) for column in columns]
        # Values that come again and again; of others, a dictionary is a second copy.
        often = [
            one.name
            for one in columns
            if one.masked or one.field is None or isinstance(one.field.type, EnumType)
        ]
        if window is not None:
            fields.append((WINDOW, pyarrow.string()))
            often.append(WINDOW)
        self._window = window
        self._schema: Any = pyarrow.schema(fields)
        self._file: Any = parquet.ParquetWriter(
            path, self._schema, compression="zstd", use_dictionary=often
        )
        self._held: list[Any] = []
        self._rows = 0

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        if self._window is not None:
            values = [*values, [self._window] * len(values[0])]
        self._held.append(_batch(values, self._schema))
        self._rows += len(values[0])
        if self._rows >= GROUP:
            self._flush()

    def _flush(self) -> None:
        pyarrow: Any = import_module("pyarrow")

        if self._held:
            table: Any = pyarrow.Table.from_batches(self._held, self._schema)
            self._file.write_table(table, row_group_size=max(self._rows, 1))
            self._held, self._rows = [], 0

    def close(self) -> None:
        self._flush()
        self._file.close()


def _batch(columns: Sequence[Sequence[Any]], schema: Any) -> Any:
    """Return values as a batch of Arrow.

    Raises:
        OperationError: A value does not fit its column.
    """
    pyarrow: Any = import_module("pyarrow")

    arrays: list[Any] = []
    for values, field in zip(columns, schema, strict=True):
        try:
            if pyarrow.types.is_timestamp(field.type):
                arrays.append(pyarrow.array(values, pyarrow.int64()).view(field.type))
            else:
                arrays.append(pyarrow.array(values, field.type))
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError) as error:
            raise OperationError(
                f"{field.name}: a value does not fit {field.type}"
                f" (a decimal has {DIGITS} digits, {SCALE} of them behind the point): {error}"
            ) from None
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


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
        form: Form = "text" if format in ("jsonl", "csv") else "arrow"
        self._readers = [column.reader(form) for column in columns if column.field is not None]
        self._file: _Lines | _Csv | _Parquet
        if format == "jsonl":
            self._file = _Lines(path, columns)
        elif format == "csv":
            self._file = _Csv(path, columns)
        else:
            named = window if format in ("delta", "duckdb") else None
            self._file = _Parquet(path, columns, named)

    def write(self, page: Columns, links: tuple[str, ...] = ()) -> None:
        """Write records, as they come.

        Args:
            page: They.
            links: Where they lie, for the columns that say so.

        Raises:
            OperationError: A value cannot be read, or does not fit its column.
        """
        if page.size:
            columns = [read(page) for read in self._readers]
            self._file.write([*columns, *([link] * page.size for link in links)])
            self.count += page.size

    def __exit__(self, *_: object) -> None:
        self._file.close()
