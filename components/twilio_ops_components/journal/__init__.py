"""The journal of bulk Creates, Updates and Deletes: each request is sent once, whatever happens.

A row is a request, frozen as bytes. That it is being sent is on disk before its first byte goes
out; what is not known afterwards is ``unknown``, and is never sent again by itself: the service
tells what became of it, or a person decides.
"""

from twilio_ops_components.journal.database import JournalError, NoJournal
from twilio_ops_components.journal.intake import Intake, Refusal, Wanted
from twilio_ops_components.journal.journal import Journal
from twilio_ops_components.journal.pace import Pace
from twilio_ops_components.journal.receive import Receiver

__all__ = [
    "Intake",
    "Journal",
    "JournalError",
    "NoJournal",
    "Pace",
    "Receiver",
    "Refusal",
    "Wanted",
]
