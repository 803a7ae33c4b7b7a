"""What carries out TwiML of calls: a stack of documents for each call, and one verb after the other.

All there is to know of a call's way through its documents stands with the call, as plain values, so
that snapshots hold it. Whatever waits, waits for an event with the call's *turn*; a turn that has
passed makes the event void.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.state.callbacks import Answer
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.sender import joined
from twilio_ops_emulator.state.state import State
from twilio_ops_emulator.twiml.answers import Reader, Reading
from twilio_ops_emulator.twiml.notify import notify
from twilio_ops_emulator.twiml.parse import NotTwiml, Parser, Problem, Verb

Frame = dict[str, Any]
"""A document that is being carried out: its ``kind``, ``text``, ``url``, ``method``, the number of the
``next`` verb, and the ``state`` of the verb that waits."""


class Run:
    """Carries out the documents of calls.

    Args:
        state: The state.
        handlers: What carries out each verb; it returns whether the call waits for something.

    Attributes:
        facts: The facts of TwiML.
        calls: The role of calls.
    """

    def __init__(
        self, state: State, handlers: Mapping[str, Callable[[Run, Row, Verb], bool]]
    ) -> None:
        self.state = state
        self.facts: Mapping[str, Any] = state.facts["twiml"]
        self.parser = Parser(self.facts)
        self.reader = Reader(self.facts, self.parser)
        self._handlers = handlers

    @property
    def calls(self) -> roles.Calls:
        """The role of calls."""
        return roles.calls(self.state)

    # -- documents ----------------------------------------------------------------------------

    @staticmethod
    def top(call: Row) -> Frame | None:
        """Return the document that is being carried out, to be read only."""
        frames = call.recall("frames")
        return frames[-1] if frames else None

    @staticmethod
    def change(call: Row, **values: Any) -> None:
        """Change the document that is being carried out."""
        *below, top = call.recall("frames")
        call.remember(frames=[*below, {**top, **values}])

    def push(self, call: Row, reading: Reading, kind: str, url: str | None, method: str) -> None:
        """Put a document over the one that is being carried out, in the place of one of its kind."""
        frames = list(call.recall("frames") or ())
        if frames and frames[-1]["kind"] == kind:
            frames.pop()
        frame: Frame = {"kind": kind, "text": reading.text, "url": url, "method": method}
        call.remember(frames=[*frames, {**frame, "next": 0, "state": {}}])
        for warning in reading.document.warnings:
            self.report(call, warning, url, method)

    @staticmethod
    def pop(call: Row, *kinds: str) -> None:
        """Take the uppermost documents away that are of one of these kinds."""
        known = call.recall("frames") or ()
        frames = list(known)
        while frames and frames[-1]["kind"] in kinds:
            frames.pop()
        if len(frames) != len(known):
            call.remember(frames=frames)

    def waits(self, call: Row) -> Mapping[str, Any]:
        """Return the state of the verb that a call waits in; empty where it waits in none."""
        frame = self.top(call)
        return {} if frame is None else frame["state"]

    def wait(self, call: Row, seconds: float | None, **state: Any) -> bool:
        """Let a call wait.

        Args:
            call: The call.
            seconds: How long at most; None = until something happens.
            **state: The state of the verb that waits.
        """
        self.change(call, state=state)
        turn = self.turn(call)
        if seconds is not None:
            self.later(call, seconds, "resume", turn=turn)
        return True

    def turn(self, call: Row) -> int:
        """Make void what a call waits for; return its new turn."""
        turn = int(call.recall("turn") or 0) + 1
        call.remember(turn=turn)
        return turn

    def is_void(self, call: Row, turn: int) -> bool:
        """Return whether an event is of a turn that has passed."""
        return bool(call.recall("turn") != turn or self.calls.is_final(call))

    def later(self, call: Row, seconds: float, name: str, **data: Any) -> None:
        """Put down an event of a call's TwiML."""
        self.state.later(
            seconds, "Call", f"twiml_{name}", scope=call.scope, key=call["sid"], **data
        )

    def proceed(self, call: Row) -> None:
        """Carry out verbs until one waits, or none is left."""
        self.turn(call)
        while not self.calls.is_final(call):
            frame = self.top(call)
            if frame is None:
                self.calls.hang_up(call)
                return
            verbs = self.parser.read(frame["text"]).verbs
            if frame["next"] >= len(verbs):
                self.change(call, state={})  # its last verb is over
                if self._document_over(call, frame):
                    return
                continue
            verb = verbs[int(frame["next"])]
            self.change(call, next=frame["next"] + 1, state={})
            if self._carry_out(call, verb, frame["kind"]):
                return

    def _carry_out(self, call: Row, verb: Verb, kind: str) -> bool:
        allowed = self.facts["allowed"].get(kind)
        if allowed is not None and verb.name not in allowed:
            what = "dial_nested" if verb.name == "Dial" else "unknown"
            what = "conference_verb" if kind in self.facts["conference_documents"] else what
            self.report(call, Problem(what, f"line {verb.line}: {verb.name} may not stand here"))
            return False
        table = self.facts["voice"][verb.name]
        on_bridge = verb.name == "Dial" and verb.flag("answerOnBridge")
        if call["status"] != "in-progress" and table.get("answers", True) and not on_bridge:
            self.calls.answer(call)
        self.note(call, verb.name, dict(verb.attributes), verb.text)
        handler = self._handlers.get(verb.name)
        if handler is None:
            message = f"line {verb.line}: the emulator does not carry out {verb.name}"
            self.report(call, Problem("not_done", message))
            return False
        return handler(self, call, verb)

    def _document_over(self, call: Row, frame: Frame) -> bool:
        """What follows the last verb of a document; whether the call waits then."""
        kind = frame["kind"]
        if kind == "call":
            self.calls.hang_up(call)
            return True
        if kind == "wait":  # what is heard in a queue begins anew
            return self.wait(call, float(self.facts["speech"]["least"]), again=True)
        if kind in ("hold", "held"):  # silence, until the conference begins or holds no longer
            return self.wait(call, None, silence=True)
        self.pop(call, kind)
        if kind == "announcement":
            self.state.publish("announcement_over", call, None)
            below = self.top(call)
            return below is None or below["kind"] != "held"
        self.state.publish("leg_accepted", call)
        return True

    # -- asking -------------------------------------------------------------------------------

    def url(self, call: Row, text: str | None, *, kind: str | None = None) -> str | None:
        """Return an address that a document names, made whole by where the document is from.

        Args:
            call: The call.
            text: The address; empty = that of the document itself.
            kind: The document's kind where it is not the uppermost.

        Returns:
            None where a document that came with the call names one that is not whole.
        """
        frames = call.recall("frames") or ()
        frame = next((f for f in reversed(frames) if kind in (None, f["kind"])), None)
        base = None if frame is None else frame["url"]
        return joined(base or "", text or "")

    def fetch(
        self,
        call: Row,
        url: str | None,
        method: str | None,
        more: Mapping[str, Any] | None = None,
        *,
        kind: str = "call",
        ignored: bool = False,
        fallback: bool = False,
    ) -> bool:
        """Ask the application what to do.

        Args:
            call: The call.
            url: The whole address; None = it is none, which ends the call.
            method: GET or POST; None = POST.
            more: What is said beside the parameters of every request.
            kind: What the document is for.
            ignored: Whether the answer does not count.
            fallback: Whether this is what is asked when the first could not be.

        Returns:
            True: the call waits for the answer.
        """
        if url is None:
            self.report(
                call, Problem("url", "an address is not whole, and there is nothing before it")
            )
            if kind == "call" and not ignored:
                self.calls.answer(call)
                self.calls.hang_up(call)
            return True
        asked = int(call.recall("documents") or 0) + 1
        call.remember(documents=asked)
        if asked > self.facts["limits"]["documents"]:
            self.note(call, "stopped", {}, f"the call has asked for {asked - 1} documents")
            self.calls.answer(call)
            self.calls.hang_up(call)
            return True
        turn = call.recall("turn") if ignored else self.turn(call)
        data = {"scope": call.scope, "key": call["sid"], "turn": turn, "kind": kind}
        data |= {"ignored": ignored, "fallback": fallback, "said": dict(more or {})}
        self.state.ask(
            call["account_sid"],
            url,
            method,
            {**self.parameters(call), **(more or {})},
            ("Call", call["sid"]),
            ("Call", "twiml_answered", data),
            call.recall("cookies"),
        )
        self.note(call, "request", {"url": url, "method": (method or "POST").upper()}, "")
        return True

    def parameters(self, call: Row) -> dict[str, Any]:
        """Return what every request about a call says."""
        facts = self.facts
        said = {name: call[field] for name, field in facts["voice_parameters"].items()}
        return {**said, **dict.fromkeys((*facts["places"], *facts["voice_places"]), "")}

    def answered(
        self,
        call: Row,
        answer: Answer,
        turn: int,
        kind: str,
        ignored: bool,
        fallback: bool,
        said: Mapping[str, Any],
    ) -> None:
        """Go on with what the application answered.

        Args:
            call: The call.
            answer: The answer.
            turn: The turn in which it was asked.
            kind: What the document is for.
            ignored: Whether the answer does not count.
            fallback: Whether this was asked because the first could not be.
            said: What was said beside the parameters of every request.
        """
        if answer.cookies:
            call.remember(cookies={**(call.recall("cookies") or {}), **dict(answer.cookies)})
        if ignored or self.is_void(call, turn):
            return
        if answer.refused:
            self.note(call, "unasked", {"url": answer.url}, "callbacks do not leave this machine")
            self._unasked(call, kind)
            return
        try:
            reading = self.reader.read(answer, "voice")
        except NotTwiml as wrong:
            self.report(call, wrong.problem, answer.url, answer.method, answer)
            self._failed(call, wrong.problem, answer, kind, fallback, said)
            return
        self.push(call, reading, kind, answer.url, answer.method)
        self.proceed(call)

    def _unasked(self, call: Row, kind: str) -> None:
        if kind == "call":
            self.calls.answer(call)
            self.calls.talks(call)
        elif kind in ("screen", "whisper"):
            self.state.publish("leg_accepted", call)
        elif kind == "announcement":
            self.state.publish("announcement_over", call, "it was not asked for")

    def _failed(
        self,
        call: Row,
        problem: Problem,
        answer: Answer,
        kind: str,
        fallback: bool,
        said: Mapping[str, Any],
    ) -> None:
        known: Mapping[str, Any] = call.recall("fallback") or {}
        if kind in ("screen", "whisper"):
            self.state.publish("leg_accepted", call)
            return
        if kind == "announcement":
            self.state.publish("announcement_over", call, problem.message)
        if kind != "call":
            return  # what waits goes on waiting, in silence
        if fallback or not known.get("url"):
            self.calls.answer(call)  # someone who calls hears that something failed
            self.calls.hang_up(call)
            return
        more = {**said, "ErrorCode": self.code(problem), "ErrorUrl": answer.url}
        self.fetch(call, known["url"], known.get("method"), more, fallback=True)

    # -- what is seen of it -------------------------------------------------------------------

    def note(self, call: Row, what: str, attributes: Mapping[str, Any], text: str) -> None:
        """Put something on a call's timeline."""
        known: list[dict[str, Any]] = call.recall("timeline") or []
        entry = {"at": self.state.time, "what": what, "attributes": dict(attributes), "text": text}
        call.remember(timeline=[*known, entry][-self.facts["limits"]["timeline"] :])

    def code(self, problem: Problem) -> int:
        """Return the error code of a problem."""
        return int(problem.code or self.facts["problems"][problem.kind]["code"])

    def report(
        self,
        call: Row,
        problem: Problem,
        url: str | None = None,
        method: str | None = None,
        answer: Answer | None = None,
    ) -> None:
        """Make the notification of a problem, and put it on the call's timeline.

        Args:
            call: The call.
            problem: The problem.
            url: The address of the document it is in; None = of the one being carried out.
            method: With what it was asked.
            answer: The answer it is in.
        """
        frame = self.top(call)
        url = url or (frame or {}).get("url")
        code = self.code(problem)
        self.note(call, "problem", {"code": code}, problem.message)
        notify(self.state, call["account_sid"], call["sid"], problem, code, url, method, answer)

    # -- how long things last -----------------------------------------------------------------

    def seconds_of(self, verb: Verb) -> float | None:
        """Return how long a verb that is heard lasts; None = until the call ends."""
        facts = self.facts["speech"]
        if verb.name == "Pause":
            return float(verb.attributes.get("length", 1))
        if verb.attributes.get("loop") == "0":
            return None
        if verb.name == "Say":
            once = self.seconds_of_words(verb.text)
        elif "digits" in verb.attributes:
            once = float(len(verb.attributes["digits"]) * facts["digit"])
        else:
            once = float(facts["play"])
        return once * int(verb.attributes.get("loop", 1))

    def seconds_of_words(self, text: str) -> float:
        """Return how long it takes to say a text."""
        facts = self.facts["speech"]
        return float(max(len(text.split()) / facts["words_per_second"], facts["least"]))
