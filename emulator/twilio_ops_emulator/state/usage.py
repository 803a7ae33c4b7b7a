"""What was used and what it cost, by account, category and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from attrs import frozen

from twilio_ops_emulator.state.clock import DAY, day_of


@frozen
class Amount:
    """How often, how much and at what price."""

    count: Decimal = Decimal(0)
    usage: Decimal = Decimal(0)
    price: Decimal = Decimal(0)

    def plus(self, other: Amount) -> Amount:
        """Both together."""
        return Amount(self.count + other.count, self.usage + other.usage, self.price + other.price)


NOTHING = Amount()


class UsageLog:
    """Amounts by account, category and day.

    Args:
        facts: Facts of usage: the categories and what each adds up to.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.categories: Mapping[str, Any] = facts["categories"]
        self._days: dict[str, dict[str, dict[str, Amount]]] = {}

    def add(self, account: str, at: float, category: str, amount: Amount) -> tuple[str, ...]:
        """Write an amount down.

        Returns:
            The categories it counts in.
        """
        day = day_of(int(at) // DAY * DAY)
        into = (category, *self.categories[category].get("into", ()))
        book = self._days.setdefault(account, {})
        for name in into:
            days = book.setdefault(name, {})
            days[day] = days.get(day, NOTHING).plus(amount)
        return into

    def days(self, accounts: Iterable[str], category: str) -> dict[str, Amount]:
        """The amounts of a category of some accounts, by day in order of time."""
        found: dict[str, Amount] = {}
        for account in accounts:
            for day, amount in self._days.get(account, {}).get(category, {}).items():
                found[day] = found.get(day, NOTHING).plus(amount)
        return dict(sorted(found.items()))

    def total(
        self,
        accounts: Iterable[str],
        category: str,
        first: str | None = None,
        last: str | None = None,
    ) -> Amount:
        """The amount of a category from one day to another."""
        total = NOTHING
        for day, amount in self.days(accounts, category).items():
            if (first is None or day >= first) and (last is None or day <= last):
                total = total.plus(amount)
        return total

    def dump(self) -> dict[str, dict[str, dict[str, Amount]]]:
        """All amounts, as plain values."""
        return {
            account: {category: dict(days) for category, days in book.items()}
            for account, book in self._days.items()
        }

    def load(self, days: Mapping[str, Mapping[str, Mapping[str, Amount]]]) -> None:
        """Replace all amounts."""
        self._days = {
            account: {category: dict(known) for category, known in book.items()}
            for account, book in days.items()
        }
