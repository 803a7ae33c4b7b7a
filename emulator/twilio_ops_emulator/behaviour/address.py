"""Addresses: kept as long as a number needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.model import snake

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class AddressBehaviour(Behaviour):
    """An address that a number names is not deleted."""

    def leave(self, context: Context, row: Row) -> None:
        numbers = self.state.table("IncomingPhoneNumber")
        for parameter, named in self.facts["references"].items():
            if named == self.base.key:
                number = numbers.having(snake(parameter), row["sid"], row.scope)
                if number is not None:
                    why = f"{number['phone_number']} needs the address."
                    raise self.state.errors.case("in_use", why)


BEHAVIOURS = {"Address": AddressBehaviour}
