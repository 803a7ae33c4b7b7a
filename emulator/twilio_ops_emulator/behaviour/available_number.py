"""Numbers that can be bought: a stock without end, made from plans and searched like the real one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.api.errors import Refusal
from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.behaviour.phone import formatted
from twilio_ops_emulator.behaviour.stock import Number, Stock
from twilio_ops_emulator.state.index import Layout, Row

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page

_NO_FIELDS = Layout(())


def _point(text: str) -> tuple[float, float] | None:
    """A latitude and a longitude with a comma between them, or None when the text is not that."""
    try:
        latitude, longitude = map(float, text.split(","))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


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
        stock = Stock(self.state)
        code = context.keys["CountryCode"].upper()
        country = stock.country(code)
        if country is None:
            raise self.missing(code)
        kind = self.facts["numbers"]["kinds"][self.model.key]
        asked = self._asked(context)
        size = self.state.pager.size(context.sent, self.facts["numbers"]["page"])
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
        return self.state.pager.whole(rows, context.sent, context.path)

    def _asked(self, context: Context) -> dict[str, Any]:
        _, asked = self.state.rules.selection(context.action, _NO_FIELDS, context.sent)
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
            place = Stock(self.state).place_of(context.keys["CountryCode"].upper(), number)
            if place is None:
                why = f"{number} is in no area that the emulator knows"
                raise self._invalid(context, "NearNumber", why)
            return float(place["latitude"]), float(place["longitude"]), distance
        return None

    def _invalid(self, context: Context, name: str, why: str) -> Refusal:
        return self.state.errors.invalid(context.action.key, name, why)

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
        return self.state.pager.whole(rows, context.sent, context.path)

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
            model = self.state.catalog.find(kinds[kind])
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
