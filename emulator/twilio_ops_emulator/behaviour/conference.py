"""Conferences: they begin when someone joins and end when the last one, or a decisive one, leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour, chosen
from twilio_ops_emulator.state.clock import rfc2822

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.callbacks import Answer
    from twilio_ops_emulator.state.index import Row


class ConferenceBehaviour(Behaviour):
    """A conference has a name while it goes on; a later one may have the same."""

    @property
    def life(self) -> Mapping[str, Any]:
        """The facts of conferences."""
        life: Mapping[str, Any] = self.facts["conference"]
        return life

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = super().locate(scope, key)
        if row is not None or context is None or context.model is self.model:
            return row
        return self.going_on(scope, key)

    def going_on(self, scope: tuple[str, ...], name: str) -> Row | None:
        """The conference of a name that has not ended, or None."""
        index = self._layout.index["friendly_name"]
        for row in reversed(self.table.listing(scope).having(index, name)):
            if row["status"] not in self.life["final"]:
                return row
        return None

    def open(self, account: str, name: str, asked: Mapping[str, Any]) -> Row:
        """The conference of a name: the one that goes on, or a new one.

        Args:
            account: Whose it is.
            name: Its name.
            asked: What is asked of it, by parameter: where it is, who is told what happens, and
                whether it is recorded.
        """
        facts = self.life
        row = self.going_on((account,), name)
        if row is None:
            row = self.make(
                (account,),
                {
                    "friendly_name": name,
                    "region": asked.get("Region") or facts["region"],
                    "status": facts["initial"],
                },
            )
            self.table.insert(row)
        if asked.get("ConferenceStatusCallback") and row.recall("callback") is None:
            row.remember(
                callback={
                    "url": asked["ConferenceStatusCallback"],
                    "method": asked.get("ConferenceStatusCallbackMethod"),
                    "events": chosen(
                        asked.get("ConferenceStatusCallbackEvent"), facts["default_events"]
                    ),
                }
            )
        if facts["record"].get(asked.get("ConferenceRecord")) and not row.recall("recorded"):
            row.remember(
                record={of: asked.get(name) for name, of in facts["record_parameters"].items()}
            )
        return row

    def begin(self, row: Row) -> None:
        """Someone who may begin it has joined."""
        if row["status"] == self.life["initial"]:
            self.write(row, {"status": self.life["running"]})
            self.tell(row, "start")
            self.state.publish("conference_begun", row)
        if (asked := row.recall("record")) is not None:
            row.remember(record=None, recorded=True)
            roles.recordings(self.state).start_conference(asked, row)

    def end(self, row: Row, reason: str, participant: Row | None) -> None:
        """End it.

        Args:
            row: The conference.
            reason: Why, as facts call it.
            participant: Who ended it, if one did.
        """
        if row["status"] in self.life["final"]:
            return
        changes = {
            "status": self.life["final"][0],
            "reason_conference_ended": self.life["reasons"][reason],
            "call_sid_ending_conference": None if participant is None else participant["call_sid"],
        }
        self.write(row, changes)
        self.state.publish("conference_ended", row)
        self.tell(
            row,
            "end",
            ReasonConferenceEnded=changes["reason_conference_ended"],
            CallSidEndingConference=changes["call_sid_ending_conference"],
            ParticipantLabelEndingConference=None if participant is None else participant["label"],
        )

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        if url := context.get("AnnounceUrl"):
            self.require_running(row)
            self._announce(row, url, context.get("AnnounceMethod"))
        if context.get("Status") is not None:
            self.end(row, "update", None)
        return {}

    def require_running(self, row: Row) -> None:
        """See that a conference goes on.

        Raises:
            Refusal: It has not begun, or has ended.
        """
        if row["status"] != self.life["running"]:
            raise self.state.errors.case("conference_state", f"The conference is {row['status']}.")

    def about(self, row: Row) -> dict[str, Any]:
        """What a request about a conference says of it."""
        return {name: row[field] for name, field in self.life["callback"].items()}

    # -- announcements to all -----------------------------------------------------------------

    def _announce(self, row: Row, url: str, method: str | None) -> None:
        """Ask for an announcement, once, that all of a conference hear."""
        about = ("Conference", row["sid"])
        data = {"scope": row.scope, "key": row["sid"], "url": url}
        then = ("Conference", "announcement_answered", data)
        self.state.ask(row["account_sid"], url, method, self.about(row), about, then)

    def on_announcement_answered(self, row: Row, answer: Answer, url: str) -> None:
        """The application has answered: whoever is there hears it."""
        failed = "it was not asked for" if answer.refused else None
        heard = failed is None and row["status"] == self.life["running"]
        listeners = roles.participants(self.state).calls_in(row) if heard else []
        flow = roles.calls(self.state).flow
        for call in listeners:
            flow.quiet(call)
        row.remember(announced={"url": url, "to": [call["sid"] for call in listeners]})
        for call in listeners:
            if not flow.hear(call, answer):
                failed = "it is no TwiML"
                break
        if failed is not None:
            row.remember(announced=None)
            self.tell_announced(row, url, failed)

    def announcement_over(self, call: Row, failed: str | None) -> None:
        """Tell of an announcement to all once nobody hears it any more."""
        row = self.state.find("Conference", call.scope, call.recall("conference") or "")
        known = None if row is None else row.recall("announced")
        if row is None or known is None or call["sid"] not in known["to"]:
            return
        left = [sid for sid in known["to"] if sid != call["sid"]]
        row.remember(announced={**known, "to": left} if left else None)
        if not left:
            self.tell_announced(row, known["url"], failed)

    def tell_announced(
        self, row: Row, url: str, failed: str | None, participant: Row | None = None
    ) -> None:
        """Send the status callback of an announcement that is over.

        Args:
            row: The conference.
            url: Where the announcement is.
            failed: Why it was not heard; None = it was.
            participant: Who was to hear it; None = all.
        """
        more = {} if failed is None else {"ReasonAnnouncementFailed": failed}
        which = 0 if failed is None else 1
        self.tell(row, "announcement", participant, which, AnnounceUrl=url, **more)

    def tell(
        self,
        row: Row,
        event: str,
        participant: Row | None = None,
        which: int = 0,
        **more: Any,
    ) -> None:
        """Send the status callback of an event, if it was asked for.

        Args:
            row: The conference.
            event: The word that asks for it.
            participant: Who it is about, if anyone.
            which: Which of the event's names it has.
            **more: What else it says.
        """
        callback = row.recall("callback")
        if not callback or event not in callback["events"]:
            return
        facts = self.life
        said = self.about(row)
        said["StatusCallbackEvent"] = facts["events"][event][which]
        said["Timestamp"] = rfc2822(self.state.now)
        number = (row.recall("told") or 0) + 1
        row.remember(told=number)
        said["SequenceNumber"] = number
        if participant is not None:
            names = facts["callback_participant"].items()
            said.update({name: participant[field] for name, field in names})
        said.update(more)
        self.state.call_back(
            row["account_sid"],
            callback["url"],
            callback["method"],
            said,
            ("Conference", row["sid"]),
        )


BEHAVIOURS = {"Conference": ConferenceBehaviour}
