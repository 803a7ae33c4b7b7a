"""Siprec: Create, Update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class Siprec(g.Record):
    """One Siprec."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    name: str | None = g.UNSET
    status: SiprecStatus | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Siprec",
        service=SERVICE,
        item="Siprec",
        wire="twilio_ops._wire.siprec",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("name", "Name", g.TEXT),
            g.FieldSpec("status", "Status", g.EnumKind(SiprecStatus)),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


@frozen(kw_only=True)
class CreateSiprecRequest(g.ActionRequest):
    """What Create of Siprec takes; None is not sent, an empty text is."""

    name: str | None = None
    connector_name: str | None = None
    track: SiprecTrack | str | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    parameter: Mapping[str, str] | Sequence[tuple[str, str]] | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Siprec",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=Siprec,
        root="Siprec",
        encoding="form",
        parameters=(
            g.ParameterSpec("name", "Name", g.TEXT),
            g.ParameterSpec("connector_name", "ConnectorName", g.TEXT),
            g.ParameterSpec("track", "Track", g.EnumKind(SiprecTrack)),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("parameter", "Parameter", g.PairsKind(99)),
        ),
        request_profile="profiles/Siprec/CreateSiprec.request.xsd",
        response_profile="profiles/Siprec/CreateSiprec.response.xsd",
    )


class CreateSiprec(g.Create[CreateSiprecRequest, Siprec]):
    """Create Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec``."""

    spec: ClassVar[g.OperationSpec] = CreateSiprecRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSiprecRequest

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


@frozen(kw_only=True)
class UpdateSiprecRequest(g.ActionRequest):
    """What Update of Siprec takes; None is not sent, an empty text is."""

    status: SiprecUpdateStatus | str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Siprec",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(
                ("SR",), pattern="^(SR[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=Siprec,
        root="Siprec",
        encoding="form",
        parameters=(g.ParameterSpec("status", "Status", g.EnumKind(SiprecUpdateStatus), required=True),),
        request_profile="profiles/Siprec/UpdateSiprec.request.xsd",
        response_profile="profiles/Siprec/UpdateSiprec.response.xsd",
    )


class UpdateSiprec(g.Update[UpdateSiprecRequest, Siprec]):
    """Update Siprec: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSiprecRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateSiprecRequest

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
