"""Small things of calls, messages and what belongs to them: who is told, what it costs, what is remembered."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_application import AGENT, OWN, PERSON, Start
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_runtime.http.messages import Response

CALL = {"To": "+13115556789", "From": "+13115550000", "Twiml": "<Response><Pause length='600'/></Response>"}  # fmt: skip
MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "x"}
HOOK = "http://localhost/told"


class Asked:
    """What an application was asked, with what it answers: nothing, or a failure."""

    def __init__(self, status: int = 204) -> None:
        self.status = status
        self.requests: list[Any] = []

    def __call__(self, request: Any) -> Response:
        self.requests.append(request)
        return Response(self.status, {}, b"")

    def paths(self) -> list[tuple[str, str]]:
        """The methods and paths, in order."""
        return [(request.method, request.path) for request in self.requests]


@pytest.mark.parametrize("by", ["number", "application"])
def test_a_call_that_comes_in_is_asked_for_and_told_of(by: str) -> None:
    """By the number's addresses and methods, or by those of the application that it names."""
    asked = Asked(500)
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        client = Client(emulator)
        form = {
            name: value
            for word in ("Voice", "VoiceFallback", "StatusCallback")
            for name, value in (
                (f"{word}Url".replace("CallbackUrl", "Callback"), f"http://localhost/{word}#rc=0"),
                (f"{word}Method", "GET"),
            )
        }
        if by == "application":
            sid = client.made("Applications.json", FriendlyName="x", **form)["sid"]
            form = {"VoiceApplicationSid": sid, "VoiceUrl": "http://localhost/never"}
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, **form)
        call = emulator.receive_call(PERSON, OWN)
        emulator.advance(1)
        assert call.status == "completed"
        paths = [("GET", "/Voice"), ("GET", "/VoiceFallback"), ("GET", "/StatusCallback")]
        assert sorted(set(asked.paths())) == sorted(paths)
        record = call.record
    assert (record["from_formatted"], record["to_formatted"]) == (
        "(500) 555-0199",
        "(500) 555-0100",
    )
    assert record["phone_number_sid"] == emulator.records("IncomingPhoneNumber")[0]["sid"]


def test_nobody_says_what_to_do_with_a_call(client: Client) -> None:
    """It is not answered."""
    client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN)
    assert client.emulator.receive_call(PERSON, OWN).status == "no-answer"


@pytest.mark.parametrize("kind", ["number", "application"])
def test_a_message_that_comes_in_is_asked_for(kind: str) -> None:
    """By the number's address and method and then by its fallback's, or by the application's."""
    asked = Asked(500)
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        client = Client(emulator)
        form = {"SmsUrl": "http://localhost/sms#rc=0", "SmsMethod": "GET"}
        form |= {"SmsFallbackUrl": "http://localhost/again#rc=0", "SmsFallbackMethod": "GET"}
        if kind == "application":
            sid = client.made("Applications.json", FriendlyName="x", **form)["sid"]
            form = {"SmsApplicationSid": sid, "SmsUrl": "http://localhost/never"}
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, **form)
        emulator.receive_message(PERSON, OWN, "Hello")
        emulator.advance(1)
    assert asked.paths() == [("GET", "/sms"), ("GET", "/again")]
    assert "ErrorCode=11200" in asked.requests[1].url


@pytest.mark.parametrize(
    ("word", "kind"),
    [("stop", "stop"), (" Quit ", "stop"), ("START", "start"), ("info", "help"), ("stop it", None)],
)
def test_words_that_stop_and_start(start: Start, word: str, kind: str | None) -> None:
    """The service answers them itself; the application is asked as well, and answers who has not stopped."""
    emulator, application = start({"/sms": "<Message>own</Message>"})
    message = emulator.receive_message(PERSON, OWN, word)
    standard = {
        "stop": "You get no more messages from this number. Answer START to get them again.",
        "start": "You get messages from this number again.",
        "help": "Answer STOP to get no more messages.",
    }
    replies = [standard[kind]] if kind else []
    replies += ["own"] if kind != "stop" else []
    assert [reply["body"] for reply in message.replies] == replies
    assert {reply["direction"] for reply in message.replies} <= {"outbound-reply"}
    assert application.paths() == ["/sms"]
    form = {"To": PERSON, "From": OWN, "Body": "x"}
    assert Client(emulator).post("Messages.json", form).code == (21610 if kind == "stop" else None)
    assert Client(emulator).post("Messages.json", {**form, "To": AGENT}).status == 201


@pytest.mark.parametrize("beside", [True, False])
def test_who_has_answered_is_said(beside: bool) -> None:
    """With the first request for a document, or beside it to an address of its own."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        more = {"AsyncAmd": "true", "AsyncAmdStatusCallback": HOOK, "AsyncAmdStatusCallbackMethod": "GET"}  # fmt: skip
        form = {"To": PERSON, "From": OWN, "Url": "http://localhost/voice", "MachineDetection": "Enable"}  # fmt: skip
        sid = Client(emulator).made("Calls.json", {**form, **(more if beside else {})})["sid"]
        emulator.advance(60)
    voice = next(request for request in asked.requests if request.path == "/voice")
    body = voice.body.decode()
    assert ("AnsweredBy=human&MachineDetectionDuration=0" in body) != beside
    if beside:
        (beside_it,) = [request for request in asked.requests if request.path == "/told"]
        query = beside_it.url.partition("?")[2]
        assert beside_it.method == "GET"
        assert query == f"AnsweredBy=human&MachineDetectionDuration=0&CallSid={sid}&AccountSid={emulator.account_sid}"  # fmt: skip


def test_a_call_that_never_left_its_queue_tells_nothing() -> None:
    """It was canceled at once; one that rang already tells its end."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        client = Client(emulator)
        for seconds in (0, 2):
            sid = client.made("Calls.json", CALL, StatusCallback=HOOK)["sid"]
            emulator.advance(seconds)
            canceled = client.made(f"Calls/{sid}.json", Status="canceled")
            assert canceled["status"] == "canceled"
            emulator.advance(60)
    (told,) = asked.requests
    ended = "CallStatus=canceled&Direction=outbound-api&ApiVersion=2010-04-01&CallDuration=0&Duration=0&SipResponseCode=487"
    assert ended in told.body.decode()


@pytest.mark.parametrize(("length", "minutes"), [(59, 1), (60, 1), (61, 2)])
def test_the_end_of_a_call_tells_its_length(length: int, minutes: int) -> None:
    """In seconds, and in begun minutes."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        twiml = f"<Response><Pause length='{length}'/></Response>"
        Client(emulator).made("Calls.json", {**CALL, "Twiml": twiml}, StatusCallback=HOOK)
        emulator.advance(120)
    (told,) = asked.requests
    assert f"&CallDuration={length}&Duration={minutes}&SipResponseCode=200&" in told.body.decode()


def test_a_call_that_a_seed_put_there_tells_its_end(client: Client) -> None:
    """Once an update says whom."""
    emulator = client.emulator
    values = {"sid": f"CA{1:032x}", "status": "in-progress", "to": PERSON, "from": OWN}
    emulator.seed({"records": [{"object": "Call", "values": values}]})
    client.made(f"Calls/CA{1:032x}.json", StatusCallback=HOOK, StatusCallbackMethod="GET")
    emulator.call(f"CA{1:032x}").hang_up()
    emulator.advance(0)
    (told,) = emulator.callbacks
    assert (told.callback.url, told.callback.method) == (HOOK, "GET")
    assert dict(told.callback.parameters)["CallStatus"] == "completed"


def test_only_what_was_asked_because_of_a_call_is_its_event(start: Start) -> None:
    """Not what another call, or nothing at all, was asked for; a seed's events come first in their second."""
    emulator, _ = start({"/voice": "<Redirect>http://example.com/</Redirect>"})
    one, two = (emulator.receive_call(person, OWN) for person in (PERSON, AGENT))
    events = Client(emulator).listed(f"Calls/{one.sid}/Events.json", "events")
    assert [event["request"]["url"] for event in events] == ["http://localhost/voice"]
    (event,) = events
    assert event["request"]["parameters"]["CallSid"] == one.sid != two.sid
    assert event["response"]["response_code"] == 200
    assert event["response"]["date_created"] == "Sun, 01 Nov 2026 10:00:00 +0000"


def test_a_verified_number_is_told_of() -> None:
    """With its new Sid; who does not answer in time verifies nothing."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        client = Client(emulator)
        sids = []
        for number, outcome in (("+13115550001", "answered"), ("+13115550002", "busy")):
            emulator.script("ValidationRequest", outcome, match={"phone_number": number})
            form = {"PhoneNumber": number, "StatusCallback": HOOK, "StatusCallbackMethod": "GET"}
            made = client.made("OutgoingCallerIds.json", form)
            assert (len(made["validation_code"]), made["friendly_name"]) == (6, f"(311) 555-{number[-4:]}")  # fmt: skip
            sids.append(made["call_sid"])
        emulator.advance(60)
        (known,) = emulator.records("OutgoingCallerId")
        own = emulator.account_sid
    assert known["phone_number"] == "+13115550001"
    end = f"&OutgoingCallerIdSid={known['sid']}"
    told = [request.url.partition("?")[2].replace("%2B", "+") for request in asked.requests]
    assert told == [
        f"AccountSid={own}&CallSid={sids[1]}&To=+13115550002&Called=+13115550002&VerificationStatus=failed",
        f"AccountSid={own}&CallSid={sids[0]}&To=+13115550001&Called=+13115550001&VerificationStatus=success{end}",
    ]
    assert {request.method for request in asked.requests} == {"GET"}


@pytest.mark.parametrize(
    ("delay", "rings"), [("", 1), ("30", 31), ("60", 61), ("600", 61), ("-5", 1)]
)
def test_a_validation_may_wait(client: Client, delay: str, rings: int) -> None:
    """Up to a minute before its call begins."""
    form = {"PhoneNumber": "+13115550001", "CallDelay": delay}
    sid = client.made("OutgoingCallerIds.json", form)["call_sid"]
    call = client.emulator.call(sid)
    client.emulator.advance(rings - 1)
    assert call.status == "queued"
    client.emulator.advance(1)
    assert call.status == "ringing"


def test_what_numbers_cost_is_counted(client: Client) -> None:
    """By their kind; one of a kind without a price is not."""
    for path in ("US/Local", "US/TollFree", "GB/Mobile", "GB/National"):
        rows = client.get(f"AvailablePhoneNumbers/{path}.json").json["available_phone_numbers"]
        client.made("IncomingPhoneNumbers.json", PhoneNumber=rows[0]["phone_number"])
    found = {
        row["category"]: (row["count"], row["usage"], row["price"])
        for row in client.listed("Usage/Records.json", "usage_records")
        if row["category"].startswith("phonenumbers")
    }
    assert found["phonenumbers-local"] == ("1", "1", "1.15000")
    assert found["phonenumbers-tollfree"] == ("1", "1", "2.15000")
    assert found["phonenumbers-mobile"] == ("1", "1", "1.15000")
    assert found["phonenumbers"] == ("3", "3", "4.45000")


def test_what_was_used_is_said_whole(client: Client) -> None:
    """With its days, its units, its price and where more is to be found."""
    client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN)
    base = f"/2010-04-01/Accounts/{client.account}/Usage/Records"
    about = "?Category=phonenumbers-local"
    days = "&StartDate=2026-11-01&EndDate=2026-11-01"
    (row,) = client.listed("Usage/Records/Daily.json", "usage_records", Category="phonenumbers-local")  # fmt: skip
    words = {
        "all_time": "AllTime", "daily": "Daily", "last_month": "LastMonth", "monthly": "Monthly",
        "this_month": "ThisMonth", "today": "Today", "yearly": "Yearly", "yesterday": "Yesterday",
    }  # fmt: skip
    assert row == {
        "account_sid": client.account,
        "api_version": "2010-04-01",
        "as_of": "2026-11-01T10:00:00+00:00",
        "category": "phonenumbers-local",
        "count": "1",
        "count_unit": "numbers",
        "description": row["description"],
        "end_date": "2026-11-01",
        "price": "1.15000",
        "price_unit": "usd",
        "start_date": "2026-11-01",
        "subresource_uris": {name: f"{base}/{word}.json{about}" for name, word in words.items()},
        "uri": f"{base}/Daily.json{about}{days}",
        "usage": "1",
        "usage_unit": "numbers",
    }


def test_a_token_is_the_same_for_all_its_servers(client: Client) -> None:
    """A user of 64 digits, a password of 32; a day, unless it is said otherwise."""
    made = client.made("Tokens.json")
    servers = made["ice_servers"]
    assert (len(made["username"]), len(made["password"]), made["ttl"]) == (64, 32, "86400")
    assert [sorted(server) for server in servers] == [["url", "urls"], *[["credential", "url", "urls", "username"]] * 3]  # fmt: skip
    for server in servers:
        assert server["url"] == server["urls"]
        assert server.get("username") in (None, made["username"])
        assert server.get("credential") in (None, made["password"])
    assert client.made("Tokens.json", Ttl="60")["ttl"] == "60"


def test_a_trigger_that_fires_tells(client: Client) -> None:
    """All that it is, and a token that is the same if it is told again."""
    form = {
        "UsageCategory": "sms",
        "TriggerValue": "1",
        "CallbackUrl": HOOK,
        "FriendlyName": "Mine",
    }
    made = client.made(
        "Usage/Triggers.json", {**form, "CallbackMethod": "GET", "TriggerBy": "count"}
    )
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    (fired,) = client.emulator.records("UsageTrigger")
    told = client.emulator.callbacks[0].callback
    said = dict(told.parameters)
    at = "Sun, 01 Nov 2026 10:00:02 +0000"
    seconds = said.pop("IdempotencyToken").removeprefix(f"{made['sid']}-")
    assert seconds.isdigit() and len(seconds) == 10
    assert (told.url, told.method, told.about) == (HOOK, "GET", ("UsageTrigger", made["sid"]))
    records = f"/2010-04-01/Accounts/{client.account}/Usage/Records?Category=sms"
    assert fired["date_fired"] == at
    assert said == {
        "AccountSid": client.account,
        "UsageTriggerSid": made["sid"],
        "UsageCategory": "sms",
        "TriggerBy": "count",
        "TriggerValue": "1",
        "CurrentValue": "1",
        "UsageRecordUri": records,
        "DateFired": at,
    }


def test_feedback_of_some_days_is_summed_up(client: Client, branch: Client) -> None:
    """With the calls that those accounts made which are asked for."""
    for one, scores in ((client, (1, 2, 5, None)), (branch, (4,))):
        for score in scores:
            sid = one.made("Calls.json", CALL)["sid"]
            if score is not None:
                issues = ["dropped-call", "post-dial-delay"][: 1 + (score == 5)]
                form = [("QualityScore", str(score)), *(("Issue", issue) for issue in issues)]
                one.post(f"Calls/{sid}/Feedback.json", form)
    days = {"StartDate": "2026-11-01", "EndDate": "2026-11-01"}
    own = client.made("Calls/FeedbackSummary.json", days)
    assert (own["call_count"], own["call_feedback_count"]) == (4, 3)
    values = [own[f"quality_score_{word}"] for word in ("average", "median", "standard_deviation")]
    assert values == ["2.67", "2", "1.7"]
    assert own["issues"] == [
        {"description": "dropped-call", "count": 3, "percentage_of_total_calls": "75.00%"},
        {"description": "post-dial-delay", "count": 1, "percentage_of_total_calls": "25.00%"},
    ]
    assert (own["status"], own["include_subaccounts"]) == ("completed", False)
    both = client.made("Calls/FeedbackSummary.json", {**days, "IncludeSubaccounts": "true"})
    assert int(both["call_count"]) == 5 and both["include_subaccounts"] is True
    none = client.made("Calls/FeedbackSummary.json", {"StartDate": "2026-10-01", "EndDate": "2026-10-31"})  # fmt: skip
    assert (int(none["call_count"]), none["quality_score_average"], none["issues"]) == (0, None, [])


def test_a_domain_keeps_its_own_name(client: Client) -> None:
    """An update may say it again; without a name for people it is called as it is reached."""
    made = client.made("SIP/Domains.json", DomainName="own.sip.twilio.com")
    assert (made["friendly_name"], made["auth_type"]) == ("own.sip.twilio.com", "")
    form = {"DomainName": "own.sip.twilio.com", "FriendlyName": "Own"}
    assert client.made(f"SIP/Domains/{made['sid']}.json", form)["friendly_name"] == "Own"
    assert client.made(f"SIP/Domains/{made['sid']}.json", FriendlyName="2")["domain_name"] == "own.sip.twilio.com"  # fmt: skip
    for name in ("a.sip.us1.twilio.com", "a-b.c.sip.twilio.com"):
        client.made("SIP/Domains.json", DomainName=name)


def test_a_short_code_is_a_sender_of_its_account() -> None:
    """Where senders are checked; another account's is none, and a word needs no owner."""
    emulator = Emulator(clock=Clock(frozen=True), seed=1, check_senders=True)
    client = Client(emulator)
    form = {"To": PERSON, "Body": "x"}
    assert client.post("Messages.json", {**form, "From": "12345"}).code == 21606
    values = {"short_code": "12345", "account_sid": client.account}
    emulator.seed({"records": [{"object": "ShortCode", "values": values}]})
    assert client.made("Messages.json", {**form, "From": "12345"})["from"] == "12345"
    assert client.post("Messages.json", {**form, "From": "12346"}).code == 21606
    assert client.made("Messages.json", {**form, "From": "Shop"})["from"] == "Shop"


def test_a_member_whose_call_is_not_there_is_passed_over(start: Start) -> None:
    """A seed may put one there; who dials the queue gets the next, and a deletion takes it away."""
    emulator, _ = start(
        {"/voice": "<Enqueue>q</Enqueue>", "/agent": "<Dial><Queue>q</Queue></Dial>"}
    )
    client = Client(emulator)
    queue = client.made("Queues.json", FriendlyName="q")["sid"]
    values = {"call_sid": f"CA{1:032x}", "date_enqueued": "2026-11-01T10:00:00"}
    record = {"object": "Member", "under": [queue], "values": values}
    emulator.seed({"records": [record]})
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/agent"}
    agent = emulator.call(client.made("Calls.json", form)["sid"])
    emulator.advance(5)
    assert agent.status == "in-progress"
    call = emulator.receive_call(PERSON, OWN)
    assert [one["attributes"] for one in agent.timeline if one["what"] == "bridged"] == [{"sid": call.sid}]  # fmt: skip
    members = f"Queues/{queue}/Members"
    assert client.get(f"{members}/Front.json").json["call_sid"] == f"CA{1:032x}"
    client.made(f"{members}/CA{1:032x}.json", Url="http://localhost/x")
    assert client.listed(f"{members}.json", "queue_members") == []


def test_words_that_nobody_said_are_transcribed(start: Start) -> None:
    """As none; a recording that is not to be transcribed is not."""
    emulator, application = start({"/voice": "<Record transcribe='true'/>"})
    emulator.receive_call(PERSON, OWN).hang_up()
    application.pages = {"/voice": "<Record transcribe='false'/>"}
    emulator.receive_call(PERSON, OWN).hang_up()
    emulator.advance(60)
    assert [row["transcription_text"] for row in emulator.records("Transcription")] == ["(blank)"]
    assert len(emulator.records("Recording")) == 2


def test_a_call_is_taken_to_a_status() -> None:
    """Whoever asked for its events is told, and nothing more happens to it by itself."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        events = [("StatusCallbackEvent", event) for event in ("ringing", "answered", "completed")]
        form = [*CALL.items(), ("StatusCallback", HOOK), *events]
        sid = Client(emulator).post("Calls.json", form).json["sid"]
        for status in ("ringing", "in-progress", "completed"):
            emulator.set_status(sid, status)
            emulator.advance(100 if status == "ringing" else 1)
            assert emulator.call(sid).status == status
    told = [request.body.decode().partition("&CallStatus=")[2] for request in asked.requests]
    assert [said.partition("&")[0] for said in told] == ["ringing", "in-progress", "completed"]


def test_a_scheduled_message_that_is_canceled_tells() -> None:
    """Once; what has not been sent yet costs nothing."""
    asked = Asked()
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=1, send=asked) as emulator:
        client = Client(emulator)
        form = {"To": PERSON, "Body": "x", "MessagingServiceSid": f"MG{1:032x}", "ScheduleType": "fixed"}  # fmt: skip
        more = {"SendAt": "2026-11-02T10:00:00Z", "StatusCallback": HOOK}
        sid = client.made("Messages.json", {**form, **more})["sid"]
        canceled = client.made(f"Messages/{sid}.json", Status="canceled")
        assert (canceled["status"], canceled["price"]) == ("canceled", None)
        emulator.advance(3 * 86_400)
    (told,) = asked.requests
    assert f"MessageSid={sid}" in told.body.decode()
    assert "MessageStatus=canceled" in told.body.decode()


def test_the_sound_of_a_recording_has_its_channels(client: Client) -> None:
    """One or two, as long as it says that it is."""
    call = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(5)
    sizes = []
    for channels in ("mono", "dual"):
        path = f"Calls/{call}/Recordings"
        made = client.made(f"{path}.json", RecordingChannels=channels)
        client.emulator.advance(3)
        client.made(f"{path}/{made['sid']}.json", Status="stopped")
        sound = client.get(f"Recordings/{made['sid']}.wav").body
        sizes.append((sound[22], len(sound)))
    assert sizes == [(1, 44 + 3 * 16_000), (2, 44 + 3 * 32_000)]


def test_what_goes_on_beside_a_call_part_by_part_ends_with_it(client: Client) -> None:
    """Streams and live transcriptions alike; what goes on beside another call goes on."""
    calls = [client.made("Calls.json", CALL)["sid"] for _ in range(2)]
    client.emulator.advance(5)
    for sid in calls:
        for kind, form in (("Streams", {"Url": "wss://localhost"}), ("Transcriptions", {})):
            client.made(f"Calls/{sid}/{kind}.json", form)
    client.emulator.call(calls[0]).hang_up()
    state = client.emulator.state
    for kind in ("Stream", "RealtimeTranscription"):
        found = {row["call_sid"]: row["status"] for row in state.rows(kind)}
        assert found == {calls[0]: "stopped", calls[1]: "in-progress"}
