"""What is refused says what was wrong with it: the code's own words, and then what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from emulator_application import OWN, PERSON, Start
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator

TO, FROM, ANY = "+13115556789", "+13115550000", f"{1:032x}"
CALL = {"To": TO, "From": FROM, "Twiml": "<Response><Pause length='600'/></Response>"}
MESSAGE = {"To": TO, "From": FROM, "Body": "Hello"}
LATER = {"To": TO, "Body": "x", "ScheduleType": "fixed"}
ADDRESS = {"CustomerName": "a", "Street": "s", "City": "c", "Region": "r", "PostalCode": "1", "IsoCountry": "DE"}  # fmt: skip


@pytest.fixture(scope="module")
def world() -> tuple[Client, Client, dict[str, str]]:
    """An account in which much has happened, one that it owns, and the Sids of what is there."""
    emulator = Emulator(clock=Clock("2026-11-01T10:00:00", frozen=True), seed=7)
    client = Client(emulator)

    def made(path: str, **form: Any) -> str:
        return str(client.made(path, form)["sid"])

    over = made("Calls.json", **CALL | {"Twiml": "<Response><Hangup/></Response>"})
    on, sent = made("Calls.json", **CALL), made("Messages.json", **MESSAGE)
    emulator.advance(30)
    recording = made(f"Calls/{on}/Recordings.json")
    made(f"Calls/{on}/Recordings/{recording}.json", Status="stopped")
    made(f"Calls/{on}/Streams.json", Url="wss://x", Name="s")
    made("Queues.json", FriendlyName="q")
    number = made("IncomingPhoneNumbers.json", PhoneNumber=OWN)
    domain = made("SIP/Domains.json", DomainName="own.sip.twilio.com")
    listed = made("SIP/CredentialLists.json", FriendlyName="l")
    allowed = made("SIP/IpAccessControlLists.json", FriendlyName="l")
    made(f"SIP/Domains/{domain}/CredentialListMappings.json", CredentialListSid=listed)
    made(f"SIP/Domains/{domain}/IpAccessControlListMappings.json", IpAccessControlListSid=allowed)
    branch, closed = (
        made("/2010-04-01/Accounts.json", FriendlyName=name) for name in ("Branch", "Closed")
    )
    made(f"/2010-04-01/Accounts/{closed}.json", Status="closed")
    for name in ("Old", "Room"):
        client.made(f"Conferences/{name}/Participants.json", To=TO, From=FROM)
        emulator.advance(5)
    room, old = (row["sid"] for row in emulator.records("Conference"))
    made(f"Conferences/{old}.json", Status="completed")
    address = made("Addresses.json", **ADDRESS)
    made(f"IncomingPhoneNumbers/{number}.json", AddressSid=address)
    made(f"IncomingPhoneNumbers/{number}/AssignedAddOns.json", InstalledAddOnSid=f"XE{ANY}")
    names = {
        "over": over, "on": on, "sent": sent, "recording": recording, "number": number, "domain": domain,
        "listed": listed, "allowed": allowed, "branch": branch, "closed": closed, "room": room, "old": old,
        "address": address, "account": client.account, "other": made("Queues.json", FriendlyName="p"),
        "two": made("SIP/Domains.json", DomainName="two.sip.twilio.com"),
    }  # fmt: skip
    return client, Client(emulator, branch), names


REFUSED: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("GET", "Usage/Records.json", {"StartDate": "2026-02-02", "EndDate": "2026-02-01"}, 20001, "It ends on 2026-02-01, before 2026-02-02."),
    ("POST", "Usage/Triggers.json", {"UsageCategory": "no such!", "TriggerValue": "1", "CallbackUrl": "http://x/"}, 20001, "UsageCategory 'no such!' is not one."),
    ("POST", "Usage/Triggers.json", {"UsageCategory": "sms", "TriggerValue": "one", "CallbackUrl": "http://x/"}, 20001, "TriggerValue 'one' is not a number."),
    ("POST", "Messages.json", {**MESSAGE, "To": FROM}, 21266, f"To and From are {FROM}."),
    ("POST", "Messages.json", {**MESSAGE, "Body": "x" * 1601}, 21617, "It has 1601 characters."),
    ("POST", "Messages.json", {**MESSAGE, "MediaUrl": ["http://localhost/a"] * 11}, 21623, "MediaUrl comes 11 times."),
    ("POST", "Messages.json", {**MESSAGE, "ContentVariables": "{{}}"}, 21654, "ContentSid is missing."),
    ("POST", "Messages.json", {**MESSAGE, "To": "+1415"}, 21211, "To '+1415' is not a number."),
    ("POST", "Messages.json", {**MESSAGE, "From": "!"}, 21212, "From '!' is not a sender."),
    ("POST", "Messages/{sent}.json", {"Body": "x"}, 20001, "Body can only become empty."),
    ("POST", "Messages/{sent}.json", {"Status": "canceled"}, 30409, "It is delivered."),
    ("POST", "Messages.json", {**LATER, "From": FROM, "SendAt": "2026-11-02T10:00:00Z"}, 35118, "A scheduled message needs MessagingServiceSid."),
    ("POST", "Messages.json", {**LATER, "MessagingServiceSid": f"MG{ANY}"}, 35111, "A scheduled message needs SendAt."),
    ("POST", "Messages.json", {**LATER, "MessagingServiceSid": f"MG{ANY}", "SendAt": "2026-11-01T10:02:00Z"}, 35114, "It is in 80 s."),
    ("BRANCH", "/2010-04-01/Accounts.json", {"FriendlyName": "x"}, 21101, "{branch} is owned."),
    ("POST", "/2010-04-01/Accounts/{closed}.json", {"Status": "active"}, 20001, "A closed account stays closed."),
    ("POST", "/2010-04-01/Accounts/{account}.json", {"Status": "suspended"}, 20001, "Only its owner changes its status."),
    ("BRANCH", "/2010-04-01/Accounts/{branch}.json", {"Status": "suspended"}, 20001, "Only its owner changes its status."),
    ("GET", "Calls/CA{any}.json", {}, 20404, "Call CA{any} was not found."),
    ("POST", "IncomingPhoneNumbers/{number}.json", {"AddressSid": "AD{any}"}, 20001, "AddressSid AD{any} is not one that account {account} has."),
    ("POST", "IncomingPhoneNumbers/{number}.json", {"AccountSid": "{branch}", "AddressSid": "{address}"}, 20001, "AddressSid {address} is not one that account {branch} has."),
    ("POST", "Calls.json", {**CALL, "To": "x"}, 21217, "To 'x' is not a number or an address."),
    ("POST", "Calls.json", {**CALL, "To": "+1415"}, 21217, "To '+1415' is not a number or an address."),
    ("POST", "Calls.json", {**CALL, "From": "x"}, 21212, "From 'x' is not a number."),
    ("POST", "Calls.json", {**CALL, "Twiml": "x" * 4001}, 32018, "It has 4001 characters, not 4000 at most."),
    ("POST", "Calls.json", {**CALL, "Twiml": "<X/>"}, 12102, "Twiml: line 1: the root is X, not Response."),
    ("POST", "Calls/{over}.json", {"Status": "completed"}, 21220, "It is completed."),
    ("POST", "Calls/{over}.json", {"Url": "http://localhost/"}, 21220, "It is completed."),
    ("POST", "Calls/{on}.json", {"Status": "canceled"}, 21220, "It is in-progress."),
    ("DELETE", "Calls/{on}.json", {}, 20009, "The call is in-progress."),
    ("POST", "Calls/{over}/Recordings.json", {}, 21220, "The call is completed."),
    ("POST", "Calls/{on}/Recordings/{recording}.json", {"Status": "paused"}, 21220, "The recording is completed."),
    ("POST", "Calls/{over}/Streams.json", {"Url": "wss://x"}, 21220, "The call is completed."),
    ("POST", "Calls/{on}/Streams.json", {"Url": "wss://x", "Name": "s"}, 20001, "Name 's' is taken."),
    ("POST", "Calls/{on}/Feedback.json", {}, 20001, "QualityScore is missing."),
    ("GET", "Calls/{on}/Feedback.json", {}, 20404, "CallFeedback was not found."),
    ("POST", "IncomingPhoneNumbers/{number}/AssignedAddOns.json", {"InstalledAddOnSid": "XE{any}"}, 20001, "InstalledAddOnSid XE{any} is assigned already."),
    ("POST", "SIP/Domains.json", {"DomainName": "own.example.com"}, 20001, "DomainName 'own.example.com' is not the name of a SIP domain."),
    ("POST", "SIP/Domains.json", {"DomainName": "own.sip.twilio.com"}, 21232, "DomainName is own.sip.twilio.com."),
    ("POST", "SIP/Domains/{two}.json", {"DomainName": "own.sip.twilio.com"}, 21232, "DomainName is own.sip.twilio.com."),
    ("DELETE", "SIP/CredentialLists/{listed}.json", {}, 21241, "It is mapped to {domain}."),
    ("DELETE", "SIP/IpAccessControlLists/{allowed}.json", {}, 21236, "It is mapped to {domain}."),
    ("POST", "SIP/Domains/{domain}/CredentialListMappings.json", {"CredentialListSid": "{listed}"}, 21235, "CredentialListSid is {listed}."),
    ("POST", "SIP/Domains/{domain}/CredentialListMappings.json", {"CredentialListSid": "CL{any}"}, 20404, "SipCredentialList CL{any} was not found."),
    ("POST", "SIP/IpAccessControlLists/{allowed}/IpAddresses.json", {"FriendlyName": "x", "IpAddress": "1.2.3"}, 20001, "IpAddress '1.2.3' is not an IP address."),
    ("POST", "SIP/IpAccessControlLists/{allowed}/IpAddresses.json", {"FriendlyName": "x", "IpAddress": "1.2.3.4", "CidrPrefixLength": "33"}, 20001, "CidrPrefixLength 33 is not from 0 to 32."),
    ("POST", "SIP/IpAccessControlLists/{allowed}/IpAddresses.json", {"FriendlyName": "x", "IpAddress": "1.2.3.4", "CidrPrefixLength": "-1"}, 20001, "CidrPrefixLength -1 is not from 0 to 32."),
    ("POST", "IncomingPhoneNumbers.json", {"PhoneNumber": OWN}, 21422, f"{OWN} is owned already."),
    ("POST", "IncomingPhoneNumbers/TollFree.json", {"PhoneNumber": "+14155550123"}, 21458, "+14155550123 is local, not toll-free."),
    ("POST", "IncomingPhoneNumbers/{number}.json", {"AccountSid": "AC{any}"}, 21473, "AccountSid is AC{any}."),
    ("POST", "IncomingPhoneNumbers/{number}.json", {"AccountSid": "{closed}"}, 21472, "It is closed."),
    ("POST", "IncomingPhoneNumbers.json", {"AreaCode": "000"}, 21452, "AreaCode is 000."),
    ("POST", "Queues.json", {"FriendlyName": "q"}, 22003, "FriendlyName is q."),
    ("POST", "Queues/{other}.json", {"FriendlyName": "q"}, 22003, "FriendlyName is q."),
    ("POST", "Conferences/{old}/Participants.json", {"To": TO, "From": FROM}, 21220, "The conference has ended."),
    ("POST", "Conferences/CF{any}/Participants.json", {"To": TO, "From": FROM}, 20404, "Conference CF{any} was not found."),
    ("POST", "Conferences/{room}.json", {"AnnounceUrl": "http://localhost/"}, 16001, "The conference is init."),
    ("DELETE", "Addresses/{address}.json", {}, 20409, f"{OWN} needs the address."),
    ("GET", "AvailablePhoneNumbers/US/Local.json", {"Contains": "!"}, 20001, "Contains '!' is not a pattern of a number."),
    ("GET", "AvailablePhoneNumbers/US/Local.json", {"NearLatLong": "1"}, 20001, "NearLatLong '1' is not a latitude and a longitude."),
    ("GET", "AvailablePhoneNumbers/US/Local.json", {"NearNumber": "+19995550100"}, 20001, "NearNumber +19995550100 is in no area that the emulator knows."),
    ("GET", "AvailablePhoneNumbers/XX/Local.json", {}, 20404, "AvailablePhoneNumberCountry XX was not found."),
    ("GET", "AvailablePhoneNumbers/xx.json", {}, 20404, "AvailablePhoneNumberCountry xx was not found."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path", "form", "code", "words"),
    REFUSED,
    ids=[f"{number}-{row[1]}" for number, row in enumerate(REFUSED)],
)
def test_what_was_wrong_is_said(
    world: tuple[Client, Client, dict[str, str]],
    method: str,
    path: str,
    form: dict[str, Any],
    code: int,
    words: str,
) -> None:
    """In the last words of the message."""
    client, branch, sids = world

    def named(text: Any) -> Any:
        return text.format(any=ANY, **sids) if isinstance(text, str) else text

    form, path = {name: named(value) for name, value in form.items()}, named(path)
    if method == "GET":
        answer = client.get(path, **form)
    elif method == "DELETE":
        answer = client.delete(path)
    else:
        answer = (branch if method == "BRANCH" else client).post(path, form)
    assert answer.code == code, answer
    assert answer.json["message"].endswith(f". {named(words)}") or answer.json["message"] == words


def test_a_full_conference_says_so(client: Client) -> None:
    """However many may be in it."""
    form = {"To": TO, "From": FROM, "MaxParticipants": "2"}
    for number in range(2):
        client.made("Conferences/Room/Participants.json", {**form, "To": f"+1311555678{number}"})
    answer = client.post("Conferences/Room/Participants.json", form)
    assert (answer.code, answer.json["message"][-24:]) == (21220, " The conference is full.")


def test_who_wants_no_messages_is_named(start: Start) -> None:
    """The error says who."""
    emulator, _ = start({"/sms": ""})
    emulator.receive_message(PERSON, OWN, "STOP")
    answer = Client(emulator).post("Messages.json", {"To": PERSON, "From": OWN, "Body": "x"})
    assert answer.json["message"].endswith(f" To is {PERSON}.")


@pytest.mark.parametrize(("path", "code"), [("Messages.json", 21606), ("Calls.json", 21210)])
def test_a_sender_that_is_not_the_accounts_own_is_named(path: str, code: int) -> None:
    """Where senders are checked; a verified number calls, and only that."""
    emulator = Emulator(clock=Clock(frozen=True), check_senders=True)
    client = Client(emulator)
    form = {**(MESSAGE if path == "Messages.json" else CALL), "From": "311-555-0000"}
    answer = client.post(path, form)
    assert (answer.code, answer.json["message"].endswith(" From is 311-555-0000.")) == (code, True)
    client.made("OutgoingCallerIds.json", PhoneNumber=FROM)
    emulator.advance(60)
    assert client.post(path, form).code == (None if path == "Calls.json" else code)
    client.made("IncomingPhoneNumbers.json", PhoneNumber=FROM)
    client.made(path, form)


def _of_verify(library: Any) -> list[tuple[Callable[[], Any], str]]:
    services = library.verify.v2.services
    service = services(services.create(friendly_name="Mine").sid)
    at = f"/v2/Services/{service.fetch().sid}"
    paid = services(services.create(friendly_name="Paid", psd2_enabled=True).sid)
    own = services(services.create(friendly_name="Own", custom_code_enabled=True).sid)
    create, check = service.verifications.create, service.verification_checks.create
    known = "sms, call, email, whatsapp, sna, auto"
    return [
        (lambda: services.create(friendly_name="x" * 31), "`FriendlyName`: has 31 characters."),
        (lambda: services.create(friendly_name="x", code_length=3), "`CodeLength`: is 3."),
        (lambda: services.create(friendly_name="x", code_length=11), "`CodeLength`: is 11."),
        (lambda: create(to=TO, channel="pigeon"), f"`Channel`: 'pigeon' is none of {known}."),
        (
            lambda: create(to="a@b", channel="email"),
            "`To`: 'a@b' is no address of electronic mail.",
        ),
        (
            lambda: create(to="@b.c", channel="email"),
            "`To`: '@b.c' is no address of electronic mail.",
        ),
        (lambda: create(to="12", channel="sms"), "`To`: '12' is not a phone number in E.164."),
        (
            lambda: own.verifications.create(to=TO, channel="sms", custom_code="1-23"),
            "`CustomCode`: has 4 to 10 letters or digits.",
        ),
        (lambda: check(to=TO, code="1"), "`Code`: has 4 to 10 letters or digits."),
        (
            lambda: check(to=TO, code="1234"),
            f"{at}/VerificationCheck was not found.",
        ),
        (
            lambda: paid.verifications.create(to=TO, channel="sms"),
            "The service needs Amount and Payee.",
        ),
        (
            lambda: paid.verifications.create(to=TO, channel="sms", amount="1"),
            "The service needs Amount and Payee.",
        ),
    ]


def test_what_verify_refuses_is_said() -> None:
    """With the parameter behind the code's own words."""
    twilio_base = pytest.importorskip("twilio.base.exceptions")
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=5)
    for call, words in _of_verify(emulator.client()):
        with pytest.raises(twilio_base.TwilioRestException) as refused:
            call()
        assert f" {words}" in refused.value.msg, words
