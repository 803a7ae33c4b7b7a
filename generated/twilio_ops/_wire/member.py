"""Member in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.member import Member

__all__ = ["SHAPE", "to_record"]


class MemberShape(Struct, gc=False):
    """Member as it is written in JSON."""

    call_sid: str | None | UnsetType = UNSET
    date_enqueued: str | None | UnsetType = UNSET
    position: int | str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    wait_time: int | str | None | UnsetType = UNSET
    queue_sid: str | None | UnsetType = UNSET


_Draft = draft_of(Member)
_read = readers(Member)
_date_enqueued = _read["date_enqueued"]
_position = _read["position"]
_wait_time = _read["wait_time"]


def to_record(shape: MemberShape) -> Member:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.date_enqueued is not UNSET:
        record.date_enqueued = _date_enqueued(shape.date_enqueued)
    if shape.position is not UNSET:
        record.position = _position(shape.position)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.wait_time is not UNSET:
        record.wait_time = _wait_time(shape.wait_time)
    if shape.queue_sid is not UNSET:
        record.queue_sid = shape.queue_sid
    record.__class__ = Member
    made: Member = record
    return made


SHAPE = MemberShape
