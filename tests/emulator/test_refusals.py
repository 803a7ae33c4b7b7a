"""It refuses what the service refuses, with the service's codes, and lists what the service lists."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.errors import Refusal
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime.http.transport import Request

MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "Hello"}
CALL = {"To": "+13115556789", "From": "+13115550000", "Url": "http://localhost/voice"}


@pytest.mark.parametrize(
    "values, code",
    [
        ({"To": "+1415"}, 21211),
        ({"To": "+141599299609999"}, 21211),
        ({"To": "+3312"}, 21211),
        ({"To": MESSAGE["From"]}, 21266),
        ({"ValidityPeriod": "0"}, 21624),
        ({"ValidityPeriod": "36001"}, 21624),
        ({"StatusCallback": "localhost/status"}, 21609),
        ({"StatusCallback": "http://my_host/status"}, 21609),
        ({"MediaUrl": "picture.png"}, 21620),
        ({"MediaUrl": ["http://localhost/1.png"] * 11}, 21623),
        ({"Body": "x" * 1601}, 21617),
        ({"ContentVariables": "{}"}, 21654),
        ({"ContentSid": "HX1", "ContentVariables": "{}"}, 21655),
        ({"ContentSid": f"HX{1:032x}", "ContentVariables": "[1]"}, 21656),
        ({"ContentSid": f"HX{1:032x}", "ContentVariables": "{"}, 21656),
    ],
)
def test_messages_that_are_refused(client: Client, values: dict[str, Any], code: int) -> None:
    """Each with its own code; nothing is kept of them."""
    answer = client.post("Messages.json", {**MESSAGE, **values})
    assert (400, code) == (answer.status, answer.code)
    assert [] == client.listed("Messages.json", "messages")


@pytest.mark.parametrize(
    "address", ["http://", "http://[bad", "http://a b/", "http://localhost:99999/", "http:///x"]
)
def test_what_only_begins_as_an_address_is_none(client: Client, address: str) -> None:
    """Wherever one may be given, with the code of that place."""
    number = {"PhoneNumber": "+15005550100", "VoiceUrl": address}
    for path, values, code in (
        ("Messages.json", {**MESSAGE, "StatusCallback": address}, 21609),
        ("Messages.json", {**MESSAGE, "MediaUrl": address}, 21620),
        ("Calls.json", {**CALL, "Url": address}, 21205),
        ("IncomingPhoneNumbers.json", number, 21402),
        ("Applications.json", {"FriendlyName": "x", "SmsUrl": address}, 21402),
    ):
        answer = client.post(path, values)
        assert (400, code) == (answer.status, answer.code)


def test_a_number_is_asked_with_get_or_post(client: Client) -> None:
    """When it is bought, and when it is changed."""
    number = client.made("IncomingPhoneNumbers.json", {"PhoneNumber": "+15005550100"})
    more = {"PhoneNumber": "+15005550101"}
    for path, values in (
        ("IncomingPhoneNumbers.json", more),
        (f"IncomingPhoneNumbers/{number['sid']}.json", {}),
    ):
        answer = client.post(path, {**values, "SmsMethod": "PUT"})
        assert (400, 21403) == (answer.status, answer.code)


@pytest.mark.parametrize("to", ["+14159929960", "+442079460000", "+4930123456", "+33612345678"])
def test_numbers_that_there_can_be_are_taken(client: Client, to: str) -> None:
    """Of whatever country, of whatever length it has."""
    client.made("Messages.json", {**MESSAGE, "To": to})
    client.made("Calls.json", {**CALL, "To": to})


@pytest.mark.parametrize(
    "values, code",
    [
        ({"To": "+1415"}, 21217),
        ({"Url": "localhost"}, 21205),
        ({"Url": "", "Twiml": f"<Response><Say>{'x' * 4000}</Say></Response>"}, 32018),
        ({"Method": "PATCH"}, 21209),
        ({"SendDigits": "12x"}, 21206),
        ({"SendDigits": "1" * 33}, 21206),
        ({"Timeout": "601"}, 21208),
        ({"Timeout": "-1"}, 21208),
        ({"MachineDetection": "Maybe"}, 21234),
        ({"MachineDetection": "Enable", "MachineDetectionTimeout": "2"}, 21234),
        ({"StatusCallback": "ftp://localhost/"}, 21609),
        ({"From": "Jack"}, 21212),
    ],
)
def test_calls_that_are_refused(client: Client, values: dict[str, str], code: int) -> None:
    """Each with its own code."""
    answer = client.post("Calls.json", {**CALL, **values})
    assert (400, code) == (answer.status, answer.code)


ADDRESSES = [
    (model, action, one.name, one.format)
    for model in Emulator().catalog.objects.values()
    for action in model.actions.values()
    for one in action.parameters.values()
    if one.format in ("uri", "http-method") and (model.key, one.name) != ("Stream", "Url")
]
"""Addresses and methods that applications are asked with; a stream's is one of another kind."""


def test_every_address_and_method_is_judged() -> None:
    """What is none is refused as such, with a code of its own, whichever action it is sent to."""
    state = Emulator().state
    assert len(ADDRESSES) > 150
    for model, action, name, format in ADDRESSES:
        wrong = ("nowhere", "ftp://host/x", "http://") if format == "uri" else ("PUT", "x")
        for text in wrong:
            with pytest.raises(Refusal) as refused:
                state.rules.decode(action, [(name, text)])
            assert refused.value.code in (21205, 21209, 21402, 21403, 21609, 21620), (action, name)
            assert name in refused.value.message, (model, action)
        right = "HTTPS://example.com/x" if format == "uri" else "GET"
        try:
            state.rules.decode(action, [(name, right)])
        except Refusal as other:  # something else is missing
            assert name not in other.message


def test_a_call_to_a_sip_address_comes_from_a_name(client: Client) -> None:
    """And from nothing that is neither a name nor a number."""
    made = client.made("Calls.json", {**CALL, "To": "sip:jill@example.com", "From": "Jack"})
    assert "Jack" == made["from"]
    wrong = client.post("Calls.json", {**CALL, "To": "sip:jill@example.com", "From": "J & J"})
    assert (400, 21212) == (wrong.status, wrong.code)


def test_a_call_that_has_ended_goes_nowhere(client: Client) -> None:
    """No new document, no recording, no other status."""
    made = client.made("Calls.json", CALL)
    path = f"Calls/{made['sid']}"
    client.made(f"{path}.json", Status="canceled")
    for form in ({"Url": "http://localhost/"}, {"Twiml": "<Response/>"}, {"Status": "completed"}):
        answer = client.post(f"{path}.json", form)
        assert (400, 21220) == (answer.status, answer.code)
    recording = client.post(f"{path}/Recordings.json")
    assert (400, 21220) == (recording.status, recording.code)


def test_a_message_that_has_gone_is_not_canceled(client: Client) -> None:
    """Its status stays as it is."""
    made = client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    answer = client.post(f"Messages/{made['sid']}.json", Status="canceled")
    assert 30409 == answer.code
    assert "delivered" == client.get(f"Messages/{made['sid']}.json").json["status"]


def test_what_a_key_may_not_do(client: Client) -> None:
    """Accounts and keys are the token's alone; all else is open."""
    key = client.made("Keys.json", FriendlyName="Program")
    program = Client(client.emulator, key["sid"], key["secret"])
    program.made("Messages.json", MESSAGE)
    assert 200 == program.get("Balance.json").status
    account = f"/2010-04-01/Accounts/{client.account}.json"
    for method, path in (
        ("GET", "/2010-04-01/Accounts.json"),
        ("POST", "/2010-04-01/Accounts.json"),
        ("GET", account),
        ("POST", account),
        ("GET", "Keys.json"),
        ("DELETE", f"Keys/{key['sid']}.json"),
        ("GET", "SigningKeys.json"),
    ):
        answer = program.send(method, path)
        assert (401, 20003) == (answer.status, answer.code), path
    client.delete(f"Keys/{key['sid']}.json")
    assert 401 == program.get("Balance.json").status


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic !!!",
        "Basic Zm9v",
        "Basic \u00e9",
        "Bearer abc",
        "Digest x",
        "Basic " + "A" * 9,
    ],
)
def test_a_broken_header_is_no_credential(emulator: Emulator, header: str) -> None:
    """It is answered like a wrong one, and never as a failure."""
    url = f"https://api.twilio.com/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"
    answer = emulator.handle(Request("GET", url, {"Authorization": header}, None))
    assert (401, 20003) == (answer.status, json.loads(answer.read())["code"])


def test_moves_of_a_recording_that_there_are_not(client: Client) -> None:
    """One that has stopped is neither paused nor taken up again."""
    client.emulator.script("Call", "open")
    call = client.made("Calls.json", {"To": CALL["To"], "From": CALL["From"], "Twiml": PAUSE})
    client.emulator.advance(5)
    path = f"Calls/{call['sid']}/Recordings"
    sid = client.made(f"{path}.json")["sid"]
    assert "stopped" == client.made(f"{path}/{sid}.json", Status="stopped")["status"]
    for status in ("paused", "in-progress", "nonsense"):
        answer = client.post(f"{path}/{sid}.json", Status=status)
        assert 400 == answer.status and answer.code, status


PAUSE = "<Response><Pause length='3600'/></Response>"


# -- usage ----------------------------------------------------------------------------------------


def test_a_range_ends_after_it_begins(client: Client) -> None:
    """A range of usage that does not is refused."""
    query = {"StartDate": "2026-10-02", "EndDate": "2026-10-01"}
    for path in ("Usage/Records.json", "Usage/Records/Daily.json", "Usage/Records/Monthly.json"):
        assert 400 == client.get(path, **query).status
    assert (
        200 == client.get("Usage/Records.json", StartDate="2026-10-01", EndDate="2026-10-01").status
    )


def test_months_are_those_of_the_calendar(client: Client) -> None:
    """From the first day to the last, however little was used; not beyond the range or today."""
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(40 * 86_400)
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    path = "Usage/Records/Monthly.json"
    months = client.listed(path, "usage_records", Category="sms")
    assert [("2026-12-01", "2026-12-11"), ("2026-11-01", "2026-11-30")] == [
        (month["start_date"], month["end_date"]) for month in months
    ]
    (part,) = client.listed(path, "usage_records", Category="sms", EndDate="2026-11-10")
    assert ("2026-11-01", "2026-11-10") == (part["start_date"], part["end_date"])


@pytest.mark.parametrize("category", ["sms", "pv-composition-minutes", "wireless", "totalprice"])
def test_every_category_may_have_a_trigger(client: Client, category: str) -> None:
    """Also those of which nothing is ever used here."""
    form = {"CallbackUrl": "http://localhost:9/", "TriggerValue": "5", "UsageCategory": category}
    assert category == client.made("Usage/Triggers.json", form)["usage_category"]


# -- concurrency and lists ------------------------------------------------------------------------


def test_fifty_at_a_time_are_too_many() -> None:
    """429 for those beyond the limit, over HTTP as in process; alone, everybody is served."""
    with Emulator(concurrency=10) as emulator, Server(emulator) as server:
        client = Client(emulator)
        started = threading.Barrier(50)

        def over_http(_: int) -> int:
            request = urllib.request.Request(
                f"{server.url}/2010-04-01/Accounts/{emulator.account_sid}/Calls.json"
            )
            pair = emulator.client().auth
            import base64

            encoded = base64.b64encode(":".join(pair).encode()).decode()
            request.add_header("Authorization", f"Basic {encoded}")
            started.wait()
            try:
                with urllib.request.urlopen(request) as answer:
                    return int(answer.status)
            except urllib.error.HTTPError as error:
                with error:
                    assert 20429 == json.loads(error.read())["code"]
                    return error.code

        def in_process(_: int) -> int:
            started.wait()
            return client.get("Calls.json").status

        with ThreadPoolExecutor(50) as pool:
            for ask in (over_http, in_process):
                statuses = Counter(pool.map(ask, range(50)))
                assert 50 == statuses[200] + statuses[429]
                assert statuses[200] and statuses[429], statuses
        assert [200] * 20 == [client.get("Calls.json").status for _ in range(20)]
        assert {} == emulator.under_way


def test_a_list_that_lags(client: Client) -> None:
    """A record is fetched at once, and listed later; pages and filters agree."""
    emulator = client.emulator
    emulator.fault("lag", seconds=30, object="Message")
    old = client.made("Messages.json", MESSAGE)["sid"]
    assert [] == client.listed("Messages.json", "messages")
    assert old == client.get(f"Messages/{old}.json").json["sid"]
    emulator.advance(31)
    new = client.made("Messages.json", MESSAGE)["sid"]
    assert [old] == [row["sid"] for row in client.listed("Messages.json", "messages")]
    assert [old] == [
        row["sid"] for row in client.listed("Messages.json", "messages", To=MESSAGE["To"])
    ]
    emulator.faults.clear()
    listed = client.listed("Messages.json", "messages", PageSize="1")
    assert [new, old] == [row["sid"] for row in listed]


def test_closing_while_callbacks_are_sent() -> None:
    """It does not wait for a receiver that does not answer."""
    asked, go_on = threading.Event(), threading.Event()

    def receiver(_: Request) -> Any:
        from twilio_ops_runtime.http.transport import Response

        asked.set()
        go_on.wait(60)
        return Response(204)

    emulator = Emulator(clock=Clock(frozen=False), send=receiver).start()
    Client(emulator).made("Messages.json", {**MESSAGE, "StatusCallback": "http://localhost/"})
    emulator.clock.advance(2)
    assert asked.wait(60)
    closing = threading.Thread(target=emulator.close)
    closing.start()
    go_on.set()
    closing.join(60)
    assert not closing.is_alive()
    sent = len(emulator.callbacks)
    emulator.clock.advance(60)
    assert sent == len(emulator.callbacks)
