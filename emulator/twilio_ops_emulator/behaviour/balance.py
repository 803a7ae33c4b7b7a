"""The balance: what an account began with, less what it and its own used."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class BalanceBehaviour(Behaviour):
    """Worked out from the ledger."""

    def get(self, context: Context) -> Row:
        spent = self.state.usage.total(self.state.family(context.account_sid), "totalprice").price
        opening = Decimal(self.facts["service"]["account"]["opening_balance"])
        return self.make(
            (context.account_sid,),
            {"balance": str(opening - spent), "currency": self.facts["service"]["currency"]},
        )


BEHAVIOURS = {"Balance": BalanceBehaviour}
