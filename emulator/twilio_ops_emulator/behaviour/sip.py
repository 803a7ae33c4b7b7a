"""SIP: domains with names of their own, credentials, addresses, and what maps them."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_emulator.behaviour.base import Behaviour, behaviour_of

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class DomainBehaviour(Behaviour):
    """The name of a domain is one in the state."""

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        self._check(context, values["domain_name"], None)
        values.setdefault("friendly_name", values["domain_name"])
        values["auth_type"] = ""
        return values

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        values = super().revise(context, row)
        if values.get("domain_name"):
            self._check(context, values["domain_name"], row)
        return values

    def _check(self, context: Context, name: str, own: Row | None) -> None:
        if not re.fullmatch(self.facts["sip"]["domain_name"], name, re.ASCII):
            why = f"{name!r} is not the name of a SIP domain"
            raise self.state.errors.invalid(context.action.key, "DomainName", why)
        known = self.table.having("domain_name", name)
        if known is not None and known is not own:
            raise self.state.errors.case("domain_taken", f"DomainName is {name}.")


class ListBehaviour(Behaviour):
    """A list that is mapped to a domain is not deleted."""

    def leave(self, context: Context, row: Row) -> None:
        for key, kind in BEHAVIOURS.items():
            if issubclass(kind, MappingBehaviour) and kind.mapped == self.model.key:
                mapping = self.state.table(key).having("sid", row["sid"])
                if mapping is not None:
                    why = f"It is mapped to {mapping['domain_sid']}."
                    raise self.state.errors.case(f"mapped.{self.model.key}", why)


class MappingBehaviour(Behaviour):
    """A mapping has the Sid and the name of the list that it maps."""

    mapped: ClassVar[str] = ""
    parameter: ClassVar[str] = ""

    def prepare(self, context: Context) -> dict[str, Any]:
        sid = context.values[self.parameter]
        mapped = self.state.find(self.mapped, (context.account_sid,), sid)
        if mapped is None:
            raise behaviour_of(self.state, self.mapped).missing(sid)
        if self.table.find(self.scope(context), sid) is not None:
            raise self.state.errors.case("mapped_already", f"{self.parameter} is {sid}.")
        return {"sid": sid, "friendly_name": mapped["friendly_name"]}

    def created(self, context: Context, row: Row) -> None:
        self._say_how(context)

    def delete(self, context: Context) -> None:
        super().delete(context)
        self._say_how(context)

    def _say_how(self, context: Context) -> None:
        """Tell the domain how its callers are known."""
        domain = context.parents["SipDomain"]
        scope = (domain["account_sid"], domain["sid"])
        words = [
            word
            for key, word in self.facts["sip"]["auth_types"].items()
            if len(self.state.table(key).listing(scope))
        ]
        self.state.table("SipDomain").update(domain, {"auth_type": ",".join(dict.fromkeys(words))})


class CredentialListMapping(MappingBehaviour):
    """Maps a list of credentials."""

    mapped = "SipCredentialList"
    parameter = "CredentialListSid"


class IpAccessControlListMapping(MappingBehaviour):
    """Maps a list of addresses."""

    mapped = "SipIpAccessControlList"
    parameter = "IpAccessControlListSid"


class IpAddressBehaviour(Behaviour):
    """An address is one."""

    def prepare(self, context: Context) -> dict[str, Any]:
        return self._checked(context, super().prepare(context))

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        return self._checked(context, super().revise(context, row))

    def _checked(self, context: Context, values: dict[str, Any]) -> dict[str, Any]:
        text = values.get("ip_address")
        if text is not None:
            try:
                ipaddress.ip_address(text)
            except ValueError:
                why = f"{text!r} is not an IP address"
                raise self.state.errors.invalid(context.action.key, "IpAddress", why) from None
        length = values.get("cidr_prefix_length")
        if length is not None and not 0 <= length <= 32:
            why = f"{length} is not from 0 to 32"
            raise self.state.errors.invalid(context.action.key, "CidrPrefixLength", why)
        return values


BEHAVIOURS: dict[str, type[Behaviour]] = {
    "SipAuthCallsCredentialListMapping": CredentialListMapping,
    "SipAuthCallsIpAccessControlListMapping": IpAccessControlListMapping,
    "SipAuthRegistrationsCredentialListMapping": CredentialListMapping,
    "SipCredentialList": ListBehaviour,
    "SipCredentialListMapping": CredentialListMapping,
    "SipDomain": DomainBehaviour,
    "SipIpAccessControlList": ListBehaviour,
    "SipIpAccessControlListMapping": IpAccessControlListMapping,
    "SipIpAddress": IpAddressBehaviour,
}
