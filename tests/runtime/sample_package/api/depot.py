"""Depot: Get (a search), Create, Delete, and a validation by phone number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from sample_package._service import SERVICE
from twilio_ops_runtime import generated as g

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_package.api.parcel import Parcel

__all__ = [
    "CreateDepot",
    "CreateDepotRequest",
    "DeleteDepot",
    "Depot",
    "GetDepot",
    "GetDepotPhone",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Country": g.Key(pattern="^[A-Z]{2}$"),
    "Label": g.Key(),
}


@frozen(kw_only=True, repr=False, eq=False)
class Depot(g.Record):
    """A place where parcels are kept."""

    label: str | None = g.UNSET
    country: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Depot",
        service=SERVICE,
        item="Depot",
        list="Depots",
        json_list="depots",
        fields=(
            g.FieldSpec("label", "Label", g.TEXT),
            g.FieldSpec("country", "Country", g.TEXT),
        ),
    )


class GetDepot(g.Search[Depot]):
    """Search the depots of a country."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/Accounts/{AccountSid}/Depots/{Country}",),
        keys=_KEYS,
        record=Depot,
        cardinality="many",
        parameters=(g.ParameterSpec("near", "Near", g.TEXT),),
    )

    def __call__(self, country: str, /, *, near: str | None = None) -> Iterator[Depot]:
        """The depots found in ``[AccountSid:]Country``."""
        return self.run(country, {"Near": near})


class GetDepotPhone(g.Get[Depot]):
    """Ask for a depot by its phone number."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="DepotPhone",
        action="Get",
        service=SERVICE,
        method="POST",
        paths=("/v1/Accounts/{AccountSid}/DepotPhones",),
        keys=_KEYS,
        record=Depot,
        encoding="form",
        parameters=(
            g.ParameterSpec("phone_number", "PhoneNumber", g.PHONE, required=True),
            g.ParameterSpec("label", "Label", g.TEXT),
        ),
        key_parameter="PhoneNumber",
    )

    def __call__(self, phone_number: str, /, *, label: str | None = None) -> Depot:
        """The depot of ``[AccountSid:]PhoneNumber``."""
        return self.run(phone_number, {"Label": label})


@frozen(kw_only=True, repr=False, eq=False)
class CreateDepotRequest(g.ActionRequest):
    """What Create of a depot takes."""

    label: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/v1/Accounts/{AccountSid}/Depots",),
        keys=_KEYS,
        record="sample_package.api.parcel:Parcel",
        root="Depot",
        encoding="form",
        parameters=(g.ParameterSpec("label", "Label", g.TEXT, required=True),),
        refused="depots are built, not sent",
    )


class CreateDepot(g.Create[CreateDepotRequest, "Parcel"]):
    """Not taken by the API."""

    spec: ClassVar[g.OperationSpec] = CreateDepotRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateDepotRequest

    def __call__(self, *, label: str, parent: str | None = None) -> Parcel:
        """Refused."""
        return self.run(CreateDepotRequest(label=label), parent)


class DeleteDepot(g.Delete):
    """Close a depot: a change of its status."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Depot",
        action="Delete",
        service=SERVICE,
        method="POST",
        paths=("/v1/Accounts/{AccountSid}/Depots/{Label}",),
        keys=_KEYS,
        root="Depot",
        cardinality="none",
        encoding="form",
        fixed={"Status": "closed"},
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Depot", ("Get", "Create", "Delete"))
