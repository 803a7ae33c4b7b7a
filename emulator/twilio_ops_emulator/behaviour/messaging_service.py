"""Messaging services: a pool of senders, one of which each message has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import numbering
from twilio_ops_emulator.behaviour.product import ProductBehaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State


class ServiceBehaviour(ProductBehaviour):
    """A service has a name for people, and senders in the lists below it."""

    def filled(self, context: Context) -> dict[str, Any]:
        values = super().filled(context)
        name = values.get("friendly_name")
        most = self.facts["sender"]["friendly_name"]
        if name is not None and len(name) > most:
            why = f"has {len(name)} characters, and may have {most}"
            raise self.world.errors.invalid(context.action.key, "FriendlyName", why)
        return values


class _SenderBehaviour(ProductBehaviour):
    """A sender of the account that is put into a service's pool; taking it out leaves it."""

    parameter = ""
    source = ""
    number = ""

    def create(self, context: Context) -> Row:
        sid = context.values[self.parameter]
        scope = self.scope(context)
        known = self.table.find(scope, sid)
        if known is not None:  # as the service does: there already is no mistake
            context.status = 200
            return known
        sender = self.world.main.find(self.source, scope[:1], sid)
        if sender is None:
            raise self.world.errors.case("sender_unknown", f"The account has no {sid}.")
        if self.table.having("sid", sid) is not None:
            raise self.world.errors.case("sender_taken", f"It is {sid}.")
        context.status = 201
        row = self.make(scope, {"sid": sid, self.number: sender[self.number], **self.of(sender)})
        self.table.insert(row)
        return row

    def of(self, sender: Row) -> dict[str, Any]:
        """What else a pool shows of a sender."""
        words: Mapping[str, str] = self.facts["sender"]["capabilities"]
        can: Mapping[str, Any] = sender.get("capabilities") or {}
        return {"capabilities": [word for name, word in words.items() if can.get(name)]}


class PhoneNumberBehaviour(_SenderBehaviour):
    """A number in a pool."""

    parameter, source, number = "PhoneNumberSid", "IncomingPhoneNumber", "phone_number"

    def of(self, sender: Row) -> dict[str, Any]:
        known = numbering.look_up(sender["phone_number"], "US")
        return {**super().of(sender), "country_code": known.country}


class ShortCodeBehaviour(_SenderBehaviour):
    """A short code in a pool."""

    parameter, source, number = "ShortCodeSid", "ShortCode", "short_code"

    def of(self, sender: Row) -> dict[str, Any]:
        return {"capabilities": ["SMS", "MMS"], "country_code": "US"}


class AlphaSenderBehaviour(ProductBehaviour):
    """A word as a sender."""

    def prepare(self, context: Context) -> dict[str, Any]:
        word = context.values["AlphaSender"]
        if not re.fullmatch(self.facts["sender"]["alpha_sender"], word):
            raise self.world.errors.case("alpha_sender", f"AlphaSender is {word[:40]!r}.")
        return super().prepare(context)


def service_of(main: State, account: str, sid: str) -> Row | None:
    """Return a messaging service of an account, or None.

    Args:
        main: The main state.
        account: The account.
        sid: The service.
    """
    state = main.products.get("messaging-v1")
    return None if state is None else state.find("Service", (account,), sid)


def pool(main: State, account: str, service: str) -> list[str]:
    """Return the senders of a service, numbers first.

    Args:
        main: The main state.
        account: The account.
        service: The service.
    """
    state = main.products["messaging-v1"]
    scope = (account, service)
    lists = (
        ("PhoneNumber", "phone_number"),
        ("ShortCode", "short_code"),
        ("AlphaSender", "alpha_sender"),
    )
    return [str(row[name]) for key, name in lists for row in state.table(key).shelf(scope)]


def service_with(main: State, account: str, number: str) -> Row | None:
    """Return the service of an account that has a number in its pool, or None."""
    state = main.products.get("messaging-v1")
    row = None if state is None else state.table("PhoneNumber").having("phone_number", number)
    if state is None or row is None or row["account_sid"] != account:
        return None
    return state.find("Service", (account,), row["service_sid"])


def choose(senders: list[str], to: str, before: str | None) -> str | None:
    """Return the sender of a message: the same as before, or one that is near.

    A number of the recipient's area code comes first (in North America), then one of the country, then
    any number; a short code goes to North America alone; a word is the last resort.

    Args:
        senders: The pool.
        to: The recipient.
        before: The sender of the last message to this recipient.
    """
    if before in senders:
        return before
    country = numbering.look_up(to, "US").calling_code

    def rank(sender: str) -> int | None:
        if sender.startswith("+"):
            if country == "1" and sender[:5] == to[:5]:
                return 0
            return 1 if numbering.look_up(sender, "US").calling_code == country else 3
        if sender.isdigit():
            return 2 if country == "1" else None
        return None if country == "1" else 4

    ranked = [(rank(sender), number) for number, sender in enumerate(senders)]
    fits = [(order, number) for order, number in ranked if order is not None]
    return senders[min(fits)[1]] if fits else None


BEHAVIOURS = {
    "AlphaSender": AlphaSenderBehaviour,
    "PhoneNumber": PhoneNumberBehaviour,
    "Service": ServiceBehaviour,
    "ShortCode": ShortCodeBehaviour,
}
