"""Conversations: their messages are numbered, from 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.product import ProductBehaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class MessageBehaviour(ProductBehaviour):
    """A message has the next number of its conversation; numbers are not given twice."""

    def prepare(self, context: Context) -> dict[str, Any]:
        key = "/".join(("messages", *self.scope(context)))
        number = self.state.recall(key) or 0
        self.state.remember(**{key: number + 1})
        return {**super().prepare(context), "index": number}


BEHAVIOURS = {
    "ConversationMessage": MessageBehaviour,
    "ServiceConversationMessage": MessageBehaviour,
}
