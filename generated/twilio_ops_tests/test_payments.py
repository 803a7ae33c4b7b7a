"""Payments: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import twilio_ops.api.payments as api

from .harness import check


def test_create_payments() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments."""
    check(
        api.CreatePayments,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Payments",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "idempotency_key": "text & more",
            "status_callback": "https://example.com/resource",
            "bank_account_type": "consumer-checking",
            "charge_amount": Decimal("1.5"),
            "currency": "text & more",
            "description": "text & more",
            "input": "text & more",
            "min_postal_code_length": 1,
            "parameter": "any value",
            "payment_connector": "text & more",
            "payment_method": "credit-card",
            "postal_code": True,
            "security_code": True,
            "timeout": 1,
            "token_type": "one-time",
            "valid_card_types": "text & more",
            "require_matching_inputs": "text & more",
            "confirmation": "true",
        },
        sent=[
            ("IdempotencyKey", "text & more"),
            ("StatusCallback", "https://example.com/resource"),
            ("BankAccountType", "consumer-checking"),
            ("ChargeAmount", "1.5"),
            ("Currency", "text & more"),
            ("Description", "text & more"),
            ("Input", "text & more"),
            ("MinPostalCodeLength", "1"),
            ("Parameter", "any value"),
            ("PaymentConnector", "text & more"),
            ("PaymentMethod", "credit-card"),
            ("PostalCode", "true"),
            ("SecurityCode", "true"),
            ("Timeout", "1"),
            ("TokenType", "one-time"),
            ("ValidCardTypes", "text & more"),
            ("RequireMatchingInputs", "text & more"),
            ("Confirmation", "true"),
        ],
        record=api.Payments,
        facts={"status": (201,), "encoding": "form", "required": ("IdempotencyKey", "StatusCallback")},
    )


def test_update_payments() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Payments/{Sid}."""
    check(
        api.UpdatePayments,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Payments/PK0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:PK0123456789abcdef0123456789abcdef",
        arguments={
            "idempotency_key": "text & more",
            "status_callback": "https://example.com/resource",
            "capture": "payment-card-number",
            "status": "complete",
        },
        sent=[
            ("IdempotencyKey", "text & more"),
            ("StatusCallback", "https://example.com/resource"),
            ("Capture", "payment-card-number"),
            ("Status", "complete"),
        ],
        record=api.Payments,
        facts={"status": (202,), "encoding": "form", "required": ("IdempotencyKey", "StatusCallback")},
    )
