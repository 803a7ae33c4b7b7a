"""CallFeedbackSummary in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.call_feedback_summary import CallFeedbackSummary

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """CallFeedbackSummary as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    call_count: int | str | None
    call_feedback_count: int | str | None
    date_created: str | None
    date_updated: str | None
    end_date: str | None
    include_subaccounts: bool | None
    issues: list[Any] | None
    quality_score_average: Any
    quality_score_median: Any
    quality_score_standard_deviation: Any
    sid: str | None
    start_date: str | None
    status: str | None


_Draft = draft_of(CallFeedbackSummary)
_READERS = readers(CallFeedbackSummary)
_call_count = _READERS["call_count"]
_call_feedback_count = _READERS["call_feedback_count"]
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_end_date = _READERS["end_date"]
_issues = _READERS["issues"]
_quality_score_average = _READERS["quality_score_average"]
_quality_score_median = _READERS["quality_score_median"]
_quality_score_standard_deviation = _READERS["quality_score_standard_deviation"]
_start_date = _READERS["start_date"]
_status = _READERS["status"]


def to_records(shapes: Sequence[Shape]) -> list[CallFeedbackSummary]:
    """The records of shapes."""
    made: list[CallFeedbackSummary] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.call_count = _call_count(shape.call_count)
        record.call_feedback_count = _call_feedback_count(shape.call_feedback_count)
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.end_date = _end_date(shape.end_date)
        record.include_subaccounts = shape.include_subaccounts
        record.issues = _issues(shape.issues)
        record.quality_score_average = _quality_score_average(shape.quality_score_average)
        record.quality_score_median = _quality_score_median(shape.quality_score_median)
        record.quality_score_standard_deviation = _quality_score_standard_deviation(shape.quality_score_standard_deviation)
        record.sid = shape.sid
        record.start_date = _start_date(shape.start_date)
        record.status = _status(shape.status)
        record.__class__ = CallFeedbackSummary
        made.append(record)
    return made
