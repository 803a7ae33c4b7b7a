"""A status spelt otherwise than the catalog knows costs neither the record nor its text."""

from __future__ import annotations

from typing import Any

import pytest
from in_memory import Service

from twilio_ops.api.call import Call, GetCall, QueryCall, UpdateCall
from twilio_ops.api.conference_participant import ConferenceParticipant, GetConferenceParticipant
from twilio_ops.api.incoming_phone_number import GetIncomingPhoneNumber, IncomingPhoneNumber

CALL, CONFERENCE, NUMBER = (f"{prefix}{'4e' * 16}" for prefix in ("CA", "CF", "PN"))
SPELLINGS: list[tuple[Any, type[Any], str, str, str]] = [
    (operation, record, sid, field, spelling)
    for operation, record, sid, field in (
        (GetCall, Call, CALL, "status"),
        (GetConferenceParticipant, ConferenceParticipant, f"{CONFERENCE}:{CALL}", "status"),
        (GetIncomingPhoneNumber, IncomingPhoneNumber, NUMBER, "emergency_status"),
    )
    for spelling in ("cancelled", "complete", "Active", "COMPLETED", "in_progress")
]


@pytest.mark.parametrize(("operation", "record", "sid", "field", "spelling"), SPELLINGS)
def test_a_spelling_that_is_not_known_is_kept(
    operation: Any, record: type[Any], sid: str, field: str, spelling: str
) -> None:
    """In JSON, in XML and through a valid document it is the text that came, and nothing is missing."""
    (spec,) = (one for one in record.spec.fields if one.name == field)
    element = f"<{record.spec.item}><{spec.xml}>{spelling}</{spec.xml}></{record.spec.item}>"
    service = Service().json({"account_sid": None, spec.json_name: spelling})
    found = operation(service.connection)(sid)
    documents = Service().xml(element, root="TwilioResponse")
    document = operation(documents.connection).document(sid)  # it is valid, or this raises
    for one in (found, record.from_document(found.to_document()), record.from_document(document)):
        value = getattr(one, field)
        assert (value, str(value), one.problems) == (spelling, spelling, {})


def test_another_spelling_is_no_known_member() -> None:
    """Nobody is told that a call was canceled who is told that it was cancelled."""
    service = Service().json({"sid": CALL, "status": "cancelled"})
    status = GetCall(service.connection)(CALL).status
    assert status is not None and not status.is_known and status != "canceled"


def test_what_is_sent_takes_any_spelling() -> None:
    """A filter and a parameter hand it on: what the service takes, it knows best."""
    service = Service().json({"calls": [], "next_page_uri": None})
    assert (
        list(QueryCall(service.connection, filters=[QueryCall.status.equals("cancelled")])()) == []
    )
    assert "Status=cancelled" in service.last.url
    service = Service().json({"sid": CALL})
    UpdateCall(service.connection)(CALL, status="complete")
    assert service.last.body == b"Status=complete"
