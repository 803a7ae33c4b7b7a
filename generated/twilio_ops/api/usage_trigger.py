"""UsageTrigger: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateUsageTrigger",
    "CreateUsageTriggerRequest",
    "DeleteUsageTrigger",
    "GetUsageTrigger",
    "QueryUsageTrigger",
    "UpdateUsageTrigger",
    "UpdateUsageTriggerRequest",
    "UsageTrigger",
    "UsageTriggerRecurring",
    "UsageTriggerTriggerField",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("UT",)),
}


class UsageTriggerRecurring(g.OpenEnum):
    """The values known; others are kept as they come."""

    DAILY = "daily"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    ALLTIME = "alltime"


class UsageTriggerTriggerField(g.OpenEnum):
    """The values known; others are kept as they come."""

    COUNT = "count"
    USAGE = "usage"
    PRICE = "price"


@g.record
class UsageTrigger(g.Record):
    """One UsageTrigger."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    callback_method: str | None = g.field("CallbackMethod")
    callback_url: str | None = g.field("CallbackUrl")
    current_value: Decimal | None = g.field("CurrentValue", g.DECIMAL)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_fired: datetime | None = g.field("DateFired", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    recurring: UsageTriggerRecurring | None = g.field("Recurring", g.EnumType(UsageTriggerRecurring))
    sid: Sid | None = g.field("Sid", g.SID)
    trigger_by: UsageTriggerTriggerField | None = g.field("TriggerBy", g.EnumType(UsageTriggerTriggerField))
    trigger_value: Decimal | None = g.field("TriggerValue", g.DECIMAL)
    uri: str | None = g.field("Uri")
    usage_category: str | None = g.field("UsageCategory")
    usage_record_uri: str | None = g.field("UsageRecordUri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UsageTrigger",
        service=SERVICE,
        item="UsageTrigger",
        list="UsageTriggers",
    )


class GetUsageTrigger(g.Get[UsageTrigger]):
    """Get UsageTrigger: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageTrigger",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}",),
        keys=_KEYS,
        record=UsageTrigger,
        root="UsageTrigger",
        response_profile="profiles/UsageTrigger/GetUsageTrigger.response.xsd",
    )

    def __call__(self, sid: str, /) -> UsageTrigger:
        """The one record of a Sid."""
        return self.run(sid)


class QueryUsageTrigger(g.Query[UsageTrigger]):
    """Query UsageTrigger: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers``."""

    recurring: ClassVar[g.EqualsFilter[UsageTriggerRecurring | str]] = g.EqualsFilter(
        "Recurring", g.EnumType(UsageTriggerRecurring)
    )
    trigger_by: ClassVar[g.EqualsFilter[UsageTriggerTriggerField | str]] = g.EqualsFilter(
        "TriggerBy", g.EnumType(UsageTriggerTriggerField)
    )
    usage_category: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("UsageCategory")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageTrigger",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Triggers",),
        keys=_KEYS,
        record=UsageTrigger,
        root="UsageTrigger",
        cardinality="many",
        json_list="usage_triggers",
        paging="uris",
        response_profile="profiles/UsageTrigger/QueryUsageTrigger.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[UsageTrigger]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateUsageTriggerRequest(g.Parameters):
    """What Create of UsageTrigger takes; None is not sent, an empty text is."""

    callback_url: str = g.required("CallbackUrl")
    trigger_value: str = g.required("TriggerValue")
    usage_category: str = g.required("UsageCategory")
    callback_method: str | None = g.optional("CallbackMethod")
    friendly_name: str | None = g.optional("FriendlyName")
    recurring: UsageTriggerRecurring | str | None = g.optional("Recurring", g.EnumType(UsageTriggerRecurring))
    trigger_by: UsageTriggerTriggerField | str | None = g.optional("TriggerBy", g.EnumType(UsageTriggerTriggerField))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageTrigger",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Triggers",),
        keys=_KEYS,
        record=UsageTrigger,
        root="UsageTrigger",
        status=(201,),
        encoding="form",
        request_profile="profiles/UsageTrigger/CreateUsageTrigger.request.xsd",
        response_profile="profiles/UsageTrigger/CreateUsageTrigger.response.xsd",
    )


class CreateUsageTrigger(g.Create[CreateUsageTriggerRequest, UsageTrigger]):
    """Create UsageTrigger: ``POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers``."""

    spec: ClassVar[g.OperationSpec] = CreateUsageTriggerRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateUsageTriggerRequest

    def __call__(
        self,
        *,
        callback_url: str,
        trigger_value: str,
        usage_category: str,
        callback_method: str | None = None,
        friendly_name: str | None = None,
        recurring: UsageTriggerRecurring | str | None = None,
        trigger_by: UsageTriggerTriggerField | str | None = None,
        parent: str | None = None,
    ) -> UsageTrigger:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateUsageTriggerRequest(
                callback_url=callback_url,
                trigger_value=trigger_value,
                usage_category=usage_category,
                callback_method=callback_method,
                friendly_name=friendly_name,
                recurring=recurring,
                trigger_by=trigger_by,
            ),
            parent,
        )


@g.request
class UpdateUsageTriggerRequest(g.Parameters):
    """What Update of UsageTrigger takes; None is not sent, an empty text is."""

    callback_method: str | None = g.optional("CallbackMethod")
    callback_url: str | None = g.optional("CallbackUrl")
    friendly_name: str | None = g.optional("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageTrigger",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}",),
        keys=_KEYS,
        record=UsageTrigger,
        root="UsageTrigger",
        encoding="form",
        request_profile="profiles/UsageTrigger/UpdateUsageTrigger.request.xsd",
        response_profile="profiles/UsageTrigger/UpdateUsageTrigger.response.xsd",
    )


class UpdateUsageTrigger(g.Update[UpdateUsageTriggerRequest, UsageTrigger]):
    """Update UsageTrigger: ``POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateUsageTriggerRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateUsageTriggerRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        callback_method: str | None = None,
        callback_url: str | None = None,
        friendly_name: str | None = None,
    ) -> UsageTrigger:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateUsageTriggerRequest(
                callback_method=callback_method,
                callback_url=callback_url,
                friendly_name=friendly_name,
            ),
        )


class DeleteUsageTrigger(g.Delete):
    """Delete UsageTrigger: ``DELETE /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="UsageTrigger",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}",),
        keys=_KEYS,
        root="UsageTrigger",
        status=(204,),
        cardinality="none",
        request_profile="profiles/UsageTrigger/DeleteUsageTrigger.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UsageTrigger", ("Get", "Query", "Create", "Update", "Delete"))
