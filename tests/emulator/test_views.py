"""What the page asks for, as it is answered: logs, conversations, records with what belongs to them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.messages import Request
from twilio_ops_runtime.http.messages import Response

PERSON, OTHER, OWN = "+14155550100", "+14155550101", "+14155550199"


@pytest.fixture
def office() -> Emulator:
    """An emulator whose account has a number, and whose callbacks are answered."""
    emulator = Emulator(
        clock=Clock("2026-11-01", frozen=True), seed=7, send=lambda request: Response(204)
    )
    number = {"phone_number": OWN, "sms_url": "http://localhost/sms"}
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
    return emulator


def asked(
    emulator: Emulator, path: str, method: str = "GET", value: Any = None, **query: Any
) -> Any:
    """What control answers, or what it says is wrong."""
    words = "&".join(f"{name}={quote(str(one))}" for name, one in query.items())
    body = b"" if value is None else json.dumps(value).encode()
    answer = emulator.exchange(Request(method, f"/_emulator/{path}", words, body=body))
    found = json.loads(answer.body)
    assert answer.headers == {"Content-Type": "application/json; charset=utf-8"}
    if answer.status == 400:
        return found["message"]
    assert answer.status == 200, found
    return found


def test_pages_of_the_log_of_requests(office: Emulator) -> None:
    """The newest first; behind a number, of an account, with a text in any part of them."""
    client = Client(office)
    for number in range(1, 61):
        client.get(f"Queues/QU{number:032x}.json")
    client.get("/2010-04-01/Accounts.json")
    every = [61, *range(60, 0, -1)]

    def numbers(**query: Any) -> tuple[list[int], bool]:
        page = asked(office, "list/requests", **query)
        assert set(page) == {"records", "more"}
        return [one["number"] for one in page["records"]], page["more"]

    assert numbers() == (every[:50], True)
    assert numbers(limit=61) == (every, False)
    assert numbers(limit=60) == (every[:60], True)
    assert numbers(after=4) == ([3, 2, 1], False)
    assert numbers(after="x", limit=1) == ([61], True)
    assert numbers(account=client.account, limit=2) == ([60, 59], True)
    assert numbers(search=f"qu{7:032X}") == ([7], False)
    assert numbers(search="  ", limit=1) == ([61], True)


def test_requests_in_the_log(office: Emulator) -> None:
    """Each with all that is known of it."""
    client = Client(office)
    client.post("Queues.json?Page=1", FriendlyName="a b")
    client.get("/nothing")
    office.fault("drop")
    with pytest.raises(Exception, match="closed"):
        client.delete("Queues/x.json")
    path = f"/2010-04-01/Accounts/{client.account}"
    assert [
        {name: value for name, value in one.items() if name not in ("answer", "length")}
        for one in asked(office, "requests")
    ] == [
        {
            "number": number,
            "at": 1793491200.0,
            "method": method,
            "path": where,
            "parameters": parameters,
            "action": action,
            "account": account,
            "status": status,
            "fate": fate,
        }
        for number, method, where, parameters, action, account, status, fate in (
            (1, "POST", f"{path}/Queues.json", [["Page", "1"], ["FriendlyName", "a b"]], "Queue.Create", client.account, 201, "answer"),
            (2, "GET", "/nothing", [], None, None, 404, "answer"),
            (3, "DELETE", f"{path}/Queues/x.json", [], "Queue.Delete", client.account, 0, "drop"),
        )
    ]  # fmt: skip
    first = asked(office, "requests")[0]
    assert json.loads(first["answer"])["friendly_name"] == "a b"
    assert first["length"] == len(first["answer"].encode())


def test_pages_of_conversations(office: Emulator) -> None:
    """Behind one of them, of an account, with a text in their messages."""
    for person in (PERSON, OTHER, PERSON):
        office.receive_message(person, OWN, f"from {person}")
    keys = [f"{OWN}~{PERSON}", f"{OWN}~{OTHER}"]

    def found(**query: Any) -> tuple[list[str], bool]:
        page = asked(office, "list/threads", **query)
        return [one["key"] for one in page["records"]], page["more"]

    assert found() == (keys, False)
    assert found(limit=1) == (keys[:1], True)
    assert found(limit=1, after=keys[0]) == (keys[1:], False)
    assert found(after=keys[1]) == ([], False)
    assert found(account=office.account_sid) == (keys, False)
    assert found(account=f"AC{1:032x}") == ([], False)
    assert found(search="from +14155550101") == (keys[1:], False)
    assert found(search="nobody") == ([], False)
    first = asked(office, "list/threads")["records"][0]
    assert (first["own"], first["other"], first["last"]["media"]) == (OWN, PERSON, [])


def test_pages_of_one_conversation(office: Emulator) -> None:
    """Its messages alone, with their pictures; behind one of them."""
    sids = [office.receive_message(PERSON, OWN, str(n)).sid for n in range(3)]
    office.receive_message(OTHER, OWN, "x")
    picture = office.receive_message(PERSON, OWN, "", ["http://localhost/a.png"])
    key = quote(f"{OWN}~{PERSON}", safe="")
    page = asked(office, f"threads/{key}", limit=2)
    assert ([one["sid"] for one in page["records"]], page["more"]) == ([picture.sid, sids[2]], True)
    (media,) = page["records"][0]["media"]
    assert (set(media), media["url"]) == ({"sid", "content_type", "url"}, "http://localhost/a.png")
    assert media["sid"].startswith("ME") and media["content_type"].startswith("image/")
    page = asked(office, f"threads/{key}", limit=2, after=sids[2])
    assert ([one["sid"] for one in page["records"]], page["more"]) == ([sids[1], sids[0]], False)
    said = asked(office, f"threads/{key}", after="SM0")
    assert said == "after: there is no Message SM0"


def test_a_message_with_all_that_belongs_to_it(office: Emulator) -> None:
    """What was told of it, what was asked because of it, and what it may become."""
    client = Client(office)
    hook = {"StatusCallback": "http://localhost/status"}
    made = client.made("Messages.json", To=PERSON, From=OWN, Body="x", **hook)
    client.made("Messages.json", To=OTHER, From=OWN, Body="y", **hook)
    found = asked(office, f"record/Message/{made['sid']}")
    assert list(found) == [
        *("object", "record", "callbacks", "documents", "moves", "media", "below"),
    ]
    assert (found["object"], found["record"]["sid"]) == ("Message", made["sid"])
    assert found["moves"] == sorted(found["moves"]) and "sending" in found["moves"]
    office.advance(60)
    found = asked(office, f"record/Message/{made['sid']}")
    about = [tuple(one["about"]) for one in found["callbacks"]]
    assert (about, found["documents"]) == ([("Message", made["sid"])] * 3, [])
    assert (found["moves"], found["media"]) == (["read"], [])
    came = office.receive_message(PERSON, OWN, "Hello")
    found = asked(office, f"record/Message/{came.sid}")
    assert (found["callbacks"], len(found["documents"])) == ([], 1)
    plain = client.made("Queues.json", FriendlyName="q")
    found = asked(office, f"record/Queue/{plain['sid']}")
    assert list(found) == ["object", "record", "callbacks", "documents", "below"]
    assert asked(office, "record/Queue/QU0") == "there is no Queue QU0"


def test_what_is_below_a_record(office: Emulator) -> None:
    """By object and field, the newest first; two hundred at most, and whether there are more."""
    client = Client(office)
    application = client.made("Applications.json", FriendlyName="a")
    rows = [
        {"phone_number": f"+1415556{n:04}", "sms_application_sid": application["sid"]}
        for n in range(200)
    ]
    seed = [{"object": "IncomingPhoneNumber", "values": row} for row in rows]
    office.seed({"records": seed})

    def below() -> Any:
        return asked(office, f"record/Application/{application['sid']}")["below"]

    (one,) = below()
    assert (one["object"], one["field"], one["identity"]) == (
        "IncomingPhoneNumber",
        "sms_application_sid",
        "sid",
    )
    assert [row["phone_number"] for row in one["records"]] == [
        row["phone_number"] for row in rows[::-1]
    ]
    assert one["more"] is False
    last = {"phone_number": "+14155569999", "sms_application_sid": application["sid"]}
    office.seed({"records": [{"object": "IncomingPhoneNumber", "values": last}]})
    (one,) = below()
    assert (len(one["records"]), one["more"]) == (200, True)
    branch = client.made("/2010-04-01/Accounts.json")
    assert asked(office, f"record/Account/{branch['sid']}")["below"] == []
    owned = asked(office, f"record/Account/{client.account}")["below"]
    (one,) = owned
    assert (one["object"], one["field"]) == ("Account", "owner_account_sid")
    assert [row["sid"] for row in one["records"]] == [branch["sid"]]  # and not itself


def test_problems(office: Emulator) -> None:
    """Notifications, and on the first page what could not happen at all."""
    office.state.later(1, "Queue", "explode")
    with pytest.raises(ExceptionGroup, match="not all that was due could happen"):
        office.advance(5)
    office.seed({"records": [{"object": "Notification", "values": {"error_code": "11200"}}]})
    page = asked(office, "list/problems")
    (shown,) = page["records"]
    assert (shown["error_code"], page["more"]) == ("11200", False)
    assert [one["what"] for one in page["failures"]] == ["Queue.explode"]
    behind = asked(office, "list/problems", after=shown["sid"])
    assert behind == {"records": [], "more": False}


def test_a_seed_of_what_is_below_others(office: Emulator) -> None:
    """Its account, and the records that its list is under; none of another product."""
    message = office.receive_message(PERSON, OWN, "", ["http://localhost/a.png"])
    (media,) = office.records("Media")
    found = asked(office, f"seed-of/Media/{media['sid']}")
    (made,) = found["records"]
    values = made.pop("values")
    assert made == {"object": "Media", "account": office.account_sid, "under": [message.sid]}
    assert values == {
        name: value for name, value in media.items() if name != "uri" and value is not None
    }
    account = asked(office, f"seed-of/Account/{office.account_sid}")["records"][0]
    assert set(account) == {"object", "values"} and "subresource_uris" not in account["values"]
    assert asked(office, "seed-of/Media/ME0") == "there is no Media ME0"
    said = asked(office, "seed-of/verify-v2/Service/VA0")
    assert said == "seeds put no records of other products there: verify-v2/Service"


def test_what_is_to_happen_next(office: Emulator) -> None:
    """The soonest first, twenty at most, each with the record it is about."""
    client = Client(office)
    sids = [
        client.made("Messages.json", To=PERSON, From=OWN, Body=str(n))["sid"] for n in range(21)
    ]
    found = asked(office, "upcoming")
    assert len(found) == 20
    assert {tuple(one) for one in found} == {("at", "object", "event", "key")}
    assert found[0]["object"] == "Message" and found[0]["key"] == sids[0]
    assert [one["at"] for one in found] == sorted(one["at"] for one in found)
