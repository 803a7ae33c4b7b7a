"""Payments: Create, Update."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class Payments(g.Record):
    """One Payments."""

    account_sid: Sid | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Payments",
        service=SERVICE,
        item="Payments",
        wire="twilio_ops._wire.payments",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


@frozen(kw_only=True)
class CreatePaymentsRequest(g.ActionRequest):
    """What Create of Payments takes; None is not sent, an empty text is."""

    idempotency_key: str
    status_callback: str
    bank_account_type: PaymentsBankAccountType | str | None = None
    charge_amount: Decimal | int | None = None
    currency: str | None = None
    description: str | None = None
    input: str | None = None
    min_postal_code_length: int | None = None
    parameter: Any | None = None
    payment_connector: str | None = None
    payment_method: PaymentsPaymentMethod | str | None = None
    postal_code: bool | None = None
    security_code: bool | None = None
    timeout: int | None = None
    token_type: PaymentsTokenType | str | None = None
    valid_card_types: str | None = None
    require_matching_inputs: str | None = None
    confirmation: PaymentsConfirmation | str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Payments",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=Payments,
        root="Payments",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("idempotency_key", "IdempotencyKey", g.TEXT, required=True),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT, required=True),
            g.ParameterSpec("bank_account_type", "BankAccountType", g.EnumKind(PaymentsBankAccountType)),
            g.ParameterSpec("charge_amount", "ChargeAmount", g.DECIMAL),
            g.ParameterSpec("currency", "Currency", g.TEXT),
            g.ParameterSpec("description", "Description", g.TEXT),
            g.ParameterSpec("input", "Input", g.TEXT),
            g.ParameterSpec("min_postal_code_length", "MinPostalCodeLength", g.INTEGER),
            g.ParameterSpec("parameter", "Parameter", g.ANY),
            g.ParameterSpec("payment_connector", "PaymentConnector", g.TEXT),
            g.ParameterSpec("payment_method", "PaymentMethod", g.EnumKind(PaymentsPaymentMethod)),
            g.ParameterSpec("postal_code", "PostalCode", g.BOOLEAN),
            g.ParameterSpec("security_code", "SecurityCode", g.BOOLEAN),
            g.ParameterSpec("timeout", "Timeout", g.INTEGER),
            g.ParameterSpec("token_type", "TokenType", g.EnumKind(PaymentsTokenType)),
            g.ParameterSpec("valid_card_types", "ValidCardTypes", g.TEXT),
            g.ParameterSpec("require_matching_inputs", "RequireMatchingInputs", g.TEXT),
            g.ParameterSpec("confirmation", "Confirmation", g.EnumKind(PaymentsConfirmation)),
        ),
        request_profile="profiles/Payments/CreatePayments.request.xsd",
        response_profile="profiles/Payments/CreatePayments.response.xsd",
    )


class CreatePayments(g.Create[CreatePaymentsRequest, Payments]):
    """Create Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments``."""

    spec: ClassVar[g.OperationSpec] = CreatePaymentsRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreatePaymentsRequest

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


@frozen(kw_only=True)
class UpdatePaymentsRequest(g.ActionRequest):
    """What Update of Payments takes; None is not sent, an empty text is."""

    idempotency_key: str
    status_callback: str
    capture: PaymentsCapture | str | None = None
    status: PaymentsStatus | str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Payments",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(("PK",)),
        },
        record=Payments,
        root="Payments",
        status=(202,),
        encoding="form",
        parameters=(
            g.ParameterSpec("idempotency_key", "IdempotencyKey", g.TEXT, required=True),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT, required=True),
            g.ParameterSpec("capture", "Capture", g.EnumKind(PaymentsCapture)),
            g.ParameterSpec("status", "Status", g.EnumKind(PaymentsStatus)),
        ),
        request_profile="profiles/Payments/UpdatePayments.request.xsd",
        response_profile="profiles/Payments/UpdatePayments.response.xsd",
    )


class UpdatePayments(g.Update[UpdatePaymentsRequest, Payments]):
    """Update Payments: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdatePaymentsRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdatePaymentsRequest

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
