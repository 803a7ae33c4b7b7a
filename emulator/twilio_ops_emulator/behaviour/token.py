"""Tokens for relay servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class TokenBehaviour(Behaviour):
    """A token names servers and how to log in to them."""

    def prepare(self, context: Context) -> dict[str, Any]:
        facts = self.facts["token"]
        username, password = self.state.token() * 2, self.state.token()
        servers: list[dict[str, str]] = [{"url": url, "urls": url} for url in facts["stun"]]
        servers += [
            {"url": url, "urls": url, "username": username, "credential": password}
            for url in facts["turn"]
        ]
        return {
            "username": username,
            "password": password,
            "ttl": context.get("Ttl") or facts["ttl"],
            "ice_servers": servers,
        }


BEHAVIOURS = {"Token": TokenBehaviour}
