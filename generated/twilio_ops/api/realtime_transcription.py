"""RealtimeTranscription: Create, Update.

A real-time transcription writes down what is said while a call goes on.

https://www.twilio.com/docs/voice/api/realtime-transcription-resource
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateRealtimeTranscription",
    "CreateRealtimeTranscriptionRequest",
    "RealtimeTranscription",
    "RealtimeTranscriptionStatus",
    "RealtimeTranscriptionTrack",
    "RealtimeTranscriptionUpdateStatus",
    "UpdateRealtimeTranscription",
    "UpdateRealtimeTranscriptionRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(
        ("GT",), pattern="^(GT[0-9a-fA-F]{32}|[^A-Z/][^/]*|[A-Z]([^A-Z/][^/]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/][^/]*)?)$"
    ),
}


class RealtimeTranscriptionTrack(g.OpenEnum):
    """Which side of a call is written down. Values not listed are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class RealtimeTranscriptionStatus(g.OpenEnum):
    """Whether a transcription goes on. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class RealtimeTranscriptionUpdateStatus(g.OpenEnum):
    """How to end a transcription. Values not listed are kept as they come."""

    STOPPED = "stopped"


@g.record
class RealtimeTranscription(g.Record):
    """One RealtimeTranscription.

    A real-time transcription writes down what is said while a call goes on.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with GT."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    name: str | None = g.field("Name")
    """This is the name given when it started."""
    status: RealtimeTranscriptionStatus | None = g.field("Status", g.EnumType(RealtimeTranscriptionStatus))
    """The record is at this stage."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RealtimeTranscription",
        service=SERVICE,
        item="RealtimeTranscription",
    )


@g.request
class CreateRealtimeTranscriptionRequest(g.Parameters):
    """What Create of RealtimeTranscription takes; None is not sent, an empty text is."""

    name: str | None = g.optional("Name")
    """This name stops the transcription later, in place of the Sid."""
    track: RealtimeTranscriptionTrack | str | None = g.optional("Track", g.EnumType(RealtimeTranscriptionTrack))
    """The audio of this side of the call is taken, or of both."""
    status_callback_url: str | None = g.optional("StatusCallbackUrl")
    """Twilio sends the text and changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    inbound_track_label: str | None = g.optional("InboundTrackLabel")
    """Callbacks call the inbound side this."""
    outbound_track_label: str | None = g.optional("OutboundTrackLabel")
    """Callbacks call the outbound side this."""
    partial_results: bool | None = g.optional("PartialResults", g.BOOLEAN)
    """Callbacks come for unfinished sentences, too, if this is true."""
    language_code: str | None = g.optional("LanguageCode")
    """People speak this language."""
    transcription_engine: str | None = g.optional("TranscriptionEngine")
    """This engine turns speech into text."""
    profanity_filter: bool | None = g.optional("ProfanityFilter", g.BOOLEAN)
    """Swear words are masked if this is true."""
    speech_model: str | None = g.optional("SpeechModel")
    """The engine listens with this model."""
    hints: str | None = g.optional("Hints")
    """The speech engine expects these words and phrases."""
    enable_automatic_punctuation: bool | None = g.optional("EnableAutomaticPunctuation", g.BOOLEAN)
    """The text has punctuation if this is true."""
    intelligence_service: str | None = g.optional("IntelligenceService")
    """This intelligence service keeps the transcript, by Sid or unique name."""
    conversation_configuration: str | None = g.optional("ConversationConfiguration")
    """This conversation configuration holds in the intelligence service."""
    conversation_id: str | None = g.optional("ConversationId")
    """The transcript joins this conversation in the intelligence service."""
    configuration_id: str | None = g.optional("ConfigurationId")
    """This stored configuration sets everything that is not said here."""
    enable_provider_data: bool | None = g.optional("EnableProviderData", g.BOOLEAN)
    """Callbacks carry what the speech engine says, too, if this is true."""


class CreateRealtimeTranscription(g.Create[CreateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Create RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions``.

    Twilio begins to write down a running call.

    Side effect: sends a call's audio to a speech engine.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RealtimeTranscription",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions",),
        keys=_KEYS,
        record=RealtimeTranscription,
        root="RealtimeTranscription",
        encoding="form",
        request_profile="profiles/RealtimeTranscription/CreateRealtimeTranscription.request.xsd",
        response_profile="profiles/RealtimeTranscription/CreateRealtimeTranscription.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateRealtimeTranscriptionRequest

    def __call__(
        self,
        *,
        parent: str,
        name: str | None = None,
        track: RealtimeTranscriptionTrack | str | None = None,
        status_callback_url: str | None = None,
        status_callback_method: str | None = None,
        inbound_track_label: str | None = None,
        outbound_track_label: str | None = None,
        partial_results: bool | None = None,
        language_code: str | None = None,
        transcription_engine: str | None = None,
        profanity_filter: bool | None = None,
        speech_model: str | None = None,
        hints: str | None = None,
        enable_automatic_punctuation: bool | None = None,
        intelligence_service: str | None = None,
        conversation_configuration: str | None = None,
        conversation_id: str | None = None,
        configuration_id: str | None = None,
        enable_provider_data: bool | None = None,
    ) -> RealtimeTranscription:
        """Twilio begins to write down a running call.

        Side effect: sends a call's audio to a speech engine.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            name: This name stops the transcription later, in place of the Sid.
            track: The audio of this side of the call is taken, or of both.
            status_callback_url: Twilio sends the text and changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            inbound_track_label: Callbacks call the inbound side this.
            outbound_track_label: Callbacks call the outbound side this.
            partial_results: Callbacks come for unfinished sentences, too, if this is true.
            language_code: People speak this language.
            transcription_engine: This engine turns speech into text.
            profanity_filter: Swear words are masked if this is true.
            speech_model: The engine listens with this model.
            hints: The speech engine expects these words and phrases.
            enable_automatic_punctuation: The text has punctuation if this is true.
            intelligence_service: This intelligence service keeps the transcript, by Sid or
                unique name.
            conversation_configuration: This conversation configuration holds in the
                intelligence service.
            conversation_id: The transcript joins this conversation in the intelligence
                service.
            configuration_id: This stored configuration sets everything that is not said here.
            enable_provider_data: Callbacks carry what the speech engine says, too, if this is
                true.
        """
        return self.run(
            CreateRealtimeTranscriptionRequest(
                name=name,
                track=track,
                status_callback_url=status_callback_url,
                status_callback_method=status_callback_method,
                inbound_track_label=inbound_track_label,
                outbound_track_label=outbound_track_label,
                partial_results=partial_results,
                language_code=language_code,
                transcription_engine=transcription_engine,
                profanity_filter=profanity_filter,
                speech_model=speech_model,
                hints=hints,
                enable_automatic_punctuation=enable_automatic_punctuation,
                intelligence_service=intelligence_service,
                conversation_configuration=conversation_configuration,
                conversation_id=conversation_id,
                configuration_id=configuration_id,
                enable_provider_data=enable_provider_data,
            ),
            parent,
        )


@g.request
class UpdateRealtimeTranscriptionRequest(g.Parameters):
    """What Update of RealtimeTranscription takes; None is not sent, an empty text is."""

    status: RealtimeTranscriptionUpdateStatus | str = g.required("Status", g.EnumType(RealtimeTranscriptionUpdateStatus))
    """The transcription stops."""


class UpdateRealtimeTranscription(g.Update[UpdateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Update RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}``.

    A transcription stops.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RealtimeTranscription",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}",),
        keys=_KEYS,
        record=RealtimeTranscription,
        root="RealtimeTranscription",
        encoding="form",
        request_profile="profiles/RealtimeTranscription/UpdateRealtimeTranscription.request.xsd",
        response_profile="profiles/RealtimeTranscription/UpdateRealtimeTranscription.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateRealtimeTranscriptionRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: RealtimeTranscriptionUpdateStatus | str,
    ) -> RealtimeTranscription:
        """A transcription stops.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
            status: The transcription stops.
        """
        return self.run(
            sid,
            UpdateRealtimeTranscriptionRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RealtimeTranscription", ("Create", "Update"))
