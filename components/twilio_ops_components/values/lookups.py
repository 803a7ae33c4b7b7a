"""Values that are looked up: document caches, cross-reference tables, other operations, counters."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from twilio_ops import OperationError, ProcessStopped
from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_components.files import beside_emulator
from twilio_ops_components.values.base import ComponentContext, Value, option
from twilio_ops_components.values.joined import Joined
from twilio_ops_components.values.paths import text_at
from twilio_ops_components.values.plain import checked_element_path

if TYPE_CHECKING:
    from twilio_ops import SqliteCache

__all__ = ["CacheLookup", "Counter", "CrossReference", "OperationValue", "read_table"]

MOST_ROWS = 1_000_000


@frozen(kw_only=True)
class Counter(Value):
    """A number that goes up by one with each input, from run to run.

    It goes up before anything is sent, so that no number is used twice, whatever becomes of the
    input; a number may be left out.

    Args:
        name: Its name; values of one name, in one component, share the number.
        width: How many digits it has at least, filled with zeros.
        start: The first number.
    """

    key: ClassVar[str] = "counter"
    varies: ClassVar[bool] = True
    main: ClassVar[str | None] = "name"
    name: str = option("text", "The counter's name.")
    width: int = option("integer", "How many digits, filled with zeros.", default=1)
    start: int = option("integer", "The first number.", default=1)

    def find(self, context: ComponentContext) -> str | None:
        """Return the next number."""
        if context.state is None:
            raise ValueUnavailable("only the run of a component file keeps it")
        number = context.state.next_number(self.name, self.start, keep=context.sends)
        return f"{number:0{self.width}}"


@frozen(kw_only=True)
class CrossReference(Value):
    """A column of the first row of a CSV file whose other columns have the values asked for.

    Args:
        file: The file: UTF-8, with a row of names first.
        match: The values that columns must have, by the columns' names.
        column: The column to return.
        default: The text where no row matches, or its column is empty.
    """

    key: ClassVar[str] = "table"
    file: Path = option("path", "A CSV file with a row of names first.")  # noqa: RUF009
    match: Mapping[str, Joined] = option("values by name", "The values that columns must have.")
    column: str = option("text", "The column to return.")
    default: str | None = option("default", "The text where no row matches.", default=None)

    @property
    def what(self) -> str:
        """What it is called in messages."""
        return f"table {self.file.name}"

    def find(self, context: ComponentContext) -> str | None:
        """Return the column of the first row that matches."""
        columns = tuple(self.match)
        key = (self.key, self.file, columns, self.column)
        if key not in context.shared:
            context.shared[key] = read_table(self.file, columns, self.column)
        wanted = tuple(value.resolve(context) for value in self.match.values())
        found: str | None = context.shared[key].get(wanted)
        if found is None and self.default is None:
            asked = ", ".join(
                f"{name} = {text!r:.40}" for name, text in zip(columns, wanted, strict=True)
            )
            raise ValueUnavailable(f"no row has {asked}")
        return found


def read_table(file: Path, columns: tuple[str, ...], column: str) -> dict[tuple[str, ...], str]:
    """Return the values of a column of a CSV file by those of other columns; the first row counts.

    Args:
        file: The file.
        columns: The columns that are asked.
        column: The column that answers.

    Raises:
        ValueUnavailable: It cannot be read, or has no such column; the message names the line.
    """
    found: dict[tuple[str, ...], str] = {}
    line = 1
    try:
        with open(file, encoding="utf-8-sig", newline="") as opened:
            rows = csv.reader(opened, strict=True)
            names = next(rows, list[str]())
            for name in (*columns, column):
                if (count := names.count(name)) != 1:
                    wrong = (
                        f"has no column {name!r}" if not count else f"has {name!r} {count} times"
                    )
                    raise ValueUnavailable(f"{file.name}:1: {wrong}; it has {', '.join(names)}")
            asked, answer = [names.index(name) for name in columns], names.index(column)
            for number, row in enumerate(rows):
                line = rows.line_num
                if number == MOST_ROWS:
                    raise ValueUnavailable(f"has more than {MOST_ROWS} rows")
                if row and len(row) != len(names):
                    raise ValueUnavailable(
                        f"{file.name}:{line}: has {len(row)} cells; expected {len(names)}, as in line 1"
                    )
                if row:
                    found.setdefault(tuple(row[at].strip() for at in asked), row[answer].strip())
    except UnicodeDecodeError:
        raise ValueUnavailable("is not UTF-8 text") from None
    except csv.Error as error:
        raise ValueUnavailable(f"{file.name}:{line}: is not CSV: {error}") from None
    except OSError as error:
        raise ValueUnavailable(
            f"cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
    return found


@frozen(kw_only=True)
class CacheLookup(Value):
    """An element of the first document that a document cache holds under keys.

    Args:
        file: The cache's file, as a component's ``caching`` fills it.
        index: The name of the index.
        keys: The keys, in the order of the index.
        element: The path of the element to return.
        default: The text where there is no such document, or no such element in it.
    """

    key: ClassVar[str] = "cache"
    varies: ClassVar[bool] = True
    file: Path = option("path", "The file of a document cache.")  # noqa: RUF009
    index: str = option("text", "The index to look in.")
    keys: tuple[Joined, ...] = option("values", "The keys, in the order of the index.")
    element: str = option("text", "The element to return.", validator=checked_element_path)
    default: str | None = option("default", "The text where there is none.", default=None)

    @property
    def what(self) -> str:
        """What it is called in messages."""
        return f"cache {self.file.name}, index {self.index}"

    def find(self, context: ComponentContext) -> str | None:
        """Return the element of the first document."""
        file = beside_emulator(self.file) if context.emulated else self.file
        cache: SqliteCache = context.shared.get((self.key, file)) or _opened(file, context)
        keys = [key.resolve(context) for key in self.keys]
        try:
            documents = cache.find(self.index, *keys)
        except LookupError as error:
            raise ValueUnavailable(str(error.args[0])) from None
        if not documents:
            if self.default is None:
                raise ValueUnavailable(f"there is no document of {', '.join(map(repr, keys))}")
            return None
        return text_at(documents[0], self.element)


def _opened(file: Path, context: ComponentContext) -> SqliteCache:
    from twilio_ops import SqliteCache

    try:
        cache = SqliteCache.existing(file)
    except OperationError as error:
        raise ValueUnavailable(str(error)) from None
    context.shared[CacheLookup.key, file] = cache
    return cache


@frozen(kw_only=True)
class OperationValue(Value):
    """An element of the first record that another operation answers.

    The other component is run for each input, with the same connection, input and properties.

    Args:
        file: The component file of a Get or Query.
        element: The path of the element to return.
        default: The text where there is no record, or no such element in it.
    """

    key: ClassVar[str] = "operation"
    varies: ClassVar[bool] = True
    file: Path = option("path", "The component file of a Get or Query.")  # noqa: RUF009
    element: str = option("text", "The element to return.", validator=checked_element_path)
    default: str | None = option("default", "The text where there is none.", default=None)

    @property
    def what(self) -> str:
        """What it is called in messages."""
        return f"operation {self.file.name}"

    def find(self, context: ComponentContext) -> str | None:
        """Run the other operation, and return the element of its first record."""
        from twilio_ops_components.load import load_operation

        if not context.sends:
            raise ValueUnavailable("is not run in a dry run")
        key = (self.key, self.file)
        running: Any = context.shared.setdefault("running", [])
        here = os.path.realpath(self.file)
        if here in running:
            raise ValueUnavailable("leads back to itself")
        if key not in context.shared:
            try:
                context.shared[key] = load_operation(self.file).replace(emulated=context.emulated)
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise ValueUnavailable(f"cannot be read: {reason}") from None
        component = context.shared[key]
        if not component.definition.row.reads:
            raise ValueUnavailable(f"is a {component.definition.action}; expected a Get or Query")
        running.append(here)
        try:
            run = component.bind(
                context.connection,
                properties=context.properties,
                now=context.now,
                shared=context.shared,
            )
            result = next(run.results(context.index, context.document), None)
        except ProcessStopped as stopped:
            result = stopped.result
        finally:
            running.pop()
        if result is None or (result.error is None and result.output is None):
            return None
        if result.error is not None:
            raise ValueUnavailable(f"{result.error}")
        assert result.output is not None
        return text_at(result.output, self.element)
