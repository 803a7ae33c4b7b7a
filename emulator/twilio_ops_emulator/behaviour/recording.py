"""Recordings of calls and conferences: started, paused, stopped, soft-deleted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.api.messages import Response
from twilio_ops_emulator.behaviour import roles, sounds
from twilio_ops_emulator.behaviour.base import Behaviour, chosen, rounded_minutes
from twilio_ops_emulator.state.clock import rfc2822
from twilio_ops_emulator.state.index import Selection
from twilio_ops_emulator.state.usage import Amount

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.state.index import Row

LONGEST = 60
"""The seconds of a recording's sound at most, whatever it says that it has."""


class RecordingBehaviour(Behaviour):
    """A recording lives on when it was deleted, and shows only when asked for."""

    @property
    def life(self) -> Mapping[str, Any]:
        """The facts of recordings."""
        life: Mapping[str, Any] = self.facts["recording"]
        return life

    def query(self, context: Context) -> Page:
        rules = self.state.rules
        selection, others = rules.selection(context.action, self._layout, context.sent)
        if others.get("IncludeSoftDeleted") is not True:
            place, deleted = self._layout.index["status"], self.life["deleted"]
            selection = Selection(
                (*selection.tests, lambda row: row.values[place] != deleted),
                selection.bounds,
                selection.equal,
            )
        return self.page(context, self.listing(context), selection)

    def named(self, context: Context) -> Row:
        row = super().named(context)
        if row["status"] == self.life["deleted"]:
            asked = dict(context.sent).get("IncludeSoftDeleted", "").lower() == "true"
            if context.action.name != "Get" or not asked:
                raise self.missing(row["sid"])
        return row

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        if key == self.life["current"] and context is not None:
            running = [
                row for row in self.listing(context) if row["status"] in self.life["running"]
            ]
            return running[-1] if running else None
        row = super().locate(scope, key)
        if row is not None and context is not None and row["status"] == self.life["deleted"]:
            through = self.state.base(context.model) is not self.base
            return None if through else row  # nothing below a deleted one is there
        return row

    def delete(self, context: Context) -> None:
        self.write(self.named(context), {"status": self.life["deleted"]})

    # -- starting and stopping ----------------------------------------------------------------

    def prepare(self, context: Context) -> dict[str, Any]:
        call = context.parents["Call"]
        if call["status"] in self.facts["call"]["final"]:
            raise self.state.errors.case("call_state", f"The call is {call['status']}.")
        return self._values("call", context.values)

    def created(self, context: Context, row: Row) -> None:
        self._begin(row, context.values)
        self._attach(row, context.parents["Call"])

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        asked = context.values["Status"]
        if asked not in self.life["moves"].get(row["status"], ()):
            raise self.state.errors.case("call_state", f"The recording is {row['status']}.")
        if asked == self.life["stopped"]:
            self.stop(row)
            return {}
        self._keep_time(row)
        row.remember(pause=context.get("PauseBehavior") or self.life["pause"]["default"])
        return {"status": asked}

    def changed(self, context: Context, row: Row) -> None:
        if context.values["Status"] != self.life["stopped"]:
            self._tell(row)

    def call_changed(self, call: Row) -> None:
        """Stop what records a call that has ended."""
        if call["status"] in self.facts["call"]["final"]:
            for sid in call.recall("recordings") or ():
                row = self.table.find((call["account_sid"],), sid)
                if row is not None:
                    self.stop(row)

    def conference_ended(self, conference: Row) -> None:
        """Stop what records a conference that has ended."""
        place = self._layout.index["conference_sid"]
        listing = self.table.listing((conference["account_sid"],))
        for row in list(listing.having(place, conference["sid"])):
            self.stop(row)

    def start(self, source: str, values: Mapping[str, Any], call: Row) -> Row:
        """Begin to record a call.

        Args:
            source: Why, as facts call it.
            values: What the request says of it, by parameter.
            call: The call.
        """
        known = {**self._values(source, values), "call_sid": call["sid"]}
        row = self.make((call["account_sid"],), known)
        self.table.insert(row)
        self._begin(row, values)
        self._attach(row, call)
        return row

    def silent(self, row: Row) -> None:
        """Stop a recording in which there is nothing: it never was."""
        if row["status"] in self.life["running"]:
            self.write(row, {"status": self.life["absent"], "duration": 0})
            self._tell(row)

    def start_conference(self, values: Mapping[str, Any], conference: Row) -> None:
        """Begin to record a conference.

        Args:
            values: What the request says of it, by parameter.
            conference: The conference.
        """
        known = {**self._values("conference", values), "conference_sid": conference["sid"]}
        row = self.make((conference["account_sid"],), known)
        self.table.insert(row)
        self._begin(row, values)

    def _values(self, source: str, values: Mapping[str, Any]) -> dict[str, Any]:
        facts = self.life
        channels = values.get("RecordingChannels") or facts["default_channels"]
        return {
            "status": facts["initial"],
            "source": facts["sources"][source],
            "channels": facts["channels"][channels],
            "track": values.get("RecordingTrack") or facts["track"],
            "start_time": self.state.now,
        }

    def _begin(self, row: Row, values: Mapping[str, Any]) -> None:
        """Note when a recording begins and who is told."""
        events = chosen(values.get("RecordingStatusCallbackEvent"), self.life["default_events"])
        row.remember(
            since=self.state.now,
            callback={
                "url": values.get("RecordingStatusCallback"),
                "method": values.get("RecordingStatusCallbackMethod"),
                "events": events,
            },
        )
        self._tell(row)

    @staticmethod
    def _attach(row: Row, call: Row) -> None:
        """Let a recording end with its call."""
        call.remember(recordings=[*(call.recall("recordings") or ()), row["sid"]])

    def _keep_time(self, row: Row) -> None:
        """Add the time since it last went on, or paused in silence, to what was recorded."""
        pause = row.recall("pause")
        if row["status"] == self.life["initial"] or self.life["pause"]["counts"].get(pause):
            ran = self.state.now - (row.recall("since") or row["start_time"] or self.state.now)
            row.remember(recorded=(row.recall("recorded") or 0) + ran)
        row.remember(since=self.state.now)

    def stop(self, row: Row, seconds: int | None = None) -> None:
        """Stop a recording; it has this many seconds, or as many as it ran."""
        if row["status"] not in self.life["running"]:
            return
        self._keep_time(row)
        seconds = (row.recall("recorded") or 0) if seconds is None else seconds
        self.write(row, {"status": self.life["stopped"], "duration": seconds})
        self.later(self.life["processing_time"], "finish", row)

    def on_finish(self, row: Row) -> None:
        """It is processed."""
        if row["status"] != self.life["stopped"]:
            return
        minutes = Decimal(rounded_minutes(row["duration"] or 0))
        price = minutes * Decimal(self.life["price_per_minute"])
        self.state.charge(
            row["account_sid"], self.life["usage"], Amount(Decimal(1), minutes, price)
        )
        self.write(
            row,
            {
                "status": "completed",
                "price": str(-price),
                "price_unit": self.facts["service"]["currency"],
                "media_url": self.media_url(row),
            },
        )
        self._tell(row)
        if row.recall("transcribe") is not None:
            words = row.recall("words")
            roles.transcriptions(self.state).start(row, words or None)

    def media_url(self, row: Row) -> str:
        """Return the address of a recording's sound."""
        path = self.base.instance_pattern or ""
        return f"https://{self.state.catalog.host}{path % (row['account_sid'], row['sid'])}"

    def _tell(self, row: Row) -> None:
        callback = row.recall("callback")
        if not callback or row["status"] not in callback["events"]:
            return
        said = {name: row.get(field) for name, field in self.life["callback"].items()}
        said["RecordingUrl"] = self.media_url(row)
        said["RecordingStartTime"] = rfc2822(row["start_time"])
        self.state.call_back(
            row["account_sid"],
            callback["url"],
            callback["method"],
            said,
            ("Recording", row["sid"]),
        )

    # -- sound --------------------------------------------------------------------------------

    def media(self, context: Context) -> Response | None:
        """The sound of a recording: silence, as long as it is, and a minute at most."""
        name = next(reversed(context.keys))
        key, _, kind = context.keys[name].partition(".")
        make = sounds.KINDS.get(kind)
        if make is not None:
            context.keys[name] = key
        row = self.named(context)
        seconds, channels = min(row["duration"] or 0, LONGEST), row["channels"] or 1
        media_type, content = (make or sounds.wav)(seconds, channels)
        return Response(200, {"Content-Type": media_type}, content)


BEHAVIOURS = {
    "CallRecording": RecordingBehaviour,
    "ConferenceRecording": RecordingBehaviour,
    "Recording": RecordingBehaviour,
}
