"""CallFeedbackSummary: Get, Create, Delete."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CallFeedbackSummary",
    "CallFeedbackSummaryIssue",
    "CallFeedbackSummaryStatus",
    "CreateCallFeedbackSummary",
    "CreateCallFeedbackSummaryRequest",
    "DeleteCallFeedbackSummary",
    "GetCallFeedbackSummary",
]


class CallFeedbackSummaryStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@frozen(kw_only=True, repr=False, eq=False)
class CallFeedbackSummaryIssue(g.Record):
    """A value nested in CallFeedbackSummary: issue."""

    description: str | None = g.UNSET
    count: int | None = g.UNSET
    percentage_of_total_calls: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummaryIssue",
        service=SERVICE,
        item="Issue",
        fields=(
            g.FieldSpec("description", "Description", g.TEXT),
            g.FieldSpec("count", "Count", g.INTEGER),
            g.FieldSpec("percentage_of_total_calls", "PercentageOfTotalCalls", g.TEXT),
        ),
    )


@frozen(kw_only=True, repr=False, eq=False)
class CallFeedbackSummary(g.Record):
    """One CallFeedbackSummary.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    account_sid: Sid | None = g.UNSET
    call_count: int | None = g.UNSET
    call_feedback_count: int | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    end_date: date | None = g.UNSET
    include_subaccounts: bool | None = g.UNSET
    issues: tuple[CallFeedbackSummaryIssue, ...] | None = g.UNSET
    quality_score_average: Decimal | None = g.UNSET
    quality_score_median: Decimal | None = g.UNSET
    quality_score_standard_deviation: Decimal | None = g.UNSET
    sid: Sid | None = g.UNSET
    start_date: date | None = g.UNSET
    status: CallFeedbackSummaryStatus | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallFeedbackSummary",
        service=SERVICE,
        item="FeedbackSummary",
        wire="twilio_ops._wire.call_feedback_summary",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("call_count", "CallCount", g.INTEGER),
            g.FieldSpec("call_feedback_count", "CallFeedbackCount", g.INTEGER),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("end_date", "EndDate", g.DATE),
            g.FieldSpec("include_subaccounts", "IncludeSubaccounts", g.BOOLEAN),
            g.FieldSpec("issues", "Issues", g.ListKind("Issue", g.StructKind(CallFeedbackSummaryIssue))),
            g.FieldSpec("quality_score_average", "QualityScoreAverage", g.DECIMAL),
            g.FieldSpec("quality_score_median", "QualityScoreMedian", g.DECIMAL),
            g.FieldSpec("quality_score_standard_deviation", "QualityScoreStandardDeviation", g.DECIMAL),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("start_date", "StartDate", g.DATE),
            g.FieldSpec("status", "Status", g.EnumKind(CallFeedbackSummaryStatus)),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("FS",)),
        },
        record=CallFeedbackSummary,
        root="FeedbackSummary",
        response_profile="profiles/CallFeedbackSummary/GetCallFeedbackSummary.response.xsd",
    )


@frozen(kw_only=True)
class CreateCallFeedbackSummaryRequest(g.ActionRequest):
    """What Create of CallFeedbackSummary takes; None is not sent, an empty text is."""

    start_date: date | str
    end_date: date | str
    include_subaccounts: bool | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallFeedbackSummary",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=CallFeedbackSummary,
        root="FeedbackSummary",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("start_date", "StartDate", g.DATE, required=True),
            g.ParameterSpec("end_date", "EndDate", g.DATE, required=True),
            g.ParameterSpec("include_subaccounts", "IncludeSubaccounts", g.BOOLEAN),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
        ),
        request_profile="profiles/CallFeedbackSummary/CreateCallFeedbackSummary.request.xsd",
        response_profile="profiles/CallFeedbackSummary/CreateCallFeedbackSummary.response.xsd",
    )


class CreateCallFeedbackSummary(g.Create[CreateCallFeedbackSummaryRequest, CallFeedbackSummary]):
    """Create CallFeedbackSummary: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary``.

    Deprecated: The source document dropped it on 2024-02-27.
    """

    spec: ClassVar[g.OperationSpec] = CreateCallFeedbackSummaryRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateCallFeedbackSummaryRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("FS",)),
        },
        root="FeedbackSummary",
        status=(204,),
        cardinality="none",
        request_profile="profiles/CallFeedbackSummary/DeleteCallFeedbackSummary.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallFeedbackSummary", ("Get", "Create", "Delete"))
