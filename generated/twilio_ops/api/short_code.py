"""ShortCode: Get, Query, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteShortCode",
    "GetShortCode",
    "QueryShortCode",
    "ShortCode",
    "UpdateShortCode",
    "UpdateShortCodeRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SC",)),
}


@g.record
class ShortCode(g.Record):
    """One ShortCode."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    short_code: str | None = g.field("ShortCode")
    sid: Sid | None = g.field("Sid", g.SID)
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    sms_method: str | None = g.field("SmsMethod")
    sms_url: str | None = g.field("SmsUrl")
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ShortCode",
        service=SERVICE,
        item="ShortCode",
        list="ShortCodes",
    )


class GetShortCode(g.Get[ShortCode]):
    """Get ShortCode: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}",),
        keys=_KEYS,
        record=ShortCode,
        root="ShortCode",
        response_profile="profiles/ShortCode/GetShortCode.response.xsd",
    )

    def __call__(self, sid: str, /) -> ShortCode:
        """The one record of a Sid."""
        return self.run(sid)


class QueryShortCode(g.Query[ShortCode]):
    """Query ShortCode: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes``."""

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    short_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ShortCode")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes",),
        keys=_KEYS,
        record=ShortCode,
        root="ShortCode",
        cardinality="many",
        json_list="short_codes",
        paging="uris",
        response_profile="profiles/ShortCode/QueryShortCode.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[ShortCode]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class UpdateShortCodeRequest(g.Parameters):
    """What Update of ShortCode takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    api_version: str | None = g.optional("ApiVersion")
    sms_url: str | None = g.optional("SmsUrl")
    sms_method: str | None = g.optional("SmsMethod")
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}",),
        keys=_KEYS,
        record=ShortCode,
        root="ShortCode",
        encoding="form",
        request_profile="profiles/ShortCode/UpdateShortCode.request.xsd",
        response_profile="profiles/ShortCode/UpdateShortCode.response.xsd",
    )


class UpdateShortCode(g.Update[UpdateShortCodeRequest, ShortCode]):
    """Update ShortCode: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateShortCodeRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateShortCodeRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        api_version: str | None = None,
        sms_url: str | None = None,
        sms_method: str | None = None,
        sms_fallback_url: str | None = None,
        sms_fallback_method: str | None = None,
    ) -> ShortCode:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateShortCodeRequest(
                friendly_name=friendly_name,
                api_version=api_version,
                sms_url=sms_url,
                sms_method=sms_method,
                sms_fallback_url=sms_fallback_url,
                sms_fallback_method=sms_fallback_method,
            ),
        )


class DeleteShortCode(g.Delete):
    """Delete ShortCode: ``DELETE /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    Takes ``[AccountSid:]Sid``.

    Refused by the API: Short codes cannot be deleted through the API; a lease is ended with the provider.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}",),
        keys=_KEYS,
        root="ShortCode",
        status=(204,),
        cardinality="none",
        refused="Short codes cannot be deleted through the API; a lease is ended with the provider.",
        request_profile="profiles/ShortCode/DeleteShortCode.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ShortCode", ("Get", "Query", "Update", "Delete"))
