"""The message that a verb says, whether an application answers a message or a call with it."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.state import State
from twilio_ops_emulator.twiml.parse import Problem, Verb


@frozen
class Outgoing:
    """A message that can be sent.

    Attributes:
        to: The recipient.
        sender: The sender.
        body: The text.
        media: Addresses.
        callback: Who is told what becomes of it; None = nobody.
    """

    to: str
    sender: str
    body: str
    media: tuple[str, ...]
    callback: str | None

    def send(self, state: State, account: str, direction: str) -> Row:
        """Send it on the application's behalf."""
        values = {"to": self.to, "from": self.sender, "body": self.body, "media": self.media}
        return roles.messages(state).send(
            account, {**values, "direction": direction}, self.callback
        )


def outgoing(
    state: State, verb: Verb, whole: Callable[[str], str | None], to: str, sender: str
) -> Outgoing | Problem:
    """Return the message that a verb says, or what is wrong with it.

    Args:
        state: The state.
        verb: The verb.
        whole: Makes an address whole by where the document is from; None = it names none.
        to: The recipient if the verb names none.
        sender: The sender if the verb names none.
    """
    facts = state.facts["message"]
    said, line = verb.attributes, f"line {verb.line}"
    to, sender = said.get("to", to), said.get("from", sender)
    texts = [noun.text for noun in verb.children if noun.name == "Body"]
    body = "".join(texts) if verb.children else verb.text
    named = [noun.text for noun in verb.children if noun.name == "Media"]
    media = tuple(url for text in named if (url := whole(text)) is not None)
    if (unfit := roles.messages(state).unfit(to, sender)) is not None:
        return Problem(unfit, f"{line}: no message goes from {sender} to {to}")
    if (not body and not named) or len(body) > facts["maximum_length"]:
        return Problem("message_body", f"{line}: its text is empty or too long")
    if len(media) < len(named):
        return Problem("message_media", f"{line}: Media names no address")
    if len(media) > facts["maximum_media"]:
        return Problem("message_media", f"{line}: more than {facts['maximum_media']} media")
    callback = said.get("statusCallback") or said.get("action")
    return Outgoing(to, sender, body, media, whole(callback) if callback else None)
