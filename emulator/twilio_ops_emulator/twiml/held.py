"""What someone in a conference hears apart from it: while on hold, and as an announcement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import NotTwiml

HELD, ANNOUNCED = "held", "announcement"


def hold(run: Run, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
    """Ask for what a call hears on hold; it hears no announcement any more.

    Args:
        call: The call.
        url: Where that is.
        method: With what to ask; None = GET.
        more: What is said beside the parameters of every request.
    """
    quiet(run, call)
    run.fetch(call, url, method or "GET", more, kind=HELD)


def let_go(run: Run, call: Row) -> None:
    """End what a call hears on hold; an announcement goes on."""
    frames = [frame for frame in call.recall("frames") or () if frame["kind"] != HELD]
    call.remember(frames=frames)
    if not frames or frames[-1]["kind"] != ANNOUNCED:
        run.turn(call)  # an answer that is still under way comes too late


def announce(run: Run, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
    """Ask for an announcement to a call.

    Args:
        call: The call.
        url: Where it is.
        method: With what to ask; None = POST.
        more: What is said beside the parameters of every request.
    """
    quiet(run, call)
    run.fetch(call, url, method, more, kind=ANNOUNCED)


def hear(run: Run, call: Row, answer: Answer) -> bool:
    """Let a call hear an announcement that was asked for once for all; whether it is one."""
    try:
        reading = run.reader.read(answer, "voice")
    except NotTwiml as wrong:
        run.report(call, wrong.problem, answer.url, answer.method, answer)
        return False
    run.push(call, reading, ANNOUNCED, answer.url, answer.method)
    run.proceed(call)
    return True


def quiet(run: Run, call: Row) -> None:
    """End an announcement that a call hears, if it hears one."""
    frame = run.top(call)
    if frame is not None and frame["kind"] == ANNOUNCED:
        run.pop(call, ANNOUNCED)
        run.state.publish("announcement_over", call, None)
