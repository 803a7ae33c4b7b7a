"""ConferenceParticipant in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.conference_participant import ConferenceParticipant

__all__ = ["SHAPE", "to_record"]


class ConferenceParticipantShape(Struct, gc=False):
    """ConferenceParticipant as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    label: str | None | UnsetType = UNSET
    call_sid_to_coach: str | None | UnsetType = UNSET
    coaching: bool | None | UnsetType = UNSET
    conference_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    end_conference_on_exit: bool | None | UnsetType = UNSET
    muted: bool | None | UnsetType = UNSET
    hold: bool | None | UnsetType = UNSET
    start_conference_on_enter: bool | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    queue_time: int | str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(ConferenceParticipant)
_read = readers(ConferenceParticipant)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_status = _read["status"]
_queue_time = _read["queue_time"]


def to_record(shape: ConferenceParticipantShape) -> ConferenceParticipant:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.label is not UNSET:
        record.label = shape.label
    if shape.call_sid_to_coach is not UNSET:
        record.call_sid_to_coach = shape.call_sid_to_coach
    if shape.coaching is not UNSET:
        record.coaching = shape.coaching
    if shape.conference_sid is not UNSET:
        record.conference_sid = shape.conference_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.end_conference_on_exit is not UNSET:
        record.end_conference_on_exit = shape.end_conference_on_exit
    if shape.muted is not UNSET:
        record.muted = shape.muted
    if shape.hold is not UNSET:
        record.hold = shape.hold
    if shape.start_conference_on_enter is not UNSET:
        record.start_conference_on_enter = shape.start_conference_on_enter
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.queue_time is not UNSET:
        record.queue_time = _queue_time(shape.queue_time)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = ConferenceParticipant
    made: ConferenceParticipant = record
    return made


SHAPE = ConferenceParticipantShape
