"""MessageFeedback in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.message_feedback import MessageFeedback

__all__ = ["SHAPE", "to_record"]


class MessageFeedbackShape(Struct, gc=False):
    """MessageFeedback as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    message_sid: str | None | UnsetType = UNSET
    outcome: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(MessageFeedback)
_read = readers(MessageFeedback)
_outcome = _read["outcome"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: MessageFeedbackShape) -> MessageFeedback:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.message_sid is not UNSET:
        record.message_sid = shape.message_sid
    if shape.outcome is not UNSET:
        record.outcome = _outcome(shape.outcome)
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = MessageFeedback
    made: MessageFeedback = record
    return made


SHAPE = MessageFeedbackShape
