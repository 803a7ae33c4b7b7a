"""Test credentials: numbers that mean something, and nothing that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class TestCredentials:
    """What test credentials may do and what they are answered.

    Args:
        facts: The table of numbers.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._permitted = frozenset(facts["permitted"])
        self._prefix: str = facts["prefix"]
        self._numbers: Mapping[str, Mapping[str, Mapping[str, int | None]]] = facts["numbers"]
        self._others: Mapping[str, Mapping[str, int | None]] = facts["others"]
        self._area_code_number: str = facts["area_code_number"]

    def permit(self, context: Context) -> None:
        """See that test credentials may do this.

        Raises:
            Refusal: They may not.
        """
        if context.action.key not in self._permitted:
            raise context.state.errors.case("test_credentials")

    def check(self, context: Context) -> None:
        """See what a request's numbers mean.

        Raises:
            Refusal: One of them stands for an error.
        """
        table = self._numbers[context.action.key]
        others = self._others[context.action.key]
        if "AreaCode" in context.values and "PhoneNumber" not in context.values:
            context.values["PhoneNumber"] = self._area_code_number
        for parameter, numbers in table.items():
            number = context.values.get(parameter)
            if not number:
                continue
            ending = number[len(self._prefix) :] if number.startswith(self._prefix) else ""
            code = numbers[ending] if ending in numbers else others[parameter]
            if code is not None:
                raise context.state.errors.code(code, f"{parameter} is {number}.")
