"""What the service refuses, and how lives go on, by hand from its pages: not from the files of behaviour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.http.transport import Request, Response

DOCS = "https://www.twilio.com/docs"
NOW = datetime(2026, 11, 1, 10, tzinfo=UTC)  # where the clock of these tests stands
MESSAGE = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}
CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}
SCHEDULED = {"To": "+15005550009", "MessagingServiceSid": f"MG{1:032x}", "ScheduleType": "fixed"}
HOOK = "http://localhost:9/hook"

REFUSED = [
    ("Messages.json", {**MESSAGE, "To": ""}, 21604, f"{DOCS}/api/errors/21604"),
    ("Messages.json", {**MESSAGE, "From": ""}, 21603, f"{DOCS}/api/errors/21603"),
    ("Messages.json", {**MESSAGE, "Body": ""}, 21602, f"{DOCS}/api/errors/21602"),
    ("Messages.json", {**MESSAGE, "Body": "x" * 1601}, 21617, f"{DOCS}/api/errors/21617"),
    ("Messages.json", {**MESSAGE, "To": "12"}, 21211, f"{DOCS}/api/errors/21211"),
    ("Calls.json", {**CALL, "To": ""}, 21201, f"{DOCS}/api/errors/21201"),
    ("Calls.json", {**CALL, "From": ""}, 21213, f"{DOCS}/api/errors/21213"),
    ("Calls.json", {**CALL, "Url": ""}, 21205, f"{DOCS}/api/errors/21205"),
]

SCHEDULING = f"{DOCS}/messaging/features/message-scheduling"
TIMES = [  # from 15 minutes on, to 35 days
    (899, False),
    (900, True),
    (35 * 86400, True),
    (35 * 86400 + 1, False),
]

CALLS = f"{DOCS}/voice/api/call-resource"
SIP = f"{DOCS}/voice/api/call-resource#statuscallback"
CODES = [("completed", "200"), ("busy", "486"), ("no-answer", "487"), ("failed", "404")]

RECORDING = f"{DOCS}/voice/api/recording"
STEPS = [  # from one status, what an Update asks for, whether it may
    ("in-progress", "paused", True),
    ("in-progress", "stopped", True),
    ("paused", "in-progress", True),
    ("paused", "stopped", True),
    ("in-progress", "completed", False),
    ("stopped", "in-progress", False),
    ("stopped", "paused", False),
]

ENDS = [  # seconds after the call was made, the status asked for, what becomes of it
    (0, "canceled", "canceled"),
    (5, "completed", "completed"),
    (5, "canceled", "in-progress"),
    (100, "completed", "completed"),
    (100, "canceled", "completed"),
]


LIFE = f"{DOCS}/messaging/guides/outbound-message-status-in-status-callbacks"
LIVES = [  # outcome, the statuses that callbacks tell, the code of the last
    ("delivered", "sending sent delivered", None),
    ("sent", "sending sent", None),
    ("undelivered", "sending sent undelivered", "30003"),
    ("failed", "sending failed", "30008"),
]
TOLD = "MessageSid SmsSid AccountSid From To MessageStatus SmsStatus ApiVersion"

EVENTS = f"{DOCS}/voice/api/call-resource#statuscallbackevent"
CALL_LIVES = [  # outcome, what CallStatus says at each event, events that are sent unless some are chosen
    ("answered", "initiated ringing in-progress completed", "completed"),
    ("busy", "initiated ringing busy", "busy"),
    ("no-answer", "initiated ringing no-answer", "no-answer"),
    ("failed", "initiated failed", "failed"),
]
CALLED = (
    "CallSid AccountSid From To Called Caller CallStatus Direction ApiVersion CallbackSource"
    " SequenceNumber Timestamp"
)
ENDED = " CallDuration Duration SipResponseCode"

RECORDINGS = [  # how it began, what it says of it; RecordingSource
    ({"Record": "true"}, None, "OutboundAPI", 1, f"{DOCS}/voice/api/recording"),
    ({"Record": "true", "RecordingChannels": "dual"}, None, "OutboundAPI", 2, RECORDING),
    ({}, {}, "StartCallRecordingAPI", 1, RECORDING),
    ({}, {"RecordingChannels": "mono"}, "StartCallRecordingAPI", 1, RECORDING),
    ({}, {"RecordingChannels": "dual"}, "StartCallRecordingAPI", 2, RECORDING),
]

CONFERENCES = f"{DOCS}/voice/api/conference-participant-resource"
REPORTED = [  # word of ConferenceStatusCallbackEvent, the events sent for it, the parameters each has
    ("start", "conference-start"),
    ("end", "conference-end"),
    ("join", "participant-join participant-join"),
    ("leave", "participant-leave participant-leave"),
    ("mute", "participant-mute participant-unmute"),
    ("hold", "participant-hold participant-unhold"),
]
IN_CONFERENCE = "ConferenceSid FriendlyName AccountSid SequenceNumber StatusCallbackEvent Timestamp"
OF_PARTICIPANT = " CallSid Muted Hold Coaching StartConferenceOnEnter EndConferenceOnExit"

MEMBERS = [  # how the call of a participant stands, what the participant is; OAI, Participant (status)
    (0, "queued"),
    (2, "ringing"),
    (5, "connected"),
]

LIMITS = [  # parameter of an action, a value at each end of what is taken, one beyond each, the code
    ("Messages.json", "ValidityPeriod", "1 36000", "0 36001", 21624, f"{DOCS}/api/errors/21624"),
    ("Calls.json", "Timeout", "0 600", "-1 601", 21208, f"{DOCS}/api/errors/21208"),
    ("Calls.json", "MachineDetectionTimeout", "3 60", "2 61", 21234, CALLS),
    ("Calls.json", "MachineDetectionSpeechThreshold", "1000 6000", "999 6001", 21234, CALLS),
    ("Calls.json", "MachineDetectionSpeechEndThreshold", "500 5000", "499 5001", 21234, CALLS),
    ("Calls.json", "MachineDetectionSilenceTimeout", "2000 10000", "1999 10001", 21234, CALLS),
    (
        "Calls.json",
        "SendDigits",
        f"w {'1' * 32}",
        f"x {'1' * 33}",
        21206,
        f"{DOCS}/api/errors/21206",
    ),
    ("Calls.json", "MachineDetection", "Enable DetectMessageEnd", "enable x", 21234, CALLS),
    ("Queues.json", "MaxSize", "1 5000", "0 5001", 20001, f"{DOCS}/voice/api/queue-resource"),
]

LEFT_OUT = [  # what a record has that a request left out; OAI, the documents' descriptions and examples
    ("Queues.json", {"FriendlyName": "q"}, {"max_size": 1000, "current_size": 0}),
    (
        "Applications.json",
        {"FriendlyName": "a"},
        {"voice_method": "POST", "sms_method": "POST", "voice_caller_id_lookup": False},
    ),
    (
        "IncomingPhoneNumbers.json",
        {"PhoneNumber": "+15005550006"},
        {
            "voice_method": "POST",
            "address_requirements": "none",
            "beta": False,
            "emergency_status": "Inactive",
            "emergency_address_status": "unregistered",
            "origin": "twilio",
            "status": "in-use",
            "voice_receive_mode": "voice",
        },
    ),
    (
        "SIP/Domains.json",
        {"DomainName": "a.sip.twilio.com"},
        {"secure": False, "sip_registration": False},
    ),
    ("Messages.json", MESSAGE, {"direction": "outbound-api", "status": "queued", "num_media": "0"}),
    ("Calls.json", CALL, {"direction": "outbound-api", "status": "queued"}),
]

SEGMENTS = f"{DOCS}/glossary/what-sms-character-limit"
LONG = [("a", 160, 1), ("a", 161, 2), ("a", 306, 2), ("a", 307, 3), ("[", 80, 1), ("[", 81, 2)]
LONG += [("\u0436", 70, 1), ("\u0436", 71, 2), ("\u0436", 134, 2), ("\u0436", 135, 3)]


def heard(outcome: str, kind: str, path: str, form: list[tuple[str, str]]) -> list[dict[str, str]]:
    """The callbacks that a message or a call sends in its life, as their forms."""
    said: list[dict[str, str]] = []

    def send(request: Request, /) -> Response:
        if request.url == HOOK:
            said.append(dict(parse_qsl((request.body or b"").decode())))
        return Response(204)

    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=3, send=send) as emulator:
        emulator.script(kind, outcome)
        Client(emulator).made(path, form)
        emulator.advance(200)
    return said


@pytest.mark.parametrize(("outcome", "statuses", "code"), LIVES)
def test_lives_of_messages(outcome: str, statuses: str, code: str | None) -> None:
    """Each status is told once, none for the first; the last one of a failure has its code."""
    said = heard(outcome, "Message", "Messages.json", [*MESSAGE.items(), ("StatusCallback", HOOK)])
    assert statuses.split() == [form["MessageStatus"] for form in said], LIFE
    assert all(form["MessageStatus"] == form["SmsStatus"] for form in said)
    assert [*[None] * (len(said) - 1), code] == [form.get("ErrorCode") for form in said], LIFE
    assert all(set(TOLD.split()) == form.keys() - {"ErrorCode"} for form in said), LIFE


@pytest.mark.parametrize(("outcome", "statuses", "usual"), CALL_LIVES)
def test_lives_of_calls(outcome: str, statuses: str, usual: str) -> None:
    """Each event that was chosen is told, or the last alone; only the end has a duration and a code."""
    form = [*CALL.items(), ("StatusCallback", HOOK)]
    chosen = ("initiated", "ringing", "answered", "completed")
    events = [("StatusCallbackEvent", one) for one in chosen]
    said = heard(outcome, "Call", "Calls.json", [*form, *events])
    assert statuses.split() == [form["CallStatus"] for form in said], EVENTS
    assert list(range(len(said))) == [int(form["SequenceNumber"]) for form in said], EVENTS
    assert all(set(CALLED.split()) == one.keys() - set(ENDED.split()) for one in said), EVENTS
    assert all(not set(ENDED.split()) & one.keys() for one in said[:-1])
    assert set(ENDED.split()) <= said[-1].keys()
    assert {one["CallbackSource"] for one in said} == {"call-progress-events"}
    assert [usual] == [one["CallStatus"] for one in heard(outcome, "Call", "Calls.json", form)]


@pytest.mark.parametrize(("call", "begun", "source", "channels", "page"), RECORDINGS)
def test_what_a_recording_says(
    client: Client,
    call: dict[str, str],
    begun: dict[str, str] | None,
    source: str,
    channels: int,
    page: str,
) -> None:
    """How it began, how many channels it has; it goes on, and is completed after its call."""
    sid = client.made("Calls.json", {**CALL, **call})["sid"]
    client.emulator.advance(5)
    if begun is not None:
        client.made(f"Calls/{sid}/Recordings.json", begun)
    (row,) = client.listed(f"Calls/{sid}/Recordings.json", "recordings")
    assert (source, channels, "both") == (row["source"], row["channels"], row["track"]), page
    assert "in-progress" == row["status"]
    client.made(f"Calls/{sid}.json", Status="completed")
    client.emulator.advance(60)
    assert "completed" == client.get(f"Recordings/{row['sid']}.json").json["status"], page


@pytest.mark.parametrize(("word", "events"), REPORTED)
def test_what_a_conference_tells(word: str, events: str) -> None:
    """The events of a word that was chosen, each with what it is about."""
    said: list[dict[str, str]] = []

    def send(request: Request, /) -> Response:
        if request.url == HOOK:
            said.append(dict(parse_qsl((request.body or b"").decode())))
        return Response(204)

    ends = {"From": "+15005550006", "To": "+15005550009"}
    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=3, send=send) as emulator:
        client = Client(emulator)
        more = {"ConferenceStatusCallback": HOOK, "ConferenceStatusCallbackEvent": word}
        made = client.made("Conferences/Room/Participants.json", {**ends, **more})
        client.made("Conferences/Room/Participants.json", ends)
        emulator.advance(5)
        path = f"Conferences/{made['conference_sid']}"
        for name, value in (
            ("Muted", "true"),
            ("Muted", "false"),
            ("Hold", "true"),
            ("Hold", "false"),
        ):
            client.made(f"{path}/Participants/{made['call_sid']}.json", {name: value})
        client.made(f"{path}.json", Status="completed")
        emulator.advance(5)
    assert events.split() == [form["StatusCallbackEvent"] for form in said], CONFERENCES
    about = IN_CONFERENCE + ("" if events.startswith("conference") else OF_PARTICIPANT)
    ended = {
        "end": {"ReasonConferenceEnded": "conference-ended-via-api"},
        "leave": {
            "ReasonParticipantLeft": "conference_ended_via_api",
        },
    }.get(word, {})
    for form in said:
        assert ended.items() <= form.items(), CONFERENCES
        assert set(about.split()) == form.keys() - ended.keys() - {"ParticipantCallStatus"}


@pytest.mark.parametrize(("after", "status"), MEMBERS)
def test_how_a_participant_stands(client: Client, after: int, status: str) -> None:
    """As its call does; the conference goes on as soon as it has begun."""
    ends = {"From": "+15005550006", "To": "+15005550009"}
    made = [client.made("Conferences/Room/Participants.json", ends) for _ in range(2)]
    if after:
        client.emulator.advance(after)
    path = f"Conferences/{made[0]['conference_sid']}"
    if status == "connected":
        assert (
            status == client.get(f"{path}/Participants/{made[0]['call_sid']}.json").json["status"]
        )
    else:
        expected = "queued" if not after else "ringing"
        call = client.get(f"Calls/{made[0]['call_sid']}.json").json["status"]
        assert (expected, "init") == (call, client.get(f"{path}.json").json["status"])


@pytest.mark.parametrize(("path", "name", "taken", "refused", "code", "source"), LIMITS)
def test_limits_of_parameters(
    client: Client, path: str, name: str, taken: str, refused: str, code: int, source: str
) -> None:
    """What is at either end is taken, and what is beyond is refused with its code."""
    form = {"Messages.json": MESSAGE, "Calls.json": CALL}.get(path, {})
    more: dict[str, str] = {}
    for number, value in enumerate(taken.split()):
        more = {"FriendlyName": f"queue {number}"} if path == "Queues.json" else {}
        client.made(path, {**form, **more, name: value})
    for value in refused.split():
        answer = client.post(path, {**form, **more, name: value})
        assert (400, code) == (answer.status, answer.code), (value, source)


@pytest.mark.parametrize(("path", "form", "expected"), LEFT_OUT)
def test_what_a_record_has_by_default(
    client: Client, path: str, form: dict[str, str], expected: dict[str, Any]
) -> None:
    """What a request leaves out the service fills in."""
    made = client.made(path, form)
    assert expected == {name: made[name] for name in expected}


@pytest.mark.parametrize(("sign", "number", "segments"), LONG)
def test_segments_of_a_body(client: Client, sign: str, number: int, segments: int) -> None:
    """160 and 153 of the GSM's letters, where some count twice, or 70 and 67 of any."""
    made = client.made("Messages.json", {**MESSAGE, "Body": sign * number})
    assert str(segments) == made["num_segments"], SEGMENTS


@pytest.mark.parametrize(("path", "form", "code", "source"), REFUSED)
def test_errors(client: Client, path: str, form: dict[str, str], code: int, source: str) -> None:
    """Each mistake has the code that the service's dictionary of errors gives it."""
    answer = client.post(path, form)
    assert (400, code) == (answer.status, answer.code), source


@pytest.mark.parametrize(("seconds", "taken"), TIMES)
def test_when_a_message_can_be_scheduled(client: Client, seconds: int, taken: bool) -> None:
    """From 900 seconds on and until 35 days, to the second."""
    when = (NOW + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    answer = client.post("Messages.json", {**SCHEDULED, "Body": "Hello", "SendAt": when})
    if taken:
        assert (201, "scheduled") == (answer.status, answer.json["status"]), SCHEDULING
    else:
        assert (400, 35114) == (answer.status, answer.code), SCHEDULING


@pytest.mark.parametrize(("outcome", "code"), CODES)
def test_sip_codes_of_calls(outcome: str, code: str) -> None:
    """The last callback of a call says how the other side answered."""
    said: list[dict[str, str]] = []

    def send(request: Request, /) -> Response:
        said.append(dict(parse_qsl((request.body or b"").decode())))
        return Response(204)

    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=3, send=send) as emulator:
        client = Client(emulator)
        if outcome != "completed":
            emulator.script("Call", outcome)
        client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
        emulator.advance(200)
    last = [form for form in said if form.get("CallStatus") == outcome]
    assert [code] == [form["SipResponseCode"] for form in last], SIP


@pytest.mark.parametrize(("status", "asked", "taken"), STEPS)
def test_steps_of_recordings(client: Client, status: str, asked: str, taken: bool) -> None:
    """A recording is paused and goes on until it is stopped, and then no more."""
    call = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(5)
    path = f"Calls/{call}/Recordings"
    sid = client.made(f"{path}.json")["sid"]
    if status != "in-progress":
        client.made(f"{path}/{sid}.json", Status=status)
    answer = client.post(f"{path}/{sid}.json", Status=asked)
    assert taken == (answer.status == 200), (RECORDING, answer)
    if taken:
        assert asked == answer.json["status"]


@pytest.mark.parametrize(("after", "asked", "becomes"), ENDS)
def test_ends_of_calls(client: Client, after: int, asked: str, becomes: str) -> None:
    """A call is canceled before it is answered, and completed while it goes on; one that ended stays so."""
    sid = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(after)
    client.post(f"Calls/{sid}.json", Status=asked)
    found: Any = client.get(f"Calls/{sid}.json").json["status"]
    assert becomes == found, CALLS


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_the_form_of_answers(client: Client, kind: str) -> None:
    """The suffix asks for it, and answers and errors say which they are: usage/twilios-response."""
    for path in (f"Calls.{kind}", f"Calls/CA{1:032x}.{kind}"):
        headers = {name.lower(): text for name, text in client.get(path).headers.items()}
        assert f"application/{kind}" == headers["content-type"].partition(";")[0]


@pytest.mark.parametrize(("length", "taken"), [(4000, True), (4001, False)])
def test_how_long_an_address_may_be(client: Client, length: int, taken: bool) -> None:
    """4000 signs, as https://www.twilio.com/docs/api/errors/21609 says."""
    address = "https://example.com/".ljust(length, "x")
    answer = client.post("Messages.json", {**MESSAGE, "StatusCallback": address})
    assert taken == (answer.status == 201)
    assert taken or (400, 21609) == (answer.status, answer.code)


BELOW = {  # what lies below an account: OAI, the example of FetchAccount, without notifications
    "addresses": "Addresses",
    "applications": "Applications",
    "authorized_connect_apps": "AuthorizedConnectApps",
    "available_phone_numbers": "AvailablePhoneNumbers",
    "balance": "Balance",
    "calls": "Calls",
    "conferences": "Conferences",
    "connect_apps": "ConnectApps",
    "incoming_phone_numbers": "IncomingPhoneNumbers",
    "keys": "Keys",
    "messages": "Messages",
    "outgoing_caller_ids": "OutgoingCallerIds",
    "queues": "Queues",
    "recordings": "Recordings",
    "short_codes": "SMS/ShortCodes",
    "signing_keys": "SigningKeys",
    "sip": "SIP",
    "transcriptions": "Transcriptions",
    "usage": "Usage",
}


def test_what_lies_below_an_account(client: Client) -> None:
    """An account names its lists, each with its address."""
    account = f"/2010-04-01/Accounts/{client.account}"
    found = client.get(f"{account}.json").json["subresource_uris"]
    assert {name: f"{account}/{path}.json" for name, path in BELOW.items()}.items() <= found.items()


PERIODS = {
    "all_time": "AllTime",
    "daily": "Daily",
    "last_month": "LastMonth",
    "monthly": "Monthly",
    "this_month": "ThisMonth",
    "today": "Today",
    "yearly": "Yearly",
    "yesterday": "Yesterday",
}


def test_what_lies_below_usage(client: Client) -> None:
    """A record of usage names the same by periods: OAI, the example of ListUsageRecord."""
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(10)
    (row,) = client.listed("Usage/Records.json", "usage_records", Category="sms-outbound")
    found = {name: text.partition("?")[0] for name, text in row["subresource_uris"].items()}
    account = f"/2010-04-01/Accounts/{client.account}/Usage/Records"
    assert {name: f"{account}/{path}.json" for name, path in PERIODS.items()} == found


@pytest.mark.parametrize(("redirects", "plays"), [(10, True), (11, False)])
def test_how_many_redirects_are_followed(redirects: int, plays: bool) -> None:
    """Ten of a document that is asked for, as https://www.twilio.com/docs/voice/twiml says."""
    asked: list[str] = []

    def send(request: Request, /) -> Response:
        asked.append(request.url)
        if len(asked) <= redirects:
            return Response(302, {"Location": f"http://localhost:9/{len(asked)}"})
        return Response(
            200, {"Content-Type": "text/xml"}, b"<Response><Pause length='60'/></Response>"
        )

    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=3, send=send) as emulator:
        client = Client(emulator)
        sid = client.made("Calls.json", {**CALL, "Url": "http://localhost:9/voice"})["sid"]
        emulator.advance(30)
        status = client.get(f"Calls/{sid}.json").json["status"]
    assert len(asked) == 11
    assert plays == (status == "in-progress")
