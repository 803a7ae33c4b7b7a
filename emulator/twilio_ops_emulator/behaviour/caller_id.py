"""Caller ids: a validation request calls the number; the caller id is there once it was answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour, behaviour_of
from twilio_ops_emulator.behaviour.phone import formatted

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class ValidationRequestBehaviour(Behaviour):
    """Answers the code that the called person has to key in; the emulator's people do.

    What comes of it is decided by the call: who does not answer, or is hung up, verifies nothing.
    """

    @property
    def outcomes(self) -> Mapping[str, Any]:
        """What the call can come to."""
        outcomes: Mapping[str, Any] = self.facts["call"]["outcomes"]
        return outcomes

    @property
    def settings(self) -> Mapping[str, str]:
        """What a script may set of the call."""
        settings: Mapping[str, str] = self.facts["call"]["settings"]
        return settings

    def get(self, context: Context) -> Row:
        return self.create(context)

    def create(self, context: Context) -> Row:
        facts = self.facts["caller_id"]
        account, number = context.account_sid, context.values["PhoneNumber"]
        if self._known(account, number) is not None:
            raise self.state.errors.case("verified_already", f"It is {number}.")
        name = context.get("FriendlyName") or formatted(number)
        call = self._call(account, number, name, context)
        digits = facts["code_digits"]
        return self.make(
            (account,),
            {
                "call_sid": call["sid"],
                "friendly_name": name,
                "phone_number": number,
                "validation_code": f"{self.state.random.randrange(10**digits):0{digits}}",
            },
        )

    def _call(self, account: str, number: str, name: str, context: Context) -> Row:
        facts = self.facts["caller_id"]
        calls = roles.calls(self.state)
        call = calls.seeded(
            (account,),
            {
                "from": facts["from"],
                "from_formatted": formatted(facts["from"]),
                "to": number,
                "to_formatted": formatted(number),
            },
        )
        call.remember(
            validation={
                "name": name,
                "url": context.get("StatusCallback"),
                "method": context.get("StatusCallbackMethod"),
            }
        )
        values = {"phone_number": number, "friendly_name": name}
        script = self.state.scripts.choose(self.model.key, values.get)
        delay = min(max(context.get("CallDelay") or 0, 0), facts["maximum_delay"])
        calls.begin(call, "answered", delay, script)
        return call

    def _known(self, account: str, number: str) -> Row | None:
        return self.state.table("OutgoingCallerId").having("phone_number", number, (account,))

    def call_changed(self, call: Row) -> None:
        """Whoever answers keys in the code; a call that ends before that verifies nothing."""
        if call.recall("validation") is None:
            return
        if call["status"] in self.facts["call"]["final"]:
            self._tell(call, "failed")
        elif call["status"] == "in-progress":
            self.state.later(
                self.facts["caller_id"]["seconds"],
                self.model.key,
                "keyed_in",
                account=call["account_sid"],
                call=call["sid"],
            )

    def on_keyed_in(self, account: str, call: str) -> None:
        """The code has been keyed in: the caller id is there, unless the call ended before."""
        row = self.state.find("Call", (account,), call)
        if row is None or (asked := row.recall("validation")) is None:
            return
        number = row["to"]
        known = self._known(account, number)  # of two requests the second finds it there
        if known is None:
            values = {"phone_number": number, "friendly_name": asked["name"]}
            known = behaviour_of(self.state, "OutgoingCallerId").seeded((account,), values)
        self._tell(row, "verified", {self.facts["caller_id"]["callback_sid"]: known["sid"]})

    def _tell(self, call: Row, result: str, more: Mapping[str, Any] | None = None) -> None:
        """Say what came of a validation, which is over with that."""
        facts, asked = self.facts["caller_id"], call.recall("validation")
        call.remember(validation=None)
        said = {
            "AccountSid": call["account_sid"],
            "CallSid": call["sid"],
            "To": call["to"],
            "Called": call["to"],
            facts["callback_status"]: facts["results"][result],
            **(more or {}),
        }
        about = ("Call", call["sid"])
        self.state.call_back(call["account_sid"], asked["url"], asked["method"], said, about)


BEHAVIOURS = {"ValidationRequest": ValidationRequestBehaviour}
