"""ParcelTrace: Query, Create."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_ops._service import SERVICE

__all__ = [
    "CreateParcelTrace",
    "CreateParcelTraceRequest",
    "ParcelTrace",
    "QueryParcelTrace",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "ParcelSid": g.Key(("PC",)),
}


@g.record
class ParcelTrace(g.Record):
    """One ParcelTrace; the service calls it Trace."""

    place: str | None = g.field("Place")
    seen_at: datetime | None = g.field("SeenAt", g.ISO8601)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ParcelTrace",
        service=SERVICE,
        item="Trace",
        list="Traces",
    )


class QueryParcelTrace(g.Query[ParcelTrace]):
    """Query ParcelTrace: ``GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces``.

    Takes ``[OfficeSid:]ParcelSid``.
    """

    since: ClassVar[g.EqualsFilter[date | str]] = g.EqualsFilter("Since", g.RELATIVE_DATE)
    """A day, or an offset from today such as -30days."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ParcelTrace",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces",),
        keys=_KEYS,
        record=ParcelTrace,
        root="Trace",
        cardinality="many",
        json_list="traces",
        response_profile="profiles/ParcelTrace/QueryParcelTrace.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[ParcelTrace]:
        """The records, page by page as they are used.

        Args:
            parent: They live under ``[OfficeSid:]ParcelSid``.
        """
        return self.run(parent)


@g.request
class CreateParcelTraceRequest(g.Parameters):
    """What Create of ParcelTrace takes; None is not sent, an empty text is."""

    place: str = g.required("Place")
    stop: int | None = g.optional("Stop", g.IntegerType(1, 999))
    """From 1 to 999."""


class CreateParcelTrace(g.Create[CreateParcelTraceRequest, ParcelTrace]):
    """Create ParcelTrace: ``POST /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ParcelTrace",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces",),
        keys=_KEYS,
        record=ParcelTrace,
        root="Trace",
        status=(201,),
        encoding="form",
        request_profile="profiles/ParcelTrace/CreateParcelTrace.request.xsd",
        response_profile="profiles/ParcelTrace/CreateParcelTrace.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateParcelTraceRequest

    def __call__(
        self,
        *,
        parent: str,
        place: str,
        stop: int | None = None,
    ) -> ParcelTrace:
        """Create one.

        Args:
            parent: It lives under ``[OfficeSid:]ParcelSid``.
            place: It is sent as ``Place``.
            stop: From 1 to 999.
        """
        return self.run(
            CreateParcelTraceRequest(
                place=place,
                stop=stop,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ParcelTrace", ("Query", "Create"), ("Trace",))
