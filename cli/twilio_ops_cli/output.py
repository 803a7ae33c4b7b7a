"""How records are written: a table, JSON lines, CSV, XML documents, a Parquet file."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import IO, Any

import click

from twilio_ops_codegen.commands.base import Failure, needs_extra

FORMATS = ("table", "jsonl", "csv", "xml", "parquet")
ROWS_AT_A_TIME = 1000


class Writer(AbstractContextManager["Writer"]):
    """Writes records one by one, and holds none back longer than a block of rows.

    Args:
        output: One of ``FORMATS``.
        fields: The fields of a row, in order.
        file: Where to; None = stdout.

    Raises:
        Failure: Parquet without a file, or without pyarrow.
    """

    def __init__(self, output: str, fields: Sequence[Any], file: str | None) -> None:
        self.count = 0
        self._output = output
        self._fields = fields
        self._rows: list[list[str | None]] = []
        self._file = file
        self._parquet: Any = None
        self._schema: Any = None
        self._stream: IO[str] | None = None
        if output == "parquet":
            self._open_parquet()
        elif file is not None:
            self._stream = open(file, "w", encoding="utf-8", newline="")  # noqa: SIM115
        self._csv = csv.writer(self._stream or sys.stdout, lineterminator="\n")

    def write(self, record: Any) -> None:
        """Write one record, or for ``xml`` one document."""
        self.count += 1
        if self._output == "xml":
            self._print(bytes(record).decode("utf-8"))
        elif self._output == "jsonl":
            row = {
                field.xml: None if (value := getattr(record, field.name)) is None
                else field.kind.to_json(value)
                for field in self._fields
            }  # fmt: skip
            self._print(json.dumps(row, ensure_ascii=False))
        elif self._output == "csv":
            if self.count == 1:
                self._csv.writerow([field.xml for field in self._fields])
            self._csv.writerow([_text(field, record) for field in self._fields])
        else:
            self._rows.append([_text(field, record) for field in self._fields])
            if len(self._rows) >= ROWS_AT_A_TIME:
                self._flush()

    def __exit__(self, *_: object) -> None:
        if self._rows:
            self._flush()
        if self._parquet is not None:
            self._parquet.close()
        if self._stream is not None:
            self._stream.close()

    def _print(self, text: str) -> None:
        click.echo(text, file=self._stream)

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if self._output == "parquet":
            import pyarrow

            columns = [
                pyarrow.array(list(column), pyarrow.string()) for column in zip(*rows, strict=True)
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
        if self._file is None:
            raise Failure("-o parquet: it is no text; give --file")
        try:
            import pyarrow
            from pyarrow.parquet import ParquetWriter
        except ModuleNotFoundError:
            raise needs_extra("parquet", "pyarrow") from None
        self._schema = pyarrow.schema([(field.xml, pyarrow.string()) for field in self._fields])
        self._parquet = ParquetWriter(self._file, self._schema)


def _cut(text: str, width: int) -> str:
    return f"{text:{width}}" if len(text) <= width else f"{text[: width - 1]}…"


def _text(field: Any, record: Any) -> str | None:
    value = getattr(record, field.name)
    if value is None:
        return None
    raw = field.kind.to_json(value)
    if isinstance(raw, (dict, list)):  # a nested value has no text of its own
        return json.dumps(raw, ensure_ascii=False)
    return str(field.kind.to_text(value))
