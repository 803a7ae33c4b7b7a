"""What differs between services is the catalog's to say: a made-up one with values of its own."""

from __future__ import annotations

import acme_ledger
import acme_names
import pytest
from acme_ledger.api.entry import GetEntry, UpdateEntry
from in_memory import ACCOUNT, TOKEN

import twilio_ops_runtime
from twilio_ops_runtime import (
    AccountInactive,
    ConfigurationError,
    Connection,
    HealthCheck,
    OutcomeUnknown,
    PermissionDenied,
    Request,
    Response,
    Status,
    with_response,
)

ENTRY = "EN" + "7b" * 16
WHOLE = f"<LedgerAnswer><Entry><Sid>{ENTRY}</Sid></Entry></LedgerAnswer>"
NAMED = {"X-Ledger-Request": "L-1", "Twilio-Request-Id": "RQ-2", "Content-Type": "application/xml"}


def refused(code: int) -> bytes:
    return f"<LedgerAnswer><Objection><Code>{code}</Code></Objection></LedgerAnswer>".encode()


class Sent:
    """Answers the same always, and keeps what was asked."""

    def __init__(self, body: bytes | str = b"", status: int = 200) -> None:
        self.body = body.encode() if isinstance(body, str) else body
        self.status = status
        self.requests: list[Request] = []

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        return Response(self.status, NAMED, self.body)


@pytest.mark.parametrize("kind", [Connection, acme_ledger.Connection])
def test_the_request_is_named_by_the_header_of_the_service(kind: type[Connection]):
    """On a result, at each attempt, and on errors; whichever connection carries the operation."""
    told = []
    connection = kind(ACCOUNT, TOKEN, send=Sent(WHOLE), on_attempt=told.append)
    assert "L-1" == with_response(GetEntry(connection))(ENTRY, book="main").request_id
    assert ["L-1"] == [attempt.request_id for attempt in told]
    with pytest.raises(OutcomeUnknown) as caught:
        UpdateEntry(kind(ACCOUNT, TOKEN, send=Sent("<no")))(ENTRY, text="t")
    assert "L-1" == caught.value.request_id


def test_what_wraps_the_attempts_sees_the_name_too():
    """A log that is put around a connection reads it from the response."""
    seen = []

    def wrap(send):
        def attempt(request, /):
            seen.append(send(request).request_id)
            return send(request)

        return attempt

    connection = Connection(ACCOUNT, TOKEN, send=Sent(WHOLE)).through(wrap)
    GetEntry(connection)(ENTRY, book="main")
    assert ["L-1"] == seen


@pytest.mark.parametrize(("code", "kind"), [(7003, AccountInactive), (20005, PermissionDenied)])
def test_an_account_is_inactive_by_the_code_of_the_service(code: int, kind: type[Exception]):
    """Another service's code means nothing."""
    with pytest.raises(PermissionDenied if kind is PermissionDenied else kind) as caught:
        GetEntry(Connection(ACCOUNT, TOKEN, send=Sent(refused(code), 403)))(ENTRY, book="main")
    assert kind is type(caught.value)


def test_an_edge_alone_is_of_the_region_of_the_service():
    """Where nobody knows one, none is made up."""
    sent = Sent(WHOLE)
    GetEntry(Connection(ACCOUNT, TOKEN, edge="dublin", send=sent))(ENTRY, book="main")
    assert sent.requests[0].url.startswith("https://ledger.dublin.north.example.com/v3/")
    assert "https://a.dublin.north.b.com/" == acme_ledger.Connection(
        ACCOUNT, TOKEN, edge="dublin"
    ).url_for("a.b.com", "/")
    with pytest.raises(ConfigurationError, match=r"no region of a\.b\.com is known"):
        acme_names.Connection(ACCOUNT, TOKEN, edge="dublin").url_for("a.b.com", "/")


def test_the_test_of_a_connection_asks_for_the_account_of_the_service():
    """At its host and path, its account's name filled in, and judged by its code."""
    sent = Sent(b'{"status": "active"}')
    found = acme_ledger.Connection(ACCOUNT, TOKEN, send=sent).test()
    assert (Status.FINE, "L-1") == (found.verdict, found.request_id)
    assert f"https://ledger.example.com/v3/Clients/{ACCOUNT}" == sent.requests[0].url
    for code, verdict in ((7003, Status.ACCOUNT_INACTIVE), (20005, Status.CREDENTIALS_REFUSED)):
        sent = Sent(b'{"code": %d}' % code, 403)
        assert verdict is acme_ledger.Connection(ACCOUNT, TOKEN, send=sent).test().verdict


def test_without_a_service_the_test_has_to_be_told_what_to_ask_for():
    """It says so, and sends nothing."""
    sent = Sent(b'{"status": "active"}')
    for connection in (
        Connection(ACCOUNT, TOKEN, send=sent),
        acme_names.Connection(ACCOUNT, TOKEN, send=sent),
    ):
        found = connection.test()
        assert Status.MISCONFIGURED is found.verdict and "HealthCheck" in found.message
        assert [] == sent.requests
    assert Connection(ACCOUNT, TOKEN, send=sent).test(HealthCheck("a.b.com", "/health"))
    assert ["https://a.b.com/health"] == [request.url for request in sent.requests]


def test_the_connection_of_a_package_is_one_of_the_runtime():
    """Types, docstring and behaviour are those; only the service is its own."""
    assert issubclass(acme_ledger.Connection, twilio_ops_runtime.Connection)
    assert twilio_ops_runtime.Connection.__doc__ == acme_ledger.Connection.__doc__
    assert "acme_ledger" == acme_ledger.Connection.service.package
