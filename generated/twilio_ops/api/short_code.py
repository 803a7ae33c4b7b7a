"""ShortCode: Get, Query, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DeleteShortCode",
    "GetShortCode",
    "QueryShortCode",
    "ShortCode",
    "UpdateShortCode",
    "UpdateShortCodeRequest",
]


@frozen(kw_only=True, repr=False, eq=False)
class ShortCode(g.Record):
    """One ShortCode."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    friendly_name: str | None = g.UNSET
    short_code: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    sms_fallback_method: str | None = g.UNSET
    sms_fallback_url: str | None = g.UNSET
    sms_method: str | None = g.UNSET
    sms_url: str | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ShortCode",
        service=SERVICE,
        item="ShortCode",
        list="ShortCodes",
        json_list="short_codes",
        wire="twilio_ops._wire.short_code",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("short_code", "ShortCode", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.FieldSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.FieldSpec("sms_method", "SmsMethod", g.TEXT),
            g.FieldSpec("sms_url", "SmsUrl", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SC",)),
        },
        record=ShortCode,
        root="ShortCode",
        response_profile="profiles/ShortCode/GetShortCode.response.xsd",
    )


class QueryShortCode(g.Query[ShortCode]):
    """Query ShortCode: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes``."""

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName", g.TEXT)
    short_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ShortCode", g.TEXT)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=ShortCode,
        root="ShortCode",
        cardinality="many",
        paging="uris",
        response_profile="profiles/ShortCode/QueryShortCode.response.xsd",
    )


@frozen(kw_only=True)
class UpdateShortCodeRequest(g.ActionRequest):
    """What Update of ShortCode takes; None is not sent, an empty text is."""

    friendly_name: str | None = None
    api_version: str | None = None
    sms_url: str | None = None
    sms_method: str | None = None
    sms_fallback_url: str | None = None
    sms_fallback_method: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ShortCode",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SC",)),
        },
        record=ShortCode,
        root="ShortCode",
        encoding="form",
        parameters=(
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("api_version", "ApiVersion", g.TEXT),
            g.ParameterSpec("sms_url", "SmsUrl", g.TEXT),
            g.ParameterSpec("sms_method", "SmsMethod", g.TEXT),
            g.ParameterSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.ParameterSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
        ),
        request_profile="profiles/ShortCode/UpdateShortCode.request.xsd",
        response_profile="profiles/ShortCode/UpdateShortCode.response.xsd",
    )


class UpdateShortCode(g.Update[UpdateShortCodeRequest, ShortCode]):
    """Update ShortCode: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateShortCodeRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateShortCodeRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SC",)),
        },
        root="ShortCode",
        status=(204,),
        cardinality="none",
        refused="Short codes cannot be deleted through the API; a lease is ended with the provider.",
        request_profile="profiles/ShortCode/DeleteShortCode.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ShortCode", ("Get", "Query", "Update", "Delete"))
