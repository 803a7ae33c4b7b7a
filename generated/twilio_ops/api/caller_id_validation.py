"""CallerIdValidation: Get, Create."""

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
    """One CallerIdValidation; the service calls it ValidationRequest."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    phone_number: str | None = g.field("PhoneNumber")
    validation_code: str | None = g.field("ValidationCode")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallerIdValidation",
        service=SERVICE,
        item="ValidationRequest",
    )


class GetCallerIdValidation(g.Get[CallerIdValidation]):
    """Get CallerIdValidation: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``.

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
        """The one record of a Sid."""
        return self.run(sid)


@g.request
class CreateCallerIdValidationRequest(g.Parameters):
    """What Create of CallerIdValidation takes; None is not sent, an empty text is."""

    phone_number: str = g.required("PhoneNumber", g.PHONE)
    friendly_name: str | None = g.optional("FriendlyName")
    call_delay: int | None = g.optional("CallDelay", g.INTEGER)
    extension: str | None = g.optional("Extension")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
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


class CreateCallerIdValidation(g.Create[CreateCallerIdValidationRequest, CallerIdValidation]):
    """Create CallerIdValidation: ``POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds``."""

    spec: ClassVar[g.OperationSpec] = CreateCallerIdValidationRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateCallerIdValidationRequest

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
        """Create one; ``parent`` is ``AccountSid``."""
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
