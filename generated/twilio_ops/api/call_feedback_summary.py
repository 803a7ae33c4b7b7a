"""CallFeedbackSummary: Get, Create, Delete."""

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
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class CallFeedbackSummaryIssue(g.Record):
    """A value nested in CallFeedbackSummary: issue."""

    description: str | None = g.field("Description")
    count: int | None = g.field("Count", g.INTEGER)
    percentage_of_total_calls: str | None = g.field("PercentageOfTotalCalls")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummaryIssue",
        service=SERVICE,
        item="Issue",
    )


@g.record
class CallFeedbackSummary(g.Record):
    """One CallFeedbackSummary.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_count: int | None = g.field("CallCount", g.INTEGER)
    call_feedback_count: int | None = g.field("CallFeedbackCount", g.INTEGER)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    end_date: date | None = g.field("EndDate", g.DATE)
    include_subaccounts: bool | None = g.field("IncludeSubaccounts", g.BOOLEAN)
    issues: tuple[CallFeedbackSummaryIssue, ...] | None = g.field(
        "Issues", g.ListType("Issue", g.StructType(CallFeedbackSummaryIssue))
    )
    quality_score_average: Decimal | None = g.field("QualityScoreAverage", g.DECIMAL)
    quality_score_median: Decimal | None = g.field("QualityScoreMedian", g.DECIMAL)
    quality_score_standard_deviation: Decimal | None = g.field("QualityScoreStandardDeviation", g.DECIMAL)
    sid: Sid | None = g.field("Sid", g.SID)
    start_date: date | None = g.field("StartDate", g.DATE)
    status: CallFeedbackSummaryStatus | None = g.field("Status", g.EnumType(CallFeedbackSummaryStatus))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummary",
        service=SERVICE,
        item="FeedbackSummary",
    )


class GetCallFeedbackSummary(g.Get[CallFeedbackSummary]):
    """Get CallFeedbackSummary: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


@g.request
class CreateCallFeedbackSummaryRequest(g.Parameters):
    """What Create of CallFeedbackSummary takes; None is not sent, an empty text is."""

    start_date: date | str = g.required("StartDate", g.DATE)
    end_date: date | str = g.required("EndDate", g.DATE)
    include_subaccounts: bool | None = g.optional("IncludeSubaccounts", g.BOOLEAN)
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
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


class CreateCallFeedbackSummary(g.Create[CreateCallFeedbackSummaryRequest, CallFeedbackSummary]):
    """Create CallFeedbackSummary: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = CreateCallFeedbackSummaryRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateCallFeedbackSummaryRequest

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
        """Create one; ``parent`` is ``AccountSid``."""
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


class DeleteCallFeedbackSummary(g.Delete):
    """Delete CallFeedbackSummary: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallFeedbackSummary", ("Get", "Create", "Delete"))
