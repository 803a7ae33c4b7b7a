"""CallFeedbackSummary: Get, Create, Delete.

A feedback summary adds up the marks of many calls.

https://www.twilio.com/docs/voice/api/feedback-resource
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CallFeedbackSummary",
    "CallFeedbackSummaryIssue",
    "CallFeedbackSummaryStatus",
    "CreateCallFeedbackSummary",
    "CreateCallFeedbackSummaryRequest",
    "DeleteCallFeedbackSummary",
    "GetCallFeedbackSummary",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("FS",)),
}


class CallFeedbackSummaryStatus(g.OpenEnum):
    """How far a summary is. Values not listed are kept as they come."""

    QUEUED = "queued"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class CallFeedbackSummaryIssue(g.Record):
    """One problem, and how often callers met it."""

    description: str | None = g.field("Description")
    """This is the problem."""
    count: int | None = g.field("Count", g.INTEGER)
    """This many calls had the problem."""
    percentage_of_total_calls: str | None = g.field("PercentageOfTotalCalls")
    """This share of all calls had it, as a text with a percent sign. A percentage with its sign."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummaryIssue",
        service=SERVICE,
        item="Issue",
    )


@g.record
class CallFeedbackSummary(g.Record):
    """One CallFeedbackSummary.

    A feedback summary adds up the marks of many calls.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_count: int | None = g.field("CallCount", g.INTEGER)
    """The period has this many calls."""
    call_feedback_count: int | None = g.field("CallFeedbackCount", g.INTEGER)
    """This many calls have a mark."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    end_date: date | None = g.field("EndDate", g.DATE)
    """The period ends on this day, in GMT."""
    include_subaccounts: bool | None = g.field("IncludeSubaccounts", g.BOOLEAN)
    """Calls of subaccounts count too."""
    issues: tuple[CallFeedbackSummaryIssue, ...] | None = g.field(
        "Issues", g.ListType("Issue", g.StructType(CallFeedbackSummaryIssue))
    )
    """Callers met these problems, with how often."""
    quality_score_average: Decimal | None = g.field("QualityScoreAverage", g.DECIMAL)
    """The marks have this mean."""
    quality_score_median: Decimal | None = g.field("QualityScoreMedian", g.DECIMAL)
    """The marks have this median."""
    quality_score_standard_deviation: Decimal | None = g.field("QualityScoreStandardDeviation", g.DECIMAL)
    """The marks have this standard deviation."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with FS."""
    start_date: date | None = g.field("StartDate", g.DATE)
    """The period begins on this day, in GMT."""
    status: CallFeedbackSummaryStatus | None = g.field("Status", g.EnumType(CallFeedbackSummaryStatus))
    """The summary is at this stage."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummary",
        service=SERVICE,
        item="FeedbackSummary",
    )


@g.deprecated("The source document dropped it on 2024-02-27.")
class GetCallFeedbackSummary(g.Get[CallFeedbackSummary]):
    """Get CallFeedbackSummary: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedbackSummary",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}",),
        keys=_KEYS,
        record=CallFeedbackSummary,
        root="FeedbackSummary",
        response_profile="profiles/CallFeedbackSummary/GetCallFeedbackSummary.response.xsd",
    )

    def __call__(self, sid: str, /) -> CallFeedbackSummary:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


@g.request
class CreateCallFeedbackSummaryRequest(g.Parameters):
    """What Create of CallFeedbackSummary takes; None is not sent, an empty text is."""

    start_date: date | str = g.required("StartDate", g.DATE)
    """Calls from this day on count."""
    end_date: date | str = g.required("EndDate", g.DATE)
    """Calls up to this day count."""
    include_subaccounts: bool | None = g.optional("IncludeSubaccounts", g.BOOLEAN)
    """Calls of subaccounts count too."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""


@g.deprecated("The source document dropped it on 2024-02-27.")
class CreateCallFeedbackSummary(g.Create[CreateCallFeedbackSummaryRequest, CallFeedbackSummary]):
    """Create CallFeedbackSummary: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary``.

    Twilio begins to add up marks and answers before it is done.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedbackSummary",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary",),
        keys=_KEYS,
        record=CallFeedbackSummary,
        root="FeedbackSummary",
        status=(201,),
        encoding="form",
        request_profile="profiles/CallFeedbackSummary/CreateCallFeedbackSummary.request.xsd",
        response_profile="profiles/CallFeedbackSummary/CreateCallFeedbackSummary.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateCallFeedbackSummaryRequest

    def __call__(
        self,
        *,
        start_date: date | str,
        end_date: date | str,
        include_subaccounts: bool | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        parent: str | None = None,
    ) -> CallFeedbackSummary:
        """Twilio begins to add up marks and answers before it is done.

        Args:
            parent: It lives under ``AccountSid``.
            start_date: Calls from this day on count.
            end_date: Calls up to this day count.
            include_subaccounts: Calls of subaccounts count too.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
        """
        return self.run(
            CreateCallFeedbackSummaryRequest(
                start_date=start_date,
                end_date=end_date,
                include_subaccounts=include_subaccounts,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
            ),
            parent,
        )


@g.deprecated("The source document dropped it on 2024-02-27.")
class DeleteCallFeedbackSummary(g.Delete):
    """Delete CallFeedbackSummary: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]Sid``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedbackSummary",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}",),
        keys=_KEYS,
        root="FeedbackSummary",
        status=(204,),
        cardinality="none",
        request_profile="profiles/CallFeedbackSummary/DeleteCallFeedbackSummary.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallFeedbackSummary", ("Get", "Create", "Delete"))
