"""The demo shows what it says it shows."""

from __future__ import annotations

import re

import pytest

from examples import demo

STEPS = [
    ("Create a secondary account", r"AC[0-9a-f]{32} Branch office active"),
    ("Search for a local number and buy it", r"bought: PN[0-9a-f]{32}"),
    ("Send a message", r"<TwilioResponse>\s*<Message>"),
    ("Watch it being delivered", r"queued .*\n\s+sending .*\n\s+sent .*\n.*\n\s+delivered "),
    ("Place a call and end it", r"completed after 6 s for -0\.01300 USD"),
    ("A conference", r"ann is muted, bob is dropped; his call is completed\n.*muted\n"),
    ("Query the calls since noon", r"(<TwilioResponse><Call><Sid>.*\n\s+){5}3 pages"),
    ("Another account's record", r"(AC[0-9a-f]{32}):CA[0-9a-f]{32}\n\s+\1 "),
    ("Two documents", r"<Code>21211</Code>(.|\n)*document 1: done"),
]


def test_every_step_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """Each step under its title, and nothing left this process."""
    demo.tour()
    printed = capsys.readouterr().out
    parts = re.split(r"^=== ", printed, flags=re.MULTILINE)[1:]
    for (title, pattern), part in zip(STEPS, parts, strict=False):
        assert part.startswith(title)
        assert re.search(pattern, part), part
    assert "none of which left this process" in parts[-1]
