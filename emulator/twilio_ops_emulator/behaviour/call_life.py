"""How calls go on: rung, answered, told of, carried through their TwiML, ended."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import rounded_minutes
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.state.clock import rfc2822
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.usage import Amount
from twilio_ops_emulator.twiml.flow import Flow

if TYPE_CHECKING:
    from twilio_ops_emulator.state.callbacks import Answer


class CallLife(LifecycleBehaviour):
    """A call goes from queued to its end; who is told, and what goes with it."""

    facts_name = "call"

    @property
    def flow(self) -> Flow:
        """What carries out the TwiML of calls."""
        return self.state.part(Flow)

    def enter(self, row: Row, step: Mapping[str, Any]) -> None:
        status = step.get("status")
        if status is not None:
            if not self.may_become(row, status):
                return
            self._become(row, status)
        self.tell(row, step["event"])
        if status == "in-progress":
            self._answered(row)

    def end(self, row: Row, status: str) -> None:
        """End a call: nothing more happens to it by itself; one that never left its queue tells nothing."""
        unsent = status == "canceled" and row["status"] == self.life["initial"]
        self.halt(row)
        self._become(row, status)
        if not unsent:
            self.tell(row, "completed")

    def become(self, row: Row, status: str, error_code: int | None = None) -> None:
        if status in self.life["final"]:
            self.end(row, status)
            return
        self.halt(row)
        self.enter(row, {"status": status, "event": self.life["status_event"][status]})

    def hang_up(self, row: Row) -> None:
        """End a call that goes on, however far it has come."""
        if not self.is_final(row):
            self.end(row, "completed" if row["status"] == "in-progress" else "canceled")

    on_hang_up = hang_up

    def answer(self, row: Row) -> None:
        """Answer a call that rings."""
        if self.may_become(row, "in-progress"):
            self.halt(row)
            self._become(row, "in-progress")
            self.tell(row, "answered")
            self._begin_to_last(row)

    def talks(self, row: Row) -> None:
        """Let a call go on without TwiML: as long as it talks, or until someone ends it."""
        self.resume(row)

    def redirect(self, row: Row, url: str | None, twiml: str | None, method: str | None) -> None:
        """Let a call go on elsewhere than where it is.

        Args:
            row: The call.
            url: Where its TwiML is.
            twiml: Its TwiML, if it is known.
            method: With what to ask for it; None = POST.
        """
        self.halt(row)
        self.flow.interrupt(row)
        self.state.publish("call_redirected", row)
        self.flow.begin(row, twiml=twiml, url=url, method=method)

    def _limit(self, row: Row) -> None:
        """See that a call that goes on lasts no longer than it may."""
        limit = row.recall("limit")
        if limit is not None and row["status"] == "in-progress":
            start = row["start_time"] or self.state.now  # a seed may not say when it was answered
            left = start + limit - self.state.time
            self.later(max(left, 0.0), "limit", row, limit=limit)

    def on_limit(self, row: Row, limit: int) -> None:
        """A call has lasted as long as it may, unless that was changed."""
        if row.recall("limit") == limit:
            self.hang_up(row)

    def _become(self, row: Row, status: str) -> None:
        now = self.state.now
        changes: dict[str, Any] = {"status": status}
        if status == "in-progress":
            changes["start_time"] = now
            known = self.setting(row, "answered_by")
            if known is None and row.recall("detection") is not None:
                known = self.life["detected"]
            changes["answered_by"] = known
        elif status in self.life["final"]:
            start = row["start_time"]
            changes["start_time"] = now if start is None else start
            changes["end_time"] = now
            changes["duration"] = 0 if start is None else now - start
            if status == "completed":
                changes["price"] = self._charge(row, changes["duration"])
        self.write(row, changes)
        self.state.publish("call_changed", row)

    def _charge(self, row: Row, seconds: int) -> str:
        minutes = Decimal(rounded_minutes(seconds))
        charge = self.charges(row)
        price = minutes * Decimal(charge["price"])
        self.state.charge(row["account_sid"], charge["usage"], Amount(Decimal(1), minutes, price))
        return str(-price)

    def _begin_to_last(self, row: Row) -> None:
        if (wanted := row.recall("record")) is not None:
            roles.recordings(self.state).start("outbound", wanted, row)
        self._limit(row)

    def _answered(self, row: Row) -> None:
        self._begin_to_last(row)
        document: dict[str, Any] = row.recall("document") or {}
        detection = row.recall("detection")
        more = {}
        if detection is not None:
            said = {"AnsweredBy": row["answered_by"], "MachineDetectionDuration": 0}
            if detection["beside"]:
                said |= {"CallSid": row["sid"], "AccountSid": row["account_sid"]}
                url, method = detection["url"], detection["method"]
                self.state.call_back(row["account_sid"], url, method, said, ("Call", row["sid"]))
            else:
                more = said
        if document.get("url") or document.get("twiml"):
            self.halt(row)
            self.flow.begin(row, **document, more=more)

    def on_twiml_resume(self, row: Row, turn: int) -> None:
        """The time that a verb waits is over."""
        self.flow.resume(row, turn)

    def on_twiml_answered(self, row: Row, answer: Answer, **data: Any) -> None:
        """The application has answered."""
        self.flow.answered(row, answer, **data)

    def on_twiml_press(self, row: Row, keys: str, turn: int) -> None:
        """The caller presses what a script says."""
        self.flow.pressed(row, keys, turn)

    def on_conference_left(self, row: Row) -> None:
        """A conference has ended for a call."""
        if not self.is_final(row):
            self.flow.conference_left(row)

    def call_changed(self, row: Row) -> None:
        """A call has another status: those that it is connected with take notice."""
        self.flow.call_changed(row)

    def call_waits(self, row: Row) -> None:
        """A call waits in a queue."""
        self.flow.call_waits(row)

    def call_let_go(self, row: Row) -> None:
        """A call that was taken out of a queue is alone again."""
        self.flow.call_let_go(row)

    def leg_accepted(self, row: Row) -> None:
        """A leg has heard what it was to hear before it is bridged."""
        self.flow.leg_accepted(row)

    def hold_over(self, row: Row) -> None:
        """A conference that a call waits for has begun."""
        self.flow.hold_over(row)

    def tell(self, row: Row, event: str) -> None:
        """Send the status callback of an event, if it was asked for."""
        callback = row.recall("callback")
        if not callback or not callback["url"] or event not in callback["events"]:
            return
        facts = self.life
        said = {name: row[field] for name, field in facts["callback"].items()}
        said["CallStatus"] = facts["event_status"][event] or row["status"]
        if row["end_time"] is not None:
            said.update({name: row[field] for name, field in facts["callback_ended"].items()})
            seconds = int(row["duration"] or 0)
            said["Duration"] = rounded_minutes(seconds) if seconds else 0
            said["SipResponseCode"] = facts["sip_response"].get(row["status"])
        number = row.recall("told") or 0
        row.remember(told=number + 1)
        said["Timestamp"] = rfc2822(self.state.now)
        said["CallbackSource"] = facts["callback_source"]
        said["SequenceNumber"] = number
        self.state.call_back(
            row["account_sid"], callback["url"], callback["method"], said, ("Call", row["sid"])
        )
