"""CallFeedbackSummary in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.call_feedback_summary import CallFeedbackSummary

__all__ = ["SHAPE", "to_record"]


class CallFeedbackSummaryShape(Struct, gc=False):
    """CallFeedbackSummary as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    call_count: int | str | None | UnsetType = UNSET
    call_feedback_count: int | str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    end_date: str | None | UnsetType = UNSET
    include_subaccounts: bool | None | UnsetType = UNSET
    issues: list[Any] | None | UnsetType = UNSET
    quality_score_average: Decimal | None | UnsetType = UNSET
    quality_score_median: Decimal | None | UnsetType = UNSET
    quality_score_standard_deviation: Decimal | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    start_date: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET


_Draft = draft_of(CallFeedbackSummary)
_read = readers(CallFeedbackSummary)
_call_count = _read["call_count"]
_call_feedback_count = _read["call_feedback_count"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_end_date = _read["end_date"]
_issues = _read["issues"]
_start_date = _read["start_date"]
_status = _read["status"]


def to_record(shape: CallFeedbackSummaryShape) -> CallFeedbackSummary:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.call_count is not UNSET:
        record.call_count = _call_count(shape.call_count)
    if shape.call_feedback_count is not UNSET:
        record.call_feedback_count = _call_feedback_count(shape.call_feedback_count)
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.end_date is not UNSET:
        record.end_date = _end_date(shape.end_date)
    if shape.include_subaccounts is not UNSET:
        record.include_subaccounts = shape.include_subaccounts
    if shape.issues is not UNSET:
        record.issues = _issues(shape.issues)
    if shape.quality_score_average is not UNSET:
        record.quality_score_average = shape.quality_score_average
    if shape.quality_score_median is not UNSET:
        record.quality_score_median = shape.quality_score_median
    if shape.quality_score_standard_deviation is not UNSET:
        record.quality_score_standard_deviation = shape.quality_score_standard_deviation
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.start_date is not UNSET:
        record.start_date = _start_date(shape.start_date)
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    record.__class__ = CallFeedbackSummary
    made: CallFeedbackSummary = record
    return made


SHAPE = CallFeedbackSummaryShape
