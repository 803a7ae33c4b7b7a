"""Sending once: the connection's own repetitions are the journal's to decide."""

from __future__ import annotations

from twilio_ops_runtime import (
    AnswerError,
    OperationError,
    Request,
    Response,
    Send,
    TransportError,
)

__all__ = ["HARMLESS", "Answered", "NoAnswer", "NotSent", "once"]

HARMLESS = ("GET", "HEAD", "DELETE")
"""The methods of what may be sent twice and is done once."""


class Answered(OperationError):
    """Raised where the connection would send again by itself: the journal decides that."""

    def __init__(self, reply: Response) -> None:
        super().__init__("to be sent again")
        self.reply = reply


class NotSent(OperationError):
    """The same, where nothing was sent."""


class NoAnswer(OperationError):
    """The same, where sending again does no harm."""


def once(send: Send) -> Send:
    """Send without the connection's own repetitions."""

    def attempt(request: Request, /) -> Response:
        harmless = request.method in HARMLESS
        try:
            reply = send(request)
            if reply.status == 429 or (harmless and reply.status >= 500):
                reply.read(1 << 20)
                raise Answered(reply)
            return reply
        except TransportError as error:
            if not error.sent:
                raise NotSent(str(error)) from None
            if harmless and not isinstance(error, AnswerError):
                raise NoAnswer(str(error)) from None
            raise

    return attempt
