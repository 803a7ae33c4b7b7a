"""What an application answered, and the document that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen
from lxml import etree

from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.twiml.parse import Document, NotTwiml, Parser

_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to write."""


@frozen
class Reading:
    """What an answer says.

    Attributes:
        text: The text of its document, as ``Parser.read`` takes it.
        document: The document.
    """

    text: str
    document: Document


class Reader:
    """Reads applications' answers as the service does.

    Args:
        facts: The facts of TwiML.
        parser: What reads documents.
    """

    def __init__(self, facts: Mapping[str, Any], parser: Parser) -> None:
        self._facts = facts
        self._parser = parser

    def read(self, answer: Answer, channel: str) -> Reading:
        """Return the document that an answer is.

        Args:
            answer: The answer.
            channel: ``voice`` or ``messaging``.

        Raises:
            NotTwiml: It is none; says why and which error the service logs.
        """
        self._require_success(answer)
        if answer.status == 204:
            return self._written("", channel)
        kind = self._facts["media_types"].get(answer.media_type, {}).get(channel)
        if kind is None:
            named = answer.media_type or "nothing"
            raise NotTwiml("media_type", f"the answer says it is {named}, which is not read")
        if kind == "twiml":
            return Reading(answer.body, self._parser.read(answer.body, channel))
        if kind == "played":
            return self._written(_element("Play", answer.url), channel)
        if kind == "spoken":
            try:
                return Reading(answer.body, self._parser.read(answer.body, channel))
            except NotTwiml:
                return self._written(_element("Say", answer.body), channel)
        return self._written(_element("Message", answer.body), channel)

    def _require_success(self, answer: Answer) -> None:
        if answer.failure is not None:
            kind = self._facts["failures"].get(answer.failure, "network")
            raise NotTwiml(kind, f"no answer came: {answer.failure}")
        if answer.status is None:
            raise NotTwiml("url", "it could not be asked")
        if 300 <= answer.status < 400:
            kind = "redirects" if answer.redirects else "redirect"
            raise NotTwiml(kind, f"it was answered with HTTP {answer.status}")
        if not 200 <= answer.status < 300:
            raise NotTwiml("status", f"it was answered with HTTP {answer.status}")

    def _written(self, content: str, channel: str) -> Reading:
        root = self._facts["document"]["root"]
        text = f"<{root}>{content}</{root}>"
        return Reading(text, self._parser.read(text, channel))


def _element(name: str, text: str) -> str:
    element = etree.Element(name)
    element.text = _NO_CHARACTER.sub(" ", text)
    return etree.tostring(element, encoding="unicode")
