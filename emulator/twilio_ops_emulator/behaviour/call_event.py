"""Events of a call: the requests that were made because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twilio_ops_emulator.api.paging import Sequenced
from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.state.clock import rfc2822

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.state.callbacks import Sent
    from twilio_ops_emulator.state.index import Row

_AFTER_SEEDED = 1 << 31
"""Within a second, a callback's place is after those of records that a seed put there."""


class CallEventBehaviour(Behaviour):
    """Worked out from the callbacks sent, beside those that a seed put there."""

    def query(self, context: Context) -> Page:
        sid = context.keys["CallSid"]
        sent = [
            self._row(context, sent)
            for sent in self.state.sent
            if sent.callback.about == ("Call", sid)
            and not (sent.refused and sent.callback.then is not None)
        ]
        kept = [*self.listing(context), *sent]
        rows = Sequenced(sorted(kept, key=lambda row: row.order, reverse=True))
        return self.page(context, rows)

    def _row(self, context: Context, sent: Sent) -> Row:
        callback = sent.callback
        row = self.make(
            self.scope(context),
            {
                "request": {
                    "method": callback.method,
                    "url": callback.url,
                    "parameters": dict(callback.parameters),
                },
                "response": {
                    "response_code": sent.status,
                    "date_created": rfc2822(int(sent.at)),
                },
            },
        )
        row.order = (int(sent.at) << 32) + _AFTER_SEEDED + sent.number
        return row


BEHAVIOURS = {"CallEvent": CallEventBehaviour}
