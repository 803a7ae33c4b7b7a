"""Label: Get."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_ops._service import SERVICE

__all__ = [
    "GetLabel",
    "Label",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "ParcelSid": g.Key(("PC",)),
}


@g.record
class Label(g.Record):
    """One Label."""

    picture: str | None = g.field("Picture")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Label",
        service=SERVICE,
        item="Label",
        wire="acme_ops._wire.label",
    )


class GetLabel(g.Get[Label]):
    """Get Label: ``GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Label``.

    Takes ``[OfficeSid:]ParcelSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Label",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Label",),
        keys=_KEYS,
        record=Label,
        root="Label",
        status=(307,),
        redirect="picture",
        response_profile="profiles/Label/GetLabel.response.xsd",
    )

    def __call__(self, sid: str, /) -> Label:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[OfficeSid:]ParcelSid``.
        """
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Label", ("Get",))
