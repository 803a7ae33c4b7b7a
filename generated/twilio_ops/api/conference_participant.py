"""ConferenceParticipant: Get, Query, Create, Update, Delete.

A participant is one call in a conference.

https://www.twilio.com/docs/voice/api/conference-participant-resource
"""

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
        ("CF",), pattern="^(CF[0-9a-fA-F]{32}|[^A-Z/][^/]*|[A-Z]([^A-Z/][^/]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/][^/]*)?)$"
    ),
    "CallSid": g.Key(
        ("CA",), pattern="^(CA[0-9a-fA-F]{32}|[^A-Z/][^/]*|[A-Z]([^A-Z/][^/]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/][^/]*)?)$"
    ),
}


class ConferenceParticipantStatus(g.OpenEnum):
    """How far a participant's call is. Values not listed are kept as they come."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    RINGING = "ringing"
    CONNECTED = "connected"
    COMPLETE = "complete"
    FAILED = "failed"


class ConferenceParticipantConferenceRecord(g.OpenEnum):
    """Whether a conference is recorded. Values not listed are kept as they come."""

    TRUE = "true"
    FALSE = "false"
    RECORD_FROM_START = "record-from-start"
    DO_NOT_RECORD = "do-not-record"


class ConferenceParticipantRecordingChannels(g.OpenEnum):
    """How the parties of a call lie on the channels of its recording. Values not listed are kept as
    they come."""

    MONO = "mono"
    """Both share one channel."""
    DUAL = "dual"
    """Each has a channel of its own."""


@g.record
class ConferenceParticipant(g.Record):
    """One ConferenceParticipant; the service calls it Participant.

    A participant is one call in a conference.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    label: str | None = g.field("Label")
    """This label tells the participant from the others."""
    call_sid_to_coach: Sid | None = g.field("CallSidToCoach", g.SID)
    """The participant coaches this call, whose caller alone hears it. A Sid that begins with CA."""
    coaching: bool | None = g.field("Coaching", g.BOOLEAN)
    """The participant coaches another one."""
    conference_sid: Sid | None = g.field("ConferenceSid", g.SID)
    """The record belongs to this conference. A Sid that begins with CF."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    end_conference_on_exit: bool | None = g.field("EndConferenceOnExit", g.BOOLEAN)
    """The participant's leaving ends the conference."""
    muted: bool | None = g.field("Muted", g.BOOLEAN)
    """Nobody hears the participant."""
    hold: bool | None = g.field("Hold", g.BOOLEAN)
    """The participant hears music in place of the others."""
    start_conference_on_enter: bool | None = g.field("StartConferenceOnEnter", g.BOOLEAN)
    """The conference begins when the participant joins."""
    status: ConferenceParticipantStatus | None = g.field("Status", g.EnumType(ConferenceParticipantStatus))
    """The record is at this stage."""
    queue_time: int | None = g.field("QueueTime", g.INTEGER)
    """The participant waits this many milliseconds before Twilio calls."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceParticipant",
        service=SERVICE,
        item="Participant",
        list="Participants",
    )


class GetConferenceParticipant(g.Get[ConferenceParticipant]):
    """Get ConferenceParticipant: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:CallSid``.
        """
        return self.run(sid)


class QueryConferenceParticipant(g.Query[ConferenceParticipant]):
    """Query ConferenceParticipant: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]ConferenceSid``.
    """

    muted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Muted", g.BOOLEAN)
    """Only participants that are muted match, or only those that are not."""
    hold: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Hold", g.BOOLEAN)
    """Only participants on hold match, or only those that are not."""
    coaching: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Coaching", g.BOOLEAN)
    """Only participants that coach match, or only those that do not."""
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
        max_page_size=1000,
        response_profile="profiles/ConferenceParticipant/QueryConferenceParticipant.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[ConferenceParticipant]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ConferenceSid``.
        """
        return self.run(parent)


@g.request
class CreateConferenceParticipantRequest(g.Parameters):
    """What Create of ConferenceParticipant takes; None is not sent, an empty text is."""

    from_: str = g.required("From")
    """The participant sees this number or client as the caller."""
    to: str = g.required("To")
    """Twilio calls this number, client or SIP address into the conference."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    status_callback_event: Sequence[str] | None = g.optional("StatusCallbackEvent", repeated=True)
    """Twilio reports these events to the status callback."""
    label: str | None = g.optional("Label")
    """This label can stand for the call's Sid later."""
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    """Twilio lets the phone ring this many seconds."""
    record: bool | None = g.optional("Record", g.BOOLEAN)
    """The call is recorded if this is true."""
    muted: bool | None = g.optional("Muted", g.BOOLEAN)
    """Nobody hears the participant."""
    beep: str | None = g.optional("Beep")
    """The others hear a beep when the participant joins, leaves, or both."""
    start_conference_on_enter: bool | None = g.optional("StartConferenceOnEnter", g.BOOLEAN)
    """The conference begins when the participant joins, unless this is false."""
    end_conference_on_exit: bool | None = g.optional("EndConferenceOnExit", g.BOOLEAN)
    """The participant's leaving ends the conference if this is true."""
    wait_url: str | None = g.optional("WaitUrl")
    """Who waits for the conference hears what this URL gives, a sound or TwiML."""
    wait_method: str | None = g.optional("WaitMethod")
    """Twilio uses this HTTP method for the wait URL."""
    early_media: bool | None = g.optional("EarlyMedia", g.BOOLEAN)
    """The others hear how it rings, unless this is false."""
    max_participants: int | None = g.optional("MaxParticipants", g.IntegerType(2, 250))
    """The conference holds at most this many participants. From 2 to 250."""
    conference_record: ConferenceParticipantConferenceRecord | str | None = g.optional(
        "ConferenceRecord", g.EnumType(ConferenceParticipantConferenceRecord)
    )
    """The conference is recorded if this is true or record-from-start."""
    conference_trim: str | None = g.optional("ConferenceTrim")
    """Silence at both ends of the conference's recording is cut off or kept."""
    conference_status_callback: str | None = g.optional("ConferenceStatusCallback")
    """Twilio reports events of the conference to this URL."""
    conference_status_callback_method: str | None = g.optional("ConferenceStatusCallbackMethod")
    """Twilio uses this HTTP method to report the conference's events."""
    conference_status_callback_event: Sequence[str] | None = g.optional("ConferenceStatusCallbackEvent", repeated=True)
    """Twilio reports these events of the conference."""
    recording_channels: ConferenceParticipantRecordingChannels | str | None = g.optional(
        "RecordingChannels", g.EnumType(ConferenceParticipantRecordingChannels)
    )
    """The recording puts both parties on one channel (mono) or on two (dual)."""
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    """Twilio reports changes of the recording's state to this URL."""
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    """Twilio uses this HTTP method for the recording's status callback."""
    sip_auth_username: str | None = g.optional("SipAuthUsername")
    """Twilio signs in to the SIP endpoint with this user name."""
    sip_auth_password: str | None = g.optional("SipAuthPassword", secret=True)
    """Twilio signs in to the SIP endpoint with this password. It is never shown."""
    region: str | None = g.optional("Region")
    """The conference is mixed in this region."""
    conference_recording_status_callback: str | None = g.optional("ConferenceRecordingStatusCallback")
    """Twilio reports to this URL when the recording is there."""
    conference_recording_status_callback_method: str | None = g.optional("ConferenceRecordingStatusCallbackMethod")
    """Twilio uses this HTTP method to report the recording."""
    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    """Twilio reports these events of the recording."""
    conference_recording_status_callback_event: Sequence[str] | None = g.optional(
        "ConferenceRecordingStatusCallbackEvent", repeated=True
    )
    """Twilio reports these events of the recording."""
    coaching: bool | None = g.optional("Coaching", g.BOOLEAN)
    """The participant coaches another one."""
    call_sid_to_coach: str | None = g.optional("CallSidToCoach", g.SidType("CA"))
    """The participant coaches this call, whose caller alone hears it. A Sid that begins with CA."""
    jitter_buffer_size: str | None = g.optional("JitterBufferSize")
    """Twilio evens out late audio with a buffer of this size before it mixes."""
    byoc: str | None = g.optional("Byoc", g.SidType("BY"))
    """The call goes through this Bring Your Own Carrier trunk. A Sid that begins with BY."""
    caller_id: str | None = g.optional("CallerId")
    """The called party sees this number or client as the caller."""
    call_reason: str | None = g.optional("CallReason")
    """The called phone shows this reason for the call."""
    recording_track: str | None = g.optional("RecordingTrack")
    """The recording holds this side of the call, or both."""
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    """Twilio ends the call after this many seconds."""
    machine_detection: str | None = g.optional("MachineDetection")
    """Twilio finds out whether a person or a machine answers."""
    machine_detection_timeout: int | None = g.optional("MachineDetectionTimeout", g.INTEGER)
    """Twilio stops listening for a machine after this many seconds."""
    machine_detection_speech_threshold: int | None = g.optional("MachineDetectionSpeechThreshold", g.INTEGER)
    """Speech of at least this many milliseconds means a machine."""
    machine_detection_speech_end_threshold: int | None = g.optional("MachineDetectionSpeechEndThreshold", g.INTEGER)
    """Silence of this many milliseconds ends the greeting."""
    machine_detection_silence_timeout: int | None = g.optional("MachineDetectionSilenceTimeout", g.INTEGER)
    """The answer counts as unknown after this many silent milliseconds."""
    amd_status_callback: str | None = g.optional("AmdStatusCallback")
    """Twilio reports to this URL what answered, a person or a machine."""
    amd_status_callback_method: str | None = g.optional("AmdStatusCallbackMethod")
    """Twilio uses this HTTP method to report what answered."""
    trim: str | None = g.optional("Trim")
    """Silence at both ends of the recording is cut off or kept."""
    call_token: str | None = g.optional("CallToken", secret=True)
    """The token of an incoming call lets its caller's number show on a forwarded one. It is never
    shown."""
    client_notification_url: str | None = g.optional("ClientNotificationUrl")
    """Twilio sends push notifications about the call to this URL."""
    caller_display_name: str | None = g.optional("CallerDisplayName")
    """A SIP receiver sees this name as the caller's."""


class CreateConferenceParticipant(g.Create[CreateConferenceParticipantRequest, ConferenceParticipant]):
    """Create ConferenceParticipant: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants``.

    Twilio calls somebody into a conference.

    Side effect: starts a phone call.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateConferenceParticipantRequest

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
        """Twilio calls somebody into a conference.

        Side effect: starts a phone call.

        Args:
            parent: It lives under ``[AccountSid:]ConferenceSid``.
            from_: The participant sees this number or client as the caller.
            to: Twilio calls this number, client or SIP address into the conference.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            status_callback_event: Twilio reports these events to the status callback. Several
                values may be given.
            label: This label can stand for the call's Sid later.
            timeout: Twilio lets the phone ring this many seconds.
            record: The call is recorded if this is true.
            muted: Nobody hears the participant.
            beep: The others hear a beep when the participant joins, leaves, or both.
            start_conference_on_enter: The conference begins when the participant joins,
                unless this is false.
            end_conference_on_exit: The participant's leaving ends the conference if this is
                true.
            wait_url: Who waits for the conference hears what this URL gives, a sound or
                TwiML.
            wait_method: Twilio uses this HTTP method for the wait URL.
            early_media: The others hear how it rings, unless this is false.
            max_participants: The conference holds at most this many participants. From 2 to
                250.
            conference_record: The conference is recorded if this is true or
                record-from-start.
            conference_trim: Silence at both ends of the conference's recording is cut off or
                kept.
            conference_status_callback: Twilio reports events of the conference to this URL.
            conference_status_callback_method: Twilio uses this HTTP method to report the
                conference's events.
            conference_status_callback_event: Twilio reports these events of the conference.
                Several values may be given.
            recording_channels: The recording puts both parties on one channel (mono) or on
                two (dual).
            recording_status_callback: Twilio reports changes of the recording's state to this
                URL.
            recording_status_callback_method: Twilio uses this HTTP method for the recording's
                status callback.
            sip_auth_username: Twilio signs in to the SIP endpoint with this user name.
            sip_auth_password: Twilio signs in to the SIP endpoint with this password. It is
                never shown.
            region: The conference is mixed in this region.
            conference_recording_status_callback: Twilio reports to this URL when the
                recording is there.
            conference_recording_status_callback_method: Twilio uses this HTTP method to
                report the recording.
            recording_status_callback_event: Twilio reports these events of the recording.
                Several values may be given.
            conference_recording_status_callback_event: Twilio reports these events of the
                recording. Several values may be given.
            coaching: The participant coaches another one.
            call_sid_to_coach: The participant coaches this call, whose caller alone hears it.
                A Sid that begins with CA.
            jitter_buffer_size: Twilio evens out late audio with a buffer of this size before
                it mixes.
            byoc: The call goes through this Bring Your Own Carrier trunk. A Sid that begins
                with BY.
            caller_id: The called party sees this number or client as the caller.
            call_reason: The called phone shows this reason for the call.
            recording_track: The recording holds this side of the call, or both.
            time_limit: Twilio ends the call after this many seconds.
            machine_detection: Twilio finds out whether a person or a machine answers.
            machine_detection_timeout: Twilio stops listening for a machine after this many
                seconds.
            machine_detection_speech_threshold: Speech of at least this many milliseconds
                means a machine.
            machine_detection_speech_end_threshold: Silence of this many milliseconds ends the
                greeting.
            machine_detection_silence_timeout: The answer counts as unknown after this many
                silent milliseconds.
            amd_status_callback: Twilio reports to this URL what answered, a person or a
                machine.
            amd_status_callback_method: Twilio uses this HTTP method to report what answered.
            trim: Silence at both ends of the recording is cut off or kept.
            call_token: The token of an incoming call lets its caller's number show on a
                forwarded one. It is never shown.
            client_notification_url: Twilio sends push notifications about the call to this
                URL.
            caller_display_name: A SIP receiver sees this name as the caller's.
        """
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
    """Nobody hears the participant."""
    hold: bool | None = g.optional("Hold", g.BOOLEAN)
    """The participant hears music in place of the others if this is true."""
    hold_url: str | None = g.optional("HoldUrl")
    """Who is on hold hears what this URL gives, a sound or TwiML."""
    hold_method: str | None = g.optional("HoldMethod")
    """Twilio uses this HTTP method for the hold URL."""
    announce_url: str | None = g.optional("AnnounceUrl")
    """Everyone concerned hears what this URL gives, a sound or TwiML."""
    announce_method: str | None = g.optional("AnnounceMethod")
    """Twilio uses this HTTP method for the announcement's URL."""
    wait_url: str | None = g.optional("WaitUrl")
    """Who waits for the conference hears what this URL gives, a sound or TwiML."""
    wait_method: str | None = g.optional("WaitMethod")
    """Twilio uses this HTTP method for the wait URL."""
    beep_on_exit: bool | None = g.optional("BeepOnExit", g.BOOLEAN)
    """The others hear a beep when the participant leaves."""
    end_conference_on_exit: bool | None = g.optional("EndConferenceOnExit", g.BOOLEAN)
    """The participant's leaving ends the conference if this is true."""
    coaching: bool | None = g.optional("Coaching", g.BOOLEAN)
    """The participant coaches another one."""
    call_sid_to_coach: str | None = g.optional("CallSidToCoach", g.SidType("CA"))
    """The participant coaches this call, whose caller alone hears it. A Sid that begins with CA."""


class UpdateConferenceParticipant(g.Update[UpdateConferenceParticipantRequest, ConferenceParticipant]):
    """Update ConferenceParticipant:
    ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}``.

    A participant is muted, put on hold, coaches, or hears an announcement.

    Side effect: changes what people in a call hear.

    Takes ``[AccountSid:]ConferenceSid:CallSid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateConferenceParticipantRequest

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
        """A participant is muted, put on hold, coaches, or hears an announcement.

        Side effect: changes what people in a call hear.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:CallSid``.
            muted: Nobody hears the participant.
            hold: The participant hears music in place of the others if this is true.
            hold_url: Who is on hold hears what this URL gives, a sound or TwiML.
            hold_method: Twilio uses this HTTP method for the hold URL.
            announce_url: Everyone concerned hears what this URL gives, a sound or TwiML.
            announce_method: Twilio uses this HTTP method for the announcement's URL.
            wait_url: Who waits for the conference hears what this URL gives, a sound or
                TwiML.
            wait_method: Twilio uses this HTTP method for the wait URL.
            beep_on_exit: The others hear a beep when the participant leaves.
            end_conference_on_exit: The participant's leaving ends the conference if this is
                true.
            coaching: The participant coaches another one.
            call_sid_to_coach: The participant coaches this call, whose caller alone hears it.
                A Sid that begins with CA.
        """
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

    A participant leaves the conference.

    Side effect: ends that call's part in the conference.

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
        """A participant leaves the conference.

        Side effect: ends that call's part in the conference.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:CallSid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(
        __name__, "ConferenceParticipant", ("Get", "Query", "Create", "Update", "Delete"), ("Participant",)
    )
