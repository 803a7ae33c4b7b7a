"""Event in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from acme_names.api.event import Event

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "date_": "date",
        "date_seen_2": "dateSeen",
        "datetime_": "datetime",
        "g_": "g",
        "int_": "int",
        "str_": "str",
        "bool_": "bool",
        "tuple_": "tuple",
        "list_": "list",
        "dict_": "dict",
        "class_": "class",
    },
):
    """Event as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    kind: str | None
    a: str | None
    date_: str | None
    date_seen: str | None
    date_seen_2: str | None
    datetime_: str | None
    time_seen: str | None
    g_: int | str | None
    int_: int | str | None
    str_: str | None
    bool_: bool | None
    tuple_: list[Any] | None
    list_: list[Any] | None
    dict_: dict[str, Any] | None
    class_: str | None
    read: int | str | None
    reads: int | str | None
    start_date: str | None
    note: dict[str, Any] | None


_Draft = draft_of(Event)
_READERS = readers(Event)
_kind = _READERS["kind"]
_a = _READERS["a"]
_date_ = _READERS["date_"]
_date_seen = _READERS["date_seen"]
_datetime_ = _READERS["datetime_"]
_time_seen = _READERS["time_seen"]
_g_ = _READERS["g_"]
_int_ = _READERS["int_"]
_tuple_ = _READERS["tuple_"]
_list_ = _READERS["list_"]
_dict_ = _READERS["dict_"]
_read = _READERS["read"]
_reads = _READERS["reads"]
_note = _READERS["note"]


def to_records(shapes: Sequence[Shape]) -> list[Event]:
    """The records of shapes."""
    made: list[Event] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.kind = _kind(shape.kind)
        record.a = _a(shape.a)
        record.date_ = _date_(shape.date_)
        record.date_seen = _date_seen(shape.date_seen)
        record.date_seen_2 = shape.date_seen_2
        record.datetime_ = _datetime_(shape.datetime_)
        record.time_seen = _time_seen(shape.time_seen)
        record.g_ = _g_(shape.g_)
        record.int_ = _int_(shape.int_)
        record.str_ = shape.str_
        record.bool_ = shape.bool_
        record.tuple_ = _tuple_(shape.tuple_)
        record.list_ = _list_(shape.list_)
        record.dict_ = _dict_(shape.dict_)
        record.class_ = shape.class_
        record.read = _read(shape.read)
        record.reads = _reads(shape.reads)
        record.start_date = shape.start_date
        record.note = _note(shape.note)
        record.__class__ = Event
        made.append(record)
    return made
