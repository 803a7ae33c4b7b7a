"""Conference: Get, Query, Update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

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

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("CF",)),
}


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


@g.record
class Conference(g.Record):
    """One Conference."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    api_version: str | None = g.field("ApiVersion")
    friendly_name: str | None = g.field("FriendlyName")
    region: str | None = g.field("Region")
    sid: Sid | None = g.field("Sid", g.SID)
    status: ConferenceStatus | None = g.field("Status", g.EnumType(ConferenceStatus))
    uri: str | None = g.field("Uri")
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    reason_conference_ended: ConferenceReasonConferenceEnded | None = g.field(
        "ReasonConferenceEnded", g.EnumType(ConferenceReasonConferenceEnded)
    )
    call_sid_ending_conference: Sid | None = g.field("CallSidEndingConference", g.SID)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Conference",
        service=SERVICE,
        item="Conference",
        list="Conferences",
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
        keys=_KEYS,
        record=Conference,
        root="Conference",
        response_profile="profiles/Conference/GetConference.response.xsd",
    )

    def __call__(self, sid: str, /) -> Conference:
        """The one record of a Sid."""
        return self.run(sid)


class QueryConference(g.Query[Conference]):
    """Query Conference: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences``."""

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    date_updated: ClassVar[g.DayFilter] = g.DayFilter("DateUpdated", "date_updated")
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    status: ClassVar[g.EqualsFilter[ConferenceStatus | str]] = g.EqualsFilter("Status", g.EnumType(ConferenceStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Conference",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences",),
        keys=_KEYS,
        record=Conference,
        root="Conference",
        cardinality="many",
        json_list="conferences",
        paging="uris",
        response_profile="profiles/Conference/QueryConference.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Conference]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class UpdateConferenceRequest(g.Parameters):
    """What Update of Conference takes; None is not sent, an empty text is."""

    status: ConferenceUpdateStatus | str | None = g.optional("Status", g.EnumType(ConferenceUpdateStatus))
    announce_url: str | None = g.optional("AnnounceUrl")
    announce_method: str | None = g.optional("AnnounceMethod")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Conference",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}",),
        keys=_KEYS,
        record=Conference,
        root="Conference",
        encoding="form",
        request_profile="profiles/Conference/UpdateConference.request.xsd",
        response_profile="profiles/Conference/UpdateConference.response.xsd",
    )


class UpdateConference(g.Update[UpdateConferenceRequest, Conference]):
    """Update Conference: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateConferenceRequest

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
