"""Dial of conferences and of queues: calls that meet others that are there already."""

from __future__ import annotations

from typing import Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Verb

_ADDRESSES = ("statusCallback", "recordingStatusCallback")


def conference(run: Run, call: Row, said: dict[str, Any], noun: Verb) -> bool:
    """Join a conference; while it has not begun, hear what ``waitUrl`` says."""
    attributes = dict(noun.attributes)
    for name in _ADDRESSES:
        if name in attributes:
            attributes[name] = run.url(call, attributes[name]) or attributes[name]
    run.wait(call, None, verb="Dial", said=said, conference=noun.text, bridged=None)
    running = roles.participants(run.state).dial(call, noun.text, attributes)
    if attributes.get("waitUrl") and not running and "conference" in run.waits(call):
        url = run.url(call, attributes["waitUrl"])
        run.fetch(call, url, attributes.get("waitMethod"), kind="hold")
    return True


def hold_over(run: Run, call: Row) -> None:
    """End what is heard until a conference begins."""
    frame = run.top(call)
    if frame is not None and frame["kind"] == "hold":
        run.pop(call, "hold")
    state = run.waits(call)
    if "conference" in state:
        run.wait(call, None, **state)  # an answer that is still under way comes too late


def queue(run: Run, call: Row, said: dict[str, Any], noun: Verb) -> bool:
    """Connect with the call that has waited longest in a queue, or wait for one."""
    url = noun.attributes.get("url")
    whisper = {"url": run.url(call, url) if url else None, "method": noun.attributes.get("method")}
    seconds = float(said["timeout"])
    run.wait(call, seconds, verb="Dial", said=said, queue=noun.text, bridged=None, whisper=whisper)
    known: dict[str, list[str]] = run.state.recall("dialling_queues") or {}
    run.state.remember(dialling_queues={**known, call["sid"]: list(call.scope)})
    take_front(run, call)
    return True


def take_front(run: Run, call: Row) -> None:
    """Take the call that has waited longest, if there is one and nobody is taking it."""
    state = run.waits(call)
    member = roles.members(run.state).front(call["account_sid"], state["queue"])
    if member is None or member.recall("dequeued_by"):
        return
    member.remember(dequeued_by=call["sid"])
    whisper = state["whisper"]
    if whisper["url"]:
        waiting = dict(roles.members(run.state).waiting(member))
        more = {"QueueSid": waiting["QueueSid"], "QueueTime": waiting["QueueTime"]}
        more["DequeingCallSid"] = call["sid"]
        run.fetch(member, whisper["url"], whisper["method"], more, kind="whisper")
    else:
        connect(run, member)


def connect(run: Run, member: Row) -> None:
    """Connect a call that waited with the one that takes it."""
    call = run.state.find("Call", member.scope, member.recall("dequeued_by") or "")
    if call is None or "queue" not in run.waits(call):
        member.remember(dequeued_by=None)
        return
    waited = dict(roles.members(run.state).waiting(member))
    roles.members(run.state).take_out(member)
    run.pop(member, "whisper")
    run.pop(member, "wait")
    run.wait(member, None, **{**run.waits(member), "connected": True, "waited": waited})
    state = run.waits(call)
    run.wait(call, None, **{**state, "bridged": member["sid"], "since": run.state.now})
    run.note(call, "bridged", {"sid": member["sid"]}, "")
    run.note(member, "bridged", {"sid": call["sid"]}, "")
    run.calls.answer(call)


def taker_of(run: Run, member: Row) -> Row | None:
    """Return the call that has taken one out of a queue and is connected with it."""
    sid = member.recall("dequeued_by")
    call = None if not sid else run.state.find("Call", member.scope, sid)
    if call is None or run.waits(call).get("bridged") != member["sid"]:
        return None
    return call


def call_waits(run: Run, member: Row) -> None:
    """Let a call that waits for someone in the queue have the one that has just come."""
    waiting = dict(run.state.recall("dialling_queues") or {})
    for sid, scope in list(waiting.items()):
        call = run.state.find("Call", tuple(scope), sid)
        if call is None or run.calls.is_final(call) or "queue" not in run.waits(call):
            del waiting[sid]
        elif run.waits(call)["bridged"] is None and not member.recall("dequeued_by"):
            take_front(run, call)
    run.state.remember(dialling_queues=waiting)


def let_go(run: Run, call: Row) -> None:
    """Let the call that was taken out of a queue go on without the one that took it."""
    member = run.state.find("Call", call.scope, run.waits(call).get("bridged") or "")
    if member is not None and not run.calls.is_final(member):
        member.remember(dequeued_by=None)
        run.state.publish("call_let_go", member)
