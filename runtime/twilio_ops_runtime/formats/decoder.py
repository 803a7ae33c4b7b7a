"""Shapes of a choice of fields, and records of them by code that is written for the choice.

Asking for each field of each record by name costs more than decoding it, so the loop that makes
the records is written out and compiled once for each choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from twilio_ops_runtime.records.drafts import draft_of, finish
from twilio_ops_runtime.records.specs import FieldSpec
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


class _Meta(Struct, gc=False):
    next_page_url: str | None = None


class Way:
    """A way to read records: the shape of one, and what makes a record of it.

    Args:
        shape: What one is decoded into.
        build: What makes records of a batch of those.
        whole: Whether all fields have to be there.
    """

    def __init__(
        self, shape: type[Struct], build: Callable[[Sequence[Any]], list[Any]], whole: bool
    ) -> None:
        self.build = build
        self.whole = whole
        self._shape = shape
        self._pages: dict[tuple[str, str | None], msgspec.json.Decoder[Any]] = {}

    @cached_property
    def one(self) -> msgspec.json.Decoder[Any]:
        """What decodes an answer that is one record."""
        return msgspec.json.Decoder(self._shape, float_hook=quick_decimal)

    def page(self, paging: str, key: str | None) -> msgspec.json.Decoder[Any]:
        """What decodes a list answer."""
        decoder = self._pages.get((paging, key))
        if decoder is None:
            decoder = self._pages[paging, key] = self._page_decoder(paging, key)
        return decoder

    def _page_decoder(self, paging: str, key: str | None) -> msgspec.json.Decoder[Any]:
        if key is None:
            return msgspec.json.Decoder(
                list[self._shape], float_hook=quick_decimal  # type: ignore[name-defined]
            )
        fields: list[tuple[str, Any, Any]] = [
            ("items", list[self._shape] | None | UnsetType, UNSET)  # type: ignore[name-defined]
        ]
        if paging == "uris":
            fields.append(("next_page_uri", str | None, None))
        elif paging == "meta":
            fields.append(("meta", _Meta | None, None))
        elif paging == "token":
            fields += [(name, str | None, None) for name in TOKENS]
        return msgspec.json.Decoder(
            msgspec.defstruct("PageShape", fields, rename={"items": key}, gc=False),
            float_hook=quick_decimal,
        )


def shape_of(cls: type[Any], fields: Iterable[FieldSpec], whole: bool) -> type[Struct]:
    """What msgspec decodes: the fields, all of them there (``whole``) or any of them absent."""

    def shape(field: FieldSpec) -> Any:
        kind = field.kind.json_shape
        return Any if kind is Any else kind | None

    return msgspec.defstruct(
        f"{cls.__name__}Part",
        [
            (field.name, kind) if whole else (field.name, kind | UnsetType, UNSET)
            for field in fields
            for kind in [shape(field)]
        ],
        rename={field.name: field.json_name for field in fields},
        gc=False,
    )


def builder(
    cls: type[Any], fields: Sequence[FieldSpec], whole: bool
) -> Callable[[Sequence[Any]], list[Any]]:
    """What makes records of shapes: a loop in straight lines, one for each field.

    Args:
        cls: The record class.
        fields: The fields of the shape that become the record's.
        whole: Whether the shape has all the fields; otherwise those that it lacks stay unset.
    """
    names: dict[str, Any] = {"UNSET": UNSET, "draft": draft_of(cls), "record_class": cls}
    lines = ["record = draft()"]
    for number, field in enumerate(fields):
        name = field.name
        assert name.isidentifier()  # what the generator names, Python takes
        value = f"shape.{name}"
        if isinstance(field.kind, SidType):
            value += " or None"  # the service answers a reference to nothing as empty text, too
        elif not field.kind.is_plain:
            names[f"read_{number}"] = field.kind.reader()
            value = f"read_{number}({value})"
        there = "" if whole else f"if shape.{name} is not UNSET: "
        lines.append(f"{there}record.{name} = {value}")
    if issubclass(cls, names["draft"]) and cls.__base__ is names["draft"]:
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
