"""Small things of Gather, Dial, Enqueue and of what is heard while a call waits."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from emulator_application import AGENT, OWN, PERSON, Start, notifications
from emulator_client import Client


@pytest.mark.parametrize(
    ("attributes", "keys", "digits", "finished"),
    [
        ("", "12#", "12", "#"),
        ("", "#", "", "#"),
        ("finishOnKey='*'", "1#2*3", "1#2", "*"),
        ("numDigits='2'", "12", "12", ""),
        ("numDigits='2'", "1#", "1", "#"),
        ("numDigits='1' finishOnKey='5'", "5", "", "5"),
    ],
)
def test_what_ends_gather_is_told(
    start: Start, attributes: str, keys: str, digits: str, finished: str
) -> None:
    """At once, without the key itself; a key that ends nothing counts."""
    emulator, application = start({"/voice": f"<Gather action='/g' {attributes}/>", "/g": "<Say/>"})
    call = emulator.receive_call(PERSON, OWN)
    assert call.press(keys)
    said = application.last("/g")
    assert (said["Digits"], said["FinishedOnKey"]) == (digits, finished)
    pressed = [one for one in call.timeline if one["what"] == "pressed"]
    assert [(one["attributes"], one["text"]) for one in pressed] == [({"keys": keys}, "")]


def test_gather_hears_keys_or_words_alone(start: Start) -> None:
    """As its input says; without words keys."""
    emulator, _ = start({"/voice": "<Gather/>"})
    call = emulator.receive_call(PERSON, OWN)
    assert [call.say("one"), call.press("1")] == [False, True]
    emulator, application = start({"/voice": "<Gather input='speech' action='/g'/>", "/g": ""})
    call = emulator.receive_call(PERSON, OWN)
    assert [call.press("1"), call.say("one")] == [False, True]
    assert "Digits" not in application.last("/g")


def test_a_prompt_without_an_end_is_gathered_in(start: Start) -> None:
    """Keys end it; no time does."""
    emulator, application = start(
        {
            "/voice": "<Gather action='/g' numDigits='1'><Say>x</Say><Say loop='0'>y</Say><Say>z</Say></Gather>",
            "/g": "<Hangup/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(3600)
    assert (call.status, call.verbs) == ("in-progress", ["Gather", "Say", "Say"])
    assert call.press("7")
    assert (application.last("/g")["Digits"], call.status) == ("7", "completed")


def test_keys_that_a_script_has_pressed_come_a_second_later(start: Start) -> None:
    """Once for each Gather, also to those who are dialled; a call that has gone on hears none."""
    emulator, application = start(
        {
            "/voice": f"<Gather action='/g' timeout='3'/><Dial><Number url='/screen'>{AGENT}</Number></Dial>",
            "/g": f"<Dial action='/d'><Number url='/screen'>{AGENT}</Number></Dial>",
            "/screen": "<Gather numDigits='1' action='/s'/><Hangup/>",
            "/s": "",
            "/d": "",
        }
    )
    emulator.script("Call", "answered", match={"from": PERSON, "to": OWN}, keys="5#")
    emulator.script("Call", "answered", match={"to": AGENT}, keys="1")
    call = emulator.receive_call(PERSON, OWN)
    begin = emulator.clock.now()
    emulator.advance(60)
    pressed = [(one["at"] - begin, one["attributes"]["keys"]) for one in call.timeline if one["what"] == "pressed"]  # fmt: skip
    assert pressed == [(1, "5#")]
    assert application.last("/g")["Digits"] == "5"
    assert application.last("/s")["Digits"] == "1"
    assert application.last("/d")["DialBridged"] == "true"


def test_music_ends_when_the_conference_begins(start: Start) -> None:
    """What is still to come of it is not heard, nor is an answer that comes too late."""
    pages = {
        "/voice": "<Dial><Conference waitUrl='/music'>Room</Conference></Dial>",
        "/music": "<Say>x</Say><Pause length='9'/><Say>y</Say>",
    }
    emulator, application = start(pages)
    one = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    two = emulator.receive_call(AGENT, OWN)
    emulator.advance(60)
    assert (one.verbs, two.verbs) == (["Dial", "Say", "Pause"], ["Dial"])
    assert application.paths().count("/music") == 1
    assert [row["status"] for row in emulator.records("Conference")] == ["in-progress"]


def test_music_that_fails_is_silence(start: Start) -> None:
    """The call waits on."""
    emulator, _ = start({"/voice": "<Dial><Conference waitUrl='/music'>Room</Conference></Dial>"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    assert (call.status, notifications(emulator)) == ("in-progress", [(11200, "0")])


def test_a_second_document_of_music_takes_the_place_of_the_first(start: Start) -> None:
    """Redirect leads on within what is heard, and Hangup in a queue ends the call."""
    emulator, application = start(
        {
            "/voice": "<Enqueue waitUrl='/wait' action='/after'>q</Enqueue><Say>never</Say>",
            "/wait": "<Redirect method='GET'>more/music</Redirect>",
            "/more/music": "<Gather numDigits='1' action='key'><Say>x</Say></Gather>",
            "/more/key": "<Hangup/>",
            "/after": "",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(3)
    assert call.press("1")
    assert application.paths() == ["/voice", "/wait", "/more/music", "/more/key", "/after"]
    assert application.last("/after")["QueueResult"] == "hangup"
    assert call.status == "completed"
    assert call.verbs == ["Enqueue", "Redirect", "Gather", "Say", "Hangup"]


@pytest.mark.parametrize("way", ["number", "application"])
def test_an_application_is_dialled(start: Start, way: str) -> None:
    """The leg asks it what to do, with the application's method."""
    emulator, application = start({"/app": "<Say>Welcome</Say><Pause length='9'/>", "/d": ""})
    form = {"FriendlyName": "x", "VoiceUrl": "http://localhost/app", "VoiceMethod": "GET"}
    sid = Client(emulator).made("Applications.json", form)["sid"]
    noun = f"<Application>{sid}</Application>"
    if way == "application":
        noun = f"<Application><ApplicationSid>{sid}</ApplicationSid><Parameter name='a' value='b'/></Application>"
    application.pages = {**application.pages, "/voice": f"<Dial action='/d'>{noun}</Dial>"}
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    (leg,) = call.legs
    assert (leg.record["to"], leg.verbs) == (f"app:{sid}", ["Say", "Pause"])
    (asked,) = [one["attributes"] for one in leg.timeline if one["what"] == "request"]
    assert asked == {"url": "http://localhost/app", "method": "GET"}
    assert application.last("/app")["Direction"] == "outbound-dial"
    assert application.last("/d")["DialCallStatus"] == "completed"


def test_a_leg_that_ends_while_another_is_connected_changes_nothing(start: Start) -> None:
    """The first that answers is connected, the others are canceled, and only its end counts."""
    nouns = f"<Number>{AGENT}</Number><Client>ann</Client><Client>bob</Client>"
    emulator, application = start({"/voice": f"<Dial action='/d'>{nouns}</Dial>", "/d": ""})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(120)
    statuses = {leg.record["to"]: leg.status for leg in call.legs}
    assert sorted(statuses.values()) == ["canceled", "canceled", "completed"]
    assert application.paths() == ["/voice", "/d"]
    winner = next(leg for leg in call.legs if leg.status == "completed")
    assert application.last("/d")["DialCallSid"] == winner.sid


@pytest.mark.parametrize(
    ("sender", "verb", "heard", "path"),
    [
        ("sip:a@b.c", "<Refer action='/r' method='GET'><Sip>sip:d@e.f</Sip></Refer>", [], "/r"),
        ("sip:a@b.c", "<Refer><Sip>sip:d@e.f</Sip></Refer>", [], None),
        ("sip:a@b.c", "<Refer action='/r'><Sip>tel:d</Sip></Refer>", [(13801, "0")], None),
        (PERSON, "<Refer action='/r'><Sip>sip:d@e.f</Sip></Refer>", [(13801, "0")], None),
    ],
)
def test_only_a_sip_call_is_referred(
    start: Start, sender: str, verb: str, heard: list[tuple[int, str]], path: str | None
) -> None:
    """It goes on with the action, or ends."""
    emulator, application = start({"/voice": f"{verb}<Say>here</Say>", "/r": ""})
    call = emulator.receive_call(sender, OWN)
    emulator.advance(10)
    assert notifications(emulator) == heard
    assert (call.verbs == ["Refer", "Say"], call.status) == (bool(heard), "completed")
    assert application.paths()[1:] == ([path] if path else [])
    if path:
        said = application.last("/r")
        assert (said["ReferCallStatus"], said["ReferTransferTarget"]) == ("completed", "sip:d@e.f")


def test_a_message_of_a_call_goes_to_its_other_end(start: Start) -> None:
    """Whichever end is the account's own; all that the verb holds is in it."""
    body = "<Message><Body>a </Body><Media>pic.png</Media><Body>b</Body></Message>"
    emulator, _ = start({"/voice": body, "/out": f"<Sms>x</Sms>{body}"})
    emulator.receive_call(PERSON, OWN)
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/out"}
    Client(emulator).made("Calls.json", form)
    emulator.advance(10)
    sent = [
        (row["from"], row["to"], row["body"], row["num_media"], row["direction"])
        for row in reversed(emulator.records("Message"))
    ]
    assert sent == [
        (OWN, PERSON, "ab", "1", "outbound-call"),
        (OWN, AGENT, "x", "0", "outbound-call"),
        (OWN, AGENT, "ab", "1", "outbound-call"),
    ]


def test_a_failing_fallback_ends_the_call(start: Start) -> None:
    """It is asked once, with the first address's error and whatever was said there."""
    emulator, application = start(
        {"/voice": "<Gather action='/g' numDigits='1'/>"},
        VoiceFallbackUrl="http://localhost/fallback",
        VoiceFallbackMethod="GET",
    )
    call = emulator.receive_call(PERSON, OWN)
    call.press("1")
    assert application.paths() == ["/voice", "/g", "/fallback"]
    said = application.last("/fallback")
    assert (said["ErrorCode"], said["ErrorUrl"]) == ("11200", "http://localhost/g")
    assert (said["Digits"], said["msg"]) == ("1", "Gather End")
    assert call.status == "completed"
    requests = [one["attributes"]["method"] for one in call.timeline if one["what"] == "request"]
    assert requests == ["POST", "POST", "GET"]


@pytest.mark.parametrize(("method", "status"), [("GET", 404), (None, 400)])
def test_a_callback_that_is_answered_with_an_error_is_logged(
    start: Start, method: str | None, status: int
) -> None:
    """As a warning, with what was asked; the call or message goes on."""
    emulator, _ = start({"/voice": "", "/told": lambda said: (f"{status} No", "text/plain", "no")})
    client = Client(emulator)
    form = {"To": AGENT, "From": OWN, "StatusCallback": "http://localhost/told?a=b"}
    more = {} if method is None else {"StatusCallbackMethod": method}
    twiml = "<Response><Hangup/></Response>"
    call = client.made("Calls.json", {**form, **more, "Twiml": twiml})["sid"]
    emulator.advance(60)
    (found,) = emulator.records("Notification")
    url = "http://localhost/told?a=b"
    assert dict(parse_qsl(found["message_text"])) == {
        "statusCallback": url,
        "ErrorCode": "15003",
        "LogLevel": "WARN",
        "Msg": f"Got HTTP {status} response to {url}",
    }
    assert (found["error_code"], found["log"], found["call_sid"]) == ("15003", "1", call)
    assert (found["request_method"], found["request_url"]) == ((method or "post").lower(), url)
    assert dict(parse_qsl(found["request_variables"]))["CallStatus"] == "completed"
    assert found["more_info"] == "https://www.twilio.com/docs/errors/15003"
    assert (found["response_body"], found["response_headers"]) == ("", "")
    assert found["message_date"] == found["date_created"]


def test_a_document_that_came_with_a_call_waits_in_silence(start: Start) -> None:
    """Its address of music is none; so is that of what is heard in part, and the call goes on."""
    emulator, application = start({"/g": "<Say>x</Say>"})
    client = Client(emulator)
    gather = "<Gather input='speech' partialResultCallback='/p' action='http://localhost/g'/>"
    calls = []
    for verbs in ("<Enqueue waitUrl='/w'>q</Enqueue>", gather):
        twiml = f"<Response>{verbs}</Response>"
        sid = client.made("Calls.json", To=PERSON, From=OWN, Twiml=twiml)["sid"]
        emulator.advance(4)
        calls.append(emulator.call(sid))
    assert calls[1].say("words")
    assert [call.status for call in calls] == ["in-progress", "in-progress"]
    assert (application.paths(), calls[1].verbs) == (["/g"], ["Gather", "Say"])
    assert notifications(emulator) == [(11100, "0")] * 2


@pytest.mark.parametrize("what", ["Hold", "Announce"])
def test_what_was_asked_for_comes_too_late(start: Start, what: str) -> None:
    """The participant is on hold no longer when its address answers; an announcement is heard."""

    def page(said: dict[str, str]) -> str:
        people = f"Conferences/{said['ConferenceSid']}/Participants"
        Client(emulator).made(f"{people}/{said['CallSid']}.json", Hold="false")
        return "<Say>x</Say>"

    noun = "<Dial><Conference>Room</Conference></Dial>"
    emulator, _ = start({"/voice": noun, "/page": page})
    one, _two = (emulator.receive_call(person, OWN) for person in (PERSON, AGENT))
    (conference,) = emulator.records("Conference")
    path = f"Conferences/{conference['sid']}/Participants/{one.sid}.json"
    client = Client(emulator)
    client.made(path, {f"{what}Url": "http://localhost/page", **({"Hold": "true"} if what == "Hold" else {})})  # fmt: skip
    emulator.advance(5)
    assert one.verbs == (["Dial"] if what == "Hold" else ["Dial", "Say"])
    assert one.status == "in-progress"
