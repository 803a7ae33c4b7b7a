"""ConferenceParticipant: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "ConferenceParticipant",
    "ConferenceParticipantConferenceRecord",
    "ConferenceParticipantRecordingChannels",
    "ConferenceParticipantStatus",
    "CreateConferenceParticipant",
    "CreateConferenceParticipantRequest",
    "DeleteConferenceParticipant",
    "GetConferenceParticipant",
    "QueryConferenceParticipant",
    "UpdateConferenceParticipant",
    "UpdateConferenceParticipantRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ConferenceSid": g.Key(
        ("CF",),
        pattern="^(CF[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z]([^A-Z/:][^/:]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/:][^/:]*)?)$",
    ),
    "CallSid": g.Key(
        ("CA",),
        pattern="^(CA[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z]([^A-Z/:][^/:]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/:][^/:]*)?)$",
    ),
}


class ConferenceParticipantStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    RINGING = "ringing"
    CONNECTED = "connected"
    COMPLETE = "complete"
    FAILED = "failed"


class ConferenceParticipantConferenceRecord(g.OpenEnum):
    """The values known; others are kept as they come."""

    TRUE = "true"
    FALSE = "false"
    RECORD_FROM_START = "record-from-start"
    DO_NOT_RECORD = "do-not-record"


class ConferenceParticipantRecordingChannels(g.OpenEnum):
    """The values known; others are kept as they come."""

    MONO = "mono"
    DUAL = "dual"


@g.record
class ConferenceParticipant(g.Record):
    """One ConferenceParticipant; the service calls it Participant."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    label: str | None = g.field("Label")
    call_sid_to_coach: Sid | None = g.field("CallSidToCoach", g.SID)
    coaching: bool | None = g.field("Coaching", g.BOOLEAN)
    conference_sid: Sid | None = g.field("ConferenceSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    end_conference_on_exit: bool | None = g.field("EndConferenceOnExit", g.BOOLEAN)
    muted: bool | None = g.field("Muted", g.BOOLEAN)
    hold: bool | None = g.field("Hold", g.BOOLEAN)
    start_conference_on_enter: bool | None = g.field("StartConferenceOnEnter", g.BOOLEAN)
    status: ConferenceParticipantStatus | None = g.field("Status", g.EnumType(ConferenceParticipantStatus))
    queue_time: int | None = g.field("QueueTime", g.INTEGER)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceParticipant",
        service=SERVICE,
        item="Participant",
        list="Participants",
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
        keys=_KEYS,
        record=ConferenceParticipant,
        root="Participant",
        response_profile="profiles/ConferenceParticipant/GetConferenceParticipant.response.xsd",
    )

    def __call__(self, sid: str, /) -> ConferenceParticipant:
        """The one record of a Sid."""
        return self.run(sid)


class QueryConferenceParticipant(g.Query[ConferenceParticipant]):
    """Query ConferenceParticipant: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``.

    Takes ``[AccountSid:]ConferenceSid``.
    """

    muted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Muted", g.BOOLEAN)
    hold: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Hold", g.BOOLEAN)
    coaching: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Coaching", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants",),
        keys=_KEYS,
        record=ConferenceParticipant,
        root="Participant",
        cardinality="many",
        json_list="participants",
        paging="uris",
        response_profile="profiles/ConferenceParticipant/QueryConferenceParticipant.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[ConferenceParticipant]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateConferenceParticipantRequest(g.Parameters):
    """What Create of ConferenceParticipant takes; None is not sent, an empty text is."""

    from_: str = g.required("From")
    to: str = g.required("To")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    status_callback_event: Sequence[str] | None = g.optional("StatusCallbackEvent", repeated=True)
    label: str | None = g.optional("Label")
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    record: bool | None = g.optional("Record", g.BOOLEAN)
    muted: bool | None = g.optional("Muted", g.BOOLEAN)
    beep: str | None = g.optional("Beep")
    start_conference_on_enter: bool | None = g.optional("StartConferenceOnEnter", g.BOOLEAN)
    end_conference_on_exit: bool | None = g.optional("EndConferenceOnExit", g.BOOLEAN)
    wait_url: str | None = g.optional("WaitUrl")
    wait_method: str | None = g.optional("WaitMethod")
    early_media: bool | None = g.optional("EarlyMedia", g.BOOLEAN)
    max_participants: int | None = g.optional("MaxParticipants", g.IntegerType(2, 250))
    conference_record: ConferenceParticipantConferenceRecord | str | None = g.optional(
        "ConferenceRecord", g.EnumType(ConferenceParticipantConferenceRecord)
    )
    conference_trim: str | None = g.optional("ConferenceTrim")
    conference_status_callback: str | None = g.optional("ConferenceStatusCallback")
    conference_status_callback_method: str | None = g.optional("ConferenceStatusCallbackMethod")
    conference_status_callback_event: Sequence[str] | None = g.optional("ConferenceStatusCallbackEvent", repeated=True)
    recording_channels: ConferenceParticipantRecordingChannels | str | None = g.optional(
        "RecordingChannels", g.EnumType(ConferenceParticipantRecordingChannels)
    )
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    sip_auth_username: str | None = g.optional("SipAuthUsername")
    sip_auth_password: str | None = g.optional("SipAuthPassword", secret=True)
    region: str | None = g.optional("Region")
    conference_recording_status_callback: str | None = g.optional("ConferenceRecordingStatusCallback")
    conference_recording_status_callback_method: str | None = g.optional("ConferenceRecordingStatusCallbackMethod")
    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    conference_recording_status_callback_event: Sequence[str] | None = g.optional(
        "ConferenceRecordingStatusCallbackEvent", repeated=True
    )
    coaching: bool | None = g.optional("Coaching", g.BOOLEAN)
    call_sid_to_coach: str | None = g.optional("CallSidToCoach", g.SidType("CA"))
    jitter_buffer_size: str | None = g.optional("JitterBufferSize")
    byoc: str | None = g.optional("Byoc", g.SidType("BY"))
    caller_id: str | None = g.optional("CallerId")
    call_reason: str | None = g.optional("CallReason")
    recording_track: str | None = g.optional("RecordingTrack")
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    machine_detection: str | None = g.optional("MachineDetection")
    machine_detection_timeout: int | None = g.optional("MachineDetectionTimeout", g.INTEGER)
    machine_detection_speech_threshold: int | None = g.optional("MachineDetectionSpeechThreshold", g.INTEGER)
    machine_detection_speech_end_threshold: int | None = g.optional("MachineDetectionSpeechEndThreshold", g.INTEGER)
    machine_detection_silence_timeout: int | None = g.optional("MachineDetectionSilenceTimeout", g.INTEGER)
    amd_status_callback: str | None = g.optional("AmdStatusCallback")
    amd_status_callback_method: str | None = g.optional("AmdStatusCallbackMethod")
    trim: str | None = g.optional("Trim")
    call_token: str | None = g.optional("CallToken", secret=True)
    client_notification_url: str | None = g.optional("ClientNotificationUrl")
    caller_display_name: str | None = g.optional("CallerDisplayName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants",),
        keys=_KEYS,
        record=ConferenceParticipant,
        root="Participant",
        status=(201,),
        encoding="form",
        request_profile="profiles/ConferenceParticipant/CreateConferenceParticipant.request.xsd",
        response_profile="profiles/ConferenceParticipant/CreateConferenceParticipant.response.xsd",
    )


class CreateConferenceParticipant(g.Create[CreateConferenceParticipantRequest, ConferenceParticipant]):
    """Create ConferenceParticipant: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``."""

    spec: ClassVar[g.OperationSpec] = CreateConferenceParticipantRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateConferenceParticipantRequest

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
        conference_record: ConferenceParticipantConferenceRecord | str | None = None,
        conference_trim: str | None = None,
        conference_status_callback: str | None = None,
        conference_status_callback_method: str | None = None,
        conference_status_callback_event: Sequence[str] | None = None,
        recording_channels: ConferenceParticipantRecordingChannels | str | None = None,
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


@g.request
class UpdateConferenceParticipantRequest(g.Parameters):
    """What Update of ConferenceParticipant takes; None is not sent, an empty text is."""

    muted: bool | None = g.optional("Muted", g.BOOLEAN)
    hold: bool | None = g.optional("Hold", g.BOOLEAN)
    hold_url: str | None = g.optional("HoldUrl")
    hold_method: str | None = g.optional("HoldMethod")
    announce_url: str | None = g.optional("AnnounceUrl")
    announce_method: str | None = g.optional("AnnounceMethod")
    wait_url: str | None = g.optional("WaitUrl")
    wait_method: str | None = g.optional("WaitMethod")
    beep_on_exit: bool | None = g.optional("BeepOnExit", g.BOOLEAN)
    end_conference_on_exit: bool | None = g.optional("EndConferenceOnExit", g.BOOLEAN)
    coaching: bool | None = g.optional("Coaching", g.BOOLEAN)
    call_sid_to_coach: str | None = g.optional("CallSidToCoach", g.SidType("CA"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}",),
        keys=_KEYS,
        record=ConferenceParticipant,
        root="Participant",
        encoding="form",
        request_profile="profiles/ConferenceParticipant/UpdateConferenceParticipant.request.xsd",
        response_profile="profiles/ConferenceParticipant/UpdateConferenceParticipant.response.xsd",
    )


class UpdateConferenceParticipant(g.Update[UpdateConferenceParticipantRequest, ConferenceParticipant]):
    """Update ConferenceParticipant:
    ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceParticipantRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateConferenceParticipantRequest

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
    """Delete ConferenceParticipant:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceParticipant",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}",),
        keys=_KEYS,
        root="Participant",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConferenceParticipant/DeleteConferenceParticipant.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(
        __name__, "ConferenceParticipant", ("Get", "Query", "Create", "Update", "Delete"), ("Participant",)
    )
