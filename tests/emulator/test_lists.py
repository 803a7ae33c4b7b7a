"""Lists: filters against a brute-force oracle, pages that stay whole whatever happens between."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from emulator_client import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.state.clock import DAY, instant, rfc2822
from twilio_ops_emulator.state.index import Index, Layout, Row, Selection
from twilio_ops_emulator.state.tables import Table
from twilio_ops_emulator.state.usage import Amount
from twilio_ops_runtime.http.messages import Response

NUMBERS = ["+15005550001", "+15005550002", "+15005550003"]
START = int(instant("2026-11-01T10:00:00Z"))
MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def fresh() -> Client:
    """A client of an emulator of its own."""
    return Client(Emulator(clock=Clock(START, frozen=True), seed=3))


def seed_calls(client: Client, calls: list[dict[str, Any]]) -> None:
    """Put calls there; as they are given, oldest first."""
    client.emulator.seed({"records": [{"object": "Call", "values": values} for values in calls]})


# -- pages ----------------------------------------------------------------------------------------


def test_the_eight_paging_values(client: Client) -> None:
    """Under their JSON names and as attributes of the XML list."""
    for name in ("A", "B", "C"):
        client.made("Queues.json", FriendlyName=name)
    path = f"/2010-04-01/Accounts/{client.account}/Queues.json"
    page = client.get("Queues.json", PageSize="2").json
    token = parse_qs(urlsplit(page["next_page_uri"]).query)["PageToken"][0]
    assert token.startswith("PA")
    assert {
        "end": 1,
        "first_page_uri": f"{path}?PageSize=2&Page=0",
        "next_page_uri": f"{path}?PageSize=2&Page=1&PageToken={token}",
        "page": 0,
        "page_size": 2,
        "previous_page_uri": None,
        "start": 0,
        "uri": f"{path}?PageSize=2&Page=0",
    } == {name: value for name, value in page.items() if name != "queues"}
    (queues,) = client.get("Queues", PageSize="2").xml
    assert [
        "end",
        "firstpageuri",
        "nextpageuri",
        "page",
        "pagesize",
        "previouspageuri",
        "start",
        "uri",
    ] == list(queues.attrib)
    assert "" == queues.attrib["previouspageuri"]
    assert ["C", "B"] == [queue.findtext("FriendlyName") for queue in queues]


def test_an_empty_list(client: Client) -> None:
    """It ends at 0 and has no next page."""
    page = client.get("Queues.json").json
    assert ([], 0, 50, None) == (
        page["queues"],
        page["end"],
        page["page_size"],
        page["next_page_uri"],
    )
    (queues,) = client.get("Queues").xml
    assert "" == queues.attrib["nextpageuri"]


def test_the_way_back(client: Client) -> None:
    """Previous pages hold what the pages before did."""
    for number in range(7):
        client.made("Queues.json", FriendlyName=str(number))
    pages, path = [], "Queues.json?PageSize=3"
    while path:
        pages.append(client.send("GET", path).json)
        path = pages[-1]["next_page_uri"]
    assert [3, 3, 1] == [len(page["queues"]) for page in pages]
    for before, after in itertools.pairwise(pages):
        back = client.send("GET", after["previous_page_uri"]).json
        assert before["queues"] == back["queues"]
        assert before["page"] == back["page"]
        assert after["queues"] == client.send("GET", back["next_page_uri"]).json["queues"]


@pytest.mark.parametrize(
    "query",
    [
        {"PageSize": "0"},
        {"PageSize": "many"},
        {"Page": "-1"},
        {"PageToken": "PAx"},
        {"PageToken": "XX123"},
    ],
)
def test_bad_paging_is_refused(client: Client, query: dict[str, str]) -> None:
    """With the code for it."""
    answer = client.get("Calls.json", **query)
    assert (400, 70002) == (answer.status, answer.code)


def test_a_page_holds_a_thousand_at_most(client: Client) -> None:
    """More is taken for a thousand."""
    assert 1000 == client.get("Calls.json", PageSize="5000").json["page_size"]


@MANY
@given(st.data())
def test_what_was_there_throughout_comes_exactly_once(data: Any) -> None:
    """Whatever is inserted or deleted between two pages."""
    client = fresh()
    made = [
        client.made("Queues.json", FriendlyName=f"{n}")["sid"]
        for n in range(data.draw(st.integers(0, 12)))
    ]
    lasting = set(made)
    size = data.draw(st.integers(1, 5))
    seen: list[str] = []
    path = f"Queues.json?PageSize={size}"
    named = itertools.count()  # no two queues have one name
    while path:
        page = client.send("GET", path).json
        seen += [queue["sid"] for queue in page["queues"]]
        path = page["next_page_uri"]
        for _ in range(data.draw(st.integers(0, 3))):
            if made and data.draw(st.booleans()):
                victim = made.pop(data.draw(st.integers(0, len(made) - 1)))
                lasting.discard(victim)
                assert 204 == client.delete(f"Queues/{victim}.json").status
            else:
                name = f"new {next(named)}"
                made.append(client.made("Queues.json", FriendlyName=name)["sid"])
    assert len(seen) == len(set(seen))
    assert lasting <= set(seen)


@pytest.mark.slow
@MANY
@given(st.data())
def test_pages_of_a_filter_stay_whole_both_ways(data: Any) -> None:
    """In XML as in JSON; the way back shows what was passed and is still there, in the same order."""
    client = fresh()
    forms = [{"To": to, "From": "+15005550006", "Body": "x"} for to in NUMBERS[:2]]
    made: dict[str, str] = {}

    def make() -> None:
        form = data.draw(st.sampled_from(forms))
        made[client.made("Messages.json", form)["sid"]] = form["To"]

    for _ in range(data.draw(st.integers(1, 12))):
        make()
    lasting = {sid for sid, to in made.items() if to == NUMBERS[0]}
    base = f"/2010-04-01/Accounts/{client.account}/Messages"
    xml = data.draw(st.booleans())
    path = f"{base}{'.xml' if xml else '.json'}?PageSize={data.draw(st.integers(1, 4))}&To=%2B{NUMBERS[0][1:]}"
    seen: list[str] = []
    back = ""
    while path:
        found, path, back = page_of(client, path)
        seen += found
        if data.draw(st.booleans()):
            make()
        if made and data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(sorted(made)))
            del made[gone]
            lasting.discard(gone)
            client.delete(f"Messages/{gone}.json")
    assert len(seen) == len(set(seen))
    assert lasting <= set(seen)
    returned: list[str] = []
    while back:
        found, _, back = page_of(client, back)
        returned = found + returned
    passed = [sid for sid in seen if sid in returned]
    assert passed == [sid for sid in returned if sid in seen]
    assert all(sid in made for sid in returned)


@pytest.mark.slow
@MANY
@given(st.data())
def test_usage_that_was_there_throughout_comes_exactly_once(data: Any) -> None:
    """Whatever else is used, and whatever days begin, between two pages."""
    client = fresh()
    state = client.emulator.state
    categories = st.sampled_from(["calls-outbound", "sms-outbound", "recordings", "transcriptions"])

    def use() -> None:
        client.emulator.advance(data.draw(st.sampled_from([0, DAY])))
        amount = Amount(Decimal(1), Decimal(1), Decimal("0.01"))
        state.charge(client.account, data.draw(categories), amount)

    for _ in range(data.draw(st.integers(0, 4))):
        use()
    part = data.draw(st.sampled_from(["", "/Daily", "/Monthly", "/Yearly"]))
    path = f"Usage/Records{part}.json"
    there = [key_of_usage(row) for row in client.listed(path, "usage_records")]
    seen: list[tuple[str, str]] = []
    path += f"?PageSize={data.draw(st.integers(1, 5))}"
    while path:
        page = client.send("GET", path).json
        seen += map(key_of_usage, page["usage_records"])
        path = page["next_page_uri"]
        for _ in range(data.draw(st.integers(0, 2))):
            use()
    assert len(seen) == len(set(seen))
    assert there == [key for key in seen if key in there]


def key_of_usage(row: dict[str, Any]) -> tuple[str, str]:
    """What tells one usage record from another."""
    return row["category"], row["start_date"]


@pytest.mark.parametrize("size", ["1", "2", "50"])
def test_call_events_come_in_pages_of_any_size(size: str) -> None:
    """The newest first, also those of one second; asking does not move them."""
    emulator = Emulator(clock=Clock(START, frozen=True), seed=3, send=lambda request: Response(204))
    client = Client(emulator)
    words = ["initiated", "ringing", "answered", "completed"]
    form = {"To": NUMBERS[0], "From": NUMBERS[1], "Url": "https://example.com/voice"}
    more = {"StatusCallback": "http://localhost/", "StatusCallbackEvent": words}
    sid = client.made("Calls.json", {**form, **more})["sid"]
    emulator.advance(60)
    for _ in range(2):
        events = client.listed(f"Calls/{sid}/Events.json", "events", PageSize=size)
        assert ["completed", "in-progress", "ringing", "initiated"] == [
            event["request"]["parameters"]["CallStatus"] for event in events
        ]


def page_of(client: Client, path: str) -> tuple[list[str], str, str]:
    """The Sids on a page, and the addresses of the next and the previous one."""
    answer = client.send("GET", path)
    if ".json" in path:
        page = answer.json
        sids = [message["sid"] for message in page["messages"]]
        return sids, page["next_page_uri"] or "", page["previous_page_uri"] or ""
    (wrapper,) = answer.xml
    sids = [message.findtext("Sid") or "" for message in wrapper]
    return sids, str(wrapper.get("nextpageuri")), str(wrapper.get("previouspageuri"))


# -- filters --------------------------------------------------------------------------------------

instants = st.integers(START - 5 * DAY, START)
call_rows = st.lists(
    st.fixed_dictionaries(
        {
            "to": st.sampled_from(NUMBERS),
            "from": st.sampled_from(NUMBERS),
            "status": st.sampled_from(["completed", "busy", "in-progress"]),
            "date_created": instants,
            "start_time": st.none() | instants,
            "end_time": st.none() | instants,
        }
    ),
    max_size=40,
)
stamps = st.builds(
    lambda at, whole: (
        datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d" if whole else "%Y-%m-%dT%H:%M:%SZ")
    ),
    instants,
    st.booleans(),
)
queries = st.fixed_dictionaries(
    {},
    optional={
        "To": st.sampled_from(NUMBERS),
        "From": st.sampled_from(NUMBERS),
        "Status": st.sampled_from(["completed", "busy", "ringing"]),
        "StartTime": stamps,
        "StartTime<": stamps,
        "StartTime>": stamps,
        "EndTime<": stamps,
        "EndTime>": stamps,
    },
)


def admitted(row: dict[str, Any], query: dict[str, str]) -> bool:
    """The oracle: whether a call is one that a query finds."""
    for name, text in query.items():
        field = {"To": "to", "From": "from", "Status": "status"}.get(name)
        if field is not None:
            if row[field] != text:
                return False
            continue
        field = {"S": "start_time", "E": "end_time"}[name[0]]
        value, edge = row[field], int(instant(text))
        if value is None:
            return False
        if name.endswith("<") and not value < edge:
            return False
        if name.endswith(">") and not value >= edge:
            return False
        if not name.endswith(("<", ">")) and value // DAY != edge // DAY:
            return False
    return True


@MANY
@given(call_rows, queries, st.integers(1, 50))
def test_filters_agree_with_an_oracle(
    rows: list[dict[str, Any]], query: dict[str, str], size: int
) -> None:
    """Every combination of filters, over pages, newest first."""
    client = fresh()
    seed_calls(client, [{**row, "sid": f"CA{n:032x}"} for n, row in enumerate(rows)])
    expected = sorted(
        ((row["date_created"], n) for n, row in enumerate(rows) if admitted(row, query)),
        reverse=True,
    )
    found = client.listed("Calls.json", "calls", PageSize=str(size), **query)
    assert [f"CA{n:032x}" for _, n in expected] == [call["sid"] for call in found]


def test_days_of_a_filter_by_day(client: Client) -> None:
    """On a day, and at or before and after its midnight."""
    noon = int(instant("2026-10-20T12:00:00Z"))
    client.emulator.seed(
        {
            "records": [
                {
                    "object": "Conference",
                    "values": {"friendly_name": name, "status": "completed", "date_created": at},
                }
                for name, at in (
                    ("before", noon - DAY),
                    ("midnight", noon - DAY // 2),
                    ("on", noon),
                    ("after", noon + DAY),
                )
            ]
        }
    )

    def names(**query: str) -> list[str]:
        found = client.listed("Conferences.json", "conferences", **query)
        return [row["friendly_name"] for row in found]

    assert ["on", "midnight"] == names(DateCreated="2026-10-20")
    assert ["on", "midnight", "before"] == names(**{"DateCreated<": "2026-10-20"})
    assert ["after", "on", "midnight"] == names(**{"DateCreated>": "2026-10-20"})
    assert 400 == client.get("Conferences.json", DateCreated="yesterday").status


@pytest.mark.parametrize(
    ("path", "key", "object", "field", "name", "found"),
    [
        ("Calls", "calls", "Call", "start_time", "StartTime", "the day before"),
        ("Messages", "messages", "Message", "date_sent", "DateSent", "all of the day"),
        ("SMS/Messages", "sms_messages", "Message", "date_sent", "DateSent", "all of the day"),
        ("Recordings", "recordings", "Recording", "date_created", "DateCreated", "all of the day"),
        (
            "Conferences",
            "conferences",
            "Conference",
            "date_created",
            "DateCreated",
            "all of the day",
        ),
        (
            "Notifications",
            "notifications",
            "Notification",
            "message_date",
            "MessageDate",
            "all of the day",
        ),
    ],
)
def test_how_far_a_bound_goes(
    client: Client, path: str, key: str, object: str, field: str, name: str, found: str
) -> None:
    """Until before a day, or to its end; from its midnight on, in every list."""
    night = int(instant("2026-10-20T00:00:00Z"))
    times = {"the day before": night - 1, "midnight": night, "all of the day": night + DAY - 1}
    records = [
        {"object": object, "values": {"date_created": at, field: at}}
        for at in [*times.values(), night + DAY]
    ]
    client.emulator.seed({"records": records})
    before = client.listed(f"{path}.json", key, **{f"{name}<": "2026-10-20"})
    assert list(times).index(found) + 1 == len(before)
    assert 3 == len(client.listed(f"{path}.json", key, **{f"{name}>": "2026-10-20"}))
    assert 2 == len(client.listed(f"{path}.json", key, **{name: "2026-10-20"}))


def test_numbers_are_found_by_a_part(client: Client) -> None:
    """With stars for any digit."""
    for number in ("+14155550001", "+14155550102", "+12065550001"):
        client.made("IncomingPhoneNumbers.json", PhoneNumber=number)

    def found(wanted: str) -> int:
        return len(
            client.listed("IncomingPhoneNumbers.json", "incoming_phone_numbers", PhoneNumber=wanted)
        )

    assert [2, 1, 2, 0] == [found("415"), found("+14155550001"), found("0001"), found("4155551**")]


def test_filters_and_pages_after_changes(client: Client) -> None:
    """Changed values are found under what they are now; what was moved is where it is now."""
    first = client.made("Queues.json", FriendlyName="first")["sid"]
    client.made("IncomingPhoneNumbers.json", PhoneNumber="+14155550001", FriendlyName="old")
    number = client.listed(
        "IncomingPhoneNumbers.json", "incoming_phone_numbers", FriendlyName="old"
    )
    path = f"IncomingPhoneNumbers/{number[0]['sid']}.json"
    client.made(path, FriendlyName="new")
    for name, count in (("old", 0), ("new", 1)):
        listed = client.listed(
            "IncomingPhoneNumbers.json", "incoming_phone_numbers", FriendlyName=name
        )
        assert count == len(listed)
    assert "second" == client.made(f"Queues/{first}.json", FriendlyName="second")["friendly_name"]


# -- the listing itself -----------------------------------------------------------------------------


@MANY
@given(
    st.lists(
        st.tuples(st.sampled_from("iidu"), st.integers(0, 400), st.none() | st.integers(0, 99)),
        max_size=150,
    ),
    st.none() | st.integers(0, 99),
    st.none() | st.integers(0, 99),
)
def test_a_shelf_agrees_with_a_plain_list(
    steps: list[tuple[str, int, int | None]], low: int | None, high: int | None
) -> None:
    """Inserted anywhere, deleted, changed; with chunks small enough to split often."""
    from twilio_ops_emulator.state import index as lists

    before, lists.CHUNK = lists.CHUNK, 2
    try:
        layout = Layout(("sid", "at"))
        table = Table(layout, "sid", dated=("at",))
        known: dict[int, Row] = {}
        for what, order, at in steps:
            row = known.get(order)
            if what == "i" and row is None:
                known[order] = Row(layout, [str(order), at], order, ("A",))
                table.insert(known[order])
            elif what == "d" and row is not None:
                table.delete(known.pop(order))
            elif what == "u" and row is not None:
                table.update(row, {"at": at})

        def fits(row: Row) -> bool:
            at = row["at"]
            return at is not None and (low is None or at >= low) and (high is None or at <= high)

        selection = Selection([fits], [(1, low, high)])
        listing: Index = table.listing(("A",))
        expected = [order for order in sorted(known) if fits(known[order])]
        assert expected[::-1] == [row.order for row in listing.newest(selection, None, 1000)]
        for edge in (0, 7, 200, 400):
            assert [order for order in expected if order < edge][::-1] == [
                row.order for row in listing.newest(selection, edge, 1000)
            ]
            assert [order for order in expected if order > edge] == [
                row.order for row in listing.oldest(selection, edge, 1000)
            ]
        assert len(known) == len(listing)
    finally:
        lists.CHUNK = before


def test_times_are_written_as_the_service_writes_them() -> None:
    """In RFC 2822, with a numeric offset."""
    assert "Mon, 17 Sep 2012 01:13:42 +0000" == rfc2822(1347844422)
    assert 1347844422 == instant("Mon, 17 Sep 2012 01:13:42 +0000")
