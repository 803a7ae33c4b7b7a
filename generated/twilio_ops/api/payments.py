"""Payments: Create, Update."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreatePayments",
    "CreatePaymentsRequest",
    "Payments",
    "PaymentsBankAccountType",
    "PaymentsCapture",
    "PaymentsConfirmation",
    "PaymentsPaymentMethod",
    "PaymentsStatus",
    "PaymentsTokenType",
    "UpdatePayments",
    "UpdatePaymentsRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(("PK",)),
}


class PaymentsBankAccountType(g.OpenEnum):
    """The values known; others are kept as they come."""

    CONSUMER_CHECKING = "consumer-checking"
    CONSUMER_SAVINGS = "consumer-savings"
    COMMERCIAL_CHECKING = "commercial-checking"


class PaymentsPaymentMethod(g.OpenEnum):
    """The values known; others are kept as they come."""

    CREDIT_CARD = "credit-card"
    ACH_DEBIT = "ach-debit"


class PaymentsTokenType(g.OpenEnum):
    """The values known; others are kept as they come."""

    ONE_TIME = "one-time"
    REUSABLE = "reusable"
    PAYMENT_METHOD = "payment-method"


class PaymentsConfirmation(g.OpenEnum):
    """The values known; others are kept as they come."""

    TRUE = "true"
    FALSE = "false"


class PaymentsCapture(g.OpenEnum):
    """The values known; others are kept as they come."""

    PAYMENT_CARD_NUMBER = "payment-card-number"
    EXPIRATION_DATE = "expiration-date"
    SECURITY_CODE = "security-code"
    POSTAL_CODE = "postal-code"
    BANK_ROUTING_NUMBER = "bank-routing-number"
    BANK_ACCOUNT_NUMBER = "bank-account-number"
    PAYMENT_CARD_NUMBER_MATCHER = "payment-card-number-matcher"
    EXPIRATION_DATE_MATCHER = "expiration-date-matcher"
    SECURITY_CODE_MATCHER = "security-code-matcher"
    POSTAL_CODE_MATCHER = "postal-code-matcher"


class PaymentsStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    COMPLETE = "complete"
    CANCEL = "cancel"


@g.record
class Payments(g.Record):
    """One Payments."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Payments",
        service=SERVICE,
        item="Payments",
    )


@g.request
class CreatePaymentsRequest(g.Parameters):
    """What Create of Payments takes; None is not sent, an empty text is."""

    idempotency_key: str = g.required("IdempotencyKey")
    status_callback: str = g.required("StatusCallback")
    bank_account_type: PaymentsBankAccountType | str | None = g.optional("BankAccountType", g.EnumType(PaymentsBankAccountType))
    charge_amount: Decimal | int | None = g.optional("ChargeAmount", g.DECIMAL)
    currency: str | None = g.optional("Currency")
    description: str | None = g.optional("Description")
    input: str | None = g.optional("Input")
    min_postal_code_length: int | None = g.optional("MinPostalCodeLength", g.INTEGER)
    parameter: Any | None = g.optional("Parameter", g.ANY)
    payment_connector: str | None = g.optional("PaymentConnector")
    payment_method: PaymentsPaymentMethod | str | None = g.optional("PaymentMethod", g.EnumType(PaymentsPaymentMethod))
    postal_code: bool | None = g.optional("PostalCode", g.BOOLEAN)
    security_code: bool | None = g.optional("SecurityCode", g.BOOLEAN)
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    token_type: PaymentsTokenType | str | None = g.optional("TokenType", g.EnumType(PaymentsTokenType))
    valid_card_types: str | None = g.optional("ValidCardTypes")
    require_matching_inputs: str | None = g.optional("RequireMatchingInputs")
    confirmation: PaymentsConfirmation | str | None = g.optional("Confirmation", g.EnumType(PaymentsConfirmation))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Payments",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments",),
        keys=_KEYS,
        record=Payments,
        root="Payments",
        status=(201,),
        encoding="form",
        request_profile="profiles/Payments/CreatePayments.request.xsd",
        response_profile="profiles/Payments/CreatePayments.response.xsd",
    )


class CreatePayments(g.Create[CreatePaymentsRequest, Payments]):
    """Create Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments``."""

    spec: ClassVar[g.OperationSpec] = CreatePaymentsRequest.spec
    request: ClassVar[type[g.Parameters]] = CreatePaymentsRequest

    def __call__(
        self,
        *,
        parent: str,
        idempotency_key: str,
        status_callback: str,
        bank_account_type: PaymentsBankAccountType | str | None = None,
        charge_amount: Decimal | int | None = None,
        currency: str | None = None,
        description: str | None = None,
        input: str | None = None,
        min_postal_code_length: int | None = None,
        parameter: Any | None = None,
        payment_connector: str | None = None,
        payment_method: PaymentsPaymentMethod | str | None = None,
        postal_code: bool | None = None,
        security_code: bool | None = None,
        timeout: int | None = None,
        token_type: PaymentsTokenType | str | None = None,
        valid_card_types: str | None = None,
        require_matching_inputs: str | None = None,
        confirmation: PaymentsConfirmation | str | None = None,
    ) -> Payments:
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
        return self.run(
            CreatePaymentsRequest(
                idempotency_key=idempotency_key,
                status_callback=status_callback,
                bank_account_type=bank_account_type,
                charge_amount=charge_amount,
                currency=currency,
                description=description,
                input=input,
                min_postal_code_length=min_postal_code_length,
                parameter=parameter,
                payment_connector=payment_connector,
                payment_method=payment_method,
                postal_code=postal_code,
                security_code=security_code,
                timeout=timeout,
                token_type=token_type,
                valid_card_types=valid_card_types,
                require_matching_inputs=require_matching_inputs,
                confirmation=confirmation,
            ),
            parent,
        )


@g.request
class UpdatePaymentsRequest(g.Parameters):
    """What Update of Payments takes; None is not sent, an empty text is."""

    idempotency_key: str = g.required("IdempotencyKey")
    status_callback: str = g.required("StatusCallback")
    capture: PaymentsCapture | str | None = g.optional("Capture", g.EnumType(PaymentsCapture))
    status: PaymentsStatus | str | None = g.optional("Status", g.EnumType(PaymentsStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Payments",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}",),
        keys=_KEYS,
        record=Payments,
        root="Payments",
        status=(202,),
        encoding="form",
        request_profile="profiles/Payments/UpdatePayments.request.xsd",
        response_profile="profiles/Payments/UpdatePayments.response.xsd",
    )


class UpdatePayments(g.Update[UpdatePaymentsRequest, Payments]):
    """Update Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdatePaymentsRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdatePaymentsRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        idempotency_key: str,
        status_callback: str,
        capture: PaymentsCapture | str | None = None,
        status: PaymentsStatus | str | None = None,
    ) -> Payments:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdatePaymentsRequest(
                idempotency_key=idempotency_key,
                status_callback=status_callback,
                capture=capture,
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Payments", ("Create", "Update"))
