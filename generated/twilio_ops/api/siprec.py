"""Siprec: Create, Update."""

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
        ("SR",),
        pattern="^(SR[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z]([^A-Z/:][^/:]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/:][^/:]*)?)$",
    ),
}


class SiprecTrack(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class SiprecStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class SiprecUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    STOPPED = "stopped"


@g.record
class Siprec(g.Record):
    """One Siprec."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    name: str | None = g.field("Name")
    status: SiprecStatus | None = g.field("Status", g.EnumType(SiprecStatus))
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Siprec",
        service=SERVICE,
        item="Siprec",
    )


@g.request
class CreateSiprecRequest(g.Parameters):
    """What Create of Siprec takes; None is not sent, an empty text is."""

    name: str | None = g.optional("Name")
    connector_name: str | None = g.optional("ConnectorName")
    track: SiprecTrack | str | None = g.optional("Track", g.EnumType(SiprecTrack))
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = g.optional("Parameter", g.PairsType(99))
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


class CreateSiprec(g.Create[CreateSiprecRequest, Siprec]):
    """Create Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec``."""

    spec: ClassVar[g.OperationSpec] = CreateSiprecRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSiprecRequest

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
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
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


class UpdateSiprec(g.Update[UpdateSiprecRequest, Siprec]):
    """Update Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSiprecRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSiprecRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: SiprecUpdateStatus | str,
    ) -> Siprec:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSiprecRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Siprec", ("Create", "Update"))
