"""The emulator's page in a real browser: things are seen, and things are done."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import OWN, PERSON
from twilio_ops_emulator import Emulator

pytestmark = pytest.mark.slow
VIEWS = (
    "messages",
    "calls",
    "conferences",
    "recordings",
    "numbers",
    "verifications",
    "problems",
    "requests",
    "callbacks",
    "accounts",
    "tools",
)
MENU = "<Response><Gather numDigits='1'><Say>Press one</Say></Gather><Say>Bye</Say></Response>"


def fill(page: Any, form: str, **values: str) -> None:
    """Fill a form and send it."""
    area = page.get_by_role("form", name=form)
    for name, value in values.items():
        field = area.locator(f"[name={name.rstrip('_')}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    area.get_by_role("button").click()


def wait(page: Any, text: str, area: str = "body") -> None:
    """Wait until an area shows a text."""
    page.locator(area).get_by_text(text).first.wait_for()


def populated(twilio: Emulator, url: str) -> None:
    """Put one of most things there."""
    client = twilio.client()
    client.messages.create(to=PERSON, from_=OWN, body="Hello there")
    twilio.receive_message(PERSON, OWN, "Hello yourself", [f"{url}page/icon.svg"])
    client.calls.create(to=PERSON, from_=OWN, twiml=MENU, record=True)
    client.calls.create(
        to=PERSON, from_=OWN, twiml="<Response><Dial><Conference>R</Conference></Dial></Response>"
    )
    client.calls.create(to=PERSON, from_=OWN, twiml="<Response><Blink/></Response>")
    service = client.verify.v2.services.create(friendly_name="Shop")
    client.verify.v2.services(service.sid).verifications.create(to=PERSON, channel="sms")
    twilio.fault("status", status=503, object="Queue")
    twilio.advance(6)


def test_a_message_is_received_and_answered(page: Any, twilio: Emulator) -> None:
    """The conversation grows on the page, and in the emulator."""
    page.get_by_text("Receive a message").first.click()
    fill(page, "Receive a message", from_=PERSON, to=OWN, body="Are you open?")
    page.locator("#list a", has_text="Are you open?").click()
    wait(page, "Are you open?", "#body")
    fill(page, "Reply as the person", body="Hello?")
    wait(page, "Hello?", "#body")
    twilio.client().messages.create(to=PERSON, from_=OWN, body="Until six.")
    wait(page, "Until six.", "#body")
    bodies = [one["body"] for one in twilio.records("Message")]
    assert ["Until six.", "Hello?", "Are you open?"] == bodies


def test_what_cannot_be_received_is_said(page: Any, twilio: Emulator) -> None:
    """In the emulator's own words; nothing is made."""
    page.get_by_text("Receive a message").first.click()
    fill(page, "Receive a message", from_=PERSON, to="+15550001111", body="x")
    wait(page, "no account has the number", "#said")
    assert [] == twilio.records("Message")


def test_a_call_is_answered_by_keys(page: Any, twilio: Emulator) -> None:
    """A key that a menu waits for is heard, and the call's timeline shows it."""
    call = twilio.client().calls.create(to=PERSON, from_=OWN, twiml=MENU)
    twilio.advance(6)
    page.goto(f"{page.url.partition('#')[0]}#/record/Call/{call.sid}")
    wait(page, "Gather", "#body")
    page.get_by_role("button", name="Press 1").click()
    wait(page, "pressed", "#body")
    assert "pressed" in [one["what"] for one in twilio.call(call.sid).timeline]


def test_a_person_hangs_up(page: Any, twilio: Emulator) -> None:
    """The call is over, and offers nothing more to do in it."""
    call = twilio.client().calls.create(to=PERSON, from_=OWN, twiml=MENU)
    twilio.advance(6)
    page.goto(f"{page.url.partition('#')[0]}#/record/Call/{call.sid}")
    page.get_by_role("button", name="Hang up").click()
    wait(page, "completed", "#can")
    assert "completed" == twilio.call(call.sid).status
    assert 0 == page.get_by_role("button", name="Hang up").count()


def test_a_call_comes_in(page: Any, twilio: Emulator) -> None:
    """Its own address opens by itself."""
    page.locator("#tabs").get_by_text("Calls").click()
    page.get_by_text("Receive a call").first.click()
    fill(page, "Receive a call", from_=PERSON, to=OWN)
    page.wait_for_url(re.compile(r"#/record/Call/CA[0-9a-f]{32}$"))
    (call,) = twilio.records("Call")
    assert "inbound" == call["direction"]
    assert call["sid"] in page.inner_text("#detail")


def test_a_status_is_set_and_a_record_deleted(page: Any, twilio: Emulator) -> None:
    """What may follow is offered; what is deleted is gone."""
    message = twilio.client().messages.create(to=PERSON, from_=OWN, body="x")
    page.goto(f"{page.url.partition('#')[0]}#/record/Message/{message.sid}")
    fill(page, "Set the status", status="failed", code="30003")
    wait(page, "failed", "#can")
    assert 30003 == twilio.records("Message")[0]["error_code"]
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Delete").click()
    wait(page, "It is deleted.", "#said")
    assert [] == twilio.records("Message")


def test_time_moves_to_the_next_event(page: Any, twilio: Emulator) -> None:
    """The button names it, and the page shows what it brought."""
    twilio.client().messages.create(to=PERSON, from_=OWN, body="x")
    page.get_by_role("button", name=re.compile("Next: Message")).click()
    wait(page, "has happened", "#said")
    assert "queued" != twilio.records("Message")[0]["status"]
    before = twilio.clock.now()
    page.get_by_role("button", name="+1 min").click()
    wait(page, "Time has moved", "#said")
    assert 60 == twilio.clock.now() - before


def test_faults_are_switched_on_and_off(page: Any, twilio: Emulator) -> None:
    """And are listed meanwhile."""
    page.locator("#tabs").get_by_text("Tools").click()
    fill(page, "Switch a fault on", kind="status", status="503", object="Message")
    page.locator("#list a", has_text="503").click()
    assert 503 == twilio.faults.describe()[0]["status"]
    page.get_by_role("button", name="Switch this fault off").click()
    wait(page, "Nothing yet.", "#list")
    assert [] == twilio.faults.describe()


def test_a_number_is_found_however_it_is_written(page: Any, twilio: Emulator) -> None:
    """Blanks and brackets do not matter; what does not match is not shown."""
    client = twilio.client()
    for number in ("+14155550101", "+14155550102"):
        client.calls.create(to=number, from_=OWN, twiml=MENU)
    page.locator("#tabs").get_by_text("Calls").click()
    page.fill("#search", "(415) 555 0102")
    page.wait_for_function("() => document.querySelectorAll('#list a').length === 1")
    assert "+14155550102" in page.inner_text("#list")


def test_long_lists_come_in_pages(page: Any, twilio: Emulator) -> None:
    """Older ones when they are asked for, each once."""
    for number in range(120):
        twilio.receive_message(
            f"+141555501{number:02}" if number < 100 else PERSON, OWN, f"n{number}"
        )
        twilio.client().queues.create(f"Queue {number}") if number < 3 else None
    page.locator("#tabs").get_by_text("Requests").click()
    page.wait_for_function("() => document.querySelectorAll('#list a').length === 3")
    page.locator("#tabs").get_by_text("Messages").click()
    page.wait_for_function("() => document.querySelectorAll('#list a').length === 50")
    page.get_by_role("button", name="Older ones").click()
    page.wait_for_function("() => document.querySelectorAll('#list a').length === 100")
    keys = page.eval_on_selector_all("#list a", "all => all.map((one) => one.dataset.key)")
    assert len(keys) == len(set(keys))


def test_every_record_has_an_address_that_stays(page: Any, twilio: Emulator, url: str) -> None:
    """Whoever opens it anew sees the same; one that is not there is named."""
    populated(twilio, url)
    for name in ("Message", "Call", "Conference", "Notification", "IncomingPhoneNumber", "Account"):
        sid = twilio.records(name)[0]["sid"]
        page.goto("about:blank")
        page.goto(f"{url}#/record/{name}/{sid}")
        wait(page, sid, "#body")
    page.goto(f"{url}#/record/Call/CA{'0' * 32}")
    wait(page, "there is no Call", "#body")


def test_a_record_is_saved_and_put_there_again(page: Any, twilio: Emulator, tmp_path: Path) -> None:
    """As JSON, and as a seed that another emulator takes."""
    message = twilio.client().messages.create(to=PERSON, from_=OWN, body="Keep me")
    twilio.advance(60)
    page.goto(f"{page.url.partition('#')[0]}#/record/Message/{message.sid}")
    for button, name in (("Save as JSON", "record.json"), ("Save as seed", "seed.json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        download.value.save_as(tmp_path / name)
    (known,) = twilio.records("Message")
    assert known == json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    twilio.reset()
    twilio.seed(json.loads((tmp_path / "seed.json").read_text(encoding="utf-8")))
    assert [known] == twilio.records("Message")


def test_a_recording_is_heard_and_a_request_read(page: Any, twilio: Emulator, url: str) -> None:
    """Its sound plays; the request's answer is shown without the account's token."""
    client = twilio.client()
    client.calls.create(to=PERSON, from_=OWN, twiml="<Response><Record/></Response>")
    client.api.account.fetch()
    twilio.advance(600)
    (recording,) = twilio.records("Recording")
    page.goto(f"{url}#/record/Recording/{recording['sid']}")
    page.get_by_role("button", name="Play").click()
    page.wait_for_selector("audio")
    page.goto(f"{url}#/requests")
    page.locator("#list a", has_text="Account.Get").click()
    wait(page, "auth_token", "#body pre")
    assert twilio.auth_token not in page.inner_text("#body")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Any, twilio: Emulator, url: str, scheme: str) -> None:
    """No violation on any view, nor on the details of what stands in it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    populated(twilio, url)
    page.emulate_media(color_scheme=scheme)
    for view in VIEWS:
        page.goto(f"{url}#/{view}")
        page.wait_for_function(
            f"() => document.querySelector('#tabs a[aria-current]')?.dataset.view === '{view}'"
        )
        page.wait_for_selector("#list li")
        if page.locator("#list a").count():
            page.locator("#list a").first.click()
            page.wait_for_selector("#body > *")
        for summary in page.locator("#do summary").all():
            summary.click()
        found = axe.Axe().run(page).response["violations"]
        assert [] == [(one["id"], [node["html"] for node in one["nodes"]]) for one in found], view


def test_a_narrow_screen_is_enough(page: Any, twilio: Emulator, url: str) -> None:
    """390 px wide, nothing is wider than the screen."""
    populated(twilio, url)
    page.set_viewport_size({"width": 390, "height": 800})
    for view in VIEWS:
        page.goto(f"{url}#/{view}")
        page.wait_for_selector("#list li")
        if page.locator("#list a").count():
            page.locator("#list a").first.click()
            page.wait_for_selector("#body > *")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view


def test_the_keyboard_alone_is_enough(page: Any, twilio: Emulator) -> None:
    """From the top of the page to a view, a record, and a form that is sent."""
    twilio.receive_message(PERSON, OWN, "Anybody there?")
    page.wait_for_selector("#list a")

    def to(matches: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("(css) => document.activeElement.matches(css)", matches):
                return
        raise AssertionError(f"{matches} is not reached")

    to("#list a")
    page.keyboard.press("Enter")
    page.wait_for_selector("form[aria-label='Reply as the person']")
    to("form[aria-label='Reply as the person'] [name=body]")
    page.keyboard.type("By keys alone")
    page.keyboard.press("Enter")
    wait(page, "By keys alone", "#body")


def test_nothing_is_asked_while_nothing_changes(page: Any, twilio: Emulator) -> None:
    """A thousand messages and no news: the page is quiet, and hears of what comes."""
    for number in range(1000):
        twilio.receive_message(PERSON, OWN, f"n{number}")
    page.wait_for_selector("#list a")
    page.wait_for_timeout(1500)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(3000)
    assert [] == asked
    twilio.receive_message("+14155550123", OWN, "News")
    page.locator("#list a", has_text="News").wait_for()
