"""Verbs that are heard, and those that send a call on or end it."""

from __future__ import annotations

from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.outgoing import outgoing
from twilio_ops_emulator.twiml.parse import Problem, Verb


def heard(run: Run, call: Row, verb: Verb) -> bool:
    """Say, Play, Pause: the next verb has its turn when they are over."""
    return run.wait(call, run.seconds_of(verb), verb=verb.name)


def hang_up(run: Run, call: Row, verb: Verb) -> bool:
    """Hangup: the call ends."""
    run.calls.hang_up(call)
    return True


def reject(run: Run, call: Row, verb: Verb) -> bool:
    """Reject: a call that rings is not answered; one that was answered ends."""
    if call["status"] == "in-progress":
        run.calls.hang_up(call)
    else:
        run.calls.end(call, "busy" if verb.attributes.get("reason") == "busy" else "no-answer")
    return True


def redirect(run: Run, call: Row, verb: Verb) -> bool:
    """Redirect: another document takes the place of this one."""
    frame = run.top(call)
    kind = "call" if frame is None else frame["kind"]
    return run.fetch(call, run.url(call, verb.text), verb.attributes.get("method"), kind=kind)


def refer(run: Run, call: Row, verb: Verb) -> bool:
    """Refer: a SIP call goes on elsewhere; any other stays."""
    target = next((noun.text for noun in verb.children), "")
    if not str(call["from"]).startswith(("sip:", "sips:")) or not target.startswith("sip"):
        run.report(call, Problem("not_sip", f"line {verb.line}: only a SIP call can be referred"))
        return False
    action = verb.attributes.get("action")
    if action is None:
        return hang_up(run, call, verb)
    said = {"ReferCallStatus": "completed", "ReferTransferTarget": target}
    return run.fetch(call, run.url(call, action), verb.attributes.get("method"), said)


def message(run: Run, call: Row, verb: Verb) -> bool:
    """Sms, Message: a message is sent while the call goes on."""
    inbound = call["direction"] == run.facts["inbound"]["direction"]
    person, own = (call["from"], call["to"]) if inbound else (call["to"], call["from"])
    found = outgoing(run.state, verb, lambda text: run.url(call, text), person, own)
    if isinstance(found, Problem):
        run.report(call, found)
    else:
        found.send(run.state, call["account_sid"], run.facts["inbound"]["from_call"])
    return False
