"""Gather: what a caller keys in or says."""

from __future__ import annotations

from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Verb


def gather(run: Run, call: Row, verb: Verb) -> bool:
    """Wait for keys or words; nothing in time is no input."""
    said = {**run.facts["defaults"]["Gather"], **verb.attributes}
    prompt = 0.0
    for nested in verb.children:
        run.note(call, nested.name, dict(nested.attributes), nested.text)
        seconds = run.seconds_of(nested)
        if seconds is None:  # a prompt that never ends is waited in, not out
            return _wait(run, call, said, None)
        prompt += seconds
    return _wait(run, call, said, prompt + float(said["timeout"]))


def _wait(run: Run, call: Row, said: dict[str, str], seconds: float | None) -> bool:
    run.wait(call, seconds, verb="Gather", digits="", said=said)
    planned = list(call.recall("planned_keys") or ())
    if planned:  # what a script has this caller press
        call.remember(planned_keys=planned[1:])
        after = float(run.facts["speech"]["key_after"])
        run.later(call, after, "press", keys=planned[0], turn=call.recall("turn"))
    return True


def press(run: Run, call: Row, keys: str) -> bool:
    """Take keys that the caller presses; return whether they are waited for."""
    state = run.waits(call)
    said = state["said"]
    if "dtmf" not in said["input"].split():
        return False
    digits: str = state["digits"]
    for number, key in enumerate(keys):
        if key == said["finishOnKey"]:
            _over(run, call, said, digits, finished=key)
            return True
        digits += key
        if "numDigits" in said and len(digits) == int(said["numDigits"]):
            rest = keys[number + 1 :]
            if rest:
                run.note(call, "unheard", {"digits": rest}, "no verb waits for these keys")
            _over(run, call, said, digits, finished="")
            return True
    run.wait(call, float(said["timeout"]), verb="Gather", digits=digits, said=said)
    return True


def speak(run: Run, call: Row, text: str) -> bool:
    """Take words that the caller says; return whether they are waited for."""
    said = run.waits(call)["said"]
    if "speech" not in said["input"].split():
        return False
    partial = said.get("partialResultCallback")
    if partial:
        url = run.url(call, partial)
        more = {"UnstableSpeechResult": text, "Stability": "1.0", "SequenceNumber": 0}
        run.fetch(call, url, said.get("partialResultCallbackMethod"), more, ignored=True)
    _ask(run, call, said, {"SpeechResult": text, "Confidence": "1.0"})
    return True


def nothing_more(run: Run, call: Row) -> bool:
    """Go on when the time is over; return whether the call waits for an answer."""
    state = run.waits(call)
    said = state["said"]
    if state["digits"]:
        return _over(run, call, said, state["digits"], finished="")
    if said.get("actionOnEmptyResult", "").lower() == "true":
        return _over(run, call, said, "", finished="")
    return False


def _over(run: Run, call: Row, said: dict[str, str], digits: str, finished: str) -> bool:
    return _ask(run, call, said, {"Digits": digits, "FinishedOnKey": finished})


def _ask(run: Run, call: Row, said: dict[str, str], result: dict[str, str]) -> bool:
    run.note(call, "gathered", result, "")
    frame = run.top(call)
    kind = "call" if frame is None else frame["kind"]
    more = {**result, "msg": "Gather End"}
    return run.fetch(call, run.url(call, said.get("action")), said.get("method"), more, kind=kind)
