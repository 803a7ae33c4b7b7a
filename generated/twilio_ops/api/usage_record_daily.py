"""UsageRecordDaily: Query.

Daily usage has a record for each day of a period.

https://www.twilio.com/docs/usage/api/usage-record
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "QueryUsageRecordDaily",
    "UsageRecordDaily",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
}


@g.record
class UsageRecordDaily(g.Record):
    """One UsageRecordDaily.

    Daily usage has a record for each day of a period.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    as_of: datetime | None = g.field("AsOf", g.ISO8601)
    """The figures are as they stood at this time."""
    category: str | None = g.field("Category")
    """The usage is of this category."""
    count: Decimal | None = g.field("Count", g.DECIMAL)
    """This many things happened."""
    count_unit: str | None = g.field("CountUnit")
    """The count is a count of these, such as calls or messages."""
    description: str | None = g.field("Description")
    """This text tells people what it is."""
    end_date: date | None = g.field("EndDate", g.DATE)
    """The period ends on this day, in GMT."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """This much is charged for the usage."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    start_date: date | None = g.field("StartDate", g.DATE)
    """The period begins on this day, in GMT."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    usage: Decimal | None = g.field("Usage", g.DECIMAL)
    """This much was used."""
    usage_unit: str | None = g.field("UsageUnit")
    """The usage is measured in this unit, such as minutes or messages."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UsageRecordDaily",
        service=SERVICE,
        item="UsageRecord",
        list="UsageRecords",
    )


class QueryUsageRecordDaily(g.Query[UsageRecordDaily]):
    """Query UsageRecordDaily: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily``.

    Twilio lists the records that the filters let through, page by page.
    """

    category: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Category")
    """Only usage of this category matches."""
    start_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("StartDate", g.RELATIVE_DATE)
    """Only usage from this day on counts; an offset such as -30days counts from today. A day, or an
    offset from today such as -30days."""
    end_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("EndDate", g.RELATIVE_DATE)
    """Only usage up to this day counts; an offset such as -1days counts from today. A day, or an
    offset from today such as -30days."""
    include_subaccounts: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSubaccounts", g.BOOLEAN)
    """Usage of subaccounts counts too, unless this is false."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageRecordDaily",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily",),
        keys=_KEYS,
        record=UsageRecordDaily,
        root="UsageRecord",
        cardinality="many",
        json_list="usage_records",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/UsageRecordDaily/QueryUsageRecordDaily.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[UsageRecordDaily]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UsageRecordDaily", ("Query",))
