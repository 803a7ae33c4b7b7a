"""Stream: Create, Update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateStream",
    "CreateStreamRequest",
    "Stream",
    "StreamStatus",
    "StreamTrack",
    "StreamUpdateStatus",
    "UpdateStream",
    "UpdateStreamRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(
        ("MZ",),
        pattern="^(MZ[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z]([^A-Z/:][^/:]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/:][^/:]*)?)$",
    ),
}


class StreamTrack(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class StreamStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class StreamUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    STOPPED = "stopped"


@g.record
class Stream(g.Record):
    """One Stream."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    name: str | None = g.field("Name")
    status: StreamStatus | None = g.field("Status", g.EnumType(StreamStatus))
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Stream",
        service=SERVICE,
        item="Stream",
    )


@g.request
class CreateStreamRequest(g.Parameters):
    """What Create of Stream takes; None is not sent, an empty text is."""

    url: str = g.required("Url")
    name: str | None = g.optional("Name")
    track: StreamTrack | str | None = g.optional("Track", g.EnumType(StreamTrack))
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Parameter", g.PairsType(99))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Stream",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams",),
        keys=_KEYS,
        record=Stream,
        root="Stream",
        encoding="form",
        request_profile="profiles/Stream/CreateStream.request.xsd",
        response_profile="profiles/Stream/CreateStream.response.xsd",
    )


class CreateStream(g.Create[CreateStreamRequest, Stream]):
    """Create Stream: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams``."""

    spec: ClassVar[g.OperationSpec] = CreateStreamRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateStreamRequest

    def __call__(
        self,
        *,
        parent: str,
        url: str,
        name: str | None = None,
        track: StreamTrack | str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
    ) -> Stream:
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
        return self.run(
            CreateStreamRequest(
                url=url,
                name=name,
                track=track,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                parameter=parameter,
            ),
            parent,
        )


@g.request
class UpdateStreamRequest(g.Parameters):
    """What Update of Stream takes; None is not sent, an empty text is."""

    status: StreamUpdateStatus | str = g.required("Status", g.EnumType(StreamUpdateStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Stream",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams/{Sid}",),
        keys=_KEYS,
        record=Stream,
        root="Stream",
        encoding="form",
        request_profile="profiles/Stream/UpdateStream.request.xsd",
        response_profile="profiles/Stream/UpdateStream.response.xsd",
    )


class UpdateStream(g.Update[UpdateStreamRequest, Stream]):
    """Update Stream: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateStreamRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateStreamRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: StreamUpdateStatus | str,
    ) -> Stream:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateStreamRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Stream", ("Create", "Update"))
