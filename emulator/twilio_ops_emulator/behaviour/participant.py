"""Who takes part in a conference: called into it, muted, put on hold, made to leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row

_FLAGS = {
    "Muted": "muted",
    "Hold": "hold",
    "Coaching": "coaching",
    "CallSidToCoach": "call_sid_to_coach",
    "EndConferenceOnExit": "end_conference_on_exit",
}
_SWITCHES = {"muted": "mute", "hold": "hold"}
"""Fields whose changes have events of their own; those of the others modify a participant."""


class ParticipantBehaviour(Behaviour):
    """A participant is a call within a conference, and is gone when the call has ended."""

    @property
    def life(self) -> Mapping[str, Any]:
        """The facts of participants."""
        life: Mapping[str, Any] = self.facts["conference"]["participant"]
        return life

    @property
    def _calls(self) -> roles.Calls:
        return roles.calls(self.state)

    @property
    def _conferences(self) -> roles.Conferences:
        return roles.conferences(self.state)

    def require_parents(self, context: Context) -> None:
        name = context.keys["ConferenceSid"]
        scope = (context.account_sid,)
        if (
            context.action.name == "Create"
            and self._conferences.locate(scope, name, context) is None
        ):
            if self.state.rules.sid_like(name, ("CF",)):
                raise self._conferences.missing(name)
            return  # the conference begins with this participant, once nothing speaks against it
        super().require_parents(context)

    def prepare(self, context: Context) -> dict[str, Any]:
        known = context.parents.get("Conference")
        if known is not None:
            if known["status"] in self.facts["conference"]["final"]:
                raise self.state.errors.case("call_state", "The conference has ended.")
            present = len(self.table.listing((context.account_sid, known["sid"])))
            most = (
                context.get("MaxParticipants") or self.facts["conference"]["maximum_participants"]
            )
            if present >= most:
                raise self.state.errors.case("call_state", "The conference is full.")
        return super().prepare(context)

    def create(self, context: Context) -> Row:
        ends = self._calls.ends(context)
        values = self.prepare(context)
        conference = self._conferences.open(
            context.account_sid,
            (
                context.keys["ConferenceSid"]
                if "Conference" not in context.parents
                else context.parents["Conference"]["friendly_name"]
            ),
            context.values,
        )
        calls = self._calls
        call = calls.seeded((context.account_sid,), ends)
        call.remember(conference=conference["sid"])
        row = self._join(call, conference, values)
        calls.arrange(context, call, default="open")
        if context.get("Coaching") and context.get("CallSidToCoach"):
            self.write(row, {"coaching": True})
        return row

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = super().locate(scope, key)
        return row if row is not None else self.table.having("label", key, scope)

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        return {
            field: context.values[name]
            for name, field in _FLAGS.items()
            if context.get(name) is not None
        }

    def update(self, context: Context) -> Row:
        row = self.named(context)
        conference = self._conference_of(row)
        if conference is not None:
            self._conferences.require_running(conference)
        before = {field: row[field] for field in _FLAGS.values()}
        self.write(row, self.revise(context, row))
        if conference is not None:
            changed = {field for field, value in before.items() if row[field] != value}
            for field, event in _SWITCHES.items():
                if field in changed:
                    which = 0 if row[field] else 1
                    self._conferences.tell(conference, event, row, which)
            if changed - set(_SWITCHES):
                self._conferences.tell(conference, "modify", row)
            self._let_hear(context, row, conference, held=before["hold"])
        return row

    def _let_hear(self, context: Context, row: Row, conference: Row, *, held: bool) -> None:
        """Let a participant hear what it is to hear on hold, and what is announced to it alone."""
        call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
        if call is None:
            return
        flow, about = self._calls.flow, self._conferences.about(conference)
        if row["hold"] and (url := context.get("HoldUrl")):
            flow.hold(call, url, context.get("HoldMethod"), about)
        elif held and not row["hold"]:
            flow.unhold(call)
        if url := context.get("AnnounceUrl"):
            flow.announce(call, url, context.get("AnnounceMethod"), about)
            row.remember(announced=url)

    def announcement_over(self, call: Row, failed: str | None) -> None:
        """Tell of an announcement that was made to one participant alone."""
        row = self._of_call(call)
        url = None if row is None else row.recall("announced")
        if row is None or url is None or (conference := self._conference_of(row)) is None:
            return
        row.remember(announced=None)
        self._conferences.tell_announced(conference, url, failed, row)

    def calls_in(self, conference: Row) -> list[Row]:
        """Return the calls that are in a conference."""
        present = self.life["present"]
        found = [
            self.state.find("Call", (row["account_sid"],), row["call_sid"])
            for row in self.table.listing((conference["account_sid"], conference["sid"]))
            if row["status"] in present
        ]
        return [call for call in found if call is not None]

    def delete(self, context: Context) -> None:
        row = self.named(context)
        call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
        row.remember(kicked=True)
        self._leave(row)
        if call is not None and not self._calls.is_final(call):
            self._goes_on(call)

    # -- what happens to calls ----------------------------------------------------------------

    def call_changed(self, call: Row) -> None:
        """Join, or leave, with the call."""
        row = self._of_call(call)
        if row is None:
            return
        self.write(row, {"status": self.life["statuses"][call["status"]]})
        if self._calls.is_final(call):
            self._leave(row)
        elif call["status"] == "in-progress":
            self._joined(row)

    def call_redirected(self, call: Row) -> None:
        """Leave: the call goes on elsewhere."""
        row = self._of_call(call)
        if row is not None:
            self._leave(row)

    def conference_begun(self, conference: Row) -> None:
        """Let those who waited for a conference hear one another."""
        for row in list(self.table.listing((conference["account_sid"], conference["sid"]))):
            call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
            if call is not None:
                self.state.publish("hold_over", call)

    def conference_ended(self, conference: Row) -> None:
        """Let those who are still in a conference leave it; their calls go on with their TwiML."""
        for row in list(self.table.listing((conference["account_sid"], conference["sid"]))):
            call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
            joined = row["status"] in self.life["joined"]
            self._take_out(row)
            if joined:
                reasons = self.life["left_reasons"]
                why = reasons.get(conference["reason_conference_ended"]) or reasons["*"]
                self._tell_leave(conference, row, call, why)
            if call is not None:
                self._goes_on(call)

    def _goes_on(self, call: Row) -> None:
        self.state.later(0.0, "Call", "conference_left", scope=call.scope, key=call["sid"])

    def dial(self, call: Row, name: str, attributes: Mapping[str, str]) -> bool:
        """A call's TwiML dials a conference.

        Returns:
            Whether the conference has begun.

        Args:
            call: The call.
            name: What the conference is called.
            attributes: What TwiML says of it.
        """
        words = self.facts["conference"]["attributes"].items()
        asked = {parameter: attributes[word] for word, parameter in words if word in attributes}
        conference = self._conferences.open(call["account_sid"], name, asked)
        call.remember(conference=conference["sid"])
        row = self._join(
            call,
            conference,
            {
                "muted": attributes.get("muted") == "true",
                "start_conference_on_enter": attributes.get("startConferenceOnEnter") != "false",
                "end_conference_on_exit": attributes.get("endConferenceOnExit") == "true",
                "label": attributes.get("participantLabel"),
            },
        )
        self._joined(row)
        return bool(conference["status"] == self.facts["conference"]["running"])

    def _join(self, call: Row, conference: Row, values: Mapping[str, Any]) -> Row:
        row = self.make(
            (conference["account_sid"], conference["sid"]),
            {
                **self.life["defaults"],
                **{name: value for name, value in values.items() if value is not None},
                "call_sid": call["sid"],
                "status": self.life["statuses"][call["status"]],
                "queue_time": call["queue_time"],
            },
        )
        self.table.insert(row)
        return row

    def _joined(self, row: Row) -> None:
        conference = self._conference_of(row)
        if conference is None:
            return
        present = [
            one for one in self.table.listing(row.scope) if one["status"] in self.life["present"]
        ]
        enough = len(present) >= self.life["needed"]
        if enough and any(one["start_conference_on_enter"] for one in present):
            self._conferences.begin(conference)
        self._conferences.tell(conference, "join", row)

    def _leave(self, row: Row) -> None:
        kicked = bool(row.recall("kicked"))
        conference = self._conference_of(row)
        joined = row["status"] in self.life["joined"]
        self._take_out(row)
        if conference is None:
            return
        if joined:
            call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
            over = call is None or self._calls.is_final(call)
            why = self.life["left_reasons"]["hung_up" if over else "updated"]
            self._tell_leave(conference, row, call, why)
        if row["end_conference_on_exit"] and joined:
            reason = "exit_kicked" if kicked else "exit_left"
        elif not len(self.table.listing(row.scope)):
            reason = "last_kicked" if kicked else "last_left"
        else:
            return
        self._conferences.end(conference, reason, row)

    def _tell_leave(self, conference: Row, row: Row, call: Row | None, why: str) -> None:
        status = None if call is None else call["status"]
        self._conferences.tell(
            conference, "leave", row, ParticipantCallStatus=status, ReasonParticipantLeft=why
        )

    def _take_out(self, row: Row) -> None:
        call = self.state.find("Call", (row["account_sid"],), row["call_sid"])
        if call is not None:
            call.remember(conference=None)
        self.table.delete(row)

    def _of_call(self, call: Row) -> Row | None:
        conference = call.recall("conference")
        if conference is None:
            return None
        return self.table.find((call["account_sid"], conference), call["sid"])

    def _conference_of(self, row: Row) -> Row | None:
        return self.state.find("Conference", (row["account_sid"],), row["conference_sid"])


BEHAVIOURS = {"Participant": ParticipantBehaviour}
