"""OutgoingCallerId: Get, Query, Create, Update, Delete.

An outgoing caller ID is a number of yours that calls may show.

https://www.twilio.com/docs/voice/api/outgoing-caller-ids
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops.api.caller_id_validation import CallerIdValidation

__all__ = [
    "CreateOutgoingCallerId",
    "CreateOutgoingCallerIdRequest",
    "DeleteOutgoingCallerId",
    "GetOutgoingCallerId",
    "OutgoingCallerId",
    "QueryOutgoingCallerId",
    "UpdateOutgoingCallerId",
    "UpdateOutgoingCallerIdRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("PN",)),
}


@g.record
class OutgoingCallerId(g.Record):
    """One OutgoingCallerId.

    An outgoing caller ID is a number of yours that calls may show.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with PN."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    phone_number: str | None = g.field("PhoneNumber")
    """This is the number as E.164 writes it. In E.164 form. It is personal data."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="OutgoingCallerId",
        service=SERVICE,
        item="OutgoingCallerId",
        list="OutgoingCallerIds",
    )


class GetOutgoingCallerId(g.Get[OutgoingCallerId]):
    """Get OutgoingCallerId: ``GET /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="OutgoingCallerId",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}",),
        keys=_KEYS,
        record=OutgoingCallerId,
        root="OutgoingCallerId",
        response_profile="profiles/OutgoingCallerId/GetOutgoingCallerId.response.xsd",
    )

    def __call__(self, sid: str, /) -> OutgoingCallerId:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryOutgoingCallerId(g.Query[OutgoingCallerId]):
    """Query OutgoingCallerId: ``GET /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``.

    Twilio lists the records that the filters let through, page by page.
    """

    phone_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("PhoneNumber", g.PHONE)
    """Only records of this number match; parts of one do, too. In E.164 form."""
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="OutgoingCallerId",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds",),
        keys=_KEYS,
        record=OutgoingCallerId,
        root="OutgoingCallerId",
        cardinality="many",
        json_list="outgoing_caller_ids",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/OutgoingCallerId/QueryOutgoingCallerId.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[OutgoingCallerId]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateOutgoingCallerIdRequest(g.Parameters):
    """What Create of OutgoingCallerId takes; None is not sent, an empty text is."""

    phone_number: str = g.required("PhoneNumber", g.PHONE)
    """This is the number as E.164 writes it, such as +15005550006. In E.164 form."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    call_delay: int | None = g.optional("CallDelay", g.INTEGER)
    """Twilio waits this many seconds before it calls."""
    extension: str | None = g.optional("Extension")
    """Twilio dials these digits once the call is answered, to reach an extension."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""


class CreateOutgoingCallerId(g.Create[CreateOutgoingCallerIdRequest, "CallerIdValidation"]):
    """Create OutgoingCallerId: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``.

    Twilio makes a new record and answers with it.

    The caller id exists only after the called person has keyed in the validation code.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="OutgoingCallerId",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds",),
        keys=_KEYS,
        record="twilio_ops.api.caller_id_validation:CallerIdValidation",
        root="OutgoingCallerId",
        encoding="form",
        request_profile="profiles/OutgoingCallerId/CreateOutgoingCallerId.request.xsd",
        response_profile="profiles/OutgoingCallerId/CreateOutgoingCallerId.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateOutgoingCallerIdRequest

    def __call__(
        self,
        *,
        phone_number: str,
        friendly_name: str | None = None,
        call_delay: int | None = None,
        extension: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        parent: str | None = None,
    ) -> CallerIdValidation:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            phone_number: This is the number as E.164 writes it, such as +15005550006. In
                E.164 form.
            friendly_name: People see this name; Twilio gives it no meaning.
            call_delay: Twilio waits this many seconds before it calls.
            extension: Twilio dials these digits once the call is answered, to reach an
                extension.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
        """
        return self.run(
            CreateOutgoingCallerIdRequest(
                phone_number=phone_number,
                friendly_name=friendly_name,
                call_delay=call_delay,
                extension=extension,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
            ),
            parent,
        )


@g.request
class UpdateOutgoingCallerIdRequest(g.Parameters):
    """What Update of OutgoingCallerId takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class UpdateOutgoingCallerId(g.Update[UpdateOutgoingCallerIdRequest, OutgoingCallerId]):
    """Update OutgoingCallerId: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="OutgoingCallerId",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}",),
        keys=_KEYS,
        record=OutgoingCallerId,
        root="OutgoingCallerId",
        encoding="form",
        request_profile="profiles/OutgoingCallerId/UpdateOutgoingCallerId.request.xsd",
        response_profile="profiles/OutgoingCallerId/UpdateOutgoingCallerId.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateOutgoingCallerIdRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
    ) -> OutgoingCallerId:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            sid,
            UpdateOutgoingCallerIdRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteOutgoingCallerId(g.Delete):
    """Delete OutgoingCallerId: ``DELETE /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}``.

    The number can no longer be shown.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="OutgoingCallerId",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}",),
        keys=_KEYS,
        root="OutgoingCallerId",
        status=(204,),
        cardinality="none",
        request_profile="profiles/OutgoingCallerId/DeleteOutgoingCallerId.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The number can no longer be shown.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "OutgoingCallerId", ("Get", "Query", "Create", "Update", "Delete"))
