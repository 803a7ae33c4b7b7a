"""What messages take and cost, counted before any is sent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from twilio_ops_emulator.behaviour.text import Segments
from twilio_ops_emulator.catalog_data import behaviour

__all__ = ["Estimate"]


class Estimate:
    """Counts messages, their segments and what they cost.

    A text that the service makes, such as a content template's, cannot be counted. Prices differ by
    recipient, and those of carriers are not among them.

    Attributes:
        messages: How many messages there are.
        segments: How many segments their texts take.
        media: How many messages have media.
        others: How many cannot be counted: their text is not in the request, or they go another way.
    """

    def __init__(self) -> None:
        known = behaviour()
        self._facts = known["message"]
        self._currency: str = known["service"]["currency"]
        self._segments = Segments(self._facts)
        self.messages = self.segments = self.media = self.others = 0

    @staticmethod
    def is_of(object_name: str, action: str) -> bool:
        """Return whether there are figures for an action of an object."""
        return (object_name, action) == ("Message", "Create")

    def add(self, parameters: Iterable[tuple[str, str]]) -> None:
        """Count the request of a message.

        Args:
            parameters: Its parameters; one that is repeated comes as often.
        """
        given = dict(parameters)
        self.messages += 1
        if "ContentSid" in given or given["To"].startswith(tuple(self._facts["channels"])):
            self.others += 1
        elif "MediaUrl" in given:
            self.media += 1
        else:
            self.segments += self._segments.count(given.get("Body", ""))

    @property
    def cost(self) -> Decimal:
        """What those that can be counted cost."""
        charges = self._facts["charges"]["outbound"]
        text = self.segments * Decimal(charges["text"]["price"])
        return text + self.media * Decimal(charges["media"]["price"])

    @property
    def text(self) -> str:
        """What there is to say of it, in one line."""
        counts = {
            "message" if self.messages == 1 else "messages": self.messages,
            "segment" if self.segments == 1 else "segments": self.segments,
            "with media": self.media,
            "that cannot be counted": self.others,
        }
        said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        return f"{said}: about {self.cost:.2f} {self._currency}, without carriers' fees"
