"""IncomingPhoneNumberAssignedAddOnExtension in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.incoming_phone_number_assigned_add_on_extension import IncomingPhoneNumberAssignedAddOnExtension

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """IncomingPhoneNumberAssignedAddOnExtension as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    resource_sid: str | None
    assigned_add_on_sid: str | None
    friendly_name: str | None
    product_name: str | None
    unique_name: str | None
    uri: str | None
    enabled: bool | None


_Draft = draft_of(IncomingPhoneNumberAssignedAddOnExtension)


def to_records(shapes: Sequence[Shape]) -> list[IncomingPhoneNumberAssignedAddOnExtension]:
    """The records of shapes."""
    made: list[IncomingPhoneNumberAssignedAddOnExtension] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.resource_sid = shape.resource_sid
        record.assigned_add_on_sid = shape.assigned_add_on_sid
        record.friendly_name = shape.friendly_name
        record.product_name = shape.product_name
        record.unique_name = shape.unique_name
        record.uri = shape.uri
        record.enabled = shape.enabled
        record.__class__ = IncomingPhoneNumberAssignedAddOnExtension
        made.append(record)
    return made
