"""Other products: any catalog is served at its host; Verify, services and lookups have their own ways."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_cli.__main__ import main
from twilio_ops_cli.emulator import _compact
from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator import catalog_data as data
from twilio_ops_emulator.api.apis import known_products
from twilio_ops_runtime.http.messages import Request

twilio_base = pytest.importorskip("twilio.base.exceptions")
PERSON, OTHER = "+13115556789", "+447400123456"


@pytest.fixture
def twilio() -> Emulator:
    """An emulator whose clock stands still."""
    return Emulator(clock=Clock("2026-11-01", frozen=True), seed=5)


@pytest.fixture
def library(twilio: Emulator) -> Any:
    """Twilio's own client."""
    return twilio.client()


def refused(call: Any, **values: Any) -> tuple[int, int]:
    """The status and the code that a call of the library is refused with."""
    with pytest.raises(twilio_base.TwilioRestException) as error:
        call(**values)
    return error.value.status, error.value.code


# -- any catalog ----------------------------------------------------------------------------------


@pytest.mark.parametrize("api", known_products(data.PACKAGE), ids=lambda api: api.name)
def test_every_row_answers(api: Any) -> None:
    """Each action of each product is answered as the service may answer it, never with a failure."""
    emulator = Emulator(clock=Clock(frozen=True), seed=1)
    pair = f"{emulator.account_sid}:{emulator.auth_token}"
    import base64

    headers = {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    asked = 0
    for model in api.catalog.objects.values():
        for action in model.actions.values():
            path = action.path
            for name, key in model.keys.items():
                sid = f"{(key.get('prefixes') or ['XX'])[0]}{1:032x}"
                path = path.replace(f"{{{name}}}", sid)
            url = f"https://{api.catalog.host}{path}".replace("{", "").replace("}", "")
            answer = emulator.handle(Request(action.method, url, headers, None))
            assert answer.status in (200, 201, 202, 204, 307, 400, 404), (action, answer.read())
            if answer.status >= 400:
                assert json.loads(answer.read())["code"], action
            asked += 1
    assert asked > 5


def test_lists_have_pages(library: Any) -> None:
    """The library follows ``meta`` from page to page, each record once."""
    made = {library.verify.v2.services.create(friendly_name=str(n)).sid for n in range(7)}
    listed = [one.sid for one in library.verify.v2.services.stream(page_size=3)]
    assert 7 == len(listed) and made == set(listed)


def test_a_record_lives_as_its_catalog_says(library: Any) -> None:
    """Created, found by its unique name, changed, deleted with what is below it."""
    conversations = library.conversations.v1.conversations
    made = conversations.create(
        friendly_name="Order", unique_name="order-1", timers_inactive="PT1H"
    )
    assert "active" == made.state and "PT1H" == made.timers["inactive"]
    assert made.date_created is not None and made.date_created.year == 2026
    assert made.sid == conversations("order-1").fetch().sid
    person = conversations("order-1").participants.create(
        messaging_binding_address=PERSON, messaging_binding_proxy_address=OTHER
    )
    assert PERSON == person.messaging_binding["address"]
    written = [conversations(made.sid).messages.create(body=text) for text in "ab"]
    assert [0, 1] == [message.index for message in written]
    assert "closed" == conversations(made.sid).update(state="closed").state
    assert conversations(made.sid).delete()
    assert (404, 20404) == refused(conversations(made.sid).fetch)
    assert (404, 20404) == refused(conversations(made.sid).messages(written[0].sid).fetch)


def test_what_has_no_key_is_there_from_the_beginning(library: Any) -> None:
    """And keeps what it is told."""
    configuration = library.conversations.v1.configuration()
    assert configuration.fetch().default_closed_timer is None
    configuration.update(default_closed_timer="PT60S")
    assert "PT60S" == configuration.fetch().default_closed_timer


def test_accounts_do_not_see_each_other(twilio: Emulator, library: Any) -> None:
    """What no path names decides all the same: whose credentials they are."""
    branch = library.api.v2010.accounts.create(friendly_name="Branch")
    service = library.verify.v2.services.create(friendly_name="Mine")
    other = twilio.client(branch.sid)
    assert [] == other.verify.v2.services.list()
    assert (404, 20404) == refused(other.verify.v2.services(service.sid).fetch)


@pytest.mark.parametrize(
    "url",
    [
        "https://verify.twilio.com/v2/Services",
        "https://verify.sydney.au1.twilio.com/v2/Services",
        "http://verify.localhost:8080/v2/Services",
        "http://127.0.0.1:8080/verify.twilio.com/v2/Services",
    ],
)
def test_the_host_says_which_product(twilio: Emulator, url: str) -> None:
    """With an edge and a region, on this machine, or as the beginning of a path."""
    library = twilio.client()
    library.verify.v2.services.create(friendly_name="Mine")
    answer = library.request("GET", url)
    assert ["Mine"] == [one["friendly_name"] for one in json.loads(answer.text)["services"]]


@pytest.mark.parametrize(
    "url, said",
    [
        ("https://verify.twilio.com/v2/Nothing", "no path /v2/Nothing"),
        ("https://video.twilio.com/v1/Rooms", "not served"),
        ("https://api.twilio.com/2010-04-01/Nothing", "no path"),
    ],
)
def test_what_there_is_not_is_a_404_that_explains(twilio: Emulator, url: str, said: str) -> None:
    """In JSON: clients repeat what is a failure, and show no XML."""
    answer = twilio.client().request("GET", url)
    body = json.loads(answer.text)
    assert (404, 20404) == (answer.status_code, body["code"]) and said in body["message"]


def test_a_catalog_of_ones_own(tmp_path: Path, root: Path) -> None:
    """A folder that ``import`` has made is served at its host."""
    compact = _compact(root / "tests" / "cases" / "parcels" / "metadata")
    host, objects = compact["service"]["host"], compact["objects"]
    emulator = Emulator(catalogs={"parcels": compact})
    assert host in emulator.hosts
    path = next(o["path"] for o in objects.values() if "Query" in o.get("actions", {}))
    assert (
        "{" in path or 200 == emulator.client().request("GET", f"https://{host}{path}").status_code
    )
    with pytest.raises(EmulatorError, match="no compact catalog"):
        Emulator(catalogs={"none": {"service": {}}})


Notes = Callable[[dict[str, Any]], tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module")
def notes(root: Path) -> Notes:
    """Makes a note of a made-up product, whose bodies are JSON."""
    document = _compact(root / "tests" / "cases" / "notes" / "metadata")
    emulator = Emulator(catalogs={"notes": document})
    pair = f"{emulator.account_sid}:{emulator.auth_token}".encode()
    headers = {"Authorization": f"Basic {b64encode(pair).decode()}"}
    headers["Content-Type"] = "application/json"

    def make(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        url = f"https://{document['service']['host']}/v2/Notes"
        answer = emulator.handle(Request("POST", url, headers, json.dumps(body).encode()))
        return answer.status, json.loads(answer.read())

    return make


def test_a_body_in_json_keeps_what_it_holds(notes: Notes) -> None:
    """Structs, those within themselves, too, lists and maps; repeated parameters are a list."""
    kept = {
        "text": "a",
        "counts": {"a": 1},
        "more": [1, {"a": None}],
        "outline": {"heading": "x", "main": {"heading": "y", "under_headings": [{"heading": "z"}]}},
    }
    parts = [{"title": "x", "weight": "1.5"}]
    beside = {"weight": 1.5, "urgent": True, "tags": ["a", "b"]}
    status, made = notes({**kept, "parts": parts, **beside})
    assert (status, made["parts"]) == (201, parts)
    assert {name: made[name] for name in kept} == kept


def _nested(depth: int) -> dict[str, Any]:
    """A struct in itself, so deep."""
    made: dict[str, Any] = {"heading": "x"}
    for _ in range(depth):
        made = {"main": made}
    return made


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("text", {}, "text is not a single value"),
        ("text", ["a"], "text is not a single value"),
        ("weight", {}, "weight is not a single value"),
        ("weight", "x", "weight 'x' is not a number"),
        ("urgent", "maybe", "urgent 'maybe' is neither true nor false"),
        ("tags", ["a", {}], "tags is not a single value"),
        ("parts", 5, "parts is no list"),
        ("parts", {}, "parts is no list"),
        ("counts", [1], "counts is no map"),
        ("outline", [], "outline is no struct"),
        ("parts", [{}, 5], "parts at [1] is no struct"),
        ("parts", "x", "parts is no list"),
        ("parts", '{"a": 1}', "parts is no list"),
        ("outline", "[" * 5000, "outline is no struct"),
        ("parts", [None], "parts at [0] is no struct"),
        ("tags", [None], "tags is not a single value"),
        ("parts", [{"weight": {}}], "parts at [0].weight is not a single value"),
        ("parts", [{"weight": "x"}], "parts at [0].weight 'x' is not a number"),
        ("parts", [{"odd": 1}], "parts at [0] has no field 'odd'"),
        ("counts", {"a": "x"}, "counts at .a 'x' is not a whole number"),
        ("counts", {"a": [1]}, "counts at .a is not a single value"),
        ("outline", {"main": 5}, "outline at .main is no struct"),
        ("outline", {"main": {"under_headings": {}}}, "at .main.under_headings is no list"),
        ("outline", {"under_headings": [{"main": [1]}]}, "at .under_headings[0].main is no struct"),
        ("outline", _nested(65), "outline is nested deeper than 64 values"),
    ],
)
def test_a_body_in_json_that_is_not_of_its_types(
    notes: Notes, name: str, value: Any, said: str
) -> None:
    """It is refused, with what is wrong."""
    status, error = notes({"text": "a", name: value})
    assert (status, error["code"]) == (400, 20001)
    assert said in error["message"]


@pytest.mark.parametrize("outline", [_nested(63), {"main": None}, {}])
def test_a_struct_in_itself_is_kept(notes: Notes, outline: dict[str, Any]) -> None:
    """As deep as it may be, empty, and with what is null."""
    status, made = notes({"text": "a", "outline": outline})
    assert (status, made["outline"]) == (201, outline)


@pytest.mark.parametrize("name", ["outline", "parts", "counts"])
@pytest.mark.parametrize("empty", ["", None])
def test_what_is_empty_stands_for_nothing(notes: Notes, name: str, empty: str | None) -> None:
    """As for any other type; the record can be shown."""
    status, made = notes({"text": "a", name: empty})
    assert (status, made[name]) == (201, None)


def test_the_program_says_what_is_no_catalog(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its name, before anything is served."""
    assert 2 == main(["emulator", "--catalog", str(tmp_path / "none.json")])
    assert "none.json" in capsys.readouterr().err
    assert 2 == main(["emulator", "--catalog", str(tmp_path)])
    assert "catalog.yaml" in capsys.readouterr().err


def test_a_snapshot_holds_products(twilio: Emulator, library: Any) -> None:
    """All of them, what is to happen and codes; what came later is gone."""
    service = library.verify.v2.services.create(friendly_name="Mine")
    service = library.verify.v2.services(service.sid)
    service.verifications.create(to=PERSON, channel="sms")
    before = twilio.snapshot()
    (code,) = (one["code"] for one in twilio.verifications())
    twilio.advance(601)
    library.conversations.v1.conversations.create()
    twilio.restore(before)
    assert "approved" == service.verification_checks.create(to=PERSON, code=code).status
    assert [] == library.conversations.v1.conversations.list()
    assert ["approved"] == [r["status"] for r in twilio.records("verify-v2/Verification")]
    twilio.reset()
    assert [] == library.verify.v2.services.list() and [] == twilio.verifications()


# -- Verify ---------------------------------------------------------------------------------------


@pytest.fixture
def service(library: Any) -> Any:
    """A service of Verify."""
    return library.verify.v2.services(library.verify.v2.services.create(friendly_name="Mine").sid)


def test_a_code_is_checked_once(twilio: Emulator, service: Any) -> None:
    """A wrong one leaves it pending; the right one approves it, and it is gone."""
    made = service.verifications.create(to=PERSON, channel="sms")
    assert ("pending", False, 1) == (made.status, made.valid, len(made.send_code_attempts))
    (known,) = twilio.verifications(PERSON)
    wrong = service.verification_checks.create(to=PERSON, code="x" + known["code"][1:])
    assert ("pending", False) == (wrong.status, wrong.valid)
    right = service.verification_checks.create(verification_sid=made.sid, code=known["code"])
    assert ("approved", True, made.sid) == (right.status, right.valid, right.sid)
    checks = service.verification_checks
    assert (404, 20404) == refused(checks.create, to=PERSON, code=known["code"])
    assert (404, 20404) == refused(service.verifications(made.sid).fetch)


def test_a_code_sent_again_is_the_same(twilio: Emulator, service: Any) -> None:
    """And the verification, too; the sixth without a check is refused."""
    first = service.verifications.create(to=PERSON, channel="sms")
    code = twilio.verifications()[0]["code"]
    again = service.verifications.create(to=PERSON, channel="call")
    assert (first.sid, 2) == (again.sid, len(again.send_code_attempts))
    assert [code] == [one["code"] for one in twilio.verifications()]
    for _ in range(3):
        service.verifications.create(to=PERSON, channel="sms")
    assert (429, 60203) == refused(service.verifications.create, to=PERSON, channel="sms")
    service.verification_checks.create(to=PERSON, code="0000000")
    assert first.sid == service.verifications.create(to=PERSON, channel="sms").sid


def test_control_and_service_say_the_same_of_a_verification(twilio: Emulator, service: Any) -> None:
    """Control adds the code, and how often it was sent and checked."""
    service.verifications.create(to=PERSON, channel="sms")
    service.verifications.create(to=PERSON, channel="sms")
    service.verification_checks.create(to=PERSON, code="0000000")
    (known,) = twilio.verifications(PERSON)
    record = service.verifications(known["sid"]).fetch()
    for name in ("sid", "service_sid", "account_sid", "to", "channel", "status"):
        assert known[name] == getattr(record, name), name
    assert known["channel"] == "sms"
    assert (2, 1) == (known["sends"], known["checks"])
    assert known["code"].isdigit()
    assert [] == twilio.verifications(OTHER)


def test_a_code_holds_ten_minutes(twilio: Emulator, service: Any) -> None:
    """Then it is gone, and the next is another one."""
    first = service.verifications.create(to=PERSON, channel="sms")
    twilio.advance(599)
    assert "pending" == service.verifications(PERSON).fetch().status
    twilio.advance(2)
    assert (404, 20404) == refused(service.verifications(first.sid).fetch)
    assert first.sid != service.verifications.create(to=PERSON, channel="sms").sid


def test_the_sixth_check_is_refused(twilio: Emulator, service: Any) -> None:
    """Even the right code, until the time is over."""
    service.verifications.create(to=PERSON, channel="sms")
    code = twilio.verifications()[0]["code"]
    for _ in range(5):
        assert not service.verification_checks.create(to=PERSON, code="0000000").valid
    assert (429, 60202) == refused(service.verification_checks.create, to=PERSON, code=code)
    twilio.advance(601)
    assert (404, 20404) == refused(service.verification_checks.create, to=PERSON, code=code)


@pytest.mark.parametrize("status", ["approved", "canceled"])
def test_a_verification_is_ended_by_an_update(service: Any, status: str) -> None:
    """By its Sid or its address."""
    service.verifications.create(to=PERSON, channel="sms")
    assert status == service.verifications(PERSON).update(status=status).status
    assert (404, 20404) == refused(service.verifications(PERSON).fetch)


@pytest.mark.parametrize(
    "values, code",
    [
        ({"to": "12", "channel": "sms"}, 60200),
        ({"to": "nobody", "channel": "email"}, 60200),
        ({"to": PERSON, "channel": "pigeon"}, 60200),
        ({"to": PERSON, "channel": "sms", "custom_code": "123456"}, 60204),
    ],
)
def test_what_verify_refuses(service: Any, values: dict[str, str], code: int) -> None:
    """With its own codes."""
    assert code == refused(service.verifications.create, **values)[1]


def test_a_code_of_ones_own(twilio: Emulator, library: Any) -> None:
    """Where the service takes them, of 4 to 10 letters or digits."""
    services = library.verify.v2.services
    made = services.create(friendly_name="Own", custom_code_enabled=True, code_length=4)
    service = services(made.sid)
    service.verifications.create(to=PERSON, channel="sms", custom_code="7766")
    assert service.verification_checks.create(to=PERSON, code="7766").valid
    assert (
        60200 == refused(service.verifications.create, to=PERSON, channel="sms", custom_code="7")[1]
    )
    for code in ("1122", "3344"):  # what was asked for last holds
        service.verifications.create(to=PERSON, channel="sms", custom_code=code)
    assert not service.verification_checks.create(to=PERSON, code="1122").valid
    assert service.verification_checks.create(to=PERSON, code="3344").valid
    service.verifications.create(to="a@example.com", channel="email")
    assert 4 == len(twilio.verifications("a@example.com")[0]["code"])
    assert 60200 == refused(services.create, friendly_name="x" * 31)[1]
    assert 60200 == refused(services.create, friendly_name="x", code_length=11)[1]
    assert 60221 == refused(service.verification_checks.create, code="1234")[1]


# -- messaging services ---------------------------------------------------------------------------


def buy(library: Any, number: str, **values: Any) -> Any:
    """A number of the account."""
    return library.incoming_phone_numbers.create(phone_number=number, **values)


@pytest.fixture
def pool(library: Any) -> Any:
    """A messaging service with a number of San Francisco, one of New York and one of London."""
    service = library.messaging.v1.services.create(friendly_name="All")
    for number in ("+442012345678", "+14155550100", "+12125550100"):
        library.messaging.v1.services(service.sid).phone_numbers.create(buy(library, number).sid)
    return service


def send(library: Any, pool: Any, to: str, **values: Any) -> Any:
    """A message by the service."""
    return library.messages.create(to=to, messaging_service_sid=pool.sid, body="Hi", **values)


@pytest.mark.parametrize(
    "to, chosen",
    [
        ("+14159990000", "+14155550100"),
        ("+12129990000", "+12125550100"),
        ("+442079460000", "+442012345678"),
        ("+33612345678", "+442012345678"),
    ],
)
def test_the_nearest_sender_is_chosen(
    twilio: Emulator, library: Any, pool: Any, to: str, chosen: str
) -> None:
    """Of the area code, the country, or any; accepted before, queued then."""
    made = send(library, pool, to)
    assert ("accepted", None) == (made.status, made.from_)
    assert chosen == twilio.wait_for(made, "queued")["from"]
    assert "delivered" == twilio.wait_for(made)["status"]


def test_a_sender_sticks(twilio: Emulator, library: Any, pool: Any) -> None:
    """Who had one has it again, though a nearer one has come."""
    twilio.wait_for(send(library, pool, "+13109990000"))
    first = twilio.assert_sent(to="+13109990000")[0]["from"]
    number = buy(library, "+13105550100")
    library.messaging.v1.services(pool.sid).phone_numbers.create(number.sid)
    twilio.wait_for(send(library, pool, "+13109990000"))
    assert {first} == {one["from"] for one in twilio.assert_sent(to="+13109990000", count=2)}
    twilio.wait_for(send(library, pool, "+13109990001"))
    twilio.assert_sent(to="+13109990001", from_="+13105550100")


def test_a_pool_is_looked_after(library: Any, pool: Any) -> None:
    """Twice is no mistake, another service's is one; taking out gives nothing back."""
    senders = library.messaging.v1.services(pool.sid).phone_numbers
    first, *_ = senders.list()
    assert sorted(first.capabilities) == ["MMS", "SMS", "Voice"]
    assert first.sid == senders.create(first.sid).sid and 3 == len(senders.list())
    other = library.messaging.v1.services.create(friendly_name="Other")
    numbers = library.messaging.v1.services(other.sid).phone_numbers
    assert (409, 21712) == refused(numbers.create, phone_number_sid=first.sid)
    assert (404, 21711) == refused(numbers.create, phone_number_sid=f"PN{1:032x}")
    assert senders(first.sid).delete() and library.incoming_phone_numbers(first.sid).fetch().sid
    assert numbers.create(first.sid).sid


def test_what_services_refuse(twilio: Emulator, library: Any, pool: Any) -> None:
    """An empty pool, another's From; nobody fitting fails later."""
    empty = library.messaging.v1.services.create(friendly_name="Empty")
    assert 21704 == refused(send, library=library, pool=empty, to=PERSON)[1]
    assert 21711 == refused(send, library=library, pool=pool, to=PERSON, from_="+15005550006")[1]
    library.messaging.v1.services(empty.sid).alpha_senders.create("Shop")
    failed = send(library, empty, PERSON)
    assert 21703 == twilio.wait_for(failed, "failed")["error_code"]
    assert "Shop" == twilio.wait_for(send(library, empty, OTHER))["from"]
    alpha = library.messaging.v1.services(empty.sid).alpha_senders
    assert 21709 == refused(alpha.create, alpha_sender="no/word")[1]
    strict = Emulator(clock=Clock(frozen=True), check_senders=True).client()
    unknown = {"to": PERSON, "messaging_service_sid": f"MG{1:032x}", "body": "x"}
    assert (404, 21701) == refused(strict.messages.create, **unknown)


def test_what_comes_in_goes_to_the_service(twilio: Emulator, library: Any, pool: Any) -> None:
    """Unless it leaves it to the number; its Sid is said."""
    asked: list[tuple[str, bytes]] = []

    def application(request: Request) -> Any:
        from twilio_ops_runtime.http.messages import Response

        asked.append((request.url, request.body or b""))
        return Response(204)

    emulator = Emulator(clock=Clock(frozen=True), send=application)
    library = emulator.client()
    service = library.messaging.v1.services.create(
        friendly_name="In", inbound_request_url="http://localhost/service"
    )
    number = buy(library, "+14155550100", sms_url="http://localhost/number")
    library.messaging.v1.services(service.sid).phone_numbers.create(number.sid)
    message = emulator.receive_message(PERSON, "+14155550100", "Hello")
    assert "http://localhost/service" == asked[-1][0] and service.sid.encode() in asked[-1][1]
    assert service.sid == message.record["messaging_service_sid"]
    library.messaging.v1.services(service.sid).update(use_inbound_webhook_on_number=True)
    emulator.receive_message(PERSON, "+14155550100", "Hello")
    assert "http://localhost/number" == asked[-1][0]


# -- Lookups --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number, country, valid, errors",
    [
        ("+14159929960", "US", True, []),
        ("+447400123456", "GB", True, []),
        ("+1415", None, False, ["TOO_SHORT"]),
        ("+14159929960999999", None, False, ["TOO_LONG"]),
        ("+99912345", None, False, ["INVALID_COUNTRY_CODE"]),
        ("nobody", None, False, ["NOT_A_NUMBER"]),
    ],
)
def test_a_number_is_looked_up(
    library: Any, number: str, country: str | None, valid: bool, errors: list[str]
) -> None:
    """The same every time; one that is none is no error."""
    first, second = (library.lookups.v2.phone_numbers(number).fetch() for _ in range(2))
    assert (valid, errors, country) == (first.valid, first.validation_errors, first.country_code)
    assert first.national_format == second.national_format


def test_packages_are_answered_when_asked_for(library: Any) -> None:
    """Others are null; one that there is not is refused."""
    number = library.lookups.v2.phone_numbers("+447400123456")
    assert number.fetch().line_type_intelligence is None
    asked = number.fetch(fields="line_type_intelligence,caller_name")
    assert "mobile" == asked.line_type_intelligence["type"] and asked.caller_name is not None
    assert 400 == refused(number.fetch, fields="shoe_size")[0]


# -- what all of them have ------------------------------------------------------------------------


def test_a_page_has_as_many_records_as_its_list_allows(library: Any) -> None:
    """The catalog says the most of each list, and a smaller one than fifty is the default, too."""
    conversation = library.conversations.v1.conversations.create()
    for number in range(7):
        conversation.webhooks.create(
            target="webhook", configuration_url=f"http://localhost/{number}"
        )
    assert 5 == len(list(conversation.webhooks.page()))
    assert 5 == len(list(conversation.webhooks.page(page_size=1000)))
    assert 7 == len(conversation.webhooks.list())


def test_a_fault_of_a_product(twilio: Emulator, library: Any) -> None:
    """It names the object behind its product, and strikes no object of that name elsewhere."""
    twilio.fault("status", object="verify-v2/Service", status=503)
    assert 503 == refused(library.verify.v2.services.create, friendly_name="Shop")[0]
    assert library.messaging.v1.services.create(friendly_name="Shop").sid
    twilio.faults.clear()
    twilio.fault("status", object="Message", status=503)
    conversation = library.conversations.v1.conversations.create()
    assert conversation.messages.create(body="Hi").sid
    with pytest.raises(EmulatorError, match=r"there is no product verify; there are: .*verify-v2"):
        twilio.fault("status", object="verify/Service")
    with pytest.raises(EmulatorError, match="Verificaton"):
        twilio.fault("status", object="verify-v2/Verificaton")


def test_what_needs_no_credentials(tmp_path: Path) -> None:
    """An action of that kind answers whoever asks, as the main account; the others do not."""
    document = json.loads(json.dumps(data.products(data.PACKAGE)["messaging-v1"]))
    document["service"]["host"] = "open.twilio.com"
    document["objects"]["Service"]["actions"]["Query"]["security"] = "none"
    emulator = Emulator(catalogs={"open-v1": document})
    asked = Request("GET", "https://open.twilio.com/v1/Services", {}, None)
    assert 200 == emulator.handle(asked).status
    made = Request("POST", "https://open.twilio.com/v1/Services", {}, b"FriendlyName=x")
    assert 401 == emulator.handle(made).status


def test_whoever_stops_a_service_hears_from_none_of_its_senders(
    twilio: Emulator, library: Any, pool: Any
) -> None:
    """STOP to one number of a pool stops all of it, and START to another starts it."""
    other = buy(library, "+13105550100").phone_number
    twilio.receive_message(PERSON, "+14155550100", "stop")
    assert 21610 == refused(send, library=library, pool=pool, to=PERSON)[1]
    for sender in ("+14155550100", "+12125550100"):
        assert 21610 == refused(library.messages.create, to=PERSON, from_=sender, body="x")[1]
    assert library.messages.create(to=PERSON, from_=other, body="x").sid
    assert send(library, pool, "+13115550000").sid
    twilio.receive_message(PERSON, "+12125550100", "START")
    assert send(library, pool, PERSON).sid
    assert library.messages.create(to=PERSON, from_="+14155550100", body="x").sid


def test_verify_chooses_a_channel(twilio: Emulator, service: Any) -> None:
    """A text, where it is left to it; what is sent over another is said of each attempt."""
    made = service.verifications.create(to=PERSON, channel="auto")
    assert made.channel == "sms"
    again = service.verifications.create(to=f" {PERSON} ", channel="CALL")
    assert (again.sid, again.channel) == (made.sid, "call")
    assert [one["channel"] for one in again.send_code_attempts] == ["sms", "call"]
    attempts = twilio.records("verify-v2/VerificationAttempt")
    assert [(one["channel"], one["conversion_status"]) for one in attempts] == [
        ("call", "unconverted"),
        ("sms", "unconverted"),
    ]
    code = twilio.verifications(PERSON)[0]["code"]
    assert service.verification_checks.create(to=PERSON, code=code).valid
    attempts = twilio.records("verify-v2/VerificationAttempt")
    assert [one["conversion_status"] for one in attempts] == ["converted", "unconverted"]
