"""Siprec: Create, Update.

A SIPREC session sends a call's audio to a partner that records it.

https://www.twilio.com/docs/voice/api/siprec-resource
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSiprec",
    "CreateSiprecRequest",
    "Siprec",
    "SiprecStatus",
    "SiprecTrack",
    "SiprecUpdateStatus",
    "UpdateSiprec",
    "UpdateSiprecRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(
        ("SR",), pattern="^(SR[0-9a-fA-F]{32}|[^A-Z/][^/]*|[A-Z]([^A-Z/][^/]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/][^/]*)?)$"
    ),
}


class SiprecTrack(g.OpenEnum):
    """Which side of a call is sent. Values not listed are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class SiprecStatus(g.OpenEnum):
    """Whether audio is being sent. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class SiprecUpdateStatus(g.OpenEnum):
    """How to end the sending. Values not listed are kept as they come."""

    STOPPED = "stopped"


@g.record
class Siprec(g.Record):
    """One Siprec.

    A SIPREC session sends a call's audio to a partner that records it.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SR."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    name: str | None = g.field("Name")
    """This is the name given when it started."""
    status: SiprecStatus | None = g.field("Status", g.EnumType(SiprecStatus))
    """The record is at this stage."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Siprec",
        service=SERVICE,
        item="Siprec",
    )


@g.request
class CreateSiprecRequest(g.Parameters):
    """What Create of Siprec takes; None is not sent, an empty text is."""

    name: str | None = g.optional("Name")
    """This name stops the session later, in place of the Sid."""
    connector_name: str | None = g.optional("ConnectorName")
    """This SIPREC connector takes the audio, by its unique name."""
    track: SiprecTrack | str | None = g.optional("Track", g.EnumType(SiprecTrack))
    """The audio of this side of the call is taken, or of both."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Parameter", g.PairsType(99))
    """These named values go along to the receiver."""


class CreateSiprec(g.Create[CreateSiprecRequest, Siprec]):
    """Create Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec``.

    A SIPREC session begins on a running call.

    Side effect: sends a call's audio to a recorder.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Siprec",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec",),
        keys=_KEYS,
        record=Siprec,
        root="Siprec",
        encoding="form",
        request_profile="profiles/Siprec/CreateSiprec.request.xsd",
        response_profile="profiles/Siprec/CreateSiprec.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSiprecRequest

    def __call__(
        self,
        *,
        parent: str,
        name: str | None = None,
        connector_name: str | None = None,
        track: SiprecTrack | str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = None,
    ) -> Siprec:
        """A SIPREC session begins on a running call.

        Side effect: sends a call's audio to a recorder.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            name: This name stops the session later, in place of the Sid.
            connector_name: This SIPREC connector takes the audio, by its unique name.
            track: The audio of this side of the call is taken, or of both.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            parameter: These named values go along to the receiver.
        """
        return self.run(
            CreateSiprecRequest(
                name=name,
                connector_name=connector_name,
                track=track,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                parameter=parameter,
            ),
            parent,
        )


@g.request
class UpdateSiprecRequest(g.Parameters):
    """What Update of Siprec takes; None is not sent, an empty text is."""

    status: SiprecUpdateStatus | str = g.required("Status", g.EnumType(SiprecUpdateStatus))
    """The session stops."""


class UpdateSiprec(g.Update[UpdateSiprecRequest, Siprec]):
    """Update Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}``.

    A SIPREC session stops.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Siprec",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}",),
        keys=_KEYS,
        record=Siprec,
        root="Siprec",
        encoding="form",
        request_profile="profiles/Siprec/UpdateSiprec.request.xsd",
        response_profile="profiles/Siprec/UpdateSiprec.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateSiprecRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: SiprecUpdateStatus | str,
    ) -> Siprec:
        """A SIPREC session stops.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
            status: The session stops.
        """
        return self.run(
            sid,
            UpdateSiprecRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Siprec", ("Create", "Update"))
