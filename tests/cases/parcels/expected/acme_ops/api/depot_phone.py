"""DepotPhone: Get."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from acme_ops._service import SERVICE

if TYPE_CHECKING:
    from acme_ops.api.depot import Depot

__all__ = [
    "DepotPhone",
    "GetDepotPhone",
]

_KEYS = {
    "OfficeSid": g.Key(("AC",)),
    "PhoneNumber": g.Key(),
}


@g.record
class DepotPhone(g.Record):
    """One DepotPhone."""

    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DepotPhone",
        service=SERVICE,
        item="DepotPhone",
        wire="acme_ops._wire.depot_phone",
    )


class GetDepotPhone(g.Get["Depot"]):
    """Get DepotPhone: ``POST /v1/Offices/{OfficeSid}/DepotPhones``.

    Takes ``[OfficeSid:]PhoneNumber``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="DepotPhone",
        action="Get",
        service=SERVICE,
        method="POST",
        paths=("/v1/Offices/{OfficeSid}/DepotPhones",),
        keys=_KEYS,
        record="acme_ops.api.depot:Depot",
        root="DepotPhone",
        encoding="form",
        parameters=(
            g.ParameterSpec("phone_number", "PhoneNumber", g.PHONE, required=True),
            g.ParameterSpec("label", "Label", g.TEXT),
        ),
        key_parameter="PhoneNumber",
        response_profile="profiles/DepotPhone/GetDepotPhone.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        label: str | None = None,
    ) -> Depot:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``[OfficeSid:]PhoneNumber``.
            label: It is sent as ``Label``.
        """
        return self.run(
            sid,
            {
                "Label": label,
            },
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "DepotPhone", ("Get",))
