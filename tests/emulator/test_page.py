"""What the page is made of, and what it asks for."""

from __future__ import annotations

import re

import pytest
from emulator_client import Client

from twilio_ops_emulator import Emulator

PERSON, OWN = "+14155550100", "+14155550199"


@pytest.fixture
def office(emulator: Emulator) -> Emulator:
    """An emulator whose account has a number."""
    emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": {"phone_number": OWN}}]})
    return emulator


def test_the_page_loads_its_own_files_alone(client: Client) -> None:
    """All that it names is there, of the right kind, under a policy that allows nothing else."""
    start = client.send("GET", "/_emulator/")
    policy = start.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and " *" not in policy
    text = start.body.decode()
    assert "<style" not in text and not re.search(r"<script(?![^>]*\ssrc=)", text)
    seen, waiting = set(), re.findall(r'(?:href|src)="(/_emulator/page/[^"]+)"', text)
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        found = client.send("GET", path)
        assert 200 == found.status, path
        if path.endswith(".js"):
            assert found.headers["Content-Type"].startswith("text/javascript")
            assert found.body.decode().count("\n") <= 400
            names = re.findall(r'from "\./([a-z]+\.js)"', found.body.decode())
            waiting += [f"/_emulator/page/{name}" for name in names]
    assert len(seen) >= 8
    assert 404 == client.send("GET", "/_emulator/page/__init__.py").status


def test_pages_of_a_list(client: Client) -> None:
    """The newest first, each record on one page, whatever comes meanwhile."""
    sids = [client.made("Queues.json", FriendlyName=f"q{n}")["sid"] for n in range(7)]
    seen: list[str] = []
    after = ""
    while True:
        page = client.send("GET", f"/_emulator/list/Queue?limit=3{after}").json
        seen += [one["sid"] for one in page["records"]]
        client.made("Queues.json", FriendlyName=f"new {len(seen)}")
        if not page["more"]:
            break
        after = f"&after={seen[-1]}"
    assert sids[::-1] == seen


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("limit=0", "limit"),
        ("limit=x", "limit"),
        ("after=QU0", "after: there is no Queue QU0"),
        ("order=up", "there is no order"),
    ],
)
def test_what_no_page_can_be(client: Client, query: str, message: str) -> None:
    """It is refused in words."""
    answer = client.send("GET", f"/_emulator/list/Queue?{query}")
    assert 400 == answer.status
    assert message in answer.json["message"]


@pytest.mark.parametrize("search", ["+1 (415) 555-0101", "415 555 0101", "HELLO", "4155550101"])
def test_search(office: Emulator, client: Client, search: str) -> None:
    """Numbers however they are written, words in any case."""
    office.receive_message("+14155550101", OWN, "Hello")
    office.receive_message("+14155550102", OWN, "Bye")
    page = client.send("GET", "/_emulator/list/Message", query={"search": search}).json
    assert ["Hello"] == [one["body"] for one in page["records"]]


def test_conversations(office: Emulator, client: Client) -> None:
    """One for each pair of numbers, whoever began, the newest first."""
    office.receive_message("+14155550101", OWN, "one")
    office.receive_message("+14155550102", OWN, "two")
    client.made("Messages.json", To="+14155550101", From=OWN, Body="three")
    page = client.send("GET", "/_emulator/list/threads").json["records"]
    assert ["three", "two"] == [one["last"]["body"] for one in page]
    key = page[0]["key"].replace("+", "%2B")
    thread = client.send("GET", f"/_emulator/threads/{key}").json["records"]
    assert ["three", "one"] == [one["body"] for one in thread]


def test_a_record_with_what_belongs_to_it(client: Client) -> None:
    """A call with its legs, recordings, timeline and what may follow."""
    twiml = f"<Response><Dial record='record-from-answer'>{PERSON}</Dial></Response>"
    call = client.made("Calls.json", To=PERSON, From="+15005550006", Twiml=twiml)
    client.emulator.advance(10)
    found = client.send("GET", f"/_emulator/record/Call/{call['sid']}").json
    assert found["record"]["sid"] == call["sid"]
    below = {(one["object"], one["field"]): one["records"] for one in found["below"]}
    assert [call["sid"]] == [one["parent_call_sid"] for one in below["Call", "parent_call_sid"]]
    assert [call["sid"]] == [one["call_sid"] for one in below["Recording", "call_sid"]]
    assert "Dial" in [one["what"] for one in found["timeline"]]
    assert "completed" in found["moves"]


def test_whose_record_a_sid_is(client: Client) -> None:
    """Each prefix leads to the object that the catalogs give it to, of whichever product."""
    objects = client.send("GET", "/_emulator/objects").json
    expected = {"AC": "Account", "CA": "Call", "SM": "Message", "MM": "Message", "RE": "Recording"}
    expected |= {"PN": "IncomingPhoneNumber", "VE": "verify-v2/Verification", "CF": "Conference"}
    assert expected.items() <= objects.items()
    for prefix, name in objects.items():
        answer = client.send("GET", f"/_emulator/record/{name}/{prefix}{1:032x}")
        assert (400, True) == (answer.status, "there is no" in answer.json["message"])


def test_records_that_belong_to_one_of_another_product(client: Client) -> None:
    """A service of Verify has its verifications below it."""
    pytest.importorskip("twilio", reason="twilio is not installed")
    service = client.emulator.client().verify.v2.services.create(friendly_name="Shop")
    made = service.verifications.create(to=PERSON, channel="sms")
    found = client.send("GET", f"/_emulator/record/verify-v2/Service/{service.sid}").json
    (one,) = [one for one in found["below"] if one["object"] == "verify-v2/Verification"]
    assert ("service_sid", "sid") == (one["field"], one["identity"])
    assert [made.sid] == [row["sid"] for row in one["records"]]


@pytest.mark.parametrize("name", ["Message", "Call", "Queue", "Conference", "Recording"])
def test_a_seed_of_a_record(client: Client, name: str) -> None:
    """Another emulator of the account shows the same record."""
    emulator = client.emulator
    client.made("Messages.json", To=PERSON, From="+15005550006", Body="x")
    client.made("Queues.json", FriendlyName="q")
    room = "<Response><Dial><Conference>Room</Conference></Dial></Response>"
    client.made("Calls.json", To=PERSON, From="+15005550006", Twiml=room, Record="true")
    emulator.advance(5)
    record = emulator.records(name)[0]
    seed = client.send("GET", f"/_emulator/seed-of/{name}/{record['sid']}").json
    emulator.reset()
    emulator.seed(seed)
    assert [record] == emulator.records(name)


def test_an_answer_is_kept_without_secrets(client: Client) -> None:
    """In both formats; a long one from its beginning."""
    token = client.emulator.auth_token
    for suffix in (".json", ".xml"):
        assert token in client.get(f"/2010-04-01/Accounts/{client.account}{suffix}").body.decode()
    for n in range(60):
        client.made("Queues.json", FriendlyName=f"a queue with a long name {n}")
    client.get("Queues.json?PageSize=60")
    page = client.send("GET", "/_emulator/list/requests?limit=200").json["records"]
    assert token not in str(page)
    assert page[0]["length"] > len(page[0]["answer"]) >= 1 << 14
    assert "***" in page[-1]["answer"] and "***" in page[-2]["answer"]


def test_a_message_without_numbers_is_a_conversation_of_nobody(client: Client) -> None:
    """As a seed may have it; what is not there is shown as nothing."""
    client.emulator.seed({"records": [{"object": "Message", "values": {"body": "One"}}]})
    (thread,) = client.send("GET", "/_emulator/list/threads").json["records"]
    assert (thread["own"], thread["other"], thread["last"]["body"]) == ("", "", "One")


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: "
    "http://localhost:* http://127.0.0.1:*; media-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
        ("/page/index.html", "text/html; charset=utf-8"),
        ("/page/style.css", "text/css; charset=utf-8"),
        ("/page/app.js", "text/javascript; charset=utf-8"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
def test_a_file_of_the_page(client: Client, path: str, kind: str) -> None:
    """With its type and its policy; it is read, and nothing else is done with it."""
    answer = client.send("GET", f"/_emulator{path}")
    assert (answer.status, dict(answer.headers)) == (
        200,
        {
            "content-type": kind,
            "content-security-policy": POLICY,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "cache-control": "no-cache",
        },
    )
    assert len(answer.body) > 100
    assert client.send("POST", f"/_emulator{path}").status == 404


def test_what_is_no_file_of_the_page(client: Client) -> None:
    """Is not there: of another kind, of another folder, or without its own."""
    for path in (
        "/page/__init__.py",
        "/page/",
        "/page/../control.py",
        "/app.js",
        "/index.html",
        "x",
    ):
        assert client.send("GET", f"/_emulator{path}").status == 404, path
