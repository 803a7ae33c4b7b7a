"""UsageRecordToday: Query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "QueryUsageRecordToday",
    "UsageRecordToday",
]


@frozen(kw_only=True, repr=False, eq=False)
class UsageRecordToday(g.Record):
    """One UsageRecordToday."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    as_of: datetime | None = g.UNSET
    category: str | None = g.UNSET
    count: Decimal | None = g.UNSET
    count_unit: str | None = g.UNSET
    description: str | None = g.UNSET
    end_date: date | None = g.UNSET
    price: Decimal | None = g.UNSET
    price_unit: str | None = g.UNSET
    start_date: date | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    uri: str | None = g.UNSET
    usage: Decimal | None = g.UNSET
    usage_unit: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UsageRecordToday",
        service=SERVICE,
        item="UsageRecord",
        list="UsageRecords",
        json_list="usage_records",
        wire="twilio_ops._wire.usage_record_today",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("as_of", "AsOf", g.ISO8601),
            g.FieldSpec("category", "Category", g.TEXT),
            g.FieldSpec("count", "Count", g.DECIMAL),
            g.FieldSpec("count_unit", "CountUnit", g.TEXT),
            g.FieldSpec("description", "Description", g.TEXT),
            g.FieldSpec("end_date", "EndDate", g.DATE),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("start_date", "StartDate", g.DATE),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("usage", "Usage", g.DECIMAL),
            g.FieldSpec("usage_unit", "UsageUnit", g.TEXT),
        ),
    )


class QueryUsageRecordToday(g.Query[UsageRecordToday]):
    """Query UsageRecordToday: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Today``."""

    category: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Category", g.TEXT)
    start_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("StartDate", g.DATE)
    end_date: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("EndDate", g.DATE)
    include_subaccounts: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSubaccounts", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageRecordToday",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Records/Today",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=UsageRecordToday,
        root="UsageRecord",
        cardinality="many",
        paging="uris",
        response_profile="profiles/UsageRecordToday/QueryUsageRecordToday.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UsageRecordToday", ("Query",))
