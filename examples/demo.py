"""The whole thing at work, on the emulator: no account, no network, nothing waits.

It regenerates the package and shows that nothing changed; makes a secondary account, buys a number
for it, sends a message and watches it being delivered, places and ends a call, holds a conference,
asks for calls by date, reaches another account's records and has an error come back as a document.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from twilio_ops import Connection, Options
from twilio_ops.api.account import CreateAccount
from twilio_ops.api.call import CreateCall, GetCall, QueryCall, UpdateCall
from twilio_ops.api.conference import QueryConference
from twilio_ops.api.conference_participant import (
    CreateConferenceParticipant,
    DeleteConferenceParticipant,
    QueryConferenceParticipant,
    UpdateConferenceParticipant,
)
from twilio_ops.api.incoming_phone_number import CreateIncomingPhoneNumber
from twilio_ops.api.local_phone_number import GetLocalPhoneNumber
from twilio_ops.api.message import CreateMessage, GetMessage
from twilio_ops_emulator import Clock, Emulator

ROOT = Path(__file__).resolve().parent.parent
CUSTOMER = "+13115556789"
MORNING = "2026-11-02T09:00:00+00:00"


def title(text: str) -> None:
    """Prints the name of a step."""
    print(f"\n=== {text}")


def say(*facts: object) -> None:
    """Prints facts of a step, side by side."""
    print("   ", *facts)


def show(label: str, document: object, leave_out: Iterable[str] = ()) -> None:
    """Prints an XML document, one element a line.

    Args:
        label: What it is.
        document: The document.
        leave_out: Elements that are not interesting here.
    """
    root = etree.fromstring(str(document).encode())
    for name in leave_out:
        for element in root.findall(f".//{name}"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    etree.indent(root, "  ")
    print(f"    {label}")
    for line in etree.tostring(root, encoding="unicode").splitlines():
        print(f"      {line}")


def regenerate() -> None:
    """The generated package is a function of the catalog."""
    title("Regenerate the package from the catalog, and check that nothing changed")
    for command in ("write", "check"):
        subprocess.run([sys.executable, "-m", "twilio_ops_codegen", command], cwd=ROOT, check=True)


def open_branch(twilio: Emulator, main: Connection) -> Connection:
    """A secondary account of its own."""
    title("Create a secondary account")
    branch = CreateAccount(main)(friendly_name="Branch office")
    say(branch.sid, branch.friendly_name, branch.status)
    return twilio.connection(branch.sid)


def buy_number(branch: Connection) -> str:
    """A search, and what it found bought."""
    title("Search for a local number and buy it")
    found = list(GetLocalPhoneNumber(branch, limit=3).run("US", {"AreaCode": 415}))
    for number in found:
        say(number.phone_number, number.locality, number.region)
    bought = CreateIncomingPhoneNumber(branch)(phone_number=found[0].phone_number)
    say("bought:", bought.sid, bought.friendly_name)
    assert bought.phone_number is not None
    return bought.phone_number


def send_message(twilio: Emulator, branch: Connection, sender: str) -> None:
    """XML in, XML out, and the message's life."""
    title("Send a message: XML in the request profile goes in, the response profile comes out")
    request = (
        f"<Message><To>{CUSTOMER}</To><From>{sender}</From>"
        "<Body>Your table is ready &#8212; see you at 7</Body></Message>"
    )
    show("in", request)
    (result,) = CreateMessage(branch).process([request])
    show("out", result.output, leave_out=("SubresourceUris", "AccountSid", "ApiVersion"))
    assert result.output is not None
    sid = result.output.text_at("Message/Sid") or ""
    title("Watch it being delivered, on a clock that is moved by hand")
    for _ in range(5):
        message = GetMessage(branch, fields=["Status", "DateSent", "Price"])(sid)
        sent = "not sent yet" if message.date_sent is None else f"sent {message.date_sent:%H:%M:%S}"
        say(f"{message.status!s:10}", sent, f"{message.price} USD" if message.price else "")
        twilio.advance(1)


def place_call(twilio: Emulator, branch: Connection, sender: str) -> str:
    """A call that someone ends."""
    title("Place a call and end it")
    call = CreateCall(branch)(to=CUSTOMER, from_=sender, url="https://example.com/voice.xml")
    assert call.sid is not None
    for _ in range(4):
        say(GetCall(branch, fields=["Status"])(call.sid).status)
        twilio.advance(1)
    twilio.advance(5)
    ended = UpdateCall(branch)(call.sid, status="completed")
    say(f"{ended.status} after {ended.duration} s for {ended.price} {ended.price_unit}")
    return call.sid


def hold_conference(twilio: Emulator, branch: Connection, sender: str) -> None:
    """One is muted, one is dropped."""
    title("A conference: three join, one is muted, one is dropped")
    dial = "<Response><Dial><Conference>Planning</Conference></Dial></Response>"
    CreateCall(branch)(to="+13115550001", from_=sender, twiml=dial)
    twilio.advance(5)
    (conference,) = QueryConference(branch)()
    sid = conference.sid
    assert sid is not None
    invite = CreateConferenceParticipant(branch)
    for label in ("ann", "bob"):
        invite(parent=sid, to=CUSTOMER, from_=sender, label=label)
    twilio.advance(5)
    people = QueryConferenceParticipant(branch)

    def who_is_there() -> None:
        for person in people(sid):
            name = person.label or "(caller)"
            say(f"{name:9}", person.call_sid, "muted" if person.muted else "may speak")

    who_is_there()
    calls = {person.label: person.call_sid for person in people(sid)}
    UpdateConferenceParticipant(branch)(f"{sid}:{calls['ann']}", muted=True)
    DeleteConferenceParticipant(branch)(f"{sid}:{calls['bob']}")
    bob = calls["bob"]
    assert bob is not None
    say("ann is muted, bob is dropped; his call is", GetCall(branch, fields=["Status"])(bob).status)
    who_is_there()
    (conference,) = QueryConference(branch)()
    say(f"the conference {conference.friendly_name} is {conference.status}")


def query_calls(twilio: Emulator, branch: Connection, sender: str) -> None:
    """Filters and fields, over several pages."""
    title("Query the calls since noon: three fields of each, two records a page")
    twilio.advance(4 * 3600)
    for number in range(5):
        CreateCall(branch)(to=f"+1311555100{number}", from_=sender, url="https://example.com/v")
    twilio.advance(120)
    asked = twilio.request_log.count
    recent = QueryCall(
        branch,
        fields=["Sid", "To", "Status"],
        filters=[QueryCall.start_time.after("2026-11-02 12:00:00")],
        page_size=2,
    )
    for document in recent.documents():
        say(str(document).partition("?>")[2].strip() or document)
    say(f"{twilio.request_log.count - asked} pages were asked for")


def reach_in(main: Connection, branch: Connection, call: str) -> None:
    """A composed Sid names the account first."""
    title("Another account's record: its Sid in front")
    composed = f"{branch.account_sid}:{call}"
    say(composed)
    found = GetCall(main, fields=["AccountSid", "To", "Duration"])(composed)
    say(found.account_sid, found.to, f"{found.duration} s")


def be_refused(branch: Connection, sender: str) -> None:
    """An error is a document, too, and stops nothing."""
    title("Two documents, the first one refused: the error is its output, the second goes through")
    documents = [
        f"<Message><To>nobody</To><From>{sender}</From><Body>Hello</Body></Message>",
        f"<Message><To>{CUSTOMER}</To><From>{sender}</From><Body>Hello</Body></Message>",
    ]
    options = Options(return_application_error_responses=True)
    for result in CreateMessage(branch, options=options).process(documents):
        show(
            f"document {result.index}: {result.status}",
            result.output,
            leave_out=("SubresourceUris", "AccountSid", "ApiVersion", "Uri"),
        )


def main() -> None:
    """Runs the steps."""
    regenerate()
    tour()


def tour() -> None:
    """The steps that the emulator answers."""
    with Emulator(clock=Clock(MORNING, frozen=True), seed=2010) as twilio:
        connection = twilio.connection()
        branch = open_branch(twilio, connection)
        number = buy_number(branch)
        send_message(twilio, branch, number)
        call = place_call(twilio, branch, number)
        hold_conference(twilio, branch, number)
        query_calls(twilio, branch, number)
        reach_in(connection, branch, call)
        be_refused(branch, number)
        title("What the emulator saw")
        counts = twilio.state.counts()
        say(", ".join(f"{count} {name}" for name, count in counts.items()))
        say(f"{twilio.request_log.count} requests, none of which left this process")


if __name__ == "__main__":
    main()
