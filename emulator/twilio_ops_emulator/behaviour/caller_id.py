"""Caller ids: a validation request calls the number; the caller id is there once it was answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.behaviour.call import CallBehaviour
from twilio_ops_emulator.phone import formatted

if TYPE_CHECKING:
    from twilio_ops_emulator.context import Context
    from twilio_ops_emulator.shelves import Row


class ValidationRequestBehaviour(Behaviour):
    """Answers the code that the called person has to key in; the emulator's people do."""

    @property
    def outcomes(self) -> Mapping[str, Any]:
        """What a validation can come to."""
        outcomes: Mapping[str, Any] = self.facts["caller_id"]["outcomes"]
        return outcomes

    def get(self, context: Context) -> Row:
        return self.create(context)

    def create(self, context: Context) -> Row:
        facts = self.facts["caller_id"]
        account, number = context.account_sid, context.values["PhoneNumber"]
        known = self.world.table("OutgoingCallerId").having("phone_number", number, (account,))
        if known is not None:
            raise self.world.errors.case("verified_already", f"It is {number}.")
        delay = min(max(context.get("CallDelay") or 0, 0), facts["maximum_delay"])
        call = self._call(account, number, delay)
        digits = facts["code_digits"]
        row = self.make(
            (account,),
            {
                "call_sid": call["sid"],
                "friendly_name": context.get("FriendlyName") or formatted(number),
                "phone_number": number,
                "validation_code": f"{self.world.random.randrange(10**digits):0{digits}}",
            },
        )
        self.world.later(
            delay + facts["seconds"],
            self.model.key,
            "called",
            account=account,
            number=number,
            name=row["friendly_name"],
            call=call["sid"],
            url=context.get("StatusCallback"),
            method=context.get("StatusCallbackMethod"),
        )
        return row

    def _call(self, account: str, number: str, delay: float) -> Row:
        facts = self.facts["caller_id"]
        calls = cast(CallBehaviour, self.world.behaviour("Call"))
        call = calls.make(
            (account,),
            {
                "from": facts["from"],
                "from_formatted": formatted(facts["from"]),
                "to": number,
                "to_formatted": formatted(number),
            },
        )
        calls.table.insert(call)
        calls.begin(call, "answered", delay=delay)
        return call

    def on_called(
        self, account: str, number: str, name: str, call: str, url: str | None, method: str | None
    ) -> None:
        """The call has come to whatever it comes to."""
        facts = self.facts["caller_id"]
        values = {"phone_number": number, "friendly_name": name}
        script = self.world.scripts.choose(self.model.key, values.get)
        result = self.outcomes[script.outcome if script is not None else "answered"]
        said: dict[str, Any] = {
            "AccountSid": account,
            "CallSid": call,
            "To": number,
            "Called": number,
            facts["callback_status"]: result,
        }
        if result == self.outcomes["answered"]:
            callers = self.world.behaviour("OutgoingCallerId")
            row = callers.seeded((account,), values)
            said[facts["callback_sid"]] = row["sid"]
        self.world.call_back(account, url, method, said, ("Call", call))


BEHAVIOURS = {"ValidationRequest": ValidationRequestBehaviour}
