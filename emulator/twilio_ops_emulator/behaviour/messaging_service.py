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


class ServiceBehaviour(ProductBehaviour):
    """A service has a name for people, and senders in the lists below it."""

    def filled(self, context: Context) -> dict[str, Any]:
        values = super().filled(context)
        name = values.get("friendly_name")
        most = self.facts["sender"]["friendly_name"]
        if name is not None and len(name) > most:
            why = f"has {len(name)} characters, and may have {most}"
            raise self.state.errors.invalid(context.action.key, "FriendlyName", why)
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
        sender = self.state.main.find(self.source, scope[:1], sid)
        if sender is None:
            raise self.state.errors.case("sender_unknown", f"The account has no {sid}.")
        if self.table.having("sid", sid) is not None:
            raise self.state.errors.case("sender_taken", f"It is {sid}.")
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
            raise self.state.errors.case("alpha_sender", f"AlphaSender is {word[:40]!r}.")
        return super().prepare(context)


BEHAVIOURS = {
    "AlphaSender": AlphaSenderBehaviour,
    "PhoneNumber": PhoneNumberBehaviour,
    "Service": ServiceBehaviour,
    "ShortCode": ShortCodeBehaviour,
}
