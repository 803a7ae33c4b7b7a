"""ShortCode: Get, Query, Update, Delete.

A short code is a number of five or six digits that sends and gets messages.

https://www.twilio.com/docs/messaging/api/short-code-resource
"""

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
    """One ShortCode.

    A short code is a number of five or six digits that sends and gets messages.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    short_code: str | None = g.field("ShortCode")
    """These are the digits."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SC."""
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_method: str | None = g.field("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_url: str | None = g.field("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ShortCode",
        service=SERVICE,
        item="ShortCode",
        list="ShortCodes",
    )


class GetShortCode(g.Get[ShortCode]):
    """Get ShortCode: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryShortCode(g.Query[ShortCode]):
    """Query ShortCode: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes``.

    Twilio lists the records that the filters let through, page by page.
    """

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    short_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ShortCode")
    """Only short codes with these digits match."""
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
        max_page_size=1000,
        response_profile="profiles/ShortCode/QueryShortCode.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[ShortCode]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class UpdateShortCodeRequest(g.Parameters):
    """What Update of ShortCode takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    api_version: str | None = g.optional("ApiVersion")
    """TwiML and callbacks follow this version of the API."""
    sms_url: str | None = g.optional("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    sms_method: str | None = g.optional("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""


class UpdateShortCode(g.Update[UpdateShortCodeRequest, ShortCode]):
    """Update ShortCode: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    A short code hands its messages to other URLs.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateShortCodeRequest

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
        """A short code hands its messages to other URLs.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            api_version: TwiML and callbacks follow this version of the API.
            sms_url: Twilio asks this URL for TwiML when a message comes in.
            sms_method: Twilio uses this HTTP method for the SMS URL.
            sms_fallback_url: Twilio asks this URL instead when the SMS URL or its TwiML
                fails.
            sms_fallback_method: Twilio uses this HTTP method for the SMS fallback URL.
        """
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

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ShortCode", ("Get", "Query", "Update", "Delete"))
