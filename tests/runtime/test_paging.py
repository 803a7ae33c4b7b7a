"""Pages: streamed, one ahead, up to a limit, and never anywhere else."""

from __future__ import annotations

import json
import threading
import time

import pytest
from acme_notes.api.draft import QueryDraft
from acme_notes.api.note import QueryNote
from acme_ops.api.parcel import QueryParcel
from in_memory import ACCOUNT, DRAFT, NOTE, Service, parcel_json

from twilio_ops_runtime.errors import (
    ForeignAddress,
    MalformedAnswer,
    NotFoundError,
    ParameterError,
    ReadTimeout,
)
from twilio_ops_runtime.http.messages import Response

PATH = f"/v1/Offices/{ACCOUNT}/Parcels"


def page(count: int, next_uri: str | None = None) -> dict[str, object]:
    return {"parcels": [parcel_json() for _ in range(count)], "next_page_uri": next_uri}


def xml_page(count: int, next_uri: str = "") -> str:
    items = "<Parcel><Weight>1</Weight></Parcel>" * count
    return f'<Parcels page="0" nextpageuri="{next_uri}">{items}</Parcels>'


def test_pages_follow_the_next_page_uri_on_both_wires(service: Service):
    service.json(page(2, f"{PATH}.json?Page=1&PageToken=x")).json(page(0, f"{PATH}.json?Page=2"))
    service.json(page(1))
    assert len(list(QueryParcel(service.connection, page_size=2)())) == 3
    assert [r.url.partition("Parcels")[2] for r in service.requests] == [
        ".json?PageSize=2",
        ".json?Page=1&PageToken=x",
        ".json?Page=2",
    ]
    service.answers.clear()
    service.xml(xml_page(2, f"{PATH}.xml?Page=1")).xml(xml_page(1))
    assert len(list(QueryParcel(service.connection).documents())) == 3
    assert service.last.url.endswith(".xml?Page=1")


def test_meta_and_token_paging(service: Service):
    url = "https://notes.example.com/v2/Notes?Page=1"
    service.json({"notes": [{"sid": NOTE}], "meta": {"next_page_url": url, "key": "notes"}})
    service.json({"notes": [{"sid": NOTE}], "meta": {"next_page_url": None, "page": 1}})
    assert len(list(QueryNote(service.connection, page_size=1)())) == 2
    assert service.last.url == url
    service.answers.clear()
    service.json({"drafts": [{"sid": DRAFT}], "nextPageToken": "t/1"})
    service.json({"drafts": [{"sid": DRAFT}], "nextPageToken": "t/2"}).json({"drafts": []})
    assert len(list(QueryDraft(service.connection, page_size=1)())) == 2
    assert service.query == [("pageSize", "1"), ("pageToken", "t/2")]


def test_a_limit_of_nothing_gives_nothing_and_sends_nothing(service: Service):
    query = QueryParcel(service.connection, limit=0)
    assert list(query()) == [] and list(query.documents()) == []
    assert service.requests == []


@pytest.mark.parametrize("limit", [-1, True, 1.5, "3"])
def test_a_limit_is_a_whole_number_from_nothing_on(service: Service, limit):
    with pytest.raises(ParameterError, match="limit is a whole number"):
        QueryParcel(service.connection, limit=limit)


@pytest.mark.parametrize("size", [0, 1001, -5, True])
def test_a_page_size_is_what_the_api_has(service: Service, size):
    with pytest.raises(ParameterError, match="page_size is between 1 and 1000"):
        QueryParcel(service.connection, page_size=size)


def test_a_limit_ends_it_and_asks_for_no_more_than_it_needs(service: Service):
    service.json(page(3, f"{PATH}.json?Page=1"))
    assert len(list(QueryParcel(service.connection, limit=3)())) == 3
    assert len(service.requests) == 1 and service.query == [("PageSize", "3")]
    service.answers.clear()
    service.json(page(2, f"{PATH}.json?Page=1")).json(page(2, f"{PATH}.json?Page=2"))
    assert len(list(QueryParcel(service.connection, limit=3, page_size=2)())) == 3
    assert len(service.requests) == 3


def test_the_arguments_are_checked_before_the_first_record_is_asked_for(service: Service):
    records = QueryParcel(service.connection)()
    assert service.requests == []
    service.json(page(1))
    assert len(list(records)) == 1


def test_the_next_page_is_fetched_while_the_current_one_is_used_and_only_that(service: Service):
    asked = threading.Semaphore(0)

    def answer(number: int):
        def reply(request):
            asked.release()
            body = service_page(number)
            return Response(200, {}, body)

        return reply

    def service_page(number: int) -> bytes:
        import json

        return json.dumps(page(2, f"{PATH}.json?Page={number + 1}")).encode()

    service.answers = [answer(number) for number in range(50)]
    records = QueryParcel(service.connection)()
    next(records)
    assert asked.acquire(timeout=5) and asked.acquire(timeout=5)  # the first, and one ahead
    next(records)
    assert not asked.acquire(timeout=0.05)  # not two ahead
    next(records)
    assert asked.acquire(timeout=5)
    records.close()
    time.sleep(0.05)
    assert len(service.requests) == 3
    assert next(records, None) is None


def test_errors_come_when_it_is_their_turn(service: Service):
    service.json(page(2, f"{PATH}.json?Page=1"))
    service.json({"code": 20404, "message": "gone", "status": 404}, status=404)
    records = QueryParcel(service.connection)()
    assert next(records) and next(records)
    with pytest.raises(NotFoundError, match="gone"):
        next(records)
    service.answers.clear()
    service.json(page(1, f"{PATH}.json?Page=1")).fails(ReadTimeout("too slow"))
    records = QueryParcel(service.connection)()
    assert next(records)
    with pytest.raises(ReadTimeout, match="too slow"):
        next(records)


@pytest.mark.parametrize(
    "uri",
    [
        "https://evil.example/v1/Offices/x/Parcels.json",
        "//evil.example/Parcels.json",
        "https://post.example.com.evil.example/x",
        "https://post.example.com@evil.example/x",
        "ftp://post.example.com/x",
        "/\\evil.example/x",
    ],
)
def test_a_next_page_elsewhere_is_refused_after_the_records_before_it(service: Service, uri):
    service.json(page(2, uri))
    records = QueryParcel(service.connection)()
    assert next(records) and next(records)
    with pytest.raises(ForeignAddress, match=f"^GET {PATH}.json: the answer points"):
        next(records)
    assert len(service.requests) == 1


def test_pages_that_lead_in_a_circle_are_noticed(service: Service):
    service.json(page(1, f"{PATH}.json?Page=1")).json(page(1, f"{PATH}.json?Page=2"))
    service.json(page(1, f"{PATH}.json?Page=1"))
    records = QueryParcel(service.connection)()
    for _ in range(3):
        next(records)
    with pytest.raises(MalformedAnswer, match="was there before"):
        next(records)
    assert len(service.requests) == 3
    service.answers.clear()
    service.json(page(1, f"{PATH}.json"))
    with pytest.raises(MalformedAnswer, match=f"^GET {PATH}.json: the address of the next page is"):
        list(QueryParcel(service.connection)())


def test_pages_that_differ_in_what_is_never_sent_are_the_same_page(service: Service):
    """A circle stays one when each turn has another fragment."""
    for turn in range(4):
        service.json(page(1, f"{PATH}.json?Page=1#{turn}"))
    with pytest.raises(MalformedAnswer, match="was there before"):
        list(QueryParcel(service.connection)())
    assert [request.url.partition("?")[2] for request in service.requests] == ["", "Page=1"]


def test_the_next_page_is_under_way_while_the_current_one_is_used(service: Service):
    """Each page is asked for before the one before it has been used up."""
    asked = [threading.Event() for _ in range(5)]

    def answer(number: int):
        def reply(request):
            asked[number].set()
            body = page(200, f"{PATH}.json?Page={number + 1}" if number < 4 else None)
            return Response(200, {}, json.dumps(body).encode())

        return reply

    service.answers = [answer(number) for number in range(5)]
    for number, _ in enumerate(QueryParcel(service.connection)()):
        current, place = divmod(number, 200)
        if place == 0 and current < 4:
            assert asked[current + 1].wait(10)
