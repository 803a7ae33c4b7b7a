"""RealtimeTranscription: Create, Update."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class RealtimeTranscription(g.Record):
    """One RealtimeTranscription."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    name: str | None = g.UNSET
    status: RealtimeTranscriptionStatus | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RealtimeTranscription",
        service=SERVICE,
        item="RealtimeTranscription",
        wire="twilio_ops._wire.realtime_transcription",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("name", "Name", g.TEXT),
            g.FieldSpec("status", "Status", g.EnumKind(RealtimeTranscriptionStatus)),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


@frozen(kw_only=True)
class CreateRealtimeTranscriptionRequest(g.ActionRequest):
    """What Create of RealtimeTranscription takes; None is not sent, an empty text is."""

    name: str | None = None
    track: RealtimeTranscriptionTrack | str | None = None
    status_callback_url: str | None = None
    status_callback_method: str | None = None
    inbound_track_label: str | None = None
    outbound_track_label: str | None = None
    partial_results: bool | None = None
    language_code: str | None = None
    transcription_engine: str | None = None
    profanity_filter: bool | None = None
    speech_model: str | None = None
    hints: str | None = None
    enable_automatic_punctuation: bool | None = None
    intelligence_service: str | None = None
    conversation_configuration: str | None = None
    conversation_id: str | None = None
    configuration_id: str | None = None
    enable_provider_data: bool | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RealtimeTranscription",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=RealtimeTranscription,
        root="RealtimeTranscription",
        encoding="form",
        parameters=(
            g.ParameterSpec("name", "Name", g.TEXT),
            g.ParameterSpec("track", "Track", g.EnumKind(RealtimeTranscriptionTrack)),
            g.ParameterSpec("status_callback_url", "StatusCallbackUrl", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("inbound_track_label", "InboundTrackLabel", g.TEXT),
            g.ParameterSpec("outbound_track_label", "OutboundTrackLabel", g.TEXT),
            g.ParameterSpec("partial_results", "PartialResults", g.BOOLEAN),
            g.ParameterSpec("language_code", "LanguageCode", g.TEXT),
            g.ParameterSpec("transcription_engine", "TranscriptionEngine", g.TEXT),
            g.ParameterSpec("profanity_filter", "ProfanityFilter", g.BOOLEAN),
            g.ParameterSpec("speech_model", "SpeechModel", g.TEXT),
            g.ParameterSpec("hints", "Hints", g.TEXT),
            g.ParameterSpec("enable_automatic_punctuation", "EnableAutomaticPunctuation", g.BOOLEAN),
            g.ParameterSpec("intelligence_service", "IntelligenceService", g.TEXT),
            g.ParameterSpec("conversation_configuration", "ConversationConfiguration", g.TEXT),
            g.ParameterSpec("conversation_id", "ConversationId", g.TEXT),
            g.ParameterSpec("configuration_id", "ConfigurationId", g.TEXT),
            g.ParameterSpec("enable_provider_data", "EnableProviderData", g.BOOLEAN),
        ),
        request_profile="profiles/RealtimeTranscription/CreateRealtimeTranscription.request.xsd",
        response_profile="profiles/RealtimeTranscription/CreateRealtimeTranscription.response.xsd",
    )


class CreateRealtimeTranscription(g.Create[CreateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Create RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions``."""

    spec: ClassVar[g.OperationSpec] = CreateRealtimeTranscriptionRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateRealtimeTranscriptionRequest

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


@frozen(kw_only=True)
class UpdateRealtimeTranscriptionRequest(g.ActionRequest):
    """What Update of RealtimeTranscription takes; None is not sent, an empty text is."""

    status: RealtimeTranscriptionUpdateStatus | str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RealtimeTranscription",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(
                ("GT",), pattern="^(GT[0-9a-fA-F]{32}|([A-Z]{2}[G-Z]|[A-Z]{0,2}[g-z_@+]|[A-Z]?[a-z0-9])[A-Za-z0-9 _.@+,=-]*)$"
            ),
        },
        record=RealtimeTranscription,
        root="RealtimeTranscription",
        encoding="form",
        parameters=(g.ParameterSpec("status", "Status", g.EnumKind(RealtimeTranscriptionUpdateStatus), required=True),),
        request_profile="profiles/RealtimeTranscription/UpdateRealtimeTranscription.request.xsd",
        response_profile="profiles/RealtimeTranscription/UpdateRealtimeTranscription.response.xsd",
    )


class UpdateRealtimeTranscription(g.Update[UpdateRealtimeTranscriptionRequest, RealtimeTranscription]):
    """Update RealtimeTranscription: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateRealtimeTranscriptionRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateRealtimeTranscriptionRequest

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
