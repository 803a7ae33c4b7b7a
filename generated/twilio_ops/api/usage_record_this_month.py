"""UsageRecordThisMonth: Query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "QueryUsageRecordThisMonth",
    "UsageRecordThisMonth",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
}


@g.record
class UsageRecordThisMonth(g.Record):
    """One UsageRecordThisMonth."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    as_of: datetime | None = g.field("AsOf", g.ISO8601)
    category: str | None = g.field("Category")
    count: Decimal | None = g.field("Count", g.DECIMAL)
    count_unit: str | None = g.field("CountUnit")
    description: str | None = g.field("Description")
    end_date: date | None = g.field("EndDate", g.DATE)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    price_unit: str | None = g.field("PriceUnit")
    start_date: date | None = g.field("StartDate", g.DATE)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    uri: str | None = g.field("Uri")
    usage: Decimal | None = g.field("Usage", g.DECIMAL)
    usage_unit: str | None = g.field("UsageUnit")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UsageRecordThisMonth",
        service=SERVICE,
        item="UsageRecord",
        list="UsageRecords",
    )


class QueryUsageRecordThisMonth(g.Query[UsageRecordThisMonth]):
    """Query UsageRecordThisMonth: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/ThisMonth``."""

    category: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Category")
    start_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("StartDate", g.RELATIVE_DATE)
    end_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("EndDate", g.RELATIVE_DATE)
    include_subaccounts: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSubaccounts", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageRecordThisMonth",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Records/ThisMonth",),
        keys=_KEYS,
        record=UsageRecordThisMonth,
        root="UsageRecord",
        cardinality="many",
        json_list="usage_records",
        paging="uris",
        response_profile="profiles/UsageRecordThisMonth/QueryUsageRecordThisMonth.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[UsageRecordThisMonth]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UsageRecordThisMonth", ("Query",))
