"""RealtimeTranscription: Create, Update."""

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
        ("GT",),
        pattern="^(GT[0-9a-fA-F]{32}|[^A-Z/:][^/:]*|[A-Z]([^A-Z/:][^/:]*)?|[A-Z][A-Z][0-9a-fA-F]{0,15}([^0-9a-fA-F/:][^/:]*)?)$",
    ),
}


class RealtimeTranscriptionTrack(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND_TRACK = "inbound_track"
    OUTBOUND_TRACK = "outbound_track"
    BOTH_TRACKS = "both_tracks"


class RealtimeTranscriptionStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    STOPPED = "stopped"


class RealtimeTranscriptionUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    STOPPED = "stopped"


@g.record
class RealtimeTranscription(g.Record):
    """One RealtimeTranscription."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    call_sid: Sid | None = g.field("CallSid", g.SID)
    name: str | None = g.field("Name")
    status: RealtimeTranscriptionStatus | None = g.field("Status", g.EnumType(RealtimeTranscriptionStatus))
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RealtimeTranscription",
        service=SERVICE,
        item="RealtimeTranscription",
    )


@g.request
class CreateRealtimeTranscriptionRequest(g.Parameters):
    """What Create of RealtimeTranscription takes; None is not sent, an empty text is."""

    name: str | None = g.optional("Name")
    track: RealtimeTranscriptionTrack | str | None = g.optional("Track", g.EnumType(RealtimeTranscriptionTrack))
    status_callback_url: str | None = g.optional("StatusCallbackUrl")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    inbound_track_label: str | None = g.optional("InboundTrackLabel")
    outbound_track_label: str | None = g.optional("OutboundTrackLabel")
    partial_results: bool | None = g.optional("PartialResults", g.BOOLEAN)
    language_code: str | None = g.optional("LanguageCode")
    transcription_engine: str | None = g.optional("TranscriptionEngine")
    profanity_filter: bool | None = g.optional("ProfanityFilter", g.BOOLEAN)
    speech_model: str | None = g.optional("SpeechModel")
    hints: str | None = g.optional("Hints")
    enable_automatic_punctuation: bool | None = g.optional("EnableAutomaticPunctuation", g.BOOLEAN)
    intelligence_service: str | None = g.optional("IntelligenceService")
    conversation_configuration: str | None = g.optional("ConversationConfiguration")
    conversation_id: str | None = g.optional("ConversationId")
    configuration_id: str | None = g.optional("ConfigurationId")
    enable_provider_data: bool | None = g.optional("EnableProviderData", g.BOOLEAN)
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


class CreateRealtimeTranscription(g.Create[CreateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Create RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions``."""

    spec: ClassVar[g.OperationSpec] = CreateRealtimeTranscriptionRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateRealtimeTranscriptionRequest

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
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
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


class UpdateRealtimeTranscription(g.Update[UpdateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Update RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateRealtimeTranscriptionRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateRealtimeTranscriptionRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: RealtimeTranscriptionUpdateStatus | str,
    ) -> RealtimeTranscription:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateRealtimeTranscriptionRequest(
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RealtimeTranscription", ("Create", "Update"))
