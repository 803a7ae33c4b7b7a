"""Messages of conversations are numbered, from 0."""

from __future__ import annotations

import pytest

from twilio_ops_emulator import Clock, Emulator

pytest.importorskip("twilio")


@pytest.mark.parametrize("of_service", [True, False])
def test_messages_of_a_conversation_are_numbered(of_service: bool) -> None:
    """In each by itself, also in one of a service; a number is not given again."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=5)
    conversations = emulator.client().conversations.v1
    if of_service:
        conversations = conversations.services(conversations.services.create("Own").sid)
    made = [conversations.conversations.create(friendly_name=name) for name in "ab"]
    first, second = (conversations.conversations(one.sid).messages for one in made)
    numbers = [first.create(body="x").index for _ in range(3)]
    assert numbers == [0, 1, 2]
    assert second.create(body="y").index == 0
    last = first.list()[-1]
    assert first(last.sid).delete()
    assert first.create(body="z").index == 3
    assert sorted(message.index for message in first.list()) == sorted({0, 1, 2, 3} - {last.index})
