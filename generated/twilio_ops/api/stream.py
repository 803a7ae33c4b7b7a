"""Stream: Create, Update.

A stream sends a call's audio to a WebSocket server.

https://www.twilio.com/docs/voice/api/stream-resource
"""

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
        ("MZ",), pattern="^(MZ[0-9a-fA-F]{32}|[^A-Z/][^/]*|[A-Z]([^A-Z/][^/]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/][^/]*)?)$"
    ),
}


class StreamTrack(g.OpenEnum):
    """Which side of a call is sent. Values not listed are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class StreamStatus(g.OpenEnum):
    """Whether audio is being sent. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class StreamUpdateStatus(g.OpenEnum):
    """How to end the sending. Values not listed are kept as they come."""

    STOPPED = "stopped"


@g.record
class Stream(g.Record):
    """One Stream.

    A stream sends a call's audio to a WebSocket server.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with MZ."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    name: str | None = g.field("Name")
    """This is the name given when it started."""
    status: StreamStatus | None = g.field("Status", g.EnumType(StreamStatus))
    """The record is at this stage."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Stream",
        service=SERVICE,
        item="Stream",
    )


@g.request
class CreateStreamRequest(g.Parameters):
    """What Create of Stream takes; None is not sent, an empty text is."""

    url: str = g.required("Url")
    """This WebSocket server takes the audio."""
    name: str | None = g.optional("Name")
    """This name stops the stream later, in place of the Sid."""
    track: StreamTrack | str | None = g.optional("Track", g.EnumType(StreamTrack))
    """The audio of this side of the call is taken, or of both."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Parameter", g.PairsType(99))
    """These named values go along to the receiver."""


class CreateStream(g.Create[CreateStreamRequest, Stream]):
    """Create Stream: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams``.

    A stream begins on a running call.

    Side effect: sends a call's audio to a server.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateStreamRequest

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
        """A stream begins on a running call.

        Side effect: sends a call's audio to a server.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            url: This WebSocket server takes the audio.
            name: This name stops the stream later, in place of the Sid.
            track: The audio of this side of the call is taken, or of both.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            parameter: These named values go along to the receiver.
        """
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
    """The stream stops."""


class UpdateStream(g.Update[UpdateStreamRequest, Stream]):
    """Update Stream: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams/{Sid}``.

    A stream stops.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateStreamRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: StreamUpdateStatus | str,
    ) -> Stream:
        """A stream stops.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
            status: The stream stops.
        """
        return self.run(
            sid,
            UpdateStreamRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Stream", ("Create", "Update"))
