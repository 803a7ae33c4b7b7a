"""Call: Get, Query, Create, Update, Delete.

A call connects Twilio with a phone, a client or a SIP endpoint.

https://www.twilio.com/docs/voice/api/call-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Call",
    "CallDirection",
    "CallRecordingChannels",
    "CallStatus",
    "CallUpdateStatus",
    "CreateCall",
    "CreateCallRequest",
    "DeleteCall",
    "GetCall",
    "QueryCall",
    "UpdateCall",
    "UpdateCallRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("CA",)),
}


class CallStatus(g.OpenEnum):
    """How far a call is. Values not listed are kept as they come."""

    QUEUED = "queued"
    """The call waits to be placed."""
    RINGING = "ringing"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    """The call is answered and has ended."""
    BUSY = "busy"
    FAILED = "failed"
    """The call cannot be placed, often because the number does not exist."""
    NO_ANSWER = "no-answer"
    """Nobody answers in time."""
    CANCELED = "canceled"
    """The call is given up while it is queued or rings."""


class CallUpdateStatus(g.OpenEnum):
    """How to end a call. Values not listed are kept as they come."""

    CANCELED = "canceled"
    """The call ends only if it is queued or rings."""
    COMPLETED = "completed"
    """The call ends even if people are talking."""


class CallDirection(g.OpenEnum):
    """Which way a call goes, and what makes it. Values not listed are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    """A request to the API makes the call."""
    OUTBOUND_DIAL = "outbound-dial"
    """A Dial verb makes the call."""
    TRUNKING_TERMINATING = "trunking-terminating"
    """An outbound call goes through a SIP trunk."""
    TRUNKING_ORIGINATING = "trunking-originating"
    """An inbound call goes through a SIP trunk."""


class CallRecordingChannels(g.OpenEnum):
    """How the parties of a call lie on the channels of its recording. Values not listed are kept as
    they come."""

    MONO = "mono"
    """Both share one channel."""
    DUAL = "dual"
    """Each has a channel of its own."""


@g.record
class Call(g.Record):
    """One Call.

    A call connects Twilio with a phone, a client or a SIP endpoint.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CA."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    parent_call_sid: Sid | None = g.field("ParentCallSid", g.SID)
    """This call made the call, if one did. A Sid that begins with CA."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    to: str | None = g.field("To")
    """This number, client or SIP address takes the call. It is personal data."""
    to_formatted: str | None = g.field("ToFormatted")
    """The receiver is written as people read it. It is personal data."""
    from_: str | None = g.field("From", json="from")
    """The call comes from this number, client or SIP address. It is personal data."""
    from_formatted: str | None = g.field("FromFormatted")
    """The caller is written as people read it. It is personal data."""
    phone_number_sid: Sid | None = g.field("PhoneNumberSid", g.SID)
    """This number of the account takes the call; outbound ones may have none. A Sid that begins with
    PN."""
    status: CallStatus | None = g.field("Status", g.EnumType(CallStatus))
    """The call is at this stage."""
    start_time: datetime | None = g.field("StartTime", g.RFC2822)
    """The call is answered at this time."""
    end_time: datetime | None = g.field("EndTime", g.RFC2822)
    """The call ends at this time."""
    duration: int | None = g.field("Duration", g.INTEGER)
    """The call lasts this many seconds."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """Twilio charges this much; a charge is negative, and it comes some time after the end."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    direction: CallDirection | None = g.field("Direction", g.EnumType(CallDirection))
    """The call comes in or goes out, and this is how."""
    answered_by: str | None = g.field("AnsweredBy")
    """A person or a machine answers; only machine detection tells."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    forwarded_from: str | None = g.field("ForwardedFrom")
    """This number forwards the call, if its carrier says so. It is personal data."""
    group_sid: Sid | None = g.field("GroupSid", g.SID)
    """This group holds the call, if one does. A Sid that begins with GP."""
    caller_name: str | None = g.field("CallerName")
    """The caller has this name, if it is looked up. It is personal data."""
    queue_time: int | None = g.field("QueueTime", g.INTEGER)
    """The call waits this many milliseconds before Twilio places it."""
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    """This SIP trunk carries the calls. A Sid that begins with TK."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    annotation: str | None = g.field("Annotation")
    """The call carries this note; older answers have it. Deprecated: No answer of today has it."""
    formatted_to: str | None = g.field("FormattedTo")
    """Older answers write the receiver as people read it under this name. It is personal data.
    Deprecated: The source document does not name it."""
    formatted_from: str | None = g.field("FormattedFrom")
    """Older answers write the caller as people read it under this name. It is personal data.
    Deprecated: The source document does not name it."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Call",
        service=SERVICE,
        item="Call",
        list="Calls",
    )


class GetCall(g.Get[Call]):
    """Get Call: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        record=Call,
        root="Call",
        response_profile="profiles/Call/GetCall.response.xsd",
    )

    def __call__(self, sid: str, /) -> Call:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryCall(g.Query[Call]):
    """Query Call: ``GET /2010-04-01/Accounts/{AccountSid}/Calls``.

    Twilio lists the records that the filters let through, page by page.
    """

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    """Only calls to this number, client or SIP address match."""
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    """Only calls from this number, client or SIP address match."""
    parent_call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ParentCallSid", g.SidType("CA"))
    """Only calls that this call made match. A Sid that begins with CA."""
    status: ClassVar[g.EqualsFilter[CallStatus | str]] = g.EqualsFilter("Status", g.EnumType(CallStatus))
    """Only calls at this stage match."""
    start_time: ClassVar[g.InstantFilter] = g.InstantFilter("StartTime", "start_time")
    """Only calls that begin at this time match, or before or after it."""
    end_time: ClassVar[g.InstantFilter] = g.InstantFilter("EndTime", "end_time")
    """Only calls that end at this time match, or before or after it."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys=_KEYS,
        record=Call,
        root="Call",
        cardinality="many",
        json_list="calls",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Call/QueryCall.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Call]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateCallRequest(g.Parameters):
    """What Create of Call takes; None is not sent, an empty text is."""

    to: str = g.required("To")
    """This number, client or SIP address takes the call."""
    from_: str = g.required("From")
    """The call comes from this number, client or SIP address."""
    method: str | None = g.optional("Method")
    """Twilio uses this HTTP method for the URL."""
    fallback_url: str | None = g.optional("FallbackUrl")
    """Twilio asks this URL when the first one or its TwiML fails."""
    fallback_method: str | None = g.optional("FallbackMethod")
    """Twilio uses this HTTP method for the fallback URL."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_event: Sequence[str] | None = g.optional("StatusCallbackEvent", repeated=True)
    """Twilio reports these events to the status callback."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    send_digits: str | None = g.optional("SendDigits")
    """Twilio dials these keys after the answer; w waits half a second, W a whole one."""
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    """Twilio lets the phone ring this many seconds."""
    record: bool | None = g.optional("Record", g.BOOLEAN)
    """The call is recorded if this is true."""
    recording_channels: CallRecordingChannels | str | None = g.optional("RecordingChannels", g.EnumType(CallRecordingChannels))
    """The recording puts both parties on one channel (mono) or on two (dual)."""
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    """Twilio reports changes of the recording's state to this URL."""
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    """Twilio uses this HTTP method for the recording's status callback."""
    sip_auth_username: str | None = g.optional("SipAuthUsername")
    """Twilio signs in to the SIP endpoint with this user name."""
    sip_auth_password: str | None = g.optional("SipAuthPassword", secret=True)
    """Twilio signs in to the SIP endpoint with this password. It is never shown."""
    machine_detection: str | None = g.optional("MachineDetection")
    """Twilio finds out whether a person or a machine answers."""
    machine_detection_timeout: int | None = g.optional("MachineDetectionTimeout", g.INTEGER)
    """Twilio stops listening for a machine after this many seconds."""
    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    """Twilio reports these events of the recording."""
    trim: str | None = g.optional("Trim")
    """Silence at both ends of the recording is cut off or kept."""
    caller_id: str | None = g.optional("CallerId")
    """The called party sees this number or client as the caller."""
    machine_detection_speech_threshold: int | None = g.optional("MachineDetectionSpeechThreshold", g.INTEGER)
    """Speech of at least this many milliseconds means a machine."""
    machine_detection_speech_end_threshold: int | None = g.optional("MachineDetectionSpeechEndThreshold", g.INTEGER)
    """Silence of this many milliseconds ends the greeting."""
    machine_detection_silence_timeout: int | None = g.optional("MachineDetectionSilenceTimeout", g.INTEGER)
    """The answer counts as unknown after this many silent milliseconds."""
    async_amd: str | None = g.optional("AsyncAmd")
    """The call goes on while Twilio still listens for a machine if this is true."""
    async_amd_status_callback: str | None = g.optional("AsyncAmdStatusCallback")
    """Twilio reports to this URL what answered, while the call goes on."""
    async_amd_status_callback_method: str | None = g.optional("AsyncAmdStatusCallbackMethod")
    """Twilio uses this HTTP method to report what answered."""
    byoc: str | None = g.optional("Byoc", g.SidType("BY"))
    """The call goes through this Bring Your Own Carrier trunk. A Sid that begins with BY."""
    call_reason: str | None = g.optional("CallReason")
    """The called phone shows this reason for the call."""
    call_token: str | None = g.optional("CallToken", secret=True)
    """The token of an incoming call lets its caller's number show on a forwarded one. It is never
    shown."""
    recording_track: str | None = g.optional("RecordingTrack")
    """The recording holds this side of the call, or both."""
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    """Twilio ends the call after this many seconds."""
    client_notification_url: str | None = g.optional("ClientNotificationUrl")
    """Twilio sends push notifications about the call to this URL."""
    url: str | None = g.optional("Url")
    """Twilio asks this URL for TwiML when the call is answered."""
    twiml: str | None = g.optional("Twiml")
    """Twilio carries out this TwiML, which makes a URL needless."""
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    """This application's URLs handle the call; other URLs do not count then. A Sid that begins with
    AP."""


class CreateCall(g.Create[CreateCallRequest, Call]):
    """Create Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls``.

    Twilio calls somebody and carries out TwiML when they answer.

    Side effect: starts a phone call.

    Needs at least one of Url, Twiml, ApplicationSid.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys=_KEYS,
        record=Call,
        root="Call",
        status=(201,),
        encoding="form",
        either=(("Url", "Twiml", "ApplicationSid"),),
        request_profile="profiles/Call/CreateCall.request.xsd",
        response_profile="profiles/Call/CreateCall.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateCallRequest

    def __call__(
        self,
        *,
        to: str,
        from_: str,
        method: str | None = None,
        fallback_url: str | None = None,
        fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_event: Sequence[str] | None = None,
        status_callback_method: str | None = None,
        send_digits: str | None = None,
        timeout: int | None = None,
        record: bool | None = None,
        recording_channels: CallRecordingChannels | str | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        sip_auth_username: str | None = None,
        sip_auth_password: str | None = None,
        machine_detection: str | None = None,
        machine_detection_timeout: int | None = None,
        recording_status_callback_event: Sequence[str] | None = None,
        trim: str | None = None,
        caller_id: str | None = None,
        machine_detection_speech_threshold: int | None = None,
        machine_detection_speech_end_threshold: int | None = None,
        machine_detection_silence_timeout: int | None = None,
        async_amd: str | None = None,
        async_amd_status_callback: str | None = None,
        async_amd_status_callback_method: str | None = None,
        byoc: str | None = None,
        call_reason: str | None = None,
        call_token: str | None = None,
        recording_track: str | None = None,
        time_limit: int | None = None,
        client_notification_url: str | None = None,
        url: str | None = None,
        twiml: str | None = None,
        application_sid: str | None = None,
        parent: str | None = None,
    ) -> Call:
        """Twilio calls somebody and carries out TwiML when they answer.

        Side effect: starts a phone call.

        Args:
            parent: It lives under ``AccountSid``.
            to: This number, client or SIP address takes the call.
            from_: The call comes from this number, client or SIP address.
            method: Twilio uses this HTTP method for the URL.
            fallback_url: Twilio asks this URL when the first one or its TwiML fails.
            fallback_method: Twilio uses this HTTP method for the fallback URL.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_event: Twilio reports these events to the status callback. Several
                values may be given.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            send_digits: Twilio dials these keys after the answer; w waits half a second, W a
                whole one.
            timeout: Twilio lets the phone ring this many seconds.
            record: The call is recorded if this is true.
            recording_channels: The recording puts both parties on one channel (mono) or on
                two (dual).
            recording_status_callback: Twilio reports changes of the recording's state to this
                URL.
            recording_status_callback_method: Twilio uses this HTTP method for the recording's
                status callback.
            sip_auth_username: Twilio signs in to the SIP endpoint with this user name.
            sip_auth_password: Twilio signs in to the SIP endpoint with this password. It is
                never shown.
            machine_detection: Twilio finds out whether a person or a machine answers.
            machine_detection_timeout: Twilio stops listening for a machine after this many
                seconds.
            recording_status_callback_event: Twilio reports these events of the recording.
                Several values may be given.
            trim: Silence at both ends of the recording is cut off or kept.
            caller_id: The called party sees this number or client as the caller.
            machine_detection_speech_threshold: Speech of at least this many milliseconds
                means a machine.
            machine_detection_speech_end_threshold: Silence of this many milliseconds ends the
                greeting.
            machine_detection_silence_timeout: The answer counts as unknown after this many
                silent milliseconds.
            async_amd: The call goes on while Twilio still listens for a machine if this is
                true.
            async_amd_status_callback: Twilio reports to this URL what answered, while the
                call goes on.
            async_amd_status_callback_method: Twilio uses this HTTP method to report what
                answered.
            byoc: The call goes through this Bring Your Own Carrier trunk. A Sid that begins
                with BY.
            call_reason: The called phone shows this reason for the call.
            call_token: The token of an incoming call lets its caller's number show on a
                forwarded one. It is never shown.
            recording_track: The recording holds this side of the call, or both.
            time_limit: Twilio ends the call after this many seconds.
            client_notification_url: Twilio sends push notifications about the call to this
                URL.
            url: Twilio asks this URL for TwiML when the call is answered. Needed unless
                `twiml` or `application_sid` is given.
            twiml: Twilio carries out this TwiML, which makes a URL needless. Needed unless
                `url` or `application_sid` is given.
            application_sid: This application's URLs handle the call; other URLs do not count
                then. A Sid that begins with AP. Needed unless `url` or `twiml` is
                given.
        """
        return self.run(
            CreateCallRequest(
                to=to,
                from_=from_,
                method=method,
                fallback_url=fallback_url,
                fallback_method=fallback_method,
                status_callback=status_callback,
                status_callback_event=status_callback_event,
                status_callback_method=status_callback_method,
                send_digits=send_digits,
                timeout=timeout,
                record=record,
                recording_channels=recording_channels,
                recording_status_callback=recording_status_callback,
                recording_status_callback_method=recording_status_callback_method,
                sip_auth_username=sip_auth_username,
                sip_auth_password=sip_auth_password,
                machine_detection=machine_detection,
                machine_detection_timeout=machine_detection_timeout,
                recording_status_callback_event=recording_status_callback_event,
                trim=trim,
                caller_id=caller_id,
                machine_detection_speech_threshold=machine_detection_speech_threshold,
                machine_detection_speech_end_threshold=machine_detection_speech_end_threshold,
                machine_detection_silence_timeout=machine_detection_silence_timeout,
                async_amd=async_amd,
                async_amd_status_callback=async_amd_status_callback,
                async_amd_status_callback_method=async_amd_status_callback_method,
                byoc=byoc,
                call_reason=call_reason,
                call_token=call_token,
                recording_track=recording_track,
                time_limit=time_limit,
                client_notification_url=client_notification_url,
                url=url,
                twiml=twiml,
                application_sid=application_sid,
            ),
            parent,
        )


@g.request
class UpdateCallRequest(g.Parameters):
    """What Update of Call takes; None is not sent, an empty text is."""

    url: str | None = g.optional("Url")
    """The call goes on with TwiML from this URL."""
    method: str | None = g.optional("Method")
    """Twilio uses this HTTP method for the URL."""
    status: CallUpdateStatus | str | None = g.optional("Status", g.EnumType(CallUpdateStatus))
    """The call ends, or is given up if nobody has answered yet."""
    fallback_url: str | None = g.optional("FallbackUrl")
    """Twilio asks this URL when the first one or its TwiML fails."""
    fallback_method: str | None = g.optional("FallbackMethod")
    """Twilio uses this HTTP method for the fallback URL."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    twiml: str | None = g.optional("Twiml")
    """The call goes on with this TwiML."""
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    """Twilio ends the call after this many seconds."""


class UpdateCall(g.Update[UpdateCallRequest, Call]):
    """Update Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    A running call goes on with other TwiML, or ends.

    Side effect: redirects or ends a running call.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        record=Call,
        root="Call",
        encoding="form",
        request_profile="profiles/Call/UpdateCall.request.xsd",
        response_profile="profiles/Call/UpdateCall.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateCallRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        url: str | None = None,
        method: str | None = None,
        status: CallUpdateStatus | str | None = None,
        fallback_url: str | None = None,
        fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        twiml: str | None = None,
        time_limit: int | None = None,
    ) -> Call:
        """A running call goes on with other TwiML, or ends.

        Side effect: redirects or ends a running call.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            url: The call goes on with TwiML from this URL.
            method: Twilio uses this HTTP method for the URL.
            status: The call ends, or is given up if nobody has answered yet.
            fallback_url: Twilio asks this URL when the first one or its TwiML fails.
            fallback_method: Twilio uses this HTTP method for the fallback URL.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            twiml: The call goes on with this TwiML.
            time_limit: Twilio ends the call after this many seconds.
        """
        return self.run(
            sid,
            UpdateCallRequest(
                url=url,
                method=method,
                status=status,
                fallback_url=fallback_url,
                fallback_method=fallback_method,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                twiml=twiml,
                time_limit=time_limit,
            ),
        )


class DeleteCall(g.Delete):
    """Delete Call: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    The record of an ended call goes; so does its trace in the logs.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        root="Call",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Call/DeleteCall.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The record of an ended call goes; so does its trace in the logs.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Call", ("Get", "Query", "Create", "Update", "Delete"))
