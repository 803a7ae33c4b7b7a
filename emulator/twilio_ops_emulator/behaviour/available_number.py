"""Numbers that can be bought: a stock without end, made from plans and searched like the real one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from attrs import frozen

from twilio_ops_emulator.api.errors import Refusal
from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.behaviour.phone import formatted
from twilio_ops_emulator.state.index import Layout, Row

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.state.state import State

EARTH_MILES = 3959
_NO_FIELDS = Layout(())
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
        world: Where owned numbers are.
    """

    def __init__(self, world: State) -> None:
        self._world = world
        self._facts: Mapping[str, Any] = world.facts["numbers"]
        self._countries: Mapping[str, Any] = self._facts["countries"]

    def owned(self, number: str) -> bool:
        """Whether some account has a number."""
        return self._world.table("IncomingPhoneNumber").having("phone_number", number) is not None

    def kind_of(self, number: str) -> str | None:
        """The kind of any number by the plan of its country, or None where that does not say."""
        for country in self._countries.values():
            code = f"+{country['code']}"
            if number.startswith(code):
                rest: str | None = None
                for kind, plan in country["kinds"].items():
                    if "prefixes" not in plan:  # all that other kinds have no prefix of
                        rest = str(kind)
                    elif number[len(code) :].startswith(tuple(plan["prefixes"])):
                        return str(kind)
                if rest is not None:
                    return rest
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


def _point(text: str) -> tuple[float, float] | None:
    """A latitude and a longitude with a comma between them, or None when the text is not that."""
    try:
        latitude, longitude = map(float, text.split(","))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _is_near(place: Mapping[str, str], near: tuple[float, float, float]) -> bool:
    if "latitude" not in place:
        return False
    latitude, longitude, miles = near
    a, b = radians(float(place["latitude"])), radians(latitude)
    across = radians(float(place["longitude"]) - longitude)
    chord = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(across / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(chord)) <= miles


_ABILITIES = {
    "SmsEnabled": "sms",
    "MmsEnabled": "mms",
    "VoiceEnabled": "voice",
    "FaxEnabled": "fax",
}
_PLACES = {
    "InPostalCode": "postal_code",
    "InRegion": "region",
    "InRateCenter": "rate_center",
    "InLata": "lata",
    "InLocality": "locality",
}
_REQUIREMENTS = {
    "ExcludeAllAddressRequired": ("any",),
    "ExcludeLocalAddressRequired": ("local",),
    "ExcludeForeignAddressRequired": ("foreign",),
}


class SearchBehaviour(Behaviour):
    """A search: nothing is kept, and the same question has the same answer until one is bought."""

    def query(self, context: Context) -> Page:
        stock = Stock(self.world)
        code = context.keys["CountryCode"].upper()
        country = stock.country(code)
        if country is None:
            raise self.missing(code)
        kind = self.facts["numbers"]["kinds"][self.model.key]
        asked = self._asked(context)
        size = self.world.pager.size(context.sent, self.facts["numbers"]["page"])
        rows: list[Row] = []
        if self._offers(asked, stock.capabilities(kind), country):
            found = stock.numbers(
                code,
                kind,
                area=None if asked.get("AreaCode") is None else str(asked["AreaCode"]),
                contains=self._contains(context, asked),
                where={field: asked[name] for name, field in _PLACES.items() if asked.get(name)},
                near=self._near(context, asked),
            )
            rows = [self._row(context, number, stock, country) for number in islice(found, size)]
        return self.world.pager.whole(rows, context.sent, context.path)

    def _asked(self, context: Context) -> dict[str, Any]:
        _, asked = self.world.rules.selection(context.action, _NO_FIELDS, context.sent)
        return asked

    @staticmethod
    def _offers(
        asked: Mapping[str, Any], able: Mapping[str, bool], country: Mapping[str, Any]
    ) -> bool:
        if any(
            asked.get(name) is not None and asked[name] is not able[word]
            for name, word in _ABILITIES.items()
        ):
            return False
        requirement = country.get("address_requirements", "none")
        if any(asked.get(name) and requirement in what for name, what in _REQUIREMENTS.items()):
            return False
        if asked.get("ExcludeAllAddressRequired") and requirement != "none":
            return False
        return asked.get("Beta") is not False or not country.get("beta", False)

    def _contains(self, context: Context, asked: Mapping[str, Any]) -> str | None:
        wanted = asked.get("Contains")
        if wanted is None:
            return None
        if not re.fullmatch(r"\+?[0-9A-Za-z*]{2,16}", wanted):
            raise self._invalid(context, "Contains", f"{wanted!r} is not a pattern of a number")
        return str(wanted)

    def _near(
        self, context: Context, asked: Mapping[str, Any]
    ) -> tuple[float, float, float] | None:
        distance = float(asked.get("Distance") or self.facts["numbers"]["default_distance"])
        if text := asked.get("NearLatLong"):
            if (point := _point(text)) is None:
                why = f"{text!r} is not a latitude and a longitude"
                raise self._invalid(context, "NearLatLong", why)
            return *point, distance
        if number := asked.get("NearNumber"):
            place = Stock(self.world).place_of(context.keys["CountryCode"].upper(), number)
            if place is None:
                why = f"{number} is in no area that the emulator knows"
                raise self._invalid(context, "NearNumber", why)
            return float(place["latitude"]), float(place["longitude"]), distance
        return None

    def _invalid(self, context: Context, name: str, why: str) -> Refusal:
        return self.world.errors.invalid(context.action.key, name, why)

    def _row(
        self, context: Context, number: Number, stock: Stock, country: Mapping[str, Any]
    ) -> Row:
        return self.make(
            self.scope(context),
            {
                **number.place,
                "friendly_name": formatted(number.phone_number),
                "phone_number": number.phone_number,
                "iso_country": number.country,
                "address_requirements": country.get("address_requirements", "none"),
                "beta": country.get("beta", False),
                "capabilities": stock.capabilities(number.kind),
            },
        )


class CountryBehaviour(Behaviour):
    """The countries that numbers can be bought in."""

    def query(self, context: Context) -> Page:
        rows = [self._row(context.account_sid, code) for code in self.facts["numbers"]["countries"]]
        return self.world.pager.whole(rows, context.sent, context.path)

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        code = key.upper()
        known = code in self.facts["numbers"]["countries"]
        return self._row(scope[0], code) if known else None

    def _row(self, account: str, code: str) -> Row:
        country = self.facts["numbers"]["countries"][code]
        kinds = {kind: key for key, kind in self.facts["numbers"]["kinds"].items()}
        links: dict[str, Link] = {}
        for kind in country["kinds"]:
            model = self.world.catalog.find(kinds[kind])
            links[kind.replace("-", "_")] = Link(model.path_pattern % (account, code))
        return self.make(
            (account,),
            {
                "country_code": code,
                "country": country["country"],
                "beta": country.get("beta", False),
                "subresource_uris": links,
            },
        )


BEHAVIOURS = {
    "AvailablePhoneNumberCountry": CountryBehaviour,
    "AvailablePhoneNumberLocal": SearchBehaviour,
    "AvailablePhoneNumberMachineToMachine": SearchBehaviour,
    "AvailablePhoneNumberMobile": SearchBehaviour,
    "AvailablePhoneNumberNational": SearchBehaviour,
    "AvailablePhoneNumberSharedCost": SearchBehaviour,
    "AvailablePhoneNumberTollFree": SearchBehaviour,
    "AvailablePhoneNumberVoip": SearchBehaviour,
}
