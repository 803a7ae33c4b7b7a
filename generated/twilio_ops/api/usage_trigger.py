"""UsageTrigger: Get, Query, Create, Update, Delete.

A usage trigger calls a URL when usage reaches a value.

https://www.twilio.com/docs/usage/api/usage-trigger
"""

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
    """After which period a trigger starts anew. Values not listed are kept as they come."""

    DAILY = "daily"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    ALLTIME = "alltime"


class UsageTriggerTriggerField(g.OpenEnum):
    """What a trigger watches. Values not listed are kept as they come."""

    COUNT = "count"
    USAGE = "usage"
    PRICE = "price"


@g.record
class UsageTrigger(g.Record):
    """One UsageTrigger.

    A usage trigger calls a URL when usage reaches a value.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    callback_method: str | None = g.field("CallbackMethod")
    """Twilio uses this HTTP method for the callback."""
    callback_url: str | None = g.field("CallbackUrl")
    """Twilio tells this URL that the value is reached. It is personal data."""
    current_value: Decimal | None = g.field("CurrentValue", g.DECIMAL)
    """The usage is at this value now."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_fired: datetime | None = g.field("DateFired", g.RFC2822)
    """The trigger goes off at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    recurring: UsageTriggerRecurring | None = g.field("Recurring", g.EnumType(UsageTriggerRecurring))
    """The trigger starts anew after this period; without one it fires once."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with UT."""
    trigger_by: UsageTriggerTriggerField | None = g.field("TriggerBy", g.EnumType(UsageTriggerTriggerField))
    """The trigger watches the count, the usage or the price."""
    trigger_value: Decimal | None = g.field("TriggerValue", g.DECIMAL)
    """The trigger goes off at this value; with + it counts from now."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    usage_category: str | None = g.field("UsageCategory")
    """The trigger watches usage of this category."""
    usage_record_uri: str | None = g.field("UsageRecordUri")
    """This path leads to the usage that is watched."""
    current_usage_value: Decimal | None = g.field("CurrentUsageValue", g.DECIMAL)
    """The usage is at this value now, by its older name. Deprecated: current_value has taken its
    place."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="UsageTrigger",
        service=SERVICE,
        item="UsageTrigger",
        list="UsageTriggers",
    )


class GetUsageTrigger(g.Get[UsageTrigger]):
    """Get UsageTrigger: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryUsageTrigger(g.Query[UsageTrigger]):
    """Query UsageTrigger: ``GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers``.

    Twilio lists the records that the filters let through, page by page.
    """

    recurring: ClassVar[g.EqualsFilter[UsageTriggerRecurring | str]] = g.EqualsFilter(
        "Recurring", g.EnumType(UsageTriggerRecurring)
    )
    """Only triggers of this period match."""
    trigger_by: ClassVar[g.EqualsFilter[UsageTriggerTriggerField | str]] = g.EqualsFilter(
        "TriggerBy", g.EnumType(UsageTriggerTriggerField)
    )
    """Only triggers that watch this field match."""
    usage_category: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("UsageCategory")
    """Only triggers that watch this category match."""
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
        max_page_size=1000,
        response_profile="profiles/UsageTrigger/QueryUsageTrigger.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[UsageTrigger]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateUsageTriggerRequest(g.Parameters):
    """What Create of UsageTrigger takes; None is not sent, an empty text is."""

    callback_url: str = g.required("CallbackUrl")
    """Twilio tells this URL that the value is reached."""
    trigger_value: str = g.required("TriggerValue")
    """The trigger goes off at this value; with + it counts from now."""
    usage_category: str = g.required("UsageCategory")
    """The trigger watches usage of this category."""
    callback_method: str | None = g.optional("CallbackMethod")
    """Twilio uses this HTTP method for the callback."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    recurring: UsageTriggerRecurring | str | None = g.optional("Recurring", g.EnumType(UsageTriggerRecurring))
    """The trigger starts anew after this period; without one it fires once."""
    trigger_by: UsageTriggerTriggerField | str | None = g.optional("TriggerBy", g.EnumType(UsageTriggerTriggerField))
    """The trigger watches the count, the usage or the price."""


class CreateUsageTrigger(g.Create[CreateUsageTriggerRequest, UsageTrigger]):
    """Create UsageTrigger: ``POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateUsageTriggerRequest

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
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            callback_url: Twilio tells this URL that the value is reached.
            trigger_value: The trigger goes off at this value; with + it counts from now.
            usage_category: The trigger watches usage of this category.
            callback_method: Twilio uses this HTTP method for the callback.
            friendly_name: People see this name; Twilio gives it no meaning.
            recurring: The trigger starts anew after this period; without one it fires once.
            trigger_by: The trigger watches the count, the usage or the price.
        """
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
    """Twilio uses this HTTP method for the callback."""
    callback_url: str | None = g.optional("CallbackUrl")
    """Twilio tells this URL that the value is reached."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class UpdateUsageTrigger(g.Update[UpdateUsageTriggerRequest, UsageTrigger]):
    """Update UsageTrigger: ``POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateUsageTriggerRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        callback_method: str | None = None,
        callback_url: str | None = None,
        friendly_name: str | None = None,
    ) -> UsageTrigger:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            callback_method: Twilio uses this HTTP method for the callback.
            callback_url: Twilio tells this URL that the value is reached.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
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

    The trigger no longer goes off.

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
        """The trigger no longer goes off.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "UsageTrigger", ("Get", "Query", "Create", "Update", "Delete"))
