"""API keys: a secret that is shown once and then authenticates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class KeyBehaviour(Behaviour):
    """A key has a secret."""

    def prepare(self, context: Context) -> dict[str, Any]:
        return {**super().prepare(context), "secret": self.state.token()}


BEHAVIOURS = {"Key": KeyBehaviour, "SigningKey": KeyBehaviour}
