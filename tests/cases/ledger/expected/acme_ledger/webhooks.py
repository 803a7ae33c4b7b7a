"""Webhooks: whether a request that reached an application was signed by the service."""

from twilio_ops_runtime.webhooks import Form, is_signed, sign

__all__ = ["Form", "is_signed", "sign"]
