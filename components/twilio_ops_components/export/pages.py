"""The pages of a list as columns: what JSON has of each field, without a record of each row.

Making records takes longer than decoding them, and a file wants columns anyway.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import compress
from math import inf
from typing import TYPE_CHECKING, Any, cast

import attrs
import msgspec
from attrs import evolve, frozen

from twilio_ops_components.export.plain import decoded, microseconds, time_reader
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.json import reader_for
from twilio_ops_runtime.formats.projection import Page
from twilio_ops_runtime.records.drafts import read_later
from twilio_ops_runtime.records.specs import FieldSpec
from twilio_ops_runtime.types.base import is_object

if TYPE_CHECKING:
    from twilio_ops_runtime.filters import Range
    from twilio_ops_runtime.formats.decoder import Way
    from twilio_ops_runtime.queries import Query
    from twilio_ops_runtime.responses import ParsedResponse

__all__ = ["Columns", "moments_of", "pages_of"]

PART = 256 << 10
"""How many bytes are decoded at once: what comes of them fits into a core's own cache."""
_AT_ONCE = 256
ARROW_PART = 4 << 20
"""The same where columns become arrays of Arrow: a usual page, since each array costs as much as its
first hundred values."""


@frozen(kw_only=True)
class Columns:
    """The values of some records of a list, as JSON has them.

    Attributes:
        values: Them, by the JSON name of the field; None where a record has no such field.
        size: How many records they are of.
        odd: The fields whose values may be of other types than the catalog says.
        moments: Times that were read already, in microseconds since 1970, by the JSON name.
    """

    values: Mapping[str, Sequence[Any]]
    size: int
    odd: frozenset[str] = frozenset()
    moments: dict[str, Sequence[Any]] = attrs.field(factory=dict, init=False)

    def chosen(self, keep: Sequence[bool]) -> Columns:
        """Return those of some of the records; as a rule, some are left out at the ends only."""
        if all(keep):
            return self
        size = sum(keep)
        first = keep.index(True) if size else 0
        if all(keep[first : first + size]):
            values = {name: one[first : first + size] for name, one in self.values.items()}
        else:
            values = {name: list(compress(one, keep)) for name, one in self.values.items()}
        return evolve(self, values=values, size=size)


@frozen(kw_only=True)
class PageColumns:
    """The records of a page, some of them at a time.

    Attributes:
        parts: They; to be gone through once.
        more: Whether the list goes on behind them.
    """

    parts: Iterator[Columns]
    more: bool


def pages_of(
    query: Query[Any], parent: str | None, *, raw: bool = False, part: int | None = None
) -> Generator[PageColumns, None, None]:
    """Give the pages of a list, of records that its conditions accept.

    Args:
        query: The list, with its fields and conditions.
        parent: What it belongs to.
        raw: Whether maps of addresses stay the JSON that they are.
        part: About how many bytes are decoded at once; None = as many as suit a core's cache.

    Raises:
        MalformedAnswer: An answer is no list; the message names the place.
        OperationError: What came of asking for a page.
    """

    def read(answer: ParsedResponse) -> Page:
        page = answer.read_with(lambda _, body: _page(query, body, raw, part or PART))
        return page._replace(batches=answer.read_on(page.batches))

    with closing(query.pages(parent, read)) as pages:
        for page in pages:
            parts = cast("Iterator[Sequence[Columns]]", page.batches)
            more = page.next_uri is not None or page.next_token is not None
            yield PageColumns(parts=(one for batch in parts for one in batch), more=more)


def _page(query: Query[Any], body: bytes, raw: bool, part: int) -> Page:
    wanted, spec = query.projection, query.spec
    reader = reader_for(wanted.record, wanted.decoded)
    by_name = {field.name: field for field in reader.fields}
    spans = [(by_name[name], _bounds(span)) for name, span in wanted.filters.spans]
    later = read_later(wanted.record)
    place = "$" if spec.json_list is None else f"$.{spec.json_list}"

    def columns() -> Iterator[list[Columns]]:
        first = 0
        for way, items in parts:
            found = (
                _of_plain(items, reader.fields, place, first)
                if way is None
                else _of_shapes(items, reader.fields, way, later, raw)
            )
            first += len(items)
            yield [_within(found, spans)]

    parts, on = reader.parts(body, spec.paging, spec.json_list, part)
    return Page(columns(), *on)


def _bounds(span: Range) -> tuple[float, float]:
    """Return the first microsecond of a span, and the first one behind it."""
    first = -inf if span.start is None else microseconds(span.start) + span.after
    return first, inf if span.end is None else microseconds(span.end)


def _within(columns: Columns, spans: Sequence[tuple[FieldSpec, tuple[float, float]]]) -> Columns:
    """Return those of the records whose times are within all spans."""
    for field, (first, end) in spans:
        times = moments_of(columns, field)
        if not times:
            break
        if None in times or min(times) < first or max(times) >= end:
            columns = columns.chosen([one is not None and first <= one < end for one in times])
    return columns


def _of_plain(items: Sequence[Any], fields: Sequence[FieldSpec], place: str, first: int) -> Columns:
    for number, item in enumerate(items, first):
        if not is_object(item):
            raise DecodeError(f"{place}[{number}] is not an object")
    names = [field.json_name for field in fields]
    values = {name: [item.get(name) for item in items] for name in names}
    return Columns(values=values, size=len(items), odd=frozenset(names))


def _of_shapes(
    shapes: Sequence[Any],
    fields: Sequence[FieldSpec],
    way: Way,
    later: FieldSpec | None,
    raw: bool,
) -> Columns:
    values: dict[str, Sequence[Any]] = {}
    odd: frozenset[str] = frozenset()
    found: Sequence[Any]
    for field, found in zip(fields, _turned(shapes, len(fields)), strict=True):
        if field.name not in way.needed and msgspec.UNSET in found:
            found = [None if one is msgspec.UNSET else one for one in found]
        if field is later and not raw:
            found, is_odd = decoded(found)
            odd = frozenset({field.json_name} if is_odd else ())
        values[field.json_name] = found
    return Columns(values=values, size=len(shapes), odd=odd)


def _turned(shapes: Sequence[Any], count: int) -> list[list[Any]]:
    """Return shapes as columns.

    A tuple of each shape comes between. Only some are there at once: with as many as a page has,
    Python's collector begins to walk them, which takes longer than all else here.
    """
    columns: list[list[Any]] = [[] for _ in range(count)]
    for start in range(0, len(shapes), _AT_ONCE):
        rows = map(msgspec.structs.astuple, shapes[start : start + _AT_ONCE])
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    return columns


def moments_of(columns: Columns, field: FieldSpec) -> Sequence[Any]:
    """Return the times of a field, in microseconds since 1970: they decide which records are wanted.

    Raises:
        DecodeError: One of them is no time.
    """
    name = field.json_name
    if name in columns.moments:
        return columns.moments[name]
    try:
        found = time_reader(field.type)(columns.values[name], name in columns.odd)
    except (ValueError, TypeError) as error:
        raise DecodeError(f"{field.name} decides, and {error}") from None
    columns.moments[name] = found
    return found
