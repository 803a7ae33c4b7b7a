"""Shapes of a choice of fields, records of them by code that is written for the choice, and how a page goes on.

Asking for each field of each record by name costs more than decoding it, so the loop that makes
the records is written out and compiled once for each choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.records.drafts import draft_of, finish, read_later
from twilio_ops_runtime.records.specs import FieldSpec
from twilio_ops_runtime.types.base import is_object
from twilio_ops_runtime.types.scalar import SidType
from twilio_ops_runtime.types.text import quick_decimal

TOKENS = (
    "next_token",
    "nextToken",
    "next_page_token",
    "nextPageToken",
    "page_token",
    "pageToken",
    "next_cursor",
    "nextCursor",
)
"""The keys that answers were seen to give the token of the next page in."""


PageKey = tuple[str, str | None]
"""How lists of an operation go on, and the key of the list; None = the answer itself is the list."""


Following = tuple[str | None, tuple[str, str] | None]
"""The address of the next page, and its token with the key that it came under; one at most."""


class Way:
    """A way to read records: into shapes that msgspec decodes, and from those.

    Args:
        cls: The record class.
        fields: The fields that are read.
        needed: The Python names of those that a record has to have; the others may be absent.
    """

    def __init__(self, cls: type[Any], fields: Sequence[FieldSpec], needed: frozenset[str]) -> None:
        self.needed = needed
        self.build: Callable[[Sequence[Any]], list[Any]] = _builder(cls, fields, needed)
        self._shape = _shape(cls, fields, needed)
        self.decoders: dict[PageKey | None, msgspec.json.Decoder[Any]] = {}

    def decoder(self, page: PageKey | None) -> msgspec.json.Decoder[Any]:
        """Make what decodes a list answer, or one that is a single record; it is kept."""
        form = self._shape if page is None else _page_shape(self._shape, *page)
        self.decoders[page] = msgspec.json.Decoder(form, float_hook=quick_decimal)
        return self.decoders[page]


def _page_shape(item: type[Struct], paging: str, key: str | None) -> Any:
    if key is None:
        return list[item]  # type: ignore[valid-type]
    following = {"uris": ("next_page_uri",), "meta": ("meta",), "token": TOKENS}.get(paging, ())
    items: Any = list[item] | None | UnsetType  # type: ignore[valid-type]
    fields = [("items", items, UNSET), *((name, Any, None) for name in following)]
    return msgspec.defstruct("PageShape", fields, rename={"items": key}, gc=False)


def _shape(cls: type[Any], fields: Iterable[FieldSpec], needed: frozenset[str]) -> type[Struct]:
    """Return what msgspec decodes; what is not needed comes last, as it has a default."""

    later = read_later(cls)

    def form(field: FieldSpec) -> tuple[str, Any] | tuple[str, Any, Any]:
        if field is later:
            return (field.name, Raw) if field.name in needed else (field.name, Raw, UNSET)
        shape = field.type.json_shape
        shape = shape if shape is Any else shape | None
        return (
            (field.name, shape) if field.name in needed else (field.name, shape | UnsetType, UNSET)
        )

    return msgspec.defstruct(
        f"{cls.__name__}Part",
        [form(field) for field in fields],
        rename={field.name: field.json_name for field in fields},
        gc=False,
        kw_only=True,
    )


def _builder(
    cls: type[Any], fields: Sequence[FieldSpec], needed: frozenset[str]
) -> Callable[[Sequence[Any]], list[Any]]:
    """Return what makes records of shapes: a loop in straight lines, one for each field."""
    names: dict[str, Any] = {"UNSET": UNSET, "draft": draft_of(cls), "record_class": cls}
    lines = ["record = draft()"]
    later = read_later(cls)
    for number, field in enumerate(fields):
        name = field.name
        assert name.isidentifier()  # what the generator names, Python takes
        value = f"shape.{name}"
        if field is later:
            name, value = "_unread", f"bytes({value})"  # not a view, which would keep the answer
        elif isinstance(field.type, SidType):
            value += " or None"  # the service answers a reference to nothing as empty text, too
        elif not field.type.is_plain:
            names[f"read_{number}"] = field.type.reader()
            value = f"read_{number}({value})"
        there = "" if field.name in needed else f"if shape.{field.name} is not UNSET: "
        lines.append(f"{there}record.{name} = {value}")
    if draft_of(cls) is cls.__base__:
        lines += ["record.__class__ = record_class", "made.append(record)"]
    else:  # a subclass of somebody's, which may hold more
        names["finish"] = finish
        lines.append("made.append(finish(record, record_class))")
    loop = "".join(f"        {line}\n" for line in lines)
    exec(
        f"def build(shapes):\n    made = []\n    for shape in shapes:\n{loop}    return made", names
    )
    build: Callable[[Sequence[Any]], list[Any]] = names["build"]
    return build


def following(page: Any, paging: str) -> Following:
    """Return the address of the next page, and its token with the key that it came under.

    Args:
        page: The page, as a shape or as a plain value.
        paging: How lists of the operation go on.
    """

    def get(name: str) -> Any:
        return page.get(name) if is_object(page) else getattr(page, name)

    if paging == "token":
        found = ((name, str(get(name))) for name in TOKENS if get(name))
        return None, next(found, None)
    uri: Any = None
    if paging == "uris":
        uri = get("next_page_uri")
    elif paging == "meta" and is_object(meta := get("meta")):
        uri = meta.get("next_page_url")
    if uri is not None and not isinstance(uri, str):
        raise DecodeError("the address of the next page is not text")
    return uri or None, None
