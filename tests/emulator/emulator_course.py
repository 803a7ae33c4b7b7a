"""The course of a call as lines of text: what happened when, and what the application was asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from emulator_application import Application

from twilio_ops_emulator.control.live import LiveCall

_SID = re.compile("(AC|AP|CA|CF|MM|QU|RE|SM|TR)[0-9a-f]{32}")
COMMON = ("AccountSid", "ApiVersion", "Called", "Caller", "Direction", "From", "To")
"""What requests about a call say whatever happens."""


class Namer:
    """Names Sids in the order in which they come: ``CA1``, ``RE1``, ``CA2``."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def named(self, text: str) -> str:
        """A text with names in it."""
        return _SID.sub(self._name, text)

    def _name(self, found: re.Match[str]) -> str:
        if found[0] not in self._known:
            number = self._counts[found[1]] = self._counts.get(found[1], 0) + 1
            self._known[found[0]] = f"{found[1]}{number}"
        return self._known[found[0]]


def happened(call: LiveCall, namer: Namer) -> list[str]:
    """Each entry of a call's timeline as a line, with the seconds since the first."""
    entries = call.timeline
    begin = entries[0]["at"]
    return [
        namer.named(_line(f"{one['at'] - begin:g} {one['what']}", one["attributes"], one["text"]))
        for one in entries
    ]


def asked(application: Application, namer: Namer) -> list[str]:
    """Each request as a line: its path, and what it says beside what all say."""
    return [
        namer.named(
            _line(path, {name: value for name, value in said.items() if name not in COMMON}, "")
        )
        for path, said in application.asked
    ]


def _line(word: str, attributes: Mapping[str, Any], text: str) -> str:
    pairs = [f"{name}={value}" for name, value in attributes.items() if value != ""]
    return " ".join([word, *pairs, *([repr(text)] if text else [])])


BEGIN = "0 request url=http://localhost/voice method=POST"
FIRST = "/voice CallSid=CA1 CallStatus=ringing"
RECORDING = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/"
STARTED = "RecordingStartTime=Sun, 01 Nov 2026 10:00:0"


def course(call: LiveCall, application: Application) -> tuple[list[str], list[str]]:
    """What happened in a call behind its first request, and what was asked behind it."""
    namer = Namer()
    namer.named(call.sid)
    first, *entries = happened(call, namer)
    begin, *requests = asked(application, namer)
    assert (first, begin) == (BEGIN, FIRST)
    return entries, requests
