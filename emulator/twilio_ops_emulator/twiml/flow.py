"""TwiML of calls as a whole: what begins it, what happens to it from outside, what ends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.state import State
from twilio_ops_emulator.twiml import dial, gather, held, meet, queueing, record, verbs
from twilio_ops_emulator.twiml.answers import Reading
from twilio_ops_emulator.twiml.base import Run
from twilio_ops_emulator.twiml.parse import Verb

HANDLERS: Mapping[str, Callable[[Run, Row, Verb], bool]] = {
    "Say": verbs.heard,
    "Play": verbs.heard,
    "Pause": verbs.heard,
    "Gather": gather.gather,
    "Record": record.record,
    "Dial": dial.dial,
    "Enqueue": queueing.enqueue,
    "Leave": queueing.leave,
    "Hangup": verbs.hang_up,
    "Reject": verbs.reject,
    "Redirect": verbs.redirect,
    "Refer": verbs.refer,
    "Sms": verbs.message,
    "Message": verbs.message,
}
"""What carries out each verb; the other verbs of the catalog are said not to be carried out."""

_NOTHING_MORE: Mapping[str, Callable[[Run, Row], bool]] = {
    "Gather": gather.nothing_more,
    "Record": record.nothing_more,
    "Dial": dial.nothing_more,
}


class Flow:
    """The TwiML of all calls of a state.

    Args:
        state: The state.
    """

    def __init__(self, state: State) -> None:
        self._run = Run(state, HANDLERS)
        self._state = state

    # -- beginning ----------------------------------------------------------------------------

    def check(self, text: str) -> None:
        """See that a text is TwiML.

        Raises:
            NotTwiml: It is not.
        """
        self._run.parser.read(text)

    def begin(
        self,
        call: Row,
        *,
        twiml: str | None = None,
        url: str | None = None,
        method: str | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Carry out a document that is given, or ask for one.

        Args:
            call: The call.
            twiml: The document.
            url: Where it is; counts where both are given.
            method: With what to ask.
            more: What is said beside the parameters of every request.
        """
        call.remember(frames=[])
        if url:
            self._run.fetch(call, url, method, more)
        elif twiml:
            document = self._run.parser.read(twiml)
            self._run.push(call, Reading(twiml, document), "call", None, "POST")
            self._run.proceed(call)

    # -- events -------------------------------------------------------------------------------

    def resume(self, call: Row, turn: int) -> None:
        """Go on when the time that a verb waits is over."""
        run = self._run
        if run.is_void(call, turn):
            return
        state = run.waits(call)
        if state.get("again"):
            queueing.wait_again(run, call)
            return
        nothing_more = _NOTHING_MORE.get(state.get("verb", ""))
        if nothing_more is None or not nothing_more(run, call):
            run.proceed(call)

    def answered(self, call: Row, answer: Answer, **data: Any) -> None:
        """Go on with what the application answered."""
        self._run.answered(call, answer, **data)

    def pressed(self, call: Row, keys: str, turn: int) -> None:
        """Let the caller press what a script says, if the call waits as it did."""
        if not self._run.is_void(call, turn):
            self.press(call, keys)

    # -- what the caller does -----------------------------------------------------------------

    def press(self, call: Row, keys: str) -> bool:
        """Let the caller press keys; return whether anything waits for them."""
        run = self._run
        press = {"Gather": gather.press, "Record": record.press, "Dial": dial.press}
        taken = press.get(run.waits(call).get("verb", ""))
        heard = taken is not None and taken(run, call, keys)
        run.note(call, "pressed", {"keys": keys}, "" if heard else "no verb waits for these keys")
        return heard

    def say(self, call: Row, text: str) -> bool:
        """Let the caller say words; return whether anything waits for them."""
        run = self._run
        speak = {"Gather": gather.speak, "Record": record.speak}
        taken = speak.get(run.waits(call).get("verb", ""))
        heard = taken is not None and taken(run, call, text)
        run.note(call, "said", {}, text if heard else f"{text} (no verb waits for words)")
        return heard

    # -- what happens to calls ----------------------------------------------------------------

    def call_changed(self, call: Row) -> None:
        """Let the calls that a call is connected with go on, or end, with it."""
        run = self._run
        if call.recall("dialled_by"):
            if call["status"] == "in-progress":
                dial.leg_answered(run, call)
            elif run.calls.is_final(call):
                dial.leg_ended(run, call)
        if not run.calls.is_final(call):
            return
        self._leave(call, "hangup", "bridged")

    def interrupt(self, call: Row) -> None:
        """Let a call leave what it is in, because it goes on elsewhere."""
        self._leave(call, "redirected", "redirected_from_bridged")
        self._run.turn(call)

    def _leave(self, call: Row, waited: str, connected: str) -> None:
        """End what a call is in, and let the call that has taken it out of a queue go on.

        Args:
            call: The call.
            waited: What its queue's action is told if it waited.
            connected: The same if it was connected.
        """
        run = self._run
        taker = meet.taker_of(run, call)
        run.pop(call, "wait", "hold", "screen", "whisper", held.HELD, held.ANNOUNCED)
        state = run.waits(call)
        verb = state.get("verb")
        if verb == "Dial":
            dial.given_up(run, call)
        elif verb == "Record":
            record.finish(run, call, "hangup", ended=True)
        elif verb == "Enqueue":
            result = connected if state.get("connected") else waited
            queueing.taken_out(run, call, run.facts["queue_results"][result], ended=True)
        call.remember(frames=[])
        completed = run.facts["dial_statuses"]["completed"]
        if taker is not None and not dial.over(run, taker, completed, call):
            run.proceed(taker)

    def leg_accepted(self, leg: Row) -> None:
        """Connect a leg that has heard what it was to hear."""
        parent = dial.parent_of(self._run, leg)
        if leg.recall("dequeued_by"):
            meet.connect(self._run, leg)
        elif parent is not None and not self._run.waits(parent)["bridged"]:
            leg.remember(frames=[])
            dial.bridge(self._run, parent, leg)

    def call_let_go(self, member: Row) -> None:
        """Let a call that was taken out of a queue go on."""
        queueing.taken_out(self._run, member, self._run.facts["queue_results"]["bridged"])

    def call_waits(self, member: Row) -> None:
        """Let someone who waits for calls in a queue have one."""
        meet.call_waits(self._run, member)

    def hold_over(self, call: Row) -> None:
        """End what is heard until a conference begins."""
        meet.hold_over(self._run, call)

    def hold(self, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
        """Let a call that is on hold in a conference hear what an address says."""
        held.hold(self._run, call, url, method, more)

    def unhold(self, call: Row) -> None:
        """Let a call hear its conference again."""
        held.let_go(self._run, call)

    def announce(self, call: Row, url: str, method: str | None, more: Mapping[str, Any]) -> None:
        """Let a call in a conference hear an announcement."""
        held.announce(self._run, call, url, method, more)

    def quiet(self, call: Row) -> None:
        """End an announcement that a call hears, if it hears one."""
        held.quiet(self._run, call)

    def hear(self, call: Row, answer: Answer) -> bool:
        """Let a call hear an announcement to all of its conference; whether it is one."""
        return held.hear(self._run, call, answer)

    def conference_left(self, call: Row) -> None:
        """Let a call that a conference has ended for go on, or end."""
        run = self._run
        run.pop(call, "hold", held.HELD, held.ANNOUNCED)
        if "conference" not in run.waits(call):
            run.calls.hang_up(call)
        elif not dial.over(run, call, run.facts["dial_conference"], None):
            run.proceed(call)
