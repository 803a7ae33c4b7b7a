"""RecordingAddOnResultPayloadData: Get.

The data of a payload lie at another address for a short time.

https://www.twilio.com/docs/voice/api/recording
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "GetRecordingAddOnResultPayloadData",
    "RecordingAddOnResultPayloadData",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ReferenceSid": g.Key(("RE",)),
    "AddOnResultSid": g.Key(("XR",)),
    "PayloadSid": g.Key(("XH",)),
}


@g.record
class RecordingAddOnResultPayloadData(g.Record):
    """One RecordingAddOnResultPayloadData.

    The data of a payload lie at another address for a short time.
    """

    redirect_to: str | None = g.field("RedirectTo")
    """The data can be fetched from this URL."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResultPayloadData",
        service=SERVICE,
        item="RecordingAddOnResultPayloadData",
        wire="twilio_ops._wire.recording_add_on_result_payload_data",
    )


class GetRecordingAddOnResultPayloadData(g.Get[RecordingAddOnResultPayloadData]):
    """Get RecordingAddOnResultPayloadData:
    ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{PayloadSid}/Data``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid:PayloadSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayloadData",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=(
            "/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{PayloadSid}/Data",
        ),
        keys=_KEYS,
        record=RecordingAddOnResultPayloadData,
        root="RecordingAddOnResultPayloadData",
        status=(307,),
        redirect="redirect_to",
        response_profile="profiles/RecordingAddOnResultPayloadData/GetRecordingAddOnResultPayloadData.response.xsd",
    )

    def __call__(self, sid: str, /) -> RecordingAddOnResultPayloadData:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ReferenceSid:AddOnResultSid:PayloadSid``.
        """
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResultPayloadData", ("Get",))
