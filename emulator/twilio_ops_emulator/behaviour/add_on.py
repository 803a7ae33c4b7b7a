"""Add-ons of numbers and of recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour, behaviour_of

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class AssignedAddOnBehaviour(Behaviour):
    """An assigned add-on has the Sid of the installed one and extends something."""

    def prepare(self, context: Context) -> dict[str, Any]:
        facts = self.facts["add_on"]
        sid = context.values["InstalledAddOnSid"]
        if self.table.find(self.scope(context), sid) is not None:
            why = f"{sid} is assigned already"
            raise self.state.errors.invalid(context.action.key, "InstalledAddOnSid", why)
        return {"sid": sid, **facts["assigned"]}

    def created(self, context: Context, row: Row) -> None:
        extensions = behaviour_of(self.state, "IncomingPhoneNumberAssignedAddOnExtension")
        extensions.seeded((*row.scope, row["sid"]), self.facts["add_on"]["extension"])


class PayloadDataBehaviour(Behaviour):
    """The data of a payload are elsewhere: the answer says where."""

    def get(self, context: Context) -> Row:
        payload = context.parents["RecordingAddOnResultPayload"]
        url = self.facts["add_on"]["payload_url"].format(sid=payload["sid"])
        return self.make(self.scope(context), {"redirect_to": url})


BEHAVIOURS = {
    "IncomingPhoneNumberAssignedAddOn": AssignedAddOnBehaviour,
    "RecordingAddOnResultPayloadData": PayloadDataBehaviour,
}
