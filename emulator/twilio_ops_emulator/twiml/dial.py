"""Dial: legs that are rung, bridged and over; the first that answers wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import chosen
from twilio_ops_emulator.behaviour.phone import normalised
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml import meet
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Problem, Verb
from twilio_ops_emulator.twiml.record import callback_of

MOST_LEGS = 10


def dial(run: Run, call: Row, verb: Verb) -> bool:
    """Dial: connect the call with numbers and addresses, a conference or a queue."""
    said = {**run.facts["defaults"]["Dial"], **verb.attributes}
    nouns = verb.children or (Verb("Number", {}, verb.text, (), verb.line),)
    alone = next((noun for noun in nouns if noun.name in ("Conference", "Queue")), None)
    if alone is not None and len(nouns) > 1:
        message = f"line {verb.line}: {alone.name} may not be dialled together with others"
        run.report(call, Problem("dial_mixed", message))
    if alone is not None:
        begin = meet.conference if alone.name == "Conference" else meet.queue
        return begin(run, call, said, alone)
    plans = [plan for noun in nouns[:MOST_LEGS] if (plan := _plan(run, call, noun)) is not None]
    said["_recording"] = callback_of(run, call, verb)
    if not plans:
        run.wait(call, None, verb="Dial", said=said, legs=[], bridged=None, todo=[])
        return over(run, call, run.facts["dial_statuses"]["failed"], None)
    now, todo = (plans[:1], plans[1:]) if verb.flag("sequential") else (plans, [])
    return _ring(run, call, said, now, todo)


def _plan(run: Run, call: Row, noun: Verb) -> dict[str, Any] | None:
    """Return what a noun says of a leg, as plain values; None = it cannot be dialled."""
    text = noun.text
    application: dict[str, Any] | None = None
    if noun.name in ("Number", "WhatsApp"):
        number = normalised(text.removeprefix("whatsapp:"))
        if number is None:
            message = f"line {noun.line}: {text[:80]!r} is not a number that can be dialled"
            run.report(call, Problem("dial_number", message))
            return None
        to = number if noun.name == "Number" else f"whatsapp:{number}"
    elif noun.name == "Client":
        to = f"client:{_inner(noun, 'Identity')}"
    elif noun.name == "Sip":
        to = _inner(noun, "Uri")
        to = to if to.startswith(("sip:", "sips:")) else f"sip:{to}"
    elif noun.name == "Sim":
        to = f"sim:{text}"
    else:
        sid = _inner(noun, "ApplicationSid")
        row = run.state.find("Application", (call["account_sid"],), sid)
        if row is None:
            message = f"line {noun.line}: the account has no application {sid[:80]!r}"
            run.report(call, Problem("application", message))
            return None
        to = f"app:{sid}"
        application = {"url": row["voice_url"], "method": row["voice_method"]}
    attributes = noun.attributes
    url, callback = attributes.get("url"), attributes.get("statusCallback")
    return {
        "to": to,
        "application": application,
        "url": run.url(call, url) if url else None,
        "method": attributes.get("method"),
        "callback": {
            "url": run.url(call, callback) if callback else None,
            "method": attributes.get("statusCallbackMethod"),
            "events": chosen(attributes.get("statusCallbackEvent"), ["completed"]),
        },
    }


def _inner(noun: Verb, name: str) -> str:
    return next((inner.text for inner in noun.children if inner.name == name), noun.text)


def _ring(
    run: Run,
    call: Row,
    said: dict[str, Any],
    plans: Sequence[dict[str, Any]],
    todo: Sequence[dict[str, Any]],
) -> bool:
    timeout = int(said["timeout"])
    run.wait(call, float(timeout), verb="Dial", said=said, legs=[], bridged=None, todo=list(todo))
    caller = said.get("callerId") or call["from"]
    made: list[Row] = []
    for plan in plans:
        values = {
            "to": plan["to"],
            "from": caller,
            "direction": run.facts["inbound"]["dialled"],
            "parent_call_sid": call["sid"],
        }
        leg = run.calls.dialled(
            call,
            values,
            {
                "callback": plan["callback"],
                "ring": timeout,
                "limit": int(said["timeLimit"]) if "timeLimit" in said else None,
                "plan": plan,
            },
        )
        made.append(leg)
        run.note(call, "dialled", {"sid": leg["sid"], "to": plan["to"]}, "")
    run.change(call, state={**run.waits(call), "legs": [leg["sid"] for leg in made]})
    return True


def legs_of(run: Run, call: Row) -> list[Row]:
    """Return the legs that a call has dialled, as far as they are not over."""
    found = [run.state.find("Call", call.scope, sid) for sid in run.waits(call).get("legs") or ()]
    return [leg for leg in found if leg is not None and not run.calls.is_final(leg)]


def parent_of(run: Run, leg: Row) -> Row | None:
    """Return the call that has dialled a leg and waits for it."""
    sid = leg.recall("dialled_by")
    parent = None if sid is None else run.state.find("Call", leg.scope, sid)
    if parent is None or leg["sid"] not in (run.waits(parent).get("legs") or ()):
        return None
    return parent


def leg_answered(run: Run, leg: Row) -> None:
    """Bridge a leg that has answered, unless it is to hear something first."""
    parent = parent_of(run, leg)
    if parent is None or run.waits(parent)["bridged"]:
        run.calls.hang_up(leg)
        return
    plan = leg.recall("plan")
    if plan["url"]:
        run.fetch(leg, plan["url"], plan["method"], kind="screen")
    else:
        bridge(run, parent, leg)


def bridge(run: Run, call: Row, leg: Row) -> None:
    """Connect a call with the leg that has answered first; the others are given up."""
    state = dict(run.waits(call))
    others = [other for other in legs_of(run, call) if other is not leg]
    run.wait(call, None, **{**state, "bridged": leg["sid"], "since": run.state.now, "todo": []})
    for other in others:
        run.calls.end(other, "completed" if other["status"] == "in-progress" else "canceled")
    run.calls.answer(call)
    run.note(call, "bridged", {"sid": leg["sid"]}, "")
    said = state["said"]
    wanted = said.get("record", "do-not-record")
    if wanted not in ("do-not-record", "false"):
        channels = "dual" if wanted.endswith("-dual") else "mono"
        values = {**said["_recording"], "RecordingChannels": channels}
        values["RecordingTrack"] = said.get("recordingTrack")
        row = roles.recordings(run.state).start("dial", values, call)
        run.change(call, state={**run.waits(call), "recording": row["sid"]})
    plan = leg.recall("plan")
    if plan["application"] is not None:
        run.fetch(leg, plan["application"]["url"], plan["application"]["method"])


def leg_ended(run: Run, leg: Row) -> None:
    """Let the call that has dialled a leg go on once it has no other."""
    parent = parent_of(run, leg)
    if parent is None:
        return
    state = run.waits(parent)
    status = run.facts["dial_statuses"][leg["status"]]
    if state["bridged"] == leg["sid"]:
        if not over(run, parent, run.facts["dial_statuses"]["completed"], leg):
            run.proceed(parent)
    elif state["bridged"] is None and not legs_of(run, parent):
        if state["todo"]:
            _ring(run, parent, state["said"], state["todo"][:1], state["todo"][1:])
        elif not over(run, parent, status, leg):
            run.proceed(parent)


def nothing_more(run: Run, call: Row) -> bool:
    """Give up legs that have not answered in time; they let the call go on."""
    state = run.waits(call)
    if "queue" in state:
        return over(run, call, run.facts["dial_statuses"]["no-answer"], None)
    for leg in legs_of(run, call):
        run.calls.end(leg, "no-answer")
    return True


def press(run: Run, call: Row, keys: str) -> bool:
    """Let a star end what was dialled; return whether it did."""
    state = run.waits(call)
    if "*" not in keys or state["said"].get("hangupOnStar", "").lower() != "true":
        return False
    for leg in legs_of(run, call):
        run.calls.hang_up(leg)
    return True


def over(run: Run, call: Row, status: str, leg: Row | None, *, ended: bool = False) -> bool:
    """Tell the application what has become of what was dialled.

    Args:
        call: The call.
        status: What: DialCallStatus.
        leg: The leg it is about.
        ended: Whether the call does not go on with the answer.

    Returns:
        Whether the call waits for an answer.
    """
    state = run.waits(call)
    said = state["said"]
    more: dict[str, Any] = {"DialCallStatus": status}
    if leg is not None:
        bridged = state.get("bridged") == leg["sid"]
        more |= {
            "DialCallSid": leg["sid"],
            "DialCallDuration": run.state.now - state["since"] if bridged else 0,
            "DialBridged": bridged,
        }
    if state.get("recording"):
        recordings = roles.recordings(run.state)
        row = run.state.find("Recording", (call["account_sid"],), state["recording"])
        if row is not None:
            recordings.stop(row)
            more["RecordingUrl"] = recordings.media_url(row)
    run.note(call, "dial over", more, "")
    if "action" not in said:
        return False
    return run.fetch(
        call, run.url(call, said["action"], kind="call"), said.get("method"), more, ignored=ended
    )


def given_up(run: Run, call: Row) -> None:
    """End what a call has dialled, because the call ends or goes on elsewhere."""
    state = run.waits(call)
    legs = legs_of(run, call)
    bridged = run.state.find("Call", call.scope, state.get("bridged") or "")
    run.change(call, state={**state, "legs": [], "said": {**state["said"]}})
    if "queue" in state:
        meet.let_go(run, call)
    for leg in legs:
        run.calls.hang_up(leg)
    statuses = run.facts["dial_statuses"]
    if "conference" in state:
        over(run, call, run.facts["dial_conference"], None, ended=True)
    else:
        status = statuses["completed"] if state.get("bridged") else statuses["canceled"]
        over(run, call, status, bridged, ended=True)
