"""Balance: Get.

The balance is the money that the account still has.

https://www.twilio.com/docs/usage/api
"""

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
    """One Balance.

    The balance is the money that the account still has.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    balance: Decimal | None = g.field("Balance", g.DECIMAL)
    """The account has this much."""
    currency: str | None = g.field("Currency")
    """The balance is in this currency, as an ISO 4217 code."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Balance",
        service=SERVICE,
        item="Balance",
    )


class GetBalance(g.Get[Balance]):
    """Get Balance: ``GET /2010-04-01/Accounts/{AccountSid}/Balance``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``AccountSid``.
        """
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Balance", ("Get",))
