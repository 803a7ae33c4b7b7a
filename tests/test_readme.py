"""The README's examples run as they stand, one after the other, against the emulator."""

from __future__ import annotations

from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops_emulator import Emulator


def test_the_examples_run(
    examples: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every block of Python, in order; what they print is what their comments say."""
    names: dict[str, Any] = {"__name__": "readme"}
    with Emulator(seed=1) as twilio:
        monkeypatch.setattr(Connection, "from_env", twilio.connection)
        for number, block in enumerate(examples, 1):
            exec(compile(block, f"README.md, example {number}", "exec"), names)
    printed = capsys.readouterr().out
    assert "<TwilioResponse><Message>" in printed
    assert "<RestException><Code>21211<" in printed
    assert "+13115556789" in printed
