"""Media of messages: made with their message; without a format, what they show."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from twilio_ops_emulator.api.errors import NotEmulated
from twilio_ops_emulator.api.messages import Response
from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class MediaBehaviour(Behaviour):
    """Media of a message, each known by its address."""

    def attach(self, message: Row, urls: Iterable[str]) -> None:
        """Make the media of a message.

        Args:
            message: The message.
            urls: Their addresses, whose names say what kind they are.
        """
        known = self._layout.index
        for url in urls:
            # Its name alone: some versions of Python take more apart, and raise where they cannot.
            guessed, _ = mimetypes.guess_type(re.split("[?#]", url)[0].rpartition("/")[2])
            values = {
                "parent_sid": message["sid"],
                "content_type": guessed or "application/octet-stream",
            }
            item = self.make(
                (message["account_sid"], message["sid"]),
                {name: value for name, value in values.items() if name in known},
            )
            item.remember(url=url)
            self.table.insert(item)

    def media(self, context: Context) -> Response | None:
        url = self.named(context).recall("url")
        if url is None:
            raise NotEmulated("there is no content behind this media record.")
        return Response(307, {"Location": quote(url, safe="%/:=&?~#+!$,;'@()*[]")})


BEHAVIOURS = {"Media": MediaBehaviour}
