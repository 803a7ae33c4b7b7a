"""ConferenceParticipant in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.conference_participant import ConferenceParticipant

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """ConferenceParticipant as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    call_sid: str | None
    label: str | None
    call_sid_to_coach: str | None
    coaching: bool | None
    conference_sid: str | None
    date_created: str | None
    date_updated: str | None
    end_conference_on_exit: bool | None
    muted: bool | None
    hold: bool | None
    start_conference_on_enter: bool | None
    status: str | None
    queue_time: int | str | None
    uri: str | None


_Draft = draft_of(ConferenceParticipant)
_READERS = readers(ConferenceParticipant)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_status = _READERS["status"]
_queue_time = _READERS["queue_time"]


def to_records(shapes: Sequence[Shape]) -> list[ConferenceParticipant]:
    """The records of shapes."""
    made: list[ConferenceParticipant] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.call_sid = shape.call_sid
        record.label = shape.label
        record.call_sid_to_coach = shape.call_sid_to_coach
        record.coaching = shape.coaching
        record.conference_sid = shape.conference_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.end_conference_on_exit = shape.end_conference_on_exit
        record.muted = shape.muted
        record.hold = shape.hold
        record.start_conference_on_enter = shape.start_conference_on_enter
        record.status = _status(shape.status)
        record.queue_time = _queue_time(shape.queue_time)
        record.uri = shape.uri
        record.__class__ = ConferenceParticipant
        made.append(record)
    return made
