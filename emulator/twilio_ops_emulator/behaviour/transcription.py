"""Transcriptions of recordings: asked for by the emulator's user, done after a while."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour, rounded_minutes
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.usage import Amount


class TranscriptionBehaviour(Behaviour):
    """The service has no request that makes one; an emulator's event does."""

    @property
    def life(self) -> Mapping[str, Any]:
        """The facts of transcriptions."""
        life: Mapping[str, Any] = self.facts["recording"]["transcription"]
        return life

    def make(self, scope: tuple[str, ...], values: Mapping[str, Any], at: int | None = None) -> Row:
        row = super().make(scope, values, at)
        place = self._layout.index["uri"]  # the same in the list below its recording
        row.values[place] = Link((self.base.instance_pattern or "") % (*scope, row["sid"]))
        return row

    def start(self, recording: Row, text: str | None) -> Row:
        """Begin to transcribe a recording."""
        row = self.make(
            (recording["account_sid"],),
            {
                "recording_sid": recording["sid"],
                "status": "in-progress",
                "type": self.life["type"],
                "duration": recording["duration"],
            },
        )
        self.table.insert(row)
        text = self.life["text"] if text is None else text
        self.later(self.life["time"], "finish", row, text=text)
        return row

    def on_finish(self, row: Row, text: str) -> None:
        """It is transcribed."""
        minutes = Decimal(rounded_minutes(row["duration"] or 0))
        price = minutes * Decimal(self.life["price_per_minute"])
        self.state.charge(
            row["account_sid"], self.life["usage"], Amount(Decimal(1), minutes, price)
        )
        self.write(
            row,
            {
                "status": "completed",
                "transcription_text": text,
                "price": str(-price),
                "price_unit": self.facts["service"]["currency"],
            },
        )
        self._tell(row)

    def _tell(self, row: Row) -> None:
        """Tell whom the recording's verb names."""
        recording = self.state.find("Recording", row.scope, row["recording_sid"])
        asked = None if recording is None else recording.recall("transcribe")
        if recording is None or asked is None:
            return
        call = self.state.find("Call", row.scope, recording["call_sid"])
        of_call = self.facts["twiml"]["voice_parameters"].items()
        said = {} if call is None else {name: call[field] for name, field in of_call}
        said |= {name: row[field] for name, field in self.life["callback"].items()}
        said["TranscriptionUrl"] = f"https://{self.state.catalog.host}{row['uri'][0]}"
        said["RecordingUrl"] = roles.recordings(self.state).media_url(recording)
        about = ("Transcription", row["sid"])
        self.state.call_back(row["account_sid"], asked["url"], None, said, about)


BEHAVIOURS = {
    "RecordingTranscription": TranscriptionBehaviour,
    "Transcription": TranscriptionBehaviour,
}
