"""Every filter of every list, with each of its operators, against a brute-force oracle.

The oracle knows nothing of the emulator: it reads the whole list and picks out of what was answered.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from emulator_client import Client
from emulator_doors import operation_of
from emulator_tour import Tour
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.model import ActionModel, Catalog, FilterModel, snake
from twilio_ops_emulator.state.clock import DAY, day_of, instant
from twilio_ops_emulator.state.usage import Amount

START = int(instant("2026-11-01T10:00:00Z"))
CATALOG = Catalog(facts.catalog())
LISTS = {
    model.key: model.actions["Query"]
    for model in CATALOG.objects.values()
    if "Query" in model.actions
    and not model.key.startswith(("Available", "UsageRecord"))  # worked out, not kept
    and any(row.field for row in model.actions["Query"].filters.values())
}
SOME = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
instants = st.integers(START - 4 * DAY, START)
stamps = st.builds(
    lambda at, whole: datetime.fromtimestamp(at, UTC).strftime(
        "%Y-%m-%d" if whole else "%Y-%m-%dT%H:%M:%SZ"
    ),
    instants,
    st.booleans(),
)


def pool(row: FilterModel) -> st.SearchStrategy[Any]:
    """Few enough values that some records match."""
    if row.type in ("date", "datetime"):
        return instants
    if row.type == "boolean":
        return st.booleans()
    if row.type == "integer":
        return st.integers(0, 2)
    if row.type == "enum":
        return st.sampled_from(row.values[:3])
    if row.type == "sid":
        return st.sampled_from([f"{row.prefixes[0]}{number:032x}" for number in (1, 2)])
    if row.name in ("To", "From", "PhoneNumber"):
        return st.sampled_from(["+14155550001", "+14155550102", "+12065550001"])
    return st.sampled_from(["US", "one & two", "drei"])


def asked(row: FilterModel) -> st.SearchStrategy[str]:
    """What a filter of a field may be sent."""
    if row.type in ("date", "datetime"):
        return stamps
    if row.name == "PhoneNumber" and row.format != "phone-number":
        return st.sampled_from(["415", "+14155550001", "5550*0", "9"])
    return pool(row).map(lambda value: str(value).lower() if value in (True, False) else str(value))


# Written out here so that the emulator's own data cannot vouch for itself.
BEFORE = {"Call": "before the bound"}
"""What the lists say of upper bounds, where it is not: on and before the day, or at and before the time."""


def admits(key: str, row: FilterModel, operator: str, text: str, value: Any) -> bool:
    """Whether a value that a record shows is one that a filter lets through."""
    if row.type in ("date", "datetime"):
        if value is None:
            return False
        at, edge = int(instant(value)), int(instant(text))
        if operator == "equals":
            return at // DAY == edge // DAY
        whole = row.type == "date" or len(text) == 10
        if whole:
            edge -= edge % DAY
        if operator == "after":
            return at >= edge
        said = BEFORE.get(key, "on and before")
        if said == "on and before" and whole:
            return at < edge + DAY
        return at < edge if said == "before the bound" else at <= edge
    if row.name == "PhoneNumber" and row.format != "phone-number":
        length = len(text)
        return any(
            all(wanted in ("*", found) for wanted, found in zip(text, value[at:], strict=False))
            for at in range(len(value) - length + 1)
        )
    return text == (str(value).lower() if isinstance(value, bool) else str(value))


def queries(action: ActionModel) -> st.SearchStrategy[dict[tuple[str, str, str], str]]:
    """Any of the filters of a list, together."""
    signs = {"equals": "", "before": "<", "after": ">"}
    return st.fixed_dictionaries(
        {},
        optional={
            (row.name, f"{row.name}{signs[operator]}", operator): asked(row)
            for row in action.filters.values()
            if row.field is not None
            for operator in row.operators
        },
    )


@pytest.mark.slow
@pytest.mark.parametrize("key", sorted(LISTS))
@SOME
@given(data=st.data())
def test_a_list_holds_what_its_filters_let_through(key: str, data: Any) -> None:
    """All combinations, in the order of the whole list, over pages of any size."""
    action = LISTS[key]
    model = action.owner
    client = Client(Emulator(clock=Clock(START, frozen=True), seed=3))
    tour = Tour(client)
    known = [row for row in action.filters.values() if row.field is not None]
    for number in range(data.draw(st.integers(0, 12))):
        values = {str(row.field): data.draw(pool(row)) for row in known}
        if model.key == "Participant":  # each is a call of its own
            values["call_sid"] = f"CA{number + 1:032x}"
        tour.seed(model, **values)
    path = tour.path(action, "")
    whole = client.listed(path, str(model.json_list))
    query = data.draw(queries(action))
    expected = [
        record
        for record in whole
        if all(
            admits(
                key, action.filters[name], operator, text, record[action.filters[name].field or ""]
            )
            for (name, _, operator), text in query.items()
        )
    ]
    sent = {word: text for (_, word, _), text in query.items()}
    size = data.draw(st.integers(1, 15))
    assert expected == client.listed(path, str(model.json_list), PageSize=str(size), **sent)


def test_every_operator_is_among_them() -> None:
    """The test above is about all filters that look at a field."""
    found = {
        (row.type, operator)
        for action in LISTS.values()
        for row in action.filters.values()
        for operator in row.operators
    }
    assert {
        (kind, word) for kind in ("date", "datetime") for word in ("before", "after", "equals")
    } <= found
    assert len(LISTS) >= 20


used = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["sms-outbound", "calls-outbound"])), max_size=12
)
days = st.none() | st.integers(-5, 120).map(lambda day: day_of(START + day * DAY))


@SOME
@given(used, days, days, st.none() | st.sampled_from(["sms", "sms-outbound", "totalprice"]))
def test_usage_is_what_was_used(
    amounts: list[tuple[int, str]], first: str | None, last: str | None, category: str | None
) -> None:
    """From one day to another, in a category or in all, as a whole, by day, by month, by year."""
    emulator = Emulator(clock=Clock(START, frozen=True), seed=3)
    client = Client(emulator)
    noted: list[tuple[str, str]] = []
    for gap, name in amounts:
        emulator.advance(gap * DAY)
        emulator.state.charge(client.account, name, Amount(Decimal(1), Decimal(2), Decimal("0.01")))
        groups = emulator.state.usage.categories[name].get("into", ())
        noted += [(day_of(emulator.state.now), into) for into in (name, *groups)]
    asked = {"StartDate": first, "EndDate": last, "Category": category}
    query = {name: value for name, value in asked.items() if value is not None}
    end = last or day_of(emulator.state.now)
    if first is not None and end < first:  # refused in words, whoever gave the end
        assert 20001 == client.get("Usage/Records.json", **query).json["code"]
        return
    within = [
        (day, name)
        for day, name in noted
        if (first is None or day >= first) and day <= end and category in (None, name)
    ]
    for part, length in (("", 0), ("/Daily", 10), ("/Monthly", 7), ("/Yearly", 4)):
        expected: dict[tuple[str, str], int] = {}
        for day, name in within:
            place = (name, day[:length])
            expected[place] = expected.get(place, 0) + 1
        rows = client.listed(f"Usage/Records{part}.json", "usage_records", **query)
        found = {
            (row["category"], row["start_date"][:length]): int(row["count"])
            for row in rows
            if int(row["count"])
        }
        assert expected == found, part


# -- numbers for sale -----------------------------------------------------------------------------

NUMBERS = facts.behaviour()["numbers"]
SEARCHES = {
    model.key: model
    for model in CATALOG.objects.values()
    if model.key.startswith("AvailablePhoneNumber") and model.actions["Query"].filters
}
ABILITIES = {"SmsEnabled": "sms", "MmsEnabled": "mms", "VoiceEnabled": "voice", "FaxEnabled": "fax"}
PLACES = {
    "InRegion": "region",
    "InLocality": "locality",
    "InPostalCode": "postal_code",
    "InRateCenter": "rate_center",
    "InLata": "lata",
}
EXCLUDED = {
    "ExcludeAllAddressRequired": ("any", "local", "foreign"),
    "ExcludeLocalAddressRequired": ("local",),
    "ExcludeForeignAddressRequired": ("foreign",),
}
flags = st.sampled_from(["true", "false"])
digits = st.text(alphabet="0123456789*", min_size=2, max_size=10)
searches = st.fixed_dictionaries(
    {},
    optional={
        **{name: flags for name in (*ABILITIES, *EXCLUDED, "Beta")},
        **{
            name: st.sampled_from(
                sorted({place[field] for place in NUMBERS["areas"]["US"].values()})
            )
            for name, field in PLACES.items()
        },
        "AreaCode": st.sampled_from(["415", "206", "833", "20", "999"]),
        "Contains": digits
        | st.sampled_from(["415*******", "+1206", "2065550001", "*****50001", "TWILIO"]),
    },
)


def fits(number: dict[str, Any], query: dict[str, str], code: str) -> bool:
    """Whether a number for sale is what a search asks for."""
    national = number["phone_number"].removeprefix(f"+{code}")
    for name, text in query.items():
        if name in ABILITIES:
            if number["capabilities"][ABILITIES[name]] is not (text == "true"):
                return False
        elif name in EXCLUDED:
            if text == "true" and number["address_requirements"] in EXCLUDED[name]:
                return False
        elif name == "Beta":
            if text == "false" and number["beta"]:
                return False
        elif name in PLACES:
            if number[PLACES[name]] != text:
                return False
        elif name == "AreaCode":
            # A whole one, where all have three digits.
            if not national.startswith(text) or (code == "1" and len(text) != 3):
                return False
        elif not contains(number["phone_number"], text):
            return False
    return True


def contains(number: str, text: str) -> bool:
    """Whether a number has a run of digits, letters of the keypad and stars in it."""
    keys = {letter: key for key, letters in NUMBERS["keypad"].items() for letter in letters}
    shape = [keys.get(mark, mark) for mark in text.lower().lstrip("+")]
    return any(
        all(mark in ("*", digit) for mark, digit in zip(shape, number[at:], strict=False))
        for at in range(1, len(number) - len(shape) + 1)
    )


@pytest.mark.slow
@pytest.mark.parametrize("key", sorted(SEARCHES))
@SOME
@given(data=st.data())
def test_a_search_finds_what_it_was_asked_for(key: str, data: Any) -> None:
    """Nothing else, nothing twice; and something, where the whole stock shows something that fits."""
    client = Client(Emulator(clock=Clock(START, frozen=True), seed=3))
    kind = NUMBERS["kinds"][key]
    countries = [code for code, row in NUMBERS["countries"].items() if kind in row["kinds"]]
    country = data.draw(st.sampled_from(countries))
    code = NUMBERS["countries"][country]["code"]
    path = f"AvailablePhoneNumbers/{country}/{SEARCHES[key].path.rpartition('/')[2]}.json"
    query = data.draw(searches)
    found = client.listed(path, "available_phone_numbers", **query)
    assert all(fits(number, query, code) for number in found), (country, query, found[:2])
    assert len(found) == len({number["phone_number"] for number in found})
    stock = client.listed(path, "available_phone_numbers", PageSize="200")
    assert found or not any(fits(number, query, code) for number in stock), (country, query)
    if found:
        bought = client.made("IncomingPhoneNumbers.json", PhoneNumber=found[0]["phone_number"])
        again = client.listed(path, "available_phone_numbers", **query)
        assert bought["phone_number"] not in {number["phone_number"] for number in again}


# -- filters of the package -----------------------------------------------------------------------

TIMED = [
    (key, row)
    for key, action in sorted(LISTS.items())
    for row in action.filters.values()
    if row.type in ("date", "datetime") and row.field and row.operators != ("equals",)
]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "row"), TIMED, ids=[f"{key}-{row.name}" for key, row in TIMED])
@SOME
@given(data=st.data())
def test_the_packages_filters_mean_the_same_for_every_list(
    key: str, row: FilterModel, data: Any
) -> None:
    """Strictly before and after, or on a day: however far the bounds of a list go."""
    action = LISTS[key]
    tour = Tour(Client(Emulator(clock=Clock(START, frozen=True), seed=3)))
    night = START - START % DAY
    near = st.sampled_from([night - 1, night, night + 1, night + DAY - 1, night + DAY]) | instants
    known = data.draw(st.lists(near, max_size=6))
    for at in known:
        tour.seed(action.owner, **{str(row.field): at})
    operation = operation_of(action)
    filters = getattr(operation, snake(row.name))
    edge = datetime.fromtimestamp(data.draw(near), UTC)
    bound = data.draw(st.sampled_from([edge, edge.date()]))
    begin = int(edge.timestamp()) if bound is edge else int(instant(edge.date().isoformat()))
    end = begin if bound is edge else begin + DAY - 1
    for condition, expected in (
        (filters.before(bound), [at for at in known if at < begin]),
        (filters.after(bound), [at for at in known if at > end]),
        (
            filters.on(edge.date()),
            [at for at in known if at // DAY == int(edge.timestamp()) // DAY],
        ),
    ):
        query = operation(tour.emulator.connection(), filters=[condition])
        found = [getattr(record, str(row.field)) for record in query.run(tour.address(action, ""))]
        assert sorted(expected) == sorted(int(time.timestamp()) for time in found)
