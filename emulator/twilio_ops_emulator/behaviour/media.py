"""Media of messages: what they show is at the address that they were sent with."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from twilio_ops_emulator.api.errors import NotEmulated
from twilio_ops_emulator.api.messages import Response
from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context


class MediaBehaviour(Behaviour):
    """Media of a message; without a format, what they show."""

    def media(self, context: Context) -> Response | None:
        url = self.named(context).recall("url")
        if url is None:
            raise NotEmulated("there is no content behind this media record.")
        return Response(307, {"Location": quote(url, safe="%/:=&?~#+!$,;'@()*[]")})


BEHAVIOURS = {"Media": MediaBehaviour}
