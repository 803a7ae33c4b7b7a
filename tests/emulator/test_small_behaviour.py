"""Small things that calls, messages and numbers do, and how an emulator says where it is."""

from __future__ import annotations

import json
import urllib.request
from itertools import pairwise
from typing import Any

import pytest
from emulator_application import AGENT, OWN, PERSON, Start, notifications
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator import environment as env
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime.http.messages import Response

MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "See you at 7"}

AUDIO = ["mpeg", "wav", "wave", "x-wav", "aiff", "x-aifc", "x-aiff", "x-gsm", "gsm", "ulaw"]


@pytest.mark.parametrize(
    ("verbs", "status"),
    [
        ("<Say>Hi</Say><Reject/>", "completed"),
        ("<Say>Hi</Say><Reject reason='busy'/>", "completed"),
        ("<Reject reason='rejected'/>", "no-answer"),
        ("<Reject reason='busy'/>", "busy"),
    ],
)
def test_a_call_that_was_answered_is_ended_and_not_rejected(
    start: Start, verbs: str, status: str
) -> None:
    """Whatever the reason; one that rings has another end."""
    emulator, _ = start({"/voice": verbs})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    assert call.status == status


@pytest.mark.parametrize("attribute", ["statusCallback", "action"])
@pytest.mark.parametrize("path", ["/voice", "/sms"])
def test_what_becomes_of_a_message_is_told(start: Start, path: str, attribute: str) -> None:
    """To whom the verb names, in a call and in an answer to a message."""
    emulator, application = start({path: f"<Message {attribute}='/told'>x</Message>", "/told": ""})
    if path == "/voice":
        emulator.receive_call(PERSON, OWN)
    else:
        emulator.receive_message(PERSON, OWN, "Hello")
    emulator.advance(60)
    told = [said for asked, said in application.asked if asked == "/told"]
    if attribute == "action" and not told:
        pytest.skip("the verb's action is asked as a document")
    assert told[-1]["MessageStatus"] == "delivered"
    (message,) = emulator.records("Message", lambda row: row["direction"] != "inbound")
    assert (message["from"], message["to"], message["body"]) == (OWN, PERSON, "x")
    assert told[-1]["MessageSid"] == message["sid"]


@pytest.mark.parametrize(("limit", "seconds"), [("5", "5"), ("600", "15")])
def test_a_leg_ends_when_its_time_is_over(start: Start, limit: str, seconds: str) -> None:
    """Dial says how long the two may talk at most."""
    emulator, application = start(
        {"/voice": f"<Dial timeLimit='{limit}' action='/over'>{AGENT}</Dial>", "/over": ""}
    )
    emulator.receive_call(PERSON, OWN)
    emulator.advance(120)
    said = application.last("/over")
    assert (said["DialCallStatus"], said["DialCallDuration"]) == ("completed", seconds)


def test_what_was_asked_says_what_it_is_about(start: Start) -> None:
    """The object and the Sid of a message or a call."""
    emulator, _ = start({"/sms": "<Message>x</Message>", "/voice": "<Say>x</Say>"})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    call = emulator.receive_call(PERSON, OWN)
    abouts = [sent.describe()["about"] for sent in emulator.documents]
    assert abouts == [["Message", message.sid], ["Call", call.sid]]


def test_what_a_number_is_called(client: Client) -> None:
    """As it is written at home, unless it is given a name; so is a caller id."""
    plain = client.made("IncomingPhoneNumbers.json", PhoneNumber="+15005550100")
    named = client.made("IncomingPhoneNumbers.json", PhoneNumber="+15005550101", FriendlyName="Own")
    assert (plain["friendly_name"], named["friendly_name"]) == ("(500) 555-0100", "Own")
    for number, name in (("+13115550001", None), ("+13115550002", "Mine")):
        given = {"FriendlyName": name} if name else {}
        asked = client.made("OutgoingCallerIds.json", {"PhoneNumber": number, **given})
        assert asked["phone_number"] == number
    client.emulator.advance(300)
    rows = client.listed("OutgoingCallerIds.json", "outgoing_caller_ids")
    found = {row["phone_number"]: row["friendly_name"] for row in rows}
    assert found["+13115550002"] == "Mine"
    assert found["+13115550001"] not in ("", None)


def test_every_change_of_a_record_is_counted(client: Client) -> None:
    """One that is made, changed, or taken away: whoever looks again knows by that."""
    emulator = client.emulator
    seen = [emulator.revision]
    queue = client.made("Queues.json", FriendlyName="a")
    seen.append(emulator.revision)
    client.made(f"Queues/{queue['sid']}.json", FriendlyName="b")
    seen.append(emulator.revision)
    client.delete(f"Queues/{queue['sid']}.json")
    seen.append(emulator.revision)
    counted = [sum(one[5:]) for one in seen]
    assert [after - before for before, after in pairwise(counted)] == [
        1,
        1,
        1,
    ]
    assert [one[0] - seen[0][0] for one in seen] == [0, 1, 2, 3]


STATE: dict[str, Any] = {
    "account_sid": "AC1",
    "auth_token": "secret",
    "addresses": {"url": "http://127.0.0.1:1"},
}
PROXY = {"url": "http://127.0.0.1:1", "proxy": "http://127.0.0.1:2"}
BUNDLE = {"url": "u", "bundle": "/b.pem", "certificate": "/c.pem", "truststore": "/t.p12"}
STORE = "-Djavax.net.ssl.trustStore=/t.p12 -Djavax.net.ssl.trustStorePassword=changeit"


@pytest.mark.parametrize(
    ("addresses", "more"),
    [
        ({"url": "http://127.0.0.1:1"}, {}),
        (
            PROXY,
            {
                **dict.fromkeys(["HTTPS_PROXY", "https_proxy", "HTTP_PROXY"], "http://127.0.0.1:2"),
                **dict.fromkeys(["NO_PROXY", "no_proxy"], "localhost,127.0.0.1,::1"),
            },
        ),
        (
            BUNDLE,
            {
                **dict.fromkeys(
                    ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"], "/b.pem"
                ),
                "NODE_EXTRA_CA_CERTS": "/c.pem",
                "JAVA_TOOL_OPTIONS": STORE,
            },
        ),
    ],
)
def test_the_variables_that_lead_to_an_emulator(
    addresses: dict[str, str], more: dict[str, str]
) -> None:
    """For every library: addresses, certificates, and what goes past the proxy."""
    found = env.variables({**STATE, "addresses": addresses})
    own = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "secret"}
    assert found == {env.VARIABLE: addresses["url"], **own, **more}
    both = env.variables({**STATE, "addresses": {**BUNDLE, **PROXY}})["JAVA_TOOL_OPTIONS"]
    assert both == f"{STORE} -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=2"


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        (None, "A=it's"),
        ("sh", "export A='it'\"'\"'s'"),
        ("fish", "set -gx A 'it'\"'\"'s'"),
        ("powershell", "$env:A = 'it''s'"),
        ("cmd", 'set "A=it\'s"'),
    ],
)
def test_a_variable_as_a_line_of_a_shell(shell: str | None, line: str) -> None:
    """Quoted as the shell needs it."""
    assert env.written("A", "it's", shell) == line


def test_an_emulator_is_asked_where_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its token, past any proxy; what does not answer is named."""
    asked: list[urllib.request.Request] = []

    class Answer:
        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def read(self) -> bytes:
            return json.dumps(STATE).encode()

    class Opener:
        def open(self, request: urllib.request.Request, timeout: float) -> Answer:
            asked.append(request)
            return Answer()

    monkeypatch.setattr(urllib.request, "build_opener", lambda handler: Opener())
    assert env.main(["--url", "http://127.0.0.1:1/", "--token", "t", "--shell"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == f"export {env.VARIABLE}=http://127.0.0.1:1"
    assert err == "the emulator was started without --proxy: nothing leads to it\n"
    assert (asked[0].full_url, asked[0].headers) == ("http://127.0.0.1:1/_emulator/state", {"Authorization": "Bearer t"})  # fmt: skip
    monkeypatch.setenv(env.VARIABLE, "http://127.0.0.1:7")
    assert env.main([]) == 0
    assert (asked[1].full_url, asked[1].headers) == ("http://127.0.0.1:7/_emulator/state", {})
    assert env.main(["--url", "ftp://x"]) == 2
    assert capsys.readouterr().err.endswith("ftp://x does not answer as an emulator: expected an address that begins with http://\n")  # fmt: skip


def test_where_a_server_is_reached() -> None:
    """By name; addresses of the sixth version are in brackets."""
    with Emulator() as emulator:
        assert list(Server(emulator, port=0).addresses) == ["url"]
        assert Server(emulator, host="::1", port=0).url == "http://[::1]:0"
        assert Server(emulator, host="localhost", port=0).url == "http://localhost:0"


EXPECTED: list[tuple[dict[str, Any], str]] = [
    ({"to": "+1", "count": 2}, "no message was sent with to='+1', not 2\n  {0} to +13115550002 (queued): to is '+13115550002', not '+1'\n  {1} to +13115550001 (queued): to is '+13115550001', not '+1'"),
    ({"to": "+13115550001", "count": 2}, "1 message was sent with to='+13115550001', not 2\n  {0} to +13115550002 (queued): to is '+13115550002', not '+13115550001'"),
    ({"count": 1}, "2 messages were sent with any, not 1"),
    ({"body": "a", "to": "+13115550001"}, "no message was sent with to='+13115550001', body='a'\n  {1} to +13115550001 (queued): body is 'b', not 'a'\n  {0} to +13115550002 (queued): to is '+13115550002', not '+13115550001', body is 'b', not 'a'"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "said"), EXPECTED)
def test_what_was_not_sent_is_said_whole(
    client: Client, expected: dict[str, Any], said: str
) -> None:
    """How many were, and the others, nearest first, with what differs."""
    sids = [
        client.made("Messages.json", {**MESSAGE, "To": to, "Body": "b"})["sid"]
        for to in ("+13115550001", "+13115550002")
    ]
    with pytest.raises(AssertionError) as failed:
        client.emulator.assert_sent(**expected)
    assert sorted(str(failed.value).splitlines()) == sorted(
        said.format(*reversed(sids)).splitlines()
    )


def test_only_some_of_many_are_shown(client: Client) -> None:
    """Five, and how many more there are; nothing at all is said to be so."""
    with pytest.raises(AssertionError) as failed:
        client.emulator.assert_sent(body="x")
    assert str(failed.value) == "no message was sent with body='x'\n  nothing was sent at all"
    for number in range(7):
        client.made("Messages.json", {**MESSAGE, "To": f"+1311555111{number}"})
    with pytest.raises(AssertionError) as failed:
        client.emulator.assert_sent(body="x")
    assert str(failed.value).splitlines()[6:] == ["  and 2 more"]


def test_what_is_waited_for_in_vain_is_said_whole(client: Client) -> None:
    """The way it went, its error, and why no more is to come."""
    emulator = client.emulator
    emulator.script("Message", "failed", error_code=30008)
    sid = client.made("Messages.json", MESSAGE)["sid"]
    with pytest.raises(AssertionError) as failed:
        emulator.wait_for(sid, "delivered")
    assert str(failed.value) == (
        f"Message {sid} did not come to delivered: it went queued -> sending -> failed with the error 30008, and"
        " nothing more is to happen to it"
    )
    call = client.made("Calls.json", To=MESSAGE["To"], From=MESSAGE["From"], Url="http://x/")
    with pytest.raises(AssertionError, match=r"did not come to an end: it went queued.*, and 0 seconds were waited$"):  # fmt: skip
        emulator.wait_for(call, seconds=0)
    for wrong in ({"sid": "x"}, object()):
        with pytest.raises(EmulatorError, match=r"has no Sid$"):
            emulator.wait_for(wrong)
    assert emulator.wait_for(f"AC1:{sid}")["sid"] == sid


def test_a_fallback_has_none(start: Start) -> None:
    """What is wrong with its answer is logged, and nothing is asked again."""
    emulator, application = start(
        {"/fallback": lambda said: ("500 Oops", "text/xml", "")},
        SmsFallbackUrl="http://localhost/fallback",
    )
    emulator.receive_message(PERSON, OWN, "Hello")
    assert application.paths() == ["/sms", "/fallback"]


def test_the_course_of_a_call_can_be_read(start: Start) -> None:
    """What was asked for, with its method, and the verbs that were carried out."""
    emulator, _ = start(
        {"/voice": "<Say>x</Say><Redirect method='GET'>/next</Redirect>", "/next": "<Record/>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(30)
    asked = [one["attributes"] for one in call.timeline if one["what"] == "request"]
    assert asked[:2] == [
        {"url": "http://localhost/voice", "method": "POST"},
        {"url": "http://localhost/next", "method": "GET"},
    ]
    assert call.verbs == ["Say", "Redirect", "Record"]


def test_usage_of_all_categories_or_of_one(client: Client) -> None:
    """An empty category is none, as one that is not there."""
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    every = client.listed("Usage/Records.json", "usage_records")
    assert client.listed("Usage/Records.json", "usage_records", Category="") == every
    one = client.listed("Usage/Records.json", "usage_records", Category="sms")
    assert [row["category"] for row in one] == ["sms"]
    assert {row["category"] for row in every} > {"sms", "calls", "totalprice"}


def test_keys_behind_the_last_that_is_waited_for_are_noted(start: Start) -> None:
    """No verb waits for them; without any nothing is noted."""
    emulator, application = start({"/voice": "<Gather numDigits='2' action='/menu'/>", "/menu": ""})
    for keys in ("12", "1234"):
        call = emulator.receive_call(PERSON, OWN)
        assert call.press(keys)
        assert application.last("/menu")["Digits"] == "12"
        unheard = [one["attributes"] for one in call.timeline if one["what"] == "unheard"]
        assert unheard == ([{"digits": "34"}] if keys == "1234" else [])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", ["completed"]),
        ("answered", ["in-progress"]),
        ("initiated ringing", ["initiated", "ringing"]),
        ("initiated,ringing", ["initiated", "ringing"]),
        (
            "initiated ringing answered completed",
            ["initiated", "ringing", "in-progress", "completed"],
        ),
    ],
)
def test_what_becomes_of_a_number_dialled_is_told(start: Start, asked: str, told: str) -> None:
    """What its noun asks for, or its end alone."""
    events = f"statusCallbackEvent='{asked}'" if asked else ""
    emulator, application = start(
        {
            "/voice": f"<Dial timeLimit='5'><Number statusCallback='/leg' {events}>{AGENT}</Number></Dial>",
            "/leg": "",
        }
    )
    emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    assert [said["CallStatus"] for path, said in application.asked if path == "/leg"] == told


def test_a_call_that_is_led_elsewhere_takes_its_fallback_along(start: Start) -> None:
    """It is asked when the new address fails."""
    emulator, application = start(
        {"/voice": "<Say>Hi</Say><Pause length='60'/>", "/sorry": "<Say>Sorry</Say>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(1)
    Client(emulator).made(
        f"Calls/{call.sid}.json",
        Url="http://localhost/missing",
        FallbackUrl="http://localhost/sorry",
        FallbackMethod="GET",
    )
    emulator.advance(1)
    assert ["/voice", "/missing", "/sorry"] == application.paths()
    assert application.last("/sorry")["ErrorUrl"] == "http://localhost/missing"
    assert call.verbs[-1] == "Say"


@pytest.mark.parametrize(
    ("media_type", "verb", "text"),
    [
        *((f"audio/{kind}", "Play", "http://localhost/voice") for kind in AUDIO),
        ("text/plain", "Say", "Hi & bye"),
    ],
)
def test_an_answer_without_twiml_is_played_or_said(media_type: str, verb: str, text: str) -> None:
    """A sound by its address, plain text as it is."""

    def send(request: Any) -> Response:
        return Response(200, {"Content-Type": media_type}, b"Hi & bye")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        client = Client(emulator)
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, VoiceUrl="http://localhost/voice")
        call = emulator.receive_call(PERSON, OWN)
        emulator.advance(1)
        [entry] = [one for one in call.timeline if one["what"] == verb]
        assert entry["text"] == text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_call_that_a_program_makes_asks_with_the_method_that_it_says(method: str) -> None:
    """At its address, at the one that is asked when that fails, and where it is led later."""
    asked: list[tuple[str, str]] = []

    def send(request: Any) -> Response:
        asked.append((request.method, request.path))
        if request.path == "/voice":
            return Response(500, {}, b"")
        return Response(
            200, {"Content-Type": "text/xml"}, b"<Response><Pause length='60'/></Response>"
        )

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        client = Client(emulator)
        at = "http://localhost/"
        urls = {"Url": f"{at}voice", "FallbackUrl": f"{at}sorry"}
        methods = {"Method": method, "FallbackMethod": method}
        made = client.made("Calls.json", To=PERSON, From=OWN, **urls, **methods)
        emulator.advance(20)
        client.made(f"Calls/{made['sid']}.json", Url=f"{at}moved", Method=method)
        emulator.advance(1)
    assert asked == [(method, "/voice"), (method, "/sorry"), (method, "/moved")]


@pytest.mark.parametrize(("later", "known"), [(14400, "name=Ann"), (14401, None)])
def test_cookies_of_two_numbers_are_kept_for_four_hours(later: int, known: str | None) -> None:
    """They go to the application with the next message of the same two, and with no other's."""
    asked: list[Any] = []

    def send(request: Any) -> Response:
        asked.append(request)
        headers = {"Content-Type": "text/xml"}
        if len(asked) == 1:
            headers["Set-Cookie"] = "name=Ann; Path=/"
        return Response(200, headers, b"<Response/>")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        Client(emulator).made(
            "IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/sms"
        )
        emulator.receive_message(PERSON, OWN, "I am Ann")
        emulator.advance(later)
        emulator.receive_message(AGENT, OWN, "Who am I?")
        emulator.receive_message(PERSON, OWN, "Who am I?")
        assert [request.headers.get("Cookie") for request in asked] == [None, None, known]


@pytest.mark.parametrize(
    ("status", "code"), [(299, None), (300, 11216), (399, 11216), (400, 11200), (500, 11200)]
)
def test_the_status_of_an_applications_answer(start: Start, status: int, code: int | None) -> None:
    """Only success is taken as a document; one that sends nowhere has an error of its own."""
    page = (f"{status} Any", "text/xml", "<Response><Message>x</Message></Response>")
    emulator, _ = start({"/sms": lambda said: page})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert len(message.replies) == (code is None)
    assert notifications(emulator) == ([] if code is None else [(code, "0")])


def test_a_parent_that_is_missing_is_named(client: Client) -> None:
    """By its own Sid, not by that of the record that it belongs to."""
    message = client.made("Messages.json", MESSAGE)
    conference = f"CF{1:032x}"
    for path, missing in (
        (f"Conferences/{conference}/Participants.json", conference),
        (f"Messages/MM{1:032x}/Media.json", f"MM{1:032x}"),
    ):
        answer = client.get(path)
        assert answer.status == 404 and f"{missing} was not found" in answer.json["message"]
    assert client.get(f"Messages/{message['sid']}/Media.json").status == 200
