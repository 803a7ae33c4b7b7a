"""Values in TwiML that may not be: each is logged with the service's code, and ends nothing but itself."""

from __future__ import annotations

import pytest
from emulator_application import OWN, PERSON, Start, notifications

NO_ADDRESS = ("http://[bad", "http://", "ftp://localhost/x", "javascript:1", "http://localhost:0/")

ADDRESSES = {
    "<Gather action={}/>": (11100, "0"),
    "<Gather partialResultCallback={}/>": (11100, "0"),
    "<Record action={} timeout='1'/>": (11100, "0"),
    "<Record recordingStatusCallback={}/>": (13256, "1"),
    "<Dial action={}>+15005550123</Dial>": (11100, "0"),
    "<Dial referUrl={}>+15005550123</Dial>": (11100, "0"),
    "<Dial recordingStatusCallback={} record='true'>+15005550123</Dial>": (11100, "0"),
    "<Dial><Number url={}>+15005550123</Number></Dial>": (11100, "0"),
    "<Dial><Number statusCallback={}>+15005550123</Number></Dial>": (11100, "0"),
    "<Dial><Client url={}>joe</Client></Dial>": (11100, "0"),
    "<Dial><Sip statusCallback={}>sip:a@example.com</Sip></Dial>": (11100, "0"),
    "<Dial><Conference waitUrl={}>room</Conference></Dial>": (13233, "1"),
    "<Dial><Conference statusCallback={}>room</Conference></Dial>": (11100, "0"),
    "<Dial><Queue url={}>q</Queue></Dial>": (11100, "0"),
    "<Sms statusCallback={}>x</Sms>": (14105, "1"),
    "<Message action={}>x</Message>": (11100, "0"),
}
"""An attribute that names an address -> the error. source: https://www.twilio.com/docs/api/errors"""

VALUES = {
    "<Say loop='x'>a</Say>": 13510,
    "<Say loop='1001'>a</Say>": 13510,
    "<Play loop='-1'>/x.wav</Play>": 13410,
    "<Play digits='12x'/>": 13430,
    "<Pause length='0'/>": 13910,
    "<Gather method='PUT'/>": 13312,
    "<Gather input='foot'/>": 13326,
    "<Gather timeout='x'/>": 13313,
    "<Gather numDigits='0'/>": 13314,
    "<Gather speechTimeout='soon'/>": 13327,
    "<Gather profanityFilter='2'/>": 13333,
    "<Gather bargeIn='2'/>": 13332,
    "<Record method='PUT'/>": 13610,
    "<Record maxLength='0'/>": 13612,
    "<Record finishOnKey='x'/>": 13613,
    "<Record playBeep='2'/>": 13616,
    "<Record transcribe='2'/>": 13614,
    "<Dial method='PUT'>+15005550123</Dial>": 13210,
    "<Dial timeout='x'>+15005550123</Dial>": 13212,
    "<Dial hangupOnStar='2'>+15005550123</Dial>": 13213,
    "<Dial timeLimit='x'>+15005550123</Dial>": 13216,
    "<Dial record='2'>+15005550123</Dial>": 13217,
    "<Dial sequential='2'>+15005550123</Dial>": 13218,
    "<Dial answerOnBridge='2'>+15005550123</Dial>": 13219,
    "<Dial><Number method='PUT'>+15005550123</Number></Dial>": 13221,
    "<Dial><Number sendDigits='x'>+15005550123</Number></Dial>": 13222,
    "<Dial>nobody</Dial>": 13223,
    "<Dial><Conference muted='2'>room</Conference></Dial>": 13230,
    "<Dial><Conference startConferenceOnEnter='2'>room</Conference></Dial>": 13232,
    "<Dial><Conference waitMethod='PUT'>room</Conference></Dial>": 13234,
    "<Dial><Conference beep='2'>room</Conference></Dial>": 13235,
    "<Dial><Conference/></Dial>": 13237,
    "<Redirect method='PUT'>/other</Redirect>": 13710,
    "<Reject reason='asleep'/>": 13810,
    "<Sms method='PUT'>x</Sms>": 14104,
    "<Sms to='nobody'>x</Sms>": 14101,
    "<Sms from='+'>x</Sms>": 14102,
    "<Sms/>": 14103,
    "<Message><Media>http://[bad</Media></Message>": 21623,
    f"<Message>{'<Media>/a.png</Media>' * 11}</Message>": 21623,
    f"<Say>{'x' * 4097}</Say>": 13521,
}
"""A value that may not be, each a warning. source: https://www.twilio.com/docs/api/errors"""

FAILING = {
    "<Gather actionOnEmptyResult='2'/>": 13338,
    "<Record transcribeCallback='http://[bad'/>": 13257,
    "<Dial><Conference endConferenceOnExit='2'>room</Conference></Dial>": 13231,
    "<Dial><Conference trim='2'>room</Conference></Dial>": 13239,
    "<Enqueue method='PUT'>q</Enqueue>": 14201,
    "<Enqueue waitUrl='http://[bad'>q</Enqueue>": 14202,
    "<Enqueue action='http://[bad'>q</Enqueue>": 14203,
    "<Enqueue/>": 14204,
    f"<Enqueue>{'q' * 65}</Enqueue>": 14205,
    "<Enqueue waitUrlMethod='PUT'>q</Enqueue>": 14206,
}
"""A value that ends its verb, each an error. source: https://www.twilio.com/docs/api/errors"""


@pytest.mark.parametrize("document", ADDRESSES)
def test_what_is_no_address_is_as_if_it_were_not_there(start: Start, document: str) -> None:
    """Whatever an application writes there, the call goes on, and the log says what was wrong."""
    pages: dict[str, str] = {}
    emulator, _ = start(pages)
    for number, address in enumerate(NO_ADDRESS, 1):
        pages["/voice"] = document.format(f"'{address}'") + "<Hangup/>"
        call = emulator.receive_call(PERSON, OWN)
        assert [ADDRESSES[document]] * number == notifications(emulator)
        assert call.verbs
        pages["/voice"] = "<Hangup/>"  # what asks for its own document again ends
        call.hang_up()
        emulator.advance(60)


@pytest.mark.parametrize("document", VALUES)
def test_a_value_that_may_not_be_is_a_warning(start: Start, document: str) -> None:
    """The verb is carried out as if it were not there."""
    emulator, _ = start({"/voice": f"{document}<Hangup/>", "/other": ""})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(1)
    assert (VALUES[document], "1") in notifications(emulator)
    assert call.verbs


@pytest.mark.parametrize("document", FAILING)
def test_a_value_that_ends_its_verb_is_an_error(start: Start, document: str) -> None:
    """The next verb comes, at once."""
    emulator, _ = start({"/voice": f"{document}<Hangup/>"})
    call = emulator.receive_call(PERSON, OWN)
    assert [(FAILING[document], "0")] == notifications(emulator)
    assert ["Hangup"] == call.verbs


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<Message to='nobody'>x</Message>", (14101, "1")),
        ("<Message from='+'>x</Message>", (14102, "1")),
        (f"<Message to='{OWN}'>x</Message>", (21266, "1")),
        ("<Message><Media>http://[bad</Media></Message>", (21623, "1")),
        ("<Redirect>http://[bad</Redirect>", (11100, "0")),
        ("<Redirect>http://</Redirect>", (11100, "0")),
    ],
)
def test_a_reply_that_cannot_be_is_logged(
    start: Start, document: str, expected: tuple[int, str]
) -> None:
    """No message is sent, and nothing is asked again."""
    emulator, application = start({"/sms": document})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert [expected] == notifications(emulator)
    assert [] == message.replies
    assert ["/sms"] == application.paths()


@pytest.mark.parametrize("where", NO_ADDRESS)
def test_an_answer_that_sends_on_to_nowhere_is_logged(start: Start, where: str) -> None:
    """The address that it names is none."""
    emulator, _ = start({"/sms": lambda said: ("302 Found", "text/xml", "", where)})
    emulator.receive_message(PERSON, OWN, "Hello")
    assert [(11100, "0")] == notifications(emulator)


@pytest.mark.parametrize("charset", ["undefined", "hex", "idna", "nothing", "", "utf-16"])
def test_an_answer_in_no_encoding_is_read_as_well_as_can_be(start: Start, charset: str) -> None:
    """It harms nothing."""
    kind = f"text/plain; charset={charset}"
    emulator, _ = start({"/sms": lambda said: ("200 OK", kind, "Good day")})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert 1 == len(message.replies)


def test_an_answer_may_hold_what_xml_has_not(start: Start) -> None:
    """A plain text is spoken with blanks there."""
    emulator, _ = start({"/voice": lambda said: ("200 OK", "text/plain", "one\x00two\uffffthree")})
    call = emulator.receive_call(PERSON, OWN)
    assert ["Say"] == call.verbs
