"""CallFeedback in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.call_feedback import CallFeedback

__all__ = ["SHAPE", "to_record"]


class CallFeedbackShape(Struct, gc=False):
    """CallFeedback as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    issues: list[Any] | None | UnsetType = UNSET
    quality_score: int | str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET


_Draft = draft_of(CallFeedback)
_read = readers(CallFeedback)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_issues = _read["issues"]
_quality_score = _read["quality_score"]


def to_record(shape: CallFeedbackShape) -> CallFeedback:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.issues is not UNSET:
        record.issues = _issues(shape.issues)
    if shape.quality_score is not UNSET:
        record.quality_score = _quality_score(shape.quality_score)
    if shape.sid is not UNSET:
        record.sid = shape.sid
    record.__class__ = CallFeedback
    made: CallFeedback = record
    return made


SHAPE = CallFeedbackShape
