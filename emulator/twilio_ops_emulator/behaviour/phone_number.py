"""Numbers that accounts own: bought by number or area code, moved, given back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.behaviour.phone import formatted
from twilio_ops_emulator.behaviour.stock import Stock
from twilio_ops_emulator.model import snake
from twilio_ops_emulator.state.usage import Amount

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State


class PhoneNumberBehaviour(Behaviour):
    """A number belongs to one account at a time."""

    def __init__(self, state: State, model: ObjectModel) -> None:
        super().__init__(state, model)
        self._stock = Stock(state)

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        number = context.get("PhoneNumber") or self._in_area(context.get("AreaCode"))
        if not context.test and self._stock.owned(number):
            raise self.state.errors.case("number_taken", f"{number} is owned already.")
        own, kind = self._where.get("type"), self._stock.kind_of(number)
        if own is not None and kind not in (own, None):
            raise self.state.errors.case("other_kind", f"{number} is {kind}, not {own}.")
        kind = own or kind or self.facts["numbers"]["default_kind"]
        values["phone_number"] = number
        if not values.get("friendly_name"):
            values["friendly_name"] = formatted(number)
        values["type"] = kind
        values["capabilities"] = self._stock.capabilities(kind)
        return values

    def created(self, context: Context, row: Row) -> None:
        facts = self.facts["numbers"]
        price = facts["prices"].get(row["type"])
        if price is not None:
            self.state.charge(
                context.account_sid,
                facts["usage"][row["type"]],
                Amount(Decimal(1), Decimal(1), Decimal(price)),
            )

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        values = super().revise(context, row)
        target = values.pop("account_sid", None)
        if target is not None and target != row["account_sid"]:
            self._require_reach(context, target)
            self.table.move(row, (target,), {"account_sid": target})
            for parameter, key in self.facts[
                "references"
            ].items():  # what is not there stays behind
                field = snake(parameter)
                named = row.get(field)
                if named is not None and self.state.find(key, (target,), named) is None:
                    values.setdefault(field, None)
        return values

    def _require_reach(self, context: Context, target: str) -> None:
        """See that who asks may give a number to an account."""
        if context.caller["owner_account_sid"] != context.caller["sid"]:
            raise self.state.errors.case("number_mover", f"{context.caller['sid']} is owned.")
        account = self.state.account(target)
        if account is None or target not in self.state.family(context.caller["sid"]):
            raise self.state.errors.case("number_target", f"AccountSid is {target}.")
        if account["status"] != self.facts["account"]["active"]:
            raise self.state.errors.case("number_target_inactive", f"It is {account['status']}.")

    def _in_area(self, area: str) -> str:
        number = self._stock.in_area(area)
        if number is None:
            raise self.state.errors.case("no_number_in_area", f"AreaCode is {area}.")
        return number.phone_number


BEHAVIOURS = {
    "IncomingPhoneNumber": PhoneNumberBehaviour,
    "IncomingPhoneNumberLocal": PhoneNumberBehaviour,
    "IncomingPhoneNumberMobile": PhoneNumberBehaviour,
    "IncomingPhoneNumberTollFree": PhoneNumberBehaviour,
}
