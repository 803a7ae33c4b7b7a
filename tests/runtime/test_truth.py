"""What an answer is: the one that was asked for, whole, and no more than is known of it."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from acme_ops.api.parcel import (
    CreateParcel,
    DeleteParcel,
    GetParcel,
    Parcel,
    QueryParcel,
    UpdateParcel,
)
from faulty_server import Exchange, FaultyServer, answer, http, say
from in_memory import ACCOUNT, DEPOT, PARCEL, TOKEN, Service, parcel_json

import twilio_ops
from twilio_ops_runtime.connection import Connection
from twilio_ops_runtime.errors import (
    AnswerError,
    ConfigurationError,
    ForeignAddress,
    MalformedAnswer,
    OutcomeUnknown,
    RedirectRefused,
    SidError,
    TransportError,
)
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.messages import Headers, Response
from twilio_ops_runtime.retry import Retry, RetryClock, retry_after

OTHER_PARCEL = "PC" + "7e" * 16
ONE = f'{{"sid": "{PARCEL}", "weight": "1.50"}}'.encode()


def connection(server: FaultyServer, attempts: int = 1) -> Connection:
    return Connection(
        ACCOUNT,
        TOKEN,
        base_url=server.url,
        retry=Retry(max_attempts=attempts),
        clock=RetryClock(sleep=lambda seconds: None),
    )


def late(first: bytes, then: bytes):
    """Send something, and the rest a moment later, as a server does that is still at work."""

    def step(exchange: Exchange) -> bool:
        exchange.socket.sendall(first)
        time.sleep(0.05)
        exchange.socket.sendall(then)
        return True

    return step


@pytest.mark.parametrize("status", [100, 102, 103, 199])
def test_interim_answers_are_skipped(status: int):
    """The first Get is answered by its own record, and so is the second."""
    interim = f"HTTP/1.1 {status} Wait\r\nLink: </a>\r\n\r\n".encode() * 2
    two = ONE.replace(PARCEL.encode(), OTHER_PARCEL.encode())
    steps = [late(interim, http(200, ONE)), late(interim, http(200, two))]
    with FaultyServer(*steps) as server, connection(server) as sender:
        assert GetParcel(sender)(PARCEL).sid == PARCEL
        assert GetParcel(sender)(OTHER_PARCEL).sid == OTHER_PARCEL
        assert server.connections == 1


def test_a_create_after_an_interim_answer_is_done():
    """And not rejected, for whoever believes it to send it again."""
    with (
        FaultyServer(late(b"HTTP/1.1 103 Wait\r\n\r\n", http(201, ONE))) as server,
        connection(server) as sender,
    ):
        assert CreateParcel(sender)(to="+13115556789", depot_sid=DEPOT).sid == PARCEL
        assert len(server.arrived) == 1


def test_interim_answers_come_to_an_end():
    """A server that sends nothing else is not HTTP."""
    with (
        FaultyServer(say(b"HTTP/1.1 103 Wait\r\n\r\n" * 500)) as server,
        connection(server) as sender,
        pytest.raises(MalformedAnswer, match="not HTTP"),
    ):
        GetParcel(sender)(PARCEL)


def test_a_connection_with_a_body_where_none_may_be_is_not_used_again():
    """What is left on it would be taken for the next answer."""
    stray = http(204, b"", length=len(ONE))
    with (
        FaultyServer(late(stray, b""), answer(200, ONE)) as server,
        connection(server) as sender,
    ):
        DeleteParcel(sender)(PARCEL)
        assert GetParcel(sender)(PARCEL).sid == PARCEL
        assert server.connections == 2


@pytest.mark.parametrize("head", [b"HTTP/1.1 204 Said\r\n", b"HTTP/1.1 204 Said\r\nDate: x\r\n"])
def test_a_head_that_is_cut_off_is_no_success(head: bytes):
    """Of a Delete, and a Get is tried again."""
    with (
        FaultyServer(say(head)) as server,
        connection(server) as sender,
        pytest.raises(TransportError, match="lost within the answer"),
    ):
        DeleteParcel(sender)(PARCEL)
    with (
        FaultyServer(say(head.replace(b"204", b"200")), answer(200, ONE)) as server,
        connection(server, attempts=2) as sender,
    ):
        assert GetParcel(sender)(PARCEL).sid == PARCEL


def test_the_record_answered_is_the_one_asked_for(service: Service):
    """On both doors, Get and Update: its own Sid decides, wherever else the one asked for stands."""
    service.json(parcel_json(sid=OTHER_PARCEL))
    with pytest.raises(MalformedAnswer, match=f"it is of {OTHER_PARCEL}, and {PARCEL} was asked"):
        GetParcel(service.connection)(PARCEL)
    with pytest.raises(OutcomeUnknown, match=f"it is of {OTHER_PARCEL}") as caught:
        UpdateParcel(service.connection)(PARCEL, note="x")
    assert caught.value.sid == OTHER_PARCEL
    service.answers.clear()
    service.xml(f"<Parcel><Sid>{OTHER_PARCEL}</Sid></Parcel>")
    with pytest.raises(MalformedAnswer, match="was asked for"):
        GetParcel(service.connection).document(PARCEL)
    service.answers.clear()
    service.xml(f"<Parcel><Sid>{OTHER_PARCEL}</Sid><Note>{PARCEL}</Note></Parcel>")
    with pytest.raises(MalformedAnswer, match="was asked for"):
        GetParcel(service.connection).document(PARCEL)
    service.answers.clear()
    service.json(parcel_json(sid=OTHER_PARCEL, note=PARCEL))
    for fields in (None, ["Status"]):
        with pytest.raises(MalformedAnswer, match="was asked for"):
            GetParcel(service.connection, fields=fields)(PARCEL)
    service.answers.clear()
    service.json(parcel_json(sid="PCXXXX")).json(parcel_json(sid=PARCEL[:2] + PARCEL[2:].upper()))
    for _ in range(2):  # a masked one says nothing; the case of digits neither
        GetParcel(service.connection)(PARCEL)


def test_prefixes_that_the_catalog_knows_for_one_object_are_aliases(service: Service):
    """A message is found by SM and MM alike; another prefix with the same digits is another record."""
    from twilio_ops.api.message import GetMessage

    digits = "2e" * 16
    service.json({"sid": f"MM{digits}"})
    assert GetMessage(service.connection)(f"SM{digits}").sid == f"MM{digits}"
    service.answers.clear()
    service.json({"sid": f"CA{digits}"})
    with pytest.raises(MalformedAnswer, match=f"it is of CA{digits}"):
        GetMessage(service.connection)(f"SM{digits}")


def test_an_error_that_follows_an_answer_carries_it(service: Service):
    """A record was created: its Sid is not lost because the answer cannot be read."""
    body = f'{{"sid": "{PARCEL}", "note": "{TOKEN}", '.encode()
    headers = {"Post-Request-Id": "RQ1", "Content-Type": "application/json"}
    service.answers.append(Response(201, headers, body))
    with pytest.raises(OutcomeUnknown) as caught:
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)
    error = caught.value
    assert (error.sid, error.request_id, error.status) == (PARCEL, "RQ1", 201)
    assert error.answer == body.replace(TOKEN.encode(), b"***")


@pytest.mark.parametrize(
    ("status", "get", "create"),
    [
        (199, MalformedAnswer, OutcomeUnknown),
        (304, MalformedAnswer, OutcomeUnknown),
        (300, MalformedAnswer, OutcomeUnknown),
    ],
)
def test_a_status_that_says_nothing_claims_nothing(service: Service, status, get, create):
    """What may have been done is not called rejected."""
    service.raw(b"", status)
    with pytest.raises(get):
        GetParcel(service.connection)(PARCEL)
    with pytest.raises(create):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_after_which_it_may_be_done_is_no_refusal(service: Service, status: int):
    """303 is what a server answers when it has done it."""
    service.answers.append(Response(status, {"Location": "https://elsewhere.example/"}))
    error = RedirectRefused if status in (301, 307, 308) else OutcomeUnknown
    with pytest.raises(error):
        CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata"])
@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 37),
        ("Sun Nov  6 08:49:37 1994", 37),
        ("Sun, 06 Nov 1994 08:49:37 -0000", 37),
        ("Sun, 06 Nov 1994 09:49:37 +0100", 37),
        ("0000000005", 5),
        ("9999999999", 9999999999),
        ("5, 10", 10),
        ("Sun, 06 Nov 1994 08:49:37 GMT, 12", 37),
        ("12, Sun, 06 Nov 1994 08:49:01 GMT", 12),
        ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
        ("Sun, 31 Feb 1994 08:48:00 GMT", None),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_in_all_its_forms(monkeypatch, zone: str, asked: str, seconds: float | None):
    """A date is never local time; a header that came twice asks for the longer wait."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        headers = Headers({"Retry-After": asked, "Date": "Sun, 06 Nov 1994 08:49:00 GMT"})
        assert retry_after(headers, 0.0) == seconds
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize("around", ["{} ", " {}", "\ufeff{}", "{}\u00a0", "{}\n", "\t{}"], ids=repr)
@pytest.mark.parametrize("lower", [False, True])
def test_what_stands_around_a_sid_is_refused_for_every_object(around: str, lower: bool):
    """Also where a key may be any text: a name never looks like that."""
    from twilio_ops.api.conference_participant import GetConferenceParticipant

    call = "CA" + "1f" * 16
    written = around.format(call.lower() if lower else call)
    with pytest.raises(SidError):
        GetConferenceParticipant.addressing.target(f"CF{'2e' * 16}:{written}", ACCOUNT)


@pytest.mark.parametrize(
    "uri",
    [
        "https://api.twilio.com:443/x?Page=1",
        "https://API.Twilio.com/x?Page=1",
        "HTTPS://api.twilio.com/x?Page=1",
        "https://api.us1.twilio.com/x?Page=1",
        "https://api.dublin.us1.twilio.com:443/x?Page=1",
    ],
)
def test_an_address_of_ones_own_may_be_written_otherwise(uri: str):
    """Ports, capitals and a region without its edge lead to the same host."""
    with Connection(ACCOUNT, TOKEN, region="us1", edge="dublin") as own:
        expected = "https://api.dublin.us1.twilio.com/x?Page=1"
        assert own.next_url(uri, "https://api.twilio.com") == expected


@pytest.mark.parametrize("settings", [{}, {"edge": "dublin"}])
def test_the_usual_region_may_be_written_where_nobody_said_one(settings: dict[str, str]):
    """It is where requests go anyway; another region stays foreign."""
    with Connection(ACCOUNT, TOKEN, **settings) as own:
        here = own.url_for("https://api.twilio.com", "/x", "us1")
        uri = "https://api.us1.twilio.com/x"
        assert own.next_url(uri, "https://api.twilio.com", "us1") == here
        with pytest.raises(ForeignAddress):
            own.next_url("https://api.ie1.twilio.com/x", "https://api.twilio.com", "us1")


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "https://example.com\r\nX: y"},
        {"base_url": "https://exam ple.com"},
        {"proxies": {"ftp": "http://proxy:1"}},
        {"proxies": {"HTTPS": "http://proxy:1"}},
        {"proxies": {"https": "proxy:1\r\nX-Evil: 1"}},
        {"proxies": {"https": "http://proxy:99999"}},
        {"proxies": {"https": "http://[broken"}},
        {"proxies": {"https": "http://"}},
        {"proxies": {"https": "ftp://proxy:1"}},
        {"timeout": 5},
    ],
)
def test_settings_are_checked_when_they_are_given(settings):
    """And not when the first request goes wrong."""
    with pytest.raises(ConfigurationError):
        Connection(ACCOUNT, TOKEN, **settings)


def test_settings_go_before_the_environment(monkeypatch):
    """The credentials together: half of each would be refused, or belong to somebody else."""
    for name in [name for name in os.environ if name.startswith("TWILIO_")]:
        monkeypatch.delenv(name)
    other = "AC" + "3c" * 16
    with twilio_ops.Connection.from_env(account_sid=other, auth_token=TOKEN) as given:
        assert given.account_sid == other
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", ACCOUNT)
    monkeypatch.setenv("TWILIO_API_KEY", "SK" + "4d" * 16)
    with twilio_ops.Connection.from_env(auth_token=TOKEN) as given:
        assert "by auth token" in repr(given)
    with pytest.raises(ConfigurationError, match="nobody says which variables"):
        Connection.from_env(auth_token=TOKEN)


def test_this_machine_is_known_by_its_address(monkeypatch):
    """A name under localhost may lead anywhere: the resolver is asked."""
    import socket

    found = {"evil.localhost": "192.0.2.1", "good.localhost": "127.0.0.2"}
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *_, **__: [(0, 0, 0, "", (found[host], 0))]
    )
    assert is_loopback("good.localhost") and is_loopback("127.0.0.1") and is_loopback("::1")
    assert not is_loopback("evil.localhost") and not is_loopback("example.com")


def test_on_a_time_is_that_second(service: Service):
    """The day is asked for; of two different days there is nothing."""
    rows = [parcel_json(sent_at=f"2026-11-01T13:45:{second}Z") for second in ("00", "01")]
    service.json({"parcels": rows})
    at = QueryParcel.sent_at.on("2026-11-01 13:45:00")
    found: list[Parcel] = list(QueryParcel(service.connection, filters=[at])())
    assert [one.sent_at and one.sent_at.second for one in found] == [0]
    days = [QueryParcel.sent_at.on("2026-11-01"), QueryParcel.sent_at.on("2026-11-02")]
    assert list(QueryParcel(service.connection, filters=days)()) == []


def test_requests_say_the_version(root: Path):
    """The one of the distribution, in one place."""
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.*)"$', project, re.MULTILINE)
    if version is not None:  # else the build takes it from the package
        assert twilio_ops.__version__ == version[1]
    with FaultyServer(answer(200, ONE)) as server, connection(server) as sender:
        GetParcel(sender)(PARCEL)
        assert server.arrived[0].headers["user-agent"] == f"twilio-ops/{twilio_ops.__version__}"


HEADS = {
    "two lengths": b"Content-Length: 5\r\nContent-Length: 500\r\n",
    "a length that is none": b"Content-Length: five\r\n",
    "a length below nothing": b"Content-Length: -5\r\n",
    "a line that is none": b"Content-Length 5\r\n",
}


@pytest.mark.parametrize("name", HEADS)
def test_no_head_of_an_answer_says_that_nothing_was_sent(name: str):
    """Whatever is wrong with it: what was created may be there, and no setting is to blame."""
    step = say(b"HTTP/1.1 201 Created\r\n" + HEADS[name] + b"\r\n" + ONE)
    with FaultyServer(step) as server, connection(server) as sender:
        try:
            record = CreateParcel(sender)(to="+13115556789", depot_sid=DEPOT)
        except OutcomeUnknown as error:
            assert "cannot be used" not in str(error)
        else:
            assert record.sid == PARCEL
        assert len(server.arrived) == 1


@pytest.mark.parametrize("status", [200, 201])
def test_a_location_beside_a_record_leads_nowhere(service: Service, status: int):
    """It says where the record is, as an answer to a Create may; only 3xx with one is a redirect."""
    headers = {"Location": "https://elsewhere.example/"}
    service.answers.append(Response(status, headers, f'{{"sid": "{PARCEL}"}}'.encode()))
    assert GetParcel(service.connection)(PARCEL).sid == PARCEL
    assert CreateParcel(service.connection)(to="+13115556789", depot_sid=DEPOT).sid == PARCEL


@pytest.mark.parametrize(
    ("status", "located", "said"),
    [
        (302, True, "answered 302 with an address elsewhere; redirects are not followed"),
        (399, True, "answered 399 with an address elsewhere; redirects are not followed"),
        (300, True, "answered 300 with an address elsewhere; redirects are not followed"),
        (302, False, "no answer that the service documents; 2 bytes of no type with status 302"),
    ],
)
def test_a_redirect_has_a_location(service: Service, status: int, located: bool, said: str):
    """Without one it is an answer that nobody documents."""
    headers = {"Location": "https://elsewhere.example/"} if located else {}
    service.answers.append(Response(status, headers, b"{}"))
    with pytest.raises(AnswerError) as caught:
        GetParcel(service.connection)(PARCEL)
    assert type(caught.value).__name__ == ("RedirectRefused" if located else "MalformedAnswer")
    assert caught.value.reason == said and caught.value.sent is not located
