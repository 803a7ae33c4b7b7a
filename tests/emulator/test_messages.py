"""Messages: their life, segments, media, services, schedules, redaction."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.behaviour.text import Segments

MESSAGE = {"To": "+15005550009", "From": "+15005550006", "Body": "Hello"}
SERVICE = f"MG{1:032x}"


def send(client: Client, **more: Any) -> dict[str, Any]:
    """Send a message."""
    return client.made("Messages.json", {**MESSAGE, **more})


def test_a_message_that_is_delivered(client: Client) -> None:
    """From queued to delivered, with its price once it was sent."""
    made = send(client)
    path = f"Messages/{made['sid']}.json"
    seen = []
    for _ in range(6):
        message = client.get(path).json
        seen.append((message["status"], message["date_sent"] is not None, message["price"]))
        client.emulator.advance(1)
    assert [
        ("queued", False, None),
        ("sending", False, None),
        ("sent", True, "-0.00750"),
        ("sent", True, "-0.00750"),
        ("delivered", True, "-0.00750"),
        ("delivered", True, "-0.00750"),
    ] == seen


@pytest.mark.parametrize(
    ("outcome", "settings", "code"),
    [
        ("undelivered", {}, 30003),
        ("failed", {}, 30008),
        ("undelivered", {"error_code": 30006}, 30006),
    ],
)
def test_a_message_that_is_not_delivered(
    client: Client, outcome: str, settings: dict[str, Any], code: int
) -> None:
    """As the script says, with its error."""
    client.emulator.script("Message", outcome, match={"to": MESSAGE["To"]}, **settings)
    made = send(client)
    client.emulator.advance(60)
    message = client.get(f"Messages/{made['sid']}.json").json
    assert (outcome, code) == (message["status"], message["error_code"])
    assert message["error_message"]


def test_segments() -> None:
    """160 letters of GSM-7 in one and 153 in each of several; 70 and 67 of others."""
    count = Segments(facts.behaviour()["message"]).count
    assert [1, 1, 2, 2, 3] == [count("a" * n) for n in (0, 160, 161, 306, 307)]
    assert [1, 2, 2, 3] == [count("ü" + "я" * n) for n in (69, 70, 133, 134)]
    assert [1, 2] == [count("€" * n) for n in (80, 81)]
    for letter in ("👍", "\U00010000"):
        assert [1, 2] == [count(letter * n) for n in (35, 36)]
    assert [1, 2] == [count("\uffff" * n) for n in (70, 71)]
    # an escape is never divided: 152 letters and a euro sign leave the first part one short
    assert 3 == count("a" * 152 + "€" + "a" * 152 + "€")


def test_smart_encoding_takes_letters_that_look_alike(client: Client) -> None:
    """So that a text of theirs stays in one segment; when asked, and no other letters."""
    body = "\u201chi\u201d \u2013 it\u2019s ok\u2026\u00a0" * 6
    plain = '"hi" - it\'s ok... ' * 6
    smart = send(client, Body=body, SmartEncoded="true")
    assert (plain, "1") == (smart["body"], smart["num_segments"])
    for more in ({}, {"SmartEncoded": "false"}):
        kept = send(client, Body=body, **more)
        assert (body, "2") == (kept["body"], kept["num_segments"])
    assert "grüße 👍" == send(client, Body="grüße 👍", SmartEncoded="true")["body"]
    smart_letters = {
        letter for letters in facts.behaviour()["message"]["smart"].values() for letter in letters
    }
    alphabet = facts.behaviour()["message"]["gsm7"]
    assert not smart_letters & {*alphabet["basic"], *alphabet["extended"]}


def test_a_service_accepts_and_then_chooses_a_sender(client: Client) -> None:
    """The sender is one of the account's numbers."""
    client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001")
    made = client.made("Messages.json", To=MESSAGE["To"], Body="x", MessagingServiceSid=SERVICE)
    assert ("accepted", None) == (made["status"], made["from"])
    client.emulator.advance(10)
    message = client.get(f"Messages/{made['sid']}.json").json
    assert ("delivered", "+14155550001") == (message["status"], message["from"])


def test_a_scheduled_message_waits_or_is_canceled(client: Client) -> None:
    """Until its time; later it cannot be canceled any more."""
    form = {
        "To": MESSAGE["To"],
        "Body": "x",
        "MessagingServiceSid": SERVICE,
        "ScheduleType": "fixed",
        "SendAt": "2026-11-01T12:00:00Z",
    }
    first, second = (client.made("Messages.json", form) for _ in range(2))
    assert "scheduled" == first["status"]
    assert "canceled" == client.made(f"Messages/{second['sid']}.json", Status="canceled")["status"]
    client.emulator.advance(7100)
    assert "scheduled" == client.get(f"Messages/{first['sid']}.json").json["status"]
    client.emulator.advance(200)
    assert "delivered" == client.get(f"Messages/{first['sid']}.json").json["status"]
    assert "canceled" == client.get(f"Messages/{second['sid']}.json").json["status"]
    late = client.post(f"Messages/{first['sid']}.json", Status="canceled")
    assert (409, 30409) == (late.status, late.code)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"From": "+15005550009"}, 21266),
        ({"ValidityPeriod": "0"}, 21624),
        ({"ValidityPeriod": "36001"}, 21624),
        ({"StatusCallback": "nowhere"}, 21609),
        ({"StatusCallback": f"http://localhost/{'a' * 4000}"}, 21609),
        ({"MediaUrl": "ftp://localhost/a.png"}, 21620),
        ({"MediaUrl": ["http://localhost/a.png"] * 11}, 21623),
        ({"Body": "x" * 1601}, 21617),
        ({"From": "", "MessagingServiceSid": SERVICE, "ScheduleType": "fixed"}, 35111),
        ({"ScheduleType": "fixed", "SendAt": "2026-11-01T12:00:00Z"}, 35118),
        (
            {
                "From": "",
                "MessagingServiceSid": SERVICE,
                "ScheduleType": "fixed",
                "SendAt": "2026-11-01T10:10:00Z",
            },
            35114,
        ),
    ],
)
def test_what_the_service_refuses(client: Client, form: Any, code: int) -> None:
    """Has the code of its own; source: the service's dictionary of errors."""
    answer = client.post("Messages.json", {**MESSAGE, **form})
    assert (400, code) == (answer.status, answer.code)


def test_a_time_without_a_schedule_counts_for_nothing(client: Client) -> None:
    """The message goes at once, as it does at the service."""
    made = client.made("Messages.json", {**MESSAGE, "SendAt": "2026-11-01T12:00:00Z"})
    assert "queued" == made["status"]


def test_redaction(client: Client) -> None:
    """An empty body empties it; another text is refused."""
    made = send(client)
    client.emulator.advance(10)
    path = f"Messages/{made['sid']}.json"
    assert 400 == client.post(path, Body="other").status
    assert "" == client.made(path, Body="")["body"]
    (message,) = client.get(f"Messages/{made['sid']}").xml
    assert "" == message.findtext("Body")


def test_media(client: Client) -> None:
    """A message with media is another kind; its media are listed, shown and deleted."""
    form = [
        *MESSAGE.items(),
        ("MediaUrl", "http://localhost/a.png"),
        ("MediaUrl", "http://localhost/b"),
    ]
    made = client.made("Messages.json", form)
    assert ("MM", "2") == (made["sid"][:2], made["num_media"])
    path = f"Messages/{made['sid']}/Media"
    media = client.listed(f"{path}.json", "media_list")
    assert ["application/octet-stream", "image/png"] == [item["content_type"] for item in media]
    shown = client.get(f"{path}/{media[1]['sid']}")
    assert (307, "http://localhost/a.png") == (shown.status, shown.headers["Location"])
    odd = client.made("Messages.json", {**MESSAGE, "MediaUrl": "http://localhost/ä b?a=1\r\nX: y"})
    (item,) = client.listed(f"Messages/{odd['sid']}/Media.json", "media_list")
    answer = client.get(f"Messages/{odd['sid']}/Media/{item['sid']}")
    assert "http://localhost/%C3%A4%20b?a=1%0D%0AX:%20y" == answer.headers["Location"]
    assert 204 == client.delete(f"{path}/{media[0]['sid']}.json").status
    assert 1 == len(client.listed(f"{path}.json", "media_list"))
    (wrapper,) = client.get(path).xml
    assert ("MediaList", "Media") == (wrapper.tag, wrapper[0].tag)


@pytest.mark.parametrize("sender", ["12345", "Company", "whatsapp:+15005550006", "5005550006"])
def test_other_senders(client: Client, sender: str) -> None:
    """Short codes, names, channels, numbers as at home."""
    assert send(client, From=sender)["from"].endswith(sender)


def test_a_body_has_a_limit(client: Client) -> None:
    """1600 letters."""
    send(client, Body="x" * 1600)
    assert 21617 == client.post("Messages.json", {**MESSAGE, "Body": "x" * 1601}).code


def test_the_historical_address_shows_the_same_messages(client: Client) -> None:
    """Under their old names."""
    made = client.made("SMS/Messages.json", MESSAGE)
    assert made["sid"].startswith("SM")
    (wrapper,) = client.get("SMS/Messages").xml
    assert ("SMSMessages", "SMSMessage") == (wrapper.tag, wrapper[0].tag)
    assert made["sid"] == client.get(f"Messages/{made['sid']}.json").json["sid"]
    client.emulator.advance(10)
    assert "delivered" == client.get(f"SMS/Messages/{made['sid']}.json").json["status"]


def test_feedback_on_a_message(client: Client) -> None:
    """Confirmed."""
    made = send(client)
    answer = client.post(f"Messages/{made['sid']}/Feedback.json", Outcome="confirmed")
    assert (200, made["sid"]) == (answer.status, answer.json["message_sid"])
    assert answer.json["uri"].endswith("/Feedback.json")


@pytest.mark.parametrize("status", ["queued", "accepted", "scheduled"])
def test_a_canceled_message_stays_canceled(client: Client, status: str) -> None:
    """Whatever would have come next: it is not sent, and nothing costs anything."""
    form = dict(MESSAGE)
    if status != "queued":
        form = {"To": MESSAGE["To"], "Body": "x", "MessagingServiceSid": SERVICE}
    if status == "scheduled":
        form |= {"ScheduleType": "fixed", "SendAt": "2026-11-01T12:00:00Z"}
    made = client.made("Messages.json", form)
    assert made["status"] == status
    client.made(f"Messages/{made['sid']}.json", Status="canceled")
    client.emulator.advance(7300)
    message = client.get(f"Messages/{made['sid']}.json").json
    assert (message["status"], message["date_sent"]) == ("canceled", None)
