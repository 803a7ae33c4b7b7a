"""The numbers that can be bought: a stock without end, made from the plans of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from attrs import frozen

from twilio_ops_emulator.state.state import State

EARTH_MILES = 3959
TRIES = 5000
"""How many numbers of the stock one search looks at."""


@frozen
class Number:
    """A number that can be bought, and where it is."""

    phone_number: str
    country: str
    kind: str
    place: Mapping[str, str]


class Stock:
    """All numbers that nobody owns.

    Args:
        state: Where owned numbers are.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._facts: Mapping[str, Any] = state.facts["numbers"]
        self._countries: Mapping[str, Any] = self._facts["countries"]

    def owned(self, number: str) -> bool:
        """Whether some account has a number."""
        return self._state.table("IncomingPhoneNumber").having("phone_number", number) is not None

    def kind_of(self, number: str) -> str | None:
        """The kind of any number by the plan of its country, or None where that does not say."""
        for country in self._countries.values():
            code = f"+{country['code']}"
            if number.startswith(code):
                fits = [
                    (len(prefix), str(kind))
                    for kind, plan in country["kinds"].items()
                    for prefix in plan.get("prefixes", [""])  # all that other kinds have not
                    if number.startswith(prefix, len(code))
                ]
                if fits:
                    return max(fits)[1]
        return None

    def in_area(self, area: str) -> Number | None:
        """A number of an area code, where a country has these, or None when there is none."""
        facts = self._facts["area_code"]
        return next(self.numbers(facts["country"], facts["kind"], area=area), None)

    def place_of(self, country: str, number: str) -> Mapping[str, str] | None:
        """Where a number is, by its area code, or None when that is not known."""
        code = f"+{self._countries[country]['code']}"
        for area, place in self._facts["areas"].get(country, {}).items():
            if number.startswith(f"{code}{area}"):
                return dict(place)
        return None

    def capabilities(self, kind: str) -> dict[str, bool]:
        """What numbers of a kind can do."""
        return dict(self._facts["capabilities"].get(kind, self._facts["capabilities"]["local"]))

    def country(self, code: str) -> Mapping[str, Any] | None:
        """The facts of a country, or None."""
        return self._countries.get(code)

    def numbers(
        self,
        country: str,
        kind: str,
        *,
        area: str | None = None,
        contains: str | None = None,
        where: Mapping[str, str] | None = None,
        near: tuple[float, float, float] | None = None,
    ) -> Iterator[Number]:
        """Numbers of a country and kind, always in the same order.

        Args:
            country: Its code.
            kind: The kind.
            area: The digits that follow the country's code.
            contains: Digits, letters of the keypad and ``*``, somewhere in the number.
            where: What their place must be like.
            near: Latitude, longitude and the miles around them.
        """
        facts = self._countries.get(country)
        plan = facts["kinds"].get(kind) if facts is not None else None
        if facts is None or plan is None:
            return
        shape = _shape(contains, self._facts["keypad"]) if contains else None
        made: set[str] = set()
        prefixes = [
            (prefix, place)
            for prefix, place in self._prefixes(country, kind, plan, area, shape, facts["code"])
            if not (where and any(place.get(name) != value for name, value in where.items()))
            and (near is None or _is_near(place, near))
        ]
        for count in range(TRIES if prefixes else 0):
            for prefix, place in prefixes:
                number = _number(facts["code"], prefix, plan["digits"], count, shape)
                if number is not None and number not in made and not self.owned(number):
                    made.add(number)
                    yield Number(number, country, kind, place)

    def _prefixes(
        self,
        country: str,
        kind: str,
        plan: Mapping[str, Any],
        area: str | None,
        shape: str | None,
        code: str,
    ) -> list[tuple[str, Mapping[str, str]]]:
        areas: Mapping[str, Mapping[str, str]] = self._facts["areas"].get(country, {})
        if kind != "local" or "prefixes" in plan:
            prefixes: Sequence[str] = plan["prefixes"]
            if area is not None:
                prefixes = [prefix for prefix in prefixes if prefix.startswith(area)]
            return [(prefix, {}) for prefix in prefixes]
        if area is not None:
            others = self._countries[country]["kinds"].values()
            taken = {prefix for other in others for prefix in other.get("prefixes", ())}
            sound = re.fullmatch(self._facts["area_code"]["pattern"], area) and area not in taken
            return [(area, areas.get(area, {}))] if sound else []
        if shape is not None and len(shape.removeprefix(code)) >= plan["digits"]:
            wanted = shape.removeprefix(code)[:3]
            if wanted.isdigit():
                return [(wanted, areas.get(wanted, {}))]
        return list(areas.items())


def _shape(contains: str, keypad: Mapping[str, str]) -> str:
    """A searched text as digits and ``*``."""
    digits = {letter: digit for digit, letters in keypad.items() for letter in letters}
    return "".join(digits.get(letter, letter) for letter in contains.lower().lstrip("+"))


def _number(code: str, prefix: str, digits: int, count: int, shape: str | None) -> str | None:
    """The n-th number of a prefix, made to contain a shape; None when it cannot."""
    room = digits - len(prefix)
    own = str((count * 7919 + 2_345_678) % 10**room).rjust(room, "0")
    if len(own) == 7 and own[0] in "01":  # no exchange begins with these
        own = f"{2 + count % 8}{own[1:]}"
    national = prefix + own
    if shape is None:
        return f"+{code}{national}"
    whole = code + national
    if len(shape) > len(whole):
        return None
    start = 0 if shape.startswith(code) and len(shape) == len(whole) else len(whole) - len(shape)
    made = "".join(
        letter if mark == "*" else mark for letter, mark in zip(whole[start:], shape, strict=False)
    )
    number = whole[:start] + made + whole[start + len(shape) :]
    return f"+{number}" if number.startswith(code + prefix) else None


def _is_near(place: Mapping[str, str], near: tuple[float, float, float]) -> bool:
    if "latitude" not in place:
        return False
    latitude, longitude, miles = near
    a, b = radians(float(place["latitude"])), radians(latitude)
    across = radians(float(place["longitude"]) - longitude)
    chord = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(across / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(chord)) <= miles
