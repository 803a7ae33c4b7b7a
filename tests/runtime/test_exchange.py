"""Settings of one operation, responses beside results, and what is told of each attempt."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from acme_ops.api.parcel import (
    CreateParcel,
    CreateParcelRequest,
    DeleteParcel,
    GetParcel,
    QueryParcel,
)
from in_memory import ACCOUNT, DEPOT, PARCEL, TOKEN, Service, parcel_json

from twilio_ops import (
    Attempt,
    CannotConnect,
    ConfigurationError,
    Connection,
    NotFoundError,
    Options,
    Response,
    Retry,
    RetryClock,
    Timeout,
    with_response,
)

HEADERS = {"Content-Type": "application/json", "Post-Request-Id": "RQ1", "X-Extra": "yes"}
CLOCK = RetryClock(sleep=lambda seconds: None, random=lambda: 0.5)


def test_an_operation_has_a_timeout_and_headers_of_its_own(service: Service):
    """Each of its requests has them, further pages too; the one that it was made of has not."""
    service.json({"parcels": [parcel_json()], "next_page_uri": "/v1/2"}).json({"parcels": []})
    query = QueryParcel(service.connection)
    timeout = Timeout(connect=1, read=2, total=3)
    list(query.replace(timeout=timeout, headers={"X-Trace": "a"})())
    assert [timeout, timeout] == [request.timeout for request in service.requests]
    assert ["a", "a"] == [request.headers["X-Trace"] for request in service.requests]
    list(query())
    assert "X-Trace" not in service.requests[-1].headers
    assert Timeout() == service.requests[-1].timeout


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Basic x"},
        {"content-type": "x"},
        {"X-A": "a\r\nX-B: b"},
        {"X A": "a"},
        {"": "a"},
        {"X-A": 1},
        {"X-A": "\u0416"},
        "X-A: a",
    ],
)
def test_a_header_that_cannot_be_sent_is_refused(service: Service, headers: Any):
    """At once, and by what is wrong with it; nothing of the operation's own is replaced."""
    with pytest.raises(ConfigurationError, match="header"):
        GetParcel(service.connection).replace(headers=headers)
    with pytest.raises(ConfigurationError, match="timeout takes a Timeout, not 3"):
        GetParcel(service.connection).replace(timeout=3)  # type: ignore[arg-type]


def test_the_response_of_a_result_is_there(service: Service):
    """Its status, header fields, request id and attempts, on both doors and of every action."""
    service.answers.append(Response(200, HEADERS, b'{"sid": "%s"}' % PARCEL.encode()))
    got = with_response(GetParcel(service.connection))(PARCEL)
    assert got.result.sid == PARCEL
    assert (got.status, got.request_id, got.attempts) == (200, "RQ1", 1)
    assert got.headers["x-extra"] == "yes" and len(got.responses) == 1
    run = with_response(GetParcel(service.connection).document)(PARCEL)
    assert run.result.text_at("Parcel/Sid") == PARCEL and run.request_id == "RQ1"
    service.answers.clear()
    service.json(parcel_json(), 201)
    made = with_response(CreateParcel(service.connection))(to="+13115556789", depot_sid=DEPOT)
    assert (made.result.sid, made.status, made.request_id) == (PARCEL, 201, None)
    service.answers.clear()
    service.answers.append(Response(204))
    assert with_response(DeleteParcel(service.connection))(PARCEL).status == 204


def test_a_query_has_a_response_a_page(service: Service):
    """They come while its records are used; before that there is none."""
    service.json({"parcels": [parcel_json()], "next_page_uri": "/v1/2"}).json({"parcels": []})
    found = with_response(QueryParcel(service.connection))()
    with pytest.raises(LookupError, match="nothing has been sent yet"):
        found.response  # noqa: B018
    assert [PARCEL] == [parcel.sid for parcel in found.result]
    assert [200, 200] == [response.status for response in found.responses]


def test_threads_have_responses_of_their_own(service: Service):
    """One operation, many calls at once: each result goes with the response that it came in."""

    def answer(request: Any) -> Response:
        sid = request.path.rpartition("/")[2].partition(".")[0]
        return Response(200, {"X-Of": sid}, b'{"sid": "%s"}' % sid.encode())

    service.answers.append(answer)
    call = with_response(GetParcel(service.connection))
    sids = [f"PC{number:032x}" for number in range(64)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(call, sids))
    assert [(sid, [sid]) for sid in sids] == [
        (one.result.sid, [response.headers["X-Of"] for response in one.responses]) for one in found
    ]


def test_only_operations_have_responses():
    """Anything else that can be called is refused."""
    with pytest.raises(TypeError, match="takes an operation, not function"):
        with_response(lambda: None)


def test_each_attempt_is_told(caplog: pytest.LogCaptureFixture):
    """Method, path, status, request id, failure and wait; no query, and no secret that comes back."""
    caplog.set_level(logging.DEBUG, "twilio_ops")
    told: list[Attempt] = []
    service = Service()
    connection = Connection(
        ACCOUNT,
        TOKEN,
        send=service,
        retry=Retry(max_attempts=3),
        clock=CLOCK,
        on_attempt=told.append,
    )
    echo = {**HEADERS, "Post-Request-Id": f"RQ-{TOKEN}"}
    service.answers += [Response(503, echo), CannotConnect("refused"), Response(404, echo)]
    with pytest.raises(NotFoundError):
        GetParcel(connection)(PARCEL)
    path = f"/v1/Offices/{ACCOUNT}/Parcels/{PARCEL}.json"
    assert [("GET", path)] * 3 == [(one.method, one.path) for one in told]
    assert [1, 2, 3] == [one.number for one in told]
    assert [503, None, 404] == [one.status for one in told]
    assert ["RQ-***", None, "RQ-***"] == [one.request_id for one in told]
    assert [None, "refused", None] == [one.failure for one in told]
    assert [0.25, 0.5, None] == [one.wait for one in told]
    assert all(one.seconds >= 0 for one in told)
    assert [str(one) for one in told] == caplog.messages
    assert TOKEN not in caplog.text


def test_what_the_hook_raises_loses_nothing(caplog: pytest.LogCaptureFixture):
    """A record that was created is returned; the hook's error is in the log."""

    def fails(attempt: Attempt) -> None:
        raise RuntimeError("no metrics")

    service = Service()
    connection = Connection(ACCOUNT, TOKEN, send=service, on_attempt=fails)
    service.json(parcel_json(), 201)
    assert CreateParcel(connection)(to="+13115556789", depot_sid=DEPOT).sid == PARCEL
    assert "no metrics" in caplog.text
    with pytest.raises(ConfigurationError, match="on_attempt takes"):
        Connection(ACCOUNT, TOKEN, on_attempt=3)  # type: ignore[arg-type]


def test_a_typed_delete_goes_through_the_batch_door(service: Service):
    """A pair of a Sid and None; a request is none of a Delete's."""
    service.answers.append(Response(204))
    delete = DeleteParcel(service.connection, options=Options(stop_on="nothing"))
    request = CreateParcelRequest(to="+13115556789", depot_sid=DEPOT)
    done, refused, lacking = delete.process([(PARCEL, None), (PARCEL, request), (None, None)])
    assert done.ok and done.address == PARCEL and service.requests[0].path.endswith(f"{PARCEL}.xml")
    assert "DeleteParcel takes a document, or a Sid and None" in str(refused.error)
    assert lacking.status == "failed" and len(service.requests) == 1
