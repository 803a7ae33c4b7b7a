"""Report: Get, Query, Create."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_notes._service import SERVICE

__all__ = [
    "CreateReport",
    "CreateReportRequest",
    "GetReport",
    "QueryReport",
    "Report",
    "ReportSummary",
]

_KEYS = {
    "Sid": g.Key(("RP",)),
}


@g.record
class ReportSummary(g.Record):
    """A value nested in Report: summary."""

    title: str | None = g.field("Title")
    lines: int | None = g.field("Lines", g.INTEGER)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ReportSummary",
        service=SERVICE,
        item="Summary",
    )


@g.record
class Report(g.Record):
    """One Report."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with RP."""
    text: str | None = g.field("Text")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Report",
        service=SERVICE,
        item="Report",
        list="Reports",
    )


class GetReport(g.Get[Report]):
    """Get Report: ``GET /v2/Reports/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Report",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v2/Reports/{Sid}",),
        keys=_KEYS,
        record=Report,
        root="Report",
        response_profile="profiles/Report/GetReport.response.xsd",
    )

    def __call__(self, sid: str, /) -> Report:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(sid)


class QueryReport(g.Query[ReportSummary]):
    """Query Report: ``GET /v2/Reports``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Report",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v2/Reports",),
        keys={},
        record=ReportSummary,
        root="Report",
        cardinality="many",
        json_list="reports",
        paging="meta",
        response_profile="profiles/Report/QueryReport.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[ReportSummary]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateReportRequest(g.Parameters):
    """What Create of Report takes; None is not sent, an empty text is."""

    text: str = g.required("text")


class CreateReport(g.Create[CreateReportRequest, ReportSummary]):
    """Create Report: ``POST /v2/Reports``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Report",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v2/Reports",),
        keys={},
        record=ReportSummary,
        root="Report",
        status=(202,),
        encoding="json",
        request_profile="profiles/Report/CreateReport.request.xsd",
        response_profile="profiles/Report/CreateReport.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateReportRequest

    def __call__(
        self,
        *,
        text: str,
    ) -> ReportSummary:
        """Create one.

        Args:
            text: It is sent as ``text``.
        """
        return self.run(
            CreateReportRequest(
                text=text,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Report", ("Get", "Query", "Create"))
