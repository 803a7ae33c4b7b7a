"""CallerIdValidation: Get, Create.

A validation proves that a number is yours, so that calls may show it.

https://www.twilio.com/docs/voice/api/outgoing-caller-ids
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CallerIdValidation",
    "CreateCallerIdValidation",
    "CreateCallerIdValidationRequest",
    "GetCallerIdValidation",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "PhoneNumber": g.Key(pattern="^\\+[1-9][0-9]{1,14}$"),
}


@g.record
class CallerIdValidation(g.Record):
    """One CallerIdValidation; the service calls it ValidationRequest.

    A validation proves that a number is yours, so that calls may show it.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    phone_number: str | None = g.field("PhoneNumber")
    """This is the number as E.164 writes it. In E.164 form. It is personal data."""
    validation_code: str | None = g.field("ValidationCode")
    """The person who is called enters this code."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallerIdValidation",
        service=SERVICE,
        item="ValidationRequest",
    )


class GetCallerIdValidation(g.Get[CallerIdValidation]):
    """Get CallerIdValidation: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]PhoneNumber``.

    Starts a validation, which calls the number; the API has no way to read an earlier one.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallerIdValidation",
        action="Get",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds",),
        keys=_KEYS,
        record=CallerIdValidation,
        root="ValidationRequest",
        encoding="form",
        parameters=(g.ParameterSpec("phone_number", "PhoneNumber", g.PHONE, required=True),),
        key_parameter="PhoneNumber",
        response_profile="profiles/CallerIdValidation/GetCallerIdValidation.response.xsd",
    )

    def __call__(self, sid: str, /) -> CallerIdValidation:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]PhoneNumber``.
        """
        return self.run(sid)


@g.request
class CreateCallerIdValidationRequest(g.Parameters):
    """What Create of CallerIdValidation takes; None is not sent, an empty text is."""

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


class CreateCallerIdValidation(g.Create[CreateCallerIdValidationRequest, CallerIdValidation]):
    """Create CallerIdValidation: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``.

    Twilio calls a number, and whoever answers enters a code.

    Side effect: calls the person to read a code.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallerIdValidation",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds",),
        keys=_KEYS,
        record=CallerIdValidation,
        root="ValidationRequest",
        encoding="form",
        request_profile="profiles/CallerIdValidation/CreateCallerIdValidation.request.xsd",
        response_profile="profiles/CallerIdValidation/CreateCallerIdValidation.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateCallerIdValidationRequest

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
        """Twilio calls a number, and whoever answers enters a code.

        Side effect: calls the person to read a code.

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
            CreateCallerIdValidationRequest(
                phone_number=phone_number,
                friendly_name=friendly_name,
                call_delay=call_delay,
                extension=extension,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallerIdValidation", ("Get", "Create"), ("ValidationRequest",))
