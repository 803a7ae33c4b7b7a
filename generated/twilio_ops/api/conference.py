"""Conference: Get, Query, Update.

A conference lets several calls talk with each other.

https://www.twilio.com/docs/voice/api/conference-resource
"""

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
    """How far a conference is. Values not listed are kept as they come."""

    INIT = "init"
    """Nobody talks yet."""
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"


class ConferenceReasonConferenceEnded(g.OpenEnum):
    """Why a conference ends. Values not listed are kept as they come."""

    CONFERENCE_ENDED_VIA_API = "conference-ended-via-api"
    PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_LEFT = "participant-with-end-conference-on-exit-left"
    PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_KICKED = "participant-with-end-conference-on-exit-kicked"
    LAST_PARTICIPANT_KICKED = "last-participant-kicked"
    LAST_PARTICIPANT_LEFT = "last-participant-left"


class ConferenceUpdateStatus(g.OpenEnum):
    """How to end a conference. Values not listed are kept as they come."""

    COMPLETED = "completed"


@g.record
class Conference(g.Record):
    """One Conference.

    A conference lets several calls talk with each other.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    region: str | None = g.field("Region")
    """The conference is mixed in this region."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CF."""
    status: ConferenceStatus | None = g.field("Status", g.EnumType(ConferenceStatus))
    """The record is at this stage."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    reason_conference_ended: ConferenceReasonConferenceEnded | None = g.field(
        "ReasonConferenceEnded", g.EnumType(ConferenceReasonConferenceEnded)
    )
    """The conference ends for this reason."""
    call_sid_ending_conference: Sid | None = g.field("CallSidEndingConference", g.SID)
    """This call's leaving ends the conference. A Sid that begins with CA."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Conference",
        service=SERVICE,
        item="Conference",
        list="Conferences",
    )


class GetConference(g.Get[Conference]):
    """Get Conference: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryConference(g.Query[Conference]):
    """Query Conference: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences``.

    Twilio lists the records that the filters let through, page by page.
    """

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    """Only records made on this day match, or before or after it."""
    date_updated: ClassVar[g.DayFilter] = g.DayFilter("DateUpdated", "date_updated")
    """Only conferences that changed on this day match, or before or after it."""
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    status: ClassVar[g.EqualsFilter[ConferenceStatus | str]] = g.EqualsFilter("Status", g.EnumType(ConferenceStatus))
    """Only records at this stage match."""
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
        max_page_size=1000,
        response_profile="profiles/Conference/QueryConference.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Conference]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class UpdateConferenceRequest(g.Parameters):
    """What Update of Conference takes; None is not sent, an empty text is."""

    status: ConferenceUpdateStatus | str | None = g.optional("Status", g.EnumType(ConferenceUpdateStatus))
    """The conference ends for everyone."""
    announce_url: str | None = g.optional("AnnounceUrl")
    """Everyone concerned hears what this URL gives, a sound or TwiML."""
    announce_method: str | None = g.optional("AnnounceMethod")
    """Twilio uses this HTTP method for the announcement's URL."""


class UpdateConference(g.Update[UpdateConferenceRequest, Conference]):
    """Update Conference: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}``.

    Everyone hears an announcement, or the conference ends.

    Side effect: plays to or ends a running conference.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateConferenceRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: ConferenceUpdateStatus | str | None = None,
        announce_url: str | None = None,
        announce_method: str | None = None,
    ) -> Conference:
        """Everyone hears an announcement, or the conference ends.

        Side effect: plays to or ends a running conference.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            status: The conference ends for everyone.
            announce_url: Everyone concerned hears what this URL gives, a sound or TwiML.
            announce_method: Twilio uses this HTTP method for the announcement's URL.
        """
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
