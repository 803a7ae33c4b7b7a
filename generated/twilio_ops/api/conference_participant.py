"""ConferenceParticipant: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "ConferenceParticipant",
    "ConferenceParticipantStatus",
    "CreateConferenceParticipant",
    "CreateConferenceParticipantRequest",
    "DeleteConferenceParticipant",
    "GetConferenceParticipant",
    "QueryConferenceParticipant",
    "UpdateConferenceParticipant",
    "UpdateConferenceParticipantRequest",
]


class ConferenceParticipantStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    RINGING = "ringing"
    CONNECTED = "connected"
    COMPLETE = "complete"
    FAILED = "failed"


@frozen(kw_only=True, repr=False, eq=False)
class ConferenceParticipant(g.Record):
    """One ConferenceParticipant; the service calls it Participant."""

    account_sid: Sid | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    label: str | None = g.UNSET
    call_sid_to_coach: Sid | None = g.UNSET
    coaching: bool | None = g.UNSET
    conference_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    end_conference_on_exit: bool | None = g.UNSET
    muted: bool | None = g.UNSET
    hold: bool | None = g.UNSET
    start_conference_on_enter: bool | None = g.UNSET
    status: ConferenceParticipantStatus | None = g.UNSET
    queue_time: int | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceParticipant",
        service=SERVICE,
        item="Participant",
        list="Participants",
        json_list="participants",
        wire="twilio_ops._wire.conference_participant",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("label", "Label", g.TEXT),
            g.FieldSpec("call_sid_to_coach", "CallSidToCoach", g.SID),
            g.FieldSpec("coaching", "Coaching", g.BOOLEAN),
            g.FieldSpec("conference_sid", "ConferenceSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("end_conference_on_exit", "EndConferenceOnExit", g.BOOLEAN),
            g.FieldSpec("muted", "Muted", g.BOOLEAN),
            g.FieldSpec("hold", "Hold", g.BOOLEAN),
            g.FieldSpec("start_conference_on_enter", "StartConferenceOnEnter", g.BOOLEAN),
            g.FieldSpec("status", "Status", g.EnumKind(ConferenceParticipantStatus)),
            g.FieldSpec("queue_time", "QueueTime", g.INTEGER),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetConferenceParticipant(g.Get[ConferenceParticipant]):
    """Get ConferenceParticipant: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(
                ("CF",), pattern="^(CF[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
            "CallSid": g.Key(
                ("CA",), pattern="^(CA[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=ConferenceParticipant,
        root="Participant",
        response_profile="profiles/ConferenceParticipant/GetConferenceParticipant.response.xsd",
    )


class QueryConferenceParticipant(g.Query[ConferenceParticipant]):
    """Query ConferenceParticipant: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``."""

    muted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Muted", g.BOOLEAN)
    hold: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Hold", g.BOOLEAN)
    coaching: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Coaching", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(
                ("CF",), pattern="^(CF[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=ConferenceParticipant,
        root="Participant",
        cardinality="many",
        paging="uris",
        response_profile="profiles/ConferenceParticipant/QueryConferenceParticipant.response.xsd",
    )


@frozen(kw_only=True)
class CreateConferenceParticipantRequest(g.ActionRequest):
    """What Create of ConferenceParticipant takes; None is not sent, an empty text is."""

    from_: str
    to: str
    status_callback: str | None = None
    status_callback_method: str | None = None
    status_callback_event: Sequence[str] | None = None
    label: str | None = None
    timeout: int | None = None
    record: bool | None = None
    muted: bool | None = None
    beep: str | None = None
    start_conference_on_enter: bool | None = None
    end_conference_on_exit: bool | None = None
    wait_url: str | None = None
    wait_method: str | None = None
    early_media: bool | None = None
    max_participants: int | None = None
    conference_record: str | None = None
    conference_trim: str | None = None
    conference_status_callback: str | None = None
    conference_status_callback_method: str | None = None
    conference_status_callback_event: Sequence[str] | None = None
    recording_channels: str | None = None
    recording_status_callback: str | None = None
    recording_status_callback_method: str | None = None
    sip_auth_username: str | None = None
    sip_auth_password: str | None = None
    region: str | None = None
    conference_recording_status_callback: str | None = None
    conference_recording_status_callback_method: str | None = None
    recording_status_callback_event: Sequence[str] | None = None
    conference_recording_status_callback_event: Sequence[str] | None = None
    coaching: bool | None = None
    call_sid_to_coach: str | None = None
    jitter_buffer_size: str | None = None
    byoc: str | None = None
    caller_id: str | None = None
    call_reason: str | None = None
    recording_track: str | None = None
    time_limit: int | None = None
    machine_detection: str | None = None
    machine_detection_timeout: int | None = None
    machine_detection_speech_threshold: int | None = None
    machine_detection_speech_end_threshold: int | None = None
    machine_detection_silence_timeout: int | None = None
    amd_status_callback: str | None = None
    amd_status_callback_method: str | None = None
    trim: str | None = None
    call_token: str | None = None
    client_notification_url: str | None = None
    caller_display_name: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(
                ("CF",), pattern="^(CF[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=ConferenceParticipant,
        root="Participant",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("from_", "From", g.TEXT, required=True),
            g.ParameterSpec("to", "To", g.TEXT, required=True),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("status_callback_event", "StatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec("label", "Label", g.TEXT),
            g.ParameterSpec("timeout", "Timeout", g.INTEGER),
            g.ParameterSpec("record", "Record", g.BOOLEAN),
            g.ParameterSpec("muted", "Muted", g.BOOLEAN),
            g.ParameterSpec("beep", "Beep", g.TEXT),
            g.ParameterSpec("start_conference_on_enter", "StartConferenceOnEnter", g.BOOLEAN),
            g.ParameterSpec("end_conference_on_exit", "EndConferenceOnExit", g.BOOLEAN),
            g.ParameterSpec("wait_url", "WaitUrl", g.TEXT),
            g.ParameterSpec("wait_method", "WaitMethod", g.TEXT),
            g.ParameterSpec("early_media", "EarlyMedia", g.BOOLEAN),
            g.ParameterSpec("max_participants", "MaxParticipants", g.INTEGER),
            g.ParameterSpec("conference_record", "ConferenceRecord", g.TEXT),
            g.ParameterSpec("conference_trim", "ConferenceTrim", g.TEXT),
            g.ParameterSpec("conference_status_callback", "ConferenceStatusCallback", g.TEXT),
            g.ParameterSpec("conference_status_callback_method", "ConferenceStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("conference_status_callback_event", "ConferenceStatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec("recording_channels", "RecordingChannels", g.TEXT),
            g.ParameterSpec("recording_status_callback", "RecordingStatusCallback", g.TEXT),
            g.ParameterSpec("recording_status_callback_method", "RecordingStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("sip_auth_username", "SipAuthUsername", g.TEXT),
            g.ParameterSpec("sip_auth_password", "SipAuthPassword", g.TEXT),
            g.ParameterSpec("region", "Region", g.TEXT),
            g.ParameterSpec("conference_recording_status_callback", "ConferenceRecordingStatusCallback", g.TEXT),
            g.ParameterSpec("conference_recording_status_callback_method", "ConferenceRecordingStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("recording_status_callback_event", "RecordingStatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec(
                "conference_recording_status_callback_event", "ConferenceRecordingStatusCallbackEvent", g.TEXT, repeated=True
            ),
            g.ParameterSpec("coaching", "Coaching", g.BOOLEAN),
            g.ParameterSpec("call_sid_to_coach", "CallSidToCoach", g.SidKind("CA")),
            g.ParameterSpec("jitter_buffer_size", "JitterBufferSize", g.TEXT),
            g.ParameterSpec("byoc", "Byoc", g.SidKind("BY")),
            g.ParameterSpec("caller_id", "CallerId", g.TEXT),
            g.ParameterSpec("call_reason", "CallReason", g.TEXT),
            g.ParameterSpec("recording_track", "RecordingTrack", g.TEXT),
            g.ParameterSpec("time_limit", "TimeLimit", g.INTEGER),
            g.ParameterSpec("machine_detection", "MachineDetection", g.TEXT),
            g.ParameterSpec("machine_detection_timeout", "MachineDetectionTimeout", g.INTEGER),
            g.ParameterSpec("machine_detection_speech_threshold", "MachineDetectionSpeechThreshold", g.INTEGER),
            g.ParameterSpec("machine_detection_speech_end_threshold", "MachineDetectionSpeechEndThreshold", g.INTEGER),
            g.ParameterSpec("machine_detection_silence_timeout", "MachineDetectionSilenceTimeout", g.INTEGER),
            g.ParameterSpec("amd_status_callback", "AmdStatusCallback", g.TEXT),
            g.ParameterSpec("amd_status_callback_method", "AmdStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("trim", "Trim", g.TEXT),
            g.ParameterSpec("call_token", "CallToken", g.TEXT),
            g.ParameterSpec("client_notification_url", "ClientNotificationUrl", g.TEXT),
            g.ParameterSpec("caller_display_name", "CallerDisplayName", g.TEXT),
        ),
        request_profile="profiles/ConferenceParticipant/CreateConferenceParticipant.request.xsd",
        response_profile="profiles/ConferenceParticipant/CreateConferenceParticipant.response.xsd",
    )


class CreateConferenceParticipant(g.Create[CreateConferenceParticipantRequest, ConferenceParticipant]):
    """Create ConferenceParticipant: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``."""

    spec: ClassVar[g.OperationSpec] = CreateConferenceParticipantRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateConferenceParticipantRequest

    def __call__(
        self,
        *,
        parent: str,
        from_: str,
        to: str,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        status_callback_event: Sequence[str] | None = None,
        label: str | None = None,
        timeout: int | None = None,
        record: bool | None = None,
        muted: bool | None = None,
        beep: str | None = None,
        start_conference_on_enter: bool | None = None,
        end_conference_on_exit: bool | None = None,
        wait_url: str | None = None,
        wait_method: str | None = None,
        early_media: bool | None = None,
        max_participants: int | None = None,
        conference_record: str | None = None,
        conference_trim: str | None = None,
        conference_status_callback: str | None = None,
        conference_status_callback_method: str | None = None,
        conference_status_callback_event: Sequence[str] | None = None,
        recording_channels: str | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        sip_auth_username: str | None = None,
        sip_auth_password: str | None = None,
        region: str | None = None,
        conference_recording_status_callback: str | None = None,
        conference_recording_status_callback_method: str | None = None,
        recording_status_callback_event: Sequence[str] | None = None,
        conference_recording_status_callback_event: Sequence[str] | None = None,
        coaching: bool | None = None,
        call_sid_to_coach: str | None = None,
        jitter_buffer_size: str | None = None,
        byoc: str | None = None,
        caller_id: str | None = None,
        call_reason: str | None = None,
        recording_track: str | None = None,
        time_limit: int | None = None,
        machine_detection: str | None = None,
        machine_detection_timeout: int | None = None,
        machine_detection_speech_threshold: int | None = None,
        machine_detection_speech_end_threshold: int | None = None,
        machine_detection_silence_timeout: int | None = None,
        amd_status_callback: str | None = None,
        amd_status_callback_method: str | None = None,
        trim: str | None = None,
        call_token: str | None = None,
        client_notification_url: str | None = None,
        caller_display_name: str | None = None,
    ) -> ConferenceParticipant:
        """Create one; ``parent`` is ``[AccountSid:]ConferenceSid``."""
        return self.run(
            CreateConferenceParticipantRequest(
                from_=from_,
                to=to,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                status_callback_event=status_callback_event,
                label=label,
                timeout=timeout,
                record=record,
                muted=muted,
                beep=beep,
                start_conference_on_enter=start_conference_on_enter,
                end_conference_on_exit=end_conference_on_exit,
                wait_url=wait_url,
                wait_method=wait_method,
                early_media=early_media,
                max_participants=max_participants,
                conference_record=conference_record,
                conference_trim=conference_trim,
                conference_status_callback=conference_status_callback,
                conference_status_callback_method=conference_status_callback_method,
                conference_status_callback_event=conference_status_callback_event,
                recording_channels=recording_channels,
                recording_status_callback=recording_status_callback,
                recording_status_callback_method=recording_status_callback_method,
                sip_auth_username=sip_auth_username,
                sip_auth_password=sip_auth_password,
                region=region,
                conference_recording_status_callback=conference_recording_status_callback,
                conference_recording_status_callback_method=conference_recording_status_callback_method,
                recording_status_callback_event=recording_status_callback_event,
                conference_recording_status_callback_event=conference_recording_status_callback_event,
                coaching=coaching,
                call_sid_to_coach=call_sid_to_coach,
                jitter_buffer_size=jitter_buffer_size,
                byoc=byoc,
                caller_id=caller_id,
                call_reason=call_reason,
                recording_track=recording_track,
                time_limit=time_limit,
                machine_detection=machine_detection,
                machine_detection_timeout=machine_detection_timeout,
                machine_detection_speech_threshold=machine_detection_speech_threshold,
                machine_detection_speech_end_threshold=machine_detection_speech_end_threshold,
                machine_detection_silence_timeout=machine_detection_silence_timeout,
                amd_status_callback=amd_status_callback,
                amd_status_callback_method=amd_status_callback_method,
                trim=trim,
                call_token=call_token,
                client_notification_url=client_notification_url,
                caller_display_name=caller_display_name,
            ),
            parent,
        )


@frozen(kw_only=True)
class UpdateConferenceParticipantRequest(g.ActionRequest):
    """What Update of ConferenceParticipant takes; None is not sent, an empty text is."""

    muted: bool | None = None
    hold: bool | None = None
    hold_url: str | None = None
    hold_method: str | None = None
    announce_url: str | None = None
    announce_method: str | None = None
    wait_url: str | None = None
    wait_method: str | None = None
    beep_on_exit: bool | None = None
    end_conference_on_exit: bool | None = None
    coaching: bool | None = None
    call_sid_to_coach: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(
                ("CF",), pattern="^(CF[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
            "CallSid": g.Key(
                ("CA",), pattern="^(CA[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=ConferenceParticipant,
        root="Participant",
        encoding="form",
        parameters=(
            g.ParameterSpec("muted", "Muted", g.BOOLEAN),
            g.ParameterSpec("hold", "Hold", g.BOOLEAN),
            g.ParameterSpec("hold_url", "HoldUrl", g.TEXT),
            g.ParameterSpec("hold_method", "HoldMethod", g.TEXT),
            g.ParameterSpec("announce_url", "AnnounceUrl", g.TEXT),
            g.ParameterSpec("announce_method", "AnnounceMethod", g.TEXT),
            g.ParameterSpec("wait_url", "WaitUrl", g.TEXT),
            g.ParameterSpec("wait_method", "WaitMethod", g.TEXT),
            g.ParameterSpec("beep_on_exit", "BeepOnExit", g.BOOLEAN),
            g.ParameterSpec("end_conference_on_exit", "EndConferenceOnExit", g.BOOLEAN),
            g.ParameterSpec("coaching", "Coaching", g.BOOLEAN),
            g.ParameterSpec("call_sid_to_coach", "CallSidToCoach", g.SidKind("CA")),
        ),
        request_profile="profiles/ConferenceParticipant/UpdateConferenceParticipant.request.xsd",
        response_profile="profiles/ConferenceParticipant/UpdateConferenceParticipant.response.xsd",
    )


class UpdateConferenceParticipant(g.Update[UpdateConferenceParticipantRequest, ConferenceParticipant]):
    """Update ConferenceParticipant: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceParticipantRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateConferenceParticipantRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        muted: bool | None = None,
        hold: bool | None = None,
        hold_url: str | None = None,
        hold_method: str | None = None,
        announce_url: str | None = None,
        announce_method: str | None = None,
        wait_url: str | None = None,
        wait_method: str | None = None,
        beep_on_exit: bool | None = None,
        end_conference_on_exit: bool | None = None,
        coaching: bool | None = None,
        call_sid_to_coach: str | None = None,
    ) -> ConferenceParticipant:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateConferenceParticipantRequest(
                muted=muted,
                hold=hold,
                hold_url=hold_url,
                hold_method=hold_method,
                announce_url=announce_url,
                announce_method=announce_method,
                wait_url=wait_url,
                wait_method=wait_method,
                beep_on_exit=beep_on_exit,
                end_conference_on_exit=end_conference_on_exit,
                coaching=coaching,
                call_sid_to_coach=call_sid_to_coach,
            ),
        )


class DeleteConferenceParticipant(g.Delete):
    """Delete ConferenceParticipant: ``DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(
                ("CF",), pattern="^(CF[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
            "CallSid": g.Key(
                ("CA",), pattern="^(CA[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        root="Participant",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConferenceParticipant/DeleteConferenceParticipant.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConferenceParticipant", ("Get", "Query", "Create", "Update", "Delete"))
