"""The pages of a list as columns: what JSON has of each field, without a record of each row.

Making records takes longer than decoding them, and a file wants columns anyway.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import compress
from typing import TYPE_CHECKING, Any

import msgspec
from attrs import evolve, frozen

from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.json import following, reader_for
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

_AT_ONCE = 256
_addresses = msgspec.json.Decoder(list[dict[str, str] | None])


@frozen(kw_only=True)
class Columns:
    """The values of some records of a list, as JSON has them.

    Attributes:
        values: Them, by the JSON name of the field; None where a record has no such field.
        size: How many records they are of.
        odd: The fields whose values may be of other types than the catalog says.
        more: Whether the list goes on behind them.
    """

    values: Mapping[str, Sequence[Any]]
    size: int
    odd: frozenset[str] = frozenset()
    more: bool = False

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


def pages_of(query: Query[Any], parent: str | None, *, as_text: bool = False) -> Iterator[Columns]:
    """Return the pages of a list, of records that its conditions accept.

    Args:
        query: The list, with its fields and conditions.
        parent: What it belongs to.
        as_text: Whether maps of addresses stay the JSON that they are, which will be written as such.

    Raises:
        MalformedAnswer: An answer is no list; the message names the place.
        OperationError: What came of asking for a page.
    """

    def read(answer: ParsedResponse) -> Page:
        return answer.read_with(lambda _, body: _page(query, body, as_text))

    return _read(query.pages(parent, read))


def _read(pages: Generator[Page, None, None]) -> Iterator[Columns]:
    with closing(pages):
        for page in pages:
            for batch in page.batches:
                yield from batch


def _page(query: Query[Any], body: bytes, as_text: bool) -> Page:
    wanted, spec = query.projection, query.spec
    reader = reader_for(wanted.record, wanted.decoded)
    key = spec.json_list
    way, page = reader.decoded(body, (spec.paging, key))
    if way is None:
        items = reader.items(page, key)
        found = _of_plain(items, reader.fields, "$" if key is None else f"$.{key}")
    else:
        items = page if key is None else page.items
        found = _of_shapes(items, reader.fields, way, read_later(wanted.record), as_text)
    spans: dict[str, list[Range]] = {}
    for name, span in wanted.filters.spans:
        spans.setdefault(name, []).append(span)
    for name, ranges in spans.items():
        times = moments_of(found, next(one for one in reader.fields if one.name == name))
        ends = () if None in times or not times else (min(times), max(times))
        if not ends or not all(span.holds(one) for span in ranges for one in ends):
            found = found.chosen([all(span.holds(one) for span in ranges) for one in times])
    on = following(page, spec.paging if key is not None else "none")
    return Page(iter([[evolve(found, more=any(on))]]), *on)


def _of_plain(items: Sequence[Any], fields: Sequence[FieldSpec], place: str) -> Columns:
    for number, item in enumerate(items):
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
    as_text: bool,
) -> Columns:
    values: dict[str, Sequence[Any]] = {}
    odd: frozenset[str] = frozenset()
    found: list[Any]
    for field, found in zip(fields, _turned(shapes, len(fields)), strict=True):
        if field.name not in way.needed and msgspec.UNSET in found:
            found = [None if one is msgspec.UNSET else one for one in found]
        if field is later and not (as_text and _are_maps(found)):
            text = b"[%s]" % b",".join(b"null" if one is None else one for one in found)
            try:
                found = _addresses.decode(text)
            except msgspec.ValidationError:
                found = msgspec.json.decode(text)
                odd = frozenset({field.json_name})
        values[field.json_name] = found
    return Columns(values=values, size=len(shapes), odd=odd)


def _are_maps(texts: Sequence[Any]) -> bool:
    """Whether all JSON texts are objects, each on one line."""
    return all(
        one is not None and (text := bytes(one)).startswith(b"{") and b"\n" not in text
        for one in texts
    )


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


def moments_of(columns: Columns, field: FieldSpec) -> list[Any]:
    """Return the times of a field: they decide which records are wanted.

    Raises:
        DecodeError: One of them is no time.
    """
    read = field.type.from_json if field.json_name in columns.odd else field.type.reader()
    try:
        return list(map(read, columns.values[field.json_name]))
    except (ValueError, TypeError) as error:
        raise DecodeError(f"{field.name} decides, and {error}") from None
