"""Calls: placed, rung, answered, redirected, ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import numbering, roles
from twilio_ops_emulator.behaviour.base import chosen, rounded_minutes
from twilio_ops_emulator.behaviour.life import LifecycleBehaviour
from twilio_ops_emulator.behaviour.phone import formatted, has_prefix, normalised
from twilio_ops_emulator.state.clock import rfc2822
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.usage import Amount
from twilio_ops_emulator.twiml.parse import NotTwiml

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.callbacks import Answer


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
        if caller is None and has_prefix(called or "", self.life["sip"]):
            caller = sender if re.fullmatch(self.life["sip_caller"], sender) else None
        if called is None or (called.startswith("+") and not numbering.is_possible(called)):
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
        document = {"url": context.get("Url"), "method": context.get("Method")}
        fallback = {"url": context.get("FallbackUrl"), "method": context.get("FallbackMethod")}
        application = self._application(context)
        if application is not None:
            document = {"url": application["voice_url"], "method": application["voice_method"]}
            fallback = {
                "url": application["voice_fallback_url"],
                "method": application["voice_fallback_method"],
            }
            if not url:
                url, method = application["status_callback"], application["status_callback_method"]
        detection = None
        if context.get("MachineDetection"):
            detection = {
                "beside": context.get("AsyncAmd") in (True, "true"),
                "url": context.get("AsyncAmdStatusCallback"),
                "method": context.get("AsyncAmdStatusCallbackMethod"),
            }
        row.remember(
            callback={
                "url": url,
                "method": method,
                "events": chosen(context.get("StatusCallbackEvent"), facts["default_events"]),
            },
            document={**document, "twiml": context.get("Twiml")},
            fallback=fallback,
            detection=detection,
            limit=context.get("TimeLimit"),
            record=context.values if context.get("Record") else None,
        )
        ring = context.get("Timeout")
        self.begin(row, default, **({} if ring is None else {"ring": ring}))
        self._plan_keys(row)

    def _plan_keys(self, row: Row) -> None:
        """Keep what a script has the caller press."""
        if keys := self.setting(row, "keys"):
            row.remember(planned_keys=str(keys).split())

    def dialled(self, parent: Row, values: Mapping[str, Any], leg: Mapping[str, Any]) -> Row:
        """Make the leg that a call dials, and let it begin.

        Args:
            parent: The call.
            values: The leg's values.
            leg: Its ``callback``, ``ring`` time and time ``limit``, and the ``plan`` it is of.
        """
        for name in ("to", "from"):
            values = {**values, f"{name}_formatted": formatted(values[name])}
        row = self.make(parent.scope, values)
        self.table.insert(row)
        row.remember(
            dialled_by=parent["sid"],
            callback=leg["callback"],
            limit=leg["limit"],
            plan=leg["plan"],
        )
        self.begin(row, "answered", ring=leg["ring"])
        self._plan_keys(row)
        return row

    def receive(self, account: str, number: Row, caller: str, called: str) -> Row:
        """Let a call come in for a number of an account.

        Args:
            account: The account.
            number: The number, or the domain, that is called.
            caller: Who calls.
            called: What they call.
        """
        inbound = self.facts["twiml"]["inbound"]
        row = self.make(
            (account,),
            {
                "to": called,
                "to_formatted": formatted(called),
                "from": caller,
                "from_formatted": formatted(caller),
                "phone_number_sid": number["sid"],
                "direction": inbound["direction"],
                "status": inbound["call_status"],
            },
        )
        self.table.insert(row)
        application = None
        if sid := number.get("voice_application_sid"):
            application = self.world.find("Application", (account,), sid)
        source = number if application is None else application
        row.remember(
            callback={
                "url": source["status_callback"],
                "method": source["status_callback_method"],
                "events": self.life["default_events"],
            },
            fallback={
                "url": source["voice_fallback_url"],
                "method": source["voice_fallback_method"],
            },
        )
        script = self.world.scripts.choose(self.base.key, row.get)
        row.remember(settings={} if script is None else script.settings)
        self._plan_keys(row)
        if source["voice_url"]:
            self.world.twiml.begin(row, url=source["voice_url"], method=source["voice_method"])
        else:  # nobody says what to do with it
            self.end(row, "no-answer")
        return row

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
            if context.get("FallbackUrl"):
                method = context.get("FallbackMethod")
                row.remember(fallback={"url": context.get("FallbackUrl"), "method": method})
            url, method = context.get("Url"), context.get("Method")
            self.redirect(row, url, context.get("Twiml"), method)
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
        self.world.twiml.interrupt(row)
        self.world.publish("call_redirected", row)
        self.world.twiml.begin(row, twiml=twiml, url=url, method=method)

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
        self.world.publish("call_changed", row)

    def _charge(self, row: Row, seconds: int) -> str:
        minutes = Decimal(rounded_minutes(seconds))
        price = minutes * Decimal(self.life["price_per_minute"])
        self.world.charge(
            row["account_sid"], self.life["usage"], Amount(Decimal(1), minutes, price)
        )
        return str(-price)

    def _begin_to_last(self, row: Row) -> None:
        if (wanted := row.recall("record")) is not None:
            roles.recordings(self.world).start("outbound", wanted, row)
        self._limit(row)

    def _answered(self, row: Row) -> None:
        self._begin_to_last(row)
        document = row.recall("document") or {}
        detection = row.recall("detection")
        more = {}
        if detection is not None:
            said = {"AnsweredBy": row["answered_by"], "MachineDetectionDuration": 0}
            if detection["beside"]:
                said |= {"CallSid": row["sid"], "AccountSid": row["account_sid"]}
                url, method = detection["url"], detection["method"]
                self.world.call_back(row["account_sid"], url, method, said, ("Call", row["sid"]))
            else:
                more = said
        if document.get("url") or document.get("twiml"):
            self.halt(row)
            self.world.twiml.begin(row, **document, more=more)

    # -- TwiML --------------------------------------------------------------------------------

    def _twiml(self, context: Context) -> None:
        """See that TwiML is TwiML."""
        text = context.get("Twiml")
        if not text or context.get("Url"):
            return
        most = self.facts["twiml"]["document"]["parameter"]
        try:
            if len(text) > most:
                raise NotTwiml("too_long", f"it is longer than {most} characters")
            self.world.twiml.check(text)
        except NotTwiml as wrong:
            raise self.world.errors.invalid(context.action.key, "Twiml", str(wrong)) from None

    def on_twiml_resume(self, row: Row, turn: int) -> None:
        """The time that a verb waits is over."""
        self.world.twiml.resume(row, turn)

    def on_twiml_answered(self, row: Row, answer: Answer, **data: Any) -> None:
        """The application has answered."""
        self.world.twiml.answered(row, answer, **data)

    def on_twiml_press(self, row: Row, keys: str, turn: int) -> None:
        """The caller presses what a script says."""
        self.world.twiml.pressed(row, keys, turn)

    def on_conference_left(self, row: Row) -> None:
        """A conference has ended for a call."""
        if not self.is_final(row):
            self.world.twiml.conference_left(row)

    def call_changed(self, row: Row) -> None:
        """A call has another status: those that it is connected with take notice."""
        self.world.twiml.call_changed(row)

    def call_waits(self, row: Row) -> None:
        """A call waits in a queue."""
        self.world.twiml.call_waits(row)

    def call_let_go(self, row: Row) -> None:
        """A call that was taken out of a queue is alone again."""
        self.world.twiml.call_let_go(row)

    def leg_accepted(self, row: Row) -> None:
        """A leg has heard what it was to hear before it is bridged."""
        self.world.twiml.leg_accepted(row)

    def hold_over(self, row: Row) -> None:
        """A conference that a call waits for has begun."""
        self.world.twiml.hold_over(row)

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
