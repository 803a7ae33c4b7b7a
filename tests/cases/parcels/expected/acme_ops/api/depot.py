"""Depot: Get, Create, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_ops._service import SERVICE

if TYPE_CHECKING:
    from acme_ops.api.parcel import Parcel

__all__ = [
    "CreateDepot",
    "CreateDepotRequest",
    "DeleteDepot",
    "Depot",
    "GetDepot",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "Country": g.Key(pattern="^[A-Z]{2}$"),
    "Label": g.Key(),
}


@g.record
class Depot(g.Record):
    """One Depot."""

    label: str | None = g.field("Label")
    country: str | None = g.field("Country")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Depot",
        service=SERVICE,
        item="Depot",
        list="Depots",
    )


class GetDepot(g.Search[Depot]):
    """Get Depot: ``GET /v1/Offices/{OfficeSid}/Depots/{Country}``.

    Takes ``[OfficeSid:]Country``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Offices/{OfficeSid}/Depots/{Country}",),
        keys=_KEYS,
        record=Depot,
        root="Depot",
        cardinality="many",
        json_list="depots",
        parameters=(g.ParameterSpec("near", "Near", g.TEXT, location="query"),),
        response_profile="profiles/Depot/GetDepot.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        near: str | None = None,
    ) -> Iterator[Depot]:
        """The records found.

        Args:
            sid: They live under ``[OfficeSid:]Country``.
            near: It is sent as ``Near``.
        """
        return self.run(
            sid,
            {
                "Near": near,
            },
        )


@g.request
class CreateDepotRequest(g.Parameters):
    """What Create of Depot takes; None is not sent, an empty text is."""

    label: str = g.required("Label")


class CreateDepot(g.Create[CreateDepotRequest, "Parcel"]):
    """Create Depot: ``POST /v1/Offices/{OfficeSid}/Depots``.

    Refused by the API: depots are built, not sent
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/Depots",),
        keys=_KEYS,
        record="acme_ops.api.parcel:Parcel",
        root="Depot",
        encoding="form",
        refused="depots are built, not sent",
        request_profile="profiles/Depot/CreateDepot.request.xsd",
        response_profile="profiles/Depot/CreateDepot.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateDepotRequest

    def __call__(
        self,
        *,
        label: str,
        parent: str | None = None,
    ) -> Parcel:
        """Create one.

        Args:
            parent: It lives under ``OfficeSid``.
            label: It is sent as ``Label``.
        """
        return self.run(
            CreateDepotRequest(
                label=label,
            ),
            parent,
        )


class DeleteDepot(g.Delete):
    """Delete Depot: ``POST /v1/Offices/{OfficeSid}/Depots/{Label}``.

    Takes ``[OfficeSid:]Label``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Delete",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/Depots/{Label}",),
        keys=_KEYS,
        root="Depot",
        cardinality="none",
        encoding="form",
        fixed={"Status": "closed"},
        request_profile="profiles/Depot/DeleteDepot.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one.

        Args:
            sid: The record's Sid, ``[OfficeSid:]Label``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Depot", ("Get", "Create", "Delete"))
