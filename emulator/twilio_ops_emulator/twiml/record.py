"""Record: what a caller says after the beep."""

from __future__ import annotations

from typing import Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Verb

_CALLBACK = {
    "recordingStatusCallback": "RecordingStatusCallback",
    "recordingStatusCallbackMethod": "RecordingStatusCallbackMethod",
    "recordingStatusCallbackEvent": "RecordingStatusCallbackEvent",
}


def callback_of(run: Run, call: Row, verb: Verb) -> dict[str, Any]:
    """Return what a verb says of who is told of its recording, by parameter."""
    found: dict[str, Any] = {
        parameter: verb.attributes[name]
        for name, parameter in _CALLBACK.items()
        if name in verb.attributes
    }
    if "RecordingStatusCallback" in found:
        found["RecordingStatusCallback"] = run.url(call, found["RecordingStatusCallback"])
    return found


def record(run: Run, call: Row, verb: Verb) -> bool:
    """Record until silence, a key, the time or the call is over."""
    said = {**run.facts["defaults"]["Record"], **verb.attributes}
    recordings = roles.recordings(run.state)
    row = recordings.start("verb", callback_of(run, call, verb), call)
    silence = int(said["timeout"]) or int(said["maxLength"])
    return run.wait(
        call,
        float(min(silence, int(said["maxLength"]))),
        verb="Record",
        sid=row["sid"],
        said=said,
        spoken=0.0,
        began=run.state.time,
    )


def speak(run: Run, call: Row, text: str) -> bool:
    """Record words that the caller says."""
    state = run.waits(call)
    said = state["said"]
    spoken = state["spoken"] + run.seconds_of_words(text)
    left = state["began"] + int(said["maxLength"]) - run.state.time
    silence = int(said["timeout"]) or int(said["maxLength"])
    until = min(run.seconds_of_words(text) + silence, left)
    words = [*(state.get("words") or ()), text]
    run.wait(call, max(until, 0.0), **{**state, "spoken": spoken, "words": words})
    return True


def press(run: Run, call: Row, keys: str) -> bool:
    """End the recording with a key that ends it; return whether one does."""
    said = run.waits(call)["said"]
    key = next((key for key in keys if key in said["finishOnKey"]), None)
    if key is None:
        return False
    finish(run, call, key)
    return True


def nothing_more(run: Run, call: Row) -> bool:
    """Go on when the time is over; return whether the call waits for an answer."""
    state = run.waits(call)
    if not state["spoken"]:  # not a sound: as if the verb was not there
        row = run.state.find("Recording", (call["account_sid"],), state["sid"])
        if row is not None:
            roles.recordings(run.state).silent(row)
        return False
    return finish(run, call, "")


def finish(run: Run, call: Row, digits: str, *, ended: bool = False) -> bool:
    """End the recording and tell the application where it is.

    Args:
        call: The call.
        digits: The key that ended it; ``hangup`` where the caller did.
        ended: Whether the call is over, so that the answer does not count.
    """
    state = run.waits(call)
    said = state["said"]
    recordings = roles.recordings(run.state)
    row = run.state.find("Recording", (call["account_sid"],), state["sid"])
    if row is None:
        return False
    recordings.stop(row, round(state["spoken"]))
    if said.get("transcribe", "").lower() == "true" or "transcribeCallback" in said:
        row.remember(words=" ".join(state.get("words") or ()))
        callback = said.get("transcribeCallback")
        row.remember(transcribe={"url": run.url(call, callback) if callback else None})
    more = {
        "RecordingUrl": recordings.media_url(row),
        "RecordingDuration": round(state["spoken"]),
        "RecordingSid": row["sid"],
        "Digits": digits,
    }
    url = run.url(call, said.get("action"))
    if ended and url is None:
        return True
    return run.fetch(call, url, said.get("method"), more, ignored=ended)
