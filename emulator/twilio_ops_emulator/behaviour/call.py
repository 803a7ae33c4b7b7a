"""Calls: placed, rung, answered, redirected, ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import numbering
from twilio_ops_emulator.behaviour.base import chosen
from twilio_ops_emulator.behaviour.call_life import CallLife
from twilio_ops_emulator.behaviour.phone import formatted, has_prefix, normalised
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.twiml.notify import notify
from twilio_ops_emulator.twiml.parse import NotTwiml, Problem

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class CallBehaviour(CallLife):
    """A call goes from queued to its end; who is told, and what goes with it."""

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
            raise self.state.errors.invalid(key, "To", f"{to!r} is not a number or an address")
        if caller is None:
            raise self.state.errors.invalid(key, "From", f"{sender!r} is not a number")
        number = self.owned(context.account_sid, caller)
        if self.state.check_senders and number is None and caller.startswith("+"):
            verified = self.state.table("OutgoingCallerId").having(
                "phone_number", caller, (context.account_sid,)
            )
            if verified is None and not context.test:
                raise self.state.errors.case("sender_not_owned_call", f"From is {sender}.")
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
        given = context.values.get
        url, method = given("StatusCallback"), given("StatusCallbackMethod")
        document = {"url": given("Url"), "method": given("Method")}
        fallback = {"url": given("FallbackUrl"), "method": given("FallbackMethod")}
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
        if given("MachineDetection"):
            detection = {
                "beside": given("AsyncAmd") in (True, "true"),
                "url": given("AsyncAmdStatusCallback"),
                "method": given("AsyncAmdStatusCallbackMethod"),
            }
        row.remember(
            callback={"url": url, "method": method, "events": self._events(context, row, url)},
            document={**document, "twiml": given("Twiml")},
            fallback=fallback,
            detection=detection,
            limit=given("TimeLimit"),
            record=context.values if given("Record") else None,
        )
        ring = given("Timeout")
        self.begin(row, default, **({} if ring is None else {"ring": ring}))
        self._plan_keys(row)

    def _events(self, context: Context, row: Row, url: str | None) -> list[str]:
        """The events that a status callback is sent for; none where one of their words is none.

        A call takes each in a parameter of its own; a participant takes several in one text, too.
        """
        facts, words = self.life, context.get("StatusCallbackEvent")
        if context.action.owner is not self.model:
            return chosen(words, facts["default_events"])
        events = list(words or facts["default_events"])
        unknown = [word for word in events if word not in facts["event_status"]]
        if not unknown:
            return events
        problem = Problem("callback_events", f"there are no events {', '.join(unknown)}")
        code = int(self.facts["twiml"]["problems"][problem.kind]["code"])
        account = row["account_sid"]
        notify(self.state, account, row["sid"], problem, code, url, context.get("Method"), None)
        return []

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
            application = self.state.find("Application", (account,), sid)
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
        script = self.state.scripts.choose(self.base.key, row.get)
        row.remember(settings={} if script is None else script.settings)
        self._plan_keys(row)
        if source["voice_url"]:
            self.flow.begin(row, url=source["voice_url"], method=source["voice_method"])
        else:  # nobody says what to do with it
            self.end(row, "no-answer")
        return row

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        asked = context.get("Status")
        if asked is not None:
            status = self.life["update"][asked].get(row["status"])
            if status is None:
                raise self.state.errors.case("call_state", f"It is {row['status']}.")
            self.end(row, status)
            return {}
        if context.get("Url") or context.get("Twiml"):
            if row["status"] != "in-progress":
                raise self.state.errors.case("call_state", f"It is {row['status']}.")
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
            raise self.state.errors.case("not_complete", f"The call is {row['status']}.")

    # -- life ---------------------------------------------------------------------------------

    # -- TwiML --------------------------------------------------------------------------------

    def _twiml(self, context: Context) -> None:
        """See that TwiML is TwiML."""
        text = context.get("Twiml")
        if not text or context.get("Url"):
            return
        errors, most = self.state.errors, self.facts["twiml"]["document"]["parameter"]
        if len(text) > most:
            raise errors.case("long_twiml", f"It has {len(text)} characters, not {most} at most.")
        try:
            self.flow.check(text)
        except NotTwiml as wrong:
            code = self.facts["twiml"]["problems"][wrong.problem.kind]["code"]
            raise errors.code(code, f"Twiml: {wrong}.") from None

    # -- callbacks ----------------------------------------------------------------------------

    def _application(self, context: Context) -> Row | None:
        sid = context.get("ApplicationSid")
        return None if not sid else self.state.find("Application", (context.account_sid,), sid)

    # -- addresses ----------------------------------------------------------------------------

    def owned(self, account: str, number: str) -> Row | None:
        """The number of an account that is called this, or None."""
        return self.state.table("IncomingPhoneNumber").having("phone_number", number, (account,))

    def _address(self, text: str) -> str | None:
        if has_prefix(text, self.life["addresses"]):
            return text
        return normalised(text)


BEHAVIOURS = {"Call": CallBehaviour}
