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
from twilio_ops_components.export.arrays import SOME, array_of, digest_of_rows
from twilio_ops_components.export.columns import DIGITS, SCALE, WINDOW, Column
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.plain import Form, whole
from twilio_ops_runtime.types.scalar import EnumType

__all__ = ["FORMATS", "FileFormat", "RowFile", "content_of", "ending_of"]

FileFormat = Literal["parquet", "jsonl", "csv", "delta", "duckdb"]
FORMATS: tuple[FileFormat, ...] = ("parquet", "jsonl", "csv", "delta", "duckdb")
GROUP = 10_000
"""How many rows a row group of Parquet has, at least, but for the last: readers skip by group."""
_NESTED = ("object", "array")
_encoder = msgspec.json.Encoder()


def ending_of(format: FileFormat) -> str:
    """Return how the name of a window's file ends; what goes on into a table is Parquet before."""
    return format if format in ("jsonl", "csv") else "parquet"


@cache
def _row_of(names: tuple[str, ...]) -> Any:
    """Return the class of a row: msgspec writes it faster than a dictionary."""
    fields = {f"column{number}": name for number, name in enumerate(names)}
    return msgspec.defstruct("Row", [(one, Any) for one in fields], rename=fields, gc=False)


class _Lines:
    """JSON lines."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("wb")
        self._row = _row_of(tuple(column.name for column in columns))

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        rows: list[Any] = list(map(self._row, *values))
        self._file.write(_encoder.encode_lines(rows))

    def close(self) -> None:
        self._file.close()


class _Csv:
    """CSV: nothing for null, text in quotes, JSON for what is nested."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        pyarrow: Any = import_module("pyarrow")
        csv: Any = import_module("pyarrow.csv")

        bare = {"integer": pyarrow.int64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32()}
        names = [column.type_name for column in columns]
        self._nested = [name in _NESTED for name in names]
        kinds = [bare.get(name, pyarrow.string()) for name in names]
        self._batches = _Batches(
            [(one.name, kind) for one, kind in zip(columns, kinds, strict=True)]
        )
        self._file: Any = csv.CSVWriter(path, self._batches.schema)

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        cells = [
            list(map(_json, column)) if nested else column
            for column, nested in zip(values, self._nested, strict=True)
        ]
        self._file.write_batch(self._batches.made(cells))

    def close(self) -> None:
        self._file.close()


def _json(value: Any) -> bytes | None:
    if isinstance(value, msgspec.Raw):
        return bytes(value)
    return None if value is None else _encoder.encode(value)


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
        often += [f"{name}.key_value.key" for name, kind in fields if pyarrow.types.is_map(kind)]
        self._window = window
        self._batches = _Batches(fields)
        self._file: Any = parquet.ParquetWriter(
            path,
            self._batches.schema,
            compression="zstd",
            use_dictionary=often,
            write_statistics=[*often, *(name for name, kind in fields if _is_ordered(kind))],
        )
        self._held: list[Any] = []
        self._rows = 0

    def write(self, values: Sequence[Sequence[Any]]) -> None:
        if self._window is not None:
            values = [*values, [self._window] * len(values[0])]
        self._held.append(self._batches.made(values))
        self._rows += len(values[0])
        if self._rows >= GROUP:
            self._flush()

    def _flush(self) -> None:
        pyarrow: Any = import_module("pyarrow")

        if self._held:
            table: Any = pyarrow.Table.from_batches(self._held, self._batches.schema)
            self._file.write_table(table, row_group_size=max(self._rows, 1))
            self._held, self._rows = [], 0

    def close(self) -> None:
        self._flush()
        self._file.close()


def _is_ordered(kind: Any) -> bool:
    """Whether values are numbers or times: of texts as they come, bounds leave out nothing."""
    types: Any = import_module("pyarrow").types

    return not (types.is_nested(kind) or types.is_string(kind))


class _Batches:
    """Makes batches of Arrow.

    Args:
        fields: The names and types of the columns.
    """

    def __init__(self, fields: Sequence[tuple[str, Any]]) -> None:
        pyarrow: Any = import_module("pyarrow")

        self.schema: Any = pyarrow.schema(fields)
        self._makers = [(name, kind, array_of(kind)) for name, kind in fields]
        self._batch: Any = pyarrow.RecordBatch
        self._wrong = (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError)

    def made(self, columns: Sequence[Sequence[Any]]) -> Any:
        """Return values as a batch.

        Raises:
            OperationError: A value does not fit its column.
        """
        arrays: list[Any] = []
        for values, (name, kind, make) in zip(columns, self._makers, strict=True):
            try:
                arrays.append(make(values))
            except self._wrong as error:
                raise OperationError(
                    f"{name}: a value does not fit {kind}"
                    f" (a decimal has {DIGITS} digits, {SCALE} of them behind the point): {error}"
                ) from None
        return self._batch.from_arrays(arrays, schema=self.schema)


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
            values = [*columns, *([link] * page.size for link in links)]
            try:
                self._file.write(values)
            except UnicodeEncodeError:  # the service cut a text in the middle of a character
                self._file.write([list(map(whole, one)) for one in values])
            self.count += page.size

    def __exit__(self, *_: object) -> None:
        self._file.close()


def content_of(path: Path) -> str:
    """Return the digest of what the rows of a Parquet file hold, as a database's is made."""
    parquet: Any = import_module("pyarrow.parquet")

    with parquet.ParquetFile(path) as file:
        return digest_of_rows(file.iter_batches(SOME), file.schema_arrow)
