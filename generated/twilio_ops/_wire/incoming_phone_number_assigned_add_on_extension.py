"""IncomingPhoneNumberAssignedAddOnExtension in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.incoming_phone_number_assigned_add_on_extension import IncomingPhoneNumberAssignedAddOnExtension

__all__ = ["SHAPE", "to_record"]


class IncomingPhoneNumberAssignedAddOnExtensionShape(Struct, gc=False):
    """IncomingPhoneNumberAssignedAddOnExtension as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    resource_sid: str | None | UnsetType = UNSET
    assigned_add_on_sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    product_name: str | None | UnsetType = UNSET
    unique_name: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    enabled: bool | None | UnsetType = UNSET


_Draft = draft_of(IncomingPhoneNumberAssignedAddOnExtension)


def to_record(shape: IncomingPhoneNumberAssignedAddOnExtensionShape) -> IncomingPhoneNumberAssignedAddOnExtension:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.resource_sid is not UNSET:
        record.resource_sid = shape.resource_sid
    if shape.assigned_add_on_sid is not UNSET:
        record.assigned_add_on_sid = shape.assigned_add_on_sid
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.product_name is not UNSET:
        record.product_name = shape.product_name
    if shape.unique_name is not UNSET:
        record.unique_name = shape.unique_name
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.enabled is not UNSET:
        record.enabled = shape.enabled
    record.__class__ = IncomingPhoneNumberAssignedAddOnExtension
    made: IncomingPhoneNumberAssignedAddOnExtension = record
    return made


SHAPE = IncomingPhoneNumberAssignedAddOnExtensionShape
