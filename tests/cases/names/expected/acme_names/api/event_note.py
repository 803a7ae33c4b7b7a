"""EventNote: Get."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from acme_names._service import SERVICE

__all__ = [
    "EventNote",
    "GetEventNote",
]

_KEYS = {
    "Sid": g.Key(("EN",)),
}


@g.record
class EventNote(g.Record):
    """One EventNote."""

    sid: Sid | None = g.field("Sid", g.SID)
    """A Sid that begins with EN."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="EventNote",
        service=SERVICE,
        item="EventNote",
    )


class GetEventNote(g.Get[EventNote]):
    """Get EventNote: ``GET /v1/EventNotes/{Sid}``.

    Takes ``Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="EventNote",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/v1/EventNotes/{Sid}",),
        keys=_KEYS,
        record=EventNote,
        root="EventNote",
        response_profile="profiles/EventNote/GetEventNote.response.xsd",
    )

    def __call__(self, sid: str, /) -> EventNote:
        """The one record of a Sid.

        Args:
            sid: The record's Sid, ``Sid``.
        """
        return self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "EventNote", ("Get",))
