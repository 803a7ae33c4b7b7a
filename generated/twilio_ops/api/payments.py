"""Payments: Create, Update.

A payment takes card or bank details by keypad during a call.

https://www.twilio.com/docs/voice/api/payment-resource
"""

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
    """Which bank account pays. Values not listed are kept as they come."""

    CONSUMER_CHECKING = "consumer-checking"
    CONSUMER_SAVINGS = "consumer-savings"
    COMMERCIAL_CHECKING = "commercial-checking"


class PaymentsPaymentMethod(g.OpenEnum):
    """How a caller pays. Values not listed are kept as they come."""

    CREDIT_CARD = "credit-card"
    ACH_DEBIT = "ach-debit"


class PaymentsTokenType(g.OpenEnum):
    """How often a token of payment details can be used. Values not listed are kept as they come."""

    ONE_TIME = "one-time"
    REUSABLE = "reusable"
    PAYMENT_METHOD = "payment-method"


class PaymentsConfirmation(g.OpenEnum):
    """Whether a caller agrees to the details first. Values not listed are kept as they come."""

    TRUE = "true"
    FALSE = "false"


class PaymentsCapture(g.OpenEnum):
    """Which detail a caller is asked for. Values not listed are kept as they come."""

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
    """How a payment ends. Values not listed are kept as they come."""

    COMPLETE = "complete"
    CANCEL = "cancel"


@g.record
class Payments(g.Record):
    """One Payments.

    A payment takes card or bank details by keypad during a call.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with PK."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Payments",
        service=SERVICE,
        item="Payments",
    )


@g.request
class CreatePaymentsRequest(g.Parameters):
    """What Create of Payments takes; None is not sent, an empty text is."""

    idempotency_key: str = g.required("IdempotencyKey")
    """Twilio carries out requests that have the same key only once."""
    status_callback: str = g.required("StatusCallback")
    """Twilio reports each step of the payment to this URL."""
    bank_account_type: PaymentsBankAccountType | str | None = g.optional("BankAccountType", g.EnumType(PaymentsBankAccountType))
    """The bank account is of this type, if one pays."""
    charge_amount: Decimal | int | None = g.optional("ChargeAmount", g.DECIMAL)
    """The payer pays this much; none, or 0, only makes a token."""
    currency: str | None = g.optional("Currency")
    """The amount is in this currency."""
    description: str | None = g.optional("Description")
    """This text goes with the payment."""
    input: str | None = g.optional("Input")
    """The caller gives details this way; dtmf is the only one."""
    min_postal_code_length: int | None = g.optional("MinPostalCodeLength", g.INTEGER)
    """A postal code has at least this many digits."""
    parameter: Any | None = g.optional("Parameter", g.ANY)
    """These named values go along to the payment connector."""
    payment_connector: str | None = g.optional("PaymentConnector")
    """This connector hands the payment on, by its unique name."""
    payment_method: PaymentsPaymentMethod | str | None = g.optional("PaymentMethod", g.EnumType(PaymentsPaymentMethod))
    """The caller pays by card or by bank account."""
    postal_code: bool | None = g.optional("PostalCode", g.BOOLEAN)
    """The caller is asked for a postal code, or has this one already."""
    security_code: bool | None = g.optional("SecurityCode", g.BOOLEAN)
    """The caller is asked for the card's security code if this is true."""
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    """Twilio waits this many seconds for the next key."""
    token_type: PaymentsTokenType | str | None = g.optional("TokenType", g.EnumType(PaymentsTokenType))
    """The token can be used once, or many times."""
    valid_card_types: str | None = g.optional("ValidCardTypes")
    """Cards of these types can pay, with spaces between."""
    require_matching_inputs: str | None = g.optional("RequireMatchingInputs")
    """The caller enters these details twice, and they have to match."""
    confirmation: PaymentsConfirmation | str | None = g.optional("Confirmation", g.EnumType(PaymentsConfirmation))
    """The caller hears the details and agrees before they count if this is true."""


class CreatePayments(g.Create[CreatePaymentsRequest, Payments]):
    """Create Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments``.

    A payment begins on a running call.

    Side effect: asks a caller for payment details.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreatePaymentsRequest

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
        """A payment begins on a running call.

        Side effect: asks a caller for payment details.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            idempotency_key: Twilio carries out requests that have the same key only once.
            status_callback: Twilio reports each step of the payment to this URL.
            bank_account_type: The bank account is of this type, if one pays.
            charge_amount: The payer pays this much; none, or 0, only makes a token.
            currency: The amount is in this currency.
            description: This text goes with the payment.
            input: The caller gives details this way; dtmf is the only one.
            min_postal_code_length: A postal code has at least this many digits.
            parameter: These named values go along to the payment connector.
            payment_connector: This connector hands the payment on, by its unique name.
            payment_method: The caller pays by card or by bank account.
            postal_code: The caller is asked for a postal code, or has this one already.
            security_code: The caller is asked for the card's security code if this is true.
            timeout: Twilio waits this many seconds for the next key.
            token_type: The token can be used once, or many times.
            valid_card_types: Cards of these types can pay, with spaces between.
            require_matching_inputs: The caller enters these details twice, and they have to
                match.
            confirmation: The caller hears the details and agrees before they count if this is
                true.
        """
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
    """Twilio carries out requests that have the same key only once."""
    status_callback: str = g.required("StatusCallback")
    """Twilio reports each step of the payment to this URL."""
    capture: PaymentsCapture | str | None = g.optional("Capture", g.EnumType(PaymentsCapture))
    """The caller is asked for this detail next."""
    status: PaymentsStatus | str | None = g.optional("Status", g.EnumType(PaymentsStatus))
    """The payment is carried out, or given up."""


class UpdatePayments(g.Update[UpdatePaymentsRequest, Payments]):
    """Update Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}``.

    A payment goes on to its next detail, or ends.

    Side effect: asks for the next detail, charges the payer, or gives up.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdatePaymentsRequest

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
        """A payment goes on to its next detail, or ends.

        Side effect: asks for the next detail, charges the payer, or gives up.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
            idempotency_key: Twilio carries out requests that have the same key only once.
            status_callback: Twilio reports each step of the payment to this URL.
            capture: The caller is asked for this detail next.
            status: The payment is carried out, or given up.
        """
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
