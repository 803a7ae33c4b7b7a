"""Who may reach what: credentials, secondary accounts, keys, suspended accounts, formats."""

from __future__ import annotations

import pytest
from emulator_client import Client

from twilio_ops_emulator import Emulator
from twilio_ops_runtime.http.messages import Request

CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}


def test_wrong_credentials_are_refused_with_a_detail(emulator: Emulator) -> None:
    """401 and 20003, in the format asked for, and nothing of the credentials in it."""
    stranger = Client(emulator, emulator.account_sid, "no token")
    answer = stranger.get("Calls.json")
    assert (401, 20003) == (answer.status, answer.code)
    assert answer.json["detail"]
    assert "no token" not in answer.body.decode()
    assert "Basic" in answer.headers["WWW-Authenticate"]
    (error,) = stranger.get("Calls").xml
    assert "RestException" == error.tag
    assert {"Code", "Detail", "Message", "MoreInfo", "Status"} == {part.tag for part in error}


def test_the_parent_reaches_in_and_siblings_do_not(client: Client, branch: Client) -> None:
    """404 across siblings, and from below to above."""
    sister = client.made("/2010-04-01/Accounts.json", FriendlyName="Sister")
    made = branch.made("Calls.json", CALL)
    path = f"/2010-04-01/Accounts/{branch.account}/Calls/{made['sid']}.json"
    assert 200 == client.get(path).status
    other = Client(client.emulator, sister["sid"], sister["auth_token"])
    assert (404, 20404) == (other.get(path).status, other.get(path).code)
    above = f"/2010-04-01/Accounts/{client.account}/Calls.json"
    assert 404 == branch.get(above).status
    assert [] == client.listed("Calls.json", "calls")
    below = f"/2010-04-01/Accounts/{client.account}/Calls/{made['sid']}.json"
    assert 404 == client.get(below).status


def test_an_account_sees_itself_and_its_own(client: Client, branch: Client) -> None:
    """And nobody sees the test credentials' account."""
    accounts = {row["sid"] for row in client.listed("/2010-04-01/Accounts.json", "accounts")}
    assert {client.account, branch.account} == accounts
    seen = {row["sid"] for row in branch.listed("/2010-04-01/Accounts.json", "accounts")}
    assert {branch.account} == seen
    assert 404 == branch.get(f"/2010-04-01/Accounts/{client.account}.json").status


def test_suspended_accounts_refuse_and_come_back(client: Client, branch: Client) -> None:
    """Their own credentials and their parent's; only the parent changes that."""
    path = f"/2010-04-01/Accounts/{branch.account}.json"
    assert 400 == branch.post(path, Status="suspended").status
    assert "suspended" == client.made(path, Status="suspended")["status"]
    assert (401, 20005) == (branch.get("Calls.json").status, branch.get("Calls.json").code)
    below = f"/2010-04-01/Accounts/{branch.account}/Calls.json"
    assert 20005 == client.get(below).code
    assert 200 == client.get(path).status
    assert "active" == client.made(path, Status="active")["status"]
    assert 200 == branch.get("Calls.json").status


def test_what_is_owned_owns_nothing(client: Client, branch: Client) -> None:
    """Accounts are made by who owns itself, so that it reaches and lists all there are."""
    refused = branch.post("/2010-04-01/Accounts.json", FriendlyName="Below")
    assert (400, 21101) == (refused.status, refused.code)
    assert 2 == len(client.listed("/2010-04-01/Accounts.json", "accounts"))


def test_closing_an_account_ends_what_it_does(client: Client, branch: Client) -> None:
    """Its calls, its conference and its waiting messages end, its numbers can be bought; what was, stays."""
    emulator = client.emulator
    emulator.script("Call", "open")
    ends = {"To": CALL["To"], "From": CALL["From"]}
    talking = branch.made("Conferences/Room/Participants.json", ends)["call_sid"]
    waiting = branch.made("Calls.json", CALL)["sid"]
    service = {"To": CALL["To"], "MessagingServiceSid": f"MG{1:032x}", "Body": "x"}
    later = {"ScheduleType": "fixed", "SendAt": "2026-11-01T12:00:00Z"}
    scheduled = branch.made("Messages.json", {**service, **later})["sid"]
    sent = branch.made("Messages.json", {**ends, "Body": "x"})["sid"]
    number = branch.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001")["sid"]
    emulator.advance(5)
    queued = branch.made("Calls.json", CALL)["sid"]
    mine = client.made("Calls.json", CALL)["sid"]
    emulator.advance(0)
    client.made(f"/2010-04-01/Accounts/{branch.account}.json", Status="closed")
    emulator.advance(86_400)
    status = {row["sid"]: row["status"] for row in emulator.records("Call")}
    assert ["completed", "completed", "canceled", "in-progress"] == [
        status[sid] for sid in (talking, waiting, queued, mine)
    ]
    status = {row["sid"]: row["status"] for row in emulator.records("Message")}
    assert ("canceled", "delivered") == (status[scheduled], status[sent])
    assert ["completed"] == [row["status"] for row in emulator.records("Conference")]
    assert [] == emulator.records("IncomingPhoneNumber")
    assert number != client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001")["sid"]


def test_closed_is_final(client: Client, branch: Client) -> None:
    """A closed account stays; the main one cannot be closed."""
    path = f"/2010-04-01/Accounts/{branch.account}.json"
    assert "closed" == client.made(path, Status="closed")["status"]
    assert 400 == client.post(path, Status="active").status
    assert 400 == client.post(f"/2010-04-01/Accounts/{client.account}.json", Status="closed").status


def test_keys_made_through_the_api_authenticate(client: Client) -> None:
    """Until they are deleted; the secret shows once."""
    made = client.made("Keys.json", FriendlyName="One")
    key = Client(client.emulator, made["sid"], made["secret"])
    assert 200 == key.get("Calls.json").status
    assert "secret" not in client.get(f"Keys/{made['sid']}.json").json
    assert 401 == Client(client.emulator, made["sid"], "wrong").get("Calls.json").status
    assert 204 == client.delete(f"Keys/{made['sid']}.json").status
    assert 401 == key.get("Calls.json").status


def test_the_suffix_decides_the_format(client: Client) -> None:
    """And addresses in the answer repeat it."""
    made = client.made("Calls.json", CALL)
    path = f"/2010-04-01/Accounts/{client.account}/Calls/{made['sid']}"
    for suffix in ("", ".xml"):
        (call,) = client.get(path + suffix).xml
        assert path + suffix == call.findtext("Uri")
        assert f"{path}/Recordings{suffix}" == call.findtext("SubresourceUris/Recordings")
        assert "" == call.findtext("Price")
    assert f"{path}.json" == client.get(f"{path}.json").json["uri"]


def test_what_it_does_not_have_it_says(client: Client) -> None:
    """404 for a path the catalog lacks, 405 for a method, 404 for a record."""
    unknown = client.get("Sandbox.json")
    assert 404 == unknown.status
    assert "does not do this" in unknown.json["message"]
    assert 404 == client.get("/v1/Services").status
    assert 404 == client.get("Calls.csv").status
    assert 404 == client.get(f"Calls/CA{1:032x}.html").status
    assert 405 == client.send("PUT", "Calls.json").status
    missing = client.get(f"Calls/CA{1:032x}.json")
    assert (404, 20404) == (missing.status, missing.code)
    assert missing.json["more_info"].endswith("/20404")


def test_parents_must_exist(client: Client) -> None:
    """A list below a record that does not exist is none."""
    for path in (
        f"Calls/CA{1:032x}/Recordings.json",
        f"Queues/QU{1:032x}/Members.json",
        f"SIP/Domains/SD{1:032x}/Auth/Calls/CredentialListMappings.json",
        "AvailablePhoneNumbers/ZZ/Local.json",
    ):
        assert 404 == client.get(path).status, path


@pytest.mark.parametrize("strict", [True, False])
def test_unknown_parameters_are_refused_in_strict_mode(strict: bool) -> None:
    """Otherwise they are ignored, as the service does."""
    with Emulator(strict=strict) as emulator:
        client = Client(emulator)
        made = client.post("Queues.json", FriendlyName="A", Colour="red")
        listed = client.get("Calls.json", Colour="red")
    if strict:
        assert (400, 20001) == (made.status, made.code)
        assert "Colour" in made.json["message"]
        assert 400 == listed.status
    else:
        assert (201, 200) == (made.status, listed.status)


def test_every_answer_has_the_headers_of_the_service(client: Client) -> None:
    """A request id, the number of requests under way and how long it took."""
    first, second = client.get("Calls.json"), client.get("Calls.json")
    assert first.headers["Twilio-Request-Id"] != second.headers["Twilio-Request-Id"]
    assert "1" == first.headers["Twilio-Concurrent-Requests"]
    assert float(first.headers["Twilio-Request-Duration"]) >= 0


@pytest.mark.parametrize(
    ("path", "form", "code"),
    [
        ("Calls.json", {"From": "+15005550006", "Url": "https://example.com/voice"}, 21201),
        ("Calls.json", {"To": "+15005550009", "Url": "https://example.com/voice"}, 21213),
        ("Calls.json", {"To": "+15005550009", "From": "+15005550006"}, 21205),
        ("Calls.json", {**CALL, "To": "nobody"}, 21217),
        ("Calls.json", {**CALL, "From": "nobody"}, 21212),
        ("Messages.json", {"From": "+15005550006", "Body": "Hello"}, 21604),
        ("Messages.json", {"To": "+15005550009", "Body": "Hello"}, 21603),
        ("Messages.json", {"To": "+15005550009", "From": "+15005550006"}, 21602),
        ("Messages.json", {"To": "x", "From": "+15005550006", "Body": "Hello"}, 21211),
        ("Messages.json", {"To": "+15005550009", "From": "?", "Body": "Hello"}, 21212),
        ("IncomingPhoneNumbers.json", {"PhoneNumber": "12"}, 21421),
        ("Queues.json", {}, 20001),
        ("Queues.json", {"FriendlyName": "A", "MaxSize": "many"}, 20001),
        ("Usage/Triggers.json", {"CallbackUrl": "http://localhost/", "TriggerValue": "1"}, 20001),
    ],
)
def test_bad_parameters_have_their_codes(
    client: Client, path: str, form: dict[str, str], code: int
) -> None:
    """Missing ones and those that are not of their type."""
    answer = client.post(path, form)
    assert (400, code) == (answer.status, answer.code), answer


def test_senders_are_checked_when_asked_for() -> None:
    """From must be owned, or verified for calls."""
    with Emulator(check_senders=True) as emulator:
        client = Client(emulator)
        assert 21210 == client.post("Calls.json", CALL).code
        message = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}
        assert 21606 == client.post("Messages.json", message).code
        client.made("IncomingPhoneNumbers.json", PhoneNumber="+15005550006")
        assert client.made("Calls.json", CALL)["phone_number_sid"].startswith("PN")
        client.made("Messages.json", message)


def test_text_survives_in_both_formats(client: Client) -> None:
    """Markup, quotes, white space, letters beyond the basic plane; XML cannot hold controls."""
    body = "<b>&\"'</b>\r\n\tgrüße 👍 ]]> \x07"
    made = client.made("Messages.json", To="+15005550009", From="+15005550006", Body=body)
    assert body == made["body"]
    (message,) = client.get(f"Messages/{made['sid']}.xml").xml
    assert body.replace("\x07", "\ufffd") == message.findtext("Body")


def test_a_body_that_is_no_form_is_refused(emulator: Emulator) -> None:
    """The service takes forms only."""
    import base64

    pair = base64.b64encode(f"{emulator.account_sid}:{emulator.auth_token}".encode()).decode()
    url = f"https://api.twilio.com/2010-04-01/Accounts/{emulator.account_sid}/Queues.json"
    for kind, body in (
        ("application/json", b"{}"),
        ("application/x-www-form-urlencoded", b"FriendlyName=\xff"),
    ):
        headers = {"Authorization": f"Basic {pair}", "Content-Type": kind}
        assert 400 == emulator.handle(Request("POST", url, headers, body)).status


def test_a_key_opens_its_own_account_alone(client: Client, branch: Client) -> None:
    """The parent's token reaches into the accounts that it owns, a key of the parent does not."""
    made = client.made("Keys.json", FriendlyName="One")
    key = Client(client.emulator, made["sid"], made["secret"])
    below = f"/2010-04-01/Accounts/{branch.account}/Calls.json"
    assert 200 == client.get(below).status
    answer = key.get(below)
    assert (401, 20003) == (answer.status, answer.code)
    for path in (".json", f"/{client.account}.json", f"/{client.account}/Keys.json"):
        answer = key.get(f"/2010-04-01/Accounts{path}")
        assert (401, 20003) == (answer.status, answer.code), path
    assert 200 == key.get(f"/2010-04-01/Accounts/{client.account}/Balance.json").status


@pytest.mark.parametrize(
    "header",
    ["Basic", "Basic ", "Basic ???", "Basic /w==", "Basic QUM6eA", "Bearer QUM6eA==", "Basic é"],
)
def test_a_broken_header_is_no_credentials(emulator: Emulator, header: str) -> None:
    """Whatever is not Base64 of text is refused like a wrong token, and with what is asked for."""
    url = f"https://api.twilio.com/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"
    answer = emulator.handle(Request("GET", url, {"Authorization": header}, None))
    assert 401 == answer.status
    assert "Basic" in answer.headers["WWW-Authenticate"]
    assert emulator.auth_token.encode() not in answer.read()
