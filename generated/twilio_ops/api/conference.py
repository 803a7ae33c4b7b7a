"""Conference: Get, Query, Update."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "Conference",
    "ConferenceReasonConferenceEnded",
    "ConferenceStatus",
    "ConferenceUpdateStatus",
    "GetConference",
    "QueryConference",
    "UpdateConference",
    "UpdateConferenceRequest",
]


class ConferenceStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    INIT = "init"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"


class ConferenceReasonConferenceEnded(g.OpenEnum):
    """The values known; others are kept as they come."""

    CONFERENCE_ENDED_VIA_API = "conference-ended-via-api"
    PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_LEFT = "participant-with-end-conference-on-exit-left"
    PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_KICKED = "participant-with-end-conference-on-exit-kicked"
    LAST_PARTICIPANT_KICKED = "last-participant-kicked"
    LAST_PARTICIPANT_LEFT = "last-participant-left"


class ConferenceUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    COMPLETED = "completed"


@frozen(kw_only=True, repr=False, eq=False)
class Conference(g.Record):
    """One Conference."""

    account_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    api_version: str | None = g.UNSET
    friendly_name: str | None = g.UNSET
    region: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    status: ConferenceStatus | None = g.UNSET
    uri: str | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    reason_conference_ended: ConferenceReasonConferenceEnded | None = g.UNSET
    call_sid_ending_conference: Sid | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Conference",
        service=SERVICE,
        item="Conference",
        list="Conferences",
        json_list="conferences",
        wire="twilio_ops._wire.conference",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("region", "Region", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("status", "Status", g.EnumKind(ConferenceStatus)),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
            g.FieldSpec("reason_conference_ended", "ReasonConferenceEnded", g.EnumKind(ConferenceReasonConferenceEnded)),
            g.FieldSpec("call_sid_ending_conference", "CallSidEndingConference", g.SID),
        ),
    )


class GetConference(g.Get[Conference]):
    """Get Conference: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Conference",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CF",)),
        },
        record=Conference,
        root="Conference",
        response_profile="profiles/Conference/GetConference.response.xsd",
    )


class QueryConference(g.Query[Conference]):
    """Query Conference: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences``."""

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    date_updated: ClassVar[g.DayFilter] = g.DayFilter("DateUpdated", "date_updated")
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName", g.TEXT)
    status: ClassVar[g.EqualsFilter[ConferenceStatus | str]] = g.EqualsFilter("Status", g.EnumKind(ConferenceStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Conference",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Conference,
        root="Conference",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Conference/QueryConference.response.xsd",
    )


@frozen(kw_only=True)
class UpdateConferenceRequest(g.ActionRequest):
    """What Update of Conference takes; None is not sent, an empty text is."""

    status: ConferenceUpdateStatus | str | None = None
    announce_url: str | None = None
    announce_method: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Conference",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CF",)),
        },
        record=Conference,
        root="Conference",
        encoding="form",
        parameters=(
            g.ParameterSpec("status", "Status", g.EnumKind(ConferenceUpdateStatus)),
            g.ParameterSpec("announce_url", "AnnounceUrl", g.TEXT),
            g.ParameterSpec("announce_method", "AnnounceMethod", g.TEXT),
        ),
        request_profile="profiles/Conference/UpdateConference.request.xsd",
        response_profile="profiles/Conference/UpdateConference.response.xsd",
    )


class UpdateConference(g.Update[UpdateConferenceRequest, Conference]):
    """Update Conference: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateConferenceRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: ConferenceUpdateStatus | str | None = None,
        announce_url: str | None = None,
        announce_method: str | None = None,
    ) -> Conference:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateConferenceRequest(
                status=status,
                announce_url=announce_url,
                announce_method=announce_method,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Conference", ("Get", "Query", "Update"))
