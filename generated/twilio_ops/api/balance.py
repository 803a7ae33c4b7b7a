"""Balance: Get."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Balance",
    "GetBalance",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
}


@g.record
class Balance(g.Record):
    """One Balance."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    balance: Decimal | None = g.field("Balance", g.DECIMAL)
    currency: str | None = g.field("Currency")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Balance",
        service=SERVICE,
        item="Balance",
    )


class GetBalance(g.Get[Balance]):
    """Get Balance: ``GET /2010-04-01/Accounts/{AccountSid}/Balance``.

    Takes ``AccountSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Balance",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Balance",),
        keys=_KEYS,
        record=Balance,
        root="Balance",
        response_profile="profiles/Balance/GetBalance.response.xsd",
    )

    def __call__(self, sid: str | None = None, /) -> Balance:
        """The one record of a Sid."""
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Balance", ("Get",))
