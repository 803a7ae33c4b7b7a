"""How records are written: a table, JSON lines, CSV, XML documents, a Parquet file."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click

from twilio_ops_codegen.commands.base import Failure, needs_extra

FORMATS = ("table", "jsonl", "csv", "xml", "parquet")
ROWS_AT_A_TIME = 1000
MOST_TOLD = 5
"""Of so many values that could not be read it is said why."""
_AS_THEY_ARE = ("IntegerType", "BooleanType", "InstantType", "DateType")
"""What a column of Parquet has a type for; all else is text there."""


class Writer(AbstractContextManager["Writer"]):
    """Writes records one by one, and holds none back longer than a block of rows.

    A file is complete or is not there: it gets its name at the end, and what was there before
    stays if there is an error. A value that cannot be read is left empty, and counted.

    Attributes:
        count: How many records were written.
        unread: How many values could not be read.
        first_unread: What was wrong with the first of them, a line each.

    Args:
        output: One of ``FORMATS``.
        fields: The fields of a row, in order.
        file: Where to; None = stdout.

    Raises:
        Failure: Parquet without a file, or without pyarrow.
    """

    def __init__(self, output: str, fields: Sequence[Any], file: str | None) -> None:
        self.count = 0
        self.unread = 0
        self.first_unread: list[str] = []
        self._output = output
        self._fields = fields
        self._called = {field.name: field.xml for field in fields}
        self._rows: list[list[Any]] = []
        self._parquet: Any = None
        self._schema: Any = None
        self._stream: IO[str] | None = None
        if output == "parquet" and file is None:
            raise Failure("-o parquet: it is no text; give --file")
        self._file = None if file is None else _Place(Path(file))
        try:
            if output == "parquet":
                self._open_parquet()
            elif self._file is not None:
                place = self._file.now
                self._stream = place.open("w", encoding="utf-8", newline="")
        except BaseException:
            self._settle(done=False)
            raise
        self._csv = csv.writer(self._stream or sys.stdout, lineterminator="\n")
        if output == "csv":
            self._csv.writerow([field.xml for field in self._fields])

    def write(self, record: Any) -> None:
        """Write one record, or for ``xml`` one document.

        Values are those of ``to_dict``: money is text and exact, times are ISO 8601.
        """
        self.count += 1
        if self._output == "xml":
            self._print(bytes(record).decode("utf-8"))
            return
        self._note_unread(record)
        plain = record.to_dict()
        values = [plain.get(field.json_name) for field in self._fields]
        if self._output == "jsonl":
            row = {field.xml: value for field, value in zip(self._fields, values, strict=True)}
            self._print(json.dumps(row, ensure_ascii=False))
        elif self._output == "csv":
            self._csv.writerow([_text(value) for value in values])
        else:
            cells: list[Any] = [_text(value) for value in values]
            if self._output == "parquet":
                for place, field in enumerate(self._fields):
                    if type(field.type).__name__ in _AS_THEY_ARE:
                        there = field.json_name in plain
                        cells[place] = getattr(record, field.name) if there else None
            self._rows.append(cells)
            if len(self._rows) >= ROWS_AT_A_TIME:
                self._flush()

    def _note_unread(self, record: Any) -> None:
        """Count what could not be read of the fields of a row, and within their values."""
        for place, problem in record.problems.items():
            name, _, within = place.partition(".")
            if name not in self._called:
                continue
            self.unread += 1
            if len(self.first_unread) < MOST_TOLD:
                of = getattr(record, "sid", None) or f"record {self.count}"
                called = ".".join(filter(None, (self._called[name], within)))
                self.first_unread.append(f"{of}: {called}: {problem}")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if self._rows and (kind is None or self._file is None):
                self._flush()
        except BaseException:
            self._settle(done=False)
            raise
        self._settle(done=kind is None)

    def _settle(self, *, done: bool) -> None:
        for opened in (self._parquet, self._stream):
            if opened is not None:
                opened.close()
        if self._file is not None:
            self._file.settle(done=done)

    def _print(self, text: str) -> None:
        click.echo(text, file=self._stream)

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if self._output == "parquet":
            pyarrow = _pyarrow()
            columns = [
                pyarrow.array(list(column), column_type.type)
                for column, column_type in zip(zip(*rows, strict=True), self._schema, strict=True)
            ]
            self._parquet.write_table(pyarrow.Table.from_arrays(columns, schema=self._schema))
            return
        head = [field.xml for field in self._fields]
        shown = [["" if cell is None else " ".join(cell.split()) for cell in row] for row in rows]
        most = max(12, shutil.get_terminal_size((1000, 24)).columns // max(1, len(head)))
        widths = [
            min(most, max(len(name), *(len(row[place]) for row in shown)))
            for place, name in enumerate(head)
        ]
        lines = [head, *shown] if self.count <= ROWS_AT_A_TIME else shown
        for line in lines:
            cells = (_cut(cell, width) for cell, width in zip(line, widths, strict=True))
            self._print("  ".join(cells).rstrip())

    def _open_parquet(self) -> None:
        pyarrow = _pyarrow()
        columns: dict[str, Any] = {
            "IntegerType": pyarrow.int64(),
            "BooleanType": pyarrow.bool_(),
            "InstantType": pyarrow.timestamp("us", tz="UTC"),
            "DateType": pyarrow.date32(),
        }
        assert self._file is not None
        self._schema = pyarrow.schema(
            [
                (field.xml, columns.get(type(field.type).__name__, pyarrow.string()))
                for field in self._fields
            ]
        )
        self._parquet = pyarrow.parquet.ParquetWriter(self._file.now, self._schema)


def _pyarrow() -> Any:
    """Import pyarrow, which has no types."""
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ModuleNotFoundError:
        raise needs_extra("parquet", "pyarrow") from None


class _Place:
    """A file that takes its name when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now = path
        if path.is_file() or not path.exists():  # a pipe or a device is written as it is
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            os.close(handle)
            self.now = Path(name)
            mask = os.umask(0)
            os.umask(mask)
            self.now.chmod(0o666 & ~mask)

    def settle(self, *, done: bool) -> None:
        """Give the file its name, or remove it."""
        if self.now == self._path:
            return
        if done:
            self.now.replace(self._path)
        else:
            self.now.unlink(missing_ok=True)


def _cut(text: str, width: int) -> str:
    return f"{text:{width}}" if len(text) <= width else f"{text[: width - 1]}…"


def _text(value: Any) -> str | None:
    """What a cell holds: text as it is, and of all else its JSON."""
    return (
        value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    )
