"""Enqueue and Leave: calls that wait in a queue."""

from __future__ import annotations

from typing import Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Problem, Verb


def enqueue(run: Run, call: Row, verb: Verb) -> bool:
    """Enqueue: wait in a queue until someone takes the call out of it, or it leaves."""
    most = verb.attributes.get("maxQueueSize")
    name = verb.text or next((noun.text for noun in verb.children), "")
    member = roles.members(run.state).enqueue(call, name, None if most is None else int(most))
    said = dict(verb.attributes)
    if member is None:
        run.report(call, Problem("queue_full", f"line {verb.line}: the queue {name!r} is full"))
        return _finish(run, call, said, run.facts["queue_results"]["full"], None)
    run.wait(call, None, verb="Enqueue", said=said)
    if said.get("waitUrl"):
        method = said.get("waitUrlMethod")
        waiting = roles.members(run.state).waiting(call)
        run.fetch(call, run.url(call, said["waitUrl"]), method, waiting, kind="wait")
    run.state.publish("call_waits", call)
    return True


def wait_again(run: Run, call: Row) -> bool:
    """Ask for what is heard in the queue once more; it begins anew when it is over."""
    frame = next((f for f in reversed(call.recall("frames") or ()) if f["kind"] == "wait"), None)
    if frame is None:
        return False
    waiting = roles.members(run.state).waiting(call)
    return run.fetch(call, frame["url"], frame["method"], waiting, kind="wait")


def leave(run: Run, call: Row, verb: Verb) -> bool:
    """Leave: wait no longer, and go on behind Enqueue."""
    if call.recall("queue") is None:
        run.report(call, Problem("unknown", f"line {verb.line}: the call waits in no queue"))
        return False
    taken_out(run, call, run.facts["queue_results"]["leave"])
    return True


def taken_out(run: Run, call: Row, result: str, *, ended: bool = False) -> None:
    """Let a call that waited go on.

    Args:
        call: The call.
        result: Why it waits no longer: QueueResult.
        ended: Whether the call is over, so that an answer does not count.
    """
    members = roles.members(run.state)
    waited = dict(members.waiting(call)) or run.waits(call).get("waited")
    members.take_out(call)
    run.pop(call, "wait")
    said = run.waits(call).get("said", {})
    if not _finish(run, call, said, result, waited, ended=ended) and not ended:
        run.proceed(call)


def _finish(
    run: Run,
    call: Row,
    said: dict[str, Any],
    result: str,
    waited: dict[str, Any] | None,
    *,
    ended: bool = False,
) -> bool:
    run.note(call, "dequeued", {"QueueResult": result}, "")
    if "action" not in said:
        return False
    more: dict[str, Any] = {"QueueResult": result}
    if waited:
        more |= {"QueueSid": waited["QueueSid"], "QueueTime": waited["QueueTime"]}
    url = run.url(call, said["action"], kind="call")
    return run.fetch(call, url, said.get("method"), more, ignored=ended)
