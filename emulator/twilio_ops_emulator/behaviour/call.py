"""Calls: placed, rung, answered, redirected, ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, cast

from twilio_ops_emulator.behaviour.base import chosen, rounded_minutes
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.behaviour.phone import formatted, has_prefix, normalised
from twilio_ops_emulator.behaviour.twiml import NotTwiml, verbs
from twilio_ops_emulator.state.clock import rfc2822
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.usage import Amount

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.behaviour.participant import ParticipantBehaviour
    from twilio_ops_emulator.behaviour.queue import MemberBehaviour
    from twilio_ops_emulator.behaviour.recording import RecordingBehaviour

PARTS = (
    "Participant",
    "Member",
    "CallRecording",
    "Siprec",
    "Stream",
    "RealtimeTranscription",
    "ValidationRequest",
)
"""Objects that end, or go on, with the call they are part of."""


class Part(Protocol):
    """The behaviour of such an object."""

    def call_changed(self, call: Row) -> None:
        """A call has another status."""


class CallBehaviour(LifecycleBehaviour):
    """A call goes from queued to its end; who is told, and what goes with it."""

    facts_name = "call"

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        values.update(self.ends(context))
        self._twiml(context)
        return values

    def ends(self, context: Context) -> dict[str, Any]:
        """Who calls and who is called, checked.

        Raises:
            Refusal: One of them cannot.
        """
        key = context.action.key
        to, sender = context.values["To"], context.values["From"]
        called, caller = self._address(to), self._address(sender)
        if called is None:
            raise self.world.errors.invalid(key, "To", f"{to!r} is not a number or an address")
        if caller is None:
            raise self.world.errors.invalid(key, "From", f"{sender!r} is not a number")
        number = self.owned(context.account_sid, caller)
        if self.world.check_senders and number is None and caller.startswith("+"):
            verified = self.world.table("OutgoingCallerId").having(
                "phone_number", caller, (context.account_sid,)
            )
            if verified is None and not context.test:
                raise self.world.errors.case("sender_not_owned_call", f"From is {sender}.")
        return {
            "to": called,
            "to_formatted": formatted(called),
            "from": caller,
            "from_formatted": formatted(caller),
            "phone_number_sid": None if number is None else number["sid"],
        }

    def make(self, scope: tuple[str, ...], values: Mapping[str, Any], at: int | None = None) -> Row:
        facts = self.life
        fixed = {
            "status": facts["initial"],
            "direction": facts["direction"],
            "price_unit": self.facts["service"]["currency"],
            "queue_time": facts["queue_time"],
        }
        return super().make(scope, {**fixed, **values}, at)

    def created(self, context: Context, row: Row) -> None:
        self.arrange(context, row, default="answered")

    def arrange(self, context: Context, row: Row, default: str) -> None:
        """Keep what a request says of a call, and let the call begin."""
        facts = self.life
        url, method = context.get("StatusCallback"), context.get("StatusCallbackMethod")
        application = self._application(context)
        if not url and application is not None:
            url, method = application["status_callback"], application["status_callback_method"]
        row.remember(
            callback={
                "url": url,
                "method": method,
                "events": chosen(context.get("StatusCallbackEvent"), facts["default_events"]),
            },
            url=context.get("Url"),
            twiml=context.get("Twiml"),
            limit=context.get("TimeLimit"),
            record=context.values if context.get("Record") else None,
        )
        ring = context.get("Timeout")
        self.begin(row, default, **({} if ring is None else {"ring": ring}))

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        asked = context.get("Status")
        if asked is not None:
            status = self.life["update"][asked].get(row["status"])
            if status is None:
                raise self.world.errors.case("call_state", f"It is {row['status']}.")
            self.end(row, status)
            return {}
        if context.get("Url") or context.get("Twiml"):
            if row["status"] != "in-progress":
                raise self.world.errors.case("call_state", f"It is {row['status']}.")
            self._twiml(context)
            self.redirect(row, context.get("Url"), context.get("Twiml"))
        if context.get("StatusCallback") is not None:
            known = row.recall("callback") or {"events": self.life["default_events"]}
            row.remember(
                callback={
                    **known,
                    "url": context.get("StatusCallback"),
                    "method": context.get("StatusCallbackMethod"),
                }
            )
        if context.get("TimeLimit") is not None:
            row.remember(limit=context.get("TimeLimit"))
            self._limit(row)
        return {"date_updated": context.now}

    def leave(self, context: Context, row: Row) -> None:
        if not self.is_final(row):
            raise self.world.errors.case("not_complete", f"The call is {row['status']}.")

    # -- life ---------------------------------------------------------------------------------

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
        """End a call: nothing more happens to it by itself."""
        self.halt(row)
        self._become(row, status)
        self.tell(row, "completed")

    def hang_up(self, row: Row) -> None:
        """End a call that goes on, however far it has come."""
        if not self.is_final(row):
            self.end(row, "completed" if row["status"] == "in-progress" else "canceled")

    on_hang_up = hang_up

    def redirect(self, row: Row, url: str | None, twiml: str | None) -> None:
        """Let a call go on elsewhere than where it is.

        Args:
            row: The call.
            url: Where its TwiML is.
            twiml: Its TwiML, if it is known.
        """
        row.remember(url=url, twiml=twiml)
        self._members.call_redirected(row)
        self._participants.call_redirected(row)
        self._obey(row)

    def _limit(self, row: Row) -> None:
        """See that a call that goes on lasts no longer than it may."""
        limit = row.recall("limit")
        if limit is not None and row["status"] == "in-progress":
            start = row["start_time"] or self.world.now  # a seed may not say when it was answered
            left = start + limit - self.world.time
            self.later(max(left, 0.0), "limit", row, limit=limit)

    def on_limit(self, row: Row, limit: int) -> None:
        """A call has lasted as long as it may, unless that was changed."""
        if row.recall("limit") == limit:
            self.hang_up(row)

    def _become(self, row: Row, status: str) -> None:
        now = self.world.now
        changes: dict[str, Any] = {"status": status}
        if status == "in-progress":
            changes["start_time"] = now
            changes["answered_by"] = self.setting(row, "answered_by")
        elif status in self.life["final"]:
            start = row["start_time"]
            changes["start_time"] = now if start is None else start
            changes["end_time"] = now
            changes["duration"] = 0 if start is None else now - start
            if status == "completed":
                changes["price"] = self._charge(row, changes["duration"])
        self.write(row, changes)
        for part in PARTS:
            cast(Part, self.world.behaviour(part)).call_changed(row)

    def _charge(self, row: Row, seconds: int) -> str:
        minutes = Decimal(rounded_minutes(seconds))
        price = minutes * Decimal(self.life["price_per_minute"])
        self.world.charge(
            row["account_sid"], self.life["usage"], Amount(Decimal(1), minutes, price)
        )
        return str(-price)

    def _answered(self, row: Row) -> None:
        if (wanted := row.recall("record")) is not None:
            self._recordings.start("outbound", wanted, row)
        self._limit(row)
        if row.recall("twiml"):
            self._obey(row)

    # -- TwiML --------------------------------------------------------------------------------

    def _twiml(self, context: Context) -> None:
        """See that TwiML is TwiML."""
        try:
            if text := context.get("Twiml"):
                verbs(text)
        except NotTwiml as wrong:
            raise self.world.errors.invalid(context.action.key, "Twiml", str(wrong)) from None

    def _obey(self, row: Row, first: int = 0) -> None:
        """Carry out what the emulator understands of a call's TwiML.

        Until the last verb nothing ends the call by itself; then it lasts as long as it talks. A call
        that waits or confers stays where it is until someone sends it on.

        Args:
            row: The call.
            first: The verb to begin with.
        """
        self.halt(row)
        text = row.recall("twiml")
        commands = verbs(text) if text else []
        for number, verb in enumerate(commands[first:], start=first + 1):
            if verb.name == "Pause":
                length = verb.attributes.get("length", "")
                seconds = int(length) if re.fullmatch(r"[0-9]{1,6}", length) else 1
                self.later(seconds, "paused", row, life=row.recall("life"), following=number)
                return
            if verb.name in ("Hangup", "Reject"):
                self.later(0.0, "hang_up", row)
                return
            if verb.name == "Enqueue":
                if self._members.enqueue(row, verb.text):
                    return
            elif verb.name == "Conference":
                self._participants.dial(row, verb.text, verb.attributes)
                return
            elif verb.name == "Record":
                self._recordings.start("verb", {}, row)
        self.resume(row)

    def on_paused(self, row: Row, life: int, following: int) -> None:
        """A pause is over: TwiML goes on, unless the call went elsewhere or ended meanwhile."""
        if row.recall("life") == life:
            self._obey(row, following)

    # -- what a call can be in ----------------------------------------------------------------

    @property
    def _members(self) -> MemberBehaviour:
        return cast("MemberBehaviour", self.world.behaviour("Member"))

    @property
    def _participants(self) -> ParticipantBehaviour:
        return cast("ParticipantBehaviour", self.world.behaviour("Participant"))

    @property
    def _recordings(self) -> RecordingBehaviour:
        return cast("RecordingBehaviour", self.world.behaviour("CallRecording"))

    # -- callbacks ----------------------------------------------------------------------------

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
            said["SipResponseCode"] = facts["sip_response"].get(row["status"])
        number = row.recall("told") or 0
        row.remember(told=number + 1)
        said["Timestamp"] = rfc2822(self.world.now)
        said["CallbackSource"] = facts["callback_source"]
        said["SequenceNumber"] = number
        self.world.call_back(
            row["account_sid"], callback["url"], callback["method"], said, ("Call", row["sid"])
        )

    def _application(self, context: Context) -> Row | None:
        sid = context.get("ApplicationSid")
        return None if not sid else self.world.find("Application", (context.account_sid,), sid)

    # -- addresses ----------------------------------------------------------------------------

    def owned(self, account: str, number: str) -> Row | None:
        """The number of an account that is called this, or None."""
        return self.world.table("IncomingPhoneNumber").having("phone_number", number, (account,))

    def _address(self, text: str) -> str | None:
        if has_prefix(text, self.life["addresses"]):
            return text
        return normalised(text)


BEHAVIOURS = {"Call": CallBehaviour}
